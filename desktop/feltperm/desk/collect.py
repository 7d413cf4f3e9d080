"""Collections: named lists of records, and what was last seen of those that left the content."""

from __future__ import annotations

from collections.abc import Sequence

from feltperm.binder import Binder, Collection, ListedRecord, RemovedCollection
from feltperm.binder.listed import RecordList
from feltperm.catalogue.library import Ref, Row
from feltperm.desk.keep import ChangeOf, KeptRecord, Shelf, beside_now
from feltperm.errors import NotFound
from feltperm.wording import say

__all__ = ["Collector", "listed", "refresh"]


def listed(row: Row) -> ListedRecord:
    """Return what a list keeps of a record."""
    return ListedRecord(
        pack=row.ref.pack, id=row.ref.id, kind=row.kind, title=str(row.title), phone=row.phone
    )


def refresh(records: RecordList, library: Shelf) -> int:
    """Take over titles and numbers as the content has them now; return how many changed."""
    rows = (library.row(Ref(one.pack, one.id)) for one in records.list())
    return records.refresh([listed(row) for row in rows if row])


class Collector:
    """The use cases of collections. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, binder: Binder, library: Shelf, change_of: ChangeOf) -> None:
        """Remember where things are kept, what the records are now, and what alerts say."""
        self._binder, self._kept = binder, binder.collections
        self._library, self._change_of = library, change_of

    def collections(self) -> tuple[Collection, ...]:
        """Return all collections by name."""
        return self._kept.list()

    def named(self, name: str) -> Collection:
        """Return a collection by name, capitals and spaces aside.

        Raises:
            NotFound: there is none; the sentence names those there are.
        """
        if found := self._kept.get(name):
            return found
        names = ", ".join(f"«{one.name}»" for one in self.collections()[:5])
        if not names:
            raise NotFound(say("Fant ikke samlingen «{name}».", name=name[:60]))
        raise NotFound(
            say("Fant ikke samlingen «{name}». Du har {names}.", name=name[:60], names=names)
        )

    def records(self, number: int) -> tuple[KeptRecord, ...]:
        """Return the records of a collection in their order, also those that are gone."""
        return tuple(
            beside_now(one, self._library, self._change_of)
            for one in self._kept.records(number).list()
        )

    def refs(self) -> set[str]:
        """Return ``pack/id`` of what is in any collection."""
        lists = (self._kept.records(one.number).list() for one in self.collections())
        return {str(Ref(one.pack, one.id)) for records in lists for one in records}

    def holding(self, ref: str) -> set[int]:
        """Return the numbers of the collections that hold ``pack/id``."""
        return self._kept.holding(*Ref.parse(ref))

    def create(self, name: str) -> Collection:
        """Begin a collection.

        Raises:
            CollectionRefused: the name is missing, too long or taken.
        """
        return self._kept.create(name)

    def rename(self, number: int, name: str) -> Collection:
        """Give a collection another name; return it as it was.

        Raises:
            NotFound, CollectionRefused: see :meth:`feltperm.binder.collections.Collections.rename`.
        """
        return self._kept.rename(number, name)

    def remove(self, number: int) -> RemovedCollection:
        """Take a collection away; return what :meth:`put_back` takes.

        Raises:
            NotFound: there is no such collection.
        """
        return self._kept.remove(number)

    def put_back(self, removed: RemovedCollection) -> None:
        """Undo :meth:`remove`.

        Raises:
            CollectionRefused: another collection has taken the name since.
        """
        self._kept.put_back(removed)

    def add(self, number: int, ref: str) -> bool:
        """Put ``pack/id`` last in a collection; return whether it is new there.

        Raises:
            NotFound: the content has no such record.
        """
        row = self._library.row(Ref.parse(ref))
        if row is None:
            raise NotFound(say("Fant ikke «{ref}».", ref=ref[:80]))
        return self._kept.records(number).add(listed(row))

    def take_out(self, number: int, ref: str) -> ListedRecord | None:
        """Take a record out of a collection; return what :meth:`put_in_again` takes."""
        return self._kept.records(number).remove(*Ref.parse(ref))

    def put_in_again(self, number: int, removed: ListedRecord | None) -> None:
        """Undo :meth:`take_out`: the record comes back at its place."""
        if removed is not None:
            self._kept.records(number).put_back(removed)

    def arrange(self, number: int, refs: Sequence[str]) -> None:
        """Give the records of a collection this order."""
        self._kept.records(number).arrange([Ref.parse(ref) for ref in refs])

    def refresh(self) -> int:
        """Take over titles and numbers as the content has them now; return how many changed.

        A binder that cannot be written is left alone.
        """
        if not self._binder.writable:
            return 0
        lists = [self._kept.records(one.number) for one in self.collections()]
        return sum(refresh(records, self._library) for records in lists)
