"""How long ago naloxone was given: counted in memory only, and forgotten after half an hour."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from feltperm.ui.toolkit.parts import button, label, row

__all__ = ["ClockLine", "DoseClock", "seconds_since_start"]

#: After this long without improvement the next dose is due: step 5 of the record
#: (two to three minutes); the card speaks at the earlier bound.
NEXT_DOSE_S = 120
#: What still counts after this long is another patient's: a clock left running gives false orders.
LONGEST_S = 30 * 60

#: Returns one of three wordings (bokmål, English, nynorsk) in the language of the card.
Wording: TypeAlias = Callable[[str, str, str], str]


def seconds_since_start() -> float:
    """Return seconds that only ever rise, also while the machine sleeps.

    ``monotonic`` stands still on a sleeping Linux machine: the next patient's hour would be lost.
    """
    since_boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if since_boot is None else time.clock_gettime(since_boot)


class DoseClock(QObject):
    """Counts from the last dose. ``moved`` comes with every tick, and when it stops."""

    moved = Signal()

    def __init__(self, now: Callable[[], float], parent: QObject) -> None:
        """Stand still; ``now`` gives seconds and only ever rises."""
        super().__init__(parent)
        self._now = now
        self._given: float | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(500)
        self._tick.timeout.connect(self.moved)

    def start(self) -> None:
        """Count from now, also where it counts already."""
        self._given = self._now()
        self._tick.start()
        self.moved.emit()

    def stop(self) -> None:
        """Forget the dose."""
        self._given = None
        self._tick.stop()
        self.moved.emit()

    def seconds(self) -> int | None:
        """Return how long ago the dose was; None where none is counted, or none any more."""
        if self._given is not None and self._now() - self._given >= LONGEST_S:
            self._given = None
            self._tick.stop()
        return None if self._given is None else int(self._now() - self._given)


class ClockLine(QWidget):
    """The clock in words, with a way to stop it. Its room is kept while there is nothing to say."""

    def __init__(self, clock: DoseClock, text: Wording, orders: Callable[[], bool]) -> None:
        """Show ``clock``; where ``orders()`` is true it also says when the next dose is due."""
        super().__init__()
        self._clock, self._text, self._orders = clock, text, orders
        self.words = label("", "clock", wrap=False)
        self.reset = button(text("Nullstill", "Reset", "Nullstill"), clock.stop, "quiet")
        self._longest = label(self._worded(LONGEST_S - 1, order=True), "clock", wrap=False)
        self._longest.setParent(self)
        self._longest.hide()
        self._row = row(self.words, self.reset, None)
        self.setLayout(self._row)
        clock.moved.connect(self.show_time)
        self.show_time()

    def show_time(self) -> None:
        """Say how long ago the dose was, or nothing."""
        seconds = self._clock.seconds()
        self.words.setVisible(seconds is not None)
        self.reset.setVisible(seconds is not None)
        self.words.setText("" if seconds is None else self._worded(seconds, self._orders()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep as much room as the longest words need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.reset.sizeHint().width() - self._row.spacing()
        for made in (self._longest, self.words):
            made.ensurePolished()
            made.setWordWrap(False)
            whole = made.sizeHint().width()
            made.setWordWrap(whole > room)
            made.setFixedWidth(max(1, min(whole, room)))
        least = self._longest
        height = least.heightForWidth(room) if least.wordWrap() else least.sizeHint().height()
        self.setMinimumHeight(max(height, self.reset.sizeHint().height()))

    def _worded(self, seconds: int, order: bool) -> str:
        since = self._text(
            "{time} siden nalokson", "{time} since naloxone", "{time} sidan nalokson"
        )
        text = since.format(time=f"{seconds // 60}:{seconds % 60:02}")
        if not order or seconds < NEXT_DOSE_S:
            return text
        more = self._text(
            "Ingen bedring? Gi neste dose.",
            "No better? Give the next dose.",
            "Inga betring? Gi neste dose.",
        )
        return f"{text}  ·  {more}"
