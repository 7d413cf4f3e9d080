"""Where pages report what the rest of the window must hear of."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

__all__ = ["Reports"]


class Reports(QObject):
    """Pages report here; the shell listens. Nothing is ever answered.

    Signals:
        told: a :class:`~feltperm.errors.Condition` that the user must hear of.
        said: a sentence to show.
        done: a sentence that says what went well.
        asked: a :class:`~feltperm.ui.strip.Message` with what can be answered.
        removed: puts back what was just removed (:data:`feltperm.ui.undo.PutBack`).
        undoable: puts back what was just done otherwise, and what to say of it, as «Henger videre.»
        walls_due: the print log, or what its sheets are made of, has changed.
        sites_changed: the binder holds other sites now.
        alerts_due: the content, the place or what was read has changed, and with it which alerts
            are new here.
        content_changed: the desk has other content: what is shown is to be read again.
        collections_changed: the binder holds other collections, or other records in them.
        corrections_changed: the binder holds other corrections.
        error_found: something is wrong with the record ``pack/id``, in this field of it.
        all_right: somebody asked about the record ``pack/id``, and nothing of it was wrong.
        note_changed: the note beside ``pack/id`` is now this text.
        own_wanted: a new own record is to be written, called like this.
        own_edit, own_removal: the own record of this id is to be changed, or to go.
        own_poster_asked: what is to be done about own posters, and to which of them: ``new``,
            ``file`` and ``pdf`` bring one in, ``show`` and ``share`` are for own ones, ``print``
            and ``remove`` for PDFs made elsewhere.
        handout_wanted: the service ``pack/id`` is to go on a sheet to take away.
        pocket_wanted: the services of the collection of this number are.
        page_asked: the page of this navigation button is wanted.
        near_chosen: other neighbours of that place are listed with it now.
        place_chosen: the municipality of this number is where the team works now; empty for all.
        emergency_asked: F2 was pressed where the window cannot hear it, in a dialog.
    """

    told = Signal(object)
    said = Signal(str)
    done = Signal(str)
    asked = Signal(object)
    removed = Signal(object)
    undoable = Signal(object, str)
    walls_due = Signal()
    sites_changed = Signal()
    alerts_due = Signal()
    content_changed = Signal()
    collections_changed = Signal()
    corrections_changed = Signal()
    error_found = Signal(str, str)
    all_right = Signal(str)
    note_changed = Signal(str, str)
    own_wanted = Signal(str)
    own_edit = Signal(str)
    own_removal = Signal(str)
    own_poster_asked = Signal(str, str)
    handout_wanted = Signal(str)
    pocket_wanted = Signal(int)
    emergency_asked = Signal()
    page_asked = Signal(str)
    place_chosen = Signal(str)
    near_chosen = Signal()
