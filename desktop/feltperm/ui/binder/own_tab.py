"""«Egne oppføringer» in «Min perm»: the list of them, and what can be done to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from feltperm.catalogue.library import OWN_PACK, Ref
from feltperm.catalogue.records import pick
from feltperm.desk.own import Draft
from feltperm.ui.context import Context
from feltperm.ui.toolkit.parts import button, column, label, row

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.records import Service
    from feltperm.desk.desk import Desk

__all__ = ["OwnTab"]

_ID = Qt.ItemDataRole.UserRole


class OwnTab(QWidget):
    """What is asked of it is reported (:class:`feltperm.ui.reports.Reports`).

    Signals:
        opened: the record ``pack/id`` is to be shown.
        counted: how many there are.
    """

    opened = Signal(str)
    counted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.records = QListWidget()
        self.records.setAccessibleName(self.tr("Egne oppføringer"))
        self.records.setWordWrap(True)
        self.records.itemActivated.connect(lambda _item: self._open())
        self._empty = label(
            self.tr("Skriv inn steder som bare dere vet om, så finner søket dem."), "muted"
        )
        self._here = label(self.tr("De ligger bare på denne maskinen."), "caption")
        reports = context.reports
        self.new = button(self.tr("Ny oppføring"), lambda: reports.own_wanted.emit(""), "primary")
        self._change = button(self.tr("Endre …"), lambda: self._report(reports.own_edit.emit))
        self._remove = button(self.tr("Fjern"), lambda: self._report(reports.own_removal.emit))
        actions = row(self.new, self._change, self._remove, None)
        self.setLayout(
            column(
                self._empty, self.records, self._here, actions, margins=(0, 12, 0, 0), spacing=10
            )
        )
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.records, self._remove.click).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )
        context.reports.content_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the own records again."""
        self._context.desk.run_latest("own", _read, self._show, self._context.reports.told.emit)

    def _show(self, records: Sequence[tuple[Service, str]]) -> None:
        marked = self.records.currentRow()
        self.records.clear()
        for record, place in records:
            draft = Draft.of(record)
            facts = "  ·  ".join(f for f in (place, draft.phone, draft.address, draft.hours) if f)
            item = QListWidgetItem("\n".join(filter(None, (pick(record.title)[1], facts))))
            item.setData(_ID, record.id)
            self.records.addItem(item)
        if records:
            self.records.setCurrentRow(max(0, min(marked, len(records) - 1)))
        self._empty.setVisible(not records)
        for action in (self._change, self._remove):
            action.setEnabled(bool(records))
            action.setToolTip("" if records else self.tr("Det er ingen oppføringer ennå."))
        self.counted.emit(len(records))

    def _open(self) -> None:
        self._report(lambda id: self.opened.emit(str(Ref(OWN_PACK, id))))

    def _report(self, tell: Callable[[str], object]) -> None:
        """Tell the id of the marked record, if one is."""
        item = self.records.currentItem()
        if item is not None:
            tell(str(item.data(_ID)))


def _read(desk: Desk) -> list[tuple[Service, str]]:
    return [(record, desk.own.place(record)) for record in desk.own.list()]
