"""Which alerts have been read, in which version: once it says something else it is unread again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from feltperm.binder.connection import Store

__all__ = ["ReadAlert", "ReadAlerts"]


class ReadAlert(NamedTuple):
    """One alert as it was when somebody read it.

    Attributes:
        version: stands for what the alert said (:func:`feltperm.desk.alerts.version_of`).
    """

    pack: str
    id: str
    version: str


class ReadAlerts:
    """The marks of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> frozenset[ReadAlert]:
        """Return all marks."""
        rows = self._store.rows("SELECT pack, id, version FROM read_alerts")
        return frozenset(ReadAlert(*row) for row in rows)

    def add(self, mark: ReadAlert, day: date) -> None:
        """Keep that an alert was read; one that was read before keeps its day."""
        with self._store.write() as connection:
            connection.execute(
                "INSERT INTO read_alerts (pack, id, version, read_on) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (pack, id, version) DO NOTHING",
                (*mark, day.isoformat()),
            )

    def forget_others(self, known: Collection[tuple[str, str]], before: date) -> int:
        """Drop the marks of alerts that are gone; return how many there were.

        Args:
            known: (pack, id) of the alerts that are there.
            before: what was read on this day or later is kept all the same.
        """
        rows = self._store.rows(
            "SELECT pack, id, version FROM read_alerts WHERE read_on < ?", (before.isoformat(),)
        )
        gone = [row for row in rows if (row[0], row[1]) not in known]
        if gone:
            with self._store.write() as connection:
                connection.executemany(
                    "DELETE FROM read_alerts WHERE pack = ? AND id = ? AND version = ?", gone
                )
        return len(gone)
