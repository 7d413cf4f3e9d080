"""The week of a service as a sheet: fixed places, fixed times, and the days of Easter or Christmas.

It is made of the structured schedules of services and of fixed words, so that it can be had in
every language that has those (SCREENS section 1, J7). A public holiday is not a closing time: what
nobody has settled says «Ikke avklart. Ring før du går.»
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from feltperm.catalogue.dates import long_date, parse_date, short_date
from feltperm.catalogue.freshness import freshness
from feltperm.catalogue.holiday_periods import Period, periods
from feltperm.catalogue.library import Entry
from feltperm.catalogue.records import LANGUAGES, Address, Poster, Service, Text, pick
from feltperm.desk.sheets.days import Days, WeekWords
from feltperm.desk.sheets.print import (
    PAST_TIMES,
    doubts,
    narrow,
    not_in,
    sheet_foot,
    sheet_words,
)
from feltperm.desk.sheets.words import SheetWords
from feltperm.errors import NotFound, PaperFailed
from feltperm.paper.forms import WeekJob
from feltperm.paper.job import Ink, JobLine, Notice, Paper, SiteBox, with_code
from feltperm.wording import say

__all__ = ["next_periods", "week_job", "week_languages"]

#: One row of pictograms, on the six columns of the grid.
MOST_OFFERS = 6
_CHANGED, _CLOSED = "ops.hours_changed", "ops.temp_closed"


def next_periods(holidays: Mapping[str, str], today: date) -> tuple[Period, ...]:
    """Return the Easter and the Christmas that are next, or that it is now."""
    known = periods(holidays, today.year - 1, today.year + 1)
    coming: dict[str, Period] = {}
    for period in known:
        if period.days[-1] >= today:
            coming.setdefault(period.name, period)
    return tuple(sorted(coming.values(), key=lambda period: period.days[0]))


def week_languages(words: SheetWords) -> tuple[str, ...]:
    """Return the languages in which every fixed word of a week is known."""
    needed = WeekWords.of(words.labels(), words.phrases()).needed()
    return tuple(code for code in LANGUAGES if all(text.get(code) for text in needed))


def week_job(
    poster: Entry,
    services: Sequence[Entry],
    words: SheetWords,
    site: SiteBox | None,
    languages: Sequence[str],
    paper: Paper,
    ink: Ink,
    today: date,
    holidays: Mapping[str, str],
    period: str,
) -> WeekJob:
    """Return the job of a week sheet; the arguments are those of a poster's.

    Args:
        services: whose times they are.
        holidays: public holidays by ISO date (``PackHeader.holidays``).
        period: the ISO first day of Easter or Christmas; empty for the plain week.

    Raises:
        NotFound: no service, one without fixed times, or not to be had in a language or period.
        PaperFailed: more languages than a sheet has room for.
    """
    record = poster.record
    if not isinstance(record, Poster):
        raise NotFound(say("Dette er ikke en plakat."), str(poster.ref))
    open_to = [_with_times(entry) for entry in services]
    if not open_to:
        raise NotFound(say("Velg et tilbud med faste tider."))
    chosen = _chosen(languages, words)
    labels, phrases = words.labels(), words.phrases()
    feast = _period(holidays, period) if period else None
    days = Days(open_to, holidays, WeekWords.of(labels, phrases))
    items, where = days.lines(days.of(feast) if feast else days.ordinary(today), chosen)
    if not items:
        raise NotFound(say("Det er ingen faste tider å vise i dag."))
    if feast:
        title, subtitle = phrases[_CHANGED], _span(feast, chosen)
    else:
        title, subtitle = {**labels["opening_hours"], **record.title}, record.subtitle
    sources = tuple(source for service in open_to for source in service.sources)
    end = feast.days[-1] if feast else None
    return with_code(
        WeekJob(
            record=" ".join(str(entry.ref) for entry in (poster, *services)),
            paper=paper,
            ink=ink,
            colour=record.colour,
            languages=chosen,
            title=narrow(title, chosen),
            subtitle=narrow(subtitle, chosen) if subtitle.get(chosen[0]) else {},
            items=items,
            where=where,
            offers=() if feast else _offers(open_to, words, chosen),
            period=period,
            box_heading=narrow(record.box_heading, chosen),
            site=site,
            contact=None if site else _contact(open_to),
            words=sheet_words(labels, chosen),
            notices=tuple(_notices(open_to, end, chosen, today, labels, phrases)),
            foot=sheet_foot(
                sources,
                min(entry.header.published for entry in services),
                end.isoformat() if end else _first_end(open_to),
                today,
            ),
        )
    )


def _with_times(entry: Entry) -> Service:
    service = entry.record
    if not isinstance(service, Service):
        raise NotFound(say("Dette er ikke et tilbud med faste tider."), str(entry.ref))
    if not service.schedules:
        raise NotFound(
            say("«{title}» har ingen faste tider i innholdet.", title=pick(service.title)[1][:80])
        )
    return service


def _chosen(asked: Sequence[str], words: SheetWords) -> tuple[str, ...]:
    """Return the sheet's languages; nobody has reviewed the fixed words, so bokmål stands too."""
    chosen = tuple(dict.fromkeys(asked)) or ("nb",)
    known = week_languages(words)
    for code in chosen:
        if code not in known:
            raise not_in(code)
    if "nb" not in chosen:
        chosen = (*chosen, "nb")
    if len(chosen) > 2:
        raise PaperFailed(say("Arket har plass til to språk, og bokmål må være det ene."))
    return chosen


def _period(holidays: Mapping[str, str], first: str) -> Period:
    day = parse_date(first)
    for one in periods(holidays, day.year, day.year) if day and day.year < date.max.year else ():
        if one.days[0] == day:
            return one
    raise NotFound(say("Fant ikke helligdagene det er spurt etter."), first)


def _span(period: Period, chosen: Sequence[str]) -> Text:
    """«Påske, 21. mars–29. mars 2027»; where its name is not known, its days alone."""
    first, last = period.days[0], period.days[-1]
    made = dict.fromkeys(chosen, f"{short_date(first)}–{short_date(last)}")
    if "nb" in made:
        begin = long_date(first)
        begin = begin.removesuffix(f" {last.year}")
        made["nb"] = f"{period.name}, {begin}–{long_date(last)}"
    return made


def _offers(
    services: Iterable[Service], words: SheetWords, chosen: tuple[str, ...]
) -> tuple[JobLine, ...]:
    known = words.offers()
    ids = dict.fromkeys(name for service in services for name in service.offers if name in known)
    return tuple(
        JobLine(title=narrow(known[name].label, chosen), icon=known[name].pictogram)
        for name in list(ids)[:MOST_OFFERS]
    )


def _contact(services: Sequence[Service]) -> SiteBox | None:
    """Return how to reach the one service the sheet is about."""
    if len(services) > 1:
        return None
    (service,) = services
    place = service.addresses[0] if service.addresses else Address(line="")
    town = f"{place.postcode} {place.city}".strip()
    return SiteBox(
        name=pick(service.title)[1],
        address=", ".join(filter(None, (place.line, town))),
        phone=service.phones[0].display if service.phones else "",
    )


def _first_end(services: Iterable[Service]) -> str:
    """Return the first day on which some of the times are over; empty when none has an end."""
    ends = [schedule.valid_to for service in services for schedule in service.schedules]
    ends += [service.valid_until for service in services]
    return min(filter(None, ends), default="")


def _notices(
    services: Sequence[Service],
    end: date | None,
    chosen: tuple[str, ...],
    today: date,
    labels: Mapping[str, Text],
    phrases: Mapping[str, Text],
) -> Iterable[Notice]:
    if any(service.status in ("historical", "withdrawn") for service in services):
        yield Notice(kind="expired", text={"nb": str(PAST_TIMES)})
    elif any(service.status == "temporarily_closed" for service in services):
        yield Notice(kind="expired", text=narrow(phrases[_CLOSED], chosen))
    elif end and end < today:
        yield Notice(kind="expired", text={"nb": f"Gjelder ikke etter {long_date(end)}."})
    sources = [source for service in services for source in service.sources]
    unsure = any(
        service.needs_check or freshness(service, today) in ("due", "overdue")
        for service in services
    )
    yield from doubts(sources, unsure, False, chosen, labels)
    if any(code != "nb" for code in chosen):
        yield Notice(kind="translation", text=narrow(labels["not_checked"], chosen))
