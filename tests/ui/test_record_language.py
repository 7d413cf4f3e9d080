"""A page is read in the window's language or says that it is Norwegian; its words are explained."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

import real_window
from feltperm.ui.binder.site_dialog import SiteDialog
from feltperm.ui.record.bodies import TERM
from feltperm.ui.toolkit.languages import Language
from feltperm.ui.toolkit.look import Look
from real_window import House


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[House]:
    profile = tmp_path_factory.mktemp("english") / "profile"
    with real_window.opened(profile, look=Look("light", language="en")) as house:
        house.skip_first_start()
        yield house


def shown(house: House) -> list[str]:
    return [one.text() for one in house.search.detail().findChildren(QLabel) if one.text()]


def test_guidance_that_is_whole_in_english_is_read_in_english(house: House) -> None:
    house.read("national/gd-overdose")
    assert "Overdose: what to do" in shown(house)
    assert "Norwegian only" not in shown(house)


def test_what_is_only_norwegian_says_so_and_is_not_mixed(house: House) -> None:
    house.read("national/svc-116117")
    assert "Norwegian only" in shown(house)
    assert "Opening hours" in shown(house)
    assert any("fastlegen" in text for text in shown(house))


def test_words_of_the_services_are_explained_in_english_with_the_keyboard(house: House) -> None:
    house.read("national/svc-116117")
    house.keys(Qt.Key.Key_F1, modifier=Qt.KeyboardModifier.ShiftModifier)
    told = QApplication.focusWidget()
    assert isinstance(told, QLabel)
    assert told.objectName() == TERM
    assert told.text().startswith("legevakt: Out-of-hours doctor")


def test_a_word_tells_its_meaning_where_it_stands(house: House) -> None:
    house.read("national/svc-116117")
    told = [one.toolTip() for one in house.search.detail().findChildren(QLabel)]
    assert any(tip.startswith("fastlege: Your regular general practitioner") for tip in told)


def test_a_list_shows_what_is_in_english_in_english_and_the_rest_in_bokmaal(house: House) -> None:
    house.shell.go("search")
    house.driver.type(house.field, "overdose")
    house.driver.wait(lambda: "“overdose”" in house.search.count.text())
    rows = house.search.results.rows
    titles = [rows.index(number).data() for number in range(rows.rowCount())]
    house.field.clear()
    assert "Overdose: what to do" in titles
    assert "Overdose: det du gjør" not in titles
    assert "Overdoseteamet i Bergen" in titles


def test_places_to_follow_are_offered_by_their_name_in_the_language(house: House) -> None:
    def look(dialog: SiteDialog) -> None:
        house.driver.wait(lambda: dialog.service.completer() is not None)
        offered = dialog.service.completer().model()
        names.extend(offered.index(row, 0).data() for row in range(offered.rowCount()))

    names: list[str] = []
    real_window.answering(house, house.shell.pages.binder().new_site, look)
    assert "Medisinsk nødtelefon 113 (The whole country)" in names
    assert not [name for name in names if "(Hele landet)" in name]


def test_the_emergency_card_opens_in_the_language_of_the_window(house: House) -> None:
    card = house.shell.emergency()
    assert "Call 113" in [one.text() for one in card.findChildren(QLabel)]


EXPLAINED = {
    "nb": "legevakt: Lege når det haster, men ikke er fare for liv, og fastlegen har stengt.",
    "nn": "legevakt: Lege når det hastar, men ikkje er fare for liv, og fastlegen har stengt.",
    "en": "legevakt: Out-of-hours doctor, for what is urgent but not life-threatening",
}


@pytest.mark.parametrize("language", EXPLAINED)
def test_words_are_explained_in_each_language_with_pointer_and_keyboard(
    tmp_path: Path, qapp: QApplication, language: Language
) -> None:
    with real_window.opened(tmp_path / "profile", look=Look("light", language=language)) as house:
        house.skip_first_start()
        house.read("national/svc-116117")
        house.keys(Qt.Key.Key_F1, modifier=Qt.KeyboardModifier.ShiftModifier)
        told = QApplication.focusWidget()
        assert isinstance(told, QLabel)
        said = told.text()
        tips = [one.toolTip() for one in house.search.detail().findChildren(QLabel)]
    assert said.startswith(EXPLAINED[language])
    assert any(tip.startswith(EXPLAINED[language]) for tip in tips)
