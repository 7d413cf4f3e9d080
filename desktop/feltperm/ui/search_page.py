"""Search: filters and results left, the open record right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.filters import FilterBar
from feltperm.ui.no_hits import NoHits
from feltperm.ui.panes import TwoPanes
from feltperm.ui.parts import column, label, link
from feltperm.ui.results import ResultList, ResultRow

if TYPE_CHECKING:  # the desk is loaded after the first paint
    from feltperm.desk.desk import Desk
    from feltperm.desk.find import Listed, Results
    from feltperm.desk.page import Page
    from feltperm.ui.detail import DetailView

__all__ = ["SearchPage"]

#: How many rows are fetched at a time.
PAGE = 50


#: A measure among so many first hits means that the list of them is asked for.
_BEST = 5


class SearchPage(QWidget):
    """Answers the search field; the latest keystroke wins.

    Signals:
        opened: a record (``pack/id``) is shown.
        searched: an answer is shown.
        query_changed: the page itself asks for other words.
    """

    opened = Signal(str)
    searched = Signal()
    query_changed = Signal(str)
    poster_asked = Signal(str)
    checklist_asked = Signal()
    emergency_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._query = ""
        self._starred: set[str] = set()
        self._detail: DetailView | None = None
        self._answer: Literal["shown", "awaited", "failed"] = "shown"
        self._enter_when_answered = False
        self.filters = FilterBar(context.theme, context.icons, context.geography)
        self.filters.changed.connect(self._search_again)
        self.filters.emergency_asked.connect(self.emergency_asked)
        self.count = label("", "muted")
        self.checklist = link(self.tr("Åpne sjekklista for kriser"), self.checklist_asked.emit)
        self.checklist.hide()
        self.results = ResultList(context.theme, context.icons)
        self.results.opened.connect(self.open)
        self.results.star_clicked.connect(context.stars.toggle)
        self.results.activated.connect(lambda _index: self.enter_detail())
        self.results.clicked.connect(lambda _index: self.read())
        self._no_hits = NoHits()
        self._no_hits.suggested.connect(self.query_changed)
        self._no_hits.reset_asked.connect(self.filters.reset)
        self._no_hits.emergency_asked.connect(self.emergency_asked)
        self._list = QStackedWidget()
        self._list.addWidget(self.results)
        self._list.addWidget(self._no_hits)
        left = QWidget()
        head = column(self.filters, self.count, self.checklist, margins=(14, 12, 14, 6), spacing=8)
        left.setLayout(column(head, self._list, spacing=0))
        self.splitter = TwoPanes(
            context.theme, context.icons, left, self.results, self.tr("Tilbake til trefflisten")
        )
        self.setLayout(column(self.splitter))
        context.stars.changed.connect(self._show_star)

    def search(self, text: str) -> None:
        """Search for ``text`` as it is being typed; an empty text shows the whole list."""
        if text != self._query:  # an Enter was meant for the words that stood there
            self._enter_when_answered = False
        self._query = text
        self._search_again()

    def show_list(self, kind: str, clear: bool) -> None:
        """Show only one kind of record; with ``clear`` the whole list of it, not a search."""
        if clear:
            self._query, self._enter_when_answered = "", False
        before = self.filters.kind_name()
        self.filters.blockSignals(True)
        self.filters.set_kind(kind)
        self.filters.blockSignals(False)
        if clear or before != kind:
            self._search_again()

    def enter(self) -> None:
        """Open the first hit of what is typed, or move into the open one."""
        if self._answer != "shown":  # the list is that of an older question
            if self._answer == "failed":
                self._search_again()
            self._enter_when_answered = True
        elif not self.results.currentIndex().isValid():
            self.results.step(1)
            self.read()
        else:
            self.enter_detail()

    def enter_detail(self) -> None:
        """Put the keyboard into the open record."""
        self.read()
        if self._detail is not None:
            self._detail.setFocus()

    def read(self) -> None:
        """Show the open record, where there is room for one pane only."""
        self.splitter.read()

    def open(self, ref: str) -> None:
        """Show the record ``pack/id`` beside the list."""
        self._context.desk.run_latest(
            "open",
            lambda desk: (desk.find.show(ref), desk.keep.is_starred(ref)),
            lambda answer: self._show(*answer),
            self._failed,
        )

    def current(self) -> str:
        """Return the record that is seen: the open one, else the one marked in the list."""
        if self._detail is not None and self._detail.isVisible():
            return self._detail.ref()
        return self.results.current_ref()

    def detail(self) -> DetailView:
        """Return the pane of the open record; it is made when it is first needed."""
        if self._detail is None:
            from feltperm.ui.detail import DetailView  # noqa: PLC0415  after the first paint

            context = self._context
            self._detail = DetailView(context.theme, context.icons, context.words())
            self._detail.star_toggled.connect(context.stars.toggle)
            self._detail.opened.connect(self.open)
            self._detail.poster_asked.connect(self.poster_asked)
            self._detail.checklist_asked.connect(self.checklist_asked)
            self._detail.link_clicked.connect(self._ask_about_link)
            self._detail.show_nothing(self.tr("Velg et treff for å lese det her."))
            self.splitter.put_right(self._detail)
        return self._detail

    def _ask_about_link(self, url: QUrl) -> None:
        from feltperm.ui.link_dialog import ask_about_link  # noqa: PLC0415  rarely needed

        ask_about_link(self._context, url, self)

    def _search_again(self) -> None:
        self._answer = "awaited"
        self.results.rows.no_more()
        self.splitter.leave()
        if self._query.strip():
            self._ask(0)
        else:
            self._browse(0)

    def _ask(self, offset: int) -> None:
        """Search; beyond the first page, for so many more hits of the same question."""
        query, filters = self._query.strip(), self.filters
        kinds, municipality = filters.kinds(), filters.municipality

        def work(desk: Desk) -> tuple[Results, set[str]]:
            from feltperm.desk.find import Request  # noqa: PLC0415  after the first paint

            request = Request(query, kinds, municipality, limit=offset + PAGE, typing=True)
            return desk.find.search(request), desk.keep.refs()

        self._context.desk.run_latest(
            "list",
            work,
            lambda answer: self._show_results(offset, *answer),
            self._unanswered,
            stop=lambda desk: desk.interrupt(),
        )

    def _browse(self, offset: int) -> None:
        kinds, municipality = self.filters.kinds(), self.filters.municipality
        self._context.desk.run_latest(
            "list",
            lambda desk: (desk.find.browse(kinds, municipality, PAGE, offset), desk.keep.refs()),
            lambda answer: self._show_listed(offset, *answer),
            self._unanswered,
            stop=lambda desk: desk.interrupt(),
        )

    def _show_results(self, offset: int, results: Results, starred: set[str]) -> None:
        from feltperm.desk.crisis import is_measure  # noqa: PLC0415  after the first paint
        from feltperm.ui.rows import row_of_hit  # noqa: PLC0415

        words = self._context.words()
        best = results.hits[:_BEST]
        self.checklist.setVisible(any(is_measure(str(hit.hit.ref)) for hit in best))
        rows = [row_of_hit(found, words, starred) for found in results.hits[offset:]]
        self.count.setText(words.count(results))
        if not results.hits:
            suggestions = results.hint.words[:3] if results.hint else ()
            lines = words.nothing_found(results)
            self._no_hits.show_lines(lines, suggestions, words.always(), self.filters.active())
        more = self._ask if offset + len(rows) < results.total else None
        self._show_rows(offset, rows, more, starred)

    def _show_listed(self, offset: int, listed: Listed, starred: set[str]) -> None:
        from feltperm.ui.rows import row_of_list  # noqa: PLC0415  after the first paint

        words = self._context.words()
        rows = [row_of_list(row, words, starred) for row in listed.rows]
        self.count.setText(self.tr("{n} oppføringer").format(n=listed.total))
        self.checklist.hide()
        if not listed.total:
            lines = [words.nothing_here()]
            self._no_hits.show_lines(lines, (), words.always(), self.filters.active())
        more = self._browse if offset + len(rows) < listed.total else None
        self._show_rows(offset, rows, more, starred)

    def _show_rows(
        self,
        offset: int,
        rows: Sequence[ResultRow],
        more: Callable[[int], None] | None,
        starred: set[str],
    ) -> None:
        """Put the rows in place, or below those that are there already."""
        self._starred = starred
        if offset:
            self.results.rows.extend(rows, more)
        else:
            self.results.rows.show(rows, more)
            self._list.setCurrentWidget(self.results if rows else self._no_hits)
            self._answer, entered = "shown", self._enter_when_answered
            self._enter_when_answered = False
            if entered:
                self.enter()
        self.searched.emit()

    def _show_star(self, ref: str, starred: bool) -> None:
        (self._starred.add if starred else self._starred.discard)(ref)
        self.results.rows.star(self._starred)
        if self._detail is not None and ref == self._detail.ref():
            self._detail.set_starred(starred)

    def _show(self, page: Page, starred: bool) -> None:
        self.detail().show_page(page, starred)
        self.opened.emit(str(page.entry.ref))

    def _unanswered(self, condition: Condition) -> None:
        """What was asked has no answer; the list stays what it is, and Enter asks again."""
        if self._answer == "awaited":
            self._answer, self._enter_when_answered = "failed", False
        self._failed(condition)

    def _failed(self, condition: Condition) -> None:
        self._context.reports.told.emit(condition)
