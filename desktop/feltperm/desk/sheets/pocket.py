"""«Lommeark for vakta»: the services of a list, folded for the pocket (SCREENS section 2.8)."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from feltperm.catalogue.dates import WEEKDAYS, long_date
from feltperm.catalogue.freshness import freshness
from feltperm.catalogue.hours import OpeningState, opening
from feltperm.catalogue.library import Entry
from feltperm.catalogue.records import Schedule, Service, pick
from feltperm.desk.doubt import doubt
from feltperm.desk.sheets.client import Handout, plain, services
from feltperm.desk.sheets.print import sheet_foot
from feltperm.desk.text import address_line
from feltperm.errors import NotFound
from feltperm.paper.job import Ink, with_code
from feltperm.paper.pocket_job import PocketJob, PocketNumber, PocketPlace
from feltperm.wording import say

__all__ = ["MOST", "pocket_job", "tonight"]

#: More than the booklet has room for, however short they are.
MOST = 60
#: What stands on the front (SCREENS section 2.8).
_NUMBERS = (
    PocketNumber(number="113", whose="Medisinsk nødhjelp"),
    PocketNumber(number="116 117", whose="Legevakt"),
)
#: When the evening begins, and when it is over on the day after.
_EVENING, _MORNING = time(17), time(6)


def pocket_job(entries: Sequence[Entry], handout: Handout, day: date, *, ink: Ink) -> PocketJob:
    """Return the job of a pocket sheet for the evening of ``day``.

    Raises:
        NotFound: none, too many, or something that is no service.
    """
    found = services(entries)
    if len(found) > MOST:
        raise NotFound(say("Lommearket har ikke plass til så mange. Ta bort noen."))
    sources = [source for _, one in found for source in one.sources]
    published = min(entry.header.published for entry, _ in found)
    holds = f"Gjelder {WEEKDAYS[day.weekday()]} {long_date(day)}"
    return with_code(
        PocketJob(
            record=" ".join(str(entry.ref) for entry, _ in found),
            paper="a4",
            ink=ink,
            colour="teal",
            languages=("nb",),
            title={"nb": "Lommeark for vakta"},
            subtitle={},
            items=tuple(_place(entry, one, handout, day) for entry, one in found),
            box_heading={},
            site=handout.site,
            words={},
            notices=(),
            foot=sheet_foot(sources, published, day.isoformat(), handout.today),
            day=day.isoformat(),
            holds=holds,
            numbers=_NUMBERS,
        )
    )


def _place(entry: Entry, service: Service, handout: Handout, day: date) -> PocketPlace:
    phone = service.phones[0] if service.phones else None
    change = handout.change_of(entry.ref, service.status)
    status = change.status if change else service.status
    return PocketPlace(
        title={"nb": plain(pick(service.title)[1])},
        phone=plain(phone.display or phone.number) if phone else "",
        address=plain(address_line(service.addresses[0])) if service.addresses else "",
        tonight=_CHANGED.get(status) or _evening(service, handout, day),
        doubt=doubt(service, freshness(service, handout.today)),
    )


#: What is said in place of the hours of a service that does not run as usual.
_CHANGED = {
    "temporarily_closed": "Midlertidig stengt",
    "changed_operation": "Endret drift. Ring først.",
    "historical": "Historisk. Finnes kanskje ikke lenger.",
    "withdrawn": "Historisk. Finnes kanskje ikke lenger.",
}


def _evening(service: Service, handout: Handout, day: date) -> str:
    said = tonight(service.schedules, day, handout.holidays)
    in_words = plain(pick(service.hours)[1])
    # hours that nobody has structured are better than none, and are the source's own words
    return in_words[:80] if in_words and not service.schedules else said


def tonight(schedules: Sequence[Schedule], day: date, holidays: Container[str] = ()) -> str:
    """Return whether something is open on the evening of a day, in words."""
    groups: dict[str, list[Schedule]] = {}
    for one in schedules:
        extra = ", ".join(filter(None, (pick(one.description)[1], one.place)))
        groups.setdefault(extra, []).append(one)
    said, states = [], {"not_stated"} if not groups else set()
    for extra, group in groups.items():
        state, spans = _open_in(group, day, holidays)
        states.add(state)
        if spans:
            said.append(f"åpent {' og '.join(spans)}" + (f" ({plain(extra)})" if extra else ""))
    if said:
        text = "; ".join(said)
        return text[0].upper() + text[1:]
    return next(words for state, words in _NOT_OPEN.items() if state in states)


#: What is said where nothing is known to be open, the most doubtful first.
_NOT_OPEN: Mapping[OpeningState, str] = {
    "holiday": "Helligdag. Ring før du går.",
    "not_stated": "Kveldstid ikke oppgitt",
    "closed": "Stengt i kveld",
}


def _open_in(
    schedules: Sequence[Schedule], day: date, holidays: Container[str]
) -> tuple[OpeningState, list[str]]:
    """Return the state at the beginning of the evening, and when it is open until the morning."""
    begins = datetime.combine(day, _EVENING)
    ends = datetime.combine(day + timedelta(1), _MORNING)
    first = now = opening(schedules, begins, holidays)
    spans = []
    if now.state == "open":
        if now.until is None:
            return first.state, ["døgnet rundt"]
        if now.until >= ends:
            return first.state, ["hele natten"]
        spans.append(f"til kl. {_clock(now.until)}")
        now = opening(schedules, now.until, holidays)
    while now.opens is not None and now.opens < ends:
        inside = opening(schedules, now.opens, holidays)
        if inside.until is None or inside.until >= ends:
            return first.state, [*spans, f"fra kl. {_clock(now.opens)}"]
        spans.append(f"kl. {_clock(now.opens)}–{_clock(inside.until)}")
        now = opening(schedules, inside.until, holidays)
    return first.state, spans


def _clock(moment: datetime) -> str:
    hour = moment.hour or 24
    return f"{hour}.{moment:%M}" if moment.minute else str(hour)
