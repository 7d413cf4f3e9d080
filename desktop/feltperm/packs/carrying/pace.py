"""How long a link is waited for: a trickle that never ends must end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from feltperm.packs.failures import failed

__all__ = ["Pace", "Patience"]


@dataclass(frozen=True, slots=True)
class Patience:
    """How much is put up with.

    Attributes:
        connect: seconds until there is a connection.
        quiet: seconds between one byte and the next.
        headers: seconds until the other end has said what it will send.
        least: bytes a second, on average over ``window`` seconds. A bad mobile link has 2,000.
    """

    connect: float = 15.0
    quiet: float = 30.0
    headers: float = 60.0
    least: int = 256
    window: float = 60.0


class Pace:
    """The speed of one file, however many connections it takes.

    Args:
        clock: seconds, from anywhere.
    """

    def __init__(self, patience: Patience, clock: Callable[[], float]) -> None:
        self._patience = patience
        self._clock = clock
        self._since = clock()
        self._count = 0

    def take(self, count: int) -> None:
        """Count a piece that came.

        Raises:
            UpdateFailed: ``too_slow``: the last window brought less than the least.
        """
        self._count += count
        elapsed = self._clock() - self._since
        if elapsed < self._patience.window:
            return
        if self._count < self._patience.least * elapsed:
            raise failed("too_slow", f"{self._count} bytes in {elapsed:.0f} seconds")
        self._since += elapsed
        self._count = 0
