"""Where pages report what the rest of the window must hear of."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

__all__ = ["Reports"]


class Reports(QObject):
    """Pages report here; the shell listens. Nothing is ever answered.

    Signals:
        told: a :class:`~feltperm.errors.Condition` that the user must hear of.
        said: a sentence to show.
        removed: puts back what was just removed (:data:`feltperm.ui.undo.PutBack`).
        sites_changed: the binder holds other sites now.
        emergency_asked: F2 was pressed where the window cannot hear it, in a dialog.
    """

    told = Signal(object)
    said = Signal(str)
    removed = Signal(object)
    sites_changed = Signal()
    emergency_asked = Signal()
