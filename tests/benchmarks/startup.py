"""Start-up and memory: Feltperm beside an empty Qt window and a plain Qt shell, in one run.

Each program starts as a process of its own and prints ``ready`` once its window has been painted
and, for Feltperm, once the search field takes text. Time runs from the start of the process to that
line; memory is the largest resident set of its life. The programs take turns, so that whatever else
the machine does meets all of them alike, and medians are compared (DESIGN section 9).

    python tests/benchmarks/startup.py [--runs N] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from _offline_readers import beside_readers

#: DESIGN section 9, against the empty window.
LONGEST, LARGEST = 1.8, 1.7
#: A bundle against the virtual environment, where ``dev.py bundle`` has made one.
BUNDLED = 1.4
BUNDLE = Path(__file__).resolve().parents[2] / "out" / "dist" / "feltperm" / "feltperm"

_READY = """
def ready():
    print("ready", flush=True)
    app.quit()

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, ready)

"""

EMPTY = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
{_READY}
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

# What a window of this size costs in Qt alone: three fonts, a rail, a search field, chips, a list
# with a painter of its own and a page of text. No data, no search, no pages of ours.
SHELL = f"""
import sys
from PySide6.QtCore import QAbstractListModel, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QApplication, QHBoxLayout, QLabel, QLineEdit, QListView, QMainWindow, QPushButton, QSplitter,
    QStackedWidget, QStyledItemDelegate, QTextBrowser, QToolButton, QVBoxLayout, QWidget,
)
{_READY}
class Rows(QAbstractListModel):
    def rowCount(self, parent=None):
        return 200

    def data(self, index, role):
        return f"Row {{index.row()}}" if role == Qt.ItemDataRole.DisplayRole else None

class Card(QStyledItemDelegate):
    def sizeHint(self, option, index):
        return QSize(300, 96)

    def paint(self, painter, option, index):
        area = option.rect.adjusted(6, 4, -6, -4)
        painter.setPen(QColor("#cfd8d6"))
        painter.drawRoundedRect(area, 6, 6)
        for line in range(3):
            painter.drawText(area.adjusted(12, 8 + 26 * line, -12, 0), index.data() + " text")

app = QApplication([])
app.setStyle("Fusion")
for path in sys.argv[1:]:
    QFontDatabase.addApplicationFont(path)
app.setPalette(QPalette(QColor("#0f5c58"), QColor("#ffffff")))
window = Window()
whole, pages = QWidget(), QStackedWidget()
rail = QVBoxLayout()
for name in range(8):
    rail.addWidget(QToolButton(text=f"Page {{name}}"))
rail.addStretch()
search = QWidget()
column = QVBoxLayout(search)
column.addWidget(QLineEdit(placeholderText="Search"))
chips = QHBoxLayout()
for name in range(6):
    chips.addWidget(QPushButton(f"Filter {{name}}"))
column.addLayout(chips)
rows, model, card = QListView(), Rows(), Card()
rows.setUniformItemSizes(True)
rows.setModel(model)
rows.setItemDelegate(card)
page = QTextBrowser()
page.setMarkdown("# A page\\n\\n" + "Some words of text. " * 120)
halves = QSplitter()
halves.addWidget(rows)
halves.addWidget(page)
column.addWidget(halves)
pages.addWidget(search)
layout = QHBoxLayout(whole)
layout.addLayout(rail)
layout.addWidget(pages, 1)
window.setCentralWidget(whole)
window.statusBar().addWidget(QLabel("Status"))
window.resize(1280, 800)
window.show()
app.exec()
"""


@dataclass
class Program:
    """One of the compared programs, and what was measured of it."""

    name: str
    command: Sequence[str | Path]
    fresh_profile: bool = False
    times: list[float] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)

    def row(self, against: Program) -> dict[str, Any]:
        """Medians, and ratios to another program's."""
        time_ms, size_mb = statistics.median(self.times), statistics.median(self.sizes)
        return {
            "program": self.name,
            "ready_ms": round(time_ms, 1),
            "ready_ms_min": round(min(self.times), 1),
            "ready_ms_max": round(max(self.times), 1),
            "memory_mb": round(size_mb, 1),
            "time_ratio": round(time_ms / statistics.median(against.times), 2),
            "memory_ratio": round(size_mb / statistics.median(against.sizes), 2),
        }


def measure(command: Sequence[str | Path], env: Mapping[str, str]) -> tuple[float, float]:
    """Start a program; return (ms until it printed ``ready``, largest resident set in MB).

    Raises:
        RuntimeError: it ended without being ready.
    """
    words = [str(word) for word in command]
    started = time.perf_counter()
    process = subprocess.Popen(words, env=dict(env), stdout=subprocess.PIPE)
    assert process.stdout is not None
    line = process.stdout.readline()
    took = (time.perf_counter() - started) * 1000
    process.stdout.close()
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if line.strip() != b"ready" or process.returncode != 0:
        raise RuntimeError(f"{' '.join(words[:4])} … ended with {process.returncode}, not ready")
    unit = 1 if sys.platform == "darwin" else 1024
    return took, usage.ru_maxrss * unit / 1_000_000


def compare(runs: int, fonts: Sequence[Path], env: Mapping[str, str]) -> list[Program]:
    """Let the programs take turns; return them with what was measured, the empty window first."""
    with tempfile.TemporaryDirectory() as folder:
        used = Path(folder) / "used"
        ours = (sys.executable, "-m", "feltperm", "--exit-when-ready", "--profile")
        programs = [
            Program("empty QMainWindow", (sys.executable, "-c", EMPTY)),
            Program("plain Qt shell", (sys.executable, "-c", SHELL, *fonts)),
            Program("Feltperm", (*ours, used)),
            Program("Feltperm, first start", ours, fresh_profile=True),
        ]
        if BUNDLE.is_file():
            words = (BUNDLE, "--exit-when-ready", "--profile", Path(folder) / "bundled")
            programs.append(Program("Feltperm, bundled", words))
        for turn in range(-1, runs):
            for program in programs:
                command = list(program.command)
                if program.fresh_profile:
                    command.append(Path(folder) / f"fresh{turn}")
                took, size = measure(command, env)
                if turn >= 0:  # the turn before the first warms the disk cache and the profile
                    program.times.append(took)
                    program.sizes.append(size)
    return programs


def report(
    programs: list[Program],
    env: Mapping[str, str],
    readers: Sequence[Mapping[str, Any]] = (),
    left_out: Sequence[str] = (),
) -> dict[str, Any]:
    """Return everything that was measured and whether the promises are held, ready for JSON."""
    rows = [program.row(against=programs[0]) for program in programs]
    shell, ours = rows[1], rows[2]
    shown = "".join(f"; {one['program']} {one['visible_ms']:.0f} ms" for one in readers)
    held = "".join(f"; {one['program']} {one['memory_mb']:.0f} MB" for one in readers)
    promised = (
        (
            "window painted and search field usable", ours["time_ratio"], LONGEST,
            f"plain Qt shell {shell['time_ratio']:.2f}x" + (f"; on a screen{shown[1:]}" if shown
                                                            else ""),
        ),
        (
            "memory", ours["memory_ratio"], LARGEST,
            f"plain Qt shell {shell['memory_ratio']:.2f}x" + (f"; on a screen{held[1:]}" if held
                                                              else ""),
        ),
    )  # fmt: skip
    return {
        "benchmark": "startup",
        "machine": {
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.machine()}",
            "cores": os.cpu_count(),
            "qt_platform": env.get("QT_QPA_PLATFORM", "default"),
        },
        "runs": len(programs[0].times),
        "rows": rows,
        "promises": _of_the_bundle(rows)
        + [
            {
                "promise": f"{what} <= {limit}x the empty window",
                "measured": ratio,
                "beside": beside,
                "held": ratio <= limit,
            }
            for what, ratio, limit, beside in promised
        ],
        "readers": list(readers),
        "left_out": list(left_out),
    }


def _of_the_bundle(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return how the bundle starts beside the virtual environment; nothing where there is none."""
    by_name = {row["program"]: row["ready_ms"] for row in rows}
    if "Feltperm, bundled" not in by_name:
        return []
    ratio = round(by_name["Feltperm, bundled"] / by_name["Feltperm"], 2)
    return [
        {
            "promise": f"bundle starts <= {BUNDLED}x the virtual environment",
            "measured": ratio,
            "beside": f"virtual environment {by_name['Feltperm']:.0f} ms",
            "held": ratio <= BUNDLED,
        }
    ]


def table(result: dict[str, Any]) -> str:
    """Return the report as lines for a person."""
    lines = [f"{'program':<24}{'ready':>10}{'memory':>11}{'time':>8}{'memory':>8}"]
    lines += [
        f"{row['program']:<24}{row['ready_ms']:>7.0f} ms{row['memory_mb']:>8.0f} MB"
        f"{row['time_ratio']:>7.2f}x{row['memory_ratio']:>7.2f}x"
        for row in result["rows"]
    ]
    lines.append(f"medians of {result['runs']} interleaved runs; ratios to the empty window")
    lines += [
        f"{row['program'] + ', on a screen':<24}{row['visible_ms']:>7.0f} ms"
        f"{row['memory_mb']:>8.0f} MB"
        for row in result["readers"]
    ]
    lines += [f"left out: {one}" for one in result["left_out"]]
    lines += [
        f"{'held ' if p['held'] else 'SHORT'} {p['promise']}: {p['measured']:.2f}"
        for p in result["promises"]
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15, help="measured runs a program (15)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # Measured as installed: the warming turn leaves bytecode behind, as any start does.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    fonts = sorted((Path(__file__).resolve().parents[2] / "out/compiled/fonts").glob("*.ttf"))
    readers, left_out = beside_readers(min(options.runs, 7))
    result = report(compare(options.runs, fonts, env), env, readers, left_out)
    print(table(result))
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
