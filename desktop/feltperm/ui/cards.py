"""How a row of the result list is painted: as a card with title, star, snippet and chips."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from feltperm.ui.icons import Icons
from feltperm.ui.results import Index, ResultModel, ResultRow
from feltperm.ui.theme import Theme

__all__ = ["ResultDelegate"]


class ResultDelegate(QStyledItemDelegate):
    """Paints a row as a card."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._title = theme.font(15, QFont.Weight.DemiBold)
        self._body = theme.font(13)
        self._small = theme.font(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that every card has: it follows the font alone."""
        lines = (
            QFontMetrics(self._title).height()
            + QFontMetrics(self._body).height()
            + QFontMetrics(self._small).height()
        )
        return QSize(self._theme.px(200), lines + self._theme.px(24 + 8 + 12 + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint card, title, star, snippet with marked words and chips."""
        model = index.model()
        row = model.row(index) if isinstance(model, ResultModel) else None
        if row is None:
            return
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        card = self._card(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        self._paint_card(painter, card, selected, bool(state & QStyle.StateFlag.State_MouseOver))
        pad, px = self._theme.px(14), self._theme.px
        text = card.adjusted(pad, px(10), -pad, -px(10))
        star = self._star_rect(card)
        title_height = QFontMetrics(self._title).height()
        self._paint_line(
            painter,
            QRect(text.left(), text.top(), star.left() - text.left() - px(8), title_height),
            row.title,
            self._title,
            "text",
        )
        name, colour = ("star-filled", "star") if row.starred else ("star", "border")
        painter.drawPixmap(star, self._icons.pixmap(name, colour, 20))
        top = text.top() + title_height + px(4)
        snippet_height = QFontMetrics(self._body).height() + px(2)
        self._paint_snippet(painter, QRect(text.left(), top, text.width(), snippet_height), row)
        self._paint_chips(painter, text.left(), top + snippet_height + px(6), text.right(), row)
        painter.restore()

    def on_star(self, rect: QRect, point: QPoint) -> bool:
        """Say whether a point of the list lies on the star of the row that fills ``rect``."""
        return self._star_rect(self._card(rect)).adjusted(-8, -8, 8, 8).contains(point)

    def _card(self, rect: QRect) -> QRect:
        return rect.adjusted(self._theme.px(14), 0, -self._theme.px(14), -self._theme.px(8))

    def _star_rect(self, card: QRect) -> QRect:
        edge, px = self._theme.px(20), self._theme.px
        return QRect(card.right() - px(14) - edge, card.top() + px(11), edge, edge)

    def _paint_card(self, painter: QPainter, card: QRect, selected: bool, hover: bool) -> None:
        theme = self._theme
        ground = theme.colour("hover" if hover and not selected else "surface")
        painter.setBrush(ground)
        edge = theme.colour("accent" if selected else "divider")
        painter.setPen(QPen(edge, 2 if selected else 1))
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), 10, 10)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(
                QRectF(card.left() + 1, card.top() + 12, 4, card.height() - 24), 2, 2
            )

    def _paint_line(
        self, painter: QPainter, rect: QRect, text: str, font: QFont, colour: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), cut)

    def _paint_snippet(self, painter: QPainter, rect: QRect, row: ResultRow) -> None:
        if not row.snippet:
            return
        metrics = QFontMetrics(self._body)
        text = metrics.elidedText(
            row.snippet.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width()
        )
        layout = QTextLayout(text, self._body)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        whole = len(text) if len(text) == len(row.snippet) else len(text) - 1  # less the ellipsis
        layout.setFormats(self._mark_formats(row, whole))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(rect.width())
        layout.endLayout()
        painter.setPen(self._theme.colour("muted"))
        layout.draw(painter, QPointF(rect.topLeft()))

    def _mark_formats(self, row: ResultRow, length: int) -> list[QTextLayout.FormatRange]:
        formats = []
        for start, end in row.marks:
            if start < length:
                marked = QTextLayout.FormatRange()
                marked.start, marked.length = start, min(end, length) - start
                look = QTextCharFormat()
                look.setBackground(self._theme.colour("mark"))
                look.setForeground(self._theme.colour("text"))
                marked.format = look
                formats.append(marked)
        return formats

    def _paint_chips(
        self, painter: QPainter, left: int, top: int, right: int, row: ResultRow
    ) -> None:
        metrics = QFontMetrics(self._small)
        px, colours = self._theme.px, self._theme.colours
        tones = {
            "plain": (colours.chip, colours.text),
            "green": (colours.green_soft, colours.green),
            "amber": (colours.amber_soft, colours.amber),
            "red": (colours.danger_soft, colours.danger),
            "bare": ("", colours.muted),
        }
        painter.setFont(self._small)
        for chip in row.chips:
            ground, ink = tones[chip.tone]
            width = metrics.horizontalAdvance(chip.text) + (px(14) if ground else 0)
            if left + width > right:
                break
            box = QRect(left, top, width, metrics.height() + px(4))
            if ground:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(ground))
                painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(ink))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), chip.text)
            left += width + px(8)
