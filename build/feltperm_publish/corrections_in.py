"""Reads the file in which a team hands over what it found; anybody may have made it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from feltperm.catalogue.amending import Field
from feltperm.errors import Condition
from feltperm.exchange.corrections_file import FORMAT, VERSION
from feltperm_publish.worklist.effects import Cell

__all__ = ["Correction", "CorrectionsDamaged", "read_corrections"]

#: Bytes and entries beyond which a file is not what a team wrote.
_MOST, _ENTRIES = 4_000_000, 10_000

#: One value; all that a list says of a fact; the day all was right; that the place has closed.
_Kind: TypeAlias = Literal[Field, Cell, "verified_on", "status"]


class CorrectionsDamaged(Condition):
    """The file cannot be read as corrections; nothing was changed."""


class Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """One line of the file; see :class:`feltperm.exchange.corrections_file.Handed`."""

    record: str
    field: _Kind
    old: str
    new: str
    title: str = ""
    when: str = ""
    by: str = ""
    note: str = ""


class _File(msgspec.Struct, frozen=True):
    format: str
    version: int
    corrections: tuple[Correction, ...]


def read_corrections(path: Path) -> tuple[Correction, ...]:
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
    if found.format != FORMAT or found.version != VERSION:
        raise CorrectionsDamaged(f"{path.name} er laget av et annet eller nyere program.")
    if len(found.corrections) > _ENTRIES:
        raise CorrectionsDamaged(f"{path.name} har flere rettelser enn noen skriver.")
    return found.corrections
