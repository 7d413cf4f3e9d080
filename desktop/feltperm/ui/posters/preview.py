"""A sheet as it will be, scaled to the room there is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from feltperm.ui.toolkit.theme import Theme

__all__ = ["PREVIEW_PPI", "Preview"]

#: Pixels per inch of a preview at 100 %; enough for a screen, quick to draw.
PREVIEW_PPI = 110

#: How much finer than A4 a paper is drawn, so that every preview has about as many pixels.
_FINENESS = {"a3": 0.71, "a4": 1.0, "a5": 1.41, "a6": 2.0}


class Preview(QWidget):
    """Paints the first page on a ground, or a sentence that says why there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page: QPixmap | None = None
        self._text = ""
        self.setMinimumSize(theme.px(160), theme.px(220))
        self.setAccessibleName(self.tr("Forhåndsvisning"))

    def fineness(self, paper: str) -> float:
        """Return the factor on the preview's pixels per inch for a paper."""
        return _FINENESS[paper]

    def show_page(self, png: bytes, pages: int) -> None:
        """Show the first of ``pages`` pages, given as PNG from the press."""
        page = QPixmap()
        page.loadFromData(png, "PNG")
        self._page, self._text = page, ""
        self.setAccessibleDescription(self.tr("Side 1 av {n}").format(n=pages))
        self.update()

    def show_text(self, text: str) -> None:
        """Show a sentence in place of the page."""
        self._page, self._text = None, text
        self.setAccessibleDescription(text)
        self.update()

    def pixmap(self) -> QPixmap | None:
        """Return what is shown, or None."""
        return self._page

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, a soft shadow and the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.colour("divider"))
        margin = self._theme.px(24)
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        if self._page is None:
            painter.setPen(self._theme.colour("text"))
            painter.setFont(self._theme.font(15))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._text)
            return
        size = self._page.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = room.center() - QPointF(size.width() / 2, size.height() / 2)
        sheet = QRectF(corner, QSizeF(size))
        for spread in (6, 4, 2):
            painter.fillRect(sheet.adjusted(-spread, 0, spread, spread + 2), QColor(0, 0, 0, 14))
        painter.drawPixmap(sheet, self._page, QRectF(self._page.rect()))
