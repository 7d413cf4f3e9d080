"""PDF posters made elsewhere: looked at in the worker only, before anybody keeps or prints one.

They are printed as pixels, so nothing that is alive in such a file (scripts, links, files in the
file) goes on to a printer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from feltperm.paper.pixels import Unreadable, draw_page, opened, page_sizes, png

__all__ = ["PDF_BYTES", "PDF_PAGES", "BadPdf", "Look", "WhyNot", "read_pdf"]

#: Largest file, in bytes: a poster of pictures has some megabytes.
PDF_BYTES = 20_000_000
#: Most pages: a poster, a folder or a small booklet.
PDF_PAGES = 12
#: Shortest and longest side of a page in points: 25 mm, and that of A0.
_SHORTEST, _LONGEST = 72.0, 3400.0
#: Pixels of the longer side of the small picture.
_PREVIEW_SIDE = 900
#: How finely the other pages are drawn, only to see that they can be.
_TRIAL_DPI = 10

WhyNot: TypeAlias = Literal["large", "locked", "pages", "damaged"]


class BadPdf(Exception):
    """The file is not taken; ``why`` is the sentence's name."""

    def __init__(self, why: WhyNot, detail: str) -> None:
        super().__init__(detail)
        self.why = why


@dataclass(frozen=True, slots=True)
class Look:
    """What a PDF looks like: its pages in points, and a PNG of the first one."""

    sizes: tuple[tuple[float, float], ...]
    preview: bytes


def read_pdf(data: bytes) -> Look:
    """Check a PDF and draw its first page; every page must be one that can be drawn.

    Raises:
        BadPdf: it is refused.
    """
    if len(data) > PDF_BYTES:
        raise BadPdf("large", f"{len(data)} bytes")
    if b"%PDF-" not in data[:1024]:
        raise BadPdf("damaged", "no PDF header")
    try:
        with opened(data) as document:
            if not 1 <= len(document) <= PDF_PAGES:
                raise BadPdf("pages", f"{len(document)} pages")
            sizes = tuple(page_sizes(document))
            for size in sizes:
                if min(size) < _SHORTEST or max(size) > _LONGEST:
                    raise BadPdf("damaged", f"a page of {size}")
            dpi = 72 * _PREVIEW_SIDE / max(sizes[0])
            for page in range(1, len(sizes)):
                draw_page(document, page, _TRIAL_DPI)
            return Look(sizes, png(draw_page(document, 0, dpi), dpi))
    except Unreadable as error:
        raise BadPdf("locked" if error.locked else "damaged", str(error)) from error
