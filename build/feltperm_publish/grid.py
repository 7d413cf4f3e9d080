"""The grid of exceptions: one row a service, one column a day (SCREENS section 1, J7).

``catalogue/exceptions/<name>.csv``, separated by semicolons: the first line is ``id`` and ISO
dates, each other line a service and its cells: ``kl. 11-14``, ``11.30-14``, ``stengt``,
``som vanlig``, ``ikke avklart``. An empty cell is not settled either: nobody has said anything.

A spreadsheet may have saved it: commas, another encoding and ``24.12.2026`` are read too. It takes
``10-12`` for a day of December, which is refused; that is why ``kl.`` may stand before the hours.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from feltperm.catalogue.dates import parse_date, typed_date
from feltperm.catalogue.fold import fold
from feltperm.catalogue.holiday_periods import periods
from feltperm.catalogue.hours import runs
from feltperm.catalogue.records import Record, Schedule, ScheduleException, Service, pick
from feltperm_publish.findings import Finding

__all__ = ["Exceptions", "empty_grid", "merge", "read_grid", "read_hours", "read_rows"]

_HOURS = re.compile(
    r"(?:kl\.?\s*)?(\d{1,2})(?:[.:]([0-5]\d))?\s*[-–]\s*(\d{1,2})(?:[.:]([0-5]\d))?"
)
#: What a spreadsheet has made of ``10-12`` or ``11-14``.
_MADE_A_DATE = re.compile(r"\d{1,2}\.\s?[a-zæøå]{3,4}\.?|[a-zæøå]{3,4}\.?\s?\d{2}|[\d.]+\.\d{4}")
_WHOLE_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}")
_ADVICE = "write kl. 11-14, stengt, som vanlig or ikke avklart"
#: A year before this one is a slip, as 26 for 2026.
_OLD = 2000
_NOT_SETTLED = ("", "ikke avklart")


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What one cell says: the service, the day, and the exception without its hours' owner."""

    file: str
    service: str
    exception: ScheduleException


def read_grid(path: Path, file: str) -> tuple[list[Exceptions], list[Finding]]:
    """Read one grid; every cell that cannot be read becomes a finding with row and column."""
    try:
        rows = read_rows(path.read_bytes())
    except (OSError, csv.Error) as error:
        return [], [Finding(file, "", "", f"cannot be read: {error}")]
    found: list[Exceptions] = []
    findings: list[Finding] = []
    head, *rows = rows or [[]]
    days = [_iso(day.strip()) for day in head[1:]]
    if not days or head[0].strip() != "id":
        return [], [Finding(file, "", "line 1", "begins with id and goes on with dates")]
    if unknown := [day for day in days if parse_date(day) is None]:
        message = f"{unknown[0]!r} is not a date; write 2026-12-24"
        return [], [Finding(file, "", "line 1", message)]
    for number, row in enumerate(rows, 2):
        service, *cells = [cell.strip() for cell in row] or [""]
        if not service:
            continue
        if len(cells) > len(days):
            findings.append(Finding(file, service, f"line {number}", "has more cells than days"))
        for day, cell in zip(days, [*cells, *[""] * len(days)], strict=False):
            exception = _cell(day, cell)
            if exception is None:
                taken = _MADE_A_DATE.fullmatch(cell.casefold())
                spoilt = "a spreadsheet has made a date of it; " if taken else ""
                message = f"{cell!r}: {spoilt}{_ADVICE}"
                findings.append(Finding(file, service, f"line {number}, {day}", message))
            else:
                found.append(Exceptions(file, service, exception))
    return found, findings


def merge(
    records: Mapping[str, Record], exceptions: Iterable[Exceptions]
) -> tuple[dict[str, Record], list[Finding]]:
    """Return the records with the exceptions put into their schedules.

    Hours belong to the first schedule that runs that day; a second interval of the same offer is
    dropped, and the service's other offers are not settled.
    """
    merged, findings = dict(records), []
    by_service: dict[str, list[Exceptions]] = {}
    for one in exceptions:
        by_service.setdefault(one.service, []).append(one)
    for service, cells in by_service.items():
        record = merged.get(service)
        if not isinstance(record, Service):
            findings.append(Finding(cells[0].file, service, "id", "there is no such service"))
        elif not record.schedules:
            message = "has no schedules that a day could differ from; give its usual hours first"
            findings.append(Finding(cells[0].file, service, "id", message))
        else:
            days = [one.exception for one in cells]
            findings += _said_twice(cells)
            known = record.schedules
            schedules = tuple(_with(known, index, days) for index in range(len(known)))
            merged[service] = msgspec.structs.replace(record, schedules=schedules)
    return merged, findings


def _said_twice(cells: Sequence[Exceptions]) -> Iterator[Finding]:
    """Give a finding for each day of a service that two cells say different things of."""
    said: dict[str, ScheduleException] = {}
    for one in cells:
        if said.setdefault(one.exception.date, one.exception) != one.exception:
            message = "another cell says something else; leave one of them out"
            yield Finding(one.file, one.service, one.exception.date, message)


def empty_grid(
    records: Iterable[Record], holidays: Mapping[str, str], period: str, year: int
) -> str:
    """Return the grid of a period for every service with schedules, with empty cells.

    Raises:
        ValueError: there is no such period that year.
    """
    for one in periods(holidays, year, year) if year > _OLD else ():
        if fold(one.name) == fold(period) and one.days[0].year == year:
            days = [day.isoformat() for day in one.days]
            services = sorted(r.id for r in records if isinstance(r, Service) and r.schedules)
            lines = [["id", *days], *([name, *[""] * len(days)] for name in services)]
            return "".join(";".join(line) + "\n" for line in lines)
    raise ValueError(
        f"{period} {year}: there is no such period; write jul or påske and a year, as 2026"
    )


def _with(schedules: Sequence[Schedule], index: int, days: Sequence[ScheduleException]) -> Schedule:
    """Return one of a service's schedules with what the days say of it."""
    # by the whole span, so that a day of a summer closure does not take its place unseen
    made = {(one.date, one.until): one for one in schedules[index].exceptions}
    for day in days:
        if exception := _for(schedules, index, day):
            made[day.date, ""] = exception
    ordered = tuple(made[days] for days in sorted(made))
    return msgspec.structs.replace(schedules[index], exceptions=ordered)


def _for(
    schedules: Sequence[Schedule], index: int, day: ScheduleException
) -> ScheduleException | None:
    """Return what a day says of one schedule; None when that one has no hours that day anyway.

    A day that has no hours at all is the first schedule's: it may open, and it may be said to be
    closed.
    """
    running = [number for number, one in enumerate(schedules) if _runs(one, day.date)]
    spoken_of = running or ([0] if day.closed or day.opens_at else [])
    if index not in spoken_of:
        return None
    if not day.opens_at or index == spoken_of[0]:
        return day
    first, own = (
        (schedules[n].place, pick(schedules[n].description)) for n in (spoken_of[0], index)
    )
    return ScheduleException(date=day.date, closed=True if own == first else None)


def _runs(schedule: Schedule, iso: str) -> bool:
    day = parse_date(iso)
    return day is not None and runs(schedule, day)


def _cell(day: str, cell: str) -> ScheduleException | None:
    said = cell.casefold()
    if said in _NOT_SETTLED:
        return ScheduleException(date=day)
    if said == "stengt":
        return ScheduleException(date=day, closed=True)
    if said == "som vanlig":
        return ScheduleException(date=day, closed=False)
    if hours := read_hours(said):
        return ScheduleException(date=day, opens_at=hours[0], closes_at=hours[1])
    return None


def read_hours(said: str) -> tuple[str, str] | None:
    """Return when it opens and closes, of ``kl. 11-14`` or ``11.30–14``; None of anything else."""
    if found := _HOURS.fullmatch(said):
        opens, closes = (_clock(*found.group(n, n + 1)) for n in (1, 3))
        if opens < "24:00" and closes <= "24:00":
            return opens, closes
    return None


def read_rows(data: bytes) -> list[list[str]]:
    """Return the cells as Norwegian Excel saves them; a comma divides only where no semicolon."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    divider = ";" if ";" in text.partition("\n")[0] else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=divider))


def _iso(head: str) -> str:
    """Return a column's day, also where a spreadsheet has written it as ``24.12.2026``."""
    day = typed_date(head, date.min) if _WHOLE_DATE.fullmatch(head) else None
    return day.isoformat() if day else head


def _clock(hour: str, minute: str | None) -> str:
    return f"{int(hour):02}:{minute or '00'}"
