"""«Sted og språk»: where the team works, and what the window speaks."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.settings.group import Choice, group
from feltperm.ui.toolkit.languages import NAMES, Language
from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.picker import MunicipalityPicker

__all__ = ["PlaceGroup"]

#: How many kilometres away neighbours may lie.
_KM = (25, 50, 100)
#: As many of them are named as can be read at a glance.
_NAMED = 8


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
        none = ("0", self.tr("Ikke ta med"))
        distances = [(str(km), self.tr("Innen {n} km").format(n=km)) for km in _KM]
        self.near = Choice(
            self.tr("Nabokommuner"), [none, *distances], lambda km: self._reach(int(km))
        )
        self.neighbours = label("", "caption")
        self._near_by = QWidget()
        self._near_by.setLayout(column(self.near, self.neighbours, spacing=6))
        self._number, self._km = "", 0
        self.language = Choice(
            self.tr("Språk i vinduet"), list(NAMES.items()), lambda code: self._speak(code)
        )
        self.language.show_chosen(context.look.language)
        card = group(
            context.theme,
            self.tr("Sted og språk"),
            (self.tr("Kommune"), self._place),
            (self.tr("Nabokommuner"), self._near_by),
            (self.tr("Språk i vinduet"), self.language),
            label(
                self.tr("Språket gjelder vinduet. Plakater og ark har sitt eget språkvalg."),
                "caption",
            ),
        )
        self.setLayout(column(card))

    def show_place(self, number: str, km: int | None = None) -> None:
        """Show which municipality is chosen, and how far away its neighbours may lie."""
        self._number, self._km = number, self._km if km is None else km
        known = self._context.geography().get(number) if number else None
        self.municipality.setText(known.label if known else self.tr("Alle kommuner"))
        self.everywhere.setVisible(bool(number))
        self.near.show_chosen(str(self._km))
        self.near.setEnabled(bool(number))
        self.neighbours.setText(self._named() if number else self.tr("Velg en kommune først."))

    def _named(self) -> str:
        """Say which municipalities are meant."""
        if not self._km:
            return self.tr("Tilbud i nabokommunene kan stå etter kommunens egne.")
        found = self._context.geography().within(self._number, self._km)
        if not found:
            return self.tr("Ingen kommune ligger så nær.")
        names = [one.label for one in found[:_NAMED]]
        rest = len(found) - len(names)
        names += [self.tr("%n til", "", rest)] if rest else []
        return self.tr("Regnet fra midten av kommunen: {names}.").format(names=", ".join(names))

    def _reach(self, km: int) -> None:
        """List what is so near too, from now on."""
        self.show_place(self._number, km)
        reports = self._context.reports

        def failed(condition: Condition) -> None:
            reports.near_chosen.emit()  # it holds for this time
            reports.told.emit(condition)

        self._context.desk.run(
            lambda desk: desk.prefer(near_km=km),
            lambda _wishes: reports.near_chosen.emit(),
            failed,
        )

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
