"""The file: an Excel workbook or a CSV, read into tables of text and written as a template.

Read with bounds: so many rows, so many bytes unpacked. What a spreadsheet keeps as a date, a time
or a number becomes the text that a person would write.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import error as ZlibError

from feltperm_publish.grid import read_rows
from feltperm_publish.spreadsheet.rows import Problem

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = [
    "EXCEPTIONS", "GUIDE", "LONGEST", "PUBLISHER", "SERVICES", "Book", "Table", "Unreadable",
    "read_book",
]  # fmt: skip

SERVICES, EXCEPTIONS, PUBLISHER, GUIDE = "Tjenester", "Unntak", "Utgiver", "Veiledning"
#: More services than any municipality has; a sheet with more was made by a program.
LONGEST = 2_000
#: The most bytes of a file, and of what it unpacks to.
_BYTES, _UNPACKED = 20_000_000, 200_000_000
#: More columns than the template or a grid of days has.
_WIDEST = 200

#: Lines of text cells, each with its number in the sheet.
Table = list[tuple[int, list[str]]]


class Unreadable(ValueError):
    """The file is no spreadsheet that can be read; the message says what to do."""


@dataclass(slots=True)
class Book:
    """What a file holds, by sheet; a CSV holds the services alone."""

    sheets: dict[str, Table] = field(default_factory=dict)
    problems: dict[str, list[Problem]] = field(default_factory=dict)

    def table(self, name: str) -> Table:
        """Return a sheet; nothing where it is missing."""
        return self.sheets.get(name, [])


def read_book(path: Path) -> Book:
    """Read a workbook (``.xlsx``), or a CSV as Norwegian Excel saves it.

    Raises:
        Unreadable: it is neither, is protected, or is larger than any that a person fills in.
        OSError: it cannot be read.
    """
    if (size := path.stat().st_size) > _BYTES:
        raise Unreadable(f"{path.name} er på {size // 1_000_000} MB. Del den opp.")
    if path.suffix.lower() != ".csv":
        return _read_workbook(path)
    try:
        rows = read_rows(path.read_bytes())
    except csv.Error as error:
        raise Unreadable(f"{path.name} kan ikke leses: {error}") from error
    if len(rows) > LONGEST + 1:
        raise Unreadable(f"{path.name} har flere enn {LONGEST} rader. Del den opp.")
    return Book({SERVICES: [(n, [*row][:_WIDEST]) for n, row in enumerate(rows, 1)]})


def _read_workbook(path: Path) -> Book:
    from openpyxl import load_workbook  # noqa: PLC0415  half a second
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    data = path.read_bytes()  # from memory: what fails half-way leaves no file open
    try:
        _look_inside(path.name, data)
        _count(data)
        values = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data))
        book = Book()
        for name in (SERVICES, EXCEPTIONS, PUBLISHER):
            if name in values.sheetnames:
                sheet: Any = values[name]
                book.problems[name] = [*_merged(sheet), *_without_value(sheet, formulas[name])]
                book.sheets[name] = list(_texts(sheet))
    except Unreadable:
        raise
    except (InvalidFileException, zipfile.BadZipFile, ZlibError, KeyError, ValueError, TypeError,
            AttributeError, IndexError, SyntaxError, EOFError, OverflowError, OSError,
            MemoryError, NotImplementedError, RuntimeError) as error:  # fmt: skip
        # openpyxl raises what its parts raise: a damaged file has no error of its own
        raise Unreadable(f"{path.name} er skadet. Lagre den på nytt i regnearket.") from error
    if SERVICES not in book.sheets:
        raise Unreadable(f"{path.name} har ikke noe ark som heter «{SERVICES}».")
    return book


def _look_inside(name: str, data: bytes) -> None:
    """Refuse what is no workbook, before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            unpacked = sum(one.file_size for one in file.infolist())
    except zipfile.BadZipFile as error:
        message = f"{name} er ikke et regneark (.xlsx), eller det er låst med passord."
        raise Unreadable(message) from error
    if unpacked > _UNPACKED:
        raise Unreadable(f"{name} pakkes ut til {unpacked // 1_000_000} MB. Del den opp.")


def _count(data: bytes) -> None:
    """Count the lines that say something, without keeping them."""
    from openpyxl import load_workbook  # noqa: PLC0415  see above

    streamed = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        for sheet in streamed.worksheets:
            filled = 0
            for row in sheet.iter_rows(values_only=True, max_col=_WIDEST):
                filled += any(value not in (None, "") for value in row)
                if filled > LONGEST + 1:
                    message = f"Arket «{sheet.title}» har flere enn {LONGEST} rader. Del det opp."
                    raise Unreadable(message)
    finally:
        streamed.close()


def _texts(sheet: Worksheet) -> Iterator[tuple[int, list[str]]]:
    width = min(sheet.max_column or 1, _WIDEST)
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=width), 1):
        cells = [_text(value) for value in row]
        if number == 1 or any(cells):
            yield number, cells


def _text(value: object) -> str:
    """Return what a person would write for a value of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H.%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _merged(sheet: Worksheet) -> Iterator[Problem]:
    for span in sheet.merged_cells.ranges:
        message = f"cellene {span.coord} er slått sammen. Del dem, og skriv i hver av dem"
        yield Problem(span.min_row or 0, "", message)


def _without_value(values: Worksheet, formulas: Worksheet) -> Iterator[Problem]:
    """Give each formula that nobody has worked out: its file was not saved by a spreadsheet."""
    for row in formulas.iter_rows(max_col=_WIDEST):
        for cell in row:
            if cell.data_type == "f" and values[cell.coordinate].value is None:
                message = f"{cell.coordinate} er en formel uten verdi. Skriv verdien i cellen"
                yield Problem(cell.row or 0, "", message)


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column, counted from 0: ``A`` … ``Z``, ``AA``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_of(table: Table, heading: str) -> int:
    """Return where a heading stands in a table; the first column where it is missing."""
    names: Sequence[str] = table[0][1] if table else ()
    found = [n for n, name in enumerate(names) if " ".join(name.split()) == heading]
    return found[0] if found else 0
