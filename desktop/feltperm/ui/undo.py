"""Putting back what was removed, for the whole session (SCREENS 2.4)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from feltperm.ui.strip import Action, Strip

__all__ = ["Undo"]


class Undo(QObject):
    """Remembers how to put back each removal, the latest first."""

    def __init__(self, strip: Strip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._removals: list[Callable[[], object]] = []

    def offer(self, put_back: Callable[[], object]) -> None:
        """Remember a removal, and say that it can be undone."""
        self._removals.append(put_back)
        self._strip.say(
            self.tr("Fjernet. Angre (Ctrl+Z)"), Action(self.tr("Angre"), self.take_back)
        )

    def take_back(self) -> None:
        """Undo the latest removal that has not been undone."""
        if self._removals:
            self._strip.hide()
            self._removals.pop()()
