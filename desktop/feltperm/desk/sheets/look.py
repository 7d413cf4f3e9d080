"""What is going to be printed, as it will be seen before: pages of one sheet, or one of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feltperm.catalogue.records import pick
from feltperm.desk.sheets.as_text import sheet_text
from feltperm.desk.sheets.batch import Item, OwnPdf
from feltperm.errors import TextTooLong
from feltperm.paper.job import Job
from feltperm.paper.tiling import Tiling

if TYPE_CHECKING:
    from feltperm.paper.press import Press

__all__ = ["Look", "look_at", "title_of"]

#: Of several sheets in one job, so many are shown, and this much coarser.
SHOWN, COARSER = 24, 0.5


@dataclass(frozen=True, slots=True)
class Look:
    """Pages as PNG with a name each (empty for the pages of one sheet), and the ink they take.

    Attributes:
        coverage: per cent of each of them under ink.
        words: what each says as plain text; empty for a PDF made elsewhere.
    """

    pages: tuple[bytes, ...]
    names: tuple[str, ...]
    coverage: tuple[float, ...]
    words: tuple[str, ...]


def look_at(press: Press, items: Sequence[Item], tiling: Tiling | None, ppi: float) -> Look:
    """Set sheets and draw them for the window: all pages of one, or the first page of each.

    Raises:
        PaperFailed: as :meth:`Press.set`; of several, one whose text is too long is left out.
    """
    if len(items) == 1 and isinstance(job := items[0], Job):
        sheet = press.tile(job, tiling, ppi=ppi) if tiling else press.set(job, ppi=ppi)
        return Look(sheet.pages, (), sheet.coverage, (sheet_text(job),) * len(sheet.pages))
    pages, names, covered, words = [], [], list[float](), []
    for item in items[:SHOWN]:
        if isinstance(item, OwnPdf):
            pages.append(press.check_pdf(item.data).preview)
            words.append("")
        else:
            try:
                sheet = press.set(item, ppi=ppi * COARSER)
            except TextTooLong:  # it is left out of the job, too, and told of there
                continue
            pages.append(sheet.pages[0])
            covered += sheet.coverage
            words.append(sheet_text(item))
        names.append(title_of([item]))
    return Look(tuple(pages), tuple(names), tuple(covered), tuple(words))


def title_of(items: Sequence[Item]) -> str:
    """Return what a printer's queue calls these sheets."""
    first = items[0]
    title = first.title if isinstance(first, OwnPdf) else pick(first.title)[1]
    return title + " m.fl." * (len(items) > 1)
