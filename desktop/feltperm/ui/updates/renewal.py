"""Everything of the window that gets new content, put together after the first paint."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from feltperm.ui.background import Lane
from feltperm.ui.context import Context
from feltperm.ui.shell import Shell
from feltperm.ui.updates.rhythm import Clock, Hints, Rhythm
from feltperm.ui.updates.sticks import Sticks, Volumes
from feltperm.ui.updates.update_offers import UpdateOffers
from feltperm.ui.updates.updating import Updating

if TYPE_CHECKING:
    from feltperm.desk.preferences import Preferences
    from feltperm.desk.updates.update_desk import UpdateDesk
    from feltperm.packs.schedule import CheckState

__all__ = ["Renewal"]

_log = logging.getLogger(__name__)


class Renewal(QObject):
    """The updates of one window, the sticks it notices, and what is said of both.

    Attributes:
        updating: leads the updates.
        sticks: looks for sticks once :meth:`start` is called.
    """

    def __init__(
        self,
        context: Context,
        shell: Shell,
        lane: Lane[UpdateDesk],
        state: Callable[[], CheckState],
        bug: Callable[[BaseException], None],
    ) -> None:
        """Work on ``lane``, and speak in the strip of ``shell``."""
        super().__init__(shell)
        clock = Clock(context.now, time.monotonic, random.random)
        self._started = False
        self.updating = Updating(lane, Rhythm(state, clock, _hints, self), self)
        self.sticks = Sticks(bug, Volumes(), self)
        self._offers: UpdateOffers | None = None
        self.speak_in(context, shell)

    def speak_in(self, context: Context, shell: Shell) -> None:
        """Speak in the strip of ``shell``, which may have been filled anew."""
        if self._offers is not None:
            self._offers.deleteLater()
        self._context = context
        self._offers = UpdateOffers(
            context,
            self.updating,
            shell.strip,
            show_page=lambda: shell.go("update"),
            show_wall=shell.show_wall,
            open_stick=lambda stick, way: shell.pages.update_page().open_stick(stick, way),
        )
        self._offers.listen(self.sticks)

    def start(self) -> None:
        """Begin, once the content is open."""
        if self._started:
            return
        self._started = True

        def begin(wishes: Preferences) -> None:
            self.updating.follow(wishes)
            self.updating.start()
            self.sticks.start()

        self._context.desk.run(
            lambda desk: desk.preferences(),
            begin,
            self._context.reports.told.emit,
        )

    def close(self) -> None:
        """Begin nothing more; what is under way is stopped with its lane."""
        self.updating.rhythm.stop()
        self.updating.course.halt()
        self.sticks.close()


class _NoHints(QObject):
    """Knows nothing of the network; what is due is asked all the same."""

    appeared = Signal()

    def look(self) -> None:
        """There is nothing to look at."""

    def online(self) -> bool:
        """Let it be tried."""
        return True

    def metered(self) -> bool:
        """Count as unknown."""
        return False


def _hints() -> Hints:
    # Qt's network library is loaded where there is a sender to ask, and nowhere else.
    try:
        from feltperm.ui.updates.reachability import Reachability, information  # noqa: PLC0415
    except ImportError:  # some systems pack it apart, and a hint is nothing to stop for
        _log.warning("no hints of the network", exc_info=True)
        return _NoHints()
    return Reachability(information())
