"""A list beside what is open of it, or one of them at a time where both do not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import button, column, frame, row
from feltperm.ui.toolkit.theme import Theme

__all__ = ["TwoPanes"]

#: Below this width (pixels at 100 % text) the two panes do not fit beside each other.
NARROW = 790


class TwoPanes(QSplitter):
    """The list left, the open record right (DESIGN section 8: one pane at a time with Back)."""

    def __init__(self, theme: Theme, icons: Icons, left: QWidget, home: QWidget, back: str) -> None:
        """Put ``left`` in its pane; the keyboard goes back to ``home`` in it.

        Args:
            back: the words of the button that leads back.
        """
        super().__init__(Qt.Orientation.Horizontal)
        # no focus proxy: one that lies inside its widget takes the rest of it out of Tab's way
        self._theme, self._left, self._home = theme, left, home
        self._reading = False
        hint = self.tr("{back} (Esc)").format(back=back)
        self._back = button(back, self.leave, "quiet", icons.icon("arrow-left"), hint)
        self._inside = column(row(self._back, None), spacing=0)
        self._side = frame("sidepanel", self._inside)
        escape = QShortcut(QKeySequence("Esc"), self._side, self.leave)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addWidget(left)
        self.addWidget(self._side)
        self.setChildrenCollapsible(False)
        left.setMinimumWidth(theme.px(340))
        self._side.setMinimumWidth(theme.px(440))
        self.setSizes([theme.px(620), theme.px(470)])
        self._show_panes()

    def put_right(self, widget: QWidget) -> None:
        """Fill the right pane."""
        self._inside.addWidget(widget)

    def read(self) -> None:
        """Turn to the right pane."""
        self._reading = True
        self._show_panes()

    def leave(self) -> None:
        """Turn back to the left pane."""
        focused = QApplication.focusWidget()  # asked before its pane is hidden
        self._reading = False
        self._show_panes()
        if focused is not None and self._side.isAncestorOf(focused):
            self._home.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many panes as fit."""
        super().resizeEvent(event)
        self._show_panes()

    def _show_panes(self) -> None:
        narrow = self.width() < self._theme.px(NARROW)
        self._back.setVisible(narrow)
        self._left.setVisible(not narrow or not self._reading)
        self._side.setVisible(not narrow or self._reading)
