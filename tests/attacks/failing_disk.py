"""A disk that refuses the n-th thing that could need room, anywhere in the program.

What Python opens for writing, writes, flushes, makes, renames and syncs is counted, and every
database that is opened; in the whole process, so only the update may run meanwhile.
"""

from __future__ import annotations

import builtins
import io
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest

from feltperm.packs.disk.store import Store

__all__ = ["FullDisk", "Refusing", "never"]


def never(_seconds: float) -> None:
    """A pause that takes no time."""


class _HalfFile:
    """A file of which half of the first piece arrives when the disk is full.

    Later pieces are no steps: over a link, how many there are is chance.
    """

    def __init__(self, file: Any, step: Callable[[str], None]) -> None:
        self._file = file
        self._step = step
        self._done: set[str] = set()

    def write(self, data: Any) -> int:
        try:
            self._once("write")
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return int(self._file.write(data))

    def flush(self) -> None:
        self._once("flush")
        self._file.flush()

    def _once(self, what: str) -> None:
        if what not in self._done:
            self._done.add(what)
            self._step(what)

    def __enter__(self) -> _HalfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._file)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


class FullDisk:
    """Has no room at the n-th step, and then again; with ``lasting`` never again.

    Attributes:
        hit: what the step was that failed; empty when there were fewer steps.
    """

    def __init__(self, at: int, lasting: bool = False) -> None:
        self._left = at
        self._lasting = lasting
        self._over = False
        self.hit = ""

    def step(self, what: str) -> None:
        """Count a step; what was made while the disk was in use may still come here later."""
        if self._over:
            return
        self._left -= 1
        if self._left == 0 or (self._lasting and self._left < 0):
            self.hit = self.hit or what
            raise OSError(ENOSPC, "No space left on device")

    @contextmanager
    def in_use(self) -> Iterator[FullDisk]:
        """Let the whole process use this disk."""
        with pytest.MonkeyPatch.context() as patch:
            self._fill_files(patch)
            self._fill_names(patch)
            self._fill_databases(patch)
            patch.setattr(time, "sleep", never)
            yield self
        self._over = True

    def _fill_files(self, patch: pytest.MonkeyPatch) -> None:
        real_open, low_open, fsync = io.open, os.open, os.fsync

        def open_file(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
            if not set(mode) & set("wxa+"):
                return real_open(file, mode, *rest, **more)
            self.step(f"open {_name(file)}")
            return _HalfFile(real_open(file, mode, *rest, **more), self.step)

        def open_low(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            if flags & os.O_CREAT:
                self.step(f"open {_name(path)}")
            return low_open(path, flags, *rest, **more)

        def sync(descriptor: int) -> None:
            self.step("fsync")
            fsync(descriptor)

        patch.setattr(io, "open", open_file)
        patch.setattr(builtins, "open", open_file)
        patch.setattr(os, "open", open_low)
        patch.setattr(os, "fsync", sync)

    def _fill_names(self, patch: pytest.MonkeyPatch) -> None:
        mkdir, replace = os.mkdir, os.replace

        def make(path: Any, *rest: Any, **more: Any) -> None:
            if not Path(path).is_dir():
                self.step(f"mkdir {_name(path)}")
            mkdir(path, *rest, **more)

        def rename(source: Any, target: Any) -> None:
            self.step(f"rename {_name(target)}")
            replace(source, target)

        patch.setattr(os, "mkdir", make)
        patch.setattr(os, "replace", rename)
        patch.setattr(Store.__init__, "__defaults__", (rename, never))

    def _fill_databases(self, patch: pytest.MonkeyPatch) -> None:
        connect = sqlite3.connect

        def database(path: Any, *rest: Any, **more: Any) -> sqlite3.Connection:
            connection = connect(path, *rest, **more)
            if str(path) == ":memory:":
                return connection
            try:
                self.step(f"database {_name(path)}")
            except OSError:  # it may not grow from here on
                (pages,) = connection.execute("PRAGMA page_count").fetchone()
                connection.execute(f"PRAGMA max_page_count = {max(1, pages)}")
            return connection

        patch.setattr(sqlite3, "connect", database)


class Refusing:
    """Refuses to give a file another name, as Windows does while a scanner holds it.

    Args:
        at: the first renaming that is refused.
        times: how often in a row.

    Attributes:
        hit: the name that was refused; empty when there were fewer renamings.
    """

    def __init__(self, at: int, times: int) -> None:
        self._before = at - 1
        self._left = times
        self.hit = ""

    @contextmanager
    def in_use(self) -> Iterator[Refusing]:
        """Let the whole process have it so."""
        replace = os.replace

        def rename(source: Any, target: Any) -> None:
            if self._before:
                self._before -= 1
            elif self._left:
                self._left -= 1
                self.hit = self.hit or _name(target)
                raise PermissionError(13, "The process cannot access the file", str(target))
            replace(source, target)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "replace", rename)
            patch.setattr(Store.__init__, "__defaults__", (rename, never))
            patch.setattr(time, "sleep", never)
            yield self
        self._left = 0


def _name(path: object) -> str:
    return Path(str(path)).name
