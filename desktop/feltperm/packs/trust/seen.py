"""What was verified last of a source: one file, whole or not there.

python-tuf keeps its metadata in several files, and a refresh that is cut off leaves some new and
some old. That is right for its own purpose; but a stick must carry files that belong together, a
laptop without a network wants to know what it knew, and a folder that lost a file must not forget
what it has seen. So the whole set is kept once more.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from functools import cached_property
from pathlib import Path

import msgspec
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Signed, Snapshot, Targets, Timestamp

from feltperm.packs.disk.writing import write_whole
from feltperm.packs.failures import failed

__all__ = ["ROOTS", "Seen", "load_seen", "mend", "read_seen", "save_seen"]

#: The file's name in the metadata folder: no ``.json``, since it is no metadata.
_FILE = "verified"
#: The folder in the metadata folder that python-tuf keeps every root in.
ROOTS = "root_history"
_ROLES = ("timestamp", "snapshot", "targets")


class Seen(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The bytes of the metadata that were verified together, and of the index."""

    roots: tuple[bytes, ...]
    timestamp: bytes
    snapshot: bytes
    targets: bytes
    index: bytes

    def root_files(self) -> list[tuple[str, bytes]]:
        """Return name and bytes of every root, the first one first."""
        return [(f"{number}.root.json", data) for number, data in enumerate(self.roots, start=1)]

    def metadata_files(self) -> list[tuple[str, bytes]]:
        """Return name and bytes of all metadata, ``timestamp.json`` last."""
        versions = {role: self._signed(role).version for role in ("targets", "snapshot")}
        return [
            *self.root_files(),
            (f"{versions['targets']}.targets.json", self.targets),
            (f"{versions['snapshot']}.snapshot.json", self.snapshot),
            ("timestamp.json", self.timestamp),
        ]

    def stored_name(self, target: str) -> str | None:
        """Return the name of a target's file below ``targets``, or None for no such target."""
        found = self._targets.targets.get(target)
        if found is None:
            return None
        folder, slash, name = target.rpartition("/")
        # the first hash, as python-tuf has it
        return f"{folder}{slash}{next(iter(found.hashes.values()))}.{name}"

    def expires(self) -> date:
        """Return the day on which the first of them expires."""
        root = Metadata[Root].from_bytes(self.roots[-1]).signed
        signed: list[Signed] = [root, *(self._signed(role) for role in _ROLES)]
        return min(one.expires for one in signed).date()

    @cached_property
    def _targets(self) -> Targets:
        return Metadata[Targets].from_bytes(self.targets).signed

    def _signed(self, role: str) -> Signed:
        data: bytes = getattr(self, role)
        signed: Signed = Metadata.from_bytes(data).signed
        return signed


def read_seen(folder: Path, root_version: int, index: bytes) -> Seen:
    """Return what a refresh that just ended well has left in the metadata folder.

    Raises:
        OSError: a file cannot be read.
        UpdateFailed: ``damaged``: somebody has exchanged one meanwhile.
    """
    roots = folder / ROOTS
    seen = Seen(
        roots=tuple(
            (roots / f"{number}.root.json").read_bytes() for number in range(1, root_version + 1)
        ),
        timestamp=(folder / "timestamp.json").read_bytes(),
        snapshot=(folder / "snapshot.json").read_bytes(),
        targets=(folder / "targets.json").read_bytes(),
        index=index,
    )
    if not _belong_together(seen):
        raise failed("damaged", "the metadata folder changed while it was read")
    return seen


def save_seen(folder: Path, seen: Seen, before: Seen | None) -> None:
    """Keep what was verified, if it is not what was kept ``before``.

    Raises:
        OSError: it could not be written; the one before is still there.
    """
    if seen != before:
        data = msgspec.json.encode(seen)
        write_whole(folder / _FILE, hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


def load_seen(folder: Path) -> Seen | None:
    """Return what was kept, or None when there is nothing whole."""
    try:
        digest, _, data = (folder / _FILE).read_bytes().partition(b"\n")
        if hashlib.sha256(data).hexdigest().encode() != digest:
            return None
        return msgspec.json.decode(data, type=Seen)
    except (OSError, ValueError):
        return None


def mend(folder: Path, seen: Seen | None) -> None:
    """Put back the metadata that the folder has lost, so that nobody can be taken back.

    Raises:
        OSError: it could not be written.
    """
    if seen is None:
        return
    for name, data in seen.root_files():
        if not (folder / ROOTS / name).is_file():
            write_whole(folder / ROOTS / name, data)
    for role in _ROLES:
        kept: bytes = getattr(seen, role)
        if _version(_read(folder / f"{role}.json")) < _version(kept):
            write_whole(folder / f"{role}.json", kept)


def _belong_together(seen: Seen) -> bool:
    try:
        timestamp = Metadata[Timestamp].from_bytes(seen.timestamp).signed
        snapshot = Metadata[Snapshot].from_bytes(seen.snapshot).signed
        targets = Metadata[Targets].from_bytes(seen.targets).signed
    except RepositoryError:
        return False
    return (
        timestamp.snapshot_meta.version == snapshot.version
        and snapshot.meta["targets.json"].version == targets.version
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _version(data: bytes) -> int:
    """Return the version that metadata claims, or -1 for what cannot be read."""
    try:
        return int(json.loads(data)["signed"]["version"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return -1
