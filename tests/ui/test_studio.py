"""The poster page: what can be printed is the sheet that was chosen, and is seen."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton

from feltperm.binder import Site
from feltperm.desk.sheets.posters import Proof
from feltperm.errors import PaperFailed
from feltperm.paper.forms import WeekJob
from feltperm.ui.posters.outlet import Outlet
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


# --- several posters in one job -----------------------------------------------------------------


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Proof]]:
    """What the studio asks to have printed together."""
    asked: list[Sequence[Proof]] = []
    monkeypatch.setattr(Outlet, "print_all", lambda _outlet, proofs, _name: asked.append(proofs))
    return asked


def test_several_selected_posters_are_printed_as_one_job(
    house: House, studio: StudioPage, printed: list[Sequence[Proof]]
) -> None:
    assert studio.print_button.text() == "Skriv ut …"
    studio.posters.clearSelection()
    for number in (0, 2):
        studio.posters.item(number).setSelected(True)
    assert studio.print_button.text() == "Skriv ut 2 plakater …"
    house.driver.wait(lambda: can_be_printed(studio))
    studio.print_button.click()
    house.driver.wait(lambda: printed)
    wanted = [str(studio.posters.item(number).data(Qt.ItemDataRole.UserRole)) for number in (0, 2)]
    assert [proof.job.record for proof in printed[0]] == wanted
    assert {proof.job.site.name for proof in printed[0] if proof.job.site} == {SITE.name}


def test_the_whole_set_of_a_place_is_one_job(
    house: House, studio: StudioPage, printed: list[Sequence[Proof]]
) -> None:
    assert studio.whole_set.accessibleName() == "Skriv ut hele settet for Feltstasjonen …"
    studio.options.choose(studio.options.papers, "a3")
    studio.options.choose(studio.options.languages, "nn")
    studio.whole_set.click()
    house.driver.wait(lambda: printed)
    assert len(printed[0]) >= studio.posters.count() - 1, "a week sheet needs times"
    assert {proof.job.ink for proof in printed[0]} == {"colour"}
    assert "a3" in {proof.job.paper for proof in printed[0]}
    choice = studio.options.site
    choice.setCurrentIndex(choice.findData(""))
    assert studio.whole_set.accessibleName() == "Skriv ut hele settet …"


def test_the_ink_a_sheet_takes_is_shown(house: House, studio: StudioPage) -> None:
    colour = studio.coverage.text()
    assert colour.startswith("Blekk: omtrent ")
    studio.options.choose(studio.options.inks, "save")
    assert studio.coverage.text() == ""
    house.driver.wait(lambda: studio.coverage.text())
    assert studio.coverage.text() != colour


def segments(group: QButtonGroup) -> list[str]:
    """What can be chosen in a row, in its order."""
    return [option.text() for option in group.buttons()]


def show(house: House, studio: StudioPage, ref: str) -> None:
    studio.choose(ref)
    house.driver.wait(lambda: studio.job is not None and studio.job.record.startswith(ref))


def test_a_poster_offers_the_forms_it_can_be_had_in(house: House, studio: StudioPage) -> None:
    options = studio.options
    show(house, studio, "national/ps-overdose")
    assert segments(options.forms) == ["Plakat", "Skilt", "Kort"]
    options.choose(options.forms, "signs")
    house.driver.wait(lambda: studio.job is not None and studio.job.layout == "signs")
    options.choose(options.forms, "cards")
    house.driver.wait(lambda: studio.job is not None and studio.job.layout == "cards")
    assert segments(options.papers) == ["A4"]
    options.choose(options.forms, "")
    house.driver.wait(lambda: studio.job is not None and studio.job.layout == "steps")
    assert segments(options.papers) == ["A4", "A3", "A5", "A6"]


def test_a_form_is_left_where_the_next_poster_has_none(house: House, studio: StudioPage) -> None:
    options = studio.options
    show(house, studio, "national/ps-overdose")
    options.choose(options.forms, "cards")
    house.driver.wait(lambda: studio.job is not None and studio.job.layout == "cards")
    show(house, studio, "national/ps-nalokson")
    assert studio.job is not None
    assert studio.job.layout == "cards", "what was chosen stays where the poster has it"
    show(house, studio, "national/ps-apningstid")
    assert studio.job.layout == "list"
    assert not options.forms.buttons()[0].isVisible(), "one form is no choice"


def test_a_week_sheet_shows_the_times_of_the_chosen_service(
    house: House, studio: StudioPage
) -> None:
    options = studio.options
    show(house, studio, "national/ps-utekalender")
    assert not options.times.isVisible()
    options.choose(options.forms, "week")
    house.driver.wait(lambda: studio.job is not None and studio.job.layout == "week")
    assert options.times.isVisible()
    options.times.setCurrentIndex(options.times.findData("national/svc-fyrlyset-oslo"))
    house.driver.wait(
        lambda: studio.job is not None and studio.job.record.endswith("svc-fyrlyset-oslo")
    )
    assert segments(options.periods)[0] == "Vanlig uke"
    easter = next(one for one in options.periods.buttons() if one.text().startswith("Påske"))
    easter.click()
    house.driver.wait(
        lambda: isinstance(studio.job, WeekJob) and studio.job.period == easter.property("value")
    )


def test_a_starred_service_comes_first_among_those_with_times(
    house: House, studio: StudioPage
) -> None:
    house.desk(lambda desk: desk.keep.star("svc-fyrlyset-oslo"))  # type: ignore[attr-defined]
    house.context.reports.sites_changed.emit()
    times = studio.options.times
    house.driver.wait(lambda: times.itemData(0) == "national/svc-fyrlyset-oslo")


def test_what_is_too_long_for_its_paper_offers_the_one_on_which_it_fits(
    house: House, studio: StudioPage
) -> None:
    studio.choose("national/ps-overdose")
    house.driver.wait(lambda: studio.sheet is not None and chosen(studio).endswith("overdose"))
    studio.options.choose(studio.options.languages, "pl")
    studio.options.choose(studio.options.papers, "a6")

    def offered() -> QPushButton | None:
        widgets = [studio.checks.itemAt(at).widget() for at in range(studio.checks.count())]
        return next((one for one in widgets if isinstance(one, QPushButton)), None)

    house.driver.wait(lambda: offered() is not None)
    assert not can_be_printed(studio)
    way_on = offered()
    assert way_on is not None
    larger = way_on.text().removeprefix("Velg ").lower()
    assert larger in ("a5", "a4")
    way_on.click()
    house.driver.wait(lambda: studio.job is not None)
    assert studio.job is not None
    assert studio.job.paper == larger
    assert can_be_printed(studio)


def test_a_language_that_nobody_has_reviewed_says_that_it_is_a_draft(house: House) -> None:
    house.shell.open_poster("national/ps-overdose")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.proof is not None)
    shown = {one.property("value"): one.text() for one in studio.options.languages.buttons()}
    assert shown["nb"] == "Bokmål"
    assert all(text.endswith(" · kladd") for code, text in shown.items() if code != "nb")
    studio.options.choose(studio.options.languages, "en")
    house.driver.wait(lambda: "Oversettelsen er ikke kontrollert." in studio_checks(studio))


def studio_checks(studio: object) -> tuple[str, ...]:
    proof = studio.proof  # type: ignore[attr-defined]
    return () if proof is None else proof.checks
