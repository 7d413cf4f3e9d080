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
        alerts_due: the content, the place or what was read has changed, and with it which alerts
            are new here.
        content_changed: the desk has other content: what is shown is to be read again.
        note_changed: the note beside ``pack/id`` is now this text.
        own_wanted: a new own record is to be written, called like this.
        own_edit, own_removal: the own record of this id is to be changed, or to go.
        emergency_asked: F2 was pressed where the window cannot hear it, in a dialog.
    """

    told = Signal(object)
    said = Signal(str)
    removed = Signal(object)
    sites_changed = Signal()
    alerts_due = Signal()
    content_changed = Signal()
    note_changed = Signal(str, str)
    own_wanted = Signal(str)
    own_edit = Signal(str)
    own_removal = Signal(str)
    emergency_asked = Signal()
