"""Packs on disk: ``packs/<pack>/<seq>-<sha16>.jsonl`` and which is current (DESIGN section 6).

A file's name proves its content, so a half-written or damaged one is never taken for a pack. The
pointer ``current`` is a convenience: without it the newest file that is whole counts.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from feltperm.errors import ContentDamaged
from feltperm.packs.format import decode

__all__ = ["install", "installed"]

_NAME = re.compile(r"(\d{1,12})-([0-9a-f]{16})\.jsonl")
_POINTER = "current"


def installed(folder: Path) -> list[Path]:
    """Return the current file of each pack below ``folder``, in order of their names.

    A pack without a whole file is passed over: the bundled content is always there.
    """
    try:
        packs = sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:
        return []
    return [found for pack in packs if (found := next(_whole(pack), None))]


def install(folder: Path, data: bytes) -> Path:
    """Write a pack below ``folder`` and make it the current one; return its file.

    Each of the two files appears whole or not at all, the pointer last.

    Raises:
        ContentDamaged: these are not the bytes of a pack.
        OSError: there is no room, or no permission; the pack before it stays current.
    """
    pack = decode(data)
    name = f"{pack.header.seq}-{pack.sha256[:16]}.jsonl"
    if not _NAME.fullmatch(name):  # it would be written and never found
        raise ContentDamaged(
            "Innholdet er skadet og er ikke tatt i bruk.", f"there is no seq {pack.header.seq}"
        )
    place = folder / pack.header.pack
    place.mkdir(parents=True, exist_ok=True)
    _write(place / name, data)
    _write(place / _POINTER, f"{name}\n".encode())
    return place / name


def _whole(pack: Path) -> Iterator[Path]:
    """Give the whole files of a pack: the one pointed at, then the newest first."""
    try:
        names = [path.name for path in pack.iterdir()]
    except OSError:
        return
    found = {name: int(match[1]) for name in names if (match := _NAME.fullmatch(name))}
    newest = sorted(found, key=lambda name: (found[name], name), reverse=True)
    for name in dict.fromkeys([_pointed_at(pack), *newest]):
        if name in found and _fits(pack / name):
            yield pack / name


def _pointed_at(pack: Path) -> str:
    try:
        return (pack / _POINTER).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _fits(path: Path) -> bool:
    """Whether a file's content is what its name says."""
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return False
    return path.stem.endswith(digest[:16])


def _write(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
