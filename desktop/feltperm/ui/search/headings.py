"""The rows of an answer with the headings between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from feltperm.desk.find import Results
from feltperm.search import Section
from feltperm.ui.search.filter_words import FilterWords
from feltperm.ui.search.result_row import ResultRow
from feltperm.ui.search.rows import row_of_hit

__all__ = ["rows_of"]

_FIRST = Section(elsewhere=False, unstated=())


def rows_of(
    results: Results, offset: int, words: FilterWords, starred: set[str], later: bool = False
) -> list[ResultRow]:
    """Return the rows of the hits from ``offset`` on, a heading where another section begins.

    Args:
        later: whether it is open is said of another time than now.
    """
    rows: list[ResultRow] = []
    for number, heading in enumerate(_headings(results, words)):
        if number < offset:
            continue
        row = row_of_hit(results.hits[number], words.words, starred)
        if later:
            row = replace(row, chips=tuple(replace(c, text=words.then(c.text)) for c in row.chips))
        if heading:
            rows.append(ResultRow(ref="", kind="", title=heading, heading=True))
        rows.append(replace(row, under=heading))
    return rows


def _headings(results: Results, words: FilterWords) -> Iterator[str]:
    """Give for each hit the heading that stands above it, or an empty string.

    Where nothing is filtered, what answers all words comes before what answers some, near or not:
    after the first hits from elsewhere both are mixed, under one heading.
    """
    now, mixed = _FIRST, False
    for found in results.hits:
        section = found.hit.section
        if found.hit.drawn or section == now or (mixed and not section.unstated):
            yield ""
            continue
        mixed = now.elsewhere and section == _FIRST
        now = section
        yield words.heading(section, results.sections.get(section, 0))
