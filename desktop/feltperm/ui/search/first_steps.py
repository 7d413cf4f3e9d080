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

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.card = button(self.tr("Se akuttkortet (F2)"), self.emergency_asked.emit)
        self.site = button(self.tr("Legg inn stedet vårt"), self.site_asked.emit)
        self.colleague = button(self.tr("Hent oppsettet fra en kollega"), self.colleague_asked.emit)
        self.leave = button(self.tr("Ikke nå"), self.hide, "quiet")
        heading = label(self.tr("Kom i gang"), "h3")
        self.setLayout(
            column(
                row(heading, None, self.leave),
                box(FlowLayout(self.card, self.site, self.colleague, spacing=8)),
                margins=(14, 8, 8, 12),
                spacing=6,
            )
        )
