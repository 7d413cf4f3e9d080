"""Killed at every step of a whole update, and at random; and several programs at one profile.

``FELTPERM_KILLS=900 pytest tests/attacks/test_updates_killed.py`` kills more often than usual.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from packs.server import Server

TESTS = Path(__file__).parents[1]
#: How often an update is killed at random.
KILLS = int(os.environ.get("FELTPERM_KILLS", "300"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "sigtimedwait"), reason="no SIGKILL here"),
]


def killed(folder: Path, act: str, times: int = 0) -> Any:
    """Run the other program behind a real server; its children die in its place."""
    script = TESTS / "attacks" / "killed_update.py"
    bring_tests = f"import sys, runpy; sys.path.insert(0, {str(TESTS)!r}); "
    run = f"{bring_tests} runpy.run_path({str(script)!r}, run_name='__main__')"
    (folder / "web").mkdir()
    with Server(folder / "web") as server:
        done = subprocess.run(
            [sys.executable, "-c", run, str(folder), server.url, act, str(times)],
            capture_output=True,
            text=True,
            timeout=280 + times,
        )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_killed_at_every_step_of_a_whole_update(tmp_path: Path) -> None:
    result = killed(tmp_path, "steps")
    assert result["wrong"] == []
    steps = " ".join(result["steps"])
    for step in (
        "os.rename timestamp.json", "os.rename snapshot.json", "os.rename targets.json",
        "os.rename verified", "os.rename updates.json", "os.mkdir parts", "os.rename trondheim.3-",
        "open .swap.lock", "sqlite3.connect", "os.rename library-", "os.rename 3.changes.json",
        "os.rename current", "os.remove", "shutil.rmtree work",
    ):  # fmt: skip
        assert step in steps


def test_killed_at_random_moments_of_a_whole_update(tmp_path: Path) -> None:
    result = killed(tmp_path, "random", KILLS)
    assert result["wrong"] == []
    assert result["killed"] > KILLS // 4, "the moments must lie within the update"


def test_three_programs_update_one_profile_at_once(tmp_path: Path) -> None:
    result = killed(tmp_path, "at once", 15)
    assert result["wrong"] == []
    assert set(result["said"]) <= {"done", "busy"}
    assert "done" in result["said"]
