"""Buttons that stay down are heard pressed by hand or by a program that helps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget
from pytestqt.qtbot import QtBot

from feltperm.ui.toolkit.pressing import Button, Heard
from feltperm.ui.toolkit.tick import Tick
from real_window import House
from views import VIEWS


def helped(button: QAbstractButton) -> None:
    """Do what Qt's accessibility bridge does with the action «Toggle» of what is checkable."""
    QAbstractButton.toggle(button)


@pytest.fixture(params=["button", "tick"])
def button(request: pytest.FixtureRequest, qtbot: QtBot) -> QAbstractButton:
    made: QAbstractButton = Button("Prøv") if request.param == "button" else Tick("Prøv")
    made.setCheckable(True)
    qtbot.addWidget(made)
    made.show()
    return made


def heard(button: QAbstractButton) -> list[bool]:
    said: list[bool] = []
    button.clicked.connect(lambda on: said.append(on))
    return said


@pytest.mark.parametrize(
    "press",
    [helped, QAbstractButton.click, lambda one: QTest.keyClick(one, Qt.Key.Key_Space)],
    ids=["helped", "click", "key"],
)
def test_each_way_is_heard_once(
    button: QAbstractButton, press: Callable[[QAbstractButton], object]
) -> None:
    said = heard(button)
    press(button)
    assert said == [True]
    press(button)
    assert said == [True, False]


def test_what_the_program_shows_is_nobodys_wish(button: QAbstractButton) -> None:
    said = heard(button)
    button.setChecked(True)
    button.setChecked(False)
    assert said == []


def test_of_several_only_the_chosen_one_is_heard(qtbot: QtBot) -> None:
    whole, group = QWidget(), QButtonGroup()
    qtbot.addWidget(whole)
    said: dict[str, list[bool]] = {}
    buttons = []
    for name in ("a", "b"):
        one = Button(name)
        one.setParent(whole)
        one.setCheckable(True)
        group.addButton(one)
        said[name] = heard(one)
        buttons.append(one)
    buttons[0].setChecked(True)
    helped(buttons[1])
    assert said == {"a": [], "b": [True]}
    helped(buttons[1])
    assert buttons[1].isChecked(), "one is always chosen"
    assert said == {"a": [], "b": [True]}


def test_the_bridge_can_toggle_what_is_checkable(button: QAbstractButton) -> None:
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    actions = interface.actionInterface()
    assert actions is not None
    said = heard(button)
    actions.doAction(actions.toggleAction())
    assert said == [True]


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_checkable_is_deaf(house: House, name: str) -> None:
    VIEWS[name](house)
    house.driver.settle()
    deaf = [one for one in house.shell.findChildren(QAbstractButton) if _is_deaf(one)]
    assert [one.accessibleName() or one.text() for one in deaf] == []


def _is_deaf(button: QAbstractButton) -> bool:
    return button.isCheckable() and not isinstance(button, Heard)
