"""Writing a small file so that it is there whole or not at all."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

__all__ = ["clear_unfinished", "move", "write_whole"]

#: Pauses before a refused replacement is tried again: a scanner on Windows lets go in a moment.
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)


def move(
    source: Path,
    target: Path,
    replace: Callable[[Path, Path], object] = Path.replace,
    pause: Callable[[float], object] = lambda seconds: time.sleep(seconds),
) -> None:
    """Give a file or folder another name, with patience where Windows refuses it.

    Raises:
        OSError: it is refused for good.
    """
    for seconds in (*_PAUSES, None):
        try:
            replace(source, target)
        except PermissionError:
            if seconds is None:
                raise
            pause(seconds)
        else:
            return


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, make it last, and move it there; folders are made.

    Raises:
        OSError: it could not be written; what was there still is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)  # nobody else puts anything here
        move(part, path)
    finally:
        part.unlink(missing_ok=True)


def clear_unfinished(folder: Path, name: str = "*") -> None:
    """Delete what a program that was killed in :func:`write_whole` has left; nobody may write now.

    Args:
        folder: where.
        name: of the file that was written; all files when nothing is said.
    """
    with suppress(OSError):
        for part in list(folder.glob(f".{name}.*.part")):
            part.unlink(missing_ok=True)
