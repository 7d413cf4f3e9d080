"""«Legg i samling» on a record's page: the collections as a menu, and a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from shiboken6 import isValid

from feltperm.ui.context import Context
from feltperm.ui.toolkit.parts import button
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.binder import Collection, ListedRecord
    from feltperm.desk.desk import Desk

__all__ = ["choose_collection", "collect_button"]


def collect_button(context: Context, ref: str) -> QPushButton:
    """Return the button that puts ``pack/id`` into a collection, or takes it out again."""
    icon = context.icons.icon("folder-plus")
    made = button(_tr("Legg i samling …"), lambda: choose_collection(context, ref, made), icon=icon)
    return made


def choose_collection(context: Context, ref: str, under: QWidget) -> None:
    """Open the menu of the collections under a widget, for the record ``pack/id``."""
    context.desk.run_latest(
        "collections of one",
        lambda desk: (desk.collect.collections(), desk.collect.holding(ref)),
        lambda answer: _open(context, ref, under, *answer),
        context.reports.told.emit,
    )


def _open(
    context: Context,
    ref: str,
    under: QWidget,
    collections: Sequence[Collection],
    holding: set[int],
) -> None:
    """Show the collections, those that hold the record ticked."""
    if not isValid(under):  # another page is shown by now
        return
    menu = QMenu(under)
    for one in collections:
        action = menu.addAction(one.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(one.number in holding)
        put = _take_out if one.number in holding else _put
        action.triggered.connect(partial(put, context, ref, one))
    if collections:
        menu.addSeparator()
    menu.addAction(_tr("Ny samling …")).triggered.connect(partial(_begin, context, ref, under))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(under.mapToGlobal(QPoint(0, under.height())))


def _put(context: Context, ref: str, collection: Collection, _on: bool = True) -> None:
    number = collection.number

    def done(_new: bool) -> None:
        _changed(context, collection, lambda desk: desk.collect.take_out(number, ref))

    context.desk.run(lambda desk: desk.collect.add(number, ref), done, context.reports.told.emit)


def _take_out(context: Context, ref: str, collection: Collection, _on: bool = False) -> None:
    number, changed = collection.number, context.reports.collections_changed.emit

    def done(record: ListedRecord | None) -> None:
        changed()
        put_back = lambda desk: desk.collect.put_in_again(number, record)  # noqa: E731
        offer_undo(context.desk, context.reports, put_back, changed)

    context.desk.run(
        lambda desk: desk.collect.take_out(number, ref), done, context.reports.told.emit
    )


def _begin(context: Context, ref: str, under: QWidget, _on: bool = False) -> None:
    """Ask for a name, and put the record into a new collection."""
    from feltperm.ui.binder.name_dialog import NameDialog  # noqa: PLC0415  rarely needed

    dialog = NameDialog(context.theme, parent=under.window())
    if not context.ask(dialog):
        return
    name = dialog.name.text()

    def work(desk: Desk) -> Collection:
        made = desk.collect.create(name)
        desk.collect.add(made.number, ref)
        return made

    def done(made: Collection) -> None:
        _changed(context, made, lambda desk: desk.collect.remove(made.number))

    context.desk.run(work, done, context.reports.told.emit)


def _changed(context: Context, into: Collection, undo: Callable[[Desk], object]) -> None:
    changed = context.reports.collections_changed.emit
    changed()
    said = _tr("Lagt i «{samling}».").format(samling=into.name)
    offer_undo(context.desk, context.reports, undo, changed, said)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Collecting", text)
