"""Whatever is typed is words, a name or an id: never a query, a path or a steering character."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from attack_tools import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feltperm.app_desk import open_desk
from feltperm.desk.desk import Desk
from feltperm.desk.find import Request
from feltperm.errors import NotFound
from feltperm.paths import find_paths
from feltperm.search.planner import MAX_CHARACTERS

MEGABYTE = 'sprøiter nalokson (x " AND \0 💉 ' * 33_000
WORDS = [
    '"', "'", "(x", ")", "a AND", "AND", "NOT x", "NEAR(a b)", "title:x", "x*", "*", "^x", "x OR",
    "-", "--", "{a b}:c", "a\0b", "\0", "\ud800", "a\udfffb", "💉", "👩‍⚕️", "\u202edrahk", "\x1b[2J",
    "%s %n", "../..", "<script>", "'; DROP TABLE record; --", "\\", "\n", "\u200b", "ﷺ" * 50, "",
    " ", "x" * 1_000_000, MEGABYTE,
]  # fmt: skip
NAMES = [
    "nope", "..", "../../etc/passwd", "/etc/passwd", "national/../national/gd-overdose",
    "national//gd-overdose", "national/", "/", "//", "a/b/c", "C:\\x", "file:///etc/passwd", "~",
    "%2e%2e", "gd-overdose\0.md", "gd-overdose\n", "\0", "\ud800", "national/\ud800", "💉",
    "'", '"', "' OR 1=1 --", "x" * 1_000_000, "x/" * 500_000, "\u202e", "\x1b[2J",
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = open_desk(find_paths(tmp_path_factory.mktemp("profile")))
    yield desk
    desk.close()


@pytest.mark.parametrize("text", WORDS, ids=lambda text: repr(text[:20]))
def test_any_words_are_answered(feltperm: Run, text: str) -> None:
    answer = feltperm("search", "--", text)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out
    if len(answer.out.splitlines()) == 1:
        assert answer.out.startswith(("Ingen treff på «", "svc-", "gd-", "ps-", "org-"))
    assert not set(answer.out) & set("\0\x1b\u202e\ud800")
    found = feltperm("search", "--json", "--", text).json
    assert len(found["hits"]) <= 20


@pytest.mark.parametrize(
    "text", ['"nalokson"', "(nalokson", "nalokson)", "*nalokson*", "-nalokson"]
)
def test_signs_do_not_steer_the_search(feltperm: Run, text: str) -> None:
    plain = feltperm("search", "nalokson", "--json").json["hits"]
    assert feltperm("search", "--json", "--", text).json["hits"] == plain


def test_of_a_megabyte_only_the_beginning_is_looked_at(desk: Desk) -> None:
    for text in (MEGABYTE, "x" * 1_000_000, "nalokson" * 125_000):
        for typing in (False, True):
            assert len(desk.find.search(Request(text, typing=typing)).query) <= MAX_CHARACTERS
        with pytest.raises(NotFound) as refusal:
            desk.find.show(text)
        assert len(str(refusal.value)) < 400


@settings(
    deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(), max_size=80), typing=st.booleans())
def test_any_text_is_answered(desk: Desk, text: str, typing: bool) -> None:
    found = desk.find.search(Request(text, typing=typing, limit=5))
    assert len(found.hits) <= 5


@settings(
    deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(), max_size=40))
def test_any_name_is_found_or_not(desk: Desk, text: str) -> None:
    for use in (desk.find.show, desk.keep.star, desk.find.municipality, desk.keep.site):
        with suppress(NotFound):
            use(text)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_an_id_is_never_a_path(
    fails: Callable[..., str], feltperm: Run, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "x.pdf"
    feltperm("favourites", "add", "gd-overdose")
    tricks = {"show": [name], "poster": [name, "--out", out], "favourites add": [name]}
    if name.strip() == "gd-overdose":  # a line feed at the end is no part of it
        del tricks["show"], tricks["favourites add"]
    for command, words in tricks.items():
        said = fails(*command.split(), *words)
        assert said.startswith(("Fant ikke «", "Dette er ikke en plakat."))
        assert len(said) < 300
        assert said.isprintable()
    assert fails("favourites", "remove", name)
    assert not out.exists()
    assert feltperm("favourites", "list").out.startswith("gd-overdose")


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_a_municipality_is_never_a_query(fails: Callable[..., str], name: str) -> None:
    said = fails("search", "x", "--municipality", name)
    assert said.startswith("Fant ikke «")
    assert len(said) < 300


@pytest.mark.parametrize(
    "name",
    ["\x1b[2J\x07", "\u202egnisakseb", "a\nb\tc", "💉", "' OR 1=1", "</b>", "\ud800", "é" * 80],
)
def test_a_place_may_be_called_anything(feltperm: Run, name: str) -> None:
    assert (
        feltperm("sites", "add", name, "--phone", "\u202e73 00 00 00", "--note", "\0\x1b").code == 0
    )
    listed = feltperm("sites", "list")
    assert (listed.code, listed.err, listed.out.count("\n")) == (0, "", 1)
    assert not set(listed.out) & set("\0\x1b\u202e")
    (kept,) = feltperm("sites", "list", "--json").json
    assert feltperm("sites", "remove", kept["name"]).code == 0
    assert feltperm("sites", "list").out == ""


def test_a_megabyte_is_no_place(fails: Callable[..., str], feltperm: Run) -> None:
    assert "for lang" in fails("sites", "add", MEGABYTE)
    assert "for lang" in fails("sites", "add", "Bussen", "--note", MEGABYTE)
    assert feltperm("sites", "list").out == ""


def test_a_sign_no_font_has_is_named_and_no_file_is_left(
    feltperm: Run, fails: Callable[..., str], tmp_path: Path
) -> None:
    out = tmp_path / "x.pdf"
    feltperm("sites", "add", "Bussen 💉")
    assert fails("poster", "ps-overdose", "--out", out).startswith(
        "Tegnet «💉» kan ikke skrives ut."
    )
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize(
    "text", ['#panic("x")', "$x$ *y* _z_ @ref <label>", "\\u{41}", '#read("x")']
)
def test_a_place_is_not_read_as_markup(feltperm: Run, tmp_path: Path, text: str) -> None:
    feltperm("sites", "add", text, "--note", text)
    answer = feltperm("poster", "ps-overdose", "--out", tmp_path / "x.pdf")
    assert answer.code == 0, answer.err


@pytest.mark.parametrize("out", ["a\0b.pdf", "", "\ud800.pdf"])
def test_what_is_no_file_name_is_wrong_use(feltperm: Run, out: str) -> None:
    answer = feltperm("poster", "ps-overdose", "--out", out)
    assert (answer.code, answer.out) == (2, "")


@pytest.mark.skipif(os.name != "posix", reason="a command line of bytes")
@pytest.mark.parametrize("words", [b"show\0\xff", b"favourites\0add\0\xc3", b"sites\0remove\0\xfe"])
def test_bytes_that_are_no_text(profile: Path, words: bytes) -> None:
    argv = [sys.executable.encode(), b"-m", b"feltperm", b"--profile", os.fsencode(profile)]
    done = subprocess.run([*argv, *words.split(b"\0")], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"feltperm: ")
    assert done.stderr.count(b"\n") == 1
