"""From what was chosen to a sheet that can be seen: the desk makes the job, the press sets it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from feltperm.errors import Condition
from feltperm.ui.background import Job as Pending
from feltperm.ui.context import Context

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.desk.desk import Desk
    from feltperm.desk.sheets.posters import Proof
    from feltperm.paper.press import Sheet

__all__ = ["Proofing"]


class Proofing(QObject):
    """Sets one sheet at a time; the latest one asked for wins.

    Signals:
        ready: :attr:`proof` and :attr:`sheet` are what was asked for last.
        refused: the condition for which there is no sheet.
    """

    ready = Signal()
    refused = Signal(object)

    def __init__(self, context: Context, name: str, parent: QObject) -> None:
        """Remember the lanes; ``name`` is what this page's questions are called on them."""
        super().__init__(parent)
        self._context, self._name = context, name
        self._setting = Pending()
        self.proof: Proof | None = None
        self.sheet: Sheet | None = None

    def ask(self, make: Callable[[Desk], Proof], ppi: float) -> None:
        """Make a sheet and draw it; what was there can no longer be printed.

        Args:
            make: gives the job, on the desk's thread.
            ppi: pixels per inch of the pages.
        """
        self.forget()
        self._context.desk.run_latest(
            self._name, make, lambda proof: self._set(proof, ppi), self._refuse
        )

    def forget(self) -> None:
        """Drop the sheet, and the one under way."""
        self._setting.cancel()
        self.proof = self.sheet = None

    def _set(self, proof: Proof, ppi: float) -> None:
        from feltperm.desk.sheets import print as shop  # noqa: PLC0415  after the first paint

        def done(sheet: Sheet) -> None:
            self.proof, self.sheet = proof, sheet
            self.ready.emit()

        self._setting = self._context.press.run_latest(
            self._name, lambda press: shop.preview(press, proof.job, ppi), done, self._refuse
        )

    def _refuse(self, condition: Condition) -> None:
        self.forget()
        self.refused.emit(condition)
