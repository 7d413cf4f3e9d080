"""Changing the packs on disk: a new version, one step back, a source removed (DESIGN section 6).

What lies there is found by :mod:`.shelf`. Each step below leaves the version before or the new
one current, whole, wherever it is cut off, and doing it again completes it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from feltperm.catalogue.records import Pack
from feltperm.catalogue.trust import NATIONAL
from feltperm.errors import ContentDamaged, NotFound, UpdateFailed
from feltperm.packs.disk.lock import swapping
from feltperm.packs.disk.putting import Putter, as_conditions, delete
from feltperm.packs.disk.shelf import (
    BUNDLED,
    POINTER,
    SOURCE,
    Digests,
    Installed,
    Pointer,
    Shelf,
    changes_name,
    is_owner,
    version_name,
)
from feltperm.packs.format import SLUG, decode
from feltperm.wording import say

__all__ = ["KEPT_CHANGES", "Installed", "Store", "install", "installed"]

#: So many records of what an update changed are kept for each pack.
KEPT_CHANGES = 8
#: The pack that the user writes; no source can bring it.
_OWN = "local"
_REMOVED = ".removed-"


class Store:
    """The installed packs of one profile.

    Reading needs no lock and never raises for what lies on the disk. What changes something waits
    for another program that does, and raises UpdateFailed("busy"), DiskFull or ReadOnly when it
    cannot be done; what counted before counts then still.

    Args:
        folder: holds a folder for each pack; made when the first one comes.
        replace: gives a file another name, over what bears it.
        pause: waits for so many seconds.
    """

    def __init__(
        self,
        folder: Path,
        replace: Callable[[Path, Path], object] = os.replace,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        self._folder = folder
        self._replace = replace
        self._pause = pause
        self._digests = Digests()

    # --- reading --------------------------------------------------------------------------------

    def installed(self) -> list[Installed]:
        """Return the current version of each pack, in order of their ids.

        Left out are packs without a whole file, and those that the user went back to the program's
        own copy of.
        """
        return [found for shelf in self._shelves() if (found := shelf.current())]

    def current(self, pack: str) -> Installed | None:
        """Return the version that counts; None when there is none, or the bundled one counts."""
        return self._shelf(pack).current()

    def previous(self, pack: str) -> Installed | None:
        """Return the version that :meth:`roll_back` goes back to, or None."""
        return self._shelf(pack).previous()

    def pinned_to_bundled(self, pack: str) -> bool:
        """Whether the user went back to the program's own copy of a pack."""
        return self._shelf(pack).pointer().name == BUNDLED

    def pinned(self) -> frozenset[str]:
        """Return the ids of the packs that the user went back with, also to the bundled one."""
        return frozenset(
            shelf.pack
            for shelf in self._shelves()
            if (pointer := shelf.pointer()).name == BUNDLED
            or (pointer.pinned and (one := shelf.current()) and one.pinned)
        )

    def owner(self, pack: str) -> str:
        """Return the key of the source that a pack belongs to; empty when it is nobody's."""
        return self._shelf(pack).owner()

    def changes(self, pack: str) -> list[bytes]:
        """Return what the updates up to the current version changed, the newest first."""
        shelf = self._shelf(pack)
        here = shelf.current()
        found: list[bytes] = []
        for seq, path in shelf.changes():
            if here and seq <= here.seq:
                with suppress(OSError):
                    found.append(path.read_bytes())
        return found[:KEPT_CHANGES]

    # --- changing -------------------------------------------------------------------------------

    def install(
        self,
        data: bytes,
        source: str,
        changes: bytes | None = None,
        *,
        adopt: bool = False,
        before: Callable[[Installed], object] | None = None,
    ) -> Installed:
        """Write a pack and make it the current version; installing the current touches nothing.

        The order, of which each step is whole or not there: whose it is, the pack, what it
        changed, the pointer.

        Args:
            data: the bytes of the pack.
            source: the key of the source it came from; empty for samples.
            changes: what it changes, kept beside it.
            adopt: the user lets this source bring the pack that came with the program.
            before: called when the file is in its place and before it counts, as for making the
                library of it; when it raises, the file goes away again.

        Raises:
            ContentDamaged: these are not the bytes of a pack.
            UpdateFailed: another source's ("foreign"), or not newer ("rolled_back").
            ValueError: ``source`` is no key.
        """
        if source and not is_owner(source):
            raise ValueError(f"{source!r} is not the key of a source")
        pack = decode(data)
        name = version_name(pack.header.seq, pack.sha256)
        if not name:
            raise ContentDamaged(
                say("Innholdet er skadet og er ikke tatt i bruk."),
                f"there is no seq {pack.header.seq}",
            )
        shelf = self._shelf(pack.header.pack)
        with self._changing(len(data)):
            _admit(shelf, source, adopt)
            here = shelf.current()
            if here and _stands(shelf, here, name, source, changes):
                return here
            if here and here.path.name != name and here.seq >= pack.header.seq:
                raise UpdateFailed(
                    "rolled_back",
                    say("Innholdet er ikke nyere enn det du har. Det er ikke tatt i bruk."),
                    f"seq {pack.header.seq} where {here.seq} is installed",
                )
            found = self._swap(shelf, pack, data, source, changes, before)
            self._tidy(shelf)
            return found

    def roll_back(self, pack: str, to_bundled: bool = False) -> Installed | None:
        """Go one step back and stay there; return what counts now, None for the bundled one.

        Args:
            pack: its id.
            to_bundled: back to the program's own copy, which the caller knows to be there.

        Raises:
            NotFound: there is nothing to go back to.
        """
        shelf = self._shelf(pack)
        with self._changing():
            older = None if to_bundled else shelf.previous()
            if shelf.folder is None or (older is None and not to_bundled):
                raise NotFound(say("Det finnes ikke noe eldre innhold å gå tilbake til."), pack)
            self._point(shelf, older.path.name if older else BUNDLED, pinned=True)
            return shelf.current()

    def unpin(self, pack: str) -> Installed | None:
        """Let the newest version on disk count again; return it, None when there is none."""
        shelf = self._shelf(pack)
        with self._changing():
            newest = next(shelf.whole(), None)
            if newest:
                self._point(shelf, newest.path.name)
            elif shelf.folder:
                (shelf.folder / POINTER).unlink(missing_ok=True)
            return newest

    def remove(self, source: str) -> list[str]:
        """Delete the packs of a source, each in one step; return their ids."""
        with self._changing():
            gone = [one for one in self._shelves() if source and one.owner() == source]
            for shelf in gone:
                away = self._folder / f"{_REMOVED}{shelf.pack}"
                with suppress(OSError):
                    delete(away)
                self._putter(shelf).rename(self._folder / shelf.pack, away)
            self._tidy_all()
            return [shelf.pack for shelf in gone]

    def tidy(self) -> None:
        """Delete what is no longer needed: old versions and changes, and unfinished files."""
        with self._changing():
            self._tidy_all()

    def _shelf(self, pack: str) -> Shelf:
        return Shelf(self._folder, pack, self._digests.of)

    def _shelves(self) -> list[Shelf]:
        """Return the shelves of all packs, in order of their ids."""
        try:
            names = [path.name for path in self._folder.iterdir() if path.is_dir()]
        except OSError:
            return []
        return [self._shelf(name) for name in sorted(names) if SLUG.fullmatch(name)]

    # --- the steps ------------------------------------------------------------------------------

    @contextmanager
    def _changing(self, size: int = 0) -> Iterator[None]:
        with swapping(self._folder), as_conditions(self._folder, size):
            yield

    def _swap(
        self,
        shelf: Shelf,
        pack: Pack,
        data: bytes,
        source: str,
        changes: bytes | None,
        before: Callable[[Installed], object] | None,
    ) -> Installed:
        """Put a version on the shelf and point at it; what fails midway takes it away again."""
        header = pack.header
        path = self._folder / header.pack / version_name(header.seq, pack.sha256)
        putter = self._putter(shelf)
        if source and shelf.owner() != source:
            putter.put(SOURCE, f"{source}\n".encode())
        known = self._digests.of(path) == pack.sha256
        if not known:
            putter.put(path.name, data)
        found = Installed(header.pack, header.seq, pack.sha256, path, source)
        try:
            if before:
                before(found)
            if changes is not None:
                putter.put(changes_name(found.seq), changes)
            self._point(shelf, path.name)
        except BaseException:
            # Without a pointer the newest file counts.
            if not known and shelf.pointer().name != path.name:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
            raise
        return found

    def _point(self, shelf: Shelf, name: str, pinned: bool = False) -> None:
        pointer = Pointer(name, pinned, shelf.owner())
        self._putter(shelf).put(POINTER, pointer.encode())

    def _putter(self, shelf: Shelf) -> Putter:
        return Putter(self._folder / shelf.pack, self._replace, self._pause)

    def _tidy_all(self) -> None:
        for path in list(self._folder.glob(f"{_REMOVED}*")):
            with suppress(OSError):
                delete(path)
        for shelf in self._shelves():
            self._tidy(shelf)

    def _tidy(self, shelf: Shelf) -> None:
        """Keep the current version, the one before it and the newest; a failure does no harm.

        What cannot be read just now may be whole, and stays too.
        """
        kept = shelf.needed()
        for _, path in shelf.versions():
            with suppress(OSError):
                if path not in kept and self._digests.of(path):
                    path.unlink()
        for _, path in shelf.changes()[KEPT_CHANGES:]:
            with suppress(OSError):
                path.unlink()
        self._putter(shelf).drop_unfinished()


def installed(folder: Path) -> list[Path]:
    """Return the current file of each pack below ``folder``, in order of their names."""
    return [one.path for one in Store(folder).installed()]


def install(folder: Path, data: bytes) -> Path:
    """Install a sample below ``folder`` and return its file; see :meth:`Store.install`."""
    return Store(folder).install(data, source="").path


def _admit(shelf: Shelf, source: str, adopt: bool) -> None:
    """Refuse a pack that belongs to somebody else.

    Raises:
        UpdateFailed: "foreign".
    """
    owner = shelf.owner()
    programs_own = shelf.pack == NATIONAL and not owner and bool(source) and not adopt
    if owner in ("", source) and not programs_own and not (shelf.pack == _OWN and source):
        return
    from feltperm.packs.failures import failed  # noqa: PLC0415  it brings the whole of TUF along

    raise failed(
        "foreign",
        f"pack {shelf.pack} belongs to {owner or 'the program'}, not to {source or 'a sample'}",
    )


def _stands(shelf: Shelf, here: Installed, name: str, source: str, changes: bytes | None) -> bool:
    """Whether a version is current, and all that belongs to it is there."""
    return (
        here.path.name == name
        and shelf.pointer().name == name
        and shelf.owner() == source
        and (changes is None or any(seq == here.seq for seq, _ in shelf.changes()))
    )
