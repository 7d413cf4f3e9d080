"""What ``feltperm-publish corrections`` does: shows what the field found wrong, and takes it in.

The file comes from «Rettelser» on somebody's laptop (``feltperm corrections export``). Nothing is
written without ``--apply``; only the lines of the fields concerned change. A correction that comes
from the field says what is right, not who confirmed it: ``verified_on`` stays as it is.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from feltperm.catalogue.amending import Amendment, Field, amended, values_of
from feltperm.desk.corrections import FORMAT
from feltperm.errors import Condition
from feltperm_publish.edit import CannotEdit
from feltperm_publish.sources import read_sources
from feltperm_publish.worklist.records import SourceFile, edited, read_files, replace

__all__ = ["CorrectionsDamaged", "read_corrections", "run"]

#: Bytes and entries beyond which a file is not what a team wrote.
_MOST, _ENTRIES = 4_000_000, 10_000
#: Which key of a source record states a field.
_KEYS: dict[Field, str] = {
    "phone": "phones", "address": "addresses", "hours": "hours", "email": "email", "url": "url",
}  # fmt: skip


class CorrectionsDamaged(Condition):
    """The file cannot be read as corrections; nothing was changed."""


class _Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    record: str
    field: Field
    old: str
    new: str
    title: str = ""
    when: str = ""
    by: str = ""


class _File(msgspec.Struct, frozen=True):
    format: str
    version: int
    corrections: tuple[_Correction, ...]


class _Outcome(NamedTuple):
    """What came of one correction: the new bytes of its file, or why there are none."""

    place: int
    correction: _Correction
    file: SourceFile | None = None
    data: bytes = b""
    refused: str = ""
    done: bool = False


def run(options: argparse.Namespace) -> int:
    """Carry out the command and return its exit code: 1 when anything was refused.

    Raises:
        CorrectionsDamaged: the file is none.
        OSError, ValueError: a source cannot be read or written.
    """
    corrections = read_corrections(options.input)
    sources = read_sources(options.sources)
    pack = sources.header.pack if sources.header else ""
    files = read_files(options.sources, sources)
    chosen = set(options.only)
    refused = 0
    for outcome in _outcomes(corrections, files, pack):
        if chosen and outcome.place not in chosen:
            continue
        for line in _described(outcome):
            print(line)
        if outcome.refused:
            refused += 1
        elif options.apply and outcome.file is not None and not outcome.done:
            replace(outcome.file, outcome.data)
            # the next correction of the same record starts from what this one wrote
            files.update(read_files(options.sources, read_sources(options.sources)))
    if not options.apply:
        print("Ingenting er skrevet. Skriv rettelsene med --apply.")
    if refused:
        print(f"{refused} ble ikke tatt med.", file=sys.stderr)
    return 1 if refused else 0


def read_corrections(path: Path) -> tuple[_Correction, ...]:
    """Return the corrections of a file.

    Raises:
        CorrectionsDamaged: it is missing, too large, of a newer version, or no file of corrections.
    """
    try:
        with path.open("rb") as opened:
            data = opened.read(_MOST + 1)
    except OSError as error:
        raise CorrectionsDamaged(f"Filen {path.name} kan ikke leses.", str(error)) from error
    if len(data) > _MOST:
        raise CorrectionsDamaged(f"Filen {path.name} er for stor til å være rettelser.")
    try:
        found = msgspec.json.decode(data, type=_File)
    except (ValueError, RecursionError) as error:
        raise CorrectionsDamaged(f"{path.name} er ingen fil med rettelser.", str(error)) from error
    if found.format != FORMAT or found.version != 1:
        raise CorrectionsDamaged(f"{path.name} er laget av et annet eller nyere program.")
    if len(found.corrections) > _ENTRIES:
        raise CorrectionsDamaged(f"{path.name} har flere rettelser enn noen skriver.")
    return found.corrections


def _outcomes(
    corrections: Sequence[_Correction], files: dict[str, SourceFile], pack: str
) -> Iterator[_Outcome]:
    for place, one in enumerate(corrections, 1):
        owner, _, id = one.record.partition("/")
        file = files.get(id)
        if owner != pack or file is None:
            yield _Outcome(place, one, refused=f"{one.record} er ikke i disse kildene.")
            continue
        now = values_of(file.record, one.field)
        if one.new in now:
            yield _Outcome(place, one, file, done=True)
        elif one.old and one.old not in now:
            said = ", ".join(now) or "ikke oppgitt"
            yield _Outcome(place, one, file, refused=f"Kilden sier noe annet nå: {said}.")
        else:
            try:
                yield _Outcome(place, one, file, edited(file, _fields(file, one)))
            except (CannotEdit, ValueError) as error:
                why = f"{file.name} må rettes for hånd: {error}"
                yield _Outcome(place, one, file, refused=why)


def _fields(file: SourceFile, one: _Correction) -> dict[str, Any]:
    changed = amended(file.record, [Amendment(one.field, one.old, one.new)])
    key = _KEYS[one.field]
    value = getattr(changed, key)
    if one.field == "phone":  # how numbers are grouped is put in when the pack is compiled
        value = tuple(msgspec.structs.replace(phone, display="") for phone in value)
    return {key: value, **({"schedules": ()} if one.field == "hours" else {})}


def _described(outcome: _Outcome) -> Iterator[str]:
    one = outcome.correction
    yield f"{outcome.place}. {one.title or one.record} ({one.record}), {one.when} {one.by}".rstrip()
    if outcome.done:
        yield "   Ført inn fra før."
    elif outcome.refused or outcome.file is None:
        yield f"   {outcome.refused}"
    else:
        before = outcome.file.data.decode("utf-8").splitlines()
        after = outcome.data.decode("utf-8").splitlines()
        diff = difflib.unified_diff(before, after, outcome.file.name, outcome.file.name, n=1)
        yield from (f"   {line.rstrip()}" for line in diff)
