"""What a repository says now, walked as a client walks it: from the first root to the index.

Only the signatures and hashes of metadata and index are looked at here; every file of every
release is :mod:`feltperm_publish.repository.verify`'s. Nothing is judged by the clock: an expired
repository must be read to be signed again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from feltperm.errors import Condition
from feltperm.packs.trust.index import INDEX_TARGET, PackIndex, decode_index
from feltperm.packs.trust.source import Source, decode_source
from feltperm_publish.findings import Finding
from feltperm_publish.repository.files import Folder
from feltperm_publish.repository.keys import key_name

__all__ = ["Broken", "Current", "file_names", "read_current", "referred_targets", "walk"]

#: The types of a role's metadata.
Kind = TypeVar("Kind", Root, Targets, Snapshot, Timestamp)


@dataclass(frozen=True, slots=True)
class Current:
    """The metadata that holds now, all of it verified."""

    source: Source
    roots: tuple[Root, ...]
    targets: Targets
    snapshot: Snapshot
    timestamp: Timestamp
    index: PackIndex

    @property
    def root(self) -> Root:
        """The newest root."""
        return self.roots[-1]

    @property
    def key_names(self) -> set[str]:
        """The names of all keys that any root has had."""
        return {key_name(key) for root in self.roots for key in root.keys.values()}


class Broken(Exception):
    """The walk can't go on; the finding says why."""

    def __init__(self, file: str, message: str) -> None:
        super().__init__(f"{file}: {message}")
        self.finding = Finding(file, "", "", message)


def read_current(folder: Folder) -> Current:
    """Return what holds now.

    Raises:
        ValueError: this is no repository, or something in it is broken.
    """
    try:
        return walk(folder)
    except Broken as error:
        where = f"feltperm-publish verify {folder.path} says more"
        raise ValueError(f"{folder.path}: {error}; {where}") from error


def walk(folder: Folder) -> Current:
    """Walk the chain of trust.

    Raises:
        Broken: at the first link that does not hold.
    """
    if not folder.metadata.is_dir():
        raise Broken("metadata", "is not there: this is no repository")
    roots = tuple(_roots(folder))
    root = roots[-1]
    timestamp = _signed(folder, root, Timestamp, "timestamp.json")
    meta = timestamp.snapshot_meta
    snapshot = _signed(folder, root, Snapshot, f"{meta.version}.snapshot.json", meta)
    listed = snapshot.meta.get("targets.json")
    if listed is None or set(snapshot.meta) != {"targets.json"}:
        raise Broken(f"{meta.version}.snapshot.json", "must list targets.json and nothing else")
    targets = _signed(folder, root, Targets, f"{listed.version}.targets.json", listed)
    return Current(
        _source(folder), roots, targets, snapshot, timestamp, _index(folder, targets.targets)
    )


def file_names(current: Current) -> set[str]:
    """Return the names of the metadata files that a client may ask for."""
    names = {f"{root.version}.root.json" for root in current.roots}
    snapshot, targets = current.snapshot.version, current.targets.version
    return names | {f"{snapshot}.snapshot.json", f"{targets}.targets.json", "timestamp.json"}


def referred_targets(targets: Mapping[str, TargetFile]) -> set[str]:
    """Return where the listed targets lie below ``targets/``."""
    # consistent snapshots prefix each name with its hash
    paths = (target.get_prefixed_paths() for target in targets.values())
    return {path for found in paths for path in found}


def _roots(folder: Folder) -> Iterator[Root]:
    versions = folder.versions("root")
    if versions != list(range(1, len(versions) + 1)) or not versions:
        raise Broken("metadata", f"roots must be 1, 2, 3 …: there are {versions or 'none'}")
    previous: Root | None = None
    for version in versions:
        name = f"{version}.root.json"
        metadata = _load(folder, Root, name)
        root = metadata.signed
        if root.version != version:
            raise Broken(f"metadata/{name}", f"says it is version {root.version}")
        if not root.consistent_snapshot:
            raise Broken(f"metadata/{name}", "consistent snapshots are off")
        found = root.get_root_verification_result(
            previous, metadata.signed_bytes, metadata.signatures
        )
        for result, whose in ((found.first, "the root before it"), (found.second, "itself")):
            if not result:
                has = f"{len(result.signed)} of {result.threshold}"
                raise Broken(f"metadata/{name}", f"has {has} signatures that {whose} asks for")
        yield root
        previous = root


def _signed(
    folder: Folder, root: Root, kind: type[Kind], name: str, listed: MetaFile | None = None
) -> Kind:
    """Return metadata that the root's keys have signed and that is what ``listed`` says."""
    path = f"metadata/{name}"
    metadata = _load(folder, kind, name)
    try:
        if listed:
            listed.verify_length_and_hashes((folder.metadata / name).read_bytes())
        root.verify_delegate(kind.type, metadata.signed_bytes, metadata.signatures)
    except (RepositoryError, ValueError) as error:
        raise Broken(path, str(error)) from error
    if listed and metadata.signed.version != listed.version:
        raise Broken(path, f"says it is version {metadata.signed.version}")
    return metadata.signed


def _load(folder: Folder, kind: type[Kind], name: str) -> Metadata[Kind]:
    path = f"metadata/{name}"
    try:
        metadata: Metadata[Kind] = Metadata.from_bytes(_read(folder.metadata / name, path))
    except RepositoryError as error:
        raise Broken(path, f"cannot be read: {error}") from error
    signed: Signed = metadata.signed
    if not isinstance(signed, kind):
        raise Broken(path, f"is {signed.type} metadata")
    return metadata


def _source(folder: Folder) -> Source:
    try:
        source = decode_source(_read(folder.source, "source.json"))
    except Condition as error:
        raise Broken("source.json", f"cannot be read: {error.detail or error}") from error
    if source.root != _read(folder.metadata / "1.root.json", "metadata/1.root.json"):
        raise Broken("source.json", "holds another root than metadata/1.root.json")
    return source


def _index(folder: Folder, targets: Mapping[str, TargetFile]) -> PackIndex:
    target = targets.get(INDEX_TARGET)
    if target is None or "sha256" not in target.hashes:
        raise Broken("targets", f"{INDEX_TARGET} is not listed")
    path = folder.target(INDEX_TARGET, target.hashes["sha256"])
    name = path.relative_to(folder.path).as_posix()
    data = _read(path, name)
    try:
        target.verify_length_and_hashes(data)
        return decode_index(data)
    except (RepositoryError, Condition) as error:
        raise Broken(name, str(getattr(error, "detail", "") or error)) from error


def _read(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Broken(name, f"cannot be read: {error.strerror}") from error
