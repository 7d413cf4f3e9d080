"""Find and read: search with opening hours and freshness, and the page of one record.

The rules live in the rooms; here they meet the clock and the public holidays. The JSON forms are
those of DESIGN section 10 and stay stable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from time import perf_counter
from typing import Any

import msgspec

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.freshness import Freshness, freshness
from feltperm.catalogue.hours import NOT_STATED, Opening, opening
from feltperm.catalogue.library import Entry, Library, Ref, Row
from feltperm.catalogue.records import Kind, Poster, Record, Service, kind_of, pick
from feltperm.errors import NotFound
from feltperm.search import Hint, Hit, Interrupted, Request, Searcher, nearest

__all__ = [
    "Clock",
    "Finder",
    "FoundHit",
    "Hint",
    "Hit",
    "Interrupted",
    "Listed",
    "ListedRow",
    "Page",
    "Request",
    "Results",
    "page_json",
    "results_json",
]

#: Gives the local time, without a zone.
Clock = Callable[[], datetime]

_STATES = ("open", "closed")


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A hit with what the clock says about it."""

    hit: Hit
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


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list with what the clock says about it."""

    row: Row
    record: Record
    opening: Opening
    freshness: Freshness


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list, and how many rows the whole list has."""

    rows: tuple[ListedRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Page:
    """One record with everything its page shows.

    Attributes:
        area: the area in words, empty when the record states none.
        related: records to show beside it, as far as the library has them.
        own: the user's own records about this one, to be shown first.
    """

    entry: Entry
    area: str
    opening: Opening
    freshness: Freshness
    related: tuple[Row, ...]
    own: tuple[Row, ...]


class Finder:
    """Searches and opens records of one library, from the thread that opened it."""

    def __init__(
        self, library: Library, searcher: Searcher, geography: Geography, clock: Clock
    ) -> None:
        self._library = library
        self._searcher = searcher
        self._geography = geography
        self._clock = clock
        self._holidays = library.holidays()

    def interrupt(self) -> None:
        """Stop the running search, from any thread; it raises :class:`Interrupted`."""
        self._searcher.interrupt()

    def search(self, request: Request) -> Results:
        """Answer a request; opening hours are those of ``request.open_at`` or else of now.

        Raises:
            Interrupted: stopped from another thread.
            ContentDamaged: the library cannot be read.
        """
        began = perf_counter()
        when = request.open_at or self._clock()
        found = self._searcher.search(request, partial(self._is_open, when))
        hits = tuple(
            FoundHit(hit, self._opening(hit.record, when), freshness(hit.record, when.date()))
            for hit in found.hits
        )
        took_ms = round((perf_counter() - began) * 1000, 1)
        return Results(found.query, took_ms, found.total, found.hint, found.facets, hits)

    def browse(
        self,
        kinds: Sequence[Kind] = (),
        municipality: str = "",
        limit: int = 50,
        offset: int = 0,
    ) -> Listed:
        """Return a page of the list of all records, for when nothing is typed.

        Raises:
            ContentDamaged: the library cannot be read.
        """
        now = self._clock()
        rows = self._library.entries(kinds, municipality, limit, offset)
        entries = self._library.get_many([row.ref for row in rows])
        return Listed(
            rows=tuple(
                ListedRow(
                    row,
                    entry.record,
                    self._opening(entry.record, now),
                    freshness(entry.record, now.date()),
                )
                for row, entry in zip(rows, entries, strict=True)
            ),
            total=self._library.count(kinds, municipality),
        )

    def show(self, wanted: Ref | str) -> Page:
        """Open a record by reference, by ``pack/id``, or by its bare id.

        Raises:
            NotFound: there is none; the sentence names the nearest ids.
        """
        entry = self._entry(wanted)
        now = self._clock()
        return Page(
            entry=entry,
            area=self._geography.label(entry.record.area),
            opening=self._opening(entry.record, now),
            freshness=freshness(entry.record, now.date()),
            related=tuple(self._related(entry)),
            own=tuple(self._library.about(entry.ref)),
        )

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

    def _related(self, entry: Entry) -> Iterable[Row]:
        record = entry.record
        ids = list(record.related)
        if isinstance(record, Service) and record.organisation:
            ids.append(record.organisation)
        if isinstance(record, Poster) and record.steps_from:
            ids.append(record.steps_from)
        refs = [Ref(entry.ref.pack, one) for one in dict.fromkeys(ids)]
        if record.about:
            refs.insert(0, Ref.parse(record.about))
        return [row for ref in refs if (row := self._library.row(ref))]

    def _opening(self, record: Record, when: datetime) -> Opening:
        if not isinstance(record, Service) or record.status != "current":
            return NOT_STATED
        return opening(record.schedules, when, self._holidays)

    def _is_open(self, when: datetime, service: Service) -> bool | None:
        if service.status == "temporarily_closed":
            return False
        state = self._opening(service, when).state
        return {"open": True, "closed": False}.get(state)


def results_json(results: Results) -> dict[str, Any]:
    """Return the JSON form of an answer (DESIGN section 10)."""
    hint = results.hint
    return {
        "query": results.query,
        "took_ms": results.took_ms,
        "total": results.total,
        "hint": {"kind": hint.kind, "from": hint.source, "to": list(hint.words)} if hint else None,
        "facets": results.facets,
        "hits": [_hit_json(found) for found in results.hits],
    }


def page_json(page: Page, language: str = "nb") -> dict[str, Any]:
    """Return the JSON form of a page: the record as in its pack, and what is known about it.

    ``title`` is in ``language`` where the record has one.
    """
    ref, record, header = page.entry
    return {
        "id": ref.id,
        "pack": ref.pack,
        "kind": kind_of(record),
        "title": pick(record.title, language)[1],
        "area": page.area,
        "open": _opening_json(page.opening),
        "freshness": page.freshness,
        "status": record.status,
        "publisher": header.publisher,
        "published": header.published,
        "related": [_row_json(row) for row in page.related],
        "own": [_row_json(row) for row in page.own],
        "record": msgspec.to_builtins(record),
    }


def _hit_json(found: FoundHit) -> dict[str, Any]:
    hit = found.hit
    return {
        "id": hit.ref.id,
        "pack": hit.ref.pack,
        "kind": hit.kind,
        "title": hit.title,
        "score": hit.score,
        "reason": {
            "kind": hit.reason.kind,
            "from": hit.reason.source,
            "to": hit.reason.found,
        },
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
        "title_marks": [list(mark) for mark in hit.title_marks],
        "area": hit.area,
        "open": _opening_json(found.opening),
        "freshness": found.freshness,
        "status": hit.status,
        "group": hit.group,
    }


def _opening_json(state: Opening) -> dict[str, Any]:
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


def _not_found(text: str, near: list[str]) -> str:
    shown = text if len(text) <= 60 else text[:60] + "…"
    sentence = f"Fant ikke «{shown}»."
    return f"{sentence} Mente du {' eller '.join(near)}?" if near else sentence
