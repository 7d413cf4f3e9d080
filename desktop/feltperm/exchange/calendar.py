"""Opening hours and outreach rounds as iCalendar (RFC 5545), with their exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from feltperm.catalogue.library import Entry
from feltperm.catalogue.records import Schedule, Service, pick

__all__ = ["calendar"]

_ZONE = "Europe/Oslo"
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: An exception until a later day is written out day by day; none is longer than a year.
_LONGEST = 366
#: Holidays are left out for so many years: a calendar is fetched again before that.
_YEARS = 2


def calendar(entries: Iterable[Entry], today: date) -> bytes:
    """Return a calendar of everything that the services say of when they are open.

    Weekly hours repeat; a day that is closed is left out of them (EXDATE), and one with other
    hours has an event of its own. A public holiday is left in only where the service says that it
    is open as usual: otherwise nobody knows (SCREENS section 0, rule 2).

    Args:
        today: repetitions begin in this week where the service does not say when.
    """
    from icalendar import Calendar  # noqa: PLC0415  only an export needs it

    made = Calendar()
    made.add("prodid", "-//Feltperm//Feltperm//NO")
    made.add("version", "2.0")
    made.add("x-wr-timezone", _ZONE)
    for entry in entries:
        if isinstance(entry.record, Service):
            for number, schedule in enumerate(entry.record.schedules):
                for event in _events(entry, entry.record, schedule, number, today):
                    made.add_component(event)
    made.add_missing_timezones()
    data: bytes = made.to_ical()
    return data


def _events(
    entry: Entry, service: Service, schedule: Schedule, number: int, today: date
) -> Iterator[Any]:
    holidays = entry.header.holidays if schedule.holidays != "as_usual" else {}
    if schedule.byday:
        yield from _weekly(entry, service, schedule, number, today, holidays)
    for place, day in enumerate(schedule.dates):
        event = _event(entry, service, schedule, f"{number}-{place}")
        _at(event, schedule, date.fromisoformat(day))
        yield event


def _weekly(
    entry: Entry,
    service: Service,
    schedule: Schedule,
    number: int,
    today: date,
    holidays: dict[str, str],
) -> Iterator[Any]:
    begins = date.fromisoformat(schedule.valid_from) if schedule.valid_from else today
    days = sorted(_DAYS.index(day) for day in schedule.byday)
    week = (begins + timedelta(days=ahead) for ahead in range(7))
    first = next(day for day in week if day.weekday() in days)
    event = _event(entry, service, schedule, str(number))
    _at(event, schedule, first)
    rule: dict[str, Any] = {"freq": "weekly", "byday": [_DAYS[day] for day in days]}
    if schedule.valid_to:
        last = date.fromisoformat(schedule.valid_to)
        end = datetime(last.year, last.month, last.day, 23, 59, tzinfo=ZoneInfo(_ZONE))
        rule["until"] = end.astimezone(
            ZoneInfo("UTC")
        )  # RFC 5545, 3.3.10: where DTSTART has a zone
    event.add("rrule", rule)
    yielded, others = set[date](), []
    for day, opens, closes in _exceptions(schedule):
        yielded.add(day)
        if opens and day.weekday() in days:
            other = _event(entry, service, schedule, str(number))
            other.add("recurrence-id", _moment(day, schedule.opens_at))
            other.add("dtstart", _moment(day, opens))
            other.add("dtend", _until(day, opens, closes))
            others.append(other)
        elif opens:  # open on a day that is usually closed: nothing repeats that day
            other = _event(entry, service, schedule, f"{number}-{day.isoformat()}")
            other.add("dtstart", _moment(day, opens))
            other.add("dtend", _until(day, opens, closes))
            others.append(other)
        elif day.weekday() in days:
            event.add("exdate", _moment(day, schedule.opens_at))
    for day in map(date.fromisoformat, holidays):
        if (
            day >= first
            and day.weekday() in days
            and day not in yielded
            and day.year <= first.year + 2
        ):
            event.add("exdate", _moment(day, schedule.opens_at))
    yield event
    yield from others


def _exceptions(schedule: Schedule) -> Iterator[tuple[date, str, str]]:
    """Give each day that differs, with its hours; none where it is closed or not settled."""
    for one in schedule.exceptions:
        if one.closed is False and not one.opens_at:
            continue  # as usual
        begin = date.fromisoformat(one.date)
        end = date.fromisoformat(one.until) if one.until else begin
        for ahead in range(min((end - begin).days, _LONGEST) + 1):
            yield begin + timedelta(days=ahead), one.opens_at, one.closes_at


def _event(entry: Entry, service: Service, schedule: Schedule, mark: str) -> Any:
    from icalendar import Event  # noqa: PLC0415  see calendar

    event = Event()
    event.add("uid", f"feltperm:{entry.ref}:{mark}")
    published = date.fromisoformat(entry.header.published[:10])
    event.add(
        "dtstamp", datetime(published.year, published.month, published.day, tzinfo=ZoneInfo("UTC"))
    )
    event.add("summary", pick(service.title)[1])
    said = [
        pick(schedule.description)[1],
        *(phone.display or phone.number for phone in service.phones),
    ]
    event.add("description", "\n".join(filter(None, said)))
    place = schedule.place or ", ".join(
        f"{one.line}, {one.postcode} {one.city}".strip(", ") for one in service.addresses[:1]
    )
    if place:
        event.add("location", place)
    return event


def _at(event: Any, schedule: Schedule, day: date) -> None:
    event.add("dtstart", _moment(day, schedule.opens_at))
    event.add("dtend", _until(day, schedule.opens_at, schedule.closes_at))


def _moment(day: date, clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(_ZONE)) + timedelta(
        hours=hour, minutes=minute
    )


def _until(day: date, opens: str, closes: str) -> datetime:
    """Return when it closes: at or before it opens means the next day."""
    return _moment(day if closes > opens else day + timedelta(days=1), closes)
