"""The keyboard is seen wherever it goes, and goes the way one reads."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

__all__ = ["FocusInSight", "tab_after"]


class FocusInSight(QObject):
    """Scrolls to what has the keyboard, if nothing of it is seen.

    Qt does that within one scrolled part of a page, and not on the way from one to another. What
    is seen in part stays where it is: it may be under the hand that has just clicked it.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        """Work for as long as ``parent`` is there."""
        super().__init__(parent)
        app.focusChanged.connect(self._show)

    def _show(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not now.visibleRegion().isEmpty():
            return
        above = now.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(now)
            above = above.parentWidget()


def tab_after(first: QWidget, others: Iterable[QWidget]) -> None:
    """Let Tab go on from ``first`` to what was made later than what comes behind it."""
    for one, other in pairwise([first, *others]):
        QWidget.setTabOrder(one, other)
