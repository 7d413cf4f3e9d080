"""What can be chosen for a poster: its form, site, languages, paper and ink."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QLineEdit, QWidget

from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.focus import tab_after
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import Choice, button, column, label, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from feltperm.binder.sites import Site
    from feltperm.desk.sheets.posters import Choice as PosterChoice
    from feltperm.desk.sheets.posters import FormOffer, PeriodOffer, PosterOffer, TimesOffer

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

#: Characters of a note: a line or two in the box.
LONGEST_NOTE = 160

_PAPERS = (("a4", "A4"), ("a3", "A3"), ("a5", "A5"), ("a6", "A6"))


class PosterOptions(QWidget):
    """Reports ``changed`` with every choice."""

    changed = Signal()
    site_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._forms: dict[str, FormOffer] = {}
        self._offered = ""
        self.site = Choice(icons, self.tr("Sted"))
        self.site.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.times = Choice(icons, self.tr("Tider fra"))
        # a name may be longer than the page has room for
        self.times.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.times.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.forms = QButtonGroup(self)
        self.periods = QButtonGroup(self)
        self.languages = QButtonGroup(self)
        self.papers = QButtonGroup(self)
        self.inks = QButtonGroup(self)
        self._grids = {
            **{group: _grid(0) for group in (self.forms, self.papers, self.inks)},
            self.periods: _grid(6),
        }
        # a draft has a longer name, and two of them may have no room beside each other
        self._chips = FlowLayout(spacing=6)
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setAccessibleName(self.tr("Beskjed på arket (lagres ikke)"))
        self.note.setAccessibleDescription(
            self.tr("Ikke skriv navn eller opplysninger om pasienter.")
        )
        self.note.textEdited.connect(lambda _text: self.changed.emit())
        self._new = button(self.tr("Nytt sted …"), self.site_asked.emit, "quiet")
        self._form_part = _part(label(self.tr("Form"), "muted"), self._grids[self.forms])
        self._week_part = _part(
            label(self.tr("Tider fra"), "muted"), self.times, self._grids[self.periods]
        )
        inks = [("colour", self.tr("Farge")), ("save", self.tr("Spar blekk"))]
        self._offer(self.inks, inks)
        self._offer(self.papers, _PAPERS)
        self.setLayout(
            column(
                self._form_part,
                self._week_part,
                label(self.tr("Sted"), "muted"),
                self.site,
                row(self._new, None),
                label(self.note.accessibleName(), "muted"),
                self.note,
                label(self.note.accessibleDescription(), "caption"),
                label(self.tr("Språk"), "muted"),
                self._chips,
                label(self.tr("Papir"), "muted"),
                self._grids[self.papers],
                label(self.tr("Farge"), "muted"),
                self._grids[self.inks],
                spacing=8,
            )
        )
        self._form_part.hide()
        self._week_part.hide()

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

    def set_times(self, times: Sequence[TimesOffer], periods: Sequence[PeriodOffer]) -> None:
        """Offer these services for a week sheet, and its plain week or these holidays."""
        chosen = self.times.currentData()
        self.times.blockSignals(True)
        self.times.clear()
        for one in times:
            self.times.addItem(spoken(one.title), one.ref)
        self.times.setCurrentIndex(max(0, self.times.findData(chosen)))
        self.times.blockSignals(False)
        weeks = [("", self.tr("Vanlig uke")), *((one.first, one.name) for one in periods)]
        self._offer(self.periods, weeks)
        self._lead_tab()

    def set_offer(self, poster: PosterOffer) -> None:
        """Offer the forms of this poster; what was chosen stays where the poster has it."""
        names = {
            "": self.tr("Plakat"),
            "signs": self.tr("Skilt"),
            "cards": self.tr("Kort"),
            "week": self.tr("Ukeplan"),
        }
        if poster.ref != self._offered:  # it was for another sheet
            self.note.clear()
        self._offered = poster.ref
        self._forms = {one.form: one for one in poster.forms}
        self._offer(self.forms, [(form, names[form]) for form in self._forms])
        self._form_part.setVisible(len(self._forms) > 1)
        self._follow_form()
        self._lead_tab()

    def choice(self) -> PosterChoice:
        """Return what is chosen."""
        from feltperm.desk.sheets.posters import Choice as PosterChoice  # noqa: PLC0415  after first paint

        week = self._value(self.forms) == "week"
        times = self.times.currentData()
        return PosterChoice(
            form=self._value(self.forms),  # type: ignore[arg-type]
            services=(times,) if week and times else (),
            period=self._value(self.periods) if week else "",
            site=str(self.site.currentData() or ""),
            languages=(self._value(self.languages) or "nb",),
            paper=self._value(self.papers),  # type: ignore[arg-type]
            ink=self._value(self.inks),  # type: ignore[arg-type]
            note=self.note.text(),
        )

    def choose(self, group: QButtonGroup, value: str) -> None:
        """Press the option with this value, as a click would."""
        for option in group.buttons():
            if option.property("value") == value:
                option.click()

    def _follow_form(self) -> None:
        """Offer the languages and papers of the chosen form."""
        form = self._forms[self._value(self.forms)]
        self._week_part.setVisible(form.form == "week")
        draft = self.tr("{språk} · kladd")
        names = {code: LANGUAGE_NAMES[code] for code in form.languages}
        names |= {code: draft.format(språk=names[code]) for code in form.drafts if code in names}
        self._offer(self.languages, list(names.items()))
        self._offer(self.papers, [one for one in _PAPERS if one[0] in form.papers])

    def _lead_tab(self) -> None:
        """Lead Tab from top to bottom: what is offered anew would come last."""
        above = [*self.forms.buttons(), self.times, *self.periods.buttons()]
        below = [*self.languages.buttons(), *self.papers.buttons(), *self.inks.buttons()]
        tab_after(self, [*above, self.site, self._new, self.note, *below])

    def _offer(self, group: QButtonGroup, options: Sequence[tuple[str, str]]) -> None:
        """Put these options into a group; the chosen one stays if it is among them."""
        before = self._value(group)
        for old in group.buttons():
            group.removeButton(old)
            old.hide()
            old.deleteLater()
        values = [value for value, _ in options]
        wide = group in (self.languages, self.periods)
        look, columns = ("chip", 2) if wide else ("segment", len(options))
        for number, (value, text) in enumerate(options):
            made = button(text, lambda: self._chosen(group), look)
            made.setCheckable(True)
            made.setProperty("value", value)
            made.setChecked(value == (before if before in values else values[0]))
            group.addButton(made)
            if group is self.languages:
                self._chips.addWidget(made)
            else:
                self._grids[group].addWidget(made, number // columns, number % columns)

    def _chosen(self, group: QButtonGroup) -> None:
        if group is self.forms:
            self._follow_form()
            self._lead_tab()
        self.changed.emit()

    @staticmethod
    def _value(group: QButtonGroup) -> str:
        checked = group.checkedButton()
        return str(checked.property("value")) if checked else ""


def _grid(spacing: int) -> QGridLayout:
    made = QGridLayout()
    made.setSpacing(spacing)
    return made


def _part(*widgets: QWidget | QGridLayout) -> QWidget:
    """Return widgets below each other that are shown and hidden as one."""
    made = QWidget()
    made.setLayout(column(*widgets, spacing=8))
    return made
