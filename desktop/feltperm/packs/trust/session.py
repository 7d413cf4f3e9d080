"""One conversation with a TUF repository: python-tuf's updater, our carrier, limits and clock.

Nothing here knows of packs. The specification's client workflow is python-tuf's; what is added is
the injected clock, small limits, and a metadata folder that works on every file system.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from tuf.api.metadata import Metadata, TargetFile
from tuf.ngclient import Updater, UpdaterConfig

from feltperm.packs.carrying.carrier import Carrier
from feltperm.packs.disk.writing import write_whole

__all__ = ["LIMITS", "Session"]

#: The greatest length of each kind of metadata, in bytes; ours have 0.4 to 100 kB.
LIMITS = UpdaterConfig(
    max_root_rotations=256,
    max_delegations=32,
    root_max_length=128 << 10,
    timestamp_max_length=16 << 10,
    snapshot_max_length=256 << 10,
    targets_max_length=4 << 20,
)


class Session:
    """The files of a repository as they are now, verified.

    Args:
        carrier: what fetches them.
        metadata: the folder of what is trusted so far, the same whatever the carrier.
        metadata_url, targets_url: where the carrier finds both kinds.
        targets: the folder that verified targets are put in.
        root: the first root; None for the one in ``metadata``.
        now: the local time; TUF's expiry is judged by it.

    Raises:
        RepositoryError, OSError: the root is no root, or the folder cannot be written to.
    """

    def __init__(
        self,
        carrier: Carrier,
        *,
        metadata: Path,
        metadata_url: str,
        targets: Path,
        targets_url: str,
        root: bytes | None,
        now: Callable[[], datetime],
    ) -> None:
        metadata.mkdir(parents=True, exist_ok=True)
        self._updater = _Updater(
            str(metadata),
            metadata_url,
            str(targets),
            targets_url,
            carrier,
            LIMITS,
            bootstrap=root,
        )
        # python-tuf takes the time when an updater is made, and has no argument for it. This is
        # the one place where it is given ours. The first root, which it has loaded by now, is
        # not judged by time.
        self._trusted = self._updater._trusted_set
        self._trusted.reference_time = now().astimezone(UTC)

    def refresh(self) -> None:
        """Bring root, timestamp, snapshot and targets up to date; once in a session.

        Raises:
            RepositoryError, DownloadError, OSError, UpdateFailed: nothing of it is to be used.
        """
        self._updater.refresh()

    def find(self, target: str) -> TargetFile | None:
        """Return what is said of a target, or None when there is no such.

        Raises:
            RepositoryError, DownloadError, OSError, UpdateFailed: see :meth:`refresh`.
        """
        return self._updater.get_targetinfo(target)

    def fetch(self, target: TargetFile) -> Path:
        """Return the verified file of a target, fetched unless it is here already.

        Raises:
            RepositoryError, DownloadError, OSError, UpdateFailed: there is no such file.
        """
        cached = self._updater.find_cached_target(target)
        return Path(cached or self._updater.download_target(target))

    @property
    def consistent(self) -> bool:
        """Whether every file of the repository has its own name for ever."""
        return bool(self._trusted.root.consistent_snapshot)

    @property
    def root_version(self) -> int:
        """The version of the newest root that was verified."""
        return self._trusted.root.version

    def expired(self) -> date | None:
        """Return the day on which the metadata that stopped a refresh went out, or None."""
        now = self._trusted.reference_time
        expiries = [one.expires for one in self._trusted if one.is_expired(now)]
        # TUF keeps the others to check what comes after them, but not expired targets.
        expiries = expiries or self._updater.expiry_that_came()
        return min(expiries).date() if expiries else None


class _Updater(Updater):
    """The updater, for metadata folders on sticks too."""

    _came = b""

    def expiry_that_came(self) -> list[datetime]:
        """Return when the metadata that came last expires; nothing when none came.

        It is to be trusted once TUF has said that it is expired: the keys are looked at first.
        """
        return [Metadata.from_bytes(self._came).signed.expires] if self._came else []

    def _download_metadata(self, rolename: str, length: int, version: int | None = None) -> bytes:
        self._came = super()._download_metadata(rolename, length, version)
        return self._came

    def _update_root_symlink(self) -> None:
        """Keep ``root.json`` as a copy: a program that runs from a stick cannot make links.

        It is read only where no first root is given; ours always is.
        """
        folder = Path(self._dir)
        newest = folder / "root_history" / f"{self._trusted_set.root.version}.root.json"
        copy = folder / "root.json"
        root = newest.read_bytes()
        if copy.is_symlink() or not copy.is_file() or copy.read_bytes() != root:
            write_whole(copy, root)

    def _persist_file(self, filename: str, data: bytes) -> None:
        """Write metadata as everything here is written: with patience, and to the disk."""
        write_whole(Path(filename), data)
