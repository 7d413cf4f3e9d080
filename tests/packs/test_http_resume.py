"""A file over a link that is cut: no byte of it twice, and nothing wrong is ever kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tuf.api.exceptions import (
    DownloadHTTPError,
    DownloadLengthMismatchError,
    LengthOrHashMismatchError,
)

from feltperm.errors import UpdateFailed
from feltperm.packs.carrying.carrier import PIECE
from feltperm.packs.carrying.http_rules import is_page, next_address, range_begin, validator
from feltperm.packs.carrying.pace import Patience
from feltperm.packs.carrying.parts import Part
from feltperm.packs.carrying.sources_http import HttpCarrier
from feltperm.packs.carrying.transfer import Transfer
from packs.server import Server
from packs.simulator import outcome

DATA = b"".join(hashlib.sha256(str(number).encode()).digest() for number in range(10_000))
TENTH = len(DATA) // 10
Make = Callable[..., HttpCarrier]


@pytest.fixture
def server() -> Iterator[Server]:
    with Server({"pack": DATA}) as running:
        yield running


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[HttpCarrier] = []

    def carrier(**how: object) -> HttpCarrier:
        made.append(HttpCarrier(Transfer(), tmp_path / "parts", proxy=lambda _: None, **how))
        return made[-1]

    yield carrier
    for one in made:
        one.close()


def fetch(carrier: HttpCarrier, server: Server, length: int = len(DATA)) -> bytes:
    """As TUF does: the file is verified before anything is done with it."""
    with carrier.download_file(f"{server.url}/pack", length) as file:
        data = file.read()
        if data != DATA:
            raise LengthOrHashMismatchError("not what was signed")
        return data


def interrupt(carrier: HttpCarrier, server: Server) -> None:
    """Have three tenths of the file here, as after an evening with a bad link."""
    server.fault(status=503)
    server.fault(cut_after=3 * TENTH, times=1)
    with pytest.raises(DownloadHTTPError):
        fetch(carrier, server)
    server.heal()


def parts(tmp_path: Path) -> list[int]:
    return sorted(path.stat().st_size for path in (tmp_path / "parts").glob("*.part"))


def test_a_link_cut_every_tenth_costs_the_file_and_no_more(
    server: Server, make: Make, tmp_path: Path
) -> None:
    server.fault(cut_after=TENTH)
    carrier = make()
    assert fetch(carrier, server) == DATA
    assert carrier.transfer.received <= len(DATA) + PIECE
    assert server.sent <= len(DATA) + PIECE
    assert len(server.requests) >= 10
    assert parts(tmp_path) == []


def test_what_came_before_the_program_was_ended_is_not_fetched_again(
    server: Server, make: Make, tmp_path: Path
) -> None:
    interrupt(make(), server)
    assert parts(tmp_path) == [3 * TENTH]
    carrier = make()
    assert fetch(carrier, server) == DATA
    assert carrier.transfer.received == len(DATA) - 3 * TENTH
    assert server.requests[-1].range == f"bytes={3 * TENTH}-"
    assert server.requests[-1].if_range


def test_a_file_that_is_whole_but_was_not_verified_yet_costs_nothing(
    server: Server, make: Make, tmp_path: Path
) -> None:
    with (
        pytest.raises(OSError, match="full"),
        make().download_file(f"{server.url}/pack", len(DATA)),
    ):
        raise OSError(28, "disk full while it was copied")
    assert parts(tmp_path) == [len(DATA)]
    carrier = make()
    assert fetch(carrier, server) == DATA
    assert carrier.transfer.received == 0


def test_stop_keeps_what_came(server: Server, make: Make, tmp_path: Path) -> None:
    carrier = make()
    carrier.transfer._progress = lambda received: carrier.transfer.stop()
    with pytest.raises(UpdateFailed) as caught:
        fetch(carrier, server)
    assert caught.value.why == "stopped"
    assert parts(tmp_path) == [carrier.transfer.received]
    again = make()
    assert fetch(again, server) == DATA
    assert again.transfer.received + carrier.transfer.received == len(DATA)


def test_a_server_that_gives_the_whole_again_is_believed(server: Server, make: Make) -> None:
    interrupt(make(), server)
    server.fault(no_ranges=True)
    carrier = make()
    assert fetch(carrier, server) == DATA
    assert carrier.transfer.received == len(DATA)


def test_a_server_that_cannot_go_on_and_is_cut_is_not_asked_for_ever(
    server: Server, make: Make
) -> None:
    server.fault(no_ranges=True, cut_after=TENTH)
    carrier = make()
    with pytest.raises(UpdateFailed) as caught:
        fetch(carrier, server)
    assert caught.value.why == "no_network"
    assert carrier.transfer.received <= 2 * TENTH


def test_another_version_of_the_file_is_fetched_from_its_beginning(
    server: Server, make: Make
) -> None:
    server.files["pack"] = DATA[::-1]
    interrupt(make(), server)
    server.files["pack"] = DATA
    carrier = make()
    assert fetch(carrier, server) == DATA
    assert server.requests[-1].range
    assert carrier.transfer.received == len(DATA)


def test_without_marks_another_version_is_found_out_and_the_retry_succeeds(
    server: Server, make: Make, tmp_path: Path
) -> None:
    server.fault(no_marks=True)
    with Part(tmp_path / "parts", f"{server.url}/pack") as part:
        part.begin("")
        part.append(DATA[::-1][:TENTH])
    with pytest.raises(LengthOrHashMismatchError):
        fetch(make(), server)
    assert parts(tmp_path) == []
    assert fetch(make(), server) == DATA


def test_a_part_from_another_place_is_thrown_away_and_begun_anew_once(
    server: Server, make: Make
) -> None:
    interrupt(make(), server)
    server.fault(wrong_range=True)
    carrier = make()
    assert fetch(carrier, server) == DATA
    assert [request.range for request in server.requests[-2:]] == [f"bytes={3 * TENTH}-", ""]


def test_a_416_begins_anew_once(server: Server, make: Make) -> None:
    interrupt(make(), server)
    server.fault(status=416, times=1)
    assert fetch(make(), server) == DATA


def test_a_416_to_everything_ends(server: Server, make: Make) -> None:
    interrupt(make(), server)
    server.fault(status=416)
    with pytest.raises(DownloadHTTPError):
        fetch(make(), server)
    assert len(server.requests) < 10


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_refusal_in_the_middle_keeps_the_part(
    server: Server, make: Make, tmp_path: Path, status: int
) -> None:
    interrupt(make(), server)
    server.fault(status=status)
    with pytest.raises(DownloadHTTPError):
        fetch(make(), server)
    assert parts(tmp_path) == [3 * TENTH]


@pytest.mark.parametrize("kind", ["text/html", "application/octet-stream"])
def test_a_portal_in_the_middle_keeps_the_part(
    server: Server, make: Make, tmp_path: Path, kind: str
) -> None:
    interrupt(make(), server)
    server.fault(portal=True, portal_type=kind)
    with pytest.raises(UpdateFailed) as caught:
        fetch(make(), server)
    assert caught.value.why == "portal"
    assert parts(tmp_path) == [3 * TENTH]


@pytest.mark.parametrize("status", [b"200 OK", b"206 Partial Content"])
def test_headers_that_are_cut_off_keep_the_part(
    server: Server, make: Make, tmp_path: Path, status: bytes
) -> None:
    interrupt(make(), server)
    server.fault(garbage=b"HTTP/1.1 " + status + b"\r\nServer: x\r\nConte")
    with pytest.raises(UpdateFailed) as caught:
        fetch(make(), server)
    assert caught.value.why == "no_network"
    assert parts(tmp_path) == [3 * TENTH]


@pytest.mark.parametrize("place", [0, TENTH, len(DATA) - 1])
def test_a_bit_that_fell_over_is_found_out_and_the_retry_succeeds(
    server: Server, make: Make, tmp_path: Path, place: int
) -> None:
    server.fault(flip=place, times=1)
    with pytest.raises(LengthOrHashMismatchError):
        fetch(make(), server)
    assert parts(tmp_path) == []
    assert fetch(make(), server) == DATA


def test_a_file_of_another_length_is_refused_before_it_comes(
    server: Server, make: Make, tmp_path: Path
) -> None:
    for length in (len(DATA) - 1, len(DATA) + 1):
        carrier = make()
        with pytest.raises(UpdateFailed) as caught:
            fetch(carrier, server, length)
        assert caught.value.why == "damaged"
        assert carrier.transfer.received == 0
    assert sum(parts(tmp_path)) == 0


def test_a_body_longer_than_was_signed_ends_at_the_limit(
    server: Server, make: Make, tmp_path: Path
) -> None:
    server.fault(endless=True)
    carrier = make()
    with pytest.raises(DownloadLengthMismatchError):
        fetch(carrier, server)
    assert carrier.transfer.received <= len(DATA) + PIECE
    assert sum(parts(tmp_path)) == 0


def test_a_short_body_without_a_length_ends(server: Server, make: Make) -> None:
    server.fault(no_length=True)
    with pytest.raises(UpdateFailed) as caught:
        fetch(make(), server, len(DATA) + 5)
    assert caught.value.why == "server"
    assert len(server.requests) <= 5


def test_a_byte_at_each_connection_ends_as_too_slow(server: Server, make: Make) -> None:
    seconds = iter(range(10**6))
    server.fault(cut_after=1)
    with pytest.raises(UpdateFailed) as caught:
        fetch(make(clock=lambda: float(next(seconds)), patience=Patience(window=20)), server)
    assert caught.value.why == "too_slow"


def test_a_full_disk_keeps_what_there_was_room_for(
    server: Server, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Part.append

    def append(part: Part, piece: bytes) -> None:
        if part.have > TENTH:
            raise OSError(28, "no space left")
        real(part, piece)

    monkeypatch.setattr(Part, "append", append)
    with pytest.raises(OSError, match="no space"):
        fetch(make(), server)
    assert TENTH < parts(tmp_path)[0] < len(DATA)
    monkeypatch.undo()
    carrier = make()
    assert fetch(carrier, server) == DATA
    assert carrier.transfer.received < len(DATA) - TENTH


def test_a_part_that_is_longer_than_the_file_is_thrown_away(
    server: Server, make: Make, tmp_path: Path
) -> None:
    with Part(tmp_path / "parts", f"{server.url}/pack") as part:
        part.append(DATA + b"x")
    assert fetch(make(), server) == DATA


def test_parts_that_nobody_came_back_for_make_room(
    server: Server, make: Make, tmp_path: Path
) -> None:
    for number in range(9):
        with Part(tmp_path / "parts", f"{server.url}/old{number}") as part:
            part.begin('"mark"')
            part.append(b"x" * number)
    interrupt(make(), server)
    assert len(parts(tmp_path)) == 4
    assert 3 * TENTH in parts(tmp_path)
    assert len(list((tmp_path / "parts").iterdir())) <= 8


def test_redirected_files_are_resumed_by_their_own_address(server: Server, make: Make) -> None:
    server.files["mirror"] = DATA
    server.fault("pack", redirect="/mirror")
    server.fault("mirror", cut_after=TENTH)
    carrier = make()
    assert fetch(carrier, server) == DATA
    assert carrier.transfer.received == len(DATA)


# --- what is made of headers ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "begin"),
    [
        ("bytes 5-9/10", 5),
        ("bytes 5-9/*", 5),
        ("bytes 5-9/11", None),
        ("bytes 9-5/10", None),
        ("bytes 5-10/10", None),
        ("bytes */10", None),
        ("items 5-9/10", None),
        ("bytes -5-9/10", None),
        ("", None),
    ],
)
def test_only_a_range_within_the_file_begins_somewhere(said: str, begin: int | None) -> None:
    assert range_begin({"Content-Range": said}, 10) == begin


@pytest.mark.parametrize(
    ("headers", "mark"),
    [
        ({"ETag": '"a"', "Last-Modified": "x"}, '"a"'),
        ({"ETag": 'W/"a"'}, ""),
        (
            {"ETag": 'W/"a"', "Last-Modified": "Thu, 26 Nov 2026 11:00:00 GMT"},
            "Thu, 26 Nov 2026 11:00:00 GMT",
        ),
        ({"ETag": "a\r\nX: y"}, ""),
        ({"Last-Modified": "a\r\nX: y"}, ""),
        ({}, ""),
    ],
)
def test_only_a_strong_mark_is_sent_back(headers: dict[str, str], mark: str) -> None:
    assert validator(headers) == mark


@pytest.mark.parametrize(
    ("url", "location", "target"),
    [
        ("https://a.no/x/y", "/z", "https://a.no/z"),
        ("https://a.no/x/y", "https://b.no/z", "https://b.no/z"),
        ("http://a.no/x", "https://b.no/z", "https://b.no/z"),
        ("http://a.no/x", "http://b.no/z", "http://b.no/z"),
        ("https://a.no/x", "//b.no/z", "https://b.no/z"),
    ],
)
def test_a_redirect_may_lead_there(url: str, location: str, target: str) -> None:
    assert next_address(url, location) == target


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://a.no/x", "portal"),
        ("http://login.hotel.test/", "portal"),
        ("ftp://a.no/x", "server"),
        ("file:///etc/passwd", "server"),
        ("data:text/html,x", "server"),
        ("https://[", "server"),
        ("", "server"),
    ],
)
def test_from_an_encrypted_address_a_redirect_may_not_lead_there(location: str, why: str) -> None:
    with pytest.raises(UpdateFailed) as caught:
        next_address("https://a.no/x", location)
    assert caught.value.why == why


@given(st.text(max_size=60))
def test_any_location_is_followed_or_refused_in_words(location: str) -> None:
    def follow() -> None:
        assert next_address("https://a.no/x", location).startswith("https://")

    assert outcome(follow) in ("done", "portal", "server")


@pytest.mark.parametrize(
    ("kind", "beginning", "page"),
    [
        ("text/html", b"<p>Velkommen", True),
        ("text/html; charset=utf-8", b'{"signed":1}', False),
        ("text/html", b"\x28\xb5\x2f\xfd", False),
        ("application/json", b"<!DOCTYPE html>", True),
        ("", b"\xef\xbb\xbf\n <HTML lang=no>", True),
        ("", b"<!-- hotel --><!doctype  html>", True),
        ("image/svg+xml", b"<svg>", False),
        ("application/json", b'{"a":"<html>"}', False),
        ("text/plain", b"", False),
    ],
)
def test_a_web_page_is_known_by_its_kind_or_its_beginning(
    kind: str, beginning: bytes, page: bool
) -> None:
    assert is_page(kind, beginning) is page
