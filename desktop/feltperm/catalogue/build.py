"""Build a library from packs: whole, or from the one before it (DESIGN section 2, "Library").

The user's own records come as a pack like any other. What is built gets a temporary name beside
the target and is renamed when it is finished and on the disk, so a file with a library's name is
always a whole library.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from pathlib import Path
from typing import Protocol

import msgspec

from feltperm.catalogue import schema
from feltperm.catalogue.areas import Geography, Level
from feltperm.catalogue.canonical import encode_header, encode_record
from feltperm.catalogue.facets import facets, is_acute
from feltperm.catalogue.fold import sort_key
from feltperm.catalogue.records import (
    Area,
    Organisation,
    Pack,
    Record,
    Service,
    kind_of,
    pick,
)
from feltperm.catalogue.trust import NATIONAL, bounded, is_protected
from feltperm.errors import Condition, ContentDamaged, DiskFull, ReadOnly, UnfitPack
from feltperm.wording import Worded, say, worded

__all__ = ["Index", "IndexWriter", "Progress", "build_library", "library_name", "update_library"]

#: Told after every so many records: (done, of how many).
Progress = Callable[[int, int], None]
_STEP = 100
#: Stands before the titles of what comes last; no title begins like this.
_LAST = "\uffff"


class IndexWriter(Protocol):
    """Adds records to an index and takes them out again.

    ``remove`` undoes ``add`` of the same arguments exactly, and what ``finish`` writes depends
    only on what is then in the index, so that the way there does not matter.
    """

    def add(self, row: int, record: Record) -> None:
        """Index one record under its row number; row numbers rise from call to call."""

    def remove(self, row: int, record: Record) -> None:
        """Take out one record that was added before."""

    def finish(self) -> None:
        """Write what depends on all records together."""


class Index(Protocol):
    """What the search room adds to a library."""

    @property
    def format(self) -> str:
        """Changes with any change to what the index holds; part of a library's name."""

    def create(self, connection: sqlite3.Connection) -> None:
        """Create the index's tables."""

    def writer(self, connection: sqlite3.Connection, geography: Geography) -> IndexWriter:
        """Return what fills them."""


def library_name(packs: Iterable[Pack], index: Index) -> str:
    """Return the file name of the library of these packs, in whatever order they come."""
    held = sorted(f"{pack.header.pack} {pack.sha256}" for pack in packs)
    identity = "\n".join([f"{schema.FORMAT} {index.format}", *held])
    return f"library-{hashlib.sha256(identity.encode()).hexdigest()[:16]}.sqlite"


def build_library(
    target: Path,
    packs: Sequence[Pack],
    index: Index,
    geography: Geography,
    progress: Progress | None = None,
) -> None:
    """Build the library of ``packs`` and give it the name ``target`` when it is whole.

    Args:
        progress: called now and then with (records done, of how many); may raise to stop, which
            leaves no file behind.

    Raises:
        UnfitPack: a record of it cannot stand in this library.
        DiskFull, ReadOnly: nothing was changed.
        ValueError: two packs of the same name; which one counts is decided before.
    """
    rows = _rows(packs)
    with _building(target) as connection:
        schema.create(connection, geography)
        index.create(connection)
        writer = index.writer(connection, geography)
        _add(connection, rows, writer, geography, progress)
        _finish(connection, packs, writer)


def update_library(
    source: Path,
    target: Path,
    old: Sequence[Pack],
    new: Sequence[Pack],
    index: Index,
    geography: Geography,
) -> None:
    """Build the library of ``new`` from ``source``, the library of ``old``.

    Only records that differ are touched; the result equals a full build, table by table.

    Raises:
        ContentDamaged: ``source`` is no finished library (then build the whole), or as
            :func:`build_library`.
        DiskFull, ReadOnly: nothing was changed.
    """
    before, after = _rows(old), _rows(new)
    gone = {row: one for row, one in before.items() if after.get(row) != one}
    come = {row: one for row, one in after.items() if before.get(row) != one}
    schema.open_built(source).close()
    with _building(target, source) as connection:
        connection.execute("PRAGMA user_version = 0")
        writer = index.writer(connection, geography)
        for row, (_, record) in gone.items():
            writer.remove(row, record)
        connection.executemany("DELETE FROM record WHERE row = ?", ((row,) for row in gone))
        connection.executemany(
            "DELETE FROM area WHERE level = ? AND place = ? AND row = ?",
            (area for row, (_, record) in gone.items() for area in _areas(row, record)),
        )
        connection.executemany(
            "DELETE FROM facet WHERE name = ? AND value = ? AND row = ?",
            (facet for row, (_, record) in gone.items() for facet in facets(row, record)),
        )
        _add(connection, come, writer, geography, None)
        connection.execute("DELETE FROM pack")
        _finish(connection, new, writer)


def _rows(packs: Sequence[Pack]) -> dict[int, tuple[str, Record]]:
    """Return (pack id, record) by row number, in the order of row numbers."""
    names = [pack.header.pack for pack in packs]
    if len(set(names)) != len(names):
        raise ValueError(f"packs of the same name: {sorted(names)}")
    rows: dict[int, tuple[str, Record]] = {}
    national = {
        record.id: record
        for pack in packs
        if pack.header.pack == NATIONAL
        for record in pack.records
    }
    for pack in packs:
        for record in pack.records:
            row = schema.row_number(pack.header.pack, record.id)
            if row in rows:
                other, twin = rows[row]
                raise UnfitPack(
                    pack.header.pack,
                    f"{pack.header.pack}/{record.id} and {other}/{twin.id} have one row number",
                )
            rows[row] = (pack.header.pack, bounded(pack.header.pack, record, national))
    return dict(sorted(rows.items()))


@contextmanager
def _building(target: Path, source: Path | None = None) -> Iterator[sqlite3.Connection]:
    """Give a connection to a file beside ``target`` that takes its name in the end."""
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        if source:
            shutil.copyfile(source, part)
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            # A crash leaves a .part file that nobody opens, so no journal is needed.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = -65536")
            connection.execute("BEGIN")
            yield connection
        _to_disk(part)
        part.replace(target)
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        raise schema.condition(error, target) from error
    except OSError as error:
        raise _condition(error, target) from error
    finally:
        with _ignored_if_missing():
            part.unlink(missing_ok=True)


@contextmanager
def _ignored_if_missing() -> Iterator[None]:
    """Clearing up after a failure must not hide the failure."""
    try:
        yield
    except OSError:
        return


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _condition(error: OSError, target: Path) -> Condition:
    if error.errno in (ENOSPC, EDQUOT):
        return DiskFull(say("Disken er full. Ingenting er endret."), f"{target.name}: {error}")
    if error.errno in (EACCES, EPERM, EROFS):
        return ReadOnly(
            say("Kan ikke lagre her. Du kan søke og skrive ut, men ikke lagre favoritter."),
            f"{target.name}: {error}",
        )
    return ContentDamaged(
        say("Søkedataene kunne ikke lages. Permen er trygg."), f"{target}: {error}"
    )


def _add(
    connection: sqlite3.Connection,
    rows: Mapping[int, tuple[str, Record]],
    writer: IndexWriter,
    geography: Geography,
    progress: Progress | None,
) -> None:
    for done, (row, (pack, record)) in enumerate(rows.items()):
        if progress and done % _STEP == 0:
            progress(done, len(rows))
        try:
            columns = _columns(row, pack, record, geography)
        except ValueError as error:  # it has no canonical form
            raise UnfitPack(pack, f"{pack}/{record.id}: {error}") from error
        marks = ", ".join("?" * len(columns))
        connection.execute(f"INSERT INTO record VALUES ({marks})", columns)
        connection.executemany("INSERT INTO area VALUES (?, ?, ?)", _areas(row, record))
        connection.executemany("INSERT INTO facet VALUES (?, ?, ?)", facets(row, record))
        writer.add(row, record)
    if progress:
        progress(len(rows), len(rows))


def _columns(row: int, pack: str, record: Record, geography: Geography) -> tuple[object, ...]:
    title = pick(record.title)[1]
    phones = record.phones if isinstance(record, Service | Organisation) else ()
    return (
        row,
        pack,
        record.id,
        kind_of(record),
        title,
        _place(record, title),
        pick(record.summary)[1],
        _others(record),
        geography.label(record.area),
        record.status,
        record.category if isinstance(record, Service | Organisation) else "",
        phones[0].display or phones[0].number if phones else "",
        record.about,
        record.referral if isinstance(record, Service) else None,
        record.free if isinstance(record, Service) else None,
        record.may_come_while_using if isinstance(record, Service) else None,
        record.organisation if isinstance(record, Service) else "",
        bool(record.schedules) if isinstance(record, Service) else False,
        bool(phones),
        is_acute(record),
        pack == NATIONAL and is_protected(record),
        encode_record(record),
    )


def _others(record: Record) -> bytes:
    """Return the other wordings of title and summary; empty where there are none."""
    texts = [worded(record.title), worded(record.summary)]
    others = [text.others if isinstance(text, Worded) else {} for text in texts]
    return msgspec.json.encode(others) if any(others) else b""


def _place(record: Record, title: str) -> str:
    """Return what lists go by: the title, and what is over after all that is not (DESIGN 5)."""
    over = record.status in ("historical", "withdrawn")
    return _LAST * over + sort_key(title)


def _areas(row: int, record: Record) -> list[tuple[int, str, int]]:
    """Return the rows of table ``area``: one for each place, or one that says none is stated."""
    area = record.area
    if area == Area():
        return [(Level.NOT_STATED, "", row)]
    return [
        *((int(Level.MUNICIPALITY), number, row) for number in sorted(set(area.municipalities))),
        *((int(Level.COUNTY), county, row) for county in sorted(set(area.counties))),
        *((int(Level.HEALTH_REGION), region, row) for region in sorted(set(area.health_regions))),
        *([(int(Level.COUNTRY), "", row)] if area.country else []),
    ]


def _finish(connection: sqlite3.Connection, packs: Sequence[Pack], writer: IndexWriter) -> None:
    connection.executemany(
        "INSERT INTO pack VALUES (?, ?, ?)",
        (
            (pack.header.pack, pack.sha256, encode_header(pack.header))
            for pack in sorted(packs, key=lambda pack: pack.header.pack)
        ),
    )
    writer.finish()
    # The last thing written: a file without it is not a finished library.
    connection.execute(f"PRAGMA user_version = {schema.FORMAT}")
    connection.execute("COMMIT")
