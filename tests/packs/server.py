"""A real web server on loopback that serves a folder or a mapping, and does what links do.

    with Server(files) as server:
        server.fault("targets/", cut_after=1000)
        ... f"{server.url}/metadata/timestamp.json"

Other tests import it as ``packs.server``; :func:`web` is a fixture's body.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import select
import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType

__all__ = ["Fault", "Request", "Server"]

_PORTAL = b"<!DOCTYPE html><html><title>Logg inn</title><body>Velkommen</body></html>"
_DATE = "Thu, 26 Nov 2026 11:00:00 GMT"


@dataclass(frozen=True)
class Fault:
    """What goes wrong with an answer.

    Attributes:
        status: answer with this status and no file.
        cut_after: end the connection after so many bytes of the body.
        no_ranges: 200 and the whole, whatever is asked for.
        wrong_range: 206 with a Content-Range of another place.
        no_length: leave Content-Length out.
        no_marks: leave ETag and Last-Modified out.
        trickle: a byte at a time, until the client goes away.
        slow_headers: a byte of the header at a time, until the client goes away.
        endless: a body that has no end.
        portal: a web page with status 200, whatever is asked for.
        portal_type: the content type of that page.
        packed: says that the body is gzip.
        redirect: 302 to this address; ``{path}`` is filled in.
        garbage: these bytes instead of an answer.
        flip: change one bit of the body's byte at this place.
        times: for so many requests; then all is well.
    """

    status: int = 0
    cut_after: int | None = None
    no_ranges: bool = False
    wrong_range: bool = False
    no_length: bool = False
    no_marks: bool = False
    trickle: bool = False
    slow_headers: bool = False
    endless: bool = False
    portal: bool = False
    portal_type: str = "text/html; charset=utf-8"
    packed: bool = False
    redirect: str = ""
    garbage: bytes = b""
    flip: int | None = None
    times: int = 10**9


@dataclass
class Request:
    """What was asked for, and how much of a body went out, counted before it goes."""

    path: str
    range: str
    if_range: str
    headers: Mapping[str, str]
    sent: int = 0


@dataclass
class _Rule:
    prefix: str
    fault: Fault
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.fault.times


class Server:
    """A context manager: the server runs within.

    Args:
        files: a folder, or path -> bytes; changes are seen at once.
        context: serves https with it.

    Attributes:
        requests: every request, in order, noted before it is answered.
        asked: set when one has come.
        date: the ``Date`` it claims.
    """

    def __init__(
        self, files: Path | dict[str, bytes], context: ssl.SSLContext | None = None
    ) -> None:
        self.files = files
        self.requests: list[Request] = []
        self.date = _DATE
        self._rules: list[_Rule] = []
        self._lock = threading.Lock()
        self.closing = threading.Event()
        self.asked = threading.Event()
        self._server = _Listening(("127.0.0.1", 0), _Handler)
        self._server.house = self
        self._scheme = "https" if context else "http"
        if context:
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(
            target=lambda: self._server.serve_forever(poll_interval=0.01), daemon=True
        )

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self._server.server_address[1]}"

    @property
    def sent(self) -> int:
        """Bytes of all bodies so far."""
        return sum(request.sent for request in self.requests)

    def fault(self, prefix: str = "", **what: object) -> None:
        """Let this happen to paths that begin so; the latest fault that fits counts."""
        self._rules.insert(0, _Rule(prefix, Fault(**what)))  # type: ignore[arg-type]

    def heal(self) -> None:
        """All is well again."""
        self._rules.clear()

    def read(self, path: str) -> bytes | None:
        if isinstance(self.files, dict):
            return self.files.get(path)
        try:
            return (self.files / path).read_bytes()
        except OSError:
            return None

    def next_fault(self, path: str) -> Fault:
        with self._lock:
            for rule in self._rules:
                if path.startswith(rule.prefix) and rule.left > 0:
                    rule.left -= 1
                    return rule.fault
        return Fault()

    def note(self, request: Request) -> None:
        with self._lock:
            self.requests.append(request)
        self.asked.set()


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = True
    house: Server

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # a header and a body are two writes
    server: _Listening

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        return self.server.house.date

    def setup(self) -> None:
        self.request.settimeout(20)
        super().setup()

    def do_GET(self) -> None:
        house = self.server.house
        path = self.path.removeprefix("/").partition("?")[0]
        if "://" in self.path:  # somebody uses this server as a proxy
            path = self.path.partition("://")[2].partition("/")[2]
        fault = house.next_fault(path)
        self._request = Request(
            path,
            self.headers.get("Range", ""),
            self.headers.get("If-Range", ""),
            dict(self.headers.items()),
        )
        house.note(self._request)
        with contextlib.suppress(OSError):
            self._answer(path, fault)

    def do_CONNECT(self) -> None:
        """A tunnel to where the client wants, unless a fault for ``CONNECT`` says otherwise."""
        fault = self.server.house.next_fault("CONNECT")
        self.close_connection = True
        self._request = Request("CONNECT", "", "", dict(self.headers.items()))
        self.server.house.note(self._request)
        if fault.status:
            self._refuse(fault.status)
            return
        host, _, port = self.path.rpartition(":")
        with socket.create_connection((host, int(port)), timeout=20) as far:
            self.send_response(200)
            self.end_headers()
            both = {far: self.connection, self.connection: far}
            while not self.server.house.closing.is_set():
                for ready in select.select(list(both), [], [], 0.05)[0]:
                    data = ready.recv(65536)
                    if not data:
                        return
                    both[ready].sendall(data)

    def _answer(self, path: str, fault: Fault) -> None:
        data = self.server.house.read(path)
        if fault.garbage:
            self.wfile.write(fault.garbage)
            self.close_connection = True
        elif fault.slow_headers:
            self._trickle(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 10**6)
        elif fault.redirect:
            self.send_response(302)
            self.send_header("Location", fault.redirect.format(path=path))
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif fault.portal:
            self._head(
                200, {"Content-Type": fault.portal_type, "Content-Length": str(len(_PORTAL))}
            )
            self._body(_PORTAL)
        elif fault.status or data is None:
            self._refuse(fault.status or 404)
        else:
            self._file(data, fault)

    def _file(self, data: bytes, fault: Fault) -> None:
        tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        if fault.flip is not None:
            data = data[: fault.flip] + bytes([data[fault.flip] ^ 1]) + data[fault.flip + 1 :]
        begin = 0 if fault.no_ranges else self._begin(tag)
        if begin >= len(data) and begin:
            self._refuse(416)
            return
        head = {
            "Content-Type": "application/octet-stream",
            "Content-Length": str(len(data) - begin),
        }
        if not fault.no_marks:
            head["ETag"] = tag
        if fault.packed:
            head["Content-Encoding"] = "gzip"
        if begin:
            place = begin + 7 if fault.wrong_range else begin
            head["Content-Range"] = f"bytes {place}-{len(data) - 1}/{len(data)}"
        if fault.no_length or fault.endless:
            del head["Content-Length"]
            head["Connection"] = "close"
            self.close_connection = True
        self._head(206 if begin else 200, head)
        body = data[begin:]
        if fault.trickle:
            self._trickle(body)
        elif fault.endless:
            while not self.server.house.closing.is_set():
                self._body(data or b"x")
        else:
            self._body(body, fault.cut_after)

    def _begin(self, tag: str) -> int:
        """Where the answer begins: the range that is asked for, if the mark still fits."""
        match = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if match is None or self.headers.get("If-Range", tag) != tag:
            return 0
        return int(match[1])

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _refuse(self, status: int) -> None:
        body = f"status {status}\n".encode()
        self._head(status, {"Content-Type": "text/plain", "Content-Length": str(len(body))})
        self._body(body)

    def _body(self, data: bytes, cut_after: int | None = None) -> None:
        part = data if cut_after is None else data[:cut_after]
        self._request.sent += len(part)
        self.wfile.write(part)
        if cut_after is not None and cut_after < len(data):
            self.wfile.flush()
            self.close_connection = True

    def _trickle(self, data: bytes) -> None:
        self.close_connection = True
        for at in range(len(data)):
            if self.server.house.closing.wait(0.001):
                return
            self._request.sent += 1
            self.wfile.write(data[at : at + 1])
