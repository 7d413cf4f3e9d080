"""«Finn på siden» (Ctrl+F): words on an open record are found, shown, and left again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QTextEdit, QWidget

import real_window
from feltperm.ui.record.finding import FindLine

Key = Qt.Key


@pytest.fixture
def finding(house: real_window.House) -> FindLine:
    """The find line of a long page, with the keyboard in it."""
    house.read("national/gd-overdose")
    house.search.detail().setFocus()
    house.control(Key.Key_F)
    return house.search.detail().find_line()


def found(finding: FindLine) -> QWidget:
    made = finding.match()
    assert made is not None
    return made


def said(made: QWidget) -> str:
    """Return the text of a place where words were found."""
    if isinstance(made, QTextEdit | QPlainTextEdit):
        return made.toPlainText()
    assert isinstance(made, QLabel)
    return made.text()


def seen(house: real_window.House, made: QWidget) -> bool:
    """Whether the frame of a match lies in the part of the page that is shown."""
    port = house.search.detail().viewport()
    return port.rect().intersects(QRect(made.mapTo(port, QPoint(0, 0)), made.size()))


def test_typing_goes_to_the_first_match_and_enter_to_the_next(
    house: real_window.House, finding: FindLine
) -> None:
    house.keys("nalokson")
    total = int(finding.text().split()[-1])
    assert finding.text() == f"1 av {total}"
    assert total > 1
    first = found(finding)
    assert "nalokson" in said(first).lower()
    assert finding.ring.isVisible()
    assert seen(house, finding.ring)
    assert QApplication.focusWidget() is finding.field
    house.keys(Key.Key_Return)
    assert finding.text() == f"2 av {total}"
    house.keys(Key.Key_F3)
    house.keys(Key.Key_F3, modifier=Qt.KeyboardModifier.ShiftModifier)
    house.keys(Key.Key_F3, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert finding.text() == f"1 av {total}"
    assert found(finding) is first
    house.keys(Key.Key_F3, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert finding.text() == f"{total} av {total}"  # before the first comes the last
    assert seen(house, finding.ring)


def test_matches_come_in_the_order_of_the_page(house: real_window.House, finding: FindLine) -> None:
    house.keys("e")
    tops = []
    for _ in range(int(finding.text().split()[-1])):
        tops.append(finding.ring.y())
        finding.step()
    assert tops == sorted(tops)


def test_running_text_is_found_too_word_for_word(house: real_window.House) -> None:
    house.read("national/gd-overdose")
    detail = house.search.detail()
    views = [one for one in detail.findChildren(QTextEdit) if one.isVisibleTo(detail)]
    text = views[-1].toPlainText()
    words = text.strip()[:18]
    house.control(Key.Key_F)
    finding = detail.find_line()
    house.driver.type(finding.field, words.upper())
    house.driver.settle()
    while not isinstance(found(finding), QTextEdit):
        finding.step()
    view = found(finding)
    assert isinstance(view, QTextEdit)
    (mark,) = view.extraSelections()
    assert mark.cursor.selectedText().replace("\xa0", " ") == words
    house.keys(Key.Key_Escape)
    assert view.extraSelections() == []


def test_a_number_with_fixed_spaces_is_found_by_typing_it(house: real_window.House) -> None:
    house.read("national/gd-overdose")
    detail = house.search.detail()
    detail.setFocus()
    number = next(one for one in detail.findChildren(QLabel) if one.text() == "113")
    number.setText("116\N{NO-BREAK SPACE}117")
    detail.find_words()
    finding = detail.find_line()
    finding.field.setText("116 117")
    assert found(finding) is number


def test_nothing_found_is_said(house: real_window.House, finding: FindLine) -> None:
    house.keys("xyzzy")
    assert finding.text() == "Fant ikke «xyzzy» på siden."
    assert not finding.ring.isVisible()
    house.keys(Key.Key_Return)
    assert finding.match() is None


def test_escape_closes_and_gives_the_keyboard_back(
    house: real_window.House, finding: FindLine
) -> None:
    detail = house.search.detail()
    above = detail.viewport().y()
    house.keys("nalokson")
    house.keys(Key.Key_Escape)
    assert not finding.isVisible()
    assert not finding.ring.isVisible()
    assert QApplication.focusWidget() is detail
    assert detail.viewport().y() < above  # the page has its room again
    assert detail.ref() == "national/gd-overdose"
    house.field.setFocus()
    house.control(Key.Key_F)
    assert finding.field.selectedText() == "nalokson"
    house.keys(Key.Key_Escape)
    assert QApplication.focusWidget() is house.field


def test_the_line_covers_nothing_of_the_page(finding: FindLine, house: real_window.House) -> None:
    port = house.search.detail().viewport()
    assert port.y() >= finding.height()
    house.keys("xyzzy")
    assert port.y() >= finding.height()


def test_another_page_closes_the_line_and_another_language_keeps_it(
    house: real_window.House, finding: FindLine
) -> None:
    house.keys("naloxone")
    assert finding.match() is None
    detail = house.search.detail()
    assert detail.page is not None
    detail._show(detail.page, "en")  # what the button «English» does
    house.driver.wait(lambda: finding.match() is not None)
    assert QApplication.focusWidget() is finding.field
    house.read("national/gd-selvmord")
    assert not finding.isVisible()
    assert not finding.ring.isVisible()


def test_with_no_page_open_there_is_nothing_to_find(house: real_window.House) -> None:
    house.control(Key.Key_F)
    assert not house.search.detail().find_line().isVisible()
