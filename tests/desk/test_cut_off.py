"""Killed at every step of an update, and at random: it opens, and the retry succeeds."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]
ACTS = ("update", "first update", "go back", "remove")

pytestmark = pytest.mark.skipif(not hasattr(signal, "sigtimedwait"), reason="no SIGKILL here")


def cut_off(folder: Path, act: str, times: int) -> Any:
    """Run the other program; its children die in its place."""
    script = TESTS / "desk" / "cut_off_update.py"
    bring_tests = f"import sys, runpy; sys.path.insert(0, {str(TESTS)!r}); "
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{bring_tests} runpy.run_path({str(script)!r}, run_name='__main__')",
            str(folder),
            act,
            str(times),
        ],
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
def test_killed_at_every_step(tmp_path: Path, act: str) -> None:
    result = cut_off(tmp_path, act, 0)
    assert result["wrong"] == []
    steps = " ".join(result["steps"])
    for step in {
        "update": (
            "open .swap.lock", "fsync", "os.rename 3-", "shutil.copyfile", "sqlite3.connect",
            "os.rename library-", "os.rename 3.changes.json", "os.rename current",
            "os.remove library-", "shutil.rmtree work",
        ),
        "first update": ("os.mkdir national", "os.rename source", "os.rename current"),
        "go back": ("os.rename current",),
        "remove": ("os.rename .removed-national", "shutil.rmtree .removed-national"),
    }[act]:  # fmt: skip
        assert step in steps


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
def test_killed_at_random_moments(tmp_path: Path, act: str) -> None:
    times = 300 if act == "update" else 60
    result = cut_off(tmp_path, act, times)
    assert result["wrong"] == []
    assert result["killed"] >= times / 10, "enough moments must lie within the work"
