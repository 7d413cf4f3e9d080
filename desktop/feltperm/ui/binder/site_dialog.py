"""The form for a site: what stands in the box of a poster (SCREENS 2.4, «Steder»)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from feltperm.binder.sites import Site
from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.toolkit.tick import Tick

__all__ = ["SiteDialog"]


class SiteDialog(QDialog):
    """Asks for name, address, phone, hours and note; only the name is needed."""

    def __init__(
        self, theme: Theme, site: Site | None = None, parent: QWidget | None = None
    ) -> None:
        """Open empty, or filled with ``site``."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nytt sted") if site is None else self.tr("Endre sted"))
        self.setMinimumWidth(theme.px(460))
        self.name = self._field(self.tr("Navn"), site.name if site else "")
        self.address = self._field(self.tr("Adresse"), site.address if site else "")
        self.phone = self._field(self.tr("Telefon"), site.phone if site else "")
        self.hours = self._field(self.tr("Åpningstid"), site.hours if site else "")
        self.note = self._field(self.tr("Beskjed på plakaten"), site.note if site else "")
        self.default = Tick(self.tr("Standardsted"))
        self.default.setChecked(site.is_default if site else True)
        self.save = button(self.tr("Lagre"), self.accept, "primary")
        self.save.setDefault(True)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(theme.px(10))
        for field in (self.name, self.address, self.phone, self.hours):
            form.addRow(field.accessibleName(), field)
        warning = label(self.tr("Ikke skriv navn eller opplysninger om pasienter."), "caption")
        form.addRow(self.note.accessibleName(), column_widget(self.note, warning))
        form.addRow("", self.default)
        buttons = row(None, button(self.tr("Avbryt"), self.reject), self.save)
        self.setLayout(column(form, buttons, margins=(24, 20, 24, 20), spacing=16))
        self.name.textChanged.connect(self._allow)
        QShortcut(QKeySequence.StandardKey.Save, self, self._save_if_allowed)
        self._allow(self.name.text())

    def site(self) -> Site:
        """Return what was filled in."""
        return Site(
            name=self.name.text().strip(),
            address=self.address.text().strip(),
            phone=self.phone.text().strip(),
            hours=self.hours.text().strip(),
            note=self.note.text().strip(),
            is_default=self.default.isChecked(),
        )

    def _field(self, name: str, value: str) -> QLineEdit:
        field = QLineEdit(value)
        field.setMaxLength(200)
        field.setAccessibleName(name)
        return field

    def _allow(self, name: str) -> None:
        self.save.setEnabled(bool(name.strip()))
        self.save.setToolTip("" if name.strip() else self.tr("Stedet må ha et navn."))

    def _save_if_allowed(self) -> None:
        if self.save.isEnabled():
            self.accept()


def column_widget(*widgets: QWidget) -> QWidget:
    """Return the widgets below each other as one."""
    made = QWidget()
    made.setLayout(column(*widgets, spacing=4))
    return made
