"""«Sted og språk»: where the team works, and what the window speaks."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from feltperm.ui.context import Context
from feltperm.ui.settings.group import Choice, group
from feltperm.ui.toolkit.languages import NAMES, Language
from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.picker import MunicipalityPicker

__all__ = ["PlaceGroup"]


class PlaceGroup(QWidget):
    """The municipality decides what is shown first; everything can still be found."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.municipality = label("")
        self.change = button(self.tr("Bytt kommune …"), self._open)
        self.everywhere = button(self.tr("Alle kommuner"), lambda: self._choose(""))
        self._place = QWidget()
        self._place.setLayout(column(self.municipality, spacing=8))
        self._place.layout().addLayout(row(self.change, self.everywhere, None))  # type: ignore[union-attr]
        self._picker: MunicipalityPicker | None = None
        self.language = Choice(
            self.tr("Språk i vinduet"), list(NAMES.items()), lambda code: self._speak(code)
        )
        self.language.show_chosen(context.look.language)
        card = group(
            context.theme,
            self.tr("Sted og språk"),
            (self.tr("Kommune"), self._place),
            (self.tr("Språk i vinduet"), self.language),
            label(
                self.tr("Språket gjelder vinduet. Plakater og ark har sitt eget språkvalg."),
                "caption",
            ),
        )
        self.setLayout(column(card))

    def show_place(self, number: str) -> None:
        """Show which municipality is chosen."""
        known = self._context.geography().get(number) if number else None
        self.municipality.setText(known.label if known else self.tr("Alle kommuner"))
        self.everywhere.setVisible(bool(number))

    def _open(self) -> None:
        """Let the municipality be typed, below what is chosen now."""
        if self._picker is None:
            self._picker = MunicipalityPicker(self._context.geography())
            self._picker.chosen.connect(self._choose)
            self._place.layout().addWidget(self._picker)  # type: ignore[union-attr]
        self._picker.show()
        self._picker.setFocus()

    def _choose(self, number: str) -> None:
        if self._picker is not None:
            self._picker.hide()
            self.change.setFocus()
        self._context.reports.place_chosen.emit(number)
        self.show_place(number)

    def _speak(self, code: str) -> None:
        look = self._context.look
        if code != look.language:
            self._context.change_look(look._replace(language=cast(Language, code)))
