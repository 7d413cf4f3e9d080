"""J8: a wrong number found in the field is right on this laptop, in three actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from feltperm.ui.record.correcting import CorrectionForm
from hands import Hands
from real_window import House, answering

CARE = "national/svc-feltpleien-oslo"


def words(root: QWidget) -> list[str]:
    return [one.text() for one in root.findChildren(QLabel) if one.isVisibleTo(root)]


def report(house: House) -> QPushButton:
    detail = house.search.detail()
    return next(one for one in detail.findChildren(QPushButton) if "Meld feil" in one.text())


def correct(house: House, hands: Hands) -> None:
    def fill(form: QWidget) -> None:
        assert isinstance(form, CorrectionForm)
        form.activateWindow()
        house.driver.wait(lambda: QApplication.focusWidget() is form.new)
        hands.type("22674399")
        hands.press(Qt.Key.Key_Return)

    hands.actions += 1
    answering(house, report(house).click, fill)


def test_three_actions_and_the_number_is_right(house: House) -> None:
    house.read(CARE)
    hands = Hands(house)
    correct(house, hands)
    assert hands.actions == 3
    house.driver.wait(lambda: "22 67 43 99" in words(house.search.detail()))
    shown = words(house.search.detail())
    assert any(one.startswith("Rettet av dere") for one in shown)
    old = next(
        one for one in house.search.detail().findChildren(QLabel) if one.text() == "22 67 43 45"
    )
    assert old.font().strikeOut()
    assert old.accessibleName() == "Før: 22 67 43 45"
    assert house.shell.strip.text() == "Bruke deres nummer på plakater?"


def test_it_lies_in_the_binder_and_can_be_taken_back(house: House) -> None:
    house.read(CARE)
    correct(house, Hands(house))
    house.driver.wait(lambda: "22 67 43 99" in words(house.search.detail()))
    house.shell.go("binder")
    tab = house.shell.pages.binder().corrections
    house.driver.wait(lambda: tab.list.count() == 1)
    assert tab.waiting.text() == "Ikke sendt (1)"
    assert "22 67 43 45 → 22 67 43 99" in tab.list.item(0).text()
    tab.remove.click()
    house.driver.wait(lambda: tab.list.count() == 0)
    house.control(Qt.Key.Key_Z)
    house.driver.wait(lambda: tab.list.count() == 1)


def test_the_answer_about_posters_holds_for_all(house: House) -> None:
    house.read(CARE)
    correct(house, Hands(house))
    house.driver.wait(lambda: house.shell.strip.text() == "Bruke deres nummer på plakater?")
    yes = next(one for one in house.shell.strip.findChildren(QPushButton) if one.text() == "Ja")
    yes.click()
    house.driver.wait(lambda: house.desk(lambda desk: desk.corrector.on_paper()) is True)  # type: ignore[attr-defined]
