"""Asks for the name of a collection."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from feltperm.binder.collections import MAX_NAME
from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.theme import Theme

__all__ = ["NameDialog"]


class NameDialog(QDialog):
    """One field; a name is needed."""

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        """Open empty, or with the name there is."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gi nytt navn") if name else self.tr("Ny samling"))
        self.setMinimumWidth(theme.px(380))
        self.name = QLineEdit(name)
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName(self.tr("Navn på samlingen"))
        self.name.selectAll()
        self.save = button(self.tr("Lagre"), self.accept, "primary")
        self.save.setDefault(True)
        caution = label(self.tr("Ikke skriv navn eller opplysninger om pasienter."), "caption")
        self.setLayout(
            column(
                label(self.name.accessibleName(), "muted"),
                self.name,
                caution,
                row(None, button(self.tr("Avbryt"), self.reject), self.save),
                margins=(24, 20, 24, 20),
            )
        )
        self.name.textChanged.connect(self._allow)
        self._allow(name)

    def _allow(self, name: str) -> None:
        self.save.setEnabled(bool(name.strip()))
        self.save.setToolTip("" if name.strip() else self.tr("Samlingen må ha et navn."))
