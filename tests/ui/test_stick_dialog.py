"""The stick: one dialog for both ways, which offers only what makes sense (SCREENS J5, 2.10)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_supply import (
    NOW,
    SOURCE,
    FakeSupply,
    changes,
    newer_stick,
    one_part,
    plan,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from feltperm.desk.sticks.relay import Comparison, OnePart
from feltperm.desk.updates.update_values import Taken
from feltperm.errors import Condition, NotFound, UpdateFailed
from feltperm.packs.disk.store import Installed
from feltperm.packs.schedule import CheckState
from feltperm.ui.updates.stick_dialog import StickDialog
from feltperm.ui.updates.sticks import where_sticks_are
from real_window import House, opened

Key = Qt.Key
STICK = Path("pinne")
GONE = UpdateFailed("stick_gone", "Pinnen ble tatt ut for tidlig. Sett den inn, så fortsetter vi.")
FULL = UpdateFailed("stick_full", "Pinnen er full. Den trenger 12 MB til.")


def comparison(*parts: OnePart, shared: bool = False) -> Comparison:
    return Comparison(STICK, parts, shared, False, parts[0].sentence if parts else "Ingenting.")


def taken() -> Taken:
    installed = Installed("national", 12, "ab" * 32, Path("12.jsonl"), SOURCE.key, False)
    return Taken(installed, changes(), 4_100_000, SOURCE)


class Holding:
    """The dialog over the real window, with a supply that does what a test says."""

    def __init__(self, house: House, supply: FakeSupply) -> None:
        self.house, self.supply, self.relay = house, supply, supply.relay
        self.updating = house.window.updating()
        self.dialog: StickDialog

    def open(self, stick: Path | None = STICK) -> StickDialog:
        self.dialog = StickDialog(self.house.context, self.updating, stick, self.house.shell)
        self.dialog.show()
        self.dialog.activateWindow()
        self.settle()
        return self.dialog

    def settle(self) -> None:
        self.house.driver.wait(lambda: not self.dialog._working)

    def ways(self) -> list[str]:
        return [name for name, made in self.dialog.buttons.items() if made.isVisible()]

    def calls(self) -> list[str]:
        return [call[0] for call in self.relay.calls]


@pytest.fixture
def holding(tmp_path: Path, qapp: QApplication) -> Iterator[Holding]:
    supply = FakeSupply()

    def changed(parts: object) -> object:
        return parts._replace(open_updates=lambda: supply, check_state=CheckState, now=lambda: NOW)  # type: ignore[type-var]

    with opened(tmp_path / "p", changed=changed) as house:  # type: ignore[arg-type]
        house.skip_first_start()
        made = Holding(house, supply)
        yield made
        for gate in (supply.updates.gate, supply.relay.gate):
            if gate is not None:
                gate.set()
        made.dialog.close()


# --- what is offered ----------------------------------------------------------------------------


def test_newer_content_on_the_stick_takes_one_answer(holding: Holding) -> None:
    holding.relay.sees = newer_stick(STICK)
    holding.relay.take_answers = (taken(),)
    dialog = holding.open()
    assert dialog.said.text() == (
        "Minnepinnen har nyere innhold (20. november 2026). Du har 15. november 2026."
    )
    assert holding.ways() == ["take", "close"]
    assert not dialog.shared.isVisible()
    holding.house.keys(Key.Key_Return)
    holding.house.driver.wait(lambda: dialog.said.text() == "Ferdig. Du kan ta ut pinnen.")
    assert holding.calls() == ["look", "take"]


def test_older_content_on_the_stick_is_renewed_without_notes_and_with_places_if_wanted(
    holding: Holding,
) -> None:
    part = one_part("stick_older", "Du har nyere innhold enn pinnen.", give_bytes=4_100_000)
    holding.relay.sees = comparison(part)
    dialog = holding.open()
    assert holding.ways() == ["give", "close"]
    assert not dialog.shared.isChecked()
    assert "notater blir aldri med" in dialog.never.text()
    dialog.shared.click()
    dialog.buttons["give"].click()
    holding.house.driver.wait(lambda: dialog.said.text() == "Ferdig. Du kan ta ut pinnen.")
    assert holding.relay.calls[-1] == ("give", STICK, True)


@pytest.mark.parametrize(
    ("outcome", "sentence", "more"),
    [
        ("same", "Pinnen har samme innhold.", {}),
        ("unfinished", "Pinnen er ikke ferdig. Den mangler 2 filer. Fortsett på maskinen som "
         "lagde den.", {"missing": 2}),
        ("expired", "Pinnen er for gammel til å kontrolleres (1. mars 2025). Innholdet ditt er "
         "uendret.", {}),
        ("clock", "Maskinens klokke viser 1. januar 2016. Still klokka, og prøv igjen.", {}),
        ("refused", "Innholdet kom ikke fra Testutgiver. Det er ikke tatt i bruk.", {}),
        ("empty", "Pinnen har ikke innhold fra Feltperm.", {}),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_not_offered(
    holding: Holding, outcome: str, sentence: str, more: dict[str, int]
) -> None:
    holding.relay.sees = comparison(one_part(outcome, sentence, **more))
    dialog = holding.open()
    assert dialog.said.text() == sentence
    assert holding.ways() == ["close"]


def test_several_senders_stand_one_by_one_with_what_can_be_done(holding: Holding) -> None:
    newer = one_part("stick_newer", "Minnepinnen har nyere innhold.", take_bytes=21_000)
    foreign = OnePart(
        "abcd1234", "Bergen", "foreign", "Pinnen er fra Bergen, som du ikke har lagt til.",
        folder=STICK / "feltperm" / "abcd1234",
    )  # fmt: skip
    holding.relay.sees = comparison(newer, foreign, shared=True)
    dialog = holding.open()
    assert holding.ways() == ["take", "shared", "sender", "close"]
    words = [made.text() for made in dialog.findChildren(type(dialog.said))]
    assert "Testutgiver: Minnepinnen har nyere innhold. (21 kB)" in words
    assert "Bergen: Pinnen er fra Bergen, som du ikke har lagt til." in words


def test_an_unknown_sender_can_be_looked_at(holding: Holding) -> None:
    folder = STICK / "feltperm" / "abcd1234"
    holding.relay.sees = comparison(one_part("foreign", "Pinnen er fra Bergen.", folder=folder))
    dialog, asked = holding.open(), list[str]()
    dialog.sender_asked.connect(asked.append)
    dialog.buttons["sender"].click()
    assert asked == [str(folder)]
    assert not dialog.isVisible()


def test_a_colleagues_places_are_taken_over_when_asked_for(holding: Holding) -> None:
    holding.relay.sees = comparison(one_part("same", "Pinnen har samme innhold."), shared=True)
    dialog, changed = holding.open(), list[str]()
    holding.house.context.reports.sites_changed.connect(lambda: changed.append("yes"))
    dialog.buttons["shared"].click()
    holding.house.driver.wait(lambda: dialog.said.text() == "Hentet 1 sted og 3 favoritter.")
    assert changed == ["yes"]


def test_without_a_stick_it_asks_for_one(holding: Holding) -> None:
    dialog = holding.open(None)
    assert dialog.said.text() == "Sett inn pinnen, og velg den."
    assert dialog.choose.hasFocus()
    assert holding.ways() == ["close"]
    assert holding.calls() == []


# --- under way ----------------------------------------------------------------------------------


def working(holding: Holding) -> StickDialog:
    """Stand in the middle of taking."""
    holding.relay.gate = threading.Event()
    dialog = holding.open()
    dialog.buttons["take"].click()
    holding.house.driver.wait(dialog.moved.isVisible)
    return dialog


def test_while_it_works_it_shows_how_far_it_is_and_can_be_stopped(holding: Holding) -> None:
    dialog = working(holding)
    assert dialog.moved.text() == "500 kB av 1,0 MB"
    assert dialog.bar.value() == 500
    assert holding.ways() == ["stop"]
    assert not dialog.choose.isEnabled()
    dialog.buttons["stop"].click()
    assert holding.supply.stops == 1
    assert dialog.said.text() == "Stoppet. Det som er gjort, er tatt vare på."
    assert holding.ways() == ["again", "close"]


def test_left_while_it_works_it_is_stopped_and_what_is_in_use_is_shown(holding: Holding) -> None:
    shown: list[object] = []
    holding.updating.taken.connect(shown.append)
    dialog = working(holding)
    holding.house.keys(Key.Key_Escape)
    assert not dialog.isVisible()
    assert holding.supply.stops == 1
    holding.house.driver.wait(lambda: shown == [()])


def test_what_was_taken_comes_into_use(holding: Holding) -> None:
    holding.relay.take_answers = (taken(),)
    shown: list[object] = []
    holding.updating.taken.connect(shown.append)
    holding.open().buttons["take"].click()
    holding.house.driver.wait(lambda: shown == [(taken(),)])


def test_a_fetch_makes_way_for_the_stick_and_goes_on_afterwards(holding: Holding) -> None:
    updates = holding.supply.updates
    updates.plans, updates.gate = (plan(),), threading.Event()
    course = holding.updating.course
    course.check()
    holding.house.driver.wait(lambda: course.situation.phase == "offered")
    course.fetch()
    holding.house.driver.wait(updates.fetching.is_set)
    dialog = holding.open()
    assert course.situation.phase == "paused"
    assert holding.calls() == ["look"]
    updates.gate.set()
    dialog.buttons["close"].click()
    holding.house.driver.wait(lambda: course.situation.phase == "ready")


# --- what went wrong ----------------------------------------------------------------------------


@pytest.mark.parametrize("failure", [GONE, NotFound("Mappen er borte. Velg en annen.")])
def test_a_stick_that_cannot_be_looked_at_says_why_and_is_tried_again(
    holding: Holding, failure: Condition
) -> None:
    holding.relay.sees = failure
    dialog = holding.open()
    assert dialog.failure.text() == str(failure)
    assert dialog.failed_band.isVisible()
    assert not dialog.said.isVisible()
    assert holding.ways() == ["again", "close"]
    holding.relay.sees = newer_stick(STICK)
    holding.house.keys(Key.Key_F5)
    holding.settle()
    assert not dialog.failed_band.isVisible()
    assert holding.ways() == ["take", "close"]


@pytest.mark.parametrize("failure", [GONE, FULL])
def test_giving_that_fails_says_why_and_goes_on(holding: Holding, failure: Condition) -> None:
    part = one_part("stick_older", "Du har nyere innhold enn pinnen.", give_bytes=4_100_000)
    holding.relay.sees, holding.relay.give_answers = comparison(part), failure
    dialog = holding.open()
    dialog.buttons["give"].click()
    holding.house.driver.wait(lambda: dialog.failure.text() == str(failure))
    dialog.buttons["again"].click()
    holding.settle()
    assert holding.ways() == ["give", "close"]


# --- where sticks are ---------------------------------------------------------------------------


def test_the_file_dialog_begins_where_this_machine_mounts_sticks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "kari")
    first, second = tmp_path / "run", tmp_path / "media"
    assert where_sticks_are((str(first), str(second))) == Path.home()
    second.mkdir()
    assert where_sticks_are((str(first), str(second))) == second
    (first / "kari").mkdir(parents=True)
    assert where_sticks_are((str(first), str(second))) == first / "kari"


def test_an_account_without_a_name_has_sticks_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nameless() -> str:
        raise OSError("no username set in the environment")

    monkeypatch.setattr("getpass.getuser", nameless)
    assert where_sticks_are((str(tmp_path),)) == tmp_path
