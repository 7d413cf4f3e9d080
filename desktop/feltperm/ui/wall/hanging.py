"""What follows a sheet that was sent: «Ja, heng opp …», or the question for later (SCREENS 2.9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from feltperm.catalogue.records import pick
from feltperm.ui.context import Context
from feltperm.ui.undo import offer_undo
from feltperm.ui.wall.hang_dialog import HangDialog

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.binder import LogChange
    from feltperm.desk.desk import Desk
    from feltperm.desk.recall import Hanging, Places
    from feltperm.paper.job import Job

__all__ = ["hang_asked", "hang_up", "keeping", "not_yet", "offer_to_undo"]


def keeping(context: Context, jobs: Sequence[Job], answer: Callable[[bool], None]) -> None:
    """Tell ``answer`` whether it is to be asked where these sheets hang."""
    context.desk.run(
        lambda desk: desk.recall.watches(jobs), answer, lambda _condition: answer(False)
    )


def hang_up(context: Context, jobs: Sequence[Job], printer: str = "") -> None:
    """Ask where printed sheets hang, and note it.

    Where older sheets of the same kind must be changed, the new ones are offered their places.
    Who leaves the question is asked again on «På veggen».

    Args:
        printer: where they were sent, as shown to people.
    """

    def ask(places: Places) -> None:
        dialog = HangDialog(context.theme, _named(jobs), places, QApplication.activeWindow())
        if not context.ask(dialog):
            not_yet(context, jobs, printer)
            return
        (site, place), replacing = dialog.where(), dialog.replacing()
        _note(context, lambda desk: desk.recall.hang(jobs, site, place, replacing))

    context.desk.run(lambda desk: desk.recall.places(jobs), ask, context.reports.told.emit)


def hang_asked(context: Context, asked: Hanging) -> None:
    """Ask where a sheet hangs that was sent before, and note it."""

    def ask(places: Places) -> None:
        dialog = HangDialog(context.theme, asked.title, places, QApplication.activeWindow())
        if context.ask(dialog):
            (site, place), replacing, id = dialog.where(), dialog.replacing(), asked.entry.id
            _note(context, lambda desk: desk.recall.hang_asked(id, site, place, replacing))

    context.desk.run(
        lambda desk: desk.recall.places_of(asked.entry.id), ask, context.reports.told.emit
    )


def not_yet(context: Context, jobs: Sequence[Job], printer: str) -> None:
    """Keep the question on «På veggen»."""
    context.desk.run(
        lambda desk: desk.recall.ask_later(jobs, printer),
        lambda _change: context.reports.walls_due.emit(),
        context.reports.told.emit,
    )


def offer_to_undo(context: Context, change: LogChange, said: str = "") -> None:
    """Report a change of the log, and that it can be taken back.

    Args:
        said: what was done; empty for a removal.
    """
    reports = context.reports
    reports.walls_due.emit()
    offer_undo(
        context.desk, reports, lambda desk: desk.recall.undo(change), reports.walls_due.emit, said
    )


def _note(context: Context, work: Callable[[Desk], LogChange]) -> None:
    said = _tr("Notert. Vi sier fra når oppslaget må byttes.")
    context.desk.run(
        work, lambda change: offer_to_undo(context, change, said), context.reports.told.emit
    )


def _named(jobs: Sequence[Job]) -> str:
    """Return what the sheets are called, as the head of a question."""
    titles = dict.fromkeys(pick(job.title)[1] for job in jobs)
    return next(iter(titles)) if len(titles) == 1 else _tr("{n} oppslag").format(n=len(jobs))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Hanging", text)
