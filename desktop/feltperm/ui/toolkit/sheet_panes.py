"""A list, the sheet made of it, and what is chosen for the sheet: beside each other or in turn."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import button, column, frame, row
from feltperm.ui.toolkit.theme import Theme

__all__ = ["SheetPanes"]

#: Below this width (pixels at 100 % text) the list is shown in turn with the sheet.
NARROW = 700
#: Qt's own: no limit.
_WIDEST = 16_777_215


class SheetPanes(QWidget):
    """The list left, sheet and choices right (DESIGN section 8: one pane at a time with Back)."""

    def __init__(
        self, theme: Theme, icons: Icons, lists: QWidget, home: QWidget, sheet: QWidget,
        choices: QWidget, words: tuple[str, str],
    ) -> None:  # fmt: skip
        """Put the parts in their places; the keyboard goes back to ``home`` in ``lists``.

        Args:
            words: of the buttons that lead back to the list and on to the sheet.
        """
        super().__init__()
        self._theme, self._lists, self._home = theme, lists, home
        self._reading = False
        back, onward = words
        hint = self.tr("{back} (Esc)").format(back=back)
        self.back = button(back, self.leave, "quiet", icons.icon("arrow-left"), hint)
        self.onward = button(onward, self.read, "primary")
        self._way = frame("panel", row(self.back, None, margins=(8, 4, 8, 0)))
        both = row(spacing=0)
        both.addWidget(sheet, 1)
        both.addWidget(choices)
        self._side = QWidget()
        self._side.setLayout(column(self._way, both, spacing=0))
        self._left = QWidget()
        self._on = frame("panel", column(self.onward, margins=(12, 0, 12, 12)))
        inside = column(spacing=0)
        inside.addWidget(lists, 1)
        inside.addWidget(self._on)
        self._left.setLayout(inside)
        self._escape = QShortcut(QKeySequence("Esc"), self._side, self.leave)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._row = row(self._left, spacing=0)
        self._row.addWidget(self._side, 1)
        self.setLayout(self._row)
        self._show_panes()

    def read(self) -> None:
        """Turn to the sheet, where it is not beside the list."""
        self._reading = True
        self._show_panes()
        if self.is_narrow() and self.isVisible():
            self.back.setFocus()

    def leave(self) -> None:
        """Turn back to the list."""
        focused = QApplication.focusWidget()  # asked before its pane is hidden
        self._reading = False
        self._show_panes()
        if focused is not None and self._side.isAncestorOf(focused):
            self._home.setFocus()

    def is_narrow(self) -> bool:
        """Tell whether list and sheet are shown in turn."""
        return self.width() < self._theme.px(NARROW)

    def minimumSizeHint(self) -> QSize:
        """Need room for one of the two: the other is hidden before it would be cut."""
        left, side = self._left.minimumSizeHint(), self._side.minimumSizeHint()
        return left.expandedTo(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self._show_panes()

    def _show_panes(self) -> None:
        narrow = self.is_narrow()
        self._way.setVisible(narrow)
        self._escape.setEnabled(narrow)
        self._on.setVisible(narrow)
        self._left.setVisible(not narrow or not self._reading)
        self._side.setVisible(not narrow or self._reading)
        self._row.setStretch(0, 1 if narrow else 0)
        # beside the sheet the list has the room it needs, and no more
        least = max(self._lists.minimumWidth(), self._lists.minimumSizeHint().width())
        self._left.setMaximumWidth(_WIDEST if narrow else least)
