"""Dated backups: one a day, verified, thinned out, never in the way; and fetching one back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from binder_home import NOW, Home, favourite

from feltperm.binder import BackupDamaged, BinderTooNew
from feltperm.binder.connection import copy_pages
from feltperm.binder.migrations import NAMES
from feltperm.errors import DiskFull


def names(home: Home) -> list[str]:
    return sorted(item.name for item in home.backups.iterdir())


def ids(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [id for (id,) in connection.execute("SELECT id FROM favourites ORDER BY position")]


def test_a_start_makes_the_backup_of_the_day(home: Home) -> None:
    home.filled()
    binder, _ = home.open()
    assert names(home) == ["binder-2026-11-25.sqlite"]
    assert ids(home.backups / "binder-2026-11-25.sqlite") == ["svc-113", "svc-legevakt"]
    assert [backup.day.isoformat() for backup in binder.backups()] == ["2026-11-25"]


def test_there_is_one_a_day_and_it_is_the_first(home: Home) -> None:
    home.filled()
    binder, _ = home.open()
    binder.favourites.add(favourite("later"))
    binder.close()
    home.open(NOW + timedelta(hours=1))
    assert ids(home.backups / "binder-2026-11-25.sqlite") == ["svc-113", "svc-legevakt"]
    home.open(NOW + timedelta(days=1))
    assert ids(home.backups / "binder-2026-11-26.sqlite") == ["svc-113", "svc-legevakt", "later"]


def test_an_empty_binder_is_no_backup(home: Home) -> None:
    home.open()[0].close()
    home.open()
    assert not home.backups.exists()


def test_seven_days_and_three_months_stay(home: Home) -> None:
    home.filled()
    day = datetime(2026, 7, 1, 8, 0)
    while day <= NOW:
        home.open(day)[0].close()
        day += timedelta(days=1)
    assert names(home) == [
        "binder-2026-08-31.sqlite",
        "binder-2026-09-30.sqlite",
        "binder-2026-10-31.sqlite",
        *(f"binder-2026-11-{day}.sqlite" for day in range(19, 26)),
    ]


def test_a_long_rest_does_not_cost_the_old_months(home: Home) -> None:
    home.filled()
    for when in ("2025-01-10", "2025-02-10", "2025-03-10", "2025-04-10"):
        home.open(datetime.fromisoformat(when))[0].close()
    for day in range(8):
        home.open(NOW + timedelta(days=day))[0].close()
    assert names(home) == [
        "binder-2025-03-10.sqlite",
        "binder-2025-04-10.sqlite",
        *(f"binder-2026-11-{day}.sqlite" for day in range(26, 31)),
        "binder-2026-12-01.sqlite",
        "binder-2026-12-02.sqlite",
    ]


def test_other_files_in_the_folder_are_left_alone(home: Home) -> None:
    home.filled()
    home.backups.mkdir()
    others = ["binder-2026-02-31.sqlite", "binder-kopi.sqlite", "notat.txt"]
    for name in others:
        (home.backups / name).write_text("mine")
    for day in range(10):
        home.open(NOW + timedelta(days=day))[0].close()
    assert {(home.backups / name).read_text() for name in others} == {"mine"}


def test_what_a_crash_left_of_a_copy_goes(home: Home) -> None:
    home.filled()
    home.backups.mkdir()
    (home.backups / ".binder-2026-11-20.sqlite.4711.part").write_bytes(b"half")
    home.open()
    assert names(home) == ["binder-2026-11-25.sqlite"]


@pytest.mark.parametrize("obstacle", ["file in place of the folder", "folder of that name"])
def test_a_backup_that_cannot_be_made_is_not_in_the_way(home: Home, obstacle: str) -> None:
    home.filled()
    if obstacle == "folder of that name":
        (home.backups / ".binder-2026-11-25.sqlite").mkdir(parents=True)
        (home.backups / "binder-2026-11-25.sqlite").mkdir()
    else:
        home.backups.write_text("in the way")
    binder, notice = home.open()
    assert notice is None
    assert binder.writable
    assert binder.favourites.count() == 2


def test_a_copy_that_fails_its_check_never_gets_its_name(
    home: Home, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    home.filled()

    def rotten(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
        copy_pages(source, target)
        target.execute("DROP INDEX one_default_site")
        target.execute("PRAGMA writable_schema = ON")
        target.execute("UPDATE sqlite_master SET rootpage = 3 WHERE name = 'sites'")

    monkeypatch.setattr("feltperm.binder.backup.copy_pages", rotten)
    binder, notice = home.open()
    assert notice is None
    assert binder.writable
    assert names(home) == []
    assert "no backup today" in caplog.text


def test_restoring_brings_back_all_and_keeps_what_was_there(home: Home) -> None:
    home.filled()
    binder, _ = home.open()
    binder.favourites.remove("national", "svc-113")
    binder.favourites.add(favourite("new"))
    other, _ = home.open()
    replaced = binder.restore(binder.backups()[0].path, NOW)
    assert replaced == home.backups / "binder-replaced-2026-11-25T2214.sqlite"
    assert ids(replaced) == ["svc-legevakt", "new"]
    for window in (binder, other):
        assert [item.id for item in window.favourites.list()] == ["svc-113", "svc-legevakt"]
        assert window.settings.get("municipality") == "5001"
    binder.favourites.add(favourite("after"))


def test_a_rotten_backup_changes_nothing(home: Home, tmp_path: Path) -> None:
    home.filled()
    binder, _ = home.open()
    whole = binder.backups()[0].path.read_bytes()
    for content in (b"no database", whole[:5000], whole[:4096] + b"\xff" * (len(whole) - 4096)):
        rotten = tmp_path / "rotten.sqlite"
        rotten.write_bytes(content)
        with pytest.raises(BackupDamaged, match="Permen er ikke endret"):
            binder.restore(rotten, NOW)
    assert binder.favourites.count() == 2
    assert names(home) == ["binder-2026-11-25.sqlite"]


def test_a_backup_of_a_newer_program_is_refused(home: Home, tmp_path: Path) -> None:
    home.filled()
    newer = tmp_path / "newer.sqlite"
    shutil.copy(home.path, newer)
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('binder', 'x')"
        )
        connection.execute(f"PRAGMA user_version = {len(NAMES) + 1}")
    binder, _ = home.open()
    with pytest.raises(BinderTooNew):
        binder.restore(newer, NOW)
    assert binder.favourites.count() == 2


def test_restoring_onto_a_full_disk_changes_nothing(home: Home) -> None:
    home.filled()
    binder, _ = home.open()
    for number in range(400):
        binder.favourites.add(favourite(f"id-{number}", "Et navn som tar plass " * 5))
    big = home.open(NOW + timedelta(days=1))[0].backups()[0].path
    binder.close()
    home.path.unlink()
    small, _ = home.open()
    small.favourites.add(favourite("mine"))
    small._store.connection.execute("PRAGMA max_page_count = 12")
    with pytest.raises(DiskFull):
        small.restore(big, NOW)
    assert [item.id for item in small.favourites.list()] == ["mine"]
