"""A whole day at a real display: the program as it is started, keys as a keyboard sends them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from feltperm import app_desk
from feltperm.paths import find_paths

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not here"),
    pytest.mark.skipif(not shutil.which("xdotool"), reason="xdotool is not here"),
]
#: Seconds that nothing here takes, even on a busy machine.
_PATIENCE = 60


class Keyboard:
    """Types into the window that is in front, on a display of its own."""

    def __init__(self, display: str) -> None:
        self.env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.window = ""

    def run(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.env, capture_output=True, text=True, timeout=_PATIENCE,
            check=False,
        )  # fmt: skip
        return done.stdout.strip()

    def find(self) -> bool:
        found = self.run("search", "--onlyvisible", "--name", "^Feltperm$").splitlines()
        self.window = found[-1] if found else ""
        return bool(found)

    def focus(self) -> None:
        self.run("windowfocus", "--sync", self.window)

    def type(self, words: str) -> None:
        self.run("type", "--delay", "40", words)

    def key(self, *keys: str) -> None:
        for one in keys:
            self.run("key", one)
            time.sleep(0.3)  # as fast as a hand


@pytest.fixture
def keyboard(tmp_path: Path) -> Iterator[Keyboard]:
    read, write = os.pipe()
    server = subprocess.Popen(
        # -noreset: without it the display starts anew, and refuses, as its last client leaves
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp",
         "-noreset"],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as told:
            made = Keyboard(f":{told.readline().strip()}")
        # a Norwegian keyboard: letters that are on no key would be put on one while it is typed
        subprocess.run(["setxkbmap", "no"], env=made.env, check=True)
        yield made
    finally:
        server.terminate()
        server.wait(10)


def until(ready: Callable[[], object], what: str) -> None:
    begun = time.monotonic()
    while not ready():
        assert time.monotonic() - begun < _PATIENCE, what
        time.sleep(0.2)


def find(keyboard: Keyboard, words: str) -> None:
    """Search and open the first hit, as fast as a person reads what came."""
    keyboard.key("ctrl+k")
    keyboard.type(words)
    time.sleep(3)
    keyboard.key("Return")
    time.sleep(3)


def find_and_press(
    keyboard: Keyboard, words: str, key: str, ready: Callable[[], object], what: str
) -> None:
    """Find a record and press a key on it: all again when nothing has come of it for a while."""
    for _ in range(4):
        find(keyboard, words)
        keyboard.key(key)
        begun = time.monotonic()
        while time.monotonic() - begun < _PATIENCE / 4:
            if ready():
                return
            time.sleep(0.5)
    raise AssertionError(what)


def start(keyboard: Keyboard, profile: Path) -> subprocess.Popen[bytes]:
    program = subprocess.Popen(
        [sys.executable, "-m", "feltperm", "--profile", str(profile)], env=keyboard.env
    )
    until(keyboard.find, "the window opens")
    until(find_paths(profile).open_window.exists, "the window is ready")
    keyboard.focus()
    return program


def kept(profile: Path) -> tuple[list[str], str, int]:
    """What the binder holds: favourites, the municipality, services in the tray."""
    desk = app_desk.open_desk(find_paths(profile))
    try:
        stars = [str(one.ref) for one in desk.keep.favourites()]
        return stars, desk.municipality(), desk.tray.count()
    finally:
        desk.close()


def test_a_day_with_norwegian_letters(keyboard: Keyboard, tmp_path: Path) -> None:
    profile = tmp_path / "profil"
    program = start(keyboard, profile)
    try:
        until(lambda: find_paths(profile).binder.exists(), "the content is open")
        time.sleep(3)
        keyboard.type("dra")
        keyboard.key("Return")
        until(lambda: kept(profile)[1] == "3301", "the municipality is kept")
        find_and_press(
            keyboard, "sår", "ctrl+d", lambda: len(kept(profile)[0]) == 1, "a star is kept"
        )
        find_and_press(
            keyboard,
            "feltpleien i oslo",
            "ctrl+l",
            lambda: kept(profile)[2] == 1,
            "one in the tray",
        )
        find_and_press(
            keyboard, "pårørende", "ctrl+d", lambda: len(kept(profile)[0]) == 2, "another star"
        )
    finally:  # the battery is empty: what was done is kept all the same
        program.kill()
        program.wait(_PATIENCE)
    stars, municipality, tray = kept(profile)
    assert municipality == "3301"
    assert tray == 1
    assert set(stars) == {"national/gd-infeksjon-tegn", "national/gd-parorende"}
    program = start(keyboard, profile)
    try:
        time.sleep(3)
    finally:
        program.kill()
        program.wait(_PATIENCE)
    assert kept(profile)[0] == stars
