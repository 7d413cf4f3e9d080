"""Passing content on with a stick: what each side has, and what makes sense (SCREENS J5, 2.10).

A laptop gives what it has verified itself, and the next one verifies it again. Old sticks cannot
take anybody back, since sticks and network share what is remembered of a sender.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from feltperm.desk.sticks.comparing import OVER, Comparer, Comparison, root_of
from feltperm.desk.sticks.parcels import parcels_of
from feltperm.desk.sticks.sharing import Shareable, SharedKept, read_share, share_of, take_over
from feltperm.desk.sticks.stick_sides import OnePart, Outcome
from feltperm.desk.updates.intake import Intake
from feltperm.desk.updates.link import Link, Session
from feltperm.desk.updates.planning import plan_for
from feltperm.desk.updates.update_values import Progress, Taken
from feltperm.errors import Condition, ContentDamaged, NotFound, UpdateFailed
from feltperm.packs.sticks.stick import SHARE, read_share_file, read_target, target_name
from feltperm.packs.sticks.stick_writing import Written, put_file, write
from feltperm.packs.trust.index import Asset, Release, asset_target
from feltperm.wording import say

__all__ = ["Comparison", "Given", "OnePart", "Outcome", "Relay", "SharedKept"]

#: Opens what the user keeps, on the calling thread, for as long as it is read or written.
OpenBinder = Callable[[], AbstractContextManager[Shareable]]
_DONE = say("Ferdig. Du kan ta ut pinnen.")


@dataclass(frozen=True, slots=True)
class Given:
    """What was written to a stick; this exists only after it was flushed.

    Attributes:
        bytes, files: newly written; what was there already is not counted.
        names: the senders whose content it was.
        shared: places and favourites went along.
        sentence: «Ferdig. Du kan ta ut pinnen.»
    """

    bytes: int
    files: int
    names: tuple[str, ...] = ()
    shared: bool = False
    sentence: str = _DONE


class Relay:
    """The use cases of the stick dialog and of ``feltperm relay DIR``.

    For one thread at a time; only :meth:`stop` may come from another.

    Args:
        intake: what is in use.
        link: the session that :meth:`stop` ends.
        binder: opens what the user keeps.
        now: gives the local time.
        write: puts a sender's files on a stick.
    """

    def __init__(
        self,
        intake: Intake,
        link: Link,
        binder: OpenBinder,
        now: Callable[[], datetime],
        write: Callable[..., Written] = write,
    ) -> None:
        self._intake = intake
        self._link = link
        self._binder = binder
        self._now = now
        self._write = write
        self._comparer = Comparer(intake, link, now)

    def look(self, stick: Path) -> Comparison:
        """Compare both sides; reads and verifies, and changes no content.

        Raises:
            NotFound: there is no such folder.
            UpdateFailed: the stick was taken out («stick_gone»), or somebody updates («busy»).
        """
        with self._intake.alone(), self._link.session() as session:
            return self._comparer.look(session, root_of(stick))

    def take(self, stick: Path, progress: Progress | None = None) -> tuple[Taken, ...]:
        """Take what the stick has newer, and put it into use; one that fails keeps no other out.

        Raises:
            NotFound: there is no such folder.
            UpdateFailed, ContentDamaged, DiskFull, ReadOnly: of what could not be taken, that was
                in use still is; the rest has been taken.
        """
        stick = root_of(stick)
        taken: list[Taken] = []
        refused: list[Condition] = []
        with self._intake.alone():
            with self._link.session() as session:
                found = self._comparer.sides(session, stick)
            due = [(one, pack) for one in found if self._comparer.judged(one).can_take
                   for pack in one.take]  # fmt: skip
            total = sum(sides.stick[pack].length for sides, pack in due)
            told = (lambda came: progress(came, max(came, total))) if progress else _nobody
            with self._link.session(told) as session:
                for sides, pack in due:
                    assert sides.folder is not None, "what can be taken is in a folder"
                    try:
                        taken.append(
                            self._take(session, sides.key, pack, sides.stick[pack], sides.folder)
                        )
                    except (UpdateFailed, ContentDamaged) as refusal:
                        refused.append(refusal)
                        if isinstance(refusal, UpdateFailed) and refusal.why in OVER:
                            break
        if refused:
            raise refused[0]
        return tuple(taken)

    def give(
        self, stick: Path, with_collections: bool = False, progress: Progress | None = None
    ) -> Given:
        """Write what the stick lacks, flush it, and only then say it is done.

        Args:
            stick: where the stick is.
            with_collections: places, favourites and collections go along; own notes never do.
            progress: told how far it is.

        Raises:
            NotFound: there is no such folder.
            UpdateFailed: «stick_full» before anything of a sender is written, or «stick_gone»
                when it was taken out; giving again goes on.
            ReadOnly: the stick takes no writes.
        """
        stick = root_of(stick)
        with self._intake.alone():
            with self._link.session() as session:
                compared = self._comparer.look(session, stick)
            due = [part for part in compared.parts if part.can_give]
            total = sum(part.give_bytes for part in due)
            told = (lambda came: progress(came, max(came, total))) if progress else _nobody
            files = count = 0
            with self._link.session(told) as session:
                for part in due:
                    sender = self._intake.senders.find(part.key)
                    parcels = parcels_of(sender, self._intake, self._link)
                    written = self._write(stick, part.key, parcels, session.transfer.take)
                    files, count = files + written.files, count + written.bytes
        if with_collections:
            with self._binder() as kept:
                share = share_of(kept, self._now())
            put_file(stick, SHARE, share)
            files, count = files + 1, count + len(share)
        return Given(count, files, tuple(part.name for part in due), with_collections)

    def take_shared(self, stick: Path) -> SharedKept:
        """Take over a colleague's places and lists; what is here already stays as it is.

        Raises:
            NotFound: the stick has none, or they cannot be read.
            UpdateFailed: the stick was taken out.
            DiskFull, ReadOnly: the binder cannot be written.
        """
        data = read_share_file(root_of(stick))
        if data is None:
            raise NotFound(
                say("Pinnen har ikke steder eller favoritter fra en kollega."), str(stick)
            )
        share = read_share(data)
        with self._binder() as kept:
            return take_over(kept, share)

    def stop(self) -> None:
        """Stop what is under way, from any thread."""
        self._link.stop()

    def _take(self, session: Session, key: str, pack: str, release: Release, folder: Path) -> Taken:
        """Bring one release from a stick into use."""
        intake = self._intake
        sender = intake.senders.find(key)
        plan = plan_for(
            sender.source, pack, [release], intake.holdings.get(pack), (), intake.lacking, folder
        )
        assert plan is not None, "only what is newer is taken"
        intake.remember(plan, "fetching")
        came = session.transfer.take

        def read(target: str, sha256: str, length: int) -> bytes:
            return read_target(folder, target_name(target, sha256), sha256, length, came)

        data = read(release.plain, release.sha256, release.length)
        for asset in intake.assets.lacking(release.assets):
            intake.assets.keep(asset.sha256, self._asset(read, asset))
        return intake.install(intake.accept(plan, data))

    @staticmethod
    def _asset(read: Callable[[str, str, int], bytes], asset: Asset) -> bytes:
        return read(asset_target(asset.sha256), asset.sha256, asset.length)


def _nobody(_received: int) -> None:
    """Nobody watches."""
