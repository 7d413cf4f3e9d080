"""The desk: the use cases that one thread works with, and what the window shows first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from feltperm.binder import Backup, Binder
from feltperm.catalogue.dates import told_day
from feltperm.catalogue.emergency import EmergencyCard, later_card
from feltperm.catalogue.library import OWN_PACK, Ref
from feltperm.catalogue.records import Guidance, PackHeader, Record
from feltperm.catalogue.trust import NATIONAL
from feltperm.desk.alerts_mine import AlertBoard, MyAlerts
from feltperm.desk.belongings import Belongings
from feltperm.desk.collect import Collector
from feltperm.desk.content.start import Content, OpenedLibrary
from feltperm.desk.corrections import Corrector
from feltperm.desk.crisis import Crisis
from feltperm.desk.exporting import Exporter
from feltperm.desk.failed import FailedSearches
from feltperm.desk.find import Finder
from feltperm.desk.keep import Keeper
from feltperm.desk.merging import Merger
from feltperm.desk.notes import Notebook
from feltperm.desk.own import OwnRecords, own_pack
from feltperm.desk.own_posters import OwnPosters
from feltperm.desk.page import Page
from feltperm.desk.preferences import Preferences, load_preferences
from feltperm.desk.recall import Recall
from feltperm.desk.sheets.directory import Directory
from feltperm.desk.sheets.import_pdf import PdfPosters
from feltperm.desk.sheets.posters import Posters
from feltperm.desk.sheets.tray import Tray
from feltperm.errors import Condition
from feltperm.wording import joined, say

__all__ = ["Desk", "Welcome"]

#: Settings of the binder that the window starts with.
_MUNICIPALITY = "municipality"
_ASKED = "asked_for_municipality"


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the window needs to begin.

    Attributes:
        content: whose content is in use and of which date, in words.
        count: how many records it has.
        municipality: the number chosen on first start, or an empty string.
        address: the default site's, for the emergency card; may be empty.
        first_start: nobody has been asked for the municipality yet.
        notices: (text, detail) of what went wrong while opening, the worst last.
        tray: how many services lie in the tray.
        restorable: copies of a binder that could not be read, the newest first.
    """

    content: str
    count: int
    municipality: str
    address: str
    first_start: bool
    notices: tuple[tuple[str, str], ...]
    tray: int = 0
    restorable: tuple[Backup, ...] = ()


@dataclass(slots=True)
class Desk:
    """Everything open on one thread. Only :meth:`interrupt` may come from another.

    Attributes:
        content: what the library was opened for.
        find, keep, posters, directory, crisis, failed, alerts, own, own_posters,
            notes, recall, pdf_posters, collect, tray, belongings, corrector,
            exporter, merger: the use cases.
        asset: returns the picture that a record names by its sha256; raises UpdateFailed where it
            is not here, too large, or not what it was.
        distrusted: libraries that have turned out to be damaged since the program began.
        notices: what went wrong while opening.
        restorable: copies of a binder that could not be read, the newest first.
        place: the municipality chosen here, also where the binder cannot keep it.
    """

    opened: OpenedLibrary
    content: Content
    binder: Binder
    find: Finder
    keep: Keeper
    posters: Posters
    crisis: Crisis
    directory: Directory
    failed: FailedSearches
    alerts: MyAlerts
    own: OwnRecords
    own_posters: OwnPosters
    notes: Notebook
    recall: Recall
    pdf_posters: PdfPosters
    collect: Collector
    tray: Tray
    belongings: Belongings
    corrector: Corrector
    exporter: Exporter
    merger: Merger
    asset: Callable[[str], bytes]
    distrusted: frozenset[Path] = frozenset()
    notices: tuple[tuple[str, str], ...] = ()
    restorable: tuple[Backup, ...] = ()
    place: str | None = None

    def welcome(self) -> Welcome:
        """Take over titles and numbers as they are now, and return what the window shows first.

        A binder that cannot be written at this moment is no reason to show nothing.
        """
        with self.binder.reading():
            return self._welcome()

    def _welcome(self) -> Welcome:
        notices = self.notices
        try:
            self.keep.refresh()
            self.collect.refresh()
            self.tray.refresh()
            self.alerts.tidy()
        except Condition as condition:
            notices = ((condition.message, condition.detail), *notices)
        settings = self.binder.settings
        return Welcome(
            content=joined("  ·  ", (_of_day(header) for header in self.opened.headers)),
            count=self.opened.library.count(),
            municipality=settings.get(_MUNICIPALITY),
            address=self.keep.default_address(),
            first_start=self.binder.writable and not settings.get(_ASKED),
            notices=notices,
            tray=self.tray.count(),
            restorable=self.restorable,
        )

    def editions(self) -> dict[str, str]:
        """Return which edition of each pack is in use, worth pasting: its number and its day."""
        return {
            header.pack: f"{header.seq} ({header.published[:10]})"
            for header in self.opened.headers
            if header.pack != OWN_PACK
        }

    def newest_card(self, card: EmergencyCard) -> EmergencyCard:
        """Return the emergency card with the words of the national release in use, if it is later.

        The words are the publisher's own: what a team has corrected is not laid over them.

        Args:
            card: as it came with the program.
        """
        library = self.opened.library.twin()
        seq = max((one.seq for one in library.headers() if one.pack == NATIONAL), default=0)

        def record(id: str) -> Record | None:
            found = library.get(Ref(NATIONAL, id))
            return found.record if found else None

        return later_card(card, seq, record)

    def restore(self, backup: Path) -> Welcome:
        """Put a copy of the binder in place of what it holds, and return what to show now.

        Raises:
            BackupDamaged, BinderTooNew, DiskFull, ReadOnly: nothing was changed.
        """
        self.keep.restore(backup)
        self._take_over()
        return self.welcome()

    def show(self, ref: str) -> Page:
        """Open a record; beside a guidance that may not wait, also what is open here now.

        Raises: as :meth:`feltperm.desk.find.Finder.show`.
        """
        with self.binder.reading():
            return self._show(ref)

    def _show(self, ref: str) -> Page:
        page = self.find.show(ref)
        page = replace(page, corrections=self.corrector.of(page.entry.ref))
        record, number = page.entry.record, self.municipality()
        if not (number and isinstance(record, Guidance) and record.urgency):
            return page
        return replace(page, open_here=self.find.open_here(number))

    def wipe(self) -> tuple[str, ...]:
        """Take everything out of the binder; what the window shows is to be made anew.

        Returns:
            The names of files that could not be removed, and hold some of it still.

        Raises:
            DiskFull, ReadOnly, Condition: nothing was taken away.
        """
        left = self.belongings.wipe()
        self._take_over()
        return left

    def begin_anew(self) -> None:
        """Lay the binder aside and begin an empty one; the window is to be made anew.

        Raises:
            DiskFull, ReadOnly, Condition: nothing was changed.
        """
        self.belongings.begin_anew()
        self._take_over()

    def _take_over(self) -> None:
        """The binder is another one."""
        self.notes.renew()
        self.corrector.renew()
        self.find.near_km = self.preferences().near_km
        self.notices, self.restorable, self.place = (), (), None

    def preferences(self) -> Preferences:
        """Return how the program is to behave."""
        return load_preferences(self.binder.settings)

    def prefer(self, **changes: Any) -> Preferences:
        """Change how the program is to behave, at once, and keep it.

        Raises:
            DiskFull, ReadOnly: it holds for this time, and could not be kept.
        """
        wishes = replace(self.preferences(), **changes)
        self.find.near_km = wishes.near_km
        wishes.keep(self.binder.settings)
        return wishes

    def outdated(self) -> bool:
        """Say whether the own records are others than those in the library.

        Then the desk is to be opened anew (:func:`feltperm.app_desk.renew_desk`).
        """
        own = own_pack(self.binder.own_records.list())
        return self.opened.library.sha256(OWN_PACK) != (own.sha256 if own else "")

    def remember_municipality(self, number: str) -> None:
        """Keep the answer to the first question; an empty string is an answer too.

        Raises:
            ReadOnly, DiskFull: it could not be kept.
        """
        self.place = number
        self.binder.settings.set(_MUNICIPALITY, number)
        self.binder.settings.set(_ASKED, "yes")

    def municipality(self) -> str:
        """Return the number of the municipality that we work in, empty for none."""
        return self.binder.settings.get(_MUNICIPALITY) if self.place is None else self.place

    def alert_board(self) -> AlertBoard:
        """Return all alerts, as they are for our municipality today.

        Raises:
            ContentDamaged, Condition: library or binder cannot be read.
        """
        return self.alerts.board(self.municipality())

    def interrupt(self) -> None:
        """Stop the running search, from any thread."""
        self.find.interrupt()

    def close(self) -> None:
        """Close the library and the binder."""
        self.opened.close()
        self.binder.close()


#: What the program calls the packs that it knows itself.
_NAMES = {"national": say("Nasjonalt innhold"), "local": say("Egne oppføringer")}


def _of_day(header: PackHeader) -> str:
    """Return what a pack is called and the day it is of."""
    name = _NAMES.get(header.pack, header.publisher)
    return joined(" ", (name, told_day(header.published)))
