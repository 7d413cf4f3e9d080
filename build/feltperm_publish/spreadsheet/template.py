"""The workbook that a coordinator fills in: headings, help beside cells, lists to choose from."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from feltperm_publish.spreadsheet.cells import Lists
from feltperm_publish.spreadsheet.columns import GROUPS, ID, Column, headings
from feltperm_publish.spreadsheet.workbook import (
    EXCEPTIONS,
    GUIDE,
    LONGEST,
    PUBLISHER,
    SERVICES,
    letters,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["ABOUT", "template_csv", "template_workbook"]

_LISTS = "Lister"
#: The font of a workbook that nobody has chosen one for.
_FONT = "Calibri"
#: The height of a line of text in points, and the most lines that a row shows.
_LINE, _LINES = 15, 6
#: What the sheet about the publisher asks for.
ABOUT: Mapping[str, tuple[str, str]] = {
    "pack": ("Kortnavn på innholdet", "Små bokstaver uten æ, ø, å, som trondheim. Endres aldri."),
    "publisher": ("Utgiver", "Hvem som står bak, som Trondheim kommune."),
}
_ID_HELP = "Fylles ut av seg selv. La den stå tom for et nytt tilbud, og ikke endre den siden."
_DAY_HELP = "kl. 11-14, stengt, som vanlig eller ikke avklart. Tomt: ikke avklart."
_STEPS = (
    "Slik fyller du ut",
    "1. Skriv et tilbud på hver rad i arket «Tjenester». Bare navn og kilde må fylles ut.",
    "2. La en celle stå tom når ingen har sagt det. Tomt betyr «ikke oppgitt», aldri «nei».",
    "3. Skriv dager som avviker i arket «Unntak»: et tilbud på hver rad, en dag i hver kolonne.",
    "4. Skriv hvem dere er i arket «Utgiver».",
    "5. Ikke skriv navn på ansatte eller pasienter noe sted.",
    "6. Send filen til den som gir ut innholdet.",
)


def template_workbook(
    services: Sequence[Sequence[str]],
    exceptions: Sequence[Sequence[str]],
    about: Mapping[str, str],
    lists: Lists,
) -> bytes:
    """Return the workbook.

    Args:
        services: rows in the order of :func:`headings`, without the headings.
        exceptions: the grid of days, with its first line.
        about: what is known of :data:`ABOUT`.
    """
    from openpyxl import Workbook  # noqa: PLC0415  half a second

    book = Workbook()
    first: Worksheet = book.active  # type: ignore[assignment]
    first.title = SERVICES
    _services(first, services)
    _exceptions(book.create_sheet(EXCEPTIONS), exceptions)
    _about(book.create_sheet(PUBLISHER), about)
    _guide(book.create_sheet(GUIDE), lists)
    _lists(book, first, lists)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def template_csv(services: Sequence[Sequence[str]]) -> bytes:
    """Return the sheet of services as a CSV that Norwegian Excel opens."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([headings(), *services])
    return text.getvalue().encode("utf-8-sig")


def _columns() -> list[Column]:
    first = Column(ID, _ID_HELP, 18)
    return [first, *(column for group in GROUPS for column in group.columns)]


def _services(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    columns = _columns()
    _fill(sheet, [[one.heading for one in columns], *rows], [one.width for one in columns])
    sheet.freeze_panes = "C2"
    for place, column in enumerate(columns):
        if not column.choices:
            _help(sheet, place, column.heading, column.help)


def _exceptions(sheet: Worksheet, grid: Sequence[Sequence[str]]) -> None:
    head = [ID, *grid[0][1:]] if grid else [ID]
    _fill(sheet, [head, *grid[1:]], [26, *[14] * (len(head) - 1)])
    sheet.freeze_panes = "B2"
    for place in range(1, len(head)):
        _help(sheet, place, "Dag som avviker", _DAY_HELP)


def _about(sheet: Worksheet, about: Mapping[str, str]) -> None:
    rows = [[heading, about.get(key, ""), help] for key, (heading, help) in ABOUT.items()]
    _fill(sheet, rows, [26, 34, 60], head=False)


def _guide(sheet: Worksheet, lists: Lists) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  see template_workbook

    rows: list[list[str]] = [[step] for step in _STEPS]
    rows += [[], ["Kolonne", "Hva du skriver", "Ord du kan velge"]]
    heads = [1, len(rows)]
    for column in _columns():
        rows.append([column.heading, column.help, "; ".join(_choices(column, lists))])
    _fill(sheet, rows, [26, 60, 90], head=False)
    for number in heads:
        for cell in sheet[number]:
            cell.font = Font(name=_FONT, bold=True)
    for step in range(1, len(_STEPS) + 1):  # a step runs over the columns beside it
        sheet.row_dimensions[step].height = _LINE
        sheet.cell(step, 1).alignment = Alignment(vertical="top")


def _lists(book: Workbook, sheet: Worksheet, lists: Lists) -> None:
    """Put the words of every list on a sheet of their own, and the drop-downs on the columns."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    words = book.create_sheet(_LISTS)
    words.sheet_state = "hidden"
    for place, column in enumerate(_columns()):
        if not column.choices:
            continue
        chosen = _choices(column, lists)
        name = letters(place)
        for number, word in enumerate(chosen, 1):
            words[f"{name}{number}"] = word
        drop = DataValidation(
            type="list",
            formula1=f"{_LISTS}!${name}$1:${name}${len(chosen)}",
            allow_blank=True,
            showErrorMessage=not column.several,  # several words stand with semicolons between
            errorTitle=column.heading[:32],
            error="Velg et ord fra listen.",
            showInputMessage=True,
            promptTitle=column.heading[:32],
            prompt=column.help[:255],
        )
        drop.add(f"{name}2:{name}{LONGEST + 1}")
        sheet.add_data_validation(drop)


def _choices(column: Column, lists: Lists) -> list[str]:
    if isinstance(column.choices, str):
        return sorted(lists.labels[column.choices].values(), key=str.casefold)
    return list(column.choices)


def _help(sheet: Worksheet, place: int, title: str, text: str) -> None:
    """Show what to write while a cell of the column is chosen."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    help = DataValidation(
        type=None, showInputMessage=True, promptTitle=title[:32], prompt=text[:255]
    )
    help.add(f"{letters(place)}2:{letters(place)}{LONGEST + 1}")
    sheet.add_data_validation(help)


def _fill(
    sheet: Worksheet, rows: Sequence[Sequence[str]], widths: Sequence[int], head: bool = True
) -> None:
    """Write rows of text; nothing in them is taken for a formula, a number or a date."""
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415

    for place, width in enumerate(widths):
        dimension = sheet.column_dimensions[letters(place)]
        dimension.width = width
        dimension.number_format = "@"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    for number, row in enumerate(rows, 1):
        # a height is written: not every program finds out by itself how far a cell is wrapped
        lines = max((-(-len(text) // width) for text, width in zip(row, widths, strict=False)),
                    default=1)  # fmt: skip
        sheet.row_dimensions[number].height = _LINE * min(max(lines, 1), _LINES)
        for place, text in enumerate(row, 1):
            cell = sheet.cell(number, place)
            if text:
                cell.value = text
                cell.data_type = "s"
            cell.number_format = "@"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if head and number == 1:
                cell.font = Font(name=_FONT, bold=True, color="FFFFFF")
                cell.fill = PatternFill("solid", fgColor="0B5C66")


def save(path: Path, data: bytes) -> None:
    """Write the template; one that is there is not written over.

    Raises:
        FileExistsError: somebody may have filled it in.
        OSError: it cannot be written.
    """
    with path.open("xb") as file:
        file.write(data)
