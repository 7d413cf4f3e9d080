"""Collections: lists of records that a person has given a name (SCREENS section 2.4)."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

import msgspec

from feltperm.binder.conditions import CollectionRefused
from feltperm.binder.connection import Row, Store
from feltperm.binder.listed import ListedRecord, RecordList, insert
from feltperm.binder.text import level, tidy
from feltperm.errors import NotFound
from feltperm.wording import say

__all__ = ["MAX_NAME", "TRAY", "Collection", "Collections", "RemovedCollection"]

#: Longest name in characters: a heading, not a text.
MAX_NAME = 60
#: The number of the list that is no collection: what lies in the tray.
TRAY = 0


class Collection(msgspec.Struct, frozen=True, kw_only=True):
    """A named list.

    Attributes:
        number: its identity in this binder; the name may change.
        name: unique among the collections, however it is spelled in capitals and spaces.
        count: how many records it holds.
    """

    number: int
    name: str
    count: int = 0


class RemovedCollection(NamedTuple):
    """A collection that was taken away, with what it held."""

    collection: Collection
    records: tuple[ListedRecord, ...]


def _named(name: str) -> tuple[str, str]:
    """Return a name as it is compared, and as it is kept.

    Raises:
        CollectionRefused: there is none, or it is longer than :data:`MAX_NAME`.
    """
    kept = " ".join(level(tidy(name)).split())
    if not kept:
        raise CollectionRefused(say("Samlingen mangler navn. Skriv et navn, og lagre igjen."))
    if len(kept) > MAX_NAME:
        raise CollectionRefused(
            say("Navnet er for langt. Det er plass til {n} tegn.", n=MAX_NAME), f"{len(kept)}"
        )
    return kept.casefold(), kept


_SELECT = (
    "SELECT number, name, (SELECT count(*) FROM listed_records WHERE list = number)"
    " FROM collections"
)


def _collection(row: Row) -> Collection:
    number, name, count = row
    return Collection(number=number, name=name, count=count)


class Collections:
    """The collections of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Collection, ...]:
        """Return all collections by name."""
        return tuple(map(_collection, self._store.rows(f"{_SELECT} ORDER BY name_key")))

    def get(self, name: str) -> Collection | None:
        """Return the collection of that name, capitals and spaces aside, or None."""
        key = " ".join(level(tidy(name)).split()).casefold()
        rows = self._store.rows(f"{_SELECT} WHERE name_key = ?", (key,))
        return _collection(rows[0]) if rows else None

    def records(self, number: int) -> RecordList:
        """Return the records of the collection of this number."""
        return RecordList(self._store, number)

    def holding(self, pack: str, id: str, tray: bool = False) -> set[int]:
        """Return the numbers of the collections that hold a record; the tray's too, if asked."""
        rows = self._store.rows(
            "SELECT list FROM listed_records WHERE pack = ? AND id = ?", (pack, id)
        )
        return {number for (number,) in rows if tray or number != TRAY}

    def create(self, name: str) -> Collection:
        """Begin a collection and return it.

        Raises:
            CollectionRefused: the name is missing, too long or taken.
        """
        key, kept = _named(name)
        with self._store.write() as connection:
            _refuse_taken(connection, key, kept)
            number = connection.execute(
                "INSERT INTO collections (name_key, name) VALUES (?, ?)", (key, kept)
            ).lastrowid
        return Collection(number=number or TRAY, name=kept)

    def rename(self, number: int, name: str) -> Collection:
        """Give a collection another name; return it as it was.

        Raises:
            NotFound: there is no such collection.
            CollectionRefused: the name is missing, too long or another one's.
        """
        key, kept = _named(name)
        with self._store.write() as connection:
            before = _found(connection, number)
            _refuse_taken(connection, key, kept, but=number)
            connection.execute(
                "UPDATE collections SET name_key = ?, name = ? WHERE number = ?",
                (key, kept, number),
            )
        return before

    def remove(self, number: int) -> RemovedCollection:
        """Take a collection away with what it holds; return what :meth:`put_back` takes.

        Raises:
            NotFound: there is no such collection.
        """
        with self._store.write() as connection:
            removed, records = _found(connection, number), self.records(number).list()
            connection.execute("DELETE FROM listed_records WHERE list = ?", (number,))
            connection.execute("DELETE FROM collections WHERE number = ?", (number,))
        return RemovedCollection(removed, records)

    def put_back(self, removed: RemovedCollection) -> None:
        """Undo a removal.

        Raises:
            CollectionRefused: another collection has taken the name since.
        """
        key, kept = _named(removed.collection.name)
        with self._store.write() as connection:
            _refuse_taken(connection, key, kept)
            connection.execute(
                "INSERT INTO collections (number, name_key, name) VALUES (?, ?, ?)",
                (removed.collection.number, key, kept),
            )
            insert(connection, removed.collection.number, removed.records)


def _found(connection: sqlite3.Connection, number: int) -> Collection:
    row = connection.execute(f"{_SELECT} WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise NotFound(say("Samlingen finnes ikke i permen."), str(number))
    return _collection(row)


def _refuse_taken(
    connection: sqlite3.Connection, key: str, name: str, but: int | None = None
) -> None:
    row = connection.execute("SELECT number FROM collections WHERE name_key = ?", (key,)).fetchone()
    if row is not None and row[0] != but:
        raise CollectionRefused(say("«{name}» finnes allerede. Velg et annet navn.", name=name))
