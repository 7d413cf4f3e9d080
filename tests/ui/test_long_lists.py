"""A hundred thousand records in the list: what is done for a key does not grow with them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from feltperm.catalogue.library import Ref
from feltperm.desk.find import Listed
from feltperm.errors import Condition
from feltperm.ui.search.cards import ResultDelegate
from feltperm.ui.search.result_row import ResultRow
from feltperm.ui.search.results import HELD, ResultModel
from feltperm.ui.search.search_page import PAGE
from real_window import House, held, opened

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

            def browse(
                _kinds: object, _place: str, limit: int, offset: int, _near: object
            ) -> Listed:
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


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    with opened(tmp_path / "profile") as house:
        house.skip_first_start()
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 10 * PAGE)
        yield house


def first(house: House) -> Any:
    return house.search.results.rows.index(0)


def settle(house: House) -> None:
    """Wait for the pages that are under way, and paint."""
    house.desk(lambda _desk: None)
    house.driver.settle()


def press(house: House, key: Key) -> None:
    QTest.keyClick(house.search.results, key)
    settle(house)
    house.driver.wait(lambda: all(card(house, number) for number in on_view(house)))
    settle(house)


def room(house: House) -> int:
    """How many cards are seen at once, at most."""
    results = house.search.results
    return results.viewport().height() // results.visualRect(first(house)).height() + 2


def walked(profile: Path, records: int, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Scroll with the keys; return what each key fetched, reckoned from the nearer end."""
    asked: list[None] = []
    count = ResultModel.rowCount

    def counted(*arguments: Any) -> int:
        asked.append(None)
        return count(*arguments)

    monkeypatch.setattr(ResultModel, "rowCount", counted)
    with library(profile, records, monkeypatch) as (house, work):
        costs, _before = list[list[int]](), work.since()
        for key in (*[Key.Key_PageDown] * 20, Key.Key_End, *[Key.Key_PageUp] * 20, Key.Key_Home):
            asked.clear()
            press(house, key)
            done = work.since()
            assert done.painted <= 5 * room(house), f"{key.name} painted {done.painted}"
            assert done.fetched <= 5 * room(house), f"{key.name} fetched {done.fetched}"
            assert len(asked) < 4000, f"{key.name} asked for the length {len(asked)} times"
            assert house.search.results.rows.held() <= HELD
            costs.append([min(at, at - records, key=abs) for at in done.offsets])
        return costs


def card(house: House, number: int) -> ResultRow | None:
    return house.search.results.rows.row(house.search.results.rows.index(number))


def on_view(house: House) -> range:
    """The rows that are seen."""
    results = house.search.results
    last = QPoint(10, results.viewport().height() - 1)
    return range(results.indexAt(QPoint(10, 0)).row(), results.indexAt(last).row() + 1)


def test_a_long_list_has_its_whole_length_and_its_first_page_to_begin_with(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library(tmp_path / "p", MANY, monkeypatch) as (house, work):
        results = house.search.results
        assert house.search.count.text() == f"{MANY} oppføringer"
        assert results.rows.rowCount() == MANY
        assert results.rows.held() == work.fetched <= 3 * PAGE
        assert work.painted <= 6 * room(house)
        height = results.visualRect(results.rows.index(0)).height()
        assert results.visualRect(results.rows.index(MANY - 1)).height() == height
        bar = results.verticalScrollBar()
        assert bar.maximum() == MANY * height - results.viewport().height()


@pytest.mark.slow
def test_a_key_costs_the_same_however_many_records_there_are(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = walked(tmp_path / "few", 2_000, monkeypatch)
    assert walked(tmp_path / "many", MANY, monkeypatch) == few
    assert sum(map(len, few)) > 4, "what was not here is fetched"


def test_one_press_of_end_is_the_end(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library(tmp_path / "p", MANY, monkeypatch) as (house, work):
        results = house.search.results
        bar = results.verticalScrollBar()
        work.since()
        press(house, Key.Key_End)
        assert results.current_ref() == f"made/svc-{MANY - 1}"
        assert MANY - 1 in on_view(house)
        assert all(card(house, number) for number in on_view(house))
        assert work.since().fetched <= 5 * room(house)
        press(house, Key.Key_Down)
        press(house, Key.Key_PageDown)
        assert results.currentIndex().row() == MANY - 1
        assert work.since().offsets == [], "there is nothing more to fetch"
        press(house, Key.Key_Home)
        assert results.current_ref() == "made/svc-0"
        assert bar.value() == 0


def test_a_dragged_scroll_bar_fetches_only_where_it_is_let_go(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library(tmp_path / "p", MANY, monkeypatch) as (house, work):
        bar = house.search.results.verticalScrollBar()
        top = bar.value()
        work.since()
        with held(house.window.desk):
            for share in (20, 55, 90, 71, 40):
                bar.setValue(bar.maximum() * share // 100)
                house.driver.settle()
                assert on_view(house)
                assert not any(card(house, number) for number in on_view(house))
        settle(house)
        assert bar.value() == bar.maximum() * 40 // 100 > top, "nothing moves when rows come"
        assert all(card(house, number) for number in on_view(house))
        assert len(work.since().offsets) == 1


def test_memory_stays_flat_and_the_chosen_row_is_never_let_go(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library(tmp_path / "p", MANY, monkeypatch) as (house, _work):
        results = house.search.results
        results.setCurrentIndex(results.rows.index(3))
        bar = results.verticalScrollBar()
        for step in range(1, 60):
            bar.setValue(bar.maximum() * step // 60)
            settle(house)
            assert results.rows.held() <= HELD
        assert card(house, 0) is None
        assert results.current_ref() == "made/svc-3"
        bar.setValue(0)
        settle(house)
        assert card(house, 0) is not None, "what was let go comes again"


# --- rows that are not here yet -------------------------------------------------------------------


def end(house: House) -> int:
    """Go to the last row while the desk is held up; return its number."""
    results = house.search.results
    results.setFocus()
    QTest.keyClick(results, Key.Key_End)
    house.driver.settle()
    last = results.rows.rowCount() - 1
    assert results.currentIndex().row() == last
    assert card(house, last) is None
    return last


@pytest.mark.parametrize("size", [(1366, 768), (720, 700)], ids=["two panes", "one pane"])
def test_enter_on_a_row_that_is_not_here_waits_for_it(
    tmp_path: Path, qapp: QApplication, size: tuple[int, int]
) -> None:
    with opened(tmp_path, size=size) as house:
        house.skip_first_start()
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 10 * PAGE)
        house.search.results.step(1)
        house.driver.wait(house.search.detail().ref)
        first_ref = house.search.detail().ref()
        with held(house.window.desk):
            last = end(house)
            QTest.keyClick(house.search.results, Key.Key_Return)
            house.driver.settle()
            assert house.search.results.current_ref() == ""
            assert house.search.detail().ref() == first_ref
            assert house.search.results.hasFocus(), "nobody is sent to another record"
        house.driver.wait(lambda: house.search.detail().ref() not in ("", first_ref))
        row = card(house, last)
        assert row is not None
        assert house.search.detail().ref() == row.ref == house.search.results.current_ref()
        assert house.search.detail().isVisible()
        assert house.search.detail().hasFocus()


def test_enter_does_not_follow_to_another_row(house: House) -> None:
    results, entered = house.search.results, list[bool]()
    results.entered.connect(lambda: entered.append(True))
    with held(house.window.desk):
        end(house)
        QTest.keyClick(results, Key.Key_Return)
        QTest.keyClick(results, Key.Key_Home)
    house.driver.wait(house.search.detail().ref)
    settle(house)
    assert not entered
    assert house.search.detail().ref() == results.current_ref() == card(house, 0).ref  # type: ignore[union-attr]


def test_keys_for_the_marked_row_do_nothing_to_one_that_is_not_here(house: House) -> None:
    with held(house.window.desk):
        last = end(house)
        results = house.search.results
        index = results.rows.index(last)
        assert results.current_ref() == house.search.mark_first() == ""
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Hentes …"
        assert not index.flags() & Qt.ItemFlag.ItemIsDragEnabled
        assert not results.rows.mimeData([index]).formats()
        results.star_clicked.connect(lambda _ref: pytest.fail("there is no star to click"))
        area = results.visualRect(index)
        px = house.context.theme.px
        point = QPoint(area.right() - px(38), area.top() + px(21))
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, none, point)
    house.driver.wait(house.search.results.current_ref)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) != "Hentes …"
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_a_row_that_could_not_be_fetched_comes_with_enter(house: House) -> None:
    def break_once(desk: Any) -> None:
        whole = desk.find.browse

        def browse(*_question: object) -> object:
            desk.find.browse = whole
            raise Condition("Lista kan ikke leses.")

        desk.find.browse = browse

    house.desk(break_once)
    results = house.search.results
    results.setFocus()
    QTest.keyClick(results, Key.Key_End)
    house.driver.wait(lambda: house.shell.strip.text() == "Lista kan ikke leses.")
    settle(house)
    assert results.current_ref() == ""
    QTest.keyClick(results, Key.Key_Return)
    house.driver.wait(results.current_ref)
    house.driver.wait(lambda: house.search.detail().ref() == results.current_ref())
    assert results.currentIndex().row() == results.rows.rowCount() - 1


def test_a_favourite_far_down_the_list_has_its_star(house: House) -> None:
    with held(house.window.desk):
        last = end(house)
    house.driver.wait(house.search.results.current_ref)
    house.context.stars.toggle(house.search.results.current_ref())
    house.driver.wait(lambda: card(house, last).starred)  # type: ignore[union-attr]
    QTest.keyClick(house.search.results, Key.Key_Home)
    settle(house)
    assert not card(house, 0).starred  # type: ignore[union-attr]
    house.search.refresh()
    settle(house)
    assert card(house, last) is None, "asked for anew"
    QTest.keyClick(house.search.results, Key.Key_End)
    house.driver.wait(lambda: card(house, last))
    assert card(house, last).starred  # type: ignore[union-attr]


# --- where the list stands ------------------------------------------------------------------------


def test_another_question_is_answered_from_its_first_hit(house: House) -> None:
    bar = house.search.results.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(house)
    house.find("nalokson")
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    house.search.filters.set_kind("guidance")
    house.search.filters.changed.emit()
    house.driver.wait(lambda: bar.value() == 0)


def test_new_content_leaves_the_list_where_it_stands(house: House) -> None:
    bar = house.search.results.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle(house)
    before = on_view(house)
    house.context.reports.content_changed.emit()
    house.driver.settle()
    settle(house)
    assert on_view(house) == before
    house.driver.wait(lambda: all(card(house, number) for number in before))
