"""What can be chosen for a sheet made of the tray: its kind, language, print, note and place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QPushButton, QWidget

from feltperm.ui.posters.poster_options import LANGUAGE_NAMES
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.focus import tab_after
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.languages import long_date, weekday
from feltperm.ui.toolkit.parts import Choice, button, column, label, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.tick import Tick

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.binder import Collection, Site
    from feltperm.desk.sheets.tray import HandoutChoice

__all__ = ["TrayOptions"]

#: How many evenings ahead a pocket sheet can be made for.
_EVENINGS = 14
#: Characters of a place or an evening that are always seen; a longer one is cut with dots.
_NAME = 18
#: The longest note on a sheet, in characters.
_NOTE = 200


class TrayOptions(QWidget):
    """Reports ``changed`` with every choice."""

    changed = Signal()

    def __init__(self, icons: Icons, today: date) -> None:
        super().__init__()
        self.kinds, self.inks = QButtonGroup(self), QButtonGroup(self)
        self.languages = QButtonGroup(self)
        self._chips = FlowLayout(spacing=6)
        self.large = Tick(self.tr("Stor skrift"))
        self.large.setChecked(True)
        self.large.toggled.connect(lambda _on: self.changed.emit())
        self.collection = self._drop_down(icons, self.tr("Steder"))
        self.evening = self._drop_down(icons, self.tr("Kveld"))
        self._fill_evenings(today)
        self.note = QLineEdit()
        self.note.setMaxLength(_NOTE)
        self.note.setAccessibleName(self.tr("Beskjed på arket (lagres ikke)"))
        self.note.textChanged.connect(lambda _text: self.changed.emit())
        self.site = self._drop_down(icons, self.tr("Sted"))
        kinds = [("client", self.tr("Utdelingsark")), ("pocket", self.tr("Lommeark for vakta"))]
        inks = [("colour", self.tr("Farge")), ("save", self.tr("Spar blekk"))]
        self._for_client = _box(label(self.tr("Språk"), "muted"), self._chips, self.large)
        self._for_pocket = _box(
            label(self.tr("Steder"), "muted"), self.collection,
            label(self.tr("Kveld"), "muted"), self.evening,
        )  # fmt: skip
        self._for_pocket.hide()
        caution = label(self.tr("Ikke skriv navn eller opplysninger om pasienter."), "caption")
        self.setLayout(
            column(
                FlowLayout(*self._options(self.kinds, kinds, "chip"), spacing=6),
                self._for_client,
                self._for_pocket,
                label(self.note.accessibleName(), "muted"),
                self.note,
                caution,
                label(self.tr("Sted"), "muted"),
                self.site,
                label(self.tr("Farge"), "muted"),
                row(*self._options(self.inks, inks, "segment"), None, spacing=0),
                spacing=8,
            )
        )
        for one in self.kinds.buttons():
            one.clicked.connect(self._show_kind)

    @property
    def kind(self) -> str:
        """``client`` or ``pocket``."""
        return self._value(self.kinds)

    @property
    def day(self) -> date:
        """The evening a pocket sheet is for."""
        return date.fromisoformat(str(self.evening.currentData()))

    @property
    def number(self) -> int | None:
        """The collection a pocket sheet is made of; None for the tray."""
        chosen: int | None = self.collection.currentData()
        return chosen

    def choice(self) -> HandoutChoice:
        """Return what is chosen."""
        from feltperm.desk.sheets.tray import HandoutChoice  # noqa: PLC0415  after the first paint

        return HandoutChoice(
            language=self._value(self.languages) or "nb",
            large=self.large.isChecked(),
            site=str(self.site.currentData() or ""),
            note=self.note.text(),
            ink=self._value(self.inks),  # type: ignore[arg-type]
        )

    def set_languages(self, languages: Sequence[tuple[str, bool]]) -> None:
        """Offer these languages; a draft says that it is one."""
        if self.languages.buttons():
            return
        for code, draft in languages:
            name = spoken(LANGUAGE_NAMES.get(code, code))
            text = self.tr("{språk} · kladd").format(språk=name) if draft else name
            made = self._option(self.languages, code, text, "chip")
            made.setChecked(code == "nb")
            self._chips.addWidget(made)
        tab_after(self.kinds.buttons()[-1], [*self.languages.buttons(), self.large])

    def set_places(self, sites: Sequence[Site], collections: Sequence[Collection]) -> None:
        """Offer these senders, and these lists for the pocket sheet; what is chosen stays."""
        places = [*((site.name, site.name) for site in sites), (self.tr("Uten sted"), "")]
        _refill(self.site, places)
        lists = [(self.tr("Det som ligger her"), None)]
        _refill(self.collection, [*lists, *((one.name, one.number) for one in collections)])

    def choose(self, group: QButtonGroup, value: str) -> None:
        """Press the option with this value, as a click would."""
        for option in group.buttons():
            if option.property("value") == value:
                option.click()

    def _show_kind(self) -> None:
        self._for_client.setVisible(self.kind == "client")
        self._for_pocket.setVisible(self.kind == "pocket")

    def _fill_evenings(self, today: date) -> None:
        for ahead in range(_EVENINGS):
            day = today + timedelta(ahead)
            text = f"{weekday(day)} {long_date(day)}"
            self.evening.addItem(text[0].upper() + text[1:], day.isoformat())

    def _drop_down(self, icons: Icons, name: str) -> Choice:
        made = Choice(icons, name)
        # a name of the user's own may be longer than the page has room for
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(_NAME)
        made.currentIndexChanged.connect(lambda _index: self.changed.emit())
        return made

    def _options(
        self, group: QButtonGroup, options: Sequence[tuple[str, str]], look: str
    ) -> list[QPushButton]:
        """Make one button for each (value, text); the first is chosen."""
        made = [self._option(group, value, text, look) for value, text in options]
        made[0].setChecked(True)
        return made

    def _option(self, group: QButtonGroup, value: str, text: str, look: str) -> QPushButton:
        made = button(text, self.changed.emit, look)
        made.setCheckable(True)
        made.setProperty("value", value)
        group.addButton(made)
        return made

    @staticmethod
    def _value(group: QButtonGroup) -> str:
        checked = group.checkedButton()
        return str(checked.property("value")) if checked else ""


def _box(*parts: QWidget | FlowLayout) -> QWidget:
    made = QWidget()
    made.setLayout(column(*parts, spacing=8))
    return made


def _refill(choice: Choice, options: Sequence[tuple[str, object]]) -> None:
    """Offer other options, and keep the chosen one where it is still there."""
    chosen, first = choice.currentData(), choice.count() == 0
    choice.blockSignals(True)
    choice.clear()
    for text, value in options:
        choice.addItem(text, value)
    index = 0 if first else choice.findData(chosen)
    choice.setCurrentIndex(max(0, index))
    choice.blockSignals(False)
