"""Warnings: which hold today, and what they change for a service (SCREENS sections 1 and 2.5).

What an alert may change at all is decided when the library is built
(:mod:`feltperm.catalogue.trust`); here the calendar decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from feltperm.catalogue.library import Library, Ref
from feltperm.catalogue.records import Alert, ServiceChange, Status

__all__ = ["Alerts", "ChangeNow", "changed_service", "in_force", "is_withdrawn"]


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
    over = alert.status == "historical" or "" < alert.valid_until < iso
    return alert.valid_from <= iso and not over and not is_withdrawn(alert, today)


def is_withdrawn(alert: Alert, today: date) -> bool:
    """Whether its publisher has taken an alert back by a day."""
    return alert.status == "withdrawn" or "" < alert.withdrawn_on <= today.isoformat()


class _Change(NamedTuple):
    ref: Ref
    alert: Alert
    change: ServiceChange


class Alerts:
    """The alerts of one library.

    They are read when the first question is asked, and not before: damage that shows when the desk
    is at work is mended, while a desk that cannot be opened is no desk.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def read(self) -> None:
        """Read them now, if that is not done.

        Before a search, for when it is interrupted, what it reads of a library looks damaged.

        Raises:
            ContentDamaged: the library cannot be read.
        """
        _ = self._changes

    @cached_property
    def all(self) -> Mapping[Ref, Alert]:
        """Every alert of the content, by its identity; read once."""
        entries = self._library.every("alert")
        return {one.ref: one.record for one in entries if isinstance(one.record, Alert)}

    @cached_property
    def _changes(self) -> Mapping[Ref, Sequence[_Change]]:
        found: dict[Ref, list[_Change]] = {}
        for ref, alert in self.all.items():
            for change in alert.changes:
                target = changed_service(ref, change)
                found.setdefault(target, []).append(_Change(ref, alert, change))
        return found

    def change(self, service: Ref, own: Status, today: date) -> ChangeNow | None:
        """Return what holds for a service today; closed comes before changed.

        Args:
            own: what its own record says; nothing is changed that does not run as usual anyway.

        Raises:
            ContentDamaged: the library cannot be read.
        """
        if own != "current":
            return None
        now = [
            ChangeNow(ref, alert.said_by, alert.valid_until, change)
            for ref, alert, change in self._changes.get(service, ())
            if in_force(alert, today)
        ]
        return min(now, key=lambda one: one.status != "temporarily_closed", default=None)


def changed_service(alert: Ref, change: ServiceChange) -> Ref:
    """Return whom a change is about: in the alert's own pack unless it names another."""
    pack, slash, name = change.service.partition("/")
    return Ref(pack, name) if slash else Ref(alert.pack, change.service)
