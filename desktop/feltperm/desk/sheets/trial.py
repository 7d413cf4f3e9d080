"""The test page of a printer («prøveside»): margins, size, three greys and a code (SCREENS J3)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from feltperm.paper.trial_job import trial_job

if TYPE_CHECKING:
    from feltperm.paper.press import Press, Sheet

__all__ = ["trial_page"]


def trial_page(press: Press, printer: str, today: date, ppi: float | None = None) -> Sheet:
    """Set the test page of a printer, on A4.

    Args:
        press: sets it.
        printer: the printer's name, as people see it.
        today: the day of printing.
        ppi: pixels per inch of a preview; None for the PDF alone.

    Raises:
        PaperFailed: it could not be set.
    """
    return press.set(trial_job(printer, today), ppi=ppi)
