"""Find and open: search with opening hours and freshness, lists, and one record.

The rules live in the rooms; here they meet the clock and the public holidays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from time import perf_counter

from feltperm.catalogue.areas import Geography, told_label
from feltperm.catalogue.freshness import Freshness, freshness
from feltperm.catalogue.hours import NOT_STATED, Opening, opening
from feltperm.catalogue.library import Entry, Library, Ref, Row
from feltperm.catalogue.records import Kind, Record, Service, Status
from feltperm.desk.alerts import Alerts, ChangeNow
from feltperm.desk.open_here import OpenHere, sort_open
from feltperm.desk.page import Called, Page, make_page, to_call
from feltperm.errors import NotFound
from feltperm.search import (
    Fit,
    Hint,
    Hit,
    Interrupted,
    IsOpen,
    Notes,
    Request,
    Searcher,
    Section,
    nearest,
)
from feltperm.wording import either, joined, say

__all__ = [
    "OWN_NOTE",
    "Clock",
    "Finder",
    "FoundHit",
    "Hint",
    "Hit",
    "Interrupted",
    "Listed",
    "ListedRow",
    "Request",
    "Results",
]

#: Why a hit is shown that the user's own note has found.
OWN_NOTE = say("Eget notat")
#: More services than any pack holds; they are read in one go.
_ALL = 100_000
#: More than one municipality has of its own.
_HERE = 200
#: Whom to ring first, in whatever need.
_AMBULANCE = "svc-113"

#: Gives the local time, without a zone.
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A hit with what the clock and the alerts in force say about it."""

    hit: Hit
    status: Status
    opening: Opening
    freshness: Freshness


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a request: that of :class:`feltperm.search.Results`, with the clock's part.

    Attributes:
        took_ms: from question to answer, in milliseconds.
    """

    query: str
    took_ms: float
    total: int
    hint: Hint | None
    facets: dict[str, dict[str, int]]
    hits: tuple[FoundHit, ...]
    sections: dict[Section, int]
    fit: Fit | None
    local: bool


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list with what the clock and the alerts in force say about it."""

    row: Row
    record: Record
    status: Status
    opening: Opening
    freshness: Freshness


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list, and how many rows the whole list has."""

    rows: tuple[ListedRow, ...]
    total: int


class Finder:
    """Searches and opens records of one library, from the thread that opened it."""

    def __init__(
        self,
        library: Library,
        searcher: Searcher,
        geography: Geography,
        clock: Clock,
    ) -> None:
        self._library = library
        self._searcher = searcher
        self._geography = geography
        self._clock = clock
        #: How far away the neighbours of a municipality lie that are listed after it.
        self.near_km = 0
        self._neighbours: tuple[object, tuple[str, ...]] = (None, ())
        self._holidays = library.holidays()
        self._alerts = Alerts(library)
        self._asked: tuple[datetime, IsOpen] | None = None

    def interrupt(self) -> None:
        """Stop the running search, from any thread; it raises :class:`Interrupted`."""
        self._searcher.interrupt()

    def use_notes(self, notes: Notes) -> None:
        """Find these notes of the user's from now on."""
        self._searcher.notes = notes

    def search(self, request: Request) -> Results:
        """Answer a request; opening hours are those of ``request.open_at`` or else of now.

        Raises:
            Interrupted: stopped from another thread.
            ContentDamaged: the library cannot be read.
        """
        began = perf_counter()
        when = request.open_at or self._clock()
        self._alerts.read()
        found = self._searcher.search(request, self._is_open_at(when))
        hits = tuple(
            FoundHit(
                hit,
                self._status(hit.ref, hit.record, when),
                self._opening(hit.ref, hit.record, when),
                freshness(hit.record, when.date()),
            )
            for hit in map(self._amended, found.hits)
        )
        took_ms = round((perf_counter() - began) * 1000, 1)
        return Results(
            found.query,
            took_ms,
            found.total,
            found.hint,
            found.facets,
            hits,
            found.sections,
            found.fit,
            found.local,
        )

    def counts(self, request: Request, hours: bool = True) -> dict[str, dict[str, int]]:
        """Count every facet of what a request finds, or of everything when it has no words.

        Args:
            hours: count what is open too, which takes a large library a moment.

        Raises:
            Interrupted: stopped from another thread.
            ContentDamaged: the library cannot be read.
        """
        when = request.open_at or self._clock()
        asked = hours or request.open_at is not None
        return self._searcher.count(request, self._is_open_at(when) if asked else None)

    def neighbours(self, municipality: str) -> tuple[str, ...]:
        """Return the numbers of the municipalities that are to be listed after this one."""
        asked = (municipality, self.near_km)
        if self._neighbours[0] != asked:
            near = self._geography.within(*asked)
            self._neighbours = asked, tuple(one.number for one in near)
        return self._neighbours[1]

    def has_local(self, municipality: str) -> bool:
        """Whether some service or organisation is of a municipality's own; none is everywhere.

        Raises:
            ContentDamaged: the library cannot be read.
        """
        return self._searcher.has_local(municipality, self.neighbours(municipality))

    def browse(
        self,
        kinds: Sequence[Kind] = (),
        municipality: str = "",
        limit: int = 50,
        offset: int = 0,
        neighbours: Sequence[str] = (),
    ) -> Listed:
        """Return a page of the list of all records, for when nothing is typed.

        Args:
            neighbours: what is of these municipalities is listed too, last.

        Raises:
            ContentDamaged: the library cannot be read.
        """
        now = self._clock()
        rows = self._library.entries(kinds, municipality, limit, offset, neighbours)
        entries = self._library.get_many([row.ref for row in rows])
        return Listed(
            rows=tuple(
                ListedRow(
                    row,
                    entry.record,
                    self._status(entry.ref, entry.record, now),
                    self._opening(entry.ref, entry.record, now),
                    freshness(entry.record, now.date()),
                )
                for row, entry in zip(rows, entries, strict=True)
            ),
            total=self._library.count(kinds, municipality, neighbours),
        )

    def services(self) -> dict[str, str]:
        """Return ``pack/id`` of all services by how a person chooses one: its name and place."""
        rows = self._library.entries("service", limit=_ALL)
        return {
            joined("", (row.title, " (", told_label(row.area), ")")) if row.area else row.title: (
                str(row.ref)
            )
            for row in rows
        }

    def title(self, ref: Ref, seen: str) -> str:
        """Return the title of a record with its other languages, where it is still called so.

        Args:
            seen: its title as it was kept, which may be of another day.
        """
        row = self._library.row(ref)
        return row.title if row and row.title == seen else seen

    def show(self, wanted: Ref | str) -> Page:
        """Open a record by reference, by ``pack/id``, or by its bare id.

        Raises:
            NotFound: there is none; the sentence names the nearest ids.
        """
        entry = self._entry(wanted)
        now = self._clock()
        opening = self._opening(entry.ref, entry.record, now)
        page = make_page(self._library, self._geography, entry, opening, self.change, now)
        return replace(page, note=self._searcher.notes.text(entry.ref))

    def open_here(self, number: str) -> OpenHere | None:
        """Say which of a municipality's own services are open now; None for an unknown number.

        Raises:
            Interrupted, ContentDamaged: as :meth:`search`.
        """
        place = self._geography.get(number)
        if place is None:
            return None
        now = self._clock()
        asked = Request("", kinds=("service",), municipality=number, open_at=now, limit=_HERE)
        return sort_open(place.label, self.search(asked).hits)

    def helplines(self) -> tuple[Called, ...]:
        """Return who answers in the whole country, for when nothing was found; 113 first.

        Raises:
            ContentDamaged: the library cannot be read.
        """
        refs = sorted(self._library.helplines(), key=lambda ref: ref.id != _AMBULANCE)
        return tuple(to_call(self._library, refs, self.change, self._clock().date()))

    def change(self, ref: Ref, own: Status) -> ChangeNow | None:
        """Return what an alert says of a service today, when its record says ``own``."""
        return self._alerts.change(ref, own, self._clock().date())

    def municipality(self, name: str) -> str:
        """Return the number of a municipality by number or name; an empty name is no filter.

        Raises:
            NotFound: there is none; the sentence names the nearest.
        """
        if not name.strip():
            return ""
        if found := self._geography.named(name):
            return found.number
        near = [one.label for one in self._geography.find(name, 3)]
        raise NotFound(_not_found(name, near))

    def _amended(self, hit: Hit) -> Hit:
        record = self._library.as_amended(hit.ref, hit.record)
        return hit if record is hit.record else replace(hit, record=record)

    def _entry(self, wanted: Ref | str) -> Entry:
        text = str(wanted).strip()[:200].encode("utf-8", "replace").decode("utf-8")
        if "/" in text:
            entry = self._library.get(Ref.parse(text)) or self._library.get(Ref.parse(text.lower()))
        else:
            entry = self._library.find(text) or self._library.find(text.lower())
        if entry is None:
            raise NotFound(
                _not_found(text, nearest(text.lower().rpartition("/")[2], self._library.ids()))
            )
        return entry

    def _status(self, ref: Ref, record: Record, when: datetime) -> Status:
        """Return the record's own state, or what an alert makes of it that day."""
        change = self._alerts.change(ref, record.status, when.date())
        return change.status if change else record.status

    def _opening(self, ref: Ref, record: Record, when: datetime) -> Opening:
        if not isinstance(record, Service):
            return NOT_STATED
        status = self._status(ref, record, when)
        if status == "temporarily_closed":
            return Opening("closed")
        if status != "current":
            return NOT_STATED
        return opening(record.schedules, when, self._holidays)

    def _is_open_at(self, when: datetime) -> IsOpen:
        """Return the question whether a service is open; the same one within a minute.

        The search remembers its answers while a person types on.
        """
        minute = when.replace(second=0, microsecond=0)
        if self._asked is None or self._asked[0] != minute:
            self._asked = minute, partial(self._is_open, minute)
        return self._asked[1]

    def _is_open(self, when: datetime, ref: Ref, service: Service) -> bool | None:
        state = self._opening(ref, service, when).state
        return {"open": True, "closed": False}.get(state)


def _not_found(text: str, near: list[str]) -> str:
    shown = text if len(text) <= 60 else text[:60] + "…"
    if near:
        return say("Fant ikke «{what}». Mente du {near}?", what=shown, near=either(near))
    return say("Fant ikke «{what}».", what=shown)
