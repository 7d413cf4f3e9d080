"""The senders that were added, each with what the user settled about it.

``<data>/sources/<key>/`` belongs to :class:`feltperm.packs.source_list.SourceList`; beside its
files lies ``notes.json`` with what only the desk asks: whether the sender was confirmed for the
national content, and the folder it is read from when it has no address.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from feltperm.errors import NotFound
from feltperm.packs.disk.store import Store
from feltperm.packs.disk.writing import write_whole
from feltperm.packs.failures import local_failure
from feltperm.packs.trust.source import Source, SourceList
from feltperm.wording import say

__all__ = ["KnownSource", "Senders"]

_MAX_NOTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A sender that was added.

    Attributes:
        source: name, url and root; its ``key`` is what the other parts know it by.
        packs: ids of the packs that are in use from it.
        preinstalled: it came with the program's folder.
        national: it may send the national content.
        folder: where it is read from when it has no address; an empty string otherwise.
    """

    source: Source
    packs: tuple[str, ...] = ()
    preinstalled: bool = False
    national: bool = False
    folder: str = ""

    @property
    def key(self) -> str:
        """Eight hex digits that name it in paths."""
        return self.source.key

    @property
    def name(self) -> str:
        """What it calls itself."""
        return self.source.name

    @property
    def fingerprint(self) -> str:
        """Six groups of four, to be compared with what the sender reads out."""
        return self.source.fingerprint

    @property
    def place(self) -> Path | None:
        """The folder it is read from; None when it has an address."""
        return Path(self.folder) if self.folder and not self.source.url else None


class _Notes(msgspec.Struct, frozen=True, omit_defaults=True):
    national: bool = False
    folder: str = ""


class Senders:
    """The list, for whatever works with senders.

    Args:
        sources: the senders on disk.
        store: tells which packs are a sender's.
    """

    def __init__(self, sources: SourceList, store: Store) -> None:
        self._sources = sources
        self._store = store

    def all(self) -> tuple[KnownSource, ...]:
        """Return the senders by name."""
        packs: dict[str, list[str]] = {}
        for installed in self._store.installed():
            packs.setdefault(installed.source, []).append(installed.pack)
        return tuple(self._known(one, packs.get(one.key, [])) for one in self._sources.all())

    def get(self, wanted: str) -> KnownSource | None:
        """Return the sender with this key, name or address, or None."""
        found = self._sources.get(wanted)
        return next((one for one in self.all() if found and one.key == found.key), None)

    def find(self, wanted: str) -> KnownSource:
        """Return the sender with this key, name or address.

        Raises:
            NotFound: there is none, or several have the name; the sentence names what there is.
        """
        if known := self.get(wanted):
            return known
        names = ", ".join(f"«{one.name}» ({one.key})" for one in self.all()[:5])
        text = say("Du har {names}.", names=names) if names else say("Ingen kilde er lagt til.")
        raise NotFound(say("Fant ikke kilden «{wanted}». {text}", wanted=wanted[:80], text=text))

    def damaged(self) -> tuple[str, ...]:
        """Return a sentence for each sender that cannot be read and is passed over.

        Also of one whose file is gone: its packs are there, and would silently stay as they are.
        """
        known = {source.key for source in self._sources.all()}
        orphans = sorted({one.source for one in self._store.installed()} - known - {""})
        return tuple(
            say("En kilde kan ikke leses ({key}). Legg den til på nytt.", key=key)
            for key in dict.fromkeys((*self._sources.damaged(), *orphans))
        )

    def note(self, key: str, national: bool, folder: str) -> None:
        """Keep what the user settled about a sender.

        Raises:
            DiskFull, ReadOnly: it could not be kept.
        """
        try:
            write_whole(self._file(key), msgspec.json.encode(_Notes(national, folder)))
        except OSError as error:
            raise local_failure(error) from error

    def forget(self, key: str) -> None:
        """Drop what was settled about a sender that goes.

        Raises:
            DiskFull, ReadOnly: it is still there.
        """
        try:
            self._file(key).unlink(missing_ok=True)
        except OSError as error:
            raise local_failure(error) from error

    def _known(self, source: Source, packs: list[str]) -> KnownSource:
        preinstalled = self._sources.came_along(source)
        notes = self._notes(source.key)
        # who can write into the program's folder could replace the national content there too
        national = notes.national or preinstalled
        return KnownSource(source, tuple(packs), preinstalled, national, notes.folder)

    def _notes(self, key: str) -> _Notes:
        try:
            with self._file(key).open("rb") as file:
                return msgspec.json.decode(file.read(_MAX_NOTES), type=_Notes)
        except (OSError, ValueError, RecursionError):
            return _Notes()

    def _file(self, key: str) -> Path:
        return self._sources.metadata(key).with_name("notes.json")
