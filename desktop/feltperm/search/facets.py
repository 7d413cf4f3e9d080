"""Filters with three answers, and what is counted beside the hits (SCREENS section 0, rule 1).

Everything is a set of rows: a filter keeps what is known to fit and what does not state it, and
drops only what is known not to fit. What a facet counts is what every other filter keeps.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from typing import TypeAlias

from feltperm.catalogue.audiences import fit
from feltperm.catalogue.facets import FACETS, Facet
from feltperm.search.arrange import Facts
from feltperm.search.openings import Openings
from feltperm.search.values import NOT_STATED, FilterName, Request, Three

__all__ = ["Facets", "Named", "Sieve", "Sifted"]

#: How many rows each value of a facet has.
Facets: TypeAlias = dict[str, dict[str, int]]
_Answer: TypeAlias = Callable[[Set[int]], Three]

#: Which rows cover a county, the whole country, or state no area.
_AREAS = f"""
SELECT county, row FROM municipality JOIN area ON level = 0 AND place = number
UNION SELECT place, row FROM area WHERE level = 1
UNION SELECT county, row FROM municipality JOIN area ON level = 2 AND place = health_region
UNION SELECT 'country', row FROM area WHERE level = 3
UNION SELECT '{NOT_STATED}', row FROM area WHERE level = 4
"""


class Named:
    """Which rows name a value of a list (an offer, a language, a topic, an audience, an area).

    Read when it is first asked for: most searches never do.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, dict[str, set[int]]] = {}

    def rows(self, name: Facet) -> Mapping[str, Set[int]]:
        """Return the rows of every value of a facet."""
        return self._read(name, "SELECT value, row FROM facet WHERE name = ?", name)

    def areas(self) -> Mapping[str, Set[int]]:
        """Return the rows for every county, for the whole country, and of no stated area."""
        return self._read("area", _AREAS)

    def _read(self, name: str, sql: str, *values: str) -> dict[str, set[int]]:
        if name not in self._known:
            found: dict[str, set[int]] = {}
            for value, row in self._connection.execute(sql, values):
                found.setdefault(value, set()).add(row)
            self._known[name] = found
        return self._known[name]


@dataclass(frozen=True, slots=True)
class Sifted:
    """What filters leave of what was found.

    Attributes:
        rows: what fits, or does not state it.
        unstated: by filter, in order, those of ``rows`` that do not state it.
        facets: counts by facet.
    """

    rows: set[int]
    unstated: dict[FilterName, set[int]] = field(default_factory=dict)
    facets: Facets = field(default_factory=dict)

    def missing(self, row: int) -> tuple[FilterName, ...]:
        """Return what a row does not state of what is filtered by."""
        return tuple(name for name, rows in self.unstated.items() if row in rows)

    def missing_exactly(self, names: tuple[FilterName, ...]) -> set[int]:
        """Return the rows that do not state exactly this."""
        rows = self.rows
        for name, those in self.unstated.items():
            rows = rows & those if name in names else rows - those
        return rows


class Sieve:
    """The filters of one library."""

    def __init__(self, facts: Facts, named: Named) -> None:
        self.facts, self._named = facts, named

    def sift(self, request: Request, found: set[int], openings: Openings | None) -> Sifted:
        """Filter what was found, and count.

        Args:
            openings: says what is open; without it nothing is filtered or counted by that.
        """
        answers = {name: answer(found) for name, answer in self._filters(request, openings).items()}
        fits: dict[str, Set[int]] = {
            name: three.yes | three.not_stated for name, three in answers.items()
        }
        if request.kinds:
            fits["kind"] = self.facts.of_kinds(request.kinds)
        rows = found.intersection(*fits.values())

        def before(name: str) -> set[int]:
            if name not in fits:
                return rows
            return found.intersection(*(kept for other, kept in fits.items() if other != name))

        facets = {"kind": self._kinds(before("kind"))}
        for name, three in answers.items():
            if name not in FACETS:
                facets[name] = three.within(before(name)).counts()
        if request.counting:
            for name, answer in self._stated(openings).items():
                facets.setdefault(name, answer(before(name)).counts())
            facets |= {name: self._values(name, before(name)) for name in FACETS}
            facets["area"] = self._areas(rows)
        unstated = {name: rows & three.not_stated for name, three in answers.items()}
        return Sifted(rows, unstated, facets)

    def _filters(self, request: Request, openings: Openings | None) -> dict[FilterName, _Answer]:
        """Return the filters that are on, in the order in which what is missing is told."""
        wanted: dict[FilterName, object] = {
            "open_at": request.open_at,
            "no_referral": request.no_referral,
            "free": request.free,
            "may_come_while_using": request.may_come_while_using,
        }
        stated = self._stated(openings)
        filters = {name: stated[name] for name, on in wanted.items() if on and name in stated}
        chosen: dict[Facet, tuple[str, ...]] = {
            "offer": request.offers,
            "language": request.languages,
            "topic": request.topics,
            "audience": request.audiences,
        }
        filters |= {name: self._any_of(name, values) for name, values in chosen.items() if values}
        return filters

    def _stated(self, openings: Openings | None) -> dict[FilterName, _Answer]:
        """Return the questions that have a yes and a no: all of them about services."""
        facts = self.facts

        def of(yes: Set[int], no: Set[int]) -> _Answer:
            return lambda rows: Three.of(facts.of_kinds(["service"]) & rows, yes, no)

        answers: dict[FilterName, _Answer] = {}
        if openings is not None:
            answers["open_at"] = lambda rows: openings.three(rows, facts)
        answers["no_referral"] = of(facts.referral[False], facts.referral[True])
        answers["free"] = of(facts.free[True], facts.free[False])
        answers["may_come_while_using"] = of(facts.may_come[True], facts.may_come[False])
        return answers

    def _any_of(self, name: Facet, values: tuple[str, ...]) -> _Answer:
        """Return the question whether a row names any of these values.

        A list of languages or topics says what is not in it. What a source says one can get at a
        service does not say what one cannot: there nothing is known not to fit. Whom a record is
        for says more than it names: see :mod:`feltperm.catalogue.audiences`.
        """
        by_value = self._named.rows(name)
        if name == "audience":
            fitting, unfit = fit(by_value, values)
            return lambda rows: Three.of(rows, fitting, unfit)
        yes = set[int]().union(*(by_value.get(value, ()) for value in values))
        if name == "offer":
            return lambda rows: Three.of(self.facts.of_kinds(["service"]) & rows, yes, set())
        stated = set[int]().union(*by_value.values())
        return lambda rows: Three.of(rows, yes, stated - yes)

    def _kinds(self, rows: Set[int]) -> dict[str, int]:
        return dict(sorted(Counter(map(self.facts.kinds.__getitem__, rows)).items()))

    def _values(self, name: Facet, rows: Set[int]) -> dict[str, int]:
        """Count the rows that fit each value, and those that name none."""
        if name == "offer":
            rows = self.facts.of_kinds(["service"]) & rows
        by_value = self._named.rows(name)
        naming = set[int]().union(*by_value.values())
        if name == "audience":
            by_value = {value: fit(by_value, [value])[0] for value in by_value}
        counts = _counted(by_value, rows)
        return {**counts, NOT_STATED: len(rows - naming)}

    def _areas(self, rows: Set[int]) -> dict[str, int]:
        counts = _counted(self._named.areas(), rows)
        return {**counts, NOT_STATED: counts.get(NOT_STATED, 0)}


def _counted(by_value: Mapping[str, Set[int]], rows: Set[int]) -> dict[str, int]:
    counts = {value: len(named & rows) for value, named in by_value.items()}
    return {value: count for value, count in sorted(counts.items()) if count}
