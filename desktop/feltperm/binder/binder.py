"""The binder as the desk sees it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from feltperm.binder.backup import Backup, backups_in, copy_to, dated_name, laid_aside_in
from feltperm.binder.checklist import Checklist
from feltperm.binder.collections import TRAY, Collections
from feltperm.binder.conditions import BackupDamaged, BinderDamaged, conditions
from feltperm.binder.connection import Store, copy_pages
from feltperm.binder.corrections import Corrections
from feltperm.binder.erasing import erase_in_copies
from feltperm.binder.failed import FailedSearches
from feltperm.binder.favourites import Favourites
from feltperm.binder.files import KeptFiles, files_beside
from feltperm.binder.health import open_checked
from feltperm.binder.listed import RecordList
from feltperm.binder.migrations import migrate
from feltperm.binder.notes import Notes
from feltperm.binder.opening import Notice, holds_something, look_into, open_store
from feltperm.binder.own_records import OwnRecords
from feltperm.binder.pdf_posters import PdfPosters
from feltperm.binder.prints import Prints
from feltperm.binder.read_alerts import ReadAlerts
from feltperm.binder.settings import Settings
from feltperm.binder.sites import Sites
from feltperm.binder.wiping import empty_tables, remove_files

__all__ = ["Binder", "look_into_binder", "open_binder"]


class Binder:
    """What one person or team keeps. Belongs to the thread that opened it (ADR 0004).

    Attributes:
        favourites, sites, checklist, failed, notes, own_records, read_alerts, prints, settings,
            collections, tray, pdf_posters, corrections: the parts; each write is one short
            transaction.
        files: what the user brought in, beside the binder.
    """

    def __init__(self, store: Store, backups: Path, files: KeptFiles) -> None:
        self._store = store
        self._backups = backups
        self.files = files
        self.favourites = Favourites(store)
        self.sites = Sites(store)
        self.checklist = Checklist(store)
        self.failed = FailedSearches(store)
        self.notes = Notes(store)
        self.own_records = OwnRecords(store)
        self.read_alerts = ReadAlerts(store)
        self.prints = Prints(store)
        self.settings = Settings(store)
        self.collections = Collections(store)
        self.tray = RecordList(store, TRAY)
        self.pdf_posters = PdfPosters(store)
        self.corrections = Corrections(store)

    @property
    def writable(self) -> bool:
        """False when the binder only stands in for one that cannot be kept."""
        return self._store.writable

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep all that is written in the block, or nothing of it where anything is raised.

        Raises:
            DiskFull, ReadOnly, Condition: nothing was changed.
        """
        with self._store.write():
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Look at the file once for all questions of the block, which must be short.

        What is written in it is kept at once, as always.
        """
        with self._store.reading():
            yield

    def backups(self) -> tuple[Backup, ...]:
        """Return the dated backups, newest first."""
        return backups_in(self._backups)

    def restore(self, backup: Path, now: datetime) -> Path | None:
        """Put a backup in place of what the binder holds, which is kept as a copy of its own.

        Args:
            backup: a dated backup, or any other copy of a binder.
            now: dates the copy of what was there.

        Returns:
            The copy, ``binder-replaced-2026-11-25T2214.sqlite``; None when there was nothing.

        Raises:
            BackupDamaged, BinderTooNew, DiskFull, ReadOnly, Condition: nothing was changed.
        """
        self._store.require_writable()
        present = self._store.connection
        with conditions(), _opened_backup(backup) as source:
            replaced = None
            if holds_something(present):
                replaced = dated_name("binder-replaced", now, self._backups)
                copy_to(present, replaced)
            # In place, as one transaction: no file changes its name under another process.
            copy_pages(source, present)
            migrate(present)
        return replaced

    def erase_prints(self) -> tuple[str, ...]:
        """Forget the print log here and in every copy of the binder.

        Returns:
            The names of copies that could not be read or written, and may hold it still.

        Raises:
            DiskFull, ReadOnly, Condition: the log is as it was, or gone from the binder alone.
        """
        self.prints.clear()
        return erase_in_copies(self._backups)

    def save_copy(self, target: Path) -> Path:
        """Write a copy of the binder to a file, and return it.

        Raises:
            DiskFull, ReadOnly, Condition: there is no new file, and an older one is untouched.
        """
        copy_to(self._store.connection, target)
        return target

    def begin_anew(self, now: datetime) -> Path:
        """Lay the binder aside as a copy, empty it, and return the copy.

        Raises:
            DiskFull, ReadOnly, Condition: nothing was changed.
        """
        self._store.require_writable()
        aside = dated_name("binder-replaced", now, self._backups)
        copy_to(self._store.connection, aside)
        empty_tables(self._store)
        return aside

    def laid_aside(self) -> tuple[Backup, ...]:
        """Return the binders that made room for another one, the newest first."""
        return laid_aside_in(self._backups)

    def wipe(self) -> tuple[str, ...]:
        """Take everything out of the binder, its copies and its files.

        Returns:
            The names of files that could not be removed.

        Raises:
            DiskFull, ReadOnly, Condition: nothing was taken away.
        """
        empty_tables(self._store)
        return remove_files(self._backups, "*.sqlite") + remove_files(self.files.folder, "*")

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._store.close()

    def __enter__(self) -> Binder:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _opened_backup(path: Path) -> closing[sqlite3.Connection]:
    """Open a backup that has passed the check."""
    try:
        source, _ = open_checked(path, "ro")
    except BinderDamaged as damage:
        raise BackupDamaged(damage.detail) from damage
    return closing(source)


def open_binder(path: Path, backups: Path, now: datetime) -> tuple[Binder, Notice | None]:
    """Open the binder; there is always one, and always word of it when it is not the usual one.

    - No file: a new binder. If backups lie there, the notice names them.
    - Not readable as a binder: set aside under a dated name, a new one begun, notice.
    - Read-only, full, busy, out of reach, or made by a newer program: what can be read is shown
      from memory, the file is left alone, every write raises the condition, notice.

    A backup of today is made on the way (:mod:`feltperm.binder.backup`), and pending migrations
    are applied after it.

    Args:
        path: the binder's file; its folder is made if missing.
        backups: the folder of the dated backups.
        now: local time; dates backups and what is set aside.
    """
    store, notice = open_store(path, backups, now)
    return Binder(store, backups, files_beside(path)), notice


def look_into_binder(path: Path, backups: Path) -> Binder:
    """Return a copy of what the binder holds, for work that nobody watches.

    Nothing is set aside, backed up, migrated or begun, for there would be nobody to tell; every
    write raises. What cannot be read is empty.

    Args:
        path: the binder's file, which need not exist.
        backups: as in :func:`open_binder`.
    """
    return Binder(look_into(path), backups, files_beside(path))
