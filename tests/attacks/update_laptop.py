"""A laptop with a small program of its own: what a person does with it, and what is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desk.update_home import PACK, version
from feltperm import app_desk, app_words
from feltperm.app_updates import open_updates
from feltperm.binder import Site
from feltperm.catalogue.build import build_library, library_name
from feltperm.desk.updates.update_desk import UpdateDesk
from feltperm.errors import Condition, UpdateFailed
from feltperm.packs.carrying.carrier import Carrier
from feltperm.packs.carrying.sources_folder import FolderCarrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.disk.store import Store
from feltperm.packs.format import decode, read_pack
from feltperm.paths import Paths, find_paths, resource
from feltperm.search import Analyser, SearchIndex
from packs.simulator import NOW, Simulator

__all__ = ["PACK", "Laptop", "Program", "titles", "version"]


class Program:
    """The program with a small content of its own, and with the library of it."""

    def __init__(self, folder: Path) -> None:
        self.compiled = folder / "compiled"
        self.compiled.mkdir(parents=True)
        for path in resource("compiled").iterdir():
            if not path.name.startswith(("library-", "national")):
                (self.compiled / path.name).symlink_to(path)
        self.pack = self.compiled / "national.jsonl"
        self.pack.write_bytes(version(1, "national", records=5))
        made, index = [read_pack(self.pack)], SearchIndex(Analyser())
        name = library_name(made, index)
        build_library(self.compiled / name, made, index, app_words.geography())

    def resource(self, name: str) -> Path:
        """Find a resource here; stands in for the function of `paths`."""
        first, _, rest = name.partition("/")
        return self.compiled / rest if first == "compiled" else resource(name)


class Laptop:
    """A profile, and the program on it.

    Args:
        carry: what brings files.
    """

    def __init__(
        self,
        folder: Path,
        program: Program,
        carry: Callable[[Path | None, Transfer], Carrier] | None,
    ) -> None:
        self.paths: Paths = find_paths(folder, folder.parent)
        self.now: datetime = NOW
        self._program = program
        self._carry = carry
        self.desk = self.restart()

    def restart(self) -> UpdateDesk:
        """End the program and start it again."""
        self.desk = open_updates(
            self.paths, lambda: self.now, carry=self._carry, bundled=self._program.pack
        )
        return self.desk

    @property
    def store(self) -> Store:
        return Store(self.paths.packs)

    def seq(self, pack: str = PACK) -> int:
        current = self.store.current(pack)
        return current.seq if current else 0

    def trust(self, shop: Simulator, folder: Path) -> str:
        """Add a publisher as a person does who got its files on a stick; return its key."""
        desk = open_updates(
            self.paths, lambda: self.now, bundled=self._program.pack,
            carry=lambda place, transfer: FolderCarrier(place or folder, transfer),
        )  # fmt: skip
        proposal = desk.sources.propose(shop.write(folder) / "source.json")
        return desk.sources.add(proposal, national=False).key

    def update(self) -> None:
        """Press the button: check, fetch and install, and hear of the first thing that is wrong."""
        updates = self.desk.updates
        check = updates.check()
        for plan in check.due:
            updates.install(updates.fetch(plan))
        if check.failures:
            raise check.failures[0].why

    def update_from(self, folder: Path) -> None:
        """Update from a folder, as with the source of the page set to it."""
        updates = self.desk.updates
        check = updates.check(str(folder))
        for plan in check.due:
            updates.install(updates.fetch(plan))
        if check.failures:
            raise check.failures[0].why

    def take(self, stick: Path) -> None:
        """Put in a stick: look what is on it, take what there is, and hear why nothing is."""
        found = self.desk.relay.look(stick)
        if not found.parts:
            raise UpdateFailed("nothing", found.sentence)
        part = found.parts[0]
        if not self.desk.relay.take(stick) and part.outcome != "same":
            raise UpdateFailed(part.outcome, part.sentence, part.detail)

    def hear(self, act: Callable[[], object]) -> tuple[str, str]:
        """Do something; return the failure's name and its sentence, empty when it went well."""
        try:
            act()
        except UpdateFailed as failure:
            return failure.why, str(failure)
        except Condition as condition:
            return type(condition).__name__, str(condition)
        return "", ""

    def binder(self) -> bytes:
        return self.paths.binder.read_bytes()

    def fill_binder(self) -> bytes:
        """Keep what a person keeps, and return the bytes of it."""
        desk = app_desk.open_desk(self.paths, now=lambda: self.now)
        desk.keep.star(f"{PACK}/svc-000001")
        desk.keep.add_site(Site(name="Bussen", phone="73000000", is_default=True))
        desk.notes.write(f"{PACK}/svc-000002", "Ring på bakdøra.")
        desk.close()
        app_desk.open_desk(self.paths, now=lambda: self.now).close()  # its backup of the day
        return self.binder()

    def shown(self) -> dict[str, tuple[int, list[str]]]:
        """Open the program; return seq and titles of each pack in it."""
        desk = app_desk.open_desk(self.paths, now=lambda: self.now)
        try:
            assert desk.notices == ()
            assert [one.title for one in desk.keep.favourites()] == ["Sted 1"]
            assert [one.text for one in desk.notes.list()] == ["Ring på bakdøra."]
            rows = desk.opened.library.entries(limit=10_000)
            return {
                header.pack: (
                    header.seq,
                    sorted(row.title for row in rows if row.ref.pack == header.pack),
                )
                for header in desk.opened.headers
            }
        finally:
            desk.close()


def titles(pack: bytes) -> list[str]:
    return sorted(record.title["nb"] for record in decode(pack).records)
