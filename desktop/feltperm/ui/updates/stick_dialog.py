"""The memory stick: one dialog for both ways, which offers only what makes sense (SCREENS J5)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QWidget

from feltperm.desk.sticks.relay import Comparison, Given, OnePart, SharedKept
from feltperm.desk.updates.update_values import Taken
from feltperm.errors import Condition
from feltperm.ui.background import Job
from feltperm.ui.context import Context
from feltperm.ui.toolkit.fitting import FittingDialog
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import band, bullet, button, clear, column, label, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.tick import Tick
from feltperm.ui.updates.sticks import where_sticks_are
from feltperm.ui.updates.update_words import came_of, size_words
from feltperm.ui.updates.updating import Updating
from feltperm.wording import listed

__all__ = ["StickDialog"]


class StickDialog(FittingDialog):
    """Looks at a stick, says what is on it, and moves content either way.

    Signals:
        sender_asked: a sender that is not known is to be looked at; carries its folder.
    """

    sender_asked = Signal(str)
    _came = Signal(object, object)

    def __init__(
        self,
        context: Context,
        updating: Updating,
        stick: Path | None = None,
        parent: QWidget | None = None,
        *,
        at_once: str = "",
    ) -> None:
        """Look at ``stick`` at once; without one, ask for it.

        Args:
            at_once: what has been asked for already, ``take`` or ``give``: it is done without a
                second question, where it still makes sense.
        """
        body = QWidget()
        super().__init__(body, context.theme.px(540), parent)
        self._context, self._updating = context, updating
        self.stick, self._at_once = stick, at_once
        self._job = Job()
        self._working = self._left = False
        self.setWindowTitle(self.tr("Minnepinne"))
        self.place = label("", "muted", selectable=True)
        self.choose = button(self.tr("Velg pinne …"), self._choose)
        self.said = label("", "h3")
        self._details = column(spacing=4)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.moved = label("", "muted")
        self.failure = label("")
        self.failed_band = band("amber", self.failure)
        self.shared = Tick(self.tr("Ta med samlinger og steder"))
        self.never = label(self.tr("Egne notater blir aldri med."), "caption")
        self.buttons: dict[str, QPushButton] = {}
        actions = QWidget()
        *ways, close = self._made()
        actions.setLayout(FlowLayout(*ways))
        where = row(spacing=12)
        where.addWidget(self.place, 1)
        where.addWidget(self.choose)
        body.setLayout(
            column(
                where,
                self.said,
                self._details,
                self.bar,
                self.moved,
                self.failed_band,
                self.shared,
                self.never,
                actions,
                row(None, close),
                margins=(24, 20, 24, 20),
                spacing=12,
            )
        )
        self._came.connect(self._count)
        self.finished.connect(self._leave)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self, self.look)
        self._offer(None)
        updating.make_way()
        if stick is not None:
            self.look()

    def look(self) -> None:
        """Compare both sides."""
        stick = self.stick
        if stick is None or self._working:
            return
        self._begin(self.tr("Ser på pinnen …"))
        self._job = self._updating.lane.run(
            lambda tools: tools.relay.look(stick), self._compared, self._failed
        )

    def take(self) -> None:
        """Take what the stick has newer, and use it."""
        if self.stick is not None and not self._working:
            self._begin(self.tr("Henter fra pinnen …"))
            self._job = self._updating.take_from(
                self.stick, self._came.emit, self._taken, self._failed
            )

    def give(self) -> None:
        """Put onto the stick what it lacks."""
        stick, shared = self.stick, self.shared.isChecked()
        if stick is not None and not self._working:
            self._begin(self.tr("Legger over på pinnen …"))
            self._job = self._updating.lane.run(
                lambda tools: tools.relay.give(stick, shared, self._came.emit),
                self._given,
                self._failed,
            )

    def take_shared(self) -> None:
        """Take over a colleague's places and favourites."""
        stick = self.stick
        if stick is not None and not self._working:
            self._begin(self.tr("Henter samlinger og steder …"))
            self._job = self._updating.lane.run(
                lambda tools: tools.relay.take_shared(stick), self._shared_taken, self._failed
            )

    def _made(self) -> list[QPushButton]:
        actions: tuple[tuple[str, str, Callable[[], object], str], ...] = (
            ("take", self.tr("Hent fra pinnen"), self.take, "primary"),
            ("give", self.tr("Legg over på pinnen"), self.give, "primary"),
            ("shared", self.tr("Hent samlinger og steder"), self.take_shared, ""),
            ("sender", self.tr("Se avsender"), self._see_sender, ""),
            ("again", self.tr("Prøv igjen"), self.look, ""),
            ("stop", self.tr("Stopp"), self._stop, ""),
            ("close", self.tr("Lukk"), self.reject, ""),
        )
        self.buttons = {name: button(text, act, look) for name, text, act, look in actions}
        return list(self.buttons.values())

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Velg pinne eller mappe"), str(where_sticks_are()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if self._context.ask(dialog) and dialog.selectedFiles():
            self.stick = Path(dialog.selectedFiles()[0])
            self.look()

    def _begin(self, text: str) -> None:
        """Work is under way: it can be stopped, and nothing else be begun."""
        self._working = True
        self.said.setText(text)
        self.said.show()
        clear(self._details)
        self.failed_band.hide()
        self.choose.setEnabled(False)
        self._show("stop")

    def _ended(self) -> None:
        self._working = False
        self.bar.hide()
        self.moved.hide()
        self.choose.setEnabled(True)

    def _compared(self, comparison: Comparison) -> None:
        self._ended()
        self._offer(comparison)
        asked, self._at_once = self._at_once, ""
        if asked and not self.buttons[asked].isHidden():
            self.buttons[asked].click()

    def _offer(self, comparison: Comparison | None) -> None:
        """Say what there is, and offer what makes sense."""
        self.place.setText(str(self.stick) if self.stick else self.tr("Ingen pinne er valgt."))
        self.bar.hide()
        self.moved.hide()
        self.failed_band.hide()
        clear(self._details)
        self._comparison = comparison
        if comparison is None:
            self.said.setText(self.tr("Sett inn pinnen, og velg den."))
            self._show("close")
            self.choose.setFocus()
            return
        self.said.setText(spoken(comparison.sentence))
        if len(comparison.parts) > 1:
            for part in comparison.parts:
                said = f"{part.name}: {spoken(part.sentence)}{_size(part)}"
                self._details.addWidget(bullet(said))
        ways = {
            "take": comparison.can_take,
            "give": comparison.can_give,
            "shared": comparison.shared,
            "sender": _unknown(comparison) is not None,
        }
        self._show(*(name for name, offered in ways.items() if offered), "close")

    def _show(self, *names: str) -> None:
        """Show these buttons; the first of them is where Enter leads."""
        for name, made in self.buttons.items():
            made.setVisible(name in names)
            made.setDefault(False)
        self.shared.setVisible("give" in names)
        self.never.setVisible("give" in names)
        first = self.buttons[next(name for name in self.buttons if name in names)]
        first.setDefault(True)
        first.setFocus()

    def _see_sender(self) -> None:
        part = _unknown(self._comparison) if self._comparison else None
        if part is not None:
            self.accept()
            self.sender_asked.emit(str(part.folder))

    def _taken(self, taken: tuple[Taken, ...]) -> None:
        if not self._left:
            self._end(
                self.tr("Ferdig. Du kan ta ut pinnen.")
                if taken
                else self.tr("Det var ikke noe nyere å hente.")
            )

    def _given(self, given: Given) -> None:
        if not self._left:
            self._end(spoken(given.sentence))

    def _shared_taken(self, kept: SharedKept) -> None:
        self._context.reports.sites_changed.emit()
        if kept.own:
            self._context.renew_content()  # search is to find them too
        else:
            self._context.reports.collections_changed.emit()
        if not self._left:
            self._end(self._brought(kept))

    def _brought(self, kept: SharedKept) -> str:
        """Return «Hentet 1 sted og 3 favoritter.»"""
        counted = (
            (len(kept.sites), self.tr("{n} sted"), self.tr("{n} steder")),
            (kept.favourites, self.tr("{n} favoritt"), self.tr("{n} favoritter")),
            (len(kept.collections), self.tr("{n} samling"), self.tr("{n} samlinger")),
            (len(kept.own), self.tr("{n} egen oppføring"), self.tr("{n} egne oppføringer")),
        )
        parts = [(one if n == 1 else more).format(n=n) for n, one, more in counted if n]
        if not parts:
            return self.tr("Det var ikke noe nyere å hente.")
        return self.tr("Hentet {parts}.").format(parts=spoken(listed(parts)))

    def _end(self, text: str) -> None:
        self._ended()
        self.said.setText(text)
        self._show("close")

    def _failed(self, condition: Condition) -> None:
        if self._left:
            return
        self._ended()
        self.said.hide()
        self.failure.setText(spoken(condition.message))
        self.failed_band.show()
        self._show("again", "close")

    def _count(self, came: int, coming: int) -> None:
        if self._working and not self._left:
            self.bar.setVisible(coming > 0)
            self.bar.setValue(min(1000, came * 1000 // max(1, coming)))
            self.bar.setAccessibleName(self.said.text())
            self.moved.setText(came_of(came, coming, coming))
            self.moved.show()

    def _stop(self) -> None:
        """Stop; what has been moved stays, and doing it again goes on."""
        self._halt()
        self._ended()
        self.said.setText(self.tr("Stoppet. Det som er gjort, er tatt vare på."))
        self._show("again", "close")

    def _halt(self) -> None:
        self._job.cancel()
        self._updating.lane.reach(lambda tools: tools.stop())
        self._updating.settle()

    def _leave(self, _result: int) -> None:
        """Answers may still be under way when the dialog is no more."""
        self._left = True
        if self._working:
            self._halt()
        self._updating.carry_on()


def _size(part: OnePart) -> str:
    size = part.take_bytes or part.give_bytes
    return f" ({spoken(size_words(size))})" if size else ""


def _unknown(comparison: Comparison) -> OnePart | None:
    """Return the part of a sender that is not known here."""
    foreign = (part for part in comparison.parts if part.outcome == "foreign")
    return next((part for part in foreign if part.folder is not None), None)
