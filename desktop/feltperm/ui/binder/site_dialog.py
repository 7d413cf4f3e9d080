"""The form for a site: what stands in the box of a poster (SCREENS 2.4, «Steder»)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCompleter, QLabel, QWidget

from feltperm.binder.sites import Site
from feltperm.ui.binder.form import Form
from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.toolkit.tick import Tick

__all__ = ["SiteDialog"]

_MOST = 200


class SiteDialog(Form):
    """Asks for name, address, phone, hours, logo and note; only the name is needed.

    Signals:
        logo_asked: a file is to be chosen; :meth:`show_logo` answers.
    """

    logo_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        site: Site | None = None,
        parent: QWidget | None = None,
        *,
        new: bool | None = None,
    ) -> None:
        """Open empty, or filled with ``site``; ``new`` where that one is not kept yet."""
        super().__init__(theme, "", parent)
        fresh = site is None if new is None else new
        self.setWindowTitle(self.tr("Nytt sted") if fresh else self.tr("Endre sted"))
        kept = site or Site(name="", is_default=True)
        self._kept, self._logo, self._logo_name = kept, b"", kept.logo
        self._services: Mapping[str, str] = {}
        self.name = self.line(self.tr("Navn"), kept.name, _MOST)
        self.address = self.line(self.tr("Adresse"), kept.address, _MOST)
        self.phone = self.line(self.tr("Telefon"), kept.phone, _MOST)
        self.hours = self.line(self.tr("Åpningstid"), kept.hours, _MOST)
        self.follows = Tick(self.tr("Følg en oppføring"))
        self.follows.setChecked(bool(kept.hours_from))
        self.service = self.line(self.tr("Oppføringen tiden følger"), "", _MOST)
        self.service.setPlaceholderText(self.tr("Skriv navnet på tilbudet"))
        self.logo_alt = self.line(
            self.tr("Beskriv logoen for de som ikke ser den"), kept.logo_alt, _MOST
        )
        self.note = self.line(self.tr("Beskjed på plakaten"), kept.note, _MOST)
        self.default = Tick(self.tr("Standardsted"))
        self.default.setChecked(kept.is_default)
        self._picture = QLabel()
        self._forget = button(self.tr("Fjern logo"), lambda: self.show_logo(b""), "quiet")
        self._alt_label = label(self.logo_alt.accessibleName(), "caption")
        self.lay_out(
            self.name, self.address, self.phone, self._hours_field(), self._logo_field(),
            self.note, self.default, width=560, height=620,
        )  # fmt: skip
        for field in (self.name, self.logo_alt, self.service):
            field.textChanged.connect(lambda _text: self._look())
        self.follows.toggled.connect(lambda _on: self._look())
        self._look()
        self.name.setFocus()

    def site(self) -> Site:
        """Return what was filled in."""
        follows = self.follows.isChecked()
        return Site(
            name=self.name.text().strip(),
            address=self.address.text().strip(),
            phone=self.phone.text().strip(),
            hours=self.hours.text().strip(),
            note=self.note.text().strip(),
            is_default=self.default.isChecked(),
            hours_from=self._followed() if follows else "",
            logo=self._logo_name,
            logo_alt=self.logo_alt.text().strip(),
        )

    def logo(self) -> bytes:
        """Return a logo that was chosen here, as it is to be kept; empty for none."""
        return self._logo

    def filled(self) -> tuple[Site, str, bytes]:
        """Return all that was filled in."""
        return self.site(), self.service.text(), self._logo

    def offer_services(self, services: Mapping[str, str]) -> None:
        """Offer the services whose hours can be followed, ``pack/id`` by how each is shown."""
        untouched = self.filled() == self._begun
        self._services = services
        completer = QCompleter(sorted(services), self.service)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.service.setCompleter(completer)
        shown = {name: words for words, name in services.items()}
        if not self.service.text():
            self.service.setText(shown.get(self._kept.hours_from, ""))
        if untouched:  # it was filled in by the program
            self._begun = self.filled()
        self._look()

    def show_logo(self, png: bytes, chosen: bool = True) -> None:
        """Show a logo, none for an empty one; ``chosen`` where it is not yet that of the site."""
        if chosen:
            self._logo, self._logo_name = png, ""
        pixmap = QPixmap()
        if png:
            pixmap.loadFromData(png, "PNG")
            pixmap = pixmap.scaled(
                self._theme.px(160), self._theme.px(64), Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )  # fmt: skip
        self._picture.setPixmap(pixmap)
        self._look()

    def _hours_field(self) -> QWidget:
        field = QWidget()
        field.setAccessibleName(self.hours.accessibleName())
        field.setLayout(column(self.hours, self.follows, self.service, spacing=6))
        return field

    def _logo_field(self) -> QWidget:
        field = QWidget()
        field.setAccessibleName(self.tr("Logo"))
        choose = button(self.tr("Velg logo …"), self.logo_asked.emit)
        buttons = row(choose, self._forget, None)
        field.setLayout(column(self._picture, buttons, self._alt_label, self.logo_alt, spacing=6))
        return field

    def _followed(self) -> str:
        """Return the record that was chosen; the one there was where the list is not here yet."""
        shown = self.service.text().strip()
        return self._services.get(shown, "" if shown or self._services else self._kept.hours_from)

    def _look(self) -> None:
        """Show what belongs to what was chosen, and say what is missing."""
        follows, has_logo = self.follows.isChecked(), bool(self._logo or self._logo_name)
        self.service.setVisible(follows)
        self.hours.setEnabled(not follows)
        for part in (self._picture, self._forget, self._alt_label, self.logo_alt):
            part.setVisible(has_logo)
        if not self.name.text().strip():
            self.allow(False, self.tr("Stedet må ha et navn."))
        elif follows and not self._followed():
            self.allow(False, self.tr("Velg oppføringen fra lista."))
        elif has_logo and not self.logo_alt.text().strip():
            self.allow(False, self.tr("Beskriv logoen for de som ikke ser den."))
        else:
            self.allow(True, "")
