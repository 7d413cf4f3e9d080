"""Which rows are shown, in which order and under which heading, before any record is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from feltperm.catalogue.areas import Level
from feltperm.search.arrange import Facts, Split, best
from feltperm.search.facets import Sifted
from feltperm.search.ranking import Found
from feltperm.search.values import Fit, Group, Section

__all__ = ["Order", "Page"]


#: A name of so many records means them (a page and its sheet), wherever they are; a name of more is
#: a kind of place, as «feltpleie».
_NAMED = 2
#: So many records of others are drawn up to one that they are about.
_OWN = 3


@dataclass(slots=True)
class Page:
    """The rows of an answer in order.

    Attributes:
        drawn: those that stand where they stand because of another row.
    """

    rows: list[int]
    drawn: set[int] = field(default_factory=set)


class Order:
    """The order of one answer.

    Args:
        levels, nearest: how near rows are to the chosen municipality, and the order that makes.
        placed: whether one is chosen.
    """

    def __init__(
        self,
        facts: Facts,
        found: Found,
        sifted: Sifted,
        levels: Mapping[int, Level],
        nearest: Sequence[Split],
        placed: bool,
    ) -> None:
        self.levels = levels
        self.sifted = sifted
        self._facts, self._found = facts, found
        self._far: Set[int] = set()
        if placed:
            named = found.exact if len(found.exact) <= _NAMED else set[int]()
            self._far = sifted.rows - levels.keys() - named - found.places.keys()
        self._splits = [
            # What is near and does not say may fit better than what says so far away.
            *([Split(self._far, first=False)] if sifted.unstated else []),
            *(Split(rows, first=False) for rows in sifted.unstated.values()),
            Split(found.exact),
            *(Split(past, first=False) for past in reversed(facts.past)),
            # Two records of one name: the page before the sheet made from it.
            Split(found.exact & facts.of_kinds(["poster"]), first=False),
            *([Split(found.together)] if found.together is not None else []),
            *nearest,
        ]

    def page(self, limit: int, filtered: bool) -> Page:
        """Return the best, each of the user's own records before the one it speaks about.

        Args:
            filtered: an own record that was not found is not brought along.
        """
        rows, scores = self.sifted.rows, self._found.scores
        if not self._facts.own:
            return self._tidied(Page(best(rows, self._splits, scores, limit)))
        ordered: dict[int, None] = {}
        drawn: set[int] = set()
        # Twice the limit, because a record may draw the one it belongs with up the list.
        for row in best(rows, self._splits, scores, 2 * limit):
            for own in self._facts.own.get(row, ())[:_OWN]:
                if own not in ordered and (own in rows or not filtered):
                    ordered[own] = None
                    drawn.add(own)
            ordered[row] = None
        return self._tidied(Page(list(ordered)[:limit], drawn))

    def group(self, row: int) -> Group:
        """Return the group of a row; not stated before elsewhere."""
        elsewhere, unstated = self.section(row)
        if unstated:
            return "not_stated"
        return "elsewhere" if elsewhere else "match"

    def section(self, row: int) -> Section:
        """Return under which heading a row belongs."""
        return Section(row in self._far, self.sifted.missing(row))

    def count(self, section: Section) -> int:
        """Return how many rows belong under a heading."""
        rows = self.sifted.missing_exactly(section.unstated)
        return len(rows & self._far if section.elsewhere else rows - self._far)

    def fit(self) -> Fit | None:
        """Return how what is near fits the filters; None when there are none."""
        if not self.sifted.unstated:
            return None
        near = self.sifted.rows - self._far
        unstated = near & set[int]().union(*self.sifted.unstated.values())
        known = near - unstated
        here = any(self.levels.get(row) is Level.MUNICIPALITY for row in known)
        return Fit(len(known), here, len(unstated))

    def _tidied(self, page: Page) -> Page:
        """Apply what goes before all order, within the heading that comes first."""
        heading = self._first_heading(page)
        first = _current_first(page.rows[:heading], self._facts)
        if (meant := self._meant()) is not None:
            first = [meant, *(row for row in first if row != meant)][: len(page.rows)]
        rest = [row for row in page.rows[heading:] if row not in first[:1]]
        return Page([*first, *rest][: len(page.rows)], page.drawn)

    def _meant(self) -> int | None:
        """Return the emergency number or critical guidance that is first without other packs.

        Then it is what is meant, and stays first however many records another pack has, and
        whatever the user has written beside others.
        """
        facts, noted = self._facts, self._found.notes.keys() - self._found.published
        if not (facts.others or noted):
            return None
        national = self.sifted.rows - facts.others - (noted - facts.protected)
        first = next(iter(best(national, self._splits, self._found.scores, 1)), None)
        return first if first in facts.protected else None

    def _first_heading(self, page: Page) -> int:
        """Return how many rows stand before another heading begins."""
        if not self.sifted.unstated:
            return len(page.rows)
        standing = [(at, row) for at, row in enumerate(page.rows) if row not in page.drawn]
        sections = [(at, self.section(row)) for at, row in standing]
        return next((at for at, one in sections if one != sections[0][1]), len(page.rows))


def _current_first(rows: list[int], facts: Facts) -> list[int]:
    """Move a current record to the top: what is over never comes first (SCREENS, J10)."""
    over: Set[int] = facts.past[0] | facts.past[1]
    current = next((row for row in rows if row not in over), None)
    if current is None or rows[0] == current:
        return rows
    return [current, *(row for row in rows if row != current)]
