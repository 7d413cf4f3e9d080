"""Text as large as all of it is seen at once, for what must be taken in at a glance."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QScrollArea, QWidget

from feltperm.ui.toolkit.parts import label
from feltperm.ui.toolkit.theme import Theme

__all__ = ["FittedArea"]

#: How finely a size between the chosen one and that of 100 % is looked for.
_STEPS = 20


class FittedArea(QScrollArea):
    """Grows its text with the chosen text size as far as nothing of it lies below the edge.

    Smaller than at 100 % it never is: where even that has no room, it is scrolled to.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        """Make an empty one; ``name`` is what a screen reader says."""
        super().__init__()
        self._theme = theme
        self._texts: list[tuple[QLabel, int, QFont.Weight]] = []
        self._room = QSize()
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)

    def text(self, text: str, size: int, bold: bool = False) -> QLabel:
        """Return a label whose size (pixels at 100 %) follows the room; put it into the layout."""
        weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
        made = label(text)
        made.setFont(self._theme.font(size, weight))
        self._texts.append((made, size, weight))
        return made

    def fill(self, layout: QLayout) -> None:
        """Show what is in ``layout``."""
        inner = QWidget()
        inner.setLayout(layout)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into another room; a scroll bar that comes or goes is none."""
        super().resizeEvent(event)
        if self.contentsRect().size() != self._room:
            self.fit()

    def fit(self) -> None:
        """Take the largest size that fits: after a text has changed, too."""
        self._room = self.contentsRect().size()
        inner = self.widget()
        layout = None if inner is None else inner.layout()
        if inner is None or layout is None:
            return
        # a bar makes itself needed: what fits without is too high beside it
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        low, high = 0, _STEPS if self._theme.scale > 1 else 0
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(layout, middle) else (low, middle - 1)
        if not self._fits(layout, low):
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            return
        inner.resize(self._room)  # else its lines stay as they were beside the bar
        layout.invalidate()
        layout.activate()

    def _fits(self, layout: QLayout, step: int) -> bool:
        self._scale(step)
        layout.activate()
        least = layout.totalMinimumSize()  # the area gives no less, though less would do
        height = max(least.height(), layout.totalHeightForWidth(self._room.width()))
        return least.width() <= self._room.width() and height <= self._room.height()

    def _scale(self, step: int) -> None:
        scale = 1 + (self._theme.scale - 1) * step / _STEPS
        fitted = self._theme._replace(scale=scale)
        for made, size, weight in self._texts:
            made.setFont(fitted.font(size, weight))
