"""What is settled about one measure: who answers for it, by when, and whether it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from feltperm.binder.checklist import MAX_RESPONSIBLE
from feltperm.catalogue.dates import typed_date
from feltperm.ui.toolkit.languages import long_date, short_date
from feltperm.ui.toolkit.parts import band, column, label, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.toolkit.tick import Tick

if TYPE_CHECKING:
    from feltperm.desk.crisis import Measure

__all__ = ["CrisisForm"]


class CrisisForm(QFrame):
    """Three fields; what is typed is reported when a field is left.

    Signals:
        settled: ``pack/id``, who, and by when (ISO, or empty).
        ticked: ``pack/id``, and whether it is done.
    """

    settled = Signal(str, str, str)
    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._measure: Measure | None = None
        self.responsible = self._field(self.tr("Ansvar"))
        self.responsible.setMaxLength(MAX_RESPONSIBLE)
        self.responsible.setPlaceholderText(self.tr("En rolle, som teamleder"))
        self.due = self._field(self.tr("Frist"))
        self.due.setPlaceholderText(self.tr("dd.mm.åååå"))
        self.due.setFixedWidth(theme.px(136))
        self.misread = band("amber", label(self.tr("Skriv datoen slik: 1.12.2026.")))
        self.misread.hide()
        self.done = Tick(self.tr("Gjort"))
        self.done.clicked.connect(self._tick)
        self.done_on = label("", "muted", wrap=False)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(4)
        for place, field in enumerate((self.responsible, self.due)):
            name = label(field.accessibleName(), "muted")
            name.setBuddy(field)
            grid.addWidget(name, 0, place)
            grid.addWidget(field, 1, place)
        warning = label(self.tr("Ikke skriv navn eller opplysninger om pasienter."), "caption")
        grid.addWidget(warning, 2, 0, 1, 2)
        grid.addWidget(self.misread, 3, 0, 1, 2)
        done = row(self.done, self.done_on, None, spacing=12)
        self.setLayout(column(grid, done, margins=(24, 16, 24, 0), spacing=10))

    def show_measure(self, measure: Measure, writable: bool) -> None:
        """Show what is kept of a measure; what is being typed about the same one stays."""
        if self._measure is None or self._measure.ref != measure.ref:
            self.responsible.setModified(False)
            self.due.setModified(False)
            self.misread.hide()
        self._measure, task = measure, measure.task
        self._fill(self.responsible, task.responsible, writable)
        self._fill(self.due, short_date(task.due), writable)
        fields: tuple[QWidget, ...] = (self.responsible, self.due, self.done)
        for field in fields:
            field.setAccessibleDescription(spoken(measure.title))
        self.done.setChecked(bool(task.done_on))
        self.done.setEnabled(writable)
        self.done.setToolTip("" if writable else self.tr("Kan ikke lagre her."))
        self.done_on.setText(long_date(task.done_on))

    def flush(self) -> None:
        """Report what has been typed since the last time."""
        if self._measure is None or not (self.responsible.isModified() or self.due.isModified()):
            return
        typed = self.due.text().strip()
        day = typed_date(typed, self._now().date())
        understood = day is not None or not typed
        self.misread.setVisible(not understood)
        self.responsible.setModified(False)
        self.due.setModified(not understood)
        kept = self._measure.task.due
        due = day.isoformat() if day else kept if typed else ""
        self.settled.emit(self._measure.ref, self.responsible.text(), due)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.editingFinished.connect(self.flush)
        return field

    def _fill(self, field: QLineEdit, text: str, writable: bool) -> None:
        field.setReadOnly(not writable)
        if not field.isModified():
            field.setText(text)

    def _tick(self, ticked: bool) -> None:
        if self._measure is not None:
            self.ticked.emit(self._measure.ref, ticked)
