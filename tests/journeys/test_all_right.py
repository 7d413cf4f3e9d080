"""Somebody has rung and all was right: two actions, and the page says whose word it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from feltperm.ui.record.correcting import ConfirmationForm
from hands import Hands
from real_window import House, answering

CARE = "national/svc-feltpleien-oslo"


def words(root: QWidget) -> list[str]:
    return [one.text() for one in root.findChildren(QLabel) if one.isVisibleTo(root)]


def own(house: House) -> list[str]:
    return [one for one in words(house.search.detail()) if one.startswith("Bekreftet av dere")]


def buttons(house: House) -> dict[str, QPushButton]:
    found = house.search.detail().findChildren(QPushButton)
    return {one.text().strip(): one for one in found}


def confirm(house: House, hands: Hands) -> None:
    def agree(form: QWidget) -> None:
        assert isinstance(form, ConfirmationForm)
        assert "22 67 43 45" in form.facts.text()
        form.activateWindow()
        house.driver.wait(lambda: QApplication.activeWindow() is form)
        hands.press(Qt.Key.Key_Return)

    hands.actions += 1
    answering(house, buttons(house)["Meld at alt stemmer"].click, agree)


def test_two_actions_and_the_page_says_whose_word_it_is(house: House) -> None:
    house.read(CARE)
    chips = [one for one in words(house.search.detail()) if "bekreftet" in one.lower()]
    hands = Hands(house)
    confirm(house, hands)
    assert hands.actions == 2
    house.driver.wait(lambda: bool(own(house)))
    (said,) = own(house)
    assert said.endswith(", ikke av den som gir ut innholdet.")
    still = [one for one in words(house.search.detail()) if "bekreftet" in one.lower()]
    assert [one for one in still if one != said] == chips, "the publisher's word is as it was"
    assert house.shell.strip.text() == "Notert: alt stemmer. Angre (Ctrl+Z)"


def test_it_is_undone_at_once(house: House) -> None:
    house.read(CARE)
    confirm(house, Hands(house))
    house.driver.wait(lambda: bool(own(house)))
    house.control(Qt.Key.Key_Z)
    house.driver.wait(lambda: not own(house))


def test_it_lies_among_the_corrections_and_can_be_taken_back(house: House) -> None:
    house.read(CARE)
    confirm(house, Hands(house))
    house.driver.wait(lambda: bool(own(house)))
    house.shell.go("binder")
    tab = house.shell.pages.binder().corrections
    house.driver.wait(lambda: tab.list.count() == 1)
    assert tab.waiting.text() == "Ikke sendt (1)"
    _, facts = tab.list.item(0).text().splitlines()
    assert facts.startswith("Alt stemmer  ·  Bekreftet ")
    tab.remove.click()
    house.driver.wait(lambda: tab.list.count() == 0)
    house.control(Qt.Key.Key_Z)
    house.driver.wait(lambda: tab.list.count() == 1)


def test_guidance_and_what_has_closed_have_nothing_to_confirm(house: House) -> None:
    house.read("national/gd-overdose")
    assert "Meld at alt stemmer" not in buttons(house)
    house.read(CARE)
    assert "Meld at alt stemmer" in buttons(house)
