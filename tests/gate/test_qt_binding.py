"""The Qt binding counts references right: a later release aborts Python 3.11 (docs/adr/0002)."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
EMITS = 5000

# In a process of its own: the fault it looks for ends the interpreter.
EMIT_MANY = """
import json, sys
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Bell(QObject):
    rung = Signal()
    told = Signal(object, str)

app = QCoreApplication([])
bell, heard = Bell(), []
bell.rung.connect(lambda: heard.append(1))
bell.told.connect(lambda what, how: heard.append(what))
watched = {"None": None, "True": True, "an object": object()}
before = {name: sys.getrefcount(value) for name, value in watched.items()}
for _ in range(int(sys.argv[1])):
    bell.rung.emit()
    for value in watched.values():
        bell.told.emit(value, "x")
count = len(heard)
heard.clear()
after = {name: sys.getrefcount(value) for name, value in watched.items()}
print(json.dumps({"heard": count, "moved": {n: after[n] - before[n] for n in watched}}))
"""


def test_thousands_of_signals_leave_the_reference_counts_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EMIT_MANY, str(EMITS)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"ended with {done.returncode}: {done.stderr[-1000:]}"
    told = json.loads(done.stdout)
    assert told["heard"] == 4 * EMITS
    # A lost or leaked reference for each signal would move a count by thousands.
    assert {name: moved for name, moved in told["moved"].items() if abs(moved) > 50} == {}


def test_the_installed_release_is_the_pinned_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = [line for line in project["dependencies"] if line.startswith("PySide6")]
    assert pins == ["PySide6-Essentials==6.11.3"]
    assert PySide6.__version__ == "6.11.3"


def test_only_the_essentials_are_installed() -> None:
    names = {(found.name or "").lower().replace("_", "-") for found in metadata.distributions()}
    assert "pyside6-essentials" in names
    assert not names & {"pyside6", "pyside6-addons"}
