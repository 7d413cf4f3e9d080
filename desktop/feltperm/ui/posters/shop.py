"""What the printing lane owns: a press of its own, so that previews never wait, and the spooler."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from feltperm.desk.sheets.batch import Batch, Item
from feltperm.desk.sheets.trial import trial_page
from feltperm.errors import PaperFailed
from feltperm.ui.posters.spooler import DPI, Order, Spooler
from feltperm.wording import say

if TYPE_CHECKING:
    from feltperm.desk.sheets.printers import Printer, Way
    from feltperm.paper.press import Press, Raster

__all__ = ["PrintShop"]


class PrintShop:
    """Prints sheets, one job after the other; :meth:`cancel` may come from any thread."""

    def __init__(self, press: Press, spooler: Spooler) -> None:
        """Remember both; neither is started yet."""
        self.press, self.spooler = press, spooler
        self._batch: Batch | None = None

    def printers(self) -> list[Printer]:
        """Return the printers; raises what :meth:`Spooler.find` raises."""
        return self.spooler.find()

    def send(
        self,
        order: Order,
        items: Sequence[Item],
        way: Way,
        tell: Callable[[int, int, str], None] | None = None,
    ) -> tuple[tuple[str, str], ...]:
        """Send sheets as one job, and return those that could not be set: title and reason.

        Args:
            order: the printer and how it prints.
            items: the sheets.
            way: how they come onto the printer's paper.
            tell: told before each sheet: how many are done, of how many, and its title.

        Raises:
            PaperFailed: none of the sheets could be set. Nothing was sent.
            PrinterFailed: as :meth:`Spooler.send`.
        """
        self._batch = Batch(self.press, items, tell, paper=order.paper, tiling=way.tiling)
        try:
            self.spooler.send(order, _some(self._batch))
            return tuple(self._batch.left_out)
        finally:
            self._batch = None
            self.press.close()  # its worker is not kept for the next job, which may be days away

    def send_test_page(self, order: Order, printer: str, now: datetime) -> None:
        """Send the test page; raises as :meth:`send`."""
        try:
            sheet = trial_page(self.press, printer, now.date())
            self.spooler.send(order, self.press.rasters(sheet.pdf, DPI))
        finally:
            self.press.close()

    def cancel(self) -> None:
        """Stop what is being sent; nothing of it is printed."""
        if batch := self._batch:
            batch.cancel()
        self.spooler.stop()

    def hurry(self) -> None:
        """The window closes: what is being sent has a last moment."""
        self.spooler.hurry()

    def close(self) -> None:
        """Stop the worker."""
        self.press.close()


def _some(batch: Batch) -> Iterator[Raster]:
    """Give the pages of a batch; an empty job is not sent."""
    count = 0
    for page in batch.rasters(DPI):
        count += 1
        yield page
    if not count:
        nothing = say("Det var ingen ark å sende.")
        raise PaperFailed(batch.left_out[0][1] if batch.left_out else nothing)
