"""Never a dead end: the way back to what was typed, and who answers when nothing was found."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from feltperm.catalogue.library import Ref
from feltperm.ui.search import no_hits
from feltperm.ui.search.no_hits import NoHits
from real_window import House, held, opened

Key = Qt.Key
LOST = "qqxxyyzzqq"


def texts(root: QWidget) -> list[str]:
    return [one.text() for one in root.findChildren(QLabel) if one.isVisibleTo(root)]


def buttons(root: QWidget) -> dict[str, QPushButton]:
    return {one.accessibleName(): one for one in root.findChildren(QPushButton)}


def nothing(house: House) -> NoHits:
    shown = house.search.findChild(NoHits)
    assert isinstance(shown, NoHits)
    assert shown.isVisible()
    return shown


def counted(house: House, words: str) -> None:
    house.driver.wait(lambda: words in house.search.count.text())


# --- the literal question -----------------------------------------------------------------------


def test_the_list_says_for_which_words_and_goes_back_with_one_click(house: House) -> None:
    house.find("sprøiter")
    assert house.search.count.text().endswith("treff på «sprøiter»  ·  viser treff for «sprøyter»")
    back = house.search.literal
    assert back.isVisible()
    assert back.accessibleName() == "Søk bare etter «sprøiter»"
    back.click()
    counted(house, "0 treff på bare «sprøiter»")
    assert "sprøyter" in buttons(nothing(house))
    assert back.accessibleName() == "Ta med lignende ord (Esc)"
    back.click()
    counted(house, "viser treff for «sprøyter»")
    assert house.search.results.isVisible()


def test_what_is_known_needs_no_way_back(house: House) -> None:
    house.find("sprøyter")
    assert house.search.results.rows.rowCount()
    assert not house.search.literal.isVisible()


def test_the_next_keystroke_leaves_the_literal_question(house: House) -> None:
    house.find("sprøiter")
    house.search.literal.click()
    counted(house, "bare «sprøiter»")
    house.control(Key.Key_K)
    house.keys(Key.Key_End, Key.Key_Backspace)
    counted(house, "treff på «sprøite»")
    house.keys("r")
    counted(house, "treff på «sprøiter»  ·  viser treff for")


@pytest.mark.parametrize("focus", ["field", "link"])
def test_escape_leaves_the_literal_question_and_then_clears(house: House, focus: str) -> None:
    house.find("sprøiter")
    house.search.literal.click()
    counted(house, "bare «sprøiter»")
    (house.field if focus == "field" else house.search.literal).setFocus()
    house.keys(Key.Key_Escape)
    counted(house, "viser treff for")
    assert house.field.text() == "sprøiter"
    house.field.setFocus()
    house.keys(Key.Key_Escape)
    assert house.field.text() == ""
    counted(house, "oppføringer")
    assert not house.search.literal.isVisible()


def test_a_whole_list_is_no_literal_question(house: House) -> None:
    house.find("sprøiter")
    house.search.literal.click()
    counted(house, "bare «sprøiter»")
    buttons(house.shell.rail)["Veiledning"].click()
    counted(house, "oppføringer")
    assert not house.search.literal.isVisible()
    buttons(house.shell.rail)["Søk"].click()
    house.find("sprøiter")
    assert "viser treff for" in house.search.count.text()


# --- nothing found ------------------------------------------------------------------------------


def test_nothing_found_says_whom_to_call(house: House) -> None:
    house.find(LOST)
    page = nothing(house)
    shown = texts(page)
    assert f"Ingen treff på «{LOST}»." in shown
    assert "Legevakt 116 117 svarer hele døgnet. Ved fare for liv: ring 113." in shown
    lines = house.desk(lambda desk: desk.find.helplines())  # type: ignore[attr-defined]
    numbers = [one.row.phone for one in lines]  # type: ignore[attr-defined]
    assert numbers[0] == "113"
    assert {"116 117", "116 123", "22 40 00 40", "800 40 567"} <= set(numbers)
    assert [text for text in shown if text in numbers] == numbers
    for number in page.findChildren(QLabel):
        if number.text() in numbers:
            assert number.property("look") == "phone"
            assert number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_number_is_copied_and_its_page_opened(house: House) -> None:
    house.find(LOST)
    buttons(nothing(house))["Kopier nummeret 116123"].click()
    assert QApplication.clipboard().text() == "116123"
    buttons(nothing(house))["Hjelpetelefonen til Mental Helse"].click()
    house.driver.wait(lambda: house.search.detail().ref() == "national/svc-mental-helse")


def test_what_nobody_has_confirmed_says_so_beside_its_number(house: House) -> None:
    house.find(LOST)
    lines = house.desk(lambda desk: desk.find.helplines())  # type: ignore[attr-defined]
    unsure = [one.doubt for one in lines if one.doubt]  # type: ignore[attr-defined]
    assert unsure
    assert [text for text in texts(nothing(house)) if text.startswith("Ikke bekreftet")] == unsure


def test_whom_to_call_is_drawn_once_however_many_letters_follow(house: House) -> None:
    house.find(LOST)
    first = buttons(nothing(house))["Kopier nummeret 116123"]
    house.driver.type(house.field, "q")
    counted(house, f"«{LOST}q»")
    assert f"Ingen treff på «{LOST}q»." in texts(nothing(house))
    assert buttons(nothing(house))["Kopier nummeret 116123"] is first


def test_only_the_national_pack_says_whom_to_call(house: House) -> None:
    lines = house.desk(lambda desk: desk.find.helplines())  # type: ignore[attr-defined]
    refs = [one.row.ref for one in lines]  # type: ignore[attr-defined]
    assert refs[0] == Ref("national", "svc-113")
    assert {ref.pack for ref in refs} == {"national"}
    assert "svc-bergen-hjelpetelefon" not in {ref.id for ref in refs}, "historical, and of one town"


def test_the_nearest_words_are_buttons_that_search(house: House) -> None:
    house.find("feltsykkelplie")
    chip = buttons(nothing(house))["feltsykepleie"]
    chip.click()
    counted(house, "treff på «feltsykepleie»")
    assert house.field.text() == "feltsykepleie"
    assert house.search.results.rows.rowCount()


def test_filters_are_taken_away_and_the_emergency_card_opened(house: House) -> None:
    house.find(LOST)
    assert "Nullstill filtre" not in buttons(nothing(house))
    house.search.filters.set_kind("posters")
    counted(house, "0 treff")
    house.driver.wait(lambda: "Nullstill filtre" in buttons(nothing(house)))
    buttons(nothing(house))["Nullstill filtre"].click()
    house.driver.wait(lambda: house.search.filters.kind_name() == "all")
    counted(house, "0 treff")
    buttons(nothing(house))["Se akuttkortet (F2)"].click()
    house.driver.wait(lambda: house.shell.emergency().isVisible())
    house.shell.emergency().close()


def test_everything_is_within_reach_of_the_keyboard_and_on_one_pane(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path, size=(720, 500)) as house:
        house.skip_first_start()
        house.find(LOST)
        page = nothing(house).findChild(QScrollArea)
        assert isinstance(page, QScrollArea)
        house.driver.settle()
        assert page.widget().width() <= page.viewport().width(), "no text is cut at the right"
        last = buttons(page)["Kopier nummeret 116006"]
        last.setFocus(Qt.FocusReason.TabFocusReason)
        page.ensureWidgetVisible(last)
        house.driver.settle()
        assert last.visibleRegion().boundingRect().isValid()
        house.keys(Key.Key_F2)
        house.driver.wait(lambda: house.shell.emergency().isVisible())
        house.shell.emergency().close()


# --- kept for the publisher ---------------------------------------------------------------------


def kept(house: House) -> list[str]:
    searches = house.desk(lambda desk: desk.failed.list())  # type: ignore[attr-defined]
    return [one.query for one in searches]  # type: ignore[attr-defined]


def keep(house: House) -> None:
    house.desk(lambda desk: desk.failed.keep(True))  # type: ignore[attr-defined]


def test_nothing_is_kept_unless_it_is_asked_for(house: House) -> None:
    house.find(LOST)
    house.keys(Key.Key_Return)
    assert kept(house) == []


def test_enter_keeps_what_was_meant_once_and_not_its_beginnings(house: House) -> None:
    keep(house)
    house.find(LOST)
    house.keys(Key.Key_Return, Key.Key_Return)
    assert kept(house) == [LOST]
    searches = house.desk(lambda desk: desk.failed.list())  # type: ignore[attr-defined]
    assert searches[0].times == 1  # type: ignore[index]


def test_words_that_stand_for_a_while_were_meant(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(house)
    page = house.search.findChild(NoHits)
    assert isinstance(page, NoHits)
    missed: list[str] = []
    page.missed.connect(missed.append)
    assert page._meant.interval() == no_hits.MEANT_MS == 2000
    page._meant.setInterval(150)
    house.find(LOST)
    house.driver.wait(lambda: missed)
    assert missed == [LOST]
    assert kept(house) == [LOST]


def test_words_that_are_taken_back_in_time_were_not(house: House) -> None:
    keep(house)
    house.find(LOST)
    page = nothing(house)
    assert page._meant.isActive()
    with held(house.window.desk):
        house.field._clear_text()
        house.driver.settle()
    counted(house, "oppføringer")
    assert not page._meant.isActive()
    page.settle()
    assert kept(house) == []


@pytest.mark.parametrize("how", ["a kind", "literal"])
def test_what_was_not_searched_everywhere_is_not_kept(house: House, how: str) -> None:
    keep(house)
    if how == "a kind":
        house.search.filters.set_kind("posters")
        house.find(LOST)
    else:
        house.find("sprøiter")
        house.search.literal.click()
        counted(house, "bare «sprøiter»")
    house.keys(Key.Key_Return)
    assert kept(house) == []
