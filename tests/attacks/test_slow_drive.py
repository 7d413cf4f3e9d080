"""A profile on a network drive: each touch of its files takes its time, and the window does not.

``strace`` makes it so: it holds each call that touches the files of the profile up. Order is told,
not time: the card and typing come before the content, and a star is kept after the click that asks
for it, so nothing of these waits for the drive.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from attacks import slow_window
from feltperm.app_desk import open_desk
from feltperm.binder import Favourite, open_binder
from feltperm.paths import find_paths

#: Microseconds that each call takes more, and each that waits for the disk: a bad link to a server.
CALL, SYNC = 15_000, 150_000
NOW = datetime(2026, 11, 27, 9)


def slow(profile: Path) -> list[str]:
    """Return what a program is started with that finds this profile slow."""
    paths = find_paths(profile)
    files = [
        profile, paths.data, paths.binder, paths.binder.with_name("binder.sqlite-journal"),
        paths.window_state, paths.window_state.with_name(f"{paths.window_state.name}.lock"),
    ]  # fmt: skip
    calls = "openat,newfstatat,statx,access,unlink,rename,pread64,pwrite64,read,write,fcntl"
    return [
        "strace", "-f", "-qq", "-o", str(profile.with_name("calls.txt")),
        *(word for file in files for word in ("-P", str(file))),
        "-e", "trace=%file,%desc",
        "-e", f"inject={calls}:delay_enter={CALL}",
        "-e", f"inject=fsync,fdatasync:delay_enter={SYNC}",
    ]  # fmt: skip


@pytest.fixture
def strace() -> None:
    """Somewhere a program may not look into another."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], check=False, capture_output=True)
    if tried.returncode:
        pytest.skip(f"strace may not: {tried.stderr.decode()[-200:]}")


@pytest.mark.slow
@pytest.mark.usefixtures("strace")
def test_a_slow_drive_holds_up_neither_card_nor_typing_and_loses_nothing(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    paths = find_paths(profile)
    open_desk(paths).close()
    mine = Favourite(
        pack="national", id="svc-legevakt", kind="service", title="Legevakt", phone="116 117",
        added_at="2026-11-27T09:00:00",
    )  # fmt: skip
    with closing(open_binder(paths.binder, paths.backups, NOW)[0]) as binder:
        binder.favourites.add(mine)
    tests = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [*slow(profile), sys.executable, slow_window.__file__, str(profile)],
        env={**os.environ, "PYTHONPATH": str(tests)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    said = done.stdout.split()
    assert said.index("card") < said.index("typed") < said.index("content")
    assert said.index("content") < said.index("clicked") < said.index("starred")
    assert "found" in said
    assert (tmp_path / "calls.txt").read_text(errors="replace").count("DELAYED") > 50
    with closing(open_binder(paths.binder, paths.backups, NOW)[0]) as binder:
        kept = {f"{one.pack}/{one.id}" for one in binder.favourites.list()}
    assert kept == {"national/svc-legevakt", slow_window.RECORD}
