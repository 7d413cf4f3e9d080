"""«Meld feil» on a record's page: three actions, and the right value holds (SCREENS J8).

Beside it «Meld at alt stemmer», for whoever has asked and found nothing wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from feltperm.catalogue.amending import Field
from feltperm.desk.corrections import FIELD_NAMES, LONGEST
from feltperm.ui.binder.form import Form
from feltperm.ui.context import Context
from feltperm.ui.strip import Action, Message
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import Choice, label
from feltperm.ui.toolkit.spoken import recognised, spoken
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:
    from feltperm.binder.corrections import Correction
    from feltperm.desk.desk import Desk

__all__ = ["ConfirmationForm", "CorrectionForm", "confirm", "report_error"]


class CorrectionForm(Form):
    """What is wrong, and what is right; the field is preselected where it was opened from one."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        values: Mapping[Field, tuple[str, ...]],
        field: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(theme, QCoreApplication.translate("Correcting", "Meld feil"), parent)
        self._values = values
        self.which = Choice(icons, self.tr("Hva er feil?"))
        # a long value is cut, and does not push the field below its name
        self.which.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.which.setMinimumContentsLength(12)
        self.which.currentTextChanged.connect(self.which.setToolTip)
        for name in values:
            for old in values[name] or ("",):
                words = recognised(FIELD_NAMES[name])
                self.which.addItem(f"{words}: {old}" if old else words, (name, old))
        chosen = next((n for n in range(self.which.count()) if self._at(n)[0] == field), 0)
        self.which.setCurrentIndex(chosen)
        self.which.setToolTip(self.which.currentText())
        self.new = self.line(self.tr("Hva er riktig?"), "", LONGEST)
        self.by = _who(self)
        self.lay_out(self.which, self.new, self.by, width=600, height=320)
        self.new.setFocus()

    def filled(self) -> object:
        """Return field, old and new value, and who says so."""
        return self.answer()

    def answer(self) -> tuple[Field, str, str, str]:
        """Return field, old and new value, and who says so."""
        name, old = self._at(self.which.currentIndex())
        return name, old, self.new.text(), self.by.text()

    def _at(self, place: int) -> tuple[Field, str]:
        name, old = self.which.itemData(place)
        return name, old


class ConfirmationForm(Form):
    """The facts that were read aloud to the place today, and who says that they are right."""

    def __init__(self, theme: Theme, facts: Iterable[str], parent: QWidget | None) -> None:
        title = QCoreApplication.translate("Correcting", "Meld at alt stemmer")
        super().__init__(theme, title, parent)
        self.facts = label("\n".join(map(spoken, facts)), selectable=True)
        self.facts.setAccessibleName(self.tr("Stedet bekreftet i dag"))
        self.by = _who(self)
        self.lay_out(self.facts, self.by, width=600, height=400)
        self.by.setFocus()

    def filled(self) -> object:
        """Return who says so."""
        return self.by.text()


def _who(form: Form) -> QLineEdit:
    field = form.line(_tr("Hvem sier det?"), "", 40)
    field.setPlaceholderText(_tr("kan stå tomt"))
    return field


def report_error(context: Context, ref: str, window: QWidget, field: str = "phone") -> None:
    """Ask what is wrong and what is right, and keep it.

    Args:
        ref: the record, ``pack/id``.
        field: what is preselected.
    """

    def ask(values: Mapping[Field, tuple[str, ...]]) -> None:
        form = CorrectionForm(context.theme, context.icons, values, field, window)
        _fill_in(context, ref, form)

    context.desk.run(lambda desk: desk.corrector.values(ref), ask, context.reports.told.emit)


def _fill_in(context: Context, ref: str, form: CorrectionForm) -> None:
    if not context.ask(form):
        return
    name, old, new, by = form.answer()

    def work(desk: Desk) -> tuple[Correction, bool | None]:
        return desk.corrector.add(ref, name, new, old, by), desk.corrector.on_paper()

    def done(answer: tuple[Correction, bool | None]) -> None:
        kept, on_paper = answer
        _changed(context)
        offer_undo(
            context.desk,
            context.reports,
            lambda desk: desk.corrector.remove(kept.number),
            lambda: _changed(context),
            _tr("Rettelsen gjelder på denne maskinen."),
        )
        if on_paper is None:
            _ask_about_paper(context)

    context.desk.run(work, done, context.reports.told.emit)


def confirm(context: Context, ref: str, window: QWidget) -> None:
    """Show what is to be right of a record ``pack/id``, and keep that somebody asked today."""

    def ask(facts: tuple[str, ...]) -> None:
        form = ConfirmationForm(context.theme, facts, window)
        if context.ask(form):
            by = form.by.text()
            context.desk.run(
                lambda desk: desk.corrector.confirm(ref, by), done, context.reports.told.emit
            )

    def done(kept: Correction) -> None:
        _noted(context)
        offer_undo(
            context.desk,
            context.reports,
            lambda desk: desk.corrector.remove(kept.number),
            lambda: _noted(context),
            _tr("Notert: alt stemmer."),
        )

    context.desk.run(lambda desk: desk.corrector.to_confirm(ref), ask, context.reports.told.emit)


def _ask_about_paper(context: Context) -> None:
    """Asked once, for all of them."""

    def settle(on: bool) -> None:
        context.desk.run(
            lambda desk: desk.corrector.use_on_paper(on),
            lambda _done: _changed(context),
            context.reports.told.emit,
        )

    answers = (
        Action(_tr("Ja"), lambda: settle(True)),
        Action(_tr("Nei"), lambda: settle(False)),
    )
    context.reports.asked.emit(Message(_tr("Bruke deres nummer på plakater?"), answers, waits=True))


def _noted(context: Context) -> None:
    """No value reads otherwise, but the page says what the team did."""
    context.reports.content_changed.emit()
    context.reports.corrections_changed.emit()


def _changed(context: Context) -> None:
    """The records read otherwise now: pages, lists and walls are looked at again."""
    context.reports.content_changed.emit()
    context.reports.corrections_changed.emit()
    context.reports.walls_due.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Correcting", text)
