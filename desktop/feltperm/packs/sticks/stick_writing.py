"""Writing to a stick so that it may be pulled out at any moment.

The order is that of DESIGN section 6: content first, then the roots, and ``timestamp.json`` last.
So a stick pulled out midway still shows the whole content it had before, or nothing, and the next
writing goes on where this one ended. ``pinne.json`` tells how far it came.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from feltperm.errors import ReadOnly, UpdateFailed
from feltperm.packs.failures import failed
from feltperm.packs.sticks.stick import (
    CHUNK,
    FOLDER,
    GONE,
    MANIFEST,
    Manifest,
    lacks,
    leads_elsewhere,
    manifest_in,
    place,
    read_target,
)
from feltperm.wording import say

__all__ = ["Parcel", "Written", "due", "put_file", "write"]

#: What is written comes in this order: the place of a name is that of the first pattern that fits.
_ORDER = tuple(
    re.compile(pattern)
    for pattern in (
        r"source\.json",
        r"targets/.*",
        r"metadata/\d+\.root\.json",
        r"metadata/\d+\.targets\.json",
        r"metadata/\d+\.snapshot\.json",
        r"metadata/timestamp\.json",
    )
)
#: What a file takes on a stick beyond its length.
_CLUSTER = 32 * 1024
#: Windows refuses to replace a file that a scanner has open; it lets go after a moment.
_TRIES, _PAUSE = 8, 0.1


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file to put on the stick.

    Attributes:
        name: below the sender's folder, with slashes.
        length, sha256: of the content.
        content: reads it, when its turn comes.
    """

    name: str
    length: int
    sha256: str
    content: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written to the stick; what lay there already is not counted."""

    files: int
    bytes: int


def write(
    stick: Path,
    key: str,
    parcels: Iterable[Parcel],
    came: Callable[[int], None] = lambda _count: None,
    free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free,
    replace: Callable[[Path, Path], None] = os.replace,
    pause: Callable[[float], None] = time.sleep,
) -> Written:
    """Write what a sender's folder on a stick lacks, and flush it.

    What is there whole is not written again, so a writing that was cut off goes on. What an older
    writing put there and nothing refers to any more is removed at the end.

    Args:
        stick: where the stick is.
        key: the sender's key.
        parcels: all that has to be there, in any order.
        came: told of each piece; may raise to stop, which keeps what is written.
        free: how many bytes there is room for.
        replace, pause: for tests.

    Raises:
        UpdateFailed: «stick_full» before anything is written, or «stick_gone».
        ReadOnly: the stick takes no writes.
    """
    folder, ordered = place(stick, key), sorted(parcels, key=_turn)
    with _writing(stick):
        _refuse_links(stick, folder)
        before = manifest_in(folder)
        lacking = due(folder, ordered)
        stale = _stale(before, ordered)
        if before and before.done and not lacking and not stale:
            return Written(0, 0)
        _require_room(lacking, free(stick))
        files = {one.name: one.length for one in ordered}
        swap = _Swap(stick, replace, pause)
        # what an older writing put there stays known until it is removed
        swap.put(folder, MANIFEST, [msgspec.json.encode(Manifest(False, files, stale))])
        for parcel in lacking:
            swap.put(folder, parcel.name, _pieces(parcel.content(), came))
        for name in stale:
            _refuse_links(folder, (folder / name).parent)
            (folder / name).unlink(missing_ok=True)
        swap.put(folder, MANIFEST, [msgspec.json.encode(Manifest(True, files))])
    return Written(len(lacking), sum(one.length for one in lacking))


def put_file(
    stick: Path,
    name: str,
    data: bytes,
    replace: Callable[[Path, Path], None] = os.replace,
    pause: Callable[[float], None] = time.sleep,
    folder: str = FOLDER,
) -> None:
    """Write one file into a folder of the stick, and flush it.

    Args:
        stick: where the stick is.
        name, data: the file.
        replace, pause: for tests.
        folder: beside the senders' folders, unless another one is named.

    Raises:
        UpdateFailed, ReadOnly: as :func:`write`.
    """
    with _writing(stick):
        _refuse_links(stick, stick / folder)
        _require_room([Parcel(name, len(data), "", bytes)], shutil.disk_usage(stick).free)
        _Swap(stick, replace, pause).put(stick / folder, name, [data])


@dataclass(frozen=True, slots=True)
class _Swap:
    """Writes files that appear whole or not at all, as long as the stick is there."""

    stick: Path
    replace: Callable[[Path, Path], None]
    pause: Callable[[float], None]

    def put(self, folder: Path, name: str, pieces: Iterable[bytes]) -> None:
        target = folder / name
        if not self.stick.is_dir():  # its folder would be made anew, on another disk
            raise FileNotFoundError(errno.ENOENT, "the stick is gone", str(self.stick))
        _refuse_links(folder, target.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.part")
        part.unlink(missing_ok=True)
        try:
            with part.open("xb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            self._move(part, target)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
        _flush(target.parent)

    def _move(self, part: Path, target: Path) -> None:
        for waits in range(_TRIES):
            try:
                return self.replace(part, target)
            except PermissionError:
                if waits == _TRIES - 1:
                    raise
                self.pause(_PAUSE * 2**waits)


def _pieces(data: bytes, came: Callable[[int], None]) -> Iterator[bytes]:
    for start in range(0, len(data), CHUNK):
        piece = data[start : start + CHUNK]
        came(len(piece))
        yield piece


def due(folder: Path, parcels: Iterable[Parcel]) -> list[Parcel]:
    """Return the parcels that a sender's folder lacks, or has with other bytes."""
    return [one for one in parcels if not _whole(folder, one)]


def _whole(folder: Path, parcel: Parcel) -> bool:
    """Whether a parcel lies on the stick already, byte for byte."""
    if lacks(folder, {parcel.name: parcel.length}):
        return False
    try:
        read_target(folder, parcel.name, parcel.sha256, parcel.length, lambda _count: None)
    except UpdateFailed as refused:
        if refused.why == "stick_gone":
            raise
        return False
    return True


def _stale(before: Manifest | None, parcels: Sequence[Parcel]) -> dict[str, int]:
    kept = {parcel.name for parcel in parcels}
    files = {**before.files, **before.stale} if before else {}
    return {name: length for name, length in files.items() if name not in kept}


def _turn(parcel: Parcel) -> tuple[int, int, str]:
    turn = next(place for place, known in enumerate(_ORDER) if known.fullmatch(parcel.name))
    number = re.match(r"metadata/(\d+)", parcel.name)
    return turn, int(number[1]) if number else 0, parcel.name


def _require_room(parcels: Sequence[Parcel], free: int) -> None:
    needed = sum(-(-one.length // _CLUSTER) * _CLUSTER for one in parcels) + _CLUSTER
    if parcels and needed > free:
        megabytes = max(1, -(-(needed - free) // 1_000_000))
        raise failed("stick_full", f"{needed} > {free}", MB=f"{megabytes} MB")


def _refuse_links(above: Path, folder: Path) -> None:
    """Refuse to write through a link: it would lead off the stick."""
    for path in (folder, *folder.parents):
        if path == above:
            return
        with suppress(FileNotFoundError, NotADirectoryError):
            if leads_elsewhere(path.lstat()):
                raise failed("damaged", f"{path}: a link")


def _flush(folder: Path) -> None:
    """Flush a folder's own entries, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some file systems have no such thing
            raise
    finally:
        os.close(handle)


@contextmanager
def _writing(stick: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            raise failed("stick_full", str(error)) from error
        if error.errno in GONE or not stick.is_dir():
            raise failed("stick_gone", str(error)) from error
        raise ReadOnly(
            say("Kan ikke skrive på pinnen. Bruk en annen pinne."), str(error)
        ) from error
