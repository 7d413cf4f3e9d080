"""Searches that found nothing: each once with a count, never a person's data, and not for ever."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from binder_home import Home
from hypothesis import given
from hypothesis import strategies as st

from feltperm.binder import Binder
from feltperm.binder.connection import Store, connect_memory
from feltperm.binder.failed import MAX_CHARACTERS, MAX_SEARCHES, FailedSearches, looks_personal
from feltperm.binder.migrations import migrate

DAY = date(2026, 11, 25)
NEXT = DAY + timedelta(days=1)


def kept(binder: Binder) -> list[tuple[str, int, str]]:
    return [(one.query, one.times, one.last_on) for one in binder.failed.list()]


def test_each_search_is_kept_once_with_a_count_and_its_last_day(home: Home) -> None:
    binder, _ = home.open()
    for query, day in (("Metadonkort", DAY), ("søvnplaster", NEXT), (" metadonkort ", NEXT)):
        assert binder.failed.add(query, day)
    binder.close()
    again, _ = home.open()
    assert kept(again) == [("Metadonkort", 2, "2026-11-26"), ("søvnplaster", 1, "2026-11-26")]


def test_no_time_of_day_is_kept_anywhere(home: Home) -> None:
    binder, _ = home.open()
    binder.failed.add("metadonkort", DAY)
    binder.close()
    with closing(sqlite3.connect(home.path)) as connection:
        rows = connection.execute("SELECT * FROM failed_searches").fetchall()
    assert rows == [("metadonkort", "metadonkort", 1, "2026-11-25")]


@pytest.mark.parametrize(
    "query",
    [
        "01019012345", "010190 12345", "01.01.90 12345", "født 01.01.1990", "010190-12345 lar",
        "22 40 00 40", "22400040", "+47 912 34 567", "912-34-567", "(91) 23 45 67", "tlf 91234567",
        "kari@example.org", "Kari ＠ example.org", "０１０１９０１２３４５", "0101\u200b9012345",
        "9\u00ad1\u00ad2\u00ad3\u00ad4567", "٠١٠١٩٠١٢٣٤٥", "",  "  ", "\0",
        "x" * (MAX_CHARACTERS + 1), "rus " * 10_000,
    ],
)  # fmt: skip
def test_what_looks_like_a_persons_data_or_no_question_is_not_kept(
    binder: Binder, query: str
) -> None:
    assert not binder.failed.add(query, DAY)
    assert binder.failed.list() == ()


@pytest.mark.parametrize(
    "query", ["metadonkort", "§ 10-2", "korona 2020", "act/fact", "12 trinn", "3-metylmorfin", "😀"]
)
def test_what_does_not_is(binder: Binder, query: str) -> None:
    assert binder.failed.add(query, DAY)
    assert kept(binder) == [(query, 1, "2026-11-25")]


@given(
    before=st.text(max_size=20), after=st.text(max_size=20),
    digits=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["", " ", ".", "-", " - "]))
                    .map(lambda one: f"{one[0]}{one[1]}"), min_size=5, max_size=12).map("".join),
)  # fmt: skip
def test_a_number_is_seen_whatever_stands_around_it(before: str, after: str, digits: str) -> None:
    assert looks_personal(f"{before}{digits}{after}")


@given(st.lists(st.text(max_size=120), max_size=8))
def test_any_text_is_counted_or_left_out(queries: list[str]) -> None:
    connection = connect_memory()
    migrate(connection)
    failed = FailedSearches(Store(connection))
    counted = sum(failed.add(query, DAY) for query in queries)
    found = failed.list()
    assert sum(one.times for one in found) == counted
    assert not any(looks_personal(one.query) for one in found)
    connection.close()


def test_the_ones_not_searched_for_longest_make_room(binder: Binder) -> None:
    for number in range(MAX_SEARCHES):
        word = "ord" + "".join(chr(ord("a") + int(digit)) for digit in str(number))
        binder.failed.add(word, DAY)
    binder.failed.add("orda", NEXT)  # the oldest of all, and searched for again
    binder.failed.add("nytt", NEXT)
    words = [one.query for one in binder.failed.list()]
    assert len(words) == MAX_SEARCHES
    assert words[0] == "orda"
    assert "nytt" in words
    assert "ordb" not in words


def test_a_new_one_is_kept_where_every_other_is_of_the_same_day_and_counts_more(
    binder: Binder,
) -> None:
    for number in range(MAX_SEARCHES):
        word = "ord" + "".join(chr(ord("a") + int(digit)) for digit in str(number))
        binder.failed.add(word, DAY)
        binder.failed.add(word, DAY)
    binder.failed.add("nytt", DAY)
    assert "nytt" in [one.query for one in binder.failed.list()]


def test_what_is_cleared_is_not_left_in_the_file(home: Home) -> None:
    binder, _ = home.open()
    for word in ("metadonkort", "søvnplaster"):
        binder.failed.add(word, DAY)
    assert binder.failed.clear() == 2
    assert binder.failed.list() == ()
    assert binder.failed.clear() == 0
    binder.close()
    assert b"metadonkort" not in home.path.read_bytes()
