"""Answer a request from an open library (DESIGN section 5)."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from heapq import nsmallest
from threading import Event
from typing import NamedTuple

import msgspec

from feltperm.catalogue import schema
from feltperm.catalogue.areas import Level
from feltperm.catalogue.library import Library, Ref
from feltperm.catalogue.records import Kind, Record, Service
from feltperm.search.explain import Explainer
from feltperm.search.plan import Plan, Planner
from feltperm.search.ranking import Found, Weights, find
from feltperm.search.synonyms import Synonyms
from feltperm.search.text import Analyser
from feltperm.search.values import Group, Hint, Hit, Interrupted, Reason, Request, Results
from feltperm.search.vocabulary import Vocabulary

__all__ = ["IsOpen", "Searcher"]

#: Says whether a service is open: yes, no, or not stated.
IsOpen = Callable[[Service], bool | None]

_RECORD: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
#: Below what is current, whatever the score.
_PAST = {"historical": 1, "withdrawn": 2}
#: Kinds that speak to a person wherever he is: for these the whole country is as near as here.
_PLACELESS = ("guidance", "poster", "alert")
_ELSEWHERE = len(Level)
_ANSWERS = {True: "yes", False: "no", None: "not_stated"}


class _Facts(NamedTuple):
    """What filters and order need of a record, kept in memory."""

    kind: Kind
    past: int
    referral: int | None
    scheduled: bool


class _Choice(NamedTuple):
    """A row in its place in the answer."""

    order: tuple[int, int, int, int, int, int, float]
    row: int
    group: Group


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
        self._facts: dict[int, _Facts] = {}
        self._own: dict[int, list[int]] = {}
        self._levels: tuple[str, dict[int, Level]] = ("", {})
        self._stop = Event()

    def interrupt(self) -> None:
        """Stop the running search, from any thread; it raises :class:`Interrupted`."""
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
        self._stop.clear()
        with self._reading():
            self._load_facts()
            plan = self._planner.plan(request.text, request.typing)
            self._check()
            found = find(self._connection, plan, len(self._facts), self._weights)
            self._check()
            chosen, facets = self._choose(request, found, is_open)
            self._check()
            page = self._page(request, chosen)
            hits = tuple(self._hits(plan, found, page, request))
            total = max(len(chosen), len(hits))
            hint = self._hint(plan, chosen, exact=bool(found.exact))
            return Results(plan.text, hits, total, hint, facets)

    def _choose(
        self, request: Request, found: Found, is_open: IsOpen | None
    ) -> tuple[list[_Choice], dict[str, dict[str, int]]]:
        """Filter what was found, put it in order, and count."""
        facts = self._facts
        levels = self._near(request.municipality)
        kinds = Counter(facts[row].kind for row in found.scores)
        facets: dict[str, dict[str, int]] = {"kind": dict(sorted(kinds.items()))}
        rows: Iterable[int] = found.scores
        if request.kinds:
            rows = [row for row in rows if facts[row].kind in request.kinds]
        unstated: set[int] = set()
        if request.no_referral:
            rows = self._no_referral(rows, facets, unstated)
        if request.open_at and is_open:
            rows = self._open(rows, is_open, facets, unstated)
        together = found.together
        chosen = []
        for row in rows:
            fact = facts[row]
            exact = row in found.exact
            tier = 0
            if levels:
                level = levels.get(row, _ELSEWHERE)
                placeless = fact.kind in _PLACELESS and level in (Level.COUNTRY, Level.NOT_STATED)
                tier = (
                    0 if placeless else min(level, Level.COUNTRY) if level < _ELSEWHERE else level
                )
            order = (
                row in unstated,
                fact.past,
                not exact,
                exact and fact.kind == "poster",
                together is not None and row not in together,
                tier,
                -found.scores[row],
            )
            group: Group = "match" if tier < _ELSEWHERE or exact else "elsewhere"
            chosen.append(_Choice(order, row, "not_stated" if row in unstated else group))
        return chosen, facets

    def _no_referral(
        self, rows: Iterable[int], facets: dict[str, dict[str, int]], unstated: set[int]
    ) -> list[int]:
        """Keep services that need no referral or do not say; count all three answers."""
        facts = self._facts
        services = [row for row in rows if facts[row].kind == "service"]
        answers = {row: None if (r := facts[row].referral) is None else not r for row in services}
        return _sorted_out(answers, facets, "no_referral", unstated)

    def _open(
        self,
        rows: Iterable[int],
        is_open: IsOpen,
        facets: dict[str, dict[str, int]],
        unstated: set[int],
    ) -> list[int]:
        """Keep services that are open or do not say; count all three answers."""
        answers: dict[int, bool | None] = {}
        for row in rows:
            fact = self._facts[row]
            if fact.kind == "service":
                answers[row] = None
                if fact.scheduled and isinstance(record := self._record(row)[1], Service):
                    answers[row] = is_open(record)
        return _sorted_out(answers, facets, "open_at", unstated)

    def _page(self, request: Request, chosen: list[_Choice]) -> list[_Choice]:
        """Return the best, each of the user's own records before the one it speaks about."""
        if not self._own:
            return nsmallest(request.limit, chosen)
        by_row = {choice.row: choice for choice in chosen}
        filtered = request.no_referral or request.open_at or request.kinds
        ordered: dict[int, _Choice] = {}
        # Twice the limit, because a record may draw the one it belongs with up the list.
        for choice in nsmallest(2 * request.limit, chosen):
            for row in (*self._own.get(choice.row, ()), choice.row):
                if row in by_row or not filtered:
                    ordered.setdefault(row, by_row.get(row, choice._replace(row=row)))
        return list(ordered.values())[: request.limit]

    def _hits(
        self, plan: Plan, found: Found, page: Iterable[_Choice], request: Request
    ) -> Iterator[Hit]:
        explainer = Explainer(plan, self._analyser)
        levels = self._near(request.municipality)
        for choice in page:
            self._check()
            row = choice.row
            ref, record, area, title = *self._record(row), *self._shown(row)
            explanation = explainer.explain(record, _outside(plan, found, row))
            yield Hit(
                ref=ref,
                kind=self._facts[row].kind,
                title=title,
                score=round(found.scores.get(row, 0.0), 3),
                reason=explanation.reason,
                snippet=explanation.snippet,
                marks=explanation.marks,
                title_marks=explanation.title_marks,
                area=area,
                status=record.status,
                group=choice.group,
                nearness=levels.get(row),
                record=record,
            )

    def _hint(self, plan: Plan, chosen: list[_Choice], exact: bool) -> Hint | None:
        """Say what was searched for instead, or suggest something when nothing was found."""
        for group in plan.groups:
            if exact:
                break
            if chosen and group.near:
                words = tuple(dict.fromkeys(map(self._vocabulary.shown, group.near)))
                return Hint("also", group.token.word, words)
            if not chosen and not group.known:
                words = tuple(dict.fromkeys(self._vocabulary.suggestions(group.token.surface)))
                if words:
                    return Hint("did_you_mean", group.token.word, words)
        return None

    def _load_facts(self) -> None:
        if self._facts:
            return
        self._facts = {
            row: _Facts(kind, _PAST.get(status, 0), referral, bool(scheduled))
            for row, kind, status, referral, scheduled in self._connection.execute(
                "SELECT row, kind, status, referral, scheduled FROM record"
            )
        }
        for row, about in self._connection.execute(
            "SELECT row, about FROM record WHERE about <> '' ORDER BY sort, row"
        ):
            pack, _, record_id = about.partition("/")
            self._own.setdefault(schema.row_number(pack, record_id), []).append(row)

    def _near(self, municipality: str) -> dict[int, Level]:
        """Return how near each covering row is; remembered for the municipality in use."""
        if self._levels[0] != municipality:
            rows = self._connection.execute(schema.COVERING, {"number": municipality})
            self._levels = municipality, {row: Level(level) for row, level in rows}
        return self._levels[1] if municipality else {}

    def _record(self, row: int) -> tuple[Ref, Record]:
        pack, record_id, data = self._connection.execute(
            "SELECT pack, id, json FROM record WHERE row = ?", (row,)
        ).fetchone()
        return Ref(pack, record_id), _RECORD.decode(data)

    def _shown(self, row: int) -> tuple[str, str]:
        area, title = self._connection.execute(
            "SELECT area, title FROM record WHERE row = ?", (row,)
        ).fetchone()
        return area, title

    def _check(self) -> None:
        if self._stop.is_set():
            raise Interrupted

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            self._check()
            raise schema.condition(error, self._library.path) from error
        except msgspec.MsgspecError as error:
            raise schema.damaged(self._library.path, str(error)) from error


def _sorted_out(
    answers: dict[int, bool | None],
    facets: dict[str, dict[str, int]],
    name: str,
    unstated: set[int],
) -> list[int]:
    """Count yes, no and not stated; drop the noes and note who did not state it."""
    counts = Counter(_ANSWERS[answer] for answer in answers.values())
    facets[name] = {answer: counts[answer] for answer in _ANSWERS.values()}
    unstated.update(row for row, answer in answers.items() if answer is None)
    return [row for row, answer in answers.items() if answer is not False]


def _outside(plan: Plan, found: Found, row: int) -> Reason | None:
    """Return the reason that lies outside the record's text: its number or its area."""
    if digits := found.numbers.get(row):
        return Reason("word", plan.text, digits)
    if place := found.places.get(row):
        number, name = place
        group = plan.groups[number]
        return Reason("near" if group.near else "word", group.token.word, name)
    return None
