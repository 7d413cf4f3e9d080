"""«Utskrift»: which printer is chosen first, and whether it is noted where sheets hang."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.settings.group import Choice, group
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button, column, label
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.wall.log_foot import LogFoot

if TYPE_CHECKING:
    from feltperm.desk.belongings import Holdings
    from feltperm.desk.preferences import Preferences
    from feltperm.desk.sheets.printers import Printer

__all__ = ["PrintGroup"]


class PrintGroup(QWidget):
    """The printers are looked for when somebody wants to choose one, and never on this thread."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._printers: list[Printer] = []
        self._name, self._title = "", ""
        self.printer = label("")
        self.state = label("", "caption")
        self.state.hide()
        self.look = button(self.tr("Velg skriver …"), self._look)
        self.forget = button(self.tr("Bruk maskinens"), lambda: self._choose(""))
        self.choice: Choice | None = None
        actions, self._place = QWidget(), QWidget()
        actions.setLayout(FlowLayout(self.look, self.forget, spacing=8))
        self._inside = column(self.printer, actions, self.state, spacing=8)
        self._place.setLayout(self._inside)
        self.log = LogFoot(context)
        chosen = self.tr("Du kan bytte skriver, papir og blekk i utskriftsvinduet for hvert ark.")
        card = group(
            context.theme,
            self.tr("Utskrift"),
            (self.tr("Standardskriver"), self._place),
            self.log,
            label(chosen, "caption"),
        )
        self.setLayout(column(card))

    def show_printer(self, wishes: Preferences) -> None:
        """Show which printer is chosen."""
        self._name, self._title = wishes.printer, wishes.printer_title
        self.printer.setText(self._title or self._name or self.tr("Den maskinen har valgt"))
        self.forget.setVisible(bool(self._name))
        if self.choice is not None:
            self.choice.show_chosen(self._name)

    def show_log(self, keeping: bool, holdings: Holdings) -> None:
        """Show whether the log is on."""
        self.log.show_state(keeping, holdings.writable)

    def _look(self) -> None:
        self._say(self.tr("Leter etter skrivere …"))
        self._context.printing.run_latest(
            "printers to choose", lambda shop: shop.printers(), self._found, self._silent
        )

    def _found(self, printers: Sequence[Printer]) -> None:
        """Offer the printers that are there, and say so where the chosen one is not."""
        self._printers = list(printers)
        if self.choice is not None:
            self._inside.removeWidget(self.choice)
            self.choice.deleteLater()
            self.choice = None
        if not printers:
            self._say(self.tr("Fant ingen skriver."))
            return
        names = [(one.name, one.description) for one in printers]
        self.choice = Choice(self.tr("Standardskriver"), names, self._choose)
        self._inside.addWidget(self.choice)
        self.choice.show_chosen(self._name)
        gone = self._name and self._name not in dict(names)
        missing = self.tr("Fant ikke «{name}». Den maskinen har valgt, brukes så lenge.")
        self._say(missing.format(name=self._title) if gone else "")

    def _silent(self, condition: Condition) -> None:
        self._found(())
        self._say(spoken(condition.message))

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _choose(self, name: str) -> None:
        title = next((one.description for one in self._printers if one.name == name), "")
        self._say("")
        self._context.desk.run(
            lambda desk: desk.prefer(printer=name, printer_title=title),
            self.show_printer,
            self._context.reports.told.emit,
        )
