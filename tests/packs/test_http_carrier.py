"""HTTP as it is in the field: each lie and each silence ends, and is told in its own words."""

from __future__ import annotations

import gc
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tuf.api.exceptions import DownloadHTTPError, DownloadLengthMismatchError

from feltperm.errors import UpdateFailed
from feltperm.packs.carrying.pace import Pace, Patience
from feltperm.packs.carrying.sources_http import HttpCarrier, system_certificates, system_proxy
from feltperm.packs.carrying.transfer import Transfer
from packs.server import Server

FILES = {"metadata/timestamp.json": b'{"signed":1}', "large": bytes(range(256)) * 4000}
TIME = "metadata/timestamp.json"
Make = Callable[..., HttpCarrier]


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(dict(FILES)) as running:
        yield running


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[HttpCarrier] = []

    def carrier(**how: object) -> HttpCarrier:
        how.setdefault("proxy", lambda _: None)
        made.append(HttpCarrier(Transfer(), tmp_path / "parts", **how))
        return made[-1]

    yield carrier
    for one in made:
        one.close()


def why(carrier: HttpCarrier, url: str, most: int = 1 << 20) -> str:
    with pytest.raises(UpdateFailed) as caught:
        carrier.download_bytes(url, most)
    return caught.value.why


def test_a_file_comes_and_is_counted(server: Server, make: Make) -> None:
    carrier = make()
    url = carrier.base(server.url) + TIME
    assert carrier.download_bytes(url, 100) == FILES[TIME]
    assert carrier.transfer.received == len(FILES[TIME])


def test_little_is_said_of_the_one_who_asks(server: Server, make: Make) -> None:
    make().download_bytes(f"{server.url}/{TIME}", 100)
    headers = server.requests[0].headers
    assert headers["Accept-Encoding"] == "identity"
    assert headers["User-Agent"] == "feltperm"
    assert set(headers) == {"Host", "Accept-Encoding", "User-Agent"}


def test_what_is_not_there_costs_no_second_connection(server: Server, make: Make) -> None:
    carrier = make()
    for status in (404, 403):
        server.fault("gone", status=status, times=1)
        with pytest.raises(DownloadHTTPError) as caught:
            carrier.download_bytes(f"{server.url}/gone", 100)
        assert caught.value.status_code == status
    carrier.download_bytes(f"{server.url}/{TIME}", 100)
    [manager] = carrier._managers.values()
    pool = manager.connection_from_url(server.url)
    assert (pool.num_connections, pool.num_requests) == (1, 3)


@pytest.mark.parametrize(
    ("status", "expected"), [(407, "proxy"), (511, "portal"), (206, "server"), (204, "server")]
)
def test_a_status_has_its_words(server: Server, make: Make, status: int, expected: str) -> None:
    server.fault(status=status)
    assert why(make(), f"{server.url}/{TIME}") == expected


@pytest.mark.parametrize("status", [400, 401, 416, 429, 500, 503])
def test_other_refusals_are_given_to_tuf_as_they_are(
    server: Server, make: Make, status: int
) -> None:
    server.fault(status=status)
    with pytest.raises(DownloadHTTPError) as caught:
        make().download_bytes(f"{server.url}/{TIME}", 100)
    assert caught.value.status_code == status


@pytest.mark.parametrize("kind", ["text/html", "Text/HTML; charset=utf-8", "application/json", ""])
def test_a_login_page_instead_of_a_file_is_a_portal(server: Server, make: Make, kind: str) -> None:
    server.fault(portal=True, portal_type=kind)
    assert why(make(), f"{server.url}/{TIME}") == "portal"
    with pytest.raises(UpdateFailed) as caught, make().download_file(f"{server.url}/large", 73):
        raise AssertionError("given out")
    assert caught.value.why == "portal"


def test_a_portal_that_sends_on_to_its_page_is_a_portal(server: Server, make: Make) -> None:
    server.fault("metadata", redirect=server.url + "/login")
    server.fault("login", portal=True)
    assert why(make(), f"{server.url}/{TIME}") == "portal"


def test_an_endless_body_ends_at_the_limit(server: Server, make: Make) -> None:
    server.fault(endless=True)
    carrier = make()
    with pytest.raises(DownloadLengthMismatchError):
        carrier.download_bytes(f"{server.url}/large", 100_000)
    assert carrier.transfer.received < 100_000 + (16 << 10)


def test_a_packed_answer_is_refused(server: Server, make: Make) -> None:
    server.fault(packed=True)
    assert why(make(), f"{server.url}/{TIME}") == "server"


# http.client leaves the socket of a header line that is too long to the garbage collector
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    "answer",
    [
        b"hello\r\n",
        b"HTTP/1.1 999999 No\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\nContent-Length: 7\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: ftp://example.org/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n",
        b"\0" * 10,
    ],
)
def test_an_answer_that_is_none_is_told_as_such(server: Server, make: Make, answer: bytes) -> None:
    server.fault(garbage=answer)
    assert why(make(), f"{server.url}/{TIME}") in ("no_network", "server")
    gc.collect()


def test_a_body_that_was_cut_is_not_taken_for_a_short_one(server: Server, make: Make) -> None:
    server.fault(cut_after=5)
    assert why(make(), f"{server.url}/{TIME}") == "no_network"


# --- redirects --------------------------------------------------------------------------------


def test_redirects_are_followed_five_times(server: Server, make: Make) -> None:
    for step in range(5):
        server.fault(f"step{step}", redirect=f"/step{step + 1}")
    server.fault("step5", redirect=f"{server.url}/{TIME}", times=0)
    server.files["step5"] = b"there"
    assert make().download_bytes(f"{server.url}/step0", 100) == b"there"


def test_a_sixth_redirect_and_a_circle_end(server: Server, make: Make) -> None:
    server.fault("round", redirect="/round")
    assert why(make(), f"{server.url}/round") == "server"
    assert len(server.requests) == 6


# --- waiting ----------------------------------------------------------------------------------


def test_a_trickle_ends_when_a_window_brought_too_little(server: Server, make: Make) -> None:
    seconds = iter(range(0, 10**6, 20))
    carrier = make(clock=lambda: float(next(seconds)))
    server.fault(trickle=True)
    assert why(carrier, f"{server.url}/large") == "too_slow"
    assert carrier.transfer.received < 100_000


def test_headers_that_trickle_end(server: Server, make: Make) -> None:
    server.fault(slow_headers=True)
    assert why(make(patience=Patience(headers=0.1)), f"{server.url}/{TIME}") == "too_slow"


def test_a_server_that_says_nothing_is_not_waited_for(make: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        carrier = make(patience=Patience(quiet=0.1))
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/x"
        assert why(carrier, url) == "too_slow"


@pytest.mark.parametrize("phase", ["headers", "body"])
def test_stop_ends_the_waiting_from_another_thread(phase: str, make: Make) -> None:
    """The other end has said this much, and then nothing: no time-out is near."""
    said = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{" if phase == "body" else b"HTTP/1.1"
    carrier = make()
    with socket.create_server(("127.0.0.1", 0)) as quiet:

        def serve() -> None:
            line, _ = quiet.accept()
            with line:
                line.recv(4096)
                line.sendall(said)
                if phase == "body":
                    begun.wait(20)
                carrier.transfer.stop()
                line.recv(1)  # until the client goes away

        begun = threading.Event()
        carrier.transfer._progress = lambda _: begun.set()
        thread = threading.Thread(target=serve)
        thread.start()
        assert why(carrier, f"http://127.0.0.1:{quiet.getsockname()[1]}/x") == "stopped"
        thread.join()


def test_the_least_speed_is_an_average_over_the_window() -> None:
    now = 0.0
    pace = Pace(Patience(least=100, window=10), lambda: now)
    pace.take(1)
    now = 9.9
    pace.take(1)  # the window is not over
    now = 10.0
    pace.take(998)
    now = 20.0
    pace.take(1000)
    now = 30.0
    with pytest.raises(UpdateFailed) as caught:
        pace.take(999)
    assert caught.value.why == "too_slow"


def test_sleep_in_the_middle_of_a_window_counts_as_slow_not_as_fast() -> None:
    now = 0.0
    pace = Pace(Patience(least=100, window=10), lambda: now)
    now = 3600.0
    with pytest.raises(UpdateFailed):
        pace.take(5000)


# --- no network, proxies, certificates --------------------------------------------------------


def test_nobody_there_is_no_network(make: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert why(make(), f"http://127.0.0.1:{port}/x") == "no_network"


def test_a_name_that_is_not_found_is_no_network(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert why(make(), "https://example.org/x") == "no_network"


def test_a_source_without_address_is_said_so(make: Make) -> None:
    with pytest.raises(UpdateFailed) as caught:
        make().base("")
    assert caught.value.why == "missing"


def test_an_address_in_the_open_goes_through_the_proxy(server: Server, make: Make) -> None:
    carrier = make(proxy=lambda _: server.url)
    assert carrier.download_bytes(f"http://example.org/{TIME}", 100) == FILES[TIME]
    assert server.requests[0].headers["Host"] == "example.org"


def test_a_proxy_s_name_and_password_are_given_to_it_alone(server: Server, make: Make) -> None:
    login = server.url.replace("//", "//kari:h%40i@")
    carrier = make(proxy=lambda _: login)
    carrier.download_bytes(f"http://example.org/{TIME}", 100)
    assert server.requests[0].headers["proxy-authorization"] == "Basic a2FyaTpoQGk="


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_wants_a_login_is_said(server: Server, make: Make, scheme: str) -> None:
    server.fault(status=407)
    assert why(make(proxy=lambda _: server.url), f"{scheme}://example.org/x") == "proxy"


def test_a_proxy_that_is_not_there_is_said(make: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        proxy = f"http://127.0.0.1:{taken.getsockname()[1]}"
    assert why(make(proxy=lambda _: proxy), "http://example.org/x") == "proxy"


def test_a_proxy_of_a_kind_we_cannot_speak_to_is_said(make: Make) -> None:
    assert why(make(proxy=lambda _: "socks5://127.0.0.1:1"), "http://example.org/x") == "proxy"


def test_the_system_s_proxies_are_used_except_where_it_says_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    assert system_proxy("https://example.org/x") is None
    monkeypatch.setenv("https_proxy", "proxy.kommune.test:3128")
    monkeypatch.setenv("no_proxy", "intern.test,10.0.0.7:8080")
    assert system_proxy("https://example.org/x") == "http://proxy.kommune.test:3128"
    assert system_proxy("http://example.org/x") is None
    assert system_proxy("https://perm.intern.test/x") is None
    assert system_proxy("https://10.0.0.7:8080/x") is None
    assert system_proxy("https://10.0.0.8/x") == "http://proxy.kommune.test:3128"


def test_plain_http_where_tls_is_expected_is_not_secure(server: Server, make: Make) -> None:
    assert why(make(), f"{server.url.replace('http:', 'https:')}/x") == "tls"


@pytest.mark.parametrize(("code", "expected"), [(9, "clock_behind"), (10, "tls"), (20, "tls")])
def test_a_certificate_that_is_not_valid_yet_means_the_clock(
    make: Make, monkeypatch: pytest.MonkeyPatch, code: int, expected: str, server: Server
) -> None:
    class Distrust(ssl.SSLContext):
        def wrap_socket(self, *_: object, **__: object) -> ssl.SSLSocket:
            error = ssl.SSLCertVerificationError(1, "certificate verify failed")
            error.verify_code = code
            error.verify_message = "no"
            raise error

    carrier = make(certificates=lambda: Distrust(ssl.PROTOCOL_TLS_CLIENT))
    assert why(carrier, f"{server.url.replace('http:', 'https:')}/x") == expected


def test_the_system_s_certificates_are_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    context = system_certificates()
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname
    assert not context.verify_flags & ssl.VERIFY_X509_STRICT


def test_a_bundle_that_knows_no_certificates_takes_the_system_s(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    known = tmp_path / "ca.crt"
    known.write_text("")
    loaded: list[str] = []

    class Bare(ssl.SSLContext):
        def cert_store_stats(self) -> dict[str, int]:
            return {"x509": 0, "crl": 0, "x509_ca": 0}

        def load_verify_locations(self, cafile: str | None = None, **_: object) -> None:
            loaded.append(str(cafile))

    monkeypatch.setattr("ssl.create_default_context", lambda: Bare(ssl.PROTOCOL_TLS_CLIENT))
    monkeypatch.setattr(
        "feltperm.packs.carrying.sources_http._WELL_KNOWN", ("/no/such", str(known))
    )
    empty = ssl.DefaultVerifyPaths(None, str(tmp_path / "none"), "", "", "", "")
    monkeypatch.setattr("ssl.get_default_verify_paths", lambda: empty)
    monkeypatch.setattr("sys.platform", "linux")
    system_certificates()
    assert loaded == [str(known)]


def test_the_server_s_time_is_heard_and_a_cache_s_age_added(server: Server, make: Make) -> None:
    carrier = make()
    assert carrier.remote_time() is None
    carrier.download_bytes(f"{server.url}/{TIME}", 100)
    assert carrier.remote_time() == datetime(2026, 11, 26, 11, tzinfo=UTC)
    server.date = "yesterday"
    carrier.download_bytes(f"{server.url}/{TIME}", 100)
    assert carrier.remote_time() == datetime(2026, 11, 26, 11, tzinfo=UTC)
