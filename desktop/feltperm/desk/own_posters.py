"""Own posters: written here on the program's layouts, kept beside the own places.

They are records of the pack ``local``, as own places are, and so stand among all other posters,
are searched, printed and recalled like them. What a person writes is plain text wherever it is
shown: a layout takes it as data and never as its own language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from feltperm.binder.text import level, tidy
from feltperm.catalogue.library import OWN_PACK, Entry, Ref
from feltperm.catalogue.records import (
    PackHeader,
    Poster,
    PosterColour,
    PosterLayout,
    Source,
    Step,
    Text,
    pick,
)
from feltperm.desk.own import OWN_LABEL, OWN_PLACE, Change, OwnRecordRefused, OwnRecords
from feltperm.packs.format import FORMAT
from feltperm.wording import say

__all__ = ["LAYOUTS", "LONGEST", "MOST_LINES", "OwnPosters", "PosterDraft", "PosterLine",
           "is_own_poster"]  # fmt: skip

#: The layouts that a person can fill in, and what each is called.
LAYOUTS: Mapping[PosterLayout, str] = {
    "steps": say("Steg for steg"),
    "list": say("Liste"),
}
#: The longest texts, in characters: what is longer fits no sheet.
LONGEST = {"title": 60, "subtitle": 100, "line": 80, "detail": 160, "box_heading": 60}
#: As many as a sheet has room for.
MOST_LINES = 8
_STEM = "plakat"
_DRAFT = f"{_STEM}-utkast"


@dataclass(frozen=True, slots=True)
class PosterLine:
    """One step or one line of a list; ``icon`` is the name of a pictogram, empty for none."""

    title: str
    detail: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class PosterDraft:
    """An own poster as a person writes it.

    Attributes:
        clinical: it is about health or treatment: until somebody has checked it, it says so.
    """

    title: str = ""
    subtitle: str = ""
    layout: PosterLayout = "steps"
    colour: PosterColour = "teal"
    lines: tuple[PosterLine, ...] = ()
    box_heading: str = ""
    clinical: bool = True

    @classmethod
    def of(cls, poster: Poster) -> PosterDraft:
        """Return what the form shows of a poster."""
        return cls(
            title=pick(poster.title)[1],
            subtitle=pick(poster.subtitle)[1],
            layout=poster.layout,
            colour=poster.colour,
            lines=tuple(
                PosterLine(pick(step.title)[1], pick(step.detail)[1], step.icon)
                for step in poster.items
            ),
            box_heading=pick(poster.box_heading)[1],
            clinical=poster.clinical,
        )

    def tidy(self) -> PosterDraft:
        """Return it without what nobody can see, and without empty lines.

        Raises:
            OwnRecordRefused: it has no title or no line, a text is too long, or its layout is not
                one that can be filled in.
        """
        if self.layout not in LAYOUTS:
            raise OwnRecordRefused(say("Plakaten har en form som ikke kan lages her."), "layout")
        lines = tuple(
            PosterLine(_short("line", one.title), _short("detail", one.detail), one.icon)
            for one in self.lines[: MOST_LINES + 1]
        )
        clean = replace(
            self,
            title=_short("title", self.title),
            subtitle=_short("subtitle", self.subtitle),
            lines=tuple(one for one in lines if one.title or one.detail),
            box_heading=_short("box_heading", self.box_heading),
        )
        if not _readable(clean.title):
            raise OwnRecordRefused(
                say("Plakaten mangler overskrift. Skriv en, og lagre igjen."), "title"
            )
        if not clean.lines or not all(_readable(one.title) for one in clean.lines):
            raise OwnRecordRefused(say("Hver linje må ha noen ord. Skriv minst én linje."), "lines")
        if len(clean.lines) > MOST_LINES:
            raise OwnRecordRefused(say("Plakaten har plass til {n} linjer.", n=MOST_LINES), "lines")
        return clean


class OwnPosters:
    """The use cases, beside :class:`feltperm.desk.own.OwnRecords`, which keeps, removes and undoes.

    Args:
        pictograms: what each drawing shows, by its name; read when first needed.
        clock: gives the local time.
    """

    def __init__(
        self,
        own: OwnRecords,
        pictograms: Callable[[], Mapping[str, str]],
        clock: Callable[[], datetime],
    ) -> None:
        self._own, self._pictograms, self._clock = own, pictograms, clock

    def list(self) -> tuple[Poster, ...]:
        """Return the own posters by title."""
        return self._own.every(Poster)

    def get(self, id: str) -> Poster:
        """Return one own poster.

        Raises:
            NotFound: there is none of this id.
        """
        return self._own.one(Poster, id)

    def pictograms(self) -> Mapping[str, str]:
        """Return what each drawing shows, by its name."""
        return self._pictograms()

    def add(self, draft: PosterDraft) -> Change:
        """Keep a new poster.

        Raises:
            OwnRecordRefused: see :meth:`PosterDraft.tidy`; or there is no such drawing.
            DiskFull, ReadOnly: nothing was changed.
        """
        record = self._record(_DRAFT, draft)
        id = self._own.new_id(_STEM, pick(record.title)[1])
        return self._own.put(msgspec.structs.replace(record, id=id))

    def change(self, id: str, draft: PosterDraft) -> Change:
        """Replace what the form shows of a poster; the rest of it stays.

        Raises:
            NotFound: there is none of this id.
            OwnRecordRefused, DiskFull, ReadOnly: see :meth:`add`.
        """
        return self._own.put(self._record(id, draft, self.get(id)))

    def entry(self, draft: PosterDraft) -> Entry:
        """Return a draft as a poster that can be looked at; nothing is kept.

        Raises:
            OwnRecordRefused: see :meth:`add`.
        """
        day = self._clock().date().isoformat()
        header = PackHeader(
            format=FORMAT, pack=OWN_PACK, seq=1, published=day, publisher=str(OWN_LABEL),
            languages=("nb",),
        )  # fmt: skip
        return Entry(Ref(OWN_PACK, _DRAFT), self._record(_DRAFT, draft), header)

    def take_or_find(self, poster: Poster) -> tuple[Poster, bool]:
        """Keep a poster that somebody else has written; return it as kept, and whether it is new.

        Only what the form could have written is taken, whatever else the record says.

        Raises:
            OwnRecordRefused, DiskFull, ReadOnly: see :meth:`add`.
        """
        draft = PosterDraft.of(poster).tidy()
        same = next((one for one in self.list() if PosterDraft.of(one) == draft), None)
        return (same, False) if same else (self.get(self.add(draft).id), True)

    def _record(self, id: str, draft: PosterDraft, old: Poster | None = None) -> Poster:
        """Return the record of a draft, in what the form does not show like the old one."""
        draft = draft.tidy()
        for line in draft.lines:
            if line.icon and line.icon not in self._pictograms():
                raise OwnRecordRefused(
                    say("En av tegningene finnes ikke her. Velg en annen."), "lines", line.icon
                )
        day = self._clock().date().isoformat()
        return msgspec.structs.replace(
            old or Poster(id=id, title={}),
            title=_text(draft.title),
            subtitle=_text(draft.subtitle),
            layout=draft.layout,
            colour=draft.colour,
            items=tuple(
                Step(title=_text(one.title), detail=_text(one.detail), icon=one.icon)
                for one in draft.lines
            ),
            box_heading=_text(draft.box_heading),
            clinical=draft.clinical,
            sources=(Source(publisher=str(OWN_LABEL), title=str(OWN_PLACE), read_on=day),),
        )


def is_own_poster(id: str) -> bool:
    """Whether an own record's id is that of a poster."""
    return id.startswith(f"{_STEM}-") or id == _STEM


def _short(name: str, text: str) -> str:
    """Return a text as it is kept, on one line."""
    most = LONGEST[name]
    if len(text) <= 4 * most:  # else it was pasted, and is not even read through
        text = " ".join(tidy(level(text)).split())
    if len(text) > most:
        raise OwnRecordRefused(
            say("Teksten er for lang. Det er plass til {n} tegn.", n=most),
            "lines" if name in ("line", "detail") else name,
            f"{name}: {len(text)}",
        )
    return text


def _readable(text: str) -> bool:
    return any(unicodedata.category(sign)[0] in "LN" for sign in text)


def _text(wording: str) -> Text:
    return {"nb": wording} if wording else {}
