"""Starring, wherever a star can be clicked; taking one away can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from feltperm.ui.background import Lane
from feltperm.ui.reports import Reports
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.binder import Favourite
    from feltperm.desk.desk import Desk

__all__ = ["Stars"]


class Stars(QObject):
    """Sets and takes away stars on the desk, and says when one has changed.

    Signals:
        changed: ``pack/id`` and whether it has a star now.
    """

    changed = Signal(str, bool)

    def __init__(self, desk: Lane[Desk], reports: Reports) -> None:
        super().__init__()
        self._desk, self._reports = desk, reports

    def toggle(self, ref: str) -> None:
        """Star the record ``pack/id``, or take its star away."""

        def work(desk: Desk) -> Favourite | None:
            removed = desk.keep.unstar(ref)
            if removed is None:
                desk.keep.star(ref)
            return removed

        def done(removed: Favourite | None) -> None:
            self.changed.emit(ref, removed is None)
            self._offer_undo(ref, removed)

        if ref:
            self._desk.run(work, done, self._reports.told.emit)

    def remove(self, ref: str) -> None:
        """Take the star away; a record without one stays as it is."""

        def done(removed: Favourite | None) -> None:
            self.changed.emit(ref, False)
            self._offer_undo(ref, removed)

        if ref:
            self._desk.run(lambda desk: desk.keep.unstar(ref), done, self._reports.told.emit)

    def _offer_undo(self, ref: str, removed: Favourite | None) -> None:
        if removed is not None:
            offer_undo(
                self._desk,
                self._reports,
                lambda desk: desk.keep.put_back(removed),  # at its place in the list
                lambda: self.changed.emit(ref, True),
            )
