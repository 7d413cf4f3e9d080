"""The emergency card survives anything (DESIGN section 1, point 9; SCREENS 2.3)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from feltperm import app, app_desk, app_words, paths
from feltperm.binder import Site
from feltperm.catalogue.dates import long_date
from feltperm.catalogue.emergency import EmergencyCard, load_card
from feltperm.catalogue.records import Step, pick
from feltperm.errors import ContentDamaged
from feltperm.paths import find_paths
from feltperm.ui.application import Parts
from feltperm.ui.emergency import POSTERS, EmergencyWindow
from feltperm.ui.toolkit.colours import LIGHT
from feltperm.ui.toolkit.languages import speak
from feltperm.ui.toolkit.theme import Theme, apply_theme, load_fonts
from real_window import House, compiled, opened

Key = Qt.Key
NOT_KNOWN = "Gate og nummer, sted, etasje"


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication, clock: Clock) -> Iterator[EmergencyWindow]:
    """The card alone: no window, no content, no profile."""
    load_fonts(compiled() / "fonts")
    theme = Theme(LIGHT)
    apply_theme(qapp, theme)
    made = EmergencyWindow(theme, load_card(compiled() / "emergency.json"), clock)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def said(card: EmergencyWindow) -> list[str]:
    """What can be read on the card now, from the left and the top."""
    shown = [
        made.text().replace("\N{NO-BREAK SPACE}", " ")
        for made in card.findChildren(QLabel)
        if made.isVisibleTo(card)
    ]
    return [text for text in shown if text]


def tab(card: EmergencyWindow) -> str:
    chosen = [
        made.text()
        for made in card.findChildren(QPushButton)
        if made.isCheckable() and made.isChecked() and made.isVisibleTo(card)
    ]
    assert len(chosen) == 1
    return chosen[0].partition("  ")[2]


def buttons(card: EmergencyWindow) -> dict[str, QPushButton]:
    """The buttons that are seen, by their words."""
    shown = (made for made in card.findChildren(QPushButton) if made.isVisibleTo(card))
    return {made.text(): made for made in shown}


def press(card: EmergencyWindow, name: str) -> None:
    buttons(card)[name].click()


def key(card: EmergencyWindow, pressed: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(card.focusWidget() or card, pressed)


# --- what stands on it --------------------------------------------------------------------------


def test_first_comes_113_then_the_place_then_step_one(card: EmergencyWindow) -> None:
    lines = said(card)
    assert lines[:4] == [
        "Ring 113",
        "Fra telefon. Sett på høyttaler.",
        "Si først hvor du er:",
        NOT_KNOWN,
    ]
    for line in (
        "Si så hva som har skjedd, og nummeret du ringer fra.",
        "Legevakt 116 117",
        "Giftinformasjonen 22 59 13 00",
    ):
        assert line in lines
    for text, size in (
        ("Ring 113", 48),
        ("Legevakt 116\N{NO-BREAK SPACE}117", 28),
        ("Giftinformasjonen 22\N{NO-BREAK SPACE}59\N{NO-BREAK SPACE}13\N{NO-BREAK SPACE}00", 22),
        ("Rop og rist. Puster personen?", 26),
    ):
        made = next(made for made in card.findChildren(QLabel) if made.text() == text)
        assert made.font().pixelSize() == size


def test_all_steps_fit_on_a_laptop_without_scrolling(card: EmergencyWindow) -> None:
    for number in (1, 2, 4):
        key(card, getattr(Key, f"Key_{number}"))
        QApplication.processEvents()
        area = next(made for made in card.findChildren(QScrollArea) if made.isVisibleTo(card))
        assert area.verticalScrollBar().maximum() == 0, tab(card)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 800), (1280, 720)], ids=str)
def test_all_steps_and_numbers_are_seen_at_once_in_large_text(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int], scale: float, language: str
) -> None:
    load_fonts(compiled() / "fonts")
    theme = Theme(LIGHT, scale)
    apply_theme(qapp, theme)
    speak(qapp, language, compiled() / "i18n")
    shown = EmergencyWindow(theme, load_card(compiled() / "emergency.json"), Clock())
    qtbot.addWidget(shown)
    shown.set_address("Storgata 36 C, 0182 Oslo, 2. etasje")
    shown.resize(*size)
    shown.show()
    shown.give_naloxone()
    for number in (1, 2, 3, 4):
        key(shown, getattr(Key, f"Key_{number}"))
        QApplication.processEvents()
        areas = [made for made in shown.findChildren(QScrollArea) if made.isVisibleTo(shown)]
        assert len(areas) == 2
        for area in areas:
            viewport = area.viewport().rect()
            for made in area.findChildren(QLabel):
                at = made.rect().translated(made.mapTo(area.viewport(), QPoint(0, 0)))
                assert made.isHidden() or viewport.contains(at), (number, made.text())
                assert made.height() >= made.heightForWidth(made.width()), made.text()
    assert (shown.width(), shown.height()) == size
    speak(qapp, "nb", compiled() / "i18n")
    headline = next(made for made in shown.findChildren(QLabel) if "113" in made.text())
    assert headline.font().pixelSize() >= 48
    if scale == 2:
        assert headline.font().pixelSize() > 60, "as large as there is room for"


def test_nothing_on_it_looks_as_if_the_computer_could_ring(card: EmergencyWindow) -> None:
    assert not [text for text in buttons(card) if "Ring" in text or "113" in text]


def test_the_foot_says_when_the_text_was_checked_and_what_it_still_lacks(
    card: EmergencyWindow,
) -> None:
    shown = load_card(compiled() / "emergency.json")
    foot = next(line for line in said(card) if long_date(shown.checked) in line)
    assert ("Venter på faglig godkjenning." in foot) == ("nb" not in shown.reviewed)
    key(card, Key.Key_4)
    assert foot in said(card)


def test_the_tabs_are_one_key_away(card: EmergencyWindow) -> None:
    names = ["Overdose", "Kramper og abstinens", "Alvorlig infeksjon", "Selvmordsfare"]
    for number in (2, 4, 3, 1, 1):
        key(card, getattr(Key, f"Key_{number}"))
        assert tab(card) == names[number - 1]
    shown = load_card(compiled() / "emergency.json")
    for number, one in enumerate(shown.tabs, 1):
        key(card, getattr(Key, f"Key_{number}"))
        wordings = [pick(step.title)[1] for step in one.steps]
        assert set(wordings) <= set(said(card))
    key(card, Key.Key_9)
    assert tab(card) == names[3]


def test_signs_stand_under_what_to_do_about_them(card: EmergencyWindow) -> None:
    key(card, Key.Key_3)
    lines = said(card)
    assert lines.index("Ring 113 hvis") < lines.index("Ring legevakt 116 117 hvis")


def test_it_opens_on_overdose_whatever_it_showed_last(card: EmergencyWindow) -> None:
    key(card, Key.Key_3)
    card.close()
    card.show()
    assert tab(card) == "Overdose"


@pytest.mark.parametrize("closing", [Key.Key_Escape, Key.Key_F2])
def test_it_closes_with_escape_and_with_its_own_key(card: EmergencyWindow, closing: Qt.Key) -> None:
    key(card, closing)
    assert not card.isVisible()


def test_what_lies_below_the_edge_is_reached_by_key(card: EmergencyWindow) -> None:
    card.resize(1024, 420)
    QApplication.processEvents()
    area = next(made for made in card.findChildren(QScrollArea) if made.isVisibleTo(card))
    assert area.verticalScrollBar().maximum() > 0
    for _ in range(5):
        key(card, Key.Key_PageDown)
    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum()
    for _ in range(5):
        key(card, Key.Key_PageUp)
    assert area.verticalScrollBar().value() == 0


# --- the clock ----------------------------------------------------------------------------------


def clock_line(card: EmergencyWindow) -> str:
    return next((line for line in said(card) if "nalokson" in line and ":" in line), "")


def test_the_clock_counts_up_and_says_when_the_next_dose_is_due(
    card: EmergencyWindow, clock: Clock, qtbot: QtBot
) -> None:
    assert clock_line(card) == ""
    key(card, Key.Key_Space)
    assert clock_line(card) == "0:00 siden nalokson"
    for seconds, line in (
        (59.9, "0:59 siden nalokson"),
        (60.0, "1:00 siden nalokson"),
        (119.9, "1:59 siden nalokson"),
        (120.0, "2:00 siden nalokson  ·  Ingen bedring? Gi neste dose."),
        (671.0, "11:11 siden nalokson  ·  Ingen bedring? Gi neste dose."),
    ):
        clock.now = 1000.0 + seconds
        qtbot.waitUntil(lambda line=line: clock_line(card) == line)  # type: ignore[misc]


def test_space_starts_the_clock_though_a_tab_has_the_focus(card: EmergencyWindow) -> None:
    key(card, Key.Key_1)
    key(card, Key.Key_Space)
    assert clock_line(card) == "0:00 siden nalokson"
    assert tab(card) == "Overdose"


@pytest.mark.parametrize("number", [2, 3, 4])
def test_space_starts_no_clock_where_its_button_is_not_seen(
    card: EmergencyWindow, number: int
) -> None:
    key(card, getattr(Key, f"Key_{number}"))
    before = tab(card)
    key(card, Key.Key_Space)
    assert clock_line(card) == ""
    assert tab(card) == before


def test_a_second_dose_starts_it_again(card: EmergencyWindow, clock: Clock) -> None:
    key(card, Key.Key_Space)
    clock.now += 130
    press(card, "Nalokson gitt (mellomrom)")
    assert clock_line(card) == "0:00 siden nalokson"


def test_space_on_another_button_is_that_buttons(card: EmergencyWindow) -> None:
    close = next(made for made in card.findChildren(QPushButton) if made.text() == "Lukk (Esc)")
    close.setFocus()
    QTest.keyClick(close, Key.Key_Space)
    assert not card.isVisible()
    assert clock_line(card) == ""


def test_the_clock_goes_on_while_the_card_is_closed(card: EmergencyWindow, clock: Clock) -> None:
    key(card, Key.Key_Space)
    card.close()
    clock.now += 75
    card.show()
    QApplication.processEvents()
    assert clock_line(card) == "1:15 siden nalokson"


def test_the_order_for_the_next_dose_stands_on_the_overdose_tab_alone(
    card: EmergencyWindow, clock: Clock
) -> None:
    key(card, Key.Key_Space)
    clock.now += 150
    for number in (2, 3, 4):
        key(card, getattr(Key, f"Key_{number}"))
        assert clock_line(card) == "2:30 siden nalokson", tab(card)
    key(card, Key.Key_1)
    assert clock_line(card) == "2:30 siden nalokson  ·  Ingen bedring? Gi neste dose."


def test_the_clock_of_one_patient_gives_no_orders_for_the_next(
    card: EmergencyWindow, clock: Clock
) -> None:
    key(card, Key.Key_Space)
    card.close()
    clock.now += 93 * 60 + 21
    card.show()
    for number in (1, 2, 3, 4):
        key(card, getattr(Key, f"Key_{number}"))
        assert clock_line(card) == "", tab(card)
        assert "Nullstill" not in buttons(card)
    key(card, Key.Key_1)
    key(card, Key.Key_Space)
    assert clock_line(card) == "0:00 siden nalokson"


def test_the_clock_stops_by_itself_after_half_an_hour(
    card: EmergencyWindow, clock: Clock, qtbot: QtBot
) -> None:
    key(card, Key.Key_Space)
    clock.now += 30 * 60 - 1
    qtbot.waitUntil(lambda: clock_line(card).startswith("29:59 siden nalokson"))
    clock.now += 1
    qtbot.waitUntil(lambda: clock_line(card) == "")
    clock.now -= 60
    key(card, Key.Key_2)
    assert clock_line(card) == "", "it does not come back"


def test_the_clock_can_be_stopped_while_it_runs(card: EmergencyWindow, clock: Clock) -> None:
    assert "Nullstill" not in buttons(card)
    key(card, Key.Key_Space)
    clock.now += 125
    press(card, "Nullstill")
    assert clock_line(card) == ""
    assert "Nullstill" not in buttons(card)
    press(card, "Nalokson gitt (mellomrom)")
    assert clock_line(card) == "0:00 siden nalokson"


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1024, 600)])
def test_no_button_moves_when_the_clock_starts_or_its_order_comes(
    card: EmergencyWindow, clock: Clock, size: tuple[int, int]
) -> None:
    def places() -> dict[str, tuple[int, int]]:
        QApplication.processEvents()
        return {
            made.text(): made.mapTo(card, made.rect().topLeft()).toTuple()  # type: ignore[misc]
            for made in card.findChildren(QPushButton)
            if made.isVisibleTo(card) and made.text() not in ("Nullstill", *given)
        }

    given = ["Nalokson gitt (mellomrom)"]
    card.resize(*size)
    key(card, Key.Key_2)
    before = places()
    key(card, Key.Key_1)
    assert places() == before, "nor between the tabs"
    given.clear()
    before = places()
    key(card, Key.Key_Space)
    assert places() == before
    clock.now += 29 * 60
    card._clock_line.show_time()
    assert "neste dose" in clock_line(card)
    assert places() == before


# --- two languages ------------------------------------------------------------------------------


def test_the_other_language_keeps_tab_clock_and_place(card: EmergencyWindow, clock: Clock) -> None:
    card.set_address("Eksempelgata 1, Trondheim")
    key(card, Key.Key_Space)
    clock.now += 121
    key(card, Key.Key_2)
    press(card, "Norsk / English")
    QApplication.processEvents()
    lines = said(card)
    assert lines[0] == "Call 113"
    assert tab(card) == "Seizures and withdrawal"
    assert "2:01 since naloxone" in lines
    assert "Eksempelgata 1, Trondheim" in lines
    assert "Is this right?" in lines
    assert any("Awaiting clinical approval." in line for line in lines)
    press(card, "Norsk / English")
    QApplication.processEvents()
    assert said(card)[0] == "Ring 113"
    assert tab(card) == "Kramper og abstinens"
    assert "2:01 siden nalokson" in said(card)
    key(card, Key.Key_1)
    assert "2:01 siden nalokson  ·  Ingen bedring? Gi neste dose." in said(card)


def test_steps_stand_in_the_same_order_in_both_languages(card: EmergencyWindow) -> None:
    shown = load_card(compiled() / "emergency.json").tabs[0]
    for language in ("nb", "en"):
        lines = said(card)
        places = [
            max(
                number for number, line in enumerate(lines) if line == pick(step.title, language)[1]
            )
            for step in shown.steps
        ]
        assert places == sorted(places)
        press(card, "Norsk / English")
        QApplication.processEvents()


# --- where one is -------------------------------------------------------------------------------


def test_the_default_sites_address_is_what_to_say_first(house: House) -> None:
    card = house.shell.emergency()
    assert card is not None
    card.open_over(house.shell)
    assert NOT_KNOWN in said(card)
    card.close()
    house.desk(
        lambda desk: desk.keep.add_site(  # type: ignore[attr-defined]
            Site(name="Bussen", address="Torget 2, Trondheim", is_default=True)
        )
    )
    house.context.reports.sites_changed.emit()
    house.driver.wait(lambda: card._where.text() == "Torget 2, Trondheim")
    card.open_over(house.shell)
    assert "Stemmer dette?" in said(card)


def test_the_address_is_there_from_the_start(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.desk(
            lambda desk: desk.keep.add_site(  # type: ignore[attr-defined]
                Site(name="Bussen", address="Torget 2, Trondheim", is_default=True)
            )
        )
    with opened(tmp_path) as house:
        house.keys(Key.Key_F2)
        card = house.shell.emergency()
        assert card is not None
        assert "Torget 2, Trondheim" in said(card)


def in_other_words(card: EmergencyWindow) -> EmergencyCard:
    first, *others = card.card.tabs
    steps = (Step(title={"nb": "Et nytt steg"}), *first.steps[1:])
    changed = msgspec.structs.replace(first, steps=steps)
    return msgspec.structs.replace(card.card, tabs=(changed, *others), edition=99)


def test_the_words_of_later_content_come_and_what_was_started_stays(house: House) -> None:
    card = house.shell.emergency()
    card.give_naloxone()
    card.show_card(in_other_words(card))
    house.shell.show_emergency()
    house.driver.wait(card.isVisible)
    assert "Et nytt steg" in said(card)
    assert any("siden nalokson" in text for text in said(card))
    card.close()


def test_no_word_changes_while_somebody_reads_it(house: House) -> None:
    house.shell.show_emergency()
    card = house.shell.emergency()
    house.driver.wait(card.isVisible)
    before = said(card)
    card.show_card(in_other_words(card))
    assert said(card) == before
    card.close()
    house.shell.show_emergency()
    house.driver.wait(card.isVisible)
    assert "Et nytt steg" in said(card)
    card.close()


def test_the_card_is_made_of_the_release_in_use_where_that_is_later(house: House) -> None:
    card = house.shell.emergency().card
    older = msgspec.structs.replace(card, edition=card.edition - 1)
    made: list[EmergencyCard] = []
    house.desk(lambda desk: made.append(desk.newest_card(older)))
    assert made == [card], "the bundled release is the one in use, and is the same words"
    house.desk(lambda desk: made.append(desk.newest_card(card)))
    assert made[1] is card


@pytest.mark.parametrize(
    ("number", "poster"),
    [(1, "ps-overdose"), (2, "ps-abstinens"), (3, "ps-sar"), (4, "ps-selvmord")],
)
def test_print_leads_to_the_poster_of_the_tab(house: House, number: int, poster: str) -> None:
    house.shell.show_emergency()
    card = house.shell.emergency()
    key(card, getattr(Key, f"Key_{number}"))
    press(card, "Skriv ut")
    assert not card.isVisible()
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.job and studio.job.record == f"national/{poster}")
    house.driver.settle()


def test_every_tab_has_a_poster() -> None:
    assert {one.record for one in load_card(compiled() / "emergency.json").tabs} == set(POSTERS)


# --- anything may be broken ---------------------------------------------------------------------


def broken_content(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: list[str],
    garbage: bytes = b"\x00garbage\xff" * 500,
) -> None:
    """Copy the compiled content, spoil files of it, and let the program find the copy."""
    copy = folder / "compiled"
    shutil.copytree(compiled(), copy)
    for pattern in spoil:
        spoilt = list(copy.glob(pattern))
        assert spoilt, pattern
        for file in spoilt:
            file.write_bytes(garbage)

    def find(name: str) -> Path:
        if name.startswith("compiled"):
            return copy / name.removeprefix("compiled").lstrip("/")
        return paths.resource(name)

    for root in (app, app_desk, app_words):
        monkeypatch.setattr(root, "resource", find)


@pytest.mark.parametrize(
    "spoil",
    [
        ["library-*.sqlite", "national.jsonl"],
        ["library-*.sqlite", "national.jsonl", "geography.json", "synonyms.json", "labels.json"],
        ["offers.json", "categories.json", "icons/*.svg"],
    ],
    ids=["library and pack", "everything but the card", "words and icons"],
)
def test_it_opens_with_damaged_content(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, spoil: list[str]
) -> None:
    broken_content(tmp_path, monkeypatch, spoil)
    with opened(tmp_path / "profile", wait=False) as house:
        house.driver.wait(house.shell.isActiveWindow)
        check_card(house)
        house.driver.wait(
            lambda: house.shell.strip.text() or house.search.results.rows.rowCount() > 0
        )
        if "national.jsonl" in spoil:
            assert "Akuttkortet (F2) virker" in house.shell.strip.text()
        check_card(house)


@pytest.mark.parametrize(
    "garbage",
    [b"", b"not a database at all" * 400, b"SQLite format 3\x00" + b"\xff" * 9000],
    ids=["empty", "words", "torn"],
)
def test_it_opens_with_a_binder_that_is_garbage(
    tmp_path: Path, qapp: QApplication, garbage: bytes
) -> None:
    binder = find_paths(tmp_path).binder
    binder.parent.mkdir(parents=True)
    binder.write_bytes(garbage)
    with opened(tmp_path) as house:
        check_card(house)
        house.skip_first_start()
        house.find("nalokson")
    kept = [file for file in binder.parent.rglob("*") if file.is_file()]
    if garbage:
        assert any(file.read_bytes() == garbage for file in kept), "it is set aside, not lost"


def test_it_opens_while_the_content_is_still_being_opened(
    tmp_path: Path, qapp: QApplication
) -> None:
    from threading import Event  # noqa: PLC0415

    gate = Event()

    def slow(parts: Parts) -> Parts:
        def open_desk(progress: Callable[[float], None]) -> object:
            assert gate.wait(30)
            return parts.open_desk(progress)

        return parts._replace(open_desk=open_desk)  # type: ignore[arg-type]

    with opened(tmp_path, wait=False, changed=slow) as house:
        ready: list[bool] = []
        house.shell.opened_desk.connect(lambda: ready.append(True))
        house.driver.wait(house.shell.isActiveWindow)
        check_card(house)
        assert not ready
        gate.set()
        house.driver.wait(lambda: ready)


@pytest.mark.parametrize(
    "garbage",
    [b"", b"not a card", b'{"tabs": 1}', b"\xff\xfe"],
    ids=["empty", "words", "another shape", "noise"],
)
def test_without_its_own_file_the_two_numbers_are_left(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, garbage: bytes
) -> None:
    broken_content(tmp_path, monkeypatch, ["emergency.json"], garbage)
    with opened(tmp_path / "profile") as house:
        house.skip_first_start()
        house.keys(Key.Key_F2)
        card = house.shell.emergency()
        assert card.isVisible()
        assert not card.complete
        lines = said(card)
        assert lines[0] == "Ring 113"
        for line in (NOT_KNOWN, "Legevakt 116 117", "Akuttkortet kunne ikke leses."):
            assert line in lines
        press(card, "Norsk / English")
        house.driver.settle()
        assert {"Call 113", "Legevakt 116 117"} <= set(said(card))
        house.keys("1", Key.Key_Space, Key.Key_PageDown, Key.Key_Escape)
        assert not card.isVisible()
        assert "Ring 113 ved fare for liv" in house.shell.strip.text()
        house.find("nalokson")


def test_content_damaged_in_every_way_is_told_once(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken_content(tmp_path, monkeypatch, ["library-*.sqlite", "national.jsonl"])
    with pytest.raises(ContentDamaged, match="permen er trygg"):
        app_desk.open_desk(find_paths(tmp_path / "profile"))


def check_card(house: House) -> None:
    """F2, the first steps, and Escape."""
    house.keys(Key.Key_F2)
    card = house.shell.emergency()
    assert card is not None
    assert card.isVisible()
    lines = said(card)
    assert lines[0] == "Ring 113"
    assert "Rop og rist. Puster personen?" in lines
    house.keys(Key.Key_Escape)
    assert not card.isVisible()
