"""Fetching the newest copy of a binder that could not be read (SCREENS 2.11)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from feltperm.binder import Backup
from feltperm.desk.desk import Welcome
from feltperm.ui.context import Context
from feltperm.ui.strip import Action, Strip
from feltperm.ui.toolkit.languages import long_date

__all__ = ["offer_copy"]


def offer_copy(
    backup: Backup, strip: Strip, context: Context, begin_again: Callable[[Welcome], None]
) -> None:
    """Give the message that is shown the ways on: the copy, or an empty binder.

    Args:
        backup: what is fetched.
        begin_again: shows the window's content anew, once the copy is in place.
    """

    def fetched(answer: tuple[Welcome, bool]) -> None:
        welcome, outdated = answer
        begin_again(welcome)
        strip.done(_tr("Kopien er hentet."))
        if outdated:  # it has own records, and the content is to have them too
            context.renew_content()
        else:  # the open page is to show the notes and stars of the copy
            context.reports.content_changed.emit()

    def fetch() -> None:
        context.desk.run(
            lambda desk: (desk.restore(backup.path), desk.outdated()),
            fetched,
            context.reports.told.emit,
        )

    strip.act(
        Action(_tr("Hent kopi fra {date}").format(date=long_date(backup.day)), fetch),
        Action(_tr("Start tom"), lambda: None),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Copies", text)
