"""«Oppdatering»: where an update stands, what it changed, what is in use, and the way by stick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea

from feltperm.desk.updates.senders import KnownSource
from feltperm.desk.updates.sources import Proposal
from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.toolkit.parts import column, frame, row
from feltperm.ui.updates.change_rows import ask_news, latest
from feltperm.ui.updates.change_table import ChangeTable, Listing
from feltperm.ui.updates.update_cards import ContentCard, OfflineCard, SourcesCard
from feltperm.ui.updates.update_progress import ProgressCard
from feltperm.ui.updates.updating import Updating

if TYPE_CHECKING:
    from feltperm.desk.updates.update_values import Ready
    from feltperm.packs.changes import Changes

__all__ = ["UpdatePage"]

#: Below this width (pixels at 100 % text) the cards stand in one column.
NARROW = 820


class UpdatePage(QScrollArea):
    """Shows what :class:`~feltperm.ui.updates.updating.Updating` knows; search goes on beside it.

    Signals:
        opened: a record (``pack/id``) is to be shown on its own page.
    """

    opened = Signal(str)

    def __init__(self, context: Context, updating: Updating) -> None:
        super().__init__()
        self._context, self._updating = context, updating
        self._ready: tuple[Ready, ...] = ()
        self._asked: Sequence[Changes] = ()
        self.setObjectName("ground")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self.progress = ProgressCard(context.icons, updating.course, context.now)
        self.changes = ChangeTable(context.theme)
        self.changes.hide()
        self.content = ContentCard()
        self.sources = SourcesCard()
        self.offline = OfflineCard()
        left = column(self.progress, self.changes, None, spacing=12)
        right = column(self.content, self.sources, self.offline, None, spacing=12)
        self._columns = row(spacing=16, margins=(20, 18, 20, 18))
        self._columns.addLayout(left, 8)
        self._columns.addLayout(right, 5)
        self.setWidget(frame("ground", self._columns))
        self._connect()
        self._show()

    def refresh(self) -> None:
        """Look again what is in use; asks no network."""
        self._updating.refresh()

    def add_source(self, where: str = "") -> None:
        """Ask for a sender, step by step; ``where`` is looked at at once."""
        from feltperm.ui.updates.source_dialog import SourceDialog  # noqa: PLC0415  rarely needed

        self._context.ask(SourceDialog(self._context, self._updating, where, self.window()))

    def open_stick(self, stick: Path | None = None, at_once: str = "") -> None:
        """Look at a stick, both ways; ``at_once`` is what somebody has asked for already."""
        from feltperm.ui.updates.stick_dialog import StickDialog  # noqa: PLC0415  rarely needed

        asked: list[str] = []
        dialog = StickDialog(self._context, self._updating, stick, self.window(), at_once=at_once)
        dialog.sender_asked.connect(asked.append)
        self._context.ask(dialog)
        if asked:
            self.add_source(asked[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a source file or a folder."""
        from feltperm.ui.updates.source_dialog import dropped_file  # noqa: PLC0415  rarely needed

        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the sender that was dropped."""
        from feltperm.ui.updates.source_dialog import dropped_file  # noqa: PLC0415  rarely needed

        event.acceptProposedAction()
        self.add_source(dropped_file(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards into one column where there is no room for two."""
        super().resizeEvent(event)
        narrow = self.width() < self._context.theme.px(NARROW)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(below if narrow else beside)
        self._columns.setSpacing(12 if narrow else 16)

    def _connect(self) -> None:
        updating = self._updating
        updating.looked.connect(self._show)
        updating.course.changed.connect(self._show_course)
        self.progress.stick_asked.connect(self.open_stick)
        self.progress.source_asked.connect(self.add_source)
        self.progress.only_wifi_chosen.connect(self._choose_only_wifi)
        self.content.check_asked.connect(updating.course.check)
        self.content.back_asked.connect(updating.roll_back)
        self.content.newer_asked.connect(updating.take_newer)
        self.sources.add_asked.connect(self.add_source)
        self.sources.removal_asked.connect(self._remove)
        self.offline.take_asked.connect(self.open_stick)
        self.offline.give_asked.connect(self.open_stick)
        self.changes.opened.connect(self.opened)
        self._context.desk.renewed.connect(self._show_news)
        self._context.stars.changed.connect(lambda _ref, _on: self._show_news())

    def _show(self) -> None:
        """Show what is in use."""
        updating, overview = self._updating, self._updating.overview
        self.progress.show_overview(overview, updating.only_wifi)
        if overview is not None:
            self.content.show_overview(overview, self._context.now().date())
            self.sources.show_sources(overview.sources)
        self._show_course()
        self._show_news()

    def _show_course(self) -> None:
        """Follow the update; what it would change is shown as soon as it is here."""
        overview, ready = self._updating.overview, self._updating.course.situation.ready
        self.content.show_busy(
            self._updating.course.situation.busy, bool(overview and overview.sources)
        )
        if ready != self._ready:
            self._ready = ready
            self._show_news()

    def _show_news(self) -> None:
        """Sort what changed by whom it concerns; on the desk, which knows the favourites."""
        changes: Sequence[Changes] = [one.changes for one in self._ready]
        title = self.tr("Dette blir nytt")
        if not changes:
            title, changes = self.tr("Nytt siden sist"), latest(self._updating.news)
        self._asked = changes
        if not changes:
            self.changes.hide()
            return

        def show(listing: Listing) -> None:
            if self._asked is changes:
                self.changes.show_changes(title, listing)
                self.changes.show()

        ask_news(self._context, changes, show, in_use=not self._ready)

    def _choose_only_wifi(self, on: bool) -> None:
        """Keep the choice; it holds even where it cannot be kept."""
        self._updating.only_wifi = on
        self._context.desk.run(
            lambda desk: replace(desk.preferences(), only_wifi=on).keep(desk.binder.settings),
            lambda _done: None,
            self._context.reports.told.emit,
        )

    def _remove(self, source: KnownSource) -> None:
        """Remove a sender; it can be put back, and then its content is fetched again."""
        updating, reports = self._updating, self._context.reports
        again = Proposal(source.source, source.packs, folder=source.folder)

        def put_back(failed: Callable[[], None]) -> None:
            def tell(condition: Condition) -> None:
                failed()
                reports.told.emit(condition)

            def back(_known: KnownSource) -> None:
                updating.refresh()
                updating.course.check(source.key, use=True)

            updating.lane.run(lambda tools: tools.sources.add(again, source.national), back, tell)

        updating.remove_source(source.key, lambda: reports.removed.emit(put_back))
