"""Packs from a folder: a USB stick, a share, a disk (DESIGN section 6, "Sticks").

A stick may have been made by anybody. What is on it is verified as from anywhere else; here it is
kept from leading out of its folder: no links, no pipes or devices, no names with a way in them.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tuf.api.exceptions import DownloadHTTPError

from feltperm.packs.carrying.carrier import PIECE, Carrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.failures import failed
from feltperm.packs.sticks.stick import leads_elsewhere

__all__ = ["FolderCarrier"]

_BASE = "folder:/"
_NOT_FOUND = 404
#: What POSIX and Windows say when a device is pulled out.
_PULLED = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOTCONN, errno.ESTALE}
_PULLED_WINDOWS = {21, 31, 55, 433, 1006, 1110, 1112, 1117, 1167}
_MISSING = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL}
#: Do not follow a link, and do not wait for the other end of a pipe.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


class FolderCarrier(Carrier):
    """Brings files from a folder of the shape of a repository.

    Args:
        folder: what holds ``metadata`` and ``targets``; itself it may be reached by links.
    """

    local = True

    def __init__(self, folder: Path, transfer: Transfer | None = None) -> None:
        super().__init__(transfer)
        self._folder = folder

    def base(self, url: str) -> str:
        """Return the beginning of every address here; where the source lies does not matter."""
        return _BASE

    def _fetch(self, url: str) -> Iterator[bytes]:
        names = _names(url)
        with self._reading(url), self._opened(url, names) as file:
            while piece := file.read(PIECE):
                self.transfer.take(len(piece))
                yield piece

    @contextmanager
    def _opened(self, url: str, names: list[str]) -> Generator[BinaryIO, None, None]:
        """Open the file if the whole way to it, and it itself, are what they seem."""
        self.transfer.check()
        path = self._folder
        for name in names[:-1]:
            path /= name
            _refuse_link(path.lstat(), url)
        path /= names[-1]
        before = path.lstat()
        _refuse_link(before, url)
        if not stat.S_ISREG(before.st_mode):
            raise failed("damaged", f"{url}: not a file")
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            after = os.fstat(file.fileno())
            if not os.path.samestat(before, after):
                raise failed("damaged", f"{url} was exchanged while it was opened")
            yield file

    @contextmanager
    def _reading(self, url: str) -> Iterator[None]:
        """Tell a stick that is gone from a file that is not there."""
        try:
            yield
        except OSError as error:
            if not self._folder.is_dir() or _pulled(error):
                raise failed("stick_gone", f"{url}: {error.strerror}") from error
            if error.errno in _MISSING:
                raise DownloadHTTPError(f"{url} is not there", _NOT_FOUND) from error
            raise failed("damaged", f"{url}: {error.strerror}") from error


def _names(url: str) -> list[str]:
    """Return the names of the way from the folder to a file."""
    names = url.removeprefix(_BASE).split("/")
    if not url.startswith(_BASE) or not all(map(_is_name, names)):
        raise failed("damaged", f"{url!a} is no file of a repository")
    return names


def _is_name(name: str) -> bool:
    """Whether this is the name of something in a folder, on every system."""
    return name not in ("", ".", "..") and not set(name) & set('\\:*?"<>|\0')


def _refuse_link(found: os.stat_result, url: str) -> None:
    """Refuse what leads elsewhere, by the ways of POSIX or of Windows."""
    if leads_elsewhere(found):
        raise failed("damaged", f"{url}: a link")


def _pulled(error: OSError) -> bool:
    return error.errno in _PULLED or getattr(error, "winerror", None) in _PULLED_WINDOWS
