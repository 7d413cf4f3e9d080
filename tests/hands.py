"""A person's hands: keys and clicks in the real window, counted (SCREENS section 1).

One action is one click, one key combination or one typed word; moving there is free.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from real_window import House

__all__ = ["Hands"]


class Hands:
    """Acts, and counts."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.actions = 0

    def type(self, words: str) -> None:
        """One typed word or sentence into one field."""
        self.actions += 1
        self._house.keys(words)

    def press(self, key: Qt.Key, control: bool = False, alt: bool = False) -> None:
        """One key combination."""
        self.actions += 1
        modifiers = Qt.KeyboardModifier
        modifier = modifiers.ControlModifier if control else modifiers.NoModifier
        self._house.keys(key, modifier=modifiers.AltModifier if alt else modifier)

    def click(self, action: Callable[[], object]) -> None:
        """One click."""
        self.actions += 1
        action()

    def tab_to(self, name: str) -> None:
        """Go to a control by Tab; moving is free, as a mouse's way is."""
        for _ in range(60):
            focused = QApplication.focusWidget()
            if focused is not None and focused.accessibleName() == name:
                return
            self._house.keys(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to «{name}»")
