"""What is in use, what it can go back to, and what became of the last updates."""

from __future__ import annotations

from contextlib import suppress

from feltperm.catalogue.dates import told_day
from feltperm.desk.updates.holdings import Held
from feltperm.desk.updates.intake import Intake
from feltperm.desk.updates.link import Link
from feltperm.desk.updates.update_values import PackState
from feltperm.errors import ContentDamaged, NotFound
from feltperm.packs.changes import Changes, decode_changes
from feltperm.wording import say

__all__ = ["InUse"]


class InUse:
    """Answers without a network.

    Args:
        intake: the packs, the senders, and what was begun.
        link: knows what senders were last seen to have.
    """

    def __init__(self, intake: Intake, link: Link) -> None:
        self._intake = intake
        self._link = link

    def packs(self) -> tuple[PackState, ...]:
        """Return the packs, the program's own first."""
        return tuple(map(self._state, self._intake.holdings.all()))

    def pack(self, pack: str) -> PackState:
        """Return one pack.

        Raises:
            NotFound: there is none of that id.
        """
        held = self._intake.holdings.get(pack)
        if held is None:
            raise NotFound(say("Fant ikke innholdet «{pack}».", pack=pack[:80]))
        return self._state(held)

    def interrupted(self) -> str:
        """Return the sentence about an update that was cut off; an empty string when none was."""
        holdings = self._intake.holdings
        for pending in self._intake.log.read().pending:
            held = holdings.get(pending.pack)
            over = held is not None and held.seq >= pending.seq
            if over or pending.silent or pending.stage == "ready":
                continue
            if self._intake.senders.get(pending.source) is None:
                continue
            using = held or next(iter(holdings.all()), None)
            if using is None:
                return say("Oppdateringen ble avbrutt. Ingenting er tapt.")
            return say(
                "Oppdateringen ble avbrutt. Innholdet fra {date} er i bruk, og ingenting er tapt.",
                date=told_day(using.header.published),
            )
        return ""

    def changes(self, since: int | None = None, pack: str = "") -> tuple[Changes, ...]:
        """Return what the last updates changed, the newest first.

        Args:
            since: only updates to a seq above this.
            pack: only of this pack.
        """
        found = []
        for held in self._intake.holdings.all():
            if pack in ("", held.pack):
                for data in self._intake.store.changes(held.pack):
                    with suppress(ContentDamaged):
                        found.append(decode_changes(data))
        newest = sorted(found, key=lambda one: (one.published, one.new_seq), reverse=True)
        return tuple(one for one in newest if since is None or one.new_seq > since)

    def _state(self, held: Held) -> PackState:
        sender = self._intake.senders.get(held.source) if held.source else None
        back = self._intake.holdings.before(held)
        return PackState(
            pack=held.pack,
            name=held.name,
            seq=held.seq,
            published=held.header.published,
            count=held.count,
            source=sender.name if sender else "",
            source_key=held.source,
            bundled=held.bundled,
            pinned=held.pinned,
            previous=back.header.published if back else "",
            newest=max(self._newer(held), default=""),
        )

    def _newer(self, held: Held) -> list[str]:
        """Return the days of newer versions that the senders were last seen to have."""
        found = []
        for sender in self._intake.senders.all():
            index = self._link.known(sender.source)
            releases = index.packs.get(held.pack, ()) if index else ()
            if (
                releases
                and releases[0].seq > held.seq
                and self._intake.may_bring(sender, held.pack)
            ):
                found.append(releases[0].published)
        return found
