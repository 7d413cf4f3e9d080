"""Sending a set sheet to a printer: pages as pixels from the worker, through QPrinter.

The same PDF is previewed, saved and printed (DESIGN section 7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from feltperm.errors import PaperFailed

if TYPE_CHECKING:
    from feltperm.paper.press import Press

__all__ = ["DPI", "print_pages"]

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
    device.setPageSize(QPageSize(_PAGES[paper]))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setFullPage(True)
    device.setCopyCount(copies)
    device.setResolution(DPI)
    painter = QPainter()
    if not painter.begin(device):
        raise PaperFailed("Skriveren tok ikke imot arket. Prøv igjen, eller lagre PDF.", printer)
    try:
        for number, page in enumerate(press.rasters(pdf, DPI)):
            if number and not device.newPage():
                raise PaperFailed("Skriveren stoppet midt i jobben. Prøv igjen.", printer)
            image = QImage(
                page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB888
            )
            painter.drawImage(
                QRect(QPoint(0, 0), device.pageLayout().fullRectPixels(DPI).size()), image
            )
    finally:
        painter.end()
