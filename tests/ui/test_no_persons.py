"""«Ikke skriv navn eller opplysninger om pasienter.» under every free-text field (SCREENS 0, 5)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from feltperm.ui.record.markdown import MarkdownView
from real_window import House, answering, opened
from views import DIALOGS, VIEWS, studio

RULE = "Ikke skriv navn eller opplysninger om pasienter."
#: Fields whose text is looked for, or answers a closed question, and is never kept.
SEARCHED = {
    "Søk etter hjelp", "Søk i hjelpen", "Kommune", "Skriv «slett» for å slette", "Adressen",
    "Søk blant plakatene", "Adresse, kildefil eller mappe",
}  # fmt: skip


def fields(root: QWidget) -> Iterator[QWidget]:
    """The fields that take words and keep them."""
    for one in root.findChildren(QWidget):
        kinds = isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit)
        if not kinds or isinstance(one, MarkdownView) or not one.isVisibleTo(root):
            continue
        inner = isinstance(one.parent(), QAbstractSpinBox | QComboBox)
        if inner or one.isReadOnly() or one.accessibleName() in SEARCHED:
            continue
        yield one


def ruled(root: QWidget) -> bool:
    return any(RULE in one.text() and one.isVisibleTo(root) for one in root.findChildren(QLabel))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[House]:
    with opened(tmp_path_factory.mktemp("rule") / "profile") as house:
        house.skip_first_start()
        yield house


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_with_a_field_says_so(house: House, view: str) -> None:
    shown = VIEWS[view](house)
    found = [one.accessibleName() for one in fields(shown)]
    assert not found or ruled(shown), found


@pytest.mark.parametrize("dialog", DIALOGS)
def test_a_dialog_with_a_field_says_so(house: House, dialog: str) -> None:
    told: list[tuple[list[str], bool]] = []

    def look(shown: QDialog) -> None:
        house.driver.settle()
        told.append(([one.accessibleName() for one in fields(shown)], ruled(shown)))

    if dialog == "print":
        studio(house)
    answering(house, lambda: DIALOGS[dialog](house), look)
    found, said = told[0]
    assert not found or said, found
