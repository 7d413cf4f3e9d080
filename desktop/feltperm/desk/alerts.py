"""Warnings: which hold today, and what they change for a service (SCREENS sections 1 and 2.5).

What an alert may change at all is decided when the library is built
(:mod:`feltperm.catalogue.trust`); here the calendar decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from feltperm.catalogue.library import Entry, Library, Ref
from feltperm.catalogue.records import Alert, ServiceChange, Status

__all__ = ["Alerts", "ChangeNow", "in_force"]

#: More alerts than any publisher keeps; they are read in one go.
_ALL = 1000


@dataclass(frozen=True, slots=True)
class ChangeNow:
    """What an alert says of a service today.

    Attributes:
        alert: the alert's own page.
        said_by: who says so.
        until: the last day it holds, ISO; empty when not stated.
    """

    alert: Ref
    said_by: str
    until: str
    change: ServiceChange

    @property
    def status(self) -> Status:
        """Temporarily closed, or run otherwise than usual."""
        return self.change.status


def in_force(alert: Alert, today: date) -> bool:
    """Whether an alert holds on a day: begun, not over and not withdrawn."""
    iso = today.isoformat()
    over = alert.valid_until and alert.valid_until < iso
    withdrawn = alert.status == "withdrawn" or (alert.withdrawn_on and alert.withdrawn_on <= iso)
    return alert.valid_from <= iso and not over and not withdrawn


class Alerts:
    """The alerts of one library, read once."""

    def __init__(self, library: Library) -> None:
        """Read them all.

        Raises:
            ContentDamaged: the library cannot be read.
        """
        rows = library.entries("alert", limit=_ALL)
        self._changes: dict[Ref, list[tuple[Entry, Alert, ServiceChange]]] = {}
        for entry in library.get_many([row.ref for row in rows]):
            if isinstance(entry.record, Alert):
                for change in entry.record.changes:
                    target = _target(entry.ref, change)
                    self._changes.setdefault(target, []).append((entry, entry.record, change))

    def change(self, service: Ref, today: date) -> ChangeNow | None:
        """Return what holds for a service today; closed comes before changed."""
        now = [
            ChangeNow(entry.ref, alert.said_by, alert.valid_until, change)
            for entry, alert, change in self._changes.get(service, ())
            if in_force(alert, today)
        ]
        return min(now, key=lambda one: one.status != "temporarily_closed", default=None)


def _target(alert: Ref, change: ServiceChange) -> Ref:
    """Return whom a change is about: in the alert's own pack unless it names another."""
    pack, slash, name = change.service.partition("/")
    return Ref(pack, name) if slash else Ref(alert.pack, change.service)
