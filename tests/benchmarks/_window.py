"""Keystrokes in the real window: from the key to the hits in the list, on a made catalogue.

The window is drawn without a screen, its library is that of the made pack in a profile of its own,
and every key goes through the search field, the lane of the desk and back. ``search.py`` starts
this as a process of its own; the figures go to stdout as JSON.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from _corpus import Corpus, keystrokes
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent

import real_window
from feltperm.app_desk import open_desk
from feltperm.catalogue.areas import Geography
from feltperm.desk.desk import Desk
from feltperm.packs.disk.store import install
from feltperm.packs.format import encode, read_pack
from feltperm.paths import find_paths, resource
from feltperm.ui.application import Parts

#: So many milliseconds without an answer are a failure.
PATIENCE = 60_000
#: Newer than any pack that comes with the program.
SEQ = 1_000_000_000


def prepare(profile: Path, records: int, questions: int) -> list[list[str]]:
    """Give the profile a made catalogue and its library; return what will be typed."""
    real = read_pack(resource("compiled/national.jsonl"))
    geography = Geography.from_json(resource("compiled/geography.json"))
    pack = Corpus(real.records, geography).pack(records)
    header = msgspec.structs.replace(pack.header, seq=SEQ)
    paths = find_paths(profile)
    install(paths.packs, encode(header, pack.records))
    open_desk(paths).close()
    return keystrokes(pack.records, questions)


class Typist:
    """Types into the window and takes the times."""

    def __init__(self, house: real_window.House) -> None:
        self._house, self._answered = house, 0.0
        self._loop = QEventLoop()
        house.search.searched.connect(self._hear)
        self.times: dict[str, list[float]] = {
            name: [] for name in ("list", "painted", "field", "last_of_many")
        }

    def one_by_one(self, question: str) -> None:
        """Wait for the answer to each letter."""
        self._clear()
        for letter in question:
            began = time.perf_counter()
            self._press(letter)
            self._note("field", began, time.perf_counter())
            self._wait()
            self._note("list", began, self._answered)
            QCoreApplication.processEvents()
            self._note("painted", began, time.perf_counter())
            self._house.driver.settle()

    def at_once(self, question: str) -> None:
        """Type all letters without waiting; the time counts from the last one."""
        self._clear()
        for letter in question:
            QCoreApplication.processEvents()
            began = time.perf_counter()
            self._press(letter)
        self._wait()
        self._note("last_of_many", began, self._answered)

    def _clear(self) -> None:
        if self._house.field.text():
            self._press(key=Qt.Key.Key_Escape)
            self._wait()
        self._house.driver.settle()

    def _press(self, letter: str = "", key: Qt.Key = Qt.Key.Key_unknown) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._house.field, event)

    def _wait(self) -> None:
        """Let the window work until the answer to the last key is in the list."""
        gone = QTimer()
        gone.setSingleShot(True)
        gone.timeout.connect(self._loop.quit)
        gone.start(PATIENCE)
        self._answered = 0.0
        self._loop.exec()
        if not self._answered:
            raise SystemExit(f"no answer to «{self._house.field.text()}»")

    def _hear(self) -> None:
        self._answered = time.perf_counter()
        self._loop.quit()

    def _note(self, what: str, began: float, ended: float) -> None:
        self.times[what].append(1000 * (ended - began))


def noting(took: list[float]) -> Callable[[Parts], Parts]:
    """Return what lets a window note how long its searches take on the desk's own thread."""

    def noted(desk: Desk) -> Desk:
        search = desk.find.search

        def timed(*arguments: Any) -> Any:
            results = search(*arguments)
            took.append(results.took_ms)
            return results

        desk.find.search = timed  # type: ignore[assignment, method-assign]
        return desk

    return lambda parts: parts._replace(open_desk=lambda told: noted(parts.open_desk(told)))


def spread(times: Sequence[float]) -> dict[str, float]:
    """Return the middle, the 95th of a hundred and the longest, in milliseconds."""
    ordered = sorted(times)
    at = {"p50_ms": 0.5, "p95_ms": 0.95, "max_ms": 1.0}
    last = len(ordered) - 1
    return {name: round(ordered[min(last, int(s * len(ordered)))], 2) for name, s in at.items()}


def type_all(profile: Path, questions: Sequence[str], runs: int) -> list[dict[str, list[float]]]:
    """Open the window and type all questions ``runs`` times; return the times of each run."""
    took: list[float] = []
    with real_window.opened(profile, changed=noting(took)) as house:
        house.skip_first_start()
        typist = Typist(house)
        typist.one_by_one("varm opp")
        measured = []
        for _ in range(runs):
            took.clear()
            typist.times = {name: [] for name in typist.times}
            for question in questions:
                typist.one_by_one(question)
            typist.times["search"] = list(took)
            for question in questions:
                typist.at_once(question)
            measured.append(typist.times)
    return measured


def main() -> int:
    """Type all questions and print the figures, each the median of the runs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, required=True)
    parser.add_argument("--questions", type=int, required=True)
    parser.add_argument("--runs", type=int, required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        typed = prepare(Path(folder), options.records, options.questions)
        questions = [question[-1] for question in typed]
        measured = type_all(Path(folder), questions, options.runs)
    figures: dict[str, Any] = {
        name: spread([statistics.median(t) for t in zip(*(m[name] for m in measured), strict=True)])
        for name in measured[0]
    }
    print(json.dumps({"keystrokes": len(measured[0]["list"]), **figures}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
