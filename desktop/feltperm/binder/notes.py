"""Own notes: one to a record, in the user's words, for this binder alone.

They are never part of a pack, a library or a file that leaves the machine; who wants to share
what he knows of a place writes an own record (:mod:`feltperm.binder.own_records`).
"""

from __future__ import annotations

import msgspec

from feltperm.binder.conditions import NoteRefused
from feltperm.binder.connection import Row, Store
from feltperm.binder.text import level, tidy
from feltperm.wording import say

__all__ = ["MAX_NOTE", "Note", "Notes"]

#: Longest note in characters: two pages, and far more than is read beside a telephone number.
MAX_NOTE = 4000


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody here has written beside a record.

    Attributes:
        pack, id: whose record it is beside; the record may have left the content since.
        changed_at: ISO local time of the last change.
    """

    pack: str
    id: str
    text: str
    changed_at: str = ""


_COLUMNS = "pack, id, text, changed_at"
#: What is taken out of the file is written over too: it may have named somebody after all.
_WRITE_OVER = "PRAGMA secure_delete = ON"


def _note(row: Row) -> Note:
    return Note(**dict(zip(_COLUMNS.split(", "), row, strict=True)))


class Notes:
    """The notes of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Note, ...]:
        """Return all notes, the one changed last first."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM notes ORDER BY changed_at DESC, pack, id")
        return tuple(map(_note, rows))

    def get(self, pack: str, id: str) -> Note | None:
        """Return the note beside a record, or None."""
        rows = self._store.rows(
            f"SELECT {_COLUMNS} FROM notes WHERE pack = ? AND id = ?", (pack, id)
        )
        return _note(rows[0]) if rows else None

    def put(self, note: Note) -> Note | None:
        """Keep a note in place of the one there is; return it as kept.

        A text of nothing but spaces takes the note away, and gives None.

        Raises:
            NoteRefused: the text is longer than :data:`MAX_NOTE`.
        """
        if len(note.text) > 2 * MAX_NOTE:  # a document was pasted: do not even read it through
            raise _too_long(len(note.text))
        text = tidy(level(note.text))
        if len(text) > MAX_NOTE:
            raise _too_long(len(text))
        if not text:
            self.remove(note.pack, note.id)
            return None
        kept = msgspec.structs.replace(note, text=text)
        with self._store.write() as connection:
            connection.execute(_WRITE_OVER)
            connection.execute(
                f"INSERT INTO notes ({_COLUMNS}) VALUES (?, ?, ?, ?) ON CONFLICT (pack, id)"
                " DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at",
                msgspec.structs.astuple(kept),
            )
        return kept

    def remove(self, pack: str, id: str) -> Note | None:
        """Take a note away; return what :meth:`put_back` takes, or None if there was none."""
        with self._store.write() as connection:
            connection.execute(_WRITE_OVER)
            row = connection.execute(
                f"SELECT {_COLUMNS} FROM notes WHERE pack = ? AND id = ?", (pack, id)
            ).fetchone()
            connection.execute("DELETE FROM notes WHERE pack = ? AND id = ?", (pack, id))
        return None if row is None else _note(row)

    def put_back(self, note: Note) -> None:
        """Undo a removal. Written anew since: no change."""
        with self._store.write() as connection:
            connection.execute(
                f"INSERT INTO notes ({_COLUMNS}) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (pack, id) DO NOTHING",
                msgspec.structs.astuple(note),
            )


def _too_long(length: int) -> NoteRefused:
    return NoteRefused(
        say("Notatet er for langt. Det er plass til {n} tegn.", n=MAX_NOTE), f"{length} characters"
    )
