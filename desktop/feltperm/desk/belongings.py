"""What the user has on this machine: how much it is, a copy of it, and taking it away (2.6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from feltperm.binder import Backup, Binder

__all__ = ["Belongings", "Holdings"]


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much the binder holds, and which copies of it there are.

    Attributes:
        favourites, collections, sites, notes, own, prints: how many of each.
        backups: the dated copies, the newest first.
        writable: False when the binder only stands in for one that cannot be kept.
    """

    favourites: int
    collections: int
    sites: int
    notes: int
    own: int
    prints: int
    backups: tuple[Backup, ...]
    writable: bool

    @property
    def used(self) -> bool:
        """Whether somebody has kept something here."""
        return any(
            (self.favourites, self.collections, self.sites, self.notes, self.own, self.prints)
        )


class Belongings:
    """The use cases, for the thread that opened the binder.

    Args:
        clock: local time.
    """

    def __init__(self, binder: Binder, clock: Callable[[], datetime]) -> None:
        self._binder, self._clock = binder, clock

    def holds(self) -> Holdings:
        """Count what is kept."""
        binder = self._binder
        return Holdings(
            favourites=len(binder.favourites.list()),
            collections=len(binder.collections.list()),
            sites=len(binder.sites.list()),
            notes=len(binder.notes.list()),
            own=len(binder.own_records.list()),
            prints=len(binder.prints.list()),
            backups=binder.backups(),
            writable=binder.writable,
        )

    def save_copy(self, target: Path) -> Path:
        """Write a copy of the binder under a name that a person chose.

        Raises:
            DiskFull, ReadOnly, Condition: there is no new file, and an older one is untouched.
        """
        return self._binder.save_copy(target)

    def wipe(self) -> tuple[str, ...]:
        """Take everything out of the binder, its copies and its files; it cannot be undone.

        Returns:
            The names of files that could not be removed, and hold some of it still.

        Raises:
            DiskFull, ReadOnly, Condition: nothing was taken away.
        """
        return self._binder.wipe()
