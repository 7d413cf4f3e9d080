"""The form for an own poster, with the sheet as it will be beside it (SCREENS section 4)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from feltperm.desk.own_posters import LAYOUTS, LONGEST, PosterDraft
from feltperm.ui.binder.form import Form
from feltperm.ui.binder.poster_lines import LinesEditor
from feltperm.ui.posters.preview import Preview
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import Choice
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.toolkit.tick import Tick

__all__ = ["OwnPosterForm"]


class OwnPosterForm(Form):
    """Asks for the words of a poster; a title and one line are needed.

    Signals:
        changed: another sheet is to be shown in :attr:`preview`.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        pictograms: Mapping[str, str],
        draft: PosterDraft,
        new: bool,
        parent: QWidget,
    ) -> None:
        """Open filled with ``draft``; ``pictograms`` says what each drawing shows."""
        super().__init__(theme, "", parent)
        self.setWindowTitle(self.tr("Ny egen plakat") if new else self.tr("Endre egen plakat"))
        self.title = self.line(self.tr("Overskrift"), draft.title, LONGEST["title"])
        self.subtitle = self.line(
            self.tr("Under overskriften"), draft.subtitle, LONGEST["subtitle"]
        )
        self.layouts = self._choice(
            icons,
            self.tr("Form"),
            {str(one): words for one, words in LAYOUTS.items()},
            draft.layout,
        )
        self.colours = self._choice(icons, self.tr("Farge"), self._colours(), draft.colour)
        self.lines = LinesEditor(icons, pictograms, draft.lines, self.warning)
        self.lines.setAccessibleName(self.tr("Linjer"))
        self.box_heading = self.line(
            self.tr("Overskrift over stedet"), draft.box_heading, LONGEST["box_heading"]
        )
        self.clinical = Tick(self.tr("Plakaten gir råd om helse eller behandling"))
        self.clinical.setChecked(draft.clinical)
        self.preview = Preview(theme)
        self.preview.setFixedWidth(theme.px(280))
        self._by_name: dict[str, QWidget] = {
            "title": self.title, "subtitle": self.subtitle, "layout": self.layouts,
            "lines": self.lines.first(), "box_heading": self.box_heading,
        }  # fmt: skip
        for field in (self.title, self.subtitle, self.box_heading):
            field.textChanged.connect(lambda _text: self.changed.emit())
        for choice in (self.layouts, self.colours):
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.clinical.toggled.connect(lambda _on: self.changed.emit())
        self.lines.changed.connect(self.changed)
        self.changed.connect(self._allow)
        self._allow()
        self.lay_out(
            self.title, self.subtitle, self.layouts, self.colours, self.lines, self.box_heading,
            self.clinical, width=900, height=660, beside=self.preview,
        )  # fmt: skip
        self.title.setFocus()

    def filled(self) -> PosterDraft:
        """Return what was filled in, without the lines that are empty."""
        return PosterDraft(
            title=self.title.text(),
            subtitle=self.subtitle.text(),
            layout=self.layouts.currentData(),
            colour=self.colours.currentData(),
            lines=tuple(one for one in self.lines.lines() if one.title or one.detail),
            box_heading=self.box_heading.text(),
            clinical=self.clinical.isChecked(),
        )

    def refuse_field(self, reason: str, field: str) -> None:
        """Say why it could not be kept; ``field`` is the one of the draft to be mended, if any."""
        self.refuse(reason, self._by_name.get(field))

    def _allow(self) -> None:
        ready = bool(self.title.text().strip()) and any(
            one.title.strip() for one in self.lines.lines()
        )
        self.allow(ready, self.tr("Plakaten må ha en overskrift og en linje."))

    def _choice(self, icons: Icons, name: str, options: Mapping[str, str], chosen: str) -> Choice:
        made = Choice(icons, name)
        for value, shown in options.items():
            made.addItem(spoken(shown), value)
        made.setCurrentIndex(max(0, made.findData(chosen)))
        return made

    def _colours(self) -> dict[str, str]:
        return {
            "teal": self.tr("Blågrønn"),
            "blue": self.tr("Blå"),
            "green": self.tr("Grønn"),
            "red": self.tr("Rød"),
            "brown": self.tr("Brun"),
            "violet": self.tr("Fiolett"),
        }
