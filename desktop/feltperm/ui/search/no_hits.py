"""What stands in place of the results when there are none: never a dead end (SCREENS 2.11)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from feltperm.ui.context import Context
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button, clear, column, label

if TYPE_CHECKING:  # the desk is loaded after the first paint
    from feltperm.desk.page import Called

__all__ = ["NoHits", "call_cards"]

#: After so long without another keystroke, words are what somebody meant to search for.
MEANT_MS = 2000


class NoHits(QWidget):
    """Says what was not found, offers other words, and says who answers all the same.

    What it shows is scrolled, and made with the first words: most starts never come to that.

    Signals:
        suggested: a word to search for instead.
        reset_asked, emergency_asked: take the filters away; open the emergency card.
        missed: these words were meant, and nothing answers them.
        own_wanted: an own record is to be written, called like this.
    """

    suggested = Signal(str)
    reset_asked = Signal()
    emergency_asked = Signal()
    missed = Signal(str)
    own_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._meant = QTimer(self)
        self._meant.setSingleShot(True)
        self._meant.setInterval(MEANT_MS)
        self._meant.timeout.connect(self.settle)
        self._column = column(spacing=12)
        self._calls = column(spacing=12)
        self._called: object = None
        self._area: QScrollArea | None = None
        self.setAccessibleName(self.tr("Ingen treff"))

    def _scrolled(self) -> QScrollArea:
        if self._area is not None:
            return self._area
        self._area, inner = QScrollArea(), QWidget()
        whole = column(margins=(18, 12, 18, 12), spacing=12)
        whole.addLayout(self._column)
        whole.addLayout(self._calls)
        whole.addStretch(1)
        inner.setLayout(whole)
        self._area.setWidget(inner)
        self._area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.accessibleName())
        self.setLayout(column(self._area))
        return self._area

    def show_lines(
        self,
        lines: Sequence[str],
        suggestions: Sequence[str],
        always: str,
        filtered: bool,
        words: str = "",
    ) -> None:
        """Show the lines, a button for each suggestion, who always answers, and the ways out.

        Args:
            words: what was searched for, and can be written in as one's own.
        """
        self._meant.stop()
        area = self._scrolled()
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
        if words.strip():
            own = lambda: self.own_wanted.emit(words)  # noqa: E731
            ways.addWidget(button(self.tr("Legg inn selv"), own))
        self._column.addLayout(ways)
        area.verticalScrollBar().setValue(0)

    def show_calls(self, called: object, make: Callable[[], Iterable[QWidget]]) -> None:
        """Show below whom to call in the whole country.

        They are the same at most keystrokes, and dear to make.

        Args:
            called: what is made of; while it equals the last one, that stays.
            make: returns one widget for each.
        """
        if called == self._called:
            return
        self._called = called
        clear(self._calls)
        for number, call in enumerate(make()):
            if not number:
                self._calls.addWidget(label(self.tr("Telefoner i hele landet"), "h3"))
            self._calls.addWidget(call)

    def wait_for(self, words: str) -> None:
        """Report ``words`` as missed when they still stand there in a while."""
        self._words = words
        self._meant.start()

    def settle(self) -> None:
        """Report what is waited for now: somebody has seen that nothing was found."""
        self._meant.stop()
        words, self._words = self._words, ""
        if words:
            self.missed.emit(words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Other words came in time, or another page: those that stood here were not meant."""
        self._meant.stop()
        self._words = ""
        super().hideEvent(event)


def call_cards(
    context: Context,
    helplines: Sequence[Called],
    opened: Callable[[str], object],
    link_clicked: Callable[[QUrl], object],
) -> list[QWidget]:
    """Return a card for each of those who answer in the whole country."""
    from feltperm.ui.record.bodies import Bodies  # noqa: PLC0415  after the first paint

    bodies = Bodies(context.theme, context.icons, context.words(), "nb", opened, link_clicked)
    return [bodies.call(called) for called in helplines]
