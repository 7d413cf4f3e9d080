"""The tray: services picked up on the way, and the sheets made of them (SCREENS section 2.8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from feltperm.binder import Binder, ListedRecord
from feltperm.catalogue.library import Entry, Library, Ref
from feltperm.catalogue.records import Service
from feltperm.desk.collect import listed, refresh
from feltperm.desk.keep import ChangeOf, Keeper, KeptRecord, beside_now
from feltperm.desk.sheets.client import MOST, Handout, client_job, lacking
from feltperm.desk.sheets.client_words import DRAFTS, ClientWords
from feltperm.desk.sheets.places import site_box
from feltperm.desk.sheets.pocket import pocket_job
from feltperm.desk.sheets.posters import Proof
from feltperm.desk.sheets.words import SheetWords
from feltperm.errors import Condition, NotFound
from feltperm.paper.client_job import ClientJob
from feltperm.paper.job import Ink, SiteBox
from feltperm.paper.pocket_job import PocketJob
from feltperm.wording import say

__all__ = ["HandoutChoice", "SheetFull", "Tray", "TrayItem"]


class SheetFull(Condition):
    """A seventh service: it needs a sheet of its own; ``sheets`` is how many there are."""

    def __init__(self, sheets: int) -> None:
        """Ask whether another is to be made."""
        super().__init__(say("Arket har plass til seks. Lag et ark til?"))
        self.sheets = sheets


@dataclass(frozen=True, slots=True)
class HandoutChoice:
    """What a person chose for a sheet of services.

    Attributes:
        site: the name of the sender's place, empty for none.
        note: «Beskjed på arket»: printed, and kept nowhere.
        large: large print.
    """

    language: str = "nb"
    large: bool = True
    site: str = ""
    note: str = ""
    ink: Ink = "colour"


@dataclass(frozen=True, slots=True)
class TrayItem:
    """A service in the tray.

    Attributes:
        kept: as kept, beside what the content says now.
        lacks: «{navn} mangler telefon og åpningstid.», or nothing.
    """

    kept: KeptRecord
    lacks: str = ""


class Tray:
    """The use cases of the tray. Every write can raise DiskFull and ReadOnly."""

    def __init__(
        self,
        binder: Binder,
        library: Library,
        keeper: Keeper,
        words: SheetWords,
        clock: Callable[[], datetime],
        change_of: ChangeOf,
    ) -> None:
        """Remember what the sheets are made of."""
        self._binder, self._kept, self._library = binder, binder.tray, library
        self._keeper, self._words, self._clock = keeper, words, clock
        self._change_of = change_of

    def items(self) -> tuple[TrayItem, ...]:
        """Return what lies in the tray, in its order; every six make a sheet."""
        return tuple(map(self._item, self._kept.list()))

    def count(self) -> int:
        """Return how many services lie in the tray."""
        return len(self._kept.list())

    def add(self, ref: str, another_sheet: bool = False) -> bool:
        """Put the service ``pack/id`` last; return whether it is new in the tray.

        Args:
            another_sheet: begin the next sheet where the last one is full.

        Raises:
            SheetFull: it is, and nobody has asked for another.
            NotFound: there is no such record, or it is no service.
        """
        row = self._library.row(Ref.parse(ref))
        if row is None:
            raise NotFound(say("Fant ikke «{ref}».", ref=ref[:80]))
        if row.kind != "service":
            raise NotFound(say("Bare tilbud kan stå på utdelingsarket."))
        known = [(one.pack, one.id) for one in self._kept.list()]
        full = known and len(known) % MOST == 0
        if full and not another_sheet and row.ref not in known:
            raise SheetFull(len(known) // MOST)
        return self._kept.add(listed(row))

    def remove(self, ref: str) -> ListedRecord | None:
        """Take a service out; return what :meth:`put_back` takes, None if it was not there."""
        return self._kept.remove(*Ref.parse(ref))

    def clear(self) -> tuple[ListedRecord, ...]:
        """Empty the tray; return what :meth:`put_back` takes."""
        return self._kept.clear()

    def put_back(self, *removed: ListedRecord) -> None:
        """Undo :meth:`remove` or :meth:`clear`."""
        self._kept.put_back(*removed)

    def arrange(self, refs: Sequence[str]) -> None:
        """Give the services this order."""
        self._kept.arrange([Ref.parse(ref) for ref in refs])

    def fill(self, number: int) -> int:
        """Put the services of a collection into the tray; return how many are new there."""
        records = self._binder.collections.records(number).list()
        return sum(self._kept.add(one) for one in records if one.kind == "service")

    def services_of(self, number: int) -> tuple[str, ...]:
        """Return ``pack/id`` of the services of a collection that the content still has."""
        refs = (Ref(one.pack, one.id) for one in self._binder.collections.records(number).list())
        rows = [row for ref in refs if (row := self._library.row(ref))]
        return tuple(str(row.ref) for row in rows if row.kind == "service")

    def refresh(self) -> int:
        """Take over titles and numbers as the content has them now; return how many changed."""
        return refresh(self._kept, self._library) if self._binder.writable else 0

    def languages(self) -> tuple[tuple[str, bool], ...]:
        """Return the languages of a client sheet, and whether their words are drafts.

        Raises:
            PaperFailed: the fixed words are damaged.
        """
        known = self._words.labels()["from_to"]
        return tuple((code, code in DRAFTS) for code in known)

    def client(self, refs: Sequence[str], choice: HandoutChoice) -> Proof:
        """Return the client sheet of these services as chosen.

        Raises:
            NotFound: a service or the site is gone, or there are none or too many.
            PaperFailed: the fixed words are damaged.
        """
        return self.client_for(self._entries(refs), self._box(choice.site, choice.note), choice)

    def client_for(
        self, entries: Sequence[Entry], box: SiteBox | None, choice: HandoutChoice
    ) -> Proof:
        """Return the sheet of open records, with a box that need not be one of the binder."""
        words = self._words
        if choice.language not in (code for code, _ in self.languages()):
            raise NotFound(say("Utdelingsarket finnes ikke på dette språket."), choice.language)
        known = ClientWords(words.labels(), words.phrases(), words.offers(), choice.language)
        job = client_job(entries, known, self._handout(box), large=choice.large, ink=choice.ink)
        return Proof(job, (*_lacks(entries), *_client_checks(job)))

    def pocket(self, refs: Sequence[str], day: date, choice: HandoutChoice) -> Proof:
        """Return the pocket sheet of these services for the evening of ``day``.

        Raises:
            NotFound: as :meth:`client`.
        """
        return self.pocket_for(
            self._entries(refs), day, self._box(choice.site, choice.note), choice
        )

    def pocket_for(
        self, entries: Sequence[Entry], day: date, box: SiteBox | None, choice: HandoutChoice
    ) -> Proof:
        """Return the same for open records."""
        job = pocket_job(entries, self._handout(box), day, ink=choice.ink)
        return Proof(job, (*_ended(job, self._clock().date()), *_pocket_checks(job)))

    def box(self, name: str) -> SiteBox | None:
        """Return the box that ``--site NAME|F.json`` means; the default place's for no name.

        Raises:
            NotFound, SiteRefused: no such site or file, or the file holds no site.
        """
        return _sender(
            site_box(self._keeper.site_for(name), self._library.get, self._clock().date()), ""
        )

    def _box(self, name: str, note: str) -> SiteBox | None:
        site = self._keeper.site(name) if name else None
        box = site_box(site, self._library.get, self._clock().date(), note)
        return _sender(box, " ".join(note.split()))

    def _handout(self, box: SiteBox | None) -> Handout:
        return Handout(box, self._clock().date(), self._library.holidays(), self._change_of)

    def _item(self, record: ListedRecord) -> TrayItem:
        entry = self._library.get(Ref(record.pack, record.id))
        lacks = lacking(entry.record) if entry and isinstance(entry.record, Service) else ""
        return TrayItem(beside_now(record, self._library, self._change_of), lacks)

    def _entries(self, refs: Sequence[str]) -> list[Entry]:
        found = []
        for ref in refs:
            entry = self._library.get(Ref.parse(ref))
            if entry is None:
                raise NotFound(say("Ikke lenger i innholdet."), ref)
            found.append(entry)
        return found


def _sender(box: SiteBox | None, note: str) -> SiteBox | None:
    """Leave out the place's own Norwegian: its hours, and the note it always carries."""
    if box is None:
        return None
    kept = msgspec.structs.replace(box, hours="", note=note)
    return kept if kept.name or kept.note else None


def _lacks(entries: Sequence[Entry]) -> list[str]:
    said = (lacking(one.record) for one in entries if isinstance(one.record, Service))
    return [words for words in said if words]


def _client_checks(job: ClientJob) -> list[str]:
    unsure: list[str] = [say("Telefonnummeret er ikke bekreftet.")] * any(
        one.doubt for one in job.items
    )
    return unsure + [say("Oversettelsen er ikke kontrollert.")] * bool(job.notices)


def _ended(job: PocketJob, today: date) -> list[str]:
    return [say("Kvelden er over. Velg en annen dag.")] * (job.day < today.isoformat())


def _pocket_checks(job: PocketJob) -> list[str]:
    return [say("Opplysningene er ikke bekreftet.")] * any(one.doubt for one in job.items)
