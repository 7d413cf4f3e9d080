"""Files that have come in part, kept until the rest comes: over hours, restarts and bad links.

What a file is, is proved by its hash when it is whole. What is kept beside it (the server's mark
for this version of it) only spares bytes that would not fit.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from feltperm.packs.disk.writing import clear_unfinished, write_whole

__all__ = ["Part"]

#: How many unfinished files are kept; the oldest make room.
_KEPT = 4
_SUFFIX = ".part"
_MARK_SUFFIX = ".mark"


class _Mark(msgspec.Struct, frozen=True):
    """What the server called the version that the part belongs to."""

    url: str
    validator: str


class Part:
    """The part of one file that is here. A context manager that holds it open for writing.

    Args:
        work: the folder of parts; made when it is needed.
        url: what it is a part of.
    """

    def __init__(self, work: Path, url: str) -> None:
        self._url = url
        self._path = work / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}{_SUFFIX}"
        self._mark = self._path.with_suffix(_MARK_SUFFIX)
        self._file: BinaryIO | None = None

    def __enter__(self) -> Part:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # no buffer: what has come is in the file, whatever happens to the program
        self._file = self._path.open("ab", buffering=0)
        self._make_room()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        file, self._file = self._file, None
        if file:
            file.close()
        if not self.have:  # nothing came, or nothing of it was right
            with contextlib.suppress(OSError):
                self.drop()

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self._path

    @property
    def name(self) -> str:
        """What a person may know the file by."""
        return self._url.rpartition("/")[2]

    @property
    def have(self) -> int:
        """How many bytes are here."""
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

    @property
    def validator(self) -> str:
        """The server's mark for the version this is a part of; empty when it gave none."""
        try:
            mark = msgspec.json.decode(self._mark.read_bytes(), type=_Mark)
        except (OSError, ValueError):
            return ""
        return mark.validator if mark.url == self._url else ""

    def begin(self, validator: str) -> None:
        """Throw away what is here, and note what the server calls what comes now.

        Raises:
            OSError: it could not be written.
        """
        self._writing().truncate(0)
        write_whole(self._mark, msgspec.json.encode(_Mark(self._url, validator)))

    def append(self, piece: bytes) -> None:
        """Add what came.

        Raises:
            OSError: it could not be written; what was there still is.
        """
        file, rest = self._writing(), memoryview(piece)
        while rest:
            rest = rest[file.write(rest) :]

    def drop(self) -> None:
        """Forget it."""
        if self._file:
            self._file.truncate(0)
        else:
            self._path.unlink(missing_ok=True)
        self._mark.unlink(missing_ok=True)

    def _writing(self) -> BinaryIO:
        if self._file is None:
            raise RuntimeError("the part is not open")
        return self._file

    def _make_room(self) -> None:
        """Forget the parts that nobody has come back for."""
        clear_unfinished(self._path.parent)
        others = [path for path in self._path.parent.glob(f"*{_SUFFIX}") if path != self._path]
        with contextlib.suppress(OSError):
            others.sort(key=os.path.getmtime, reverse=True)
            for path in others[_KEPT - 1 :]:
                path.unlink(missing_ok=True)
                path.with_suffix(_MARK_SUFFIX).unlink(missing_ok=True)
