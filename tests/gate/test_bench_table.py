"""``dev.py bench`` gives one table of every promise of DESIGN section 9."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from devtools.benchmarks import SHOWN_BY_TESTS, known_benchmarks, promises_table

ROOT = Path(__file__).resolve().parents[2]
RESULTS: dict[str, dict[str, Any]] = {
    "startup": {
        "promises": [
            {"promise": "memory <= 1.7x", "measured": 1.37, "beside": "Zeal 185 MB", "held": True},
            {"promise": "window " * 20, "measured": 2.1, "held": False},
        ],
        "left_out": ["Kiwix desktop: install kiwix"],
    },
    "search": {"promises": [], "left_out": [{"program": "tantivy", "needs": "tantivy"}]},
}


def test_a_promise_stands_with_ours_the_peer_and_how_it_went() -> None:
    lines = promises_table(RESULTS).splitlines()
    memory = next(line for line in lines if line.startswith("memory"))
    assert memory.split() == ["memory", "<=", "1.7x", "1.37", "Zeal", "185", "MB", "held"]
    assert sum(line.endswith("SHORT") for line in lines) == 1
    assert "left out: Kiwix desktop: install kiwix" in lines
    assert "left out: tantivy; it needs tantivy" in lines
    assert max(map(len, lines)) <= 120


def test_what_is_counted_and_not_timed_names_tests_that_are_there() -> None:
    files = [name for names in SHOWN_BY_TESTS.values() for name in names]
    assert files
    assert [name for name in files if not (ROOT / name).is_file()] == []


def test_every_promise_of_the_design_has_a_benchmark() -> None:
    assert {"startup", "keystroke", "search", "deltas", "updates", "paper", "scrolling"} <= set(
        known_benchmarks()
    )
