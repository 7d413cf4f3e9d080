"""One window for each profile: a second start brings the first one to the front, and ends.

A small file in the profile names the channel that the window listens on. Where it is not there,
nothing is asked, and nothing of Qt's network is loaded before the window is painted. A file that a
crash left behind names a channel that nobody listens on, and hinders nothing. A first window that
hangs is told of (``still_open``): nobody is left without a window, and none opens unseen.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

__all__ = ["Answer", "Doorbell", "Ring"]

Answer: TypeAlias = Literal["nobody", "here", "silent"]

_log = logging.getLogger(__name__)

#: Milliseconds that the first window has to answer: it may be busy, but not for so long.
_PATIENCE = 2000
_RING, _HERE = b"ring", b"here"


class Doorbell(QObject):
    """Listens for a second start, as long as the window is open; made after the first paint."""

    def __init__(self, file: Path, rung: Callable[[], object], parent: QObject) -> None:
        """Listen, and call ``rung`` when somebody starts the program again."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  after the first paint

        super().__init__(parent)
        self._file, self._rung = file, rung
        self._name = f"feltperm-{os.getpid()}-{os.urandom(4).hex()}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        if not self._server.listen(self._name):
            _log.warning("no second start is heard: %s", self._server.errorString())
            return
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self._name, encoding="utf-8")
        except OSError:  # a profile that cannot be written: two windows, and both only read
            _log.warning("no second start is heard", exc_info=True)

    def close(self) -> None:
        """Hear no more."""
        self._server.close()
        with suppress(OSError):
            if self._file.read_text(encoding="utf-8") == self._name:
                self._file.unlink()

    def _meet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._answer(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _answer(self, socket: object) -> None:
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  loaded already

        if isinstance(socket, QLocalSocket) and bytes(socket.readAll().data()) == _RING:
            socket.write(_HERE)
            socket.flush()
            self._rung()


class Ring:
    """A second start at the door of the first window of its profile.

    Attributes:
        answer: «nobody» listens, or one is «here» and has come to the front, or one is there and
            «silent»: it may be busy, or hang.
        socket: where a silent one may still answer.
    """

    def __init__(self, file: Path, patience: int = _PATIENCE) -> None:
        """Ring, and wait for an answer so many milliseconds, and as many for an open door."""
        self.socket: QLocalSocket | None = None
        self.answer = self._ring(file, patience)

    def heard(self) -> Answer:
        """Return the answer as it is by now, without waiting; «nobody» where the first has gone."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  loaded already

        if self.answer == "silent" and self.socket is not None:
            if _HERE in bytes(self.socket.readAll().data()):
                self.answer = "here"
            elif self.socket.state() != QLocalSocket.LocalSocketState.ConnectedState:
                self.answer = "nobody"
        return self.answer

    def _ring(self, file: Path, patience: int) -> Answer:
        try:
            with file.open(encoding="utf-8") as opened:
                name = opened.read(200)
        except (OSError, UnicodeDecodeError):
            return "nobody"
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  only where one may listen

        self.socket = QLocalSocket()
        self.socket.connectToServer(name)
        if not self.socket.waitForConnected(patience):
            return "nobody"
        self.socket.write(_RING)
        self.socket.flush()
        self.socket.waitForReadyRead(patience)
        self.answer = "silent"
        return self.heard()
