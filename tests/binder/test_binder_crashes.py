"""Killed at any statement, or out of room: what was said to be kept is kept, the rest is not."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from binder_home import Home, favourite

from feltperm.binder import Binder, Site
from feltperm.binder.connection import connect
from feltperm.binder.migrations import NAMES
from feltperm.errors import DiskFull

# The child kills itself as SQLite begins the n-th statement that starts with a given word: the
# points are exact and the product needs no hook. Each favourite is named after it is kept.
CHILD = """
import datetime, os, pathlib, signal, sqlite3, sys
name, word, count, small_cache = sys.argv[1:]
path, times = pathlib.Path(name), int(count)

def watch(connection):
    left = [times]
    def statement(sql):
        if sql.lstrip().startswith(word):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
    connection.set_trace_callback(statement)

def watched(*arguments, **options):
    connection = connect(*arguments, **options)
    watch(connection)
    return connection

connect, sqlite3.connect = sqlite3.connect, watched
from feltperm.binder import Favourite, open_binder
binder, notice = open_binder(path, path.parent / "backups", datetime.datetime(2026, 11, 26, 8, 0))
assert notice is None, notice
if small_cache == "yes":
    binder._store.connection.execute("PRAGMA cache_size = 1")
    with binder._store.write() as connection:
        connection.execute("UPDATE favourites SET title = 'half'")
        for number in range(200):
            connection.execute("INSERT INTO settings VALUES (?, ?)", (str(number), "x" * 2000))
for number in range(3):
    item = binder.favourites.add(Favourite(pack="p", id=f"new-{number}", kind="service", title="T"))
    print(item.id, flush=True)
"""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")


def killed_at(home: Home, word: str, times: int = 1, small_cache: str = "no") -> list[str]:
    """Run the child until it dies; return the ids it said were kept."""
    child = subprocess.run(
        [sys.executable, "-c", CHILD, str(home.path), word, str(times), small_cache],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    return child.stdout.split()


def ids(binder: Binder) -> list[str]:
    return [item.id for item in binder.favourites.list()]


# BEGIN 1 is the probe for a read-only place.
@pytest.mark.parametrize(("word", "times"), [("BEGIN", 2), ("INSERT", 2), ("COMMIT", 3)])
def test_killed_while_starring(home: Home, word: str, times: int) -> None:
    home.filled()
    kept = killed_at(home, word, times)
    binder, notice = home.open()
    assert notice is None
    assert ids(binder) == ["svc-113", "svc-legevakt", *kept]


def test_killed_with_half_a_transaction_on_the_disk(home: Home) -> None:
    home.filled()
    before = home.path.read_bytes()
    assert killed_at(home, "COMMIT", 1, small_cache="yes") == []
    journal = home.path.with_name("binder.sqlite-journal")
    assert journal.stat().st_size > 0
    assert home.path.read_bytes() != before, "the half must have reached the file"
    binder, notice = home.open()
    assert notice is None
    assert [item.title for item in binder.favourites.list()] == ["AMK 113", "Legevakt"]
    assert binder.settings.get("1") == ""
    assert not journal.exists()


@pytest.mark.parametrize(
    "word",
    [
        "PRAGMA mmap_size",
        "BEGIN",
        "CREATE TABLE sites",
        f"PRAGMA user_version = {len(NAMES)}",
        "COMMIT",
    ],
)
def test_killed_while_the_first_binder_is_made(home: Home, word: str) -> None:
    assert killed_at(home, word) == []
    binder, notice = home.open()
    assert notice is None
    assert ids(binder) == []
    binder.favourites.add(favourite("a"))


def test_killed_while_the_backup_is_made(home: Home) -> None:
    home.filled()
    assert killed_at(home, "PRAGMA journal_mode = OFF") == []
    binder, notice = home.open()
    assert notice is None
    assert ids(binder) == ["svc-113", "svc-legevakt"]
    assert [item.name for item in home.backups.iterdir() if item.suffix == ".sqlite"] == [
        "binder-2026-11-25.sqlite"
    ]


def fill_up(binder: Binder) -> None:
    connection = binder._store.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_while_starring_loses_nothing(home: Home) -> None:
    binder, _ = home.open()
    fill_up(binder)
    kept: list[str] = []

    def star_without_end() -> None:
        for number in count():
            kept.append(binder.favourites.add(favourite(f"id-{number}", "Navn " * 20)).id)

    with pytest.raises(DiskFull, match="Ingenting er endret"):
        star_without_end()
    assert kept
    assert ids(binder) == kept
    binder._store.connection.execute("PRAGMA max_page_count = 100000")
    binder.favourites.add(favourite("room-again"))
    assert ids(binder) == [*kept, "room-again"]


def test_a_full_disk_while_the_default_moves_leaves_one_default(home: Home) -> None:
    binder, _ = home.open()
    binder.sites.add(Site(name="A", note="kort"))
    fill_up(binder)
    long = "\n".join(str(number) for number in range(250))
    binder.sites.update("A", Site(name="A", note="kort"))

    def add_without_end() -> None:
        for number in count():
            binder.sites.add(Site(name=f"B{number}", note=long, is_default=True))

    with pytest.raises(DiskFull):
        add_without_end()
    site = binder.sites.get("A")
    assert site is not None
    assert len([site for site in binder.sites.list() if site.is_default]) == 1


def test_a_disk_that_is_full_at_the_first_start_is_said(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def small(path: Path, mode: str = "rw") -> sqlite3.Connection:
        connection = connect(path, mode)
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr("feltperm.binder.opening.connect", small)
    binder, notice = home.open()
    assert notice is not None
    assert notice.kind == "disk_full"
    assert notice.text == "Disken er full. Ingenting er endret. Frigjør 1 MB, og prøv igjen."
    with pytest.raises(DiskFull):
        binder.favourites.add(favourite("a"))
    binder.close()
    monkeypatch.undo()
    binder, notice = home.open()
    assert notice is None
    binder.favourites.add(favourite("room-again"))


def test_a_child_without_a_kill_keeps_all(tmp_path: Path) -> None:
    """The points above are real: the same child lives when the word never comes."""
    home = Home(tmp_path)
    child = subprocess.run(
        [sys.executable, "-c", CHILD, str(home.path), "no such word", "1", "no"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert child.stdout.split() == ["new-0", "new-1", "new-2"]
