"""Rows of the sheet into source records, and source records into rows.

A record that is there already is changed only where a cell says something else than the record
does: what the sheet has no place for (other languages, rounds, single dates, more sources) stays.
So a sheet that was written and comes back unchanged changes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from feltperm.catalogue.records import Service
from feltperm_publish.begin import record_text
from feltperm_publish.edit import CannotEdit, remove_key, set_body, set_key
from feltperm_publish.spreadsheet.cells import BadCell, Lists
from feltperm_publish.spreadsheet.columns import GROUPS, ID, Group, headings

__all__ = ["Problem", "Row", "described", "not_carried", "row_of", "text_of"]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Row:
    """One row that says something: its number in the sheet, and its cells by heading."""

    number: int
    cells: Mapping[str, str]

    @property
    def id(self) -> str:
        """The record's id, as it stands in the sheet; empty for a new one."""
        return self.cells.get(ID, "").strip()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a row, with the heading of its column; empty for the row as a whole."""

    row: int
    heading: str
    message: str


def row_of(record: Service, lists: Lists) -> list[str]:
    """Return the cells of a record in the order of the sheet."""
    stated = _stated(record)
    return [
        record.id,
        *(cell for group in GROUPS for cell in group.write(stated.get(group.field), lists)),
    ]


def not_carried(record: Service, lists: Lists) -> list[str]:
    """Return the fields of a record that its row does not hold, or not all of."""
    stated = _stated(record)
    known = {group.field: group for group in GROUPS}
    lost = []
    for name, value in stated.items():
        group = known.get(name)
        if group is None:
            lost.append(name)
            continue
        try:
            carried = group.read(group.write(value, lists), lists)
        except BadCell:
            carried = None
        if carried != value:
            lost.append(name)
    return lost


def described(
    row: Row, known: Service | None, lists: Lists
) -> tuple[dict[str, Any], list[Problem]]:
    """Return what a row states anew, by field, and what in it cannot be read.

    Args:
        known: the record that is there; cells that say what it says are not read.
    """
    fields: dict[str, Any] = {}
    stated = _stated(known) if known else {}
    problems: list[Problem] = []
    if row.id and not _ID.fullmatch(row.id):
        message = f"«{row.id}»: bare små bokstaver a-z, tall og - mellom dem. Eller la den stå tom"
        problems.append(Problem(row.number, ID, message))
    for group in GROUPS:
        if known and _same(row, group, stated, lists):
            continue
        try:
            value = group.read(_values(row, group), lists)
        except BadCell as error:
            heading = group.columns[error.column].heading
            problems.append(Problem(row.number, heading, str(error)))
            continue
        if value not in (None, "", [], {}):
            fields[group.field] = value
    if not row.cells.get("Navn", "").strip():
        problems.append(Problem(row.number, "Navn", "er tomt"))
    return fields, problems


def text_of(
    row: Row, fields: Mapping[str, Any], known: tuple[str, Service] | None, lists: Lists
) -> tuple[str, list[Problem]]:
    """Return the file of a row's record, and what was left out of it.

    Args:
        known: the file that is there and the record that it holds.
    """
    if known is None:
        return record_text(fields, Service), []
    text, record = known
    stated = _stated(record)
    told: list[Problem] = []
    for group in GROUPS:
        if _same(row, group, stated, lists):
            continue
        heading = group.columns[0].heading
        before, value = stated.get(group.field), fields.get(group.field)
        value, lost = _kept(group.field, before, value)
        if lost:
            told.append(Problem(row.number, heading, f"tatt bort, fordi teksten er endret: {lost}"))
        try:
            text = _changed(text, group.field, value)
        except CannotEdit as error:
            told.append(Problem(row.number, heading, str(error)))
    return text, told


def _kept(field: str, before: Any, value: Any) -> tuple[Any, str]:
    """Return a new value with what the sheet has no place for, and what cannot be kept.

    Translations of a wording that changed do not say the same any more.
    """
    if field == "schedules":
        odd = [one for one in before or () if any(
            one.get(key) for key in ("place", "description", "dates", "valid_from", "valid_to")
        )]  # fmt: skip
        return [*(value or ()), *odd], ""
    if field == "sources":
        return [*(value or ()), *(before or ())[1:]], ""
    if isinstance(before, dict) and field not in ("area",):
        return value, ", ".join(language for language in before if language != "nb")
    return value, ""


def _changed(text: str, field: str, value: Any) -> str:
    if field == "body":
        return set_body(text, value["nb"] if value else "")
    if value in (None, "", [], {}):
        return remove_key(text, field)
    plain = isinstance(value, dict) and list(value) == ["nb"]
    return set_key(text, field, value["nb"] if plain else value)


def _same(row: Row, group: Group, stated: Mapping[str, Any], lists: Lists) -> bool:
    """Say whether cells say what the record says, however they are spaced."""
    written = group.write(stated.get(group.field), lists)
    return [one.split() for one in _values(row, group)] == [one.split() for one in written]


def _values(row: Row, group: Group) -> tuple[str, ...]:
    return tuple(row.cells.get(column.heading, "") for column in group.columns)


def _stated(record: Service) -> dict[str, Any]:
    stated: dict[str, Any] = json.loads(msgspec.json.encode(record))
    for phone in stated.get("phones", ()):
        phone.pop("display", None)
    return {key: value for key, value in stated.items() if key not in ("id", "kind")}


def rows(table: Sequence[tuple[int, Sequence[str]]], first: int) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a table whose first line are the headings.

    Args:
        first: the number of the line that the headings stand on.
    """
    known = headings()
    if not table:
        return [], [Problem(first, "", "er tomt. Den første raden har overskriftene")]
    number, head = table[0]
    names = [" ".join(one.split()) for one in head]
    problems = [*_headings(number, names, known)]
    found = []
    for number, cells in table[1:]:
        stated = {name: cell for name, cell in zip(names, cells, strict=False) if name in known}
        if any(cell.strip() for cell in stated.values()):
            found.append(Row(number, stated))
    return found, problems


def _headings(number: int, names: Sequence[str], known: Iterable[str]) -> Iterator[Problem]:
    missing = [name for name in known if name not in names]
    if missing:
        yield Problem(number, "", f"det mangler en overskrift: {', '.join(missing)}")
    for name in dict.fromkeys(names):
        if name and names.count(name) > 1:
            yield Problem(number, name, "står to ganger")
        elif name and name not in known:
            yield Problem(number, name, "er ingen overskrift i malen")
