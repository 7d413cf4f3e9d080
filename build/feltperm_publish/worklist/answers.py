"""From the answers of a list that came back to what they change in which record.

A line is taken whole or refused whole, and a refusal names the line and the column in plain
words. A line that says what the record already says changes nothing: the same list can be taken
back again once what was refused has been put right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.confirming import RUNNING, Place
from feltperm.catalogue.dates import short_date, typed_date
from feltperm_publish.worklist.effects import (
    Cell,
    closed,
    confirmed,
    ended_before,
    looked_at_later,
    stated,
)
from feltperm_publish.worklist.facts import facts_of
from feltperm_publish.worklist.hours import NotUnderstood
from feltperm_publish.worklist.table import (
    ADDRESS,
    CLOSED,
    DAY,
    FACTS,
    HOURS,
    ID,
    NOTE,
    PHONE,
    RIGHT,
    Line,
    Table,
    cells_of,
)

__all__ = ["CELLS", "Change", "Reading", "Refusal", "read_answers"]

#: Which fact a column states anew.
CELLS: dict[str, Cell] = {PHONE: "phones", ADDRESS: "addresses", HOURS: "schedules"}


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """Why a line is not taken: the line, the column, and what to do in the user's words."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        return f"rad {self.line}, kolonne «{self.column}»: {self.reason}"


@dataclass(frozen=True, slots=True)
class Change:
    """What one line changes.

    Attributes:
        line: its number in the list.
        record: as it stands in its file now.
        day: the ISO day somebody answered.
        fields: the new values by name of the field, only those that differ; an empty value means
            that the field goes.
        note: what the caller remarked, for whoever looks at the change.
    """

    line: int
    record: Place
    day: str
    fields: Mapping[str, Any]
    note: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a list says.

    Attributes:
        changes: what is to be written.
        refusals: what is not taken.
        done: the lines that the records say already.
        remarks: number and remark of each line that has nothing else.
    """

    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]
    done: tuple[int, ...]
    remarks: tuple[tuple[int, str], ...]


def read_answers(
    table: Table, records: Mapping[str, Place], geography: Geography, today: date
) -> Reading:
    """Judge every line that somebody wrote in.

    Args:
        records: those that may be on a list, by id, as they stand in their files.
        geography: that of the list, for the column of places.
        today: the last day that an answer can be from.
    """
    reading = _Reader(table, records, geography, today)
    for line in table.lines:
        if line.is_answered:
            reading.take(line)
    return Reading(
        tuple(reading.changes),
        tuple(sorted(reading.refusals)),
        tuple(reading.done),
        tuple(reading.remarks),
    )


@dataclass(slots=True)
class _Reader:
    """Goes through the lines and sorts them."""

    table: Table
    records: Mapping[str, Place]
    geography: Geography
    today: date
    changes: list[Change] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def take(self, line: Line) -> None:
        """Sort one line."""
        name = line.cells[ID]
        record = self.records.get(name)
        if line.is_shifted:
            self._refuse(line, ID, "Raden har flere celler enn rad 1. Svarene kan stå feil.")
            return
        if record is None:
            self._refuse(line, ID, f"Det finnes ingen post «{name}».")
            return
        if name in self.seen:
            self._refuse(line, ID, f"«{name}» har svar på en rad lenger oppe også.")
            return
        self.seen.add(name)
        answer = _Answer(line, record, self.today)
        said = answer.fields()
        fields = {name: new for name, new in said.items() if getattr(record, name) != new}
        if answer.refusals:
            self.refusals += answer.refusals
        elif not said:
            self.remarks.append((line.number, line.cells[NOTE]))
        elif not fields:
            self.done.append(line.number)
        elif stale := list(self._changed_since(line, record)):
            self.refusals += stale
        else:
            note = line.cells[NOTE]
            self.changes.append(Change(line.number, record, answer.day, fields, note))

    def _changed_since(self, line: Line, record: Place) -> Iterator[Refusal]:
        """Refuse what was said about facts that stand otherwise in the source by now."""
        if record.status not in RUNNING:
            yield Refusal(line.number, FACTS["state"], "Posten er tatt ut av bruk siden listen.")
        now = cells_of(facts_of(record, self.geography, self.today))
        del now[FACTS["state"]]  # it changes with the days alone
        for column, fact in now.items():
            cell = line.cells[column]
            same_day = column == FACTS["read_on"] and self._day(cell) == self._day(fact)
            if not same_day and self.table.differs(cell, fact):
                told = f"Kilden sier nå «{fact}». Lag en ny liste for denne."
                yield Refusal(line.number, column, told)

    def _day(self, cell: str) -> date | str:
        """Return the day that a cell shows, however the spreadsheet writes days."""
        return typed_date(cell, self.today) or cell

    def _refuse(self, line: Line, column: str, reason: str) -> None:
        self.refusals.append(Refusal(line.number, column, reason))


@dataclass(slots=True)
class _Answer:
    """One line beside its record, and what cannot be taken of it."""

    line: Line
    record: Place
    today: date
    day: str = ""
    refusals: list[Refusal] = field(default_factory=list)

    def fields(self) -> dict[str, Any]:
        """Return the fields that the line states; nothing of it counts when there are refusals."""
        right, is_closed = self._yes_or_no(RIGHT), self._yes_or_no(CLOSED)
        changed = self._changed()
        if right is None and not is_closed and not changed and not self.line.cells[DAY]:
            return {}  # a remark alone
        new: dict[str, Any] = {}
        for column in changed:
            new |= self._read(column)
        self.day = self._read_day()
        self._refuse_contradictions(right, is_closed, changed)
        if is_closed:
            return closed(self.day)
        if told := ended_before(self.record, self.day):
            self._refuse(DAY, told)
        return new | confirmed(self.day)

    def _changed(self) -> list[str]:
        return [column for column in CELLS if self.line.cells[column]]

    def _read(self, column: str) -> dict[str, Any]:
        """Return the fields that a cell states, none where it is not understood."""
        try:
            return stated(CELLS[column], self.line.cells[column], self.record)
        except NotUnderstood as error:
            self._refuse(column, str(error))
            return {}

    def _yes_or_no(self, column: str) -> bool | None:
        said = self.line.cells[column].casefold().rstrip(".! ")
        if said not in ("", "ja", "nei"):
            self._refuse(
                column, f"«{self.line.cells[column]}» er ikke forstått. Skriv ja eller nei."
            )
        return {"ja": True, "nei": False}.get(said)

    def _read_day(self) -> str:
        said = self.line.cells[DAY]
        day = typed_date(said, self.today) if said else None
        if not said:
            self._refuse(DAY, "Skriv dagen da noen svarte.")
        elif day is None:
            self._refuse(DAY, f"«{said}» er ingen dato. Skriv som 24.11.2026.")
        elif day > self.today:
            self._refuse(DAY, f"{short_date(day)} har ikke vært ennå. Skriv datoen med år.")
        elif told := looked_at_later(self.record, day.isoformat()):
            self._refuse(DAY, told)
        return day.isoformat() if day else ""

    def _refuse_contradictions(
        self, right: bool | None, closed: bool | None, changed: Sequence[str]
    ) -> None:
        others = [*([CLOSED] if closed else []), *changed]
        if right and others:
            self._refuse(RIGHT, f"Her står ja, men «{others[0]}» er også fylt ut.")
        elif closed and changed:
            self._refuse(CLOSED, f"Her står ja, men «{changed[0]}» er også fylt ut.")
        elif right is False and not others:
            self._refuse(RIGHT, "Her står nei. Skriv hva som er nytt, eller ja i «nedlagt».")
        elif right is None and not others and not self.refusals:
            self._refuse(RIGHT, "Det står en dato, men ikke noe svar.")

    def _refuse(self, column: str, reason: str) -> None:
        self.refusals.append(Refusal(self.line.number, column, reason))
