"""The list of printers, fetched in a child process that may be killed.

A spooler that hangs blocks Qt for more than 25 seconds (DESIGN section 7), so the window never
asks it. The same program runs with a private option, prints the list as JSON and ends.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence

import msgspec

from feltperm.desk.sheets.printers import Printer
from feltperm.errors import PrinterFailed
from feltperm.options import LIST_PRINTERS
from feltperm.wording import say

__all__ = ["find_printers", "main"]


def find_printers(command: Sequence[str], patience: float) -> list[Printer]:
    """Return the printers, the default first; an empty list when there are none.

    Args:
        command: how this program starts itself, without the private option.
        patience: seconds before the child is killed.

    Raises:
        PrinterFailed: the spooler did not answer in time.
    """
    try:
        child = subprocess.run(
            [*command, LIST_PRINTERS],
            capture_output=True,
            timeout=patience,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            # no console window beside the program on Windows
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        found = msgspec.json.decode(child.stdout, type=list[Printer])
    except subprocess.TimeoutExpired as error:
        raise PrinterFailed(
            say("Skriverne svarer ikke. Lagre PDF og skriv ut fra en annen maskin."), str(error)
        ) from error
    except (OSError, ValueError):
        return []  # no child, or an answer that is none
    return sorted(found, key=lambda printer: (not printer.default, printer.description))


def main() -> int:
    """Print the printers as JSON; the body of the child process."""
    from PySide6.QtGui import QGuiApplication, QPageSize  # noqa: PLC0415  only the child asks
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415

    from feltperm.paper.job import PAPERS  # noqa: PLC0415
    from feltperm.ui.posters.cups import queue_states  # noqa: PLC0415

    application = QGuiApplication(["feltperm"])
    default = QPrinterInfo.defaultPrinterName()
    known = {QPageSize.PageSizeId[paper.upper()]: paper for paper in PAPERS}
    states = queue_states()
    entries = [
        {
            "name": info.printerName(),
            "description": info.description() or info.printerName(),
            "grey": QPrinter.ColorMode.Color not in info.supportedColorModes(),
            "default": info.printerName() == default,
            "papers": sorted(
                {known[size.id()] for size in info.supportedPageSizes() if size.id() in known},
                key=PAPERS.index,
            ),
            "duplex": QPrinter.DuplexMode.DuplexLongSide in info.supportedDuplexModes(),
            "state": states.get(info.printerName(), "ready"),
        }
        for info in QPrinterInfo.availablePrinters()
    ]
    del application
    json.dump(entries, sys.stdout)
    return 0
