"""Another look or language: the window's contents are made anew, and nothing in them is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog

from feltperm.ui.toolkit.look import Look, next_size
from feltperm.ui.window_state import WindowState
from real_window import House, answering, held, opened

OVERDOSE = "national/gd-overdose"


def change(house: House, **parts: object) -> House:
    """Change the look, wait until everything stands again, and return the new short names."""
    ready: list[bool] = []
    connection = house.shell.opened_desk.connect(lambda: ready.append(True))
    house.context.change_look(house.context.look._replace(**parts))  # type: ignore[arg-type]
    house.driver.wait(lambda: ready)
    house.shell.opened_desk.disconnect(connection)
    house.driver.settle()
    return House(house.window, house.driver)


def test_query_page_record_and_scroll_stay(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.find("nalokson")
        house.read(OVERDOSE)
        bar = house.search.detail().verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        house = change(house, language="en", scheme="dark")
        assert house.field.text() == "nalokson"
        house.driver.wait(lambda: house.search.detail().ref() == OVERDOSE)
        bar = house.search.detail().verticalScrollBar()
        house.driver.wait(lambda: abs(bar.value() - bar.maximum() // 2) <= bar.maximum() // 10)
        assert house.context.theme.colours.surface == "#16201F"
        assert house.shell.topbar.language.text().strip() == "English"


def test_the_note_of_the_tray_is_kept_nowhere_and_stays_all_the_same(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.shell.show_tray()
        tray = house.shell.pages.tray()
        assert tray is not None
        tray.options.note.setText("Spør etter Kari på vakt")
        house.shell.go("settings")
        house = change(house, text=150)
        house.shell.show_tray()
        tray = house.shell.pages.tray()
        assert tray is not None
        assert tray.options.note.text() == "Spør etter Kari på vakt"


def test_a_star_that_was_being_set_is_set(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        with held(house.window.desk):
            house.context.stars.toggle(OVERDOSE)
            house.context.change_look(house.context.look._replace(scheme="dark"))
            for _ in range(5):
                house.driver.settle()
        house.driver.wait(lambda: house.window.context.look.scheme == "dark")
        house = House(house.window, house.driver)
        assert house.favourites() == [OVERDOSE]


def test_no_dialog_is_pulled_away(tmp_path: Path, qapp: QApplication) -> None:
    """A machine that turns dark in the evening does so also while somebody writes."""
    with opened(tmp_path, look=Look("machine", 100)) as house:
        house.skip_first_start()
        before = house.shell.centre
        seen: list[bool] = []

        def meet(dialog: QDialog) -> None:
            house.context.change_look(house.context.look)
            for _ in range(5):
                QApplication.processEvents()
            seen.append(dialog.isVisible() and house.shell.centre is before)
            dialog.reject()

        answering(house, house.shell.pages.binder().new_site, meet)
        house.driver.wait(lambda: house.shell.centre is not before)
        assert seen == [True]


def test_an_update_goes_on(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        updating = house.context.updating()
        house = change(house, scheme="dark")
        assert house.context.updating() is updating
        updating.grave.emit(_Told())  # what it says is said in the new strip
        assert "alvorlig" in house.shell.strip.text()


class _Told(Exception):
    message, detail = "Noe alvorlig.", ""


def test_the_look_holds_for_the_next_start(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        change(house, scheme="contrast", text=130, motion="less", language="nn")
        state = house.context.state
    assert state.look() == Look("contrast", 130, "less", "nn")


@pytest.mark.parametrize(
    ("key", "value"),
    [("scheme", "pink"), ("text", "9999999"), ("text", "-1"), ("motion", "7"), ("language", "xx")],
)
def test_a_broken_file_changes_nothing(tmp_path: Path, key: str, value: str) -> None:
    file = tmp_path / "window.ini"
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue(f"look/{key}", value)
    settings.sync()
    assert WindowState(file).look() == Look()


def test_ten_changes_leave_nothing_behind(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        house = change(house, scheme="dark")
        house = change(house, scheme="light")
        before = len(qapp.allWidgets())
        for scheme in ("dark", "light") * 4:
            house = change(house, scheme=scheme)
        assert len(qapp.allWidgets()) <= before + 20


def test_the_keys_make_text_larger_and_what_is_read_keeps_its_place(
    tmp_path: Path, qapp: QApplication
) -> None:
    def press(house: House, key: Qt.Key) -> House:
        before = house.shell.centre
        house.control(key)
        house.driver.wait(lambda: house.shell.centre is not before)
        house.driver.settle()
        return House(house.window, house.driver)

    with opened(tmp_path) as house:
        house.skip_first_start()
        house.read(OVERDOSE)
        bar = house.search.detail().verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        house = press(house, Qt.Key.Key_Plus)
        assert house.context.look.text == 115
        house.driver.wait(lambda: house.search.detail().ref() == OVERDOSE)
        bar = house.search.detail().verticalScrollBar()
        house.driver.wait(lambda: abs(bar.value() - bar.maximum() // 2) <= bar.maximum() // 10)
        house = press(house, Qt.Key.Key_Plus)
        assert house.context.look.text == 130
        house = press(house, Qt.Key.Key_Minus)
        assert house.context.look.text == 115
        house = press(house, Qt.Key.Key_0)
        assert house.context.look.text == 0


@pytest.mark.parametrize(
    ("percent", "larger", "then"),
    [(100, True, 115), (200, True, 200), (200, False, 175), (100, False, 100), (120, True, 130)],
)
def test_a_size_of_text_has_its_neighbours(percent: int, larger: bool, then: int) -> None:
    assert next_size(percent, larger) == then
