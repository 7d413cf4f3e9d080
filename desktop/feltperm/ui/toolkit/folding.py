"""A row of columns that stand below each other where there is no room beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from feltperm.ui.toolkit.parts import row

__all__ = ["FoldingRow"]


class FoldingRow(QWidget):
    """Columns of fixed shares of the width, so that the rows of a table stand in line."""

    def __init__(self, shares: Sequence[int], *parts: QWidget) -> None:
        """Put one part into each column; ``shares`` are those of the width."""
        super().__init__()
        self._layout = row(*parts, spacing=12)
        for number, (part, share) in enumerate(zip(parts, shares, strict=True)):
            policy = part.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            part.setSizePolicy(policy)
            self._layout.setStretch(number, share)
        self._layout.setAlignment(parts[-1], Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(self._layout)

    def fold(self, narrow: bool) -> None:
        """Stand below each other, or beside."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(below if narrow else beside)
        self._layout.setSpacing(2 if narrow else 12)
