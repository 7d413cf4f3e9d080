"""«Noe er galt»: a line for each check, what to do, and a button where it can be done here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget

from feltperm.ui.context import Context
from feltperm.ui.toolkit.parts import button, chip, clear, column, frame, label, row
from feltperm.ui.toolkit.spoken import recognised, spoken

if TYPE_CHECKING:
    from feltperm.desk.doctor.finding import Finding, Repair, Way

__all__ = ["DoctorView"]

_TONES = {"fine": ("green", "✓"), "watch": ("amber", "!"), "fault": ("red", "✕")}


class DoctorView(QWidget):
    """Looks when it is asked to; works with a broken library and a broken binder."""

    def __init__(self, context: Context, versions: Callable[[], str]) -> None:
        """``versions`` names the program and what it stands on, for the report."""
        super().__init__()
        self._context, self._versions = context, versions
        self._findings: Sequence[Finding] = ()
        self.status = label("", "muted")
        self.again = button(self.tr("Undersøk på nytt"), self.look)
        self.copy = button(self.tr("Kopier rapport"), self._copy)
        self._lines = column(spacing=8)
        self.setLayout(
            column(row(self.again, self.copy, self.status, None), self._lines, spacing=12)
        )

    def look(self) -> None:
        """Look at everything; some seconds, beside the window."""
        self.status.setText(self.tr("Undersøker …"))
        self.again.setEnabled(False)
        reader = QAccessible.isActive()
        self._context.doctor.run(lambda doctor: doctor.examine(reader), self._show, self._failed)

    def report(self) -> str:
        """Return a text worth sending: versions, and what was found."""
        from feltperm.desk.doctor.finding import STATES  # noqa: PLC0415  after the first paint

        lines = (
            f"{STATES[one.state]}  {one.name}: {one.said} {one.detail}".strip()
            for one in self._findings
        )
        return "\n".join((self._versions(), "", *lines))

    def _show(self, findings: Sequence[Finding]) -> None:
        from feltperm.desk.doctor.finding import STATES, worst  # noqa: PLC0415  see report

        self._findings = findings
        clear(self._lines)
        order = ("fault", "watch", "fine")
        for one in sorted(findings, key=lambda one: order.index(one.state)):
            tone, sign = _TONES[one.state]
            word = recognised(STATES[one.state])
            state = chip(f"{sign} {word}", tone)
            name = label(one.name, "strong", wrap=False)
            said = f"{spoken(one.said)} {spoken(one.todo)}".strip()
            parts: list[QWidget | None] = [state, name, None]
            if one.repair:
                parts.append(self._repair_button(one.repair))
            elif one.way and one.state != "fine":
                parts.append(self._way_button(one.way))
            card = frame("card", column(row(*parts), label(said), margins=(14, 10, 14, 12)))
            card.setAccessibleName(f"{word}: {spoken(one.name)}. {said}")
            self._lines.addWidget(card)
        self.again.setEnabled(True)
        said_of = {
            "fine": self.tr("Alt er i orden."),
            "watch": self.tr("Ingenting er ødelagt. Noe bør du se på."),
            "fault": self.tr("Noe er ødelagt. Se den øverste linjen."),
        }
        self.status.setText(said_of[worst(findings)])

    def _repair_button(self, repair: Repair) -> QWidget:
        words = {
            "library": self.tr("Bygg søket på nytt"),
            "content": self.tr("Bruk innholdet før"),
            "binder": self.tr("Hent tilbake kopien"),
        }
        return button(words[repair], lambda: self._mend(repair), "primary")

    def _way_button(self, way: Way) -> QWidget:
        """Return the button that leads on to where something can be done."""
        update = lambda: self._context.reports.page_asked.emit("update")  # noqa: E731
        words, do = {
            "save_copy": (self.tr("Lagre kopi …"), self._save_copy),
            "add_source": (self.tr("Legg til kilde …"), update),
            "update": (self.tr("Oppdatering"), update),
            "look_again": (self.tr("Prøv igjen"), self.look),
        }[way]
        return button(words, do)

    def _save_copy(self) -> None:
        from feltperm.ui.binder.copies_row import save_copy  # noqa: PLC0415  rarely needed

        save_copy(self._context, self)

    def _mend(self, repair: Repair) -> None:
        def done(said: str) -> None:
            self._context.renew_content(lambda: self._context.begin_again(spoken(said)))

        self.status.setText(self.tr("Reparerer …"))
        self._context.doctor.run(lambda doctor: doctor.mend(repair), done, self._failed)

    def _failed(self, condition: object) -> None:
        self.again.setEnabled(True)
        self.status.setText("")
        self._context.reports.told.emit(condition)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self._context.reports.done.emit(self.tr("Rapporten er kopiert."))
