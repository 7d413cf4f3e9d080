"""Machines with profiles of their own, and publishers they reach in memory or by a stick."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from tuf.api.exceptions import DownloadHTTPError

from feltperm.app_updates import open_updates
from feltperm.desk.updates.update import Plan, Taken
from feltperm.desk.updates.update_desk import UpdateDesk
from feltperm.packs.carrying.carrier import Carrier
from feltperm.packs.carrying.sources_folder import FolderCarrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.disk.store import Installed, Store
from feltperm.packs.failures import failed
from feltperm.paths import find_paths
from packs.simulator import NOW, Simulator, pack_bytes

__all__ = ["BASE", "NOW", "PACK", "Internet", "Machine", "publisher", "tree", "version"]

PACK, BASE = "trondheim", "https://packs.example/trondheim"
#: Records in a test's pack: enough for a delta to be worth it.
RECORDS = 60


def version(seq: int, pack: str = PACK, published: str = "", records: int = RECORDS) -> bytes:
    """A version of a pack, a few records of which differ from the one before."""
    return pack_bytes(
        pack, seq, published or f"2026-11-{10 + seq:02}", records, word=f"utgave {seq}"
    )


def publisher(
    *seqs: int, pack: str = PACK, name: str = "Trondheim kommune", url: str = BASE
) -> Simulator:
    """A publisher that has released these versions of a pack."""
    shop = Simulator(NOW, name=name, url=url)
    for seq in seqs:
        shop.release(pack, seq, version(seq, pack))
    return shop


class Internet:
    """What can be reached: the files of each address. Counts what goes over the line.

    Attributes:
        down: nothing can be reached.
        breaks_at: the line breaks midway in files whose names end so.
        asked: the paths that were asked for.
        sent: bytes that went over the line.
        on_piece: called for each piece.
    """

    def __init__(self, *shops: Simulator) -> None:
        self.sites = {shop.url: shop.files for shop in shops}
        self.down = False
        self.breaks_at = ""
        self.asked: list[str] = []
        self.sent = 0
        self.on_piece: Callable[[], object] = lambda: None

    def forget(self) -> None:
        """Count anew."""
        self.asked.clear()
        self.sent = 0

    def fetched(self, ending: str) -> int:
        """How often a file whose name ends so was asked for."""
        return sum(path.endswith(ending) for path in self.asked)


class LineCarrier(Carrier):
    """Brings files from an :class:`Internet`."""

    def __init__(self, internet: Internet, transfer: Transfer) -> None:
        super().__init__(transfer)
        self._internet = internet

    def base(self, url: str) -> str:
        if not url:
            raise failed("missing", "no address")
        return url.rstrip("/") + "/"

    def _fetch(self, url: str) -> Iterator[bytes]:
        net = self._internet
        if net.down:
            raise failed("no_network", "the line is down")
        site = next(site for site in net.sites if url.startswith(site))
        path = url.removeprefix(f"{site}/")
        net.asked.append(path)
        data = net.sites[site].get(path)
        if data is None:
            raise DownloadHTTPError(f"{path} is not there", 404)
        for at in range(0, len(data), 256):
            piece = data[at : at + 256]
            if net.breaks_at and path.endswith(net.breaks_at) and at + 256 >= len(data):
                raise failed("no_network", "the line broke")
            net.sent += len(piece)
            net.on_piece()
            self.transfer.take(len(piece))
            yield piece


class Machine:
    """A laptop: a profile, and the program on it as it is after a start.

    Attributes:
        now: what its clock says.
        prepared: the versions that a library was made for.
    """

    def __init__(self, folder: Path, internet: Internet | None = None, bundled: int = 1) -> None:
        self.folder = folder
        self.internet = internet or Internet()
        self.now: datetime = NOW
        self.paths = find_paths(folder / "profile", folder / "program")
        self.bundled = folder / "program" / "national.jsonl"
        if not self.bundled.exists():
            self.bundled.parent.mkdir(parents=True, exist_ok=True)
            self.bundled.write_bytes(version(bundled, "national"))
        self.prepared: list[Installed] = []
        self.prepare: Callable[[Installed], object] = self.prepared.append
        self.desk = self.restart()

    def restart(self) -> UpdateDesk:
        """End the program and start it again."""
        self.desk = open_updates(
            self.paths,
            lambda: self.now,
            carry=self._carry,
            bundled=self.bundled,
            prepare=lambda installed: self.prepare(installed),
        )
        return self.desk

    @property
    def store(self) -> Store:
        return Store(self.paths.packs)

    def trust(self, shop: Simulator, national: bool = False) -> str:
        """Add a publisher, as after a person has compared the code; return its key."""
        place = self.folder / "source.json"
        shop.write(self.folder / f"handed-over-{shop.source.key}")
        place = self.folder / f"handed-over-{shop.source.key}" / "source.json"
        down, self.internet.down = self.internet.down, True
        proposal = self.desk.sources.propose(place)
        self.internet.down = down
        return self.desk.sources.add(proposal, national).key

    def plan(self, pack: str = PACK) -> Plan:
        """The plan for a pack, from a check that went well."""
        check = self.desk.updates.check()
        assert not check.failures, [str(one.why) for one in check.failures]
        return next(plan for plan in check.plans if plan.pack == pack)

    def update(self) -> tuple[Taken, ...]:
        """Take all that is due, over the line; raise why something was refused."""
        updated = self.desk.updates.update()
        for refused in updated.refused:
            raise refused.why
        return updated.taken

    def seq(self, pack: str = PACK) -> int:
        """The version that is installed, 0 when none is."""
        current = self.store.current(pack)
        return current.seq if current else 0

    def _carry(self, folder: Path | None, transfer: Transfer) -> Carrier:
        if folder is not None:
            return FolderCarrier(folder, transfer)
        return LineCarrier(self.internet, transfer)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, and what is in it."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place) / name
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
