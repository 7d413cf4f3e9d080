"""What is open at one moment, asked of each record at most once.

A person types on while the filter stays: the answers of the keystroke before hold for the next
one. So a record is read and its hours are worked out only when it is first found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Set
from typing import TypeAlias

import msgspec

from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import Record, Service
from feltperm.search.arrange import Facts
from feltperm.search.values import Three

__all__ = ["IsOpen", "Openings"]

#: Says whether a service is open: yes, no, or not stated.
IsOpen: TypeAlias = Callable[[Ref, Service], bool | None]

#: So many records are read in one go.
_TOGETHER = 200
_RECORD: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


class Openings:
    """The answers of one ``is_open``.

    Args:
        check: called between two questions; may raise to stop, and what is known so far is kept.
    """

    def __init__(
        self, connection: sqlite3.Connection, is_open: IsOpen, check: Callable[[], None]
    ) -> None:
        self.is_open = is_open
        self._connection = connection
        self._check = check
        self._asked: set[int] = set()
        self._open: set[int] = set()
        self._closed: set[int] = set()

    def three(self, rows: Set[int], facts: Facts) -> Three:
        """Say which services are open; what states neither hours nor a closure is not asked."""
        services = facts.of_kinds(["service"]) & rows
        unasked = (services & (facts.scheduled | facts.paused)) - self._asked
        for row, ref, service in self._read(list(unasked)):
            self._check()
            answer = self.is_open(ref, service)
            self._asked.add(row)
            if answer is not None:
                (self._open if answer else self._closed).add(row)
        return Three.of(services, self._open, self._closed)

    def _read(self, rows: list[int]) -> Iterator[tuple[int, Ref, Service]]:
        for start in range(0, len(rows), _TOGETHER):
            some = rows[start : start + _TOGETHER]
            marks = ", ".join("?" * len(some))
            sql = f"SELECT row, pack, id, json FROM record WHERE row IN ({marks})"
            for row, pack, record_id, data in self._connection.execute(sql, some).fetchall():
                record = _RECORD.decode(data)
                if isinstance(record, Service):
                    yield row, Ref(pack, record_id), record
