"""A day of use leaves nothing behind: widgets, Qt objects and memory stay flat."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from real_window import House, opened

PAGES = (
    "search", "services", "guidance", "posters", "binder", "crisis", "alerts", "update",
    "settings", "help",
)  # fmt: skip
RECORDS = ("national/gd-overdose", "national/svc-113", "national/svc-feltpleien-oslo")
CYCLES = 100


def cycle(house: House) -> None:
    """Open every page, a few records and the card, as in a working day."""
    for page in PAGES:
        house.shell.go(page)
        QApplication.processEvents()
    for ref in RECORDS:
        house.read(ref)
    house.shell.show_emergency()
    house.shell.emergency().close()


def objects() -> int:
    gc.collect()
    return sum(isinstance(one, QObject) for one in gc.get_objects())


@pytest.mark.slow
def test_a_hundred_rounds_leave_nothing_behind(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        for _ in range(5):  # pages are made when they are first opened, and caches fill
            cycle(house)
        house.driver.settle()
        widgets, alive = len(qapp.allWidgets()), objects()
        tracemalloc.start()
        begun = tracemalloc.get_traced_memory()[0]
        for _ in range(CYCLES):
            cycle(house)
        house.driver.settle()
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0] - begun
        tracemalloc.stop()
        assert len(qapp.allWidgets()) <= widgets + 20
        assert objects() <= alive + 50
        assert grown < 2_000_000, f"{grown} bytes in {CYCLES} rounds"
