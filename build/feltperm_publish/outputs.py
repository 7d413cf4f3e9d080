"""Writing into the compiled folder, and knowing what need not be made again.

Stamps lie beside the folder, not in it: what is in it ships.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

__all__ = ["Stamps", "fingerprint", "remove_others", "write_if_changed"]


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write ``data`` whole or not at all; leave an equal file untouched and return False."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(data)
    part.replace(path)
    return True


def remove_others(folder: Path, pattern: str, keep: Iterable[str]) -> list[str]:
    """Remove the files of ``folder`` that match and are not named in ``keep``; say which."""
    kept = set(keep)
    stale = sorted(path for path in folder.glob(pattern) if path.name not in kept)
    for path in stale:
        path.unlink()
    return [path.name for path in stale]


def fingerprint(files: Iterable[Path], *facts: str) -> str:
    """Return a digest over the content of files and further facts (versions, parameters)."""
    digest = hashlib.sha256()
    for part in (*facts, *(_described(path) for path in sorted(files))):
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def _described(path: Path) -> str:
    return f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}"


class _Stamp(msgspec.Struct, frozen=True):
    """What a step was made from, and the size in bytes of each file it made."""

    key: str
    files: dict[str, int]


class Stamps:
    """Remembers from what each step made which files, between two runs."""

    def __init__(self, out: Path) -> None:
        """Keep the stamps of the compiled folder ``out``; unreadable ones count as none."""
        self._path = out.with_name(f"{out.name}.stamps.json")
        self._out = out
        try:
            self._known = msgspec.json.decode(self._path.read_bytes(), type=dict[str, _Stamp])
        except (OSError, ValueError):
            self._known = {}

    def is_fresh(self, step: str, key: str) -> bool:
        """Whether ``step`` last ran with the same ``key`` and its files stand as it left them."""
        stamp = self._known.get(step)
        if stamp is None or stamp.key != key:
            return False
        return all(_size(self._out / name) == size for name, size in stamp.files.items())

    def keep(self, step: str, key: str, files: Iterable[str]) -> None:
        """Note that ``step`` is done and made ``files`` (names below the compiled folder)."""
        self._known[step] = _Stamp(key, {name: _size(self._out / name) for name in files})
        self._write()

    def forget(self, step: str) -> None:
        """Note that ``step`` is about to run; its files prove nothing until it is done."""
        if self._known.pop(step, None):
            self._write()

    def _write(self) -> None:
        write_if_changed(self._path, msgspec.json.encode(self._known, order="deterministic"))


def _size(path: Path) -> int:
    """The size in bytes; -1 when there is no such file."""
    try:
        return path.stat().st_size
    except OSError:
        return -1
