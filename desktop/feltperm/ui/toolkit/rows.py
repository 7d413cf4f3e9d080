"""Rows of a list that are as high as their words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget

__all__ = ["fit_rows"]


def fit_rows(view: QListWidget, width: int, around: int) -> int:
    """Make each row as high as its words are when wrapped; return the height of all rows.

    The list itself leaves the padding of the style sheet out of account, and cuts words off.

    Args:
        width: pixels that a line of words may take.
        around: pixels above and below the words together.
    """
    space = view.spacing()
    high = 2 * space
    for number in range(view.count()):
        item = view.item(number)
        words = view.fontMetrics().boundingRect(
            QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), item.text()
        )
        item.setSizeHint(QSize(width, words.height() + around))
        high += item.sizeHint().height() + 2 * space
    return high
