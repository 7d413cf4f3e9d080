"""Opening hours in the client's language, as far as they can be said with certainty (J4).

Hours that hold for something only («Lege til stede», another place) are left out, unless what
they hold for is itself a controlled word. What is left out is a reason to ring first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from feltperm.catalogue.dates import parse_date, short_date
from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.records import Schedule, ScheduleException, Text
from feltperm.desk.sheets.client_words import ClientWords
from feltperm.paper.client_job import ClientHours

__all__ = ["SaidHours", "client_hours"]

#: Days that differ are told of so far ahead, and at most so many lines of them.
_AHEAD = timedelta(days=60)
_MOST = 3


class SaidHours(NamedTuple):
    """What can be said of the hours.

    Attributes:
        incomplete: there are more, which only the staff's line can say, or nobody has settled.
        ask_on_holidays: it is not known what they are on public holidays.
    """

    lines: tuple[ClientHours, ...]
    incomplete: bool
    ask_on_holidays: bool


class _Known(NamedTuple):
    what: Text
    schedule: Schedule


def client_hours(schedules: Iterable[Schedule], words: ClientWords, today: date) -> SaidHours:
    """Return the hours from today on: the week, then the days that differ."""
    current = [one for one in schedules if not _over(one, today)]
    known = [_Known(what, one) for one in current if (what := _what(one, words)) is not None]
    weekly = [one for one in known if one.schedule.byday and _runs(one.schedule, today)]
    lines = [*_week(weekly, words), *_holidays(weekly, words)]
    differing, more = _differing(known, words, today)
    later = any(one.schedule.byday and not _runs(one.schedule, today) for one in known)
    return SaidHours(
        lines=(*lines, *differing),
        incomplete=len(known) < len(current) or more or later,
        ask_on_holidays=any(one.schedule.holidays is None for one in weekly),
    )


def _what(schedule: Schedule, words: ClientWords) -> Text | None:
    """Return what is open then: nothing for the whole service, None where it can't be said."""
    if schedule.place:
        return None
    return words.named(schedule.description) if schedule.description else {}


def _runs(schedule: Schedule, today: date) -> bool:
    return schedule.valid_from <= today.isoformat()


def _over(schedule: Schedule, today: date) -> bool:
    last = schedule.valid_to if schedule.byday else max(schedule.dates, default="")
    return bool(last) and last < today.isoformat()


def _week(known: Sequence[_Known], words: ClientWords) -> Iterable[ClientHours]:
    groups: dict[tuple[str, str], list[_Known]] = {}
    for one in known:
        key = (next(iter(one.what.values()), ""), one.schedule.valid_to)
        groups.setdefault(key, []).append(one)
    for (_, ends), group in groups.items():
        days_of: dict[tuple[tuple[str, str], ...], list[int]] = {}
        for number, day in enumerate(DAYS):
            spans = sorted(
                (one.schedule.opens_at, one.schedule.closes_at)
                for one in group
                if day in one.schedule.byday
            )
            if spans:
                days_of.setdefault(tuple(spans), []).append(number)
        for hours, days in days_of.items():
            yield ClientHours(
                what=group[0].what, days=_until(words.days(days), ends, words),
                times=words.times(hours),
            )  # fmt: skip


def _until(days: Text, ends: str, words: ClientWords) -> Text:
    """Add the last day of a season."""
    if not ends:
        return days
    until = words.say("valid_until", dato=short_date(ends))
    return {code: f"{day} ({until[code]})" if code in until else day for code, day in days.items()}


def _holidays(known: Sequence[_Known], words: ClientWords) -> Iterable[ClientHours]:
    if known and all(one.schedule.holidays == "closed" for one in known):
        yield ClientHours(what={}, days=words.say("public_holidays"), times=words.say("closed"))


def _differing(
    known: Sequence[_Known], words: ClientWords, today: date
) -> tuple[list[ClientHours], bool]:
    """Return single dates and exceptions that are near, and whether there are more of them."""
    said: dict[tuple[str, str], tuple[_Known, list[tuple[str, str]] | None]] = {}
    unsettled = False
    for one in known:
        for day in one.schedule.dates:
            spans = said.setdefault((day, day), (one, []))[1]
            if spans is not None:
                spans.append((one.schedule.opens_at, one.schedule.closes_at))
        for exception in one.schedule.exceptions:
            days = (exception.date, exception.until or exception.date)
            if exception.closed is None and not exception.opens_at:
                unsettled = unsettled or _near(days, today)
            elif exception.closed is not False:
                said[days] = (one, _spans(exception))
    near = sorted(days for days in said if _near(days, today))
    lines = [_line(days, *said[days], words) for days in near[:_MOST]]
    return lines, unsettled or len(near) > _MOST


def _near(days: tuple[str, str], today: date) -> bool:
    first, last = map(parse_date, days)
    return first is not None and last is not None and first <= today + _AHEAD and today <= last


def _spans(exception: ScheduleException) -> list[tuple[str, str]] | None:
    return None if exception.closed else [(exception.opens_at, exception.closes_at)]


def _line(
    days: tuple[str, str], one: _Known, spans: list[tuple[str, str]] | None, words: ClientWords
) -> ClientHours:
    first, last = days
    said = short_date(first) if first == last else f"{short_date(first)}–{short_date(last)}"
    times = words.say("closed") if spans is None else words.times(sorted(spans))
    return ClientHours(what=one.what, days={words.language: said}, times=times)
