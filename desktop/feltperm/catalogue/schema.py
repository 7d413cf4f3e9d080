"""The tables of a library, and how to open its file (DESIGN section 2, "Library").

A library is one SQLite file that is only read once it is built. Every row of ``record`` and
``area`` is a pure function of its record and the geography, and so is each row number: that is
what lets an incremental build equal a full one. The index of the search room keeps its own tables
in the same file.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.views import VIEWS
from feltperm.errors import Condition, ContentDamaged, DiskFull, ReadOnly
from feltperm.wording import say

__all__ = [
    "APPLICATION_ID",
    "FORMAT",
    "condition",
    "covering",
    "create",
    "damaged",
    "open_built",
    "row_number",
]

#: Changes with any change to the tables below or to what their rows hold; part of a library's name.
FORMAT = 6
#: Marks the file as a library in the header of the database ("FPlb").
APPLICATION_ID = 0x46506C62

_HEADER = b"SQLite format 3\x00"

#: ``others`` of a record holds the wordings of title and summary in the window's other languages,
#: as JSON; it is empty where there are none.
_TABLES = """
CREATE TABLE pack(
    pack TEXT PRIMARY KEY, sha256 TEXT NOT NULL, header BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE record(
    row INTEGER PRIMARY KEY, pack TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
    title TEXT NOT NULL, sort TEXT NOT NULL, summary TEXT NOT NULL, others BLOB NOT NULL,
    area TEXT NOT NULL,
    status TEXT NOT NULL, category TEXT NOT NULL, phone TEXT NOT NULL, about TEXT NOT NULL,
    referral INTEGER, free INTEGER, may_come_while_using INTEGER, organisation TEXT NOT NULL,
    scheduled INTEGER NOT NULL, reachable INTEGER NOT NULL, acute INTEGER NOT NULL,
    protected INTEGER NOT NULL, json BLOB NOT NULL
);
CREATE UNIQUE INDEX record_id ON record(id, pack);
CREATE INDEX record_list ON record(kind, about = '', sort);
CREATE INDEX record_all ON record(about = '', sort);
CREATE INDEX record_facts ON record(
    kind, status, referral, free, may_come_while_using, scheduled, reachable, acute, protected, pack
);
CREATE INDEX record_about ON record(about) WHERE about <> '';
CREATE INDEX record_run_by ON record(organisation) WHERE organisation <> '';
CREATE TABLE area(
    level INTEGER NOT NULL, place TEXT NOT NULL, row INTEGER NOT NULL,
    PRIMARY KEY(level, place, row)
) WITHOUT ROWID;
CREATE TABLE facet(
    name TEXT NOT NULL, value TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY(name, value, row)
) WITHOUT ROWID;
CREATE TABLE municipality(
    number TEXT PRIMARY KEY, county TEXT NOT NULL, health_region TEXT NOT NULL
) WITHOUT ROWID;
"""

_COVERING = """
SELECT row, min(level) AS level FROM (
    SELECT row, level FROM area WHERE level = 0 AND place = :number
    UNION ALL SELECT row, level FROM area WHERE level = 1
        AND place = (SELECT county FROM municipality WHERE number = :number)
    UNION ALL SELECT row, level FROM area WHERE level = 2
        AND place = (SELECT health_region FROM municipality WHERE number = :number)
    UNION ALL SELECT row, level FROM area WHERE level IN (3, 4)
    UNION ALL SELECT row, 5 FROM area WHERE level = 0 AND place IN ({neighbours})
) GROUP BY row
"""


def covering(number: str, neighbours: Sequence[str] = ()) -> tuple[str, dict[str, str]]:
    """Return what selects the rows that cover a municipality or state no area, and its values.

    Each comes with how near it is (:class:`~feltperm.catalogue.areas.Level`).

    Args:
        neighbours: municipalities whose rows belong to it too, as the last.
    """
    near = {f"near{at}": one for at, one in enumerate(neighbours)}
    marks = ", ".join(f":{name}" for name in near)
    return _COVERING.format(neighbours=marks), {"number": number, **near}


def create(connection: sqlite3.Connection, geography: Geography) -> None:
    """Create the tables in a new file, within the transaction of the caller."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in filter(str.strip, _TABLES.split(";")):
        connection.execute(statement)
    for statement in VIEWS.values():
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO municipality VALUES (?, ?, ?)",
        ((one.number, one.county, one.health_region) for one in geography.municipalities),
    )


def row_number(pack: str, record_id: str) -> int:
    """Return the row of a record: 48 bits of a hash of (pack, id), the same in every build."""
    digest = hashlib.sha256(f"{pack}/{record_id}".encode()).digest()
    return int.from_bytes(digest[:6], "big")


def open_built(path: Path) -> sqlite3.Connection:
    """Open a finished library for reading only.

    ``immutable`` is true: a library is never written to after it got its name, and so needs no
    locks, which network folders and read-only sticks may not have.

    Raises:
        ContentDamaged: the file is missing, cut short, not a library, or of another format.
    """
    _check_whole(path)
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None
        )
    except sqlite3.Error as error:
        raise condition(error, path) from error
    try:
        connection.execute("PRAGMA query_only = 1")
        # Mapped files are no faster here (measured), and a pulled stick would end the process.
        connection.execute("PRAGMA mmap_size = 0")
        found = tuple(
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        )
    except sqlite3.Error as error:
        connection.close()
        raise condition(error, path) from error
    if found != (APPLICATION_ID, FORMAT):
        connection.close()
        raise damaged(path, f"not a finished library of format {FORMAT}: {found}")
    return connection


def condition(error: sqlite3.Error, path: Path) -> Condition:
    """Return what an error of SQLite means to the user: no room, no permission, or damage."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(say("Disken er full. Ingenting er endret."), f"{path.name}: {error}")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return ReadOnly(
            say("Kan ikke lagre her. Du kan søke og skrive ut, men ikke lagre favoritter."),
            f"{path.name}: {error}",
        )
    return damaged(path, str(error))


def _check_whole(path: Path) -> None:
    """Compare the file's size with what its first bytes promise."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except OSError as error:
        raise damaged(path, error.strerror or str(error)) from error
    if len(head) < 100 or not head.startswith(_HEADER):
        raise damaged(path, "not a database")
    page_size = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if size != pages * (65536 if page_size == 1 else page_size):
        raise damaged(path, f"{size} bytes where {pages} pages of {page_size} belong")


def damaged(path: Path, detail: str) -> ContentDamaged:
    """Return the condition for a library that cannot be read; it can be built again."""
    return ContentDamaged(
        say("Søkedataene kan ikke leses. Permen er trygg, og akuttkortet virker."),
        f"{path.name}: {detail}",
    )
