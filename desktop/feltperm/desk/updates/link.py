"""The way to the senders: one session at a time, which anybody may end."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from feltperm.packs.carrying.carrier import Carrier
from feltperm.packs.carrying.sources_folder import FolderCarrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.trust.index import PackIndex
from feltperm.packs.trust.repository import Repository
from feltperm.packs.trust.source import Source

__all__ = ["Carry", "Link", "Session", "Visit"]

#: Makes what brings files: from an address where no folder is given.
Carry = Callable[[Path | None, Transfer], Carrier]


class Visit(Protocol):
    """Makes the repository of a sender."""

    def __call__(
        self, source: Source, carrier: Carrier, scratch: Path | None = None, /
    ) -> Repository:
        """Return it; ``scratch`` is a folder to be used in place of what is known of the sender."""


class Session:
    """What comes while somebody waits for one thing.

    Args:
        transfer: counts it.
        carry, visit: see :class:`Link`.
    """

    def __init__(self, transfer: Transfer, carry: Carry, visit: Visit) -> None:
        self.transfer = transfer
        self._carry = carry
        self._visit = visit
        self._carriers: dict[Path | None, Carrier] = {}

    def carrier(self, folder: Path | None = None) -> Carrier:
        """Return what brings files from addresses, or from a folder."""
        if folder not in self._carriers:
            self._carriers[folder] = self._carry(folder, self.transfer)
        return self._carriers[folder]

    def to(
        self, source: Source, folder: Path | None = None, scratch: Path | None = None
    ) -> Repository:
        """Return a sender's repository, at its address or in a folder.

        Args:
            scratch: a folder in place of what is known of the sender, for one look.
        """
        return self._visit(source, self.carrier(folder), scratch)

    def close(self) -> None:
        """Let go of open connections."""
        for carrier in self._carriers.values():
            carrier.close()


class Link:
    """Begins sessions. Only :meth:`stop` may come from another thread.

    Args:
        carry: makes what brings files.
        visit: makes a sender's repository.
    """

    def __init__(self, carry: Carry, visit: Visit) -> None:
        self._carry = carry
        self._visit = visit
        self._lock = threading.Lock()
        self._transfer: Transfer | None = None

    @contextmanager
    def session(self, watch: Callable[[int], None] = lambda _received: None) -> Iterator[Session]:
        """Begin to count anew; at the end all connections are closed.

        Args:
            watch: told how many bytes have come.
        """
        session = Session(Transfer(watch), self._carry, self._visit)
        with self._lock:
            self._transfer = session.transfer
        try:
            yield session
        finally:
            with self._lock:
                self._transfer = None
            session.close()

    def known(self, source: Source) -> PackIndex | None:
        """Return what a sender was last seen to have, without asking; None if it never was."""
        return self.remembered(source).known()

    def remembered(self, source: Source) -> Repository:
        """Return a sender's repository as it was last seen; it asks nobody."""
        return self._visit(source, FolderCarrier(Path(os.devnull)), None)

    def stop(self) -> None:
        """End what is under way, from any thread."""
        with self._lock:
            transfer = self._transfer
        if transfer is not None:
            transfer.stop()
