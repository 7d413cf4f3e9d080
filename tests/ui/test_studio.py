"""The poster page: what can be printed is the sheet that was chosen, and is seen."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt

from feltperm.binder import Site
from feltperm.errors import PaperFailed
from feltperm.ui.posters.studio import StudioPage
from real_window import House, held

NOT_OFFERED = "Plakaten finnes ikke i innholdet."
SITE = Site(name="Feltstasjonen", address="Eksempelgata 1", is_default=True)


@pytest.fixture
def studio(house: House) -> StudioPage:
    """The page with its first poster set, in a house that has one place."""
    house.desk(lambda desk: desk.keep.add_site(SITE))  # type: ignore[attr-defined]
    house.shell.go("posters")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.sheet is not None)
    return studio


def can_be_printed(studio: StudioPage) -> bool:
    """Say whether the sheet can be printed and saved; the two always agree."""
    both = {studio.print_button.isEnabled(), studio.save_button.isEnabled()}
    assert len(both) == 1
    assert both == {studio.job is not None} == {studio.sheet is not None}
    return both == {True}


def chosen(studio: StudioPage) -> str:
    return str(studio.posters.currentItem().data(Qt.ItemDataRole.UserRole))


def test_no_place_stays_no_place_when_the_places_change(house: House, studio: StudioPage) -> None:
    choice = studio.options.site
    assert choice.currentData() == SITE.name
    choice.setCurrentIndex(choice.findData(""))
    house.driver.wait(lambda: studio.job is not None)
    house.desk(lambda desk: desk.keep.add_site(Site(name="Bussen")))  # type: ignore[attr-defined]
    house.context.reports.sites_changed.emit()
    house.driver.wait(lambda: choice.count() == 3 and studio.job is not None)
    assert choice.currentText() == "Uten sted"
    assert studio.job is not None
    assert studio.job.site is None


def test_a_chosen_place_that_is_removed_gives_way_to_the_first(
    house: House, studio: StudioPage
) -> None:
    house.desk(lambda desk: desk.keep.remove_site(SITE.name))  # type: ignore[attr-defined]
    house.context.reports.sites_changed.emit()
    house.driver.wait(lambda: studio.options.site.count() == 1 and studio.job is not None)
    assert studio.options.site.currentText() == "Uten sted"


def test_nothing_can_be_printed_until_the_chosen_poster_is_set(
    house: House, studio: StudioPage
) -> None:
    assert can_be_printed(studio)
    before = studio.job
    with held(house.window.press):
        studio.posters.setCurrentRow(1)
        house.desk(lambda _desk: None)
        assert not can_be_printed(studio)
        studio.print_poster()  # opens nothing, or the test would stand still here
    house.driver.wait(lambda: can_be_printed(studio))
    assert studio.job is not None
    assert before is not None
    assert studio.job.title != before.title


def test_a_sheet_that_comes_late_is_not_taken_for_the_chosen_one(
    house: House, studio: StudioPage
) -> None:
    finished: list[object] = []
    with ExitStack() as longer:
        with held(house.window.press):
            studio.posters.setCurrentRow(1)
            house.desk(lambda _desk: None)  # the second poster has been asked of the press …
            longer.enter_context(held(house.window.desk))
            studio.posters.setCurrentRow(2)  # … when the third is chosen
        house.window.press.run(lambda _press: None, finished.append, finished.append)
        house.driver.wait(lambda: finished)
        assert not can_be_printed(studio)
    house.driver.wait(lambda: can_be_printed(studio))
    assert studio.job is not None
    assert studio.job.record == chosen(studio)


def test_a_poster_that_cannot_be_set_cannot_be_printed(house: House, studio: StudioPage) -> None:
    def refuse(*_asked: object) -> object:
        raise PaperFailed("Arket kan ikke lages.")

    house.desk(lambda desk: setattr(desk.posters, "proof", refuse))  # type: ignore[attr-defined]
    refused: list[bool] = []
    studio.previewed.connect(lambda: refused.append(True))
    studio.posters.setCurrentRow(1)
    house.driver.wait(lambda: refused)
    assert not can_be_printed(studio)


def test_a_poster_that_is_not_offered_is_said_before_the_list_is_there(house: House) -> None:
    house.shell.open_poster("national/ps-borte")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.sheet is not None)
    assert house.shell.strip.text() == NOT_OFFERED
    house.shell.strip.close_message()
    house.context.reports.sites_changed.emit()
    house.desk(lambda _desk: None)
    assert house.shell.strip.text() == "", "it is said once"


def test_a_poster_that_is_not_offered_is_said_with_the_list_there(
    house: House, studio: StudioPage
) -> None:
    before = chosen(studio)
    house.shell.open_poster("national/ps-borte")
    assert house.shell.strip.text() == NOT_OFFERED
    assert chosen(studio) == before
    house.shell.strip.close_message()
    house.context.reports.sites_changed.emit()
    house.desk(lambda _desk: None)
    assert house.shell.strip.text() == "", "it is said once"
