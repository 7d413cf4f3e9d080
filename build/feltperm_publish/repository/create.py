"""Makes a repository: its keys, its first root, and an index without packs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tuf.api.metadata import Root, TargetFile

from feltperm.errors import UpdateFailed
from feltperm.packs.trust.index import FORMAT, INDEX_TARGET, PackIndex, encode_index
from feltperm.packs.trust.source import Source, decode_source, encode_source
from feltperm_publish.repository.files import Folder, write_whole
from feltperm_publish.repository.keys import ROLES, NewKey, new_key
from feltperm_publish.repository.passphrases import Passphrases
from feltperm_publish.repository.sign import first_versions, sign_root

__all__ = ["Wanted", "create"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a publisher decides once.

    Attributes:
        repository: the folder to make; empty or not there.
        name: what users read when they confirm the source.
        url: where the folder will be served; may be empty, for sticks only.
        keys: the folder for the new keys, outside the repository.
        root_keys: how many root keys are made.
        threshold: how many of them must sign a new root.
    """

    repository: Path
    name: str
    url: str
    keys: Path
    root_keys: int
    threshold: int


def create(wanted: Wanted, passphrases: Passphrases, now: datetime) -> tuple[Source, list[Path]]:
    """Make the keys and the repository; both are there whole, or neither is.

    Returns:
        (the source that users add, the files of the keys).

    Raises:
        ValueError: what is wanted does not fit together, or something is there already.
        OSError: the folders can't be written.
    """
    _check(wanted)
    roots = [new_key(f"root-{number}") for number in range(1, wanted.root_keys + 1)]
    targets, online = new_key("targets-1"), new_key("online-1")
    first = _first_root(wanted, roots, targets, online, now)
    source = _source(wanted, first)
    words = {key.name: passphrases.new(key.name) for key in (*roots, targets)}
    saved: list[Path] = []
    try:
        for key in (*roots, targets, online):
            saved.append(key.save(wanted.keys, words.get(key.name, "")))
        with _whole_folder(wanted.repository) as folder:
            _write(folder, source, targets, online, now)
    except BaseException:
        # keys of a repository that does not exist are only good for mistaking them for others
        for path in saved:
            path.unlink(missing_ok=True)
        raise
    return source, saved


def _check(wanted: Wanted) -> None:
    if not 1 <= wanted.threshold <= wanted.root_keys:
        raise ValueError(
            f"{wanted.threshold} of {wanted.root_keys} root keys can't be: the threshold lies "
            f"between 1 and the number of keys"
        )
    repository, keys = wanted.repository.resolve(), wanted.keys.resolve()
    if repository.exists() and (not repository.is_dir() or any(repository.iterdir())):
        raise ValueError(f"{wanted.repository} is not empty")
    if keys == repository or repository in keys.parents:
        raise ValueError(f"{wanted.keys} lies in the repository, which everybody can read")
    if there := sorted(keys.glob("*.pem")):
        raise ValueError(f"{there[0]}: keys of another repository lie there, name another folder")


def _source(wanted: Wanted, root: bytes) -> Source:
    """Return the source, after reading it as a client will."""
    try:
        return decode_source(encode_source(Source(wanted.name, wanted.url, root)))
    except UpdateFailed as error:
        raise ValueError(f"users could not add this source: {error.detail}") from error


def _first_root(
    wanted: Wanted, roots: list[NewKey], targets: NewKey, online: NewKey, now: datetime
) -> bytes:
    root = Root(version=1, consistent_snapshot=True)
    for keys, role in ((roots, "root"), ([targets], "targets"), ([online], "online")):
        for key in keys:
            for tuf_role in ROLES[role]:
                root.add_key(key.public, tuf_role)
    root.roles["root"].threshold = wanted.threshold
    return sign_root(root, [key.signer for key in roots], now)[1]


def _write(folder: Folder, source: Source, targets: NewKey, online: NewKey, now: datetime) -> None:
    index = encode_index(PackIndex(format=FORMAT, packs={}))
    files = {INDEX_TARGET: TargetFile.from_data(INDEX_TARGET, index, ["sha256"])}
    folder.write_target(INDEX_TARGET, index)
    write_whole(folder.source, encode_source(source))
    folder.write_metadata("1.root.json", source.root)
    for name, data in first_versions(files, targets.signer, online.signer, now):
        folder.write_metadata(name, data)


@contextmanager
def _whole_folder(path: Path) -> Iterator[Folder]:
    """Fill a folder beside the wanted one, and give it its name when it is whole."""
    part = path.with_name(f".{path.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        yield Folder(part)
        if path.is_dir():
            path.rmdir()  # empty: that was looked at
        part.rename(path)
    finally:
        shutil.rmtree(part, ignore_errors=True)
