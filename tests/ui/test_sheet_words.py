"""«Som tekst» beside the preview: its words, for those who hear them or want them larger."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from feltperm.desk.sheets.as_text import sheet_text
from feltperm.errors import PaperFailed
from feltperm.ui.posters.studio import StudioPage
from real_window import House

OVERDOSE = "national/ps-overdose"


@pytest.fixture
def studio(house: House) -> StudioPage:
    house.shell.go("posters")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.sheet is not None)
    shown(house, studio, OVERDOSE)
    return studio


def shown(house: House, studio: StudioPage, ref: str) -> None:
    studio.choose(ref)
    house.driver.wait(lambda: studio.job is not None and studio.job.record == ref)


def test_words_of_the_sheet_stand_in_its_place_when_asked_for(
    house: House, studio: StudioPage
) -> None:
    preview = studio.preview
    assert studio.job is not None
    assert not preview.words.isVisible()
    preview.as_text.click()
    assert preview.words.isVisible()
    assert preview.words.toPlainText() == sheet_text(studio.job)
    assert "1. Rop og rist. Puster personen?" in preview.words.toPlainText()
    preview.as_text.click()
    assert not preview.words.isVisible()


def test_choice_holds_for_the_next_poster_and_another_language(
    house: House, studio: StudioPage
) -> None:
    studio.preview.as_text.click()
    shown(house, studio, "national/ps-113")
    assert studio.preview.words.isVisible()
    assert studio.preview.words.toPlainText().startswith("Si dette til 113\n")


def test_sheet_that_cannot_be_set_has_no_words(house: House, studio: StudioPage) -> None:
    def refuse(*_asked: object) -> object:
        raise PaperFailed("Arket kan ikke lages.")

    studio.preview.as_text.click()
    house.desk(lambda desk: setattr(desk.posters, "proof", refuse))  # type: ignore[attr-defined]
    refused: list[bool] = []
    studio.previewed.connect(lambda: refused.append(True))
    studio.choose("national/ps-113")
    house.driver.wait(lambda: refused)
    assert not studio.preview.words.isVisible()
    assert not studio.preview.as_text.isVisible()


def test_words_are_read_and_copied_but_not_written(house: House, studio: StudioPage) -> None:
    preview = studio.preview
    preview.as_text.click()
    before = preview.words.toPlainText()
    QTest.keyClicks(preview.words, "abc")
    assert preview.words.toPlainText() == before
    preview.words.selectAll()
    preview.words.copy()
    assert QApplication.clipboard().text() == before
    assert preview.words.accessibleName() == "Arket som tekst"
    assert preview.as_text.accessibleName() == "Som tekst"
