"""What every page is given: the look, the lanes to the desk and the press, and where to report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from feltperm.ui.background import Lane
from feltperm.ui.record.stars import Stars
from feltperm.ui.reports import Reports
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.look import Look
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.window_state import WindowState

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.areas import Geography
    from feltperm.desk.desk import Desk
    from feltperm.desk.doctor.finding import Doctor
    from feltperm.paper.press import Press
    from feltperm.ui.posters.shop import PrintShop
    from feltperm.ui.updates.updating import Updating
    from feltperm.ui.words import Words

__all__ = ["Context"]


class Context(NamedTuple):
    """Built once by the composition root and handed to every page.

    Attributes:
        geography: the municipalities; read when first asked for, after the first paint.
        desk: the lane on which the desk's use cases run.
        press: the lane on which sheets are set.
        printing: the lane on which they are sent to printers, which may take its time.
        words: wordings of values; made when first asked for, after the first paint.
        program: how this program starts itself, for its child processes.
        renew: given the desk, opens one on the content as it is now; for ``desk.renew``.
        updating: leads the updates of content; made when first asked for, after the first paint.
        doctor: the lane on which everything is looked at that the program stands on.
        help_pages: the folder of the pages that the help shows.
        journal: returns what was noted since the program began.
        versions: returns what the program is made of, by name.
        folder: where the binder and what was installed lie on this machine.
        state: remembers how the window and its pages stood.
        look: what the person has chosen of the look, and the language of the window.
        change_look: keeps another one and makes the window's contents anew in it.
        begin_again: makes them anew because the binder is another one, and says this.
    """

    theme: Theme
    icons: Icons
    geography: Callable[[], Geography]
    desk: Lane[Desk]
    press: Lane[Press]
    printing: Lane[PrintShop]
    words: Callable[[], Words]
    now: Callable[[], datetime]
    program: tuple[str, ...]
    reports: Reports
    stars: Stars
    renew: Callable[[Desk], Desk]
    updating: Callable[[], Updating]
    doctor: Lane[Doctor]
    help_pages: Path
    journal: Callable[[], str]
    versions: Callable[[], Mapping[str, str]]
    folder: Path
    state: WindowState
    look: Look
    change_look: Callable[[Look], None]
    begin_again: Callable[[str], None]

    def renew_content(self, then: Callable[[], object] = lambda: None) -> None:
        """Put a desk on the content as it is now in place of the one there is, and say so.

        Args:
            then: called once all is shown from the new one.
        """

        def done(_answer: None) -> None:
            self.reports.content_changed.emit()
            then()

        self.desk.renew(self.renew, self.reports.told.emit)
        self.desk.run(lambda _desk: None, done, self.reports.told.emit)  # behind it

    def ask(self, dialog: QDialog) -> bool:
        """Run a modal dialog and return whether it was accepted.

        A modal dialog shuts the window's own keys out, so F2 is added to it: the emergency card
        opens over everything (SCREENS 2.3). The dialog is deleted once its answer has been read.
        """
        QShortcut(QKeySequence(Qt.Key.Key_F2), dialog, self.reports.emergency_asked.emit)
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return accepted
