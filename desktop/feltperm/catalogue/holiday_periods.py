"""Easter and Christmas in one line each (SCREENS section 1, J7).

«Påske: åpent kl. 11–14 skjærtorsdag. Andre dager: stengt.» What nobody has settled is said so:
«Langfredag: ikke avklart. Ring før du går.» Days that no exception is about keep their weekly
hours and are not named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec

from feltperm.catalogue.dates import WEEKDAYS, parse_date, told_day
from feltperm.catalogue.hours import concerns, covers, runs
from feltperm.catalogue.hours_text import (
    AS_USUAL,
    CLOSED,
    NOT_SETTLED,
    said_of_a_day,
    span,
    weekly_lines,
)
from feltperm.catalogue.records import Schedule, ScheduleException
from feltperm.wording import Capital, joined, listed, say

__all__ = ["Period", "hours_lines", "near_periods", "period_lines", "periods"]

#: How many days before it begins a period is told of.
TOLD_BEFORE = 60
#: How Easter Sunday is called in :attr:`PackHeader.holidays`.
_EASTER = "Første påskedag"
_DAY = timedelta(days=1)
#: Names of :attr:`PackHeader.holidays` that fall within a period, as they are said in a sentence.
_HOLIDAYS = {
    str(one): one
    for one in (
        say("skjærtorsdag"), say("langfredag"), say("første påskedag"), say("andre påskedag"),
        say("første juledag"), say("andre juledag"), say("første nyttårsdag"),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days around public holidays, with what each of its days is called.

    Attributes:
        eves: the days before a feast that are no public holidays, and on which few keep the hours
            of an ordinary week.
    """

    name: str
    days: tuple[date, ...]
    called: Mapping[date, str]
    eves: frozenset[date] = frozenset()


def periods(holidays: Mapping[str, str], first_year: int, last_year: int) -> tuple[Period, ...]:
    """Return Easter (Palm Sunday to Easter Monday) and Christmas (24 December to 1 January).

    Args:
        holidays: public holidays by ISO date (``PackHeader.holidays``).
    """
    made = []
    for iso, name in sorted(holidays.items()):
        day = parse_date(iso)
        if day and name.startswith(_EASTER) and first_year <= day.year <= last_year:
            named = {day - 7 * _DAY: say("palmesøndag"), day - _DAY: say("påskeaften")}
            made.append(_period(say("Påske"), day - 7 * _DAY, day + _DAY, named, holidays))
    for year in range(first_year, last_year + 1):
        first = date(year, 12, 24)
        named = {first: say("julaften"), date(year, 12, 31): say("nyttårsaften")}
        made.append(_period(say("Jul"), first, date(year + 1, 1, 1), named, holidays))
    return tuple(sorted(made, key=lambda period: period.days[0]))


def hours_lines(
    schedules: Sequence[Schedule], holidays: Mapping[str, str], today: date
) -> list[str]:
    """Return what is known of the hours from today on: the week, single days, near periods."""
    known = periods(holidays, today.year - 1, today.year + 1)
    told = {day.isoformat() for period in known for day in period.days}
    rest = [
        msgspec.structs.replace(
            schedule,
            exceptions=tuple(
                one for one in schedule.exceptions if not {one.date, one.until or one.date} <= told
            ),
        )
        for schedule in schedules
    ]
    week: list[str] = [joined(" ", (days, hours)) for days, hours in weekly_lines(rest, today)]
    return week + period_lines(schedules, holidays, today)


def period_lines(
    schedules: Sequence[Schedule], holidays: Mapping[str, str], today: date
) -> list[str]:
    """Return a line for each period that is near and that some exception is about."""
    near = near_periods(holidays, today)
    return [line for period in near if (line := _line(schedules, period, holidays))]


def near_periods(holidays: Mapping[str, str], today: date) -> list[Period]:
    """Return the periods that are told of by now, until their last day."""
    return [
        period
        for period in periods(holidays, today.year - 1, today.year + 1)
        if period.days[0] <= today + TOLD_BEFORE * _DAY and today <= period.days[-1]
    ]


def _period(
    name: str, first: date, last: date, named: Mapping[date, str], holidays: Mapping[str, str]
) -> Period:
    days = tuple(first + number * _DAY for number in range((last - first).days + 1))
    called = {
        day: named.get(day) or _holiday(holidays.get(day.isoformat(), "")) or _plain(day)
        for day in days
    }
    eves = frozenset(day for day, word in named.items() if word.endswith("aften"))
    return Period(name, days, called, eves)


def _holiday(name: str) -> str:
    return _HOLIDAYS.get(name.lower(), name.lower())


def _plain(day: date) -> str:
    return joined(" ", (WEEKDAYS[day.weekday()], told_day(day, "month")))


def _line(schedules: Sequence[Schedule], period: Period, holidays: Mapping[str, str]) -> str:
    """Return what the exceptions say of a period; empty when they say nothing."""
    said: dict[str, list[str]] = {}
    for day in period.days:
        for what in _said(schedules, day, holidays):
            said.setdefault(what, []).append(period.called[day])
    if not said:
        return ""
    every_day = len(said) == 1 and len(next(iter(said.values()))) == len(period.days)
    known = [one for one in said.items() if one[0] not in (CLOSED, NOT_SETTLED)]
    sentences = [_on(what, days, every_day) for what, days in known]
    if closed := said.get(CLOSED):
        whole = sum(len(days) for days in said.values()) == len(period.days)
        alone = sentences and whole and NOT_SETTLED not in said
        sentences.append(say("andre dager: stengt") if alone else _on(CLOSED, closed, every_day))
    if open_question := said.get(NOT_SETTLED):
        days = say("alle dager") if every_day else listed(open_question)
        sentences.append(say("{days}: ikke avklart. Ring før du går", days=days))
    first, *others = sentences
    text = joined(". ", (first, *map(Capital, others)))
    return say("{period}: {text}.", period=period.name, text=text)


def _on(what: str, days: Sequence[str], every_day: bool) -> str:
    """Return «åpent kl. 11–14 skjærtorsdag og langfredag»."""
    if every_day:
        return say("{what} alle dager", what=what)
    return say("{what} {days}", what=what, days=listed(days))


def _said(schedules: Sequence[Schedule], day: date, holidays: Mapping[str, str]) -> list[str]:
    """Return what is said of a day that some exception is about; nothing of any other."""
    differing: list[str] = []
    usual: list[Schedule] = []
    for schedule in schedules:
        words = [_words(one) for one in schedule.exceptions if _is_about(one, schedule, day)]
        differing += words
        usual += [] if words or not runs(schedule, day) else [schedule]
    if not differing:
        return []
    all_usual = set(differing) == {AS_USUAL}
    rest = [AS_USUAL if all_usual else _usual(one, day, holidays) for one in usual]
    return said_of_a_day([*differing, *rest])


def _is_about(exception: ScheduleException, schedule: Schedule, day: date) -> bool:
    """Whether an exception says something of a day; hours are those of the usual days only."""
    about = covers(exception, day.isoformat())
    return about and (not exception.opens_at or concerns(schedule, exception, day))


def _words(exception: ScheduleException) -> str:
    if exception.closed:
        return CLOSED
    if exception.opens_at:
        return _open(exception.opens_at, exception.closes_at)
    return AS_USUAL if exception.closed is False else NOT_SETTLED


def _usual(schedule: Schedule, day: date, holidays: Mapping[str, str]) -> str:
    """Return the hours of a schedule that no exception is about, beside one that has one."""
    iso = day.isoformat()
    if iso in holidays and iso not in schedule.dates and schedule.holidays != "as_usual":
        return CLOSED if schedule.holidays == "closed" else NOT_SETTLED
    return _open(schedule.opens_at, schedule.closes_at)


def _open(opens_at: str, closes_at: str) -> str:
    return say("åpent {hours}", hours=span(opens_at, closes_at))
