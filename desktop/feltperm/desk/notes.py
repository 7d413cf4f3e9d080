"""Own notes beside records: written, taken away, put back, and found by search.

They stay in the binder: no pack, library, sheet or file that leaves the machine has them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from feltperm.binder import Binder, Note
from feltperm.catalogue.library import Ref, Row
from feltperm.search import Analyser
from feltperm.search import Note as Found
from feltperm.search import Notes as Findable

__all__ = ["Notebook"]


class _Titles(Protocol):
    """As much of :class:`feltperm.catalogue.library.Library` as is needed here."""

    def row(self, ref: Ref, /) -> Row | None:
        """Return what a list shows of a record."""


class Notebook:
    """The use cases, for the thread that opened the binder. Writes can raise DiskFull, ReadOnly.

    Args:
        library: what the records are called now.
        analyser: that of the search.
        clock: gives the local time.
        tell: is given all notes as search takes them, at once and after each change.
    """

    def __init__(
        self,
        binder: Binder,
        library: _Titles,
        analyser: Analyser,
        clock: Callable[[], datetime],
        tell: Callable[[Findable], None],
    ) -> None:
        self._kept = binder.notes
        self._library = library
        self._analyser = analyser
        self._clock = clock
        self._tell = tell
        self.renew()

    def list(self) -> tuple[Note, ...]:
        """Return all notes, the one changed last first."""
        return self._kept.list()

    def text(self, ref: str) -> str:
        """Return what is written beside a record; may be empty."""
        note = self._kept.get(*Ref.parse(ref))
        return note.text if note else ""

    def write(self, ref: str, text: str, shown: str | None = None) -> Note | None:
        """Keep a note beside a record; return what stood there before, for :meth:`put_back`.

        Nothing but spaces takes the note away.

        Args:
            shown: what stood there when the text was begun. Where another window, or a copy that
                was fetched back, has put other words there since, they stand below the text.

        Raises:
            NoteRefused: the text is too long.
            NotFound: ``ref`` names no record.
        """
        pack, id = Ref.parse(ref)
        before = self._kept.get(pack, id)
        if before and shown not in (None, before.text) and before.text not in text:
            text = f"{text.rstrip()}\n\n{before.text}" if text.strip() else before.text
        now = self._clock().isoformat(timespec="seconds")
        self._kept.put(Note(pack=pack, id=id, text=text, changed_at=now))
        self.renew()
        return before

    def remove(self, ref: str) -> Note | None:
        """Take a note away; return what :meth:`put_back` takes, None if there was none."""
        removed = self._kept.remove(*Ref.parse(ref))
        self.renew()
        return removed

    def put_back(self, removed: Note) -> None:
        """Undo a removal. Written anew since: no change."""
        self._kept.put_back(removed)
        self.renew()

    def renew(self) -> None:
        """Let search have the notes as they are now, as after another binder was put in place."""
        found = [
            Found(ref, row.title, note.text)
            for note in self._kept.list()
            if (row := self._library.row(ref := Ref(note.pack, note.id)))
        ]
        self._tell(Findable(found, self._analyser))
