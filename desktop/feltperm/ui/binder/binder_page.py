"""«Min perm»: favourites, sites and own records, each a list with what can be done to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QTabWidget, QWidget

from feltperm.errors import Condition
from feltperm.ui.binder.collections_tab import CollectionsTab
from feltperm.ui.binder.copies_row import CopiesRow
from feltperm.ui.binder.corrections_tab import CorrectionsTab
from feltperm.ui.binder.own_tab import OwnTab
from feltperm.ui.binder.site_writer import SiteWriter
from feltperm.ui.context import Context
from feltperm.ui.search.results import ResultList
from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.tabs import Tabs
from feltperm.ui.toolkit.tall import tall
from feltperm.ui.undo import offer_undo
from feltperm.ui.wall.wall_tab import WallTab

if TYPE_CHECKING:  # the desk is loaded after the first paint
    from feltperm.binder.sites import Site
    from feltperm.desk.belongings import Holdings
    from feltperm.desk.keep import KeptRecord

__all__ = ["BinderPage"]

#: Below this height (pixels at 100 % text) there is no room for more than the lists.
_LOW = 400

_SITE = Qt.ItemDataRole.UserRole


class BinderPage(QWidget):
    """A tab for each sort of thing; removing anything can be undone."""

    opened = Signal(str)
    posters_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.tabs = QTabWidget()
        self.tabs.setTabBar(Tabs(context.icons))
        self.tabs.setDocumentMode(True)
        self.favourites = ResultList(context.theme, context.icons)
        self.favourites.setAccessibleName(self.tr("Favoritter"))
        self._gone: dict[str, str] = {}
        self._new_site = ""
        self.favourites.activated.connect(lambda _index: self._open())
        self.favourites.star_clicked.connect(context.stars.remove)
        self._no_favourites = label(
            self.tr("Trykk på stjernen ved et tilbud, så ligger det her."), "muted"
        )
        search = lambda: context.reports.page_asked.emit("search")  # noqa: E731
        self.search = button(self.tr("Søk"), search, "primary")
        self._with_favourite = [
            button(self.tr("Åpne"), self._open),
            button(self.tr("Fjern"), self._unstar),
        ]
        self._with_site = [
            button(self.tr("Endre …"), self._edit_site),
            button(self.tr("Fjern"), self._remove_site),
        ]
        self._site_writer = SiteWriter(context, self)
        self.sites = QListWidget()
        self.sites.setAccessibleName(self.tr("Steder"))
        self.sites.itemActivated.connect(lambda _item: self._edit_site())
        self._no_sites = label(self.tr("Legg inn stedet deres, så står det på plakatene."), "muted")
        self.tabs.addTab(self._favourites_tab(), self.tr("Favoritter"))
        self.collections = CollectionsTab(context)
        self.collections.opened.connect(self.opened)
        self.collections.counted.connect(self._count_collections)
        self.tabs.addTab(self.collections, self.tr("Samlinger"))
        self._places = self._sites_tab()
        self.tabs.addTab(self._places, self.tr("Steder"))
        self.wall = WallTab(context)
        self.wall.posters_asked.connect(self.posters_asked)
        self.wall.counted.connect(self._count_wall)
        self.tabs.addTab(self.wall, self.tr("På veggen"))
        self.corrections = CorrectionsTab(context)
        self.corrections.opened.connect(self.opened)
        self.corrections.counted.connect(self._count_corrections)
        self.tabs.addTab(self.corrections, self.tr("Rettelser"))
        self.own = OwnTab(context)
        self.own.opened.connect(self.opened)
        self.own.counted.connect(
            lambda n: self.tabs.setTabText(
                self.tabs.indexOf(self.own), self.tr("Egne oppføringer ({n})").format(n=n)
            )
        )
        self.tabs.addTab(self.own, self.tr("Egne oppføringer"))
        for view in self.tabs.findChildren(QListView):  # little room is left at 200 % text
            view.setMinimumHeight(context.theme.px(48))
        self.share_all = button(self.tr("Del alt …"), self.collections.exchange.share_all)
        self.share_all.setToolTip(self.tr("Alt i permen til en kollega, men ikke notatene."))
        heading = row(label(self.tr("Min perm"), "h1"), None, self.share_all)
        self.copies = CopiesRow(context)
        self.copies.hide()
        self.setLayout(column(heading, self.tabs, self.copies, margins=(24, 20, 24, 16)))
        for view, action in ((self.favourites, self._unstar), (self.sites, self._remove_site)):
            QShortcut(QKeySequence(Qt.Key.Key_Delete), view, action).setContext(
                Qt.ShortcutContext.WidgetShortcut
            )
        context.stars.changed.connect(lambda _ref, _starred: self._read())
        context.reports.sites_changed.connect(self._read)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what little room there is to the lists: the copies are in Innstillinger too."""
        super().resizeEvent(event)
        self.copies.setVisible(self.height() >= self._context.theme.px(_LOW))

    def refresh(self) -> None:
        """Read everything again."""
        self._read()
        self.wall.refresh()
        self.corrections.refresh()

    def show_wall(self) -> None:
        """Turn to what hangs where."""
        self.tabs.setCurrentWidget(self.wall)

    def _read(self) -> None:
        """Read the lists again; what hangs looks after itself, for it is compared too."""
        self._context.desk.run_latest(
            "binder",
            lambda desk: (desk.keep.favourites(), desk.keep.sites(), desk.belongings.holds()),
            lambda answer: self._show(*answer),
            self._failed,
        )
        self.collections.refresh()
        self.own.refresh()

    def take_file(self, path: Path) -> None:
        """Take in what a colleague has shared, once that has been looked at."""
        self.collections.exchange.take_file(path)

    def new_site(self, kept: Callable[[Site], object] = lambda _site: None) -> None:
        """Ask for a new site and keep it; ``kept`` is called with it then."""

        def mark(site: Site) -> None:
            self._new_site = site.name
            kept(site)

        self._site_writer.new(mark)

    def show_sites(self) -> None:
        """Turn to the places."""
        self.tabs.setCurrentWidget(self._places)

    def _count_collections(self, number: int) -> None:
        words = self.tr("Samlinger ({n})").format(n=number)
        self.tabs.setTabText(self.tabs.indexOf(self.collections), words)

    def _count_corrections(self, number: int) -> None:
        words = self.tr("Rettelser ({n})").format(n=number)
        self.tabs.setTabText(self.tabs.indexOf(self.corrections), words)

    def _count_wall(self, number: int) -> None:
        words = self.tr("På veggen ({n})").format(n=number)
        self.tabs.setTabText(self.tabs.indexOf(self.wall), words)

    def _favourites_tab(self) -> QWidget:
        tab = QWidget()
        actions = row(*self._with_favourite, None)
        empty = row(self.search, None)
        tab.setLayout(
            tall(
                column(
                    self._no_favourites, empty, self.favourites, actions,
                    margins=(0, 12, 0, 0), spacing=10,
                )
            )
        )  # fmt: skip
        return tab

    def _sites_tab(self) -> QWidget:
        tab = QWidget()
        actions = row(
            button(self.tr("Nytt sted …"), self.new_site, "primary"),
            *self._with_site,
            None,
        )
        tab.setLayout(
            tall(column(self._no_sites, self.sites, actions, margins=(0, 12, 0, 0), spacing=10))
        )
        return tab

    def _show(
        self, favourites: Sequence[KeptRecord], sites: Sequence[Site], holdings: Holdings
    ) -> None:
        from feltperm.ui.search.rows import row_of_kept  # noqa: PLC0415  after the first paint

        self.copies.show_kept(holdings)
        words, marked = self._context.words(), max(0, self.favourites.currentIndex().row())
        self.favourites.rows.show([row_of_kept(kept, words) for kept in favourites])
        self._gone = {str(kept.ref): words.last_seen(kept) for kept in favourites if kept.gone}
        if favourites:
            last = min(marked, len(favourites) - 1)
            self.favourites.setCurrentIndex(self.favourites.rows.index(last))
        for empty in (self._no_favourites, self.search):
            empty.setVisible(not favourites)
        for action in self._with_favourite:
            action.setEnabled(bool(favourites))
        self.tabs.setTabText(0, self.tr("Favoritter ({n})").format(n=len(favourites)))
        site_before = self._current_site()
        self.sites.clear()
        for site in sites:
            facts = "  ·  ".join(f for f in (site.address, site.phone, spoken(site.hours)) if f)
            default = f"  {self.tr('(standardsted)')}" if site.is_default else ""
            item = QListWidgetItem(f"{site.name}{default}\n{facts}".strip())
            item.setData(_SITE, site)
            self.sites.addItem(item)
        self._mark_site(sites, site_before)
        self._no_sites.setVisible(not sites)
        for action in self._with_site:
            action.setEnabled(bool(sites))
        words_of_places = self.tr("Steder ({n})").format(n=len(sites))
        self.tabs.setTabText(self.tabs.indexOf(self._places), words_of_places)

    def _mark_site(self, sites: Sequence[Site], before: Site | None) -> None:
        """Mark the site that is new, else the one that was marked, else the first."""
        names = [site.name for site in sites]
        wanted = [self._new_site, before.name if before else ""]
        at = next((names.index(name) for name in wanted if name in names), 0)
        if self._new_site in names:
            self._new_site = ""
        if sites:
            self.sites.setCurrentRow(at)

    def _unstar(self) -> None:
        self._context.stars.remove(self.favourites.current_ref())

    def _open(self) -> None:
        """Open the marked favourite, or say what was last seen of one that is gone."""
        ref = self.favourites.current_ref()
        if ref in self._gone:
            self._context.reports.said.emit(self._gone[ref])
        else:
            self.opened.emit(ref)

    def _edit_site(self) -> None:
        if old := self._current_site():
            self._site_writer.edit(old)

    def _remove_site(self) -> None:
        old = self._current_site()
        if old is None:
            return

        def done(removed: Site | None) -> None:
            reports.sites_changed.emit()
            if removed is not None:
                offer_undo(
                    self._context.desk,
                    reports,
                    lambda desk: desk.keep.put_site_back(removed),
                    reports.sites_changed.emit,
                )

        reports = self._context.reports
        self._context.desk.run(lambda desk: desk.keep.remove_site(old.name), done, self._failed)

    def _current_site(self) -> Site | None:
        item = self.sites.currentItem()
        return item.data(_SITE) if item else None

    def _failed(self, condition: Condition) -> None:
        self._context.reports.told.emit(condition)
