"""Sending a set sheet to a printer: pages as pixels from the worker, through QPrinter.

The same PDF is previewed, saved and printed (DESIGN section 7).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from feltperm.errors import PaperFailed

if TYPE_CHECKING:
    from feltperm.paper.press import Press, Raster

__all__ = ["DPI", "paint_pages", "print_pages"]

#: Dots per inch sent to the printer (DESIGN section 7: at most 300).
DPI = 300

_PAGES = {
    "a3": QPageSize.PageSizeId.A3,
    "a4": QPageSize.PageSizeId.A4,
    "a5": QPageSize.PageSizeId.A5,
    "a6": QPageSize.PageSizeId.A6,
}


def print_pages(press: Press, pdf: bytes, printer: str, paper: str, copies: int) -> None:
    """Send every page of ``pdf`` to the queue called ``printer``.

    Runs on the press's lane. Returns when the spooler has taken the job, which says nothing of
    whether a sheet came out.

    Raises:
        PaperFailed: the queue is gone, or refused the job.
    """
    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        raise PaperFailed("Skriveren ble borte. Ingenting er sendt. Velg en annen.", printer)
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    device.setCopyCount(copies)
    paint_pages(device, press.rasters(pdf, DPI), paper)


def paint_pages(device: QPrinter, pages: Iterable[Raster], paper: str) -> None:
    """Paint each page over a whole sheet of ``paper``; what goes wrong midway sends nothing.

    Raises:
        PaperFailed: the device refused the job, or a page could not be drawn.
    """
    device.setPageSize(QPageSize(_PAGES[paper]))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setFullPage(True)
    device.setResolution(DPI)
    name, painter = device.printerName(), QPainter()
    if not painter.begin(device):
        raise PaperFailed("Skriveren tok ikke imot arket. Prøv igjen, eller lagre PDF.", name)
    try:
        for number, page in enumerate(pages):
            if number and not device.newPage():
                raise PaperFailed("Skriveren stoppet midt i jobben. Prøv igjen.", name)
            image = QImage(
                page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB888
            )
            painter.drawImage(
                QRect(QPoint(0, 0), device.pageLayout().fullRectPixels(DPI).size()), image
            )
    except BaseException:
        device.abort()
        raise
    finally:
        painter.end()
