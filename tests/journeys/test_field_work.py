"""What people come for, in the actions that SCREENS section 1 allows.

One action is one click, one key combination or one typed word.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from feltperm.catalogue.records import Guidance, pick
from feltperm.ui.binder.site_dialog import SiteDialog
from feltperm.ui.first_start import FirstStart
from hands import Hands
from real_window import House, opened

Key = Qt.Key


def texts(root: QWidget) -> list[str]:
    return [made.text() for made in root.findChildren(QLabel) if made.isVisibleTo(root)]


def inside(root: QWidget, name: str) -> QPushButton:
    return next(made for made in root.findChildren(QPushButton) if made.accessibleName() == name)


# --- J1: a wound, Saturday night ----------------------------------------------------------------


def test_a_wound_opens_the_signs_of_danger_and_the_number_can_be_copied(house: House) -> None:
    hands, detail = Hands(house), house.search.detail()
    hands.type("sår")
    house.driver.wait(lambda: "«sår»" in house.search.count.text())
    hands.press(Key.Key_Return)
    house.driver.wait(lambda: detail.page is not None)
    assert detail.page is not None
    record = detail.page.entry.record
    assert isinstance(record, Guidance)
    said = texts(detail)
    danger, doctor = said.index("Ring 113 hvis"), said.index("Ring legevakt 116 117 hvis")
    assert danger < doctor < said.index("Godt å vite")
    cards = [said[danger + 1], said[doctor + 1]]
    assert all(sign.startswith("•") for sign in cards)
    copy = inside(detail, "Kopier nummeret 116117")
    assert detail.viewport().rect().contains(copy.mapTo(detail.viewport(), copy.rect().center()))
    copy.click()
    hands.actions += 1
    assert QGuiApplication.clipboard().text() == "116117"
    assert hands.actions == 3


def test_the_list_under_a_question_is_never_empty_of_help(house: House) -> None:
    house.find("qwxzv")
    said = texts(house.search)
    assert "Ingen treff på «qwxzv»." in said
    assert "Legevakt 116 117 svarer hele døgnet. Ved fare for liv: ring 113." in said
    inside(house.search, "Se akuttkortet (F2)").click()
    card = house.shell.emergency()
    assert card is not None
    assert card.isVisible()


def test_filters_that_hide_everything_can_be_taken_away(house: House) -> None:
    house.search.filters.set_kind("posters")
    house.search.filters.set_municipality("5057")
    house.driver.type(house.field, "metadon")
    house.driver.wait(lambda: "«metadon»" in house.search.count.text())
    assert house.search.results.rows.rowCount() == 0
    inside(house.search, "Nullstill filtre").click()
    house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
    assert not house.search.filters.active()


# --- J6: the first day --------------------------------------------------------------------------


def test_the_first_day_takes_two_actions_and_can_be_left_out(first_day: House) -> None:
    hands = Hands(first_day)
    assert isinstance(first_day.page, FirstStart)
    hands.type("dra")
    assert first_day.page.picker.list.item(0).text().startswith("Drammen")
    hands.press(Key.Key_Return)
    first_day.driver.wait(lambda: first_day.page is first_day.search)
    assert hands.actions == 2
    assert first_day.search.filters.municipality == "3301"
    assert first_day.field.hasFocus()


def test_the_first_question_is_left_out_by_keyboard(first_day: House) -> None:
    hands = Hands(first_day)
    hands.tab_to("Hopp over")
    hands.press(Key.Key_Space)
    first_day.driver.wait(lambda: first_day.page is first_day.search)
    assert first_day.search.filters.municipality == ""


def test_someone_may_search_before_answering(first_day: House) -> None:
    Hands(first_day).press(Key.Key_K, control=True)
    first_day.keys("nalokson")
    first_day.driver.wait(lambda: "«nalokson»" in first_day.search.count.text())
    assert first_day.page is first_day.search


# --- the main job -------------------------------------------------------------------------------


def test_the_main_job_needs_no_mouse(first_day: House, tmp_path: Path) -> None:
    house, hands = first_day, Hands(first_day)
    shell, search = house.shell, house.search
    hands.type("trondh")
    hands.press(Key.Key_Return)
    house.driver.wait(lambda: house.page is search)

    hands.type("sprøiter")
    house.driver.wait(lambda: "«sprøiter»" in search.count.text())
    hands.press(Key.Key_Return)
    house.driver.wait(lambda: search.detail().page is not None)
    hands.press(Key.Key_D, control=True)
    house.driver.wait(lambda: search.results.current_row().starred)  # type: ignore[union-attr]
    assert hands.actions == 5, "found, read and starred"

    hands.press(Key.Key_5, alt=True)
    binder = shell.pages.binder()
    house.driver.wait(lambda: house.page is binder and binder.favourites.rows.rowCount() == 1)
    binder.tabs.tabBar().setFocus()
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Right)
    hands.tab_to("Nytt sted …")

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, SiteDialog)
        for words in ("Feltstasjonen", "Gata 1, Trondheim", "73 00 00 00"):
            hands.type(words)
            house.keys(Key.Key_Tab)
        hands.press(Key.Key_Return)

    house.driver.in_dialog(fill, lambda: hands.press(Key.Key_Space))
    house.driver.wait(lambda: binder.sites.count() == 1)

    hands.press(Key.Key_4, alt=True)
    studio = shell.pages.studio()
    house.driver.wait(lambda: studio.sheet is not None)
    studio.posters.setFocus()
    hands.type("over")
    house.driver.wait(
        lambda: studio.job is not None and studio.job.record == "national/ps-overdose"
    )
    job = studio.job
    assert job is not None
    assert job.site is not None
    assert job.site.phone == "73 00 00 00"
    assert hands.actions <= 15

    target, saved = tmp_path / "overdose.pdf", list[str]()
    studio.saved.connect(saved.append)
    studio.save(target)
    house.driver.wait(lambda: saved)
    with pypdfium2.PdfDocument(target) as pdf:
        assert "73 00 00 00" in pdf[0].get_textpage().get_text_range()


def test_what_was_done_is_there_the_next_day(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.keys("osl", Key.Key_Return)
        house.read("national/gd-overdose")
        house.control(Key.Key_D)
        house.driver.wait(lambda: house.desk(lambda desk: desk.keep.refs()))  # type: ignore[attr-defined]
    with opened(tmp_path) as house:
        assert house.search.filters.municipality == "0301"
        house.shell.go("binder")
        favourites = house.shell.pages.binder().favourites
        house.driver.wait(lambda: favourites.rows.rowCount() == 1)
        favourites.setFocus()
        favourites.step(1)
        house.keys(Key.Key_Return)
        house.driver.wait(lambda: house.search.detail().ref() == "national/gd-overdose")


def test_a_poster_follows_every_choice(house: House) -> None:
    house.shell.open_poster("national/ps-overdose")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.sheet is not None)
    options = studio.options
    for group, value, shown in (
        (options.languages, "pl", lambda job: job.languages[0] == "pl" or "pl" in job.languages),
        (options.papers, "a5", lambda job: job.paper == "a5"),
        (options.inks, "save", lambda job: job.ink == "save"),
    ):
        before = studio.sheet
        options.choose(group, value)
        house.driver.wait(
            lambda before=before, shown=shown: (  # type: ignore[misc]
                studio.sheet is not before and studio.job is not None and shown(studio.job)
            )
        )
    assert studio.preview.pixmap() is not None


def test_seven_steps_in_one_order_on_card_page_and_poster(house: House) -> None:
    house.read("national/gd-overdose")
    detail = house.search.detail()
    assert detail.page is not None
    record = detail.page.entry.record
    assert isinstance(record, Guidance)
    steps = [pick(step.title)[1] for step in record.steps]
    assert len(steps) == 7
    details = [pick(step.detail)[1] for step in record.steps]

    def in_order(said: list[str]) -> None:
        pairs = list(pairwise(said))
        places = [pairs.index(step) for step in zip(steps, details, strict=True)]
        assert places == sorted(places)

    in_order(texts(detail))

    house.shell.show_emergency()
    card = house.shell.emergency()
    assert card is not None
    in_order(texts(card))
    card.close()

    house.shell.open_poster("national/ps-overdose")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.job is not None and studio.job.record.endswith("ps-overdose"))
    assert studio.job is not None
    assert [pick(item.title)[1] for item in studio.job.items] == steps
    assert [pick(item.detail)[1] for item in studio.job.items] == details


@pytest.mark.parametrize("word", ["sprøyter", "nalokson", "overdose", "pårørende", "legevakt"])
def test_the_first_hit_of_a_common_word_can_be_read(house: House, word: str) -> None:
    house.find(word)
    house.keys(Key.Key_Return)
    house.driver.wait(lambda: house.search.detail().page is not None)
    said = texts(house.search.detail())
    assert "Kilde" in said
    assert any("Lest " in line for line in said), "source and date stand under everything"
