"""The pane of an open record, with what the user adds of his own: star, note, own records."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from feltperm.catalogue.confirming import can_be_confirmed
from feltperm.catalogue.records import Organisation, Service
from feltperm.desk.own import is_own
from feltperm.desk.page import Page
from feltperm.ui.context import Context
from feltperm.ui.record.collecting import collect_button
from feltperm.ui.record.detail import DetailView
from feltperm.ui.record.note_block import NoteBlock
from feltperm.ui.record.picture_block import PictureBlock
from feltperm.ui.toolkit.parts import button

__all__ = ["record_pane"]


def record_pane(context: Context) -> DetailView:
    """Return an empty pane; where it leads to other records is for the caller."""
    unkept: dict[str, str] = {}
    made = DetailView(
        context.theme,
        context.icons,
        context.words(),
        more=partial(_buttons, context),
        notes=partial(NoteBlock, context, unkept),
        pictures=partial(PictureBlock, context),
    )
    made.star_toggled.connect(context.stars.toggle)
    return made


def _buttons(context: Context, page: Page) -> list[QWidget]:
    """Return what can be done with a record beside copying it: lists, sheets, its own form."""
    ref, icon = page.entry.ref, context.icons.icon
    made: list[QWidget] = [collect_button(context, str(ref))]
    if isinstance(page.entry.record, Service):
        pick_up = lambda: context.reports.handout_wanted.emit(str(ref))  # noqa: E731
        words = _tr("Legg på utdelingsark")
        hint = _tr("Legg på utdelingsark (Ctrl+L)")
        made.append(button(words, pick_up, icon=icon("clipboard-list"), hint=hint))
    if isinstance(page.entry.record, Service | Organisation) and not is_own(ref):
        copy = lambda: _copy_contact(context, str(ref))  # noqa: E731
        hint = _tr("Kopier som kontakt (vCard)")
        made.append(button(_tr("Kopier kontakt"), copy, icon=icon("users"), hint=hint))
        report = lambda: context.reports.error_found.emit(str(ref), "phone")  # noqa: E731
        made.append(button(_tr("Meld feil"), report, icon=icon("pencil")))
        if can_be_confirmed(page.entry.record):
            confirm = lambda: context.reports.all_right.emit(str(ref))  # noqa: E731
            hint = _tr("Du har spurt stedet i dag, og alt på siden er riktig")
            made.append(button(_tr("Meld at alt stemmer"), confirm, icon=icon("check"), hint=hint))
    if is_own(ref):
        edit = lambda: context.reports.own_edit.emit(ref.id)  # noqa: E731
        made.append(button(_tr("Endre …"), edit, icon=icon("pencil")))
    return made


def _copy_contact(context: Context, ref: str) -> None:
    """Put a place on the clipboard as a contact, for mail programs and telephones."""

    def done(card: bytes) -> None:
        data = QMimeData()
        data.setData("text/vcard", card)
        data.setText(card.decode("utf-8"))
        QGuiApplication.clipboard().setMimeData(data)
        context.reports.done.emit(_tr("Kontakten er kopiert."))

    context.desk.run(
        lambda desk: desk.exporter.written(desk.exporter.these([ref]), "vcard"),
        done,
        context.reports.told.emit,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecordPane", text)
