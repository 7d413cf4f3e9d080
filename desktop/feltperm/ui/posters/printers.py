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
from dataclasses import dataclass

from feltperm.options import LIST_PRINTERS

__all__ = ["Printer", "find_printers", "main"]

#: How long the list may take, in seconds (SCREENS 2.9).
PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer: its queue name, what it is called, and whether it is grey or the default."""

    name: str
    description: str
    grey: bool
    default: bool


def find_printers(command: Sequence[str], patience: float = PATIENCE_S) -> list[Printer]:
    """Return the printers, the default first; an empty list when there are none or it took long.

    Args:
        command: how this program starts itself, without the private option.
        patience: seconds before the child is killed.
    """
    try:
        child = subprocess.run(
            [*command, LIST_PRINTERS],
            capture_output=True,
            timeout=patience,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        found = [Printer(**entry) for entry in json.loads(child.stdout or b"[]")]
    except (subprocess.TimeoutExpired, OSError, TypeError, ValueError):
        return []  # no child, no answer, or an answer that is none
    return sorted(found, key=lambda printer: (not printer.default, printer.description))


def main() -> int:
    """Print the printers as JSON; the body of the child process."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415  only the child asks the spooler
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415

    application = QGuiApplication(["feltperm"])
    default = QPrinterInfo.defaultPrinterName()
    entries = [
        {
            "name": info.printerName(),
            "description": info.description() or info.printerName(),
            "grey": QPrinter.ColorMode.Color not in info.supportedColorModes(),
            "default": info.printerName() == default,
        }
        for info in QPrinterInfo.availablePrinters()
    ]
    del application
    json.dump(entries, sys.stdout)
    return 0
