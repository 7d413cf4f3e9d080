"""A small invented catalogue to call about, and a list filled in as a person would."""

from __future__ import annotations

import argparse
import csv
import io
from datetime import date
from pathlib import Path

import msgspec
from sample_sources import FILES, write_files

from feltperm.catalogue.areas import Geography, Municipality
from feltperm_publish.sources import read_sources
from feltperm_publish.vocabulary import read_municipalities
from feltperm_publish.worklist.command import run
from feltperm_publish.worklist.options import add_options
from feltperm_publish.worklist.records import SourceFile, read_files
from feltperm_publish.worklist.table import (
    ADDRESS,
    CLOSED,
    DAY,
    HOURS,
    ID,
    NOTE,
    PHONE,
    RIGHT,
)

TODAY = date(2026, 11, 26)
#: What a test calls the columns for the answers.
COLUMNS = {
    "right": RIGHT, "phone": PHONE, "address": ADDRESS, "hours": HOURS, "closed": CLOSED,
    "day": DAY, "note": NOTE,
}  # fmt: skip


def record(*lines: str, read_on: str = "2026-11-22") -> str:
    """A source record with these lines, read on a day."""
    source = f"  - {{publisher: Prøveutgiver, title: Side, read_on: {read_on}}}"
    return "\n".join(("---", *lines, "sources:", source, "---", ""))


PLACES = {
    "catalogue/services/svc-line.md": record(
        "title: Linjen", "area: {country: true}", "phones: ['116117']",
        "verified_on: 2026-11-01",
    ),
    "catalogue/services/svc-sample.md": record(
        "# skrevet for hånd",
        "title: Prøvestedet   # navnet på døra",
        "area: {municipalities: ['0301']}",
        "phones:",
        "  - '22400040'",
        "  - number: '02800'",
        "    note: kveld",
        "addresses:",
        "  - line: Prøvegata 1",
        "    city: Oslo",
        "",
        "schedules:",
        "  - byday: MO-FR",
        "    opens_at: '09:00'",
        "    closes_at: '15:00'",
        "    description: Kafé",
        "needs_check: true",
        "note: 'Står som det står:   ja.'",
    ),
    "catalogue/services/svc-quiet.md": record(
        "title: Bare et navn", "area: {municipalities: ['0301']}", "needs_check: true",
    ),
    "catalogue/services/svc-due.md": record(
        "title: Åpen dør", "area: {municipalities: ['5001']}", "phones: ['22400041']",
        read_on="2025-10-01",
    ),
    "catalogue/services/svc-overdue.md": record(
        "title: Ørnens rede", "area: {counties: [Trøndelag]}", "hours: Kontortid.",
        read_on="2024-01-01",
    ),
    "catalogue/services/svc-gone.md": record(
        "title: Nedlagt", "area: {country: true}", "phones: ['22400042']", "status: historical",
    ),
    "catalogue/services/svc-shut.md": record(
        "title: Stengt i høst", "area: {country: true}", "phones: ['22400043']",
        "status: temporarily_closed",
    ),
    "catalogue/services/svc-moved.md": record(
        "title: Annen drift", "area: {country: true}", "phones: ['22400044']",
        "status: changed_operation",
    ),
    "catalogue/organisations/org-sample.md": record(
        "title: Prøveorganisasjonen", "area: {country: true}", "phones: ['22400045']",
    ),
}  # fmt: skip


def make_places(folder: Path, **more: str) -> Path:
    """The invented sources below ``folder``, with further records by name of their file."""
    files = FILES | PLACES | {f"catalogue/{name}": text for name, text in more.items()}
    return write_files(folder / "resources", files)


def source_file(resources: Path, name: str) -> SourceFile:
    """One service or organisation as its file states it."""
    return read_files(resources, read_sources(resources))[name]


def geography(resources: Path) -> Geography:
    """The invented municipalities."""
    rows = read_municipalities(resources)
    return Geography(msgspec.convert(row, Municipality, strict=False) for row in rows)


def worklist(resources: Path, *words: str, today: date = TODAY) -> int:
    """Run the command on the invented sources as if it were that day."""
    parser = argparse.ArgumentParser(prog="feltperm-publish worklist")
    parser.add_argument("--sources", type=Path)
    add_options(parser)
    return run(parser.parse_args(["--sources", str(resources), *words]), today)


def rows_of(data: bytes, delimiter: str = ";") -> list[list[str]]:
    """The cells of a written list."""
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def saved(rows: list[list[str]], encoding: str = "utf-8-sig", delimiter: str = ";") -> bytes:
    """A list as a spreadsheet saves it; what the encoding lacks becomes a question mark."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding, errors="replace")


def filled(rows: list[list[str]], name: str, **answers: str) -> int:
    """Write answers into the line of a record; return its number in the spreadsheet."""
    at = next(at for at, row in enumerate(rows) if row[0] == name)
    for column, answer in answers.items():
        rows[at][rows[0].index(COLUMNS.get(column, column))] = answer
    assert rows[0][0] == ID
    return at + 1
