"""What the user keeps, with migrations and backups."""

from feltperm.binder.backup import Backup
from feltperm.binder.binder import Binder, open_binder
from feltperm.binder.checklist import Task
from feltperm.binder.conditions import (
    BackupDamaged,
    BinderBusy,
    BinderDamaged,
    BinderTooNew,
    BinderUnreachable,
    ChecklistRefused,
    SiteRefused,
)
from feltperm.binder.failed import FailedSearch
from feltperm.binder.favourites import Favourite
from feltperm.binder.opening import Notice, NoticeKind
from feltperm.binder.sites import Site

__all__ = [
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
    "Notice",
    "NoticeKind",
    "Site",
    "SiteRefused",
    "Task",
    "open_binder",
]
