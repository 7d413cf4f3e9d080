"""A page that may be higher than its room, but never wider."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from feltperm.ui.toolkit.parts import column

__all__ = ["TallArea", "tall"]


class TallArea(QScrollArea):
    """Scrolls down where it is low, and asks for the width of what it holds, as that changes."""

    def __init__(self, inside: QWidget, least: int = 0) -> None:
        """Show ``inside``, at least ``least`` pixels wide."""
        super().__init__()
        self._least = least
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another width when what is inside needs one."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Return the width that nothing is cut in, beside a scroll bar."""
        inside = self.widget()
        width = inside.minimumSizeHint().width() if inside is not None else 0
        width += self.verticalScrollBar().sizeHint().width()
        return QSize(max(self._least, width), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Want no more width than that."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())


class _Inside(QWidget):
    """As high as its layout needs at the least: a list gives way before anything is scrolled."""

    def heightForWidth(self, width: int) -> int:
        """Return the least height, where Qt would take the wanted one."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else 0


def tall(layout: QLayout) -> QVBoxLayout:
    """Return a layout that shows ``layout``, scrolled down where it is low."""
    inside = _Inside()
    inside.setLayout(layout)
    return column(TallArea(inside))
