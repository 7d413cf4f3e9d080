"""``packs/index.json``: which packs a repository holds, in which versions, and how they come.

It is a target like any other: its bytes are verified by TUF before they are read here. Still
nothing in it is used as a name before it has been looked at, for it becomes a path.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import NoReturn

import msgspec

from feltperm.errors import UpdateFailed
from feltperm.packs.failures import failed
from feltperm.packs.format import SLUG

__all__ = [
    "FORMAT",
    "INDEX_TARGET",
    "KEPT",
    "MAX_INDEX",
    "MAX_PACK",
    "Asset",
    "Delta",
    "PackIndex",
    "Release",
    "asset_target",
    "decode_index",
    "delta_target",
    "encode_index",
    "plain_target",
    "whole_target",
]

#: The name of the index among the targets.
INDEX_TARGET = "packs/index.json"
#: The format this program writes, and the newest it reads.
FORMAT = 1
#: How many versions of a pack are listed, and how many bases get a delta.
KEPT = 8
#: The longest index that is fetched, in bytes.
MAX_INDEX = 4 << 20
#: The longest pack that is fetched or unpacked, in bytes; 10,000 records have 19 MB.
MAX_PACK = 256 << 20

_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_SEQ = 10**12
_MAX_PACKS = 1000
_MAX_NAME = 100
_MAX_ASSETS = 20_000


class Delta(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The way from one older version: its sha256, the target, and its length in bytes."""

    base: str
    target: str
    length: int


class Asset(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A separate file that records name by its sha256."""

    sha256: str
    length: int


class Release(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One version of a pack.

    Attributes:
        published: the ISO day of the pack's header.
        sha256: of the plain pack; what every way must end in.
        length: of the plain pack in bytes.
        plain: the target that is the pack itself.
        whole: the target that is the pack compressed, and ``whole_length`` its length.
    """

    seq: int
    published: str
    sha256: str
    length: int
    plain: str
    whole: str
    whole_length: int
    deltas: tuple[Delta, ...] = ()
    assets: tuple[Asset, ...] = ()

    def delta_from(self, sha256: str) -> Delta | None:
        """Return the delta from the version with this sha256, or None."""
        return next((delta for delta in self.deltas if delta.base == sha256), None)


class PackIndex(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The packs of a repository: id -> versions, the newest first."""

    format: int
    packs: dict[str, tuple[Release, ...]]


class _Version(msgspec.Struct):
    format: int


_DECODER = msgspec.json.Decoder(PackIndex)


def plain_target(pack: str, seq: int) -> str:
    """Return the name of a pack's plain file among the targets."""
    return f"{pack}/{seq}.jsonl"


def whole_target(pack: str, seq: int) -> str:
    """Return the name of a pack's compressed file among the targets."""
    return f"{pack}/{seq}.jsonl.zst"


def delta_target(pack: str, seq: int, base: str) -> str:
    """Return the name of the delta from the version whose sha256 is ``base``."""
    return f"{pack}/{seq}.from-{base[:8]}.zst"


def asset_target(sha256: str) -> str:
    """Return the name of an asset among the targets."""
    return f"assets/{sha256}"


def encode_index(index: PackIndex) -> bytes:
    """Return the canonical bytes of an index: the same content is the same bytes.

    Raises:
        ValueError: :func:`decode_index` would refuse it.
    """
    try:
        _check(index)
    except UpdateFailed as error:
        raise ValueError(error.detail) from error
    return msgspec.json.encode(index, order="deterministic") + b"\n"


def decode_index(data: bytes) -> PackIndex:
    """Return the index that ``data`` holds; fields that are not known are passed over.

    Raises:
        UpdateFailed: ``too_new`` for a later format; ``damaged`` for anything that is not one,
            a name that is not what :func:`plain_target` and its sisters give included.
    """
    if len(data) > MAX_INDEX:
        _refuse(f"longer than {MAX_INDEX} bytes")
    try:
        version = msgspec.json.decode(data, type=_Version).format
        if version > FORMAT:
            raise failed("too_new", f"index format {version}, this program reads {FORMAT}")
        index = _DECODER.decode(data)
    except (ValueError, RecursionError) as error:
        _refuse(str(error), error)
    _check(index)
    return index


def _check(index: PackIndex) -> None:
    if index.format != FORMAT:
        _refuse(f"there is no index format {index.format}")
    if len(index.packs) > _MAX_PACKS:
        _refuse(f"more than {_MAX_PACKS} packs")
    for pack, releases in index.packs.items():
        if len(pack) > _MAX_NAME or not SLUG.fullmatch(pack):
            _refuse(f"{pack[:_MAX_NAME]!r} is not a pack id")
        if not 1 <= len(releases) <= KEPT:
            _refuse(f"{pack}: {len(releases)} versions")
        for release in releases:
            _check_release(pack, release)
        seqs = [release.seq for release in releases]
        if any(newer <= older for newer, older in pairwise(seqs)):
            _refuse(f"{pack}: versions out of order")


def _check_release(pack: str, release: Release) -> None:
    name = f"{pack} {release.seq}"
    if not 1 <= release.seq < _MAX_SEQ:
        _refuse(f"{pack}: there is no seq {release.seq}")
    if not _is_day(release.published):
        _refuse(f"{name}: {release.published[:20]!r} is not a day")
    _check_sha256(name, release.sha256)
    _check_lengths(name, release.length, release.whole_length)
    _check_name(name, release.plain, plain_target(pack, release.seq))
    _check_name(name, release.whole, whole_target(pack, release.seq))
    bases = {delta.base for delta in release.deltas}
    if len(release.deltas) > KEPT or len(bases) != len(release.deltas):
        _refuse(f"{name}: too many deltas, or two from one base")
    for delta in release.deltas:
        _check_sha256(name, delta.base)
        _check_lengths(name, delta.length)
        _check_name(name, delta.target, delta_target(pack, release.seq, delta.base))
    if len(release.assets) > _MAX_ASSETS:
        _refuse(f"{name}: more than {_MAX_ASSETS} assets")
    for asset in release.assets:
        _check_sha256(name, asset.sha256)
        _check_lengths(name, asset.length)


def _check_sha256(name: str, sha256: str) -> None:
    if not _SHA256.fullmatch(sha256):
        _refuse(f"{name}: {sha256[:80]!r} is not a sha256")


def _check_lengths(name: str, *lengths: int) -> None:
    for length in lengths:
        if not 0 < length <= MAX_PACK:
            _refuse(f"{name}: a length of {length}")


def _check_name(name: str, target: str, expected: str) -> None:
    """Only one name is right, so a path that leads elsewhere cannot be."""
    if target != expected:
        _refuse(f"{name}: {target[:_MAX_NAME]!r} instead of {expected}")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _refuse(detail: str, cause: BaseException | None = None) -> NoReturn:
    raise failed("damaged", f"{INDEX_TARGET}: {detail}") from cause
