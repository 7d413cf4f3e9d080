"""The page of one record: everything that is shown with it, and its JSON form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, TypeAlias

import msgspec

from feltperm.binder.corrections import Correction
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.freshness import Freshness, freshness
from feltperm.catalogue.holiday_periods import hours_lines
from feltperm.catalogue.hours import Opening
from feltperm.catalogue.library import Entry, Library, Ref, Row
from feltperm.catalogue.records import (
    LANGUAGES,
    Alert,
    Guidance,
    Poster,
    Record,
    Service,
    Status,
    kind_of,
    pick,
)
from feltperm.desk.alerts import ChangeNow, changed_service
from feltperm.desk.doubt import doubt
from feltperm.desk.open_here import OpenHere
from feltperm.desk.own import is_own
from feltperm.wording import worded

__all__ = [
    "Called", "Page", "complete_languages", "make_page", "opening_json", "page_json", "to_call",
]  # fmt: skip

_STATES = ("open", "closed")
_LISTS = ("runs", "related", "own")


#: Says what an alert makes of a record today, by what the record says itself.
_ChangeOf: TypeAlias = Callable[[Ref, Status], ChangeNow | None]


class Called(NamedTuple):
    """Whom a guidance says to call, and what stands beside the number.

    Attributes:
        change: what an alert says of it today.
        hours: when it answers, a line each; none when that is not stated or has been changed.
    """

    row: Row
    doubt: str
    change: ChangeNow | None = None
    hours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One record with everything its page shows.

    Attributes:
        area: the area in words, empty when the record states none.
        today: the day the page was opened.
        holidays: the public holidays by ISO date.
        languages: those in which nothing of the record's content is missing.
        change: what an alert says of this service today.
        call: whom a guidance says to call, in that order.
        runs: the services of an organisation, by title.
        related: other records to show beside it, as far as the library has them.
        own: records of other packs about this one, to be shown first.
        note: what the user has written beside it, for the screen alone.
        open_here: what is open now where the team works, beside a guidance that may not wait.
        corrections: what somebody here has corrected of it; the record has the new values.
    """

    entry: Entry
    area: str
    today: date
    holidays: Mapping[str, str]
    languages: tuple[str, ...]
    opening: Opening
    freshness: Freshness
    change: ChangeNow | None = None
    call: tuple[Called, ...] = ()
    runs: tuple[Row, ...] = ()
    related: tuple[Row, ...] = ()
    own: tuple[Row, ...] = ()
    note: str = ""
    open_here: OpenHere | None = None
    corrections: tuple[Correction, ...] = ()


def make_page(
    library: Library,
    geography: Geography,
    entry: Entry,
    opening: Opening,
    change_of: _ChangeOf,
    now: datetime,
) -> Page:
    """Gather what belongs to a record.

    Args:
        change_of: says what an alert makes of it, and of those it says to call.

    Raises:
        ContentDamaged: the library cannot be read.
    """
    record = entry.record
    call = record.who_to_call if isinstance(record, Guidance) else ()
    called = (Ref(entry.ref.pack, name) for name in call)
    runs = tuple(library.run_by(entry.ref)) if kind_of(record) == "organisation" else ()
    return Page(
        entry=entry,
        area=geography.label(record.area),
        today=now.date(),
        holidays=library.holidays(),
        languages=complete_languages(record),
        opening=opening,
        freshness=freshness(record, now.date()),
        change=change_of(entry.ref, record.status),
        call=tuple(to_call(library, called, change_of, now.date())),
        runs=runs,
        related=_rows(library, _related(entry, {*call, *(row.ref.id for row in runs)})),
        own=tuple(library.about(entry.ref)),
    )


def complete_languages(record: Record) -> tuple[str, ...]:
    """Return the languages that every wording of a record's content has.

    Remarks about the record itself (for whom, where from) do not count.
    """
    texts = [record.title, record.summary, record.body]
    if isinstance(record, Guidance):
        talk = record.conversation
        texts += [sign for urgency in record.urgency for sign in urgency.signs]
        texts += [text for step in record.steps for text in (step.title, step.detail)]
        texts += [*talk.say, *talk.needs_consent, *talk.ask, *record.facts]
    if isinstance(record, Poster):
        texts += [text for step in record.items for text in (step.title, step.detail)]
    if isinstance(record, Alert):
        texts += [record.appearance, record.seen, *record.danger_signs]
        texts += [*record.for_clients, *record.for_staff]
    stated = [text for text in texts if text]
    return tuple(code for code in LANGUAGES if all(text.get(code) for text in stated))


def page_json(page: Page, language: str = "nb") -> dict[str, Any]:
    """Return the JSON form of a page: the record as in its pack, and what is known about it.

    ``title`` is in ``language`` where the record has one.
    """
    ref, record, header = page.entry
    return {
        "id": ref.id,
        "pack": ref.pack,
        "own_record": is_own(ref),
        "kind": kind_of(record),
        "title": pick(record.title, language)[1],
        "area": page.area,
        "open": opening_json(page.opening),
        "freshness": page.freshness,
        "status": page.change.status if page.change else record.status,
        "changed_by": str(page.change.alert) if page.change else None,
        "publisher": header.publisher,
        "published": header.published,
        "call": [_row_json(called.row) for called in page.call],
        **{name: [_row_json(row) for row in getattr(page, name)] for name in _LISTS},
        "record": msgspec.to_builtins(record),
    }


def opening_json(state: Opening) -> dict[str, Any]:
    """One of open, closed and not_stated; a holiday is not stated, and says that it is one."""
    made: dict[str, Any] = {"state": state.state if state.state in _STATES else "not_stated"}
    if state.state == "holiday":
        made["holiday"] = True
    if state.until:
        made["until"] = state.until.isoformat(timespec="minutes")
    if state.opens:
        made["opens"] = state.opens.isoformat(timespec="minutes")
    return made


def _row_json(row: Row) -> dict[str, str]:
    return {"id": row.ref.id, "pack": row.ref.pack, "kind": row.kind, "title": row.title}


def to_call(
    library: Library, refs: Iterable[Ref], change_of: _ChangeOf, today: date
) -> Iterator[Called]:
    """Give those of the records that the library has, with what stands beside their numbers."""
    for ref in refs:
        row, entry = library.row(ref), library.get(ref)
        if row and entry:
            unsure = doubt(entry.record, freshness(entry.record, today))
            change = change_of(ref, row.status)
            hours = () if change else tuple(_hours(entry.record, library.holidays(), today))
            yield Called(row, unsure, change, hours)


def _hours(record: Record, holidays: Mapping[str, str], today: date) -> Iterator[str]:
    if isinstance(record, Service):
        yield from hours_lines(record.schedules, holidays, today)
        yield from filter(None, [worded(record.hours)])


def _rows(library: Library, refs: Iterable[Ref]) -> tuple[Row, ...]:
    return tuple(row for ref in refs if (row := library.row(ref)))


def _related(entry: Entry, named: set[str]) -> Iterator[Ref]:
    """Give what to show beside a record, leaving out what its page names elsewhere."""
    record = entry.record
    pack, slash, name = record.about.partition("/")
    if slash:
        yield Ref(pack, name)
    if isinstance(record, Alert):
        yield from dict.fromkeys(changed_service(entry.ref, change) for change in record.changes)
    ids = list(record.related)
    if isinstance(record, Service) and record.organisation:
        ids.append(record.organisation)
    if isinstance(record, Poster) and record.steps_from:
        ids.append(record.steps_from)
    yield from (Ref(entry.ref.pack, name) for name in dict.fromkeys(ids) if name not in named)
