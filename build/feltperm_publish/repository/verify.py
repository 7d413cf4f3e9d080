"""Proves a whole repository: the chain of trust, every file, every delta, and what ends soon."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tuf.api.metadata import TargetFile

from feltperm.errors import Condition
from feltperm.packs.delta import apply_delta, decompress
from feltperm.packs.format import decode
from feltperm.packs.trust.index import INDEX_TARGET, Release, asset_target
from feltperm_publish.findings import Finding
from feltperm_publish.repository.current import (
    Broken,
    Current,
    file_names,
    referred_targets,
    walk,
)
from feltperm_publish.repository.files import Folder, digest
from feltperm_publish.repository.release import index_names

__all__ = ["Proof", "verify"]

#: How long before its end a kind of metadata is warned about.
_SOON = {
    "root": timedelta(days=180),
    "targets": timedelta(days=120),
    "snapshot": timedelta(days=300),
    "timestamp": timedelta(days=300),
}


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found.

    Attributes:
        current: what holds; None when the chain of trust is broken.
        findings: errors, which clients meet, and warnings.
        files, deltas: how many of them were read and proved.
        strays: files that nothing refers to: what held before the last release, or a crash left.
    """

    current: Current | None
    findings: list[Finding]
    files: int = 0
    deltas: int = 0
    strays: int = 0


def verify(folder: Folder, now: datetime) -> Proof:
    """Prove everything that a client could ask for, and some more."""
    try:
        current = walk(folder)
    except Broken as error:
        return Proof(None, [error.finding])
    findings = list(_ends(current, now))
    files = _Files(folder, current.targets.targets)
    findings += files.findings
    findings += _index_against_targets(current)
    deltas = 0
    for pack, releases in current.index.packs.items():
        for release in releases:
            findings += _release(pack, release, files)
            deltas += len(release.deltas)
    strays = folder.strays(file_names(current), referred_targets(current.targets.targets))
    return Proof(current, findings, len(files.whole), deltas, len(strays))


def _ends(current: Current, now: datetime) -> Iterator[Finding]:
    for signed in (current.root, current.targets, current.snapshot, current.timestamp):
        name, last = f"{signed.type} version {signed.version}", f"{signed.expires:%Y-%m-%d}"
        if signed.expires <= now:
            yield Finding(name, "", "", f"ended on {last}: clients refuse everything new")
        elif signed.expires - now < _SOON[signed.type]:
            yield Finding(name, "", "", f"ends on {last}", "warning")


class _Files:
    """The files of the listed targets, each read once to be proved."""

    def __init__(self, folder: Folder, targets: Mapping[str, TargetFile]) -> None:
        self._folder = folder
        self._targets = targets
        self.findings: list[Finding] = []
        self.whole: set[str] = set()
        for name, target in sorted(targets.items()):
            if message := self._complaint(name, target):
                self.findings.append(Finding(f"targets/{name}", "", "", message))
            else:
                self.whole.add(name)

    def read(self, name: str) -> bytes | None:
        """Return the content of a listed target that is whole."""
        if name not in self.whole:
            return None
        return self._path(name, self._targets[name]).read_bytes()

    def with_digest(self, sha256: str) -> bytes | None:
        """Return the content of the listed target that has this digest."""
        names = (n for n in self.whole if self._targets[n].hashes.get("sha256") == sha256)
        found = next(names, None)
        return self.read(found) if found else None

    def _path(self, name: str, target: TargetFile) -> Path:
        return self._folder.target(name, target.hashes["sha256"])

    def _complaint(self, name: str, target: TargetFile) -> str:
        """Say what is wrong with one file, or nothing."""
        if set(target.hashes) != {"sha256"}:
            return f"must have a sha256 and no other hash, has {sorted(target.hashes)}"
        path = self._path(name, target)
        if path.is_symlink():
            return "is a link; clients refuse it on a stick"
        try:
            data = path.read_bytes()
        except OSError as error:
            return f"cannot be read: {error.strerror}"
        if len(data) != target.length:
            return f"has {len(data)} bytes, {target.length} are signed"
        return "" if digest(data) == target.hashes["sha256"] else "is damaged: another sha256"


def _index_against_targets(current: Current) -> Iterator[Finding]:
    """Every name of the index must be a target, and no other target may lie about."""
    targets, names = current.targets.targets, index_names(current.index)
    releases = [one for pack in current.index.packs.values() for one in pack]
    bases = {delta.base for one in releases for delta in one.deltas}
    for name in sorted(names - set(targets)):
        yield Finding(INDEX_TARGET, "", "", f"names {name}, which is no target")
    for name in sorted(set(targets) - names - {INDEX_TARGET}):
        # the oldest base of a delta has left the index, and is kept to prove the delta by
        if targets[name].hashes.get("sha256") not in bases:
            yield Finding(f"targets/{name}", "", "", "is not in the index: nobody fetches it")
    for name, length in _lengths(releases):
        if name in targets and targets[name].length != length:
            message = f"says {name} has {length} bytes, {targets[name].length} are signed"
            yield Finding(INDEX_TARGET, "", "", message)


def _lengths(releases: list[Release]) -> Iterator[tuple[str, int]]:
    for one in releases:
        yield one.plain, one.length
        yield one.whole, one.whole_length
        yield from ((delta.target, delta.length) for delta in one.deltas)
        yield from ((asset_target(asset.sha256), asset.length) for asset in one.assets)


def _release(pack: str, release: Release, files: _Files) -> Iterator[Finding]:
    """Prove that every way of one release ends in the same pack."""
    plain = files.read(release.plain)
    if plain is None:
        return  # told already
    name = f"{pack} {release.seq}"
    if digest(plain) != release.sha256:
        yield Finding(name, "", "", f"{release.plain} is not what the index says: another sha256")
        return
    yield from _proved(name, release.plain, lambda: _is_pack(pack, release, plain))
    whole = files.read(release.whole)
    if whole is not None:
        yield from _proved(name, release.whole, lambda: decompress(whole, release.length) == plain)
    for delta in release.deltas:
        packed, base = files.read(delta.target), files.with_digest(delta.base)
        if base is None:
            message = f"{delta.target} can't be proved: its base is no target"
            yield Finding(name, "", "", message)
        elif packed is not None:
            yield from _proved(name, delta.target, _applied(base, packed, plain))


def _applied(base: bytes, packed: bytes, plain: bytes) -> Callable[[], bool]:
    return lambda: apply_delta(base, packed, len(plain)) == plain


def _is_pack(pack: str, release: Release, plain: bytes) -> bool:
    header = decode(plain).header
    wanted = (pack, release.seq, release.published)
    return (header.pack, header.seq, header.published) == wanted


def _proved(name: str, target: str, holds: Callable[[], bool]) -> Iterator[Finding]:
    try:
        if holds():
            return
        message = f"{target} does not give this pack"
    except Condition as error:
        message = f"{target} cannot be unpacked: {error.detail or error}"
    yield Finding(name, "", "", message)
