"""Named lists and the tray keep their records, their order and their undo."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from binder_home import Home
from hypothesis import given
from hypothesis import strategies as st

from feltperm.binder import Binder, CollectionRefused, ListedRecord
from feltperm.binder.collections import MAX_NAME, Collections
from feltperm.binder.connection import Store, connect_memory
from feltperm.binder.listed import RecordList
from feltperm.binder.migrations import migrate
from feltperm.errors import NotFound


@pytest.fixture
def binder(home: Home) -> Binder:
    binder, notice = home.open()
    assert notice is None
    return binder


def record(id: str, title: str = "Tittel", phone: str = "") -> ListedRecord:
    return ListedRecord(pack="national", id=id, kind="service", title=title, phone=phone)


def ids(records: RecordList) -> str:
    return "".join(one.id for one in records.list())


def filled(records: RecordList, letters: str = "abc") -> RecordList:
    for letter in letters:
        assert records.add(record(letter))
    return records


# --- a list of records ----------------------------------------------------------------------------


def test_a_record_goes_last_and_only_once(binder: Binder) -> None:
    tray = filled(binder.tray)
    assert not tray.add(record("a", "Nytt navn", "113"))
    assert ids(tray) == "abc"
    assert (tray.list()[0].title, tray.list()[0].phone) == ("Nytt navn", "113")


def test_what_is_removed_comes_back_at_its_place(binder: Binder) -> None:
    tray = filled(binder.tray)
    removed = tray.remove("national", "b")
    assert removed is not None
    assert ids(tray) == "ac"
    tray.put_back(removed)
    assert ids(tray) == "abc"
    assert tray.remove("national", "x") is None


def test_an_emptied_list_comes_back_whole(binder: Binder) -> None:
    tray = filled(binder.tray)
    removed = tray.clear()
    assert tray.list() == ()
    tray.add(record("b"))
    tray.put_back(*removed)
    assert sorted(ids(tray)) == ["a", "b", "c"]


@given(st.permutations("abcdef"), st.integers(0, 6))
def test_any_order_is_kept_and_what_is_not_named_follows(order: list[str], named: int) -> None:
    connection = connect_memory()
    migrate(connection)
    with closing(connection):
        tray = filled(RecordList(Store(connection), 0), "abcdef")
        tray.arrange([("national", one) for one in order[:named]] + [("other", "x")])
        rest = [one for one in "abcdef" if one not in order[:named]]
        assert ids(tray) == "".join([*order[:named], *rest])
        tray.add(record("g"))
        assert ids(tray)[-1] == "g"


def test_new_facts_are_taken_over_and_nothing_is_written_for_old_ones(binder: Binder) -> None:
    tray = filled(binder.tray)
    assert tray.refresh([record("a", "Ny tittel"), record("x")]) == 1
    assert tray.refresh([record("a", "Ny tittel")]) == 0
    assert [one.title for one in tray.list()] == ["Ny tittel", "Tittel", "Tittel"]


# --- collections ----------------------------------------------------------------------------------


def test_collections_are_listed_by_name_with_how_much_they_hold(binder: Binder) -> None:
    night = binder.collections.create("  Natt   til lørdag ")
    binder.collections.create("Ettervern")
    filled(binder.collections.records(night.number))
    filled(binder.tray, "xy")
    assert [(one.name, one.count) for one in binder.collections.list()] == [
        ("Ettervern", 0),
        ("Natt til lørdag", 3),
    ]
    assert binder.collections.get("NATT TIL  lørdag") == binder.collections.list()[1]


def test_a_record_can_be_in_several_and_the_tray_is_none_of_them(binder: Binder) -> None:
    first, second = binder.collections.create("A"), binder.collections.create("B")
    for one in (first, second):
        binder.collections.records(one.number).add(record("a"))
    binder.tray.add(record("a"))
    assert binder.collections.holding("national", "a") == {first.number, second.number}
    binder.collections.records(first.number).remove("national", "a")
    assert binder.collections.holding("national", "a") == {second.number}
    assert ids(binder.tray) == "a"


@pytest.mark.parametrize("name", ["", "   ", "\t\n", "\u202e", "x" * (MAX_NAME + 1)])
def test_a_name_that_is_none_or_too_long_is_refused(binder: Binder, name: str) -> None:
    with pytest.raises(CollectionRefused):
        binder.collections.create(name)
    assert binder.collections.list() == ()


def test_a_name_that_is_taken_is_refused(binder: Binder) -> None:
    binder.collections.create("Natt")
    other = binder.collections.create("Dag")
    with pytest.raises(CollectionRefused, match="finnes allerede"):
        binder.collections.create("nATT")
    with pytest.raises(CollectionRefused, match="finnes allerede"):
        binder.collections.rename(other.number, "natt")
    assert binder.collections.rename(other.number, "DAG").name == "Dag"


def test_a_name_cannot_turn_the_direction_of_the_words_around_it(binder: Binder) -> None:
    assert binder.collections.create("Natt\u202egnol").name == "Nattgnol"


def test_a_removed_collection_comes_back_with_its_records_in_order(binder: Binder) -> None:
    night = binder.collections.create("Natt")
    records = filled(binder.collections.records(night.number))
    records.arrange([("national", "c")])
    removed = binder.collections.remove(night.number)
    assert binder.collections.list() == ()
    assert records.list() == ()
    binder.collections.put_back(removed)
    assert [one.name for one in binder.collections.list()] == ["Natt"]
    assert ids(records) == "cab"


def test_a_name_that_was_taken_meanwhile_is_not_taken_back(binder: Binder) -> None:
    removed = binder.collections.remove(binder.collections.create("Natt").number)
    binder.collections.create("natt")
    with pytest.raises(CollectionRefused):
        binder.collections.put_back(removed)


@pytest.mark.parametrize("do", [Collections.remove, lambda all, number: all.rename(number, "A")])
def test_what_is_not_there_is_said_so(binder: Binder, do: object) -> None:
    with pytest.raises(NotFound):
        do(binder.collections, 99)  # type: ignore[operator]


def test_collections_alone_are_reason_enough_for_a_backup(home: Home) -> None:
    binder, _ = home.open()
    binder.collections.create("Natt")
    binder.close()
    home.open()
    (backup,) = home.backups.iterdir()
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT name FROM collections").fetchall() == [("Natt",)]
