"""Search: filters and results left, the open record right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.search.filters import FilterBar
from feltperm.ui.search.list_printer import print_list
from feltperm.ui.search.no_hits import NoHits, call_cards
from feltperm.ui.search.results import ResultList
from feltperm.ui.toolkit.panes import TwoPanes
from feltperm.ui.toolkit.parts import column, label, link, set_link

if TYPE_CHECKING:  # the desk is loaded after the first paint
    from feltperm.desk.desk import Desk
    from feltperm.desk.find import Results
    from feltperm.desk.page import Page
    from feltperm.ui.record.detail import DetailView
    from feltperm.ui.search.answer_notes import AnswerNotes
    from feltperm.ui.search.answers import Answer
    from feltperm.ui.search.browse import Beginning, Browse
    from feltperm.ui.search.filter_state import Counts
    from feltperm.ui.search.filter_words import Note
    from feltperm.ui.search.result_row import More, ResultRow

__all__ = ["SearchPage"]

#: How many rows are fetched at a time.
PAGE = 20
#: A measure among so many first hits for «krise», or as the first, means the list of them.
_BEST = 5


class SearchPage(QWidget):
    """Answers the search field; the latest keystroke wins.

    Signals:
        opened: a record (``pack/id``) is shown.
        shown: the same, with its title.
        followed: the open record leads to this one.
        searched: an answer is shown.
        query_changed: the page itself asks for other words.
    """

    opened = Signal(str)
    shown = Signal(str, str)
    followed = Signal(str)
    searched = Signal()
    query_changed = Signal(str)
    poster_asked = Signal(str)
    checklist_asked = Signal()
    emergency_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._query = ""
        self._literal = False
        self._starred: set[str] = set()
        self._detail: DetailView | None = None
        self._answer: Literal["shown", "awaited", "failed"] = "shown"
        self._enter_when_answered = False
        self._opening, self._in_place = "", False
        self.filters = FilterBar(context.theme, context.icons, context.geography, context.words)
        self.filters.changed.connect(self._search_again)
        self.filters.counts_asked.connect(self._count)
        self.filters.emergency_asked.connect(self.emergency_asked)
        self.count = label("", "muted")
        self.checklist = link(self.tr("Åpne sjekklista for kriser"), self.checklist_asked.emit)
        self.checklist.hide()
        self.literal = link("", self._turn_literal)
        self.literal.hide()
        self._escape = QShortcut(QKeySequence("Esc"), self, self._turn_literal, enabled=False)
        self.results = ResultList(context.theme, context.icons)
        self.results.opened.connect(self.open)
        self.results.star_clicked.connect(context.stars.toggle)
        self.results.entered.connect(self.enter_detail)
        self.results.picked.connect(self.read)
        self._no_hits = NoHits()
        self._no_hits.suggested.connect(self.query_changed)
        self._no_hits.reset_asked.connect(self.filters.reset)
        self._no_hits.emergency_asked.connect(self.emergency_asked)
        desk, missed = context.desk, self._no_hits.missed
        missed.connect(lambda q: desk.run(lambda d: d.failed.note(q), lambda _: None, self._failed))
        self._no_hits.own_wanted.connect(context.reports.own_wanted)
        self._list = QStackedWidget()
        self._list.addWidget(self.results)
        self._list.addWidget(self._no_hits)
        left = QWidget()
        self.directory = link(self.tr("Skriv ut liste …"), lambda: print_list(context, self))
        self.said = column(self.count, self.literal, self.checklist, self.directory, spacing=2)
        self._notes: AnswerNotes | None = None
        head = column(self.filters, self.said, margins=(14, 12, 14, 6), spacing=8)
        left.setLayout(column(head, self._list, spacing=0))
        self.splitter = TwoPanes(
            context.theme, context.icons, left, self.results, self.tr("Tilbake til trefflista")
        )
        self.setLayout(column(self.splitter))
        context.state.restore_panes(self.splitter, "search")
        context.stars.changed.connect(self._show_star)
        context.reports.content_changed.connect(self.refresh)

    def search(self, text: str) -> None:
        """Search for ``text`` as it is being typed; an empty text shows the whole list."""
        if text != self._query:  # an Enter was meant for the words that stood there
            self._enter_when_answered = False
            self._set_literal(False)
        self._query = text
        self._search_again()

    def show_list(self, kind: str, clear: bool) -> None:
        """Show only one kind of record; with ``clear`` the whole list of it, not a search."""
        if clear:
            self._query, self._enter_when_answered = "", False
            self._set_literal(False)
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
        elif self._list.currentWidget() is self._no_hits:
            self._no_hits.settle()
        elif not self.results.currentIndex().isValid():
            self.results.step(1)
            self.results.pick()
        else:
            self.results.enter()

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
        self._opening = ref
        self._open(ref, self._failed)

    def refresh(self) -> None:
        """There is other content: ask again, and read the open record again if it is there."""
        self._search_again()
        self._in_place = True
        if self._detail is not None and (ref := self._detail.ref()):
            detail, gone = self._detail, self.tr("Oppføringen er ikke her lenger.")
            self._open(ref, lambda _condition: detail.show_nothing(gone))

    def current(self) -> str:
        """Return the record that is seen, or about to be: the open one, else the one marked."""
        seen = self._detail is not None and self._detail.isVisible()
        return self.open_ref() if seen or self._opening else self.results.current_ref()

    def open_ref(self) -> str:
        """Return the record that is open, seen or not."""
        return self._opening or (self._detail.ref() if self._detail is not None else "")

    def mark_first(self) -> str:
        """Mark the first hit and return it; empty where the list is that of an older question."""
        if self._answer == "shown":
            self.results.step(1)
        return self.results.current_ref() * (self._answer == "shown")

    def detail(self) -> DetailView:
        """Return the pane of the open record; it is made when it is first needed."""
        if self._detail is None:
            from feltperm.ui.record.record_pane import record_pane  # noqa: PLC0415  after the first paint

            self._detail = record_pane(self._context)
            self._detail.opened.connect(self.followed)
            self._detail.poster_asked.connect(self.poster_asked)
            self._detail.checklist_asked.connect(self.checklist_asked)
            self._detail.link_clicked.connect(self._ask_about_link)
            self._detail.show_nothing(self.tr("Velg et treff for å lese det her."))
            self.splitter.put_right(self._detail)
        return self._detail

    def _open(self, ref: str, failed: Callable[[Condition], None]) -> None:
        def missed(condition: Condition) -> None:
            self._opening = ""
            failed(condition)

        self._context.desk.run_latest(
            "open",
            lambda desk: (desk.show(ref), desk.keep.is_starred(ref)),
            lambda answer: self._show(*answer),
            missed,
        )

    def _ask_about_link(self, url: QUrl) -> None:
        from feltperm.ui.toolkit.link_dialog import ask_about_link  # noqa: PLC0415  rarely needed

        ask_about_link(self._context, url, self)

    def asked(self) -> tuple[str, dict[str, Any]]:
        """Return what is searched for: the words, and the filters of a request."""
        return self._query.strip(), self.filters.request(self._context.now())

    def _search_again(self) -> None:
        self._answer, self._in_place = "awaited", False
        self.results.rows.no_more()
        self.splitter.leave()
        if self._query.strip() or self.filters.narrowing():
            self._ask(0)
        else:
            self._browse()

    def _ask(self, offset: int) -> None:
        """Search; beyond the first page, for so many more hits of the same question."""
        (query, filters), literal = self.asked(), self._literal

        def work(desk: Desk) -> Answer:
            from feltperm.ui.search.answers import answer, question  # noqa: PLC0415  later

            return answer(desk, question(query, filters, literal, offset + PAGE))

        self._context.desk.run_latest(
            "list",
            work,
            lambda answer: self._show_results(offset, answer),
            self._unanswered,
            stop=lambda desk: desk.interrupt(),
        )

    def _count(self, menu: str) -> None:
        """Count what each filter would leave, and open the menu that shows it."""
        (query, filters), literal = self.asked(), self._literal

        def work(desk: Desk) -> Counts:
            from feltperm.ui.search.answers import question  # noqa: PLC0415  after the first paint

            request = question(query, filters, literal, PAGE)
            return desk.find.counts(request, hours=menu in ("open_at", "more"))

        self._context.desk.run_latest(
            "counts",
            work,
            lambda counts: self.filters.open_menu(menu, counts),
            lambda _condition: self.filters.open_menu(menu, {}),
        )

    def _browse(self) -> None:
        from feltperm.ui.search.browse import Browse  # noqa: PLC0415  after the first paint

        filters = self.filters
        browse = Browse(self._context, filters.kinds(), filters.municipality, self._unanswered)
        browse.begin(PAGE, lambda beginning: self._show_listed(browse, beginning))

    def _show_results(self, offset: int, answer: Answer) -> None:
        from feltperm.desk.crisis import is_measure  # noqa: PLC0415  after the first paint
        from feltperm.ui.search.filter_words import FilterWords  # noqa: PLC0415
        from feltperm.ui.search.headings import rows_of  # noqa: PLC0415

        words, results, starred = self._context.words(), answer.results, answer.starred
        best = results.hits[: _BEST if "kris" in results.query.casefold() else 1]
        self.checklist.setVisible(any(is_measure(str(hit.hit.ref)) for hit in best))
        filter_words = FilterWords(words)
        later = answer.request.open_at is not None and self.filters.chosen.open_at != "now"
        rows = rows_of(results, offset, filter_words, starred, later)
        counted = words.count(results, self._literal) if results.query else ""
        self.count.setText(counted or self.tr("%n oppføringer", "", results.total))
        self._show_notes(filter_words.notes(answer.request, results, self.filters.place()))
        self._show_literal(results)
        if not results.hits:
            self._show_nothing(answer)
        more = self._ask if len(results.hits) < results.total else None
        self._show_rows(offset, rows, more, starred)

    def _show_nothing(self, answer: Answer) -> None:
        """Show other words and who answers all the same; keep these if that is asked for."""
        words, results = self._context.words(), answer.results
        suggestions = results.hint.words[:3] if results.hint else ()
        self._no_hits.show_lines(
            words.nothing_found(results) if results.query else [words.nothing_here()],
            suggestions,
            words.always(),
            self.filters.active(),
            results.query,
        )
        lines = answer.helplines
        cards = partial(call_cards, self._context, lines, self.open, self._ask_about_link)
        self._no_hits.show_calls(lines, cards)
        if answer.in_vain:
            self._no_hits.wait_for(results.query)

    def _set_literal(self, literal: bool) -> None:
        self._literal = literal
        self._escape.setEnabled(literal)

    def _turn_literal(self) -> None:
        """Search for just what is typed, or for words like it again."""
        self._set_literal(not self._literal)
        self._search_again()

    def _show_literal(self, results: Results) -> None:
        """Offer the other way to search, where it finds something else."""
        other = results.hint is not None and results.hint.kind == "also"
        set_link(self.literal, self._context.words().literal(results, self._literal))
        self.literal.setVisible(other or self._literal)

    def _show_notes(self, notes: Sequence[Note]) -> None:
        """Say what is to be said above the list; most answers need nothing."""
        if notes and self._notes is None:
            from feltperm.ui.search.answer_notes import AnswerNotes  # noqa: PLC0415  rarely needed

            self._notes = AnswerNotes()
            self._notes.unstated_asked.connect(self._show_unstated)
            self._notes.own_asked.connect(
                lambda: self._context.reports.own_wanted.emit(self._query)
            )
            self.said.addWidget(self._notes)
        if self._notes is not None:
            self._notes.show_notes(notes)

    def _show_unstated(self) -> None:
        """Put the keyboard on the first of those that do not state what is filtered by."""
        self.results.setFocus()
        if not self.results.currentIndex().isValid():
            self.results.step(1)

    def _show_listed(self, browse: Browse, beginning: Beginning) -> None:
        from feltperm.ui.search.filter_words import FilterWords  # noqa: PLC0415  after the first paint

        words, total = self._context.words(), beginning.total
        self._starred = beginning.starred
        self.count.setText(self.tr("%n oppføringer", "", total))
        self._show_notes(FilterWords(words).place_notes(self.filters.place(), beginning.local))
        self.checklist.hide()
        self.literal.hide()
        if not total:
            lines = [words.nothing_here()]
            self._no_hits.show_lines(lines, (), words.always(), self.filters.active())
            self._no_hits.show_calls((), tuple)
        fill = partial(browse.fill, put=self.results.put)
        self.results.rows.show_length(beginning.rows, total, fill)
        self._answered()

    def _show_rows(
        self, offset: int, rows: Sequence[ResultRow], more: More, starred: set[str]
    ) -> None:
        """Put the rows in place, or below those that are there already."""
        self._starred = starred
        if offset:
            self.results.rows.extend(rows, more)
            self.searched.emit()
        else:
            self.results.rows.show(rows, more)
            self._answered()

    def _answered(self) -> None:
        """The list is that of what is asked now: it is seen from its beginning, or nothing is."""
        self._list.setCurrentWidget(self.results if self.results.rows.rowCount() else self._no_hits)
        if not self._in_place:
            self.results.scrollToTop()
        self._answer, self._in_place = "shown", False
        entered, self._enter_when_answered = self._enter_when_answered, False
        if entered:
            self.enter()
        self.searched.emit()

    def _show_star(self, ref: str, starred: bool) -> None:
        (self._starred.add if starred else self._starred.discard)(ref)
        self.results.rows.star(self._starred)
        if self._detail is not None and ref == self._detail.ref():
            self._detail.set_starred(starred)

    def _show(self, page: Page, starred: bool) -> None:
        self._opening = ""
        self.detail().show_page(page, starred)
        self.opened.emit(str(page.entry.ref))
        self.shown.emit(str(page.entry.ref), self.detail().title())

    def _unanswered(self, condition: Condition) -> None:
        """What was asked has no answer; the list stays what it is, and Enter asks again."""
        if self._answer == "awaited":
            self._answer, self._enter_when_answered = "failed", False
        self._failed(condition)

    def _failed(self, condition: Condition) -> None:
        self._context.reports.told.emit(condition)
