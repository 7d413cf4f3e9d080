"""What ``feltperm-publish corrections`` does: shows what the field found, and takes it in.

The file comes from «Rettelser» on somebody's laptop (``feltperm corrections export``), or from a
list that was called through (``feltperm-publish worklist --corrections``). Nothing is written
without ``--apply``; only the lines of the fields concerned change.

A corrected value says what is right, not who confirmed it: ``verified_on`` stays as it is. That
comes by itself, as a confirmation, and holds for the facts that it names: it is judged after all
else, on the record as the accepted corrections leave it.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, get_args

import msgspec

from feltperm.catalogue.amending import FIELDS, Amendment, Field, amended, values_of
from feltperm.catalogue.confirming import CONFIRMED, RUNNING, Place, facts_told
from feltperm.catalogue.dates import parse_date, short_date
from feltperm_publish.corrections_in import Correction, read_corrections
from feltperm_publish.edit import CannotEdit
from feltperm_publish.sources import parse_record, read_sources
from feltperm_publish.worklist.effects import (
    Cell,
    closed,
    confirmed,
    ended_before,
    looked_at_later,
    stated,
    stood,
)
from feltperm_publish.worklist.facts import tight
from feltperm_publish.worklist.hours import NotUnderstood
from feltperm_publish.worklist.records import SourceFile, edited, read_files, replace

__all__ = ["run"]

#: Which key of a source record states a field.
_KEYS: dict[Field, str] = {
    "phone": "phones", "address": "addresses", "hours": "hours", "email": "email", "url": "url",
}  # fmt: skip
_CELLS: tuple[Cell, ...] = get_args(Cell)
_DONE = "Ført inn fra før."


class _Refused(ValueError):
    """Why a correction cannot be taken in, for whoever keeps the sources."""


class _Outcome(NamedTuple):
    """What came of one correction: the new bytes of its file, or why there are none.

    Attributes:
        same: why nothing has to be written, where it is right and the source says so.
    """

    place: int
    correction: Correction
    file: SourceFile | None = None
    data: bytes = b""
    refused: str = ""
    same: str = ""


def run(options: argparse.Namespace, today: date) -> int:
    """Carry out the command and return its exit code: 1 when anything was refused.

    Args:
        today: the last day that a place can have been called.

    Raises:
        CorrectionsDamaged: the file is none.
        OSError, ValueError: a source cannot be read or written.
    """
    corrections = read_corrections(options.input)
    sources = read_sources(options.sources)
    pack = sources.header.pack if sources.header else ""
    files = read_files(options.sources, sources)
    refused = 0
    for place, one in _in_order(corrections):
        if options.only and place not in options.only:
            continue
        outcome = _outcome(place, one, files, pack, today)
        for line in _described(outcome):
            print("".join(sign if sign.isprintable() else " " for sign in line))
        if outcome.refused:
            refused += 1
        elif outcome.file is not None and outcome.data:
            if options.apply:
                replace(outcome.file, outcome.data)
            # the next correction of the same record starts from what this one makes of it
            files[outcome.file.record.id] = _as_edited(outcome.file, outcome.data)
    if not options.apply:
        print("Ingenting er skrevet. Skriv rettelsene med --apply.")
    if refused:
        print(f"{refused} ble ikke tatt med.", file=sys.stderr)
    return 1 if refused else 0


def _in_order(corrections: Sequence[Correction]) -> list[tuple[int, Correction]]:
    """Number them as the file has them, and put what rests on the others last."""
    return sorted(enumerate(corrections, 1), key=lambda at: at[1].field == CONFIRMED)


def _as_edited(file: SourceFile, data: bytes) -> SourceFile:
    record = parse_record(data, file.name)
    assert isinstance(record, Place)
    return SourceFile(file.path, file.name, data, record)


def _outcome(
    place: int, one: Correction, files: dict[str, SourceFile], pack: str, today: date
) -> _Outcome:
    owner, _, id = one.record.partition("/")
    file = files.get(id)
    if owner != pack or file is None:
        return _Outcome(place, one, refused=f"{one.record} er ikke i disse kildene.")
    try:
        if one.field == CONFIRMED:
            fields, same = _confirmation(file.record, one, today)
        elif one.field == "status":
            fields, same = _closing(file.record, one, today)
        elif one.field in _CELLS:
            fields, same = _cell(file.record, one)
        else:
            fields, same = _value(file.record, one)
        if same:
            return _Outcome(place, one, file, same=same)
        return _Outcome(place, one, file, edited(file, fields))
    except (_Refused, NotUnderstood) as error:
        return _Outcome(place, one, file, refused=str(error))
    except (CannotEdit, ValueError) as error:
        return _Outcome(place, one, file, refused=f"{file.name} må rettes for hånd: {error}")


def _value(record: Place, one: Correction) -> tuple[dict[str, Any], str]:
    """Return what one right value in place of another changes, or why it changes nothing."""
    field = next(name for name in FIELDS if name == one.field)
    now = values_of(record, field)
    if one.new in now:
        return {}, _DONE
    if one.old and one.old not in now:
        raise _Refused(_otherwise(", ".join(now)))
    changed = amended(record, [Amendment(field, one.old, one.new)])
    key = _KEYS[field]
    value = getattr(changed, key)
    if field == "phone":  # how numbers are grouped is put in when the pack is compiled
        value = tuple(msgspec.structs.replace(phone, display="") for phone in value)
    return {key: value, **({"schedules": ()} if field == "hours" else {})}, ""


def _cell(record: Place, one: Correction) -> tuple[dict[str, Any], str]:
    """Return what a cell of a list changes: all that holds of a fact."""
    cell = next(name for name in _CELLS if name == one.field)
    try:
        fields = stated(cell, one.new, record)
    except NotUnderstood:
        if tight(one.old) != tight(stood(cell, record)):
            raise _Refused(_otherwise(stood(cell, record))) from None
        raise
    if all(getattr(record, name) == value for name, value in fields.items()):
        return {}, _DONE
    if tight(one.old) != tight(stood(cell, record)):
        raise _Refused(_otherwise(stood(cell, record)))
    return fields, ""


def _confirmation(record: Place, one: Correction, today: date) -> tuple[dict[str, Any], str]:
    """Return what it changes that somebody had all of a record confirmed."""
    day = _day(one.new, today)
    if record.verified_on > day:
        return {}, f"Posten er bekreftet senere, {short_date(record.verified_on)}."
    if record.status not in RUNNING:
        raise _Refused("Posten er tatt ut av bruk.")
    if one.old != facts_told(record):
        raise _Refused(_otherwise(facts_told(record)))
    if told := looked_at_later(record, day) or ended_before(record, day):
        raise _Refused(told)
    fields = confirmed(day)
    is_same = all(getattr(record, name) == value for name, value in fields.items())
    return fields, _DONE if is_same else ""


def _closing(record: Place, one: Correction, today: date) -> tuple[dict[str, Any], str]:
    """Return what it changes that a place has closed."""
    if one.new != "historical":
        raise _Refused(f"«{one.new}» er ingen status som kan meldes.")
    day = _day(one.when, today)
    if record.status == one.new:
        return {}, _DONE
    if record.status not in RUNNING:
        raise _Refused("Posten er tatt ut av bruk.")
    if told := looked_at_later(record, day):
        raise _Refused(told)
    return closed(day), ""


def _day(iso: str, today: date) -> str:
    day = parse_date(iso)
    if day is None:
        raise _Refused(f"«{iso}» er ingen dato.")
    if day > today:
        raise _Refused(f"{short_date(day)} har ikke vært ennå.")
    return iso


def _otherwise(now: str) -> str:
    return f"Kilden sier noe annet nå: {now or 'ikke oppgitt'}."


def _described(outcome: _Outcome) -> Iterator[str]:
    one = outcome.correction
    yield f"{outcome.place}. {one.title or one.record} ({one.record}), {one.when} {one.by}".rstrip()
    if one.field == CONFIRMED:
        yield f"   Alt stemmer: {one.old}"
    if one.note:
        yield f"   merknad: {one.note}"
    if outcome.same:
        yield f"   {outcome.same}"
    elif outcome.refused or outcome.file is None:
        yield f"   {outcome.refused}"
    else:
        before = outcome.file.data.decode("utf-8").splitlines()
        after = outcome.data.decode("utf-8").splitlines()
        diff = difflib.unified_diff(before, after, outcome.file.name, outcome.file.name, n=1)
        yield from (f"   {line.rstrip()}" for line in diff)
