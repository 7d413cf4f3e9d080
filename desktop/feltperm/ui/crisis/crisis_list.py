"""The measures for a crisis as a list that is ticked off (SCREENS section 1, J10)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from feltperm.ui.search.results import Index
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.languages import short_date
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from feltperm.desk.crisis import Measure

__all__ = ["CrisisList"]

_REF = Qt.ItemDataRole.UserRole
_TICKED, _OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CrisisList(QListWidget):
    """As high as its rows are; the page around it scrolls.

    Signals:
        ticked: ``pack/id`` of a measure, and whether it is done now.
        clicked_open: a measure was clicked, but not on its box.
    """

    ticked = Signal(str, bool)
    clicked_open = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Tiltak"))
        self.setWordWrap(True)
        self.setItemDelegate(_Boxes(theme, icons, self))
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(
            lambda item: self.ticked.emit(item.data(_REF), item.checkState() is _TICKED)
        )

    def show_measures(self, measures: Sequence[Measure], writable: bool) -> None:
        """Show these rows; the marked one stays marked, and else the first is."""
        before = self.current_ref()
        self.blockSignals(True)
        self.clear()
        for measure in measures:
            self.addItem(self._item(measure, writable))
        refs = [measure.ref for measure in measures]
        self.setCurrentRow(refs.index(before) if before in refs else 0)
        self.blockSignals(False)
        self._fit()

    def current_ref(self) -> str:
        """Return the marked measure as ``pack/id``, or an empty string."""
        item = self.currentItem()
        return str(item.data(_REF)) if item else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the measure that was clicked, unless the click was on its box."""
        item = self.itemAt(event.position().toPoint())
        before = item.checkState() if item else _OPEN
        super().mouseReleaseEvent(event)
        if item and item.checkState() is before:
            self.clicked_open.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width with the height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _item(self, measure: Measure, writable: bool) -> QListWidgetItem:
        task = measure.task
        facts = [self.tr("Ansvar: {who}").format(who=task.responsible)] if task.responsible else []
        if task.done_on:
            facts.append(self.tr("Gjort {date}").format(date=short_date(task.done_on)))
        elif task.due:
            facts.append(self.tr("Frist {date}").format(date=short_date(task.due)))
        title = spoken(measure.title)
        item = QListWidgetItem("\n".join((title, *filter(None, ["  ·  ".join(facts)]))))
        item.setData(_REF, measure.ref)
        item.setCheckState(_TICKED if task.done_on else _OPEN)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join((title, *facts)))
        if not writable:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        return item

    def _fit(self) -> None:
        self.doItemsLayout()
        self.setFixedHeight(max(0, self.contentsSize().height()) + 2 * self.frameWidth())


class _Boxes(QStyledItemDelegate):
    """Paints the box of a row as clear as a field: under a style sheet Qt paints a black one."""

    def __init__(self, theme: Theme, icons: Icons, view: CrisisList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._check = icons.pixmap("check", "text", 16)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that a row takes; Qt forgets its box when it breaks the lines."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.rect = QRect(0, 0, self._view.viewport().width(), option.rect.height())
        part = QStyle.SubElement.SE_ItemViewItemText
        words = self._view.style().subElementRect(part, shown, self._view)
        narrow = QStyleOptionViewItem(option)
        narrow.rect = QRect(option.rect.topLeft(), QSize(words.width(), option.rect.height()))
        return super().sizeHint(narrow, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = self._view.style().subElementRect(part, shown, self._view)
        painter.fillRect(box, self._theme.colour("surface"))
        painter.setPen(self._theme.colour("border"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        if shown.checkState is _TICKED:
            mark = QRect(QPoint(), self._check.deviceIndependentSize().toSize())
            mark.moveCenter(box.center())
            painter.drawPixmap(mark, self._check)
