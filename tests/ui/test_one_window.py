"""A second start brings the first window to the front; what a crash left behind hinders nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from feltperm.paths import find_paths
from feltperm.ui import one_window
from feltperm.ui.one_window import is_open_already
from real_window import opened


def start_again(profile: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "feltperm", "--profile", str(profile)]
    return subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def test_a_second_start_raises_the_first_and_ends(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.shell.showMinimized()
        second = start_again(tmp_path)
        house.driver.wait(lambda: second.poll() is not None)
        assert second.returncode == 0
        house.driver.wait(lambda: not house.shell.isMinimized())
    assert not find_paths(tmp_path).open_window.exists()


@pytest.mark.parametrize("left", [b"", b"feltperm-1-abc", b"\xff\xfe", b"../../x" * 100])
def test_what_a_crash_left_behind_hinders_nothing(tmp_path: Path, left: bytes) -> None:
    file = tmp_path / "window.open"
    file.write_bytes(left)
    begun = time.monotonic()
    assert not is_open_already(file)
    assert time.monotonic() - begun < 5


#: Listens as a window does that hangs: it never looks who is there.
HANGS = """
import sys, time
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalServer

app, server = QCoreApplication([]), QLocalServer()
assert server.listen(sys.argv[1])
print("listening", flush=True)
sys.stdin.read()
"""


def test_a_first_window_that_hangs_keeps_nobody_waiting_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_window, "_PATIENCE", 200)
    name, file = f"feltperm-hangs-{os.getpid()}", tmp_path / "window.open"
    file.write_text(name, encoding="utf-8")
    command = [sys.executable, "-c", HANGS, name]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "listening\n"
        begun = time.monotonic()
        assert not is_open_already(file)  # so this one opens a window too
        assert 0.1 < time.monotonic() - begun < 1
        first.kill()


def test_another_profile_has_a_window_of_its_own(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path / "a") as house:
        house.skip_first_start()
        assert not is_open_already(find_paths(tmp_path / "b").open_window)


def test_two_windows_in_turn_each_take_their_own_file_away(
    tmp_path: Path, qapp: QApplication
) -> None:
    file = find_paths(tmp_path).open_window
    with opened(tmp_path):
        first = file.read_text(encoding="utf-8")
        file.write_text("somebody-elses", encoding="utf-8")
    assert file.read_text(encoding="utf-8") == "somebody-elses" != first
