"""The pane of an open record, with what the user adds of his own: star, note, own records."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from feltperm.desk.own import is_own
from feltperm.desk.page import Page
from feltperm.ui.context import Context
from feltperm.ui.record.detail import DetailView
from feltperm.ui.record.note_block import NoteBlock
from feltperm.ui.toolkit.parts import button

__all__ = ["record_pane"]


def record_pane(context: Context) -> DetailView:
    """Return an empty pane; where it leads to other records is for the caller."""
    unkept: dict[str, str] = {}
    made = DetailView(
        context.theme,
        context.icons,
        context.words(),
        more=partial(_change_button, context),
        notes=partial(NoteBlock, context, unkept),
    )
    made.star_toggled.connect(context.stars.toggle)
    return made


def _change_button(context: Context, page: Page) -> list[QWidget]:
    """Return the button that opens the form of an own record; none on other pages."""
    ref = page.entry.ref
    if not is_own(ref):
        return []
    text = QCoreApplication.translate("RecordPane", "Endre …")
    edit = lambda: context.reports.own_edit.emit(ref.id)  # noqa: E731
    return [button(text, edit, icon=context.icons.icon("pencil"))]
