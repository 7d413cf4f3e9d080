"""J2, J3, J6, J9, J10 and J11 of SCREENS section 1, each within its number of actions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from feltperm.app import install_samples
from feltperm.paths import find_paths
from feltperm.ui.binder.site_dialog import SiteDialog
from feltperm.ui.posters.print_dialog import PrintDialog
from feltperm.ui.search.first_steps import FirstSteps
from hands import Hands
from real_window import House, answering, opened

Key = Qt.Key


def texts(root: QWidget) -> list[str]:
    return [one.text() for one in root.findChildren(QLabel) if one.isVisibleTo(root)]


def named(root: QWidget, words: str) -> QPushButton:
    found = [one for one in root.findChildren(QPushButton) if words in one.accessibleName()]
    return next(one for one in found if one.isVisibleTo(root))


@pytest.fixture
def trondheim(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    """A laptop in Trondheim, with the sample pack and its alerts."""
    install_samples(find_paths(tmp_path / "profile"))
    with opened(tmp_path / "profile") as house:
        house.skip_first_start()
        house.context.reports.place_chosen.emit("5001")
        watch = house.window.alerts
        house.driver.wait(lambda: watch and watch.banner and watch.banner.shown())
        yield house


# --- J2: a new danger ---------------------------------------------------------------------------


def test_an_alert_is_read_and_its_poster_printed_in_three_actions(trondheim: House) -> None:
    house, hands = trondheim, Hands(trondheim)
    assert house.window.alerts is not None
    banner = house.window.alerts.banner
    assert banner is not None
    hands.click(banner.read_button.click)
    page = house.shell.pages.alerts()
    house.driver.wait(lambda: page.current() and page.detail.page is not None)
    hands.click(named(page.detail, "Skriv ut plakat").click)
    studio = house.shell.pages.studio()
    house.driver.wait(studio.print_button.isEnabled)
    met: list[QDialog] = []

    def close(dialog: QDialog) -> None:
        met.append(dialog)
        dialog.reject()

    answering(house, lambda: hands.click(studio.print_button.click), close)
    assert isinstance(met[0], PrintDialog)
    assert hands.actions == 3


# --- J3: an old printer -------------------------------------------------------------------------


def test_a_poster_is_at_the_printer_in_three_actions(house: House) -> None:
    hands = Hands(house)
    hands.click(lambda: house.shell.rail.chosen.emit("posters"))
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.posters.count() > 0)
    hands.click(lambda: studio.choose("national/ps-overdose"))
    house.driver.wait(studio.print_button.isEnabled)
    met: list[QDialog] = []

    def close(dialog: QDialog) -> None:
        met.append(dialog)
        dialog.reject()

    answering(house, lambda: hands.click(studio.print_button.click), close)
    assert isinstance(met[0], PrintDialog)
    assert hands.actions == 3


# --- J6: the first steps ------------------------------------------------------------------------


def test_the_first_day_is_done_in_four_actions(first_day: House) -> None:
    """The municipality, then the team's own site; each can be left out."""
    hands = Hands(first_day)
    hands.type("dra")
    hands.press(Key.Key_Return)
    first_day.driver.wait(lambda: first_day.page is first_day.search)
    steps = first_day.search.findChildren(FirstSteps)[0]
    assert steps.isVisible()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SiteDialog)
        dialog.activateWindow()
        first_day.driver.wait(
            lambda: dialog.isAncestorOf(QApplication.focusWidget() or first_day.shell)
        )
        hands.type("Varmestua")
        dialog.accept()

    answering(first_day, lambda: hands.click(steps.site.click), fill)
    first_day.driver.wait(
        lambda: (
            first_day.desk(lambda desk: [one.name for one in desk.keep.sites()])  # type: ignore[attr-defined]
            == ["Varmestua"]
        )
    )
    assert hands.actions == 4


def test_the_first_steps_go_when_somebody_searches(first_day: House) -> None:
    first_day.skip_first_start()
    steps = first_day.search.findChildren(FirstSteps)[0]
    first_day.find("sår")
    assert not steps.isVisible()


# --- J9: a mother rings -------------------------------------------------------------------------


def test_relatives_find_what_can_be_said_in_two_actions(house: House) -> None:
    hands = Hands(house)
    hands.type("pårørende")
    house.driver.wait(lambda: "«pårørende»" in house.search.count.text())
    hands.press(Key.Key_Return)
    detail = house.search.detail()
    house.driver.wait(lambda: detail.page is not None)
    assert hands.actions == 2
    assert "I samtalen" in texts(detail)


# --- J1, beside the guidance --------------------------------------------------------------------


def test_what_is_open_here_stands_beside_a_guidance_that_may_not_wait(trondheim: House) -> None:
    trondheim.driver.wait(
        lambda: trondheim.desk(lambda desk: desk.municipality()) == "5001"  # type: ignore[attr-defined]
    )
    trondheim.read("national/gd-overdose")
    said = texts(trondheim.search.detail())
    assert "Åpent nå i Trondheim" in said
    assert "Legevakt 116 117 svarer hele døgnet." in said
    # nothing stands between somebody and what to do
    assert (
        said.index("Ring 113 hvis") < said.index("Gjør dette") < said.index("Åpent nå i Trondheim")
    )
    trondheim.driver.settle()
    buttons = trondheim.search.detail().findChildren(QPushButton)
    links = [one for one in buttons if one.property("look") == "link"]
    links = [one for one in links if one.accessibleName().startswith("Legevakt")]
    assert links
    for link in links:
        assert link.width() > 200, "the name is read on its line"


# --- J10: a crisis ------------------------------------------------------------------------------


def test_the_measures_are_found_by_their_word(house: House) -> None:
    hands = Hands(house)
    hands.type("krise")
    house.driver.wait(lambda: house.search.checklist.isVisible())
    hands.click(house.search.checklist.click)
    page = house.shell.pages.crisis()
    house.driver.wait(lambda: page.list.count() == 13)
    assert hands.actions == 2


# --- J11: a colleague who reads little Norwegian --------------------------------------------------


def test_english_words_find_norwegian_pages_and_the_window_speaks_english(house: House) -> None:
    hands, before = Hands(house), house.shell.centre
    hands.click(lambda: house.shell.topbar.language_chosen.emit("en"))
    house.driver.wait(lambda: house.shell.centre is not before)
    house.driver.settle()
    house = House(house.window, house.driver)
    assert house.shell.topbar.search.placeholderText() == "Search for help"
    hands.type("wound")
    house.driver.wait(lambda: "wound" in house.search.count.text())
    hands.press(Key.Key_Return)
    detail = house.search.detail()
    house.driver.wait(lambda: detail.page is not None)
    assert hands.actions == 3
    assert "sår" in detail.page.entry.record.title["nb"].casefold()  # type: ignore[union-attr]
