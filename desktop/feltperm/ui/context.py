"""What every page is given: the look, the lanes to the desk and the press, and where to report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from feltperm.ui.background import Lane
from feltperm.ui.icons import Icons
from feltperm.ui.theme import Theme

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.areas import Geography
    from feltperm.desk.desk import Desk
    from feltperm.paper.press import Press
    from feltperm.ui.words import Words

__all__ = ["Context", "Reports"]


class Reports(QObject):
    """Pages report here; the shell listens. Nothing is ever answered.

    Signals:
        told: a :class:`~feltperm.errors.Condition` that the user must hear of.
        said: a sentence to show.
        removed: a function that puts back what was just removed.
        favourites_changed, sites_changed: the binder holds something else now.
    """

    told = Signal(object)
    said = Signal(str)
    removed = Signal(object)
    favourites_changed = Signal()
    sites_changed = Signal()


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
