"""The print log itself: whether it is kept, and forgetting it without a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from feltperm.ui.context import Context
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.toolkit.tick import Tick

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.desk.recall import Wall

__all__ = ["ClearDialog", "LogFoot"]


class LogFoot(QWidget):
    """A tick and a button; both act at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.keeping = Tick(self.tr("Spør hvor oppslag henger, og noter det"))
        self.keeping.clicked.connect(self._keep)
        self.clear = button(self.tr("Tøm loggen …"), self._ask)
        line = QWidget()
        line.setLayout(FlowLayout(self.keeping, self.clear, spacing=16))
        here = self.tr("Loggen ligger bare på denne maskinen, og i sikkerhetskopiene av permen.")
        self.setLayout(column(line, label(here, "caption"), spacing=4))

    def show_wall(self, wall: Wall) -> None:
        """Show whether the log is on, and whether there is anything to forget."""
        self.show_state(wall.keeping, wall.writable)

    def show_state(self, keeping: bool, writable: bool) -> None:
        """Show whether the log is on, and whether that can be changed."""
        self.keeping.setChecked(keeping)
        self.keeping.setEnabled(writable)
        self.clear.setEnabled(writable)
        reason = "" if writable else self.tr("Kan ikke lagre her.")
        self.keeping.setToolTip(reason)
        self.clear.setToolTip(reason)

    def _keep(self, on: bool) -> None:
        self._context.desk.run(
            lambda desk: desk.recall.keep(on),
            lambda _done: self._context.reports.walls_due.emit(),
            self._context.reports.told.emit,
        )

    def _ask(self) -> None:
        if not self._context.ask(ClearDialog(self._context.theme, self.window())):
            return

        def done(left: tuple[str, ...]) -> None:
            said = self.tr("Loggen er tømt, også i sikkerhetskopiene.")
            if left:
                said = self.tr("Loggen er tømt her. Den kan ligge igjen i {names}.")
            self._context.reports.said.emit(said.format(names=", ".join(left)))
            self._context.reports.walls_due.emit()

        self._context.desk.run(
            lambda desk: desk.recall.clear(), done, self._context.reports.told.emit
        )


class ClearDialog(QDialog):
    """Asks once, for it cannot be undone; the safe answer is the first."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tøm loggen"))
        self.setMinimumWidth(theme.px(420))
        self.sure = button(self.tr("Tøm loggen"), self.accept, "danger")
        leave = button(self.tr("Avbryt"), self.reject)
        leave.setDefault(True)
        text = self.tr(
            "Alt om hvor oppslag henger, blir slettet, også i sikkerhetskopiene."
            " Det kan ikke angres."
        )
        self.setLayout(
            column(label(text), row(None, leave, self.sure), margins=(24, 20, 24, 20), spacing=16)
        )
        leave.setFocus()
