"""Puts the window together from what the composition root hands over, and runs it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from feltperm.errors import Condition
from feltperm.ui.background import Lane
from feltperm.ui.context import Context
from feltperm.ui.record.stars import Stars
from feltperm.ui.reports import Reports
from feltperm.ui.shell import Shell
from feltperm.ui.toolkit.display import application
from feltperm.ui.toolkit.garbage import Collector
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.languages import speak
from feltperm.ui.toolkit.look import Look
from feltperm.ui.toolkit.machine import follow, raise_window, theme_for
from feltperm.ui.toolkit.theme import apply_colours, apply_sheet, load_fonts
from feltperm.ui.window_state import WindowState

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.areas import Geography
    from feltperm.catalogue.emergency import EmergencyCard
    from feltperm.desk.desk import Desk, Welcome
    from feltperm.desk.doctor.finding import Doctor
    from feltperm.desk.updates.update_desk import UpdateDesk
    from feltperm.packs.schedule import CheckState
    from feltperm.paper.press import Press
    from feltperm.ui.alerts.alert_watch import AlertWatch
    from feltperm.ui.binder.own_poster_writer import OwnPosterWriter
    from feltperm.ui.binder.own_writer import OwnWriter
    from feltperm.ui.one_window import Doorbell
    from feltperm.ui.posters.shop import PrintShop
    from feltperm.ui.updates.renewal import Renewal
    from feltperm.ui.updates.updating import Updating
    from feltperm.ui.wall.wall_watch import WallWatch
    from feltperm.ui.words import Words

__all__ = ["Parts", "Window"]

_log = logging.getLogger(__name__)

#: How long after the content is open it is looked at what could be newer.
_LOOK_AFTER_MS = 3_000
#: How long a new look waits for a dialog to be closed, before it looks again.
_AGAIN_MS = 500


class Parts(NamedTuple):
    """What the composition root builds and the window only uses.

    Attributes:
        load_geography, load_card: called when first needed, after the first paint.
        open_desk: called on the desk's own thread with a function that takes progress (0 to 1).
        reopen_desk: called there when the content turns out to be damaged; None if it is not that.
        renew_desk: called there when there is other content; closes the desk it is given.
        open_press: called on the press's own thread.
        open_print_shop: called on the thread of printing.
        open_updates: called on the thread of updates.
        open_doctor: called on the thread of the doctor.
        check_state: what happened so far when senders were asked; read from a small file.
        state_file: where window geometry is remembered.
        open_window: the file that is there while the window is open.
        sign: the program's own, as a drawing; the others are folders.
        journal: returns what was noted since the program began.
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
    open_doctor: Callable[[], Doctor]
    check_state: Callable[[], CheckState]
    words: Callable[[Callable[[Condition], object]], Words]
    now: Callable[[], datetime]
    state_file: Path
    open_window: Path
    sign: Path
    icons: Path
    fonts: Path
    translations: Path
    help_pages: Path
    journal: Callable[[], str]
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
        self._on_bug, self._crashing, self._begun = on_bug, False, False
        self.alerts: AlertWatch | None = None  # after the first paint
        self.wall: WallWatch | None = None
        self.app = application()
        self.app.setApplicationName("Feltperm")
        self.app.setDesktopFileName("feltperm")
        load_fonts(parts.fonts)
        self._parts = parts
        self._state = WindowState(parts.state_file)
        self._renewal: Renewal | None = None
        self._doorbell: Doorbell | None = None
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
        self.doctor: Lane[Doctor] = Lane(parts.open_doctor, self._bug)
        self.context = self._dress(look or self._state.look())
        self.shell = Shell(self.context, parts.load_card, self._state)
        apply_sheet(self.app, self.context.theme)
        self._connect()
        self._progress.moved.connect(self._show_progress)
        self._later.timeout.connect(lambda: self.renewal().start())
        self.shell.opened_desk.connect(self._later.start)
        self.desk.renewed.connect(self._renew)

    def _dress(self, look: Look) -> Context:
        """Give the application this look and language, and return what pages are made with."""
        parts = self._parts
        speak(self.app, look.language, parts.translations)
        theme = theme_for(self.app, look)
        apply_colours(self.app, theme)
        reports, moved = Reports(), self._progress.moved.emit
        return Context(
            theme=theme,
            icons=Icons(parts.icons, theme, self.app.devicePixelRatio()),
            geography=cache(parts.load_geography),
            desk=self.desk,
            press=self.press,
            printing=self.printing,
            words=cache(lambda: parts.words(reports.told.emit)),
            now=parts.now,
            program=parts.program,
            reports=reports,
            stars=Stars(self.desk, reports),
            renew=lambda desk: parts.renew_desk(desk, moved),
            updating=self.updating,
            doctor=self.doctor,
            help_pages=parts.help_pages,
            journal=parts.journal,
            versions=_versions,
            folder=parts.state_file.parent,
            state=self._state,
            look=look,
            change_look=self.change_look,
            begin_again=self.begin_again,
        )

    def _connect(self) -> None:
        # what the ones before had open is closed: the look does not change under a dialog
        self._own: OwnWriter | None = None
        self._own_posters: OwnPosterWriter | None = None
        reports = self.context.reports
        reports.own_wanted.connect(lambda words: self._writer().new(words))
        reports.own_edit.connect(self._edit_own)
        reports.own_poster_asked.connect(lambda what, id: self._poster_writer().do(what, id))
        reports.own_removal.connect(lambda id: self._writer().remove(id))

    def change_look(self, look: Look) -> None:
        """Keep the look, and make the window's contents anew in it, with all that stood in them.

        The lanes, and an update that is under way, go on. Answers to what the old contents asked
        for are dropped; the work itself is done.
        """
        self._state.keep_look(look)
        QTimer.singleShot(0, self.shell, lambda: self._change(look))  # a click is under way

    def begin_again(self, said: str) -> None:
        """Make the contents anew for a binder that is another one, and say so."""
        QTimer.singleShot(0, self.shell, lambda: self._change(self.context.look, said))

    def _change(self, look: Look, said: str = "") -> None:
        if self.shell.is_covered():
            # it belongs to the old contents, and something may be half written in it
            QTimer.singleShot(_AGAIN_MS, self.shell, lambda: self._change(look, said))
            return
        from feltperm.ui.carried import carry, put_down  # noqa: PLC0415  rarely needed

        carried = carry(self.shell)

        def go_on(welcome: Welcome) -> None:
            self.greeting.welcome(welcome)
            if not welcome.first_start:
                put_down(self.shell, carried)
            if said:
                self.shell.strip.say(said)

        for lane in (self.desk, self.press, self.printing, self.doctor):
            lane.forget_answers()
        self.context = self._dress(look)
        self.shell.fill(self.context)
        apply_sheet(self.app, self.context.theme)
        self._connect()
        if self._begun:
            self._furnish()
            self.desk.run(lambda desk: desk.welcome(), go_on, self._no_content)

    def _machine_changed(self) -> None:
        """The system asks for other colours."""
        if self.context.look.scheme == "machine":
            self._change(self.context.look)

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
        if self._doorbell is not None:
            self._doorbell.close()
        self.shell.close()
        if self._renewal is not None:
            self._renewal.close()
        self.updates.reach(lambda tools: tools.stop())
        self.updates.close(lambda _tools: None)
        self.doctor.close(lambda _doctor: None)
        self.printing.reach(lambda shop: shop.hurry())
        self.printing.close(lambda shop: shop.close())
        self.press.reach(lambda press: press.cancel())
        self.press.close(lambda press: press.close())
        self.desk.reach(lambda desk: desk.interrupt())
        self.desk.close(lambda desk: desk.close())
        self._collector.close()

    def _begin(self) -> None:
        """After the first paint: open the content, and keep the emergency card at hand."""
        from PySide6.QtGui import QIcon  # noqa: PLC0415  after the first paint

        from feltperm.ui.one_window import Doorbell  # noqa: PLC0415
        from feltperm.ui.toolkit.focus import FocusInSight  # noqa: PLC0415
        from feltperm.ui.toolkit.qt_log import log_qt_messages  # noqa: PLC0415  dear to load

        log_qt_messages()
        self.app.setWindowIcon(QIcon(str(self._parts.sign)))
        self._doorbell = Doorbell(
            self._parts.open_window, lambda: raise_window(self.shell), self.shell
        )
        self._begun = True
        self._furnish()
        follow(self.app, self.shell, self._machine_changed)
        FocusInSight(self.app, self.shell)
        self.desk.run(lambda desk: desk.welcome(), self.greeting.welcome, self._no_content)
        self.greeting.ask_whose()
        QTimer.singleShot(0, self.shell.emergency)

    def _furnish(self) -> None:
        """Make what belongs to the contents and not to their first paint."""
        from feltperm.ui.alerts.alert_watch import AlertWatch  # noqa: PLC0415  after the first paint
        from feltperm.ui.greeting import Greeting  # noqa: PLC0415
        from feltperm.ui.wall.wall_watch import WallWatch  # noqa: PLC0415

        self.greeting = Greeting(self.context, self.shell)
        self.alerts = AlertWatch(self.context, self.shell)
        self.wall = WallWatch(self.context, self.shell)
        if self._renewal is not None:
            self._renewal.speak_in(self.context, self.shell)

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
            self._own = OwnWriter(self.context, self.shell.centre, self.shell.open)
        return self._own

    def _poster_writer(self) -> OwnPosterWriter:
        """Return what writes own posters, made when it is first needed."""
        from feltperm.ui.binder.own_poster_writer import OwnPosterWriter  # noqa: PLC0415  after the first paint

        if self._own_posters is None:
            centre = self.shell.centre
            self._own_posters = OwnPosterWriter(self.context, centre, self.shell.open_poster)
        return self._own_posters

    def _edit_own(self, id: str) -> None:
        from feltperm.desk.own_posters import is_own_poster  # noqa: PLC0415  after the first paint

        (self._poster_writer() if is_own_poster(id) else self._writer()).edit(id)

    def _renew(self) -> None:
        """The content is another one, or was damaged and is there again: ask nothing."""

        def show(welcome: Welcome) -> None:
            self.greeting.show_content(welcome)
            if not self.shell.search_page.isVisible():  # nothing moves under the hand
                self.shell.search_page.search(self.shell.topbar.search.text())

        self.desk.run(lambda desk: desk.welcome(), show, self._no_content)

    def _no_content(self, condition: Condition) -> None:
        self.shell.strip.finish()
        self.shell.tell(condition)

    def _show_progress(self, share: float) -> None:
        text = QCoreApplication.translate(  # while the library is being built (SCREENS 2.11)
            "Window", "Gjør søket klart … {n} %. Akuttkortet (F2) virker nå."
        )
        self.shell.strip.progress(text.format(n=round(share * 100)), share)

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


def _versions() -> Mapping[str, str]:
    from feltperm.ui.help.versions import versions_of_the_program  # noqa: PLC0415  rarely needed

    return versions_of_the_program()
