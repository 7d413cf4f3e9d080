"""What the user keeps, with migrations and backups."""

from feltperm.binder.backup import Backup
from feltperm.binder.binder import Binder, look_into_binder, open_binder
from feltperm.binder.checklist import Task
from feltperm.binder.collections import Collection, RemovedCollection
from feltperm.binder.conditions import (
    BackupDamaged,
    BinderBusy,
    BinderDamaged,
    BinderTooNew,
    BinderUnreachable,
    ChecklistRefused,
    CollectionRefused,
    NoteRefused,
    SiteRefused,
)
from feltperm.binder.failed import FailedSearch
from feltperm.binder.favourites import Favourite
from feltperm.binder.listed import ListedRecord
from feltperm.binder.notes import MAX_NOTE, Note
from feltperm.binder.opening import Notice, NoticeKind
from feltperm.binder.own_records import OwnRecord
from feltperm.binder.pdf_posters import PdfPoster
from feltperm.binder.prints import LogChange, Print
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
    "Collection",
    "CollectionRefused",
    "FailedSearch",
    "Favourite",
    "ListedRecord",
    "LogChange",
    "Note",
    "NoteRefused",
    "Notice",
    "NoticeKind",
    "OwnRecord",
    "PdfPoster",
    "Print",
    "ReadAlert",
    "RemovedCollection",
    "Site",
    "SiteRefused",
    "Task",
    "look_into_binder",
    "open_binder",
]
