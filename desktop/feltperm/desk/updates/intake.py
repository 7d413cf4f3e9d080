"""From bytes that came to content in use: verified, read, compared, and put in its place.

Whatever way a release came, over a link or from a stick, it goes through here.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from feltperm.desk.updates.holdings import Holdings
from feltperm.desk.updates.senders import KnownSource, Senders
from feltperm.desk.updates.update_values import Plan, Ready, Taken
from feltperm.errors import ContentDamaged, ContentTooNew, NotFound
from feltperm.packs.changes import Changes, compare_bytes, decode_changes, encode_changes
from feltperm.packs.disk.assets import Assets
from feltperm.packs.disk.lock import updating
from feltperm.packs.disk.store import Installed, Store
from feltperm.packs.disk.writing import write_whole
from feltperm.packs.failures import failed, local_failure
from feltperm.packs.format import decode
from feltperm.packs.schedule import CheckLog, Pending, Stage
from feltperm.packs.trust.index import Release
from feltperm.wording import say

__all__ = ["Intake"]

_log = logging.getLogger(__name__)


class Intake:
    """Where new content arrives.

    Args:
        store, holdings, senders, assets: what there is.
        log: remembers what was begun.
        work: a folder for what has come and is not in use; ``targets/<key>`` below it is for what
            comes from a sender.
        prepare: makes the library of a version that is in its place and does not count yet;
            what it raises keeps the version out.
    """

    def __init__(
        self,
        store: Store,
        holdings: Holdings,
        senders: Senders,
        assets: Assets,
        log: CheckLog,
        work: Path,
        prepare: Callable[[Installed], object] = lambda _installed: None,
    ) -> None:
        self.store = store
        self.holdings = holdings
        self.senders = senders
        self.assets = assets
        self.log = log
        self.work = work
        self._prepare = prepare

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only program that updates this profile, or raise UpdateFailed("busy")."""
        with updating(self.work):
            yield

    def remember(self, plan: Plan, stage: Stage) -> None:
        """Note how far an update has come, for when the power goes."""
        pending = Pending(plan.source.key, plan.pack, plan.release.seq, plan.release.sha256, stage)
        self.log.write(self.log.read().with_pending(pending))

    def may_bring(self, source: KnownSource, pack: str) -> bool:
        """Say whether a pack may come from a sender.

        A pack belongs to the sender that first brought it. What the user wrote is nobody's to
        send, and the national content may be renewed by whom the user confirmed for it.
        """
        if pack == "local":
            return False
        owner = self.store.owner(pack)
        bundled = self.holdings.bundled
        if not owner and bundled is not None and bundled.pack == pack:
            return source.national
        return owner in ("", source.key)

    def sender_of(self, plan: Plan) -> KnownSource:
        """Return whose a plan is, as it is now: another program may have removed the sender.

        Raises:
            UpdateFailed: the pack may not come from there («foreign»).
        """
        sender = self.senders.get(plan.source.key)
        if sender is None or not self.may_bring(sender, plan.pack):
            raise failed("foreign", f"{plan.pack} from {plan.source.key}")
        return sender

    def lacking(self, release: Release) -> int:
        """Return how many bytes of the files that a release's records name are not here."""
        return sum(asset.length for asset in self.assets.lacking(release.assets))

    def accept(self, plan: Plan, data: bytes, received: int = 0) -> Ready:
        """Verify and read what came, compare it with what is in use, and keep it.

        Raises:
            UpdateFailed: these are not the bytes of the release.
            DiskFull, ReadOnly: there is no room to keep it.
        """
        changes = self._changes(plan, data)
        path, release = self._place(plan), plan.release
        self.assets.use(plan.pack, release.seq, [one.sha256 for one in release.assets])
        try:
            write_whole(path, data)
            write_whole(_beside(path), encode_changes(changes))
        except OSError as error:
            raise local_failure(error) from error
        self._clear(plan.pack, {path, _beside(path)})
        self.remember(plan, "ready")
        return Ready(plan, changes, path, received)

    def here(self, plan: Plan) -> Ready | None:
        """Return the release if it has come before and is whole."""
        path = self._place(plan)
        with suppress(OSError, ContentDamaged):
            if hashlib.sha256(path.read_bytes()).hexdigest() == plan.release.sha256:
                return Ready(plan, decode_changes(_beside(path).read_bytes()), path)
        return None

    def install(self, ready: Ready) -> Taken:
        """Put a release into use, and look at it once more in its place.

        Raises:
            UpdateFailed, ContentDamaged, DiskFull, ReadOnly: what was in use still is.
        """
        plan = ready.plan
        sender = self.sender_of(plan)
        held = self.holdings.get(plan.pack)
        current = self.store.current(plan.pack)
        if current is not None and current.sha256 == plan.release.sha256:
            self.drop(plan.pack)  # another program has put it into use
            return Taken(current, ready.changes, ready.received, plan.source)
        if held is not None and held.seq >= plan.release.seq:
            raise failed("rolled_back", f"{plan.pack}: {plan.release.seq} after {held.seq}")
        data = self._read(ready)
        changes = ready.changes
        if changes.old_seq != (held.seq if held else 0):  # another update came in between
            changes = self._changes(plan, data)
        self.remember(plan, "installing")
        installed = self.store.install(
            data,
            sender.key,
            encode_changes(changes),
            adopt=sender.national,
            before=self._prepare,
        )
        current = self.store.current(plan.pack)
        if current is None or current.sha256 != plan.release.sha256:
            raise failed("damaged", f"{plan.pack}: {plan.release.seq} is not in its place")
        self.drop(plan.pack)
        self.assets.tidy()
        return Taken(installed, changes, ready.received, plan.source)

    def roll_back(self, pack: str, to_bundled: bool) -> None:
        """Go one step back, to an older version on disk or to the program's own copy.

        Raises:
            NotFound: there is nothing to go back to.
        """
        held = self.holdings.get(pack)
        back = self.holdings.before(held) if held else None
        own = self.holdings.bundled
        if to_bundled and own and own.pack == pack and held and not held.bundled:
            back = own
        elif to_bundled:
            back = None
        if back is None:
            raise NotFound(say("Det finnes ikke noe eldre innhold å gå tilbake til."), pack)
        self.store.roll_back(pack, to_bundled=back.bundled)

    def waiting(self, plans: Callable[[Pending], Plan | None]) -> tuple[Ready, ...]:
        """Return what has come and is not in use yet.

        Args:
            plans: gives the plan of what was begun, as far as it is known without a network.
        """
        begun = [one for one in self.log.read().pending if one.stage != "fetching"]
        known = [plan for one in begun if (plan := plans(one))]
        return tuple(ready for plan in known if (ready := self.here(plan)))

    def forget(self, key: str) -> list[str]:
        """Delete the content of a sender, in use or on its way; return the ids of its packs.

        Raises:
            UpdateFailed, DiskFull, ReadOnly: some of it may be left; it can be begun again.
        """
        packs = self.store.remove(key)
        begun = [one.pack for one in self.log.read().pending if one.source == key]
        gone = {*packs, *begun}
        for pack in gone:
            self.drop(pack)
        shutil.rmtree(self.work / "targets" / key, ignore_errors=True)
        self.assets.forget(gone)
        return packs

    def drop(self, pack: str) -> None:
        """Forget what was begun for a pack, and delete what came for it and is in use now."""
        rest = self.log.read().without_pending(pack)
        self._clear(pack)
        targets = self.work / "targets"  # named as python-tuf does
        came = [*targets.glob(f"*/{pack}%2F*")]
        if not rest.pending:  # no part of anything is waited for
            came += [*targets.glob("*/assets%2F*"), *(self.work / "parts").glob("*")]
        for path in came:
            with suppress(OSError):
                path.unlink()
        self.log.write(rest)  # last: as long as it is noted, dropping can be begun again

    def drop_finished(self) -> None:
        """Clear up after an update that was cut off when all of it but that was done."""
        for pending in self.log.read().pending:
            held = self.holdings.get(pending.pack)
            if held is not None and held.seq >= pending.seq:
                self.drop(pending.pack)

    def _clear(self, pack: str, kept: Collection[Path] = ()) -> None:
        """Delete what came of a pack and is not in use, half-written files included."""
        folder = self.work / "ready"
        for path in [*folder.glob(f"{pack}.*"), *folder.glob(f".{pack}.*.part")]:
            if path not in kept:
                with suppress(OSError):
                    path.unlink()

    def _changes(self, plan: Plan, data: bytes) -> Changes:
        """Read a release and say what it changes.

        Raises:
            UpdateFailed: it is not what was promised.
        """
        release = plan.release
        if hashlib.sha256(data).hexdigest() != release.sha256:
            raise failed("damaged", f"{plan.pack}: not the sha256 of {release.seq}")
        try:
            new = decode(data)
        except ContentTooNew as damage:
            raise failed("too_new", damage.detail) from damage
        except ContentDamaged as damage:
            raise failed("damaged", damage.detail) from damage
        if (new.header.pack, new.header.seq) != (plan.pack, release.seq):
            raise failed(
                "damaged",
                f"{plan.pack} {release.seq} calls itself {new.header.pack} {new.header.seq}",
            )
        held = self.holdings.get(plan.pack)
        old = held.data() if held else None
        try:
            return compare_bytes(old, data)
        except ContentDamaged as damage:  # it is the old one that cannot be read
            _log.warning("what changed in %s is not known: %s", plan.pack, damage.detail)
            return compare_bytes(None, data)

    def _read(self, ready: Ready) -> bytes:
        try:
            data = ready.path.read_bytes()
        except OSError as error:
            raise failed("damaged", f"{ready.path.name}: {error.strerror}") from error
        if hashlib.sha256(data).hexdigest() != ready.plan.release.sha256:
            raise failed("damaged", f"{ready.path.name}: not what came")
        return data

    def _place(self, plan: Plan) -> Path:
        name = f"{plan.pack}.{plan.release.seq}-{plan.release.sha256[:16]}.jsonl"
        return self.work / "ready" / name


def _beside(path: Path) -> Path:
    return path.with_suffix(".changes.json")
