"""How a large poster is shared out on sheets that a small printer takes (issue 6, SCREENS 2.9).

Every part overlaps the next one; what lies nearest the edge of a sheet, where no printer reaches,
stays white, and beside the part there is room for the cut marks. All measures are millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal, TypeAlias

import msgspec

__all__ = ["EDGE", "OVERLAP", "STRIP", "Poster", "Tile", "TilePlan", "TileSheet", "Tiling"]

Poster: TypeAlias = Literal["a2", "a3"]
TileSheet: TypeAlias = Literal["a3", "a4"]

#: Nothing is printed nearer to the edge of a sheet.
EDGE = 10.0
#: Room for cut marks and the part's place, between that and the part.
STRIP = 4.0
#: What two neighbours both show, so that they can be laid over each other.
OVERLAP = 10.0

_SIZES = {"a2": (420.0, 594.0), "a3": (297.0, 420.0), "a4": (210.0, 297.0)}


class Tile(msgspec.Struct, frozen=True):
    """One part: its place among the others, counted from 1, and what of the poster it shows."""

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float


class TilePlan(msgspec.Struct, frozen=True):
    """What the layout ``tile.typ`` needs: the sheet, the poster as large as it gets, its parts.

    Attributes:
        left, top: where a part begins on its sheet.
        marks_above: there is room for marks above and below a part too, not only beside it.
    """

    page_width: float
    page_height: float
    poster_width: float
    poster_height: float
    left: float
    top: float
    overlap: float
    marks_above: bool
    rows: int
    columns: int
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Tiling:
    """A poster of one size on sheets of a smaller one.

    Attributes:
        poster: the size of the whole. A2 is the sheet for A3, drawn larger.
        sheet: the paper in the printer.
        two: on exactly two sheets: the poster shrinks by what the printer's margins take, and
            the two are laid edge to edge.
    """

    poster: Poster
    sheet: TileSheet
    two: bool = False

    def __post_init__(self) -> None:
        if self.poster >= self.sheet:
            raise ValueError(f"{self.poster} is not larger than {self.sheet}")
        if self.two and (self.poster, self.sheet) == ("a2", "a4"):
            raise ValueError("A2 does not fit on two sheets of A4")

    @property
    def sheets(self) -> int:
        """How many sheets it takes."""
        return len(self.plan().tiles)

    def plan(self) -> TilePlan:
        """Return the parts, on sheets that lie as fewer of them are needed; upright if equal."""
        upright = _SIZES[self.sheet]
        if self.two:
            return _on_two(_SIZES[self.poster], upright[::-1])
        across = _parts(_SIZES[self.poster], upright[::-1])
        standing = _parts(_SIZES[self.poster], upright)
        return across if len(across.tiles) < len(standing.tiles) else standing


def _parts(poster: tuple[float, float], sheet: tuple[float, float]) -> TilePlan:
    """Share a poster out in its own size, with marks on all sides of every part."""
    room = (sheet[0] - 2 * (EDGE + STRIP), sheet[1] - 2 * (EDGE + STRIP))
    return _plan(poster, sheet, room, OVERLAP, (EDGE + STRIP, EDGE + STRIP))


def _on_two(poster: tuple[float, float], sheet: tuple[float, float]) -> TilePlan:
    """Make a poster as large as two sheets below each other can show; marks only beside it."""
    room = (sheet[0] - 2 * (EDGE + STRIP), sheet[1] - 2 * EDGE)
    share = min(room[0] / poster[0], 2 * room[1] / poster[1])
    width, height = poster[0] * share, poster[1] * share
    return _plan(
        (width, height), sheet, (width, height / 2), 0, ((sheet[0] - width) / 2, EDGE)
    )  # fmt: skip


def _plan(
    poster: tuple[float, float],
    sheet: tuple[float, float],
    room: tuple[float, float],
    overlap: float,
    corner: tuple[float, float],
) -> TilePlan:
    """Share it out in equal parts, as few as there is room for."""
    columns, rows = (
        ceil((whole - overlap) / (most - overlap)) for whole, most in zip(poster, room, strict=True)
    )
    width = (poster[0] + (columns - 1) * overlap) / columns
    height = (poster[1] + (rows - 1) * overlap) / rows
    tiles = tuple(
        Tile(
            row + 1, column + 1, column * (width - overlap), row * (height - overlap), width, height
        )
        for row in range(rows)
        for column in range(columns)
    )
    return TilePlan(*sheet, *poster, *corner, overlap, overlap > 0, rows, columns, tiles)
