"""Fixtures of the publisher's tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from repository_home import Home
from sample_sources import FILES, write_files

from feltperm_publish.repository import pem


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """The invented sources in a folder of their own."""
    return write_files(tmp_path / "resources", FILES)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A publisher's empty home; locking a key costs next to nothing there."""
    monkeypatch.setattr(pem, "_COST", 16)
    return Home(tmp_path / "home")
