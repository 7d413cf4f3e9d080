"""Where printed sheets hang: asked once, after they came out (SCREENS 2.9)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCompleter, QDialog, QLineEdit, QScrollArea, QWidget

from feltperm.desk.recall import LONGEST, Hanging, Places
from feltperm.ui.toolkit.languages import short_date
from feltperm.ui.toolkit.parts import button, column, frame, label, row
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.toolkit.tick import Tick

__all__ = ["HangDialog"]

#: So many older sheets are seen at once.
_MOST = 4


class HangDialog(QDialog):
    """Asks for site and place; where older sheets hung, that is offered first."""

    def __init__(self, theme: Theme, title: str, places: Places, parent: QWidget | None) -> None:
        """Ask for what is called ``title``."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Heng opp"))
        self.setMinimumWidth(theme.px(460))
        self.replaced = [self._tick(one) for one in places.replaced]
        self._ids = [one.entry.id for one in places.replaced]
        only_new = not self.replaced
        self.site = self._field(self.tr("Sted"), places.sites)
        self.place = self._field(self.tr("Hvor på stedet"), places.spots)
        self.site.setPlaceholderText(self.tr("For eksempel Varmestua"))
        self.place.setPlaceholderText(self.tr("For eksempel inngang"))
        if only_new and places.sites:
            self.site.setText(places.sites[0])
            self.site.selectAll()
        self.save = button(self.tr("Lagre"), self.accept, "primary")
        self.save.setDefault(True)
        warning = self.tr("Ikke skriv navn eller opplysninger om pasienter.")
        for field in (self.site, self.place):
            field.setAccessibleDescription(warning)
            field.textChanged.connect(self._allow)
        head = label(title, "h3")
        parts: list[QWidget] = [head]
        if self.replaced:
            parts += [label(self.tr("Henger der det gamle hang:")), self._old(theme, places)]
        where = self.tr("Hvor henger det?") if only_new else self.tr("Henger det et annet sted?")
        buttons = row(None, button(self.tr("Avbryt"), self.reject), self.save)
        self.setLayout(
            column(
                *parts,
                label(where),
                column(label(self.site.accessibleName(), "muted"), self.site, spacing=4),
                column(label(self.place.accessibleName(), "muted"), self.place, spacing=4),
                label(warning, "caption"),
                buttons,
                margins=(24, 20, 24, 20),
                spacing=12,
            )
        )
        (self.site if only_new else self.save).setFocus()
        self._allow()

    def where(self) -> tuple[str, str]:
        """Return site and place as typed; both empty for nowhere else."""
        return self.site.text().strip(), self.place.text().strip()

    def replacing(self) -> tuple[int, ...]:
        """Return the ids of the entries that the sheets came in the place of."""
        ticked = zip(self._ids, self.replaced, strict=True)
        return tuple(id for id, tick in ticked if tick.isChecked())

    def _tick(self, hanging: Hanging) -> Tick:
        made = Tick("")
        made.setAccessibleName(_said(hanging))
        made.setChecked(True)
        made.toggled.connect(self._allow)
        return made

    def _old(self, theme: Theme, places: Places) -> QScrollArea:
        """Return the older sheets, as far down as there is room."""
        lines = []
        for tick, one in zip(self.replaced, places.replaced, strict=True):
            line = row(spacing=8)
            line.addWidget(tick)
            line.addWidget(label(_said(one)), 1)
            lines.append(line)
        area = QScrollArea()
        area.setWidget(frame("ground", column(*lines, None, spacing=6)))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedHeight(theme.px(52) * min(len(lines), _MOST))
        return area

    def _field(self, name: str, known: Sequence[str]) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(LONGEST)
        made.setAccessibleName(name)
        completer = QCompleter(list(known), made)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setCompleter(completer)
        return made

    def _allow(self) -> None:
        """Nothing is kept without a place."""
        there = bool(any(self.where()) or self.replacing())
        self.save.setEnabled(there)
        self.save.setToolTip("" if there else self.tr("Skriv hvor det henger."))


def _said(hanging: Hanging) -> str:
    day = short_date(hanging.entry.hung_on)
    said = QCoreApplication.translate("HangDialog", "{where}, hengt {date}")
    return said.format(where=hanging.where, date=day)
