"""Who sends content to this machine: senders looked at, confirmed, listed and removed.

A sender («kilde») is added in two acts (SCREENS 2.10): :meth:`Sources.propose` reads what an
address, a folder or a source file says, and gives the code to compare; :meth:`Sources.add` is
called once a person has confirmed it. Nothing of a sender is trusted before.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from feltperm.catalogue.trust import NATIONAL
from feltperm.desk.updates.intake import Intake
from feltperm.desk.updates.link import Link, Session
from feltperm.desk.updates.senders import KnownSource
from feltperm.errors import NotFound, UpdateFailed
from feltperm.packs.failures import failed
from feltperm.packs.sticks.stick import FOLDER, find_sources
from feltperm.packs.trust.repository import fetch_source
from feltperm.packs.trust.source import SourceList
from feltperm.packs.trust.source_file import MAX_SOURCE, Source, decode_source
from feltperm.wording import say

__all__ = ["KnownSource", "Proposal", "Removed", "Sources"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sender that was looked at and is not added.

    Attributes:
        source: what it says of itself.
        packs: the content it sends, where that could be read; else empty.
        already: it is in the list of senders.
        folder: the shared folder its content lies in when it has no address; else empty.
        reached: its content was read and verified; False for a file whose address is away.
    """

    source: Source
    packs: tuple[str, ...] = ()
    already: bool = False
    folder: str = ""
    reached: bool = False

    @property
    def name(self) -> str:
        """What it calls itself."""
        return self.source.name

    @property
    def fingerprint(self) -> str:
        """Six groups of four, to be compared with what the sender reads out."""
        return self.source.fingerprint

    @property
    def national(self) -> bool:
        """It sends the national content: ask whether it may renew the program's own."""
        return NATIONAL in self.packs


@dataclass(frozen=True, slots=True)
class Removed:
    """What went with a sender: its name, and the ids of the packs that were its."""

    name: str
    packs: tuple[str, ...]


class Sources:
    """The use cases. Whatever writes takes the update lock, and can raise UpdateFailed("busy").

    For one thread at a time; only :meth:`stop` may come from another.

    Args:
        sources: the list on disk.
        intake: what is in use of them.
        link: the way to them.
    """

    def __init__(self, sources: SourceList, intake: Intake, link: Link) -> None:
        self._sources = sources
        self._intake = intake
        self._link = link

    def list(self) -> tuple[KnownSource, ...]:
        """Return the senders, by name."""
        return self._intake.senders.all()

    def find(self, name: str) -> KnownSource:
        """Return a sender by its name, key or address.

        Raises:
            NotFound: there is none; the sentence names those there are.
        """
        return self._intake.senders.find(name)

    def propose(self, where: str | Path) -> Proposal:
        """Look at a sender: an address, a folder, a stick with one sender, or a source file.

        Nothing is kept.

        Raises:
            UpdateFailed: it cannot be reached, or is no sender («not_a_source»).
            NotFound: a stick holds several; the sentence names them.
        """
        text = str(where).strip()
        with self._link.session() as session:
            if "://" in text:
                source = fetch_source(session.carrier(), text)
                return self._proposal(session, source, None, must=True)
            path = Path(text)
            if path.is_dir():
                source, place = _in_folder(path)
                return self._proposal(session, source, place)
            return self._proposal(session, _read_source(path), None)

    def add(self, proposal: Proposal, national: bool = False) -> KnownSource:
        """Add a sender whose code a person has confirmed.

        For one that is here already, name and address are renewed; what it may send stays, and
        so does an address that a stick or a folder does not tell.

        Args:
            proposal: what was looked at.
            national: the person has confirmed that it may send the national content.

        Raises:
            UpdateFailed, DiskFull, ReadOnly: nothing was changed.
        """
        key = proposal.source.key
        senders = self._intake.senders
        with self._intake.alone():
            before = senders.get(key)
            source = proposal.source
            if before is not None and not source.url:
                source = replace(source, url=before.source.url)
            self._sources.add(source)
            senders.note(
                key,
                national or (before is not None and before.national),
                proposal.folder or (before.folder if before else ""),
            )
        return senders.find(key)

    def remove(self, name: str) -> Removed:
        """Remove a sender and its content; what the user has made stays.

        The national content falls back to the program's own.

        Raises:
            NotFound: there is none of that name, key or address.
            UpdateFailed, DiskFull, ReadOnly: some of it may be left; removing again goes on.
        """
        known = self.find(name)
        with self._intake.alone():
            # the sender last: as long as it is listed, removing can be begun again
            packs = self._intake.forget(known.key)
            self._intake.senders.forget(known.key)
            self._sources.remove(known.key)
        return Removed(known.name, tuple(packs))

    def damaged(self) -> tuple[str, ...]:
        """Return a sentence for each sender that cannot be read and is passed over."""
        return self._intake.senders.damaged()

    def stop(self) -> None:
        """Stop a :meth:`propose` under way, from any thread; it raises UpdateFailed("stopped")."""
        self._link.stop()

    def _proposal(
        self, session: Session, source: Source, folder: Path | None, must: bool = False
    ) -> Proposal:
        """Read and verify the sender's content too, with metadata that is thrown away.

        Args:
            must: it was reached a moment ago, so whatever fails now is the answer.
        """
        packs: tuple[str, ...] = ()
        reached = False
        if source.url or folder:
            try:
                with tempfile.TemporaryDirectory(prefix="feltperm-") as place:
                    index = session.to(source, folder, Path(place)).refresh()
                packs, reached = tuple(index.packs), True
            except UpdateFailed as error:
                # a source file is good without a network; a folder may carry the file alone
                if must or error.why in ("stopped", "untrusted", "stick_gone"):
                    raise
        known = self._intake.senders.get(source.key)
        # a stick is where it was found today, a shared folder is where it will be found again
        stays = folder is not None and folder.parent.name != FOLDER
        kept = str(folder.resolve()) if folder and stays and reached and not source.url else ""
        return Proposal(source, packs, known is not None, kept, reached)


def _in_folder(folder: Path) -> tuple[Source, Path]:
    """Return the one sender in a folder or on a stick, and where its content lies."""
    found = [(one.source, one.folder) for one in find_sources(folder) if one.source]
    if not found:
        raise failed("not_a_source", f"{folder}: no sender's folder")
    if len(found) > 1:
        names = ", ".join(f"«{source.name}» ({place})" for source, place in found[:5])
        raise NotFound(
            say("Mappen har flere kilder. Velg en av dem: {names}.", names=names), str(folder)
        )
    return found[0]


def _read_source(path: Path) -> Source:
    try:
        with path.open("rb") as file:
            return decode_source(file.read(MAX_SOURCE + 1))
    except FileNotFoundError as error:
        raise failed("not_a_source", f"{path}: there is no such file") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise failed("not_a_source", f"{path}: {error}") from error
