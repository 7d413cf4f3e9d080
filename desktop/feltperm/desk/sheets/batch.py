"""Several sheets in one job: set one by one, so that a hundred take no more memory than one.

Whoever prints takes pages out of :meth:`Batch.rasters`; nothing is set before it is asked for. A
sheet that cannot be set is left out, and the others go on.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from feltperm.catalogue.records import pick
from feltperm.desk.saving import save
from feltperm.errors import PaperFailed
from feltperm.paper.child import SheetCancelled
from feltperm.paper.job import Job, Paper
from feltperm.wording import say

if TYPE_CHECKING:
    from feltperm.paper.press import Press, Raster
    from feltperm.paper.tiling import Tiling

__all__ = ["Batch", "Item", "OwnPdf", "Tell"]

#: Told before each sheet: how many are done, of how many, and the title of the next.
Tell: TypeAlias = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class OwnPdf:
    """A PDF made elsewhere, checked and kept (:mod:`feltperm.desk.sheets.import_pdf`)."""

    title: str
    data: bytes


#: A sheet to be set, or a file that is printed as it is.
Item: TypeAlias = Job | OwnPdf


class Batch:
    """Sheets that are printed or saved together, once. Only :meth:`cancel` may come from anywhere.

    Attributes:
        left_out: title of each sheet that could not be set, and why, as it is said to people.
    """

    def __init__(
        self,
        press: Press,
        items: Sequence[Item],
        tell: Tell | None = None,
        *,
        paper: Paper = "a4",
        tiling: Tiling | None = None,
    ) -> None:
        """Remember what is asked for; nothing is set yet.

        Args:
            press: sets the sheets.
            items: the sheets, in their order.
            tell: told before each of them, on the thread that takes the pages.
            paper: the sheet on which a PDF made elsewhere is fitted.
            tiling: how each of our own sheets is shared out; None for whole sheets.
        """
        self._press, self._items, self._tell = press, items, tell
        self._paper, self._tiling = paper, tiling
        self._cancelled = threading.Event()
        self.left_out: list[tuple[str, str]] = []

    def rasters(self, dpi: int) -> Iterator[Raster]:
        """Give the pages of all sheets for a printer.

        Raises:
            SheetCancelled: :meth:`cancel` was called; what came before must not be printed alone.
        """
        for title, item in self._each():
            if isinstance(item, OwnPdf):
                yield from self._press.rasters(item.data, dpi, self._paper)
            elif (pdf := self._set(title, item)) is not None:
                yield from self._press.rasters(pdf, dpi)

    def save(self, folder: Path) -> tuple[Path, ...]:
        """Write each sheet as a PDF of its own into a folder, and return their names.

        Raises:
            SheetCancelled: :meth:`cancel` was called; the files until then are whole.
            DiskFull, ReadOnly, NotFound: see :func:`feltperm.desk.saving.save`.
        """
        saved: list[Path] = []
        for title, item in self._each():
            data = item.data if isinstance(item, OwnPdf) else self._set(title, item)
            if data is not None:
                saved.append(save(data, _free(folder, title, saved)))
        return tuple(saved)

    def cancel(self) -> None:
        """Stop, also in the middle of a sheet."""
        self._cancelled.set()
        self._press.cancel()

    def _each(self) -> Iterator[tuple[str, Item]]:
        for done, item in enumerate(self._items):
            self._go_on()
            title = item.title if isinstance(item, OwnPdf) else pick(item.title)[1]
            if self._tell:
                self._tell(done, len(self._items), title)
            yield title, item
        self._go_on()

    def _go_on(self) -> None:
        if self._cancelled.is_set():
            raise SheetCancelled(say("Arkene ble avbrutt."))

    def _set(self, title: str, job: Job) -> bytes | None:
        """Return the PDF of a sheet; None where it cannot be set."""
        try:
            sheet = self._press.tile(job, self._tiling) if self._tiling else self._press.set(job)
        except SheetCancelled:
            raise
        except PaperFailed as refused:
            self.left_out.append((title, str(refused)))
            return None
        return sheet.pdf


def _free(folder: Path, title: str, taken: Sequence[Path]) -> Path:
    """Return a name for a sheet: its title as files can be called, and a number for a namesake."""
    stem = re.sub(r"[^\w\- ]+", "", title).strip()[:60] or "ark"
    names = {path.name.casefold() for path in taken}
    number = 1
    while (name := f"{stem}{f' {number}' if number > 1 else ''}.pdf").casefold() in names:
        number += 1
    return folder / name
