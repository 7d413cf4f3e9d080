"""The benchmark of the paper measures, and what holds on any machine holds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from feltperm.paths import resource

PROGRAM = Path(__file__).with_name("paper.py")


@pytest.mark.slow
def test_memory_is_flat_and_no_poster_is_left_out(tmp_path: Path) -> None:
    if not resource("compiled/national.jsonl").exists():
        pytest.fail("no compiled content: run `python3 build/dev.py setup` first", pytrace=False)
    # more than twice as many as there are: both halves print every one of them
    written = tmp_path / "paper.json"
    words = [PROGRAM, "--edits", "3", "--starts", "1", "--posters", "76", "--json", written]
    done = subprocess.run(
        [sys.executable, *map(str, words)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(written.read_text("utf-8"))
    assert result["batch"]["posters"] == result["batch"]["pages"] == 76
    assert result["batch"]["left_out"] == []
    (flat,) = (one for one in result["promises"] if "flat" in one["promise"])
    assert flat["held"], flat
    assert "x Typst alone" in done.stdout
