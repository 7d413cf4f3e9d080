"""The binder's connection: how it is opened, how it reads and how it writes (ADR 0004).

A :class:`Store` belongs to the thread that made it. Another thread, like another process, opens
its own: each write is one short transaction, and a writer waits :data:`BUSY_MS` for another.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from pathlib import Path, PurePath
from typing import Any, TypeAlias
from urllib.parse import quote

from feltperm.binder.conditions import BinderBusy, conditions
from feltperm.errors import Condition

__all__ = [
    "BUSY_MS", "SQLITE", "Row", "Store", "can_write", "connect", "connect_memory", "copy_pages",
    "file_uri", "one_look", "transaction",
]  # fmt: skip

#: How long to wait for another process, in milliseconds; a commit takes some ten.
BUSY_MS = 2000
#: The version of SQLite that everything is read and written with.
SQLITE = sqlite3.sqlite_version

_PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = EXTRA",  # sync the folder too, when the journal is deleted
    "mmap_size = 0",  # a pulled stick is an error then, and not the end of the process
    "trusted_schema = OFF",
    "cell_size_check = ON",
)

Row: TypeAlias = tuple[Any, ...]


def file_uri(path: PurePath, mode: str) -> str:
    """Return SQLite's URI of an absolute path; ``mode`` is ``ro``, ``rw`` or ``rwc``.

    ``Path.as_uri`` will not do: it writes ``//server/share`` as a host, which SQLite refuses.
    """
    name = path.as_posix()
    root = "" if name.startswith("/") else "/"
    return f"file://{root}{quote(os.fsencode(name), safe='/:')}?mode={mode}"


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Open a database file with the pragmas that every connection of the binder has.

    Nothing is written, except that SQLite rolls back a transaction which a crash cut off.

    Raises:
        sqlite3.Error: as it comes; the callers sort it.
    """
    uri = file_uri(path.absolute(), mode)
    return _prepared(sqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000, isolation_level=None))


def connect_memory() -> sqlite3.Connection:
    """Open an empty database in memory, for a binder that cannot be kept."""
    return _prepared(sqlite3.connect(":memory:", isolation_level=None))


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    # A damaged byte in a text must not stop a whole list from being shown.
    connection.text_factory = _decode
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _decode(data: bytes) -> str:
    return data.decode("utf-8", "replace")


@contextmanager
def _step(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block as a part of the transaction under way: all of the block, or nothing."""
    connection.execute("SAVEPOINT step")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back the whole already
            connection.execute("ROLLBACK TO step")
            connection.execute("RELEASE step")
        raise
    connection.execute("RELEASE step")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block in one write transaction: all of it is kept, or nothing.

    ``IMMEDIATE`` takes the writer's turn at once, so two processes wait instead of failing
    half-way when both have read and both want to write.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise


@contextmanager
def one_look(connection: sqlite3.Connection) -> Iterator[None]:
    """Read what the block reads in one look at the file, which is locked once."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def can_write(connection: sqlite3.Connection) -> bool:
    """Say whether file and folder take a write, by beginning one and taking it back.

    Permission bits say too little: the folder must take a journal, and root sees no bits.

    Raises:
        sqlite3.Error: for damage and read errors; a full or busy disk counts as writable.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(f"PRAGMA user_version = {int(version)}")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL):
            return True
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            return False
        raise
    return True


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Make ``target`` the same database as ``source``, in one transaction of the target.

    Raises:
        BinderBusy: another process holds one of them; left alone, the module would ask for ever.
        sqlite3.Error: as it comes.
    """

    def stop_when_held(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise BinderBusy(f"copy stopped with {remaining} of {total} pages left")

    source.backup(target, progress=stop_when_held)


class Store:
    """What the parts of the binder read from and write to.

    Args:
        connection: an open, migrated binder; closed by :meth:`close`.
        refusal: the condition that every write raises, where nothing can be kept.
    """

    def __init__(self, connection: sqlite3.Connection, refusal: Condition | None = None) -> None:
        self.connection = connection
        self._refusal = refusal
        self._held = self._reads = False

    @property
    def writable(self) -> bool:
        """False when every write raises."""
        return self._refusal is None

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query.

        Raises:
            Condition: the binder is damaged, busy or cannot be reached.
        """
        with conditions():
            try:
                if self._held and not self.connection.in_transaction:
                    self.connection.execute("BEGIN")
                    self._reads = True
                return self.connection.execute(sql, parameters).fetchall()
            except UnicodeEncodeError:  # half a character was asked for: nothing kept has one
                return []

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Look at the file once for all questions of the block, and lock it once.

        On a network drive each question by itself goes there and back seven times. Another program
        reads meanwhile, and waits to write: nothing that takes long may be done in the block. What
        is written in it is kept at once, as always.
        """
        before, self._held = self._held, True
        try:
            yield
        finally:
            self._held = before
            if not before:
                self._let_go()

    def _let_go(self) -> None:
        """End the look at the file that :meth:`rows` began."""
        reads, self._reads = self._reads, False
        if reads and self.connection.in_transaction:  # a failed read has ended it already
            with conditions():
                self.connection.execute("COMMIT")

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one write transaction; anything raised takes all of it back.

        Within another one it is a part of that, which is kept or taken back as a whole.

        Raises:
            DiskFull, ReadOnly, Condition: nothing was changed.
        """
        self.require_writable()
        self._let_go()
        begin = _step if self.connection.in_transaction else transaction
        with conditions(), begin(self.connection):
            yield self.connection

    def require_writable(self) -> None:
        """Raise what a write would raise where nothing can be kept.

        Raises:
            ReadOnly, Condition: see ``refusal``.
        """
        if self._refusal is not None:
            raise copy(self._refusal)  # a fresh one, or its traceback grows

    def close(self) -> None:
        """Close the connection; a second call does nothing."""
        self.connection.close()
