"""Puts the window together from what the composition root hands over, and runs it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from feltperm.errors import Condition
from feltperm.ui.background import Lane
from feltperm.ui.context import Context
from feltperm.ui.record.stars import Stars
from feltperm.ui.reports import Reports
from feltperm.ui.shell import Shell
from feltperm.ui.toolkit.colours import DARK, LIGHT
from feltperm.ui.toolkit.display import application
from feltperm.ui.toolkit.garbage import Collector
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.theme import Theme, apply_theme, follow_machine, load_fonts
from feltperm.ui.window_state import WindowState

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.areas import Geography
    from feltperm.catalogue.emergency import EmergencyCard
    from feltperm.desk.desk import Desk, Welcome
    from feltperm.desk.updates.update_desk import UpdateDesk
    from feltperm.packs.schedule import CheckState
    from feltperm.paper.press import Press
    from feltperm.ui.alerts.alert_watch import AlertWatch
    from feltperm.ui.binder.own_poster_writer import OwnPosterWriter
    from feltperm.ui.binder.own_writer import OwnWriter
    from feltperm.ui.posters.shop import PrintShop
    from feltperm.ui.updates.renewal import Renewal
    from feltperm.ui.updates.updating import Updating
    from feltperm.ui.wall.wall_watch import WallWatch
    from feltperm.ui.words import Words

__all__ = ["Look", "Parts", "Window"]

_log = logging.getLogger(__name__)

#: How long after the content is open it is looked at what could be newer.
_LOOK_AFTER_MS = 3_000
#: Said while the library is being built (SCREENS 2.11).
_PREPARING = "Gjør søket klart … {n} %. Akuttkortet (F2) virker nå."


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks where it does not follow the machine: a scheme and a text scale."""

    scheme: str = ""
    text_scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Parts:
    """What the composition root builds and the window only uses.

    Attributes:
        load_geography, load_card: called when first needed, after the first paint.
        open_desk: called on the desk's own thread with a function that takes progress (0 to 1).
        reopen_desk: called there when the content turns out to be damaged; None if it is not that.
        renew_desk: called there when there is other content; closes the desk it is given.
        open_press: called on the press's own thread.
        open_print_shop: called on the thread of printing.
        open_updates: called on the thread of updates.
        check_state: what happened so far when senders were asked; read from a small file.
        state_file: where window geometry is remembered.
        icons, fonts, translations: folders.
        words: makes the wordings, after the first paint; told what of them is damaged.
        program: how this program starts itself.
        restart: how it opens this window again, on the same profile.
    """

    load_geography: Callable[[], Geography]
    load_card: Callable[[], EmergencyCard]
    open_desk: Callable[[Callable[[float], None]], Desk]
    reopen_desk: Callable[[Desk, Condition, Callable[[float], None]], Desk | None]
    renew_desk: Callable[[Desk, Callable[[float], None]], Desk]
    open_press: Callable[[], Press]
    open_print_shop: Callable[[], PrintShop]
    open_updates: Callable[[], UpdateDesk]
    check_state: Callable[[], CheckState]
    words: Callable[[Callable[[Condition], object]], Words]
    now: Callable[[], datetime]
    state_file: Path
    icons: Path
    fonts: Path
    translations: Path
    program: tuple[str, ...]
    restart: tuple[str, ...]


class _Progress(QObject):
    """Carries progress from the desk's thread to the window's."""

    moved = Signal(float)


class Window:
    """The application object, the window and its lanes, alive until :meth:`close`."""

    def __init__(
        self,
        parts: Parts,
        look: Look | None = None,
        on_bug: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Build everything that must stand before the first paint, and nothing else.

        Args:
            on_bug: told of unexpected errors in place of the crash dialog, where nobody is there
                to answer one.
        """
        self._on_bug, self._crashing = on_bug, False
        self.alerts: AlertWatch | None = None  # after the first paint
        self.wall: WallWatch | None = None
        look = look or Look()
        self.app = application()
        self.app.setApplicationName("Feltperm")
        self.app.setDesktopFileName("feltperm")
        load_fonts(parts.fonts)
        colours = {"light": LIGHT, "dark": DARK}.get(look.scheme) or follow_machine(self.app)
        theme = Theme(colours, look.text_scale)
        apply_theme(self.app, theme)
        icons = Icons(parts.icons, theme, self.app.devicePixelRatio())
        self._parts = parts
        self._own: OwnWriter | None = None
        self._own_posters: OwnPosterWriter | None = None
        self._renewal: Renewal | None = None
        self._later = QTimer(singleShot=True, interval=_LOOK_AFTER_MS)
        self._collector = Collector()
        self._progress = _Progress()
        moved = self._progress.moved.emit
        self.desk: Lane[Desk] = Lane(
            lambda: parts.open_desk(moved),
            self._bug,
            recover=lambda desk, condition: parts.reopen_desk(desk, condition, moved),
        )
        self.press: Lane[Press] = Lane(parts.open_press, self._bug)
        self.printing: Lane[PrintShop] = Lane(parts.open_print_shop, self._bug)
        self.updates: Lane[UpdateDesk] = Lane(parts.open_updates, self._bug)
        reports = Reports()
        self.context = Context(
            theme=theme,
            icons=icons,
            geography=cache(parts.load_geography),
            desk=self.desk,
            press=self.press,
            printing=self.printing,
            words=cache(lambda: parts.words(self.context.reports.told.emit)),
            now=parts.now,
            program=parts.program,
            reports=reports,
            stars=Stars(self.desk, reports),
            renew=lambda desk: parts.renew_desk(desk, moved),
            updating=self.updating,
        )
        self.shell = Shell(self.context, parts.load_card, WindowState(parts.state_file))
        self._progress.moved.connect(self._show_progress)
        self._later.timeout.connect(lambda: self.renewal().start())
        self.shell.opened_desk.connect(self._later.start)
        self.desk.renewed.connect(self._renew)
        reports.own_wanted.connect(lambda words: self._writer().new(words))
        reports.own_edit.connect(self._edit_own)
        reports.own_poster_asked.connect(lambda what, id: self._poster_writer().do(what, id))
        reports.own_removal.connect(lambda id: self._writer().remove(id))
        self.shell.topbar.search.setFocus()

    def show(self) -> None:
        """Show the window; the content is opened after it has been painted."""
        self.shell.painted.connect(self._begin)
        self.shell.show()

    def run(self, exit_when_ready: bool = False) -> int:
        """Show the window and run until it is closed; return the exit code.

        With ``exit_when_ready`` it prints ``ready`` once the search field takes text, and ends.
        """
        sys.excepthook = self._crash
        if exit_when_ready:
            self.shell.painted.connect(self._report_ready)
            self.shell.show()
        else:
            self.show()
        code = self.app.exec()
        self.close()
        return code

    def close(self) -> None:
        """Close the window and its lanes; waits for what they are doing."""
        self._later.stop()
        self.shell.close()
        if self._renewal is not None:
            self._renewal.close()
        self.updates.reach(lambda tools: tools.stop())
        self.updates.close(lambda _tools: None)
        self.printing.reach(lambda shop: shop.hurry())
        self.printing.close(lambda shop: shop.close())
        self.press.reach(lambda press: press.cancel())
        self.press.close(lambda press: press.close())
        self.desk.reach(lambda desk: desk.interrupt())
        self.desk.close(lambda desk: desk.close())
        self._collector.close()

    def _begin(self) -> None:
        """After the first paint: open the content, and keep the emergency card at hand."""
        from feltperm.ui.alerts.alert_watch import AlertWatch  # noqa: PLC0415  after the first paint
        from feltperm.ui.toolkit.qt_log import log_qt_messages  # noqa: PLC0415  dear to load
        from feltperm.ui.toolkit.qt_words import speak_norwegian  # noqa: PLC0415  after the first paint
        from feltperm.ui.wall.wall_watch import WallWatch  # noqa: PLC0415  after the first paint

        log_qt_messages()
        speak_norwegian(self.shell, self._parts.translations)
        self.alerts = AlertWatch(self.context, self.shell)
        self.wall = WallWatch(self.context, self.shell)
        self.desk.run(lambda desk: desk.welcome(), self.shell.welcome, self._no_content)
        QTimer.singleShot(0, self.shell.emergency)

    def renewal(self) -> Renewal:
        """Return what gets new content, made when it is first needed."""
        from feltperm.ui.updates.renewal import Renewal  # noqa: PLC0415  after the first paint

        if self._renewal is None:
            state = self._parts.check_state
            self._renewal = Renewal(self.context, self.shell, self.updates, state, self._bug)
        return self._renewal

    def updating(self) -> Updating:
        """Return what leads the updates of content."""
        return self.renewal().updating

    def _writer(self) -> OwnWriter:
        """Return what writes own records, made when it is first needed."""
        from feltperm.ui.binder.own_writer import OwnWriter  # noqa: PLC0415  after the first paint

        if self._own is None:
            self._own = OwnWriter(self.context, self.shell, self.shell.open)
        return self._own

    def _poster_writer(self) -> OwnPosterWriter:
        """Return what writes own posters, made when it is first needed."""
        from feltperm.ui.binder.own_poster_writer import OwnPosterWriter  # noqa: PLC0415  after the first paint

        if self._own_posters is None:
            self._own_posters = OwnPosterWriter(self.context, self.shell, self.shell.open_poster)
        return self._own_posters

    def _edit_own(self, id: str) -> None:
        from feltperm.desk.own_posters import is_own_poster  # noqa: PLC0415  after the first paint

        (self._poster_writer() if is_own_poster(id) else self._writer()).edit(id)

    def _renew(self) -> None:
        """The content is another one, or was damaged and is there again: ask nothing."""

        def show(welcome: Welcome) -> None:
            self.shell.show_content(welcome)
            if not self.shell.search_page.isVisible():  # nothing moves under the hand
                self.shell.search_page.search(self.shell.topbar.search.text())

        self.desk.run(lambda desk: desk.welcome(), show, self._no_content)

    def _no_content(self, condition: Condition) -> None:
        self.shell.strip.finish()
        self.shell.tell(condition)

    def _show_progress(self, share: float) -> None:
        self.shell.strip.progress(_PREPARING.format(n=round(share * 100)), share)

    def _report_ready(self) -> None:
        if self.shell.topbar.search.isEnabled():
            print("ready", flush=True)
        QTimer.singleShot(0, self.app.quit)

    def _bug(self, error: BaseException) -> None:
        if self._on_bug is not None:
            self._on_bug(error)
        elif not self._crashing:  # one report says it; a second on top of it would hide the first
            self._crashing = True
            from feltperm.ui.crash import CrashDialog  # noqa: PLC0415  only when it happens

            self.context.ask(CrashDialog(error, self._parts.restart, self.shell))
            self._crashing = False

    def _crash(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        if isinstance(error, KeyboardInterrupt):  # Ctrl+C in the terminal
            self.app.quit()
            return
        _log.error("unexpected error", exc_info=error)
        self._bug(error)
