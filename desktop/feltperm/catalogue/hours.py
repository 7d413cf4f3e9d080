"""Is it open? Three answers, and the holiday (SCREENS section 0, rules 1 and 2).

Times are Norwegian local time without a zone, as a sign on a door says them. Intervals may pass
midnight; the day they belong to is the day they begin. What decides for one schedule on one day,
first match first:

1. an exception for that date, or for a span of days around it: closed, other hours, as usual
   (``closed`` False without hours: the hours of that weekday, on a holiday too), or not settled;
2. one of its single dates;
3. its weekdays within ``valid_from``..``valid_to``, unless the day is a public holiday: then
   ``holidays`` decides, and when that is not stated the day is *holiday*, neither open nor closed.

How the same schedules read in words is :mod:`feltperm.catalogue.hours_text`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Literal, NamedTuple, TypeAlias

from feltperm.catalogue.dates import parse_date
from feltperm.catalogue.records import Day, Schedule, ScheduleException

__all__ = [
    "DAYS", "NOT_STATED", "Opening", "OpeningState", "concerns", "covers", "opening", "runs",
]  # fmt: skip

OpeningState: TypeAlias = Literal["open", "closed", "not_stated", "holiday"]

DAYS: tuple[Day, ...] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: How far ahead the next opening is looked for, in days.
HORIZON = 366
#: An opening that goes on for longer than this has no end worth telling.
ENDLESS = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether something is open at a moment.

    Attributes:
        until: when it closes, if it is open; None when it never does.
        opens: the next time it is known to open, if it is not open now and that is known.
    """

    state: OpeningState
    until: datetime | None = None
    opens: datetime | None = None


NOT_STATED = Opening("not_stated")


class _Doubt(Enum):
    """Why a schedule does not say what happens on a day."""

    HOLIDAY = "holiday"
    NOT_SETTLED = "not_stated"


class _Interval(NamedTuple):
    start: datetime
    end: datetime


#: What a schedule says of one day; None: nothing, it is not for that day or it is closed.
_Said: TypeAlias = _Interval | _Doubt | None


def opening(
    schedules: Iterable[Schedule], when: datetime, holidays: Container[str] = ()
) -> Opening:
    """Say whether a place with these schedules is open at ``when`` (local time, no zone).

    Args:
        holidays: the ISO dates that are public holidays (``PackHeader.holidays``).
    """
    known = tuple(schedules)
    if not known or not 1900 <= when.year <= 2200:
        return NOT_STATED
    today = when.date()
    said = [_said(schedule, day, holidays) for day in (today - _DAY, today) for schedule in known]
    intervals = [one for one in said if isinstance(one, _Interval)]
    if any(one.start <= when < one.end for one in intervals):
        return Opening("open", until=_closes(known, when, holidays))
    opens = _opens(known, when, holidays)
    doubts = list(_doubts(known, when, holidays))
    if _Doubt.NOT_SETTLED in doubts:
        return Opening("not_stated", opens=opens)
    if _Doubt.HOLIDAY in doubts:
        return Opening("holiday", opens=opens)
    stated = _begun(known, today) and _not_over(known, today)
    return Opening("closed" if stated else "not_stated", opens=opens)


def _said(schedule: Schedule, day: date, holidays: Container[str]) -> _Said:
    """Apply the rule at the head of this module to one schedule and one day."""
    iso = day.isoformat()
    for exception in schedule.exceptions:
        if covers(exception, iso) and concerns(schedule, exception, day):
            return _excepted(schedule, exception, day)
    if not runs(schedule, day):
        return None
    if iso in holidays and iso not in schedule.dates and schedule.holidays != "as_usual":
        return None if schedule.holidays == "closed" else _Doubt.HOLIDAY
    return _interval(day, schedule.opens_at, schedule.closes_at)


def _doubts(
    schedules: Iterable[Schedule], when: datetime, holidays: Container[str]
) -> Iterator[_Said]:
    """Give what is said of today, and of last night where its usual hours would still run."""
    today, yesterday = when.date(), when.date() - _DAY
    for schedule in schedules:
        yield _said(schedule, today, holidays)
        night = _interval(yesterday, schedule.opens_at, schedule.closes_at)
        if night and when < night.end:
            yield _said(schedule, yesterday, holidays)


def runs(schedule: Schedule, day: date) -> bool:
    """Whether a schedule has hours on a day when nothing is different."""
    iso = day.isoformat()
    if iso in schedule.dates:
        return True
    in_season = schedule.valid_from <= iso and (not schedule.valid_to or iso <= schedule.valid_to)
    return in_season and DAYS[day.weekday()] in schedule.byday


def covers(exception: ScheduleException, iso: str) -> bool:
    """Whether an exception is about this ISO date."""
    return exception.date <= iso <= (exception.until or exception.date)


def concerns(schedule: Schedule, exception: ScheduleException, day: date) -> bool:
    """A single day may open a day that is otherwise closed; a span changes the usual days."""
    usual = DAYS[day.weekday()] in schedule.byday or day.isoformat() in schedule.dates
    return not exception.until or usual


def _excepted(schedule: Schedule, exception: ScheduleException, day: date) -> _Said:
    if exception.closed:
        return None
    if exception.opens_at:
        return _interval(day, exception.opens_at, exception.closes_at)
    if exception.closed is False:
        usual = runs(schedule, day)
        return _interval(day, schedule.opens_at, schedule.closes_at) if usual else None
    return _Doubt.NOT_SETTLED


def _interval(day: date, opens_at: str, closes_at: str) -> _Interval | None:
    """Turn two clock times into moments; None when they are no clock times."""
    start, end = _moment(day, opens_at), _moment(day, closes_at)
    if start is None or end is None:
        return None
    return _Interval(start, end if end > start else end + _DAY)


def _moment(day: date, clock: str) -> datetime | None:
    if clock == "24:00":
        return datetime.combine(day + _DAY, time())
    try:
        return datetime.combine(day, time.fromisoformat(clock))
    except ValueError:
        return None


def _begun(schedules: Iterable[Schedule], today: date) -> bool:
    """Whether some schedule tells of days up to today."""
    iso = today.isoformat()
    return any((not s.valid_from or s.valid_from <= iso) for s in schedules if _tells(s))


def _not_over(schedules: Iterable[Schedule], today: date) -> bool:
    """Whether some schedule tells of today or later days."""
    return any(_last_day(s) >= today for s in schedules if _tells(s))


def _tells(schedule: Schedule) -> bool:
    return bool(schedule.byday or schedule.dates)


def _last_day(schedule: Schedule) -> date:
    """The last day a schedule says anything of."""
    if schedule.byday:
        return parse_date(schedule.valid_to) or date.max
    days = [day for iso in schedule.dates if (day := parse_date(iso))]
    return max(days, default=date.min)


def _closes(
    schedules: Sequence[Schedule], when: datetime, holidays: Container[str]
) -> datetime | None:
    """Follow touching intervals to their end; None when they go on past :data:`ENDLESS`."""
    end = when
    while end - when < ENDLESS:
        days = (end.date() - _DAY, end.date())
        later = [
            said.end
            for day in days
            for schedule in schedules
            if isinstance(said := _said(schedule, day, holidays), _Interval)
            and said.start <= end < said.end
        ]
        if not later:
            return end
        end = max(later)
    return None


def _opens(
    schedules: Sequence[Schedule], when: datetime, holidays: Container[str]
) -> datetime | None:
    """Return the first known start after ``when``, passing over days that are in doubt."""
    last = max((_reach(s) for s in schedules), default=date.min)
    for day in _days(when.date(), min(last, when.date() + HORIZON * _DAY)):
        starts = [
            said.start
            for schedule in schedules
            if isinstance(said := _said(schedule, day, holidays), _Interval) and said.start > when
        ]
        if starts:
            return min(starts)
    return None


def _reach(schedule: Schedule) -> date:
    """The last day on which a schedule can open, exceptions included."""
    ends = (one.until or one.date for one in schedule.exceptions)
    exceptions = [day for end in ends if (day := parse_date(end))]
    return max([_last_day(schedule), *exceptions])


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + number * _DAY
