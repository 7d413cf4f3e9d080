"""What somebody here found wrong in the content, and what is right (SCREENS J8)."""

from __future__ import annotations

import msgspec

from feltperm.binder.connection import Row, Store

__all__ = ["Correction", "Corrections"]


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One value that was found wrong.

    Attributes:
        number: names it in this binder; 0 where it has not been kept yet.
        pack, id: whose record it is; ``title`` as it was called then.
        field: as in :data:`feltperm.catalogue.amending.FIELDS`; ``verified_on`` is that all of it
            is right.
        old: what the pack says; empty where it says nothing. For ``verified_on`` the facts that
            were right, in words.
        new: what is right; for ``verified_on`` the ISO day.
        noted_on: the ISO day; ``noted_by`` is a function or initials, if somebody wishes.
        sent_on: the ISO day it was handed on; empty while it was not.
        closed_on: the ISO day it was settled; empty while it holds.
    """

    number: int = 0
    pack: str
    id: str
    title: str
    field: str
    old: str
    new: str
    noted_on: str
    noted_by: str = ""
    sent_on: str = ""
    closed_on: str = ""


_COLUMNS = ", ".join(Correction.__struct_fields__)
_MARKS = ", ".join("?" for _ in Correction.__struct_fields__)


def _correction(row: Row) -> Correction:
    return Correction(**dict(zip(Correction.__struct_fields__, row, strict=True)))


class Corrections:
    """The corrections of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Correction, ...]:
        """Return all of them, settled ones too, the newest first."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM corrections ORDER BY number DESC")
        return tuple(map(_correction, rows))

    def put(self, correction: Correction) -> Correction:
        """Keep one, new or changed, and return it as kept."""
        number = correction.number or self._free()
        kept = msgspec.structs.replace(correction, number=number)
        with self._store.write() as connection:
            connection.execute(
                f"INSERT OR REPLACE INTO corrections ({_COLUMNS}) VALUES ({_MARKS})",
                msgspec.structs.astuple(kept),
            )
        return kept

    def remove(self, number: int) -> None:
        """Take one away; one that is not there is no error."""
        with self._store.write() as connection:
            connection.execute("DELETE FROM corrections WHERE number = ?", (number,))

    def _free(self) -> int:
        ((highest,),) = self._store.rows("SELECT coalesce(max(number), 0) FROM corrections")
        return int(highest) + 1
