"""The window: top bar, navigation, pages and status line, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.errands import Errands
from feltperm.ui.history import History, Place
from feltperm.ui.pages import Pages
from feltperm.ui.rail import Rail
from feltperm.ui.search.search_page import SearchPage
from feltperm.ui.statusline import StatusLine
from feltperm.ui.strip import Strip
from feltperm.ui.toolkit.parts import column, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.topbar import TopBar
from feltperm.ui.undo import Undo
from feltperm.ui.window_state import WindowState

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.emergency import EmergencyCard
    from feltperm.ui.emergency import EmergencyWindow
    from feltperm.ui.tray.handouts import Handouts

__all__ = ["Shell"]

#: Below this width (pixels at 100 % text) the bars fold.
NARROW = 940


class Shell(QMainWindow):
    """Holds the pages together; what they do is theirs.

    The window stays for as long as the program runs. What it holds is made for one look, and made
    anew when that changes (:meth:`fill`).

    Signals:
        painted: once, after the first paint; whatever is heavy may begin.
        opened_desk: when the content is there; again after each :meth:`fill`.
    """

    painted = Signal()
    opened_desk = Signal()

    topbar: TopBar
    rail: Rail
    strip: Strip
    undo: Undo
    pages: Pages
    statusline: StatusLine
    centre: QWidget

    def __init__(
        self, context: Context, load_card: Callable[[], EmergencyCard], state: WindowState
    ) -> None:
        super().__init__()
        self._load_card, self._state = load_card, state
        self._painted = False
        self.history = History()
        self.setWindowTitle("Feltperm")
        self.fill(context)
        self._state.restore(self, QSize(context.theme.px(1280), context.theme.px(800)))
        self.painted.connect(lambda: self.windowHandle().installEventFilter(self))

    def fill(self, context: Context) -> None:
        """Make everything inside the window, in place of what there was."""
        self._context = context
        self._state.keep_panes()
        self._emergency: EmergencyWindow | None = None
        self._handouts: Handouts | None = None
        self.topbar = TopBar(context.theme, context.icons)
        self.rail = Rail(context.theme, context.icons)
        self.strip = Strip(context.icons)
        self.undo = Undo(self.strip)
        self.pages = Pages(context)
        self.statusline = StatusLine(context.theme)
        self._middle = column(self.strip, self.pages, spacing=0)
        before, self.centre = self.centralWidget(), QWidget()
        self.centre.setLayout(
            column(self.topbar, row(self.rail, self._middle, spacing=0), self.statusline, spacing=0)
        )
        self.rail.mark("search")
        self._fold()
        self.setCentralWidget(self.centre)
        if before is not None:
            before.deleteLater()  # and with it all that was made for it
        Errands(context, self)
        self.topbar.search.setFocus()

    @property
    def search_page(self) -> SearchPage:
        """The page that answers the search field."""
        return self.pages.search

    def put_under_topbar(self, banner: QWidget) -> None:
        """Give a banner its place over every page."""
        self._middle.insertWidget(0, banner)

    def go(self, page: str) -> None:
        """Show a page by the name of its navigation button."""
        self._leave()
        if page in ("services", "guidance"):  # the whole list, not what was last searched for
            self.topbar.search.put("")
        self.rail.mark(page)
        self.pages.go(page)

    def open(self, ref: str) -> None:
        """Show one record on the search page."""
        if ref:
            self._leave()
            self._show(Place("search", ref))

    def open_poster(self, ref: str) -> None:
        """Show one poster in the studio."""
        self.go("posters")
        self.pages.studio().choose(ref)

    def show_wall(self) -> None:
        """Show what hangs where."""
        self.go("binder")
        self.pages.binder().show_wall()

    def place(self) -> Place:
        """Return what is shown now."""
        return Place(self.pages.name(), self.pages.open_record())

    def back(self) -> None:
        """Show what was shown before (Alt+Left, the mouse's back button)."""
        self._show(self.history.back(self.place()))

    def forward(self) -> None:
        """Show again what «back» led away from."""
        self._show(self.history.forward(self.place()))

    def _leave(self) -> None:
        """Something else is about to be shown: the way back leads here."""
        self.history.leave(self.place())
        self._show_ways()

    def _show(self, place: Place | None) -> None:
        if place is None:
            return
        self.rail.mark(place.page)
        self.pages.show_again(place.page)
        if place.page == "search" and place.record:
            self.search_page.open(place.record)
            self.search_page.read()
        self._show_ways()

    def _show_ways(self) -> None:
        self.topbar.ways.show_ways(self.history.can_go_back(), self.history.can_go_forward())

    def handouts(self) -> Handouts:
        """Return what fills the tray, made with the first service; its bar is under every page."""
        from feltperm.ui.tray.handouts import Handouts  # noqa: PLC0415  after the first paint

        if self._handouts is None:
            self._handouts = handouts = Handouts(self._context, self.centre)
            handouts.bar.opened.connect(self.show_tray)
            self._middle.addWidget(handouts.bar)
        return self._handouts

    def has_handouts(self) -> bool:
        """Tell whether the tray has been used, in this window."""
        return self._handouts is not None

    def show_tray(self) -> None:
        """Show the services picked up, and the sheet made of them."""
        self._leave()
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
            self._emergency = EmergencyWindow(self._context.theme, card, parent=self.centre)
            self._emergency.print_asked.connect(self._print_emergency)
        return self._emergency

    def show_emergency(self) -> None:
        """Cover the window with the emergency card (F2)."""
        self.emergency().open_over(self)

    def is_covered(self) -> bool:
        """Return whether the card or a dialog lies over the window."""
        card = self._emergency is not None and self._emergency.isVisible()
        return card or QApplication.activeModalWidget() is not None

    def tell(self, condition: Condition) -> None:
        """Say what happened and what is safe; nothing stops for it."""
        self.strip.tell(spoken(condition.message), detail=condition.detail)

    def _print_emergency(self, poster: str) -> None:
        if self._emergency is not None:
            self._emergency.close()
        self.open_poster(poster)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood."""
        self._state.remember(self)
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the bars where the window is narrow for its text."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        compact = self.width() < self._context.theme.px(NARROW)
        self.rail.set_compact(compact)
        self.topbar.set_compact(compact)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the mouse's back and forward buttons wherever in the window they are pressed."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            ways = {
                Qt.MouseButton.BackButton: self.back,
                Qt.MouseButton.ForwardButton: self.forward,
            }
            if way := ways.get(event.button()):
                way()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Report the first paint, after it."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)
