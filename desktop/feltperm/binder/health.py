"""Is this file a whole binder? Asked before anything is written to it."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

from feltperm.binder.conditions import BinderDamaged, sort_error, sort_os_error
from feltperm.binder.connection import connect, one_look
from feltperm.binder.migrations import NAMES, applied_steps
from feltperm.errors import Condition

__all__ = ["is_whole", "open_checked"]

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes, from SQLite's file format
#: What the rooms read, by the step that made it. Preparing it finds a table or column whose name
#: was hit in the schema.
_READS = {
    "favourites": "SELECT pack, id, kind, title, phone, added_at, position FROM favourites",
    "sites": "SELECT name_key, name, address, phone, hours, note, is_default FROM sites",
    "settings": "SELECT key, value FROM settings",
    "checklist": "SELECT pack, id, responsible, due, done_on FROM checklist",
    "failed_searches": "SELECT query_key, query, times, last_on FROM failed_searches",
    "notes": "SELECT pack, id, text, changed_at FROM notes",
    "own_records": "SELECT id, record, changed_at FROM own_records",
    "read_alerts": "SELECT pack, id, version, read_on FROM read_alerts",
    "site_details": "SELECT hours_from, logo, logo_alt FROM sites",
    "prints": "SELECT id, job, box, site, place, hung_on, printer, kept_as FROM prints",
    "collections": (
        "SELECT number, name_key, name, list, pack, id, kind, title, phone, position"
        " FROM collections JOIN listed_records ON list = number"
    ),
    "pdf_posters": "SELECT sha256, title, pages, added_on FROM pdf_posters",
    "corrections": (
        "SELECT number, pack, id, title, field, old, new, noted_on, noted_by, sent_on, closed_on"
        " FROM corrections"
    ),
}


def _check_file(path: Path) -> None:
    """Look at the file itself, without SQLite, which would take a stub for a new database.

    Raises:
        BinderDamaged: a folder, a pipe, no database, or cut inside the first page.
        ReadOnly, BinderUnreachable: it cannot be read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise BinderDamaged("not a regular file")
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise sort_os_error(error) from error
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise BinderDamaged("not a database")
    page_size = int.from_bytes(header[16:18], "big")
    if status.st_size < (65536 if page_size == 1 else page_size):
        raise BinderDamaged("shorter than one page")
    # With other numbers SQLite believes in a later format and opens read-only.
    if header[18] not in (1, 2) or header[19] not in (1, 2):
        raise BinderDamaged("unknown file format")


def open_checked(path: Path, mode: str = "rw") -> tuple[sqlite3.Connection, int]:
    """Open a file that is a whole binder; return it and how many migrations it has had.

    File, pages, rows and schema are checked, and only read.

    Args:
        path: the file.
        mode: as for :func:`feltperm.binder.connection.connect`.

    Raises:
        BinderDamaged, BinderTooNew: what it says.
        Condition: busy, unreachable or not permitted; that says nothing about the content.
    """
    _check_file(path)
    connection = None
    try:
        connection = connect(path, mode)
        with one_look(connection):
            return connection, _check_content(connection)
    except Exception as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error) and hasattr(error, "sqlite_errorcode"):
            # Here an answer that elsewhere is a bug (no such column) comes from a damaged schema.
            raise sort_error(error) or BinderDamaged(str(error)) from error
        if isinstance(error, UnicodeDecodeError):  # the module stumbles over SQLite's own words
            raise BinderDamaged(str(error)) from error
        raise


def is_whole(path: Path) -> bool:
    """Say whether a file passes the check and is not from a newer program."""
    try:
        connection, _ = open_checked(path, "ro")
    except Condition:
        return False
    connection.close()
    return True


def _check_content(connection: sqlite3.Connection) -> int:
    # Not quick_check: it passes over damage in an index, which the first lookup then meets.
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise BinderDamaged(str(verdict))
    steps = applied_steps(connection)
    for name in NAMES[:steps]:
        if query := _READS.get(name):
            connection.execute(f"{query} LIMIT 0")
    return steps
