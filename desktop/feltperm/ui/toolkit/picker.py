"""Choosing a municipality by typing three letters, on first start and in the filter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from feltperm.catalogue.areas import Geography
from feltperm.ui.toolkit.parts import column

__all__ = ["MunicipalityPicker"]

_NUMBER = Qt.ItemDataRole.UserRole


class _Field(QLineEdit):
    """Hands the arrow keys and Enter to the list below it."""

    key = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.key.emit(event.key())
        else:
            super().keyPressEvent(event)


class MunicipalityPicker(QWidget):
    """A field with matches below it. ``chosen`` carries the municipality's number."""

    chosen = Signal(str)

    def __init__(self, geography: Geography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._geography = geography
        self.field = _Field()
        self.field.setPlaceholderText(self.tr("Skriv navnet på kommunen"))
        self.field.setAccessibleName(self.tr("Kommune"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Kommuner som passer"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(self.fontMetrics().height() * 3)
        self.setLayout(column(self.field, self.list, spacing=4))
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._match)
        self.field.key.connect(self._key)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(item.data(_NUMBER)))
        self._match("")

    def number(self) -> str:
        """Return the number of the marked match, or an empty string."""
        item = self.list.currentItem()
        return str(item.data(_NUMBER)) if item and self.field.text().strip() else ""

    def _match(self, text: str) -> None:
        self.list.clear()
        for municipality in self._geography.find(text, 8):
            item = QListWidgetItem(f"{municipality.name}  ·  {municipality.county}")
            item.setData(_NUMBER, municipality.number)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _key(self, key: int) -> None:
        row, count = self.list.currentRow(), self.list.count()
        if key == Qt.Key.Key_Down:
            self.list.setCurrentRow(min(count - 1, row + 1))
        elif key == Qt.Key.Key_Up:
            self.list.setCurrentRow(max(0, row - 1))
        elif number := self.number():
            self.chosen.emit(number)
