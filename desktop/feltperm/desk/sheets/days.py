"""The lines of a week sheet: each day with its times, and what is not settled."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from feltperm.catalogue.dates import long_date, parse_date, short_date
from feltperm.catalogue.holiday_periods import Period, periods
from feltperm.catalogue.hours import DAYS, concerns, covers, runs
from feltperm.catalogue.records import Schedule, ScheduleException, Service, Text, pick
from feltperm.desk.sheets.print import narrow
from feltperm.desk.sheets.timetable import day_name, hours_said
from feltperm.paper.forms import DayLine, TimeLine

__all__ = ["Days", "WeekWords"]

#: Single dates and closures that stand below the week, the nearest first.
MOST_DATES = 6


@dataclass(frozen=True, slots=True)
class WeekWords:
    """The fixed words of days and hours, from ``labels.yaml`` and ``phrases.yaml``.

    Attributes:
        labels: those of the weekdays and of hours, by name.
        closed, holidays, not_settled, as_usual, every_day: what is said of a day.
    """

    labels: Mapping[str, Text]
    closed: Text
    holidays: Text
    not_settled: Text
    as_usual: Text
    every_day: Text

    @classmethod
    def of(cls, labels: Mapping[str, Text], phrases: Mapping[str, Text]) -> WeekWords:
        """Pick them from the lists."""
        return cls(
            labels=labels,
            closed=labels["closed"],
            holidays=labels["public_holidays"],
            not_settled=phrases["ops.not_settled"],
            as_usual=phrases["ops.as_usual"],
            every_day=labels["every_day"],
        )

    def needed(self) -> list[Text]:
        """Return what a sheet cannot do without in a language."""
        days = [day_name(self.labels, day) for day in DAYS]
        hours = [self.labels[name] for name in ("from_to", "open_24h", "opening_hours")]
        said = [self.closed, self.holidays, self.not_settled, self.as_usual, self.every_day]
        return [*days, *hours, *said]


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said of one day; ``hours`` are its words."""

    state: Literal["open", "closed", "not_settled"]
    hours: Text
    place: str = ""
    note: Text | None = None


class _Name(NamedTuple):
    """What a day is called, and its date where that is not the name itself."""

    name: Text
    on: Text | None = None


_DayTold: TypeAlias = tuple[_Name, Sequence[_Told]]


class Days:
    """The days of a sheet, with what the schedules of its services say of them."""

    def __init__(
        self, services: Sequence[Service], holidays: Mapping[str, str], words: WeekWords
    ) -> None:
        """Remember whose times they are; ``holidays`` is ``PackHeader.holidays``."""
        self._services, self._holidays, self._words = services, holidays, words

    def ordinary(self, today: date) -> list[_DayTold]:
        """Return the days of the week that have hours, coming dates, and public holidays."""
        told = [
            [
                self._open(service, one, one.opens_at, one.closes_at)
                for service in self._services
                for one in service.schedules
                if day in one.byday and _in_season(one, today)
            ]
            for day in DAYS
        ]
        week = [
            (_Name(self._named(first, last)), told[first])
            for first, last in _runs(told)
            if told[first]
        ]
        feasts = [(_Name(self._words.holidays), [self._on_holidays()])] if week else []
        return [*week, *self._dates(today), *feasts]

    def of(self, period: Period) -> list[_DayTold]:
        """Return every day of Easter or Christmas.

        On an eve weekly hours settle nothing, unless the record says that holidays are as usual:
        a sheet on a door must not send somebody there on Christmas Eve by habit (SCREENS J7).
        """
        return [
            (
                self._called(day, period),
                [
                    told
                    for service in self._services
                    for told in self._on(service, day, period.eves)
                ],
            )
            for day in period.days
        ]

    def lines(
        self, days: Iterable[_DayTold], chosen: tuple[str, ...]
    ) -> tuple[tuple[DayLine, ...], tuple[str, ...]]:
        """Return (lines, where) in the sheet's languages.

        ``where`` is the name and place of the one service whose times all have the same place;
        its lines then name none.
        """
        known = list(days)
        places = {one.place for _, told in known for one in told if one.state == "open"}
        shared = len(self._services) == 1 and len(places) <= 1
        lines = tuple(
            DayLine(
                title=narrow(day.name, chosen),
                detail=narrow(day.on, chosen) if day.on else {},
                times=tuple(
                    TimeLine(
                        hours=_read(one.hours, chosen),
                        place="" if shared else one.place,
                        note=narrow(one.note, chosen) if one.note else {},
                    )
                    for one in told
                ),
            )
            for day, told in known
        )
        name = pick(self._services[0].title)[1]
        return lines, tuple(filter(None, (name, *places))) if shared else ()

    def _on(self, service: Service, day: date, eves: Container[date]) -> list[_Told]:
        """Return what a service's schedules say of one day: its hours, else why there are none."""
        said = (self._said(service, one, day, eves) for one in service.schedules)
        known = _once(one for one in said if one)
        place = self._place(service, service.schedules[0])
        unsettled = [_Told("not_settled", self._words.not_settled, place)]
        # the hours of something more, as a doctor's, do not settle those of the place itself
        plain = any(one.state == "not_settled" and not one.note for one in known)
        if opened := [one for one in known if one.state == "open"]:
            return opened + unsettled * plain
        if any(one.state == "not_settled" for one in known):
            return unsettled
        return [_Told("closed", self._words.closed, place)]

    def _said(
        self, service: Service, one: Schedule, day: date, eves: Container[date]
    ) -> _Told | None:
        """Apply the rule at the head of :mod:`feltperm.catalogue.hours` to one schedule."""
        iso = day.isoformat()
        for exception in one.exceptions:
            if covers(exception, iso) and concerns(one, exception, day):
                return self._excepted(service, one, exception, day)
        if not runs(one, day):
            return None
        feast = iso in self._holidays
        if (feast or day in eves) and iso not in one.dates and one.holidays != "as_usual":
            if feast and one.holidays == "closed":
                return _Told("closed", self._words.closed)
            return _Told("not_settled", self._words.not_settled, "", one.description)
        return self._open(service, one, one.opens_at, one.closes_at)

    def _excepted(
        self, service: Service, one: Schedule, exception: ScheduleException, day: date
    ) -> _Told:
        if exception.opens_at:
            return self._open(service, one, exception.opens_at, exception.closes_at)
        place = self._place(service, one)
        if exception.closed is False and runs(one, day):
            hours = hours_said(self._words.labels, one.opens_at, one.closes_at)
            return _Told("open", hours, place, self._words.as_usual)
        if exception.closed is None:
            return _Told("not_settled", self._words.not_settled, place, one.description)
        return _Told("closed", self._words.closed, place)

    def _dates(self, today: date) -> list[_DayTold]:
        """Return the coming single dates and closures, but not those of Easter and Christmas."""
        feasts = {
            day.isoformat()
            for period in periods(self._holidays, today.year - 1, today.year + 1)
            for day in period.days
        }
        found: dict[tuple[str, str], list[_Told]] = {}
        for service in self._services:
            for one in service.schedules:
                for day in one.dates:
                    told = self._open(service, one, one.opens_at, one.closes_at)
                    found.setdefault((day, day), []).append(told)
                for other in one.exceptions:
                    days = (other.date, other.until or other.date)
                    first = parse_date(other.date)
                    if first and not set(days) <= feasts:
                        found.setdefault(days, []).append(
                            self._excepted(service, one, other, first)
                        )
        iso = today.isoformat()
        coming = sorted(days for days in found if days[1] >= iso and parse_date(days[0]))
        return [(_Name({"nb": _span(*days)}), _once(found[days])) for days in coming[:MOST_DATES]]

    def _on_holidays(self) -> _Told:
        """Return what holds on every public holiday; where they differ, nothing is settled."""
        rules = {one.holidays for each in self._services for one in each.schedules if one.byday}
        if rules == {"as_usual"}:
            return _Told("closed", self._words.as_usual)
        if rules == {"closed"}:
            return _Told("closed", self._words.closed)
        return _Told("not_settled", self._words.not_settled)

    def _open(self, service: Service, one: Schedule, opens_at: str, closes_at: str) -> _Told:
        hours = hours_said(self._words.labels, opens_at, closes_at)
        return _Told("open", hours, self._place(service, one), one.description)

    def _place(self, service: Service, one: Schedule) -> str:
        """Return where it is; among several services, whose place it is too."""
        address = service.addresses[0].line if service.addresses else ""
        name = pick(service.title)[1] if len(self._services) > 1 else ""
        return ", ".join(filter(None, (name, one.place or address)))

    def _named(self, first: int, last: int) -> Text:
        """«Mandag», «Mandag–torsdag», or that it is every day."""
        if last - first == len(DAYS) - 1:
            return self._words.every_day
        begin = day_name(self._words.labels, DAYS[first])
        if first == last:
            return begin
        end = self._words.labels[f"day.{DAYS[last]}"]
        return {code: f"{name}–{end[code]}" for code, name in begin.items() if code in end}

    def _called(self, day: date, period: Period) -> _Name:
        """«Skjærtorsdag», «25. mars»; in other languages the weekday and «25.03.»."""
        called = day_name(self._words.labels, DAYS[day.weekday()])
        on = dict.fromkeys(called, f"{day.day:02}.{day.month:02}.")
        on["nb"] = long_date(day).rpartition(" ")[0]
        name = period.called[day].removesuffix(on["nb"]).strip()
        return _Name({**called, "nb": f"{name[:1].upper()}{name[1:]}"}, on)


def _runs(told: Sequence[Sequence[_Told]]) -> Iterator[tuple[int, int]]:
    """Give (first, last) of the days that can share a line: three or more alike, or one alone."""
    first = 0
    while first < len(told):
        last = first
        while last + 1 < len(told) and told[last + 1] == told[first]:
            last += 1
        if last - first < 2:
            last = first
        yield first, last
        first = last + 1


def _read(hours: Text, chosen: tuple[str, ...]) -> Text:
    """Keep the sheet's languages, or the first alone: «9–15» is read in every language."""
    kept = narrow(hours, chosen)
    first = kept.get(chosen[0], "")
    return {chosen[0]: first} if any(sign.isdigit() for sign in first) else kept


def _in_season(schedule: Schedule, today: date) -> bool:
    iso = today.isoformat()
    return schedule.valid_from <= iso and (not schedule.valid_to or iso <= schedule.valid_to)


def _span(first: str, last: str) -> str:
    return short_date(first) if first == last else f"{short_date(first)}–{short_date(last)}"


def _once(told: Iterable[_Told]) -> list[_Told]:
    kept: list[_Told] = []
    for one in told:
        if one not in kept:
            kept.append(one)
    return kept
