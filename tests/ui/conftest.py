"""What the tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import real_window
from feltperm.catalogue.areas import Geography
from feltperm.ui.toolkit.colours import LIGHT
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.theme import Theme, apply_theme, load_fonts


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light look at 100 %, worn by the whole application."""
    load_fonts(real_window.compiled() / "fonts")
    theme = Theme(LIGHT)
    apply_theme(qapp, theme)
    return theme


@pytest.fixture
def icons(theme: Theme) -> Icons:
    return Icons(real_window.compiled() / "icons", theme)


@pytest.fixture
def geography() -> Geography:
    return Geography.from_json(real_window.compiled() / "geography.json")


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[real_window.House]:
    """The real window on an empty profile, past the first question."""
    with real_window.opened(tmp_path / "profile") as house:
        house.skip_first_start()
        yield house
