"""What ``feltperm-publish template`` and ``from-spreadsheet`` do."""

from __future__ import annotations

import argparse
import csv
import io
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.fold import fold
from feltperm.catalogue.holiday_periods import periods
from feltperm.catalogue.records import Service, pick
from feltperm.catalogue.vocabulary import load_offers, load_terms
from feltperm.desk.text import LANGUAGE_NAMES
from feltperm.paths import resource
from feltperm_publish import yamltext
from feltperm_publish.begin import free_id, write_all
from feltperm_publish.compile import public_holidays
from feltperm_publish.edit import new_file
from feltperm_publish.findings import Finding
from feltperm_publish.lint import check
from feltperm_publish.place import Place, find_place
from feltperm_publish.sources import parse_record
from feltperm_publish.spreadsheet.cells import Lists
from feltperm_publish.spreadsheet.columns import GROUPS, ID
from feltperm_publish.spreadsheet.rows import (
    Problem,
    Row,
    described,
    not_carried,
    row_of,
    rows,
    text_of,
)
from feltperm_publish.spreadsheet.template import ABOUT, save, template_csv, template_workbook
from feltperm_publish.spreadsheet.workbook import (
    EXCEPTIONS,
    PUBLISHER,
    SERVICES,
    Book,
    Table,
    column_of,
    letters,
    read_book,
)

__all__ = ["import_sheet", "make_template"]

#: The grid of exceptions that belongs to the sheet; other grids are left alone.
_GRID = "catalogue/exceptions/regneark.csv"
_PACK = "catalogue/pack.yaml"


@dataclass(frozen=True, slots=True)
class _Known:
    """A record that is there: its file's name and text, and what it says."""

    name: str
    text: str
    record: Service


def make_template(options: argparse.Namespace, today: date) -> int:
    """Write the template, filled with the records of a folder where one is named.

    Raises:
        OSError, ValueError: a source cannot be read, or the file cannot be written.
    """
    lists, known = _lists(), _known(options.fill) if options.fill else {}
    services = [row_of(one.record, lists) for one in known.values()]
    if options.out.suffix.lower() == ".csv":
        data = template_csv(services)
    else:
        grid = _grid(options.fill, [*known], today)
        data = template_workbook(services, grid, _about(options.fill), lists)
    save(options.out, data)
    for id, one in known.items():
        if lost := not_carried(one.record, lists):
            print(f"{id}: står ikke i arket: {', '.join(lost)}", file=sys.stderr)
    print(f"{options.out}  {len(services)}")
    return 0


def import_sheet(options: argparse.Namespace, today: date) -> int:
    """Bring source records up to date with a sheet: all rows, or none.

    Raises:
        OSError, ValueError: the file cannot be read, or a record cannot be written.
    """
    book = read_book(options.input)
    if options.exceptions:
        book.sheets[EXCEPTIONS] = read_book(options.exceptions).table(SERVICES)
    found, problems = rows(book.table(SERVICES), 1)
    problems += book.problems.get(SERVICES, [])
    lists, known = _lists(), _known(options.into)
    ids = _ids(found, known)
    files, told = {}, list[Problem]()
    for row in found:
        before = known.get(ids[row.number])
        fields, bad = described(row, before.record if before else None, lists)
        problems += bad
        text, lost = text_of(row, fields, (before.text, before.record) if before else None, lists)
        told += lost
        name = before.name if before else f"catalogue/services/{ids[row.number]}.md"
        files[name] = text
    problems += _twice(found, ids)
    files |= _grid_file(book, found, ids)
    files |= _pack_file(options, book, today)
    said = [_placed(SERVICES, book, one) for one in problems]
    for sheet in (EXCEPTIONS, PUBLISHER):
        said += [_placed(sheet, book, one) for one in book.problems.get(sheet, [])]
    if not said:
        said, warnings = _judged(options.into, files, book, found, ids, today)
        told_too = [*(_placed(SERVICES, book, one) for one in told), *warnings]
        for line in told_too:
            print(line)
    if said:
        for line in said:
            print(line, file=sys.stderr)
        print(f"{len(said)} må rettes. Ingenting er skrevet.", file=sys.stderr)
        return 1
    write_all(options.into, files)
    print(f"{len(found)} tilbud er skrevet i {options.into}")
    return 0


def _lists() -> Lists:
    names = ("categories", "topics", "audiences")
    labels = {name: load_terms(resource(f"compiled/{name}.json")) for name in names}
    labels["offers"] = {
        code: offer.label for code, offer in load_offers(resource("compiled/offers.json")).items()
    }
    called = {
        name: {code: pick(text)[1] for code, text in terms.items()}
        for name, terms in labels.items()
    }
    called["languages"] = {code: str(name) for code, name in LANGUAGE_NAMES.items()}
    return Lists(called, Geography.from_json(resource("compiled/geography.json")))


def _known(sources: Path) -> dict[str, _Known]:
    """Return the services of a folder as their files say them, without the grids of exceptions."""
    known = {}
    for path in sorted((sources / "catalogue" / "services").glob("*.md")):
        name = f"catalogue/services/{path.name}"
        data = path.read_bytes()
        record = parse_record(data, name)
        if isinstance(record, Service):
            known[record.id] = _Known(name, data.decode("utf-8-sig"), record)
    return known


def _ids(found: Sequence[Row], known: dict[str, _Known]) -> dict[int, str]:
    """Return the id of each row: its own, that of the record with its name, or a new one."""
    by_title = {fold(pick(one.record.title)[1]): id for id, one in known.items()}
    taken = {*known, *(row.id for row in found if row.id)}
    ids = {}
    for row in found:
        title = row.cells.get("Navn", "")
        id = row.id or by_title.get(fold(title)) or free_id(title, taken)
        taken.add(id)
        ids[row.number] = id
    return ids


def _twice(found: Sequence[Row], ids: dict[int, str]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for row in found:
        other = first.setdefault(ids[row.number], row.number)
        if other != row.number:
            yield Problem(row.number, ID, f"samme tilbud som i rad {other}")


def _grid(sources: Path | None, ids: Sequence[str], today: date) -> list[list[str]]:
    """Return the sheet's own grid of days, or an empty one for the next Easter or Christmas."""
    own = sources / _GRID if sources else None
    if own and own.is_file():
        return [row for _, row in read_book(own).table(SERVICES)]
    coming = [
        one
        for one in periods(public_holidays(today.year, today.year + 1), today.year, today.year + 1)
        if one.days[-1] >= today
    ]
    days = [day.isoformat() for day in coming[0].days] if coming else []
    return [["id", *days], *([id, *[""] * len(days)] for id in ids)]


def _grid_file(book: Book, found: Sequence[Row], ids: dict[int, str]) -> dict[str, str]:
    """Return the file of the exceptions; rows with nothing but the name say nothing."""
    table = book.table(EXCEPTIONS)
    filled = [row for _, row in table[1:] if any(cell.strip() for cell in row[1:])]
    if not filled:
        return {}
    named = {fold(row.cells.get("Navn", "")): ids[row.number] for row in found}
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(["id", *table[0][1][1:]])
    for row in filled:
        writer.writerow([named.get(fold(row[0]), row[0]), *row[1:]])
    return {_GRID: text.getvalue()}


def _about(sources: Path | None) -> dict[str, str]:
    file = sources / _PACK if sources else None
    said = yamltext.read(file) if file and file.is_file() else {}
    return {key: str(said.get(key, "")) for key in ABOUT} if isinstance(said, dict) else {}


def _pack_file(options: argparse.Namespace, book: Book, today: date) -> dict[str, str]:
    """Return ``pack.yaml`` where there is none yet.

    Raises:
        ValueError: nobody has said what the pack is called or whose it is.
    """
    if (options.into / _PACK).is_file():
        return {}
    stated = {" ".join(row[0].split()): row[1].strip() for _, row in book.table(PUBLISHER)
              if len(row) > 1}  # fmt: skip
    said = {key: getattr(options, key) or stated.get(heading, "")
            for key, (heading, _) in ABOUT.items()}  # fmt: skip
    if missing := [f"«{ABOUT[key][0]}»" for key, value in said.items() if not value]:
        raise ValueError(
            f"fyll ut {' og '.join(missing)} i arket «{PUBLISHER}», eller bruk --pack og"
            " --publisher"
        )
    fields = {
        "pack": said["pack"], "seq": "1", "published": today.isoformat(),
        "publisher": said["publisher"], "languages": ["nb"],
    }  # fmt: skip
    return {_PACK: new_file(fields).removeprefix("---\n").removesuffix("---\n")}


def _judged(
    into: Path, files: dict[str, str], book: Book, found: Sequence[Row], ids: dict[int, str],
    today: date,
) -> tuple[list[str], list[str]]:  # fmt: skip
    """Judge the folder as it would be; return (what must be put right, what is told).

    What was wrong elsewhere before the sheet came is left to ``lint``.
    """
    lines = {ids[row.number]: row.number for row in found}
    with TemporaryDirectory(prefix="feltperm-") as name:
        staged = Path(name)
        for folder in ("catalogue", "assets"):
            if (into / folder).is_dir():
                shutil.copytree(into / folder, staged / folder)
        (staged / "catalogue").mkdir(exist_ok=True)
        before = find_place(into)
        words = into if before.is_program else before.words
        write_all(staged, files)
        _, _, findings = check(Place(staged, words, before.national), today)
    ours = [one for one in findings if one.file in files]
    errors = [_told(one, book, lines) for one in ours if one.severity == "error"]
    return errors, [_told(one, book, lines) for one in ours if one.severity == "warning"]


def _told(finding: Finding, book: Book, lines: dict[str, int]) -> str:
    field = finding.field.replace("[", ".").partition(".")[0]
    if finding.record not in lines or finding.file == _GRID:
        return str(finding)
    headings = {group.field: group.columns[0].heading for group in GROUPS}
    problem = Problem(lines[finding.record], headings.get(field, ""), finding.message)
    return _placed(SERVICES, book, problem)


def _placed(sheet: str, book: Book, problem: Problem) -> str:
    """Return a problem with its place, as a spreadsheet names it: ``Tjenester, F7 (Telefon)``."""
    place = f"{sheet}, rad {problem.row}"
    if problem.heading:
        table: Table = book.table(sheet)
        cell = f"{letters(column_of(table, problem.heading))}{problem.row}"
        place = f"{sheet}, {cell} ({problem.heading})"
    return f"{place}: {problem.message}"
