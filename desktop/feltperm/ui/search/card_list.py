"""A list of cards that reckons where each lies, so that no number of them is too many.

QListView lays its rows out one by one, and again when one of them changes: a tenth of a second at
a hundred thousand. Here all cards are of one height and the few headings of another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView

__all__ = ["CardList", "Index"]

Index = QModelIndex | QPersistentModelIndex

_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
#: What a screen reader can be told of a row.
Event: TypeAlias = Literal["Focus", "NameChanged", "Selection", "SelectionRemove"]


class CardList(QListView):
    """The geometry of the list, its keys and its painting; the cards are the delegate's."""

    #: The first and the last row that are on view, whenever they are painted.
    seen = Signal(int, int)

    #: How high a card is and how high a heading, in pixels.
    heights = (0, 0)

    def headings(self) -> Sequence[int]:
        """Return the rows that are headings, in order."""
        return ()

    def beside(self, number: int, by: int) -> int:
        """Return the row of the card so many cards further on or back, or of the last on the way.

        Without any that is the row one comes from; -1 is before the first. Headings are no cards.
        """
        way, found, headings = (1 if by > 0 else -1), number, self.headings()
        for _ in range(abs(by)):
            number = found + way
            while number in headings[(at := bisect_left(headings, number)) : at + 1]:
                number += way
            if not 0 <= number < self._count():
                break
            found = number
        return found

    def doItemsLayout(self) -> None:
        """There is nothing to lay out but the scroll bar."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Let the scroll bar tell the whole length."""
        bar, count = self.verticalScrollBar(), self._count()
        # nothing is asked of the viewport without rows: its first wrapping takes six milliseconds,
        # and the first paint need not wait for it
        room = self.viewport().height() if count else 0
        bar.setPageStep(room)
        bar.setSingleStep(self.heights[0])
        bar.setRange(0, max(0, self._top(count) - room))
        self.horizontalScrollBar().setRange(0, 0)
        QAbstractItemView.updateGeometries(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, and paint what comes into view."""
        self.viewport().scroll(0, dy)

    def horizontalOffset(self) -> int:
        """Return 0: a card is as wide as the list."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled."""
        return self.verticalScrollBar().value()

    def visualRect(self, index: Index) -> QRect:
        """Return where a row lies in the viewport."""
        if not index.isValid():
            return QRect()
        return self._area(index.row(), index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        if not self._count():  # see updateGeometries
            return QModelIndex()
        number = self._row_at(point.y() + self.verticalOffset())
        inside = 0 <= point.x() < self.viewport().width() and 0 <= number < self._count()
        return self.model().index(number, 0) if inside else QModelIndex()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Scroll no further than is needed to see a row whole."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self._top(index.row()), self._top(index.row() + 1)
        if hint == _Hint.PositionAtTop:
            bar.setValue(top)
        elif hint == _Hint.PositionAtCenter:
            bar.setValue((top + bottom - room) // 2)
        elif hint == _Hint.PositionAtBottom or bottom > bar.value() + room:
            bar.setValue(min(top, bottom - room))
        if hint == _Hint.EnsureVisible and top < bar.value():
            bar.setValue(top)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the row that a key goes to: always a card, and End goes to the real end."""
        now, count = self.currentIndex().row(), self._count()
        page = max(1, self.viewport().height() - self.heights[0])
        if action == _Move.MoveEnd:
            target = self.beside(count, -1)
        elif action == _Move.MoveHome or now < 0:
            target = self.beside(-1, 1)
        elif action in (_Move.MovePageDown, _Move.MovePageUp):
            way = 1 if action == _Move.MovePageDown else -1
            number = min(max(self._row_at(self._top(now) + way * page), 0), count - 1)
            by = max(1, abs(number - now - self._headed(number) + self._headed(now)))
            target = self.beside(now, way * by)
        elif action in (_Move.MoveDown, _Move.MoveNext):
            target = self.beside(now, 1)
        elif action in (_Move.MoveUp, _Move.MovePrevious):
            target = self.beside(now, -1)
        else:
            target = now
        return self.model().index(target, 0) if 0 <= target < count else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row that the mouse has made the current one: there is never more than one."""
        self.selectionModel().select(self.currentIndex(), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return what is painted again when a selection changes."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region & self.viewport().rect()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell a screen reader which row the keyboard is at."""
        if current.isValid() and self.hasFocus():
            self.tell("Focus", current.row())
        QAbstractItemView.currentChanged(self, current, previous)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell a screen reader what is selected now."""
        for index in deselected.indexes():
            self.tell("SelectionRemove", index.row())
        for index in selected.indexes():
            self.tell("Selection", index.row())
        QAbstractItemView.selectionChanged(self, selected, deselected)

    def tell(self, event: Event, number: int) -> None:
        """Tell a screen reader what has happened to a row, where one listens."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415  dear to load

        if QAccessible.isActive():
            told = QAccessibleEvent(self, QAccessible.Event[event])
            told.setChild(number)
            QAccessible.updateAccessibility(told)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are to be painted, and say which ones are on view."""
        if not self._count() or not self.heights[0]:
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionViewItem  # noqa: PLC0415  dear to load

        flags, option = QStyle.StateFlag, QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~(flags.State_HasFocus | flags.State_MouseOver)
        hovered = self._hovered()
        painter = QPainter(self.viewport())
        for number in self._between(event.rect().top(), event.rect().bottom()):
            index = self.model().index(number, 0)
            option.rect = self.visualRect(index)
            option.state = plain
            if self.selectionModel().isSelected(index):
                option.state |= flags.State_Selected
            if number == hovered:
                option.state |= flags.State_MouseOver
            self.itemDelegate().paint(painter, option, index)
        painter.end()
        on_view = self._between(0, self.viewport().height() - 1)
        self.seen.emit(on_view.start, on_view.stop - 1)

    def _between(self, top: int, bottom: int) -> range:
        """Return the rows between two lines of the viewport."""
        offset, last = self.verticalOffset(), self._count() - 1
        return range(
            max(0, self._row_at(top + offset)), min(last, self._row_at(bottom + offset)) + 1
        )

    def _hovered(self) -> int:
        port = self.viewport()
        return self.indexAt(port.mapFromGlobal(QCursor.pos())).row() if port.underMouse() else -1

    def _count(self) -> int:
        return self.model().rowCount()

    def _headed(self, number: int) -> int:
        """Return how many headings stand above a row."""
        return bisect_left(self.headings(), number)

    def _top(self, number: int) -> int:
        """Return where a row begins, from the beginning of the list."""
        card, heading = self.heights
        return number * card - self._headed(number) * (card - heading)

    def _area(self, first: int, last: int) -> QRect:
        top, bottom = self._top(first), self._top(last + 1)
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), bottom - top)

    def _row_at(self, line: int) -> int:
        """Return the row at a line of the list; -1 above the first, the count below the last."""
        if not self.heights[0]:
            return -1
        return bisect_right(range(self._count() + 1), line, key=self._top) - 1
