"""While a window lives, no other thread takes Python's garbage apart (it would lock up)."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from threading import get_ident

import pytest

from real_window import opened


@pytest.fixture
def collected() -> Iterator[list[int]]:
    """The threads on which garbage was collected."""
    threads: list[int] = []

    def note(phase: str, _facts: object) -> None:
        threads.append(get_ident())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


def test_garbage_is_collected_on_the_windows_thread(tmp_path: Path, collected: list[int]) -> None:
    with opened(tmp_path / "profile") as house:
        collected.clear()
        house.desk(lambda _desk: len([[] for _ in range(300_000)]))
        house.driver.wait(lambda: collected)
        assert set(collected) == {get_ident()}
        assert not gc.isenabled()
    assert gc.isenabled()
