"""The list of all records: its beginning, and whatever part of it is seen later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.search.result_row import ResultRow
from feltperm.ui.search.rows import row_of_list

if TYPE_CHECKING:
    from feltperm.catalogue.records import Kind
    from feltperm.desk.desk import Desk
    from feltperm.desk.find import Listed

__all__ = ["Beginning", "Browse"]


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first rows of a list.

    Attributes:
        total: how many it has.
        starred: the favourites.
        local: whether the municipality has something of its own.
    """

    rows: Sequence[ResultRow]
    total: int
    starred: set[str]
    local: bool


@dataclass(frozen=True, slots=True)
class Browse:
    """What is listed; of all that is asked for, only the latest is answered."""

    context: Context
    kinds: Sequence[Kind]
    municipality: str
    failed: Callable[[Condition], None]

    def begin(self, count: int, shown: Callable[[Beginning], None]) -> None:
        """Read the first ``count`` rows, and how many there are."""
        self._read(range(count), shown)

    def fill(self, wanted: range, put: Callable[[int, Sequence[ResultRow]], None]) -> None:
        """Read the rows that are seen, and put them in their place."""
        self._read(wanted, lambda answer: put(wanted.start, answer.rows))

    def _read(self, wanted: range, done: Callable[[Beginning], None]) -> None:
        def work(desk: Desk) -> tuple[Listed, set[str], bool]:
            near = desk.find.neighbours(self.municipality)
            page = (len(wanted), wanted.start)
            listed = desk.find.browse(self.kinds, self.municipality, *page, near)
            return listed, desk.keep.refs(), desk.find.has_local(self.municipality)

        def answered(answer: tuple[Listed, set[str], bool]) -> None:
            (listed, starred, local), words = answer, self.context.words()
            rows = [row_of_list(row, words, starred) for row in listed.rows]
            done(Beginning(rows, listed.total, starred, local))

        self.context.desk.run_latest(
            "list", work, answered, self.failed, stop=lambda desk: desk.interrupt()
        )
