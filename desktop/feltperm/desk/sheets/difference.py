"""What a sheet that hangs says otherwise than the same sheet would today, field by field.

Both are jobs (DESIGN section 7: a sheet is a job). They are compared as plain JSON, so a job of an
older program can be compared too: what it does not have counts as empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, TypeAlias

import msgspec

from feltperm.catalogue.records import LANGUAGES
from feltperm.desk.text import LANGUAGE_NAMES
from feltperm.wording import joined, say

__all__ = ["Difference", "differences"]

_Path: TypeAlias = tuple[str | int, ...]

#: Days and codes: of another sheet on the same day they say nothing of its facts.
_PASSED = frozenset(
    {
        ("code",),
        ("site", "note"),
        ("foot", "printed"),
        ("foot", "check_by"),
        ("foot", "published"),
        ("foot", "read_on"),
    }
)
#: Where a reader looks first, in a sheet and in its box.
_FIRST = ("site", "title", "subtitle", "items")
_FIRST_OF_BOX = ("phone", "hours", "address", "name")
#: What a field is called; what is not named here is «Innhold».
_LABELS = {
    "title": say("Tittel"), "subtitle": say("Undertittel"),
    "box_heading": say("Overskrift i ramma"), "name": say("Sted"), "where": say("Sted"),
    "address": say("Adresse"), "phone": say("Telefon"), "hours": say("Åpningstid"),
    "times": say("Tider"), "tonight": say("I kveld"), "logo": say("Logo"),
    "logo_alt": say("Beskrivelse av logoen"), "words": say("Faste ord"),
    "heads": say("Overskrift"), "colour": say("Farge"), "layout": say("Oppsett"),
    "languages": say("Språk"), "source": say("Kilde"), "offers": say("Tilbud"),
    "facts": say("Opplysninger"), "doubt": say("Forbehold"), "state": say("Status"),
    "advice": say("Råd"), "staff": say("Linje for ansatte"), "interpreter": say("Linje om tolk"),
    "closing": say("Siste linje"), "phones": say("Telefon"), "addresses": say("Adresse"),
    "group": say("Gruppe"), "area": say("Område"), "page": say("Nettside"),
}  # fmt: skip
#: Fields of a line that are the line itself.
_OF_LINE = frozenset({"", "title", "detail", "number", "part"})
#: Fields whose values no reader knows: it is enough that they are others now.
_UNREAD = frozenset({"colour", "layout", "icon", "logo", "languages"})
#: Layouts whose lines are steps.
_STEPS = frozenset({"steps", "signs", "cards"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: what hangs, and what it would be today; an empty side is «not stated»."""

    field: str
    old: str
    new: str

    @property
    def words(self) -> str:
        """«Telefon 73 00 00 00 → 73 00 00 01»."""
        if not self.old and not self.new:
            return self.field
        none = say("ikke oppgitt")
        return joined(" ", (self.field, self.old or none, "→", self.new or none))


def differences(hung: Mapping[str, Any], today: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Compare two jobs as plain JSON; what stands in the site box comes first."""
    return tuple(dict.fromkeys(_Comparison(hung, today).found()))


class _Comparison:
    """Two jobs, and what their fields are called."""

    def __init__(self, hung: Mapping[str, Any], today: Mapping[str, Any]) -> None:
        self._hung, self._today = hung, today
        languages = today.get("languages") or ("nb",)
        self._large = languages[0]

    def found(self) -> Iterator[Difference]:
        keys = dict.fromkeys((*_FIRST, *self._hung, *self._today))
        for key in keys:
            old, new = self._hung.get(key), self._today.get(key)
            yield from self._notices(old, new) if key == "notices" else self._of(old, new, (key,))

    def _of(self, old: Any, new: Any, path: _Path) -> Iterator[Difference]:
        if old == new or (not old and not new) or path in _PASSED:
            return
        if not _are(dict, old, new):
            if _are(list, old, new) and (_holds_parts(old) or _holds_parts(new)):
                yield from self._parts(old or [], new or [], path)
            else:
                yield self._leaf(old, new, path)
        elif _is_text(old or new):
            yield from self._texts(old or {}, new or {}, path)
        else:
            yield from self._fields(old or {}, new or {}, path)

    def _fields(
        self, old: Mapping[str, Any], new: Mapping[str, Any], path: _Path
    ) -> Iterator[Difference]:
        # a fixed word that a newer program knows is no fact of the sheet that hangs
        first = _FIRST_OF_BOX if path == ("site",) else ()
        keys = old if path == ("words",) else dict.fromkeys((*first, *old, *new))
        for key in keys:
            yield from self._of(old.get(key), new.get(key), (*path, key))

    def _texts(
        self, old: Mapping[str, str], new: Mapping[str, str], path: _Path
    ) -> Iterator[Difference]:
        for code in LANGUAGES:
            if old.get(code, "") != new.get(code, ""):
                beside = "" if code == self._large else f" ({LANGUAGE_NAMES[code]})"
                yield self._leaf(old.get(code), new.get(code), path, beside)

    def _parts(self, old: Sequence[Any], new: Sequence[Any], path: _Path) -> Iterator[Difference]:
        """Compare lists: what stands in both is found again where something came in between."""
        if len(old) == len(new):
            for number, pair in enumerate(zip(old, new, strict=True)):
                yield from self._of(*pair, (*path, number))
            return
        before, after = (
            [msgspec.json.encode(one, order="sorted") for one in side] for side in (old, new)
        )
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for what, a, b, c, d in matcher.get_opcodes():
            if what == "equal":
                continue
            both = min(b - a, d - c)
            for number in range(both):
                yield from self._of(old[a + number], new[c + number], (*path, c + number))
            for number in range(a + both, b):
                yield self._leaf(old[number], None, (*path, number))
            for number in range(c + both, d):
                yield self._leaf(None, new[number], (*path, number))

    def _notices(self, old: Any, new: Any) -> Iterator[Difference]:
        """Compare what the sheets say of themselves, by kind: the days in it are no facts."""
        before, after = (_by_kind(side) for side in (old, new))
        for kind in dict.fromkeys((*before, *after)):
            if (kind in before) != (kind in after):
                sides = (_shown(side.get(kind)) for side in (before, after))
                yield Difference(say("Merknad"), *sides)

    def _leaf(self, old: Any, new: Any, path: _Path, beside: str = "") -> Difference:
        key = _key(path)
        name = self._line(path, key) if path[0] == "items" else _label(key)
        name = joined("", (name, beside)) if beside else name
        if key in _UNREAD:
            return Difference(name, "", "")
        return Difference(name, _shown(old), _shown(new))

    def _line(self, path: _Path, key: str) -> str:
        """Return what a line of the sheet is called, or a field of what stands on it."""
        number = int(path[1]) if len(path) > 1 else 0
        steps = self._today.get("layout") in _STEPS
        line = say("Steg {n}", n=number + 1) if steps else say("Linje {n}", n=number + 1)
        if key == "icon":
            if steps:
                return say("Bilde ved steg {n}", n=number + 1)
            return say("Bilde ved linje {n}", n=number + 1)
        if key in _OF_LINE:
            return line
        items = self._today.get("items") or ()
        named = _shown(items[number].get("title")) if number < len(items) else ""
        return joined(": ", (named or line, _label(key)))


def _key(path: _Path) -> str:
    """Return the field that a path is about: of the box, the foot and a line the one in it."""
    at = {"site": 1, "contact": 1, "foot": 1, "items": 2}.get(str(path[0]), 0)
    return str(path[at]) if at < len(path) else ""


def _label(key: str) -> str:
    return _LABELS.get(key, say("Innhold"))


def _are(kind: type, *values: Any) -> bool:
    """Say whether all that is not empty is of a kind."""
    return all(not value or isinstance(value, kind) for value in values)


def _by_kind(notices: Any) -> dict[str, Any]:
    found = notices if isinstance(notices, list) else ()
    return {str(one.get("kind")): one.get("text") for one in found if isinstance(one, dict)}


def _is_text(value: Any) -> bool:
    """Say whether this is a wording by language."""
    return isinstance(value, dict) and bool(value) and all(key in LANGUAGES for key in value)


def _holds_parts(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict | list) for one in value)


def _listed(parts: Iterable[Any]) -> str:
    return ", ".join(filter(None, map(_shown, parts)))


def _shown(value: Any) -> str:
    """Return a value on one line; of a part that which names it."""
    if _is_text(value):
        return _shown(next(value[code] for code in LANGUAGES if code in value))
    if isinstance(value, dict):
        named = next((value[key] for key in ("title", "name", "text") if value.get(key)), None)
        return _shown(named if named else next(iter(value.values()), None))
    if isinstance(value, list):
        return _listed(value)
    if isinstance(value, bool):
        return "ja" if value else "nei"
    return " ".join(str(value).split()) if value not in (None, "") else ""
