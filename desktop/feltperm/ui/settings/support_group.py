"""«Utskrift» and «Avansert»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from feltperm.ui.context import Context
from feltperm.ui.settings.group import group
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button, column, label
from feltperm.ui.wall.log_foot import LogFoot

if TYPE_CHECKING:
    from feltperm.desk.belongings import Holdings

__all__ = ["PrintGroup", "SupportGroup"]


class PrintGroup(QWidget):
    """Whether it is noted where sheets hang."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.log = LogFoot(context)
        chosen = self.tr("Skriver, papir og blekk velges i utskriftsvinduet for hvert ark.")
        card = group(context.theme, self.tr("Utskrift"), self.log, label(chosen, "caption"))
        self.setLayout(column(card))

    def show_log(self, keeping: bool, holdings: Holdings) -> None:
        """Show whether the log is on."""
        self.log.show_state(keeping, holdings.writable)


class SupportGroup(QWidget):
    """Where the files lie, and where help is when something is wrong."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        folder = str(context.folder)
        shown = label(folder, selectable=True)
        actions = QWidget()
        actions.setLayout(
            FlowLayout(
                button(
                    self.tr("Åpne mappa"),
                    lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)),
                ),
                button(self.tr("Feilsøk …"), lambda: context.reports.page_asked.emit("help")),
                spacing=8,
            )
        )
        card = group(
            context.theme,
            self.tr("Avansert"),
            (self.tr("Mappe på denne maskinen"), shown),
            actions,
        )
        self.setLayout(column(card))
