"""What a screen reader meets: every control and every painted row has a name, a role and a state.

The tree is walked as assistive technology walks it, through Qt's accessible interfaces, for every
view and every dialog. ``dev.py accessibility`` prints the table of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from accessibility_audit import Audit, audit, in_dialog, in_view, named, nodes, table
from real_window import House, opened
from views import DIALOGS, VIEWS

Role = QAccessible.Role


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[House]:
    profile = tmp_path_factory.mktemp("tree") / "profile"
    QAccessible.setActive(True)  # as with a screen reader: lists tell when they change
    with opened(profile) as house:
        house.skip_first_start()
        house.desk(lambda desk: desk.keep.star("national/svc-113"))  # type: ignore[attr-defined]
        yield house
    QAccessible.setActive(False)


@pytest.mark.parametrize("view", VIEWS)
def test_everything_in_a_view_speaks(house: House, view: str) -> None:
    met = in_view(house, view)
    assert met.faults == []
    assert met.named >= 20, "the bars alone have more"
    assert met.roles["Button"]


@pytest.mark.parametrize("dialog", DIALOGS)
def test_everything_in_a_dialog_speaks(house: House, dialog: str) -> None:
    met = in_dialog(house, dialog)
    assert met.faults == []
    assert met.named


def test_the_emergency_card_speaks(house: House) -> None:
    house.shell.show_emergency()
    card = house.shell.emergency()
    try:
        assert audit("emergency", card).faults == []
    finally:
        card.close()


def test_a_control_without_a_name_is_a_fault_of_the_table(qapp: QApplication) -> None:
    dumb = QWidget()
    button = QPushButton(dumb)
    button.resize(40, 40)
    dumb.show()
    met = audit("dumb", dumb)
    dumb.close()
    assert len(met.faults) == 1
    assert met.faults[0].startswith("no name: Button QPushButton")
    said = table([met, Audit("empty")])
    assert said.splitlines()[1].split()[:4] == ["dumb", "1", "0", "1"]
    assert said.splitlines()[-1].split() == ["all", "1", "0", "1"]


def test_a_row_says_what_is_painted_in_it(house: House) -> None:
    """Title, what it is about, whether it is open and whether it has a star."""
    VIEWS["hits"](house)
    rows = QAccessible.queryAccessibleInterface(house.search.results)
    said = [named(face) for face in nodes(rows) if face.role() == Role.ListItem][:5]
    assert len(said) == 5
    assert all(len(words) > 20 for words in said), said
    assert any("nalokson" in words.casefold() for words in said)


def test_states_are_told_not_only_shown(house: House) -> None:
    house.shell.go("settings")
    page = house.shell.pages.settings()
    faces = [
        QAccessible.queryAccessibleInterface(button)
        for button in page.look.colours.findChildren(QWidget)
        if button.isVisible() and hasattr(button, "isChecked")
    ]
    checked = [face for face in faces if face.state().checked]
    assert len(checked) == 1
    assert all(face.state().checkable for face in faces)


def test_the_pages_are_heard_as_one_choice_and_not_as_boxes_to_tick(house: House) -> None:
    pages = house.shell.rail.findChildren(QPushButton)
    roles = {QAccessible.queryAccessibleInterface(one).role() for one in pages}
    assert (len(pages), roles) == (10, {Role.RadioButton})
