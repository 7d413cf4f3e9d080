"""The row of filters above the results: kinds and municipality."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from feltperm.ui.flow import FlowLayout
from feltperm.ui.icons import Icons
from feltperm.ui.parts import button, column
from feltperm.ui.theme import Theme

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.areas import Geography
    from feltperm.catalogue.records import Kind

__all__ = ["FilterBar"]

#: What each kind button shows; organisations are found among the services.
_KINDS: dict[str, tuple[Kind, ...]] = {
    "all": (),
    "services": ("service", "organisation"),
    "guidance": ("guidance",),
    "posters": ("poster",),
}


class FilterBar(QWidget):
    """Reports ``changed`` whenever a filter does; holds what is chosen.

    Signals:
        kind_chosen, municipality_chosen: a person chose it here, in the bar.
    """

    changed = Signal()
    kind_chosen = Signal(str)
    municipality_chosen = Signal(str)
    emergency_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, geography: Callable[[], Geography]) -> None:
        super().__init__()
        self._theme, self._icons, self._geography = theme, icons, geography
        self.municipality = ""
        self._kind = "all"
        self._kinds: dict[str, QPushButton] = {}
        self._place = button("", self._place_pressed, "chip")
        self._place.setCheckable(True)
        self._popup: QFrame | None = None
        group = QButtonGroup(self)
        line = FlowLayout(self._place)
        for name, text in (
            ("all", self.tr("Alt")),
            ("services", self.tr("Tjenester")),
            ("guidance", self.tr("Veiledning")),
            ("posters", self.tr("Plakater")),
        ):
            made = button(text, lambda name=name: self._choose_kind(name), "chip")  # type: ignore[misc]
            made.setCheckable(True)
            group.addButton(made)
            self._kinds[name] = made
            line.addWidget(made)
        self.setLayout(line)
        self._kinds["all"].setChecked(True)
        self._show_place()

    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds to search among; empty is all."""
        return _KINDS[self._kind]

    def kind_name(self) -> str:
        """Return the name of the chosen kind button."""
        return self._kind

    def set_kind(self, name: str) -> None:
        """Choose a kind by the name of its button."""
        self._kinds[name].setChecked(True)
        if name != self._kind:
            self._kind = name
            self.changed.emit()

    def set_municipality(self, number: str) -> None:
        """Choose a municipality by number; an empty string is everywhere."""
        if self._popup is not None:
            self._popup.close()
        changed = number != self.municipality
        self.municipality = number
        self._show_place()
        if changed:
            self.changed.emit()

    def _choose_kind(self, name: str) -> None:
        self.set_kind(name)
        self.kind_chosen.emit(name)

    def _choose_municipality(self, number: str) -> None:
        self.set_municipality(number)
        self.municipality_chosen.emit(number)

    def reset(self) -> None:
        """Take every filter away."""
        self._choose_kind("all")
        self.set_municipality("")

    def active(self) -> bool:
        """Say whether anything is filtered away."""
        return bool(self.municipality) or self._kind != "all"

    def _place_pressed(self) -> None:
        if self.municipality:
            self.set_municipality("")
            return
        self._show_place()
        from feltperm.ui.picker import MunicipalityPicker  # noqa: PLC0415  after the first paint

        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName("card")
        picker = MunicipalityPicker(self._geography())
        picker.chosen.connect(self._choose_municipality)
        popup.setLayout(column(picker, margins=(12, 12, 12, 12)))
        QShortcut(QKeySequence(Qt.Key.Key_F2), popup, self._leave_for_emergency)
        popup.setFixedWidth(self._theme.px(320))
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.destroyed.connect(lambda: setattr(self, "_popup", None))
        popup.move(self._place.mapToGlobal(QPoint(0, self._place.height() + 4)))
        self._popup = popup
        popup.show()
        picker.field.setFocus()

    def _leave_for_emergency(self) -> None:
        """An open popup takes every key; F2 is not lost in it."""
        if self._popup is not None:
            self._popup.close()
        self.emergency_asked.emit()

    def _show_place(self) -> None:
        known = self._geography().get(self.municipality) if self.municipality else None
        self._place.setChecked(known is not None)
        self._place.setText(known.label if known else self.tr("Alle kommuner"))
        icon = ("x", "accent") if known else ("map-pin", "text")
        self._place.setIcon(self._icons.icon(*icon, checked="accent", size=14))
        hint = self.tr("Vis alle kommuner igjen") if known else self.tr("Velg kommune")
        self._place.setToolTip(hint)
        self._place.setAccessibleName(f"{self._place.text()}. {hint}")
