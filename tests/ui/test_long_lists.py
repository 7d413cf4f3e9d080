"""A hundred thousand records in the list: what is done for a key does not grow with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from feltperm.catalogue.library import Ref
from feltperm.desk.find import Listed
from feltperm.ui.search.cards import ResultDelegate
from feltperm.ui.search.search_page import PAGE
from real_window import House, opened

Key = Qt.Key
MANY = 100_000


@dataclass
class Work:
    """What was done since it was last looked at."""

    offsets: list[int] = field(default_factory=list)
    fetched: int = 0
    painted: int = 0

    def since(self) -> Work:
        """Return it, and begin anew."""
        done = Work(list(self.offsets), self.fetched, self.painted)
        self.offsets.clear()
        self.fetched = self.painted = 0
        return done


@contextmanager
def library(
    profile: Path, records: int, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[House, Work]]:
    """The window over a list of so many records, each a copy of a real one."""
    work = Work()
    paint = ResultDelegate.paint

    def counted(*arguments: Any) -> None:
        work.painted += 1
        paint(*arguments)

    monkeypatch.setattr(ResultDelegate, "paint", counted)
    with opened(profile) as house:
        house.skip_first_start()

        def fill(desk: Any) -> None:
            real = desk.find.browse((), "", PAGE, 0).rows

            def browse(_kinds: Sequence[str], _place: str, limit: int, offset: int) -> Listed:
                numbers = range(offset, min(records, offset + limit))
                made = [(real[n % len(real)], Ref("made", f"svc-{n}")) for n in numbers]
                rows = tuple(replace(one, row=one.row._replace(ref=ref)) for one, ref in made)
                work.offsets.append(offset)
                work.fetched += len(rows)
                return Listed(rows=rows, total=records)

            desk.find.browse = browse

        house.desk(fill)
        house.search.refresh()
        house.driver.wait(lambda: house.search.results.rows.row(first(house)).ref == "made/svc-0")
        house.search.results.setFocus()
        settle(house)
        yield house, work


def first(house: House) -> Any:
    return house.search.results.rows.index(0)


def settle(house: House) -> None:
    """Wait for the pages that are under way, and paint."""
    house.desk(lambda _desk: None)
    house.driver.settle()


def press(house: House, key: Key) -> None:
    QTest.keyClick(house.search.results, key)
    settle(house)


def room(house: House) -> int:
    """How many cards are seen at once, at most."""
    results = house.search.results
    return results.viewport().height() // results.visualRect(first(house)).height() + 2


def walked(profile: Path, records: int, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Scroll with the keys; return what each key cost, and what is held at the end."""
    with library(profile, records, monkeypatch) as (house, work):
        costs = [(work.since().offsets, house.search.results.rows.rowCount())]
        for key in (*[Key.Key_PageDown] * 20, *[Key.Key_End] * 20, Key.Key_Home, Key.Key_End):
            press(house, key)
            done = work.since()
            assert done.painted <= 3 * room(house), f"{key.name} painted {done.painted}"
            assert len(done.offsets) <= 2, f"{key.name} fetched {done.offsets}"
            costs.append((done.offsets, house.search.results.rows.rowCount()))
        return costs


def test_the_first_page_is_all_that_is_held_to_begin_with(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library(tmp_path / "p", MANY, monkeypatch) as (house, work):
        assert house.search.count.text() == f"{MANY} oppføringer"
        assert house.search.results.rows.rowCount() <= 2 * PAGE
        assert work.fetched <= 2 * PAGE
        assert work.painted <= 6 * room(house)


@pytest.mark.slow
def test_a_key_costs_the_same_however_many_records_there_are(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = walked(tmp_path / "few", 2_000, monkeypatch)
    assert walked(tmp_path / "many", MANY, monkeypatch) == few
    pages = [offset for offsets, _held in few for offset in offsets]
    assert pages == sorted(set(pages)), "no page is fetched twice"
    assert all(offset % PAGE == 0 for offset in pages)


def test_the_end_comes_and_then_nothing_more_is_asked_for(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library(tmp_path / "p", 5 * PAGE + 3, monkeypatch) as (house, work):
        for _ in range(8):
            press(house, Key.Key_End)
        results = house.search.results
        assert results.rows.rowCount() == 5 * PAGE + 3
        assert results.currentIndex().row() == 5 * PAGE + 2
        work.since()
        press(house, Key.Key_End)
        press(house, Key.Key_PageDown)
        assert work.since().offsets == []
