"""The pages of the window; all but the search page are made when they are first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget

from feltperm.ui.context import Context
from feltperm.ui.search.search_page import SearchPage

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.ui.alerts.alerts_page import AlertsPage
    from feltperm.ui.binder.binder_page import BinderPage
    from feltperm.ui.crisis.crisis_page import CrisisPage
    from feltperm.ui.first_start import FirstStart
    from feltperm.ui.help.help_page import HelpPage
    from feltperm.ui.posters.studio import StudioPage
    from feltperm.ui.settings.settings_page import SettingsPage
    from feltperm.ui.tray.handouts import Handouts
    from feltperm.ui.tray.tray_page import TrayPage
    from feltperm.ui.updates.update_page import UpdatePage

__all__ = ["Pages"]

#: Which filter of the search page a navigation button stands for.
_LISTS = {"search": "all", "services": "services", "guidance": "guidance"}


class Pages(QStackedWidget):
    """Shows one page at a time.

    Signals:
        opened: a page wants the record ``pack/id`` shown.
        poster_asked: a page wants the poster ``pack/id`` in the studio.
        check_asked: a page wants newer content to be asked for.
        turned: another page is about to be shown.
    """

    opened = Signal(str)
    poster_asked = Signal(str)
    check_asked = Signal()
    turned = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._studio: StudioPage | None = None
        self._binder: BinderPage | None = None
        self._crisis: CrisisPage | None = None
        self._alerts: AlertsPage | None = None
        self._update: UpdatePage | None = None
        self._tray: TrayPage | None = None
        self._settings: SettingsPage | None = None
        self._help: HelpPage | None = None
        self._question: FirstStart | None = None
        self._name = "search"
        self.search = SearchPage(context)
        self.addWidget(self.search)
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """Need room for the page that is shown; one that has been left needs none."""
        return (self.currentWidget() or self.search).minimumSizeHint()

    def go(self, page: str) -> None:
        """Show a page by the name of its navigation button."""
        if page in _LISTS:
            self.setCurrentWidget(self.search)
            self.search.show_list(_LISTS[page], clear=page != "search")
        self.show_again(page)

    def show_again(self, page: str) -> None:
        """Show a page as it was left, by the name of its navigation button."""
        if page != self._name:
            self.turned.emit()
        self._name = page
        if page in _LISTS:
            self.setCurrentWidget(self.search)
        elif page == "tray" and self._tray is not None:
            self.setCurrentWidget(self._tray)
            self._tray.refresh()
        elif page == "settings":
            self.setCurrentWidget(self.settings())
            self.settings().refresh()
        elif page == "help":
            self.setCurrentWidget(self.help())
            self.help().refresh()
        elif page == "posters":
            self.setCurrentWidget(self.studio())
        elif page == "crisis":
            self.setCurrentWidget(self.crisis())
            self.crisis().refresh()
        elif page == "update":
            self.setCurrentWidget(self.update_page())
            self.update_page().refresh()
        elif page == "alerts":
            self.setCurrentWidget(self.alerts())
            self.alerts().refresh()
        else:
            self.setCurrentWidget(self.binder())
            self.binder().refresh()

    def name(self) -> str:
        """Return the name of the page that is shown, as its navigation button has it."""
        return self._name

    def open_record(self) -> str:
        """Return the record (``pack/id``) whose text is seen; empty where another page hides it."""
        if self._crisis is not None and self.currentWidget() is self._crisis:
            return self._crisis.current()
        if self._alerts is not None and self.currentWidget() is self._alerts:
            return self._alerts.current()
        return self.search.current() if self.currentWidget() is self.search else ""

    def studio(self) -> StudioPage:
        """Return the poster page."""
        from feltperm.ui.posters.studio import StudioPage  # noqa: PLC0415  after the first paint

        if self._studio is None:
            self._studio = StudioPage(self._context)
            self._studio.site_asked.connect(lambda: self.binder().new_site())
            self.addWidget(self._studio)
        return self._studio

    def binder(self) -> BinderPage:
        """Return «Min perm»."""
        from feltperm.ui.binder.binder_page import BinderPage  # noqa: PLC0415  after the first paint

        if self._binder is None:
            self._binder = BinderPage(self._context)
            self._binder.opened.connect(self.opened)
            self._binder.posters_asked.connect(lambda: self.go("posters"))
            self.addWidget(self._binder)
        return self._binder

    def crisis(self) -> CrisisPage:
        """Return «Krise»."""
        from feltperm.ui.crisis.crisis_page import CrisisPage  # noqa: PLC0415  after the first paint

        if self._crisis is None:
            self._crisis = CrisisPage(self._context)
            self._crisis.opened.connect(self.opened)
            self._crisis.poster_asked.connect(self.poster_asked)
            self.addWidget(self._crisis)
        return self._crisis

    def alerts(self) -> AlertsPage:
        """Return «Varsler»."""
        from feltperm.ui.alerts.alerts_page import AlertsPage  # noqa: PLC0415  after the first paint

        if self._alerts is None:
            self._alerts = AlertsPage(self._context)
            self._alerts.opened.connect(self.opened)
            self._alerts.poster_asked.connect(self.poster_asked)
            self._alerts.check_asked.connect(self.check_asked)
            self.addWidget(self._alerts)
        return self._alerts

    def update_page(self) -> UpdatePage:
        """Return «Oppdatering»."""
        from feltperm.ui.updates.update_page import UpdatePage  # noqa: PLC0415  after the first paint

        if self._update is None:
            self._update = UpdatePage(self._context, self._context.updating())
            self._update.opened.connect(self.opened)
            self.addWidget(self._update)
        return self._update

    def settings(self) -> SettingsPage:
        """Return «Innstillinger»."""
        from feltperm.ui.settings.settings_page import SettingsPage  # noqa: PLC0415  after the first paint

        if self._settings is None:
            self._settings = SettingsPage(self._context)
            self.addWidget(self._settings)
        return self._settings

    def help(self) -> HelpPage:
        """Return «Hjelp»."""
        from feltperm.ui.help.help_page import HelpPage  # noqa: PLC0415  after the first paint

        if self._help is None:
            self._help = HelpPage(self._context)
            self.addWidget(self._help)
        return self._help

    def make_tray(self, handouts: Handouts) -> TrayPage:
        """Return the tray's page; ``handouts`` fills and empties it."""
        from feltperm.ui.tray.tray_page import TrayPage  # noqa: PLC0415  after the first paint

        if self._tray is None:
            self._tray = TrayPage(self._context, handouts)
            self.addWidget(self._tray)
        return self._tray

    def show_tray(self, handouts: Handouts) -> None:
        """Show the tray."""
        self.make_tray(handouts)
        self.show_again("tray")

    def tray(self) -> TrayPage | None:
        """Return the tray's page, once it has been shown."""
        return self._tray

    def ask_municipality(self) -> FirstStart:
        """Show the one question of the first start, and return it."""
        from feltperm.ui.first_start import FirstStart  # noqa: PLC0415  only the first time

        self._question = FirstStart(self._context.theme, self._context.geography())
        self.addWidget(self._question)
        self.setCurrentWidget(self._question)
        self._question.setFocus()
        return self._question

    def question(self) -> FirstStart | None:
        """Return the question of the first start, while it is asked."""
        return self._question

    def drop_question(self) -> None:
        """Take the question away; it is not asked again."""
        if self._question is not None:
            self.removeWidget(self._question)
            self._question.deleteLater()
            self._question = None
