"""A sheet as it will be, scaled to the room there is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from feltperm.ui.toolkit.parts import button
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.theme import Theme

__all__ = ["PREVIEW_PPI", "Preview", "ink_words"]

#: Pixels per inch of a preview at 100 %; enough for a screen, quick to draw.
PREVIEW_PPI = 110

#: How much finer than A4 a paper is drawn, so that every preview has about as many pixels.
_FINENESS = {"a3": 0.71, "a4": 1.0, "a5": 1.41, "a6": 2.0}


class Preview(QWidget):
    """Paints a page on a ground, or a sentence that says why there is none.

    A page that comes with its words has «Som tekst» below it, for those who hear it or want it
    larger; once chosen, that stays chosen for the next page.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page: QPixmap | None = None
        self._text = ""
        self.setMinimumSize(theme.px(160), theme.px(120))
        self.setAccessibleName(self.tr("Forhåndsvisning"))
        self.words = QPlainTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setFont(theme.font(16))
        self.words.setAccessibleName(self.tr("Arket som tekst"))
        either_way = QTextOption()
        either_way.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.words.document().setDefaultTextOption(either_way)
        self.as_text = button(self.tr("Som tekst"), self._choose, "chip")
        self.as_text.setParent(self)
        self.as_text.setCheckable(True)
        self._choose()

    def fineness(self, paper: str) -> float:
        """Return the factor on the preview's pixels per inch for a paper."""
        return _FINENESS[paper]

    def show_page(self, png: bytes, pages: int, number: int = 1, words: str = "") -> None:
        """Show one of ``pages`` pages, given as PNG from the press.

        Args:
            words: the sheet as plain text (:func:`feltperm.desk.sheets.as_text.sheet_text`).
        """
        page = QPixmap()
        page.loadFromData(png, "PNG")
        self._page, self._text = page, ""
        if words != self.words.toPlainText():
            self.words.setPlainText(words)
            self.words.moveCursor(QTextCursor.MoveOperation.Start)
        self._choose()
        self.setAccessibleDescription(self.tr("Side {k} av {n}").format(k=number, n=pages))
        self.update()

    def show_text(self, text: str) -> None:
        """Show a sentence in place of the page."""
        text = spoken(text)
        self._page, self._text = None, text
        self.words.clear()
        self._choose()
        self.setAccessibleDescription(text)
        self.update()

    def pixmap(self) -> QPixmap | None:
        """Return what is shown, or None."""
        return self._page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep «Som tekst» in the lower corner, and the text above it."""
        super().resizeEvent(event)
        margin = self._theme.px(12)
        size = self.as_text.sizeHint()
        self.as_text.setGeometry(
            self.width() - size.width() - margin,
            self.height() - size.height() - margin,
            size.width(),
            size.height(),
        )
        above = self.as_text.y() - 2 * margin
        self.words.setGeometry(margin, margin, self.width() - 2 * margin, above)

    def _choose(self) -> None:
        """Show the words in place of the page, where they are known and have been chosen."""
        known = not self.words.document().isEmpty()
        self.as_text.setVisible(known)
        self.words.setVisible(known and self.as_text.isChecked())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, a soft shadow and the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.colour("divider"))
        if self.words.isVisibleTo(self):
            return
        margin = self._theme.px(24)
        under = self.height() - self.as_text.y() if self.as_text.isVisibleTo(self) else margin
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -max(margin, under))
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


def ink_words(coverage: Sequence[float]) -> str:
    """Say how much ink pages take, given per cent of each; nothing when it is not known."""
    if not coverage:
        return ""
    said = QCoreApplication.translate("Preview", "Blekk: omtrent {n} % av arket.")
    return said.format(n=max(1, round(sum(coverage) / len(coverage))))
