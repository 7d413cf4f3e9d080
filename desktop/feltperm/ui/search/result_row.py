"""What the cards of the result list show: plain values, loaded with the first of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

__all__ = ["Chip", "Fill", "More", "ResultRow"]

#: Fetches the rows from this one on; None where there are no more.
More: TypeAlias = Callable[[int], None] | None
#: Fetches these rows of a list whose length is known; None where all are here.
Fill: TypeAlias = Callable[[range], None] | None


@dataclass(frozen=True, slots=True)
class Chip:
    """A painted chip: a word, its tone (plain, green, amber, red, blue or bare), and a sign."""

    text: str
    tone: str = "plain"
    sign: str = ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What one card shows.

    Attributes:
        heading: it is no card but stands above the next ones; it cannot be chosen.
        under: the heading right above it, for who hears the list.
        marks: (start, end) of matched words in ``snippet``, in characters; ``title_marks`` in
            ``title``.
        reason: why it was found, where the marks do not say so.
    """

    ref: str
    kind: str
    title: str
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()
    chips: tuple[Chip, ...] = ()
    reason: str = ""
    starred: bool = False
    heading: bool = False
    under: str = ""

    def with_star(self, starred: bool) -> ResultRow:
        """Return the same row, marked as a favourite or not."""
        return replace(self, starred=starred)
