"""What a screen reader meets: every control and every painted row has a name, a role and a state.

The tree is walked as assistive technology walks it, through Qt's accessible interfaces, for every
view and every dialog. ``pytest -s`` prints how much was met where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from real_window import House, answering, opened
from views import DIALOGS, VIEWS, studio

Role = QAccessible.Role

#: What a person acts on or reads. Without a name it is silence.
SPOKEN = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText,
    Role.List, Role.ListItem, Role.PageTab, Role.Link, Role.MenuItem, Role.SpinBox, Role.Table,
    Role.Tree, Role.TreeItem, Role.Cell, Role.ProgressBar, Role.StaticText, Role.Heading,
}  # fmt: skip
#: Parts that Qt makes inside its own controls, and that nobody meets by themselves.
_INNER = {"qt_spinbox_lineedit", "qt_toolbar_ext_button", "ScrollLeftButton", "ScrollRightButton"}
#: So many children of one list are looked at: a list may be as long as the content.
_FEW = 30


def nodes(face: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Walk down the tree from here, without what cannot be seen."""
    if depth > 60 or face.state().invisible:
        return
    yield face
    for number in range(min(face.childCount(), _FEW)):
        child = face.child(number)
        if child is not None and child.isValid():
            yield from nodes(child, depth + 1)


def named(face: QAccessibleInterface) -> str:
    texts = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    return next((said for kind in texts if (said := face.text(kind).strip())), "")


def where(face: QAccessibleInterface) -> str:
    made = face.object()
    rect = face.rect()
    kind = type(made).__name__ if made is not None else "row"
    return f"{face.role().name} {kind} at {rect.x()},{rect.y()} {rect.width()}x{rect.height()}"


def silent(root: QWidget, met: Counter[str]) -> list[str]:
    """Return what is met below a widget and says nothing."""
    found = []
    top = QAccessible.queryAccessibleInterface(root)
    for face in nodes(top):
        made = face.object()
        inner = isinstance(made, QWidget) and made.objectName() in _INNER
        if inner or face.rect().isEmpty():
            continue
        met[face.role().name] += 1
        state = face.state()
        if face.role() in SPOKEN and not named(face) and not _wordless(face):
            found.append(where(face))
        elif state.focusable and face.role() == Role.NoRole:
            found.append(f"no role: {where(face)}")
    return found


def _wordless(face: QAccessibleInterface) -> bool:
    """An empty label keeps room for what may come; a picture beside words is only decoration."""
    return face.role() in (Role.StaticText, Role.EditableText) and not face.state().focusable


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
    met: Counter[str] = Counter()
    found = silent(VIEWS[view](house), met)
    print(f"{view:14}", sum(met.values()), dict(met.most_common(6)))
    assert found == []
    assert met["Button"]


@pytest.mark.parametrize("dialog", DIALOGS)
def test_everything_in_a_dialog_speaks(house: House, dialog: str) -> None:
    found: list[str] = []

    def look(shown: QDialog) -> None:
        house.driver.settle()
        met: Counter[str] = Counter()
        found.extend(silent(shown, met))
        print(f"{dialog:14}", sum(met.values()), dict(met.most_common(6)))
        assert met

    if dialog == "print":
        studio(house)
    answering(house, lambda: DIALOGS[dialog](house), look)
    assert found == []


def test_the_emergency_card_speaks(house: House) -> None:
    house.shell.show_emergency()
    card = house.shell.emergency()
    try:
        assert silent(card, Counter()) == []
    finally:
        card.close()


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
