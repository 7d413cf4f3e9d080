"""Opening hours in words, as a sign on a door says them: «mandag–fredag», «kl. 9–15.30»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from feltperm.catalogue.dates import WEEKDAYS, parse_date, told_day
from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.records import Schedule, ScheduleException, pick
from feltperm.wording import AND, Said, Time, joined, listed, say, worded

__all__ = [
    "AS_USUAL", "CLOSED", "NOT_SETTLED", "clock", "is_all_day", "said_of_a_day", "span",
    "weekly_lines",
]  # fmt: skip

#: What is said of a day that nobody has settled (SCREENS section 1, J7).
NOT_SETTLED = say("ikke avklart")
AS_USUAL = say("som vanlig")
CLOSED = say("stengt")


def weekly_lines(schedules: Iterable[Schedule], today: date | None = None) -> list[tuple[str, str]]:
    """Return (days, hours) for screen and paper, weekdays first, then single dates.

    Days with the same hours share a line: («mandag–fredag», «kl. 9–15»), («onsdag og fredag»,
    «kl. 12.30–15, lege til stede»), («1. juli 2026», «stengt»). Schedules of another place, season
    or description keep lines of their own.

    Args:
        today: leave out what ended before this day; None keeps everything.
    """
    known = [one for one in schedules if today is None or not _over(one, today)]
    lines: list[tuple[str, str]] = []
    for group in _alike(known):
        lines += _week(group)
    for group in _alike(known):
        lines += _single_dates(group, today)
    return lines


def clock(time: str) -> str:
    """Return `9` for ``09:00`` and `15.30` for ``15:30``."""
    hour, _, minute = time.partition(":")
    hour = hour.removeprefix("0") if len(hour) == 2 else hour
    return f"{hour}.{minute}" if minute.strip("0") else hour


def span(opens_at: str, closes_at: str) -> str:
    """Return «kl. 9–15», or «hele døgnet» for midnight to midnight."""
    if is_all_day(opens_at, closes_at):
        return say("hele døgnet")
    return say("kl. {interval}", interval=_interval(opens_at, closes_at))


def _interval(opens_at: str, closes_at: str) -> Said:
    ends = "24:00" if closes_at == "00:00" else closes_at
    return joined("–", (Time(clock(opens_at), opens_at), Time(clock(ends), ends)))


def is_all_day(opens_at: str, closes_at: str) -> bool:
    """Whether an interval is midnight to midnight."""
    return opens_at == "00:00" and closes_at in ("24:00", "00:00")


def _over(schedule: Schedule, today: date) -> bool:
    last = max([schedule.valid_to] if schedule.byday else schedule.dates, default="")
    return bool(last) and last < today.isoformat()


def _alike(schedules: Sequence[Schedule]) -> list[list[Schedule]]:
    """Group schedules that may share a line, in the order they were first given."""
    groups: dict[tuple[str, ...], list[Schedule]] = {}
    for one in schedules:
        key = (one.valid_from, one.valid_to, one.place, pick(one.description)[1])
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _week(group: Sequence[Schedule]) -> list[tuple[str, str]]:
    """Return the lines of one group, one for each distinct set of hours."""
    days_of: dict[str, list[int]] = {}
    for number, day in enumerate(DAYS):
        today = sorted((s.opens_at, s.closes_at) for s in group if day in s.byday)
        if today:
            days_of.setdefault(_hours(today), []).append(number)
    season, extra = _season(group[0]), _extra(group[0])
    return [
        (_with([_day_names(days), *season]), _with([hours, *extra]))
        for hours, days in days_of.items()
    ]


def _hours(intervals: Sequence[tuple[str, str]]) -> str:
    first, *rest = dict.fromkeys(intervals)
    others = [span(*one) if is_all_day(*one) else _interval(*one) for one in rest]
    return joined(AND, [span(*first), *others]) if others else span(*first)


def _day_names(days: Sequence[int]) -> str:
    """«mandag–fredag», «onsdag og fredag», «mandag–onsdag og lørdag», «alle dager»."""
    if len(days) == 7:
        return say("alle dager")
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    names: list[str] = []
    for run in runs:
        if len(run) > 2:
            names.append(joined("–", (WEEKDAYS[run[0]], WEEKDAYS[run[-1]])))
        else:
            names += [WEEKDAYS[day] for day in run]
    return listed(names)


def _with(parts: Sequence[str]) -> str:
    return joined(", ", parts) if parts[1:] else parts[0]


def _season(schedule: Schedule) -> list[str]:
    first, last = schedule.valid_from, schedule.valid_to
    if first and last:
        return [_span_of_days(first, last)]
    if first:
        return [say("fra {first}", first=told_day(first))]
    return [say("til {last}", last=told_day(last))] if last else []


def _extra(schedule: Schedule) -> list[str]:
    return [part for part in (worded(schedule.description), schedule.place) if part]


def _single_dates(group: Sequence[Schedule], today: date | None) -> list[tuple[str, str]]:
    """Return single dates and exceptions in date order, each with its hours."""
    first = today.isoformat() if today else ""
    extra = _extra(group[0])
    hours_on: dict[tuple[str, str], list[str]] = {}
    for one in group:
        for day in one.dates:
            hours_on.setdefault((day, day), []).append(span(one.opens_at, one.closes_at))
        for exception in one.exceptions:
            days = (exception.date, exception.until or exception.date)
            hours_on.setdefault(days, []).append(_exception(exception))
    return [
        (_span_of_days(*days), _with([_both(said_of_a_day(hours)), *extra]))
        for days, hours in sorted(hours_on.items())
        if days[1] >= first and parse_date(days[0])
    ]


def _span_of_days(first: str, last: str) -> str:
    return told_day(first) if first == last else joined("–", (told_day(first), told_day(last)))


def _both(words: Sequence[str]) -> str:
    return joined(AND, words) if words[1:] else words[0]


def said_of_a_day(words: Iterable[str]) -> list[str]:
    """Return each once; a second interval that is dropped for the day does not close it."""
    known = list(dict.fromkeys(words))
    return [word for word in known if word != CLOSED] or known


def _exception(exception: ScheduleException) -> str:
    if exception.closed:
        return CLOSED
    if exception.opens_at:
        return span(exception.opens_at, exception.closes_at)
    return AS_USUAL if exception.closed is False else NOT_SETTLED
