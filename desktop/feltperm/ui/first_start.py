"""First start (SCREENS 2.1): one card that asks one thing, and can be skipped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from feltperm.catalogue.areas import Geography
from feltperm.ui.toolkit.parts import button, column, frame, label, row
from feltperm.ui.toolkit.picker import MunicipalityPicker
from feltperm.ui.toolkit.theme import Theme

__all__ = ["FirstStart"]

#: So many matches are seen at once; the others are scrolled to.
_MATCHES = 4


class FirstStart(QWidget):
    """«Hvilken kommune jobber dere mest i?» ``answered`` carries the number, or nothing."""

    answered = Signal(str)

    def __init__(self, theme: Theme, geography: Geography) -> None:
        super().__init__()
        self.picker = MunicipalityPicker(geography)
        self.picker.chosen.connect(self.answered)
        self.start = button(
            self.tr("Start"), lambda: self.answered.emit(self.picker.number()), "primary"
        )
        self.picker.field.textChanged.connect(self._allow)
        self.picker.field.textChanged.connect(self._make_room)
        self.skip = button(self.tr("Hopp over"), lambda: self.answered.emit(""))
        card = frame(
            "card",
            column(
                label(self.tr("Velkommen til Feltperm"), "h1"),
                label(self.tr("Alt innhold ligger på maskinen. Du trenger ikke nett."), "lead"),
                label(self.tr("Hvilken kommune jobber dere mest i?"), "h3"),
                self.picker,
                label(
                    self.tr("Kommunen styrer hva som vises først. Du kan endre den når som helst."),
                    "muted",
                ),
                row(self.start, self.skip, None),
                margins=(32, 28, 32, 28),
                spacing=14,
            ),
        )
        card.setMaximumWidth(theme.px(560))
        line = row(None, card, None)
        line.setStretchFactor(card, 100)
        outer = column(line, None, margins=(16, 32, 16, 16))
        inner, area = QWidget(), QScrollArea()  # large text on a low screen
        inner.setLayout(outer)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(area))
        self.setFocusProxy(self.picker)
        self._make_room("")

    def _make_room(self, text: str) -> None:
        """Show the matches when there are any: an empty list pushes the buttons out of sight."""
        matches = self.picker.list
        count = matches.count() if text.strip() else 0
        matches.setVisible(count > 0)
        if count:
            rows = min(count, _MATCHES)
            matches.setFixedHeight(rows * matches.sizeHintForRow(0) + 2 * matches.frameWidth() + 4)

    def _allow(self, text: str) -> None:
        """A name that is no municipality's is not taken for «Hopp over»."""
        unknown = bool(text.strip()) and not self.picker.number()
        self.start.setEnabled(not unknown)
        self.start.setToolTip(self.tr("Fant ingen kommune med det navnet.") if unknown else "")
