"""The program on a display of its own, and keys as a keyboard sends them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from feltperm.paths import find_paths

#: Seconds that nothing here takes, even on a busy machine.
PATIENCE = 60


class Keyboard:
    """Types into the window that is in front, on a display of its own."""

    def __init__(self, display: str) -> None:
        self.env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.window = ""

    def run(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.env, capture_output=True, text=True, timeout=PATIENCE,
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


@contextmanager
def display() -> Iterator[Keyboard]:
    """A display, with a keyboard that types into the window in front."""
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
        assert time.monotonic() - begun < PATIENCE, what
        time.sleep(0.2)


def start(keyboard: Keyboard, profile: Path) -> subprocess.Popen[bytes]:
    program = subprocess.Popen(
        [sys.executable, "-m", "feltperm", "--profile", str(profile)], env=keyboard.env
    )
    until(keyboard.find, "the window opens")
    until(find_paths(profile).open_window.exists, "the window is ready")
    keyboard.focus()
    return program
