"""Watches for alerts that are new here: keeps banner and count as the content and the day are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from feltperm.errors import Condition
from feltperm.ui.context import Context

if TYPE_CHECKING:
    from feltperm.desk.alerts_mine import AlertBoard, AlertLine
    from feltperm.ui.alerts.alert_banner import AlertBanner
    from feltperm.ui.shell import Shell

__all__ = ["AlertWatch"]

#: How often it is asked whether another day has begun, in milliseconds. A machine that wakes asks
#: at once, for its timer is overdue.
_LOOK_MS = 60_000


class AlertWatch(QObject):
    """Belongs to one filling of the window; made after the first paint.

    Signals:
        changed: banner and count are those of a new :class:`AlertBoard`.
    """

    changed = Signal(object)

    def __init__(self, context: Context, shell: Shell) -> None:
        super().__init__(shell.centre)
        self._context, self._shell = context, shell
        self.board: AlertBoard | None = None
        self._closed: set[tuple[str, str]] = set()
        self.banner: AlertBanner | None = None  # made with the first alert that it has to show
        context.reports.alerts_due.connect(self.refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def refresh(self) -> None:
        """Ask the desk again; what cannot be answered leaves everything as it is."""
        self._context.desk.run_latest(
            "alerts", lambda desk: desk.alert_board(), self._show, self._context.reports.told.emit
        )

    def look(self) -> None:
        """Ask again where another day has begun: what held to yesterday is off the banner."""
        if self.board is not None and self.board.day != self._context.now().date():
            self._context.reports.alerts_due.emit()

    def _show(self, board: AlertBoard) -> None:
        self.board = board
        self._shell.rail.count("alerts", len(board.new))
        self._show_banner()
        self.changed.emit(board)

    def _show_banner(self) -> None:
        """Show what is more than for information, and was not closed since the program began."""
        new = self.board.new if self.board else ()
        lines = [one for one in new if one.level != "info" and _key(one) not in self._closed]
        if lines and self.banner is None:
            self.banner = self._made()
        if self.banner is not None:
            self.banner.show_alerts(lines)

    def _made(self) -> AlertBanner:
        from feltperm.ui.alerts.alert_banner import AlertBanner  # noqa: PLC0415  rarely needed
        from feltperm.ui.toolkit.focus import tab_after  # noqa: PLC0415

        made = AlertBanner(self._context.theme, self._context.icons)
        made.read.connect(self._read)
        made.poster_asked.connect(self._shell.open_poster)
        made.marked.connect(self._mark)
        made.closed.connect(self._close)
        made.left.connect(self._shell.topbar.search.setFocus)
        self._shell.put_under_topbar(made)
        tab_after(self._shell.topbar.emergency_button, made.buttons())
        return made

    def _read(self, ref: str) -> None:
        self._shell.go("alerts")
        self._shell.pages.alerts().choose(ref)

    def _mark(self, line: AlertLine) -> None:
        def failed(condition: Condition) -> None:
            # it cannot be kept: it is not to stand in the way for ever all the same
            self._close(line)
            self._context.reports.told.emit(condition)

        self._context.desk.run(
            lambda desk: desk.alerts.mark_read(line.ref, line.version),
            lambda _done: self._context.reports.alerts_due.emit(),
            failed,
        )

    def _close(self, line: AlertLine) -> None:
        self._closed.add(_key(line))
        self._show_banner()


def _key(line: AlertLine) -> tuple[str, str]:
    return line.ref, line.version
