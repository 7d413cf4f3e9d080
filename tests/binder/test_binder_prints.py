"""The print log in the binder: whole changes, taken back whole, and cleared without a trace."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from binder_home import NOW, Home

from feltperm.binder import Binder, Print, Site
from feltperm.errors import DiskFull

SECRET = "zzveggenvedsenga"


def sheet(place: str = "inngang", **more: str) -> Print:
    fields = {"job": "{}", "site": "Varmestua", "hung_on": "2026-11-01", **more}
    return Print(place=place, **fields)


def hung(binder: Binder, *sheets: Print) -> tuple[Print, ...]:
    return binder.prints.change((), sheets or (sheet(),)).after


def files(home: Home) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.data.rglob("*") if path.is_file()}


# --- entries ------------------------------------------------------------------------------------


def test_what_hung_last_stands_first_and_what_was_not_answered_for_last(binder: Binder) -> None:
    hung(binder, sheet("a"), sheet("b", hung_on="2026-11-02"), sheet("c", hung_on=""), sheet("d"))
    assert [one.place for one in binder.prints.list()] == ["b", "d", "a", "c"]


def test_a_change_is_whole_and_taken_back_whole(binder: Binder) -> None:
    one, two = hung(binder, sheet("a"), sheet("b"))
    before = binder.prints.list()
    newer = msgspec.structs.replace(one, hung_on="2026-11-20")
    change = binder.prints.change([one, two], [newer, sheet("c")])
    assert [(kept.id == one.id, kept.place) for kept in binder.prints.list()] == [
        (True, "a"), (False, "c"),
    ]  # fmt: skip
    binder.prints.undo(change)
    assert binder.prints.list() == before


def test_what_is_gone_is_passed_over_and_a_taken_id_is_left_alone(binder: Binder) -> None:
    (one,) = hung(binder)
    removed = binder.prints.change([one])
    assert binder.prints.change([one]).before == ()
    (other,) = hung(binder, sheet("b"))
    assert other.id == one.id
    (back,) = binder.prints.undo(removed).after
    assert back.id != other.id
    assert {kept.place for kept in binder.prints.list()} == {"inngang", "b"}


def test_a_full_disk_changes_nothing(binder: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = hung(binder)
    binder._store.connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(DiskFull):
        binder.prints.change([one], [sheet("x" * 200_000)])
    assert binder.prints.list() == (one,)


def test_a_renamed_site_takes_its_sheets_along(binder: Binder) -> None:
    binder.sites.add(Site(name="Varmestua"))
    hung(binder, sheet(box="Varmestua"), sheet(site="Kirken", box="Varmestua"), sheet(box=""))
    binder.sites.update("varmestua", Site(name="Stua"))
    assert [(one.site, one.box) for one in binder.prints.list()] == [
        ("Stua", ""), ("Kirken", "Stua"), ("Stua", "Stua"),
    ]  # fmt: skip


def test_a_log_alone_is_worth_a_backup(home: Home) -> None:
    binder, _ = home.open()
    hung(binder)
    binder.close()
    home.open(NOW + timedelta(days=1))
    assert [path.name for path in home.backups.iterdir()] == ["binder-2026-11-26.sqlite"]


# --- without a trace ----------------------------------------------------------------------------


def with_a_secret(home: Home) -> Binder:
    """A binder whose log and backups name a place, with much of it moved about and removed."""
    home.filled()
    binder, _ = home.open()
    for round in range(3):
        many = hung(binder, *(sheet(SECRET, job=f"{SECRET} {n}" * 20) for n in range(200)))
        binder.prints.change(many[round::2])
    binder.close()
    binder, _ = home.open(NOW + timedelta(days=1))
    binder.restore(home.backups / "binder-2026-11-26.sqlite", NOW)
    assert SECRET.encode() in home.path.read_bytes()
    assert sum(SECRET.encode() in data for data in files(home).values()) == 3
    return binder


def test_nothing_of_a_cleared_log_is_left_in_the_binder_or_in_any_copy(home: Home) -> None:
    binder = with_a_secret(home)
    before = set(files(home))
    assert binder.erase_prints() == ()
    assert binder.prints.list() == ()
    assert [name for name, data in files(home).items() if SECRET.encode() in data] == []
    assert set(files(home)) == before, "no copy is gone, and nothing is left beside them"
    assert binder.favourites.count() == 2
    binder.restore(home.backups / "binder-2026-11-26.sqlite", NOW)
    assert binder.favourites.count() == 2
    assert binder.prints.list() == ()
    assert SECRET.encode() not in home.path.read_bytes()


def test_one_sheet_that_is_taken_down_is_written_over(binder: Binder, home: Home) -> None:
    change = binder.prints.change((), [sheet(SECRET)])
    binder.prints.undo(change)
    assert SECRET.encode() not in home.path.read_bytes()


def test_a_copy_of_an_older_program_stays_as_it_is(home: Home) -> None:
    binder = with_a_secret(home)
    old = Path(__file__).parent / "files" / "binder-version-5.sqlite"
    copy = home.backups / "binder-2026-10-01.sqlite"
    copy.write_bytes(old.read_bytes())
    binder.erase_prints()
    assert copy.read_bytes() == old.read_bytes()


def test_a_copy_that_cannot_be_read_is_named_and_left_alone(home: Home) -> None:
    binder = with_a_secret(home)
    broken = home.backups / "binder-2026-11-01.sqlite"
    broken.write_bytes(b"no database at all" * 1000)
    assert binder.erase_prints() == ("binder-2026-11-01.sqlite",)
    assert broken.read_bytes() == b"no database at all" * 1000
    assert sum(SECRET.encode() in data for data in files(home).values()) == 0


def test_a_copy_that_cannot_be_written_stays_whole_and_is_named(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    binder = with_a_secret(home)

    def full(*_: object) -> None:
        raise DiskFull("full")

    monkeypatch.setattr("feltperm.binder.erasing.copy_to", full)
    left = binder.erase_prints()
    assert left[1:] == ("binder-2026-11-26.sqlite", "binder-replaced-2026-11-25T2214.sqlite")
    with closing(sqlite3.connect(home.backups / left[1])) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM prints").fetchone()[0] > 0
    assert binder.prints.list() == ()


def test_there_is_nothing_to_erase_where_there_are_no_copies(binder: Binder) -> None:
    hung(binder)
    assert binder.erase_prints() == ()
    assert binder.prints.list() == ()
