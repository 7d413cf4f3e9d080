"""Python's cyclic garbage, collected on the window's thread only.

The collector runs on whichever thread allocates. On a lane's thread it would take apart slots and
objects that belong to Qt: it then holds a lock of Qt and waits for Python's, while the window's
thread holds Python's and waits for that of Qt, and the window stands still for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QTimer

__all__ = ["Collector"]

#: How often the window looks whether there is anything to collect, in milliseconds.
INTERVAL_MS = 1000


class Collector:
    """Keeps the collector off other threads until :meth:`close`; made on the window's thread."""

    def __init__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer()
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect as far as Python itself would by now."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if due[0]:
            gc.collect(2 if due[1] and due[2] else 1 if due[1] else 0)

    def close(self) -> None:
        """Leave it to Python again; nothing may run on another thread of the window any more."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
