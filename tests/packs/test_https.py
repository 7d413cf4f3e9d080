"""Encrypted links for real: certificates of the moment, on loopback."""

from __future__ import annotations

import ipaddress
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from feltperm.errors import UpdateFailed
from feltperm.packs.carrying.sources_http import HttpCarrier
from feltperm.packs.carrying.transfer import Transfer
from packs.server import Server

FILES = {"small": b'{"signed":1}', "large": bytes(range(256)) * 4000}
Make = Callable[..., HttpCarrier]


def certificate(
    folder: Path,
    *,
    name: str = "127.0.0.1",
    begins: timedelta = timedelta(days=-1),
    ends: timedelta = timedelta(days=1),
) -> Path:
    """A certificate that signs itself; file with key and certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + begins)
        .not_valid_after(now + ends)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


def serving(file: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def trusting(file: Path) -> ssl.SSLContext:
    return ssl.create_default_context(
        cadata=file.read_text().partition("-----END PRIVATE KEY-----")[2]
    )


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[HttpCarrier] = []

    def carrier(file: Path | None, proxy: str | None = None) -> HttpCarrier:
        certificates = (lambda: trusting(file)) if file else None
        made.append(
            HttpCarrier(
                Transfer(), tmp_path / "parts", proxy=lambda _: proxy, certificates=certificates
            )
        )
        return made[-1]

    yield carrier
    for one in made:
        one.close()


def why(carrier: HttpCarrier, url: str) -> str:
    with pytest.raises(UpdateFailed) as caught:
        carrier.download_bytes(url, 1 << 20)
    return caught.value.why


def test_files_come_over_an_encrypted_link(tmp_path: Path, make: Make) -> None:
    file = certificate(tmp_path)
    with Server(dict(FILES), serving(file)) as server:
        assert make(file).download_bytes(f"{server.url}/small", 100) == FILES["small"]


def test_a_cut_encrypted_link_is_taken_up_again(tmp_path: Path, make: Make) -> None:
    file = certificate(tmp_path)
    with Server(dict(FILES), serving(file)) as server:
        server.fault(cut_after=len(FILES["large"]) // 10)
        carrier = make(file)
        with carrier.download_file(f"{server.url}/large", len(FILES["large"])) as found:
            assert found.read() == FILES["large"]
        assert carrier.transfer.received == len(FILES["large"])


def test_a_certificate_that_nobody_here_trusts_is_not_secure(tmp_path: Path, make: Make) -> None:
    with Server(dict(FILES), serving(certificate(tmp_path))) as server:
        assert why(make(None), f"{server.url}/small") == "tls"


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"name": "127.0.0.2"}, "portal"),
        ({"begins": timedelta(days=1), "ends": timedelta(days=2)}, "clock_behind"),
        ({"begins": timedelta(days=-2), "ends": timedelta(days=-1)}, "tls"),
    ],
)
def test_a_certificate_that_does_not_fit_has_its_words(
    tmp_path: Path, make: Make, how: dict[str, object], expected: str
) -> None:
    file = certificate(tmp_path, **how)  # type: ignore[arg-type]
    with Server(dict(FILES), serving(file)) as server:
        assert why(make(file), f"{server.url}/small") == expected


def test_a_redirect_to_an_open_address_is_not_followed(tmp_path: Path, make: Make) -> None:
    file = certificate(tmp_path)
    with Server(dict(FILES)) as open_one, Server(dict(FILES), serving(file)) as server:
        server.fault("small", redirect=f"{open_one.url}/small")
        assert why(make(file), f"{server.url}/small") == "portal"
        assert open_one.requests == []


def test_an_encrypted_link_goes_through_a_proxy_s_tunnel(tmp_path: Path, make: Make) -> None:
    file = certificate(tmp_path)
    with Server(dict(FILES), serving(file)) as server, Server({}) as proxy:
        login = proxy.url.replace("//", "//kari:hei@")
        carrier = make(file, login)
        assert carrier.download_bytes(f"{server.url}/small", 100) == FILES["small"]
        assert carrier.download_bytes(f"{server.url}/small", 100) == FILES["small"]
        carrier.close()
        [tunnel] = proxy.requests
        assert tunnel.path == "CONNECT"
        assert tunnel.headers["proxy-authorization"] == "Basic a2FyaTpoZWk="
        assert "proxy-authorization" not in {
            name.lower() for request in server.requests for name in request.headers
        }


def test_stop_ends_the_waiting_on_an_encrypted_link(tmp_path: Path, make: Make) -> None:
    file = certificate(tmp_path)
    with Server(dict(FILES), serving(file)) as server:
        server.fault(slow_headers=True)
        carrier = make(file)
        stopper = threading.Thread(target=lambda: server.asked.wait(20) and carrier.transfer.stop())
        stopper.start()
        assert why(carrier, f"{server.url}/small") == "stopped"
        stopper.join()
