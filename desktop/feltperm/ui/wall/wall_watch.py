"""Watches what hangs: says how many sheets must be changed, wherever in the program one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from feltperm.ui.context import Context
from feltperm.ui.strip import Action
from feltperm.ui.toolkit.spoken import spoken

if TYPE_CHECKING:
    from feltperm.desk.recall import Wall
    from feltperm.ui.shell import Shell

__all__ = ["WallWatch"]

#: How often it is asked whether another day has begun, in milliseconds: what held to yesterday
#: must come down today.
_LOOK_MS = 60_000
#: How long after the content is open it is compared first: whoever begins to type goes first.
_FIRST_MS = 2_000


class WallWatch(QObject):
    """Belongs to one filling of the window; made after the first paint.

    Signals:
        changed: the status line is that of a new :class:`~feltperm.desk.recall.Wall`.
    """

    changed = Signal(object)

    def __init__(self, context: Context, shell: Shell) -> None:
        super().__init__(shell.centre)
        self._context, self._shell = context, shell
        self.wall: Wall | None = None
        self._day = context.now().date()
        reports = context.reports
        for due in (context.desk.renewed, reports.sites_changed, reports.walls_due):
            due.connect(self.refresh)
        self._first = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._first.timeout.connect(self.refresh)
        shell.opened_desk.connect(self._first.start)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def refresh(self) -> None:
        """Compare again; what cannot be answered leaves everything as it is."""
        self._context.desk.run_latest(
            "wall", lambda desk: desk.recall.wall(), self._show, self._context.reports.told.emit
        )

    def look(self) -> None:
        """Compare again where another day has begun."""
        if self._day != self._context.now().date():
            self._day = self._context.now().date()
            self._context.reports.walls_due.emit()

    def _show(self, wall: Wall) -> None:
        """Show how many; speak of it where a change made by hand has made it more.

        An update says it itself (:mod:`feltperm.ui.updates.update_offers`).
        """
        before, self.wall = self.wall, wall
        self._shell.statusline.show_wall(spoken(wall.words))
        more = before is not None and len(wall.todo - before.todo) > 0
        if more and before is not None and before.content == wall.content:
            self._shell.strip.say(
                f"{spoken(wall.words)}.", [Action(self.tr("Se oppslagene"), self._shell.show_wall)]
            )
        self.changed.emit(wall)
