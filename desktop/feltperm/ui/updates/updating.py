"""Content that renews itself: when to ask, what is in use, and what is worth a word.

Nothing here is modal, and what comes by itself says next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from feltperm.errors import Condition, UpdateFailed
from feltperm.packs.schedule import MONTHLY
from feltperm.ui.background import Job, Lane
from feltperm.ui.updates.course import Course, Link
from feltperm.ui.updates.rhythm import Rhythm

if TYPE_CHECKING:
    from feltperm.desk.preferences import Preferences
    from feltperm.desk.updates.update_desk import UpdateDesk
    from feltperm.desk.updates.update_values import Overview, Plan, Taken
    from feltperm.packs.changes import Changes

__all__ = ["Updating"]

#: Failures that a better moment mends: what was paused by one goes on by itself.
_PASSING = frozenset({"no_network", "portal", "proxy", "tls", "server", "missing", "too_slow"})
#: Those, and the ones that mend themselves, are not told to somebody who has asked for nothing.
_QUIET = _PASSING | {"busy", "stopped", "stick_gone"}


class Updating(QObject):
    """Owns the course of updates and the rhythm of checks.

    Attributes:
        course: the update that is under way, if one is.
        overview: what is in use; None until it has been looked at.
        news: what the last updates changed, the newest first.
        only_wifi: the user wants nothing to come by itself over links that cost.
        month_limit: bytes that may come so in a month.

    Signals:
        looked: :attr:`overview` and :attr:`news` are others now.
        taken: other content is in use; carries a tuple of
            :class:`~feltperm.desk.updates.update.Taken`, empty after going back.
        asked: content was found that would cost; carries its plans, each release once.
        interrupted: an update was cut off before the program began; carries the sentence.
        grave: nobody has asked, and still it must be told; carries the condition.
    """

    looked = Signal()
    taken = Signal(object)
    asked = Signal(object)
    interrupted = Signal(str)
    grave = Signal(object)

    def __init__(
        self,
        lane: Lane[UpdateDesk],
        rhythm: Rhythm,
        parent: QObject | None = None,
    ) -> None:
        """Renew content on ``lane`` when ``rhythm`` or a person says so."""
        super().__init__(parent)
        self.lane, self.rhythm = lane, rhythm
        self.only_wifi, self.month_limit = False, MONTHLY
        link = lambda: Link(rhythm.metered(), self.only_wifi, self.month_limit)  # noqa: E731
        self.course = Course(lane, link, self)
        self.overview: Overview | None = None
        self.news: tuple[Changes, ...] = ()
        self._asked_for: set[tuple[str, int]] = set()
        self._told: set[str] = set()
        self._made_way = False
        #: pack and seq of what the window shows; None while that changes
        self._in_use: set[tuple[str, int]] | None = None
        rhythm.due.connect(self._due)
        self.course.checked.connect(self._checked)
        self.course.taken.connect(self._taken)
        self.course.asked.connect(self._ask)
        self.course.failed.connect(self._tell_if_grave)

    def follow(self, wishes: Preferences) -> None:
        """Go by what the person has chosen, from now on."""
        self.only_wifi, self.month_limit = wishes.only_wifi, wishes.month_limit
        self.rhythm.follow(wishes.checks)

    def start(self) -> None:
        """Look what there is; say what was cut off before the program began."""
        self._look(self._begin)

    def refresh(self) -> None:
        """Look again what there is; asks no network."""
        self._look(lambda: None)

    def roll_back(self, pack: str) -> None:
        """Go one step back with a pack, and stay there."""
        self._turn(lambda tools: tools.updates.roll_back(pack))

    def take_newer(self, pack: str) -> None:
        """Let a pack be renewed again, and ask for what is newer still."""
        self._turn(lambda tools: tools.updates.take_newer(pack), self.course.check)

    def remove_source(self, key: str, removed: Callable[[], None]) -> None:
        """Remove a sender and its content."""
        self._turn(lambda tools: tools.sources.remove(key), removed)

    def forget_interrupted(self) -> None:
        """Do not speak of the update that was cut off again."""
        self.lane.run(
            lambda tools: tools.updates.forget_interrupted(),
            lambda _done: self.refresh(),
            self.grave.emit,
        )

    def take_from(
        self,
        stick: Path,
        progress: Callable[[int, int], None],
        done: Callable[[tuple[Taken, ...]], None],
        failed: Callable[[Condition], None],
    ) -> Job:
        """Take from a stick what it has newer; ``progress`` is called on the lane's thread."""

        def finished(answer: tuple[Taken, ...]) -> None:
            done(answer)
            self._taken(answer)

        def broke(condition: Condition) -> None:
            failed(condition)
            self.settle()  # some of it may be in use

        return self.lane.run(lambda s: s.relay.take(stick, progress), finished, broke)

    def settle(self) -> None:
        """Show what is in use after something was stopped that may have changed it."""

        self.lane.run(lambda _tools: None, lambda _done: self._show(()), self.grave.emit)

    def make_way(self) -> None:
        """Let a stick go first: what is being fetched pauses."""
        if self.course.situation.phase == "fetching":
            self._made_way = True
            self.course.pause()

    def carry_on(self) -> None:
        """Go on with what made way."""
        if self._made_way:
            self._made_way = False
            self.course.resume()

    def _due(self) -> None:
        """The time for a check has come, or a network has appeared."""
        situation = self.course.situation
        failure = situation.failure
        passing = isinstance(failure, UpdateFailed) and failure.why in _PASSING
        if situation.phase == "paused" and passing:
            self.rhythm.asked()
            self.course.resume()
        elif not situation.busy:
            self.course.check(by_itself=True)

    def _begin(self) -> None:
        if self.overview is not None and self.overview.interrupted:
            self.interrupted.emit(self.overview.interrupted)

    def _checked(self) -> None:
        self.rhythm.asked()
        self.refresh()

    def _look(self, then: Callable[[], None]) -> None:
        def see(answer: tuple[Overview, tuple[Changes, ...]]) -> None:
            self.overview, self.news = answer
            before = self._in_use
            self._in_use = {(one.pack, one.seq) for one in self.overview.packs}
            if before not in (None, self._in_use):
                self.taken.emit(())  # another program did it, and search must not stay old
            if self.overview.sources:
                self.rhythm.start()
            else:
                self.rhythm.stop()
            self.course.show_ready(self.overview.ready)
            self.looked.emit()
            then()

        self.lane.run_latest("overview", _overview, see, self.grave.emit)

    def _taken(self, taken: tuple[Taken, ...]) -> None:
        if taken:
            self._show(taken)
        else:
            self.refresh()

    def _show(self, taken: tuple[Taken, ...]) -> None:
        """Other content is in use, by what was done here."""
        self._in_use = None
        self.taken.emit(taken)
        self.refresh()

    def _turn(
        self, work: Callable[[UpdateDesk], object], then: Callable[[], None] = lambda: None
    ) -> None:
        """Do what changes the content in use and fetches nothing."""

        def done(_answer: object) -> None:
            self._show(())
            then()

        self.lane.run(work, done, self.grave.emit)

    def _ask(self, plans: Sequence[Plan]) -> None:
        new = {(plan.pack, plan.release.seq) for plan in plans} - self._asked_for
        self._asked_for |= new
        if new:
            self.asked.emit(tuple(plans))

    def _tell_if_grave(self, condition: Condition) -> None:
        """Say what must be known although nobody has asked; the same only once."""
        quiet = isinstance(condition, UpdateFailed) and condition.why in _QUIET
        by_itself = self.course.situation.by_itself
        if by_itself and not quiet and str(condition) not in self._told:
            self._told.add(str(condition))
            self.grave.emit(condition)


def _overview(tools: UpdateDesk) -> tuple[Overview, tuple[Changes, ...]]:
    return tools.updates.overview(), tools.updates.changes()
