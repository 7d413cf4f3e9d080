"""The overdose steps are the same and in the same order everywhere (SCREENS section 0, rule 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

import real_window
from devtools.every_sheet import Wanted, claimed, job_of, opened_desk, posters
from feltperm import app
from feltperm.catalogue.records import Guidance, Step
from feltperm.desk.desk import Desk
from feltperm.desk.sheets.as_text import sheet_text
from sheet_layers import structure

RECORD, POSTER = "national/gd-overdose", "national/ps-overdose"


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with opened_desk() as opened:
        yield opened


@pytest.fixture(scope="module")
def steps(desk: Desk) -> tuple[Step, ...]:
    record = desk.find.show(RECORD).entry.record
    assert isinstance(record, Guidance)
    assert len(record.steps) == 7
    return record.steps


def test_emergency_card_shows_them(house: real_window.House, steps: tuple[Step, ...]) -> None:
    house.shell.show_emergency()
    card = house.shell.emergency()
    assert follows(words(steps, "nb"), texts(card))
    pushed(card, "Norsk / English")
    house.driver.settle()
    assert follows(words(steps, "en"), texts(card))
    card.close()


def test_guidance_page_shows_them(house: real_window.House, steps: tuple[Step, ...]) -> None:
    house.read(RECORD)
    detail = house.search.detail()
    for name, code in (("Bokmål", "nb"), ("Nynorsk", "nn"), ("English", "en")):
        if code != "nb":
            pushed(detail, name)
            house.driver.settle()
        assert follows(words(steps, code), texts(detail)), name


def test_paper_shows_them_in_every_language_and_form(desk: Desk, steps: tuple[Step, ...]) -> None:
    (offer,) = (one for one in posters(desk) if one.ref == POSTER)
    with app.open_press() as press:
        for wanted in claimed(offer):
            if wanted.paper != "a4" or wanted.form == "signs":
                continue
            job = job_of(desk, wanted)
            read = spoken(structure(press.set(job).pdf).text)
            said = words(steps, wanted.language, details=wanted.form == "")
            assert in_order(map(spoken, said), read), wanted
            assert in_order(map(spoken, said), spoken(sheet_text(job))), wanted


def test_signs_are_three_of_them_in_their_order(desk: Desk) -> None:
    (offer,) = (one for one in posters(desk) if one.ref == POSTER)
    (form,) = (one for one in offer.forms if one.form == "signs")
    icons = [step.icon for step in job_of(desk, Wanted(POSTER, "", "nb")).items]
    for language in form.languages:
        signs = job_of(desk, Wanted(POSTER, "signs", language)).items
        at = [icons.index(sign.icon) for sign in signs if sign.icon in icons]
        assert at == sorted(at)
        assert at


def words(steps: Iterable[Step], code: str, details: bool = True) -> list[str]:
    """Return what the steps say in one language, in their order."""
    return [
        text[code]
        for step in steps
        for text in ((step.title, step.detail) if details else (step.title,))
        if any(text.values())
    ]


def texts(window: QWidget) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisibleTo(window)]


def pushed(window: QWidget, words: str) -> None:
    shown = [one for one in window.findChildren(QPushButton) if one.isVisibleTo(window)]
    (found,) = (one for one in shown if one.text().strip() == words)
    found.click()


def follows(wanted: list[str], shown: list[str]) -> bool:
    """Tell whether the lines stand among those shown, each after the one before."""
    rest = iter(shown)
    return all(any(line == one for one in rest) for line in wanted)


def in_order(wanted: Iterable[str], text: str) -> bool:
    at = 0
    for line in wanted:
        found = text.find(line, at)
        if found < 0:
            return False
        at = found + len(line)
    return True


def spoken(text: str) -> str:
    """Return a text without what is only for the eye: vowel signs, isolates, breaks."""
    kept = (sign for sign in text if not ("\u064b" <= sign <= "\u0652" or sign in "\u2066\u2069"))
    return " ".join("".join(kept).split())
