"""«Personvern»: what is kept where, copies of it, and taking all of it away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from feltperm.ui.binder.copies_row import CopiesRow
from feltperm.ui.context import Context
from feltperm.ui.holdings_words import kept_words
from feltperm.ui.settings.group import group
from feltperm.ui.settings.wipe_dialog import WipeDialog
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button, column, label
from feltperm.ui.toolkit.tick import Tick

if TYPE_CHECKING:
    from feltperm.desk.belongings import Holdings
    from feltperm.desk.desk import Desk

__all__ = ["PrivacyGroup"]


class PrivacyGroup(QWidget):
    """Everything the user has lies on this machine, and can be taken away from it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._holdings: Holdings | None = None
        self.kept = label("")
        self.copies = CopiesRow(context)
        self.shared = Tick(self.tr("Flere bruker denne påloggingen. Spør hvem sin perm det er"))
        self.shared.clicked.connect(self._share)
        self.failed = Tick(self.tr("Ta vare på søk uten treff, så innholdet kan bli bedre"))
        self.failed.clicked.connect(self._keep_failed)
        self.searches = label("", "caption")
        self.export = button(self.tr("Lagre søkene …"), self._export)
        self.forget = button(self.tr("Glem søkene"), self._forget)
        self.wipe = button(self.tr("Slett alt i permen …"), self._wipe)
        here = self.tr(
            "Permen ligger bare på denne maskinen. Programmet sender ingenting om deg til noen."
        )
        card = group(
            context.theme,
            self.tr("Personvern"),
            label(here),
            (self.tr("I permen"), self.kept),
            (self.tr("Sikkerhetskopier"), self.copies),
            self.shared,
            self.failed,
            self.searches,
            _line(self.export, self.forget),
            _line(self.wipe),
        )
        self.setLayout(column(card))

    def show_kept(self, holdings: Holdings, failed: bool, searches: int) -> None:
        """Show how much is kept here."""
        self._holdings = holdings
        self.kept.setText(kept_words(holdings) or self.tr("Ingenting ennå."))
        self.copies.show_kept(holdings)
        self.shared.setChecked(holdings.shared)
        self.failed.setChecked(failed)
        for tick in (self.shared, self.failed):
            tick.setEnabled(holdings.writable)
        self.wipe.setEnabled(holdings.writable)
        self.searches.setText(self.tr("%n søk uten treff er tatt vare på.", "", searches))
        for part in (self.searches, self.export, self.forget):
            part.setVisible(searches > 0)

    def _share(self, on: bool) -> None:
        reports = self._context.reports
        self._context.desk.run(
            lambda desk: desk.belongings.share(on), lambda _done: None, reports.told.emit
        )

    def _keep_failed(self, on: bool) -> None:
        self._context.desk.run(
            lambda desk: desk.failed.keep(on), lambda _done: None, self._context.reports.told.emit
        )

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Lagre søkene"), "sok-uten-treff.csv", "CSV (*.csv)"
        )
        if name:
            self._say_when(
                lambda desk: desk.failed.export(Path(name)), self.tr("Søkene er lagret.")
            )

    def _forget(self) -> None:
        self._say_when(lambda desk: desk.failed.clear(), self.tr("Søkene er glemt."))

    def _wipe(self) -> None:
        if self._holdings is None:
            return
        dialog = WipeDialog(self._context.theme, kept_words(self._holdings), self.window())
        dialog.copy_asked.connect(self.copies.save)
        if not self._context.ask(dialog):
            return

        def done(left: tuple[str, ...]) -> None:
            said = self.tr("Permen er tom.")
            if left:
                said = self.tr("Permen er tom. Dette kunne ikke slettes: {names}.")
            self._begin_again(said.format(names=", ".join(left)))

        self._context.desk.run(lambda desk: desk.wipe(), done, self._context.reports.told.emit)

    def _begin_again(self, said: str) -> None:
        """The binder is another one: every page is to be as at a start."""
        self._context.renew_content(lambda: self._context.begin_again(said))

    def _say_when(self, work: Callable[[Desk], object], said: str) -> None:
        reports = self._context.reports

        def done(_answer: object) -> None:
            reports.done.emit(said)
            reports.sites_changed.emit()  # the page counts again

        self._context.desk.run(work, done, reports.told.emit)


def _line(*buttons: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(FlowLayout(*buttons, spacing=8))
    return made
