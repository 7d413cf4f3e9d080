"""An ordered list of records, with what was last seen of each: tray and collections."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from feltperm.binder.connection import Row, Store

__all__ = ["ListedRecord", "RecordList", "insert"]


class ListedRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One record of a list.

    Attributes:
        pack, id: whose record it is; the two together are its identity (DESIGN section 2).
        kind: the record's kind, as in ``service``.
        title, phone: as last seen, shown when the record has left the content.
        position: the order in the list, rising; given by :meth:`RecordList.add`.
    """

    pack: str
    id: str
    kind: str
    title: str
    phone: str = ""
    position: int = 0


_COLUMNS = "pack, id, kind, title, phone, position"


def _record(row: Row) -> ListedRecord:
    return ListedRecord(**dict(zip(_COLUMNS.split(", "), row, strict=True)))


def insert(connection: sqlite3.Connection, number: int, records: Iterable[ListedRecord]) -> None:
    """Put records back at their places in a list, as part of a transaction."""
    connection.executemany(
        f"INSERT INTO listed_records (list, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (list, pack, id) DO NOTHING",
        [(number, *msgspec.structs.astuple(record)) for record in records],
    )


class RecordList:
    """The records of one list of the binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store, number: int) -> None:
        """Remember which list: 0 is the tray, any other the collection of that number."""
        self._store, self._number = store, number

    def list(self) -> tuple[ListedRecord, ...]:
        """Return the records in their order."""
        rows = self._store.rows(
            f"SELECT {_COLUMNS} FROM listed_records WHERE list = ? ORDER BY position, pack, id",
            (self._number,),
        )
        return tuple(_record(row) for row in rows)

    def add(self, record: ListedRecord) -> bool:
        """Put a record last, whatever its ``position`` says; return whether it is new here.

        One that is there already keeps its place, and takes the new title and phone.
        """
        with self._store.write() as connection:
            known = connection.execute(
                "UPDATE listed_records SET kind = ?, title = ?, phone = ?"
                " WHERE list = ? AND pack = ? AND id = ?",
                (record.kind, record.title, record.phone, self._number, record.pack, record.id),
            ).rowcount
            if not known:
                connection.execute(
                    f"INSERT INTO listed_records (list, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?,"
                    " (SELECT coalesce(max(position), 0) + 1 FROM listed_records WHERE list = ?))",
                    (self._number, *msgspec.structs.astuple(record)[:-1], self._number),
                )
        return not known

    def remove(self, pack: str, id: str) -> ListedRecord | None:
        """Take a record out; return what :meth:`put_back` takes, or None if it was not there."""
        with self._store.write() as connection:
            key = (self._number, pack, id)
            where = "WHERE list = ? AND pack = ? AND id = ?"
            row = connection.execute(
                f"SELECT {_COLUMNS} FROM listed_records {where}", key
            ).fetchone()
            connection.execute(f"DELETE FROM listed_records {where}", key)
        return None if row is None else _record(row)

    def clear(self) -> tuple[ListedRecord, ...]:
        """Empty the list; return what :meth:`put_back` takes."""
        with self._store.write() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM listed_records WHERE list = ? ORDER BY position, pack, id",
                (self._number,),
            ).fetchall()
            connection.execute("DELETE FROM listed_records WHERE list = ?", (self._number,))
        return tuple(_record(row) for row in rows)

    def put_back(self, *records: ListedRecord) -> None:
        """Undo a removal: each comes back at its place. Added again since: no change."""
        with self._store.write() as connection:
            insert(connection, self._number, records)

    def arrange(self, order: Sequence[tuple[str, str]]) -> None:
        """Order the records like these ``(pack, id)``; those not named follow as they were."""
        kept = [(record.pack, record.id) for record in self.list()]
        named = [one for one in dict.fromkeys(order) if one in kept]
        whole = [*named, *(one for one in kept if one not in named)]
        with self._store.write() as connection:
            connection.executemany(
                "UPDATE listed_records SET position = ? WHERE list = ? AND pack = ? AND id = ?",
                [(place, self._number, *one) for place, one in enumerate(whole, 1)],
            )

    def refresh(self, seen: Iterable[ListedRecord]) -> int:
        """Take over kind, title and phone of records as the content has them now.

        What is not in the list is passed over, and what is not in ``seen`` keeps its last facts.

        Returns:
            How many records changed; when none did, nothing is written.
        """
        kept = {(one.pack, one.id): one for one in self.list()}
        changed = [
            (now.kind, now.title, now.phone, self._number, now.pack, now.id)
            for now in seen
            if (old := kept.get((now.pack, now.id)))
            and (old.kind, old.title, old.phone) != (now.kind, now.title, now.phone)
        ]
        if changed:
            with self._store.write() as connection:
                connection.executemany(
                    "UPDATE listed_records SET kind = ?, title = ?, phone = ?"
                    " WHERE list = ? AND pack = ? AND id = ?",
                    changed,
                )
        return len(changed)
