"""Buttons that stay down, and hear a program that helps to press them as they hear a hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QPushButton

__all__ = ["Button", "Heard"]

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class Heard(_Base):
    """Says ``clicked`` when assistive technology toggles the button.

    Qt's accessibility bridges toggle what is checkable without a click, and everything here acts
    on clicks. A toggle by a click or by our own code says nothing more.
    """

    _ours = False
    _hears = False

    def setCheckable(self, on: bool) -> None:
        """Let it stay down, and listen from then on."""
        super().setCheckable(on)
        if on and not self._hears:
            self._hears = True
            self.toggled.connect(self._heed)

    def setChecked(self, on: bool) -> None:
        """Show what holds already."""
        before, self._ours = self._ours, True
        super().setChecked(on)
        self._ours = before

    def nextCheckState(self) -> None:
        """Follow a click, which is said by itself."""
        before, self._ours = self._ours, True
        super().nextCheckState()
        self._ours = before

    def _heed(self, on: bool) -> None:
        group = self.group()
        one_of_several = self.autoExclusive() or (group is not None and group.exclusive())
        # going up because another went down is nobody's wish
        if not self._ours and (on or not one_of_several):
            self.clicked[bool].emit(on)  # type: ignore[index]


class Button(Heard, QPushButton):
    """A push button."""
