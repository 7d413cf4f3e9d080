"""When to ask for new content without being told to: at start, at a wake, with a new network.

The rules are :mod:`feltperm.packs.schedule`'s; here they meet the machine. Clocks, chance and the
network's hints come in from outside, so that a test can let a night pass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from feltperm.packs.schedule import next_check, on_wake

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from feltperm.desk.preferences import Checks
    from feltperm.packs.schedule import CheckState

__all__ = ["Clock", "Hints", "Rhythm"]

#: How often it is looked at whether the time has come.
EVERY_S = 30
#: A longer gap between two looks, and the machine has slept.
_GAP_S = 60
#: After a wake or a new network, this long is the hint «no network» believed and asked again.
_ASTIR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Clock:
    """The times of a machine, and chance.

    Attributes:
        now: local time, which a person may set and which goes on while the machine sleeps.
        monotonic: seconds that only grow; on some systems they stand still in sleep.
        chance: a number from 0 to 1.
    """

    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    chance: Callable[[], float]


class Hints(Protocol):
    """As much of :class:`feltperm.ui.updates.reachability.Reachability` as is needed here."""

    @property
    def appeared(self) -> SignalInstance:
        """There was no network, and now there is one."""

    def look(self) -> None:
        """Look again, and say so if a network has appeared."""

    def online(self) -> bool:
        """Say whether there is a network, as far as it is known."""

    def metered(self) -> bool:
        """Say whether what is sent costs."""


class Rhythm(QObject):
    """Says when a check is due.

    Signals:
        due: ask now; said again at each look until :meth:`asked` is called.
    """

    due = Signal()

    def __init__(
        self,
        state: Callable[[], CheckState],
        clock: Clock,
        hints: Callable[[], Hints],
        parent: QObject | None = None,
    ) -> None:
        """Go by what ``state`` says happened so far; ``hints`` is called at :meth:`start`."""
        super().__init__(parent)
        self._state, self._clock, self._make_hints = state, clock, hints
        self._hints: Hints | None = None
        self._next = self._begun = datetime.max
        self._seen = (self._begun, 0.0)
        self._astir: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_S * 1000)
        self._timer.timeout.connect(self.tick)
        self._checks: Checks = "daily"

    def follow(self, checks: Checks) -> None:
        """Ask so often from now on; «never» leaves it to the person."""
        self._checks = checks
        if self._hints is not None:
            self._next = self._planned()

    @property
    def running(self) -> bool:
        """Whether there is anybody to ask."""
        return self._hints is not None

    def start(self) -> None:
        """Begin: the first check comes some minutes from now."""
        if self._hints is not None:
            return
        now = self._clock.now()
        self._hints = self._make_hints()
        self._hints.appeared.connect(self._stir)
        self._seen = (now, self._clock.monotonic())
        self._next = self._planned(started=now)
        self._timer.start()

    def stop(self) -> None:
        """There is nobody to ask any more."""
        self._timer.stop()
        if self._hints is not None:
            self._hints.appeared.disconnect(self._stir)
        self._hints = None
        self._astir = None

    def asked(self) -> None:
        """A check has been made, by whom ever: plan the next."""
        state = self._state()
        self._next = self._planned()
        if not state.failures:
            self._astir = None

    def metered(self) -> bool:
        """Say whether the link costs, as far as it is known."""
        return self._hints is not None and self._hints.metered()

    def tick(self) -> None:
        """Look whether the time has come."""
        if self._hints is None:
            return
        if self._slept():
            self._stir()
        self._hints.look()
        if self._clock.now() >= self._next:
            self.due.emit()
        else:
            self._ask_if_astir()

    def _stir(self) -> None:
        """Something has happened that may have brought a network."""
        self._astir = self._clock.now()
        self._ask_if_astir()

    def _ask_if_astir(self) -> None:
        """Ask after a wake or a new network, unless it was asked lately or nobody can answer.

        A machine that wakes has its network some seconds later; a check before that would count
        as a failure. But the hint only delays: at the end of the time it is asked anyway.
        """
        if self._astir is None or self._hints is None or self._checks == "never":
            return
        now = self._clock.now()
        over = now - self._astir > _ASTIR
        if (over or self._hints.online()) and on_wake(self._state(), now):
            self.due.emit()
        if over:
            self._astir = None

    def _planned(self, started: datetime | None = None) -> datetime:
        if self._checks == "never":
            return datetime.max
        usual = timedelta(hours=1 if self._checks == "hourly" else 24)
        return next_check(self._state(), self._clock.now(), self._clock.chance(), started, usual)

    def _slept(self) -> bool:
        """Say whether the machine has slept since the last look.

        Seconds that stand still in sleep fall behind the wall clock; where they do not, the look
        itself came late. A clock that was set looks like sleep, and costs one small question.
        """
        wall, steady = self._seen
        self._seen = now, seconds = self._clock.now(), self._clock.monotonic()
        passed = (now - wall).total_seconds()
        return passed - (seconds - steady) > _GAP_S or seconds - steady > EVERY_S + _GAP_S
