"""A dialog that is as high as what it shows, while that changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

__all__ = ["FittingDialog"]


class FittingDialog(QDialog):
    """Grows and shrinks with its content; what has no room on the screen is scrolled to."""

    def __init__(self, body: QWidget, width: int, parent: QWidget | None = None) -> None:
        """Show ``body``, ``width`` pixels wide where the screen has them."""
        super().__init__(parent)
        self._body, self._wanted = body, width
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        body.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit when the content has changed its wishes."""
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Fit before it is seen."""
        self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Take the size that the content needs."""
        room = self.screen().availableSize() - QSize(16, 48)  # the frame of the window
        least = self._body.minimumSizeHint().width()
        width = min(max(self._wanted, least), room.width())
        layout = self._body.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        if height > room.height():
            width = min(width + self._area.verticalScrollBar().sizeHint().width(), room.width())
        self.resize(width, min(max(height, 1), room.height()))
