"""The crash path: what happened, what is safe, and a report that can be copied."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from feltperm.journal import trace_of
from feltperm.ui.help.versions import versions_of_the_program
from feltperm.ui.toolkit.parts import button, column, label, row

__all__ = ["CrashDialog", "report"]


def report(error: BaseException) -> str:
    """Return a text worth sending: versions, and the way the error came, without its values.

    Nothing is sent; the text is shown first.
    """
    versions = ", ".join(f"{name} {what}" for name, what in versions_of_the_program().items())
    return f"{versions}\n\n{trace_of(error)}"


class CrashDialog(QDialog):
    """«Feltperm stoppet. Permen er trygg.» (SCREENS 2.11)."""

    def __init__(
        self, error: BaseException, program: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        """Show what happened; ``program`` opens the window again, on the same profile."""
        super().__init__(parent)
        self._program = program
        self.setWindowTitle("Feltperm")
        self.text = report(error)
        view = QPlainTextEdit(self.text)
        view.setReadOnly(True)
        view.setAccessibleName(self.tr("Rapport"))
        self.resize(620, 360)
        self.setLayout(
            column(
                label(self.tr("Feltperm stoppet. Permen er trygg."), "h2"),
                view,
                row(
                    None,
                    button(self.tr("Kopier rapport"), self._copy),
                    button(self.tr("Start på nytt"), self._restart, "primary"),
                    button(self.tr("Lukk"), self.reject),
                ),
                margins=(24, 20, 24, 20),
                spacing=12,
            )
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)

    def _restart(self) -> None:
        QProcess.startDetached(self._program[0], list(self._program[1:]))
        QCoreApplication.quit()
