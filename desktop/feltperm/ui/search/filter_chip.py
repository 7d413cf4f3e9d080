"""A chip of the filter bar: what is chosen, in words and with a sign."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap

from feltperm.ui.toolkit.pressing import Button
from feltperm.ui.toolkit.theme import Theme

__all__ = ["FilterChip"]


class FilterChip(Button):
    """A chip that says what is chosen; Delete takes it away."""

    cleared = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "chip")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._edge = theme.px(14)
        self.setIconSize(QSize(self._edge + self._edge // 2, self._edge))
        # the sign stands after the word
        first = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(first[self.layoutDirection() is first[0]])

    def set_sign(self, icon: QIcon) -> None:
        """Show a sign after the word, and a space between the two, which style sheets lack."""
        spaced = QIcon()
        for state in (QIcon.State.Off, QIcon.State.On) if not icon.isNull() else ():
            sign = icon.pixmap(QSize(self._edge, self._edge), QIcon.Mode.Normal, state)
            ratio, gap = sign.devicePixelRatio(), self._edge // 2
            room = QPixmap(round((self._edge + gap) * ratio), round(self._edge * ratio))
            room.setDevicePixelRatio(ratio)
            room.fill(Qt.GlobalColor.transparent)
            painter = QPainter(room)
            mirrored = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
            painter.drawPixmap(0 if mirrored else gap, 0, sign)
            painter.end()
            spaced.addPixmap(room, QIcon.Mode.Normal, state)
        self.setIcon(spaced)

    def say(self, text: str, hint: str) -> None:
        """Show a text, and give its name and what a press does to who hears it."""
        # no letter is a shortcut here
        self.setText(text.replace("&", "&&"))
        self.setToolTip(hint)
        self.setAccessibleName(f"{text}. {hint}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the filter away with the keys that take things away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
