"""The user's own records, as JSON in the form of a pack; what may stand in them the desk knows."""

from __future__ import annotations

import msgspec

from feltperm.binder.connection import Row, Store

__all__ = ["OwnRecord", "OwnRecords"]


class OwnRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One own record.

    Attributes:
        id: its slug, unique among the own records.
        record: canonical JSON, as :func:`feltperm.catalogue.canonical.encode_record` gives it.
        changed_at: ISO local time of the last change.
    """

    id: str
    record: str
    changed_at: str


_COLUMNS = "id, record, changed_at"


def _own(row: Row) -> OwnRecord:
    return OwnRecord(**dict(zip(_COLUMNS.split(", "), row, strict=True)))


class OwnRecords:
    """The own records of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[OwnRecord, ...]:
        """Return all own records by id."""
        return tuple(map(_own, self._store.rows(f"SELECT {_COLUMNS} FROM own_records ORDER BY id")))

    def get(self, id: str) -> OwnRecord | None:
        """Return one own record, or None."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM own_records WHERE id = ?", (id,))
        return _own(rows[0]) if rows else None

    def put(self, own: OwnRecord) -> None:
        """Keep a record in place of the one with its id."""
        with self._store.write() as connection:
            connection.execute(
                f"INSERT INTO own_records ({_COLUMNS}) VALUES (?, ?, ?) ON CONFLICT (id)"
                " DO UPDATE SET record = excluded.record, changed_at = excluded.changed_at",
                msgspec.structs.astuple(own),
            )

    def remove(self, id: str) -> OwnRecord | None:
        """Take a record away; return what :meth:`put_back` takes, or None if there was none."""
        with self._store.write() as connection:
            # What is deleted is written over too: it may have named somebody after all.
            connection.execute("PRAGMA secure_delete = ON")
            row = connection.execute(
                f"SELECT {_COLUMNS} FROM own_records WHERE id = ?", (id,)
            ).fetchone()
            connection.execute("DELETE FROM own_records WHERE id = ?", (id,))
        return None if row is None else _own(row)

    def put_back(self, own: OwnRecord) -> None:
        """Undo a removal. The id taken since: no change."""
        with self._store.write() as connection:
            connection.execute(
                f"INSERT INTO own_records ({_COLUMNS}) VALUES (?, ?, ?)"
                " ON CONFLICT (id) DO NOTHING",
                msgspec.structs.astuple(own),
            )
