"""The benchmarks by name, and the one table of every promise that they give."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from devtools.places import ROOT

__all__ = ["SHOWN_BY_TESTS", "known_benchmarks", "promises_table"]

_FOLDER = ROOT / "tests" / "benchmarks"
#: Promises of DESIGN section 9 that are counted, not timed: which tests hold them.
SHOWN_BY_TESTS: Mapping[str, tuple[str, ...]] = {
    "killed at every step and at random, disk full at every write: opens, nothing lost": (
        "tests/attacks/test_updates_killed.py",
        "tests/attacks/test_updates_disk.py",
        "tests/attacks/test_soak.py",
    ),
}
_WIDTHS = (46, 12, 44)


def known_benchmarks() -> dict[str, Path]:
    """Return the benchmarks by name; files with a leading underscore are their helpers."""
    files = sorted(_FOLDER.glob("[a-z]*.py"))
    return {path.stem: path for path in files if not path.name.startswith(("test_", "conftest"))}


def promises_table(results: Mapping[str, Mapping[str, Any]]) -> str:
    """Return every promise with what was measured, beside what, and whether it was held.

    Args:
        results: what each benchmark wrote, by its name.
    """
    lines = [
        "",
        "Every promise of DESIGN section 9, as measured in this run",
        *_row("promise", "ours", "beside it, in the same run", ""),
    ]
    for name, result in results.items():
        lines.append(f"-- {name}")
        for one in result.get("promises", ()):
            state = "held" if one["held"] else "SHORT"
            lines += _row(one["promise"], f"{one['measured']:g}", one.get("beside", ""), state)
    lines.append("-- counted by tests, not timed")
    for promise, tests in SHOWN_BY_TESTS.items():
        lines += _row(promise, "", ", ".join(tests), "")
    left_out = [one for result in results.values() for one in result.get("left_out", ())]
    lines += [f"left out: {one if isinstance(one, str) else _named(one)}" for one in left_out]
    return "\n".join(lines)


def _named(one: Mapping[str, Any]) -> str:
    return f"{one['program']}; it needs {one['needs']}"


def _row(promise: str, ours: str, beside: str, state: str) -> Iterator[str]:
    columns: list[Sequence[str]] = [
        textwrap.wrap(text, width) or [""]
        for text, width in zip((promise, ours, beside), _WIDTHS, strict=True)
    ]
    for number in range(max(map(len, columns))):
        cells = [
            (column[number] if number < len(column) else "").ljust(width)
            for column, width in zip(columns, _WIDTHS, strict=True)
        ]
        yield "  ".join([*cells, "" if number else state]).rstrip()
