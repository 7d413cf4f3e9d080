"""What the user has on this machine: how much it is, a copy of it, and taking it away (2.6)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from feltperm.binder import Backup, Binder
from feltperm.errors import Condition

__all__ = ["Belongings", "Holdings"]

_LAST_USED, _SHARED = "last_used", "shared_log_in"
#: Days without use after which it is asked whose binder it is.
_IDLE_DAYS = 14


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much the binder holds, and which copies of it there are.

    Attributes:
        favourites, collections, sites, notes, own, prints: how many of each.
        backups: binders that were laid aside, and the dated copies; each the newest first.
        shared: several people share this log-in.
        writable: False when the binder only stands in for one that cannot be kept.
    """

    favourites: int
    collections: int
    sites: int
    notes: int
    own: int
    prints: int
    backups: tuple[Backup, ...]
    shared: bool
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
        with self._binder.reading():
            return self._counted()

    def _counted(self) -> Holdings:
        binder = self._binder
        return Holdings(
            favourites=len(binder.favourites.list()),
            collections=len(binder.collections.list()),
            sites=len(binder.sites.list()),
            notes=len(binder.notes.list()),
            own=len(binder.own_records.list()),
            prints=len(binder.prints.list()),
            backups=(*binder.laid_aside(), *binder.backups()),
            shared=self.shared(),
            writable=binder.writable,
        )

    def used_before(self) -> Holdings | None:
        """Return what somebody else may have kept here, and note that it is used today.

        That is where something is kept and nobody has used it for a while, or where several share
        a log-in and have said so. A binder that cannot be written asks nothing.
        """
        settings, today = self._binder.settings, self._clock().date()
        holdings, last = self.holds(), settings.get(_LAST_USED)
        if not self._binder.writable or not holdings.used:
            return None
        with suppress(Condition):
            settings.set(_LAST_USED, today.isoformat())
        idle = last and (today - date.fromisoformat(last)).days >= _IDLE_DAYS
        return holdings if idle or self.shared() else None

    def shared(self) -> bool:
        """Return whether several people share this log-in."""
        return self._binder.settings.get(_SHARED) == "yes"

    def share(self, on: bool) -> None:
        """Say whether several people share this log-in.

        Raises:
            DiskFull, ReadOnly: it could not be kept.
        """
        self._binder.settings.set(_SHARED, "yes" if on else "")

    def begin_anew(self) -> None:
        """Lay the binder aside as a copy that can be fetched back, and begin an empty one.

        Raises:
            DiskFull, ReadOnly, Condition: nothing was changed.
        """
        shared = self.shared()
        self._binder.begin_anew(self._clock())
        self.share(shared)

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
