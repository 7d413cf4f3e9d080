"""Pages of a PDF as pixels, in the worker: for the preview as PNG, for the printer as they are."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

import pypdfium2

__all__ = ["Pixels", "draw_page", "page_sizes", "png"]

#: Bytes of one pixel: 8-bit RGB.
DEPTH = 3


@dataclass(frozen=True, slots=True)
class Pixels:
    """One page as rows of ``stride`` bytes, RGB, flattened on white."""

    width: int
    height: int
    stride: int
    data: bytes


def page_sizes(pdf: bytes, dpi: float) -> list[int]:
    """Return how many bytes each page takes as pixels, before anything is drawn.

    Raises:
        ValueError: this is not a PDF.
    """
    with _opened(pdf) as document:
        sizes = [page.get_size() for page in document]
    scale = dpi / 72
    return [(int(width * scale) + 1) * (int(height * scale) + 1) * DEPTH for width, height in sizes]


def draw_page(pdf: bytes, page: int, dpi: float) -> Pixels:
    """Draw one page on white. Raises ValueError when this is not a PDF or has no such page."""
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise ValueError(f"page {page} of {len(document)}")
        bitmap = document[page].render(
            scale=dpi / 72,
            fill_color=(255, 255, 255, 255),
            rev_byteorder=True,
            force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGR,
        )
        return Pixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


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
    body = name + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error
