"""A check box that can be seen. Apart from the other pieces: Qt's styles are dear to load."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from feltperm.ui.toolkit.pressing import Heard

__all__ = ["Tick"]


class Tick(Heard, QCheckBox):
    """A check box whose frame is as clear as that of a field; Fusion's fades into the ground."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setCheckable(True)  # it is already, and now hears

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame over what the style has painted."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
