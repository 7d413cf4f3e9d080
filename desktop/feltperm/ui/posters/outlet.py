"""The ways out of the window for a sheet that is set: to a printer, or into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from feltperm.ui.context import Context

if TYPE_CHECKING:
    from feltperm.desk.sheets.posters import Proof
    from feltperm.paper.job import Job
    from feltperm.paper.press import Sheet

__all__ = ["Outlet"]


class Outlet(QObject):
    """Prints and saves for one page.

    Signals:
        saved: a PDF was written there.
    """

    saved = Signal(str)

    def __init__(self, context: Context, page: QWidget) -> None:
        """Remember the page, over which the dialogs open."""
        super().__init__(page)
        self._context, self._page = context, page

    def print(self, sheet: Sheet, proof: Proof, name: str) -> None:
        """Open the print dialog; ``name`` is suggested for the PDF."""
        from feltperm.ui.posters.print_dialog import PrintDialog  # noqa: PLC0415  rarely needed at start

        dialog = PrintDialog(self._context, sheet, proof, self._page)
        dialog.save_asked.connect(lambda: self.ask_where(proof.job, name))
        self._context.ask(dialog)

    def ask_where(self, job: Job, name: str) -> None:
        """Ask for a file, and write the sheet into it as PDF."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggestion = str(Path(folder) / f"{name}.pdf")
        title, kinds = self.tr("Lagre PDF"), self.tr("PDF (*.pdf)")
        dialog = QFileDialog(self._page, title, suggestion, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")  # before it asks whether a file may be replaced
        if self._context.ask(dialog) and dialog.selectedFiles():
            self.save(job, Path(dialog.selectedFiles()[0]))

    def save(self, job: Job, target: Path) -> None:
        """Write the sheet as PDF."""
        from feltperm.desk.sheets import print as shop  # noqa: PLC0415  after the first paint

        def done(_answer: object) -> None:
            self._context.reports.said.emit(self.tr("Lagret: {name}").format(name=target.name))
            self.saved.emit(str(target))

        self._context.press.run(
            lambda press: shop.save_pdf(press, job, target),
            done,
            self._context.reports.told.emit,
        )
