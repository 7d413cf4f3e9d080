"""The bar at the foot of the window: how many services lie in the tray (SCREENS section 2.8)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from feltperm.ui.toolkit.parts import button, label, row
from feltperm.ui.toolkit.theme import Theme

__all__ = ["TrayBar"]

#: How high it is, in pixels at 100 % text.
HEIGHT = 44


class TrayBar(QFrame):
    """Hidden while the tray is empty.

    Signals:
        opened: the tray is to be shown.
        cleared: it is to be emptied.
    """

    opened = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("traybar")
        self.setFixedHeight(theme.px(HEIGHT))
        self.count = label("", wrap=False)
        self.show_button = button(self.tr("Vis"), self.opened.emit)
        self.clear_button = button(self.tr("Tøm"), self.cleared.emit)
        buttons = (self.count, self.show_button, self.clear_button, None)
        self.setLayout(row(*buttons, margins=(16, 3, 16, 3), spacing=12))
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many there are."""
        words = (
            self.tr("Utdelingsark: 1 sted") if count == 1 else self.tr("Utdelingsark: {n} steder")
        )
        self.count.setText(words.format(n=count))
        self.setAccessibleName(self.count.text())
        self.setVisible(count > 0)
