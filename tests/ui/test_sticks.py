"""A stick with content is noticed, once, and never holds up the window."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from feltperm.ui.updates import sticks as module
from feltperm.ui.updates.sticks import Sticks, Volumes, mounted


class Machine:
    """Volumes that a test mounts and takes out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mounted: list[Path] = []
        self.gate: threading.Event | None = None
        self.asked = threading.Event()
        self.threads: set[int] = set()
        self.broken: Exception | None = None

    def volume(self, name: str, content: bool = True) -> Path:
        root = self.folder / name
        (root / "feltperm" if content else root).mkdir(parents=True)
        return root

    def __call__(self) -> Iterable[Path]:
        self.threads.add(threading.get_ident())
        self.asked.set()
        if self.gate is not None:
            self.gate.wait(30)
        if self.broken is not None:
            raise self.broken
        return self.mounted


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def bugs() -> list[BaseException]:
    return []


@pytest.fixture
def sticks(qtbot: QtBot, machine: Machine, bugs: list[BaseException]) -> Iterator[Sticks]:
    made = Sticks(bugs.append, Volumes(machine))
    yield made
    made.close()


def test_only_volumes_with_content_are_told_of_and_each_once(machine: Machine) -> None:
    volumes = Volumes(machine)
    machine.mounted = [machine.volume("blank", content=False), machine.volume("stick")]
    (machine.folder / "blank" / "feltperm.txt").write_text("no folder", encoding="utf-8")
    assert volumes.appeared() == (machine.folder / "stick",)
    assert volumes.appeared() == ()


def test_a_stick_that_was_taken_out_is_told_of_again(machine: Machine) -> None:
    volumes, stick = Volumes(machine), machine.volume("stick")
    machine.mounted = [stick]
    volumes.appeared()
    machine.mounted = []
    assert volumes.appeared() == ()
    machine.mounted = [stick]
    assert volumes.appeared() == (stick,)


def test_a_stick_pulled_out_while_it_is_looked_at_is_no_stick(machine: Machine) -> None:
    machine.mounted = [machine.folder / "gone"]
    assert Volumes(machine).appeared() == ()


def test_the_volumes_are_looked_at_off_the_windows_thread(
    qtbot: QtBot, machine: Machine, sticks: Sticks
) -> None:
    told: list[str] = []
    sticks.appeared.connect(told.append)
    machine.mounted = [machine.volume("a"), machine.volume("b")]
    sticks.start()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [str(machine.folder / "a"), str(machine.folder / "b")]
    assert threading.get_ident() not in machine.threads


def test_a_volume_that_hangs_holds_nothing_up_and_is_not_asked_again(
    qtbot: QtBot, machine: Machine, sticks: Sticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE_S", 0.01)
    machine.gate = threading.Event()
    sticks.look()
    assert machine.asked.wait(10)
    machine.asked.clear()
    sticks.look()
    assert not machine.asked.is_set()
    sticks.close()  # returns although the volume still hangs
    machine.gate.set()


def test_nothing_is_told_once_it_is_closed(qtbot: QtBot, machine: Machine, sticks: Sticks) -> None:
    told: list[str] = []
    sticks.appeared.connect(told.append)
    machine.mounted = [machine.volume("stick")]
    sticks.look()
    sticks.close()
    sticks.look()
    qtbot.waitUntil(lambda: sticks._looking is None)
    assert told == []


def test_what_nobody_expected_reaches_the_crash_report(
    qtbot: QtBot, machine: Machine, sticks: Sticks, bugs: list[BaseException]
) -> None:
    machine.broken = ZeroDivisionError()
    sticks.look()
    qtbot.waitUntil(lambda: bool(bugs))
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]


def test_the_systems_own_volume_is_not_looked_at() -> None:
    assert Path("/") not in mounted()
    assert all(isinstance(volume, Path) for volume in mounted())
