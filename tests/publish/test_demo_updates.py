"""``dev.py demo-updates``: the whole way of an update, with the real programs."""

from __future__ import annotations

import http.client
import re
from pathlib import Path

import pytest

from devtools import demo_updates, words
from devtools.console import Failure
from devtools.loopback import Loopback
from devtools.programs import Laptop
from feltperm.paths import resource

SUMMARY = re.compile(r"^(\w.*?)  +([\d.]+) (k?B) +(\d+) +[\d.]+ s", re.MULTILINE)


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    if not resource("compiled/national.jsonl").exists():
        pytest.fail("no compiled content: run `python3 build/dev.py setup` first", pytrace=False)


@pytest.mark.slow
def test_it_shows_the_whole_way_of_an_update(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    demo_updates.demonstrate(tmp_path)
    report = capsys.readouterr().out
    assert report.endswith("All of it held.\n")
    assert report.count("no byte came twice") == 2
    assert report.count(": 4 times") == 2
    assert "telefon 74 09 05 00 → 73 00 00 00" in report
    assert "byte for byte what the first laptop has" in report
    rows = {name: (float(size), unit, int(asked)) for name, size, unit, asked in _rows(report)}
    size, unit, asked = rows["a check, nothing new"]
    assert (unit, asked) == ("B", 2)
    assert size < 500
    whole, delta = rows["first version, whole"], rows["second version, by what differs"]
    assert (whole[1], delta[1]) == ("kB", "kB")
    assert delta[0] < whole[0] / 10
    # the keys are for show and go with the folder
    assert len(list(tmp_path.glob("repository-keys/*.pem"))) == 3


def _rows(report: str) -> list[tuple[str, str, str, str]]:
    rows: list[tuple[str, str, str, str]] = SUMMARY.findall(report)
    return rows


@pytest.mark.slow
def test_a_step_that_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    attempt = Laptop.attempt

    def broken(self: Laptop, *typed: object) -> object:
        return attempt(self, *("sources", "list") if typed[:2] == ("sources", "add") else typed)

    monkeypatch.setattr(Laptop, "attempt", broken)
    monkeypatch.setattr(words, "prepare", lambda: None)
    assert words.main(["demo-updates"]) == 1
    said = capsys.readouterr().out.splitlines()[-1]
    assert said.startswith("The step «A laptop adds the publisher, once the code has been compared")


@pytest.mark.parametrize("error", [OSError("disk"), KeyError("plans"), ValueError("no json")])
def test_what_nobody_thought_of_is_named_by_its_step_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken(_show: object) -> None:
        raise error

    monkeypatch.setattr(demo_updates, "_open_shop", broken)
    with pytest.raises(Failure, match="The step «A publisher signs a first version» failed"):
        demo_updates.demonstrate(tmp_path)


def get(server: Loopback, path: str, **headers: str) -> tuple[int, bytes]:
    """What a plain client gets: status and as much of the body as came."""
    port = int(server.url.rstrip("/").rpartition(":")[2])
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        line.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        answer = line.getresponse()
        try:
            return answer.status, answer.read()
        except http.client.IncompleteRead as cut:
            return answer.status, cut.partial
    finally:
        line.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "file").write_bytes(bytes(range(100)))
    (tmp_path / "secret").write_bytes(b"secret")
    return folder


def test_the_link_gives_what_is_asked_for_and_no_more(shelf: Path) -> None:
    whole = bytes(range(100))
    with Loopback(shelf) as server:
        assert get(server, "/file") == (200, whole)
        assert get(server, "/file", Range="bytes=40-") == (206, whole[40:])
        assert get(server, "/file", Range="bytes=40-", If_Range='"old"') == (200, whole)
        assert get(server, "/file", Range="bytes=100-") == (200, whole)
        for path in ("/", "/none", "/../secret", "/%2e%2e/secret"):
            assert get(server, path) == (404, b"not here\n")
    assert [one.sent for one in server.answers] == [100, 60, 100, 100, 9, 9, 9, 9]


@pytest.mark.parametrize(("most", "came"), [(30, 30), (0, 0), (100, 100), (None, 100)])
def test_a_cut_link_ends_after_so_many_bytes(shelf: Path, most: int | None, came: int) -> None:
    with Loopback(shelf) as server:
        server.cut = lambda _answer: most
        assert get(server, "/file") == (200, bytes(range(came)))
    (answer,) = server.answers
    assert (answer.sent, answer.cut) == (came, came < 100)


def test_a_dead_link_does_not_even_answer(shelf: Path) -> None:
    with Loopback(shelf) as server:
        server.cut = lambda _answer: -1
        with pytest.raises(ConnectionError):
            get(server, "/file")
    assert server.answers[0].sent == 0
