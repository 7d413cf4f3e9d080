"""A second start brings the first window to the front; what a crash left behind hinders nothing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from feltperm.paths import find_paths
from feltperm.ui.one_window import Answer, Ring
from feltperm.ui.still_open import StillOpen, wait_for_the_first
from real_window import compiled, opened


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
    assert Ring(file).answer == "nobody"
    assert time.monotonic() - begun < 5


# --- a first window that hangs ------------------------------------------------------------------


class Hanging:
    """A first window that looks who is there only when it is told to."""

    def __init__(self, file: Path) -> None:
        self.server = QLocalServer()
        self.callers: list[QLocalSocket] = []
        name = f"feltperm-hangs-{os.getpid()}-{os.urandom(4).hex()}"
        assert self.server.listen(name)
        file.write_text(name, encoding="utf-8")

    def wake(self) -> None:
        """Answer all who have rung and will ring."""
        self.server.newConnection.connect(self._answer)
        self._answer()

    def end(self) -> None:
        while self.server.hasPendingConnections():
            self.callers.append(self.server.nextPendingConnection())
        self.server.close()
        for caller in self.callers:
            caller.abort()

    def _answer(self) -> None:
        while self.server.hasPendingConnections():
            self.callers.append(self.server.nextPendingConnection())
            self.callers[-1].write(b"here")
            self.callers[-1].flush()


@pytest.fixture
def hanging(tmp_path: Path, qapp: QApplication) -> Iterator[Hanging]:
    made = Hanging(tmp_path / "window.open")
    yield made
    made.server.close()


def ask(tmp_path: Path, hanging: Hanging, act: Callable[[StillOpen], object]) -> Answer:
    """Start a second time where the first hangs, and do ``act`` when that is told."""

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        if not (isinstance(dialog, StillOpen) and hanging.server.hasPendingConnections()):
            QTimer.singleShot(10, meet)
            return
        try:
            act(dialog)
        except BaseException:
            dialog.reject()  # it would keep the test for ever
            raise

    QTimer.singleShot(0, meet)
    return wait(tmp_path)


def wait(tmp_path: Path) -> Answer:
    made = compiled()
    state, file = tmp_path / "window.json", tmp_path / "window.open"
    return wait_for_the_first(file, state, made / "fonts", made / "i18n", patience=50)


def test_a_first_window_that_hangs_keeps_nobody_waiting_for_long(
    tmp_path: Path, hanging: Hanging
) -> None:
    begun = time.monotonic()
    assert Ring(tmp_path / "window.open", patience=200).answer == "silent"
    assert 0.1 < time.monotonic() - begun < 1


def test_a_person_is_told_what_is_safe_and_may_open_another_or_leave(
    tmp_path: Path, hanging: Hanging, qapp: QApplication
) -> None:
    said: list[str] = []

    def read_and_open(dialog: StillOpen) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        assert dialog.open_another.isDefault()
        dialog.open_another.click()

    assert ask(tmp_path, hanging, read_and_open) == "nobody"
    assert said[0] == "Feltperm er åpent, men svarer ikke."
    assert "Permen er trygg" in said[1]
    assert qapp.quitOnLastWindowClosed()
    assert ask(tmp_path, hanging, lambda dialog: dialog.leave.click()) == "silent"
    assert (
        ask(tmp_path, hanging, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)) == "silent"
    )


def test_a_first_window_that_wakes_up_comes_forward_and_the_question_goes(
    tmp_path: Path, hanging: Hanging
) -> None:
    assert ask(tmp_path, hanging, lambda _dialog: hanging.wake()) == "here"


def test_a_first_window_that_ends_makes_room_for_the_second(
    tmp_path: Path, hanging: Hanging
) -> None:
    assert ask(tmp_path, hanging, lambda _dialog: hanging.end()) == "nobody"


def test_an_answer_that_comes_before_the_question_spares_it(
    tmp_path: Path, hanging: Hanging, qtbot: QtBot
) -> None:
    ring = Ring(tmp_path / "window.open", patience=50)
    assert ring.answer == "silent"
    qtbot.waitUntil(hanging.server.hasPendingConnections)
    hanging.wake()
    qtbot.waitUntil(lambda: ring.heard() == "here")
    hanging.server.close()
    assert wait(tmp_path) == "nobody", "it has gone meanwhile"


#: Starts the program a second time, with little patience, and does what it is told to the question.
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from feltperm import app
from feltperm.ui import one_window, still_open
from feltperm.ui.shell import Shell

one_window.Ring.__init__.__defaults__ = (200,)
shown, opened, act = still_open.StillOpen.showEvent, Shell.showEvent, sys.argv[2]

def ask(dialog, event):
    shown(dialog, event)
    print("asked", flush=True)
    if act == "open":
        QTimer.singleShot(0, dialog.open_another.click)

def open_window(shell, event):
    opened(shell, event)
    print("a window", flush=True)
    shell.opened_desk.connect(lambda: (print("with content", flush=True), shell.close()))

still_open.StillOpen.showEvent, Shell.showEvent = ask, open_window
sys.exit(app.run_window(Path(sys.argv[1])))
"""


def second(profile: Path, act: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SECOND, str(profile), act]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def hang(profile: Path) -> Hanging:
    file = find_paths(profile).open_window
    file.parent.mkdir(parents=True, exist_ok=True)
    return Hanging(file)


@pytest.mark.slow
def test_a_second_process_asks_and_ends_when_the_first_has_come_forward(
    tmp_path: Path, qtbot: QtBot
) -> None:
    first = hang(tmp_path)
    with second(tmp_path, "wait") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "asked\n"
        qtbot.waitUntil(first.server.hasPendingConnections)
        first.wake()
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        assert process.stdout.read() == "", "it opens no window"
        assert process.returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("act", ["open", "wait"], ids=["a person asks for it", "the first ends"])
def test_a_second_process_opens_a_window_that_stays_and_works(
    tmp_path: Path, qtbot: QtBot, act: str
) -> None:
    first = hang(tmp_path)
    with second(tmp_path, act) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "asked\n"
        if act == "wait":
            qtbot.waitUntil(first.server.hasPendingConnections)
            first.end()
        assert process.stdout.read() == "a window\nwith content\n"
        assert process.wait(30) == 0


def test_a_second_window_beside_one_that_holds_the_binder_reads_and_loses_nothing(
    tmp_path: Path, qapp: QApplication
) -> None:
    star, other = "national/gd-overdose", "national/ps-overdose"
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.desk(lambda desk: desk.keep.star(star))  # type: ignore[attr-defined]
    # the first window hangs in the middle of writing
    first = sqlite3.connect(find_paths(tmp_path).binder, isolation_level=None)
    first.execute("BEGIN IMMEDIATE")
    first.execute("UPDATE settings SET value = value")
    with opened(tmp_path) as house:
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
        assert house.favourites() == [star]
        house.context.stars.toggle(other)
        house.driver.wait(lambda: "i bruk av et annet vindu" in house.shell.strip.text())
        assert house.favourites() == [star]
        first.execute("ROLLBACK")
        house.context.stars.toggle(other)
        house.driver.wait(lambda: house.favourites() == [star, other])
    assert first.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    first.close()


# --- more profiles, more windows ----------------------------------------------------------------


def test_another_profile_has_a_window_of_its_own(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path / "a") as house:
        house.skip_first_start()
        assert Ring(find_paths(tmp_path / "b").open_window).answer == "nobody"


def test_two_windows_in_turn_each_take_their_own_file_away(
    tmp_path: Path, qapp: QApplication
) -> None:
    file = find_paths(tmp_path).open_window
    with opened(tmp_path):
        first = file.read_text(encoding="utf-8")
        file.write_text("somebody-elses", encoding="utf-8")
    assert file.read_text(encoding="utf-8") == "somebody-elses" != first
