"""Two running programs: one updates, the other is told so; nobody waits for a dead one."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from feltperm.errors import Condition, UpdateFailed
from feltperm.packs.disk import lock
from feltperm.packs.disk.lock import swapping, updating
from feltperm.packs.disk.store import Store
from packs.packs_on_disk import bring, counting, pack

HOLDER = """
import sys
from pathlib import Path
from feltperm.packs.disk import lock
with getattr(lock, sys.argv[2])(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""
INSTALLER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from packs.packs_on_disk import SENDER, pack
from feltperm.errors import UpdateFailed
from feltperm.packs.disk.store import Store
store = Store(Path(sys.argv[2]))
print("ready", flush=True)
sys.stdin.readline()
for seq in map(int, sys.argv[3:]):
    try:
        print(store.install(pack(seq, records=200), SENDER).seq)
    except UpdateFailed as failure:
        print(failure.why)
"""
TESTS = Path(__file__).parents[1]


@contextmanager
def child(script: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Another program, up to its first line."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline().strip() in ("held", "ready")
        yield process
    finally:
        process.kill()
        process.communicate()


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("now\n")
    process.stdin.flush()


def busy(folder: Path) -> bool:
    try:
        with updating(folder):
            return False
    except UpdateFailed as failure:
        return failure.why == "busy"


def test_a_second_program_is_told_at_once_and_may_when_the_first_is_done(tmp_path: Path) -> None:
    with child(HOLDER, tmp_path, "updating") as first:
        assert busy(tmp_path)
        go(first)
        first.wait(30)
        assert not busy(tmp_path)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_nobody_waits_for_a_program_that_was_killed(tmp_path: Path) -> None:
    with child(HOLDER, tmp_path, "updating") as first:
        first.send_signal(signal.SIGKILL)
        first.wait(30)
        assert not busy(tmp_path)


def test_one_program_does_not_update_twice_at_once(tmp_path: Path) -> None:
    with updating(tmp_path):
        assert busy(tmp_path)
    assert not busy(tmp_path)


def test_the_lock_is_let_go_when_the_update_fails(tmp_path: Path) -> None:
    def fail() -> None:
        with updating(tmp_path):
            raise UpdateFailed("no_network", "Uten nett.")

    with pytest.raises(UpdateFailed) as caught:
        fail()
    assert caught.value.why == "no_network"
    assert not busy(tmp_path)


def test_profiles_do_not_wait_for_one_another(tmp_path: Path) -> None:
    with updating(tmp_path / "a"):
        assert not busy(tmp_path / "b")


def test_a_lock_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(Condition), updating(tmp_path / "file"):
        pytest.fail("it was not held")


def test_a_swap_waits_for_the_other_and_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    bring(store, 1)
    monkeypatch.setattr(lock, "_PATIENCE", 0.0)
    with child(HOLDER, tmp_path, "swapping") as other:
        with pytest.raises(UpdateFailed) as caught:
            bring(store, 2)
        assert caught.value.why == "busy"
        assert counting(store) == [("trondheim", 1)], "reading needs no lock"
        monkeypatch.setattr(lock, "_PATIENCE", 30.0)
        go(other)
        bring(store, 2)
    assert counting(store) == [("trondheim", 2)]
    with swapping(tmp_path):
        assert counting(store) == [("trondheim", 2)]


def test_two_programs_that_install_at_once_end_with_the_newer(tmp_path: Path) -> None:
    folder = tmp_path / "packs"
    with (
        child(INSTALLER, TESTS, folder, *range(1, 40, 2)) as odd,
        child(INSTALLER, TESTS, folder, *range(2, 41, 2)) as even,
    ):
        for process in (odd, even):
            go(process)
        said = [process.communicate(timeout=60)[0].split() for process in (odd, even)]
    assert [len(lines) for lines in said] == [20, 20]
    assert {word for lines in said for word in lines if not word.isdigit()} <= {"rolled_back"}
    assert said[1][-1] == "40"
    assert counting(Store(folder)) == [("trondheim", 40)]
    (whole,) = Store(folder).installed()
    assert whole.path.read_bytes() == pack(40, records=200)
