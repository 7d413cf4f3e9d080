"""What the journeys share: the real window on an empty profile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from real_window import House, opened


@pytest.fixture
def first_day(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    """A window that has never been opened before."""
    with opened(tmp_path / "profile") as house:
        yield house


@pytest.fixture
def house(first_day: House) -> House:
    """A window past the first question."""
    first_day.skip_first_start()
    return first_day
