"""A supply of content that does what a test tells it, for the tests of the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from feltperm.desk.sticks.relay import Comparison, Given, OnePart, SharedKept
from feltperm.desk.updates.senders import KnownSource
from feltperm.desk.updates.sources import Proposal, Removed
from feltperm.desk.updates.update_values import (
    Check,
    Failed,
    Overview,
    PackState,
    Plan,
    Ready,
    Taken,
)
from feltperm.errors import Condition, UpdateFailed
from feltperm.packs.changes import Changes, FieldChange, RecordChange
from feltperm.packs.disk.store import Installed
from feltperm.packs.schedule import CheckState
from feltperm.packs.trust.index import Release
from feltperm.packs.trust.source import Source

NOW = datetime(2026, 11, 22, 14, 5)
#: A sender with an invented root: only its sha256 is looked at here.
SOURCE = Source("Testutgiver", "https://example.invalid/innhold", b"root")
KNOWN = KnownSource(SOURCE, ("national",))
NO_NETWORK = UpdateFailed("no_network", "Uten nett. Innholdet er fra 15. november 2026.", "refused")
UNTRUSTED = UpdateFailed(
    "untrusted", "Innholdet kom ikke fra Testutgiver. Det er ikke tatt i bruk.", "0 of 1 keys"
)
PORTAL = UpdateFailed("portal", "Nettet krever innlogging. Åpne nettleseren, og prøv igjen.")
STOPPED = UpdateFailed("stopped", "Hentingen er stoppet. Det som er hentet, er tatt vare på.")


def release(seq: int, published: str = "2026-11-22", length: int = 6_100_000) -> Release:
    return Release(
        seq=seq,
        published=published,
        sha256=f"{seq:064x}",
        length=length,
        plain=f"national/{seq}.jsonl",
        whole=f"national/{seq}.jsonl.zst",
        whole_length=length,
    )


def plan(seq: int = 12, size: int = 184_000, pack: str = "national", **more: Any) -> Plan:
    name = "Nasjonalt innhold" if pack == "national" else "Trondheim kommune"
    return Plan(
        source=SOURCE, pack=pack, name=name, release=release(seq), way="delta", bytes=size,
        whole_bytes=6_100_000, installed_seq=seq - 1, installed_published="2026-11-15", **more,
    )  # fmt: skip


PHONE = RecordChange(
    id="svc-116117", kind="service", title="Legevakt 116 117", what="changed",
    fields=(FieldChange("phone", "73 00 00 00", "73 00 00 01"), FieldChange("text")),
    country=True,
)  # fmt: skip
ADDED = RecordChange(
    id="svc-ny", kind="service", title="Nytt tilbud", what="new", municipalities=("4601",)
)
GONE = RecordChange(
    id="svc-nattkafe", kind="service", title="Nattkafé, Bergen", what="gone",
    municipalities=("4601",),
)  # fmt: skip
HOURS = RecordChange(
    id="svc-rusakutt", kind="service", title="Rusakutt", what="changed",
    fields=(FieldChange("hours"),), municipalities=("5001",),
)  # fmt: skip


def changes(*records: RecordChange, pack: str = "national", seq: int = 12) -> Changes:
    return Changes(pack, "Testutgiver", seq - 1, seq, "2026-11-22", records)


def ready(of: Plan | None = None, *records: RecordChange) -> Ready:
    of = of or plan()
    return Ready(of, changes(*records, pack=of.pack, seq=of.release.seq), Path("pack.jsonl"))


def state_of(**more: Any) -> PackState:
    state = {
        "pack": "national", "name": "Nasjonalt innhold", "seq": 11, "published": "2026-11-15",
        "count": 1212, "source": "Testutgiver", "source_key": SOURCE.key, "previous": "2026-10-20",
    }  # fmt: skip
    return PackState(**(state | more))


def overview(**more: Any) -> Overview:
    shown: dict[str, Any] = {
        "packs": (state_of(),), "sources": (KNOWN,), "last_attempt": NOW,
        "last_success": NOW - timedelta(hours=2), "spent_bytes": 1_400_000, "metered_bytes": 0,
        "interrupted": "", "ready": (),
    }  # fmt: skip
    return Overview(**(shown | more))


class FakeUpdates:
    """Answers what it is told; a fetch waits where a test asks it to."""

    def __init__(self) -> None:
        self.metered = False
        self.calls: list[tuple[Any, ...]] = []
        self.shown = overview()
        self.lying: dict[str, Ready] = {}
        self.plans: tuple[Plan, ...] = ()
        self.failure: UpdateFailed | None = None
        self.check_raises: Condition | None = None
        self.fetch_raises: list[Condition | None] = []
        self.install_raises: Condition | None = None
        self.install_raises_for: dict[str, Condition] = {}
        self.limits: list[int | None] = []
        self.may = lambda _plan, _only_wifi: True
        self.gate: threading.Event | None = None
        self.fetching = threading.Event()
        self.stopped = threading.Event()
        self.news: tuple[Changes, ...] = ()
        self.cut_off: tuple[Ready, ...] = ()
        self.records: tuple[RecordChange, ...] = (PHONE, ADDED, GONE)

    def named(self, name: str) -> list[tuple[Any, ...]]:
        return [call for call in self.calls if call[0] == name]

    def overview(self) -> Overview:
        return replace(self.shown, ready=(*self.shown.ready, *self.lying.values()))

    def changes(self, since: int | None = None, pack: str = "") -> tuple[Changes, ...]:
        return self.news

    def check(self, source: str = "", by_itself: bool = False) -> Check:
        self.calls.append(("check", source, by_itself, self.metered))
        if self.check_raises is not None:
            raise self.check_raises
        failures = (Failed(SOURCE, self.failure),) if self.failure else ()
        return Check(self.plans, failures, NOW, 400, 1)

    def may_fetch(self, plan: Plan, only_wifi: bool = False, _month_limit: int = 0) -> bool:
        return self.may(plan, only_wifi)

    def fetch(
        self, plan: Plan, progress: Callable[[int, int], None], most: int | None = None
    ) -> Ready:
        self.calls.append(("fetch", plan.pack, plan.release.seq, self.metered))
        self.limits.append(most)
        self.stopped.clear()  # a stop before it began was for something else
        self.fetching.set()
        progress(118_000, plan.bytes)
        if self.gate is not None:
            while not self.gate.wait(0.005):
                if self.stopped.is_set():
                    self.stopped.clear()
                    raise STOPPED
        if self.fetch_raises and (failure := self.fetch_raises.pop(0)):
            raise failure
        progress(plan.bytes, plan.bytes)
        self.lying[plan.pack] = ready(plan, *self.records)
        return self.lying[plan.pack]

    def install(self, ready: Ready) -> Taken:
        self.calls.append(("install", ready.plan.pack, ready.plan.release.seq))
        if failure := self.install_raises or self.install_raises_for.get(ready.plan.pack):
            raise failure
        plan = ready.plan
        self.lying.pop(plan.pack, None)
        self.plans = tuple(one for one in self.plans if one.pack != plan.pack)
        self.news = (ready.changes, *self.news)
        installed = Installed(
            plan.pack, plan.release.seq, plan.release.sha256, ready.path, SOURCE.key, False
        )
        return Taken(installed, ready.changes, plan.bytes, SOURCE)

    def resume(self, progress: Callable[[int, int], None] | None = None) -> tuple[Ready, ...]:
        self.calls.append(("resume",))
        return self.cut_off

    def forget_interrupted(self) -> None:
        self.calls.append(("forget",))

    def roll_back(self, pack: str, to_bundled: bool = False) -> PackState:
        self.calls.append(("roll_back", pack))
        self.shown = overview(packs=(state_of(pinned=True, previous="", newest="2026-11-15",
                                              published="2026-10-20"),))  # fmt: skip
        return self.shown.packs[0]

    def take_newer(self, pack: str) -> PackState:
        self.calls.append(("take_newer", pack))
        self.shown = overview()
        return self.shown.packs[0]


class FakeSources:
    def __init__(self, updates: FakeUpdates) -> None:
        self.updates = updates
        self.calls: list[tuple[Any, ...]] = []
        self.found: Proposal | Condition = Proposal(SOURCE, ("national",), reached=True)
        self.add_raises: Condition | None = None

    def propose(self, where: str | Path) -> Proposal:
        self.calls.append(("propose", where))
        if isinstance(self.found, Condition):
            raise self.found
        return self.found

    def add(self, proposal: Proposal, national: bool = False) -> KnownSource:
        self.calls.append(("add", proposal.source.key, national))
        if self.add_raises is not None:
            raise self.add_raises
        self.updates.shown = overview()
        return KNOWN

    def remove(self, name: str) -> Removed:
        self.calls.append(("remove", name))
        self.updates.shown = overview(sources=())
        return Removed("Testutgiver", ("national",))


class FakeRelay:
    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.sees: Comparison | Condition = newer_stick(Path("pinne"))
        self.take_answers: tuple[Taken, ...] | Condition = ()
        self.give_answers: Given | Condition = Given(1000, 3)
        self.gate: threading.Event | None = None
        self.working = threading.Event()

    def look(self, stick: Path) -> Comparison:
        self.calls.append(("look", stick))
        if isinstance(self.sees, Condition):
            raise self.sees
        return self.sees

    def take(self, stick: Path, progress: Callable[[int, int], None]) -> tuple[Taken, ...]:
        self.calls.append(("take", stick))
        progress(500_000, 1_000_000)
        self._wait()
        if isinstance(self.take_answers, Condition):
            raise self.take_answers
        return self.take_answers

    def give(
        self, stick: Path, with_collections: bool, progress: Callable[[int, int], None]
    ) -> Given:
        self.calls.append(("give", stick, with_collections))
        progress(500_000, 1_000_000)
        self._wait()
        if isinstance(self.give_answers, Condition):
            raise self.give_answers
        return self.give_answers

    def take_shared(self, stick: Path) -> SharedKept:
        self.calls.append(("take_shared", stick))
        return SharedKept(("Feltstasjonen",), 3)

    def _wait(self) -> None:
        self.working.set()
        if self.gate is not None:
            assert self.gate.wait(30)


class FakeSupply:
    """The three together, as the update lane has them."""

    def __init__(self) -> None:
        self.updates = FakeUpdates()
        self.sources = FakeSources(self.updates)
        self.relay = FakeRelay()
        self.stops = 0

    def stop(self) -> None:
        self.stops += 1
        self.updates.stopped.set()
        if self.relay.gate is not None:
            self.relay.gate.set()


class FakeHints(QObject):
    """A network that a test switches on and off."""

    appeared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_online, self.costs, self.looks = True, False, 0

    def look(self) -> None:
        self.looks += 1

    def online(self) -> bool:
        return self.is_online

    def metered(self) -> bool:
        return self.costs

    def come(self) -> None:
        self.is_online = True
        self.appeared.emit()


class FakeClock:
    """Wall and monotonic time that a test moves."""

    def __init__(self) -> None:
        self.wall, self.steady, self.luck = NOW, 1000.0, 0.5

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.steady

    def chance(self) -> float:
        return self.luck

    def pass_by(self, seconds: float, asleep: bool = False) -> None:
        self.wall += timedelta(seconds=seconds)
        if not asleep:
            self.steady += seconds


class FakeState:
    """What a check log remembers."""

    def __init__(self) -> None:
        self.kept = CheckState()

    def __call__(self) -> CheckState:
        return self.kept


def one_part(outcome: str, sentence: str, **more: Any) -> OnePart:
    return OnePart(SOURCE.key, SOURCE.name, outcome, sentence, **more)  # type: ignore[arg-type]


def newer_stick(stick: Path) -> Comparison:
    part = one_part(
        "stick_newer",
        "Minnepinnen har nyere innhold (20. november 2026). Du har 15. november 2026.",
        take_bytes=4_100_000,
    )
    return Comparison(stick, (part,), False, False, part.sentence)
