"""A publisher of posters, and a laptop that hangs them: for the tests of the print log."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.update_home import BASE, NOW, Internet, LineCarrier
from feltperm.app_desk import open_desk, renew_desk
from feltperm.app_updates import open_updates
from feltperm.binder import Site
from feltperm.desk.desk import Desk
from feltperm.desk.recall import Hanging, Wall
from feltperm.desk.sheets.posters import Choice, Proof
from feltperm.packs.carrying.carrier import Carrier
from feltperm.packs.carrying.sources_folder import FolderCarrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.paths import find_paths
from packs.simulator import Simulator

__all__ = ["PACK", "POSTER", "Laptop", "pack_of", "poster", "shop_of", "texts"]

PACK = "trondheim"
POSTER = f"{PACK}/ps-mat"


def poster(
    id: str = "ps-mat", title: str = "Mat i dag", *lines: str, **more: Any
) -> dict[str, Any]:
    """A poster that owns its lines."""
    items = [{"title": {"nb": one}} for one in lines or ("Suppe kl. 12", "Kaffe hele dagen")]
    source = {"publisher": "Kommunen", "title": "Om maten", "read_on": "2026-11-01"}
    return {
        "id": id, "kind": "poster", "layout": "list", "title": {"nb": title}, "items": items,
        "sources": [source], **more,
    }  # fmt: skip


def pack_of(seq: int, *records: dict[str, Any], published: str = "") -> bytes:
    """A version of the publisher's pack."""
    head = {
        "format": 1, "languages": ["nb"], "pack": PACK, "publisher": "Trondheim kommune",
        "published": published or f"2026-11-{10 + seq:02}", "seq": seq,
    }  # fmt: skip
    parts = [head, *sorted(records, key=lambda one: (one["kind"], one["id"]))]
    lines = (json.dumps(one, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
             for one in parts)  # fmt: skip
    return "".join(f"{line}\n" for line in lines).encode()


def shop_of(*records: dict[str, Any]) -> Simulator:
    """A publisher whose first version holds these records."""
    made = Simulator(NOW, name="Trondheim kommune", url=BASE)
    made.release(PACK, 1, pack_of(1, *records))
    return made


class Laptop:
    """The desk on a profile, and the updates that reach it.

    Attributes:
        now: what its clock says.
    """

    def __init__(self, folder: Path, shop: Simulator) -> None:
        self.folder, self.shop = folder, shop
        self.now: datetime = NOW
        self.paths = find_paths(folder / "profile")
        self.internet = Internet(shop)
        self.updates = open_updates(self.paths, lambda: self.now, carry=self._carry)
        shop.write(folder / "handed-over")
        self.internet.down = True
        proposal = self.updates.sources.propose(folder / "handed-over" / "source.json")
        self.internet.down = False
        self.updates.sources.add(proposal, False)
        self.desk: Desk = open_desk(self.paths, now=lambda: self.now)
        self.desk.keep.add_site(
            Site(name="Varmestua", phone="73 00 00 00", hours="onsdag kl. 10–14")
        )
        self.update()

    def update(self, *records: dict[str, Any]) -> None:
        """Take what the publisher has, after a release of ``records`` where there are any."""
        if records:
            seq = len(self.shop.packs[PACK]) + 1
            self.shop.release(PACK, seq, pack_of(seq, *records))
        for refused in self.updates.updates.update().refused:
            raise refused.why
        self.renew()

    def renew(self) -> None:
        """Open the desk on the content as it is now."""
        self.desk = renew_desk(self.paths, self.desk, now=lambda: self.now)

    def proof(self, ref: str = POSTER, site: str = "Varmestua", **more: Any) -> Proof:
        return self.desk.posters.proof(ref, Choice(site=site, **more))

    def hang(self, ref: str = POSTER, place: str = "inngang", **more: Any) -> int:
        """Print a poster and hang it; return the id of the entry."""
        proof = self.proof(ref, **more)
        (entry,) = self.desk.recall.hang([proof.job], "Varmestua", place).after
        return entry.id

    @property
    def wall(self) -> Wall:
        return self.desk.recall.wall()

    def _carry(self, folder: Path | None, transfer: Transfer) -> Carrier:
        if folder is not None:
            return FolderCarrier(folder, transfer)
        return LineCarrier(self.internet, transfer)


def texts(hanging: tuple[Hanging, ...]) -> list[tuple[str, ...]]:
    """What is said of each sheet of a group."""
    return [one.reasons for one in hanging]
