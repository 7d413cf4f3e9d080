"""Sentences for people that remember what they are made of.

What the program tells a person is bokmål, and bokmål is all that the command line prints. The
window may speak another language, and Qt's translations live in ``ui/`` alone. So a sentence made
elsewhere is a plain ``str`` that also keeps its template and its values, and the window says it
again in its own language (:func:`feltperm.ui.toolkit.spoken.spoken`).

``build/dev.py translate`` finds the templates in the source: they stand as literals in a call of
:func:`say` or :func:`counted`, or in :func:`template` where a table of them is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

__all__ = [
    "AND", "OR", "Capital", "Day", "DayForm", "Said", "Time", "Worded", "counted", "either",
    "joined", "listed", "plain", "say", "template", "worded",
]  # fmt: skip


#: How a date is written.
DayForm: TypeAlias = Literal["long", "short", "month"]


class Said(str):
    """A sentence in bokmål that can be said again in another language.

    ``msgspec`` does not encode it without :func:`plain`.

    Attributes:
        template: the words with names in braces, as they are translated.
        values: what goes into the braces; a value may be one of the classes here itself, and a
            ``float`` is written with one decimal.
    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Said:
        """Fill the values into the template; without values it is taken as it stands."""
        filled = {name: _bokmål(value) for name, value in values.items()}
        made = super().__new__(cls, template.format(**filled) if values else template)
        made.template, made.values = template, values
        return made

    def __getnewargs__(self) -> tuple[str, Mapping[str, object]]:  # type: ignore[override]
        """Return what copies and pickles are made from."""
        return self.template, self.values


class Day(str):
    """A date in bokmål; the window writes it in its own language.

    Made by :func:`feltperm.catalogue.dates.told_day`.

    Attributes:
        iso: the day as ``YYYY-MM-DD``.
        form: ``long`` «22. november 2026», ``short`` «22.11.2026», ``month`` «22. november».
    """

    iso: str
    form: DayForm

    def __new__(cls, bokmål: str, iso: str, form: DayForm = "long") -> Day:
        """Keep the day beside its words."""
        made = super().__new__(cls, bokmål)
        made.iso, made.form = iso, form
        return made

    def __getnewargs__(self) -> tuple[str, str, DayForm]:  # type: ignore[override]
        """Return what copies and pickles are made from."""
        return "".join(self), self.iso, self.form


def _bokmål(value: object) -> object:
    return f"{value:.1f}".replace(".", ",") if isinstance(value, float) else value


class Time(str):
    """A time of day in bokmål, as «9» or «15.30»; the window writes it in its own language.

    Attributes:
        iso: the time as ``HH:MM``; a day ends at ``24:00``.
    """

    iso: str

    def __new__(cls, bokmål: str, iso: str) -> Time:
        """Keep the time beside its words."""
        made = super().__new__(cls, bokmål)
        made.iso = iso
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """Return what copies and pickles are made from."""
        return "".join(self), self.iso


class Capital(str):
    """Words that begin a sentence: with a capital letter, in the window's language too.

    Attributes:
        words: as they stand within a sentence.
    """

    words: str

    def __new__(cls, words: str) -> Capital:
        """Keep the words beside what is made of them."""
        made = super().__new__(cls, words[:1].upper() + words[1:])
        made.words = words
        return made

    def __getnewargs__(self) -> tuple[str]:
        """Return what copies and pickles are made from."""
        return (self.words,)


class Worded(str):
    """A record's own wording in bokmål; the window shows the one in its own language.

    Made by :func:`worded`.

    Attributes:
        others: its wordings in other languages of the window, by language code.
    """

    others: Mapping[str, str]

    def __new__(cls, bokmål: str, others: Mapping[str, str]) -> Worded:
        """Keep the other wordings beside it."""
        made = super().__new__(cls, bokmål)
        made.others = others
        return made

    def __getnewargs__(self) -> tuple[str, Mapping[str, str]]:  # type: ignore[override]
        """Return what copies and pickles are made from."""
        return "".join(self), self.others


def say(template: str, /, **values: object) -> Said:
    """Return a sentence in bokmål: ``say("Fant ikke {name}.", name=name)``.

    Args:
        template: a literal, so that it can be found and translated; without ``values`` braces in
            it are only braces.
    """
    return Said(template, values)


def counted(n: int, one: str, many: str, /, **values: object) -> Said:
    """Return a sentence about a number: ``counted(n, "{n} sted", "{n} steder")``.

    The three languages of the window agree on what is one and what is many.
    """
    return Said(one if n == 1 else many, {"n": n, **values})


def joined(between: str, parts: Iterable[str]) -> Said:
    """Return sentences or words one after the other; each is said by itself, ``between`` too."""
    values = {f"part{place}": part for place, part in enumerate(parts)}
    return Said("{between}".join(f"{{{name}}}" for name in values), {**values, "between": between})


def worded(text: Mapping[str, str]) -> str:
    """Return a record's wording (``{"nb": ..., "en": ...}``) for a place that is shown.

    It is bokmål, or any language where it has none of that; in the window it is said in the
    window's language where there is a wording in that.
    """
    shown = text.get("nb") or next(filter(None, text.values()), "")
    others = {code: text[code] for code in _OTHERS if text.get(code)}
    return Worded(shown, others) if others else shown


def listed(parts: Sequence[str]) -> str:
    """Return «mandag, onsdag og fredag»."""
    return _series(parts, AND)


def either(parts: Sequence[str]) -> str:
    """Return «mandag, onsdag eller fredag»."""
    return _series(parts, OR)


def _series(parts: Sequence[str], last: str) -> str:
    if len(parts) < 2:
        return next(iter(parts), "")
    return joined(last, [joined(", ", parts[:-1]), parts[-1]])


def plain(said: object) -> str:
    """Return the bokmål of a sentence for what is stored or printed: an ``enc_hook`` of msgspec.

    Raises:
        NotImplementedError: it is something else.
    """
    if isinstance(said, Said | Day | Time | Capital | Worded):
        return str(said)
    raise NotImplementedError


def template(words: str) -> str:
    """Return the words as they are: marks a template that stands in a table or a constant."""
    return words


#: The languages of the window beside bokmål.
_OTHERS = ("nn", "en")
#: What stands between the last two of several things.
AND, OR = say(" og "), say(" eller ")
