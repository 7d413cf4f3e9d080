"""The numbers that always answer, when something is urgent (SCREENS section 1, J1).

A municipality is chosen, something in the question or among the first hits is acute, and then a
local record comes that nobody can ring: 113 and 116 117 stand above it, whether or not their own
words were asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence, Set
from heapq import nlargest
from itertools import chain

from feltperm.catalogue.areas import Level
from feltperm.search.arrange import Facts

__all__ = ["is_acute", "load_helplines", "with_helplines"]

#: What an urgent word has in it, folded.
_ACUTE = ("akutt", "ambulans", "haster", "legevakt", "livsfar", "nodtelefon", "overdose")
#: Guidance among so many first hits makes an answer acute.
_FIRST = 5
_HELPLINES = """
SELECT DISTINCT row FROM number JOIN record USING (row) JOIN area USING (row)
WHERE digits IN ('113', '116117') AND protected AND level = :country AND status = 'current'
    AND kind = 'service' ORDER BY digits, row
"""


def load_helplines(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Return the rows of the national pack's own 113 and 116 117, in this order."""
    found = connection.execute(_HELPLINES, {"country": int(Level.COUNTRY)})
    return tuple(chain.from_iterable(found))


def is_acute(key: str, page: Sequence[int], scores: Mapping[int, float], facts: Facts) -> bool:
    """Say whether a question (its folded words) or its first hits are acute.

    Args:
        page: the rows that are shown, in order.
        scores: of all that was found; the best of them count although a filter hides them.
    """
    if any(part in key for part in _ACUTE):
        return True
    best = nlargest(_FIRST, scores, scores.__getitem__)
    return not facts.acute.isdisjoint([*page[:_FIRST], *best])


def with_helplines(
    page: Sequence[int],
    helplines: Sequence[int],
    levels: Mapping[int, Level],
    facts: Facts,
) -> tuple[list[int], Set[int]]:
    """Put the helplines above the first local record without a phone number.

    Returns the rows, and which of them did not stand there by themselves.
    """
    places = facts.of_kinds(["service", "organisation"]) - facts.reachable
    over = facts.past[0] | facts.past[1]

    def nobody_answers(row: int) -> bool:
        near = levels.get(row, Level.NOT_STATED) < Level.COUNTRY
        return near and row in places and row not in over

    first = next((place for place, row in enumerate(page) if nobody_answers(row)), len(page))
    if first == len(page):
        return list(page), set()
    above = page[:first]
    drawn = [row for row in helplines if row not in above]
    return [*above, *drawn, *(row for row in page[first:] if row not in drawn)], set(drawn)
