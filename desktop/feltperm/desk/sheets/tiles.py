"""A poster shared out on several sheets, for printers whose paper is smaller (SCREENS 2.9)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from feltperm.desk.saving import save
from feltperm.errors import PaperFailed
from feltperm.paper.job import Job, Paper
from feltperm.paper.tiling import Poster, TileSheet, Tiling
from feltperm.wording import say

if TYPE_CHECKING:
    from feltperm.paper.press import Press

__all__ = ["asked_tiling", "save_tiles", "tilings"]

#: The sheets a poster can be shared out on, by its size.
_SHEETS: dict[Poster, tuple[TileSheet, ...]] = {"a3": ("a4",), "a2": ("a3", "a4")}


def tilings(job: Job, sheet: Paper) -> tuple[Tiling, ...]:
    """Return how a poster can be shared out on a printer's paper, in its own size first.

    Only what is set for A3 is shared out; A2 is the same sheet drawn larger. Where two sheets are
    enough for a poster that is a little smaller, that comes before its full size.
    """
    if job.paper != "a3":
        return ()
    return tuple(
        Tiling(poster, paper, two)
        for poster, papers in _SHEETS.items()
        for paper in papers
        for two in (True, False)
        if paper == sheet and not (two and (poster, paper) == ("a2", "a4"))
    )


def asked_tiling(paper: str, sheet: TileSheet | None, two: bool) -> Tiling | None:
    """Return the tiling that was asked for in words; None for a whole sheet.

    Args:
        paper: the size of the poster; empty for the next one above the sheet.
        sheet: the paper to share it out on, or None.
        two: on exactly two of them.

    Raises:
        PaperFailed: there is no such tiling.
    """
    if sheet is None:
        if paper == "a2" or two:
            raise PaperFailed(
                say("A2 og to ark krever et mindre papir å dele på. Velg A4 eller A3.")
            )
        return None
    size = paper or ("a3" if sheet == "a4" else "a2")
    for poster, papers in _SHEETS.items():
        if poster == size and sheet in papers:
            try:
                return Tiling(poster, sheet, two)
            except ValueError as error:
                raise PaperFailed(
                    say("A2 trenger mer enn to ark i A4. Velg A3."), str(error)
                ) from error
    raise PaperFailed(
        say("Plakaten er ikke større enn arket. Velg et større papir."), f"{size} {sheet}"
    )


def save_tiles(press: Press, job: Job, tiling: Tiling, target: Path) -> Path:
    """Set a poster, share it out and save the sheets as the pages of one PDF.

    Raises:
        PaperFailed: the sheet is not one for A3, or could not be set; nothing was written.
        DiskFull, ReadOnly, NotFound: see :func:`feltperm.desk.saving.save`.
    """
    if tiling not in tilings(job, tiling.sheet):
        raise PaperFailed(say("Dette arket kan ikke deles. Lagre det i ett stykke."), job.layout)
    return save(press.tile(job, tiling).pdf, target)
