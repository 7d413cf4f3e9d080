"""What an update is made of: what it costs, what has come, and what is in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from feltperm.catalogue.dates import parse_date
from feltperm.desk.updates.senders import KnownSource
from feltperm.errors import Condition, UpdateFailed
from feltperm.packs.changes import Changes
from feltperm.packs.disk.store import Installed
from feltperm.packs.trust.index import Release
from feltperm.packs.trust.source import Source
from feltperm.wording import say

__all__ = [
    "OLD_DAYS", "Check", "Failed", "Overview", "PackState", "Plan", "Progress", "Ready", "Refused",
    "Taken", "Updated", "Way", "size_words",
]  # fmt: skip

#: Content of so many days is old enough to ring first.
OLD_DAYS = 180
#: A sender that has answered within so many days would have had something newer.
_ASKED_DAYS = 31

#: How a release comes: as the difference from what is here, compressed whole, or as it is.
Way = Literal["delta", "whole", "plain"]
#: Told (bytes that have come, bytes that will have) while something is fetched, on that thread.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an update of one pack would take, before it is taken.

    Attributes:
        source: whose it is.
        pack: the pack's id.
        name: what the pack is called on screen.
        release: the version to come.
        way: how it is meant to come.
        bytes: what will come over the link, with the files that records name and are not here.
        whole_bytes: what the whole content would take.
        installed_seq, installed_published: what is in use; 0 and "" when the pack is new here.
        pinned: the user went back to an older one: it is fetched only when asked for
            (:meth:`feltperm.desk.updates.update.Updates.take_newer`).
        folder: where it comes from when that is a folder or a stick, and no link.
    """

    source: Source
    pack: str
    name: str
    release: Release
    way: Way
    bytes: int
    whole_bytes: int
    installed_seq: int = 0
    installed_published: str = ""
    pinned: bool = False
    folder: str = ""

    @property
    def words(self) -> str:
        """«21 kB av 4,1 MB», or «4,1 MB» where all of it comes."""
        whole = size_words(self.whole_bytes)
        if self.bytes >= self.whole_bytes:
            return whole
        return say("{part} av {whole}", part=size_words(self.bytes), whole=whole)


@dataclass(frozen=True, slots=True)
class Failed:
    """A sender that could not be asked, and why."""

    source: Source
    why: UpdateFailed


@dataclass(frozen=True, slots=True)
class Check:
    """The answer to «is there anything new».

    Attributes:
        plans: one a pack that has something newer, also those that are pinned.
        failures: the senders that could not be asked.
        checked_at: local time.
        received: bytes that the question took.
        asked: how many senders there were to ask.
    """

    plans: tuple[Plan, ...]
    failures: tuple[Failed, ...]
    checked_at: datetime
    received: int = 0
    asked: int = 0

    @property
    def due(self) -> tuple[Plan, ...]:
        """The plans that may be taken without the user taking back a step of his own."""
        return tuple(plan for plan in self.plans if not plan.pinned)


@dataclass(frozen=True, slots=True)
class Ready:
    """A release that is here, verified and readable, and not in use yet.

    Attributes:
        plan: what was fetched.
        changes: what it changes in the content in use.
        path: the plain pack.
        received: bytes that came over the link for it in this session.
    """

    plan: Plan
    changes: Changes
    path: Path
    received: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """A release that is in use now; this exists only after the file was verified in its place.

    Attributes:
        installed: what is on disk.
        changes: what it changed.
        received: bytes that came over the link for it.
        source: whose it is.
    """

    installed: Installed
    changes: Changes
    received: int
    source: Source


@dataclass(frozen=True, slots=True)
class Refused:
    """A release that was due and could not be taken, and why."""

    plan: Plan
    why: Condition


@dataclass(frozen=True, slots=True)
class Updated:
    """What an update of everything that was due came to."""

    check: Check
    taken: tuple[Taken, ...]
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class PackState:
    """One pack as it is in use.

    Attributes:
        pack: its id.
        name: what it is called on screen («Nasjonalt innhold», or its publisher's name).
        seq: the version; ``published`` is its ISO date and ``count`` how many records it has.
        source: the sender's name; an empty string for what came with the program.
        source_key: the sender's key, or an empty string.
        bundled: it is the program's own copy.
        pinned: the user went back, so it is not renewed by itself.
        previous: ISO date of what «Gå tilbake» would bring; an empty string when nothing.
        newest: ISO date of a newer one that the last check saw; an empty string when none.
    """

    pack: str
    name: str
    seq: int
    published: str
    count: int
    source: str = ""
    source_key: str = ""
    bundled: bool = False
    pinned: bool = False
    previous: str = ""
    newest: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page «Oppdatering» shows before anything is asked of a network.

    Attributes:
        packs: in use, the national first.
        sources: the senders.
        last_attempt, last_success: when senders were asked last; None when never.
        spent_bytes: what came over the network this month; ``metered_bytes`` of that over links
            that count bytes.
        interrupted: a sentence when an update was cut off, else an empty string.
        ready: releases that are here and not in use yet.
        damaged: sentences about senders that cannot be read.
    """

    packs: tuple[PackState, ...]
    sources: tuple[KnownSource, ...]
    last_attempt: datetime | None
    last_success: datetime | None
    spent_bytes: int
    metered_bytes: int
    interrupted: str
    ready: tuple[Ready, ...]
    damaged: tuple[str, ...] = ()

    def months_old(self, today: date) -> int:
        """Return how old the content is where nobody could be asked for long (SCREENS 2.11).

        In months, by the oldest of the packs; 0 where it is not old, or was asked about lately.
        """
        asked = self.last_success.date() if self.last_success else date.min
        days = [parse_date(pack.published) for pack in self.packs]
        oldest = max(((today - day).days for day in days if day), default=0)
        return oldest // 30 if oldest > OLD_DAYS and (today - asked).days > _ASKED_DAYS else 0


def size_words(count: int) -> str:
    """Return a number of bytes as people read it: «412 byte», «21 kB», «4,1 MB»."""
    if count < 1000:
        return f"{count} byte"
    if count < 999_500:
        return f"{round(count / 1000)} kB"
    megabytes = count / 1_000_000
    return say("{n} MB", n=megabytes) if megabytes < 99.95 else f"{megabytes:.0f} MB"
