"""`feltperm prints`: what hangs where, and which of it must be changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from command_line import Run

POSTER = "ps-overdose"


@pytest.fixture
def hung(feltperm: Run) -> Run:
    """A profile with one poster on a wall."""
    assert feltperm("sites", "add", "Varmestua", "--phone", "73 00 00 00").code == 0
    answer = feltperm("prints", "add", POSTER, "--at", "Varmestua", "--place", "inngang")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("FP-")
    assert "  Overdose  Varmestua, inngang  " in answer.out
    assert answer.out.endswith("  i orden\n")
    return feltperm


def test_the_list_names_code_place_day_and_state(hung: Run) -> None:
    (entry,) = hung("prints", "list", "--json").json
    assert {
        "records": ["national/ps-overdose"], "title": "Overdose", "layout": "steps",
        "languages": ["nb"], "paper": "a4", "box": "Varmestua", "site": "Varmestua",
        "place": "inngang", "state": "fine", "changes": [], "reason": "", "kept_up": False,
        "printer": "",
    }.items() <= entry.items()  # fmt: skip
    assert entry["code"].startswith("FP-")
    assert len(entry["hung_on"]) == len("2026-11-26")
    assert hung("prints", "list").out.count("\n") == 1


def test_nothing_stale_is_done_too(hung: Run) -> None:
    answer = hung("prints", "stale")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert hung("prints", "stale", "--json").json == []


def test_what_is_stale_says_why(hung: Run) -> None:
    hung("sites", "remove", "Varmestua")
    hung("sites", "add", "Varmestua", "--phone", "73 00 00 01")
    (entry,) = hung("prints", "stale", "--json").json
    assert entry["state"] == "change"
    assert entry["changes"] == [{"field": "Telefon", "old": "73 00 00 00", "new": "73 00 00 01"}]
    assert "  må byttes  Telefon 73 00 00 00 → 73 00 00 01\n" in hung("prints", "stale").out
    hung("sites", "remove", "Varmestua")
    (entry,) = hung("prints", "stale", "--json").json
    assert (entry["state"], entry["reason"]) == ("down", "Varmestua er ikke lenger i permen.")


def test_it_can_be_turned_off_and_forgotten(hung: Run) -> None:
    assert hung("prints", "off").code == 0
    answer = hung("prints", "list")
    assert answer.out.count("\n") == 1
    assert "on" in answer.err
    refused = hung("prints", "add", POSTER, "--at", "Varmestua")
    assert (refused.code, refused.out) == (1, "")
    assert hung("prints", "clear").code == 0
    assert hung("prints", "list", "--json").json == []
    assert hung("prints", "on").code == 0
    assert hung("prints", "add", POSTER, "--at", "Varmestua").code == 0


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("finnes-ikke", "--at", "X"), "Fant ikke"),
        (("svc-113", "--at", "X"), "ikke en plakat"),
        ((POSTER, "--at", " "), "Skriv hvor"),
        ((POSTER, "--at", "x" * 100), "for langt"),
        ((POSTER, "--at", "X", "--site", "Ukjent"), "Fant ikke stedet"),
        ((POSTER, "--at", "X", "--lang", "xx"), "finnes ikke på"),
    ],
)
def test_what_cannot_be_noted_is_one_line(
    fails: Callable[..., str], argv: tuple[str, ...], said: str
) -> None:
    assert said in fails("prints", "add", *argv)


@pytest.mark.parametrize("argv", [(), ("add",), ("add", POSTER), ("remove", "1"), ("list", "x")])
def test_wrong_use_is_2(feltperm: Run, argv: tuple[str, ...]) -> None:
    assert feltperm("prints", *argv).code == 2
