"""The result list: a model of plain rows and the delegate that paints them as cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from feltperm.ui.icons import Icons
from feltperm.ui.theme import Theme

__all__ = ["Chip", "ResultDelegate", "ResultList", "ResultModel", "ResultRow"]

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Chip:
    """A painted chip: a word and its tone (plain, green, amber, red or bare)."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What one card shows. ``marks`` are (start, end) character positions in ``snippet``."""

    ref: str
    kind: str
    title: str
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    chips: tuple[Chip, ...] = ()
    starred: bool = False
    heading: str = ""


class ResultModel(QAbstractListModel):
    """Rows that may still be arriving: ``more`` is asked for the next page when one is needed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ResultRow] = []
        self._more: Callable[[int], None] | None = None

    def show(self, rows: Sequence[ResultRow], more: Callable[[int], None] | None = None) -> None:
        """Replace all rows. ``more(offset)`` fetches the next page, or None at the end."""
        self.beginResetModel()
        self._rows = list(rows)
        self._more = more
        self.endResetModel()

    def extend(self, rows: Sequence[ResultRow], more: Callable[[int], None] | None) -> None:
        """Append the next page."""
        self._more = more
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def row(self, index: Index) -> ResultRow | None:
        """Return the row of an index, or None when the index is not valid."""
        return self._rows[index.row()] if index.isValid() else None

    def star(self, refs: set[str]) -> None:
        """Mark exactly these records as favourites."""
        for number, row in enumerate(self._rows):
            if row.starred != (row.ref in refs):
                self._rows[number] = replace(row, starred=row.ref in refs)
                changed = self.index(number)
                self.dataChanged.emit(changed, changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows have arrived."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, or a full sentence for a screen reader."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            star = [self.tr("favoritt")] if row.starred else []
            parts = [row.heading, row.title, row.snippet, *(c.text for c in row.chips), *star]
            return ". ".join(part for part in parts if part)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether another page can be asked for."""
        return not parent.isValid() and self._more is not None

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page once; it arrives through :meth:`extend`."""
        more, self._more = self._more, None
        if more is not None:
            more(len(self._rows))


class ResultDelegate(QStyledItemDelegate):
    """Paints a row as a card; a click on its star is reported, not handled."""

    star_clicked = Signal(str)

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

    def editorEvent(
        self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Turn a click on the star into a signal."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            row = model.row(index)
            card = self._card(option.rect)
            near = self._star_rect(card).adjusted(-8, -8, 8, 8)
            if row is not None and near.contains(event.position().toPoint()):
                self.star_clicked.emit(row.ref)
                return True
        return super().editorEvent(event, model, option, index)

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


class ResultList(QListView):
    """The list of cards, with arrows and Enter, and a star that can be clicked."""

    opened = Signal(str)
    star_clicked = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ResultModel(self)
        self.setModel(self.rows)
        delegate = ResultDelegate(theme, icons, self)
        delegate.star_clicked.connect(self.star_clicked)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Treff"))
        self.selectionModel().currentChanged.connect(self._current_changed)

    def step(self, by: int) -> None:
        """Move the selection, from the search field's arrow keys."""
        count = self.rows.rowCount()
        if count:
            now = self.currentIndex().row()
            target = 0 if now < 0 else max(0, min(count - 1, now + by))
            self.setCurrentIndex(self.rows.index(target))

    def current_row(self) -> ResultRow | None:
        """Return the selected row, or None."""
        return self.rows.row(self.currentIndex())

    def current_ref(self) -> str:
        """Return the selected record, or an empty string."""
        row = self.current_row()
        return row.ref if row else ""

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if row := self.rows.row(current):
            self.opened.emit(row.ref)
