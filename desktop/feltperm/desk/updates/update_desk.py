"""Everything about new content that one thread works with: senders, updates and sticks."""

from __future__ import annotations

from dataclasses import dataclass

from feltperm.desk.sticks.relay import Relay
from feltperm.desk.updates.sources import Sources
from feltperm.desk.updates.update import Updates

__all__ = ["UpdateDesk"]


@dataclass(frozen=True, slots=True)
class UpdateDesk:
    """The tool of the window's update lane. Only :meth:`stop` may come from another thread.

    Attributes:
        updates, relay, sources: the use cases; they share one session and one lock.
    """

    updates: Updates
    relay: Relay
    sources: Sources

    def stop(self) -> None:
        """Stop or pause what is under way; what has come is kept."""
        self.updates.stop()

    def close(self) -> None:
        """Stop; nothing else is open."""
        self.stop()
