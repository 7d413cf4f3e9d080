"""Writing own records: the form, keeping what was filled in, and the content with it in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from feltperm.desk.own import Change, Draft, OwnRecordRefused
from feltperm.errors import Condition, NotFound
from feltperm.ui.binder.own_form import OwnForm
from feltperm.ui.context import Context
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.desk.desk import Desk

__all__ = ["OwnWriter"]


class OwnWriter(QObject):
    """Opens the form over the window, and keeps what comes of it.

    Args:
        window: what the form stands over.
        show: is given the record that was kept, once the content has it.
    """

    def __init__(self, context: Context, window: QWidget, show: Callable[[str], None]) -> None:
        super().__init__(window)
        self._context, self._window, self._show_record = context, window, show

    def new(self, words: str = "") -> None:
        """Ask for a new record, called what was searched for, in the municipality we work in."""
        title = " ".join(words.split())[:80]
        self._context.desk.run(
            lambda desk: desk.municipality(),
            lambda number: self._ask(Draft(title=title, municipality=number), ""),
            self._failed,
        )

    def edit(self, id: str) -> None:
        """Ask for what is to be other in a record."""
        self._context.desk.run(
            lambda desk: Draft.of(desk.own.get(id)),
            lambda draft: self._ask(draft, id),
            self._failed,
        )

    def remove(self, id: str) -> None:
        """Take a record away; it can be put back for the whole session."""

        def done(change: Change | None) -> None:
            if change is not None:
                self._context.renew_content()
                offer_undo(
                    self._context.desk,
                    self._context.reports,
                    lambda desk: desk.own.undo(change),
                    self._context.renew_content,
                )

        self._context.desk.run(lambda desk: desk.own.remove(id), done, self._failed)

    def _ask(self, draft: Draft, id: str, refusal: Condition | None = None) -> None:
        """Open the form; what cannot be kept as it is, or now, stays in it, under the reason."""
        context = self._context
        form = OwnForm(context.theme, context.geography(), draft, not id, self._window)
        if refusal is not None:
            field = refusal.field if isinstance(refusal, OwnRecordRefused) else ""
            form.refuse_field(refusal.message, field)
        if not context.ask(form):
            return
        filled = form.filled()

        def work(desk: Desk) -> Change:
            return desk.own.change(id, filled) if id else desk.own.add(filled)

        def failed(condition: Condition) -> None:
            gone = isinstance(condition, NotFound)  # removed meanwhile: it can be written anew
            self._ask(filled, "" if gone else id, condition)

        context.desk.run(work, self._kept, failed)

    def _kept(self, change: Change) -> None:
        self._context.renew_content(lambda: self._show_record(change.ref))

    def _failed(self, condition: Condition) -> None:
        self._context.reports.told.emit(condition)
