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
    """Remembers how to put back each removal, the latest first."""

    def __init__(self, strip: Strip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._removals: list[PutBack] = []

    def offer(self, put_back: PutBack) -> None:
        """Remember a removal, and say that it can be undone."""
        self._removals.append(put_back)
        self._strip.say(
            self.tr("Fjernet. Angre (Ctrl+Z)"), [Action(self.tr("Angre"), self.take_back)]
        )

    def take_back(self) -> None:
        """Undo the latest removal that has not been undone; one that fails can be tried again."""
        if self._removals:
            if self._strip.text() == self.tr("Fjernet. Angre (Ctrl+Z)"):
                self._strip.close_message()
            put_back = self._removals.pop()
            put_back(lambda: self._removals.append(put_back))


def offer_undo(
    desk: Lane[Desk],
    reports: Reports,
    work: Callable[[Desk], object],
    done: Callable[[], None],
) -> None:
    """Report that something was removed.

    Args:
        work: puts it back, on the desk's thread; where that fails, it is told and can be tried
            again.
        done: called when it is back.
    """

    def put_back(failed: Callable[[], None]) -> None:
        def tell(condition: Condition) -> None:
            failed()
            reports.told.emit(condition)

        desk.run(work, lambda _answer: done(), tell)

    reports.removed.emit(put_back)
