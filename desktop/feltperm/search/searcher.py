"""Answer a request from an open library (DESIGN section 5)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from threading import Event, Lock
from typing import NamedTuple

import msgspec

from feltperm.catalogue import schema
from feltperm.catalogue.areas import Level
from feltperm.catalogue.library import Library, Ref
from feltperm.catalogue.records import Service, kind_of
from feltperm.search.arrange import Facts, Split, answers, best, kind_counts, load_facts, nearness
from feltperm.search.explain import Explainer
from feltperm.search.plan import Plan, Planner
from feltperm.search.ranking import Found, Weights, common_above, find
from feltperm.search.reading import Reader
from feltperm.search.synonyms import Synonyms
from feltperm.search.text import Analyser
from feltperm.search.values import Group, Hint, Hit, Interrupted, Reason, Request, Results
from feltperm.search.vocabulary import Vocabulary

__all__ = ["IsOpen", "Searcher"]

#: Says whether a service is open: yes, no, or not stated.
IsOpen = Callable[[Ref, Service], bool | None]


class _Order(NamedTuple):
    """What was found, filtered and in order, before any record is read.

    Attributes:
        rows: everything that fits or does not state it.
        splits: what comes first.
        not_stated: rows that do not state what was filtered by.
        levels: how near each row is; empty when no municipality is chosen.
    """

    rows: set[int]
    splits: list[Split]
    not_stated: set[int]
    levels: Mapping[int, Level]


#: What flipped bits in a library end in: text that is none, numbers for words, rows that lead
#: nowhere. The library is then built anew; where a new one raises the same again, the window takes
#: the cause for a bug (:class:`feltperm.ui.background.Lane`).
_FLIPPED = (msgspec.MsgspecError, UnicodeDecodeError, LookupError, TypeError, AttributeError)


class Searcher:
    """Searches one library, from the thread that opened it.

    Args:
        library: kept open by the caller for as long as this is used.
        synonyms: the curated words.
        analyser: shared with others of the same thread to remember words together.
    """

    def __init__(
        self,
        library: Library,
        synonyms: Synonyms,
        analyser: Analyser | None = None,
        weights: Weights | None = None,
    ) -> None:
        self._library = library
        self._connection = library.connection
        self._analyser = analyser or Analyser()
        self._weights = weights or Weights()
        self._vocabulary = Vocabulary(self._connection, synonyms)
        self._planner = Planner(self._vocabulary, synonyms, self._analyser)
        self._reader = Reader(self._connection, self._analyser)
        self._facts: Facts | None = None
        self._near: tuple[str, Mapping[int, Level], list[Split]] = ("", {}, [])
        self._stop = Event()
        self._guard = Lock()
        self._running = False

    def interrupt(self) -> None:
        """Stop the running search, from any thread; it raises :class:`Interrupted`.

        Whatever else reads the library at that moment is left alone.
        """
        with self._guard:
            if self._running:
                self._stop.set()
                self._connection.interrupt()

    def warm(self) -> None:
        """Load what the first keystroke would otherwise wait for."""
        self.search(Request("warm æøå", typing=True, limit=1))

    def search(self, request: Request, is_open: IsOpen | None = None) -> Results:
        """Answer a request.

        Args:
            is_open: answers the filter ``request.open_at``; without it that filter is not used.

        Raises:
            Interrupted: :meth:`interrupt` was called meanwhile.
            ContentDamaged: the library cannot be read; it can be built again.
        """
        with self._reading():
            facts = self._facts = self._facts or load_facts(self._connection)
            records = len(facts.kinds)
            common = partial(common_above, records)
            plan = self._planner.plan(request.text, request.typing, common)
            self._check()
            found = find(self._connection, plan, records, self._weights)
            self._check()
            order, facets = self._order(request, facts, found, is_open)
            self._check()
            page = self._page(request, facts, found, order)
            hits = tuple(self._hits(plan, found, page, order))
            hint = self._hint(plan, bool(order.rows), exact=bool(found.exact))
            return Results(plan.text, hits, max(len(order.rows), len(hits)), hint, facets)

    def _order(
        self, request: Request, facts: Facts, found: Found, is_open: IsOpen | None
    ) -> tuple[_Order, dict[str, dict[str, int]]]:
        """Filter what was found, count the answers, and say what comes first."""
        rows = set(found.scores)
        facets = {"kind": kind_counts(rows, facts)}
        if request.kinds:
            rows &= facts.of_kinds(request.kinds)
        not_stated: set[int] = set()
        for name, answer in self._filters(request, facts, is_open):
            three = answers(rows, facts, answer)
            facets[name] = three.counts()
            rows = three.yes | three.not_stated
            not_stated |= three.not_stated
        levels, nearest = self._nearness(request.municipality, facts)
        splits = [
            Split(not_stated, first=False),
            Split(found.exact),
            *(Split(past, first=False) for past in reversed(facts.past)),
            # Two records of one name: the page before the sheet made from it.
            Split(found.exact & facts.of_kinds(["poster"]), first=False),
            *([Split(found.together)] if found.together is not None else []),
            *nearest,
        ]
        return _Order(rows, splits, not_stated & rows, levels), facets

    def _filters(
        self, request: Request, facts: Facts, is_open: IsOpen | None
    ) -> Iterator[tuple[str, Callable[[int], bool | None]]]:
        """Give the three-valued filters that are on, each a question about a service's row."""
        if request.no_referral:
            needs_none, needs_one = facts.referral[False], facts.referral[True]
            yield "no_referral", lambda row: row in needs_none or (None, False)[row in needs_one]
        if request.open_at and is_open:

            def open_then(row: int) -> bool | None:
                if row not in facts.scheduled:
                    return None
                read = self._reader.read(row)
                record = read.record
                return is_open(read.ref, record) if isinstance(record, Service) else None

            yield "open_at", open_then

    def _page(self, request: Request, facts: Facts, found: Found, order: _Order) -> list[int]:
        """Return the best, each of the user's own records before the one it speaks about."""
        rows, splits = order.rows, order.splits
        if not facts.own:
            page = best(rows, splits, found.scores, request.limit)
            return _safe(_current_first(page, facts), facts)
        filtered = request.no_referral or request.open_at or request.kinds
        ordered: dict[int, None] = {}
        # Twice the limit, because a record may draw the one it belongs with up the list.
        for row in best(rows, splits, found.scores, 2 * request.limit):
            own = facts.own.get(row, ())
            ordered.update((one, None) for one in own if one in rows or not filtered)
            ordered[row] = None
        page = list(ordered)[: request.limit]
        return _safe(_current_first(page, facts), facts)

    def _hits(self, plan: Plan, found: Found, page: Iterable[int], order: _Order) -> Iterator[Hit]:
        explainer = Explainer(plan, self._analyser)
        for row in page:
            self._check()
            read = self._reader.read(row)
            explanation = explainer.explain(read, _outside(plan, found, row))
            yield Hit(
                ref=read.ref,
                kind=kind_of(read.record),
                title=read.title.text,
                score=round(found.scores.get(row, 0.0), 3),
                reason=explanation.reason,
                snippet=explanation.snippet,
                marks=explanation.marks,
                title_marks=explanation.title_marks,
                area=read.area,
                status=read.record.status,
                group=_group(row, found, order),
                nearness=order.levels.get(row),
                record=read.record,
            )

    def _hint(self, plan: Plan, anything: bool, exact: bool) -> Hint | None:
        """Say what was searched for instead, or suggest something when nothing was found."""
        for group in () if exact else plan.groups:
            if anything and group.near:
                words = tuple(dict.fromkeys(map(self._vocabulary.shown, group.near)))
                return Hint("also", group.token.word, words)
            if not anything and not group.known:
                words = tuple(dict.fromkeys(self._vocabulary.suggestions(group.token.surface)))
                if words:
                    return Hint("did_you_mean", group.token.word, words)
        return None

    def _nearness(self, municipality: str, facts: Facts) -> tuple[Mapping[int, Level], list[Split]]:
        """Return how near rows are to the municipality; remembered for the one in use."""
        if not municipality:
            return {}, []
        if self._near[0] != municipality:
            self._near = municipality, *nearness(self._connection, facts, municipality)
        return self._near[1], self._near[2]

    def _check(self) -> None:
        if self._stop.is_set():
            raise Interrupted

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._guard:
            self._stop.clear()
            self._running = True
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            self._check()
            raise schema.condition(error, self._library.path) from error
        except _FLIPPED as error:
            raise schema.damaged(self._library.path, repr(error)) from error
        finally:
            with self._guard:
                self._running = False


def _current_first(page: list[int], facts: Facts) -> list[int]:
    """Move a current record to the top: what is over never comes first (SCREENS, J10)."""
    over = facts.past[0] | facts.past[1]
    current = next((row for row in page if row not in over), None)
    if current is None or page[0] == current:
        return page
    return [current, *(row for row in page if row != current)]


def _safe(page: list[int], facts: Facts) -> list[int]:
    """Move what other packs say behind an emergency number or a critical guidance.

    Only where that would be first without them: then it is what is meant.
    """
    first = next((place for place, row in enumerate(page) if row not in facts.others), 0)
    if not first or page[first] not in facts.protected:
        return page
    return [page[first], *page[:first], *page[first + 1 :]]


def _group(row: int, found: Found, order: _Order) -> Group:
    if row in order.not_stated:
        return "not_stated"
    near = not order.levels or row in order.levels or row in found.exact
    return "match" if near else "elsewhere"


def _outside(plan: Plan, found: Found, row: int) -> Reason | None:
    """Return the reason that lies outside the record's text: its number or its area."""
    if digits := found.numbers.get(row):
        return Reason("word", plan.text, digits)
    if place := found.places.get(row):
        number, name = place
        group = plan.groups[number]
        return Reason("near" if group.near else "word", group.token.word, name)
    return None
