"""Sending pages to a printer through QPrinter; the body of the child that does it.

The same PDF is previewed, saved and printed (DESIGN section 7): its pages come as pixels through
a pipe. A spooler that hangs blocks Qt, and a job that was begun is sent when Qt tidies up, so
this runs in a process of its own that can be ended at any moment: what has not been handed over
by then is never sent.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from feltperm.errors import PrinterFailed
from feltperm.paper.frames import BrokenFrame, read_frame, write_frame
from feltperm.paper.press import Raster
from feltperm.ui.posters.cups import Refusal, refusal
from feltperm.ui.posters.spooler import DPI, END, PAGE_LIMIT, Order
from feltperm.wording import say

__all__ = ["main", "open_printer", "paint_pages"]

#: A page whose sides differ from the paper's by less than this share covers it to the edge.
_SAME_SIZE = 0.02

#: Characters of a job's title; a spooler refuses a job whose title has more than 255 bytes.
LONGEST_TITLE = 60

_GONE = say("Skriveren ble borte. Ingenting er sendt. Velg en annen.")
_REFUSED = say("Skriveren tok ikke imot arket. Prøv igjen, eller lagre PDF.")
_REJECTING = say("Skriveren tar ikke imot noe nå. Velg en annen, eller lagre PDF.")


def open_printer(order: Order) -> QPrinter:
    """Return the queue, set up as ordered.

    Raises:
        PrinterFailed: there is no queue of that name any more.
    """
    info = QPrinterInfo.printerInfo(order.printer)
    if info.isNull():
        raise PrinterFailed(_GONE, order.printer)
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    device.setDocName(" ".join(order.title.split())[:LONGEST_TITLE])
    device.setCopyCount(order.copies)
    mode = QPrinter.ColorMode.GrayScale if order.grey else QPrinter.ColorMode.Color
    device.setColorMode(mode)
    sides = QPrinter.DuplexMode
    device.setDuplex(sides.DuplexLongSide if order.two_sided else sides.DuplexNone)
    return device


def paint_pages(device: QPrinter, pages: Iterable[Raster], paper: str) -> None:
    """Paint each page on a sheet of ``paper``, in its own size and in the middle.

    A page that lies gets a sheet that lies. What goes wrong midway leaves the painter open, for
    to close it would send what there is: the process has to end.

    Raises:
        PrinterFailed: the device refused the job or a page.
    """
    device.setPageSize(QPageSize(QPageSize.PageSizeId[paper.upper()]))
    device.setFullPage(True)
    device.setResolution(DPI)
    name, painter = device.printerName(), QPainter()
    for number, page in enumerate(pages):
        lies = page.width > page.height
        orientation = QPageLayout.Orientation
        device.setPageOrientation(orientation.Landscape if lies else orientation.Portrait)
        if not (device.newPage() if number else painter.begin(device)):
            raise PrinterFailed(_REFUSED, name)
        image = QImage(
            page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB888
        )
        painter.drawImage(_place(image.size(), device.pageLayout().fullRectPixels(DPI)), image)
    if painter.isActive() and not painter.end():
        raise PrinterFailed(_REFUSED, name)


def main() -> int:
    """Take an order and its pages, and hand them to the spooler; the body of the child.

    It says ``ready`` when the queue is open, and at the end ``sent`` or what went wrong. It
    never ends in the ordinary way after a failure: see :func:`paint_pages`.
    """
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    application = QGuiApplication(["feltperm"])
    try:
        order = msgspec.convert(_frame(source)[0], Order)
        device = open_printer(order)
        write_frame(answers, {"said": "ready"})
        paint_pages(device, _pages(source), order.paper)
        if problem := refusal():
            raise _failure(problem)
    except PrinterFailed as failure:
        write_frame(answers, {"said": "failed", "text": str(failure), "detail": failure.detail})
        os._exit(1)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(2)
    write_frame(answers, {"said": "sent"})
    del application
    return 0


def _place(image: QSize, sheet: QRect) -> QRect:
    """Return where a page lies on its sheet: over all of it, or as large as it is in the middle."""
    difference = max(
        abs(image.width() / sheet.width() - 1), abs(image.height() / sheet.height() - 1)
    )
    if difference < _SAME_SIZE:
        return QRect(QPoint(0, 0), sheet.size())
    fits = image.boundedTo(sheet.size()) == image
    size = image if fits else image.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    corner = QPoint((sheet.width() - size.width()) // 2, (sheet.height() - size.height()) // 2)
    return QRect(corner, size)


def _failure(problem: Refusal) -> PrinterFailed:
    words = {"gone": _GONE, "rejecting": _REJECTING}.get(problem.why, _REFUSED)
    return PrinterFailed(words, str(problem))


def _pages(source: BinaryIO) -> Iterator[Raster]:
    while True:
        header, parts = _frame(source)
        if header == END:
            return
        yield Raster(header["width"], header["height"], header["stride"], parts[0])


def _frame(source: BinaryIO) -> tuple[dict[str, Any], list[bytes]]:
    frame = read_frame(source, PAGE_LIMIT)
    if frame is None:
        raise BrokenFrame("the window has gone")
    return frame
