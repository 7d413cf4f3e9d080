"""When the binder was last copied, with the ways to a copy and back (SCREENS 2.4, 2.7)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from feltperm.ui.context import Context
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.languages import long_date
from feltperm.ui.toolkit.parts import button, column, label

if TYPE_CHECKING:  # the desk is loaded after the first paint
    from feltperm.desk.belongings import Holdings

__all__ = ["CopiesRow", "save_copy"]


def save_copy(context: Context, over: QWidget) -> None:
    """Ask where to, and write a copy of the binder there."""
    suggested = f"feltperm-{date.today().isoformat()}.sqlite"
    name, _ = QFileDialog.getSaveFileName(
        over, _tr("Lagre kopi av permen"), suggested, "SQLite (*.sqlite)"
    )
    if not name:
        return

    def done(_answer: object) -> None:
        context.reports.done.emit(_tr("Kopien er lagret."))

    context.desk.run(
        lambda desk: desk.belongings.save_copy(Path(name)), done, context.reports.told.emit
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CopiesRow", text)


class CopiesRow(QWidget):
    """«Sist sikkerhetskopiert …», «Lagre kopi av permen …» and «Hent tilbake …»."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._holdings: Holdings | None = None
        self.said = label("", "muted")
        self.save_button = button(self.tr("Lagre kopi av permen …"), self.save)
        self.restore_button = button(self.tr("Hent tilbake …"), self.restore)
        buttons = QWidget()
        buttons.setLayout(FlowLayout(self.save_button, self.restore_button, spacing=8))
        self.setLayout(column(self.said, buttons, spacing=6))

    def show_kept(self, holdings: Holdings) -> None:
        """Show which copy is the newest."""
        self._holdings = holdings
        newest = holdings.backups[0].day if holdings.backups else None
        last = self.tr("Sist sikkerhetskopiert {date}.")
        none = self.tr("Permen er ikke sikkerhetskopiert ennå.")
        self.said.setText(last.format(date=long_date(newest)) if newest else none)
        self.restore_button.setEnabled(bool(holdings.backups) and holdings.writable)

    def save(self) -> None:
        """Ask where to, and write a copy there."""
        save_copy(self._context, self)

    def restore(self) -> None:
        """Ask which copy, and put it in the place of what is here."""
        from feltperm.ui.settings.restore_dialog import RestoreDialog  # noqa: PLC0415  rarely needed

        if self._holdings is None:
            return
        dialog = RestoreDialog(self._context.theme, self._holdings.backups, self.window())
        if not self._context.ask(dialog):
            return
        backup = dialog.chosen()
        said = self.tr("Kopien er hentet. Det som lå her, er tatt vare på.")

        def done(_welcome: object) -> None:
            # the binder is another one: every page is to be as at a start
            self._context.renew_content(lambda: self._context.begin_again(said))

        self._context.desk.run(
            lambda desk: desk.restore(backup), done, self._context.reports.told.emit
        )
