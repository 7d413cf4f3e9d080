"""What is said between the filters and the hits: what nobody is known to fit, what is not local."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from feltperm.ui.search.filter_words import Note
from feltperm.ui.toolkit.parts import band, button, clear, column, label, row

__all__ = ["AnswerNotes"]


class AnswerNotes(QWidget):
    """A calm band with the notes of one answer; nothing to say is nothing to see."""

    unstated_asked = Signal()
    own_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = column(margins=(0, 4, 0, 0))
        self.setLayout(self._column)
        self.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these, and no others."""
        clear(self._column)
        if notes:
            self._column.addWidget(band("grey", *map(self._line, notes)))
        self.setVisible(bool(notes))

    def _line(self, note: Note) -> QWidget:
        words = label(note.text)
        if not note.unstated and not note.own:
            return words
        line = row(spacing=12)
        line.addWidget(words, 1)
        if note.own:
            show = button(self.tr("Legg inn lokalt sted"), self.own_asked.emit)
        else:
            wording = self.tr("Vis de {n}").format(n=note.unstated)
            show = button(wording, self.unstated_asked.emit)
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
        made = QWidget()
        made.setLayout(line)
        return made
