"""«Kom i gang» on the first day: three things that help, each of which can be left out (J6)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from feltperm.ui.record.bodies import box
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button, column, label, row

__all__ = ["FirstSteps"]


class FirstSteps(QFrame):
    """A card over the list, until something is searched for or it is closed.

    Signals:
        emergency_asked, site_asked, colleague_asked: one of the three was chosen.
    """

    emergency_asked = Signal()
    site_asked = Signal()
    colleague_asked = Signal()

    def __init__(self, small: bool = False) -> None:
        """Make the card; ``small`` is plain links, where there is little room for the list."""
        super().__init__()
        self.setObjectName("card")
        self._done = False
        look = "link" if small else ""
        self.card = button(self.tr("Se akuttkortet (F2)"), self.emergency_asked.emit, look)
        self.site = button(self.tr("Legg inn stedet vårt"), self.site_asked.emit, look)
        self.colleague = button(
            self.tr("Hent oppsettet fra en kollega"), self.colleague_asked.emit, look
        )
        self.leave = button(self.tr("Ikke nå"), self.end, "link" if small else "quiet")
        heading = label(self.tr("Kom i gang"), "h3")
        if small:
            parts = (heading, self.card, self.site, self.colleague, self.leave)
            self.setLayout(
                column(box(FlowLayout(*parts, spacing=14)), margins=(12, 4, 12, 4), spacing=0)
            )
            return
        self.setLayout(
            column(
                row(heading, None, self.leave),
                box(FlowLayout(self.card, self.site, self.colleague, spacing=8)),
                margins=(14, 8, 8, 12),
                spacing=6,
            )
        )

    def end(self) -> None:
        """Go, and do not come back."""
        self._done = True
        self.hide()

    def show_on(self, first_page: bool) -> None:
        """Be seen on the first page alone: what is on another list was asked for."""
        self.setVisible(first_page and not self._done)
