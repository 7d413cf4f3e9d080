"""What the window does when something is typed, pressed or reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from feltperm.ui.context import Context
from feltperm.ui.toolkit.languages import Language
from feltperm.ui.toolkit.look import next_size

if TYPE_CHECKING:
    from feltperm.ui.shell import Shell

__all__ = ["Errands"]


class Errands(QObject):
    """Runs between the bars, the pages and the desk; belongs to one filling of the window."""

    def __init__(self, context: Context, shell: Shell) -> None:
        super().__init__(shell.centre)
        self._context, self._shell = context, shell
        self._listen_to_bars()
        self._listen_to_pages()
        self._listen_to_reports()
        for keys, action in (
            ("Ctrl+K", self._focus_search),
            ("F1", lambda: shell.go("help")),
            ("F2", shell.show_emergency),
            ("Ctrl+D", lambda: context.stars.toggle(shell.pages.open_record())),
            ("Ctrl+L", self._pick_up),
            ("Ctrl+Z", shell.undo.take_back),
            ("Ctrl+,", lambda: shell.go("settings")),
            ("Alt+Left", shell.back),
            ("Alt+Right", shell.forward),
            ("Ctrl+H", self._show_recent),
            ("Ctrl++", lambda: self._read_at(next_size(self._percent(), larger=True))),
            ("Ctrl+-", lambda: self._read_at(next_size(self._percent(), larger=False))),
            ("Ctrl+0", lambda: self._read_at(0)),
        ):
            QShortcut(QKeySequence(keys), shell.centre, action)

    def _listen_to_bars(self) -> None:
        shell, topbar, results = self._shell, self._shell.topbar, self._shell.search_page.results
        topbar.search.asked.connect(self._typed)
        topbar.search.stepped.connect(results.step)
        topbar.search.entered.connect(shell.search_page.enter)
        topbar.search.left.connect(results.setFocus)
        topbar.emergency.connect(shell.show_emergency)
        topbar.ways.back_asked.connect(shell.back)
        topbar.ways.forward_asked.connect(shell.forward)
        topbar.ways.recent_asked.connect(self._show_recent)
        topbar.language_chosen.connect(self._speak)
        shell.rail.chosen.connect(shell.go)
        shell.rail.dropped.connect(self._collect)

    def _listen_to_pages(self) -> None:
        shell, page = self._shell, self._shell.search_page
        page.poster_asked.connect(shell.open_poster)
        page.checklist_asked.connect(lambda: shell.go("crisis"))
        page.filters.kind_chosen.connect(self._mark_kind)
        page.filters.municipality_chosen.connect(self._remember)
        page.emergency_asked.connect(shell.show_emergency)
        page.query_changed.connect(self._search_for)
        page.followed.connect(shell.open)
        page.shown.connect(shell.history.note)
        shell.pages.turned.connect(shell.strip.turn_page)
        shell.pages.opened.connect(shell.open)
        shell.pages.poster_asked.connect(shell.open_poster)
        shell.pages.check_asked.connect(self._check)

    def _listen_to_reports(self) -> None:
        shell, reports = self._shell, self._context.reports
        reports.emergency_asked.connect(shell.show_emergency)
        reports.told.connect(shell.tell)
        reports.said.connect(shell.strip.say)
        reports.done.connect(shell.strip.done)
        reports.asked.connect(shell.strip.take)
        reports.removed.connect(shell.undo.offer)
        reports.undoable.connect(shell.undo.offer)
        reports.sites_changed.connect(self._site_changed)
        reports.handout_wanted.connect(lambda ref: shell.handouts().add(ref))
        reports.pocket_wanted.connect(self._fill_tray)
        reports.page_asked.connect(self._go)
        reports.error_found.connect(self._report_error)
        reports.all_right.connect(self._confirm)
        reports.place_chosen.connect(self._choose_place)
        reports.near_chosen.connect(shell.search_page.refresh)

    def _go(self, page: str) -> None:
        """Go to a page; to search is to type."""
        self._shell.go(page)
        if page == "search":
            self._focus_search()

    def _typed(self, text: str) -> None:
        shell = self._shell
        if shell.pages.currentWidget() is not shell.search_page:
            shell.go("search")
        shell.search_page.search(text)

    def _search_for(self, text: str) -> None:
        self._shell.topbar.search.put(text)
        self._typed(text)

    def _collect(self, ref: str, under: QWidget) -> None:
        """A record was dropped on «Min perm»: into which collection?"""
        from feltperm.ui.record.collecting import choose_collection  # noqa: PLC0415  rarely needed

        choose_collection(self._context, ref, under)

    def _focus_search(self) -> None:
        self._shell.topbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._shell.topbar.search.selectAll()

    def _show_recent(self) -> None:
        self._shell.topbar.ways.show_recent(self._shell.history.recent(), self._shell.open)

    def _speak(self, language: Language) -> None:
        look = self._context.look
        if language != look.language:
            self._context.change_look(look._replace(language=language))

    def _percent(self) -> int:
        return round(100 * self._context.theme.scale)

    def _read_at(self, percent: int) -> None:
        """Have the text in this size, and what is read in its place (SCREENS J9)."""
        look = self._context.look
        if percent not in (look.text, self._percent()):
            self._context.change_look(look._replace(text=percent))

    def _remember(self, number: str) -> None:
        self._context.desk.run(
            lambda desk: desk.remember_municipality(number), lambda _done: None, self._shell.tell
        )
        self._context.reports.alerts_due.emit()

    def _choose_place(self, number: str) -> None:
        self._shell.search_page.filters.set_municipality(number)
        self._remember(number)

    def _check(self) -> None:
        """Ask for newer content, where it can be seen what comes of it."""
        self._shell.go("update")
        self._context.updating().course.check()

    def _pick_up(self) -> None:
        """Put the open or marked service into the tray, else the first hit."""
        shell = self._shell
        ref = shell.pages.open_record()
        if not ref and shell.pages.currentWidget() is shell.search_page:
            ref = shell.search_page.mark_first()
        if ref:
            shell.handouts().add(ref)
        else:
            shell.strip.say(self.tr("Velg et tilbud først."))

    def _fill_tray(self, number: int) -> None:
        self._shell.handouts().fill(number)
        self._shell.show_tray()

    def _mark_kind(self, kind: str) -> None:
        self._shell.rail.mark(kind if kind in ("services", "guidance") else "search")

    def _report_error(self, ref: str, field: str) -> None:
        from feltperm.ui.record.correcting import report_error  # noqa: PLC0415  rarely needed

        report_error(self._context, ref, self._shell, field)

    def _confirm(self, ref: str) -> None:
        from feltperm.ui.record.correcting import confirm  # noqa: PLC0415  rarely needed

        confirm(self._context, ref, self._shell)

    def _site_changed(self) -> None:
        self._context.desk.run(
            lambda desk: desk.keep.default_address(),
            self._shell.emergency().set_address,
            self._shell.tell,
        )
