"""The folder of a repository: static files, each of which appears whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

__all__ = ["Folder", "digest", "target_path", "write_whole"]

_VERSIONED = re.compile(r"([1-9]\d{0,8})\.(root|targets|snapshot)\.json")


def digest(data: bytes) -> str:
    """Return the sha256 as hex."""
    return hashlib.sha256(data).hexdigest()


def target_path(name: str, sha256: str) -> str:
    """Return where a target lies below ``targets/`` (consistent snapshots)."""
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}{sha256}.{file}"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it survives a power cut whole, or is as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make a new name last; Windows has no handle of a folder and needs none."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class Folder:
    """A repository on disk, in the layout that clients read."""

    def __init__(self, path: Path) -> None:
        """Take the folder that holds ``metadata/`` and ``targets/``; nothing is read yet."""
        self.path = path
        self.metadata = path / "metadata"
        self.targets = path / "targets"
        self.source = path / "source.json"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let one command at a time write; the lock lies beside the folder, which is uploaded.

        Raises:
            ValueError: another command is at work.
        """
        lock = FileLock(self.path.absolute().with_name(f".{self.path.name}.lock"))
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise ValueError(f"{self.path}: another command is writing here") from error
        try:
            yield
        finally:
            lock.release()

    def versions(self, role: str) -> list[int]:
        """Return the versions of a role's metadata that have a file, oldest first."""
        names = (_VERSIONED.fullmatch(path.name) for path in self.metadata.glob("*.json"))
        return sorted(int(found[1]) for found in names if found and found[2] == role)

    def target(self, name: str, sha256: str) -> Path:
        """Return the path of a target."""
        return self.targets / target_path(name, sha256)

    def write_metadata(self, name: str, data: bytes) -> None:
        """Write a file below ``metadata/``."""
        write_whole(self.metadata / name, data)

    def write_target(self, name: str, data: bytes) -> None:
        """Write a target under its hash; one that is there and whole stays untouched."""
        path = self.target(name, digest(data))
        if not path.is_file() or path.read_bytes() != data:
            write_whole(path, data)

    def strays(self, metadata: Iterable[str], targets: Iterable[str]) -> list[Path]:
        """Return the files that are not named: left by a crash, or no longer referred to."""
        kept = {self.metadata / name for name in metadata}
        kept |= {self.targets / name for name in targets}
        found = (
            path
            for part in (self.metadata, self.targets)
            for path in part.rglob("*")
            if path.is_file() or path.is_symlink()
        )
        return sorted(path for path in found if path not in kept)
