"""Bringing one release here: the cheapest way first, then the next one.

A way that does not work is no failure of the update: a delta that is missing or does not fit
means the whole, and a whole that is missing means the plain pack. Only what the user or the link
ended is raised at once; what has come stays and is not fetched again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from feltperm.desk.updates.holdings import Held
from feltperm.desk.updates.intake import Intake
from feltperm.desk.updates.link import Link
from feltperm.desk.updates.planning import cost, newer, ways
from feltperm.desk.updates.update_values import Plan, Progress, Ready, Way
from feltperm.errors import ContentDamaged, UpdateFailed
from feltperm.packs.delta import apply_delta, decompress
from feltperm.packs.failures import failed, local_failure
from feltperm.packs.trust.index import Release, asset_target
from feltperm.packs.trust.repository import Repository

__all__ = ["Fetcher"]

#: Failures of one way that leave the others open.
_TRY_ANOTHER = frozenset({"missing", "damaged"})


class Fetcher:
    """Fetches releases into an :class:`~feltperm.desk.updates.intake.Intake`.

    Args:
        intake: where they go.
        link: how they come.
        spend: told of the bytes that came over a link, however it ended.
    """

    def __init__(self, intake: Intake, link: Link, spend: Callable[[int], None]) -> None:
        self._intake = intake
        self._link = link
        self._spend = spend
        self._fetched: list[Path] = []

    def fetch(self, plan: Plan, progress: Progress | None = None, most: int | None = None) -> Ready:
        """Bring a release here, and verify and read it; see ``Updates.fetch``."""
        sender = self._intake.sender_of(plan)
        if here := self._intake.here(plan):
            self._intake.remember(plan, "ready")
            return here
        self._intake.remember(plan, "fetching")
        watch = _Watch(progress, plan.bytes)
        folder = Path(plan.folder) if plan.folder else None
        try:
            with self._link.session(watch.came) as session:
                repository = session.to(plan.source, folder)
                releases = repository.refresh().packs.get(plan.pack, ())
                return self._newest(repository, plan, releases, most, watch)
        except UpdateFailed as error:
            shared = folder == sender.place
            dated = self._intake.holdings.dated(error, sender.key, shared)
            if dated is error:
                raise
            raise dated from error
        finally:
            if folder is None:
                self._spend(watch.received)

    def _newest(
        self,
        repository: Repository,
        plan: Plan,
        releases: tuple[Release, ...],
        most: int | None,
        watch: _Watch,
    ) -> Ready:
        """Bring the planned release, or the newest below it that the sender really holds."""
        held = self._intake.holdings.get(plan.pack)
        self._fetched.clear()
        last = failed("missing", f"{plan.pack} {plan.release.seq}", avsender=plan.source.name)
        for release in newer(releases, held):
            if release.seq > plan.release.seq:
                continue  # it came since the user was told what this would take
            try:
                data = self._bring(repository, plan, release, held, most, watch)
            except UpdateFailed as error:
                if error.why != "missing":
                    raise
                last = error
                continue
            self._fetch_assets(repository, release)
            taken = plan if release == plan.release else replace(plan, release=release)
            ready = self._intake.accept(taken, data, watch.received)
            for path in self._fetched:  # only now: a byte is not fetched twice
                repository.discard(path)
            return ready
        raise last

    def _bring(
        self,
        repository: Repository,
        plan: Plan,
        release: Release,
        held: Held | None,
        most: int | None,
        watch: _Watch,
    ) -> bytes:
        """Return the plain bytes of a release, by the cheapest way that works.

        Raises:
            UpdateFailed: none does; «missing» only when the sender has it in no way.
        """
        from_folder: list[Way] = ["plain", "whole"]
        bad = self._intake.log.read().bad_deltas
        tried: list[UpdateFailed] = []
        for way in from_folder if plan.folder else ways(release, held, bad):
            size = cost(release, way, held)
            if most is not None and size > most:
                tried.append(failed("missing", f"{release.seq} by {way} is {size} bytes"))
                break
            watch.expect(size)
            try:
                return self._by(repository, way, release, held)
            except UpdateFailed as error:
                if error.why not in _TRY_ANOTHER:
                    raise
                tried.append(error)
                if way == "delta":
                    log = self._intake.log
                    log.write(log.read().with_bad_delta(release.sha256))
        raise next((one for one in tried if one.why != "missing"), tried[0])

    def _by(self, repository: Repository, way: Way, release: Release, held: Held | None) -> bytes:
        """Fetch one file and make the plain pack of it."""
        if way == "delta":
            delta = release.delta_from(held.sha256) if held else None
            base = held.data() if held else None
            if delta is None or base is None:
                raise failed("damaged", f"{release.seq}: what the delta starts from is not here")
            packed = self._read(repository, delta.target, delta.length)
            made = _made(lambda: apply_delta(base, packed, release.length))
        elif way == "whole":
            packed = self._read(repository, release.whole, release.whole_length)
            made = _made(lambda: decompress(packed, release.length))
        else:
            made = self._read(repository, release.plain, release.length)
        if hashlib.sha256(made).hexdigest() != release.sha256:
            raise failed("damaged", f"{release.seq} by {way}: not the bytes of its sha256")
        return made

    def _fetch_assets(self, repository: Repository, release: Release) -> None:
        for asset in self._intake.assets.lacking(release.assets):
            data = self._read(repository, asset_target(asset.sha256), asset.length)
            self._intake.assets.keep(asset.sha256, data)

    def _read(self, repository: Repository, target: str, length: int) -> bytes:
        """Fetch a target and return its verified bytes."""
        path = repository.fetch(target, length)
        self._fetched.append(path)
        try:
            return path.read_bytes()
        except OSError as error:
            raise local_failure(error) from error


class _Watch:
    """Tells how far a fetch is, of how much: a way that did not work makes it more.

    Args:
        progress: told (come, all).
        total: what is expected at first.
    """

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self.received = 0

    def came(self, received: int) -> None:
        self.received = received
        if self._progress is not None:
            self._progress(received, max(received, self._total))

    def expect(self, more: int) -> None:
        self._total = max(self._total, self.received + more)


def _made(make: Callable[[], bytes]) -> bytes:
    try:
        return make()
    except ContentDamaged as damage:
        raise failed("damaged", damage.detail) from damage
