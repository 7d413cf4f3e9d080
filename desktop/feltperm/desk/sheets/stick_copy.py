"""Sheets on a memory stick, for a machine that has a printer (SCREENS 2.9)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from feltperm.desk.sheets.batch import Item, OwnPdf
from feltperm.packs.sticks.stick_writing import put_file
from feltperm.paper.tiling import Tiling

if TYPE_CHECKING:
    from feltperm.paper.press import Press

__all__ = ["FOLDER", "put_on_stick"]

#: The folder on the stick, where a person looks for them.
FOLDER = "Plakater"


def put_on_stick(
    press: Press, items: Sequence[Item], stick: Path, name: str, tiling: Tiling | None = None
) -> Path:
    """Write each sheet as a PDF onto a stick, flush it, and return their folder.

    Each file appears whole or not at all; one of the same name is replaced.

    Args:
        press: sets them, one at a time.
        items: the sheets.
        stick: where the stick is.
        name: of the file, without its ending; several are numbered.
        tiling: how each of our own sheets is shared out on smaller ones; None for whole sheets.

    Raises:
        PaperFailed: a sheet could not be set.
        UpdateFailed: the stick is full, or was pulled out.
        ReadOnly: it takes no writes.
    """
    for number, item in enumerate(items, 1):
        file = f"{name}.pdf" if len(items) == 1 else f"{name}-{number:02}.pdf"
        put_file(stick, file, _pdf(press, item, tiling), folder=FOLDER)
    return stick / FOLDER


def _pdf(press: Press, item: Item, tiling: Tiling | None) -> bytes:
    if isinstance(item, OwnPdf):
        return item.data
    return (press.tile(item, tiling) if tiling else press.set(item)).pdf
