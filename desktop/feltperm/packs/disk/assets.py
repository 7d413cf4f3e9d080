"""The files that records name by their sha256: PDF, SVG and PNG, each once, whoever sent it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

import msgspec

from feltperm.packs.disk.writing import clear_unfinished, write_whole
from feltperm.packs.failures import failed, local_failure
from feltperm.packs.trust.index import MAX_PACK, Asset

__all__ = ["Assets"]

_SHA256 = re.compile(r"[0-9a-f]{64}")
_USED = re.compile(r"([a-z0-9-]+)\.used\.json")
_MAX_LIST = 8 << 20
#: The versions of a pack that may be gone back to, and so keep their files.
_VERSIONS_KEPT = 3


class Assets:
    """The folder ``<data>/assets``.

    Args:
        folder: made when the first file comes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Return where a file lies, or would lie.

        Raises:
            ValueError: that is no sha256.
        """
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is not a sha256")
        return self._folder / sha256

    def lacking(self, assets: Collection[Asset]) -> list[Asset]:
        """Return those that are not here in their full length."""
        return [one for one in assets if not self._has(one)]

    def read(self, sha256: str, most: int = MAX_PACK) -> bytes:
        """Return a file.

        Raises:
            UpdateFailed: it is missing, longer than ``most``, or not what it was.
        """
        try:
            with self.path(sha256).open("rb") as file:
                data = file.read(most + 1)
        except OSError as error:
            raise failed("missing", f"{sha256}: {error.strerror}") from error
        if len(data) > most or hashlib.sha256(data).hexdigest() != sha256:
            raise failed("damaged", sha256)
        return data

    def keep(self, sha256: str, data: bytes) -> None:
        """Keep a file.

        Raises:
            UpdateFailed: the bytes are not those of the hash.
            DiskFull, ReadOnly: it could not be kept.
        """
        if hashlib.sha256(data).hexdigest() != sha256:
            raise failed("damaged", sha256)
        self._write(self.path(sha256), data)

    def use(self, pack: str, seq: int, names: Collection[str]) -> None:
        """Note that a version of a pack names these files, so that they stay.

        Raises:
            DiskFull, ReadOnly: it could not be noted.
        """
        used = self._used(pack)
        if not (names or used):
            return
        clear_unfinished(self._folder)
        used[seq] = sorted(names)
        kept = {one: used[one] for one in sorted(used)[-_VERSIONS_KEPT:]}
        self._write(self._used_file(pack), msgspec.json.encode(kept))

    def forget(self, packs: Collection[str]) -> None:
        """Delete what only these packs name; what cannot be deleted does no harm."""
        for pack in packs:
            with suppress(OSError):
                self._used_file(pack).unlink()
        self.tidy()

    def tidy(self) -> None:
        """Delete what no version names that may be gone back to."""
        files = list(self._folder.iterdir()) if self._folder.is_dir() else []
        used = [self._used(match[1]) for file in files if (match := _USED.fullmatch(file.name))]
        if not all(used):  # one cannot be read: then nobody knows what it names
            return
        kept = {name for versions in used for names in versions.values() for name in names}
        for file in files:
            if _SHA256.fullmatch(file.name) and file.name not in kept:
                with suppress(OSError):
                    file.unlink()

    def _has(self, asset: Asset) -> bool:
        try:
            return self.path(asset.sha256).stat().st_size == asset.length
        except OSError:
            return False

    def _used_file(self, pack: str) -> Path:
        return self._folder / f"{pack}.used.json"

    def _used(self, pack: str) -> dict[int, list[str]]:
        try:
            with self._used_file(pack).open("rb") as file:
                return msgspec.json.decode(file.read(_MAX_LIST), type=dict[int, list[str]])
        except (OSError, ValueError, RecursionError):
            return {}

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        try:
            write_whole(path, data)
        except OSError as error:
            raise local_failure(error) from error
