"""Answer a request from an open library (DESIGN section 5)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from threading import Event, Lock
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from feltperm.catalogue import schema
from feltperm.catalogue.areas import Level
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import kind_of
from feltperm.search.acute import is_acute, load_helplines, with_helplines
from feltperm.search.arrange import Facts, Split, load_facts, nearness
from feltperm.search.explain import Explainer
from feltperm.search.facets import Facets, Named, Sieve
from feltperm.search.notes import Notes
from feltperm.search.openings import IsOpen, Openings
from feltperm.search.order import Order, Page
from feltperm.search.plan import Plan, Ways
from feltperm.search.planner import Planner
from feltperm.search.ranking import Found, Weights, common_above, find
from feltperm.search.reading import Reader
from feltperm.search.synonyms import Synonyms
from feltperm.search.text import Analyser
from feltperm.search.values import Hint, Hit, Interrupted, Reason, Request, Results
from feltperm.search.vocabulary import Vocabulary

__all__ = ["IsOpen", "Searcher"]


class _Near(NamedTuple):
    """How near rows are to a municipality.

    Attributes:
        neighbours: those whose rows count as near too.
        local: whether some service or organisation is of its own.
    """

    municipality: str = ""
    neighbours: tuple[str, ...] = ()
    levels: Mapping[int, Level] = MappingProxyType({})
    nearest: tuple[Split, ...] = ()
    local: bool = True


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

    Attributes:
        notes: what the user has written beside records; others may be put in their place.
    """

    def __init__(
        self,
        library: Library,
        synonyms: Synonyms,
        analyser: Analyser | None = None,
        weights: Weights | None = None,
        ways: Ways | None = None,
        notes: Notes | None = None,
    ) -> None:
        self.notes = notes or Notes()
        self._library = library
        self._connection = library.connection
        self._analyser = analyser or Analyser()
        self._weights = weights or Weights()
        self._vocabulary = Vocabulary(self._connection, synonyms)
        self._planner = Planner(self._vocabulary, synonyms, self._analyser, ways or Ways())
        self._reader = Reader(self._connection, self._analyser)
        self._facts: Facts | None = None
        self._near = _Near()
        self._named = Named(self._connection)
        self._openings: Openings | None = None
        self._helplines: tuple[int, ...] | None = None
        self._all: dict[int, float] | None = None
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
                Its answers are remembered until another one comes.

        Raises:
            Interrupted: :meth:`interrupt` was called meanwhile.
            ContentDamaged: the library cannot be read; it can be built again.
        """
        with self._reading():
            facts = self._facts = self._facts or load_facts(self._connection)
            common = partial(common_above, len(facts.kinds))
            plan = self._planner.plan(request.text, request.typing, common, request.literal)
            self._check()
            found = self._found(plan, facts, request.filtered and not plan.text)
            self._check()
            sieve = Sieve(facts, self._named)
            openings = self._openings_of(is_open)
            sifted = sieve.sift(request, set(found.scores), openings)
            self._check()
            near = self._nearness(request.municipality, request.neighbours, facts)
            placed = bool(request.municipality)
            order = Order(facts, found, sifted, near.levels, near.nearest, placed)
            page = order.page(request.limit, request.filtered or bool(request.kinds))
            if placed and is_acute(plan.key, page.rows, found.scores, facts):
                self._add_helplines(request, page, order, sieve, openings)
            hits = tuple(self._hits(plan, found, page, order, request.shown_in))
            hint = self._hint(plan, bool(sifted.rows), exact=bool(found.exact))
            brought = sum(row not in sifted.rows for row in page.rows)
            return Results(
                plan.text,
                hits,
                len(sifted.rows) + brought,
                hint,
                sifted.facets,
                {hit.section: order.count(hit.section) for hit in hits if any(hit.section)},
                order.fit(),
                near.local,
            )

    def count(self, request: Request, is_open: IsOpen | None = None) -> Facets:
        """Count every facet of what a request finds; of everything when it has no words.

        Raises: as :meth:`search`.
        """
        with self._reading():
            facts = self._facts = self._facts or load_facts(self._connection)
            common = partial(common_above, len(facts.kinds))
            plan = self._planner.plan(request.text, request.typing, common, request.literal)
            found = self._found(plan, facts, everything=not plan.text)
            self._check()
            sieve, asked = Sieve(facts, self._named), replace(request, counting=True)
            return sieve.sift(asked, set(found.scores), self._openings_of(is_open)).facets

    def has_local(self, municipality: str, neighbours: tuple[str, ...] = ()) -> bool:
        """Whether some service or organisation is of a municipality's own.

        Raises: as :meth:`search`.
        """
        with self._reading():
            facts = self._facts = self._facts or load_facts(self._connection)
            return self._nearness(municipality, neighbours, facts).local

    def _found(self, plan: Plan, facts: Facts, everything: bool) -> Found:
        """Return what answers the plan, or everything by title."""
        if not everything:
            found = find(self._connection, plan, len(facts.kinds), self._weights)
            noted = self.notes.find(plan)
            found.add_notes({row: noted[row] for row in noted.keys() & facts.kinds.keys()}, plan)
            return found
        if self._all is None:
            by_title = self._connection.execute("SELECT row FROM record ORDER BY sort, row")
            self._all = {row: -float(place) for place, (row,) in enumerate(by_title)}
        return Found(self._all)

    def _add_helplines(
        self, request: Request, page: Page, order: Order, sieve: Sieve, openings: Openings | None
    ) -> None:
        """Put 113 and 116 117 above local records without a number, unless a filter drops them."""
        helplines = self._known_helplines()
        asked = sieve.sift(replace(request, counting=False), set(helplines), openings)
        for name, unstated in asked.unstated.items():
            order.sifted.unstated[name] |= unstated
        kept = [row for row in helplines if row in asked.rows]
        rows, drawn = with_helplines(page.rows, kept, order.levels, sieve.facts)
        page.rows, page.drawn = rows[: request.limit], page.drawn | drawn

    def _known_helplines(self) -> tuple[int, ...]:
        """Return the rows of 113 and 116 117."""
        if self._helplines is None:
            self._helplines = load_helplines(self._connection)
        return self._helplines

    def _openings_of(self, is_open: IsOpen | None) -> Openings | None:
        """Return the answers of ``is_open``, those from before where it is the same."""
        if is_open is None:
            return None
        if self._openings is None or self._openings.is_open is not is_open:
            self._openings = Openings(self._connection, is_open, self._check)
        return self._openings

    def _hits(
        self, plan: Plan, found: Found, page: Page, order: Order, language: str
    ) -> Iterator[Hit]:
        explainer = Explainer(plan, self._analyser)
        for row in page.rows:
            self._check()
            read = self._reader.read(row, language)
            explanation = explainer.explain(read, _outside(plan, found, row))
            if note := found.notes.get(row):
                whole = row in found.published
                explanation = self.notes.explain(note, explanation, whole, plan)
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
                group=order.group(row),
                nearness=order.levels.get(row),
                record=read.record,
                section=order.section(row),
                drawn=row in page.drawn,
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

    def _nearness(self, municipality: str, neighbours: tuple[str, ...], facts: Facts) -> _Near:
        """Return how near rows are to the municipality; remembered for the one in use."""
        if not municipality:
            return _Near()
        if (self._near.municipality, self._near.neighbours) != (municipality, neighbours):
            helplines = self._known_helplines()
            levels, nearest = nearness(self._connection, facts, municipality, neighbours, helplines)
            places = facts.of_kinds(["service", "organisation"])
            own = {row for row, level in levels.items() if level is Level.MUNICIPALITY}
            local = bool(own & places)
            self._near = _Near(municipality, neighbours, levels, tuple(nearest), local)
        return self._near

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


def _outside(plan: Plan, found: Found, row: int) -> Reason | None:
    """Return the reason that lies outside the record's text: its number or its area."""
    if digits := found.numbers.get(row):
        return Reason("word", plan.text, digits)
    if place := found.places.get(row):
        number, name = place
        group = plan.groups[number]
        return Reason("near" if group.near else "word", group.token.word, name)
    return None
