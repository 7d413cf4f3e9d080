"""What brings files of a repository here: over HTTP, or from a folder.

TUF asks for each file by an address and a greatest length. What comes is not trusted: a carrier
only sees to it that it comes to an end, in time and in size.
"""

from __future__ import annotations

import tempfile
from abc import abstractmethod
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, Self

from tuf.api.exceptions import DownloadLengthMismatchError
from tuf.ngclient.fetcher import FetcherInterface

from feltperm.packs.carrying.transfer import Transfer

__all__ = ["PIECE", "Carrier"]

#: How much is read at a time, in bytes; the most that a cut can cost twice.
PIECE = 16 << 10


class Carrier(FetcherInterface):
    """The way to a repository's files.

    Files raise ``DownloadHTTPError`` where they are not there, which TUF counts on, and
    :class:`~feltperm.errors.UpdateFailed` for everything else that a person must hear of.

    Args:
        transfer: where every piece is counted, and what may stop it.
    """

    #: Whether it reads a stick or a folder; some sentences differ.
    local = False

    def __init__(self, transfer: Transfer | None = None) -> None:
        self.transfer = transfer or Transfer()

    @abstractmethod
    def base(self, url: str) -> str:
        """Return the address that ``metadata/`` and ``targets/`` lie below; ends with a slash.

        Args:
            url: the source's own address.
        """

    def close(self) -> None:
        """Let go of what is open; the carrier is done with."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def remote_time(self) -> datetime | None:
        """Return what the other end last said the time is, in UTC; a hint, never trusted."""
        return None

    def download_bytes(self, url: str, max_length: int) -> bytes:
        """Return a small file, kept in memory.

        Raises:
            DownloadHTTPError: it is not there.
            DownloadLengthMismatchError: it is longer than ``max_length``.
            UpdateFailed: it could not be fetched.
        """
        found = bytearray()
        for piece in self._fetch(url):
            found += piece
            if len(found) > max_length:
                raise too_long(url, max_length)
        return bytes(found)

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Generator[IO[bytes], None, None]:
        """Give a file of exactly ``max_length`` bytes, open for reading.

        It is a copy: what was verified is what is used, whatever happens to the original.

        Raises:
            DownloadHTTPError: it is not there.
            DownloadLengthMismatchError: it is longer than ``max_length``.
            UpdateFailed: it could not be fetched.
        """
        with tempfile.TemporaryFile() as file:
            for piece in self._fetch(url):
                if file.tell() + len(piece) > max_length:
                    raise too_long(url, max_length)
                file.write(piece)
            file.seek(0)
            yield file

    @abstractmethod
    def _fetch(self, url: str) -> Iterator[bytes]:
        """Give a file in pieces, each counted by the transfer."""


def too_long(url: str, most: int) -> DownloadLengthMismatchError:
    """Return the error for a file that is longer than it may be."""
    return DownloadLengthMismatchError(f"{url.rpartition('/')[2]} is longer than {most} bytes")
