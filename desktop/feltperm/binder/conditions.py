"""What the world can do to the binder, and the one place where SQLite's errors are sorted.

Every code that SQLite can answer with is either a condition, told to the user in one or two
sentences (SCREENS 2.11), or a bug, which is left as it is and takes the crash path.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from feltperm.errors import Condition, DiskFull, ReadOnly
from feltperm.wording import say

__all__ = [
    "BackupDamaged",
    "BinderBusy",
    "BinderDamaged",
    "BinderTooNew",
    "BinderUnreachable",
    "ChecklistRefused",
    "CollectionRefused",
    "NoteRefused",
    "SiteRefused",
    "conditions",
    "read_only",
    "sort_error",
    "sort_os_error",
]

_DISK_FULL = say("Disken er full. Ingenting er endret. Frigjør 1 MB, og prøv igjen.")
_READ_ONLY = say("Kan ikke lagre her. Du kan søke og skrive ut, men ikke lagre favoritter.")


class BinderDamaged(Condition):
    """The binder is no binder, or not a whole one; it is set aside, never written over."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            say("Permen er skadet. Ingenting er slettet. Start Feltperm på nytt."), detail
        )


class BackupDamaged(Condition):
    """A copy that was to be fetched back does not pass its check."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            say("Kopien er skadet. Permen er ikke endret. Velg en annen kopi."), detail
        )


class BinderBusy(Condition):
    """Another process holds the binder for longer than the waiting time."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            say("Permen er i bruk av et annet vindu. Ingenting er endret. Prøv igjen."), detail
        )


class BinderUnreachable(Condition):
    """The disk, stick or network share under the binder gives read or write errors."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(say("Permen kan ikke nås akkurat nå. Ingenting er slettet."), detail)


class BinderTooNew(Condition):
    """A newer program made the binder; this one does not touch it."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            say("Permen er laget av en nyere utgave av Feltperm. Den er ikke endret."), detail
        )


class ChecklistRefused(Condition):
    """A role that is too long for the checklist, or a date that is none."""


class CollectionRefused(Condition):
    """A collection without a name, with one that is taken, or with one that is too long."""


class NoteRefused(Condition):
    """A note that is too long."""


class SiteRefused(Condition):
    """A site without a name, with a name that is taken, or with a text that is too long."""


def read_only(detail: str = "") -> ReadOnly:
    """Return the condition of a place that takes no writes (SCREENS 2.11)."""
    return ReadOnly(_READ_ONLY, detail)


def sort_error(error: sqlite3.Error) -> Condition | None:
    """Return the condition that a SQLite error stands for, or None if it is a bug.

    The extended code goes into the detail; only the primary code (its low byte) decides.
    """
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by the module itself: wrong thread, closed, wrong parameters
        return None
    detail = f"{getattr(error, 'sqlite_errorname', code)}: {error}"
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(_DISK_FULL, detail)
        # CANTOPEN while writing: the journal cannot be made, so the folder is read-only.
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return read_only(detail)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT:
            return BinderDamaged(detail)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return BinderBusy(detail)
        case sqlite3.SQLITE_IOERR:
            return BinderUnreachable(detail)
        case _:
            return None


def sort_os_error(error: OSError) -> Condition:
    """Return the condition of a failed file operation on the binder or beside it."""
    detail = f"{error.strerror or error}: {error.filename or ''}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(_DISK_FULL, detail)
    if error.errno == errno.EIO:
        return BinderUnreachable(detail)
    return read_only(detail)


@contextmanager
def conditions() -> Iterator[None]:
    """Turn what SQLite raises inside the block into conditions; bugs pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        if condition := sort_error(error):
            raise condition from error
        raise
    except UnicodeDecodeError as error:  # the module stumbles over a damaged name in the schema
        raise BinderDamaged(str(error)) from error
