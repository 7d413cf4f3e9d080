"""Which rows answer a plan, and how well (DESIGN section 5, step 5).

Score = bm25 of any group + 0.6 bm25 of the parts of split words + 4 bm25 of joined neighbours
+ 0.3 bm25 of all groups + what places add. Whole names, ids and phone numbers are exact: they come
first whatever their score.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from feltperm.search.plan import Plan, WordGroup
from feltperm.search.vocabulary import AFTER

__all__ = ["Found", "Weights", "common_above", "find"]

#: A word is common when more records have it than this, and than a fourth of all.
_COMMON = 2000


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of the ranking.

    Attributes:
        columns: title, body, stems of the title, stems of the body.
        places: for a place that the record's area names itself, names the county of, names as a
            county, names as a health region.
        name: for a title that begins with the one letter typed so far.
    """

    columns: tuple[float, float, float, float] = (5.0, 1.0, 4.0, 1.0)
    parts: float = 0.6
    joined: float = 4.0
    together: float = 0.3
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
    """

    scores: dict[int, float] = field(default_factory=dict)
    together: set[int] | None = None
    exact: set[int] = field(default_factory=set)
    places: dict[int, tuple[int, str]] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)

    def add(self, rows: Sequence[tuple[int, float]], weight: float) -> None:
        """Add weighted scores."""
        if not self.scores and weight == 1:
            self.scores = dict(rows)
            return
        for row, score in rows:
            self.scores[row] = self.scores.get(row, 0.0) + weight * score


def common_above(records: int) -> int:
    """Return in how many of so many records a word may stand before it is common.

    bm25 gives the words of half the records no weight and those of a fourth little, but has to
    count them all: leaving them to titles is what keeps a keystroke short in a large library.
    """
    return max(_COMMON, records // 4)


def find(connection: sqlite3.Connection, plan: Plan, records: int, weights: Weights) -> Found:
    """Return every row that answers some group of the plan.

    Args:
        records: how many records the library has.
    """
    search = _Search(connection, weights)
    found = Found()
    if plan.groups:
        telling = " OR ".join(group.match(telling=True) for group in plan.groups)
        found.add(search.scored(telling), 1.0)
        common = [group for group in plan.groups if group.common]
        if common:
            # Everything else that has a common word, below whatever has a telling one.
            rest = dict.fromkeys(search.matching(common, "OR"), 0.0)
            found.scores = rest | found.scores
        _places(search, plan, found, records)
        for group in plan.groups:
            if group.parts:
                found.add(search.scored(_parts(group)), weights.parts)
        if plan.joined:
            joined = " OR ".join(f"({one.alternative.match()})" for one in plan.joined)
            found.add(search.scored(joined), weights.joined)
    _first_letter(search, plan, found)
    _exact(search, plan, found)
    return found


class _Search:
    """The queries, on one connection."""

    def __init__(self, connection: sqlite3.Connection, weights: Weights) -> None:
        self.connection = connection
        self.weights = weights

    def scored(self, match: str) -> list[tuple[int, float]]:
        return self.connection.execute(
            "SELECT rowid, -bm25(words, ?, ?, ?, ?) FROM words WHERE words MATCH ?",
            (*self.weights.columns, match),
        ).fetchall()

    def matching(self, groups: Iterable[WordGroup], operator: Literal["AND", "OR"]) -> set[int]:
        match = f" {operator} ".join(group.match() for group in groups)
        return set(self.rows("SELECT rowid FROM words WHERE words MATCH ?", match))

    def rows(self, sql: str, *values: object) -> list[int]:
        return [row[0] for row in self.connection.execute(sql, values)]


def _parts(group: WordGroup) -> str:
    return "{title_stem body_stem} : (" + " OR ".join(f'"{part}"' for part in group.parts) + ")"


def _places(search: _Search, plan: Plan, found: Found, records: int) -> None:
    """Let place names count as words of the records that cover the place."""
    covering: dict[int, dict[int, tuple[int, str]]] = {}
    for number, group in enumerate(plan.groups):
        if rows := _covering(search, group):
            covering[number] = rows
    _together(search, plan, found, covering)
    for number, rows in covering.items():
        rarity = max(0.5, math.log((records - len(rows) + 0.5) / (len(rows) + 0.5)))
        for row, (level, name) in rows.items():
            weight = search.weights.places[min(level, 2)] * rarity
            found.scores[row] = found.scores.get(row, 0.0) + weight
            found.places.setdefault(row, (number, name))


def _covering(search: _Search, group: WordGroup) -> dict[int, tuple[int, str]]:
    """Return (level, name) by row for the places a word may name."""
    words = dict.fromkeys((group.token.surface, *group.near))
    rows: dict[int, tuple[int, str]] = {}
    for word in words:
        after = word + (AFTER if group.last and len(word) > 2 else "\0")
        for row, level, name in search.connection.execute(
            "SELECT row, level, name FROM place WHERE word >= ? AND word < ? ORDER BY level DESC",
            (word, after),
        ):
            rows[row] = (level, name)
    return rows


def _together(
    search: _Search, plan: Plan, found: Found, covering: dict[int, dict[int, tuple[int, str]]]
) -> None:
    """Find the rows that answer every group, a place name counting as answered by its area."""
    if len(plan.groups) < 2:
        return
    found.together = search.matching(plan.groups, "AND")
    # bm25 adds up the words that stand in a row, so for these it is what they have already.
    for row in found.together:
        found.scores[row] *= 1 + search.weights.together
    if not covering:
        return
    rest = [group for number, group in enumerate(plan.groups) if number not in covering]
    rows = set.intersection(*(set(rows) for rows in covering.values()))
    if rest and rows:
        rows &= search.matching(rest, "AND")
    found.together |= rows


def _first_letter(search: _Search, plan: Plan, found: Found) -> None:
    """One letter: the names that begin with it. Two and more are words of the index."""
    if len(plan.groups) == 1 and plan.groups[0].last and len(plan.key) == 1:
        rows = search.rows(
            "SELECT DISTINCT row FROM name WHERE key >= ? AND key < ?", plan.key, plan.key + AFTER
        )
        found.add([(row, 1.0) for row in rows], search.weights.name)


def _exact(search: _Search, plan: Plan, found: Found) -> None:
    if plan.key:
        found.exact |= set(search.rows("SELECT row FROM name WHERE key = ?", plan.key))
    pack, slash, record_id = plan.text.lower().rpartition("/")
    sql = "SELECT row FROM record WHERE id = ?"
    if slash:
        found.exact |= set(search.rows(sql + " AND pack = ?", record_id, pack))
    elif record_id and " " not in record_id:
        found.exact |= set(search.rows(sql, record_id))
    for digits in plan.digits:
        rows = search.rows("SELECT row FROM number WHERE digits = ?", digits)
        found.exact.update(rows)
        if not rows and len(digits) >= 5:
            rows = search.rows(
                "SELECT row FROM number WHERE digits >= ? AND digits < ?", digits, digits + ":"
            )
        found.numbers.update(dict.fromkeys(rows, digits))
    for row in found.exact | found.numbers.keys():
        found.scores.setdefault(row, 0.0)
