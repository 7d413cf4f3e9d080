"""The window: top bar, navigation, pages and status line, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.parts import column, row
from feltperm.ui.rail import Rail
from feltperm.ui.search_page import SearchPage
from feltperm.ui.statusline import StatusLine
from feltperm.ui.strip import Action, Strip
from feltperm.ui.topbar import TopBar

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.emergency import EmergencyCard
    from feltperm.desk.desk import Welcome
    from feltperm.ui.binder_page import BinderPage
    from feltperm.ui.emergency import EmergencyWindow
    from feltperm.ui.studio import StudioPage

__all__ = ["Shell"]

#: Below this width (pixels at 100 % text) the bars fold.
NARROW = 940

#: Which filter of the search page a navigation button stands for.
_LISTS = {"search": "all", "services": "services", "guidance": "guidance"}


class Shell(QMainWindow):
    """Holds the pages together; what they do is theirs.

    Signals:
        painted: once, after the first paint; whatever is heavy may begin.
        opened_desk: once, when the content is there.
    """

    painted = Signal()
    opened_desk = Signal()

    def __init__(
        self, context: Context, load_card: Callable[[], EmergencyCard], state: QSettings
    ) -> None:
        super().__init__()
        self._context, self._load_card, self._state = context, load_card, state
        self._painted = False
        self._undos: list[Callable[[], object]] = []
        self._pages: dict[str, QWidget] = {}
        self._emergency: EmergencyWindow | None = None
        self.setWindowTitle("Feltperm")
        self.topbar = TopBar(context.theme, context.icons)
        self.rail = Rail(context.theme, context.icons)
        self.strip = Strip()
        self.search_page = SearchPage(context)
        self.statusline = StatusLine(context.theme)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.search_page)
        middle = column(self.strip, self.stack, spacing=0)
        centre = QWidget()
        centre.setLayout(
            column(self.topbar, row(self.rail, middle, spacing=0), self.statusline, spacing=0)
        )
        self.setCentralWidget(centre)
        self._connect()
        self._restore_state()
        self.rail.mark("search")

    # --- pages -------------------------------------------------------------------------------

    def go(self, page: str) -> None:
        """Show a page by the name of its navigation button."""
        self.rail.mark(page)
        if page in _LISTS:
            self.stack.setCurrentWidget(self.search_page)
            self.search_page.filters.set_kind(_LISTS[page])
            if page != "search":  # the whole list, not what was last searched for in it
                self.topbar.search.clear()
                self.search_page.search("")
        elif page == "posters":
            self.stack.setCurrentWidget(self.studio())
        else:
            self.stack.setCurrentWidget(self.binder())
            self.binder().refresh()

    def open(self, ref: str) -> None:
        """Show one record on the search page."""
        if ref:
            self.go("search")
            self.search_page.open(ref)
            self.search_page.read()

    def open_poster(self, ref: str) -> None:
        """Show one poster in the studio."""
        self.go("posters")
        self.studio().choose(ref)

    def studio(self) -> StudioPage:
        """Return the poster page; made when it is first needed."""
        from feltperm.ui.studio import StudioPage  # noqa: PLC0415  after the first paint

        if "posters" not in self._pages:
            page = StudioPage(self._context)
            page.site_asked.connect(lambda: self.binder().new_site())
            self._add_page("posters", page)
        return self._pages["posters"]  # type: ignore[return-value]

    def binder(self) -> BinderPage:
        """Return «Min perm»; made when it is first needed."""
        from feltperm.ui.binder_page import BinderPage  # noqa: PLC0415  after the first paint

        if "binder" not in self._pages:
            page = BinderPage(self._context)
            page.opened.connect(self.open)
            page.shown_removed.connect(lambda ref: self.search_page.show_star(ref, False))
            self._add_page("binder", page)
        return self._pages["binder"]  # type: ignore[return-value]

    def emergency(self) -> EmergencyWindow | None:
        """Return the emergency card; made at once when it is asked for before the idle moment."""
        from feltperm.ui.emergency import EmergencyWindow  # noqa: PLC0415  after the first paint

        if self._emergency is None:
            try:
                card = self._load_card()
            except Condition as condition:
                self.tell(condition)
                return None
            self._emergency = EmergencyWindow(self._context.theme, card, parent=self)
            self._emergency.print_asked.connect(self._print_emergency)
        return self._emergency

    def show_emergency(self) -> None:
        """Cover the window with the emergency card (F2)."""
        if (card := self.emergency()) is not None:
            card.open_over(self)

    # --- what the desk says ------------------------------------------------------------------

    def welcome(self, welcome: Welcome) -> None:
        """The content is there: fill the list, ask the first question, say what happened."""
        self.strip.finish()
        self.statusline.show_content(welcome.content, welcome.count)
        self.search_page.filters.set_municipality(welcome.municipality)
        self.search_page.search(self.topbar.search.text())
        self.search_page.detail()
        if (card := self.emergency()) is not None:
            card.set_address(welcome.address)
        if welcome.first_start:
            self._ask_municipality()
        for text, detail in welcome.notices:
            self.strip.say(text, detail=detail)
        self.opened_desk.emit()

    def tell(self, condition: Condition) -> None:
        """Say what happened and what is safe; nothing stops for it."""
        self.strip.say(str(condition), detail=condition.detail)

    # --- private -----------------------------------------------------------------------------

    def _connect(self) -> None:
        search, page = self.topbar.search, self.search_page
        search.textEdited.connect(self._typed)
        search.stepped.connect(page.results.step)
        search.entered.connect(page.enter)
        search.left.connect(page.results.setFocus)
        page.poster_asked.connect(self.open_poster)
        page.emergency_asked.connect(self.show_emergency)
        self.topbar.emergency.connect(self.show_emergency)
        self.rail.chosen.connect(self.go)
        reports = self._context.reports
        reports.told.connect(self.tell)
        reports.said.connect(self.strip.say)
        reports.removed.connect(self._offer_undo)
        reports.sites_changed.connect(self._site_changed)
        for keys, action in (
            ("Ctrl+K", self._focus_search),
            ("F2", self.show_emergency),
            ("Ctrl+D", lambda: page.toggle_star(page.current())),
            ("Ctrl+Z", self._take_back),
        ):
            QShortcut(QKeySequence(keys), self, action)

    def _typed(self, text: str) -> None:
        if self.stack.currentWidget() is not self.search_page:
            self.go("search")
        self.search_page.search(text)

    def _focus_search(self) -> None:
        self.topbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.topbar.search.selectAll()

    def _add_page(self, name: str, page: QWidget) -> None:
        self._pages[name] = page
        self.stack.addWidget(page)

    def _ask_municipality(self) -> None:
        from feltperm.ui.first_start import FirstStart  # noqa: PLC0415  only the first time

        question = FirstStart(self._context.theme, self._context.geography())
        question.answered.connect(self._answered)
        self._add_page("first_start", question)
        self.stack.setCurrentWidget(question)
        question.setFocus()

    def _answered(self, number: str) -> None:
        question = self._pages.pop("first_start")
        self.stack.removeWidget(question)
        question.deleteLater()
        self.go("search")
        self.search_page.filters.set_municipality(number)
        self._context.desk.run(
            lambda desk: desk.remember_municipality(number), lambda _done: None, self.tell
        )
        self._focus_search()

    def _site_changed(self) -> None:
        def show(address: str) -> None:
            if (card := self.emergency()) is not None:
                card.set_address(address)

        self._context.desk.run(lambda desk: desk.keep.default_address(), show, self.tell)

    def _print_emergency(self) -> None:
        if self._emergency is not None:
            self._emergency.close()
        self.open_poster("national/ps-overdose")

    def _offer_undo(self, undo: Callable[[], object]) -> None:
        self._undos.append(undo)
        self.strip.say(
            self.tr("Fjernet. Angre (Ctrl+Z)"), Action(self.tr("Angre"), self._take_back)
        )

    def _take_back(self) -> None:
        if self._undos:
            self.strip.hide()
            self._undos.pop()()

    def _restore_state(self) -> None:
        px, room = self._context.theme.px, self.screen().availableSize()
        self.resize(min(px(1280), room.width()), min(px(800), room.height()))
        geometry = self._state.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        splitter = self._state.value("search/splitter")
        if splitter is not None:
            self.search_page.splitter.restoreState(splitter)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood."""
        self._state.setValue("window/geometry", self.saveGeometry())
        self._state.setValue("search/splitter", self.search_page.splitter.saveState())
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
