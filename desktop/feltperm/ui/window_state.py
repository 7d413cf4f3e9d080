"""Where the window stood: remembered from one start to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter

__all__ = ["WindowState"]


class WindowState:
    """A small file beside the binder; one that is missing or broken changes nothing."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow, splitter: QSplitter, size: QSize) -> None:
        """Put the window where it stood; ``size`` is that of a first start, in pixels."""
        window.resize(size.boundedTo(window.screen().availableSize()))
        # a file that somebody has broken may hold anything; Qt checks what is inside the bytes
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        parts = self._settings.value("search/splitter")
        if isinstance(parts, QByteArray):
            splitter.restoreState(parts)

    def remember(self, window: QMainWindow, splitter: QSplitter) -> None:
        """Keep where the window stands."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        self._settings.setValue("search/splitter", splitter.saveState())
