"""The two sides of a stick, sender by sender, and what makes sense between them (SCREENS 2.10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from feltperm.catalogue.dates import MONTHS, long_date, parse_date
from feltperm.errors import UpdateFailed
from feltperm.packs.failures import failed
from feltperm.packs.sticks.stick import FOLDER, compare
from feltperm.packs.trust.index import Release
from feltperm.wording import say, template

__all__ = ["URGENCY", "OnePart", "Outcome", "Sides", "judge"]

#: What comparing one sender's content on both sides comes to. ``empty``: the stick has none of it.
#: ``refused``: what is on the stick cannot be used. ``pinned``: the user went back to an older one
#: and the stick has a newer. ``own_old``: this machine's content is too old to be passed on.
Outcome = Literal[
    "stick_newer", "pinned", "unfinished", "clock", "expired", "refused", "stick_older", "empty",
    "own_old", "foreign", "same",
]  # fmt: skip
#: What concerns the user most comes first.
URGENCY: tuple[Outcome, ...] = Outcome.__args__  # type: ignore[attr-defined]

_SAME = say("Pinnen har samme innhold.")
_OLDER = say("Pinnen er eldre. Du har nyere innhold.")
_EMPTY = say("Du har nyere innhold enn pinnen.")
_OWN_OLD = say("Innholdet ditt er for gammelt til å gis videre. Oppdater først.")
_PINNED = template("Minnepinnen har nyere innhold. Du har valgt å bruke det fra {dato}.")
#: Failures of reading a stick that its being unfinished explains.
_NOT_WHOLE = frozenset({"missing", "damaged", "stick_unfinished"})

_BY_DATE: Mapping[str, Outcome] = {
    "clock_behind": "clock",
    "clock_ahead": "clock",
    "expired": "expired",
}


@dataclass(frozen=True, slots=True)
class OnePart:
    """One sender on both sides.

    Attributes:
        key, name: the sender; the name is empty when the stick does not tell it.
        outcome: what it comes to.
        sentence: the same in the words of SCREENS 2.10, one sentence or two.
        stick_published, own_published: ISO dates of the content; empty where there is none.
        take_bytes: what would be read from the stick; 0 when nothing makes sense to take.
        give_bytes: what would be written to it; 0 when nothing makes sense to give.
        missing: how many files an unfinished stick lacks.
        folder: the sender's folder on the stick, for «Se avsender»; None when it has none.
        detail: for «Vis detaljer».
    """

    key: str
    name: str
    outcome: Outcome
    sentence: str
    stick_published: str = ""
    own_published: str = ""
    take_bytes: int = 0
    give_bytes: int = 0
    missing: int = 0
    folder: Path | None = None
    detail: str = ""

    @property
    def can_take(self) -> bool:
        """The stick has something newer that is whole."""
        return self.take_bytes > 0

    @property
    def can_give(self) -> bool:
        """This machine has something that the stick lacks."""
        return self.give_bytes > 0


@dataclass(frozen=True, slots=True)
class Sides:
    """What is known of one sender on both sides.

    Attributes:
        key, name: the sender.
        stick: the newest release of each pack that the stick holds whole.
        own: the seq in use of each pack that the sender may bring, whoever it came from.
        mine: the releases in use that came from the sender and can be passed on.
        own_published: the newest day of what is in use from the sender.
        pinned: packs that the user went back in.
        failure: why the stick's metadata could not be verified, if it could not.
        missing: how many files of a writing that was begun are not there.
        folder: on the stick; None when it has none.
        has_own: something in use came from the sender.
        can_finish: this machine has what an unfinished writing was of, or newer.
        give_bytes: what passing on would write.
    """

    key: str
    name: str
    stick: Mapping[str, Release]
    own: Mapping[str, int]
    mine: Mapping[str, Release]
    own_published: str
    pinned: frozenset[str]
    failure: UpdateFailed | None
    missing: int
    folder: Path | None
    has_own: bool
    can_finish: bool
    give_bytes: int

    @property
    def take(self) -> list[str]:
        """The packs that the stick has newer and that are taken."""
        newer, _ = compare(self.own, self._stick_seqs)
        return [pack for pack in newer if pack not in self.pinned]

    @property
    def give(self) -> list[str]:
        """The packs that this machine has newer and can pass on."""
        _, newer = compare({pack: one.seq for pack, one in self.mine.items()}, self._stick_seqs)
        return newer

    @property
    def older(self) -> bool:
        """Something in use is newer than on the stick, wherever it came from."""
        _, newer = compare(self.own, self._stick_seqs)
        return any(pack in self.stick for pack in newer)

    @property
    def newer_pinned(self) -> bool:
        """The stick has something newer than what the user went back to."""
        newer, _ = compare(self.own, self._stick_seqs)
        return any(pack in self.pinned for pack in newer)

    @property
    def stick_published(self) -> str:
        """The newest day of what is on the stick."""
        return max((one.published for one in self.stick.values()), default="")

    @property
    def _stick_seqs(self) -> dict[str, int]:
        return {pack: one.seq for pack, one in self.stick.items()}


def judge(sides: Sides, today: date) -> OnePart:
    """Say what two sides come to, and what there is to take and to give."""
    outcome, sentence = _verdict(sides, today)
    taking = outcome == "stick_newer"
    giving = bool(sides.give) and outcome in ("stick_newer", "stick_older", "empty", "expired")
    if outcome == "unfinished":
        giving = sides.can_finish
    if sides.folder is not None and sides.folder.parent.name != FOLDER:
        giving = False  # a sender's own copy is not a stick
    return OnePart(
        key=sides.key,
        name=sides.name,
        outcome=outcome,
        sentence=sentence,
        stick_published=sides.stick_published,
        own_published=sides.own_published,
        take_bytes=sum(sides.stick[pack].length for pack in sides.take) if taking else 0,
        give_bytes=sides.give_bytes if giving else 0,
        missing=sides.missing,
        folder=sides.folder,
        detail=sides.failure.detail if sides.failure else "",
    )


def _verdict(sides: Sides, today: date) -> tuple[Outcome, str]:
    """Return the outcome and its sentence; what hinders comes before what could be done."""
    if sides.folder is None:
        return ("own_old", _OWN_OLD) if sides.has_own and not sides.mine else ("empty", _EMPTY)
    if hindered := _hindrance(sides, today):
        return hindered
    if sides.newer_pinned:
        return "pinned", say(_PINNED, dato=_day(sides.own_published, today))
    if sides.give or sides.older:
        return "stick_older", _OLDER
    if sides.has_own and not sides.mine:
        return "own_old", _OWN_OLD
    return "same", _SAME


def _hindrance(sides: Sides, today: date) -> tuple[Outcome, str] | None:
    """Return what keeps from taking the stick as it is, or what it has newer."""
    failure = sides.failure
    why = failure.why if failure else ""
    if failure and why in _BY_DATE:
        return _BY_DATE[why], failure.message
    if failure and why not in _NOT_WHOLE and why != "rolled_back":
        return "refused", failure.message
    if sides.take and why not in _NOT_WHOLE:
        return "stick_newer", _newer(sides, today)
    if sides.missing:
        return "unfinished", failed("stick_unfinished", n=str(sides.missing)).message
    if failure and why != "rolled_back":
        return "refused", failure.message
    return None


def _newer(sides: Sides, today: date) -> str:
    there = _day(sides.stick_published, today)
    if not sides.own_published:
        return say("Minnepinnen har nyere innhold ({there}).", there=there)
    here = _day(sides.own_published, today)
    return say("Minnepinnen har nyere innhold ({there}). Du har {here}.", there=there, here=here)


def _day(iso: str, today: date) -> str:
    """Return «20. november», with the year when it is another one."""
    day = parse_date(iso)
    if day is None or day.year != today.year:
        return long_date(iso)
    return f"{day.day}. {MONTHS[day.month - 1]}"
