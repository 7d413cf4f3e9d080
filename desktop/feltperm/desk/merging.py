"""An own record whose place the content has got meanwhile: merged, or for ever left as it is.

Merging moves star, note and places in lists from the own record to the one of the content, and
takes the own record away, in one transaction. An update never does it by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from feltperm.binder import Binder, Favourite, ListedRecord, Note
from feltperm.catalogue.library import OWN_PACK, Library, Ref
from feltperm.catalogue.records import Service, pick
from feltperm.catalogue.same_place import same_place
from feltperm.desk.collect import listed
from feltperm.desk.own import Change, OwnRecords
from feltperm.errors import NotFound
from feltperm.wording import say

__all__ = ["Merged", "Merger", "Proposal"]

#: How the settings begin that say which are not the same, as ``other-place.eget-kafe``.
_DECLINED = "other-place."
_NAMES_BETWEEN = " "


class Proposal(NamedTuple):
    """An own record, and the record of the content that is the same place.

    Attributes:
        sender: who publishes that.
    """

    own: str
    ref: str
    title: str
    sender: str


class Merged(NamedTuple):
    """What a merging has changed, for :meth:`Merger.undo`.

    Attributes:
        star, note: those of the own record; ``noted`` is what stood beside the other before.
        starred: the other has the star from here.
        lists: by number, the own record as it was in it, and whether the other is new there.
    """

    proposal: Proposal
    removed: Change
    star: Favourite | None
    starred: bool
    note: Note | None
    noted: Note | None
    lists: tuple[tuple[int, ListedRecord, bool], ...]


class Merger:
    """The use cases, for the thread that opened the binder. Writes can raise DiskFull, ReadOnly.

    Args:
        library: the content, with the own records in it.
    """

    def __init__(self, binder: Binder, library: Library, own: OwnRecords) -> None:
        self._binder, self._library, self._own = binder, library, own

    def proposals(self) -> tuple[Proposal, ...]:
        """Return what could be merged and was not declined, by title."""
        own = self._own.list()
        rows = self._library.perhaps_same(own) if own else []
        entries = self._library.get_many([row.ref for row in rows])
        others = [(one, one.record) for one in entries if isinstance(one.record, Service)]
        found = []
        for mine in own:
            same = same_place(mine, others)
            if same is not None and str(same.ref) not in self._declined(mine.id):
                title = pick(mine.title)[1]
                found.append(Proposal(mine.id, str(same.ref), title, same.header.publisher))
        return tuple(found)

    def decline(self, proposal: Proposal) -> None:
        """Leave both as they are, and never propose it again."""
        refs = dict.fromkeys([*self._declined(proposal.own), proposal.ref])
        self._binder.settings.set(_DECLINED + proposal.own, _NAMES_BETWEEN.join(refs))

    def merge(self, proposal: Proposal) -> Merged:
        """Move what is kept of the own record to the other one, and take the own one away.

        Raises:
            NotFound: one of them is not there any more; nothing was changed.
            NoteRefused: both have notes that are too long for one; nothing was changed.
        """
        row = self._library.row(Ref.parse(proposal.ref))
        if row is None:
            raise NotFound(say("Fant ikke «{text}».", text=proposal.ref[:80]))
        with self._binder.together():
            removed = self._own.remove(proposal.own)
            if removed is None:
                raise NotFound(say("Fant ikke «{text}».", text=proposal.own[:80]))
            seen = listed(row)
            star, starred = self._move_star(proposal.own, seen)
            note, noted = self._move_note(proposal.own, row.ref)
            lists = tuple(self._move_in_lists(proposal.own, seen))
        return Merged(proposal, removed, star, starred, note, noted, lists)

    def undo(self, merged: Merged) -> None:
        """Put everything back as it was before the merging."""
        pack, id = Ref.parse(merged.proposal.ref)
        with self._binder.together():
            self._own.undo(merged.removed)
            if merged.starred:
                self._binder.favourites.remove(pack, id)
            if merged.star:
                self._binder.favourites.put_back(merged.star)
            if merged.note:
                self._binder.notes.remove(pack, id)
                for one in (merged.note, merged.noted):
                    if one:
                        self._binder.notes.put_back(one)
            for number, mine, new in merged.lists:
                records = self._binder.collections.records(number)
                if new:
                    records.remove(pack, id)
                records.put_back(mine)

    def _declined(self, own: str) -> Sequence[str]:
        return self._binder.settings.get(_DECLINED + own).split(_NAMES_BETWEEN)

    def _move_star(self, own: str, seen: ListedRecord) -> tuple[Favourite | None, bool]:
        stars = self._binder.favourites
        star = stars.remove(OWN_PACK, own)
        if star is None or stars.get(seen.pack, seen.id):
            return star, False
        stars.put_back(  # in the place of the other
            msgspec.structs.replace(
                star, pack=seen.pack, id=seen.id, kind=seen.kind, title=seen.title, phone=seen.phone
            )
        )
        return star, True

    def _move_note(self, own: str, ref: Ref) -> tuple[Note | None, Note | None]:
        notes = self._binder.notes
        note, before = notes.remove(OWN_PACK, own), notes.get(*ref)
        if note is not None:
            text = f"{before.text}\n\n{note.text}" if before else note.text
            notes.put(msgspec.structs.replace(note, pack=ref.pack, id=ref.id, text=text))
        return note, before

    def _move_in_lists(self, own: str, seen: ListedRecord) -> list[tuple[int, ListedRecord, bool]]:
        moved = []
        for number in sorted(self._binder.collections.holding(OWN_PACK, own, tray=True)):
            records = self._binder.collections.records(number)
            held = {(one.pack, one.id) for one in records.list()}
            mine = records.remove(OWN_PACK, own)
            if mine is None:
                continue
            records.put_back(msgspec.structs.replace(seen, position=mine.position))
            moved.append((number, mine, (seen.pack, seen.id) not in held))
        return moved
