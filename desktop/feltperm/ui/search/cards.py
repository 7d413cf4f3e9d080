"""How a row of the result list is painted: as a card with title, star, snippet and chips."""

from __future__ import annotations

from typing import TypeAlias

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

from feltperm.ui.search.result_row import ResultRow
from feltperm.ui.search.results import Index, ResultModel
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.theme import Theme

__all__ = ["ResultDelegate"]

#: The most pixels that the reason of a hit may take of its line.
_REASON = 240
#: The edge of a chip's sign.
_SIGN = 12

Marks: TypeAlias = tuple[tuple[int, int], ...]


class ResultDelegate(QStyledItemDelegate):
    """Paints a row as a card."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._title = theme.font(15, QFont.Weight.DemiBold)
        self._body = theme.font(13)
        self._small = theme.font(12)
        self._heading = theme.font(13, QFont.Weight.DemiBold)

    def heights(self) -> tuple[int, int]:
        """Return the height that every card has, and every heading: they follow the font alone."""
        lines = sum(QFontMetrics(font).height() for font in (self._title, self._body, self._small))
        heading = QFontMetrics(self._heading).height()
        return lines + self._theme.px(24 + 8 + 12 + 8), heading + self._theme.px(6 + 8)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row; the list makes it as wide as itself."""
        card, heading = self.heights()
        return QSize(self._theme.px(200), heading if _is_heading(index) else card)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint card, title, star, snippet with marked words and chips.

        Of a row that has not come yet only the card is painted.
        """
        model = index.model()
        row = model.row(index) if isinstance(model, ResultModel) else None
        if row is not None and row.heading:
            px = self._theme.px
            line = option.rect.adjusted(px(14), px(6), -px(14), -px(8))
            self._paint_line(painter, line, row.title, (), self._heading, "text")
            return
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        card = self._card(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        self._paint_card(painter, card, selected, bool(state & QStyle.StateFlag.State_MouseOver))
        if row is not None:
            self._paint_words(painter, card, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, card: QRect, row: ResultRow) -> None:
        pad, px = self._theme.px(14), self._theme.px
        text = card.adjusted(pad, px(10), -pad, -px(10))
        star = self._star_rect(card)
        title_height = QFontMetrics(self._title).height()
        title = QRect(text.left(), text.top(), star.left() - text.left() - px(8), title_height)
        self._paint_line(painter, title, row.title, row.title_marks, self._title, "text")
        name, colour = ("star-filled", "star") if row.starred else ("star", "border")
        painter.drawPixmap(star, self._icons.pixmap(name, colour, 20))
        top = text.top() + title_height + px(4)
        snippet_height = QFontMetrics(self._body).height() + px(2)
        snippet = QRect(text.left(), top, text.width(), snippet_height)
        self._paint_line(painter, snippet, row.snippet, row.marks, self._body, "muted")
        self._paint_chips(painter, text.left(), top + snippet_height + px(6), text.right(), row)

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
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        marks: Marks,
        font: QFont,
        colour: str,
    ) -> None:
        """Paint a text on one line, cut at its end, with its matched words marked."""
        if not text:
            return
        line = text.replace("\n", " ")
        cut = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
        layout = QTextLayout(cut, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        whole = len(cut) if cut == line else len(cut) - 1  # less the ellipsis
        layout.setFormats(self._mark_formats(line, marks, whole))
        layout.beginLayout()
        layout.createLine().setLineWidth(rect.width())
        layout.endLayout()
        painter.setPen(self._theme.colour(colour))
        layout.draw(painter, QPointF(rect.topLeft()))

    def _mark_formats(self, text: str, marks: Marks, length: int) -> list[QTextLayout.FormatRange]:
        """Return the look of the marks within the first characters of a text.

        Qt counts in halves of a surrogate pair where Python counts characters.
        """
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("mark"))
        look.setForeground(self._theme.colour("text"))
        formats = []
        for start, end in marks:
            if start < length:
                marked = QTextLayout.FormatRange()
                marked.start = _units(text[:start])
                marked.length = _units(text[start : min(end, length)])
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
            "blue": (colours.blue_soft, colours.blue),
            "bare": ("", colours.muted),
        }
        painter.setFont(self._small)
        # Why it was found is told, and not how old it is, where there is no room for both.
        why = metrics.elidedText(
            row.reason, Qt.TextElideMode.ElideRight, min(right - left, px(_REASON))
        )
        room = right - (metrics.horizontalAdvance(why) + px(8) if why else 0)
        for chip in row.chips:
            ground, ink = tones[chip.tone]
            sign = px(_SIGN + 4) if chip.sign else 0
            width = metrics.horizontalAdvance(chip.text) + (px(14) if ground else 0) + sign
            if left + width > room:
                break
            box = QRect(left, top, width, metrics.height() + px(4))
            if ground:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(ground))
                painter.drawRoundedRect(box, 4, 4)
            if chip.sign:
                place = QRect(left + px(7), top, px(_SIGN), px(_SIGN))
                place.moveCenter(QPoint(place.center().x(), box.center().y()))
                painter.drawPixmap(place, self._icons.pixmap(chip.sign, ink, _SIGN))
            painter.setPen(QColor(ink))
            words = box.adjusted(sign, 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), chip.text)
            left += width + px(8)
        painter.setPen(QColor(colours.muted))
        box = QRect(left, top, right - left, metrics.height() + px(4))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), why)


def _units(text: str) -> int:
    """Return how long Qt takes a text for."""
    return len(text) + sum(character > "\uffff" for character in text)


def _is_heading(index: Index) -> bool:
    model = index.model()
    row = model.row(index) if isinstance(model, ResultModel) else None
    return row is not None and row.heading
