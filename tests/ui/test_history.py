"""Back and forward, and what was read last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from feltperm.ui.history import History, Place
from real_window import opened

A, B = "national/gd-overdose", "national/gd-lar"
Alt = Qt.KeyboardModifier.AltModifier


def test_a_new_way_ends_those_forward() -> None:
    history = History()
    history.leave(Place("search", A))
    assert history.back(Place("posters")) == Place("search", A)
    assert history.can_go_forward()
    history.leave(Place("search", A))
    assert not history.can_go_forward()


def test_back_from_where_one_stands_is_somewhere_else() -> None:
    history = History()
    history.leave(Place("search"))
    history.leave(Place("posters"))
    assert history.back(Place("posters")) == Place("search")
    assert history.back(Place("search")) is None


def test_the_way_back_has_an_end() -> None:
    history = History()
    for number in range(1000):
        history.leave(Place("search", f"national/{number}"))
        history.note(f"national/{number}", str(number))
    steps = 0
    here = Place("posters")
    while (place := history.back(here)) is not None:
        here, steps = place, steps + 1
    assert steps == 100
    assert [one.title for one in history.recent()][:2] == ["999", "998"]
    assert len(history.recent()) == 12


def test_keys_and_mouse_lead_back_and_forward(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.read(A)
        house.read(B)
        house.shell.go("posters")
        house.keys(Qt.Key.Key_Left, modifier=Alt)
        assert house.shell.pages.name() == "search"
        house.driver.wait(lambda: house.search.detail().ref() == B)
        house.keys(Qt.Key.Key_Left, modifier=Alt)
        house.driver.wait(lambda: house.search.detail().ref() == A)
        window = house.shell.windowHandle()
        QTest.mouseClick(
            window, Qt.MouseButton.ForwardButton, Qt.KeyboardModifier.NoModifier, QPoint(600, 400)
        )
        house.driver.wait(lambda: house.search.detail().ref() == B)
        house.keys(Qt.Key.Key_Right, modifier=Alt)
        assert house.shell.pages.name() == "posters"
        assert not house.shell.topbar.ways.forward.isEnabled()


def test_a_link_to_another_record_can_be_gone_back_on(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.read(A)
        house.search.detail().opened.emit(B)
        house.driver.wait(lambda: house.search.detail().ref() == B)
        house.shell.topbar.ways.back.click()
        house.driver.wait(lambda: house.search.detail().ref() == A)


def test_what_was_read_last_can_be_opened_again(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.read(A)
        house.read(B)
        house.shell.go("posters")
        house.control(Qt.Key.Key_H)
        menu = next(one for one in house.shell.findChildren(QMenu) if one.isVisible())
        titles = [action.text() for action in menu.actions()]
        assert len(titles) == 2
        menu.actions()[1].trigger()
        menu.close()
        house.driver.wait(lambda: house.search.detail().ref() == A)


def test_nothing_of_it_is_kept(tmp_path: Path, qapp: QApplication) -> None:
    """Who opens a shared laptop is not to see what the one before read."""
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.read(A)
    with opened(tmp_path) as house:
        assert house.shell.history.recent() == ()
