"""The window asks whether an own record and one of the content are the same place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from feltperm.desk.own import Draft
from real_window import House, opened

CARE = "national/svc-feltpleien-oslo"


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    with opened(tmp_path / "profil") as house:
        house.skip_first_start()
        yield house


def asked(house: House) -> None:
    """Write what the content has too, and wait for the question."""

    def work(desk: object) -> None:
        made = desk.own.add(Draft(title="Feltpleia vår", phone="22 67 43 45"))  # type: ignore[attr-defined]
        desk.notes.write(made.ref, "Ring på baksida")  # type: ignore[attr-defined]

    house.desk(work)
    house.shell._context.renew_content()
    house.driver.wait(lambda: "Er det samme sted?" in house.shell.strip.text())


def press(house: House, text: str) -> None:
    house.driver.wait(
        lambda: any(b.text() == text for b in house.shell.strip.findChildren(QPushButton))
    )
    next(b for b in house.shell.strip.findChildren(QPushButton) if b.text() == text).click()


def own(house: House) -> int:
    return len(house.desk(lambda desk: desk.own.list()))  # type: ignore[attr-defined, arg-type]


def note(house: House) -> object:
    return house.desk(lambda desk: desk.notes.text(CARE))  # type: ignore[attr-defined]


def test_it_is_merged_with_its_note_and_undone(house: House) -> None:
    asked(house)
    press(house, "Slå sammen")
    house.driver.wait(lambda: house.shell.strip.text() == "Slått sammen. Angre (Ctrl+Z)")
    assert own(house) == 0
    assert note(house) == "Ring på baksida"
    house.shell.undo.take_back()
    house.driver.wait(lambda: own(house) == 1)
    assert note(house) == ""


def test_another_place_is_never_asked_about_again(house: House) -> None:
    asked(house)
    press(house, "Ikke samme sted")
    house.driver.wait(lambda: "samme sted" not in house.shell.strip.text())
    assert own(house) == 1
    assert house.desk(lambda desk: desk.merger.proposals()) == ()  # type: ignore[attr-defined]
