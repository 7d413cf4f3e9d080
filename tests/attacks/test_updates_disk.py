"""The machine's own disk fails in the middle of an update: full, held, or with files gone."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

import pytest
from failing_disk import FullDisk, Refusing
from update_attacks import WORDS, Arena

LEAFLET = bytes(range(256)) * 300


def every_step(
    arena: Arena, make: Callable[[int], FullDisk | Refusing], whys: set[str]
) -> dict[str, set[str]]:
    """Update with a disk that fails at each step in turn; return the steps by what came of them."""
    arena.release(assets=(LEAFLET,))
    steps: dict[str, set[str]] = {why: set() for why in whys}
    for at in count(1):
        laptop, disk = arena.again(), make(at)
        with disk.in_use():
            laptop.restart()
            why, sentence = laptop.hear(laptop.update)
        if not disk.hit:
            break
        assert why in whys, (disk.hit, sentence)
        assert not why or re.fullmatch(WORDS[why], sentence), (disk.hit, sentence)
        steps[why].add(re.sub(r"[0-9a-f]{16,}|tmp\w+|\.\d+(?=\.part)", "*", disk.hit))
        arena.questions(2 if why else 3)
        assert laptop.hear(laptop.update) == ("", ""), disk.hit
        arena.questions(3)
        assert arena.leftovers() == [], disk.hit
    return steps


@pytest.mark.slow
def test_a_disk_that_is_full_at_any_write(wire: Arena) -> None:
    """What only remembers is no reason to fail; everything else says that the disk is full."""
    steps = every_step(wire, FullDisk, {"", "DiskFull"})
    assert {
        "mkdir parts", "open *.part", "rename timestamp.json", "rename verified",
        "open packs%2Findex.json", "rename trondheim.3-*.jsonl", "open library-*.sqlite*.part",
        "rename 3-*.jsonl", "rename current", "write", "flush", "fsync",
    } <= steps["DiskFull"]  # fmt: skip
    assert "rename updates.json" in steps[""]


@pytest.mark.slow
def test_a_disk_that_is_full_from_any_write_on(memory: Arena) -> None:
    steps = every_step(memory, lambda at: FullDisk(at, lasting=True), {"", "DiskFull"})
    assert {"rename current", "rename targets.json"} <= steps["DiskFull"]


@pytest.mark.slow
@pytest.mark.parametrize("times", [1, 2, 7])
def test_a_renaming_that_windows_refuses_a_few_times(memory: Arena, times: int) -> None:
    steps = every_step(memory, lambda at: Refusing(at, times), {""})
    assert len(steps[""]) > 8


@pytest.mark.slow
def test_a_renaming_that_windows_refuses_for_good(memory: Arena) -> None:
    steps = every_step(memory, lambda at: Refusing(at, 10**6), {"", "ReadOnly"})
    assert "current" in steps["ReadOnly"]
