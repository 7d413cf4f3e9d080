"""The order of an answer, by sets of rows (what comes first, whatever the score).

A search may find most of the library while fifty hits are shown. So rows are not sorted one by
one: they are sorted out in sets, and only the sets that are shown are put in order of score.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from heapq import nlargest

from feltperm.catalogue import schema
from feltperm.catalogue.areas import Level
from feltperm.catalogue.records import Kind
from feltperm.catalogue.trust import NATIONAL

__all__ = [
    "Facts",
    "Split",
    "arranged",
    "best",
    "load_facts",
    "nearness",
]

#: Kinds that speak to a person wherever he is: for these the whole country is as near as here.
_PLACELESS: tuple[Kind, ...] = ("guidance", "poster", "alert")


@dataclass(slots=True)
class Facts:
    """What filters and order need of the records of a library, in memory.

    Attributes:
        kinds: by row.
        of_kind: rows by kind.
        past: rows that are historical, and rows that are withdrawn: the last of all.
        paused: rows that say of themselves that they are closed for a while.
        referral: rows that need one (True) or need none (False).
        free: rows that cost nothing (True) or something (False).
        may_come: rows where one may come while using (True) or may not (False).
        scheduled: rows that state opening hours.
        reachable: rows with a phone number.
        acute: rows of guidance with signs to call 113 or the emergency doctor for.
        protected: rows that no other pack may come before (:mod:`feltperm.catalogue.trust`).
        others: rows of other packs than the national one.
        own: rows of the user's own records by the row that they are about.
    """

    kinds: dict[int, Kind] = field(default_factory=dict)
    of_kind: dict[Kind, set[int]] = field(default_factory=dict)
    past: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))
    paused: set[int] = field(default_factory=set)
    referral: dict[bool, set[int]] = field(default_factory=lambda: {True: set(), False: set()})
    free: dict[bool, set[int]] = field(default_factory=lambda: {True: set(), False: set()})
    may_come: dict[bool, set[int]] = field(default_factory=lambda: {True: set(), False: set()})
    scheduled: set[int] = field(default_factory=set)
    reachable: set[int] = field(default_factory=set)
    acute: set[int] = field(default_factory=set)
    protected: set[int] = field(default_factory=set)
    others: set[int] = field(default_factory=set)
    own: dict[int, list[int]] = field(default_factory=dict)

    def of_kinds(self, kinds: Iterable[Kind]) -> set[int]:
        """Return the rows of these kinds."""
        return set[int]().union(*(self.of_kind.get(kind, set()) for kind in kinds))


@dataclass(frozen=True, slots=True)
class Split:
    """A set of rows that come before all others, or after them."""

    rows: Set[int]
    first: bool = True


def load_facts(connection: sqlite3.Connection) -> Facts:
    """Read the facts of all records; from an index, so that no record is read."""
    facts = Facts()
    three_valued = (facts.referral, facts.free, facts.may_come)
    marked = (facts.scheduled, facts.reachable, facts.acute, facts.protected)
    for row, kind, status, pack, *values in connection.execute(
        "SELECT row, kind, status, pack, referral, free, may_come_while_using,"
        " scheduled, reachable, acute, protected FROM record"
    ):
        facts.kinds[row] = kind
        facts.of_kind.setdefault(kind, set()).add(row)
        if status in ("historical", "withdrawn"):
            facts.past[status == "withdrawn"].add(row)
        elif status == "temporarily_closed":
            facts.paused.add(row)
        for answers, answer in zip(three_valued, values, strict=False):
            if answer is not None:
                answers[bool(answer)].add(row)
        for rows, answer in zip(marked, values[3:], strict=True):
            if answer:
                rows.add(row)
        if pack != NATIONAL:
            facts.others.add(row)
    for row, about in connection.execute(
        "SELECT row, about FROM record WHERE about <> '' ORDER BY sort, row"
    ):
        pack, _, record_id = about.partition("/")
        facts.own.setdefault(schema.row_number(pack, record_id), []).append(row)
    return facts


def nearness(
    connection: sqlite3.Connection,
    facts: Facts,
    municipality: str,
    neighbours: Sequence[str] = (),
    helplines: Iterable[int] = (),
) -> tuple[dict[int, Level], list[Split]]:
    """Return how near each covering row is to a municipality, and the order that makes.

    Services and organisations: the municipality's, the county's, the health region's, the
    country's (or of no stated area), the neighbours', other places'. Guidance, posters and alerts
    for the whole country stand with what is nearest: they speak to a person wherever he is. So do
    the ``helplines``: 116 117 answers where he is.
    """
    covering = schema.covering(municipality, neighbours)
    levels = {row: Level(level) for row, level in connection.execute(*covering)}
    placeless = facts.of_kinds(_PLACELESS).union(helplines)
    tiers: dict[Level, set[int]] = {}
    for row, level in levels.items():
        tier = Level.COUNTRY if level is Level.NOT_STATED else level
        if tier is Level.COUNTRY and row in placeless:
            tier = Level.MUNICIPALITY
        tiers.setdefault(tier, set()).add(row)
    return levels, [Split(tiers[level]) for level in sorted(tiers)]


def arranged(rows: Set[int], splits: Sequence[Split]) -> Iterator[Set[int]]:
    """Give sets of rows in order: the first split decides first, the next one within it."""
    if not rows:
        return
    if not splits:
        yield rows
        return
    split, *rest = splits
    inside, outside = rows & split.rows, rows - split.rows
    for part in (inside, outside) if split.first else (outside, inside):
        yield from arranged(part, rest)


def best(
    rows: Set[int], splits: Sequence[Split], scores: Mapping[int, float], limit: int
) -> list[int]:
    """Return the first ``limit`` rows in order, by score within each set of :func:`arranged`."""
    chosen: list[int] = []
    for part in arranged(rows, splits):
        chosen += nlargest(limit - len(chosen), part, scores.__getitem__)
        if len(chosen) >= limit:
            break
    return chosen
