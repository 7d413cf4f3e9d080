"""Getting new content: what there is, what it costs, fetching it, and putting it into use.

The order is the user's (DESIGN section 6): :meth:`Updates.check` says what there is before
anything of size comes over the link («21 kB av 4,1 MB»), :meth:`Updates.fetch` brings one
release here and verifies it, :meth:`Updates.install` puts it into use. Each can be stopped, and
what has come is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec

from feltperm.desk.updates.checking import Checker
from feltperm.desk.updates.fetching import Fetcher
from feltperm.desk.updates.in_use import InUse
from feltperm.desk.updates.intake import Intake
from feltperm.desk.updates.link import Link
from feltperm.desk.updates.update_values import (
    Check,
    Failed,
    Overview,
    PackState,
    Plan,
    Progress,
    Ready,
    Refused,
    Taken,
    Updated,
    Way,
    size_words,
)
from feltperm.errors import Condition, UpdateFailed
from feltperm.packs.changes import Changes
from feltperm.packs.schedule import MONTHLY, Pending, came, may_fetch, spent

__all__ = [
    "Check", "Failed", "Overview", "PackState", "Plan", "Progress", "Ready", "Refused",
    "Taken", "Updated", "Updates", "Way", "size_words",
]  # fmt: skip


class Updates:
    """The tool of the window's update lane, and of the command line.

    For one thread at a time; only :meth:`stop` may come from another. Whatever writes takes the
    update lock, and can raise UpdateFailed("busy"), DiskFull and ReadOnly.

    Args:
        intake: where new content arrives.
        link: how it comes.
        now: gives the local time.

    Attributes:
        metered: set by the window, from any thread: the link counts bytes.
    """

    def __init__(self, intake: Intake, link: Link, now: Callable[[], datetime]) -> None:
        self.metered = False
        self._intake = intake
        self._link = link
        self._now = now
        self._fetcher = Fetcher(intake, link, self._spend)
        self._checker = Checker(intake, link, now, self._spend)
        self._in_use = InUse(intake, link)

    def overview(self) -> Overview:
        """Return what is in use and what is known of newer content; asks no network."""
        intake, state = self._intake, self._intake.log.read()
        total, metered = spent(state, self._now())
        return Overview(
            packs=self._in_use.packs(),
            sources=intake.senders.all(),
            last_attempt=state.last_attempt,
            last_success=state.last_success,
            spent_bytes=total,
            metered_bytes=metered,
            interrupted=self._in_use.interrupted(),
            ready=self.ready(),
            damaged=intake.senders.damaged(),
        )

    def check(self, source: str = "", by_itself: bool = False) -> Check:
        """Ask the senders what is new: about two requests and 0.4 kB each when nothing is.

        Args:
            source: only this sender: a name, key or address; or a folder that holds a
                sender's content.
            by_itself: nobody asked for it: a shared folder that is away is passed over.

        Raises:
            NotFound: no such sender.
            UpdateFailed: stopped, or another program is updating. A sender that cannot be
                reached is no failure of the check; it stands in ``failures``.
        """
        with self._intake.alone():
            self._intake.drop_finished()
            return self._checker.check(source, by_itself)

    def may_fetch(self, plan: Plan, only_wifi: bool = False, month_limit: int = MONTHLY) -> bool:
        """Say whether a release may come without asking, on the link there is."""
        state = self._intake.log.read()
        metered = self.metered and not plan.folder
        return may_fetch(plan.bytes, metered, only_wifi, state, self._now(), month_limit)

    def fetch(self, plan: Plan, progress: Progress | None = None, most: int | None = None) -> Ready:
        """Bring a release here: by delta, then whole, then plain; verify, decode and compare.

        What has come stays when it is stopped or the link breaks, and is not fetched again.

        Args:
            plan: from :meth:`check`.
            progress: told how far it is.
            most: the most bytes that a way may take; beyond, the failure of the cheaper way is
                raised.

        Raises:
            UpdateFailed, DiskFull, ReadOnly: nothing in use was changed.
        """
        with self._intake.alone():
            return self._fetcher.fetch(plan, progress, most)

    def install(self, ready: Ready) -> Taken:
        """Put a fetched release into use, and verify it in its place.

        Raises:
            UpdateFailed, ContentDamaged, DiskFull, ReadOnly: what was in use still is.
        """
        with self._intake.alone():
            return self._intake.install(ready)

    def update(self, source: str = "", progress: Progress | None = None) -> Updated:
        """Check, fetch and install all that is due; one that fails keeps no other out.

        Raises:
            NotFound, UpdateFailed, DiskFull, ReadOnly: the check itself failed.
        """
        check = self.check(source)
        taken: list[Taken] = []
        refused: list[Refused] = []
        for plan in check.due:
            try:
                taken.append(self.install(self.fetch(plan, progress)))
            except Condition as condition:
                refused.append(Refused(plan, condition))
                if isinstance(condition, UpdateFailed) and condition.why in ("stopped", "busy"):
                    break
        return Updated(check, tuple(taken), tuple(refused))

    def ready(self) -> tuple[Ready, ...]:
        """Return the releases that are here and not in use yet."""
        return self._intake.waiting(self._checker.plan_of)

    def interrupted(self) -> str:
        """Return the sentence about an update that was cut off; an empty string when none was."""
        return self._in_use.interrupted()

    def resume(self, progress: Progress | None = None) -> tuple[Ready, ...]:
        """Go on with what was cut off; return what is here now and may be installed.

        Raises:
            UpdateFailed, DiskFull, ReadOnly: nothing in use was changed, and it may be tried again.
        """
        found = {ready.plan.pack: ready for ready in self.ready()}
        failure: Condition | None = None
        for pending in self._intake.log.read().pending:
            if pending.pack not in found:
                try:
                    if ready := self._resumed(pending, progress):
                        found[pending.pack] = ready
                except UpdateFailed as error:
                    if error.why in ("stopped", "busy"):
                        raise
                    failure = failure or error
        if failure is not None and not found:
            raise failure
        return tuple(found.values())

    def forget_interrupted(self) -> None:
        """Do not speak of it again («Ikke nå»); the part that came is kept for the next time."""
        with self._intake.alone():
            log = self._intake.log
            state = log.read()
            for pending in state.pending:
                state = state.with_pending(msgspec.structs.replace(pending, silent=True))
            log.write(state)

    def roll_back(self, pack: str, to_bundled: bool = False) -> PackState:
        """Go one step back, and stay there until :meth:`take_newer`.

        Args:
            pack: its id.
            to_bundled: to the program's own copy, whatever lies between.

        Raises:
            NotFound: no such pack, or nothing to go back to.
        """
        with self._intake.alone():
            self._intake.roll_back(pack, to_bundled)
            return self._in_use.pack(pack)

    def take_newer(self, pack: str) -> PackState:
        """Let a pack be renewed again after :meth:`roll_back`.

        The newest version on disk is in use at once; a still newer one comes with the next check.

        Raises:
            NotFound: no such pack.
        """
        with self._intake.alone():
            self._intake.store.unpin(pack)
            return self._in_use.pack(pack)

    def changes(self, since: int | None = None, pack: str = "") -> tuple[Changes, ...]:
        """Return what the last updates changed, the newest first.

        Args:
            since: only updates to a seq above this.
            pack: only of this pack.
        """
        return self._in_use.changes(since, pack)

    def stop(self) -> None:
        """Stop or pause what is under way, from any thread; the part that has come is kept."""
        self._link.stop()

    def _resumed(self, pending: Pending, progress: Progress | None) -> Ready | None:
        """Go on with one update; None when there is nothing left of it to be had."""
        check = None
        if self._intake.senders.get(pending.source) is not None:
            check = self.check(pending.source)
            plan = next((one for one in check.plans if one.pack == pending.pack), None)
            if plan is not None:
                return self.fetch(plan, progress)
        if check is not None and check.failures:
            raise check.failures[0].why
        with self._intake.alone():
            self._intake.drop(pending.pack)
        return None

    def _spend(self, count: int) -> None:
        """Add to the bytes of this month."""
        if count:
            log = self._intake.log
            log.write(came(log.read(), count, self.metered, self._now()))
