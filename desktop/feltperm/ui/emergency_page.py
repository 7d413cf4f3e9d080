"""One tab of the emergency card: its steps, or its signs under what to do about them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from feltperm.catalogue.emergency import EmergencyTab
from feltperm.catalogue.records import pick
from feltperm.desk.text import URGENCY
from feltperm.ui.toolkit.fitted import FittedArea
from feltperm.ui.toolkit.parts import column
from feltperm.ui.toolkit.theme import Theme

__all__ = ["tab_page"]


def tab_page(theme: Theme, tab: EmergencyTab, language: str, tight: bool) -> FittedArea:
    """Return the page of ``tab`` in ``language``; ``tight`` spares the room between the lines."""
    area = FittedArea(theme, pick(tab.title, language)[1])
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(3 if tight else 6)
    grid.setHorizontalSpacing(24)
    grid.setColumnStretch(1, 1)
    line = 0
    for urgency in tab.urgency if not tab.steps else ():
        heading = pick(URGENCY[urgency.level], language)[1]
        grid.addWidget(area.text(heading, 22, bold=True), line, 0, 1, 2)
        line += 1
        for sign in urgency.signs:
            grid.addWidget(area.text("•", 20), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(area.text(pick(sign, language)[1], 20), line, 1)
            line += 1
    for number, step in enumerate(tab.steps, 1):
        numeral = area.text(str(number), 30 if not tight else 26, bold=True)
        numeral.setStyleSheet(f"color: {theme.colours.danger};")
        text = column(area.text(pick(step.title, language)[1], 26, bold=True), spacing=0)
        if detail := pick(step.detail, language)[1]:
            text.addWidget(area.text(detail, 18))
        grid.addWidget(numeral, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(text, line, 1)
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setStyleSheet(f"background: {theme.colours.divider};")
        grid.addWidget(rule, line + 1, 0, 1, 2)
        line += 2
    grid.setRowStretch(line, 1)
    area.fill(grid)
    return area
