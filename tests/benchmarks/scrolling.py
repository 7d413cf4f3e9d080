"""Scrolling the list of all records: from the key to the painted list, on made catalogues.

The real window is drawn without a screen over a library of so many records. Page Down is pressed
as often as told, End from the beginning of the list, and the scroll bar is dragged to and fro; each
time is taken to the painted list (what has not come yet is an empty card), and again until the rows
on view have come and are painted. The same is done on every size: what a key costs may not grow
with the records (DESIGN section 9).

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
from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import real_window

#: Milliseconds in which the list answers a key, at the 95th of a hundred: two frames.
LONGEST = 33.0
#: Milliseconds until the rows on view have come, wherever in the list.
LONGEST_WAIT = 100.0
_WAYS = ("page_down", "end", "dragged")


def rows_are_here(house: real_window.House) -> bool:
    """Tell whether no row on view is still to come."""
    results = house.search.results
    last = results.viewport().height() - 1
    seen = range(results.indexAt(QPoint(5, 0)).row(), results.indexAt(QPoint(5, last)).row() + 1)
    return all(results.rows.row(results.rows.index(number)) for number in seen)


def scroll(profile: Path, times: int) -> dict[str, Any]:
    """Go each way so often; return the milliseconds, and how many rows were held at most."""
    with real_window.opened(profile) as house:
        house.skip_first_start()
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
        results = house.search.results
        bar = results.verticalScrollBar()
        results.setFocus()

        def go(way: str, turn: int) -> None:
            if way == "dragged":
                bar.setValue(bar.maximum() * (turn * 37 % 100) // 100)
            else:
                QTest.keyClick(results, Qt.Key.Key_End if way == "end" else Qt.Key.Key_PageDown)

        painted: dict[str, list[float]] = {way: [] for way in _WAYS}
        here: dict[str, list[float]] = {way: [] for way in _WAYS}
        held = 0
        for way in _WAYS:
            for turn in range(times):
                if way == "end":
                    QTest.keyClick(results, Qt.Key.Key_Home)
                house.desk(lambda _desk: None)
                house.driver.settle()
                began = time.perf_counter()
                go(way, turn)
                QCoreApplication.processEvents()
                painted[way].append(1000 * (time.perf_counter() - began))
                while not rows_are_here(house):
                    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
                QCoreApplication.processEvents()
                here[way].append(1000 * (time.perf_counter() - began))
                held = max(held, results.rows.held())
                if way == "end" and results.currentIndex().row() != results.rows.rowCount() - 1:
                    raise SystemExit("End did not go to the end")
    figures = {way: spread(painted[way]) for way in _WAYS}
    waited = {f"{way}, rows here": spread(here[way]) for way in _WAYS}
    return {**figures, **waited, "rows_held": held}


def measure(records: int, keys: int) -> dict[str, Any]:
    """Make a catalogue and scroll in it."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder), records, 1)
        return {"records": records, **scroll(Path(folder), keys)}


def report(measured: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return everything that was measured and whether the promise is held, ready for JSON."""
    largest = max(measured, key=lambda one: one["records"])
    most = largest["records"]
    slowest = max(largest[way]["p95_ms"] for way in _WAYS)
    waited = max(largest[f"{way}, rows here"]["p95_ms"] for way in _WAYS)
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
            },
            {
                "promise": f"until its rows are here p95, ms <= {LONGEST_WAIT:g} at {most} records",
                "measured": waited,
                "held": waited <= LONGEST_WAIT,
            },
        ],
    }


def table(result: dict[str, Any]) -> str:
    """Return the report as lines for a person."""
    lines = [f"{'records':>8}  {'':<20}{'p50':>8}{'p95':>8}{'max':>8} ms{'rows held':>12}"]
    for one in result["measured"]:
        for name in (*_WAYS, *(f"{way}, rows here" for way in _WAYS)):
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
    parser.add_argument("--keys", type=int, default=100, help="how often each way is gone (100)")
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
