"""Search in the window: what Enter, Escape, the list's end and the navigation mean while one types.

The desk's thread is held up where an answer must not have come yet.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QPushButton, QWidget

from feltperm import app, app_desk
from feltperm.desk.desk import Desk
from feltperm.errors import Condition
from feltperm.paths import find_paths
from feltperm.ui.application import Parts
from feltperm.ui.search.result_row import ResultRow
from feltperm.ui.search.search_page import PAGE
from feltperm.ui.toolkit.picker import MunicipalityPicker
from real_window import House, held, opened, replace

Key = Qt.Key
ONE_PANE = (720, 700)
OSLO = "0301"


def hit(house: House, number: int = 0) -> ResultRow:
    row = house.search.results.rows.row(house.search.results.rows.index(number))
    assert row is not None
    return row


def button(root: QWidget, name: str) -> QPushButton:
    return next(made for made in root.findChildren(QPushButton) if made.accessibleName() == name)


def chip(house: House, text: str) -> QPushButton:
    chips = house.search.filters.findChildren(QPushButton)
    return next(made for made in chips if made.text() == text)


def choose_kind(house: House, text: str) -> None:
    """Choose a kind in the menu of the filters."""
    filters = house.search.filters
    filters.counts_asked.emit("kind")
    house.driver.wait(lambda: [one for one in filters.findChildren(QMenu) if one.isVisible()])
    menu = next(one for one in filters.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.text().partition("  (")[0] == text).trigger()
    menu.close()
    house.driver.settle()


def kinds(house: House) -> set[str]:
    return {hit(house, number).kind for number in house.search.results.rows.cards()}


# --- Enter before the answer --------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1366, 768), ONE_PANE], ids=["two panes", "one pane"])
def test_enter_before_the_answer_waits_for_it(
    tmp_path: Path, qapp: QApplication, size: tuple[int, int]
) -> None:
    with opened(tmp_path, size=size) as house:
        house.skip_first_start()
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
        older = hit(house).ref
        with held(house.window.desk):
            house.keys("nalokson", Key.Key_Return)
            assert house.search.results.current_ref() == "", "the older list is not opened"
        house.driver.wait(house.search.detail().ref)
        assert "«nalokson»" in house.search.count.text()
        assert house.search.detail().ref() == hit(house).ref != older
        assert house.search.detail().isVisible()


def test_enter_before_the_content_is_there_is_not_lost(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.keys("osl", Key.Key_Return)  # the filter is set again at each start
        house.driver.wait(lambda: house.page is house.search)
    typed = Event()

    def slow(parts: Parts) -> Parts:
        def open_desk(progress: Callable[[float], None]) -> Desk:
            assert typed.wait(30)
            return parts.open_desk(progress)

        return parts._replace(open_desk=open_desk)

    with opened(tmp_path, wait=False, changed=slow) as house:
        house.driver.wait(house.shell.isActiveWindow)
        house.keys("nalokson", Key.Key_Return)
        typed.set()
        house.driver.wait(house.search.detail().ref)
        assert house.search.filters.municipality == OSLO
        assert house.search.detail().ref() == hit(house).ref


def test_other_words_after_enter_take_it_back(house: House) -> None:
    with held(house.window.desk):
        house.keys("nalokson", Key.Key_Return, "er")
    house.driver.wait(lambda: "«naloksoner»" in house.search.count.text())
    assert house.search.results.current_ref() == ""


def refuse(house: House, words: str, times: int) -> None:
    """Let the desk fail to answer ``words`` so many times."""

    def change(desk: object) -> None:
        whole, failures = desk.find.search, list[str]()  # type: ignore[attr-defined]

        def search(request: object) -> object:
            if request.text == words and len(failures) < times:  # type: ignore[attr-defined]
                failures.append(words)
                raise Condition("Søket gikk ikke.")
            return whole(request)

        desk.find.search = search  # type: ignore[attr-defined]

    house.desk(change)


def test_enter_on_a_search_that_failed_opens_nothing_and_can_be_pressed_again(
    house: House,
) -> None:
    refuse(house, "nalokson", times=1)
    with held(house.window.desk):
        house.keys("nalokson", Key.Key_Return)
    house.driver.wait(lambda: house.shell.strip.text() == "Søket gikk ikke.")
    assert house.search.results.current_ref() == "", "the older list is not opened"
    house.keys(Key.Key_Return)
    house.driver.wait(house.search.detail().ref)
    assert "«nalokson»" in house.search.count.text()
    assert house.search.detail().ref() == hit(house).ref


def test_after_a_search_that_failed_the_next_one_opens_nothing_by_itself(house: House) -> None:
    refuse(house, "nalokson", times=1)
    with held(house.window.desk):
        house.keys("nalokson", Key.Key_Return)
    house.driver.wait(lambda: house.shell.strip.text() == "Søket gikk ikke.")
    choose_kind(house, "Tjenester")  # asks again, and is answered this time
    house.driver.wait(lambda: "«nalokson»" in house.search.count.text())
    assert house.search.results.current_ref() == ""
    assert house.search.detail().ref() == ""


def test_a_record_that_cannot_be_opened_does_not_make_enter_open_the_older_list(
    house: House,
) -> None:
    with ExitStack() as longer:
        with held(house.window.desk):
            house.search.open("national/svc-borte")
            longer.enter_context(held(house.window.desk))
            house.keys("nalokson")
        house.driver.wait(house.shell.strip.text)
        house.keys(Key.Key_Return)
        assert house.search.results.current_ref() == ""
    house.driver.wait(house.search.detail().ref)
    assert house.search.detail().ref() == hit(house).ref


def test_the_end_of_an_older_list_asks_for_no_more_of_it(house: House) -> None:
    answers: list[str] = []
    house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
    assert house.search.results.rows.rowCount() > house.search.results.rows.held() >= PAGE
    with held(house.window.desk):
        house.keys("nalokson")
        house.search.searched.connect(lambda: answers.append(house.search.count.text()))
        house.search.results.scrollToBottom()
        house.driver.settle()
    house.driver.wait(lambda: answers)
    house.desk(lambda _desk: None)
    assert all("«nalokson»" in answer for answer in answers), "the newer list may go on"


# --- Escape -------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1366, 768), ONE_PANE], ids=["two panes", "one pane"])
def test_escape_clears_the_field_and_leaves_it_then(
    tmp_path: Path, qapp: QApplication, size: tuple[int, int]
) -> None:
    with opened(tmp_path, size=size) as house:
        house.skip_first_start()
        house.keys("nalokson")
        house.driver.wait(lambda: "«nalokson»" in house.search.count.text())
        house.keys(Key.Key_Return)
        house.driver.wait(house.search.detail().ref)
        house.control(Key.Key_K)
        house.keys(Key.Key_Escape)
        assert house.field.text() == ""
        assert house.field.hasFocus()
        house.driver.wait(lambda: "oppføringer" in house.search.count.text())
        assert house.search.results.isVisible()
        house.keys(Key.Key_Escape)
        assert house.search.results.hasFocus()


# --- the navigation and the filter --------------------------------------------------------------


def test_search_searches_everything_again_after_a_list(house: House) -> None:
    rail = house.shell.rail
    button(rail, "Tjenester").click()
    house.driver.wait(lambda: kinds(house) <= {"service", "organisation"})
    button(rail, "Søk").click()
    assert house.search.filters.kind_name() == "all"
    assert not chip(house, "Alle typer").isChecked()
    house.find("nalokson")
    assert {"guidance", "poster"} <= kinds(house)


@pytest.mark.parametrize(
    ("kind", "marked"),
    [("Tjenester", "Tjenester"), ("Veiledning", "Veiledning"), ("Plakater", "Søk")],
)
def test_a_kind_chosen_in_the_filter_is_marked_in_the_navigation(
    house: House, kind: str, marked: str
) -> None:
    rail = house.shell.rail
    button(rail, "Veiledning" if marked != "Veiledning" else "Tjenester").click()
    choose_kind(house, kind)
    assert button(rail, marked).isChecked()
    choose_kind(house, "Alle typer")
    assert button(rail, "Søk").isChecked()


def test_filters_that_are_taken_away_leave_the_navigation_at_search(house: House) -> None:
    button(house.shell.rail, "Veiledning").click()
    house.search.filters.reset()
    assert button(house.shell.rail, "Søk").isChecked()


def test_each_step_of_the_navigation_asks_no_more_than_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.find("nalokson")
    asked: list[str] = []
    whole = house.window.desk.run_latest

    def run_latest(name: str, *rest: object, **more: object) -> object:
        asked.append(name)
        return whole(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(house.window.desk, "run_latest", run_latest)
    for page, searches in (
        ("Tjenester", 1), ("Veiledning", 1), ("Søk", 1), ("Søk", 0), ("Min perm", 0), ("Søk", 0),
        ("Veiledning", 1), ("Min perm", 0), ("Veiledning", 1),
    ):  # fmt: skip
        asked.clear()
        button(house.shell.rail, page).click()
        house.driver.settle()
        assert asked.count("list") == searches, page
    assert house.field.text() == "", "a whole list is no search"


# --- the municipality ---------------------------------------------------------------------------


def test_a_municipality_that_is_chosen_is_kept_and_one_left_for_now_is_not_forgotten(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        chip(house, "Alle kommuner").click()
        popup = next(one for one in house.search.filters.findChildren(QFrame) if one.isWindow())
        picker = popup.findChild(MunicipalityPicker)
        assert isinstance(picker, MunicipalityPicker)
        QTest.keyClicks(picker.field, "osl")
        QTest.keyClick(picker.field, Key.Key_Return)
    with opened(tmp_path) as house:
        assert house.search.filters.municipality == OSLO
        chip(house, "Oslo").click()
        assert house.search.filters.municipality == ""
    with opened(tmp_path) as house:
        assert house.search.filters.municipality == OSLO


# --- stars in the list --------------------------------------------------------------------------


def star(house: House, number: int) -> QPoint:
    results, px = house.search.results, house.context.theme.px
    area = results.visualRect(results.rows.index(number))
    return QPoint(area.right() - px(38), area.top() + px(21))


def test_a_click_on_a_star_stays_in_the_list_where_there_is_room_for_one_pane(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path, size=ONE_PANE) as house:
        house.skip_first_start()
        house.find("nalokson")
        results, ref = house.search.results, hit(house, 1).ref
        QTest.mouseClick(
            results.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            star(house, 1),
        )
        house.driver.wait(lambda: hit(house, 1).starred)
        assert house.favourites() == [ref]
        assert results.isVisible()
        assert results.current_ref() == ""
        assert not house.search.detail().isVisible()


@pytest.mark.parametrize("marked", [False, True], ids=["of another row", "of the marked row"])
def test_a_double_click_on_a_star_is_two_clicks(house: House, marked: bool) -> None:
    house.find("nalokson")
    results, stars, entered = house.search.results, list[bool](), list[bool]()
    if marked:
        house.click_row(0)
        house.driver.wait(house.search.detail().ref)
    house.context.stars.changed.connect(lambda _ref, starred: stars.append(starred))
    results.activated.connect(lambda _index: entered.append(True))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    point, viewport = QPointF(star(house, 0)), results.viewport()
    for kind in (  # what a window system sends for two quick clicks
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
    ):
        pressed = left if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, point, viewport.mapToGlobal(point), left, pressed, none)
        QApplication.sendEvent(viewport, event)
    house.driver.wait(lambda: len(stars) == 2 or entered)
    assert stars == [True, False]
    assert not entered
    assert results.current_ref() == (hit(house).ref if marked else ""), "no row is opened"


# --- the clock ----------------------------------------------------------------------------------


def test_a_night_shift_sees_the_next_morning(tmp_path: Path, qapp: QApplication) -> None:
    moment = [datetime(2026, 11, 25, 23, 50)]  # a Wednesday; the place opens at nine on weekdays

    def now() -> datetime:
        return moment[0]

    def at_night(parts: Parts) -> Parts:
        paths = find_paths(tmp_path)
        return parts._replace(
            open_desk=lambda progress: app_desk.open_desk(paths, progress, now),
            words=lambda tell: replace(parts.words(tell), now=now),
        )

    def shown(house: House) -> list[str]:
        house.find("svc-feltpleien-oslo")
        return [one.text for one in hit(house).chips]

    with opened(tmp_path, changed=at_night) as house:
        house.skip_first_start()
        assert "Stengt nå" in shown(house)
        house.keys(Key.Key_Escape)
        house.driver.wait(lambda: "oppføringer" in house.search.count.text())
        moment[0] = datetime(2026, 11, 26, 0, 10)
        assert "Åpner kl. 9" in shown(house)


def test_the_words_ask_the_clock_of_the_machine_each_time(tmp_path: Path) -> None:
    words = app.window_parts(find_paths(tmp_path)).words(lambda _condition: None)
    assert words.now == datetime.now


def test_a_hit_shows_the_number_before_its_age(house: House) -> None:
    """What has no room in a card goes from the end."""
    house.find("feltpleien oslo")
    rows = house.search.results.rows
    found = (rows.row(rows.index(number)) for number in range(rows.rowCount()))
    (row,) = (one for one in found if one and one.ref == "national/svc-feltpleien-oslo")
    words = [chip.text for chip in row.chips]
    assert words.index("22 67 43 45") == len(words) - 2
