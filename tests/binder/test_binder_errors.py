"""Every answer of SQLite is sorted: a condition with words, or a bug."""

from __future__ import annotations

import errno
import sqlite3

import pytest

from feltperm.binder import BinderBusy, BinderDamaged, BinderUnreachable
from feltperm.binder.conditions import conditions, sort_error, sort_os_error
from feltperm.binder.connection import Store, connect_memory
from feltperm.errors import Condition, DiskFull, ReadOnly


def error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = code
    error.sqlite_errorname = "NAME"
    return error


@pytest.mark.parametrize(
    ("code", "family"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_READONLY, ReadOnly),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ReadOnly),
        (sqlite3.SQLITE_CANTOPEN, ReadOnly),
        (sqlite3.SQLITE_PERM, ReadOnly),
        (sqlite3.SQLITE_CORRUPT, BinderDamaged),
        (sqlite3.SQLITE_CORRUPT_INDEX, BinderDamaged),
        (sqlite3.SQLITE_NOTADB, BinderDamaged),
        (sqlite3.SQLITE_BUSY, BinderBusy),
        (sqlite3.SQLITE_BUSY_TIMEOUT, BinderBusy),
        (sqlite3.SQLITE_LOCKED, BinderBusy),
        (sqlite3.SQLITE_PROTOCOL, BinderBusy),
        (sqlite3.SQLITE_IOERR_READ, BinderUnreachable),
        (sqlite3.SQLITE_IOERR_FSYNC, BinderUnreachable),
    ],
)
def test_states_of_the_world_are_told(code: int, family: type[Condition]) -> None:
    condition = sort_error(error(code))
    assert type(condition) is family
    assert str(condition).endswith(".")
    assert condition.detail == "NAME: words"


@pytest.mark.parametrize(
    "code",
    [
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CONSTRAINT_UNIQUE,
        sqlite3.SQLITE_MISUSE,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_NOMEM,
    ],
)
def test_mistakes_in_the_program_are_bugs(code: int) -> None:
    assert sort_error(error(code)) is None


def test_bugs_come_through_unchanged() -> None:
    store = Store(connect_memory())
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.rows("SELECT * FROM nowhere")
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.rows("SELECT 1")


def test_the_cause_stays_with_the_condition() -> None:
    cause = error(sqlite3.SQLITE_FULL)
    with pytest.raises(DiskFull) as caught, conditions():
        raise cause
    assert caught.value.__cause__ is cause


@pytest.mark.parametrize(
    ("number", "family"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EIO, BinderUnreachable),
        (errno.EACCES, ReadOnly),
        (errno.EROFS, ReadOnly),
        (errno.ENOTDIR, ReadOnly),
    ],
)
def test_the_systems_errors_too(number: int, family: type[Condition]) -> None:
    assert type(sort_os_error(OSError(number, "words", "name"))) is family
