"""Posters made elsewhere: brought in as PDF, and printed with the site's box on a second sheet.

The file is read here and looked at in the paper worker only. It is kept byte for byte; a printer
gets pixels of it (:class:`feltperm.desk.sheets.batch.Batch`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from feltperm.binder import Binder, PdfPoster
from feltperm.catalogue.records import Text
from feltperm.desk.sheets.batch import Item, OwnPdf
from feltperm.desk.sheets.print import sheet_foot, sheet_words
from feltperm.errors import NotFound
from feltperm.paper.job import Ink, Job, JobLine, SiteBox, with_code
from feltperm.wording import say

if TYPE_CHECKING:
    from feltperm.paper.press import ForeignPdf, Press

__all__ = ["PdfPosters", "read_pdf", "site_sheet"]

#: Bytes read of a file: one more than the worker takes, so that it can say that it is too much.
_MOST = 20_000_001
#: What the second sheet is called.
_HEADING: Text = {"nb": "Her finner du oss"}


def read_pdf(press: Press, path: Path) -> ForeignPdf:
    """Read a file that somebody chose, and let the worker look at it; nothing is kept yet.

    Raises:
        NotFound: there is no file, or it cannot be read.
        PdfRefused: it is too large, locked, damaged, or has too many pages.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST)
    except (OSError, ValueError) as error:
        raise NotFound(say("Filen kan ikke leses. Velg en annen."), str(error)) from error
    return press.check_pdf(data)


def site_sheet(title: str, site: SiteBox, ink: Ink, today: date, labels: Mapping[str, Text]) -> Job:
    """Return the sheet that hangs below a poster made elsewhere, and says where to find us.

    What the box says stands large above it too: the sheet is read from where the poster is.

    Args:
        title: what the poster is called, so that the two stay together.
        site: the place.
        ink: colour or ink saver.
        today: the day of printing.
        labels: the fixed words (:func:`feltperm.desk.sheets.print.load_labels`).
    """
    languages = ("nb",)
    return with_code(
        Job(
            layout="list", record="", paper="a4", ink=ink, colour="teal", languages=languages,
            title=_HEADING, subtitle={"nb": title}, items=tuple(_lines(site)), box_heading={},
            site=site, words=sheet_words(labels, languages), notices=(),
            foot=sheet_foot((), "", "", today),
        )
    )  # fmt: skip


def _lines(site: SiteBox) -> Iterator[JobLine]:
    yield JobLine(title={"nb": site.name}, detail={"nb": site.address}, icon="person")
    if site.hours:
        yield JobLine(title={"nb": site.hours}, icon="clock")
    if site.phone:
        yield JobLine(title={"nb": site.phone}, icon="phone")


class PdfPosters:
    """The posters that were brought in as PDF, for the thread that opened the binder."""

    def __init__(
        self,
        binder: Binder,
        labels: Callable[[], Mapping[str, Text]],
        clock: Callable[[], datetime],
    ) -> None:
        """Remember where they are kept, the words of a sheet, and what day it is."""
        self._binder, self._labels, self._clock = binder, labels, clock

    def list(self) -> tuple[PdfPoster, ...]:
        """Return them, the one brought in last first."""
        return self._binder.pdf_posters.list()

    def keep(self, title: str, pdf: ForeignPdf) -> PdfPoster:
        """Keep a PDF that the press has checked; the file is kept before it is named.

        Raises:
            DiskFull, ReadOnly: it could not be kept.
        """
        poster = PdfPoster(
            sha256=self._binder.files.keep(pdf.data),
            title=title,
            pages=len(pdf.sizes),
            added_on=self._clock().date().isoformat(),
        )
        return self._binder.pdf_posters.add(poster)

    def remove(self, sha256: str) -> PdfPoster | None:
        """Take one off the list, and return what :meth:`put_back` takes; its file stays."""
        return self._binder.pdf_posters.remove(sha256)

    def put_back(self, poster: PdfPoster) -> None:
        """Undo a removal."""
        self._binder.pdf_posters.add(poster)

    def items(self, sha256: str, site: SiteBox | None, ink: Ink = "colour") -> tuple[Item, ...]:
        """Return what is printed of a poster: the file, and a sheet with the site's box.

        Raises:
            NotFound: the poster or its file is not here any more.
        """
        poster = next((one for one in self.list() if one.sha256 == sha256), None)
        data = self._binder.files.read(sha256)
        if poster is None or data is None:
            raise NotFound(say("PDF-en er ikke her lenger. Hent den inn på nytt."), sha256)
        own = OwnPdf(poster.title, data)
        if site is None:
            return (own,)
        return (own, site_sheet(poster.title, site, ink, self._clock().date(), self._labels()))
