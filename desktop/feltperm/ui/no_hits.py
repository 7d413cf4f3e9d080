"""What stands in place of the results when there are none: never a dead end (SCREENS 2.11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from feltperm.ui.flow import FlowLayout
from feltperm.ui.parts import button, clear, column, label

__all__ = ["NoHits"]


class NoHits(QWidget):
    """Says what was not found, offers other words, and says who answers all the same.

    Signals:
        suggested: a word to search for instead.
        reset_asked, emergency_asked: take the filters away; open the emergency card.
    """

    suggested = Signal(str)
    reset_asked = Signal()
    emergency_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = column(margins=(18, 12, 18, 12), spacing=12)
        self.setLayout(self._column)

    def show_lines(
        self, lines: Sequence[str], suggestions: Sequence[str], always: str, filtered: bool
    ) -> None:
        """Show the lines, a button for each suggestion, who always answers, and the ways out."""
        clear(self._column)
        for number, line in enumerate(lines):
            self._column.addWidget(label(line, "" if number else "h3"))
        if suggestions:
            self._column.addLayout(
                FlowLayout(
                    *(
                        button(word, lambda word=word: self.suggested.emit(word), "chip")  # type: ignore[misc]
                        for word in suggestions
                    )
                )
            )
        self._column.addWidget(label(always))
        ways = FlowLayout()
        if filtered:
            ways.addWidget(button(self.tr("Nullstill filtre"), self.reset_asked.emit))
        ways.addWidget(button(self.tr("Se akuttkortet (F2)"), self.emergency_asked.emit))
        self._column.addLayout(ways)
        self._column.addStretch(1)
