"""Opening hours that can be answered from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from itertools import combinations

from feltperm.catalogue.dates import parse_date
from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.records import Record, Schedule, ScheduleException, pick
from feltperm_publish.rules.context import Complaint, Context
from feltperm_publish.walk import strings, structs

__all__ = [
    "exceptions_are_clear", "hours_do_not_overlap", "schedules_say_when", "times_are_hh_mm",
]  # fmt: skip

#: Minutes.
_DAY = 24 * 60


def times_are_hh_mm(record: Record, context: Context) -> Iterator[Complaint]:
    """Times are ``HH:MM``; ``24:00`` closes a day and opens none."""
    for path, text in strings(record):
        name = path.rpartition(".")[2]
        if name == "closes_at" and text == "24:00":
            continue
        if name in ("opens_at", "closes_at") and not _is_time(text):
            yield path, f"{text!r} is not a time; write 09:00"


def _is_time(text: str) -> bool:
    try:
        return time.fromisoformat(text).strftime("%H:%M") == text
    except ValueError:
        return False


def schedules_say_when(record: Record, context: Context) -> Iterator[Complaint]:
    """An interval of hours belongs to weekdays or to single dates."""
    for path, schedule in structs(record, Schedule):
        if bool(schedule.byday) == bool(schedule.dates):
            yield path, "give either byday or dates"
        if "" < schedule.valid_to < schedule.valid_from:
            yield f"{path}.valid_to", "ends before valid_from"


def exceptions_are_clear(record: Record, context: Context) -> Iterator[Complaint]:
    """One answer for one day: closed, from and to, as usual, or not settled."""
    for path, one in structs(record, ScheduleException):
        if bool(one.opens_at) != bool(one.closes_at):
            yield path, "give both opens_at and closes_at"
        if one.closed is not None and one.opens_at:
            yield path, "give either closed or hours"
        if one.until and one.until < one.date:
            yield f"{path}.until", "ends before it begins"
    for path, schedule in structs(record, Schedule):
        for first, second in combinations(sorted(schedule.exceptions, key=_begin), 2):
            if second.date <= (first.until or first.date):
                yield f"{path}.exceptions", f"{second.date}: two exceptions for one day"


def _begin(exception: ScheduleException) -> str:
    return exception.date


def hours_do_not_overlap(record: Record, context: Context) -> Iterator[Complaint]:
    """Two intervals of the same offer at the same place never run at the same time."""
    schedules = list(structs(record, Schedule))
    for (_, first), (path, second) in combinations(schedules, 2):
        same = first.place == second.place and pick(first.description) == pick(second.description)
        if same and _meet(first, second):
            yield path, "overlaps with another interval: join them, or say what differs"


def _meet(first: Schedule, second: Schedule) -> bool:
    apart = (first.valid_to and second.valid_from > first.valid_to) or (
        second.valid_to and first.valid_from > second.valid_to
    )
    if apart:
        return False
    pairs = ((_weekly(first), _weekly(second)), (_dated(first), _dated(second)))
    return any(a < d and c < b for ours, theirs in pairs for a, b in ours for c, d in theirs)


def _weekly(schedule: Schedule) -> list[tuple[int, int]]:
    """Return begin and end on each weekday, in minutes from Monday; Sunday's night is there twice.

    Past midnight is beyond the day, so that a night meets the morning after it.
    """
    begin, end = _minutes(schedule)
    starts = [DAYS.index(day) * _DAY for day in schedule.byday]
    spans = [(start + begin, start + end) for start in starts]
    return spans + [(a - 7 * _DAY, b - 7 * _DAY) for a, b in spans if b > 7 * _DAY]


def _dated(schedule: Schedule) -> list[tuple[int, int]]:
    """Return begin and end on each single date, in minutes."""
    begin, end = _minutes(schedule)
    starts = [day.toordinal() * _DAY for iso in schedule.dates if (day := parse_date(iso))]
    return [(start + begin, start + end) for start in starts]


def _minutes(schedule: Schedule) -> tuple[int, int]:
    """Return begin and end in minutes from midnight; past midnight is beyond 24 hours."""
    begin, end = (_clock(text) for text in (schedule.opens_at, schedule.closes_at))
    return begin, end if end > begin else end + _DAY


def _clock(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes) if hours.isdigit() and minutes.isdigit() else 0
