"""Small packs with what belongs to them, for the tests of what lies on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from feltperm.catalogue.records import PackHeader, Service
from feltperm.packs.changes import Changes, encode_changes
from feltperm.packs.disk.store import Store
from feltperm.packs.format import encode, read_pack

SENDER, OTHER = "0a1b2c3d", "ffff0000"


def pack(seq: int, name: str = "trondheim", records: int = 1) -> bytes:
    """A pack whose every record tells its seq."""
    header = PackHeader(
        format=1, pack=name, seq=seq, published="2026-11-26", publisher="T", languages=("nb",)
    )
    return encode(
        header,
        [Service(id=f"svc-{n}", title={"nb": f"Nummer {seq}"}) for n in range(records)],
    )


def told(seq: int, name: str = "trondheim") -> bytes:
    """What is kept of the changes that the update to a version brought."""
    return encode_changes(Changes(name, "T", seq - 1, seq, "2026-11-26"))


def bring(store: Store, seq: int, name: str = "trondheim", **more: Any) -> Path:
    """Install one version from the usual sender."""
    return store.install(pack(seq, name), SENDER, told(seq, name), **more).path


def counting(store: Store) -> list[tuple[str, int]]:
    """What counts now, read and verified."""
    found = []
    for one in store.installed():
        read = read_pack(one.path)
        assert read.sha256 == one.sha256
        assert {record.title["nb"] for record in read.records} == {f"Nummer {one.seq}"}
        found.append((one.pack, one.seq))
    return found


def seqs_told(store: Store, name: str = "trondheim") -> list[int]:
    """The versions of which it is known what they changed, the newest first."""
    return [msgspec.json.decode(data)["new_seq"] for data in store.changes(name)]


def unfinished(folder: Path) -> list[str]:
    """What an interrupted change has left, which nobody may take for content."""
    return [path.name for path in folder.rglob("*") if path.suffix == ".part"]


def never(_seconds: float) -> None:
    """A pause that takes no time."""


def refusing(times: int, replace: Callable[[Path, Path], object]) -> Callable[[Path, Path], None]:
    """Refuse the first replacements, as Windows does while a scanner holds the file."""
    left = [times]

    def attempt(source: Path, target: Path) -> None:
        if left[0]:
            left[0] -= 1
            raise PermissionError(13, "The process cannot access the file")
        replace(source, target)

    return attempt
