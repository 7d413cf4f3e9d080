"""The crash path: what happened, what is safe, and a report that can be copied."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from feltperm import __version__
from feltperm.ui.toolkit.parts import button, column, label, row

__all__ = ["CrashDialog", "report"]


def report(error: BaseException) -> str:
    """Return a text worth sending: versions and the traceback.

    Nothing is sent; the text is shown first, for a traceback may hold words that were typed.
    """
    trace = traceback.format_exception(type(error), error, error.__traceback__)
    versions = (
        f"Feltperm {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}, "
        f"{platform.system()} {platform.release()}"
    )
    # a home folder is often called after its owner
    return f"{versions}\n\n{''.join(trace)}".replace(str(Path.home()), "~")


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
