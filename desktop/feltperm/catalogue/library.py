"""Read a library: records by reference, lists a page at a time (DESIGN section 2, "Library").

Everything here is a read. A file that turns out to be damaged while it is read raises
:class:`~feltperm.errors.ContentDamaged`, never an error of SQLite.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import msgspec

from feltperm.catalogue import schema
from feltperm.catalogue.amending import Amendment, amended
from feltperm.catalogue.areas import Level
from feltperm.catalogue.fold import sort_key
from feltperm.catalogue.phones import grouped
from feltperm.catalogue.records import Kind, PackHeader, Record, Service, Status, pick
from feltperm.catalogue.trust import NATIONAL
from feltperm.errors import NotFound
from feltperm.wording import Worded, say

__all__ = ["HELPLINES", "OWN_PACK", "Entry", "Library", "Ref", "Row", "by_trust"]

#: The pack that holds the user's own records.
OWN_PACK = "local"
#: The most helplines to be shown together; the national pack has 16.
HELPLINES = 24
_FIRST = {NATIONAL: 0, OWN_PACK: 1}
_ROW = "pack, id, kind, title, summary, area, status, category, phone, about, others"

_Values: TypeAlias = tuple[object, ...] | dict[str, object]

_RECORD: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
_HEADER = msgspec.json.Decoder(PackHeader)
_OTHERS = msgspec.json.Decoder(tuple[dict[str, str], dict[str, str]])


class Ref(NamedTuple):
    """The identity of a record; ``str(ref)`` is ``national/svc-113``."""

    pack: str
    id: str

    @classmethod
    def parse(cls, text: str) -> Ref:
        """Read ``pack/id``.

        Raises:
            NotFound: the text has no pack and id in it.
        """
        pack, slash, record_id = text.partition("/")
        if not (slash and pack and record_id) or "/" in record_id:
            raise NotFound(say("Fant ikke «{text}».", text=text[:80]), "not of the form pack/id")
        return cls(pack, record_id)

    def __str__(self) -> str:
        return f"{self.pack}/{self.id}"


class Entry(NamedTuple):
    """A record with where it comes from."""

    ref: Ref
    record: Record
    header: PackHeader


class Row(NamedTuple):
    """What a list shows of a record, without reading it whole.

    Attributes:
        title, summary: in bokmål; the window says them in its own language.
        area: the area in words, empty when the record states none.
        phone: its first number, grouped for reading.
        about: ``pack/id`` of the record it speaks about; own records only.
    """

    ref: Ref
    kind: Kind
    title: str
    summary: str
    area: str
    status: Status
    category: str
    phone: str
    about: str


def by_trust(pack: str) -> tuple[int, str]:
    """Sort key of pack ids where only one record can be meant: national, own, then the others."""
    return _FIRST.get(pack, len(_FIRST)), pack


class Library:
    """An open library. Use it from the thread that opened it; open one for each thread."""

    def __init__(self, path: Path) -> None:
        """Open a library for reading.

        Raises:
            ContentDamaged: it is missing, damaged, or not a library of this format.
        """
        self._path = path
        self._amendments: Mapping[Ref, Sequence[Amendment]] = {}
        self._nearest: tuple[object, array[int]] = (None, array("q"))
        self._connection = schema.open_built(path)
        try:
            with self._reading():
                self._headers = {
                    pack: _HEADER.decode(header)
                    for pack, header in self._connection.execute("SELECT pack, header FROM pack")
                }
        except BaseException:
            self.close()
            raise

    def twin(self) -> Library:
        """Return another view of the same open file, with amendments of its own.

        It is closed with this one.
        """
        made = copy(self)
        made.amend({})
        return made

    def amend(self, amendments: Mapping[Ref, Sequence[Amendment]]) -> None:
        """Read these records with other values, from now on."""
        self._amendments = amendments

    def as_amended(self, ref: Ref, record: Record) -> Record:
        """Return a record that was read otherwise with the values of :meth:`amend`."""
        laid = self._amendments.get(ref)
        return amended(record, laid) if laid else record

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for the search room."""
        return self._connection

    @property
    def path(self) -> Path:
        """The file, so that another thread can open a library of its own."""
        return self._path

    def close(self) -> None:
        """Close the file; nothing can be read afterwards. Closing twice does nothing."""
        self._connection.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def headers(self) -> list[PackHeader]:
        """Return the headers of the packs in it, national first, then own, then the others."""
        return [self._headers[pack] for pack in sorted(self._headers, key=by_trust)]

    def sha256(self, pack: str) -> str:
        """Return the sha256 of the bytes a pack was built from; empty when it is not in here."""
        rows = self._read("SELECT sha256 FROM pack WHERE pack = ?", (pack,))
        return str(rows[0][0]) if rows else ""

    def holidays(self) -> dict[str, str]:
        """Return the public holidays by ISO date: those of the first pack that names any.

        That is the national one: no other pack can make a holiday of a day on which its services
        are open.
        """
        return next((header.holidays for header in self.headers() if header.holidays), {})

    def get(self, ref: Ref) -> Entry | None:
        """Return the record with this identity, or None."""
        rows = self._read(
            "SELECT pack, json FROM record WHERE id = ? AND pack = ?", (ref.id, ref.pack)
        )
        return self._entry(ref.id, rows[0]) if rows else None

    def get_many(self, refs: Sequence[Ref]) -> list[Entry]:
        """Return the records that are there, in the order asked for."""
        return [entry for ref in refs if (entry := self.get(ref))]

    def find(self, record_id: str) -> Entry | None:
        """Return the record with this bare id, or None.

        When several packs have one, the national one counts first, so that no other pack can put
        itself before an emergency number, and then the user's own.
        """
        rows = self._read("SELECT pack, json FROM record WHERE id = ?", (record_id,))
        return self._entry(record_id, min(rows, key=lambda row: by_trust(row[0]))) if rows else None

    def about(self, ref: Ref) -> list[Row]:
        """Return the records that say they are about this one."""
        return self._rows(
            # the index holds only what is about something, and has to be told so
            f"SELECT {_ROW} FROM record WHERE about <> '' AND about = ? ORDER BY sort, row",
            (str(ref),),
        )

    def perhaps_same(self, own: Sequence[Service]) -> list[Row]:
        """Return the services of packs whose first number or title one of these has too.

        For :func:`feltperm.catalogue.same_place.same_place`; it reads through all services once.
        """
        phones = {grouped(one.phones[0].number) for one in own if one.phones}
        titles = {sort_key(pick(one.title)[1]) for one in own}
        marks = (",".join("?" * len(phones)), ",".join("?" * len(titles)))
        return self._rows(
            f"""SELECT {_ROW} FROM record WHERE kind = 'service' AND pack <> ?
            AND (phone IN ({marks[0]}) OR sort IN ({marks[1]})) ORDER BY sort, row""",
            (OWN_PACK, *phones, *titles),
        )

    def run_by(self, organisation: Ref) -> list[Row]:
        """Return the services that name this organisation as theirs, by title."""
        return self._rows(
            f"""SELECT {_ROW} FROM record WHERE organisation <> '' AND organisation = ? AND pack = ?
            ORDER BY sort, row""",
            (organisation.id, organisation.pack),
        )

    def row(self, ref: Ref) -> Row | None:
        """Return what a list shows of one record, or None."""
        rows = self._rows(
            f"SELECT {_ROW} FROM record WHERE id = ? AND pack = ?", (ref.id, ref.pack)
        )
        return rows[0] if rows else None

    def entries(
        self,
        kind: Kind | Sequence[Kind] | None = None,
        municipality: str = "",
        limit: int = 50,
        offset: int = 0,
        neighbours: Sequence[str] = (),
    ) -> list[Row]:
        """Return one page of a list by title, records with ``about`` before all others.

        The last page of the longest list takes little longer than the first: what is passed over
        is never read.

        Args:
            kind: only this kind or these; None or nothing for all.
            municipality: a number; only records that cover it or state no area, nearest first.
            neighbours: numbers; the records of these come last of them.
        """
        if municipality:
            wanted = self._near(kind, municipality, neighbours)[offset : offset + limit]
            sql = f"SELECT {_ROW} FROM record WHERE row = ?"
            return [row for number in wanted for row in self._rows(sql, (number,))]
        kinds, values = _kinds(kind)
        sql = f"""SELECT {_ROW} FROM record WHERE {kinds[0]}
            ORDER BY about = '', sort, row LIMIT :limit OFFSET :offset"""
        if kinds[1:]:  # each kind lies in its index in the order asked for: they are only merged
            page = _merged(kinds)
            sql = f"""SELECT {_ROW} FROM (SELECT row FROM ({page})) JOIN record USING (row)
                ORDER BY about = '', sort, row"""
        return self._rows(sql, {**values, "limit": limit, "offset": offset})

    def count(
        self,
        kind: Kind | Sequence[Kind] | None = None,
        municipality: str = "",
        neighbours: Sequence[str] = (),
    ) -> int:
        """Return how many records :meth:`entries` lists in all."""
        if municipality:
            return len(self._near(kind, municipality, neighbours))
        kinds, values = _kinds(kind)
        sql = "SELECT count(*) FROM record WHERE " + " OR ".join(kinds)
        found: int = self._read(sql, values)[0][0]
        return found

    def every(self, kind: Kind) -> list[Entry]:
        """Return all records of a kind, by title: for kinds of which no pack has many."""
        rows = self._read(
            "SELECT id, pack, json FROM record WHERE kind = ? ORDER BY sort, row", (kind,)
        )
        return [self._entry(record_id, (pack, data)) for record_id, pack, data in rows]

    def helplines(self) -> list[Ref]:
        """Return the national pack's current services for the whole country that one can ring.

        At most :data:`HELPLINES`: they are shown together, where nothing was found.

        Emergency numbers come first, each group by title. Other packs' are no part of it: none of
        them can put a number of its own where one is looked for in need.
        """
        rows = self._read(
            """SELECT DISTINCT pack, id, category, sort, row FROM record JOIN area USING (row)
            WHERE pack = ? AND kind = 'service' AND status = 'current' AND phone <> ''
                AND category IN ('emergency', 'helpline') AND level = ?
            ORDER BY category, sort, row LIMIT ?""",
            (NATIONAL, int(Level.COUNTRY), HELPLINES),
        )
        return [Ref(pack, record_id) for pack, record_id, *_ in rows]

    def damage(self) -> str:
        """Read the file through, and say what is damaged of it; empty where nothing is.

        Some seconds for the largest of libraries; the program itself never does it.
        """
        try:
            told = [str(line) for (line,) in self._connection.execute("PRAGMA integrity_check(5)")]
        except sqlite3.Error as error:
            return str(error)
        return "" if told == ["ok"] else "; ".join(told)

    def ids(self) -> list[str]:
        """Return all record ids, for suggestions when one is not found."""
        return [row[0] for row in self._read("SELECT DISTINCT id FROM record ORDER BY id")]

    def _near(
        self, kind: Kind | Sequence[Kind] | None, municipality: str, neighbours: Sequence[str]
    ) -> array[int]:
        """Return the rows of a municipality's list in their order, remembered for its next page.

        No index holds them in order: how near a record is differs from place to place.
        """
        kinds, values = _kinds(kind)
        asked = (tuple(values.values()), municipality, tuple(neighbours))
        if self._nearest[0] != asked:
            covering, places = schema.covering(municipality, neighbours)
            sql = f"""SELECT row FROM ({covering}) JOIN record USING (row)
                WHERE {" OR ".join(kinds)} ORDER BY level, about = '', sort, row"""
            found = self._read(sql, {**values, **places})
            self._nearest = asked, array("q", (row for (row,) in found))
        return self._nearest[1]

    def _entry(self, record_id: str, row: tuple[str, bytes]) -> Entry:
        pack, data = row
        with self._reading():
            record: Record = _RECORD.decode(data)
        ref = Ref(pack, record_id)
        return Entry(ref, self.as_amended(ref, record), self._headers[pack])

    def _rows(self, sql: str, values: _Values) -> list[Row]:
        with self._reading():
            rows = [
                _worded(Row(Ref(pack, id_), *rest), others)
                for pack, id_, *rest, others in self._read(sql, values)
            ]
        return [self._amended(row) for row in rows] if self._amendments else rows

    def _amended(self, row: Row) -> Row:
        phones = [one for one in self._amendments.get(row.ref, ()) if one.field == "phone"]
        new = next((one.new for one in phones if one.old == row.phone), row.phone)
        return row._replace(phone=new)

    def _read(self, sql: str, values: _Values = ()) -> list[Any]:
        with self._reading():
            try:
                return self._connection.execute(sql, values).fetchall()
            except UnicodeEncodeError:  # half a character was asked for: no record has one
                return []

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turn damage met while reading into a condition; misuse stays a bug."""
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise schema.condition(error, self._path) from error
        except (msgspec.MsgspecError, UnicodeDecodeError, TypeError) as error:
            raise schema.damaged(self._path, repr(error)) from error


def _worded(row: Row, others: bytes) -> Row:
    """Return a row whose title and summary know the wordings that they have beside bokmål."""
    if not others:
        return row
    title, summary = _OTHERS.decode(others)
    return row._replace(
        title=Worded(row.title, title) if title else row.title,
        summary=Worded(row.summary, summary) if summary else row.summary,
    )


def _kinds(kind: Kind | Sequence[Kind] | None) -> tuple[list[str], dict[str, object]]:
    """Return a condition for each of the kinds, and their values."""
    kinds = [kind] if isinstance(kind, str) else list(dict.fromkeys(kind or ()))
    if not kinds:
        return ["true"], {}
    names = {f"kind{number}": one for number, one in enumerate(kinds)}
    return [f"kind = :{name}" for name in names], dict(names)


def _merged(kinds: Sequence[str]) -> str:
    """Return what selects a page of several kinds' rows."""
    parts = (f"SELECT about = '' AS rest, sort, row FROM record WHERE {one}" for one in kinds)
    return " UNION ALL ".join(parts) + " ORDER BY rest, sort, row LIMIT :limit OFFSET :offset"
