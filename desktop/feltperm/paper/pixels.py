"""Pages of a PDF as pixels, in the worker: for the preview as PNG, for the printer as they are."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

import pypdfium2

__all__ = [
    "EDGE", "Document", "Pixels", "Unreadable", "coverage", "draw_page", "fitted_size",
    "opened", "page_bytes", "page_sizes", "page_words", "png",
]  # fmt: skip

#: Bytes of one pixel: 8-bit RGB.
DEPTH = 3
#: Points that no printer reaches, along each edge of a sheet: 10 mm (SCREENS section 4).
EDGE = 10 / 25.4 * 72
#: Rows and bytes left out between two that :func:`coverage` looks at; 7 goes through all channels.
_ROW_STEP, _BYTE_STEP = 4, 7

#: A PDF that is open.
Document: TypeAlias = pypdfium2.PdfDocument


@dataclass(frozen=True, slots=True)
class Pixels:
    """One page as rows of ``stride`` bytes, RGB, flattened on white."""

    width: int
    height: int
    stride: int
    data: bytes


class Unreadable(ValueError):
    """This is not a PDF, or one that cannot be drawn. ``locked``: it asks for a password."""

    def __init__(self, error: pypdfium2.PdfiumError) -> None:
        super().__init__(str(error))
        self.locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD


@contextmanager
def opened(pdf: bytes) -> Iterator[Document]:
    """Open a PDF.

    Raises:
        Unreadable: it cannot be opened, or something in it cannot be drawn.
    """
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            yield document
    except pypdfium2.PdfiumError as error:
        raise Unreadable(error) from error


def page_sizes(document: Document) -> list[tuple[float, float]]:
    """Return width and height of each page in points, without reading the pages."""
    return [document.get_page_size(page) for page in range(len(document))]


def page_bytes(size: tuple[float, float], dpi: float) -> int:
    """Return how many bytes a page of so many points takes as pixels."""
    width, height = (int(side * dpi / 72) + 1 for side in size)
    return width * height * DEPTH


def fitted_size(page: tuple[float, float], paper: tuple[float, float]) -> tuple[float, float]:
    """Return the paper laid as the page lies, across or upright; all in points."""
    short, long = sorted(paper)
    return (long, short) if page[0] > page[1] else (short, long)


def draw_page(
    document: Document, number: int, dpi: float, paper: tuple[float, float] | None = None
) -> Pixels:
    """Draw one page on white.

    Args:
        document: an open PDF.
        number: the page, from 0.
        dpi: dots per inch of paper.
        paper: the sheet in points on which a page from elsewhere is fitted in the middle, in its
            own shape and :data:`EDGE` from the edges; None draws the page as it is.

    Raises:
        ValueError: there is no such page.
    """
    if not 0 <= number < len(document):
        raise ValueError(f"page {number} of {len(document)}")
    page = document[number]
    scale, crop = dpi / 72, (0.0, 0.0, 0.0, 0.0)
    if paper is not None:
        size = page.get_size()
        sheet = fitted_size(size, paper)
        share = min((side - 2 * EDGE) / own for side, own in zip(sheet, size, strict=True))
        # what is cropped in the negative is added, in the units of the page
        across, down = ((sheet[at] / share - size[at]) / 2 for at in (0, 1))
        scale, crop = scale * share, (-across, -down, -across, -down)
    bitmap = page.render(
        scale=scale,
        crop=crop,
        fill_color=(255, 255, 255, 255),
        rev_byteorder=True,
        force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGR,
    )
    return Pixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def page_words(document: Document, number: int) -> str:
    """Return the words of a page on one line, as its text layer has them."""
    page = document[number].get_textpage()
    return " ".join(str(page.get_text_range()).split())


def coverage(pixels: Pixels) -> float:
    """Return how much ink a page takes: per cent of a page full of ink, from a sample of it.

    Ink is what a pixel lacks of white, in the mean of its three channels.
    """
    used = pixels.width * DEPTH
    rows = [
        pixels.data[start : start + used : _BYTE_STEP]
        for start in range(0, pixels.height * pixels.stride, pixels.stride * _ROW_STEP)
    ]
    return 100 * (1 - sum(map(sum, rows)) / (255 * sum(map(len, rows))))


def png(pixels: Pixels, dpi: float) -> bytes:
    """Return the pixels as a PNG, stored and not packed: it only crosses a pipe, quickly."""
    used = pixels.width * DEPTH
    rows = b"".join(
        b"\0" + pixels.data[start : start + used]
        for start in range(0, pixels.height * pixels.stride, pixels.stride)
    )
    per_metre = round(dpi / 0.0254)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", pixels.width, pixels.height, 8, 2, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", zlib.compress(rows, 0)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    # not name + data: a page has megabytes, and a copy of them costs a millisecond
    crc = zlib.crc32(data, zlib.crc32(name))
    return b"".join((struct.pack(">I", len(data)), name, data, struct.pack(">I", crc)))
