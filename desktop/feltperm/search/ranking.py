"""Which rows answer a plan, and how well (DESIGN section 5, step 5).

Score = bm25 of any group + 0.6 bm25 of the parts of split words + 0.2 bm25 of the compounds that
contain a word + 4 bm25 of joined neighbours + what places add. Rows that answer every group come
before those that do not; a weight for that, tried on the development queries, did nothing more.
Whole names, ids and phone numbers are exact: they come first whatever their score.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import chain, pairwise
from typing import Literal

from feltperm.search.plan import Alternative, Plan, WordGroup
from feltperm.search.stop_words import FUNCTION_WORDS
from feltperm.search.values import Note
from feltperm.search.vocabulary import AFTER

__all__ = ["Found", "Weights", "common_above", "find"]

#: A word is common when more records have it than this, and than a certain share of all.
_COMMON = 1000
#: So many records are found that those with nothing but a common word need not be.
_ENOUGH = 200
#: From so many digits on a phone number may be unfinished.
_UNFINISHED_NUMBER = 5
#: So many words may stand between two that are close together.
_CLOSE = 4
#: So many records that answer by what is published come before those that a note finds.
_BEFORE_NOTES = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of the ranking.

    Attributes:
        columns: title, body, stems of the title, stems of the body.
        places: for a place that the record's area names itself, names the county of, names as a
            county, names as a health region.
        near_words: for two neighbouring words that stand close together in a text too.
        near_parts: for the two parts of a split word that do.
        name: for a title that begins with the one letter typed so far.
    """

    columns: tuple[float, float, float, float] = (5.0, 1.0, 4.0, 0.7)
    parts: float = 0.6
    compounds: float = 0.1
    joined: float = 4.0
    near_words: float = 0.5
    near_parts: float = 1.6
    places: tuple[float, float, float] = (1.0, 0.7, 0.5)
    name: float = 1.0


@dataclass(slots=True)
class Found:
    """Rows and how they were found.

    Attributes:
        scores: by row; higher is better.
        together: rows that answer every group; None when there is one group only, so all do.
        exact: rows whose name, id or number is what was typed.
        places: (number of the group, name of the place) by row.
        numbers: the digits that were typed, by row that has this number.
        notes: the user's note that answers every group, by row (:mod:`feltperm.search.notes`).
        published: those of these rows that answer every group by what is published too.
    """

    scores: dict[int, float] = field(default_factory=dict)
    together: set[int] | None = None
    exact: set[int] = field(default_factory=set)
    places: dict[int, tuple[int, str]] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)
    notes: Mapping[int, Note] = field(default_factory=dict)
    published: set[int] = field(default_factory=set)

    def add(self, rows: Sequence[tuple[int, float]], weight: float) -> None:
        """Add weighted scores."""
        if not self.scores and weight == 1:
            self.scores = dict(rows)
            return
        for row, score in rows:
            self.scores[row] = self.scores.get(row, 0.0) + weight * score

    def add_notes(self, notes: Mapping[int, Note], plan: Plan) -> None:
        """Score the records whose notes answer, beside those that answer by what is published.

        They come after the first few of these, for a note says less of a place than the place
        itself does; but before all of them where a word of the question is known from nowhere else.
        """
        if not notes:
            return
        whole = self.scores.keys() if self.together is None else self.together
        self.notes, self.published = notes, notes.keys() & whole
        unknown = any(not group.known or group.near for group in plan.groups)
        best = nlargest(_BEFORE_NOTES, (self.scores[row] for row in whole))
        score = best[0] + 1 if best and unknown else best[-1] if best else 1.0
        for row in notes:
            self.scores[row] = max(self.scores.get(row, score), score)
        if self.together is not None:
            self.together |= notes.keys()


def common_above(records: int, words: int) -> int:
    """Return in how many of so many records a word may stand before it is common.

    bm25 gives the words of half the records no weight, and those of a tenth little beside a rare
    word, but has to count them all: leaving them to titles is what keeps a keystroke short in a
    large library.

    Args:
        words: how many words were typed.
    """
    return max(_COMMON, records // (4 if words == 1 else 10))


def find(connection: sqlite3.Connection, plan: Plan, records: int, weights: Weights) -> Found:
    """Return every row that answers some group of the plan.

    Args:
        records: how many records the library has.
    """
    search = _Search(connection, plan, weights)
    if plan.first_letter:
        search.first_letter()
    elif plan.groups:
        search.words()
        search.parts_and_joined()
        search.together_and_places(records)
    search.exact()
    return search.found


class _Search:
    """The queries of one plan, each adding to what was found."""

    def __init__(self, connection: sqlite3.Connection, plan: Plan, weights: Weights) -> None:
        self.found = Found()
        self._connection = connection
        self._plan = plan
        self._weights = weights

    def words(self) -> None:
        """Score the rows that have any of the words."""
        groups = self._plan.groups
        telling = " OR ".join(group.match(telling=True) for group in groups)
        self.found.add(self._scored(telling), 1.0)
        common = [group.match() for group in groups if group.common]
        if common and (len(common) == len(groups) or len(self.found.scores) < _ENOUGH):
            # What has a common word and nothing else, below whatever has a telling one. Beside a
            # telling word that has found enough it would be most of the library.
            rest = dict.fromkeys(self._matching(" OR ".join(common)), 0.0)
            self.found.scores = rest | self.found.scores

    def parts_and_joined(self) -> None:
        """Add what the parts of a split word and the compounds of two neighbours find."""
        for group in self._plan.groups:
            if group.parts:
                self.found.add(self._scored(_parts(group, "OR")), self._weights.parts)
            if len(group.parts) == 2 and not group.unfinished and self._weights.near_parts:
                self.found.add(self._scored(_near(*group.parts)), self._weights.near_parts)
            if group.compounds and group.many_compounds:
                rows = self._matching(_any(group.compounds))
                self.found.add([(row, 1.0) for row in rows], self._weights.compounds)
            elif group.compounds:
                self.found.add(self._scored(_any(group.compounds)), self._weights.compounds)
        pairs = [
            _near(first.token.stem, second.token.stem)
            for first, second in pairwise(self._plan.groups)
            if _is_word(first) and _is_word(second)
        ]
        if pairs and self._weights.near_words:
            self.found.add(self._scored(" OR ".join(pairs)), self._weights.near_words)
        if self._plan.joined:
            joined = _any(one.alternative for one in self._plan.joined)
            self.found.add(self._scored(joined), self._weights.joined)

    def together_and_places(self, records: int) -> None:
        """Let place names count as words of the records that cover the place."""
        covering: dict[int, dict[int, tuple[int, str]]] = {}
        for number, group in enumerate(self._plan.groups):
            if rows := self._covering(group):
                covering[number] = rows
        if len(self._plan.groups) > 1:
            self._together(covering)
        for number, rows in covering.items():
            rarity = max(0.5, math.log((records - len(rows) + 0.5) / (len(rows) + 0.5)))
            for row, (level, name) in rows.items():
                weight = self._weights.places[min(level, 2)] * rarity
                self.found.scores[row] = self.found.scores.get(row, 0.0) + weight
                self.found.places.setdefault(row, (number, name))

    def first_letter(self) -> None:
        """Find the names that begin with one letter. Two and more are words of the index."""
        key = self._plan.key
        rows = self._rows("SELECT row FROM name WHERE key >= ? AND key < ?", key, key + AFTER)
        self.found.add([(row, 1.0) for row in set(rows)], self._weights.name)

    def exact(self) -> None:
        """Find whole names, ids and phone numbers."""
        plan, found = self._plan, self.found
        if plan.key:
            found.exact |= set(self._rows("SELECT row FROM name WHERE key = ?", plan.key))
        pack, slash, record_id = plan.text.lower().rpartition("/")
        if slash:
            sql = "SELECT row FROM record WHERE id = ? AND pack = ?"
            found.exact |= set(self._rows(sql, record_id, pack))
        elif record_id and " " not in record_id:
            found.exact |= set(self._rows("SELECT row FROM record WHERE id = ?", record_id))
        for digits in plan.digits:
            rows = self._rows("SELECT row FROM number WHERE digits = ?", digits)
            found.exact.update(rows)
            if not rows and len(digits) >= _UNFINISHED_NUMBER:
                sql = "SELECT row FROM number WHERE digits >= ? AND digits < ?"
                rows = self._rows(sql, digits, digits + ":")
            found.numbers.update(dict.fromkeys(rows, digits))
        for row in found.exact | found.numbers.keys():
            found.scores.setdefault(row, 0.0)

    def _together(self, covering: Mapping[int, Mapping[int, object]]) -> None:
        """Find the rows that answer every group.

        A compound of two neighbours answers both, the parts of a split word answer it, and a
        place name is answered by a record's area.
        """
        wanted = [self._answered(number) for number in range(len(self._plan.groups))]
        together = self._matching(" AND ".join(wanted))
        if covering:
            rows = set.intersection(*(set(rows) for rows in covering.values()))
            rest = [match for number, match in enumerate(wanted) if number not in covering]
            together |= rows & self._matching(" AND ".join(rest)) if rest and rows else rows
        for row in together:
            self.found.scores.setdefault(row, 0.0)
        self.found.together = together

    def _answered(self, number: int) -> str:
        group = self._plan.groups[number]
        joined = [one.alternative for one in self._plan.joined if number in one.groups]
        ways = [group.match(), *([_any(more)] if (more := [*group.compounds, *joined]) else [])]
        ways += [f"({_parts(group, 'AND')})"] if group.parts else []
        return "(" + " OR ".join(ways) + ")"

    def _covering(self, group: WordGroup) -> dict[int, tuple[int, str]]:
        """Return (level, name) by row for the places a word may name."""
        rows: dict[int, tuple[int, str]] = {}
        for word in dict.fromkeys((group.token.surface, *group.near)):
            after = word + (AFTER if group.last and len(word) > 2 else "\0")
            for row, level, name in self._connection.execute(
                "SELECT row, level, name FROM place WHERE word >= ? AND word < ?"
                " ORDER BY level DESC",
                (word, after),
            ):
                rows[row] = (level, name)
        return rows

    def _scored(self, match: str) -> list[tuple[int, float]]:
        return self._connection.execute(
            "SELECT rowid, -bm25(words, ?, ?, ?, ?) FROM words WHERE words MATCH ?",
            (*self._weights.columns, match),
        ).fetchall()

    def _matching(self, match: str) -> set[int]:
        sql = "SELECT rowid FROM words WHERE words MATCH ?"
        return set(chain.from_iterable(self._connection.execute(sql, (match,))))

    def _rows(self, sql: str, *values: object) -> list[int]:
        return list(chain.from_iterable(self._connection.execute(sql, values)))


def _any(alternatives: Iterable[Alternative]) -> str:
    return "(" + " OR ".join(one.match() for one in alternatives) + ")"


def _parts(group: WordGroup, operator: Literal["AND", "OR"]) -> str:
    return "(" + f" {operator} ".join(one.match() for one in group.part_alternatives()) + ")"


def _is_word(group: WordGroup) -> bool:
    """Whether a group is a word that says something: no number, no word that stands everywhere."""
    return group.token.surface.isalpha() and group.token.surface not in FUNCTION_WORDS


def _near(first: str, second: str) -> str:
    """Return the expression for two stems that stand close together, in either order."""
    return f'{{title_stem body_stem}} : NEAR("{first}" "{second}", {_CLOSE})'
