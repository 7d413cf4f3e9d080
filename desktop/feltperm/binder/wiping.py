"""Taking everything out of the binder, its copies and its files: wiped means gone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from feltperm.binder.conditions import conditions
from feltperm.binder.connection import Store

__all__ = ["empty_tables", "remove_files"]


def empty_tables(store: Store) -> None:
    """Take every row out of every table, and the bytes that rows leave behind out of the file.

    Raises:
        DiskFull, ReadOnly, Condition: the binder is as it was.
    """
    with store.write() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for table in _tables(connection):
            connection.execute(f'DELETE FROM "{table}"')
    with conditions():
        store.connection.execute("VACUUM")


def remove_files(folder: Path, pattern: str) -> tuple[str, ...]:
    """Remove the files of a folder that match; return the names of those that stay."""
    left = []
    for path in sorted(folder.glob(pattern)):
        try:
            path.unlink()
        except OSError:
            left.append(path.name)
    return tuple(left)


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in rows if not name.startswith("sqlite_")]
