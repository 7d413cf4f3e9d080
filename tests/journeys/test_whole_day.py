"""A whole day at a real display: the program as it is started, keys as a keyboard sends them."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from real_display import PATIENCE, Keyboard, display, start, until

from feltperm import app_desk
from feltperm.paths import find_paths

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not here"),
    pytest.mark.skipif(not shutil.which("xdotool"), reason="xdotool is not here"),
]


@pytest.fixture
def keyboard() -> Iterator[Keyboard]:
    with display() as made:
        yield made


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
        while time.monotonic() - begun < PATIENCE / 4:
            if ready():
                return
            time.sleep(0.5)
    raise AssertionError(what)


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
        program.wait(PATIENCE)
    stars, municipality, tray = kept(profile)
    assert municipality == "3301"
    assert tray == 1
    assert set(stars) == {"national/gd-infeksjon-tegn", "national/gd-parorende"}
    program = start(keyboard, profile)
    try:
        time.sleep(3)
    finally:
        program.kill()
        program.wait(PATIENCE)
    assert kept(profile)[0] == stars
