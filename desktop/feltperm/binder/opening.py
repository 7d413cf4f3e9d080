"""Opening the binder, whatever state it is in. Nothing here ever deletes or overwrites one.

The program always gets a binder: the real one, a new one when there is none or the old one had
to be set aside, or one in memory that refuses to keep anything, with the reason.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from feltperm.binder.backup import Backup, back_up, backups_in, dated_name
from feltperm.binder.conditions import (
    BinderBusy,
    BinderDamaged,
    BinderTooNew,
    BinderUnreachable,
    conditions,
    read_only,
    sort_os_error,
)
from feltperm.binder.connection import Store, can_write, connect, connect_memory, copy_pages
from feltperm.binder.health import is_whole, open_checked
from feltperm.binder.migrations import NAMES, migrate
from feltperm.errors import Condition, DiskFull
from feltperm.wording import say

__all__ = ["Notice", "NoticeKind", "holds_something", "look_into", "open_store"]

NoticeKind: TypeAlias = Literal[
    "unreadable", "missing", "read_only", "disk_full", "busy", "unreachable", "newer"
]

_UNREADABLE = say("Permen kunne ikke leses. Den er lagt til side, ikke slettet.")
_MISSING = say("Permen ble ikke funnet. Du har en ny og tom perm.")
_UNREADABLE_STAYS = say("Permen kunne ikke leses. Den er ikke rørt.")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """What the user must hear about the binder at start-up (SCREENS 2.11).

    Attributes:
        kind: which of the states it is; decides the buttons.
        text: the sentences to show.
        detail: technical, behind «Vis detaljer».
        set_aside: where the unreadable binder lies now.
        backups: what can be fetched back, newest first; each has passed its check just now.
    """

    kind: NoticeKind
    text: str
    detail: str = ""
    set_aside: Path | None = None
    backups: tuple[Backup, ...] = ()


def open_store(path: Path, backups: Path, now: datetime) -> tuple[Store, Notice | None]:
    """Open, migrate and back up the binder; see :func:`feltperm.binder.open_binder`."""
    try:
        _make_folder(path.parent)
        if _is_empty(path):
            restorable = _restorable(backups)
            notice = Notice("missing", _MISSING, backups=restorable) if restorable else None
            return _new(path, notice)
        identity = _identity(path)
        try:
            return Store(_open_existing(path, backups, now)), None
        except BinderDamaged as damage:
            if _identity(path) != identity:
                # Another process has set it aside meanwhile; what lies here now is a new one.
                return open_store(path, backups, now)
            return _replace(path, backups, now, damage)
    except Condition as condition:
        return Store(_stand_in(path), refusal=condition), _notice(condition)


def look_into(path: Path) -> Store:
    """Open a copy of what can be read; see :func:`feltperm.binder.look_into_binder`."""
    return Store(_stand_in(path), refusal=read_only())


def _open_existing(path: Path, backups: Path, now: datetime) -> sqlite3.Connection:
    """Check, back up and migrate, in this order: a damaged file is neither copied nor written."""
    connection, steps = open_checked(path)
    with conditions():
        try:
            if not can_write(connection):
                raise read_only()
            pending = 0 < steps < len(NAMES)
            if pending or holds_something(connection):
                back_up(connection, backups, now, again=pending)
            if steps < len(NAMES):
                migrate(connection)
            # One file at rest, whatever another program has made of it (ADR 0004).
            connection.execute("PRAGMA journal_mode = DELETE")
        except BaseException:
            connection.close()
            raise
    return connection


def _replace(
    path: Path, backups: Path, now: datetime, damage: BinderDamaged
) -> tuple[Store, Notice]:
    """Put an unreadable binder aside and begin a new one, as far as the disk lets us."""
    try:
        aside = _set_aside(path, now)
    except OSError as error:
        detail = f"{damage.detail}; {error.strerror}"
        notice = Notice("unreadable", _UNREADABLE_STAYS, detail)
        return Store(_stand_in(path), refusal=sort_os_error(error)), notice
    notice = Notice("unreadable", _UNREADABLE, damage.detail, aside, _restorable(backups))
    return _new(path, notice)[0], notice


def _new(path: Path, notice: Notice | None) -> tuple[Store, Notice | None]:
    """Begin a new binder, or open the one that another process has just begun."""
    try:
        with conditions():
            connection = connect(path, "rwc")
            try:
                migrate(connection)
            except BaseException:
                connection.close()
                raise
    except Condition as condition:
        return Store(_stand_in(path), refusal=condition), notice or _notice(condition)
    return Store(connection), notice


def _stand_in(path: Path) -> sqlite3.Connection:
    """Return a binder in memory: a copy of the file if that can be read, else an empty one."""
    memory = connect_memory()
    try:
        source, _ = open_checked(path, "ro")
        with closing(source):
            copy_pages(source, memory)
    except (Condition, sqlite3.Error) as error:
        _log.info("nothing to show from the binder: %s", error)
    migrate(memory)
    memory.execute("PRAGMA query_only = ON")
    return memory


def _set_aside(path: Path, now: datetime) -> Path:
    """Give the file and what SQLite left beside it a free dated name; return that."""
    aside = dated_name(f"{path.stem}-unreadable", now, path.parent)
    path.rename(aside)
    for companion in ("-journal", "-wal", "-shm"):
        left = path.with_name(path.name + companion)
        if os.path.lexists(left):
            left.rename(aside.with_name(aside.name + companion))
    return aside


def holds_something(connection: sqlite3.Connection) -> bool:
    """Say whether there is anything to lose; an empty binder must not push out full backups."""
    tables = (
        "favourites", "sites", "settings", "checklist", "notes", "own_records", "prints",
        "collections", "listed_records", "pdf_posters", "corrections",
    )  # fmt: skip
    query = " UNION ALL ".join(f"SELECT EXISTS (SELECT 1 FROM {table})" for table in tables)
    return any(found for (found,) in connection.execute(query))


def _restorable(backups: Path) -> tuple[Backup, ...]:
    return tuple(backup for backup in backups_in(backups) if is_whole(backup.path))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise sort_os_error(error) from error


def _is_empty(path: Path) -> bool:
    """Say whether there is not even a byte: never made, deleted, or cut off in the first start."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise sort_os_error(error) from error
    return stat.S_ISREG(status.st_mode) and status.st_size == 0


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell one file from another of the same name; None when there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _notice(condition: Condition) -> Notice:
    kinds: tuple[tuple[type[Condition], NoticeKind], ...] = (
        (DiskFull, "disk_full"),
        (BinderBusy, "busy"),
        (BinderUnreachable, "unreachable"),
        (BinderTooNew, "newer"),
        (BinderDamaged, "unreadable"),
    )
    for family, kind in kinds:
        if isinstance(condition, family):
            return Notice(kind, condition.message, condition.detail)
    return Notice("read_only", condition.message, condition.detail)
