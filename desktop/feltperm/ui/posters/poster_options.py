"""What can be chosen for a poster: site, languages, paper and ink."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import Choice, button, column, label, row
from feltperm.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from feltperm.binder.sites import Site
    from feltperm.desk.sheets.posters import Choice as PosterChoice

__all__ = ["LANGUAGE_NAMES", "PosterOptions"]

#: Each language by its own name, so that its reader recognises it.
LANGUAGE_NAMES = {
    "nb": "Bokmål",
    "nn": "Nynorsk",
    "en": "English",
    "se": "Davvisámegiella",
    "pl": "Polski",
    "uk": "Українська",
    "ar": "العربية",
    "so": "Soomaali",
}


class PosterOptions(QWidget):
    """Reports ``changed`` with every choice."""

    changed = Signal()
    site_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self.site = Choice(icons, self.tr("Sted"))
        self.site.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.languages = QButtonGroup(self)
        self.papers = QButtonGroup(self)
        self.inks = QButtonGroup(self)
        self._language_grid = QGridLayout()
        self._language_grid.setSpacing(6)
        papers = [("a4", "A4"), ("a3", "A3"), ("a5", "A5"), ("a6", "A6")]
        inks = [("colour", self.tr("Farge")), ("save", self.tr("Spar blekk"))]
        self.setLayout(
            column(
                label(self.tr("Sted"), "muted"),
                self.site,
                row(button(self.tr("Nytt sted …"), self.site_asked.emit, "quiet"), None),
                label(self.tr("Språk"), "muted"),
                self._language_grid,
                label(self.tr("Papir"), "muted"),
                self._segments(self.papers, papers),
                label(self.tr("Farge"), "muted"),
                self._segments(self.inks, inks),
                spacing=8,
            )
        )

    def set_sites(self, sites: Sequence[Site]) -> None:
        """Offer these sites, the default first, and no site at all."""
        chosen = self.site.currentData()
        self.site.blockSignals(True)
        self.site.clear()
        for site in sites:
            self.site.addItem(site.name, site.name)
        self.site.addItem(self.tr("Uten sted"), "")
        index = 0 if chosen is None else self.site.findData(chosen)
        self.site.setCurrentIndex(max(0, index))
        self.site.blockSignals(False)

    def set_languages(self, languages: Sequence[str]) -> None:
        """Offer these languages; the chosen one stays if it is among them."""
        before = self._value(self.languages) or "nb"
        for old in self.languages.buttons():
            self.languages.removeButton(old)
            old.deleteLater()
        for number, language in enumerate(languages):
            made = self._option(self.languages, language, LANGUAGE_NAMES[language], "chip")
            self._language_grid.addWidget(made, number // 2, number % 2)
            made.setChecked(language == (before if before in languages else languages[0]))

    def choice(self) -> PosterChoice:
        """Return what is chosen."""
        from feltperm.desk.sheets.posters import Choice as PosterChoice  # noqa: PLC0415  after first paint

        return PosterChoice(
            site=str(self.site.currentData() or ""),
            languages=(self._value(self.languages) or "nb",),
            paper=self._value(self.papers),  # type: ignore[arg-type]
            ink=self._value(self.inks),  # type: ignore[arg-type]
        )

    def choose(self, group: QButtonGroup, value: str) -> None:
        """Press the option with this value, as a click would."""
        for option in group.buttons():
            if option.property("value") == value:
                option.click()

    def _segments(self, group: QButtonGroup, options: Sequence[tuple[str, str]]) -> QWidget:
        line = row(spacing=0)
        for number, (value, text) in enumerate(options):
            made = self._option(group, value, text, "segment")
            made.setChecked(number == 0)
            line.addWidget(made, 1)
        widget = QWidget()
        widget.setLayout(line)
        return widget

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
