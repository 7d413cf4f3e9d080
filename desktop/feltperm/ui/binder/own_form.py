"""The form for an own record (SCREENS 2.4, «Egne oppføringer»)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from feltperm.catalogue.areas import Geography
from feltperm.desk.own import LONGEST, Draft
from feltperm.ui.toolkit.parts import band, button, column, label, row
from feltperm.ui.toolkit.theme import Theme

__all__ = ["OwnForm"]


class OwnForm(QDialog):
    """Asks for what a place is, how to reach it and when; only the name is needed."""

    def __init__(
        self, theme: Theme, geography: Geography, draft: Draft, new: bool, parent: QWidget
    ) -> None:
        """Open filled with ``draft``; its municipality is shown by name."""
        super().__init__(parent)
        self._geography = geography
        self._warning = self.tr("Ikke skriv navn eller opplysninger om pasienter.")
        self.setWindowTitle(self.tr("Ny oppføring") if new else self.tr("Endre oppføring"))
        here = geography.get(draft.municipality)
        place = here.label if here else draft.municipality
        self.name = self._line("title", self.tr("Navn"), draft.title)
        self.summary = self._text(theme, self.tr("Hva det er"), draft.summary)
        self.phone = self._line("phone", self.tr("Telefon"), draft.phone)
        self.address = self._line("address", self.tr("Adresse"), draft.address)
        self.hours = self._line("hours", self.tr("Åpningstid"), draft.hours)
        self.hours.setPlaceholderText(self.tr("Med ord, som «mandag–fredag kl. 9–15»"))
        self.municipality = self._line("municipality", self.tr("Kommune"), place)
        self.municipality.setPlaceholderText(self.tr("La den stå tom hvis det gjelder flere"))
        self._complete()
        self.note = self._text(theme, self.tr("Til kolleger"), draft.note)
        self._by_name: dict[str, QWidget] = {
            "title": self.name, "summary": self.summary, "phone": self.phone,
            "address": self.address, "hours": self.hours, "municipality": self.municipality,
            "note": self.note,
        }  # fmt: skip
        self.save = button(self.tr("Lagre"), self.accept, "primary")
        self.save.setDefault(True)
        self._reason = label("")
        self._refusal = band("amber", self._reason)
        self._refusal.hide()
        self.setLayout(column(self._refusal, self._fields(theme), self._foot(), spacing=0))
        self.name.textChanged.connect(self._allow)
        QShortcut(QKeySequence.StandardKey.Save, self, self._save_if_allowed)
        self._allow(self.name.text())
        self._begun, self._warned = self.draft(), Draft("")
        room = parent.window().size()
        self.resize(min(theme.px(560), room.width()), min(theme.px(640), room.height()))
        (self.summary if draft.title and new else self.name).setFocus()

    def refuse(self, reason: str, field: str = "") -> None:
        """Say above the fields why it could not be kept as it is.

        Args:
            field: the one of :class:`~feltperm.desk.own.Draft` that is to be mended; the keyboard
                is put there, and a screen reader says the reason with it.
        """
        self._say(reason)
        self._begun = Draft("")  # what it is filled with is not kept anywhere
        wrong = self._by_name.get(field)
        if wrong is not None:
            wrong.setAccessibleDescription(f"{reason} {self._warning}")
            wrong.setFocus()

    def reject(self) -> None:
        """Close; what has been typed is not lost by one touch of Escape."""
        filled = self.draft()
        if filled in (self._begun, self._warned):
            super().reject()
            return
        self._warned = filled
        self._say(self.tr("Det du har skrevet, er ikke lagret. Velg Lagre eller Avbryt."))

    def _say(self, words: str) -> None:
        self._reason.setText(words)
        self._refusal.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _drop(self) -> None:
        super().reject()

    def draft(self) -> Draft:
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

    def _fields(self, theme: Theme) -> QScrollArea:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(theme.px(10))
        form.setHorizontalSpacing(theme.px(12))
        for field in self._by_name.values():
            field.setAccessibleDescription(self._warning)
            form.addRow(field.accessibleName(), field)
        inner = QWidget()
        inner.setLayout(column(form, None, margins=(24, 20, 24, 12)))
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _foot(self) -> QWidget:
        made = QWidget()
        cancel = button(self.tr("Avbryt"), self._drop)
        buttons = row(None, cancel, self.save)
        warning = label(self._warning, "caption")
        made.setLayout(column(warning, buttons, margins=(24, 8, 24, 16)))
        return made

    def _line(self, name: str, shown: str, value: str) -> QLineEdit:
        field = QLineEdit(value)
        field.setMaxLength(LONGEST[name])
        field.setAccessibleName(shown)
        field.setCursorPosition(0)
        return field

    def _text(self, theme: Theme, shown: str, value: str) -> QPlainTextEdit:
        field = QPlainTextEdit(value)
        field.setAccessibleName(shown)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * 3 + theme.px(12))
        return field

    def _complete(self) -> None:
        """Offer the municipalities that begin with what is typed."""
        names = sorted({one.label for one in self._geography.municipalities})
        completer = QCompleter(names, self.municipality)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.municipality.setCompleter(completer)

    def _allow(self, name: str) -> None:
        self.save.setEnabled(bool(name.strip()))
        self.save.setToolTip("" if name.strip() else self.tr("Oppføringen må ha et navn."))

    def _save_if_allowed(self) -> None:
        if self.save.isEnabled():
            self.accept()
