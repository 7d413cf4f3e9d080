"""A row of tabs whose arrows are seen, where there is no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QToolButton

from feltperm.ui.toolkit.icons import Icons

__all__ = ["Tabs"]

#: Qt's names for the two buttons that roll the row.
_ARROWS = {"ScrollLeftButton": "chevron-left", "ScrollRightButton": "chevron-right"}


class Tabs(QTabBar):
    """Draws its arrows as our icons; those of the style are dots in large text."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons

    def tabLayoutChange(self) -> None:
        """Draw them anew: Qt gives the buttons its own arrows with every layout."""
        for made in self.findChildren(QToolButton):
            if name := _ARROWS.get(made.objectName()):
                if self.isRightToLeft():
                    name = next(other for other in _ARROWS.values() if other != name)
                icon = self._icons.icon(name, size=18)
                made.setArrowType(Qt.ArrowType.NoArrow)
                made.setIcon(icon)
                made.setIconSize(icon.availableSizes()[0] if icon.availableSizes() else made.size())
