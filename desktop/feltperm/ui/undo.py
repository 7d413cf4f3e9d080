"""Putting back what was removed, for the whole session (SCREENS 2.4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from feltperm.errors import Condition
from feltperm.ui.background import Lane
from feltperm.ui.reports import Reports
from feltperm.ui.strip import Action, Strip

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.desk.desk import Desk

__all__ = ["PutBack", "Undo", "offer_undo"]

#: Puts back what was removed; calls its argument when that failed.
PutBack = Callable[[Callable[[], None]], object]


class Undo(QObject):
    """Remembers how to take back each change, the latest first."""

    def __init__(self, strip: Strip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._changes: list[PutBack] = []

    def offer(self, put_back: PutBack, said: str = "") -> None:
        """Remember a change, and say that it can be undone.

        Args:
            said: what was done, as «Henger videre.»; something was removed where it is empty.
        """
        self._changes.append(put_back)
        offer = self.tr("{said} Angre (Ctrl+Z)").format(said=said or self.tr("Fjernet."))
        self._strip.done(offer, [Action(self.tr("Angre"), self.take_back)])

    def take_back(self) -> None:
        """Undo the latest change that has not been undone; one that fails can be tried again."""
        if self._changes:
            if self._strip.text().endswith(self.tr("Angre (Ctrl+Z)")):
                self._strip.close_message()
            put_back = self._changes.pop()
            put_back(lambda: self._changes.append(put_back))


def offer_undo(
    desk: Lane[Desk],
    reports: Reports,
    work: Callable[[Desk], object],
    done: Callable[[], None],
    said: str = "",
) -> None:
    """Report that something was removed, or done otherwise.

    Args:
        work: puts it back, on the desk's thread; where that fails, it is told and can be tried
            again.
        done: called when it is back.
        said: what was done; empty for a removal.
    """

    def put_back(failed: Callable[[], None]) -> None:
        def tell(condition: Condition) -> None:
            failed()
            reports.told.emit(condition)

        desk.run(work, lambda _answer: done(), tell)

    if said:
        reports.undoable.emit(put_back, said)
    else:
        reports.removed.emit(put_back)
