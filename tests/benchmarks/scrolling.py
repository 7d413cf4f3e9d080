"""Scrolling the list of all records: from the key to the painted list, on made catalogues.

The real window is drawn without a screen over a library of so many records. Page Down and End are
pressed as often as told, each until what it asked for has come and is painted. The same keys are
pressed on every size: what a key costs may not grow with the records (DESIGN section 9).

    python tests/benchmarks/scrolling.py [--records N ...] [--keys N] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _window import prepare, spread
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import real_window

#: Milliseconds in which the list answers a key, at the 95th of a hundred: two frames.
LONGEST = 33.0
_KEYS = {"page_down": Qt.Key.Key_PageDown, "end": Qt.Key.Key_End}


def scroll(profile: Path, keys: int) -> dict[str, Any]:
    """Press each key so often; return the milliseconds, and how many rows are held at the end."""
    with real_window.opened(profile) as house:
        house.skip_first_start()
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
        results = house.search.results
        results.setFocus()
        times: dict[str, list[float]] = {name: [] for name in _KEYS}
        fetched: list[float] = []
        for name, key in _KEYS.items():
            for _ in range(keys):
                began = time.perf_counter()
                QTest.keyClick(results, key)
                QCoreApplication.processEvents()
                times[name].append(1000 * (time.perf_counter() - began))
                house.desk(lambda _desk: None)
                house.driver.settle()
                fetched.append(1000 * (time.perf_counter() - began))
        held = results.rows.rowCount()
    figures = {name: spread(taken) for name, taken in times.items()}
    return {**figures, "with_the_next_page": spread(fetched), "rows_held": held}


def measure(records: int, keys: int) -> dict[str, Any]:
    """Make a catalogue and scroll in it."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder), records, 1)
        return {"records": records, **scroll(Path(folder), keys)}


def report(measured: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return everything that was measured and whether the promise is held, ready for JSON."""
    largest = max(measured, key=lambda one: one["records"])
    slowest, most = max(largest[name]["p95_ms"] for name in _KEYS), largest["records"]
    return {
        "benchmark": "scrolling",
        "machine": {
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.machine()}",
            "cores": os.cpu_count(),
        },
        "measured": list(measured),
        "promises": [
            {
                "promise": f"a key to the painted list p95, ms <= {LONGEST:g} at {most} records",
                "measured": slowest,
                "held": slowest <= LONGEST,
            }
        ],
    }


def table(result: dict[str, Any]) -> str:
    """Return the report as lines for a person."""
    lines = [f"{'records':>8}  {'':<20}{'p50':>8}{'p95':>8}{'max':>8} ms{'rows held':>12}"]
    for one in result["measured"]:
        for name in (*_KEYS, "with_the_next_page"):
            taken = one[name]
            lines.append(
                f"{one['records']:>8}  {name:<20}{taken['p50_ms']:>8.2f}{taken['p95_ms']:>8.2f}"
                f"{taken['max_ms']:>8.2f}   {one['rows_held']:>12}"
            )
    lines += [
        f"{'held ' if one['held'] else 'SHORT'} {one['promise']}: {one['measured']:g}"
        for one in result["promises"]
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--keys", type=int, default=100, help="presses of each key (100)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    app = QApplication([])
    result = report([measure(count, options.keys) for count in options.records])
    print(table(result))
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
