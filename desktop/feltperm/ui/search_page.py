"""Search: filters and results left, the open record right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.filters import FilterBar
from feltperm.ui.parts import button, clear, column, frame, label, row
from feltperm.ui.results import ResultList

if TYPE_CHECKING:  # the desk is loaded after the first paint
    from feltperm.desk.desk import Desk
    from feltperm.desk.find import Listed, Page, Results
    from feltperm.ui.detail import DetailView

__all__ = ["SearchPage"]

#: Below this width (pixels at 100 % text) list and record do not fit beside each other.
NARROW = 760

#: Rows of one page of a list that is not searched.
PAGE = 100


class SearchPage(QWidget):
    """Answers the search field; the latest keystroke wins."""

    opened = Signal(str)
    poster_asked = Signal(str)
    emergency_asked = Signal()
    searched = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._query = ""
        self._starred: set[str] = set()
        self._detail: DetailView | None = None
        self._wanted = ""
        self.filters = FilterBar(context.theme, context.icons, context.geography)
        self.filters.changed.connect(self._search_again)
        self.count = label("", "muted")
        self.results = ResultList(context.theme, context.icons)
        self.results.opened.connect(self.open)
        self.results.star_clicked.connect(self.toggle_star)
        self.results.activated.connect(lambda _index: self.enter_detail())
        self.results.clicked.connect(lambda _index: self.read())
        self._empty = QWidget()
        self._empty.setLayout(column(margins=(18, 12, 18, 12), spacing=12))
        self._list = QStackedWidget()
        self._list.addWidget(self.results)
        self._list.addWidget(self._empty)
        px = context.theme.px
        self._left = left = QWidget()
        head = column(self.filters, self.count, margins=(14, 12, 14, 6), spacing=8)
        left.setLayout(column(head, self._list, spacing=0))
        self._back = button(
            self.tr("Tilbake til trefflisten"),
            self.leave_detail,
            "quiet",
            context.icons.icon("arrow-left"),
            self.tr("Tilbake til trefflisten (Esc)"),
        )
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave_detail)
        self._side = frame("sidepanel", column(row(self._back, None), spacing=0))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._side)
        self.splitter.setSizes([px(620), px(470)])
        self.splitter.setChildrenCollapsible(False)
        left.setMinimumWidth(px(340))
        self._side.setMinimumWidth(px(400))
        self.setLayout(column(self.splitter))
        self._reading = False
        self._show_panes()

    def search(self, text: str) -> None:
        """Search for ``text`` as it is being typed; an empty text shows the whole list."""
        self._query = text
        self._search_again()

    def enter(self) -> None:
        """Open the first hit, or move into the open one."""
        if not self.results.currentIndex().isValid():
            self.results.step(1)
        else:
            self.enter_detail()

    def enter_detail(self) -> None:
        """Put the keyboard into the open record."""
        self.read()
        if self._detail is not None:
            self._detail.setFocus()

    def read(self) -> None:
        """Show the open record, where there is room for one pane only."""
        self._reading = True
        self._show_panes()

    def leave_detail(self) -> None:
        """Go back from the open record to the list."""
        self._reading = False
        self._show_panes()
        self.results.setFocus()

    def open(self, ref: str) -> None:
        """Show the record ``pack/id`` beside the list."""
        self._wanted = ref
        self._context.desk.run_latest(
            "open",
            lambda desk: (desk.find.show(ref), desk.keep.is_starred(ref)),
            lambda answer: self._show(*answer),
            self._failed,
        )

    def current(self) -> str:
        """Return the open record, or an empty string."""
        return self._wanted

    def detail(self) -> DetailView:
        """Return the pane of the open record; it is made when it is first needed."""
        if self._detail is None:
            from feltperm.ui.detail import DetailView  # noqa: PLC0415  after the first paint

            context = self._context
            self._detail = DetailView(context.theme, context.icons, context.words())
            self._detail.star_toggled.connect(self.toggle_star)
            self._detail.opened.connect(self.open)
            self._detail.poster_asked.connect(self.poster_asked)
            layout = self._side.layout()
            assert layout is not None
            layout.addWidget(self._detail)
            self._detail.show_nothing(self.tr("Velg et treff for å lese det her."))
        return self._detail

    def toggle_star(self, ref: str) -> None:
        """Star the record, or take the star away; the second can be undone."""
        if not ref:
            return

        def done(starred: bool) -> None:
            self.show_star(ref, starred)
            if not starred:
                self._context.reports.removed.emit(lambda: self.toggle_star(ref))
            self._context.reports.favourites_changed.emit()

        self._context.desk.run(lambda desk: desk.keep.toggle(ref), done, self._failed)

    def show_star(self, ref: str, starred: bool) -> None:
        """Show a star that was set here or elsewhere."""
        (self._starred.add if starred else self._starred.discard)(ref)
        self.results.rows.star(self._starred)
        if self._detail is not None and ref == self._wanted:
            self._detail.set_starred(starred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one pane at a time where two do not fit (DESIGN section 8)."""
        super().resizeEvent(event)
        self._show_panes()

    def _show_panes(self) -> None:
        narrow = self.width() < self._context.theme.px(NARROW)
        self._back.setVisible(narrow)
        self._left.setVisible(not narrow or not self._reading)
        self._side.setVisible(not narrow or self._reading)

    def _search_again(self) -> None:
        self._reading = False
        self._show_panes()
        query, filters = self._query.strip(), self.filters
        kinds, municipality = filters.kinds(), filters.municipality
        if not query:
            self._fetch(0)
            return

        def work(desk: Desk) -> tuple[Results, set[str]]:
            from feltperm.desk.find import Request  # noqa: PLC0415  after the first paint

            request = Request(query, kinds, municipality, typing=True)
            return desk.find.search(request), desk.keep.refs()

        self._context.desk.run_latest(
            "list",
            work,
            lambda answer: self._show_results(*answer),
            self._failed,
            stop=lambda desk: desk.interrupt(),
        )

    def _fetch(self, offset: int) -> None:
        kinds, municipality = self.filters.kinds(), self.filters.municipality
        self._context.desk.run_latest(
            "list",
            lambda desk: (desk.find.browse(kinds, municipality, PAGE, offset), desk.keep.refs()),
            lambda answer: self._show_rows(offset, *answer),
            self._failed,
        )

    def _show_results(self, results: Results, starred: set[str]) -> None:
        from feltperm.ui.rows import row_of_hit  # noqa: PLC0415  after the first paint

        self._starred = starred
        words = self._context.words()
        rows = [row_of_hit(found, words, starred) for found in results.hits]
        self.results.rows.show(rows)
        self._list.setCurrentWidget(self.results if rows else self._empty)
        self.count.setText(words.count(results))
        if not rows:
            self._show_empty(results)
        self.searched.emit()

    def _show_rows(self, offset: int, listed: Listed, starred: set[str]) -> None:
        from feltperm.ui.rows import row_of_list  # noqa: PLC0415  after the first paint

        self._starred = starred
        words, total = self._context.words(), listed.total
        rows = [row_of_list(row, words, starred) for row in listed.rows]
        more: Callable[[int], None] | None = self._fetch if offset + len(rows) < total else None
        if offset:
            self.results.rows.extend(rows, more)
        else:
            self.results.rows.show(rows, more)
            self.count.setText(self.tr("{n} oppføringer").format(n=total))
            self._list.setCurrentWidget(self.results)
        self.searched.emit()

    def _show_empty(self, results: Results) -> None:
        layout = self._empty.layout()
        assert layout is not None
        clear(layout)
        for line in self._context.words().nothing_found(results):
            layout.addWidget(label(line, "h3" if line.startswith("Ingen") else ""))
        if self.filters.active():
            layout.addWidget(row_widget_of(button(self.tr("Nullstill filtre"), self.filters.reset)))
        layout.addWidget(
            row_widget_of(button(self.tr("Se akuttkortet (F2)"), self.emergency_asked.emit))
        )
        layout.addStretch(1)  # type: ignore[attr-defined]

    def _show(self, page: Page, starred: bool) -> None:
        self.detail().show_page(page, starred)
        self.opened.emit(str(page.entry.ref))

    def _failed(self, condition: Condition) -> None:
        self._context.reports.told.emit(condition)


def row_widget_of(widget: QWidget) -> QWidget:
    """Return the widget at its own width, left in its line."""
    made = QWidget()
    made.setLayout(row(widget, None))
    return made
