"""The result list: the model of its rows and the list that shows them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from feltperm.ui.search.card_list import CardList, Index
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.theme import Theme

if TYPE_CHECKING:  # loaded with the first rows
    from feltperm.ui.search.cards import ResultDelegate
    from feltperm.ui.search.result_row import Fill, More, ResultRow

__all__ = ["RECORD", "Index", "ResultList", "ResultModel"]

#: What a dragged record is called among data that is dropped: ``pack/id``.
RECORD = "application/x-feltperm-record"
#: So many rows of a long list are held at most: several times what any screen shows.
HELD = 400


class ResultModel(QAbstractListModel):
    """Rows of which not all need be here.

    The hits of a search grow at their end: ``more`` is asked for the next page when one is needed.
    A list whose length is known is all there from the beginning, and ``fill`` is asked for the
    rows that are seen; those far from them are let go again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[int, ResultRow] = {}
        self._count = 0
        self._more: More = None
        self._fill: Fill = None
        self._asked = range(0)
        #: The numbers of the rows that are headings, in order.
        self.headings: list[int] = []

    def show(self, rows: Sequence[ResultRow], more: More = None) -> None:
        """Replace all rows. ``more(offset)`` fetches the next page, or None at the end."""
        self._begin(rows, len(rows), more, None)

    def show_length(self, rows: Sequence[ResultRow], count: int, fill: Fill) -> None:
        """Replace all rows by so many, of which the first are here and none is a heading."""
        self._begin(rows, count, None, fill)

    def extend(self, rows: Sequence[ResultRow], more: More) -> None:
        """Append the next page."""
        self._more = more
        if rows:
            first = self._count
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._count += len(rows)
            self._take(first, rows)
            self.endInsertRows()

    def put(self, first: int, rows: Sequence[ResultRow], current: int = -1) -> None:
        """Put rows that were asked for in their place; what lies far off is let go."""
        self._asked = range(0)
        rows = rows[: max(0, self._count - first)]
        if len(self._rows) + len(rows) > HELD:
            near = range(first - HELD // 2, first + HELD // 2)
            self._rows = {n: row for n, row in self._rows.items() if n in near or n == current}
        self._take(first, rows)
        if rows:
            self.dataChanged.emit(self.index(first), self.index(first + len(rows) - 1))

    def want(self, first: int, last: int) -> None:
        """Ask for the rows on view that are not here, and for those before and after them.

        Nothing is asked for twice; other rows overtake those that are under way.
        """
        room = last - first + 1
        if self._fill is None or not self._missing(first - room, last + room):
            return
        missing = self._missing(first - 2 * room, last + 2 * room)
        wanted = range(missing[0], missing[-1] + 1)
        if wanted != self._asked:
            self._asked = wanted
            self._fill(wanted)

    def want_again(self) -> None:
        """Ask for what is missing once more, though it was asked for: it may have failed."""
        self._asked = range(0)

    def no_more(self) -> None:
        """Forget how to fetch more: another question has been asked meanwhile."""
        self._more = self._fill = None

    def held(self) -> int:
        """Return how many rows are here."""
        return len(self._rows)

    def row(self, index: Index) -> ResultRow | None:
        """Return the row of an index; None when the index is not valid, or the row not here."""
        return self._rows.get(index.row())

    def star(self, refs: set[str]) -> None:
        """Mark exactly these records as favourites."""
        for number, row in self._rows.items():
            if row.starred != (row.ref in refs):
                self._rows[number] = row.with_star(row.ref in refs)
                changed = self.index(number)
                self.dataChanged.emit(changed, changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are, here or not."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, or a full sentence for a screen reader."""
        row = self.row(index)
        if row is None:
            heard = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.tr("Hentes …") if index.isValid() and role in heard else None
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
        return [number for number, row in sorted(self._rows.items()) if not row.heading]

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether another page can be asked for."""
        return not parent.isValid() and self._more is not None

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page once; it arrives through :meth:`extend`."""
        more, self._more = self._more, None
        if more is not None:
            more(self._count - len(self.headings))

    def match(
        self,
        start: Index,
        role: int,
        value: Any,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,
    ) -> list[QModelIndex]:
        """Find the cards of which typed letters are the beginning, among the rows that are here."""
        cards, letters = self.cards(), str(value).casefold()
        at = bisect_left(cards, start.row())
        in_turn = cards[at:] + cards[:at]
        found = [n for n in in_turn if self._rows[n].title.casefold().startswith(letters)]
        return [self.index(number) for number in (found if hits < 0 else found[:hits])]

    def _begin(self, rows: Sequence[ResultRow], count: int, more: More, fill: Fill) -> None:
        self.beginResetModel()
        self._rows, self.headings, self._asked = {}, [], range(0)
        self._count, self._more, self._fill = count, more, fill
        self._take(0, rows)
        self.endResetModel()

    def _take(self, first: int, rows: Sequence[ResultRow]) -> None:
        placed = dict(enumerate(rows, first))
        self._rows |= placed
        self.headings += [number for number, row in placed.items() if row.heading]

    def _missing(self, first: int, last: int) -> list[int]:
        span = range(max(0, first), min(self._count, last + 1))
        return [number for number in span if number not in self._rows]


class ResultList(CardList):
    """The list of cards, with arrows and Enter, and a star that can be clicked.

    A row may be chosen that is not here yet: it is opened when it comes, and what was to be done
    with it then is done then.

    Signals:
        opened: a row is the current one, and here.
        entered: it was meant to be gone into, with Enter or twice the mouse.
        picked: it was clicked.
    """

    opened = Signal(str)
    entered = Signal()
    picked = Signal()
    star_clicked = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ResultModel(self)
        self.setModel(self.rows)
        self._theme, self._icons = theme, icons
        self._cards: ResultDelegate | None = None
        self._star_pressed = ""
        self._awaited = False
        self._then: SignalInstance | None = None
        self.rows.modelReset.connect(self._paint_cards, Qt.ConnectionType.SingleShotConnection)
        self.rows.modelReset.connect(lambda: self._await(False))
        self.rows.dataChanged.connect(self._arrived)
        self.seen.connect(self.rows.want)
        self.activated.connect(lambda _index: self.enter())
        self.clicked.connect(lambda _index: self.pick())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAccessibleName(self.tr("Treff"))
        self.selectionModel().currentChanged.connect(self._current_changed)

    def headings(self) -> Sequence[int]:
        """Return the rows that are headings, in order."""
        return self.rows.headings

    def enter(self) -> None:
        """Go into the current row, as soon as it is here."""
        self._when_here(self.entered)

    def pick(self) -> None:
        """Show the current row, as soon as it is here."""
        self._when_here(self.picked)

    def put(self, first: int, rows: Sequence[ResultRow]) -> None:
        """Put rows in their place that were not here."""
        self.rows.put(first, rows, self.currentIndex().row())

    def step(self, by: int) -> None:
        """Move the selection, from the search field's arrow keys."""
        now = self.currentIndex().row()
        target = self.beside(now, by if now >= 0 else 1)
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
        self.heights = self._cards.heights()

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.rows.row(current)
        self._await(current.isValid() and row is None)
        if row:
            self.opened.emit(row.ref)

    def _await(self, awaited: bool) -> None:
        """Wait for the current row, or for none; what was to be done with another is not done."""
        self._awaited, self._then = awaited, None

    def _when_here(self, signal: SignalInstance) -> None:
        if not self._awaited:
            signal.emit()
            return
        self._then = signal
        self.rows.want_again()
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def _arrived(self, first: QModelIndex, last: QModelIndex) -> None:
        """Open the current row if it was waited for and is among those that have come."""
        current, then = self.currentIndex(), self._then
        row = self.rows.row(current)
        if self._awaited and row and first.row() <= current.row() <= last.row():
            self._await(False)
            self.tell("NameChanged", current.row())
            self.opened.emit(row.ref)
            if then is not None:
                then.emit()
