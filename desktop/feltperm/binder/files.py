"""The files that the user brought in: logos and posters made elsewhere, each by its sha256.

They lie beside the binder, which names them. A file never changes and is never deleted here, so
that every copy of the binder, of whatever day, finds what it names.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from feltperm.binder.conditions import sort_os_error

__all__ = ["KeptFiles", "files_beside"]

_SHA256 = re.compile("[0-9a-f]{64}")


class KeptFiles:
    """A folder of files named by their own sha256.

    Args:
        folder: made when the first file comes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, data: bytes) -> str:
        """Keep a file and return its name; it is there whole or not at all.

        Raises:
            DiskFull, ReadOnly: it could not be kept.
        """
        name = hashlib.sha256(data).hexdigest()
        path = self._folder / name
        if self.read(name) is not None:
            return name
        part = path.with_name(f".{name}.{os.getpid()}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise sort_os_error(error) from error
        return name

    @property
    def folder(self) -> Path:
        """Where they lie."""
        return self._folder

    def read(self, name: str) -> bytes | None:
        """Return a file; None when there is none of that name, or it is not what it was."""
        if not _SHA256.fullmatch(name):
            return None
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == name else None


def files_beside(binder: Path) -> KeptFiles:
    """Return the files of the binder that lies there."""
    return KeptFiles(binder.with_name("files"))
