"""Fixtures of the publisher's tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_sources import FILES, write_files


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """The invented sources in a folder of their own."""
    return write_files(tmp_path / "resources", FILES)
