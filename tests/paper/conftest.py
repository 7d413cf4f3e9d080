"""One press for the tests that do not break it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from feltperm.paper.press import Press
from sample_jobs import make_press


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    with make_press() as shared:
        yield shared
