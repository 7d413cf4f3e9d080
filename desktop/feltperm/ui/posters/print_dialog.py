"""The print dialog (SCREENS 2.9): the printers come in the background, the PDF is always there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QSpinBox, QWidget

from feltperm.errors import Condition
from feltperm.ui.background import Job as Pending
from feltperm.ui.context import Context
from feltperm.ui.posters.preview import Preview
from feltperm.ui.posters.printers import Printer, find_printers
from feltperm.ui.posters.printing import print_pages
from feltperm.ui.toolkit.parts import Choice, band, button, column, label, row

if TYPE_CHECKING:
    from feltperm.desk.sheets.posters import Proof
    from feltperm.paper.press import Sheet

__all__ = ["PrintDialog"]


class PrintDialog(QDialog):
    """Preview left; printer, copies and the way out right.

    Signals:
        save_asked: there is no printer here; save the PDF instead.
    """

    save_asked = Signal()

    def __init__(
        self, context: Context, sheet: Sheet, proof: Proof, parent: QWidget | None = None
    ) -> None:
        """Look for printers at once, on the press's lane and never on the window's thread."""
        super().__init__(parent)
        self._context, self._sheet, self._job = context, sheet, proof.job
        self.setWindowTitle(self.tr("Skriv ut"))
        px = context.theme.px
        self.resize(QSize(px(760), px(560)).boundedTo(self.screen().availableSize()))
        preview = Preview(context.theme)
        preview.show_page(sheet.pages[0], len(sheet.pages))
        self.state = label(self.tr("Leter etter skrivere …"))
        self.printer = Choice(context.icons, self.tr("Skriver"))
        self.copies = QSpinBox()
        self.copies.setRange(1, 99)
        self.copies.setAccessibleName(self.tr("Antall"))
        self.copies.setMinimumWidth(px(72))
        self.copies.setAlignment(Qt.AlignmentFlag.AlignCenter)
        fewer, more = button("−", self.copies.stepDown), button("+", self.copies.stepUp)
        fewer.setAccessibleName(self.tr("Færre"))
        more.setAccessibleName(self.tr("Flere"))
        self.again = button(self.tr("Prøv igjen"), self._look)
        send = self.tr("Skriv ut likevel") if proof.expired else self.tr("Send til skriver")
        self.send = button(send, self._send, "primary")
        checks = [band("amber", label(line)) for line in proof.checks]
        self._printers: list[Printer] = []
        self._looking = Pending()
        self._left = False
        self.finished.connect(self._leave)
        choices = column(
            self.state,
            label(self.tr("Skriver"), "muted"),
            self.printer,
            label(self.tr("Antall"), "muted"),
            row(self.copies, fewer, more, None, spacing=4),
            None,
            *checks,
            self.send,
            button(self.tr("Lagre PDF"), self._save),
            self.again,
            button(self.tr("Avbryt"), self.reject),
            spacing=8,
        )
        side = QWidget()
        side.setLayout(choices)
        side.setFixedWidth(px(280))
        self.setLayout(row(preview, side, margins=(0, 16, 16, 16), spacing=16))
        QShortcut(QKeySequence("F5"), self, self._look)
        self._look()

    def _look(self) -> None:
        self.state.setText(self.tr("Leter etter skrivere …"))
        self.send.setEnabled(False)
        self.again.hide()
        command = self._context.program
        self._looking = self._context.press.run_latest(
            "printers", lambda _press: find_printers(command), self._found, self._failed
        )

    def _found(self, printers: Sequence[Printer]) -> None:
        self._printers = list(printers)
        self.printer.clear()
        for printer in printers:
            self.printer.addItem(printer.description, printer.name)
        self.send.setEnabled(bool(printers))
        self.again.setVisible(not printers)
        self.state.setText(
            ""
            if printers
            else self.tr("Fant ingen skriver. Lagre PDF og skriv ut fra en annen maskin.")
        )

    def _send(self) -> None:
        name, title = str(self.printer.currentData()), self.printer.currentText()
        copies, paper, pdf = self.copies.value(), self._job.paper, self._sheet.pdf
        self.send.setEnabled(False)
        self.state.setText(self.tr("Sender til {printer} …").format(printer=title))

        sent = self.tr("Sendt til {printer}.").format(printer=title)
        reports = self._context.reports

        def done(_answer: object) -> None:
            reports.said.emit(sent)
            if not self._left:
                self.accept()

        def failed(condition: Condition) -> None:
            (reports.told.emit if self._left else self._failed)(condition)

        self._context.press.run(
            lambda press: print_pages(press, pdf, name, paper, copies), done, failed
        )

    def _save(self) -> None:
        self.reject()
        self.save_asked.emit()

    def _leave(self, _result: int) -> None:
        """Answers may still be under way when the dialog is no more."""
        self._left = True
        self._looking.cancel()

    def _failed(self, condition: Condition) -> None:
        self.state.setText(str(condition))
        self.send.setEnabled(bool(self._printers))
        self.again.show()
