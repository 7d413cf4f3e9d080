"""Eight weeks in the field with a clock of our own: nothing lost, the disk bounded, no way back."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from update_attacks import PACK, Arena

from feltperm import app_desk
from feltperm.desk.find import Request
from feltperm.errors import Condition
from packs.simulator import pack_bytes

pytestmark = pytest.mark.slow

WEEKS = 8
#: As many records as a municipality has.
RECORDS = 60


class Field:
    """A laptop in use, and what its owner has done so far."""

    def __init__(self, arena: Arena, seed: int) -> None:
        self.arena, self.laptop = arena, arena.laptop
        self.chance = random.Random(seed)
        self.stars: set[str] = {f"{PACK}/svc-000001"}  # what the template's owner has kept already
        self.notes: dict[str, str] = {f"{PACK}/svc-000002": "Ring på bakdøra."}
        self.highest = self.laptop.seq()
        self.largest = 0
        self.kills = 0

    def day(self) -> None:
        """Start, search, star, write, end; sometimes the program is cut off in between."""
        desk = app_desk.open_desk(self.laptop.paths, now=lambda: self.laptop.now)
        try:
            assert desk.find.search(Request("utgave")).total > 0
            ref = f"{PACK}/svc-{self.chance.randrange(1, RECORDS):06}"
            if ref in self.stars:
                desk.keep.unstar(ref)
                self.stars.discard(ref)
            else:
                desk.keep.star(ref)
                self.stars.add(ref)
            if self.chance.random() < 0.2:
                self.notes[ref] = f"Notat {self.laptop.now:%d.%m}"
                desk.notes.write(ref, self.notes[ref])
            assert {str(one.ref) for one in desk.keep.favourites()} == self.stars
            assert {f"{one.pack}/{one.id}": one.text for one in desk.notes.list()} == self.notes
        finally:
            desk.close()
        self.largest = max(self.largest, used(self.laptop.paths.data))

    def killed(self) -> None:
        """A second program keeps a star, and is killed at any moment: the star is there, or not."""
        ref = f"{PACK}/svc-{self.chance.randrange(1, RECORDS):06}"
        words = ("-m", "feltperm", "--profile", str(self.laptop.paths.profile))
        child = subprocess.Popen(
            [sys.executable, *words, "favourites", "add", ref],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        with suppress(subprocess.TimeoutExpired):
            child.wait(self.chance.random() * 0.8)
        child.kill()
        child.wait()
        self.kills += 1
        desk = app_desk.open_desk(self.laptop.paths, now=lambda: self.laptop.now)
        try:
            now = {str(one.ref) for one in desk.keep.favourites()}
        finally:
            desk.close()
        assert now in (self.stars, self.stars | {ref})
        self.stars = now

    def update(self, seq: int) -> None:
        """A week's content: over a link that breaks, by stick, or both; sometimes not at all."""
        now = self.laptop.now
        data = pack_bytes(PACK, seq, now.date().isoformat(), RECORDS, word=f"utgave {seq}")
        self.arena.shop.now = now
        self.arena.shop.release(PACK, seq, data)
        way = self.chance.choice(("net", "broken", "stick", "sleeps"))
        if way == "sleeps":
            return
        if way == "stick":
            with suppress(Condition):
                self.laptop.take(self.arena.stick())
        else:
            if way == "broken" and self.arena.server is not None:
                self.arena.server.fault("metadata/timestamp.json", status=503)
            for _ in range(3):  # as often as the machine wakes that day
                self.laptop.restart()  # it was killed, or slept
                with suppress(Condition):
                    self.laptop.update()
                    break
            if self.arena.server is not None:
                self.arena.server.heal()
        here = self.laptop.seq()
        assert here >= self.highest
        self.highest = here


def used(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("seed", [1, 2])
def test_eight_weeks(wire: Arena, seed: int) -> None:
    field = Field(wire, seed)
    begun, first = field.laptop.now, field.highest
    for week in range(WEEKS):
        for day in range(7):
            field.laptop.now = begun + timedelta(days=7 * week + day)
            if field.chance.random() < 0.05:  # a battery that was empty: the clock begins anew
                right, field.laptop.now = field.laptop.now, begun - timedelta(days=400)
                field.day()
                field.laptop.now = right
            field.day()
            if field.chance.random() < 0.2:
                field.killed()
        field.update(first + week + 1)
    field.laptop.restart()
    field.laptop.update()
    assert field.laptop.seq() == first + WEEKS
    assert field.kills > 3
    field.day()
    backups = list(field.laptop.paths.backups.glob("binder-2*.sqlite"))
    assert 0 < len(backups) <= 7 + 3
    assert used(field.laptop.paths.data) <= field.largest
    assert field.largest < 30_000_000
