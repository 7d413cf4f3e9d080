"""What can be chosen when a sheet is sent: printer, paper, copies, ink, sides, and the wall log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QSpinBox, QWidget

from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import Choice, button, column, label, row
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.toolkit.tick import Tick

if TYPE_CHECKING:
    from feltperm.desk.sheets.printers import Printer, Way
    from feltperm.paper.job import Ink

__all__ = ["PrintOptions"]


class PrintOptions(QWidget):
    """The fields of the print dialog.

    Signals:
        printer_chosen: another printer; its papers are to be shown.
        changed: the sheet will look otherwise: another paper or ink.
    """

    printer_chosen = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, icons: Icons, ink: Ink) -> None:
        """Make the fields; ``ink`` is what the sheet was made in."""
        super().__init__()
        self._made_in, self._ink_chosen = ink, False
        self._printers: list[Printer] = []
        self._ways: tuple[Way, ...] = ()
        self.printer = Choice(icons, self.tr("Skriver"))
        # a long name is cut, and does not make the dialog wider
        self.printer.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.printer.currentIndexChanged.connect(self._printer_chosen)
        self.paper = Choice(icons, self.tr("Papir"))
        self.paper.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.copies = QSpinBox()
        self.copies.setRange(1, 99)
        self.copies.setAccessibleName(self.tr("Antall"))
        self.copies.setMinimumWidth(theme.px(72))
        self.copies.setAlignment(Qt.AlignmentFlag.AlignCenter)
        fewer, more = button("−", self.copies.stepDown), button("+", self.copies.stepUp)
        fewer.setAccessibleName(self.tr("Færre"))
        more.setAccessibleName(self.tr("Flere"))
        self.inks = QButtonGroup(self)
        self.sides = Tick(self.tr("Skriv på begge sider"))
        self.note = Tick(self.tr("Noter hvor det henges opp"))
        self.note.setChecked(True)
        self._where, self._how_many = QWidget(), QWidget()
        self._where.setLayout(column(label(self.tr("Skriver"), "muted"), self.printer, spacing=6))
        self._how_many.setLayout(
            column(
                label(self.tr("Antall"), "muted"),
                row(self.copies, fewer, more, None, spacing=4),
                spacing=6,
            )
        )
        self.setLayout(
            column(
                self._where,
                label(self.tr("Papir"), "muted"),
                self.paper,
                self._how_many,
                label(self.tr("Farge"), "muted"),
                row(
                    self._segment("colour", self.tr("Farge")),
                    self._segment("save", self.tr("Spar blekk")),
                    spacing=0,
                ),
                self.sides,
                self.note,
                spacing=6,
            )
        )
        self._mark_ink(ink)
        self.sides.hide()
        self._show_printing(False)

    @property
    def chosen(self) -> Printer | None:
        """The printer; None as long as there is none."""
        at = self.printer.currentIndex()
        return self._printers[at] if 0 <= at < len(self._printers) else None

    @property
    def way(self) -> Way | None:
        """How the sheet comes onto the printer's paper; None where it does not."""
        at = self.paper.currentIndex()
        return self._ways[at] if 0 <= at < len(self._ways) else None

    @property
    def ink(self) -> Ink:
        """Colour, or ink saver."""
        pressed = self.inks.checkedButton()
        return "save" if pressed and pressed.property("value") == "save" else "colour"

    def show_printers(self, printers: Sequence[Printer], wanted: str = "") -> None:
        """Offer these printers; the chosen one stays if it is among them, else comes the wanted.

        Without any, what is left to choose is how the PDF is made.
        """
        self._show_printing(bool(printers))
        before = self.chosen
        self._printers = list(printers)
        self.printer.blockSignals(True)
        self.printer.clear()
        for printer in printers:
            self.printer.addItem(printer.description, printer.name)
        at = self.printer.findData(before.name if before else wanted)
        self.printer.setCurrentIndex(max(0, at) if printers else -1)
        self.printer.blockSignals(False)
        self._printer_chosen()

    def show_ways(self, ways: Sequence[tuple[str, Way]]) -> None:
        """Offer these papers, the best first, each with its words."""
        self._ways = tuple(way for _text, way in ways)
        self.paper.blockSignals(True)
        self.paper.clear()
        self.paper.addItems([text for text, _way in ways])
        self.paper.blockSignals(False)

    def show_sides(self, possible: bool) -> None:
        """Offer both sides where the printer has them and there is more than one page."""
        self.sides.setVisible(possible)
        if not possible:
            self.sides.setChecked(False)

    def _show_printing(self, possible: bool) -> None:
        for part in (self._where, self._how_many, self.note):
            part.setVisible(possible)

    def _segment(self, value: str, text: str) -> QWidget:
        made = button(text, lambda: self._ink_clicked(), "segment")
        made.setCheckable(True)
        made.setProperty("value", value)
        self.inks.addButton(made)
        return made

    def _ink_clicked(self) -> None:
        self._ink_chosen = True
        self.changed.emit()

    def _printer_chosen(self, _index: int = 0) -> None:
        """A grey printer saves ink by itself (SCREENS J3), unless somebody has chosen otherwise."""
        printer = self.chosen
        if not self._ink_chosen:
            self._mark_ink("save" if printer and printer.grey else self._made_in)
        self.printer_chosen.emit()

    def _mark_ink(self, ink: Ink) -> None:
        for made in self.inks.buttons():
            made.setChecked(made.property("value") == ink)
