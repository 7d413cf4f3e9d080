"""The course of one update: asked, offered, fetched, put into use; each step can be stopped.

It runs on a lane of its own, so that search never waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from feltperm.errors import Condition, ContentDamaged, UpdateFailed
from feltperm.packs.schedule import MONTHLY
from feltperm.ui.background import Job, Lane

if TYPE_CHECKING:
    from feltperm.desk.updates.update import Updates
    from feltperm.desk.updates.update_desk import UpdateDesk
    from feltperm.desk.updates.update_values import Check, Plan, Ready, Taken

__all__ = ["Course", "Link", "Phase", "Situation"]

Answer = TypeVar("Answer")

#: Where an update stands.
#:
#: offered: there is something newer, and nobody has said yes; paused: by the user or by a failure;
#: ready: it is here and verified, and not in use.
Phase = Literal["idle", "checking", "offered", "fetching", "paused", "ready", "installing"]


#: Failures of a sender or its content that may pass, and those that stay: others come meanwhile.
_FOR_NOW = frozenset({"missing", "server", "damaged"})
_FOR_GOOD = frozenset({"untrusted", "expired", "rolled_back", "too_new", "foreign"})


class Link(NamedTuple):
    """What the network costs, and what the user wants of it.

    Attributes:
        month_limit: bytes that may come by themselves in a month where it costs.
    """

    metered: bool = False
    only_wifi: bool = False
    month_limit: int = MONTHLY


@dataclass(frozen=True, slots=True)
class Situation:
    """Where things stand.

    Attributes:
        plans: what is offered or comes; the one under way first.
        came, coming: bytes of that one.
        ready: what is here and not in use.
        failure: why the last thing that was tried failed.
        up_to_date: somebody has asked, and there is nothing newer.
        by_itself: nobody has asked for what is under way.
    """

    phase: Phase = "idle"
    plans: tuple[Plan, ...] = ()
    came: int = 0
    coming: int = 0
    ready: tuple[Ready, ...] = ()
    failure: Condition | None = None
    up_to_date: bool = False
    by_itself: bool = False

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self.phase in ("checking", "fetching", "installing")


class _Checked(NamedTuple):
    """A check's answer, and which of its plans may come without asking."""

    check: Check
    allowed: tuple[Plan, ...]


class Course(QObject):
    """Leads one update at a time.

    Signals:
        changed: :attr:`situation` is another now.
        progressed: bytes that have come, and bytes that will have.
        checked: a check has ended, well or not.
        taken: other content is in use; carries a tuple of
            :class:`~feltperm.desk.updates.update.Taken`.
        asked: content was found that would cost; carries its plans.
        failed: something went wrong; carries the condition.
    """

    changed = Signal()
    progressed = Signal(object, object)
    checked = Signal()
    taken = Signal(object)
    asked = Signal(object)
    failed = Signal(object)
    #: Carries progress from the lane's thread; bytes are more than Qt's int holds.
    came = Signal(object, object)

    def __init__(
        self,
        lane: Lane[UpdateDesk],
        link: Callable[[], Link] = Link,
        parent: QObject | None = None,
    ) -> None:
        """Lead updates on ``lane``."""
        super().__init__(parent)
        self.situation = Situation()
        self._lane, self._link = lane, link
        self._job = Job()
        self._use = False
        #: sha256 of releases that could not be taken: only a person tries them again
        self._refused: set[str] = set()
        self._skipped: Condition | None = None
        self.came.connect(self._count)

    def check(self, source: str = "", *, by_itself: bool = False, use: bool = False) -> None:
        """Ask the senders for newer content.

        Args:
            source: only this one, by its key.
            by_itself: nobody wants to know: fetch and use what may come without asking.
            use: fetch and use all that there is.
        """
        stays_paused = self.situation.phase == "paused" and self.situation.failure is None
        if self.situation.busy or (by_itself and stays_paused):
            return
        link = self._link()

        def work(tools: UpdateDesk) -> _Checked:
            updates = tools.updates
            updates.metered = link.metered
            check = updates.check(source, by_itself)
            wishes = (link.only_wifi, link.month_limit)
            may = (plan for plan in check.due if updates.may_fetch(plan, *wishes))
            return _Checked(check, tuple(may) if by_itself else check.due)

        self._use, self._skipped = use or by_itself, None
        self._become(
            phase="checking", plans=(), failure=None, up_to_date=False, by_itself=by_itself
        )
        self._job = self._run(work, self._answered)

    def fetch(self) -> None:
        """Fetch what is offered, and show what it changes before it is used."""
        if self.situation.phase == "offered":
            self._use = False
            self._become(by_itself=False)
            self._fetch_next()

    def pause(self) -> None:
        """Stop fetching; the part that has come stays."""
        if self.situation.phase == "fetching":
            self.halt()
            self._become(phase="paused", failure=None)

    def resume(self) -> None:
        """Go on with what was paused, by the user or by a failure."""
        if self.situation.phase == "paused":
            if self.situation.plans:
                self._fetch_next()
            else:
                self.go_on()

    def cancel(self) -> None:
        """Give up what is offered, under way or paused; the part that has come stays."""
        if self.situation.phase in ("checking", "offered", "fetching", "paused"):
            self.halt()
            self._rest(plans=(), failure=None)
            self._run(lambda tools: tools.updates.forget_interrupted(), lambda _done: None)

    def go_on(self) -> None:
        """Go on with an update that was cut off before the program began."""
        if not self.situation.busy:
            self._use = True
            self._become(
                phase="fetching", plans=(), came=0, coming=0, failure=None, by_itself=False
            )
            self._job = self._run(lambda tools: tools.updates.resume(self.came.emit), self._here)

    def install(self) -> None:
        """Put what is ready into use."""
        self._put_into_use(self.situation.ready)

    def _put_into_use(self, ready: tuple[Ready, ...]) -> None:
        if ready and not self.situation.busy:
            self._become(phase="installing", failure=None)
            self._job = self._run(lambda tools: _install(tools.updates, ready), self._installed)

    def show_ready(self, ready: tuple[Ready, ...]) -> None:
        """Take note of what lies here and is not in use."""
        if self.situation.phase in ("idle", "ready"):
            self._rest(ready=ready)

    def _answered(self, answer: _Checked) -> None:
        check, by_itself = answer.check, self.situation.by_itself
        here = {ready.plan.release.sha256 for ready in self.situation.ready}
        plans = tuple(plan for plan in check.due if plan.release.sha256 not in here)
        refused = self._refused if by_itself else frozenset()
        wanted = tuple(plan for plan in plans if plan.release.sha256 not in refused)
        come = tuple(plan for plan in wanted if plan in answer.allowed)
        failure = check.failures[0].why if check.failures else None
        self._become(failure=failure, plans=plans, up_to_date=not plans and failure is None)
        self.checked.emit()
        if failure is not None:
            self.failed.emit(failure)
        if by_itself and len(come) < len(wanted):
            self.asked.emit(tuple(plan for plan in wanted if plan not in come))
        if self._use and come:
            self._become(plans=come)
            self._fetch_next()
            return
        self._rest()
        if by_itself:  # what was fetched before and left; a step back is not undone by itself
            self._put_into_use(tuple(one for one in self.situation.ready if not one.plan.pinned))

    def _rest(self, **changes: object) -> None:
        """Nothing is under way any more; what is here or offered is shown."""
        now = replace(self.situation, **changes)  # type: ignore[arg-type]
        phase = "ready" if now.ready else "offered" if now.plans else "idle"
        self._become(phase=phase, **changes)

    def _fetch_next(self) -> None:
        plan, metered = self.situation.plans[0], self._link().metered
        # a costlier way than the one that was allowed is asked for first
        most = plan.bytes if metered and self.situation.by_itself else None

        def work(tools: UpdateDesk) -> tuple[Ready, ...]:
            tools.updates.metered = metered
            return (tools.updates.fetch(plan, self.came.emit, most),)

        self._become(phase="fetching", failure=None, came=0, coming=plan.bytes)
        self._job = self._run(work, self._here)

    def _here(self, ready: tuple[Ready, ...]) -> None:
        plans, packs = self.situation.plans[1:], {one.plan.pack for one in ready}
        others = (one for one in self.situation.ready if one.plan.pack not in packs)
        here = (*others, *ready)
        if plans:
            self._become(ready=here, plans=plans)
            self._fetch_next()
            return
        self._rest(ready=here, plans=plans)
        if self._use:
            self._put_into_use(tuple(one for one in here if not one.plan.pinned))

    def _installed(self, answer: tuple[tuple[Taken, ...], Condition | None]) -> None:
        taken, failure = answer
        packs = {one.installed.pack for one in taken}
        left = tuple(one for one in self.situation.ready if one.plan.pack not in packs)
        self._rest(ready=left, failure=failure or self._skipped)
        if taken:
            self.taken.emit(taken)
        if failure is not None:
            self.failed.emit(failure)

    def _broke(self, condition: Condition) -> None:
        """Show why; what was being fetched can go on."""
        before, plans = self.situation.phase, self.situation.plans
        if before == "fetching" and plans and _is_its_own(condition):
            if _is_for_good(condition):
                self._refused.add(plans[0].release.sha256)
            if plans[1:]:  # a sender in trouble does not hold up the others
                self._skipped = condition
                self.failed.emit(condition)
                self._become(plans=plans[1:])
                self._fetch_next()
                return
        if before in ("checking", "installing"):
            self._rest(failure=condition)
        else:
            self._become(failure=condition, phase="paused" if before == "fetching" else before)
        if before == "checking":
            self.checked.emit()
        self.failed.emit(condition)

    def halt(self) -> None:
        """Let nothing more come of what is under way, and end it."""
        self._job.cancel()
        self._lane.reach(lambda tools: tools.stop())

    def _count(self, came: int, coming: int) -> None:
        if self.situation.phase == "fetching":
            self.situation = replace(self.situation, came=came, coming=coming)
            self.progressed.emit(came, coming)

    def _run(self, work: Callable[[UpdateDesk], Answer], done: Callable[[Answer], None]) -> Job:
        return self._lane.run(work, done, self._broke)

    def _become(self, **changes: object) -> None:
        self.situation = replace(self.situation, **changes)  # type: ignore[arg-type]
        self.changed.emit()


def _install(
    updates: Updates, ready: Sequence[Ready]
) -> tuple[tuple[Taken, ...], Condition | None]:
    """Put one after the other into use; one that fails keeps no other out."""
    taken: list[Taken] = []
    failure: Condition | None = None
    for one in ready:
        try:
            taken.append(updates.install(one))
        except Condition as condition:
            failure = failure or condition
    return tuple(taken), failure


def _is_its_own(condition: Condition) -> bool:
    """Whether what failed is a sender's or a release's own, and says nothing of the next."""
    passes = isinstance(condition, UpdateFailed) and condition.why in _FOR_NOW
    return passes or _is_for_good(condition)


def _is_for_good(condition: Condition) -> bool:
    """Whether the same release fails again however often it is fetched."""
    if isinstance(condition, UpdateFailed):
        return condition.why in _FOR_GOOD
    return isinstance(condition, ContentDamaged)
