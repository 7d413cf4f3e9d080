"""The lines of an own poster: words, an explanation and a drawing each, as many as are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from feltperm.catalogue.fold import sort_key
from feltperm.desk.own_posters import LONGEST, MOST_LINES, PosterLine
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import Choice, column
from feltperm.ui.toolkit.spoken import spoken

__all__ = ["LinesEditor"]


class LinesEditor(QWidget):
    """Shows one empty line after the filled ones; ``changed`` comes with every letter."""

    changed = Signal()

    def __init__(
        self,
        icons: Icons,
        pictograms: Mapping[str, str],
        lines: Sequence[PosterLine],
        warning: str,
    ) -> None:
        """Show the lines; ``warning`` is what a screen reader says of every field."""
        super().__init__()
        self._rows: list[_Line] = []
        for number in range(MOST_LINES):
            filled = lines[number] if number < len(lines) else PosterLine("")
            made = _Line(icons, pictograms, filled, number + 1, warning)
            made.changed.connect(self._grow)
            made.changed.connect(self.changed)
            self._rows.append(made)
        self.setLayout(column(*self._rows, spacing=10))
        self._grow()

    def lines(self) -> tuple[PosterLine, ...]:
        """Return what is filled in, empty lines too."""
        return tuple(one.line() for one in self._rows)

    def first(self) -> QLineEdit:
        """Return the field of the first line."""
        return self._rows[0].title

    def _grow(self) -> None:
        """Show the filled lines, and one more to go on with."""
        last = max((n for n, one in enumerate(self._rows) if one.is_filled()), default=-1)
        for number, one in enumerate(self._rows):
            one.setVisible(number <= last + 1)


class _Line(QWidget):
    """One line."""

    changed = Signal()

    def __init__(
        self,
        icons: Icons,
        pictograms: Mapping[str, str],
        line: PosterLine,
        number: int,
        warning: str,
    ) -> None:
        super().__init__()
        self.title = self._field(self.tr("Linje {n}").format(n=number), line.title, "line", warning)
        self.title.setPlaceholderText(self.tr("Hva man gjør, med få ord"))
        self._detail = self._field(
            self.tr("Forklaring til linje {n}").format(n=number), line.detail, "detail", warning
        )
        self._detail.setPlaceholderText(self.tr("Forklaring, om det trengs"))
        self._icon = Choice(icons, self.tr("Tegning til linje {n}").format(n=number))
        self._icon.addItem(self.tr("Uten tegning"), "")
        named = ((spoken(shown), name) for name, shown in pictograms.items())
        for shown, name in sorted(named, key=lambda one: sort_key(one[0])):
            self._icon.addItem(shown, name)
        self._icon.setCurrentIndex(max(0, self._icon.findData(line.icon)))
        self._icon.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.setLayout(column(self.title, self._detail, self._icon, spacing=4))

    def line(self) -> PosterLine:
        return PosterLine(self.title.text(), self._detail.text(), str(self._icon.currentData()))

    def is_filled(self) -> bool:
        return bool(self.title.text().strip() or self._detail.text().strip())

    def _field(self, name: str, value: str, limit: str, warning: str) -> QLineEdit:
        field = QLineEdit(value)
        field.setMaxLength(LONGEST[limit])
        field.setAccessibleName(name)
        field.setAccessibleDescription(warning)
        field.setCursorPosition(0)
        field.textChanged.connect(lambda _text: self.changed.emit())
        return field
