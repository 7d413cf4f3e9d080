"""Where the window stood: remembered from one start to the next."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar, get_args

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter

from feltperm.ui.toolkit.languages import NAMES
from feltperm.ui.toolkit.look import LARGEST, Look, Motion, Scheme

__all__ = ["WindowState"]

Word = TypeVar("Word", bound=str)


class WindowState:
    """A small file beside the binder; one that is missing or broken changes nothing."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._panes: dict[str, QSplitter] = {}

    def look(self) -> Look:
        """Return the look that was chosen; whatever is none of the choices is left out."""
        text = str(self._settings.value("look/text") or "")
        size = int(text) if text.isdecimal() and len(text) < 4 else 0
        return Look(
            scheme=self._word("look/scheme", get_args(Scheme), "machine"),
            text=size if 100 <= size <= LARGEST else 0,
            motion=self._word("look/motion", get_args(Motion), "machine"),
            language=self._word("look/language", tuple(NAMES), "nb"),
        )

    def keep_look(self, look: Look) -> None:
        """Keep the look; written at once, for the next start may follow a crash."""
        self._settings.setValue("look/scheme", look.scheme)
        self._settings.setValue("look/text", look.text)
        self._settings.setValue("look/motion", look.motion)
        self._settings.setValue("look/language", look.language)
        self._settings.sync()

    def _word(self, key: str, known: tuple[Word, ...], usual: Word) -> Word:
        kept = self._settings.value(key)
        return next((word for word in known if word == kept), usual)

    def restore(self, window: QMainWindow, size: QSize) -> None:
        """Put the window where it stood; ``size`` is that of a first start, in pixels."""
        window.resize(size.boundedTo(window.screen().availableSize()))
        # a file that somebody has broken may hold anything; Qt checks what is inside the bytes
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)

    def remember(self, window: QMainWindow) -> None:
        """Keep where the window stands, and how its screens are divided."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        self.keep_panes()

    def restore_panes(self, splitter: QSplitter, screen: str) -> None:
        """Divide a screen as it was divided last, and remember how it is divided at the end."""
        parts = self._settings.value(f"{screen}/splitter")
        if isinstance(parts, QByteArray):
            splitter.restoreState(parts)
        self._panes[screen] = splitter

    def keep_panes(self) -> None:
        """Keep how the screens are divided; they are about to go."""
        for screen, splitter in self._panes.items():
            self._settings.setValue(f"{screen}/splitter", splitter.saveState())
        self._panes.clear()
