"""Dated backups of the binder: made at start-up, verified, thinned out.

A backup is a whole binder in one file, ``binder-2026-11-25.sqlite``, at most one a day. The last
seven stay, and the last one of each of the three months before this one that has any.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from feltperm.binder.conditions import BinderDamaged, sort_error, sort_os_error
from feltperm.binder.connection import connect, copy_pages
from feltperm.binder.health import is_whole
from feltperm.errors import Condition

__all__ = [
    "KEEP_DAYS",
    "KEEP_MONTHS",
    "Backup",
    "back_up",
    "backups_in",
    "copy_to",
    "dated_name",
    "laid_aside_in",
]

KEEP_DAYS = 7
KEEP_MONTHS = 3

_NAME = re.compile(r"binder-(\d{4}-\d\d-\d\d)\.sqlite")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backup:
    """One dated copy of the binder."""

    path: Path
    day: date

    @property
    def name(self) -> str:
        """The file's name, which is how a person picks one."""
        return self.path.name


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the dated backups of a folder, newest first; none if there is no such folder."""
    try:
        paths = [path for path in folder.iterdir() if path.is_file()]
    except OSError:
        return ()
    found = []
    for path in paths:
        if match := _NAME.fullmatch(path.name):
            try:
                found.append(Backup(path, date.fromisoformat(match[1])))
            except ValueError:  # the 31st of February is somebody else's file
                continue
    return tuple(sorted(found, key=lambda backup: backup.day, reverse=True))


def laid_aside_in(folder: Path) -> tuple[Backup, ...]:
    """Return the binders that made room for another one, the newest first.

    They are never thinned out.
    """
    found = []
    for path in folder.glob("binder-replaced-*.sqlite"):
        with contextlib.suppress(ValueError):
            found.append(Backup(path, date.fromisoformat(path.name[16:26])))
    return tuple(sorted(found, key=lambda one: one.name, reverse=True))


def back_up(
    connection: sqlite3.Connection, folder: Path, now: datetime, again: bool = False
) -> Path | None:
    """Make today's backup if there is none, and thin out the old ones; never raises a condition.

    Args:
        connection: the open binder, already checked.
        folder: where backups lie; made if missing.
        now: decides the date.
        again: replace today's, as before a migration.

    Returns:
        The new backup, or None when today's is there or it could not be made (see the log).
    """
    target = folder / f"binder-{now.date().isoformat()}.sqlite"
    if target.exists() and not again:
        return None
    try:
        copy_to(connection, target)
    except Condition as condition:
        _log.warning("no backup today: %s (%s)", condition, condition.detail)
        return None
    _thin_out(folder, now.date())
    return target


def copy_to(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open binder to a file that appears whole or not at all.

    The copy is checked under a temporary name before it takes its own.

    Raises:
        DiskFull, ReadOnly, BinderDamaged, Condition: there is no new file, an old one stays.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(connect(part, "rwc")) as copy:
            # Nobody else knows the name, and half a copy is thrown away: no journal is needed.
            copy.execute("PRAGMA journal_mode = OFF")
            copy_pages(connection, copy)
        if not is_whole(part):
            raise BinderDamaged("the copy failed its check")
        part.replace(target)
        _sync_folder(target.parent)
    except sqlite3.Error as error:
        condition = sort_error(error)
        if condition is None:
            raise
        raise condition from error
    except OSError as error:
        raise sort_os_error(error) from error
    finally:
        _drop(part)


def dated_name(stem: str, now: datetime, folder: Path) -> Path:
    """Return a free name with date and time, as ``binder-unreadable-2026-11-25T2214.sqlite``.

    No colon, which Windows and sticks refuse; a number follows when the minute has one already.
    """
    base = f"{stem}-{now.strftime('%Y-%m-%dT%H%M')}"
    path = folder / f"{base}.sqlite"
    number = 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{base}-{number}.sqlite"
    return path


def _thin_out(folder: Path, today: date) -> None:
    """Delete the backups that no rule keeps. By months that have one: machines rest for long."""
    backups = backups_in(folder)
    last_of_month: dict[tuple[int, int], Backup] = {}
    for backup in backups:
        month = (backup.day.year, backup.day.month)
        if month < (today.year, today.month):
            last_of_month.setdefault(month, backup)
    kept = {*backups[:KEEP_DAYS], *list(last_of_month.values())[:KEEP_MONTHS]}
    for backup in backups:
        if backup not in kept:
            _drop(backup.path)
    for part in folder.glob(".binder-*.part"):  # left by a crash; today's may be in the making
        if today.isoformat() not in part.name:
            _drop(part)


def _drop(path: Path) -> None:
    """Delete a file; one that cannot be deleted now goes another day."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("could not delete %s: %s", path.name, error)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system lets a folder be synced."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:  # some network shares say no; the file itself is synced
        _log.debug("folder not synced: %s", error)
    finally:
        os.close(handle)
