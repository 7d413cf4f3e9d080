"""The versions of one pack on disk, as they are found: ``<seq>-<sha16>.jsonl`` and a pointer.

A file's name proves its content, so a half-written or damaged one is never taken for a pack. The
pointer ``current`` says which version counts and whether the user has chosen it; without a pointer
that can be read, the newest file that is whole counts. Nothing here raises for what lies on the
disk, and nothing is written.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from feltperm.packs.format import SLUG

__all__ = [
    "BUNDLED", "POINTER", "SOURCE", "Digests", "Installed", "Pointer", "Shelf", "changes_name",
    "is_owner", "sha256", "version_name",
]  # fmt: skip

#: The two small files beside the versions: which of them counts, and whose the pack is.
POINTER, SOURCE = "current", "source"
#: What a pointer says instead of a file's name when the program's own copy counts.
BUNDLED = "bundled"
_PINNED = "pinned"
_VERSION = re.compile(r"(\d{1,12})-([0-9a-f]{16})\.jsonl")
_CHANGES = re.compile(r"(\d{1,12})\.changes\.json")
_OWNER = re.compile(r"[0-9a-f]{8,64}")
#: The longest small file that is read.
_LONGEST = 4096
#: Seconds in which a file may be written twice and seem to be written once: FAT counts in two.
_TICK = 2.0


@dataclass(frozen=True, slots=True)
class Installed:
    """One version of a pack on disk, whole when it was looked at.

    Attributes:
        source: the key of the source it came from; empty for samples.
        pinned: the user went back to it, and stays there until he takes a newer one.
    """

    pack: str
    seq: int
    sha256: str
    path: Path
    source: str = ""
    pinned: bool = False


class Pointer(NamedTuple):
    """What a pointer says, a line each; the first programs wrote the name alone.

    Attributes:
        name: a file's name or :data:`BUNDLED`; empty when the pointer says nothing.
        owner: whose the pack is, once more: the other file may be lost.
    """

    name: str = ""
    pinned: bool = False
    owner: str = ""

    @classmethod
    def read(cls, path: Path) -> Pointer:
        """Return what a file says; nothing when it is no pointer."""
        name, pinned, owner, *_ = (*map(str.strip, _short_text(path).split("\n")), "", "", "")
        if name != BUNDLED and not _VERSION.fullmatch(name):
            return cls()
        return cls(name, pinned == _PINNED, owner if is_owner(owner) else "")

    def encode(self) -> bytes:
        """Return what :meth:`read` reads."""
        return "\n".join((self.name, _PINNED if self.pinned else "", self.owner, "")).encode()


class Digests:
    """The sha256 of files, reckoned again only where a file may have been written meanwhile.

    An update asks fifteen times for that of a pack of 20 MB. What was written in the last two
    seconds is always read.
    """

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[int, int, int], str]] = {}

    def of(self, path: Path) -> str | None:
        """Return the sha256 of a file; None when it cannot be read, or is no file."""
        try:
            state, now = path.stat(), time.time()
        except OSError:
            return None
        written = (state.st_mtime_ns, state.st_size, state.st_ino)
        known, digest = self._known.get(path, (None, None))
        if known != written:
            digest = sha256(path)
            self._known.pop(path, None)
            if digest and state.st_mtime < now - _TICK:
                self._known[path] = written, digest
        return digest


class Shelf:
    """The folder of one pack.

    Args:
        packs: the folder that holds it.
        pack: the pack's id; what is none has nothing on its shelf.
        digest: returns the sha256 of a file.
    """

    def __init__(
        self, packs: Path, pack: str, digest: Callable[[Path], str | None] | None = None
    ) -> None:
        self.pack = pack
        self._digest = digest or sha256
        self.folder = packs / pack if SLUG.fullmatch(pack) else None

    def current(self) -> Installed | None:
        """Return the version that counts; None when there is none, or the bundled one counts."""
        pointer = self.pointer()
        if pointer.name == BUNDLED:
            return None
        found = next(self.whole(pointer.name), None)
        if found and pointer.pinned and found.path.name == pointer.name:
            return replace(found, pinned=True)
        return found

    def previous(self) -> Installed | None:
        """Return the newest version that is older than the current one."""
        here = self.current()
        return next(self.whole(below=here.seq), None) if here else None

    def needed(self) -> set[Path]:
        """Return the files of the current version, the one before it and the newest."""
        found, pointer = list(self.whole()), self.pointer()
        here = next((one for one in found if one.path.name == pointer.name), None)
        if here is None and pointer.name != BUNDLED:
            here = next(iter(found), None)
        before = (one for one in found if here and one.seq < here.seq)
        return {one.path for one in (*found[:1], here, next(before, None)) if one}

    def pointer(self) -> Pointer:
        """Return what the pointer says."""
        return Pointer.read(self.folder / POINTER) if self.folder else Pointer()

    def owner(self) -> str:
        """Return the key of the source that the pack belongs to; empty when it is nobody's."""
        said = _short_text(self.folder / SOURCE).strip() if self.folder else ""
        return said if is_owner(said) else self.pointer().owner

    def whole(self, first: str = "", below: int | None = None) -> Iterator[Installed]:
        """Give the whole versions: the one in the file ``first``, then the newest first.

        Each is read when it is asked for.

        Args:
            below: only those that are older than this seq.
        """
        owner = self.owner()
        found = (one for one in self.versions() if below is None or one[0] < below)
        for seq, path in sorted(found, key=lambda one: one[1].name != first):
            digest = self._digest(path)
            if digest and path.stem.endswith(f"-{digest[:16]}"):
                yield Installed(self.pack, seq, digest, path, owner)

    def versions(self) -> list[tuple[int, Path]]:
        """Return the files that are called as versions are, whole or not, the newest first."""
        return self._files(_VERSION)

    def changes(self) -> list[tuple[int, Path]]:
        """Return the files that say what an update changed, the newest first."""
        return self._files(_CHANGES)

    def _files(self, pattern: re.Pattern[str]) -> list[tuple[int, Path]]:
        try:
            paths = list(self.folder.iterdir()) if self.folder else []
        except OSError:
            return []
        found = [(int(match[1]), path) for path in paths if (match := pattern.fullmatch(path.name))]
        return sorted(found, key=lambda one: (one[0], one[1].name), reverse=True)


def is_owner(key: str) -> bool:
    """Whether this is the key of a source, as it can be read back."""
    return bool(_OWNER.fullmatch(key))


def version_name(seq: int, digest: str) -> str:
    """Return the name of a version's file; empty when it would not be found again."""
    name = f"{seq}-{digest[:16]}.jsonl"
    return name if _VERSION.fullmatch(name) else ""


def changes_name(seq: int) -> str:
    """Return the name of the file that says what the update to a version changed."""
    return f"{seq}.changes.json"


def sha256(path: Path) -> str | None:
    """Return the sha256 of a file; None when it cannot be read, or is no file."""
    try:
        # A pipe would be waited for.
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
    except OSError:
        return None


def _short_text(path: Path) -> str:
    """Return the text of a small file; empty when it is missing, unreadable or not small."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            data = file.read(_LONGEST + 1)
        return data.decode("utf-8") if len(data) <= _LONGEST else ""
    except (OSError, UnicodeDecodeError):
        return ""
