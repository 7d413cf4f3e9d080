"""The form for an own record (SCREENS 2.4, «Egne oppføringer»)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from feltperm.catalogue.areas import Geography
from feltperm.desk.own import LONGEST, Draft
from feltperm.ui.binder.form import Form
from feltperm.ui.toolkit.theme import Theme

__all__ = ["OwnForm"]


class OwnForm(Form):
    """Asks for what a place is, how to reach it and when; only the name is needed."""

    def __init__(
        self, theme: Theme, geography: Geography, draft: Draft, new: bool, parent: QWidget
    ) -> None:
        """Open filled with ``draft``; its municipality is shown by name."""
        super().__init__(theme, "", parent)
        self.setWindowTitle(self.tr("Ny oppføring") if new else self.tr("Endre oppføring"))
        self._geography = geography
        here = geography.get(draft.municipality)
        place = here.label if here else draft.municipality
        self.name = self.line(self.tr("Navn"), draft.title, LONGEST["title"])
        self.summary = self.text(self.tr("Hva det er"), draft.summary)
        self.phone = self.line(self.tr("Telefon"), draft.phone, LONGEST["phone"])
        self.address = self.line(self.tr("Adresse"), draft.address, LONGEST["address"])
        self.hours = self.line(self.tr("Åpningstid"), draft.hours, LONGEST["hours"])
        self.hours.setPlaceholderText(self.tr("Som «mandag–fredag kl. 9–15»"))
        self.municipality = self.line(self.tr("Kommune"), place, LONGEST["municipality"])
        self.municipality.setPlaceholderText(self.tr("La den stå tom hvis det gjelder flere"))
        self._complete()
        self.note = self.text(self.tr("Til kolleger"), draft.note)
        self._by_name: dict[str, QWidget] = {
            "title": self.name, "summary": self.summary, "phone": self.phone,
            "address": self.address, "hours": self.hours, "municipality": self.municipality,
            "note": self.note,
        }  # fmt: skip
        self.name.textChanged.connect(self._allow)
        self._allow(self.name.text())
        self.lay_out(*self._by_name.values(), width=560, height=640)
        (self.summary if draft.title and new else self.name).setFocus()

    def refuse_field(self, reason: str, field: str) -> None:
        """Say why it could not be kept; ``field`` is the one of the draft to be mended, if any."""
        self.refuse(reason, self._by_name.get(field))

    def filled(self) -> Draft:
        """Return what was filled in."""
        return Draft(
            title=self.name.text(),
            summary=self.summary.toPlainText(),
            phone=self.phone.text(),
            address=self.address.text(),
            hours=self.hours.text(),
            municipality=self.municipality.text(),
            note=self.note.toPlainText(),
        )

    def _complete(self) -> None:
        """Offer the municipalities that begin with what is typed."""
        names = sorted({one.label for one in self._geography.municipalities})
        completer = QCompleter(names, self.municipality)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.municipality.setCompleter(completer)

    def _allow(self, name: str) -> None:
        self.allow(bool(name.strip()), self.tr("Oppføringen må ha et navn."))
