"""«Samlinger» in «Min perm»: the named lists left, the records of the marked one right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from feltperm.errors import Condition
from feltperm.ui.binder.collection_exchange import CollectionExchange
from feltperm.ui.binder.name_dialog import NameDialog
from feltperm.ui.context import Context
from feltperm.ui.record.bodies import box
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.tall import tall
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.binder import Collection, ListedRecord, RemovedCollection
    from feltperm.desk.desk import Desk
    from feltperm.desk.keep import KeptRecord

__all__ = ["CollectionsTab"]

_DATA = Qt.ItemDataRole.UserRole


class CollectionsTab(QWidget):
    """Removing anything can be undone; records are dragged to order.

    Signals:
        opened: the record ``pack/id`` is to be shown.
        counted: how many collections there are.
    """

    opened = Signal(str)
    counted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._gone: dict[str, str] = {}
        self.collections = _list(self.tr("Samlinger"))
        self.collections.currentItemChanged.connect(lambda _new, _old: self._read_records())
        self.records = _list(self.tr("Oppføringer i samlingen"))
        self.records.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.records.model().rowsMoved.connect(lambda *_moved: self._arrange())
        self.records.itemActivated.connect(lambda _item: self._open())
        self._empty = label(
            self.tr("Legg tilbud du bruker sammen i en samling, for eksempel for en vakt."), "muted"
        )
        new = button(self.tr("Ny samling …"), self._new, "primary")
        self._rename = button(self.tr("Gi nytt navn …"), self._ask_name)
        self._remove = button(self.tr("Fjern"), self._remove_collection)
        self._print = button(self.tr("Legg på utdelingsark"), self._print_marked)
        self._out = button(self.tr("Ta ut"), self._take_out)
        self._open_button = button(self.tr("Åpne"), self._open)
        self.exchange = CollectionExchange(context, self.current)
        lines = (box(FlowLayout(new, self._rename, self._remove, spacing=6)), self.exchange)
        left = column(self.collections, *lines, spacing=10)
        right = column(
            self.records,
            box(FlowLayout(self._open_button, self._out, self._print, spacing=6)),
            spacing=10,
        )
        both = row(spacing=16)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        self.setLayout(tall(column(self._empty, both, margins=(0, 12, 0, 0), spacing=10)))
        for keys, view, action in (
            (QKeySequence(Qt.Key.Key_Delete), self.collections, self._remove_collection),
            (QKeySequence(Qt.Key.Key_Delete), self.records, self._take_out),
            (QKeySequence("Alt+Up"), self.records, lambda: self._step(-1)),
            (QKeySequence("Alt+Down"), self.records, lambda: self._step(1)),
        ):
            QShortcut(keys, view, action).setContext(Qt.ShortcutContext.WidgetShortcut)
        context.reports.content_changed.connect(self.refresh)
        context.reports.collections_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the collections again."""
        self._context.desk.run_latest(
            "collections", lambda desk: desk.collect.collections(), self._show, self._failed
        )

    def current(self) -> Collection | None:
        """Return the marked collection."""
        item = self.collections.currentItem()
        return item.data(_DATA) if item else None

    def _show(self, collections: Sequence[Collection]) -> None:
        marked = self.current()
        self.collections.blockSignals(True)
        self.collections.clear()
        for one in collections:
            item = QListWidgetItem(f"{one.name}\n{self._count(one.count)}")
            item.setData(_DATA, one)
            self.collections.addItem(item)
        numbers = [one.number for one in collections]
        if numbers:
            at = numbers.index(marked.number) if marked and marked.number in numbers else 0
            self.collections.setCurrentRow(at)
        self.collections.blockSignals(False)
        self._empty.setVisible(not collections)
        self.exchange.allow(bool(collections))
        for action in (self._rename, self._remove, self._print):
            action.setEnabled(bool(collections))
        self.counted.emit(len(collections))
        self._read_records()

    def _count(self, count: int) -> str:
        return self.tr("%n oppføringer", "", count)

    def _read_records(self) -> None:
        collection = self.current()
        if collection is None:
            self._show_records(())
            return
        number = collection.number
        self._context.desk.run_latest(
            "collection",
            lambda desk: desk.collect.records(number),
            self._show_records,
            self._failed,
        )

    def _show_records(self, records: Sequence[KeptRecord]) -> None:
        words, marked = self._context.words(), self.records.currentRow()
        self._gone = {str(one.ref): words.last_seen(one) for one in records if one.gone}
        self.records.clear()
        for one in records:
            facts = [spoken(one.title), words.gone() if one.gone else "", one.phone]
            item = QListWidgetItem("\n".join(filter(None, facts)))
            item.setData(_DATA, str(one.ref))
            self.records.addItem(item)
        if records:
            self.records.setCurrentRow(max(0, min(marked, len(records) - 1)))
        for action in (self._open_button, self._out):
            action.setEnabled(bool(records))

    def _new(self) -> None:
        dialog = NameDialog(self._context.theme, parent=self)
        if self._context.ask(dialog):
            name = dialog.name.text()
            self._change(lambda desk: desk.collect.create(name))

    def _ask_name(self) -> None:
        collection = self.current()
        if collection is None:
            return
        dialog = NameDialog(self._context.theme, collection.name, self)
        if self._context.ask(dialog):
            number, name = collection.number, dialog.name.text()

            def done(before: Collection) -> None:
                self.refresh()
                self._offer_undo(
                    lambda desk: desk.collect.rename(number, before.name), self.tr("Nytt navn.")
                )

            self._context.desk.run(
                lambda desk: desk.collect.rename(number, name), done, self._failed
            )

    def _remove_collection(self) -> None:
        collection = self.current()
        if collection is None:
            return

        def done(removed: RemovedCollection) -> None:
            self.refresh()
            self._offer_undo(lambda desk: desk.collect.put_back(removed))

        number = collection.number
        self._context.desk.run(lambda desk: desk.collect.remove(number), done, self._failed)

    def _take_out(self) -> None:
        collection, ref = self.current(), self._current_ref()
        if collection is None or not ref:
            return
        number = collection.number

        def done(removed: ListedRecord | None) -> None:
            self.refresh()
            if removed is not None:
                self._offer_undo(lambda desk: desk.collect.put_in_again(number, removed))

        self._context.desk.run(lambda desk: desk.collect.take_out(number, ref), done, self._failed)

    def _arrange(self) -> None:
        collection = self.current()
        if collection is not None:
            number, refs = collection.number, self._refs()
            self._change(lambda desk: desk.collect.arrange(number, refs))

    def _step(self, by: int) -> None:
        """Move the marked record up or down."""
        old = self.records.currentRow()
        if old >= 0 and 0 <= old + by < self.records.count():
            self.records.insertItem(old + by, self.records.takeItem(old))
            self.records.setCurrentRow(old + by)
            self._arrange()

    def _print_marked(self) -> None:
        collection = self.current()
        if collection is not None:
            self._context.reports.pocket_wanted.emit(collection.number)

    def _open(self) -> None:
        """Open the marked record, or say what was last seen of one that is gone."""
        ref = self._current_ref()
        if ref in self._gone:
            self._context.reports.said.emit(self._gone[ref])
        elif ref:
            self.opened.emit(ref)

    def _refs(self) -> list[str]:
        return [str(self.records.item(n).data(_DATA)) for n in range(self.records.count())]

    def _current_ref(self) -> str:
        item = self.records.currentItem()
        return str(item.data(_DATA)) if item else ""

    def _change(self, work: Callable[[Desk], object]) -> None:
        self._context.desk.run(work, lambda _answer: self.refresh(), self._failed)

    def _offer_undo(self, work: Callable[[Desk], object], said: str = "") -> None:
        offer_undo(self._context.desk, self._context.reports, work, self.refresh, said)

    def _failed(self, condition: Condition) -> None:
        self._context.reports.told.emit(condition)


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
