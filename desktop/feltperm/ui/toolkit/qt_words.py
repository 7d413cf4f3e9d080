"""Qt's own words in bokmål: it has no such translation of its own (DESIGN section 8).

``resources/i18n/qt_nb.ts`` covers what our window can bring up: the menus of text fields, the file
dialog that Qt draws where the system has none, and the standard buttons.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

__all__ = ["speak_norwegian"]


def speak_norwegian(parent: QObject, folder: Path) -> None:
    """Give Qt's texts their bokmål, for what is made from now on.

    Args:
        parent: what the words live as long as.
        folder: the compiled translations; without the file Qt keeps to English.
    """
    words = QTranslator(parent)
    if words.load(str(folder / "qt_nb.qm")):
        QCoreApplication.installTranslator(words)
