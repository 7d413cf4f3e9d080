"""The desk: the use cases that one thread works with, and what the window shows first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from feltperm.binder import Backup, Binder
from feltperm.catalogue.dates import long_date
from feltperm.desk.crisis import Crisis
from feltperm.desk.failed import FailedSearches
from feltperm.desk.find import Finder
from feltperm.desk.keep import Keeper
from feltperm.desk.posters import Posters
from feltperm.desk.start import OpenedLibrary
from feltperm.errors import Condition

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
        restorable: copies of a binder that could not be read, the newest first.
    """

    content: str
    count: int
    municipality: str
    address: str
    first_start: bool
    notices: tuple[tuple[str, str], ...]
    restorable: tuple[Backup, ...] = ()


@dataclass(slots=True)
class Desk:
    """Everything open on one thread. Only :meth:`interrupt` may come from another.

    Attributes:
        find, keep, posters, crisis, failed: the use cases.
        distrusted: libraries that have turned out to be damaged since the program began.
        notices: what went wrong while opening.
        restorable: copies of a binder that could not be read, the newest first.
    """

    opened: OpenedLibrary
    binder: Binder
    find: Finder
    keep: Keeper
    posters: Posters
    crisis: Crisis
    failed: FailedSearches
    distrusted: frozenset[Path] = frozenset()
    notices: tuple[tuple[str, str], ...] = ()
    restorable: tuple[Backup, ...] = ()

    def welcome(self) -> Welcome:
        """Take over titles and numbers as they are now, and return what the window shows first.

        A binder that cannot be written at this moment is no reason to show nothing.
        """
        notices = self.notices
        try:
            self.keep.refresh()
        except Condition as condition:
            notices = ((str(condition), condition.detail), *notices)
        settings = self.binder.settings
        return Welcome(
            content="  ·  ".join(
                f"{_NAMES.get(header.pack, header.publisher)} {long_date(header.published)}"
                for header in self.opened.headers
            ),
            count=self.opened.library.count(),
            municipality=settings.get(_MUNICIPALITY),
            address=self.keep.default_address(),
            first_start=self.binder.writable and not settings.get(_ASKED),
            notices=notices,
            restorable=self.restorable,
        )

    def restore(self, backup: Path) -> Welcome:
        """Put a copy of the binder in place of what it holds, and return what to show now.

        Raises:
            BackupDamaged, BinderTooNew, DiskFull, ReadOnly: nothing was changed.
        """
        self.keep.restore(backup)
        self.notices, self.restorable = (), ()
        return self.welcome()

    def remember_municipality(self, number: str) -> None:
        """Keep the answer to the first question; an empty string is an answer too.

        Raises:
            ReadOnly, DiskFull: it could not be kept.
        """
        self.binder.settings.set(_MUNICIPALITY, number)
        self.binder.settings.set(_ASKED, "yes")

    def interrupt(self) -> None:
        """Stop the running search, from any thread."""
        self.find.interrupt()

    def close(self) -> None:
        """Close the library and the binder."""
        self.opened.close()
        self.binder.close()


#: What the program calls the packs that it knows itself.
_NAMES = {"national": "Nasjonalt innhold", "local": "Egne oppføringer"}
