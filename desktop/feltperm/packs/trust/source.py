"""The sources of one profile: ``<data>/sources/<key>/{source.json,metadata/}``.

An organisation can lay source files in a folder of the program; the user can remove those too.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from feltperm.errors import UpdateFailed
from feltperm.packs.disk.writing import write_whole
from feltperm.packs.failures import failed, local_failure
from feltperm.packs.trust.source_file import (
    MAX_SOURCE,
    SOURCE_FILE,
    Source,
    decode_source,
    encode_source,
)

__all__ = ["SOURCE_FILE", "Source", "SourceList", "decode_source", "encode_source"]

#: A file that says: this one came with the program, and the user does not want it.
_REMOVED = "removed"


class SourceList:
    """The sources that were added, and those that came with the program.

    Args:
        folder: where this profile's sources lie; made when the first is added.
        preinstalled: a folder with source files, ``*.json`` or ``*/source.json``; or None.
    """

    def __init__(self, folder: Path, preinstalled: Path | None = None) -> None:
        self._folder = folder
        self._preinstalled = preinstalled

    def all(self) -> list[Source]:
        """Return the sources by name; one that cannot be read is left out (:meth:`damaged`)."""
        found = {source.key: source for source in self._came_along() if not self._refused(source)}
        found.update({source.key: source for source in self._added()})
        return sorted(found.values(), key=lambda source: (source.name.casefold(), source.key))

    def get(self, wanted: str) -> Source | None:
        """Return the source with this key, name or address, or None.

        The key goes first. A name that two sources share names neither of them.
        """
        sources = self.all()
        if by_key := [source for source in sources if source.key == wanted]:
            return by_key[0]
        address, name = wanted.rstrip("/"), wanted.strip().casefold()
        by_url = [source for source in sources if source.url and source.url.rstrip("/") == address]
        found = by_url or [source for source in sources if source.name.casefold() == name]
        return found[0] if len(found) == 1 else None

    def add(self, source: Source) -> None:
        """Keep a source that a person has confirmed, or its new name and address.

        Raises:
            UpdateFailed: ``not_a_source``: another root with the same key is here already.
            DiskFull, ReadOnly: nothing was changed.
        """
        known = next((one for one in self.all() if one.key == source.key), None)
        if known and known.root != source.root:
            raise failed("not_a_source", f"another source has the key {source.key}")
        try:
            write_whole(self._place(source.key) / SOURCE_FILE, encode_source(source))
            (self._place(source.key) / _REMOVED).unlink(missing_ok=True)
        except OSError as error:
            raise local_failure(error) from error

    def remove(self, key: str) -> None:
        """Forget a source; what was installed from it stays. One that is not here is no error.

        Raises:
            DiskFull, ReadOnly: it is still there.
        """
        place = self._place(key)
        try:
            if self.is_preinstalled(key):
                write_whole(place / _REMOVED, b"")
            (place / SOURCE_FILE).unlink(missing_ok=True)
        except OSError as error:
            raise local_failure(error) from error
        shutil.rmtree(self.metadata(key), ignore_errors=True)
        if not self.is_preinstalled(key):
            shutil.rmtree(place, ignore_errors=True)

    def metadata(self, key: str) -> Path:
        """Return the folder of what is known of a source, shared by network and sticks."""
        return self._place(key) / "metadata"

    def is_preinstalled(self, key: str) -> bool:
        """Say whether a source came with the program, removed or not."""
        return any(source.key == key for source in self._came_along())

    def came_along(self, source: Source) -> bool:
        """Say whether this very source came with the program: a key alone can be forged."""
        return any(one.root == source.root for one in self._came_along())

    def damaged(self) -> list[str]:
        """Return the keys of sources whose file cannot be read; they can only be added anew."""
        whole = {source.key for source in self._added()}
        return [place.name for place in self._places() if _file(place) and place.name not in whole]

    def _place(self, key: str) -> Path:
        if not (len(key) == 8 and set(key) <= set("0123456789abcdef")):
            raise ValueError(f"{key!r} is not a source key")
        return self._folder / key

    def _places(self) -> list[Path]:
        try:
            return sorted(path for path in self._folder.iterdir() if path.is_dir())
        except OSError:
            return []

    def _added(self) -> Iterator[Source]:
        for place in self._places():
            source = _read(_file(place))
            if source and source.key == place.name:
                yield source

    def _came_along(self) -> Iterator[Source]:
        if self._preinstalled is None:
            return
        files = [*self._preinstalled.glob("*.json"), *self._preinstalled.glob(f"*/{SOURCE_FILE}")]
        for file in sorted(files):
            if source := _read(file):
                yield source

    def _refused(self, source: Source) -> bool:
        return (self._place(source.key) / _REMOVED).exists()


def _file(place: Path) -> Path | None:
    """Return the source file of a folder, or None when there is none."""
    file = place / SOURCE_FILE
    return file if file.exists() else None


def _read(file: Path | None) -> Source | None:
    """Return the source in a file, or None when it is not there or not whole."""
    if file is None:
        return None
    try:
        with file.open("rb") as stream:
            return decode_source(stream.read(MAX_SOURCE + 1))
    except (OSError, UpdateFailed):
        return None
