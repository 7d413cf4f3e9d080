"""The checklist for a crisis: who answers for a measure, by when, and when it was done (J10)."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from feltperm.binder.conditions import ChecklistRefused
from feltperm.binder.connection import Row, Store
from feltperm.binder.text import tidy
from feltperm.catalogue.dates import parse_date
from feltperm.wording import say

__all__ = ["MAX_RESPONSIBLE", "Checklist", "Task"]

#: Longest «Ansvar» in characters: a role, not a plan.
MAX_RESPONSIBLE = 60

_COLUMNS = "pack, id, responsible, due, done_on"


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What the team has settled about one measure. Empty means not settled.

    Attributes:
        pack, id: the record of the measure.
        responsible: a role, never a patient.
        due, done_on: ISO dates.
    """

    pack: str
    id: str
    responsible: str = ""
    due: str = ""
    done_on: str = ""

    @property
    def settled(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.responsible or self.due or self.done_on)

    def tidy(self) -> Task:
        """Return the task as it is kept.

        Raises:
            ChecklistRefused: the role is longer than :data:`MAX_RESPONSIBLE`, or a date is none.
        """
        responsible = " ".join(tidy(self.responsible).split())
        if len(responsible) > MAX_RESPONSIBLE:
            raise ChecklistRefused(
                say("Teksten er for lang. Det er plass til {n} tegn.", n=MAX_RESPONSIBLE),
                f"responsible: {len(responsible)}",
            )
        for name, day in (("due", self.due), ("done_on", self.done_on)):
            if day and parse_date(day) is None:
                raise ChecklistRefused(
                    say("Datoen ble ikke forstått. Skriv den slik: 1.12.2026."), name
                )
        return msgspec.structs.replace(self, responsible=responsible)


def _task(row: Row) -> Task:
    return Task(**dict(zip(_COLUMNS.split(", "), row, strict=True)))


class Checklist:
    """The tasks of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Task, ...]:
        """Return the tasks about which anything is settled, by pack and id."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM checklist ORDER BY pack, id")
        return tuple(_task(row) for row in rows)

    def get(self, pack: str, id: str) -> Task:
        """Return the task of one measure; an empty one when nothing is settled."""
        rows = self._store.rows(
            f"SELECT {_COLUMNS} FROM checklist WHERE pack = ? AND id = ?", (pack, id)
        )
        return _task(rows[0]) if rows else Task(pack=pack, id=id)

    def put(self, task: Task) -> Task:
        """Keep a task in place of what was kept of that measure; return it as kept.

        Raises:
            ChecklistRefused: see :meth:`Task.tidy`.
        """
        task = task.tidy()
        with self._store.write() as connection:
            connection.execute(
                "DELETE FROM checklist WHERE pack = ? AND id = ?", (task.pack, task.id)
            )
            if task.settled:
                connection.execute(
                    f"INSERT INTO checklist ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)",
                    msgspec.structs.astuple(task),
                )
        return task

    def clear(self) -> tuple[Task, ...]:
        """Empty the list; return what :meth:`put_back` takes."""
        with self._store.write() as connection:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM checklist").fetchall()
            connection.execute("DELETE FROM checklist")
        return tuple(_task(row) for row in rows)

    def put_back(self, tasks: Iterable[Task]) -> None:
        """Undo :meth:`clear`; what has been settled anew since then stays."""
        with self._store.write() as connection:
            connection.executemany(
                f"INSERT INTO checklist ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (pack, id) DO NOTHING",
                [msgspec.structs.astuple(task) for task in tasks],
            )
