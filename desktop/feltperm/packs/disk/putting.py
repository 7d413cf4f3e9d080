"""Putting a file down: whole and on the disk, or not at all (DESIGN section 6, "Swap").

What is written gets a temporary name in a folder for unfinished work, is read back and compared,
and then takes its real name in one step.
"""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path

from feltperm.errors import DiskFull, ReadOnly
from feltperm.packs.disk.writing import move
from feltperm.wording import say

__all__ = ["Putter", "as_conditions", "delete"]

_log = logging.getLogger(__name__)


class Putter:
    """Puts files into one folder; whoever uses it sees to it that nobody else does meanwhile.

    Args:
        folder: where the files go; made when the first one comes.
        replace: gives a file another name, over what bears it; ``os.replace``.
        pause: waits for so many seconds; ``time.sleep``.
    """

    def __init__(
        self,
        folder: Path,
        replace: Callable[[Path, Path], object] = os.replace,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        self._folder = folder
        self._work = folder / "work"
        self._replace = replace
        self._pause = pause

    def put(self, name: str, data: bytes) -> Path:
        """Write a file and return its path; what was there before stays until this one is whole.

        Raises:
            OSError: it could not be written, or does not read back as it was written.
        """
        for place in (self._folder, self._work):
            _make_folder(place)
        part = self._work / f"{name}.part"
        target = self._folder / name
        try:
            delete(part)
            with part.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if part.read_bytes() != data:
                raise OSError(f"{name} does not read back as it was written")
            if target.is_dir() and not target.is_symlink():
                shutil.rmtree(target)
            self.rename(part, target)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        _sync_folder(self._folder)
        return target

    def rename(self, source: Path, target: Path) -> None:
        """Give a file or folder another name, with patience where Windows refuses it.

        Raises:
            OSError: it is refused for good.
        """
        move(source, target, self._replace, self._pause)

    def drop_unfinished(self) -> None:
        """Delete what an update that was cut off has left; what cannot be deleted stays."""
        with suppress(OSError):
            delete(self._work)


@contextmanager
def as_conditions(path: Path, size: int = 0) -> Iterator[None]:
    """Tell what the system refuses in words for the user.

    Args:
        path: where it happened, for the details.
        size: how many bytes there must be room for.

    Raises:
        DiskFull, ReadOnly: instead of OSError.
    """
    try:
        yield
    except OSError as error:
        detail = f"{path.name}: {error}"
        if error.errno in (ENOSPC, EDQUOT, EFBIG):
            room = max(1, -(-size // 1_000_000))
            raise DiskFull(
                say(
                    "Disken er full. Ingenting er endret. Frigjør {room} MB, og prøv igjen.",
                    room=room,
                ),
                detail,
            ) from error
        raise ReadOnly(
            say("Kan ikke lagre nytt innhold her. Det du har, er fortsatt i bruk."), detail
        ) from error


def _make_folder(path: Path) -> None:
    """Make a folder of our own; a file or link in its place is in the way, and not ours."""
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        path.unlink()
    path.mkdir(parents=True, exist_ok=True)


def delete(path: Path) -> None:
    """Delete a file, a link (not what it leads to) or a folder, if it is there.

    Raises:
        OSError: it is held or not ours to delete.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk, where a folder can be opened for that.

    Whether it succeeds decides only which of two whole versions a power cut leaves.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        _log.warning("%s is not on the disk yet: %s", folder.name, error)
    finally:
        os.close(descriptor)
