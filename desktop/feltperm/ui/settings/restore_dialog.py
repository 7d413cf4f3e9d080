"""«Hent tilbake»: which dated copy of the binder is to be put in place of what there is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from feltperm.ui.toolkit.languages import long_date
from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from feltperm.binder import Backup

__all__ = ["RestoreDialog"]


class RestoreDialog(QDialog):
    """The newest copy is marked; what the binder holds now is kept as a copy of its own."""

    def __init__(self, theme: Theme, backups: Sequence[Backup], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hent tilbake en sikkerhetskopi"))
        self.setMinimumWidth(theme.px(420))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sikkerhetskopier"))
        for backup in backups:
            item = QListWidgetItem(long_date(backup.day))
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.fetch = button(self.tr("Hent kopien"), self.accept, "primary")
        leave = button(self.tr("Avbryt"), self.reject)
        safe = self.tr(
            "Permen blir som den var den dagen. Det som ligger her nå, blir tatt vare på."
        )
        self.setLayout(
            column(
                label(safe), self.list, row(None, leave, self.fetch),
                margins=(24, 20, 24, 20), spacing=12,
            )
        )  # fmt: skip
        self.list.setFocus()

    def chosen(self) -> Path:
        """Return the file of the marked copy."""
        path: Path = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return path
