"""A sender is added in three steps, and trusted only once a person has compared the code."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_supply import NO_NETWORK, NOW, SOURCE, UNTRUSTED, FakeSupply, plan
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from feltperm.desk.updates.sources import Proposal
from feltperm.errors import NotFound, ReadOnly, UpdateFailed
from feltperm.packs.schedule import CheckState
from feltperm.packs.trust.source import Source
from feltperm.ui.updates.source_dialog import SourceDialog
from real_window import House, opened

Key = Qt.Key
ADDRESS = "https://example.invalid/innhold"
NOT_A_SOURCE = UpdateFailed(
    "not_a_source", "Dette er ikke en kilde. Be avsenderen om adressen eller kildefila."
)


class Asking:
    """The dialog over the real window, with a supply that does what a test says."""

    def __init__(self, house: House, supply: FakeSupply, where: str = "") -> None:
        self.house, self.supply = house, supply
        self.updating = house.window.updating()
        self.dialog = SourceDialog(house.context, self.updating, where, house.shell)
        self.dialog.show()
        self.dialog.activateWindow()
        house.driver.settle()

    def look(self) -> None:
        self.dialog.where.setText(ADDRESS)
        self.dialog.next.click()

    def at_the_code(self) -> SourceDialog:
        self.look()
        self.house.driver.wait(lambda: self.dialog.step == 2)
        return self.dialog


@pytest.fixture
def supply() -> FakeSupply:
    return FakeSupply()


@pytest.fixture
def asking(tmp_path: Path, qapp: QApplication, supply: FakeSupply) -> Iterator[Asking]:
    def changed(parts: object) -> object:
        return parts._replace(open_updates=lambda: supply, check_state=CheckState, now=lambda: NOW)  # type: ignore[type-var]

    with opened(tmp_path / "p", changed=changed) as house:  # type: ignore[arg-type]
        house.skip_first_start()
        made = Asking(house, supply)
        yield made
        if supply.updates.gate is not None:
            supply.updates.gate.set()
        made.dialog.close()


# --- 1: where -----------------------------------------------------------------------------------


def test_it_is_asked_where_and_only_then_one_can_go_on(asking: Asking) -> None:
    dialog = asking.dialog
    assert dialog.where.hasFocus()
    assert not dialog.next.isEnabled()
    assert dialog.next.toolTip()
    asking.house.keys(ADDRESS, Key.Key_Return)
    asking.house.driver.wait(lambda: dialog.step == 2)
    assert asking.supply.sources.calls == [("propose", ADDRESS)]


@pytest.mark.parametrize("failure", [NO_NETWORK, UNTRUSTED, NOT_A_SOURCE, NotFound("To kilder.")])
def test_a_place_without_a_sender_says_why_and_leaves_what_was_typed(
    asking: Asking, failure: Exception
) -> None:
    asking.supply.sources.found = failure  # type: ignore[assignment]
    asking.look()
    asking.house.driver.wait(lambda: asking.dialog.said.text() == str(failure))
    assert asking.dialog.step == 1
    assert asking.dialog.where.text() == ADDRESS
    assert asking.dialog.where.hasFocus()
    assert asking.dialog.next.isEnabled()


def test_quotes_around_a_pasted_path_are_no_part_of_it(asking: Asking) -> None:
    asking.dialog.where.setText('"C:\\Kilder\\kilde.json"')
    asking.dialog.next.click()
    asking.house.driver.wait(lambda: asking.dialog.step == 2)
    assert asking.supply.sources.calls == [("propose", "C:\\Kilder\\kilde.json")]


def test_a_dialog_that_is_given_a_place_looks_there_at_once(asking: Asking) -> None:
    other = Asking(asking.house, asking.supply, "kilde.json")
    asking.house.driver.wait(lambda: other.dialog.step == 2)
    other.dialog.close()


def test_left_while_it_looks_it_stops_looking(asking: Asking) -> None:
    running, gate = threading.Event(), threading.Event()

    def propose(_where: object) -> Proposal:
        running.set()
        assert gate.wait(30)
        raise NO_NETWORK

    asking.supply.sources.propose = propose  # type: ignore[method-assign, assignment]
    asking.look()
    asking.house.driver.wait(running.is_set)
    asking.house.keys(Key.Key_Escape)
    assert asking.supply.stops == 1
    gate.set()
    asking.house.driver.settle()
    assert asking.dialog.said.text() != str(NO_NETWORK)


# --- 2: who -------------------------------------------------------------------------------------


def test_the_sender_and_its_code_are_shown_in_six_groups(asking: Asking) -> None:
    dialog = asking.at_the_code()
    assert dialog.sender_card.name.text() == "Testutgiver"
    assert [group.text() for group in dialog.sender_card.groups] == SOURCE.fingerprint.split()
    assert len(dialog.sender_card.groups) == 6
    assert dialog.sender_card.groups[0].accessibleName() == " ".join(SOURCE.fingerprint[:4])
    assert dialog.sender_card.question.text() == (
        "Be Testutgiver lese opp koden, på telefon eller på papir. Er den lik?"
    )


def test_a_name_is_never_markup(asking: Asking) -> None:
    source = Source("<b>NAV</b> <img src=x>", ADDRESS, b"other root")
    asking.supply.sources.found = Proposal(source, ("x",))
    dialog = asking.at_the_code()
    assert dialog.sender_card.name.textFormat() is Qt.TextFormat.PlainText
    assert dialog.sender_card.question.textFormat() is Qt.TextFormat.PlainText
    assert dialog.sender_card.name.text() == "<b>NAV</b> <img src=x>"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_Escape])
def test_no_is_what_an_unthinking_key_says(asking: Asking, key: Key) -> None:
    dialog = asking.at_the_code()
    assert dialog.no.hasFocus()
    assert dialog.no.isDefault()
    asking.house.keys(key)
    assert not dialog.isVisible()
    assert [call[0] for call in asking.supply.sources.calls] == ["propose"]


def test_an_enter_too_many_on_the_first_page_confirms_nothing(asking: Asking) -> None:
    asking.house.keys(ADDRESS, Key.Key_Return, Key.Key_Return, Key.Key_Return)
    asking.house.driver.settle()
    assert "add" not in [call[0] for call in asking.supply.sources.calls]


@pytest.mark.parametrize(
    ("packs", "asked", "ticked"),
    [(("trondheim",), False, False), (("national",), True, True),
     (("national", "trondheim"), True, False)],
    ids=["local", "national alone", "both"],
)  # fmt: skip
def test_whether_it_may_renew_the_national_content_is_asked_where_it_would(
    asking: Asking, packs: tuple[str, ...], asked: bool, ticked: bool
) -> None:
    asking.supply.sources.found = Proposal(SOURCE, packs, reached=True)
    dialog = asking.at_the_code()
    assert dialog.sender_card.national.isVisible() is asked
    assert dialog.sender_card.national.isChecked() is ticked
    dialog.yes.click()
    asking.house.driver.wait(lambda: dialog.step == 3)
    assert asking.supply.sources.calls[-1] == ("add", SOURCE.key, ticked)


def test_a_sender_that_is_there_already_is_said_to_be(asking: Asking) -> None:
    asking.supply.sources.found = Proposal(SOURCE, ("national",), already=True)
    assert (
        asking.at_the_code().sender_card.question.text().startswith("Kilden er lagt til fra før. ")
    )


@pytest.mark.parametrize(("url", "warned"), [(ADDRESS, False), ("http://10.0.0.5/x", True)])
def test_an_address_in_the_clear_is_told(asking: Asking, url: str, warned: bool) -> None:
    asking.supply.sources.found = Proposal(Source("Testutgiver", url, b"root"), ("x",))
    assert asking.at_the_code().sender_card.plain.isVisible() is warned


def test_a_sender_that_cannot_be_kept_is_told_and_can_be_tried_again(asking: Asking) -> None:
    asking.supply.sources.add_raises = ReadOnly("Kan ikke lagre her. Innholdet ditt er uendret.")
    dialog = asking.at_the_code()
    dialog.yes.click()
    asking.house.driver.wait(lambda: dialog.said.text().startswith("Kan ikke lagre her."))
    assert dialog.step == 2
    asking.supply.sources.add_raises = None
    dialog.yes.click()
    asking.house.driver.wait(lambda: dialog.step == 3)


# --- 3: what it brings --------------------------------------------------------------------------


def test_once_confirmed_its_content_comes_and_is_used(asking: Asking) -> None:
    asking.supply.updates.plans = (plan(),)
    asking.supply.updates.gate = threading.Event()
    dialog = asking.at_the_code()
    dialog.yes.click()
    said = "Testutgiver er lagt til. Henter 184 kB."
    asking.house.driver.wait(lambda: dialog.outcome.text() == said)
    assert dialog.close_button.hasFocus()
    asking.house.keys(Key.Key_Return)
    assert not dialog.isVisible()
    asking.supply.updates.gate.set()
    asking.house.driver.wait(lambda: asking.supply.updates.named("install"))
    assert asking.supply.updates.named("check") == [("check", SOURCE.key, False, False)]


def test_a_sender_without_a_network_is_added_all_the_same(asking: Asking) -> None:
    asking.supply.updates.failure = NO_NETWORK
    dialog = asking.at_the_code()
    dialog.yes.click()
    asking.house.driver.wait(lambda: dialog.said.text() == str(NO_NETWORK))
    assert dialog.outcome.text() == "Testutgiver er lagt til."


def test_confirmed_and_closed_at_once_it_is_still_added(asking: Asking) -> None:
    dialog = asking.at_the_code()
    gate = threading.Event()
    asking.updating.lane.run(lambda _tools: gate.wait(30), lambda _d: None, lambda _c: None)
    dialog.yes.click()
    dialog.close()
    gate.set()
    asking.house.driver.wait(lambda: asking.supply.updates.named("check"))
    assert asking.supply.sources.calls[-1][0] == "add"


# --- look ---------------------------------------------------------------------------------------


def test_the_dialog_is_as_high_as_its_step_and_cuts_nothing(asking: Asking) -> None:
    heights = [asking.dialog.height()]
    dialog = asking.at_the_code()
    asking.house.driver.settle()
    heights.append(dialog.height())
    assert heights[1] > heights[0]
    assert dialog.sender_card.question.height() >= dialog.sender_card.question.heightForWidth(
        dialog.sender_card.question.width()
    )
    bottom = dialog.no.mapTo(dialog, dialog.no.rect().bottomLeft()).y()
    assert bottom < dialog.height()
