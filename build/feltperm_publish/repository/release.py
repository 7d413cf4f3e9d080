"""Makes a release of a pack: the plain file, the whole compressed, and deltas from before.

Everything is made and proved in memory before anything is signed: the plain file is read as a
client reads it, the compressed one is opened, and every delta is applied and compared byte for
byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import msgspec
from tuf.api.metadata import TargetFile

from feltperm.catalogue.records import PackHeader, Record
from feltperm.packs.delta import apply_delta, compress, decompress, make_delta
from feltperm.packs.format import decode
from feltperm.packs.trust.index import (
    INDEX_TARGET,
    KEPT,
    Asset,
    Delta,
    PackIndex,
    Release,
    asset_target,
    delta_target,
    encode_index,
    plain_target,
    whole_target,
)
from feltperm_publish.compile import compile_pack
from feltperm_publish.place import Place
from feltperm_publish.repository.current import (
    Current,
    file_names,
    read_current,
    referred_targets,
)
from feltperm_publish.repository.files import Folder, digest
from feltperm_publish.repository.keys import KeyRing
from feltperm_publish.repository.sign import check_clock, next_versions
from feltperm_publish.sources import Sources, asset_files

__all__ = ["Content", "Made", "index_names", "make_release", "publish", "read_content", "tidy"]


@dataclass(frozen=True, slots=True)
class Content:
    """What a publisher wants out.

    Attributes:
        header: the pack's, as in ``pack.yaml``; seq and day are the release's to give.
        records: as read from the sources, without findings.
        assets: files that the records name, by sha256.
        least: the lowest seq that a release may have.
    """

    header: PackHeader
    records: tuple[Record, ...]
    assets: Mapping[str, bytes]
    least: int

    def plain(self, seq: int, published: str) -> bytes:
        """Return the pack as released under this seq on this day."""
        header = msgspec.structs.replace(self.header, seq=seq, published=published)
        return compile_pack(header, self.records)


@dataclass(frozen=True, slots=True)
class Made:
    """A release that is proved and not written.

    Attributes:
        files: its files by target name.
        records: how many the pack has.
        bases: the seq that each of its deltas leads from.
    """

    pack: str
    release: Release
    files: Mapping[str, bytes]
    records: int
    bases: tuple[int, ...]


def read_content(place: Place, sources: Sources) -> Content:
    """Return the content of sources that were judged and have no errors.

    Raises:
        ValueError, OSError: an asset is a link, or can't be read.
    """
    assert sources.header is not None
    seq = sources.header.seq
    # The program ships the national pack with the seq of pack.yaml: a release must beat it.
    least = seq + 1 if place.is_program else seq
    assets = {digest(data): data for data in _assets(place.sources)}
    return Content(sources.header, sources.records, assets, least)


def make_release(
    folder: Folder, current: Current, content: Content, published: date
) -> Made | None:
    """Make and prove the next release; None when the newest one has this content already.

    Raises:
        ValueError: a file of an earlier release is damaged, or a proof fails.
    """
    pack = content.header.pack
    earlier = current.index.packs.get(pack, ())[:KEPT]
    assets = tuple(
        Asset(sha256=sha, length=len(data)) for sha, data in sorted(content.assets.items())
    )
    bases = [(one, _plain(folder, one)) for one in earlier]
    if bases:
        last, old = bases[0]
        if content.plain(last.seq, last.published) == old and last.assets == assets:
            return None
    seq = max(content.least, earlier[0].seq + 1 if earlier else 1)
    plain = content.plain(seq, published.isoformat())
    records = len(decode(plain).records)
    whole = compress(plain)
    _prove(f"{pack} {seq}", plain, decompress(whole, len(plain)))
    names = (plain_target(pack, seq), whole_target(pack, seq))
    files = {names[0]: plain, names[1]: whole}
    deltas, seqs = [], []
    for base, old in bases:
        delta = make_delta(old, plain)
        _prove(f"{pack} {seq} from {base.seq}", plain, apply_delta(old, delta, len(plain)))
        if len(delta) < len(whole):  # else it is not worth its line in the index
            name = delta_target(pack, seq, base.sha256)
            files[name] = delta
            deltas.append(Delta(base=base.sha256, target=name, length=len(delta)))
            seqs.append(base.seq)
    release = Release(
        seq=seq,
        published=published.isoformat(),
        sha256=digest(plain),
        length=len(plain),
        plain=names[0],
        whole=names[1],
        whole_length=len(whole),
        deltas=tuple(deltas),
        assets=assets,
    )
    files |= {asset_target(sha): data for sha, data in content.assets.items()}
    return Made(pack, release, files, records, tuple(seqs))


def publish(folder: Folder, current: Current, made: Made, keys: KeyRing, now: datetime) -> Current:
    """Sign and write a release; clients see it when the last file is there.

    Returns:
        what holds afterwards.

    Raises:
        ValueError: a key is missing, or the clock is behind.
        OSError: it could not be written; for clients nothing has changed.
    """
    check_clock(current, now)
    index = _with_release(current.index, made)
    files = {**made.files, INDEX_TARGET: encode_index(index)}
    new = {name: TargetFile.from_data(name, data, ["sha256"]) for name, data in files.items()}
    listed = _listed(index, {**current.targets.targets, **new})
    root = current.root
    by, online = keys.signers(root, "targets"), keys.signers(root, "timestamp")
    versions = next_versions(folder, current, listed, by, online, now)
    for name, data in files.items():
        folder.write_target(name, data)
    for name, data in versions:
        folder.write_metadata(name, data)
    after = read_current(folder)
    tidy(folder, current, after)
    return after


def tidy(folder: Folder, before: Current, after: Current) -> None:
    """Remove what nothing refers to any more.

    What held until now stays: a client that asked a moment ago is still fetching it.
    """
    metadata = file_names(before) | file_names(after)
    targets = referred_targets(before.targets.targets) | referred_targets(after.targets.targets)
    for path in folder.strays(metadata, targets):
        path.unlink()


def index_names(index: PackIndex) -> set[str]:
    """Return the names of all targets that an index refers to."""
    releases = [one for pack in index.packs.values() for one in pack]
    names = {name for one in releases for name in (one.plain, one.whole)}
    names |= {delta.target for one in releases for delta in one.deltas}
    return names | {asset_target(asset.sha256) for one in releases for asset in one.assets}


def _with_release(index: PackIndex, made: Made) -> PackIndex:
    """Put the release first; earlier ones lose their deltas, which lead nowhere anyone goes."""
    earlier = (msgspec.structs.replace(one, deltas=()) for one in index.packs.get(made.pack, ()))
    releases = (made.release, *earlier)[:KEPT]
    return msgspec.structs.replace(index, packs={**index.packs, made.pack: releases})


def _listed(index: PackIndex, known: Mapping[str, TargetFile]) -> dict[str, TargetFile]:
    """Return the targets to sign: those of the index, and the bases its deltas start from."""
    bases = {delta.base for pack in index.packs.values() for one in pack for delta in one.deltas}
    wanted = {INDEX_TARGET, *index_names(index)}
    wanted |= {name for name, target in known.items() if target.hashes.get("sha256") in bases}
    return {name: known[name] for name in sorted(wanted)}


def _plain(folder: Folder, release: Release) -> bytes:
    path = folder.target(release.plain, release.sha256)
    data = path.read_bytes()
    if digest(data) != release.sha256:
        raise ValueError(f"{path} is damaged; feltperm-publish verify {folder.path} says more")
    return data


def _prove(what: str, wanted: bytes, made: bytes) -> None:
    if made != wanted:
        raise ValueError(f"{what}: unpacking gives other bytes than were packed; not published")


def _assets(sources: Path) -> Iterator[bytes]:
    for path in asset_files(sources).values():
        if path.is_symlink():
            raise ValueError(f"{path}: a link is no asset, put the file itself there")
        yield path.read_bytes()
