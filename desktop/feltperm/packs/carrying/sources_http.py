"""Packs over HTTP, as it is in the field: links that are cut, proxies, and portals that lie.

Nothing that comes is trusted; TUF and hashes prove it. What matters here is that no byte comes
twice, that nothing waits for ever, and that a person is told in words what is wrong. The only
module that opens a connection.
"""

from __future__ import annotations

import contextlib
import ssl
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, NoReturn
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from tuf.api.exceptions import DownloadHTTPError, RepositoryError
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ProxyError, ReadTimeoutError
from urllib3.response import BaseHTTPResponse

from feltperm.errors import UpdateFailed
from feltperm.packs.carrying import http_rules as rules
from feltperm.packs.carrying.carrier import PIECE, Carrier
from feltperm.packs.carrying.line import Line
from feltperm.packs.carrying.pace import Pace, Patience
from feltperm.packs.carrying.parts import Part
from feltperm.packs.carrying.resume import Cut, complete
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.failures import Failure, failed

__all__ = ["HttpCarrier", "system_certificates", "system_proxy"]

_HEADERS = {"User-Agent": "feltperm", "Accept-Encoding": "identity"}
_OK, _PROXY_LOGIN, _NO_SUCH_RANGE, _NETWORK_LOGIN = 200, 407, 416, 511
#: What OpenSSL's reasons mean, nearly every time: a certificate that is not valid yet is a clock
#: that is behind, and one for another name is that of a portal. The others stay what they are.
_CERTIFICATE: Mapping[int, Failure] = {9: "clock_behind", 62: "portal", 64: "portal"}
#: Where the distributions keep their certificates; a bundled OpenSSL knows only its own place.
_WELL_KNOWN = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


class _Body:
    """An answer as :mod:`feltperm.packs.carrying.resume` wants it."""

    def __init__(self, answer: BaseHTTPResponse, transfer: Transfer) -> None:
        self._answer = answer
        self._transfer = transfer
        self._first = b""

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._answer.status

    @property
    def headers(self) -> Mapping[str, str]:
        """What is said of the body."""
        return self._answer.headers

    def beginning(self) -> bytes:
        """Return the first piece, which stays to be read."""
        self._first = self._first or self._read()
        return self._first

    def pieces(self) -> Iterator[bytes]:
        """Give the body as it comes, at most :data:`PIECE` at a time."""
        while piece := self.beginning():
            self._first = b""
            yield piece
        self._transfer.check()

    def close(self) -> None:
        """Keep the connection if little is left to read of a refusal, else end it."""
        left = rules.content_length(self.headers)
        if self.status >= 400 and left is not None and left <= PIECE:
            with contextlib.suppress(UpdateFailed):
                while piece := self._read():
                    self._transfer.take(len(piece))
        self._answer.close()

    def _read(self) -> bytes:
        """Return what has come by now; nothing at the end."""
        try:
            return self._answer.read1(PIECE) or b""
        except HTTPError as error:
            self._transfer.check()
            slow = isinstance(error, ReadTimeoutError)
            raise Cut("too_slow" if slow else "no_network", repr(error)) from error


class HttpCarrier(Carrier):
    """Brings files over HTTP. A context manager, or :meth:`close` it.

    Args:
        transfer: where bytes are counted, and what may stop it.
        work: the folder of files that have come in part.
        patience: how long what is waited for.
        proxy: gives the proxy for an address, or None; the system's own by default.
        certificates: what TLS trusts; the system's own by default.
        clock: seconds, for the least speed.
    """

    def __init__(
        self,
        transfer: Transfer,
        work: Path,
        *,
        patience: Patience = Patience(),  # noqa: B008  frozen
        proxy: Callable[[str], str | None] | None = None,
        certificates: Callable[[], ssl.SSLContext] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(transfer)
        self._work = work
        self._patience = patience
        self._proxy = proxy or system_proxy
        self._certificates = certificates or system_certificates
        self._clock = clock
        self._line = Line()
        self._managers: dict[str | None, urllib3.PoolManager] = {}
        self._said: datetime | None = None

    def close(self) -> None:
        """Let go of open connections."""
        for manager in self._managers.values():
            manager.clear()
        self._managers.clear()

    def base(self, url: str) -> str:
        """Return the source's own address."""
        if not url:
            raise failed("missing", "the source has no address")
        return url if url.endswith("/") else f"{url}/"

    def remote_time(self) -> datetime | None:
        """Return what the last server to answer said the time is."""
        return self._said

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Generator[IO[bytes], None, None]:
        """Give a file of exactly ``max_length`` bytes; goes on from what came of it before.

        A connection that is cut is taken up again as long as each brings something. What came is
        kept until the file is whole, and thrown away when it then turns out to be wrong.

        Raises:
            DownloadHTTPError: it is not there.
            DownloadLengthMismatchError: it has another length.
            UpdateFailed: it could not be fetched.
        """
        part = Part(self._work, url)
        with part:
            pace = Pace(self._patience, self._clock)
            complete(part, max_length, partial(self._answer, url), pace, self.transfer.take)
        try:
            with part.path.open("rb") as file:
                yield file
        except RepositoryError:
            part.drop()
            raise
        part.drop()

    def _fetch(self, url: str) -> Iterator[bytes]:
        pace = Pace(self._patience, self._clock)
        with self._answer(url, {}) as answer:
            if answer.status != _OK:
                raise failed("server", f"status {answer.status}")
            count = 0
            for piece in answer.pieces():
                self.transfer.take(len(piece))
                pace.take(len(piece))
                count += len(piece)
                yield piece
            if not count:
                raise failed("no_network", f"nothing came of {url}")

    @contextmanager
    def _answer(self, url: str, wanted: dict[str, str]) -> Iterator[_Body]:
        """Give the answer to a request, redirects followed, once it is known to be a file."""
        for _ in range(rules.MAX_REDIRECTS + 1):
            with self._asked(url, wanted) as answer:
                self._said = rules.said_time(answer.headers) or self._said
                if answer.status not in rules.REDIRECTS:
                    self._check(answer, resuming=bool(wanted))
                    yield answer
                    return
                url = rules.next_address(url, answer.headers.get("Location", ""))
        raise failed("server", f"more than {rules.MAX_REDIRECTS} redirects")

    @contextmanager
    def _asked(self, url: str, wanted: dict[str, str]) -> Iterator[_Body]:
        """Ask for one address; end the connection unless its answer was read to the end."""
        with self.transfer.holding(self._line.cut):
            body = _Body(self._ask(url, wanted), self.transfer)
            try:
                yield body
            finally:
                body.close()

    def _ask(self, url: str, wanted: dict[str, str]) -> BaseHTTPResponse:
        patience = self._patience
        manager = self._manager(self._proxy(url))
        try:
            with self._line.deadline(patience.headers):
                answer = manager.urlopen(
                    "GET",
                    url,
                    headers=_HEADERS | wanted,
                    redirect=False,
                    retries=False,
                    preload_content=False,
                    decode_content=False,
                    timeout=urllib3.Timeout(connect=patience.connect, read=patience.quiet),
                )
        except (HTTPError, UnicodeError) as error:
            self._explain(error)
        if self._line.late or self.transfer.stopped:
            # headers that end in the middle look like headers that end
            answer.close()
            self._explain(TimeoutError("cut while the headers came"))
        return answer

    def _check(self, answer: _Body, *, resuming: bool) -> None:
        """Refuse what is not a file, in words where there are any."""
        status = answer.status
        if status == _PROXY_LOGIN:
            raise failed("proxy", "status 407")
        if status == _NETWORK_LOGIN:
            raise failed("portal", "status 511")
        if status >= 400 and not (resuming and status == _NO_SUCH_RANGE):
            raise DownloadHTTPError(f"status {status}", status)
        if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise failed("server", "the answer is packed, though that was not asked for")
        kind = answer.headers.get("Content-Type", "")
        if status == _OK and rules.is_page(kind, answer.beginning()):
            raise failed("portal", "a web page came instead of a file")

    def _manager(self, proxy: str | None) -> urllib3.PoolManager:
        if proxy not in self._managers:
            self._managers[proxy] = _manager(proxy, self._certificates(), self._line)
        return self._managers[proxy]

    def _explain(self, error: Exception) -> NoReturn:
        """Raise what an attempt to get an answer failed with, in words."""
        self.transfer.check()
        if self._line.late or isinstance(error, ReadTimeoutError):
            raise failed("too_slow", repr(error)) from error
        for cause in _causes(error):
            if isinstance(cause, ssl.SSLCertVerificationError):
                why = _CERTIFICATE.get(cause.verify_code, "tls")
                raise failed(why, cause.verify_message) from error
            if isinstance(cause, ProxyError):
                raise failed("proxy", repr(cause)) from error
            if isinstance(cause, ssl.SSLError) and not isinstance(cause, ssl.SSLEOFError):
                raise failed("tls", repr(cause)) from error
        raise failed("no_network", repr(error)) from error


def system_proxy(url: str) -> str | None:
    """Return the system's proxy for an address, or None to go straight there."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    if proxy_bypass(host):
        return None
    proxies = getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all")
    return found if not found or "://" in found else f"http://{found}"


def system_certificates() -> ssl.SSLContext:
    """Return what the system trusts, also in a bundle that brings its own OpenSSL."""
    context = ssl.create_default_context()
    # Python 3.13 began to refuse certificates that many inspecting firewalls make
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    if sys.platform != "win32" and not _holds_any(context):
        known = next((path for path in map(Path, _WELL_KNOWN) if path.is_file()), None)
        if known:
            context.load_verify_locations(cafile=str(known))
    return context


def _holds_any(context: ssl.SSLContext) -> bool:
    """Whether there is a certificate to trust; those in a folder are read when they are needed."""
    folder = ssl.get_default_verify_paths().capath
    with contextlib.suppress(OSError):
        if folder and next(Path(folder).iterdir(), None):
            return True
    return context.cert_store_stats()["x509_ca"] > 0


def _manager(proxy: str | None, context: ssl.SSLContext, line: Line) -> urllib3.PoolManager:
    """Return what keeps connections, through a proxy or straight, with the line told of each."""
    manager: urllib3.PoolManager
    if proxy is None:
        manager = urllib3.PoolManager(num_pools=4, maxsize=1, ssl_context=context)
    else:
        try:
            parts = urlsplit(proxy)
            user, password = unquote(parts.username or ""), unquote(parts.password or "")
            headers = urllib3.make_headers(proxy_basic_auth=f"{user}:{password}" if user else None)
            bare = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
            manager = urllib3.ProxyManager(
                bare, num_pools=4, maxsize=1, ssl_context=context, proxy_headers=headers
            )
        except (HTTPError, ValueError) as error:
            raise failed("proxy", f"{type(error).__name__}: the proxy's address") from error

    class Plain(HTTPConnection):
        def connect(self) -> None:
            line.hold(self)
            super().connect()

        def getresponse(self) -> urllib3.HTTPResponse:  # type: ignore[override]
            line.hold(self)
            return super().getresponse()

    class Encrypted(Plain, HTTPSConnection):
        pass

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class EncryptedPool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Encrypted

    manager.pool_classes_by_scheme = {"http": PlainPool, "https": EncryptedPool}
    return manager


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Give an error and what it came from, as far as that is told."""
    seen: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        one = waiting.pop(0)
        if not isinstance(one, BaseException) or one in seen:
            continue
        seen.append(one)
        yield one
        waiting += [one.__cause__, one.__context__, getattr(one, "original_error", None), *one.args]
