"""«Innhold»: how new content comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from feltperm.ui.context import Context
from feltperm.ui.settings.group import Choice, group
from feltperm.ui.toolkit.parts import button, column, label
from feltperm.ui.toolkit.tick import Tick

if TYPE_CHECKING:
    from feltperm.desk.desk import Desk
    from feltperm.desk.preferences import Checks, Preferences

__all__ = ["ContentGroup"]

#: Megabytes a month over links that cost: an update is some tens of kilobytes.
_LIMITS = (1, 5, 20, 100)


class ContentGroup(QWidget):
    """The sources themselves are on the page «Oppdatering»."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.checks = Choice(
            self.tr("Se etter nytt"),
            (
                ("hourly", self.tr("Ved start og hver time")),
                ("daily", self.tr("Ved start og hver dag")),
                ("never", self.tr("Bare når jeg ber om det")),
            ),
            lambda value: self._keep(lambda old: replace(old, checks=cast("Checks", value))),
        )
        self.limit = Choice(
            self.tr("Datagrense i måneden på mobilnett"),
            [(str(n), self.tr("{n} MB").format(n=n)) for n in _LIMITS],
            lambda value: self._keep(lambda old: replace(old, month_limit=int(value) * 1_000_000)),
        )
        self.only_wifi = Tick(self.tr("Bare på wifi"))
        self.only_wifi.clicked.connect(
            lambda on: self._keep(lambda old: replace(old, only_wifi=on))
        )
        self.sources = button(
            self.tr("Kilder og minnepinner …"), lambda: context.reports.page_asked.emit("update")
        )
        card = group(
            context.theme,
            self.tr("Innhold"),
            (self.tr("Se etter nytt"), self.checks),
            (self.tr("Mobilnett"), self.only_wifi),
            (self.tr("Datagrense i måneden"), self.limit),
            self.sources,
            label(self.tr("Varsler som gjelder akutt fare, hentes på samme måte."), "caption"),
        )
        self.setLayout(column(card))

    def show_wishes(self, wishes: Preferences) -> None:
        """Show what is chosen."""
        self.checks.show_chosen(wishes.checks)
        self.only_wifi.setChecked(wishes.only_wifi)
        megabytes = wishes.month_limit // 1_000_000
        nearest = min(_LIMITS, key=lambda one: abs(one - megabytes))
        self.limit.show_chosen(str(nearest))

    def _keep(self, change: Callable[[Preferences], Preferences]) -> None:
        """Keep the choice; it holds for this session even where it cannot be kept."""

        def work(desk: Desk) -> Preferences:
            wishes = change(desk.preferences())
            wishes.keep(desk.binder.settings)
            return wishes

        self._context.desk.run(
            work, self._context.updating().follow, self._context.reports.told.emit
        )
