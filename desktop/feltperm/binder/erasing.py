"""Taking the print log out of the copies of the binder too: cleared means gone.

A copy is read into memory, emptied of the log there, and written anew in its own place, checked
as every backup is: a crash leaves the old one or the new one.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from feltperm.binder.backup import copy_to
from feltperm.binder.conditions import conditions, sort_os_error
from feltperm.binder.connection import connect_memory, copy_pages
from feltperm.binder.health import open_checked
from feltperm.errors import Condition

__all__ = ["erase_in_copies"]


def erase_in_copies(folder: Path) -> tuple[str, ...]:
    """Take the print log out of every copy of a binder in ``folder``.

    Dated backups and those that :meth:`feltperm.binder.Binder.restore` made; everything else in
    them stays as it is, and older ones stay of their version.

    Returns:
        The names of the files that could not be read or written, and may hold the log still.

    Raises:
        ReadOnly, Condition: the folder cannot be read.
    """
    try:
        copies = sorted(path for path in folder.glob("*.sqlite") if path.is_file())
    except OSError as error:
        raise sort_os_error(error) from error
    return tuple(path.name for path in copies if not _erased(path))


def _erased(path: Path) -> bool:
    try:
        with conditions(), closing(connect_memory()) as memory:
            with closing(open_checked(path, "ro")[0]) as source:
                if not _holds_log(source):
                    return True
                copy_pages(source, memory)
            memory.execute("DELETE FROM prints")
            memory.execute("VACUUM")
            copy_to(memory, path)
    except Condition:
        return False
    return True


def _holds_log(source: sqlite3.Connection) -> bool:
    """Say whether there is a log at all; one without entries may have left bytes behind."""
    known = source.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'prints'")
    return known.fetchone() is not None
