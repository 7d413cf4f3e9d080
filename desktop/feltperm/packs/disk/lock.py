"""Two running programs must not hurt each other (DESIGN section 6).

The locks are the system's own: whoever is killed lets go of his at once, and a file that was left
behind holds nobody up. Readers take none, because each file here appears whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from feltperm.packs.disk.putting import as_conditions

__all__ = ["swapping", "updating"]

#: How long to wait for another program that is swapping files: that takes a second or two.
_PATIENCE = 30.0


@contextmanager
def updating(folder: Path) -> Iterator[None]:
    """Be the one program that updates this profile, for as long as it takes.

    Args:
        folder: made if missing; the same one for all who must keep out of each other's way.

    Raises:
        UpdateFailed: another program, or another part of this one, is at it ("busy").
        DiskFull, ReadOnly: the lock's file cannot be made.
    """
    with _held(folder / ".update.lock", 0):
        yield


@contextmanager
def swapping(folder: Path) -> Iterator[None]:
    """Be the one who changes which version is current, waiting for another to be done.

    Raises:
        UpdateFailed: the other one takes longer than anybody should ("busy").
        DiskFull, ReadOnly: the lock's file cannot be made.
    """
    with _held(folder / ".swap.lock", _PATIENCE):
        yield


@contextmanager
def _held(path: Path, patience: float) -> Iterator[None]:
    # Dear to load, and a start that changes nothing goes without it.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    lock = FileLock(path, timeout=patience, thread_local=False)
    with as_conditions(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout as taken:
            # It brings the whole of TUF along.
            from feltperm.packs.failures import failed  # noqa: PLC0415

            raise failed("busy", f"{path.name} is held") from taken
    try:
        yield
    finally:
        lock.release()
