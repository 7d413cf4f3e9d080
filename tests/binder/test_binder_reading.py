"""One look at the file for many questions: what a network drive makes dear (binder.connection)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from binder_home import Home, favourite

from feltperm import app_desk
from feltperm.binder import Binder
from feltperm.binder import connection as connections
from feltperm.paths import find_paths


def another(home: Home) -> closing[sqlite3.Connection]:
    """Another program on the same binder, which does not wait."""
    return closing(sqlite3.connect(home.path, timeout=0, isolation_level=None))


def place(connection: sqlite3.Connection) -> str:
    """Return what the file says of the municipality."""
    found = connection.execute("SELECT value FROM settings WHERE key = 'municipality'").fetchone()
    return str(found[0]) if found else ""


def move(connection: sqlite3.Connection, number: str) -> None:
    """Write another municipality."""
    connection.execute("UPDATE settings SET value = ? WHERE key = 'municipality'", (number,))


@pytest.fixture
def binder(home: Home) -> Binder:
    home.filled()
    return home.open()[0]


def test_another_program_writes_after_the_block_and_not_between_its_questions(
    home: Home, binder: Binder
) -> None:
    with another(home) as other:
        with binder.reading():
            assert binder.settings.get("municipality") == "5001"
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                move(other, "0301")
            assert binder.settings.get("municipality") == "5001"
        move(other, "0301")
        assert binder.settings.get("municipality") == "0301"


def test_a_block_that_asks_nothing_holds_nobody_up(home: Home, binder: Binder) -> None:
    with another(home) as other, binder.reading():
        move(other, "0301")
        assert binder.settings.get("municipality") == "0301"


def test_what_is_written_in_the_block_is_kept_at_once(home: Home, binder: Binder) -> None:
    with another(home) as other, binder.reading():
        binder.settings.get("municipality")
        binder.settings.set("municipality", "1103")
        assert place(other) == "1103"
        assert binder.settings.get("municipality") == "1103"
        binder.favourites.add(favourite("svc-krisesenter"))
        (kept,) = other.execute("SELECT count(*) FROM favourites").fetchone()
        assert kept == len(binder.favourites.list()) == 3


def test_blocks_within_blocks_end_with_the_outer_one(home: Home, binder: Binder) -> None:
    with another(home) as other:
        with binder.reading():
            with binder.reading():
                binder.settings.get("municipality")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                move(other, "0301")
        move(other, "0301")


def test_a_block_within_a_write_takes_nothing_of_it_back_and_ends_nothing(binder: Binder) -> None:
    def asked_and_broken() -> None:
        with binder.together():
            binder.settings.set("municipality", "1103")
            with binder.reading():
                assert binder.settings.get("municipality") == "1103"
            raise LookupError

    with pytest.raises(LookupError):
        asked_and_broken()
    assert binder.settings.get("municipality") == "5001"


def test_what_goes_wrong_in_the_block_lets_go_of_the_file(home: Home, binder: Binder) -> None:
    def asked_and_broken() -> None:
        with binder.reading():
            binder.settings.get("municipality")
            raise LookupError

    with another(home) as other:
        with pytest.raises(LookupError):
            asked_and_broken()
        move(other, "0301")


def test_a_start_looks_into_the_file_a_few_times_and_not_for_each_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, now = find_paths(tmp_path), datetime(2026, 11, 25, 22, 14)
    desk = app_desk.open_desk(paths, now=lambda: now)
    desk.keep.star("national/svc-113")
    desk.close()
    said: list[str] = []
    prepared = connections._prepared

    def traced(connection: sqlite3.Connection) -> sqlite3.Connection:
        made = prepared(connection)
        made.set_trace_callback(said.append)
        return made

    monkeypatch.setattr(connections, "_prepared", traced)
    desk = app_desk.open_desk(paths, now=lambda: now)
    assert desk.welcome().first_start
    desk.close()
    looks, within = 0, False
    for sentence in said:
        looks += not within
        within = sentence.startswith("BEGIN") or (
            within and not sentence.startswith(("COMMIT", "ROLLBACK"))
        )
    assert len(said) > 30
    assert looks <= 10, said
