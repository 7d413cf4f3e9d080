"""The driver waits for what comes, and never for ever."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from feltperm.ui.driver import Driver, StepFailed


def test_it_waits_until_it_is_so(tmp_path: Path, qapp: QApplication) -> None:
    come: list[bool] = []
    QTimer.singleShot(30, lambda: come.append(True))
    Driver(tmp_path).wait(lambda: come)
    assert come


def test_a_step_that_does_not_come_to_its_end_is_named(tmp_path: Path, qapp: QApplication) -> None:
    driver = Driver(tmp_path, patience=0.05)
    driver.begin("åpne vinduet")
    with pytest.raises(StepFailed, match="«åpne vinduet»"):
        driver.wait(lambda: False)


def test_what_cannot_be_asked_ends_the_waiting(tmp_path: Path, qapp: QApplication) -> None:
    asked: list[bool] = []

    def ready() -> bool:
        asked.append(True)
        if 1 < len(asked) < 50:
            raise LookupError("the list is gone")
        return len(asked) > 1

    with pytest.raises(LookupError, match="the list is gone"):
        Driver(tmp_path).wait(ready)
    assert len(asked) == 3, "once before, once while waiting, once to say it"
