"""One laptop that follows one publisher over a hostile road, and the questions after each attack.

The laptop is the whole program: what updates it is composed by ``app_updates.open_updates``, what
opens it is ``app_desk.open_desk``, on a small content of its own. It has the publisher's versions
1 and 2; the third is the one that is attacked.

    arena.attack("unsigned")
    arena.ask("untrusted", over=arena.shop.heal)

The questions are always the same: is the failure named as it should be, does its sentence say what
happened, does the program open, is the data one whole valid version, is the binder byte for byte
what it was, is nothing left lying about, and does the retry succeed when the attack is over.
"""

from __future__ import annotations

import copy
import re
import shutil
import ssl
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec
from tuf.api.exceptions import DownloadHTTPError

from attacks.update_laptop import PACK, Laptop, Program, titles, version
from feltperm.packs.carrying.carrier import PIECE, Carrier
from feltperm.packs.carrying.pace import Patience
from feltperm.packs.carrying.sources_folder import FolderCarrier
from feltperm.packs.carrying.sources_http import HttpCarrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.delta import compress
from feltperm.packs.trust.index import (
    INDEX_TARGET,
    PackIndex,
    Release,
    encode_index,
    plain_target,
    whole_target,
)
from packs.server import Server
from packs.simulator import NOW, Simulator, sha256, spoil

__all__ = [
    "PACK", "ROADS", "WORDS", "Arena", "Laptop", "Program", "Template", "sign_above", "titles",
    "version",
]  # fmt: skip

#: How a publisher is reached: the repository simulator in memory, or a real server on loopback.
ROADS = ("memory", "http")
NAME, DATE = "Trondheim kommune", "Thu, 26 Nov 2026 11:00:00 GMT"
UNCHANGED = "Innholdet ditt er uendret."
UNUSED = "Det er ikke tatt i bruk."
#: What the user is told, by the name of the failure.
WORDS = {
    "untrusted": f"Innholdet kom ikke fra {NAME}. {UNUSED}",
    "damaged": f"Innholdet kom skadet fram. {UNUSED}",
    "rolled_back": f"{NAME} tilbyr eldre innhold enn før. {UNUSED}",
    "expired": rf"Innholdet hos {NAME} gjaldt til \d+\. [a-z]+ \d{{4}}. {UNCHANGED}",
    "missing": f"Innholdet ligger ikke hos {NAME} nå. Prøv igjen senere.",
    "server": f"Tjeneren til {NAME} svarer ikke som den skal. Prøv igjen senere.",
    "portal": "Nettet krever innlogging. Åpne nettleseren, og prøv igjen.",
    "proxy": "Nettet går gjennom en proxy som ikke slapp oss fram. Spør IT-avdelingen.",
    "too_slow": "Nettet er for tregt nå. Det som er hentet, er tatt vare på.",
    "too_new": "Innholdet krever en nyere versjon av Feltperm. Permen din er uendret.",
    "foreign": f"Innholdet hører til en annen kilde. {UNUSED}",
    "busy": "Feltperm henter allerede nytt innhold. Vent til det er ferdig.",
    "no_network": rf"Uten nett. (Innholdet er fra \d+\. [a-z]+ \d{{4}}\.|{UNCHANGED})",
    "clock_behind": r"Maskinens klokke viser \d+\. [a-z]+ \d{4}. Still klokka, og prøv igjen.",
    "clock_ahead": r"Maskinens klokke viser \d+\. [a-z]+ \d{4}. Still klokka, og prøv igjen.",
    "DiskFull": r"Disken er full. Ingenting er endret.( Frigjør (plass|\d+ MB), og prøv igjen.)?",
    "ReadOnly": (
        f"(Kan ikke lagre her. {UNCHANGED}"
        "|Kan ikke lagre nytt innhold her. Det du har, er fortsatt i bruk.)"
    ),
}


class Template:
    """The profile and the publisher that every attack begins with, made once."""

    def __init__(self, folder: Path, program: Program, url: str) -> None:
        self.program = program
        self.profile = folder / "profile"
        self.shop = Simulator(NOW, name=NAME, url=url, root_keys=3, threshold=2)
        self.shop.release(PACK, 1, version(1))
        arena = Arena(folder, self, "memory", url)
        arena.laptop.trust(self.shop, folder / "handed over")
        for seq in (1, 2):
            if seq > 1:
                self.shop.release(PACK, seq, version(seq))
            arena.shop.files.clear()
            arena.shop.files.update(self.shop.files)
            arena.laptop.update()
        self.binder = arena.laptop.fill_binder()


class Arena:
    """A laptop, its publisher and the road between them, for one attack.

    Attributes:
        shop: the publisher; ``shop.files`` is what is served.
        url: where.
        server: the one that serves it, when the road is a real one.
        endless: paths that never end in memory.
        remote: what the other end in memory says the time is.
        meanwhile: called for each piece that comes in memory.
        lines: what the real carrier is made with.
    """

    def __init__(
        self, folder: Path, template: Template, road: str, url: str, server: Server | None = None
    ) -> None:
        self.folder = folder
        self.road, self.url, self.server = road, url, server
        self.template = template
        self.shop = _twin(template.shop)
        self.endless: set[str] = set()
        self.remote: datetime | None = None
        self.lines: dict[str, object] = {}
        self.meanwhile: Callable[[], object] = lambda: None
        if server:
            server.heal()
            server.date = DATE
            server.requests.clear()
            server.files = self.shop.files
        self.good: dict[str, bytes] = {}
        self.laptop = self.again()

    def again(self) -> Laptop:
        """Begin once more with the laptop as it was at first."""
        profile = self.folder / "profile"
        if profile != self.template.profile:
            shutil.rmtree(profile, ignore_errors=True)
            shutil.copytree(self.template.profile, profile)
        self.laptop = Laptop(profile, self.template.program, self.carry)
        return self.laptop

    def carry(self, folder: Path | None, transfer: Transfer) -> Carrier:
        """Make what brings files over this road."""
        if folder is not None:
            return FolderCarrier(folder, transfer)
        if self.road == "memory":
            return _Memory(self, transfer)
        how = {"patience": Patience(), **self.lines}
        return HttpCarrier(
            transfer, self.laptop.paths.updates / "parts", proxy=lambda _url: None,
            certificates=lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), **how,  # type: ignore[arg-type]
        )  # fmt: skip

    def release(self, assets: tuple[bytes, ...] = ()) -> None:
        """Publish the third version."""
        self.shop.release(PACK, 3, version(3), assets)
        self.good = self.shop.keep()

    def put(self, **targets: bytes) -> None:
        """Publish other files under the names of some, signed and in the index."""
        for name, data in targets.items():
            self.shop.put_target(name, data)
        self.shop.put_target(INDEX_TARGET, encode_index(self.shop.index))
        self.shop.publish()
        self.good = self.shop.keep()

    def call(self, data: bytes, seq: int) -> None:
        """Publish some bytes as a version of the pack: named so in the index, and signed."""
        shop = self.shop
        whole = compress(data)
        shop.put_target(plain_target(PACK, seq), data)
        shop.put_target(whole_target(PACK, seq), whole)
        newest, *older = self.shop.index.packs[PACK]
        called = msgspec.structs.replace(
            newest, sha256=sha256(data), length=len(data), whole_length=len(whole), deltas=()
        )
        index = PackIndex(format=1, packs={PACK: (called, *older)})
        shop.put_target(INDEX_TARGET, encode_index(index))
        shop.publish()
        self.good = shop.keep()

    def attack(self, name: str) -> None:
        """Publish the third version and spoil it, by a name in ``SPOILS``."""
        self.release()
        spoil(self.shop, name)

    def serve(self, files: dict[str, bytes]) -> None:
        """Serve these files from now on."""
        kept = dict(files)
        self.shop.files.clear()
        self.shop.files.update(kept)

    def stick(self) -> Path:
        """Put what is served on a stick, in place of what was there; return the stick."""
        stick = self.folder / "stick"
        shutil.rmtree(stick, ignore_errors=True)
        self.shop.write(stick / "feltperm" / self.shop.source.key)
        return stick

    def without_end(self, path: str) -> None:
        """Let a file have no end, whether it is there or not."""
        self.shop.files.setdefault(path, b"{" * 1000)
        self.endless.add(path)
        if self.server:
            self.server.fault(path, endless=True)

    def heal(self) -> None:
        """The attack is over: what the publisher published is served, as it was."""
        self.serve(self.good)
        self.endless.clear()
        if self.server:
            self.server.heal()

    def newest(self, role: str) -> str:
        """Where the newest metadata of a role lies."""
        return f"metadata/{self.shop.signed[role].version}.{role}.json"

    def newest_release(self) -> Release:
        """What the publisher says of its newest version."""
        return self.shop.index.packs[PACK][0]

    def newest_files(self) -> list[str]:
        """Where the files of the third version lie, in the order that the laptop tries them."""
        release = self.newest_release()
        delta = release.delta_from(sha256(version(2)))
        assert release.seq == 3
        assert delta is not None
        return [*map(self.shop.path, (delta.target, release.whole, release.plain))]

    # --- the questions --------------------------------------------------------------------------

    def ask(
        self,
        *whys: str,
        over: Callable[[], object] | None = None,
        act: Callable[[], object] | None = None,
        seq: int = 0,
        after: int = 3,
        words: str = "",
    ) -> None:
        """Update under attack, and ask the questions.

        Args:
            whys: the name of the failure, or those it may have; empty where the update must get
                past the attack.
            over: ends the attack; what was published is served again when nothing is said.
            act: what the user does; presses the button when nothing is said.
            seq: the version that is in use then; 2 where the update failed, else ``after``.
            after: and when the attack is over.
            words: the sentence, where it is another one than usual.
        """
        laptop = self.laptop
        found, sentence = laptop.hear(act or laptop.update)
        assert found in whys, sentence
        if found:
            assert re.fullmatch(words or WORDS[found], sentence), sentence
        seq = seq or (2 if found else after)
        self.questions(seq)
        laptop.restart()
        self.questions(seq)
        (over or self.heal)()
        assert laptop.hear(act or laptop.update) == ("", ""), "the retry succeeds"
        self.questions(after)
        assert self.leftovers() == []

    def questions(self, seq: int) -> None:
        """Does the program open, on one whole valid version, with the binder as it was?"""
        laptop = self.laptop
        (installed,) = laptop.store.installed()
        valid = version(installed.seq)
        assert (installed.pack, installed.seq) == (PACK, seq)
        assert installed.path.read_bytes() == valid
        assert laptop.shown()[PACK] == (seq, titles(valid))
        assert laptop.binder() == self.template.binder
        states = {one.pack: one.seq for one in laptop.desk.updates.overview().packs}
        assert states == {"national": 1, PACK: seq}
        assert laptop.desk.updates.changes()[0].new_seq == seq
        assert not laptop.desk.sources.damaged()

    def leftovers(self) -> list[str]:
        """What lies about that an update leaves only when it is cut off."""
        data = self.laptop.paths.data
        stray = [path.name for path in data.rglob("*") if path.name.endswith((".part", ".mark"))]
        updates = [path.name for path in (data / "updates").rglob("*") if path.is_file()]
        ready = sorted({*updates} - {".update.lock", "packs%2Findex.json"})
        begun = [self.laptop.desk.updates.interrupted()]
        return [*stray, *ready, *filter(None, begun)]


class _Memory(Carrier):
    """Brings what an arena serves, without a network."""

    def __init__(self, arena: Arena, transfer: Transfer) -> None:
        super().__init__(transfer)
        self._arena = arena

    def base(self, url: str) -> str:
        return f"{url}/"

    def remote_time(self) -> datetime | None:
        return self._arena.remote

    def _fetch(self, url: str) -> Iterator[bytes]:
        arena, path = self._arena, url.removeprefix(f"{self._arena.url}/")
        data = arena.shop.files.get(path)
        if data is None:
            raise DownloadHTTPError(f"{path} is not there", 404)
        while True:
            for at in range(0, len(data), PIECE):
                piece = data[at : at + PIECE]
                arena.meanwhile()
                self.transfer.take(len(piece))
                yield piece
            if path not in arena.endless:
                return


def sign_above(shop: Simulator, role: str) -> None:
    """Sign anew what names the metadata of a role."""
    above = {"targets": ("snapshot", "timestamp"), "snapshot": ("timestamp",)}
    for dependent in above.get(role, ()):
        shop.sign(dependent)


def _twin(shop: Simulator) -> Simulator:
    """The same publisher, with the same keys, that may be spoiled."""
    twin = copy.copy(shop)
    for name in ("files", "assets", "targets_bytes", "_highest"):
        setattr(twin, name, dict(getattr(shop, name)))
    twin.packs = {pack: list(versions) for pack, versions in shop.packs.items()}
    twin.signers = {role: list(signers) for role, signers in shop.signers.items()}
    twin.signed = copy.deepcopy(shop.signed)
    return twin
