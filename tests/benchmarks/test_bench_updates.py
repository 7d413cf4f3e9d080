"""The benchmark of updates measures, and its promises on bytes hold at any size."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from feltperm.paths import resource

PROGRAM = Path(__file__).with_name("updates.py")


@pytest.mark.slow
def test_no_byte_comes_twice_and_a_check_is_small(tmp_path: Path) -> None:
    if not resource("compiled/national.jsonl").exists():
        pytest.fail("no compiled content: run `python3 build/dev.py setup` first", pytrace=False)
    written = tmp_path / "updates.json"
    words = [PROGRAM, "--records", "200", "--runs", "1", "--questions", "5", "--json", written]
    done = subprocess.run(
        [sys.executable, *map(str, words)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(written.read_text("utf-8"))
    assert [one["promise"] for one in result["promises"] if not one["held"]] == []
    links = {(one["file"], one["way"]): one for one in result["bytes"]["links"]}
    for what in ("the whole", "the delta"):
        assert links[what, "ours, resumed at once"]["ratio"] == 1.0
        assert links[what, "ours, begun anew each time"]["tries"] == 10
        assert links[what, "plain retry"]["ratio"] > 5
    assert {one["cuts"] for one in links.values()} == {9}
    assert result["bytes"]["check"]["requests"] == 2
    assert "a check, nothing new: 2 requests" in done.stdout
