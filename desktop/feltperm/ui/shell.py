"""The window: top bar, navigation, pages and status line, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.pages import Pages
from feltperm.ui.rail import Rail
from feltperm.ui.search.search_page import SearchPage
from feltperm.ui.statusline import StatusLine
from feltperm.ui.strip import Strip
from feltperm.ui.toolkit.parts import column, row
from feltperm.ui.topbar import TopBar
from feltperm.ui.undo import Undo
from feltperm.ui.window_state import WindowState

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.emergency import EmergencyCard
    from feltperm.desk.desk import Welcome
    from feltperm.ui.emergency import EmergencyWindow
    from feltperm.ui.tray.handouts import Handouts

__all__ = ["Shell"]

#: Below this width (pixels at 100 % text) the bars fold.
NARROW = 940


class Shell(QMainWindow):
    """Holds the pages together; what they do is theirs.

    Signals:
        painted: once, after the first paint; whatever is heavy may begin.
        opened_desk: once, when the content is there.
    """

    painted = Signal()
    opened_desk = Signal()

    def __init__(
        self, context: Context, load_card: Callable[[], EmergencyCard], state: WindowState
    ) -> None:
        super().__init__()
        self._context, self._load_card, self._state = context, load_card, state
        self._painted = False
        self._emergency: EmergencyWindow | None = None
        self._handouts: Handouts | None = None
        self.setWindowTitle("Feltperm")
        self.topbar = TopBar(context.theme, context.icons)
        self.rail = Rail(context.theme, context.icons)
        self.strip = Strip()
        self.undo = Undo(self.strip)
        self.pages = Pages(context)
        self.statusline = StatusLine(context.theme)
        self._middle = column(self.strip, self.pages, spacing=0)
        centre = QWidget()
        centre.setLayout(
            column(self.topbar, row(self.rail, self._middle, spacing=0), self.statusline, spacing=0)
        )
        self.setCentralWidget(centre)
        self._connect()
        px = context.theme.px
        self._state.restore(self, self.search_page.splitter, QSize(px(1280), px(800)))
        self.rail.mark("search")

    @property
    def search_page(self) -> SearchPage:
        """The page that answers the search field."""
        return self.pages.search

    def put_under_topbar(self, banner: QWidget) -> None:
        """Give a banner its place over every page."""
        self._middle.insertWidget(0, banner)

    def go(self, page: str) -> None:
        """Show a page by the name of its navigation button."""
        if page in ("services", "guidance"):  # the whole list, not what was last searched for
            self.topbar.search.clear()
        self.rail.mark(page)
        self.pages.go(page)

    def open(self, ref: str) -> None:
        """Show one record on the search page."""
        if ref:
            self.go("search")
            self.search_page.open(ref)
            self.search_page.read()

    def open_poster(self, ref: str) -> None:
        """Show one poster in the studio."""
        self.go("posters")
        self.pages.studio().choose(ref)

    def show_wall(self) -> None:
        """Show what hangs where."""
        self.go("binder")
        self.pages.binder().show_wall()

    def handouts(self) -> Handouts:
        """Return what fills the tray, made with the first service; its bar is under every page."""
        from feltperm.ui.tray.handouts import Handouts  # noqa: PLC0415  after the first paint

        if self._handouts is None:
            self._handouts = handouts = Handouts(self._context, self)
            handouts.bar.opened.connect(self.show_tray)
            self._middle.addWidget(handouts.bar)
        return self._handouts

    def show_tray(self) -> None:
        """Show the services picked up, and the sheet made of them."""
        self.pages.show_tray(self.handouts())

    def emergency(self) -> EmergencyWindow:
        """Return the emergency card; made at once when it is asked for before the idle moment."""
        from feltperm.catalogue.emergency import LEAST_CARD  # noqa: PLC0415  after the first paint
        from feltperm.ui.emergency import EmergencyWindow  # noqa: PLC0415

        if self._emergency is None:
            try:
                card = self._load_card()
            except Condition as condition:
                self.tell(condition)
                card = LEAST_CARD
            self._emergency = EmergencyWindow(self._context.theme, card, parent=self)
            self._emergency.print_asked.connect(self._print_emergency)
        return self._emergency

    def show_emergency(self) -> None:
        """Cover the window with the emergency card (F2)."""
        self.emergency().open_over(self)

    def welcome(self, welcome: Welcome) -> None:
        """The content is there: fill the list, ask the first question, say what happened."""
        self.show_content(welcome)
        self.search_page.filters.set_municipality(welcome.municipality)
        self.search_page.search(self.topbar.search.text())
        self.search_page.detail()
        self.emergency().set_address(welcome.address)
        if welcome.first_start:
            self.pages.ask_municipality().answered.connect(self._answered)
        self.opened_desk.emit()

    def show_content(self, welcome: Welcome) -> None:
        """Show which content is in use, and what went wrong on the way to it."""
        self.strip.finish()
        self.statusline.show_content(welcome.content, welcome.count)
        self._context.reports.alerts_due.emit()
        if welcome.tray or self._handouts is not None:
            self.handouts().show_count(welcome.tray)
        for text, detail in welcome.notices:
            self.strip.tell(text, detail=detail)
        if welcome.restorable and welcome.notices:
            from feltperm.ui.binder.copies import offer_copy  # noqa: PLC0415  rarely needed

            offer_copy(welcome.restorable[0], self.strip, self._context, self._begin_again)

    def _begin_again(self, welcome: Welcome) -> None:
        """The binder is another one now."""
        self.pages.drop_question()
        self.welcome(welcome)
        self._context.reports.sites_changed.emit()

    def tell(self, condition: Condition) -> None:
        """Say what happened and what is safe; nothing stops for it."""
        self.strip.tell(str(condition), detail=condition.detail)

    def _connect(self) -> None:
        search, page = self.topbar.search, self.search_page
        search.textEdited.connect(self._typed)
        search.stepped.connect(page.results.step)
        search.entered.connect(page.enter)
        search.left.connect(page.results.setFocus)
        page.poster_asked.connect(self.open_poster)
        page.checklist_asked.connect(lambda: self.go("crisis"))
        page.filters.kind_chosen.connect(self._mark_kind)
        page.filters.municipality_chosen.connect(self._remember)
        page.emergency_asked.connect(self.show_emergency)
        page.query_changed.connect(self._search_for)
        self.pages.opened.connect(self.open)
        self.pages.poster_asked.connect(self.open_poster)
        self.pages.check_asked.connect(self._check)
        self.topbar.emergency.connect(self.show_emergency)
        self.rail.chosen.connect(self.go)
        reports = self._context.reports
        reports.emergency_asked.connect(self.show_emergency)
        reports.told.connect(self.tell)
        reports.said.connect(self.strip.say)
        reports.asked.connect(self.strip.take)
        reports.removed.connect(self.undo.offer)
        reports.undoable.connect(self.undo.offer)
        reports.sites_changed.connect(self._site_changed)
        reports.handout_wanted.connect(lambda ref: self.handouts().add(ref))
        reports.pocket_wanted.connect(self._fill_tray)
        for keys, action in (
            ("Ctrl+K", self._focus_search),
            ("F2", self.show_emergency),
            ("Ctrl+D", lambda: self._context.stars.toggle(self.pages.open_record())),
            ("Ctrl+L", self._pick_up),
            ("Ctrl+Z", self.undo.take_back),
        ):
            QShortcut(QKeySequence(keys), self, action)

    def _typed(self, text: str) -> None:
        if self.pages.currentWidget() is not self.search_page:
            self.go("search")
        self.search_page.search(text)

    def _search_for(self, text: str) -> None:
        self.topbar.search.setText(text)
        self._typed(text)

    def _focus_search(self) -> None:
        self.topbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.topbar.search.selectAll()

    def _answered(self, number: str) -> None:
        self.pages.drop_question()
        self.go("search")
        self.search_page.filters.set_municipality(number)
        self._remember(number)
        self._focus_search()

    def _remember(self, number: str) -> None:
        self._context.desk.run(
            lambda desk: desk.remember_municipality(number), lambda _done: None, self.tell
        )
        self._context.reports.alerts_due.emit()

    def _check(self) -> None:
        """Ask for newer content, where it can be seen what comes of it."""
        self.go("update")
        self._context.updating().course.check()

    def _pick_up(self) -> None:
        """Put the open or marked service into the tray, else the first hit."""
        ref = self.pages.open_record()
        if not ref and self.pages.currentWidget() is self.search_page:
            ref = self.search_page.mark_first()
        if ref:
            self.handouts().add(ref)
        else:
            self.strip.say(self.tr("Velg et tilbud først."))

    def _fill_tray(self, number: int) -> None:
        self.handouts().fill(number)
        self.show_tray()

    def _mark_kind(self, kind: str) -> None:
        self.rail.mark(kind if kind in ("services", "guidance") else "search")

    def _site_changed(self) -> None:
        self._context.desk.run(
            lambda desk: desk.keep.default_address(), self.emergency().set_address, self.tell
        )

    def _print_emergency(self) -> None:
        if self._emergency is not None:
            self._emergency.close()
        self.open_poster("national/ps-overdose")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood."""
        self._state.remember(self, self.search_page.splitter)
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the bars where the window is narrow for its text."""
        super().resizeEvent(event)
        compact = self.width() < self._context.theme.px(NARROW)
        self.rail.set_compact(compact)
        self.topbar.set_compact(compact)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Report the first paint, after it."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)
