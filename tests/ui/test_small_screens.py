"""On a small laptop at 200 % text the window fits the screen, one pane at a time (DESIGN 8)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from feltperm.ui.first_start import FirstStart
from feltperm.ui.search.first_steps import FirstSteps
from feltperm.ui.settings.wipe_dialog import WipeDialog
from feltperm.ui.toolkit.colours import LIGHT
from feltperm.ui.toolkit.look import Look
from feltperm.ui.toolkit.theme import Theme, apply_theme
from real_window import House, opened
from views import VIEWS, studio

Key = Qt.Key
#: What a screen of 1280x720 leaves beside the frame of the window.
ROOM = (1280, 700)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_no_page_makes_the_window_larger_than_the_screen(
    tmp_path: Path, qapp: QApplication, language: str
) -> None:
    faults = []
    with opened(tmp_path, look=Look("light", 200, language=language), size=ROOM) as house:

        def measure(name: str) -> None:
            house.driver.settle()
            least, size = house.shell.minimumSizeHint(), house.shell.size()
            for wide, high in ((least.width(), least.height()), size.toTuple()):  # type: ignore[misc]
                if wide > ROOM[0] or high > ROOM[1]:
                    faults.append(f"{name}: {wide}x{high}")

        measure("first start")
        house.skip_first_start()
        for bar in (0, 3):
            house.shell.handouts().show_count(bar)
            for name, show in VIEWS.items():
                show(house)
                measure(f"{name}, {bar} in the tray")
    assert not faults


def cut_at_the_side(root: QWidget) -> list[str]:
    """The fields of which a part lies outside what is shown of their column."""
    found = []
    for made in root.findChildren(QWidget):
        if isinstance(made, QComboBox | QLineEdit) and made.isVisibleTo(root):
            seen = made.visibleRegion().boundingRect().width()
            if made.visibleRegion().boundingRect().height() and seen < made.width():
                found.append(f"{made.accessibleName()}: {seen} of {made.width()}")
    return found


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_field_of_a_pocket_sheet_is_cut_at_its_side(
    tmp_path: Path, qapp: QApplication, scale: int
) -> None:
    with opened(tmp_path, look=Look("light", scale)) as house:
        house.skip_first_start()
        house.desk(lambda desk: desk.collect.create("Kveldsrunden langs elva og ved Grønland torg"))  # type: ignore[attr-defined]
        house.shell.show_tray()
        house.driver.settle()
        page = house.shell.pages.tray()
        assert page is not None
        page.panes.read()
        options = page.options
        options.choose(options.kinds, "pocket")
        house.driver.wait(lambda: options.collection.count() == 2)
        options.collection.setCurrentIndex(1)
        house.driver.settle()
        assert options.evening.isVisibleTo(page)
        assert cut_at_the_side(page) == []


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication):  # type: ignore[no-untyped-def]
    with opened(tmp_path, look=Look("light", 200), size=ROOM) as made:
        made.skip_first_start()
        yield made


def test_posters_are_chosen_and_then_seen_in_turn(house: House) -> None:
    studio(house)
    page = house.shell.pages.studio()
    assert page.posters.isVisible()
    assert not page.preview.isVisible()
    page.posters.setFocus()
    house.keys(Key.Key_Down)
    assert page.posters.isVisible(), "the arrows choose in the list"
    page.panes.onward.click()
    assert not page.posters.isVisible()
    assert page.preview.isVisible()
    assert page.print_button.isVisible()
    house.keys(Key.Key_Escape)
    assert page.posters.isVisible()
    assert page.posters.hasFocus()
    house.shell.open_poster("national/ps-overdose")
    assert page.preview.isVisible(), "who asks for a poster sees it"


def test_a_wide_window_shows_list_and_sheet_beside_each_other(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path, look=Look("light", 100)) as house:
        house.skip_first_start()
        studio(house)
        page = house.shell.pages.studio()
        shown = (page.posters, page.preview, page.print_button)
        assert all(one.isVisible() for one in shown)
        assert not page.panes.onward.isVisible()
        page.panes.read()
        assert all(one.isVisible() for one in shown)
        assert not page.panes.back.isVisible()


def test_the_tray_turns_from_its_services_to_the_sheet(house: House) -> None:
    house.shell.show_tray()
    house.driver.settle()
    page = house.shell.pages.tray()
    assert page is not None
    assert page.services.isVisible()
    assert not page.preview.isVisible()
    page.panes.onward.click()
    assert page.preview.isVisible()
    assert page.options.isVisible()
    page.panes.back.click()
    assert page.services.isVisible()


def test_the_arrows_beside_the_tabs_are_drawn_large_enough_to_see(house: House) -> None:
    VIEWS["favourites"](house)
    bar = house.shell.pages.binder().tabs.tabBar()
    arrows = [made for made in bar.findChildren(QToolButton) if made.isVisible()]
    assert len(arrows) == 2
    for made in arrows:
        assert made.arrowType() == Qt.ArrowType.NoArrow, "the style's own is a dot"
        assert made.iconSize().width() >= 36
        assert made.width() >= 48, "and can be hit"
    before = bar.tabRect(0).left()
    max(arrows, key=lambda made: made.x()).click()
    house.driver.settle()
    assert bar.tabRect(0).left() < before


def test_what_may_not_be_wiped_yet_does_not_look_as_if_it_could(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(LIGHT)
    apply_theme(qapp, theme)
    dialog = WipeDialog(theme, "", None)
    qtbot.addWidget(dialog)
    dialog.show()

    def ground() -> str:
        return dialog.sure.grab().toImage().pixelColor(8, dialog.sure.height() // 2).name()

    assert not dialog.sure.isEnabled()
    assert ground() == LIGHT.chip.lower()
    dialog.sure.setEnabled(True)
    assert ground() == LIGHT.danger.lower()


# --- the first day ------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1366, 768), ROOM], ids=str)
def test_the_first_question_can_be_answered_and_skipped_without_scrolling(
    tmp_path: Path, qapp: QApplication, size: tuple[int, int]
) -> None:
    with opened(tmp_path, look=Look("light", 200), size=size) as house:
        house.driver.wait(lambda: isinstance(house.page, FirstStart))
        house.driver.settle()
        question = house.page
        assert isinstance(question, FirstStart)
        for made in (question.start, question.skip):
            assert made.visibleRegion().boundingRect().size() == made.size()
        matches = question.picker.list
        assert not matches.isVisible(), "nothing has been typed"
        house.driver.type(question.picker.field, "tro")
        assert matches.isVisible()
        row = matches.visualItemRect(matches.item(2))
        assert matches.viewport().rect().contains(row)
        house.driver.type(question.picker.field, "qwx")
        assert not matches.isVisible()


@pytest.mark.parametrize("scale", [100, 125, 200])
def test_the_first_steps_are_offered_on_a_laptop_in_every_text_size(
    tmp_path: Path, qapp: QApplication, scale: int
) -> None:
    with opened(tmp_path, look=Look("light", scale)) as house:
        house.skip_first_start()
        steps = house.search.findChildren(FirstSteps)[0]
        assert steps.isVisible()
        for made in (steps.card, steps.site, steps.colleague, steps.leave):
            assert made.visibleRegion().boundingRect().size() == made.size()
        assert house.search.results.height() > house.shell.height() / 4, "the list has its room"


def test_the_first_steps_are_on_the_first_page_alone(house: House) -> None:
    steps = house.search.findChildren(FirstSteps)[0]
    house.shell.go("services")
    house.driver.wait(lambda: not steps.isVisible())
    house.shell.go("search")
    house.driver.wait(steps.isVisible)
    steps.leave.click()
    house.shell.go("services")
    house.driver.settle()
    house.shell.go("search")
    house.driver.settle()
    assert not steps.isVisible(), "who has said «Ikke nå» is not asked again"
