"""What a person types into and chooses from: search field, filters, municipality, first start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from feltperm.catalogue.areas import Geography
from feltperm.ui.first_start import FirstStart
from feltperm.ui.search.filters import FilterBar
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.picker import MunicipalityPicker
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.topbar import SearchField

Key = Qt.Key
TRONDHEIM, OSLO = "5001", "0301"


# --- the search field ---------------------------------------------------------------------------


@pytest.fixture
def field(qtbot: QtBot, theme: Theme, icons: Icons) -> SearchField:
    made = SearchField(theme, icons)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("key", "by"),
    [(Key.Key_Down, 1), (Key.Key_Up, -1), (Key.Key_PageDown, 5), (Key.Key_PageUp, -5)],
)
def test_arrows_step_through_the_results_and_leave_the_text(
    field: SearchField, key: Qt.Key, by: int
) -> None:
    steps: list[int] = []
    field.stepped.connect(steps.append)
    QTest.keyClicks(field, "sår")
    QTest.keyClick(field, key)
    assert steps == [by]
    assert field.text() == "sår"
    assert field.cursorPosition() == 3


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_is_passed_on(field: SearchField, key: Qt.Key) -> None:
    entered: list[bool] = []
    field.entered.connect(lambda: entered.append(True))
    QTest.keyClick(field, key)
    assert entered


def test_escape_clears_first_and_leaves_then(field: SearchField) -> None:
    typed, left = list[str](), list[bool]()
    field.asked.connect(typed.append)
    field.left.connect(lambda: left.append(True))
    QTest.keyClicks(field, "s")
    QTest.keyClick(field, Key.Key_Escape)
    assert typed == ["s", ""], "the list must hear that the question is gone"
    assert not left
    QTest.keyClick(field, Key.Key_Escape)
    assert left


def test_the_cross_clears_and_shows_only_with_text(field: SearchField) -> None:
    cross = field.findChild(QPushButton)
    assert isinstance(cross, QPushButton)
    assert not cross.isVisible()
    QTest.keyClicks(field, "sår")
    assert cross.isVisible()
    typed: list[str] = []
    field.asked.connect(typed.append)
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert typed == [""]
    assert not cross.isVisible()


def test_a_pasted_document_is_cut_to_a_question(field: SearchField) -> None:
    QGuiApplication.clipboard().setText("sår\nog feber\t" * 100_000)
    field.paste()
    assert len(field.text()) == SearchField.MAX_LENGTH


# --- choosing a municipality --------------------------------------------------------------------


@pytest.fixture
def picker(qtbot: QtBot, theme: Theme, geography: Geography) -> MunicipalityPicker:
    made = MunicipalityPicker(geography)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(picker: MunicipalityPicker) -> list[str]:
    return [picker.list.item(n).text() for n in range(picker.list.count())]


@pytest.mark.parametrize(
    ("letters", "number"), [("osl", OSLO), ("tron", TRONDHEIM), ("ørl", "5057"), ("orl", "5057")]
)
def test_a_few_letters_and_enter_choose(
    picker: MunicipalityPicker, letters: str, number: str
) -> None:
    chosen: list[str] = []
    picker.chosen.connect(chosen.append)
    QTest.keyClicks(picker.field, letters)
    QTest.keyClick(picker.field, Key.Key_Return)
    assert chosen == [number]


def test_arrows_choose_among_the_matches_without_leaving_the_field(
    picker: MunicipalityPicker,
) -> None:
    chosen: list[str] = []
    picker.chosen.connect(chosen.append)
    QTest.keyClicks(picker.field, "tro")
    assert shown(picker)[:2] == ["Tromsø  ·  Troms", "Trondheim  ·  Trøndelag"]
    QTest.keyClick(picker.field, Key.Key_Up)
    assert picker.list.currentRow() == 0
    for _ in range(30):
        QTest.keyClick(picker.field, Key.Key_Down)
    assert picker.list.currentRow() == picker.list.count() - 1
    for _ in range(picker.list.count() - 2):
        QTest.keyClick(picker.field, Key.Key_Up)
    QTest.keyClick(picker.field, Key.Key_Enter)
    assert chosen == [TRONDHEIM]


def test_a_click_on_a_match_chooses_it(picker: MunicipalityPicker) -> None:
    chosen: list[str] = []
    picker.chosen.connect(chosen.append)
    QTest.keyClicks(picker.field, "tro")
    area = picker.list.visualItemRect(picker.list.item(1))
    QTest.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert chosen == [TRONDHEIM]


@pytest.mark.parametrize("letters", ["", "   ", "qqq"])
def test_enter_without_a_match_chooses_nothing(picker: MunicipalityPicker, letters: str) -> None:
    chosen: list[str] = []
    picker.chosen.connect(chosen.append)
    QTest.keyClicks(picker.field, letters)
    QTest.keyClick(picker.field, Key.Key_Return)
    assert not chosen
    assert picker.number() == ""


# --- the filters --------------------------------------------------------------------------------


@pytest.fixture
def filters(qtbot: QtBot, theme: Theme, icons: Icons, geography: Geography) -> FilterBar:
    made = FilterBar(theme, icons, lambda: geography)
    qtbot.addWidget(made)
    made.show()
    return made


def watch(widget: QWidget) -> list[bool]:
    """Return a list that holds something once the widget is no more."""
    gone: list[bool] = []
    widget.destroyed.connect(lambda: gone.append(True))
    return gone


def chip(filters: FilterBar, text: str) -> QPushButton:
    return next(made for made in filters.findChildren(QPushButton) if made.text() == text)


def test_each_kind_is_reported_once_and_stands_on_its_chip(filters: FilterBar) -> None:
    changes: list[tuple[str, ...]] = []
    filters.changed.connect(lambda: changes.append(filters.kinds()))
    for name, text in (
        ("services", "Tjenester"), ("services", "Tjenester"), ("guidance", "Veiledning"),
        ("posters", "Plakater"), ("all", "Alle typer"),
    ):  # fmt: skip
        filters.choose_kind(name)
        assert chip(filters, text).isChecked() is (name != "all")
    assert changes == [("service", "organisation"), ("guidance",), ("poster",), ()]
    assert not filters.active()


def test_the_municipality_is_named_and_taken_away_by_the_same_button(filters: FilterBar) -> None:
    changes: list[str] = []
    filters.changed.connect(lambda: changes.append(filters.municipality))
    filters.set_municipality(TRONDHEIM)
    place = chip(filters, "Trondheim")
    assert place.isChecked()
    assert "Trondheim" in place.accessibleName()
    assert filters.active()
    place.click()
    assert changes == [TRONDHEIM, ""]
    assert place.text() == "Alle kommuner"
    assert not place.isChecked()


def test_the_municipality_is_chosen_in_a_popup(qtbot: QtBot, filters: FilterBar) -> None:
    chip(filters, "Alle kommuner").click()
    popup = next(frame for frame in filters.findChildren(QFrame) if frame.isWindow())
    picker = popup.findChild(MunicipalityPicker)
    assert isinstance(picker, MunicipalityPicker)
    QTest.keyClicks(picker.field, "osl")
    gone = watch(popup)
    QTest.keyClick(picker.field, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(gone))
    assert filters.municipality == OSLO
    chip(filters, "Oslo").click()
    chip(filters, "Alle kommuner").click()  # a second popup works as the first
    again = next(frame for frame in filters.findChildren(QFrame) if frame.isWindow())
    gone = watch(again)
    QTest.keyClick(again, Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(gone))
    assert filters.municipality == ""


def test_what_a_person_chooses_is_told_apart_from_what_is_set(filters: FilterBar) -> None:
    kinds, places = list[str](), list[str]()
    filters.kind_chosen.connect(kinds.append)
    filters.municipality_chosen.connect(places.append)
    filters.set_kind("guidance")
    filters.set_municipality(OSLO)
    assert (kinds, places) == ([], [])
    chip(filters, "Oslo").click()  # for now: it is not forgotten for that
    filters.choose_kind("posters")
    filters.reset()
    assert (kinds, places) == (["posters", "all"], [])
    chip(filters, "Alle kommuner").click()
    popup = next(frame for frame in filters.findChildren(QFrame) if frame.isWindow())
    picker = popup.findChild(MunicipalityPicker)
    assert isinstance(picker, MunicipalityPicker)
    QTest.keyClicks(picker.field, "trondheim")
    QTest.keyClick(picker.field, Key.Key_Return)
    assert places == [TRONDHEIM]


def test_f2_in_the_popup_is_not_lost(qtbot: QtBot, filters: FilterBar) -> None:
    chip(filters, "Alle kommuner").click()
    popup = next(frame for frame in filters.findChildren(QFrame) if frame.isWindow())
    picker = popup.findChild(MunicipalityPicker)
    assert isinstance(picker, MunicipalityPicker)
    asked, gone = list[bool](), watch(popup)
    filters.emergency_asked.connect(lambda: asked.append(True))
    QTest.keyClick(picker.field, Key.Key_F2)
    qtbot.waitUntil(lambda: bool(asked and gone))


def test_reset_takes_everything_away(filters: FilterBar) -> None:
    filters.set_municipality(OSLO)
    filters.set_kind("posters")
    filters.reset()
    assert not filters.active()
    assert filters.kind_name() == "all"


def test_an_unknown_number_is_shown_as_all(filters: FilterBar) -> None:
    filters.set_municipality("9999")
    assert chip(filters, "Alle kommuner")


# --- the first start ----------------------------------------------------------------------------


@pytest.fixture
def question(qtbot: QtBot, theme: Theme, geography: Geography) -> FirstStart:
    made = FirstStart(theme, geography)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("way", ["enter", "start"])
def test_the_first_question_is_answered_in_two_actions(question: FirstStart, way: str) -> None:
    answers: list[str] = []
    question.answered.connect(answers.append)
    QTest.keyClicks(question.picker.field, "osl")
    if way == "enter":
        QTest.keyClick(question.picker.field, Key.Key_Return)
    else:
        question.start.click()
    assert answers == [OSLO]


def test_the_first_question_can_be_left_out(question: FirstStart) -> None:
    answers: list[str] = []
    question.answered.connect(answers.append)
    question.skip.click()
    assert answers == [""]
    question.start.click()  # nothing is typed
    assert answers == ["", ""]


def test_a_name_that_is_no_municipalitys_is_not_taken_for_an_answer(question: FirstStart) -> None:
    answers: list[str] = []
    question.answered.connect(answers.append)
    QTest.keyClicks(question.picker.field, "qqq")
    assert not question.start.isEnabled()
    assert question.start.toolTip() == "Fant ingen kommune med det navnet."
    question.start.click()
    QTest.keyClick(question.picker.field, Key.Key_Return)
    assert answers == []
    question.picker.field.clear()
    assert question.start.isEnabled(), "an empty field is left out on purpose"
    QTest.keyClicks(question.picker.field, "osl")
    assert question.start.isEnabled()
    assert question.start.toolTip() == ""
    question.start.click()
    assert answers == [OSLO]
