"""`feltperm failed-searches`: off until asked for, one line a search, written out as CSV."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run

LOST = "qqxxyyzzqq"


@pytest.fixture
def on(feltperm: Run) -> Run:
    """A profile that keeps them."""
    answer = feltperm("failed-searches", "on")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    return feltperm


def kept(feltperm: Run) -> list[tuple[str, int]]:
    answer = feltperm("failed-searches", "list", "--json").json
    return [(one["query"], one["times"]) for one in answer["searches"]]


def test_nothing_is_kept_unless_it_is_asked_for(feltperm: Run) -> None:
    feltperm("search", LOST)
    assert feltperm("failed-searches", "list", "--json").json == {"on": False, "searches": []}
    told = feltperm("failed-searches", "list")
    assert (told.code, told.out) == (0, "")
    assert told.err == "Søk uten treff blir ikke tatt vare på. Slå det på med «on».\n"


def test_a_search_is_counted_once_it_is_on_and_stays_when_it_is_off_again(on: Run) -> None:
    for words in ((LOST,), (LOST.upper(),), ("wwvvww", "kkjjqq")):
        assert on("search", *words).out.startswith("Ingen treff")
    assert kept(on) == [(LOST, 2), ("wwvvww kkjjqq", 1)]
    line = on("failed-searches", "list").out.splitlines()[0]
    assert line.startswith(f"{LOST}  2  20")
    assert len(line) == len(f"{LOST}  2  2026-11-25")
    assert on("failed-searches", "off").code == 0
    on("search", LOST)
    assert kept(on) == [(LOST, 2), ("wwvvww kkjjqq", 1)]
    assert on("failed-searches", "clear").out == ""
    assert kept(on) == []


@pytest.mark.parametrize(
    "words",
    [
        ("nalokson",), (LOST, "--typing"), (LOST, "--literal"), (LOST, "--kind", "poster"),
        (LOST, "--no-referral"), (LOST, "--open-at", "now"), ("qqxx@yyzz.qq",),
        ("qqxx", "01019912345"), ("qqxx", "912 34 567"), ("\0",), ("\ud800",), (LOST * 100,),
    ],
)  # fmt: skip
def test_what_is_no_failure_or_a_persons_data_is_not_counted(
    on: Run, words: tuple[str, ...]
) -> None:
    assert on("search", *words).code == 0
    assert [one for one in kept(on) if one[0].strip("?")] == []


def test_the_file_for_the_publisher(on: Run, tmp_path: Path) -> None:
    for query in (LOST, LOST, "=wwvv;kkjj"):
        on("search", query)
    file = tmp_path / "søk.csv"
    assert on("failed-searches", "export", file).out == f"{file}\n"
    head, first, second, *rest = file.read_bytes().decode("utf-8").split("\r\n")
    assert head == "\ufeffsøk;antall;sist"
    assert first.startswith(f"{LOST};2;20")
    assert second.startswith('"\'=wwvv;kkjj";1;20')
    assert rest == [""]


def test_a_file_that_cannot_be_written_is_said(fails: Callable[..., str], tmp_path: Path) -> None:
    said = fails("failed-searches", "export", tmp_path / "none" / "x.csv")
    assert said == "Mappen finnes ikke. Velg en annen mappe."
