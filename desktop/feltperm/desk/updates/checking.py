"""Asking senders what is new, and remembering what the asking cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from feltperm.catalogue.trust import NATIONAL
from feltperm.desk.updates.intake import Intake
from feltperm.desk.updates.link import Link, Session
from feltperm.desk.updates.planning import newer, plan_for
from feltperm.desk.updates.senders import KnownSource
from feltperm.desk.updates.update_values import Check, Failed, Plan
from feltperm.errors import NotFound, UpdateFailed
from feltperm.packs.failures import failed
from feltperm.packs.schedule import Pending, answered, unanswered
from feltperm.packs.sticks.stick import find_sources, holds
from feltperm.packs.trust.index import PackIndex, Release
from feltperm.wording import say

__all__ = ["Checker"]


class _Asked(NamedTuple):
    """A sender, and the folder that its content is in when it is not behind its address."""

    sender: KnownSource
    folder: Path | None


class Checker:
    """Asks.

    Args:
        intake: what is in use.
        link: the way to the senders.
        now: gives the local time.
        spend: told of the bytes that came over a link, however it ended.
    """

    def __init__(
        self,
        intake: Intake,
        link: Link,
        now: Callable[[], datetime],
        spend: Callable[[int], None],
    ) -> None:
        self._intake = intake
        self._link = link
        self._now = now
        self._spend = spend

    def check(self, source: str, by_itself: bool) -> Check:
        """Ask the senders what is new; see ``Updates.check``."""
        asked = self._asked(source)
        if by_itself:
            asked = [one for one in asked if one.folder is None or one.folder.is_dir()]
        plans: list[Plan] = []
        failures: list[Failed] = []
        with self._link.session() as session:
            for one in asked:
                try:
                    index = self._refresh(session, one)
                except UpdateFailed as error:
                    if error.why == "stopped":
                        raise
                    sender, shared = one.sender, one.folder == one.sender.place
                    dated = self._intake.holdings.dated(error, sender.key, shared)
                    failures.append(Failed(sender.source, dated))
                    continue
                found, refused = self._plans(one, index)
                plans += found
                failures += refused
        self._note(asked, failures)
        received = session.transfer.received
        return Check(tuple(plans), tuple(failures), self._now(), received, len(asked))

    def plan_of(self, pending: Pending) -> Plan | None:
        """Return the plan of what was begun, from what is known without a network."""
        sender = self._intake.senders.get(pending.source)
        index = self._link.known(sender.source) if sender else None
        if sender is None or index is None:
            return None
        listed = index.packs.get(pending.pack, ())
        releases = [one for one in listed if one.sha256 == pending.sha256]
        held = self._intake.holdings.get(pending.pack)
        return plan_for(sender.source, pending.pack, releases, held, (), lambda _release: 0)

    def _refresh(self, session: Session, asked: _Asked) -> PackIndex:
        before = session.transfer.received
        try:
            return session.to(asked.sender.source, asked.folder).refresh()
        finally:
            if asked.folder is None:
                self._spend(session.transfer.received - before)

    def _asked(self, source: str) -> list[_Asked]:
        """Return the senders to ask, and where.

        Raises:
            NotFound, UpdateFailed: that is no sender, and no folder of one.
        """
        senders = self._intake.senders
        if not source:
            return [_Asked(one, one.place) for one in senders.all() if one.source.url or one.folder]
        if known := senders.get(source):
            return [_Asked(known, known.place)]
        folder = Path(source)
        if not folder.is_dir():
            senders.find(source)  # says what there is
        there = find_sources(folder)
        found = [_Asked(sender, one.folder) for one in there if (sender := senders.get(one.key))]
        if there and not found:
            names = [one.source.name for one in there if one.source]
            raise (
                failed("foreign", source, avsender=names[0]) if names else failed("foreign", source)
            )
        if not found:
            raise NotFound(say("Mappen har ikke innhold fra en kilde."), source)
        return found

    def _plans(self, asked: _Asked, index: PackIndex) -> tuple[list[Plan], list[Failed]]:
        """Return what a sender has newer, and the packs that are not the sender's to bring."""
        intake, source, folder = self._intake, asked.sender.source, asked.folder
        bad = intake.log.read().bad_deltas
        plans, refused = [], []
        for pack, releases in index.packs.items():
            if not intake.may_bring(asked.sender, pack):
                refused.append(Failed(source, _foreign(asked.sender, pack)))
                continue
            held = intake.holdings.get(pack)
            there = partial(holds, folder) if folder else _anywhere
            if plan := plan_for(source, pack, releases, held, bad, intake.lacking, folder, there):
                plans.append(plan)
            elif newer(releases, held):  # listed, and not there whole
                refused.append(Failed(source, _unfinished(asked, pack)))
        return plans, refused

    def _note(self, asked: list[_Asked], failures: list[Failed]) -> None:
        """Remember that the senders were asked over links, and whether they answered.

        Asking only some says nothing of the others: their warnings must still be asked for.
        """
        linked = {one.sender.key for one in asked if one.folder is None}
        if any(one.source.url and one.key not in linked for one in self._intake.senders.all()):
            return
        missed = [one for one in failures if one.source.key in linked and one.why.why != "foreign"]
        state = self._intake.log.read()
        if missed:
            self._intake.log.write(unanswered(state, self._now(), missed[0].why.why))
        elif linked:
            self._intake.log.write(answered(state, self._now()))


def _anywhere(_release: Release) -> bool:
    """Whether a sender behind an address holds what it lists: that shows when it is fetched."""
    return True


def _unfinished(asked: _Asked, pack: str) -> UpdateFailed:
    """Say that a folder lists something newer, and does not hold it."""
    if asked.folder == asked.sender.place:
        return failed("missing", pack, avsender=asked.sender.name)
    return failed("stick_unfinished", pack)


def _foreign(sender: KnownSource, pack: str) -> UpdateFailed:
    """Say that a pack is not a sender's to send; of the national one, that nobody said so."""
    if pack == NATIONAL and not sender.national:
        text = say("{name} er ikke godkjent som avsender av nasjonalt innhold.", name=sender.name)
        return UpdateFailed("foreign", text, pack)
    return failed("foreign", f"{pack} from {sender.key}")
