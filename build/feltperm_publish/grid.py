"""The grid of exceptions: one row a service, one column a day (SCREENS section 1, J7).

``catalogue/exceptions/<name>.csv``, separated by semicolons: the first line is ``id`` and ISO
dates, each other line a service and its cells: ``11-14``, ``11.30-14``, ``stengt``,
``som vanlig``, ``ikke avklart``. An empty cell is not settled either: nobody has said anything.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from feltperm.catalogue.dates import parse_date
from feltperm.catalogue.holiday_periods import periods
from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.records import Record, Schedule, ScheduleException, Service, pick
from feltperm_publish.findings import Finding

__all__ = ["Exceptions", "empty_grid", "merge", "read_grid"]

_HOURS = re.compile(r"(\d{1,2})(?:[.:](\d\d))?\s*[-–]\s*(\d{1,2})(?:[.:](\d\d))?")
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
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return [], [Finding(file, "", "", f"cannot be read: {error}")]
    found: list[Exceptions] = []
    findings: list[Finding] = []
    head, *rows = list(csv.reader(io.StringIO(text), delimiter=";")) or [[]]
    days = [day.strip() for day in head[1:]]
    if not days or head[0].strip() != "id":
        return [], [Finding(file, "", "line 1", "begins with id and goes on with dates")]
    for number, row in enumerate(rows, 2):
        service, *cells = [cell.strip() for cell in row] or [""]
        if not service:
            continue
        if len(cells) > len(days):
            findings.append(Finding(file, service, f"line {number}", "has more cells than days"))
        for day, cell in zip(days, [*cells, *[""] * len(days)], strict=False):
            exception = _cell(day, cell)
            if exception is None:
                message = f"{cell!r}: write 11-14, stengt, som vanlig or ikke avklart"
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
            known = record.schedules
            schedules = tuple(_with(known, index, days) for index in range(len(known)))
            merged[service] = msgspec.structs.replace(record, schedules=schedules)
    return merged, findings


def empty_grid(
    records: Iterable[Record], holidays: Mapping[str, str], period: str, year: int
) -> str:
    """Return the grid of a period for every service with schedules, with empty cells.

    Raises:
        ValueError: there is no such period that year.
    """
    for one in periods(holidays, year, year):
        if one.name.casefold() == period.casefold() and one.days[0].year == year:
            days = [day.isoformat() for day in one.days]
            services = sorted(r.id for r in records if isinstance(r, Service) and r.schedules)
            lines = [["id", *days], *([name, *[""] * len(days)] for name in services)]
            return "".join(";".join(line) + "\n" for line in lines)
    raise ValueError(f"{period} {year}: there is no such period; write jul or påske and a year")


def _with(schedules: Sequence[Schedule], index: int, days: Sequence[ScheduleException]) -> Schedule:
    """Return one of a service's schedules with what the days say of it."""
    made = {one.date: one for one in schedules[index].exceptions}
    for day in days:
        if exception := _for(schedules, index, day):
            made[day.date] = exception
    ordered = tuple(made[day] for day in sorted(made))
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
    first, own = (pick(schedules[n].description) for n in (spoken_of[0], index))
    return ScheduleException(date=day.date, closed=True if own == first else None)


def _runs(schedule: Schedule, iso: str) -> bool:
    day = parse_date(iso)
    if iso in schedule.dates or day is None:
        return iso in schedule.dates
    in_season = schedule.valid_from <= iso and (not schedule.valid_to or iso <= schedule.valid_to)
    return in_season and DAYS[day.weekday()] in schedule.byday


def _cell(day: str, cell: str) -> ScheduleException | None:
    said = cell.casefold()
    if said in _NOT_SETTLED:
        return ScheduleException(date=day)
    if said == "stengt":
        return ScheduleException(date=day, closed=True)
    if said == "som vanlig":
        return ScheduleException(date=day, closed=False)
    if hours := _HOURS.fullmatch(said):
        opens, closes = (_clock(*hours.group(n, n + 1)) for n in (1, 3))
        return ScheduleException(date=day, opens_at=opens, closes_at=closes)
    return None


def _clock(hour: str, minute: str | None) -> str:
    return f"{int(hour):02}:{minute or '00'}"
