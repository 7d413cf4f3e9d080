"""«Avansert»."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from feltperm.ui.context import Context
from feltperm.ui.settings.group import group
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button, column, label

__all__ = ["SupportGroup"]


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
