"""The services in the tray: drag to order, take out, and what is missing of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget

from feltperm.ui.context import Context
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import band, button, clear, column, label
from feltperm.ui.toolkit.rows import fit_rows
from feltperm.ui.toolkit.spoken import spoken

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.desk.sheets.tray import TrayItem

__all__ = ["TrayList"]

_REF = Qt.ItemDataRole.UserRole


class TrayList(QWidget):
    """Shows some of the services in the tray; what is done with them is reported.

    Signals:
        removed: ``pack/id`` is to be taken out.
        arranged: the order that the shown ones are to have.
    """

    removed = Signal(str)
    arranged = Signal(list)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._accepted: set[str] = set()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Steder på arket"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.model().rowsMoved.connect(lambda *_moved: self.arranged.emit(self.refs()))
        self._empty = label(self.tr("Trykk Ctrl+L på et tilbud, så legges det på arket."), "muted")
        search = lambda: context.reports.page_asked.emit("search")  # noqa: E731
        self.search = button(self.tr("Søk"), search, "primary")
        icon = context.icons.icon
        self._up = button(
            "", lambda: self._step(-1), icon=icon("arrow-up"), hint=self.tr("Flytt opp")
        )
        self._down = button(
            "", lambda: self._step(1), icon=icon("arrow-down"), hint=self.tr("Flytt ned")
        )
        self._remove = button(self.tr("Fjern"), self._take_out)
        self.lacking = column(spacing=6)
        actions = FlowLayout(self._up, self._down, self._remove, spacing=6)
        find = FlowLayout(self.search)
        self.setLayout(column(self._empty, find, self.list, actions, self.lacking, None, spacing=8))
        for keys, action in (
            (QKeySequence(Qt.Key.Key_Delete), self._take_out),
            (QKeySequence("Alt+Up"), lambda: self._step(-1)),
            (QKeySequence("Alt+Down"), lambda: self._step(1)),
        ):
            QShortcut(keys, self.list, action).setContext(Qt.ShortcutContext.WidgetShortcut)

    def refs(self) -> list[str]:
        """Return what is shown, as ``pack/id`` in its order."""
        return [str(self.list.item(n).data(_REF)) for n in range(self.list.count())]

    def show_items(self, items: Sequence[TrayItem]) -> None:
        """Show these, and keep what is marked."""
        marked = self.list.currentRow()
        self.list.clear()
        for item in items:
            shown = QListWidgetItem("\n".join(self._lines(item)))
            shown.setData(_REF, str(item.kept.ref))
            self.list.addItem(shown)
        if items:
            self.list.setCurrentRow(max(0, min(marked, len(items) - 1)))
        self._empty.setVisible(not items)
        self.search.setVisible(not items)
        self._fit()
        for action in (self._up, self._down, self._remove):
            action.setEnabled(bool(items))
        self._show_lacking(items)

    def forget(self) -> None:
        """Ask again about what is missing: the sheet is another person's."""
        self._accepted.clear()

    def _lines(self, item: TrayItem) -> list[str]:
        gone = self._context.words().gone() if item.kept.gone else ""
        return [line for line in (spoken(item.kept.title), gone or item.kept.phone) if line]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the names need in the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the list so high that all of it is seen."""
        px, space = self._context.theme.px, self.list.spacing()
        high = fit_rows(self.list, self.width() - 2 * (space + px(16)), px(16))
        self.list.setFixedHeight(high + 2 * self.list.frameWidth())
        self.list.setVisible(self.list.count() > 0)  # the keyboard stops nowhere unseen

    def _show_lacking(self, items: Sequence[TrayItem]) -> None:
        clear(self.lacking)
        for item in items:
            ref = str(item.kept.ref)
            if item.lacks and ref not in self._accepted:
                keep = lambda ref=ref, items=items: self._accept(ref, items)  # noqa: E731
                drop = lambda ref=ref: self.removed.emit(ref)  # noqa: E731
                asked = band(
                    "amber",
                    label(item.lacks),
                    button(self.tr("Ta med likevel"), keep),
                    button(self.tr("Fjern"), drop),
                )
                self.lacking.addWidget(asked)

    def _accept(self, ref: str, items: Sequence[TrayItem]) -> None:
        self._accepted.add(ref)
        self._show_lacking(items)

    def _take_out(self) -> None:
        if item := self.list.currentItem():
            self.removed.emit(str(item.data(_REF)))

    def _step(self, by: int) -> None:
        """Move the marked one up or down."""
        old = self.list.currentRow()
        new = old + by
        if old < 0 or not 0 <= new < self.list.count():
            return
        self.list.insertItem(new, self.list.takeItem(old))
        self.list.setCurrentRow(new)
        self.arranged.emit(self.refs())
