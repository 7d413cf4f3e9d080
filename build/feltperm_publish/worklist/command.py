"""What ``feltperm-publish worklist`` does: writes the list, takes its answers, or hands them on.

What a coordinator reads is bokmål. Exit code 1 when anything was refused or left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from feltperm.app import open_press
from feltperm.catalogue.areas import Geography, Municipality
from feltperm.catalogue.dates import short_date
from feltperm.catalogue.records import pick
from feltperm.errors import NotFound
from feltperm.exchange.corrections_file import written_json
from feltperm_publish.corrections_in import CorrectionsDamaged, read_corrections
from feltperm_publish.edit import CannotEdit
from feltperm_publish.outputs import write_if_changed
from feltperm_publish.place import find_place
from feltperm_publish.sources import read_sources
from feltperm_publish.vocabulary import read_municipalities
from feltperm_publish.worklist.answers import Change, Refusal, read_answers
from feltperm_publish.worklist.facts import addresses_in_words, phones_in_words
from feltperm_publish.worklist.handing import handed
from feltperm_publish.worklist.hours import hours_in_words
from feltperm_publish.worklist.options import refuse_mixed
from feltperm_publish.worklist.records import SourceFile, edited, read_files, replace
from feltperm_publish.worklist.select import lines_of
from feltperm_publish.worklist.sheet import LIMITS, worklist_job
from feltperm_publish.worklist.table import ID, ListChanged, read_table, write_table

__all__ = ["run"]

#: The fields that an answer can change, as the coordinator knows them.
_LABELS = {
    "phones": "telefon", "addresses": "adresse", "schedules": "åpningstid",
    "hours": "åpningstid i ord", "verified_on": "bekreftet", "needs_check": "må bekreftes",
    "status": "status", "valid_until": "gjelder til",
}  # fmt: skip
_LISTS: dict[str, Callable[[Any], str]] = {
    "phones": phones_in_words, "addresses": addresses_in_words, "schedules": hours_in_words,
}  # fmt: skip
_STATUS = {"current": "i drift", "changed_operation": "endret drift", "historical": "nedlagt"}


def run(options: argparse.Namespace, today: date) -> int:
    """Carry out the command and return its exit code.

    Raises:
        Condition: what is wrong with a list or an option, in the user's words.
        OSError, ValueError: a source or a list cannot be read or written.
    """
    refuse_mixed(options)
    sources = read_sources(options.sources)
    files = read_files(options.sources, sources)
    words = find_place(options.sources).words
    rows = read_municipalities(words)
    geography = Geography(msgspec.convert(row, Municipality, strict=False) for row in rows)
    if options.answers:
        pack = sources.header.pack if sources.header else ""
        return _take_back(options, files, geography, today, pack)
    _write(options, files, geography, today)
    if unread := len(sources.findings):
        print(f"Feil i kildene: {unread}. Kjør feltperm-publish lint.", file=sys.stderr)
    return 1 if unread else 0


# --- out ------------------------------------------------------------------------------------------


def _write(
    options: argparse.Namespace,
    files: Mapping[str, SourceFile],
    geography: Geography,
    today: date,
) -> None:
    """Write the list, and the sheet where one is asked for: both or neither."""
    municipality = geography.named(options.municipality) if options.municipality else None
    if options.municipality and municipality is None:
        raise NotFound(f"Det finnes ingen kommune «{options.municipality}».")
    _refuse_to_lose_answers(options.out)
    lines = lines_of((file.record for file in files.values()), geography, today, municipality)
    made = {options.out: write_table(lines)}
    if options.sheet:
        place = municipality.label if municipality else ""
        with open_press(LIMITS) as press:
            made[options.sheet] = press.set(worklist_job(lines, place, today)).pdf
    for path, data in made.items():
        write_if_changed(path, data)
        print(f"{path}: {_count(len(lines), 'post', 'poster')} å bekrefte")


def _refuse_to_lose_answers(out: Path) -> None:
    try:
        table = read_table(out.read_bytes())
    except (FileNotFoundError, ListChanged):
        return
    if any(line.is_answered for line in table.lines):
        raise ListChanged(f"{out} har svar som ville gå tapt. Velg et annet navn.")


# --- back -----------------------------------------------------------------------------------------


def _take_back(
    options: argparse.Namespace,
    files: Mapping[str, SourceFile],
    geography: Geography,
    today: date,
    pack: str,
) -> int:
    """Show what the answers change, write it where asked to, and name what is refused."""
    path, out = options.answers, options.corrections
    if out:
        _refuse_to_write_over(out, pack)
    records = {name: file.record for name, file in files.items()}
    try:
        table = read_table(path.read_bytes())
    except FileNotFoundError as error:
        raise NotFound(f"Filen {path} finnes ikke.") from error
    reading = read_answers(table, records, geography, today)
    refusals, changed = list(reading.refusals), 0
    for change in reading.changes:
        file = files[change.record.id]
        try:
            if not out:  # what is handed on is written elsewhere
                _edit(file, change, options.apply)
        except (CannotEdit, OSError) as error:
            reason = f"{file.name} må rettes for hånd: {error}"
            refusals.append(Refusal(change.line, ID, reason))
            continue
        changed += 1
        for line in _described(change, file):
            _say(line)
    for number, remark in reading.remarks:
        _say(f"rad {number}, merknad: {remark}")
    if out and changed:
        write_if_changed(out, written_json(handed(reading.changes, table.lines, pack)))
    _sum_up(changed, options, len(reading.done), refused=len({one.line for one in refusals}))
    for refusal in sorted(refusals):
        _say(str(refusal), file=sys.stderr)
    return 1 if refusals else 0


def _edit(file: SourceFile, change: Change, apply: bool) -> None:
    data = edited(file, change.fields)
    if apply:
        replace(file, data)


def _refuse_to_write_over(out: Path, pack: str) -> None:
    """Refuse a place for corrections where something else lies, and records of no pack."""
    if not pack:
        raise NotFound("Kildene sier ikke hvilken pakke de er (catalogue/pack.yaml).")
    if out.exists():
        try:
            read_corrections(out)
        except CorrectionsDamaged as error:
            told = f"{out} er noe annet enn rettelser. Velg et annet navn."
            raise CorrectionsDamaged(told) from error


def _described(change: Change, file: SourceFile) -> Iterator[str]:
    """Yield a change field by field, the old value and the new one."""
    yield f"rad {change.line}: {pick(change.record.title)[1]} ({file.name})"
    for name, new in change.fields.items():
        old = _in_words(name, getattr(change.record, name)) or "ikke oppgitt"
        yield f"  {_LABELS[name]}: {old} → {_in_words(name, new) or 'tas bort'}"
    if change.note:
        yield f"  merknad: {change.note}"


def _in_words(field: str, value: Any) -> str:
    """Return a field's value as the coordinator would write it."""
    if field == "needs_check":
        return "ja" if value else "nei"
    if field in ("verified_on", "valid_until"):
        return short_date(value) if value else ""
    if field == "status":
        return _STATUS.get(value, str(value))
    if field == "hours":
        return pick(value)[1]
    return _LISTS[field](value)


def _sum_up(changed: int, options: argparse.Namespace, done: int, refused: int) -> None:
    if done:
        print(f"{_count(done, 'rad', 'rader')} var ført inn fra før.")
    if options.apply:
        print(f"{_count(changed, 'post', 'poster')} rettet.")
    elif changed and options.corrections:
        print(f"{options.corrections}: {_count(changed, 'post', 'poster')} å gi videre.")
    elif changed:
        print(f"{_count(changed, 'post', 'poster')} kan rettes. Skriv dem med --apply.")
    elif not refused:
        print("Ingenting å rette.")
    if refused:
        print(f"{_count(refused, 'rad', 'rader')} ble ikke tatt med. Rett og kjør på nytt.")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _say(line: str, file: Any = None) -> None:
    """Print a line in which anybody may have written anything."""
    print("".join(sign if sign.isprintable() else " " for sign in line), file=file)
