"""Work off the window's thread.

A lane is one worker thread with one thing it owns (the desk, or the press). SQLite connections
belong to the thread that made them, so whatever a lane opens it opens on its own thread and uses
only there. Answers come back on the window's thread; the answer to a cancelled or overtaken job
is thrown away.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from feltperm.errors import Condition

__all__ = ["Job", "Lane"]

Tool = TypeVar("Tool")
Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)


class Job:
    """A piece of work under way; ``cancel`` throws its answer away.

    Attributes:
        cancelled: nobody wants it any more, and if it has not begun it need not.
        unheard: it is to be done, but nobody is there any more to hear of it.
    """

    def __init__(self) -> None:
        self.cancelled = False
        self.running = False
        self.unheard = False

    def dropped(self) -> bool:
        """Return whether its answer is thrown away."""
        return self.cancelled or self.unheard

    def cancel(self) -> None:
        """Let the answer, when it comes, be dropped."""
        self.cancelled = True


class Lane(QObject, Generic[Tool]):
    """One worker thread and the tool that it alone touches.

    Args:
        opener: makes the tool, on the lane's thread, before the first job.
        recover: tried once when work ends in a condition: given the tool and the condition, on
            the lane's thread, it returns a new tool to do the work again with, or None. What
            the new tool stumbles over in the same way is a bug, not damage.
        bug: called on the window's thread with whatever was raised that is no
            :class:`~feltperm.errors.Condition`.
    """

    #: There is a new tool in place of a broken or an outdated one.
    renewed = Signal()
    _delivered = Signal(object)

    def __init__(
        self,
        opener: Callable[[], Tool],
        bug: Callable[[BaseException], None],
        recover: Callable[[Tool, Condition], Tool | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opener = opener
        self._recover = recover
        self._bug = bug
        self._tool: Tool | None = None
        self._latest: dict[str, Job] = {}
        self._asked: WeakSet[Job] = WeakSet()
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)  # the thread owns connections: it must not be replaced
        self._delivered.connect(self._deliver)

    def run(
        self,
        work: Callable[[Tool], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Condition], None],
    ) -> Job:
        """Do ``work`` with the tool on the lane's thread; answer on the window's thread.

        A closed lane does nothing more.
        """
        job = Job()
        self._asked.add(job)
        if self._closed:
            job.cancel()
            return job
        self._pool.start(lambda: self._work(job, work, done, failed))
        return job

    def run_latest(
        self,
        name: str,
        work: Callable[[Tool], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Condition], None],
        stop: Callable[[Tool], None] | None = None,
    ) -> Job:
        """Like :meth:`run`, but a newer job of the same name overtakes this one.

        Args:
            stop: called with the tool, on the caller's thread, when the older job is under way;
                only for what the tool says is safe from another thread, as interrupting is.
        """
        if older := self._latest.get(name):
            older.cancel()
            if stop is not None and older.running:
                self.reach(stop)
        self._latest[name] = self.run(work, done, failed)
        return self._latest[name]

    def forget_answers(self) -> None:
        """Drop the answers to all that has been asked for until now; what is to be done is done.

        For when those who asked are about to go.
        """
        for job in list(self._asked):
            job.unheard = True

    def reach(self, action: Callable[[Tool], None]) -> None:
        """Call ``action`` with the tool at once, on the caller's thread, if the tool exists.

        Only for what the tool says is safe from another thread, as interrupting a query is.
        """
        if self._tool is not None:
            action(self._tool)

    def renew(self, make: Callable[[Tool], Tool], failed: Callable[[Condition], None]) -> Job:
        """Put a newly made tool in place of the one there is, behind the work that waits.

        Args:
            make: given the old tool, on the lane's thread; closes what of it the new one does not
                take over. Where it ends in a condition the old one stays in use.
        """

        def work(tool: Tool) -> None:
            try:
                self._tool = make(tool)
            except Condition as condition:  # the old tool is not broken: nothing to recover from
                error = condition
                self._send(lambda: failed(error))
            else:
                self._send(self.renewed.emit)

        return self.run(work, lambda _done: None, failed)

    def close(self, closing: Callable[[Tool], None]) -> None:
        """Finish, let the thread close its tool, and wait for it. No answer is delivered any more.

        What was asked for with :meth:`run` is still done, for it may be the last star that was
        set; what :meth:`run_latest` asked for is only looking, and is left out.
        """
        self._closed = True
        for job in self._latest.values():
            job.cancel()
        self._pool.start(lambda: self._close(closing))
        self._pool.waitForDone()

    def _close(self, closing: Callable[[Tool], None]) -> None:
        if self._tool is not None:
            closing(self._tool)
            self._tool = None

    def _work(
        self,
        job: Job,
        work: Callable[[Tool], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Condition], None],
    ) -> None:
        if job.cancelled:
            return
        job.running = True
        try:
            answer = self._attempt(job, work)
        except Condition as condition:
            error = condition
            self._send(lambda: None if job.dropped() else failed(error))
        except BaseException as raised:  # a bug must reach the crash report, not vanish here
            if job.cancelled:  # it was stopped half-way, and nobody waits for it
                _log.debug("an overtaken job ended", exc_info=True)
                return
            _log.exception("a background job failed")
            bug = raised
            self._send(lambda: self._bug(bug))
        else:
            self._send(lambda: None if job.dropped() else done(answer))
        finally:
            job.running = False

    def _attempt(self, job: Job, work: Callable[[Tool], Answer]) -> Answer:
        """Do the work; where its tool turns out to be broken, once more with a new one."""
        if self._tool is None:
            self._tool = self._opener()
        try:
            return work(self._tool)
        except Condition as condition:
            if self._recover is None or job.cancelled:
                raise
            broken, self._tool = self._tool, None
            renewed = self._recover(broken, condition)
            self._tool = renewed or broken
            if renewed is None:
                raise
            self._send(self.renewed.emit)
        try:
            return work(renewed)
        except Condition as again:
            if isinstance(again.__cause__, LookupError | TypeError | AttributeError):
                raise again.__cause__ from None
            raise

    def _send(self, delivery: Callable[[], object]) -> None:
        self._delivered.emit(delivery)

    @Slot(object)
    def _deliver(self, delivery: Callable[[], object]) -> None:
        if not self._closed:
            delivery()
