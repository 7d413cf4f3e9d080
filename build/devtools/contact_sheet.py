"""All posters in all their languages on a few pictures to be looked at; the reference pictures.

Run by ``build/dev.py contact-sheet`` inside ``.venv``, since it needs the program and Pillow.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import fontpkg_noto_sans
from PIL import Image, ImageDraw, ImageFont

from devtools.every_sheet import Wanted, job_of, opened_desk, posters
from devtools.places import OUT, ROOT
from feltperm import app
from feltperm.desk.desk import Desk
from feltperm.errors import PaperFailed
from feltperm.paper.job import Job
from feltperm.paper.press import Press

__all__ = ["REFERENCES", "differing", "main", "reference", "references"]

#: The pictures that the tests compare every sheet with.
REFERENCES = ROOT / "tests" / "paper" / "pictures"
#: Pixels per inch: enough to see that something has moved, few enough to be kept in git.
_REFERENCE_PPI = 36
#: Shades of grey a reference holds.
_SHADES = 8
#: Side of the squares that two pictures are compared by, in pixels: 5 mm.
_SQUARE = 8

_THUMB_PPI = 60
_ROWS = 4
_MARGIN, _LABEL = 16, 28


class Row(NamedTuple):
    """One poster in one form: its sheets in the languages it is offered in."""

    label: str
    sheets: tuple[Wanted, ...]


# --- reference pictures ---------------------------------------------------------------------------


def references(desk: Desk) -> Iterator[Wanted]:
    """Give the sheets that have a reference: each in bokmål, and each kind in its other looks."""
    seen = set()
    for offer in posters(desk):
        for form in offer.forms:
            yield Wanted(offer.ref, form.form, "nb")
            kind = job_of(desk, Wanted(offer.ref, form.form, "nb")).layout
            if kind not in seen and "ar" in form.languages:
                seen.add(kind)
                yield Wanted(offer.ref, form.form, "nb", ink="save")
                yield Wanted(offer.ref, form.form, "ar")


def reference(press: Press, job: Job) -> Image.Image:
    """Set a sheet and return its first page as its reference holds it."""
    page = Image.open(io.BytesIO(press.set(job, ppi=_REFERENCE_PPI).pages[0])).convert("L")
    step = 255 / (_SHADES - 1)
    return page.point([round(round(value / step) * step) for value in range(256)])


def differing(one: Image.Image, other: Image.Image) -> float:
    """Return how much the two differ where they differ most, in percent of black to white.

    They are compared by squares, so that another smoothing of the same letters is no difference,
    while a line that has moved or a word that is missing is one.
    """
    if one.size != other.size:
        return 100.0
    small = [picture.convert("L").reduce(_SQUARE).tobytes() for picture in (one, other)]
    most: int = max(abs(a - b) for a, b in zip(*small, strict=True))
    return most / 255 * 100


def _renew(desk: Desk, press: Press) -> int:
    REFERENCES.mkdir(exist_ok=True)
    names = set()
    for wanted in references(desk):
        path = REFERENCES / f"{wanted}.png"
        names.add(path.name)
        reference(press, job_of(desk, wanted)).quantize(_SHADES).save(path, optimize=True)
    for path in REFERENCES.glob("*.png"):
        if path.name not in names:
            path.unlink()
    size = sum(path.stat().st_size for path in REFERENCES.glob("*.png"))
    print(f"{REFERENCES.relative_to(ROOT)}: {len(names)} pictures, {size / 1000:.0f} kB")
    return 0


# --- contact sheet --------------------------------------------------------------------------------


def _rows(desk: Desk, ink: str) -> Iterator[Row]:
    for offer in posters(desk):
        for form in offer.forms:
            sheets = tuple(
                Wanted(offer.ref, form.form, language, ink="save" if ink == "save" else "colour")
                for language in form.languages
            )
            yield Row(" · ".join(filter(None, (offer.title, form.form))), sheets)


def _thumbnail(press: Press, desk: Desk, wanted: Wanted) -> Image.Image:
    """Return a small picture of a sheet, or the sentence that says why there is none."""
    try:
        page = press.set(job_of(desk, wanted), ppi=_THUMB_PPI).pages[0]
    except PaperFailed as failed:
        blank = Image.new("RGB", (round(8.27 * _THUMB_PPI), round(11.69 * _THUMB_PPI)), "white")
        ImageDraw.Draw(blank).multiline_text(
            (20, 40), str(failed).replace(". ", ".\n"), fill="#B3261E", font=_font(18)
        )
        return blank
    return Image.open(io.BytesIO(page)).convert("RGB")


def _picture(rows: Sequence[Row], thumbs: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """Put rows of sheets below each other, each sheet with its language over it."""
    wide = max(one.width for row in thumbs for one in row) + _MARGIN
    high = max(one.height for row in thumbs for one in row) + _MARGIN + 2 * _LABEL
    columns = max(map(len, thumbs))
    made = Image.new("RGB", (columns * wide + _MARGIN, len(rows) * high + _MARGIN), "#C9CFCC")
    pen = ImageDraw.Draw(made)
    for line, (row, pictures) in enumerate(zip(rows, thumbs, strict=True)):
        top = line * high + _MARGIN
        pen.text((_MARGIN, top), row.label, fill="#1D2B2A", font=_font(20))
        for column, (wanted, thumb) in enumerate(zip(row.sheets, pictures, strict=True)):
            left = column * wide + _MARGIN
            pen.text((left, top + _LABEL), wanted.language, fill="#1D2B2A", font=_font(16))
            made.paste(thumb, (left, top + 2 * _LABEL))
    return made


def _font(size: int) -> ImageFont.FreeTypeFont:
    (path,) = Path(fontpkg_noto_sans.ROOT).rglob("NotoSans[[]*.ttf")
    return ImageFont.truetype(path, size)


def _draw(desk: Desk, press: Press, ink: str, out: Path) -> int:
    out.mkdir(parents=True, exist_ok=True)
    every = list(_rows(desk, ink))
    for number, start in enumerate(range(0, len(every), _ROWS), 1):
        rows = every[start : start + _ROWS]
        thumbs = [[_thumbnail(press, desk, wanted) for wanted in row.sheets] for row in rows]
        path = out / f"contact-sheet-{ink}-{number}.png"
        _picture(rows, thumbs).save(path)
        print(path)
    return 0


def main(arguments: Iterable[str]) -> int:
    """Draw the contact sheet, or renew the reference pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--ink", choices=("colour", "save"), default="colour")
    parser.add_argument("--out", type=Path, default=OUT / "contact-sheet")
    parser.add_argument("--references", action="store_true", help="renew the reference pictures")
    options = parser.parse_args(list(arguments))
    with opened_desk() as desk, app.open_press() as press:
        if options.references:
            return _renew(desk, press)
        return _draw(desk, press, options.ink, options.out)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
