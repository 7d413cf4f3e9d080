"""A web server on loopback that serves a folder, over a link as bad as one likes.

Range and If-Range work as on a real server. What a link does to an answer is a function: it is
told of each one and says after how many bytes of it the connection ends.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import cast

__all__ = ["Answer", "Cut", "Loopback", "whole"]

#: As short as the server in docs/publishing.md says it, because each check meets it once.
_NOT_HERE = b"not here\n"
_PATIENCE = 30


@dataclass(slots=True)
class Answer:
    """One answer to a request.

    Attributes:
        path: of the file, below the folder.
        begin: the byte of it that was asked from.
        length: how many bytes there are from there.
        sent: how many of them went out.
        cut: the link ended the connection before the last one.
    """

    path: str
    begin: int
    length: int
    sent: int = 0
    cut: bool = False


#: Says how many bytes of an answer come through; None for all, below 0 for not even a header.
Cut = Callable[[Answer], int | None]


def whole(_answer: Answer) -> int | None:
    """Cut nothing."""
    return None


class Loopback:
    """A context manager: the server runs within.

    Args:
        folder: what is served; it may be made or changed while the server runs.

    Attributes:
        answers: every answer so far, in order.
        cut: what the link does.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers: list[Answer] = []
        self.cut: Cut = whole
        self._server = _Listening(("127.0.0.1", 0), _Handler)
        self._server.house = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    @property
    def url(self) -> str:
        """The address of the folder."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def read(self, path: str) -> bytes | None:
        """Return a file of the folder; None where there is none."""
        if ".." in path.split("/"):
            return None
        try:
            return (self.folder / path).read_bytes()
        except OSError:
            return None

    def __enter__(self) -> Loopback:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    house: Loopback

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that went away."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE
    # Head and body go out in two parts; the second must not wait for the first to be confirmed.
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the answers are on a list."""

    def do_GET(self) -> None:
        """Answer with a file or the rest of one."""
        house = cast(_Listening, self.server).house
        path = self.path.partition("?")[0].lstrip("/")
        data = house.read(path)
        if data is None:
            answer, body = Answer(path, 0, len(_NOT_HERE)), _NOT_HERE
            head = {"Content-Type": "text/plain"}
        else:
            answer, body, head = self._file(path, data)
        house.answers.append(answer)
        with contextlib.suppress(OSError):
            self._send(404 if data is None else 206 if answer.begin else 200, answer, body, head)

    def _file(self, path: str, data: bytes) -> tuple[Answer, bytes, dict[str, str]]:
        tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        head = {"Content-Type": "application/octet-stream", "ETag": tag}
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        begin = int(asked[1]) if asked and self.headers.get("If-Range", tag) == tag else 0
        begin = begin if begin < len(data) else 0
        if begin:
            head["Content-Range"] = f"bytes {begin}-{len(data) - 1}/{len(data)}"
        return Answer(path, begin, len(data) - begin), data[begin:], head

    def _send(self, status: int, answer: Answer, body: bytes, head: dict[str, str]) -> None:
        most = cast(_Listening, self.server).house.cut(answer)
        answer.cut = most is not None and most < len(body)
        self.close_connection = self.close_connection or answer.cut
        if most is not None and most < 0:
            return
        self.send_response(status)
        for name, value in {**head, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        part = body[:most]
        answer.sent = len(part)
        self.wfile.write(part)
