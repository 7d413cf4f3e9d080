"""Fixtures of the binder's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from binder_home import Home

from feltperm.binder import Binder


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    home.close()


@pytest.fixture
def binder(home: Home) -> Binder:
    return home.open()[0]
