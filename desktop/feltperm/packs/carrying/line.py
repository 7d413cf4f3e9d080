"""The connection that is spoken over at the moment, so that another thread can end it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

__all__ = ["Line"]

#: Both ways, as ``socket.SHUT_RDWR``.
_BOTH_WAYS = 2


class _Connection(Protocol):
    """What has a socket, from some moment to some other."""

    sock: Any


class Line:
    """One line at a time.

    Attributes:
        late: whether the last :meth:`deadline` ran out.
    """

    def __init__(self) -> None:
        self.late = False
        self._connection: _Connection | None = None
        self._socket: Any = None

    def hold(self, connection: _Connection) -> None:
        """Note the connection, and its socket: when a body is read it may have let go of it."""
        self._connection = connection
        self._socket = connection.sock

    def cut(self) -> None:
        """End it: whoever waits for it hears so at once."""
        found = self._socket or getattr(self._connection, "sock", None)
        with contextlib.suppress(OSError):
            if found is not None:
                found.shutdown(_BOTH_WAYS)

    @contextmanager
    def deadline(self, seconds: float) -> Iterator[None]:
        """End it when the body of this context takes longer."""
        self.late = False
        timer = threading.Timer(seconds, self._run_out)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _run_out(self) -> None:
        self.late = True
        self.cut()
