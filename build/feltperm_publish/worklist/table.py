"""The list as a table for a spreadsheet: written for Norwegian Excel, read as Excel saves it.

Semicolons, UTF-8 with a byte order mark and CRLF open in columns with a double click. What comes
back may have commas, another encoding, other space and lost leading zeros.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from feltperm.errors import Condition
from feltperm_publish.worklist.facts import Facts, tight

__all__ = [
    "ADDRESS", "ANSWERS", "CLOSED", "DAY", "FACTS", "HOURS", "ID", "NOTE", "PHONE", "RIGHT",
    "Line", "ListChanged", "Table", "cells_of", "read_table", "write_table",
]  # fmt: skip

ID = "id"
#: The columns that the list fills in, by the name of the fact.
FACTS: dict[str, str] = {
    "id": ID, "name": "navn", "area": "kommune/område", "phones": "telefon",
    "addresses": "adresse", "hours": "åpningstid", "source": "kilde", "read_on": "lest",
    "state": "tilstand",
}  # fmt: skip
RIGHT, PHONE, ADDRESS, HOURS = "stemmer (ja/nei)", "ny telefon", "ny adresse", "nye tider"
CLOSED, DAY, NOTE = "nedlagt (ja)", "dato", "merknad"
#: The columns for the answers.
ANSWERS = (RIGHT, PHONE, ADDRESS, HOURS, CLOSED, DAY, NOTE)

#: What a spreadsheet would take for a formula.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_GUARDED = re.compile(r"\A'(?=[=+\-@\t\r])")
#: Bytes of a list; one of a thousand lines has a tenth of that.
_LARGEST = 10_000_000


class ListChanged(Condition):
    """The file is not the list as it was written, so none of it can be taken back."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list that came back.

    Attributes:
        number: as the spreadsheet counts; the heads of the columns are line 1.
        cells: by column, without the space around them.
        is_shifted: there are more cells than columns, so that none can be trusted.
    """

    number: int
    cells: Mapping[str, str]
    is_shifted: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether somebody wrote anything."""
        return self.is_shifted or any(self.cells[column] for column in ANSWERS)


@dataclass(frozen=True, slots=True)
class Table:
    """The list that came back, and the encoding that it was saved in."""

    lines: tuple[Line, ...]
    encoding: str

    def differs(self, cell: str, fact: str) -> bool:
        """Whether a cell says another thing than the fact that once stood in it."""
        # letters that the encoding lacks are question marks now
        kept = fact.encode(self.encoding, errors="replace").decode(self.encoding)
        return tight(_plain(cell)) != tight(_plain(kept))


def cells_of(facts: Facts) -> dict[str, str]:
    """Return the facts of one line by column, as they are when no spreadsheet has touched them."""
    return {column: getattr(facts, name) for name, column in FACTS.items()}


def write_table(lines: Iterable[Facts]) -> bytes:
    """Return the list with empty columns for the answers."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([*FACTS.values(), *ANSWERS])
    for facts in lines:
        written = (_guarded(" ".join(cell.split())) for cell in cells_of(facts).values())
        writer.writerow([*written, *[""] * len(ANSWERS)])
    return text.getvalue().encode("utf-8-sig")


def read_table(data: bytes) -> Table:
    """Return the list that the bytes of a saved spreadsheet hold.

    Raises:
        ListChanged: an encoding that is not one of Excel's, or columns that are not the list's.
    """
    if len(data) > _LARGEST:
        raise ListChanged("Filen er for stor til å være listen.")
    text, encoding = _decoded(data)
    heads, *rows = _rows(text) or [[]]
    columns = [" ".join(head.split()).casefold() for head in heads]
    wrong = [name for name in (*FACTS.values(), *ANSWERS) if columns.count(name) != 1]
    if wrong:
        which = "kolonnen " + ", ".join(f"«{name}»" for name in wrong) if ID in columns else "id"
        raise ListChanged(f"Rad 1 skal ha {which} én gang. Bruk listen slik den ble laget.")
    lines = [_line(number, columns, row) for number, row in enumerate(rows, 2) if any(row)]
    return Table(tuple(lines), encoding)


def _line(number: int, columns: list[str], row: list[str]) -> Line:
    # a spreadsheet leaves empty cells at the end away
    padded = [_plain(cell) for cell in [*row, *[""] * len(columns)]]
    cells = dict(zip(columns, padded, strict=False))
    return Line(number, cells, is_shifted=any(padded[len(columns) :]))


def _guarded(cell: str) -> str:
    """Return a cell that a spreadsheet shows and does not calculate."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _plain(cell: str) -> str:
    """Return what was written: without the guard, and with one kind of line end."""
    cell = _GUARDED.sub("", cell.strip(), count=1)
    return normalize("NFC", cell.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _decoded(data: bytes) -> tuple[str, str]:
    # «Unicode-tekst» has a zero beside every letter
    for encoding in () if b"\0" in data else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding), "utf-8" if encoding == "utf-8-sig" else encoding
        except UnicodeDecodeError:
            continue
    raise ListChanged("Tegnene i filen kan ikke leses. Lagre listen som «CSV UTF-8».")


def _rows(text: str) -> list[list[str]]:
    """Split at semicolons or commas, whichever gives the list's first column."""
    found: list[list[str]] = []
    for delimiter in (",", ";"):
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        except csv.Error:
            continue
        if rows and rows[0] and rows[0][0].strip().casefold() == ID:
            return rows
        found = rows
    return found
