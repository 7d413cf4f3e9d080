"""«Slett alt i permen»: names what goes, offers a copy first, and needs the word (SCREENS 2.6)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.theme import Theme

__all__ = ["WipeDialog"]


class WipeDialog(QDialog):
    """Asks once; the safe answer is the first, and the other needs the word «slett».

    Signals:
        copy_asked: save a copy of the binder first; the question stays.
    """

    copy_asked = Signal()

    def __init__(self, theme: Theme, summary: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Slett alt i permen"))
        self.setMinimumWidth(theme.px(460))
        self.word = self.tr("slett")
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Skriv «{word}» for å slette").format(word=self.word))
        self.field.textChanged.connect(self._allow)
        self.sure = button(self.tr("Slett alt"), self.accept, "danger")
        self.sure.setAutoDefault(False)
        self.copy = button(self.tr("Lagre kopi av permen …"), self.copy_asked.emit)
        leave = button(self.tr("Avbryt"), self.reject)
        leave.setDefault(True)
        gone = self.tr("Dette blir borte, også i sikkerhetskopiene: {what}.")
        nothing = self.tr("Permen er tom. Sikkerhetskopiene blir borte.")
        cannot = self.tr("Det kan ikke angres. Innholdet og oppdateringene blir her.")
        self.setLayout(
            column(
                label(gone.format(what=summary) if summary else nothing),
                label(cannot),
                row(self.copy, None),
                label(self.field.accessibleName(), "muted"),
                self.field,
                row(None, leave, self.sure),
                margins=(24, 20, 24, 20),
                spacing=12,
            )
        )
        self._allow("")
        leave.setFocus()

    def _allow(self, text: str) -> None:
        fits = text.strip().casefold() == self.word
        self.sure.setEnabled(fits)
        self.sure.setToolTip("" if fits else self.field.accessibleName())
