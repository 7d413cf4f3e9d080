"""What updates are measured on: a publisher on loopback, and profiles to begin from."""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
from _corpus import Corpus, keystrokes
from _edits import Writer, edited
from _publisher import Publisher

from devtools.loopback import Answer, Loopback, whole
from feltperm.app_desk import open_desk
from feltperm.app_updates import open_updates
from feltperm.catalogue.areas import Geography
from feltperm.desk.updates.update import Plan
from feltperm.desk.updates.update_desk import UpdateDesk
from feltperm.packs.disk.store import Store
from feltperm.packs.format import read_pack
from feltperm.paths import Paths, find_paths, resource
from feltperm_publish.repository.release import Made

__all__ = ["SHARE", "Ground", "ground", "only_plan"]

#: Newer than any pack that comes with the program.
SEQ = 1_000_000_000
#: Of the records that an update touches.
SHARE = 0.02


@dataclass
class Ground:
    """What is measured on: the server, both releases, and profiles to begin from.

    Attributes:
        added: a profile that knows the publisher and has nothing of it.
        old: one that has the old version in use.
    """

    folder: Path
    server: Loopback
    made: Made
    texts: list[str]
    added: Path
    old: Path
    _count: int = 0

    @contextmanager
    def profile(self, begin: Path) -> Iterator[Paths]:
        """Give a copy of a profile."""
        self._count += 1
        copy = self.folder / f"turn-{self._count}"
        shutil.copytree(begin, copy)
        try:
            yield find_paths(copy)
        finally:
            shutil.rmtree(copy)

    @contextmanager
    def cut(self, link: Callable[[Answer], int | None]) -> Iterator[None]:
        """Let the link be as bad as that."""
        self.server.cut = link
        try:
            yield
        finally:
            self.server.cut = whole


@contextmanager
def ground(records: int, questions: int) -> Iterator[Ground]:
    """Publish both versions, and install the old one."""
    with tempfile.TemporaryDirectory() as name, Loopback(Path(name) / "repository") as server:
        folder = Path(name)
        made, texts = _published(folder, server, records, questions)
        added, old = folder / "added", folder / "old"
        _add(find_paths(added), server.url)
        shutil.copytree(added, old)
        _install_old(find_paths(old), folder)
        gc.collect()
        yield Ground(folder, server, made, texts, added, old)


def _published(
    folder: Path, server: Loopback, records: int, questions: int
) -> tuple[Made, list[str]]:
    real = read_pack(resource("compiled/national.jsonl"))
    corpus = Corpus(real.records, Geography.from_json(resource("compiled/geography.json")))
    pack = corpus.pack(records)
    pack = msgspec.structs.replace(pack, header=msgspec.structs.replace(pack.header, seq=SEQ))
    publisher = Publisher(folder, server.url)
    first = publisher.release(pack)
    (folder / "old.jsonl").write_bytes(first.files[first.release.plain])
    update = edited(pack, SHARE, Writer(real.records))
    texts = [text for typed in keystrokes(pack.records, questions) for text in typed]
    return publisher.release(update.pack), texts


def _add(paths: Paths, url: str) -> None:
    desk = open_updates(paths)
    desk.sources.add(desk.sources.propose(url), national=True)
    desk.close()


def _install_old(paths: Paths, folder: Path) -> None:
    (source,) = open_updates(paths).sources.list()
    Store(paths.packs).install((folder / "old.jsonl").read_bytes(), source.key, adopt=True)
    open_desk(paths).close()


def only_plan(desk: UpdateDesk) -> Plan:
    """Ask the publisher, and return the one update that there is."""
    (plan,) = desk.updates.check().due
    return plan
