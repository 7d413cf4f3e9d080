"""Makes new versions of signed metadata, and the order in which they are written.

Nothing here writes. A version number is used for one content only, also after a crash: what a web
server or a CDN may have kept under a name never changes. Clients see a change when
``timestamp.json`` does, so it is written last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from securesystemslib.signer import Signer
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from feltperm_publish.repository.current import Current
from feltperm_publish.repository.files import Folder

__all__ = [
    "ONLINE_LASTS",
    "ROOT_LASTS",
    "TARGETS_LAST",
    "Signed",
    "check_clock",
    "expiry_lines",
    "first_versions",
    "next_versions",
    "sign_root",
]

#: How long each kind of metadata holds (DESIGN section 6).
ROOT_LASTS = timedelta(days=5 * 365 + 1)
TARGETS_LAST = timedelta(days=2 * 365)
ONLINE_LASTS = timedelta(days=400)

#: Metadata ready to be written: its file's name and content.
Signed = tuple[str, bytes]


def first_versions(
    files: Mapping[str, TargetFile], targets_by: Signer, online_by: Signer, now: datetime
) -> list[Signed]:
    """Return version 1 of targets, snapshot and timestamp, in the order they are written."""
    return _versions(1, 1, 1, files, [targets_by], [online_by], now)


def next_versions(
    folder: Folder,
    current: Current,
    files: Mapping[str, TargetFile] | None,
    targets_by: Sequence[Signer],
    online_by: Sequence[Signer],
    now: datetime,
) -> list[Signed]:
    """Return the next targets (if ``files`` are given), snapshot and timestamp, in order."""
    targets = max([current.targets.version, *folder.versions("targets")]) + 1
    snapshot = max([current.snapshot.version, *folder.versions("snapshot")]) + 1
    timestamp = current.timestamp.version + 1
    if files is None:
        return _online(snapshot, timestamp, current.snapshot.meta["targets.json"], online_by, now)
    return _versions(targets, snapshot, timestamp, files, targets_by, online_by, now)


def sign_root(root: Root, signers: Iterable[Signer], now: datetime) -> Signed:
    """Return the root as its file, with a new date."""
    root.expires = now + ROOT_LASTS
    return f"{root.version}.root.json", _bytes(Metadata(root), signers)


def check_clock(current: Current, now: datetime) -> None:
    """Refuse to sign with a clock that is behind what was signed before.

    Raises:
        ValueError: what would be signed now would end before its time.
    """
    signed = current.timestamp.expires - ONLINE_LASTS
    if now < signed - timedelta(days=1):
        raise ValueError(
            f"the clock of this machine says {now:%Y-%m-%d}, but the repository was signed on "
            f"{signed:%Y-%m-%d}: set the clock"
        )


def expiry_lines(current: Current, today: date) -> list[str]:
    """Say until when each kind of metadata holds."""
    ends = {
        "root": current.root.expires,
        "targets": current.targets.expires,
        "snapshot and timestamp": min(current.snapshot.expires, current.timestamp.expires),
    }
    return [
        f"{name}: until {end:%Y-%m-%d} ({(end.date() - today).days} days)"
        for name, end in ends.items()
    ]


def _versions(
    targets_version: int,
    snapshot_version: int,
    timestamp_version: int,
    files: Mapping[str, TargetFile],
    targets_by: Iterable[Signer],
    online_by: Iterable[Signer],
    now: datetime,
) -> list[Signed]:
    targets = Targets(targets_version, expires=now + TARGETS_LAST, targets=dict(files))
    data = _bytes(Metadata(targets), targets_by)
    meta = MetaFile.from_data(targets_version, data, ["sha256"])
    online = _online(snapshot_version, timestamp_version, meta, online_by, now)
    return [(f"{targets_version}.targets.json", data), *online]


def _online(
    snapshot_version: int,
    timestamp_version: int,
    targets: MetaFile,
    signers: Iterable[Signer],
    now: datetime,
) -> list[Signed]:
    by, expires = list(signers), now + ONLINE_LASTS
    snapshot = Snapshot(snapshot_version, expires=expires, meta={"targets.json": targets})
    # Without length and hash of the snapshot, which the same key signs: every check fetches this.
    timestamp = Timestamp(
        timestamp_version, expires=expires, snapshot_meta=MetaFile(snapshot.version)
    )
    return [
        (f"{snapshot_version}.snapshot.json", _bytes(Metadata(snapshot), by)),
        ("timestamp.json", _bytes(Metadata(timestamp), by)),
    ]


def _bytes(
    metadata: Metadata[Root] | Metadata[Targets] | Metadata[Snapshot] | Metadata[Timestamp],
    signers: Iterable[Signer],
) -> bytes:
    for signer in signers:
        metadata.sign(signer, append=True)
    return metadata.to_bytes()
