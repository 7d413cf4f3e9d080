"""One session of fetching: how much came over the link, how far it is, and the stop button."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from feltperm.packs.failures import failed

__all__ = ["Transfer"]


def _nobody(_received: int) -> None:
    """Nobody watches."""


class Transfer:
    """What the carriers of one session share.

    One thread fetches; :meth:`stop` may be called from any.

    Args:
        progress: called with :attr:`received` after each piece, on the thread that fetches.
    """

    def __init__(self, progress: Callable[[int], None] = _nobody) -> None:
        self._progress = progress
        self._received = 0
        self._lock = threading.Lock()
        self._stopped = False
        self._cut: Callable[[], None] | None = None

    @property
    def received(self) -> int:
        """How many bytes of content came so far, those that were thrown away included."""
        return self._received

    @property
    def stopped(self) -> bool:
        """Whether somebody pressed stop."""
        return self._stopped

    def stop(self) -> None:
        """End what is being fetched, also when it waits for the link; what came is kept."""
        with self._lock:
            self._stopped = True
            cut = self._cut
        if cut:
            cut()

    def check(self) -> None:
        """Raise if somebody pressed stop.

        Raises:
            UpdateFailed: ``stopped``.
        """
        if self._stopped:
            raise failed("stopped")

    def take(self, count: int) -> None:
        """Count a piece that came, report it, and raise if somebody pressed stop.

        Raises:
            UpdateFailed: ``stopped``.
        """
        self._received += count
        self._progress(self._received)
        self.check()

    @contextmanager
    def holding(self, cut: Callable[[], None]) -> Iterator[None]:
        """Let :meth:`stop` call ``cut`` while the body runs, to end a wait for the link.

        Raises:
            UpdateFailed: ``stopped`` before it began.
        """
        with self._lock:
            self.check()
            self._cut = cut
        try:
            yield
        finally:
            with self._lock:
                self._cut = None
