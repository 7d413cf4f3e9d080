"""Starred records, each with what was last seen of it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from feltperm.binder.connection import Row, Store

__all__ = ["Favourite", "Favourites"]


class Favourite(msgspec.Struct, frozen=True, kw_only=True):
    """One starred record.

    Attributes:
        pack, id: whose record it is; the two together are its identity (DESIGN section 2).
        kind: the record's kind, as in ``service``.
        title, phone: as last seen, shown when the record has left the content.
        added_at: ISO local time of starring.
        position: the order in the list, rising; given by :meth:`Favourites.add`.
    """

    pack: str
    id: str
    kind: str
    title: str
    phone: str = ""
    added_at: str = ""
    position: int = 0


_COLUMNS = "pack, id, kind, title, phone, added_at, position"


def _favourite(row: Row) -> Favourite:
    return Favourite(**dict(zip(_COLUMNS.split(", "), row, strict=True)))


class Favourites:
    """The starred records of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Favourite, ...]:
        """Return all favourites in their order."""
        rows = self._store.rows(
            f"SELECT {_COLUMNS} FROM favourites ORDER BY position, added_at, pack, id"
        )
        return tuple(_favourite(row) for row in rows)

    def get(self, pack: str, id: str) -> Favourite | None:
        """Return one favourite, or None when that record is not starred."""
        rows = self._store.rows(
            f"SELECT {_COLUMNS} FROM favourites WHERE pack = ? AND id = ?", (pack, id)
        )
        return _favourite(rows[0]) if rows else None

    def count(self) -> int:
        """Return how many there are."""
        return int(self._store.rows("SELECT count(*) FROM favourites")[0][0])

    def add(self, favourite: Favourite) -> Favourite:
        """Star a record and return the favourite as kept.

        It goes last, whatever its ``position`` says. One that is starred already keeps its place
        and time, and takes the new title and phone.
        """
        with self._store.write() as connection:
            connection.execute(
                "INSERT INTO favourites (pack, id, kind, title, phone, added_at, position)"
                " VALUES (?, ?, ?, ?, ?, ?,"
                " (SELECT coalesce(max(position), 0) + 1 FROM favourites))"
                " ON CONFLICT (pack, id) DO UPDATE SET"
                " kind = excluded.kind, title = excluded.title, phone = excluded.phone",
                (
                    favourite.pack, favourite.id, favourite.kind, favourite.title,
                    favourite.phone, favourite.added_at,
                ),
            )  # fmt: skip
            row = connection.execute(
                f"SELECT {_COLUMNS} FROM favourites WHERE pack = ? AND id = ?",
                (favourite.pack, favourite.id),
            ).fetchone()
        return _favourite(row)

    def remove(self, pack: str, id: str) -> Favourite | None:
        """Take the star away; return what :meth:`put_back` takes, or None if there was none."""
        with self._store.write() as connection:
            row = connection.execute(
                f"SELECT {_COLUMNS} FROM favourites WHERE pack = ? AND id = ?", (pack, id)
            ).fetchone()
            connection.execute("DELETE FROM favourites WHERE pack = ? AND id = ?", (pack, id))
        return None if row is None else _favourite(row)

    def put_back(self, favourite: Favourite) -> None:
        """Undo a removal: the favourite comes back at its place. Starred again since: no change."""
        with self._store.write() as connection:
            connection.execute(
                f"INSERT INTO favourites ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (pack, id) DO NOTHING",
                msgspec.structs.astuple(favourite),
            )

    def refresh(self, seen: Iterable[Favourite]) -> int:
        """Take over kind, title and phone of records as the content has them now.

        What is not starred is passed over, and what is not in ``seen`` keeps its last facts.

        Returns:
            How many favourites changed; when none did, nothing is written.
        """
        kept = {(item.pack, item.id): item for item in self.list()}
        changed = [
            (now.kind, now.title, now.phone, now.pack, now.id)
            for now in seen
            if (old := kept.get((now.pack, now.id)))
            and (old.kind, old.title, old.phone) != (now.kind, now.title, now.phone)
        ]
        if changed:
            with self._store.write() as connection:
                connection.executemany(
                    "UPDATE favourites SET kind = ?, title = ?, phone = ?"
                    " WHERE pack = ? AND id = ?",
                    changed,
                )
        return len(changed)
