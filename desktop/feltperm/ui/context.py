"""What every page is given: the look, the lanes to the desk and the press, and where to report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from feltperm.ui.background import Lane
from feltperm.ui.icons import Icons
from feltperm.ui.reports import Reports
from feltperm.ui.stars import Stars
from feltperm.ui.theme import Theme

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.areas import Geography
    from feltperm.desk.desk import Desk
    from feltperm.paper.press import Press
    from feltperm.ui.words import Words

__all__ = ["Context"]


@dataclass(frozen=True, slots=True)
class Context:
    """Built once by the composition root and handed to every page.

    Attributes:
        geography: the municipalities; read when first asked for, after the first paint.
        desk: the lane on which the desk's use cases run.
        press: the lane on which sheets are set.
        words: wordings of values; made when first asked for, after the first paint.
        program: how this program starts itself, for its child processes.
    """

    theme: Theme
    icons: Icons
    geography: Callable[[], Geography]
    desk: Lane[Desk]
    press: Lane[Press]
    words: Callable[[], Words]
    now: Callable[[], datetime]
    program: tuple[str, ...]
    reports: Reports
    stars: Stars

    def ask(self, dialog: QDialog) -> bool:
        """Run a modal dialog and return whether it was accepted.

        A modal dialog shuts the window's own keys out, so F2 is added to it: the emergency card
        opens over everything (SCREENS 2.3). The dialog is deleted once its answer has been read.
        """
        QShortcut(QKeySequence(Qt.Key.Key_F2), dialog, self.reports.emergency_asked.emit)
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return accepted
