"""What the user keeps, with migrations and backups."""

from feltperm.binder.backup import Backup
from feltperm.binder.binder import Binder, look_into_binder, open_binder
from feltperm.binder.checklist import Task
from feltperm.binder.conditions import (
    BackupDamaged,
    BinderBusy,
    BinderDamaged,
    BinderTooNew,
    BinderUnreachable,
    ChecklistRefused,
    NoteRefused,
    SiteRefused,
)
from feltperm.binder.failed import FailedSearch
from feltperm.binder.favourites import Favourite
from feltperm.binder.notes import MAX_NOTE, Note
from feltperm.binder.opening import Notice, NoticeKind
from feltperm.binder.own_records import OwnRecord
from feltperm.binder.read_alerts import ReadAlert
from feltperm.binder.sites import Site

__all__ = [
    "MAX_NOTE",
    "Backup",
    "BackupDamaged",
    "Binder",
    "BinderBusy",
    "BinderDamaged",
    "BinderTooNew",
    "BinderUnreachable",
    "ChecklistRefused",
    "FailedSearch",
    "Favourite",
    "Note",
    "NoteRefused",
    "Notice",
    "NoticeKind",
    "OwnRecord",
    "ReadAlert",
    "Site",
    "SiteRefused",
    "Task",
    "look_into_binder",
    "open_binder",
]
