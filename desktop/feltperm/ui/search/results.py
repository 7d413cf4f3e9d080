"""The result list: the model of its rows and the list that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QWidget,
)

from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.theme import Theme

if TYPE_CHECKING:  # loaded with the first rows
    from feltperm.ui.search.cards import ResultDelegate
    from feltperm.ui.search.result_row import More, ResultRow

__all__ = ["RECORD", "Index", "ResultList", "ResultModel"]

#: What a dragged record is called among data that is dropped: ``pack/id``.
RECORD = "application/x-feltperm-record"

Index = QModelIndex | QPersistentModelIndex


class ResultModel(QAbstractListModel):
    """Rows that may still be arriving: ``more`` is asked for the next page when one is needed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ResultRow] = []
        self._headings = 0
        self._more: More = None

    def show(self, rows: Sequence[ResultRow], more: More = None) -> None:
        """Replace all rows. ``more(offset)`` fetches the next page, or None at the end."""
        self.beginResetModel()
        self._rows, self._headings = list(rows), _headings(rows)
        self._more = more
        self.endResetModel()

    def extend(self, rows: Sequence[ResultRow], more: More) -> None:
        """Append the next page."""
        self._more = more
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self._headings += _headings(rows)
            self.endInsertRows()

    def no_more(self) -> None:
        """Forget how to fetch more: another question has been asked meanwhile."""
        self._more = None

    def row(self, index: Index) -> ResultRow | None:
        """Return the row of an index, or None when the index is not valid."""
        return self._rows[index.row()] if index.isValid() else None

    def star(self, refs: set[str]) -> None:
        """Mark exactly these records as favourites."""
        for number, row in enumerate(self._rows):
            if row.starred != (row.ref in refs):
                self._rows[number] = row.with_star(row.ref in refs)
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
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.title if row.heading else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            star = [self.tr("favoritt")] if row.starred else []
            parts = [
                row.under,
                row.title,
                row.snippet,
                *(c.text for c in row.chips),
                row.reason,
                *star,
            ]
            return ". ".join(part.rstrip(".") for part in parts if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cards be chosen, and headings not: the arrow keys go past them."""
        row = self.row(index)
        if row is None:
            return super().flags(index)
        if row.heading:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return what a row can be dropped as."""
        return [RECORD, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged record: for our own lists by name, for others as its title."""
        data = QMimeData()
        for row in filter(None, map(self.row, indexes)):
            data.setData(RECORD, row.ref.encode())
            data.setText(row.title)
        return data

    def cards(self) -> list[int]:
        """Return the numbers of the rows that are no headings."""
        return [number for number, row in enumerate(self._rows) if not row.heading]

    def beside(self, number: int, by: int) -> int:
        """Return the row of the card so many cards further on or back, or of the last on the way.

        Without any that is the row one comes from; -1 is before the first.
        """
        way, found = (1 if by > 0 else -1), number
        for _ in range(abs(by)):
            number = found + way
            while 0 <= number < len(self._rows) and self._rows[number].heading:
                number += way
            if not 0 <= number < len(self._rows):
                break
            found = number
        return found

    def headed(self) -> bool:
        """Say whether headings stand between the cards."""
        return self._headings > 0

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether another page can be asked for."""
        return not parent.isValid() and self._more is not None

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page once; it arrives through :meth:`extend`."""
        more, self._more = self._more, None
        if more is not None:
            more(len(self._rows) - self._headings)


def _headings(rows: Sequence[ResultRow]) -> int:
    return sum(row.heading for row in rows)


class ResultList(QListView):
    """The list of cards, with arrows and Enter, and a star that can be clicked."""

    opened = Signal(str)
    star_clicked = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ResultModel(self)
        self.setModel(self.rows)
        self._theme, self._icons = theme, icons
        self._cards: ResultDelegate | None = None
        self._star_pressed = ""
        self.rows.modelReset.connect(self._paint_cards, Qt.ConnectionType.SingleShotConnection)
        self.setUniformItemSizes(True)
        self.rows.modelReset.connect(self._measure)
        self.rows.rowsInserted.connect(self._measure)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAccessibleName(self.tr("Treff"))
        self.selectionModel().currentChanged.connect(self._current_changed)

    def step(self, by: int) -> None:
        """Move the selection, from the search field's arrow keys."""
        now = self.currentIndex().row()
        target = self.rows.beside(now, by if now >= 0 else 1)
        if target >= 0:
            self.setCurrentIndex(self.rows.index(target))

    def current_row(self) -> ResultRow | None:
        """Return the selected row, or None."""
        return self.rows.row(self.currentIndex())

    def current_ref(self) -> str:
        """Return the selected record, or an empty string."""
        row = self.current_row()
        return row.ref if row else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a press on a star as that alone: the row is neither marked nor opened."""
        self._star_pressed = self._star_at(event)
        if not self._star_pressed:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A quick second press on a star is a second press."""
        self.mousePressEvent(event)
        if not self._star_pressed:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report the star that was pressed and let go."""
        pressed, self._star_pressed = self._star_pressed, ""
        if not pressed:
            super().mouseReleaseEvent(event)
        elif pressed == self._star_at(event):
            self.star_clicked.emit(pressed)

    def _star_at(self, event: QMouseEvent) -> str:
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self.rows.row(index)
        on_star = self._cards is not None and self._cards.on_star(self.visualRect(index), point)
        return row.ref if row is not None and on_star else ""

    def _paint_cards(self) -> None:
        """Take on what paints the rows, with the first of them: it is dear to load."""
        from feltperm.ui.search.cards import ResultDelegate  # noqa: PLC0415  after the first paint

        self._cards = ResultDelegate(self._theme, self._icons, self)
        self.setItemDelegate(self._cards)

    def _measure(self) -> None:
        """Ask each row for its height only where headings stand between the cards."""
        self.setUniformItemSizes(not self.rows.headed())

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if row := self.rows.row(current):
            self.opened.emit(row.ref)
