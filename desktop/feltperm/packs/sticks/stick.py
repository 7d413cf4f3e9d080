"""The folder ``feltperm`` on a stick: senders side by side, read with suspicion.

Anybody may have written what lies there, so nothing below the stick is believed: links and special
files are refused, sizes are known before anything is read, and what is read is checked against a
hash that was verified elsewhere. Writing is in :mod:`feltperm.packs.sticks.stick_writing`.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from feltperm.errors import UpdateFailed
from feltperm.packs.failures import failed
from feltperm.packs.trust.index import Release
from feltperm.packs.trust.source_file import MAX_SOURCE, Source, decode_source

__all__ = [
    "CHUNK", "FOLDER", "GONE", "MANIFEST", "SHARE", "Manifest", "OnStick", "compare",
    "find_sources", "holds", "lacks", "leads_elsewhere", "manifest_in", "place", "read_file",
    "read_share_file", "read_target", "target_name",
]  # fmt: skip

#: Everything of ours on a stick lies in this folder; a colleague's places and stars in this file.
FOLDER, SHARE = "feltperm", "deling.json"
#: What tells how far a writing came.
MANIFEST = "pinne.json"
#: Bytes that are read or written at a time.
CHUNK = 1 << 18
#: What the system says when the stick is no longer there.
GONE = frozenset(
    {
        errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.ENOTDIR,
        getattr(errno, "ESTALE", errno.EIO),
    }
)  # fmt: skip

_SOURCE = "source.json"
_KEY = re.compile(r"[0-9a-f]{8}")
#: The names that are ever written, and so the only ones that are ever removed again.
_OURS = re.compile(
    r"source\.json|metadata/(?:\d{1,9}\.(?:root|targets|snapshot)|timestamp)\.json"
    r"|targets/[a-z0-9]+(?:-[a-z0-9]+)*/[0-9a-f]{64}\.[0-9a-z.]{1,80}"
)
_PACK = re.compile(r"targets/([a-z0-9-]+)/[0-9a-f]{64}\.(\d{1,12})\.jsonl")
_MAX_MANIFEST = 1 << 20
_MAX_SHARE = 1 << 20
#: Senders on one stick that are looked at; a stick with more is somebody's joke.
_MAX_SENDERS = 50


class Manifest(msgspec.Struct, frozen=True):
    """What a writing was to put on the stick, and whether it came to its end.

    Attributes:
        files: name -> length of all that has to be there.
        stale: the same of what an older writing put there, until it is removed.
    """

    done: bool
    files: dict[str, int]
    stale: dict[str, int] = {}

    @property
    def packs(self) -> dict[str, int]:
        """The seq of each pack that the writing was of."""
        found = (_PACK.fullmatch(name) for name in self.files)
        return {match[1]: int(match[2]) for match in found if match}


@dataclass(frozen=True, slots=True)
class OnStick:
    """A folder of a sender on a stick, as it says itself; nothing of it is verified.

    Attributes:
        key: the folder's name.
        folder: where it lies.
        source: what its source file says; None when that is missing or not this sender's.
        manifest: what was last written, if one of our machines wrote it.
    """

    key: str
    folder: Path
    source: Source | None
    manifest: Manifest | None

    @property
    def unfinished(self) -> bool:
        """The writing was cut off."""
        return self.manifest is not None and not self.manifest.done


def place(stick: Path, key: str) -> Path:
    """Return the folder of a sender on a stick."""
    return stick / FOLDER / key


def find_sources(stick: Path) -> list[OnStick]:
    """Return the senders on a stick, by key; or the one whose own folder ``stick`` is.

    Raises:
        UpdateFailed: the stick was taken out.
    """
    with _reading(stick):
        if read_file(stick, _SOURCE, MAX_SOURCE) and _is_folder(stick / "metadata"):
            source = _source_in(stick)
            return [_on_stick(stick, source.key)] if source else []
        below = stick / FOLDER
        if not _is_folder(below):
            return []
        with os.scandir(below) as entries:
            keys = sorted(
                entry.name
                for entry in entries
                if _KEY.fullmatch(entry.name) and _is_folder(below / entry.name)
            )
        return [_on_stick(below / key, key) for key in keys[:_MAX_SENDERS]]


def leads_elsewhere(found: os.stat_result) -> bool:
    """Say whether this is a link, or one of the other ways that Windows has to lead elsewhere."""
    reparse = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_file_attributes", 0) & reparse)


def compare(own: Mapping[str, int], other: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """Return the packs that the other side has newer, and those that this side has newer.

    Args:
        own, other: the newest seq of each pack that a side really holds.
    """
    take = [pack for pack, seq in sorted(other.items()) if seq > own.get(pack, 0)]
    give = [pack for pack, seq in sorted(own.items()) if seq > other.get(pack, 0)]
    return take, give


def target_name(target: str, sha256: str) -> str:
    """Return where a target lies below a repository: ``targets/<folder>/<sha256>.<name>``."""
    folder, _, name = target.rpartition("/")
    return f"targets/{folder}/{sha256}.{name}"


def holds(folder: Path, release: Release) -> bool:
    """Whether a sender's folder has the plain file of a release, in its full length."""
    return not lacks(folder, {target_name(release.plain, release.sha256): release.length})


def lacks(folder: Path, files: Mapping[str, int]) -> list[str]:
    """Return the names of files that are not there, or not in their length."""
    return [name for name, length in files.items() if _size(folder, name) != length]


def read_file(folder: Path, name: str, most: int) -> bytes | None:
    """Return a small file below a folder, or None when there is none.

    Raises:
        UpdateFailed: it is a link or no file («damaged»), or larger than ``most``.
        OSError: it cannot be read.
    """
    file = _open(folder, name)
    if file is None:
        return None
    with file:
        data = file.read(most + 1)
    if len(data) > most:
        raise failed("damaged", f"{name}: more than {most} bytes")
    return data


def read_target(
    folder: Path, name: str, sha256: str, length: int, came: Callable[[int], None]
) -> bytes:
    """Return a file whose length and hash are known from verified metadata.

    Args:
        folder: a sender's folder.
        name: below it.
        sha256, length: of the content.
        came: told of each piece; may raise to stop.

    Raises:
        UpdateFailed: it is missing, not whole, or other bytes; or the stick was taken out.
    """
    pieces, digest, left = [], hashlib.sha256(), length
    with _reading(folder):
        file = _open(folder, name)
        if file is None:
            raise failed("missing" if folder.is_dir() else "stick_gone", name)
        with file:
            if os.fstat(file.fileno()).st_size != length:
                raise failed("damaged", f"{name}: not its length of {length}")
            while left and (piece := file.read(min(CHUNK, left))):
                came(len(piece))
                digest.update(piece)
                pieces.append(piece)
                left -= len(piece)
    if left or digest.hexdigest() != sha256:
        raise failed("damaged", f"{name}: not the bytes of its hash")
    return b"".join(pieces)


def read_share_file(stick: Path) -> bytes | None:
    """Return a colleague's places and favourites as they lie on a stick; None when there are none.

    Raises:
        UpdateFailed: the stick was taken out.
    """
    try:
        with _reading(stick):
            return read_file(stick, f"{FOLDER}/{SHARE}", _MAX_SHARE)
    except UpdateFailed as error:
        if error.why == "stick_gone":
            raise
        return None


def manifest_in(folder: Path) -> Manifest | None:
    """Return what the last writing left in a sender's folder, or None."""
    try:
        data = read_file(folder, MANIFEST, _MAX_MANIFEST)
        found = msgspec.json.decode(data, type=Manifest) if data else None
    except (UpdateFailed, ValueError, RecursionError):
        return None
    if found is None or not all(map(_OURS.fullmatch, (*found.files, *found.stale))):
        return None
    return found


def _on_stick(folder: Path, key: str) -> OnStick:
    source = _source_in(folder)
    if source is not None and source.key != key:
        source = None
    return OnStick(key, folder, source, manifest_in(folder))


def _source_in(folder: Path) -> Source | None:
    try:
        data = read_file(folder, _SOURCE, MAX_SOURCE)
        return decode_source(data) if data else None
    except UpdateFailed:
        return None


def _open(folder: Path, name: str) -> BinaryIO | None:
    """Open a regular file below a folder without following a link; None when there is none."""
    path = folder
    for part in name.split("/"):
        path = path / part
        try:
            found = path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        if leads_elsewhere(found):
            raise failed("damaged", f"{name}: a link")
    if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for
        raise failed("damaged", f"{name}: not a file")
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.fdopen(os.open(path, flags), "rb")


def _size(folder: Path, name: str) -> int:
    """The length of a file below a folder; -1 when it is none."""
    path, size = folder, -1
    for part in name.split("/"):
        path = path / part
        try:
            found = path.lstat()
        except OSError:
            return -1
        if leads_elsewhere(found):
            return -1
        size = found.st_size if stat.S_ISREG(found.st_mode) else -1
    return size


def _is_folder(path: Path) -> bool:
    try:
        found = path.lstat()
        return stat.S_ISDIR(found.st_mode) and not leads_elsewhere(found)
    except (FileNotFoundError, NotADirectoryError):
        return False


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    """Tell a stick that was taken out from one that cannot be read."""
    try:
        yield
    except OSError as error:
        if error.errno in GONE or not folder.is_dir():
            raise failed("stick_gone", str(error)) from error
        raise failed("damaged", str(error)) from error
