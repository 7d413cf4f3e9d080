"""The packs in use: the program's own, those installed, and which of the two counts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

from feltperm.catalogue.dates import told_day
from feltperm.catalogue.records import PackHeader
from feltperm.errors import ContentDamaged, UpdateFailed
from feltperm.packs.disk.store import Store
from feltperm.packs.failures import failed
from feltperm.packs.format import decode
from feltperm.wording import say

__all__ = ["NAMES", "Held", "Holdings"]

#: What the program calls the packs that it knows itself; others go by their publisher.
NAMES = {"national": say("Nasjonalt innhold"), "local": say("Egne oppføringer")}


@dataclass(frozen=True)
class Held:
    """A pack in use.

    Attributes:
        header: its first line.
        sha256: of the plain file.
        path: where that lies.
        source: the sender's key; an empty string for what came with the program.
        pinned: the user went back to it.
        bundled: it is the program's own copy.
    """

    header: PackHeader
    sha256: str
    path: Path
    source: str = ""
    pinned: bool = False
    bundled: bool = False

    @property
    def pack(self) -> str:
        """The pack's id."""
        return self.header.pack

    @property
    def seq(self) -> int:
        """Its version."""
        return self.header.seq

    @property
    def name(self) -> str:
        """What it is called on screen."""
        return NAMES.get(self.pack, self.header.publisher)

    @cached_property
    def count(self) -> int:
        """How many records it has: a line each, but for the header."""
        try:
            return max(0, self.path.read_bytes().count(b"\n") - 1)
        except OSError:
            return 0

    def data(self) -> bytes | None:
        """Return its bytes, or None when they are not what they were."""
        try:
            data = self.path.read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == self.sha256 else None


class Holdings:
    """What is in use.

    Args:
        store: the installed packs.
        bundled: the file of the pack that came with the program.
    """

    def __init__(self, store: Store, bundled: Path) -> None:
        self._store = store
        self._bundled = bundled

    def all(self) -> tuple[Held, ...]:
        """Return the packs in use: the program's own pack first, the others by id."""
        ids = [installed.pack for installed in self._store.installed()]
        own = self.bundled
        names = [own.pack, *ids] if own else ids
        return tuple(held for pack in dict.fromkeys(names) if (held := self.get(pack)))

    def get(self, pack: str) -> Held | None:
        """Return the pack as it is in use, or None when there is none of that id.

        The higher seq of the program's copy and the installed one counts, unless the user pinned
        one of them.
        """
        own = self.bundled if self.bundled and self.bundled.pack == pack else None
        if own and self._store.pinned_to_bundled(pack):
            return Held(own.header, own.sha256, own.path, pinned=True, bundled=True)
        current = self._store.current(pack)
        if current is None or (own and not current.pinned and current.seq <= own.seq):
            return own
        header = read_header(current.path)
        if header is None:
            return own
        return Held(header, current.sha256, current.path, current.source, current.pinned)

    def before(self, held: Held) -> Held | None:
        """Return what one step back from a pack in use would bring, or None."""
        if held.bundled:
            return None
        own = self.bundled if self.bundled and self.bundled.pack == held.pack else None
        older = self._store.previous(held.pack)
        header = read_header(older.path) if older else None
        if older and header and not (own and older.seq <= own.seq < held.seq):
            return Held(header, older.sha256, older.path, older.source)
        return own if own and own.seq < held.seq else None

    def dated(self, error: UpdateFailed, source: str, shared: bool = False) -> UpdateFailed:
        """Return a failure that says, without a network, of which day the content in use is.

        Args:
            error: why a sender could not be asked.
            source: the sender's key; its content is what is spoken of, where there is some.
            shared: it is read from a shared folder: one that is away is a network that is away.
        """
        away = error.why == "no_network" or (shared and error.why == "stick_gone")
        held = sorted(self.all(), key=lambda one: one.source != source)
        if not away or not held:
            return error
        return failed("no_network", error.detail, dato=told_day(held[0].header.published))

    @cached_property
    def bundled(self) -> Held | None:
        """The program's own pack; None when it cannot be read."""
        try:
            data = self._bundled.read_bytes()
            line, end, _ = data.partition(b"\n")
            header = decode(line + end).header
        except (OSError, ContentDamaged):
            return None
        return Held(header, hashlib.sha256(data).hexdigest(), self._bundled, bundled=True)


def read_header(path: Path) -> PackHeader | None:
    """Return the first line of a pack, or None when it cannot be read."""
    try:
        with path.open("rb") as file:
            return decode(file.readline(1 << 20)).header
    except (OSError, ContentDamaged, msgspec.MsgspecError):
        return None
