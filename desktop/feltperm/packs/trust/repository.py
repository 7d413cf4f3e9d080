"""A source's repository: what it holds now, its files, and what a stick must carry of it.

The network and a stick use the same metadata folder, so neither can take anybody back to what was
before the other. What was verified last is kept in one file beside it: it answers without a
network, goes on to sticks, and mends the folder when somebody has deleted half of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tuf.api.exceptions import ExpiredMetadataError, LengthOrHashMismatchError
from tuf.api.metadata import TargetFile

from feltperm.catalogue.dates import told_day
from feltperm.errors import UpdateFailed
from feltperm.packs.carrying.carrier import Carrier
from feltperm.packs.disk.writing import clear_unfinished
from feltperm.packs.failures import failed, naming
from feltperm.packs.trust.index import INDEX_TARGET, MAX_INDEX, PackIndex, decode_index
from feltperm.packs.trust.seen import ROOTS, Seen, load_seen, mend, read_seen, save_seen
from feltperm.packs.trust.session import Session
from feltperm.packs.trust.source import SOURCE_FILE, Source, decode_source
from feltperm.packs.trust.source_file import MAX_SOURCE, check_url

__all__ = ["Repository", "fetch_source"]

#: By how much a clock may differ before it is called wrong.
_LEEWAY = timedelta(days=1)


class Repository:
    """The repository of one source, by one carrier.

    Everything that goes wrong is an :class:`~feltperm.errors.UpdateFailed` that names the
    source, or :class:`~feltperm.errors.DiskFull` or :class:`~feltperm.errors.ReadOnly`.

    Args:
        source: whose it is; its root is where all trust begins.
        metadata: the source's metadata folder, the same for every carrier.
        work: where fetched targets are put, below the source's key; may be deleted any time.
        carrier: over HTTP, or from a folder.
        now: the local time.
    """

    def __init__(
        self,
        source: Source,
        metadata: Path,
        work: Path,
        carrier: Carrier,
        now: Callable[[], datetime],
    ) -> None:
        self._source = source
        self._metadata = metadata
        self._work = work / source.key
        self._carrier = carrier
        self._now = now
        self._session: Session | None = None

    @property
    def source(self) -> Source:
        """Whose repository it is."""
        return self._source

    def refresh(self) -> PackIndex:
        """Ask the repository what it holds now, and return its verified index.

        Costs two small requests when nothing is new.

        Raises:
            UpdateFailed, DiskFull, ReadOnly: what was known before still is.
        """
        self._session = None
        with self._named():
            for folder in (self._metadata, self._metadata / ROOTS):
                clear_unfinished(folder)
            seen = load_seen(self._metadata)
            mend(self._metadata, seen)
            session = self._begin()
            with self._judging_time(session):
                session.refresh()
                if not session.consistent:
                    raise failed("damaged", "the repository has no consistent snapshots")
                data = self._index(session, seen)
            index = decode_index(data)
            self._check_clock(index)
            verified = read_seen(self._metadata, session.root_version, data)
            if verified.stored_name(INDEX_TARGET) is None:
                raise failed("damaged", f"{INDEX_TARGET} is delegated; no stick could carry that")
            save_seen(self._metadata, verified, seen)
        self._session = session
        return index

    def known(self) -> PackIndex | None:
        """Return the index that was verified last, without asking anybody; None if none was."""
        seen = load_seen(self._metadata)
        try:
            return decode_index(seen.index) if seen else None
        except UpdateFailed:
            return None

    def fetch(self, target: str, length: int) -> Path:
        """Return the verified file of a target; refreshes first if that was not done.

        Args:
            target: a name from the index.
            length: what the index says of its length.

        Raises:
            UpdateFailed, DiskFull, ReadOnly: what came of it is kept for the next attempt.
        """
        session = self._session
        if session is None:
            self.refresh()
            return self.fetch(target, length)
        with self._named():
            return session.fetch(self._find(session, target, length))

    def discard(self, path: Path) -> None:
        """Delete a file that :meth:`fetch` gave, once it is installed."""
        if path.parent == self._work:
            path.unlink(missing_ok=True)

    def roots(self) -> list[tuple[str, bytes]]:
        """Return name and bytes of every verified root, the first one first.

        Raises:
            UpdateFailed: ``missing``: nothing was verified yet.
        """
        return self._seen().root_files()

    def files(self) -> list[tuple[str, bytes]]:
        """Return name and bytes of all verified metadata in the order to write them in.

        The names are those in the repository's folder ``metadata``. They belong together, also
        when a later refresh was cut off midway.

        Raises:
            UpdateFailed: ``missing``: nothing was verified yet.
        """
        return self._seen().metadata_files()

    def index_file(self) -> tuple[str, bytes]:
        """Return name, below the repository's folder ``targets``, and bytes of the index.

        Raises:
            UpdateFailed: ``missing``: nothing was verified yet.
        """
        return self.stored_name(INDEX_TARGET), self._seen().index

    def stored_name(self, target: str) -> str:
        """Return the name of a target's file below the repository's folder ``targets``.

        Raises:
            UpdateFailed: ``missing``: there is no such target, or nothing was verified yet.
        """
        name = self._seen().stored_name(target)
        if name is None:
            raise failed("missing", target, avsender=self._source.name)
        return name

    def expires(self) -> date | None:
        """Return the day until which what was verified last can be verified by others."""
        seen = load_seen(self._metadata)
        return seen.expires() if seen else None

    def _begin(self) -> Session:
        base = self._carrier.base(self._source.url)
        return Session(
            self._carrier,
            metadata=self._metadata,
            metadata_url=f"{base}metadata/",
            targets=self._work,
            targets_url=f"{base}targets/",
            root=self._source.root,
            now=self._now,
        )

    def _index(self, session: Session, seen: Seen | None) -> bytes:
        """Return the verified bytes of the index, those from last time if they still are it."""
        target = self._find(session, INDEX_TARGET)
        if target.length > MAX_INDEX:
            raise failed("damaged", f"{INDEX_TARGET} has {target.length} bytes")
        if seen and _fits(target, seen.index):
            return seen.index
        return session.fetch(target).read_bytes()

    def _find(self, session: Session, target: str, length: int | None = None) -> TargetFile:
        found = session.find(target)
        if found is None:
            raise failed("missing", f"there is no target {target}")
        if length is not None and found.length != length:
            raise failed("damaged", f"{target} has {found.length} bytes, the index says {length}")
        return found

    def _seen(self) -> Seen:
        seen = load_seen(self._metadata)
        if seen is None:
            raise failed("missing", "nothing was verified yet", avsender=self._source.name)
        return seen

    def _check_clock(self, index: PackIndex) -> None:
        """Refuse to go on with a clock that is behind what the source has signed.

        It would take anything that expired meanwhile for good.
        """
        today = self._now().date()
        days = [release.published for releases in index.packs.values() for release in releases]
        if days and date.fromisoformat(max(days)) > today + _LEEWAY:
            detail = f"published {max(days)}, the clock says {today}"
            raise failed("clock_behind", detail, dato=told_day(today))

    @contextmanager
    def _judging_time(self, session: Session) -> Iterator[None]:
        """Say of expired metadata whether it or the clock is the likelier cause."""
        try:
            yield
        except ExpiredMetadataError as error:
            day = session.expired()
            now, there = self._now().astimezone(UTC), self._carrier.remote_time()
            if there and now - there > _LEEWAY and not (day and there.date() > day):
                detail = f"{error}; the server says {there:%Y-%m-%d}"
                raise failed("clock_ahead", detail, dato=told_day(self._now().date())) from error
            words = {"avsender": self._source.name} | ({"dato": told_day(day)} if day else {})
            local = self._carrier.local
            raise failed("expired", f"{error}: {day}", stick=local, **words) from error

    @contextmanager
    def _named(self) -> Iterator[None]:
        with naming(stick=self._carrier.local, avsender=self._source.name):
            yield


def fetch_source(carrier: Carrier, url: str) -> Source:
    """Return the source that lies at an address; nothing of it is trusted yet.

    Args:
        url: a repository's folder, or its source file.

    Raises:
        UpdateFailed: ``not_a_source`` when there is none; or it could not be fetched.
    """
    base = carrier.base(url.removesuffix(SOURCE_FILE))
    if not carrier.local:
        check_url(base)  # it is kept, and has to be read again
    try:
        with naming():
            data = carrier.download_bytes(f"{base}{SOURCE_FILE}", MAX_SOURCE)
    except UpdateFailed as error:
        if error.why not in ("missing", "damaged"):
            raise
        raise failed("not_a_source", error.detail) from error
    source = decode_source(data)
    return source if source.url or carrier.local else Source(source.name, base, source.root)


def _fits(target: TargetFile, data: bytes) -> bool:
    try:
        target.verify_length_and_hashes(data)
    except LengthOrHashMismatchError:
        return False
    return True
