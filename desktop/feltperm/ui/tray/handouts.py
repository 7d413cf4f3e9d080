"""Picking up services for a sheet, wherever one is seen (Ctrl+L), and the way to that sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.strip import Action, Message
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.tray.tray_bar import TrayBar
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.binder import ListedRecord
    from feltperm.desk.desk import Desk

__all__ = ["Handouts"]


class Handouts(QObject):
    """Fills and empties the tray; every change can be undone.

    Signals:
        changed: other services lie in the tray, or in another order.
        emptied: nothing of it is needed any more.
    """

    changed = Signal()
    emptied = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        """Make the bar; it shows itself with the first service."""
        super().__init__(parent)
        self._context = context
        self.bar = TrayBar(context.theme)
        self.bar.cleared.connect(self.clear)
        context.reports.content_changed.connect(self._changed)

    def add(self, ref: str) -> None:
        """Put the service ``pack/id`` into the tray, or ask for the next sheet where it is full."""
        self._add(ref, another_sheet=False)

    def fill(self, number: int) -> None:
        """Put the services of a collection into the tray."""

        def done(new: int) -> None:
            self._changed()
            if not new:
                self._context.reports.said.emit(self.tr("Alt ligger på utdelingsarket fra før."))

        self._context.desk.run(lambda desk: desk.tray.fill(number), done, self._failed)

    def remove(self, ref: str) -> None:
        """Take a service out."""

        def done(removed: ListedRecord | None) -> None:
            self._changed()
            if removed is not None:
                self._offer_undo(lambda desk: desk.tray.put_back(removed))

        self._context.desk.run(lambda desk: desk.tray.remove(ref), done, self._failed)

    def clear(self) -> None:
        """Empty the tray."""

        def done(removed: tuple[ListedRecord, ...]) -> None:
            self._changed()
            self.emptied.emit()
            self._offer_undo(lambda desk: desk.tray.put_back(*removed))

        self._context.desk.run(lambda desk: desk.tray.clear(), done, self._failed)

    def arrange(self, refs: list[str]) -> None:
        """Give the services this order."""
        self._context.desk.run(
            lambda desk: desk.tray.arrange(refs), lambda _done: self._changed(), self._failed
        )

    def show_count(self, count: int) -> None:
        """Show the bar as the binder has it."""
        self.bar.show_count(count)

    def _add(self, ref: str, another_sheet: bool) -> None:
        def done(new: bool) -> None:
            self._changed()
            if new:
                said = self.tr("Lagt på utdelingsarket.")
                self._offer_undo(lambda desk: desk.tray.remove(ref), said)
            else:
                self._context.reports.said.emit(self.tr("Stedet ligger på utdelingsarket fra før."))

        self._context.desk.run(
            lambda desk: desk.tray.add(ref, another_sheet),
            done,
            lambda condition: self._not_added(ref, condition),
        )

    def _not_added(self, ref: str, condition: Condition) -> None:
        from feltperm.desk.sheets.tray import SheetFull  # noqa: PLC0415  after the first paint

        if not isinstance(condition, SheetFull):
            self._failed(condition)
            return
        words = self.tr("Lag ark {n}").format(n=condition.sheets + 1)
        action = Action(words, lambda: self._add(ref, another_sheet=True))
        self._context.reports.asked.emit(Message(spoken(condition.message), (action,)))

    def _changed(self) -> None:
        self._context.desk.run_latest(
            "tray count", lambda desk: desk.tray.count(), self.bar.show_count, self._failed
        )
        self.changed.emit()

    def _offer_undo(self, work: Callable[[Desk], object], said: str = "") -> None:
        offer_undo(self._context.desk, self._context.reports, work, self._changed, said)

    def _failed(self, condition: Condition) -> None:
        self._context.reports.told.emit(condition)
