"""Looking at a stick: what is on it, verified, beside what is here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from feltperm.desk.sticks.parcels import parcels_of, passable
from feltperm.desk.sticks.stick_sides import URGENCY, OnePart, Sides, judge
from feltperm.desk.updates.intake import Intake
from feltperm.desk.updates.link import Link, Session
from feltperm.desk.updates.senders import KnownSource
from feltperm.errors import NotFound, UpdateFailed
from feltperm.packs.failures import failed
from feltperm.packs.sticks.stick import (
    FOLDER,
    OnStick,
    find_sources,
    holds,
    lacks,
    read_share_file,
    target_name,
)
from feltperm.packs.sticks.stick_writing import Parcel
from feltperm.packs.trust.index import PackIndex, Release, asset_target
from feltperm.wording import say

__all__ = ["OVER", "Comparer", "Comparison", "root_of"]

_NOTHING = say("Pinnen har ikke innhold fra Feltperm.")
_NO_SOURCE = say("Pinnen har ikke innhold fra Feltperm. Ingen kilde er lagt til her.")
_UNREADABLE = say("Innholdet på pinnen kan ikke leses. Innholdet ditt er uendret.")
#: Failures that end all that is done with a stick.
OVER = frozenset({"stopped", "stick_gone", "busy"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides, sender by sender.

    Attributes:
        stick: the folder that was looked at.
        parts: what concerns the user most first.
        shared: the stick has places and favourites from a colleague.
        interrupted: a writing to it was cut off; giving goes on with it.
        sentence: the one that stands first in the dialog.
    """

    stick: Path
    parts: tuple[OnePart, ...]
    shared: bool
    interrupted: bool
    sentence: str

    @property
    def can_take(self) -> bool:
        """Offer «Hent fra pinnen»."""
        return any(part.can_take for part in self.parts)

    @property
    def can_give(self) -> bool:
        """Offer «Legg over på pinnen»."""
        return any(part.can_give for part in self.parts)


class Comparer:
    """Looks.

    Args:
        intake: what is in use.
        link: what was seen of the senders.
        now: gives the local time.
    """

    def __init__(self, intake: Intake, link: Link, now: Callable[[], datetime]) -> None:
        self._intake = intake
        self._link = link
        self._now = now

    def look(self, session: Session, stick: Path) -> Comparison:
        """Compare both sides.

        Raises:
            NotFound: there is no such folder.
            UpdateFailed: stopped, or the stick was taken out.
        """
        there = _on(stick)
        known = [self.judged(one) for one in self.sides(session, stick)]
        parts = [*known, *(self._foreign(one) for one in there if not self._is_known(one))]
        parts.sort(key=lambda part: (URGENCY.index(part.outcome), part.name.casefold()))
        nothing = _NOTHING if self._intake.senders.all() else _NO_SOURCE
        return Comparison(
            stick,
            tuple(parts),
            shared=read_share_file(stick) is not None,
            interrupted=any(one.unfinished for one in there if self._is_known(one)),
            sentence=parts[0].sentence if parts else nothing,
        )

    def sides(self, session: Session, stick: Path) -> list[Sides]:
        """Return both sides of each sender that is known here and has something on one of them.

        Raises: as :meth:`look`.
        """
        there = {one.key: one for one in _on(stick)}
        found = []
        for sender in self._intake.senders.all():
            if sender.key in there or sender.packs:
                found.append(self._sides(session, sender, there.get(sender.key)))
        return found

    def judged(self, sides: Sides) -> OnePart:
        """Return what two sides come to."""
        return judge(sides, self._now().date())

    def _sides(self, session: Session, sender: KnownSource, there: OnStick | None) -> Sides:
        failure = self._verify(session, sender, there) if there else None
        # where the stick is older than what was seen before, that still tells what is on it
        index = self._link.known(sender.source)
        held = {one.pack: one for one in self._intake.holdings.all()}
        mine = self._passable(sender, index)
        parcels = parcels_of(sender, self._intake, self._link) if mine else []
        stick = self._whole(sender, index, there.folder) if there else {}
        return Sides(
            key=sender.key,
            name=sender.name,
            stick=stick,
            own={pack: held[pack].seq for pack in {*stick, *mine} if pack in held},
            mine=mine,
            own_published=max(
                (held[pack].header.published for pack in {*stick, *sender.packs} if pack in held),
                default="",
            ),
            pinned=frozenset(pack for pack, one in held.items() if one.pinned),
            failure=failure,
            missing=self._missing(sender, index, there, failure) if there else 0,
            folder=there.folder if there else None,
            has_own=bool(sender.packs),
            can_finish=_can_finish(there, mine),
            give_bytes=_give_bytes(there, parcels),
        )

    def _verify(self, session: Session, sender: KnownSource, there: OnStick) -> UpdateFailed | None:
        """Verify what the stick says; return why that failed."""
        try:
            session.to(sender.source, there.folder).refresh()
        except UpdateFailed as error:
            if error.why in OVER:
                raise
            return error
        return None

    def _passable(self, sender: KnownSource, index: PackIndex | None) -> dict[str, Release]:
        """Return what can be passed on: listed, and signed for longer than today."""
        expires = self._link.remembered(sender.source).expires()
        if expires is None or expires <= self._now().date():
            return {}
        return passable(sender, self._intake, index)

    def _whole(
        self, sender: KnownSource, index: PackIndex | None, folder: Path
    ) -> dict[str, Release]:
        """Return the newest release of each pack that a folder holds whole."""
        found = {}
        for pack, releases in index.packs.items() if index else ():
            if not self._intake.may_bring(sender, pack):
                continue
            if release := next((one for one in releases if self._holds(folder, one)), None):
                found[pack] = release
        return found

    def _holds(self, folder: Path, release: Release) -> bool:
        assets = self._intake.assets.lacking(release.assets)
        names = {target_name(asset_target(one.sha256), one.sha256): one.length for one in assets}
        return holds(folder, release) and not lacks(folder, names)

    def _missing(
        self,
        sender: KnownSource,
        index: PackIndex | None,
        there: OnStick,
        failure: UpdateFailed | None,
    ) -> int:
        """Return how many files are not on the stick that should be."""
        if there.manifest is not None:
            lacking = lacks(there.folder, there.manifest.files)
            return len(lacking) or int(there.unfinished)
        if failure is not None:
            return int(failure.why == "missing")
        newest = {
            pack: releases[0]
            for pack, releases in (index.packs.items() if index else ())
            if self._intake.may_bring(sender, pack)
        }
        return sum(not self._holds(there.folder, one) for one in newest.values())

    def _is_known(self, one: OnStick) -> bool:
        return self._intake.senders.get(one.key) is not None

    def _foreign(self, one: OnStick) -> OnePart:
        if one.source is None:
            return OnePart(one.key, "", "refused", _UNREADABLE, folder=one.folder)
        sentence = str(failed("foreign", avsender=one.source.name))
        return OnePart(one.key, one.source.name, "foreign", sentence, folder=one.folder)


def _give_bytes(there: OnStick | None, parcels: list[Parcel]) -> int:
    """Return what giving would write, as far as lengths tell."""
    names = {one.name: one.length for one in parcels}
    lacking = set(lacks(there.folder, names)) if there else set(names)
    # timestamp.json may keep its length, and is written all the same
    return sum(names[name] for name in lacking) or min(1, len(parcels))


def _can_finish(there: OnStick | None, mine: Mapping[str, Release]) -> bool:
    """Whether this machine has what a writing to the stick was of, or newer."""
    begun = there.manifest.packs if there and there.manifest else {}
    return bool(begun) and all(
        pack in mine and mine[pack].seq >= seq for pack, seq in begun.items()
    )


def root_of(stick: Path) -> Path:
    """Return the stick, where a person chose our folder on it."""
    return stick.parent if stick.name == FOLDER else stick


def _on(stick: Path) -> list[OnStick]:
    try:
        there = stick.is_dir()
    except (OSError, ValueError):
        there = False
    if not there:
        raise NotFound(say("Fant ikke mappen «{stick}».", stick=str(stick)[:80]), str(stick))
    return find_sources(stick)
