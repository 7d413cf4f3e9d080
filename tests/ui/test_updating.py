"""The course of an update: asked, offered, fetched, used; paused, cut off and gone on with."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_supply import (
    NO_NETWORK,
    NOW,
    SOURCE,
    UNTRUSTED,
    FakeClock,
    FakeHints,
    FakeState,
    FakeSupply,
    overview,
    plan,
    ready,
    state_of,
)
from pytestqt.qtbot import QtBot

from feltperm.desk.updates.update_desk import UpdateDesk
from feltperm.errors import Condition, DiskFull, UpdateFailed
from feltperm.packs.schedule import answered
from feltperm.ui.background import Lane
from feltperm.ui.updates.course import Course, Situation
from feltperm.ui.updates.rhythm import Clock, Rhythm
from feltperm.ui.updates.updating import Updating

DISK_FULL = DiskFull("Disken er full. Ingenting er endret. Frigjør 12 MB, og prøv igjen.")


class Machine:
    """Updates on a real lane, with a supply, a clock and a network that a test moves."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.supply = FakeSupply()
        self.u = self.supply.updates
        self.clock, self.hints, self.state = FakeClock(), FakeHints(), FakeState()
        self.bugs: list[BaseException] = []
        self.lane: Lane[UpdateDesk] = Lane(lambda: self.supply, self.bugs.append)  # type: ignore[arg-type, return-value]
        clock = Clock(self.clock.now, self.clock.monotonic, self.clock.chance)
        self.rhythm = Rhythm(self.state, clock, lambda: self.hints)
        self.updating = Updating(self.lane, self.rhythm)
        self.taken: list[tuple[object, ...]] = []
        self.asked: list[tuple[object, ...]] = []
        self.grave: list[str] = []
        self.interrupted: list[str] = []
        self.phases: list[str] = []
        self.updating.taken.connect(self.taken.append)
        self.updating.asked.connect(self.asked.append)
        self.updating.grave.connect(lambda condition: self.grave.append(str(condition)))
        self.updating.interrupted.connect(self.interrupted.append)
        self.course.changed.connect(lambda: self.phases.append(self.now.phase))

    @property
    def course(self) -> Course:
        return self.updating.course

    @property
    def now(self) -> Situation:
        return self.course.situation

    def until(self, phase: str) -> None:
        self.qtbot.waitUntil(lambda: self.now.phase == phase, timeout=10_000)

    def settle(self) -> None:
        """Wait until the lane has done all that was asked of it, and its answers are here."""
        done: list[str] = []
        for _ in range(3):  # an answer may ask for more
            done.clear()
            self.lane.run(lambda _t: "", done.append, lambda _c: None)
            self.qtbot.waitUntil(lambda: bool(done), timeout=10_000)

    def start(self) -> None:
        self.updating.start()
        self.settle()

    def due(self) -> None:
        """Let the time for a check come."""
        self.rhythm.due.emit()
        self.settle()


@pytest.fixture
def machine(qtbot: QtBot) -> Iterator[Machine]:
    made = Machine(qtbot)
    yield made
    if made.u.gate is not None:
        made.u.gate.set()
    made.lane.close(lambda _tool: None)
    assert made.bugs == []


# --- asked for by a person ----------------------------------------------------------------------


def test_what_there_is_is_offered_before_anything_is_fetched(machine: Machine) -> None:
    machine.u.plans = (plan(), plan(3, 5_000, "trondheim"))
    machine.course.check()
    machine.until("offered")
    machine.settle()
    assert [one.pack for one in machine.now.plans] == ["national", "trondheim"]
    assert machine.u.named("fetch") == []
    assert machine.u.named("check") == [("check", "", False, False)]


def test_yes_fetches_all_and_shows_what_it_changes_before_it_is_used(machine: Machine) -> None:
    machine.u.plans = (plan(), plan(3, 5_000, "trondheim"))
    machine.course.check()
    machine.until("offered")
    machine.course.fetch()
    machine.until("ready")
    assert [call[1] for call in machine.u.named("fetch")] == ["national", "trondheim"]
    assert [one.changes.pack for one in machine.now.ready] == ["national", "trondheim"]
    assert machine.u.named("install") == []
    machine.course.install()
    machine.until("idle")
    assert [call[1] for call in machine.u.named("install")] == ["national", "trondheim"]
    (taken,) = machine.taken
    assert len(taken) == 2
    assert machine.now.ready == ()


def test_nothing_newer_is_an_answer(machine: Machine) -> None:
    machine.course.check()
    machine.until("idle")
    assert machine.now.up_to_date
    assert machine.now.failure is None


def test_no_drops_the_offer(machine: Machine) -> None:
    machine.u.plans = (plan(),)
    machine.course.check()
    machine.until("offered")
    machine.course.cancel()
    assert machine.now.phase == "idle"
    machine.settle()
    assert machine.u.named("fetch") == []


def test_a_sender_that_cannot_be_reached_is_said_and_the_other_one_offered(
    machine: Machine,
) -> None:
    machine.u.plans, machine.u.failure = (plan(),), NO_NETWORK
    machine.course.check()
    machine.until("offered")
    assert machine.now.failure is NO_NETWORK
    assert not machine.now.up_to_date


def test_a_check_that_cannot_be_made_says_why(machine: Machine) -> None:
    busy = UpdateFailed("busy", "Feltperm henter allerede nytt innhold. Vent til det er ferdig.")
    machine.u.check_raises = busy
    machine.course.check()
    machine.until("checking")
    machine.until("idle")
    assert machine.now.failure is busy
    assert machine.grave == [], "it stands on the page"


def test_a_confirmed_sender_is_fetched_from_and_used_without_more_questions(
    machine: Machine,
) -> None:
    machine.u.plans = (plan(),)
    machine.course.check(SOURCE.key, use=True)
    machine.qtbot.waitUntil(lambda: bool(machine.taken))
    assert machine.u.named("check")[0][1] == SOURCE.key
    assert len(machine.u.named("install")) == 1


# --- pausing ------------------------------------------------------------------------------------


def fetching(machine: Machine) -> None:
    """Stand in the middle of a fetch."""
    machine.u.plans, machine.u.gate = (plan(),), threading.Event()
    machine.course.check()
    machine.until("offered")
    machine.course.fetch()
    machine.qtbot.waitUntil(lambda: machine.now.came == 118_000)


def test_progress_is_told_in_bytes(machine: Machine) -> None:
    told: list[tuple[int, int]] = []
    machine.course.progressed.connect(lambda came, coming: told.append((came, coming)))
    fetching(machine)
    assert machine.now.coming == 184_000
    machine.u.gate.set()  # type: ignore[union-attr]
    machine.until("ready")
    assert told[-1] == (184_000, 184_000)


def test_pause_stops_it_at_once_and_going_on_fetches_the_same(machine: Machine) -> None:
    fetching(machine)
    machine.course.pause()
    assert machine.now.phase == "paused"
    assert machine.now.failure is None, "stopped by the user is no failure"
    assert machine.supply.stops == 1
    machine.settle()
    assert machine.now.phase == "paused", "the end of the stopped work changes nothing"
    machine.u.gate.set()  # type: ignore[union-attr]
    machine.course.resume()
    machine.until("ready")
    assert [call[2] for call in machine.u.named("fetch")] == [12, 12]


def test_a_pause_by_the_user_is_not_ended_by_the_clock(machine: Machine) -> None:
    machine.start()
    fetching(machine)
    machine.course.pause()
    machine.due()
    assert machine.now.phase == "paused"
    assert len(machine.u.named("check")) == 1


def test_cancelled_it_is_not_spoken_of_again(machine: Machine) -> None:
    fetching(machine)
    machine.course.cancel()
    assert machine.now.phase == "idle"
    machine.settle()
    assert machine.u.named("forget") == [("forget",)]
    assert machine.now.plans == ()


def test_a_link_that_breaks_leaves_it_to_go_on_when_the_network_is_back(machine: Machine) -> None:
    machine.start()
    machine.u.plans, machine.u.fetch_raises = (plan(),), [NO_NETWORK]
    machine.course.check()
    machine.until("offered")
    machine.course.fetch()
    machine.until("paused")
    assert machine.now.failure is NO_NETWORK
    assert machine.now.came == 118_000, "what has come is still shown"
    machine.due()
    machine.until("ready")
    assert machine.u.named("check")[1:] == [], "it goes on, and asks for no new plan"


def test_what_is_wrong_with_the_content_is_not_tried_again_by_itself(machine: Machine) -> None:
    machine.start()
    machine.u.plans, machine.u.fetch_raises = (plan(),), [UNTRUSTED]
    machine.course.check()
    machine.until("offered")
    machine.course.fetch()
    machine.until("paused")
    machine.due()
    assert len(machine.u.named("fetch")) == 1
    machine.until("offered")
    machine.course.fetch()  # but a person may
    machine.until("ready")


def test_bad_content_of_one_sender_does_not_hold_up_the_warnings_of_another(
    machine: Machine,
) -> None:
    machine.start()
    machine.u.plans, machine.u.fetch_raises = (plan(),), [UNTRUSTED]
    machine.course.check()
    machine.until("offered")
    machine.course.fetch()
    machine.until("paused")
    machine.u.plans = (plan(), plan(3, 5_000, "trondheim"))
    machine.due()
    machine.qtbot.waitUntil(lambda: bool(machine.taken))
    assert [call[1] for call in machine.u.named("install")] == ["trondheim"]


def test_what_was_not_there_yet_is_asked_for_again_by_itself(machine: Machine) -> None:
    machine.start()
    machine.u.plans = (plan(),)
    machine.u.fetch_raises = [UpdateFailed("missing", "Innholdet ligger ikke der nå.")]
    machine.due()
    machine.until("paused")
    machine.due()
    machine.qtbot.waitUntil(lambda: bool(machine.taken))


def test_one_that_cannot_be_put_into_use_keeps_no_other_out(machine: Machine) -> None:
    machine.start()
    machine.u.plans = (plan(), plan(3, 5_000, "trondheim"))
    machine.u.install_raises_for["national"] = UNTRUSTED
    machine.due()
    machine.qtbot.waitUntil(lambda: bool(machine.taken))
    (taken,) = machine.taken
    assert [one.installed.pack for one in taken] == ["trondheim"]  # type: ignore[attr-defined]
    assert [one.plan.pack for one in machine.now.ready] == ["national"]


def test_what_lies_ready_does_not_undo_a_step_back_by_itself(machine: Machine) -> None:
    machine.u.shown = overview(ready=(ready(plan(pinned=True)),))
    machine.start()
    machine.due()
    assert machine.u.named("install") == []
    machine.course.install()  # but a person may
    machine.qtbot.waitUntil(lambda: bool(machine.taken))


def test_over_a_link_that_costs_no_way_comes_by_itself_that_is_dearer_than_was_allowed(
    machine: Machine,
) -> None:
    machine.start()
    machine.hints.costs = True
    machine.u.plans = (plan(),)
    machine.due()
    machine.qtbot.waitUntil(lambda: bool(machine.taken))
    machine.hints.costs = False
    machine.u.plans = (plan(13),)
    machine.due()
    machine.qtbot.waitUntil(lambda: len(machine.taken) == 2)
    assert machine.u.limits == [184_000, None]


def test_a_full_disk_keeps_what_is_ready_and_can_be_tried_again(machine: Machine) -> None:
    machine.u.plans, machine.u.install_raises = (plan(),), DISK_FULL
    machine.course.check()
    machine.until("offered")
    machine.course.fetch()
    machine.until("ready")
    machine.course.install()
    machine.qtbot.waitUntil(lambda: machine.now.failure is DISK_FULL)
    assert machine.now.phase == "ready"
    assert machine.taken == []
    machine.u.install_raises = None
    machine.course.install()
    machine.qtbot.waitUntil(lambda: bool(machine.taken))


def test_a_sender_in_trouble_does_not_hold_up_the_others(machine: Machine) -> None:
    machine.u.plans = (plan(), plan(3, 5_000, "trondheim"))
    machine.u.fetch_raises = [UNTRUSTED, None]
    machine.course.check(use=True)
    machine.qtbot.waitUntil(lambda: bool(machine.taken))
    assert [call[1] for call in machine.u.named("install")] == ["trondheim"]
    assert machine.now.failure is UNTRUSTED


# --- by itself ----------------------------------------------------------------------------------


def test_when_it_is_time_new_content_comes_into_use_by_itself(machine: Machine) -> None:
    machine.start()
    machine.u.plans = (plan(),)
    machine.due()
    machine.qtbot.waitUntil(lambda: bool(machine.taken))
    assert machine.u.named("check") == [("check", "", True, False)]
    assert machine.now.by_itself
    assert machine.asked == []


def test_what_would_cost_is_asked_for_once_for_each_release(machine: Machine) -> None:
    machine.start()
    machine.hints.costs = True
    machine.u.may = lambda one, _only: one.bytes < 500_000
    machine.u.plans = (plan(12, 4_100_000),)
    machine.due()
    machine.until("offered")
    machine.due()
    machine.due()
    assert len(machine.asked) == 1
    assert machine.u.named("check")[0] == ("check", "", True, True), "the link is known to cost"
    assert machine.u.named("fetch") == []
    machine.u.plans = (plan(13, 4_200_000),)
    machine.due()
    assert len(machine.asked) == 2
    machine.course.fetch()
    machine.until("ready")
    assert machine.u.named("fetch") == [("fetch", "national", 13, True)]


def test_only_on_wifi_is_passed_on(machine: Machine) -> None:
    machine.start()
    wishes: list[bool] = []

    def may(_plan: object, only_wifi: bool) -> bool:
        wishes.append(only_wifi)
        return False

    machine.u.may, machine.u.plans = may, (plan(),)
    machine.updating.only_wifi = True
    machine.due()
    machine.until("offered")
    assert wishes == [True]


def test_failures_of_the_network_are_not_told_to_who_has_asked_for_nothing(
    machine: Machine,
) -> None:
    machine.start()
    machine.u.failure = NO_NETWORK
    machine.due()
    assert machine.now.failure is NO_NETWORK, "but the page has it"
    assert machine.grave == []


def test_content_of_another_is_told_and_the_same_only_once(machine: Machine) -> None:
    machine.start()
    machine.u.failure = UNTRUSTED
    machine.due()
    machine.due()
    assert machine.grave == [str(UNTRUSTED)]


def test_a_full_disk_is_told_though_nobody_asked(machine: Machine) -> None:
    machine.start()
    machine.u.plans, machine.u.install_raises = (plan(),), DISK_FULL
    machine.due()
    machine.qtbot.waitUntil(lambda: machine.grave == [str(DISK_FULL)])


def test_without_a_sender_no_clock_runs_and_with_one_it_does(machine: Machine) -> None:
    machine.u.shown = overview(sources=())
    machine.start()
    assert not machine.rhythm.running
    machine.u.shown = overview()
    machine.updating.refresh()
    machine.settle()
    assert machine.rhythm.running
    machine.u.shown = overview(sources=())
    machine.updating.refresh()
    machine.settle()
    assert not machine.rhythm.running


def test_an_alert_of_friday_is_in_use_when_the_laptop_has_woken_and_found_a_network(
    machine: Machine,
) -> None:
    machine.start()
    machine.state.kept = answered(machine.state.kept, NOW)
    machine.hints.is_online = False
    machine.clock.pass_by(16 * 3600, asleep=True)
    machine.rhythm.tick()
    machine.settle()
    machine.u.plans = (plan(13, 21_000),)
    before = len(machine.taken)
    machine.clock.pass_by(20)
    machine.hints.come()
    machine.qtbot.waitUntil(lambda: len(machine.taken) == before + 1)


def test_the_next_check_is_planned_after_one_by_hand_too(machine: Machine) -> None:
    machine.start()
    machine.state.kept = answered(machine.state.kept, NOW)
    machine.course.check()
    machine.until("idle")
    machine.settle()
    for _ in range(40):  # past the ten minutes after the start
        machine.clock.pass_by(30)
        machine.rhythm.tick()
    machine.settle()
    assert len(machine.u.named("check")) == 1


# --- cut off ------------------------------------------------------------------------------------

CUT_OFF = "Oppdateringen ble avbrutt. Innholdet fra 15. november er i bruk, og ingenting er tapt."


def test_an_update_that_was_cut_off_is_spoken_of_once_at_the_start(machine: Machine) -> None:
    machine.u.shown = overview(interrupted=CUT_OFF)
    machine.start()
    machine.updating.refresh()
    machine.settle()
    assert machine.interrupted == [CUT_OFF]


def test_going_on_fetches_the_rest_and_uses_it(machine: Machine) -> None:
    machine.u.cut_off = (ready(),)
    machine.course.go_on()
    assert machine.now.phase == "fetching"
    machine.qtbot.waitUntil(lambda: bool(machine.taken))
    assert machine.u.named("resume") == [("resume",)]
    assert len(machine.u.named("install")) == 1


def test_not_now_is_remembered(machine: Machine) -> None:
    machine.updating.forget_interrupted()
    machine.settle()
    assert machine.u.named("forget") == [("forget",)]


def test_what_was_fetched_before_and_not_used_is_ready(machine: Machine) -> None:
    machine.u.shown = overview(ready=(ready(),))
    machine.start()
    assert machine.now.phase == "ready"
    machine.u.plans = (plan(),)
    machine.course.check()
    machine.until("checking")
    machine.until("ready")
    assert machine.now.plans == (), "it is not fetched a second time"


def test_what_lies_ready_comes_into_use_by_itself_the_next_time(machine: Machine) -> None:
    machine.u.shown = overview(ready=(ready(),))
    machine.start()
    machine.u.shown = overview()
    machine.due()
    machine.qtbot.waitUntil(lambda: bool(machine.taken))


# --- other ways ---------------------------------------------------------------------------------


def test_going_back_and_forward_again_changes_the_content_in_use(machine: Machine) -> None:
    machine.start()
    machine.updating.roll_back("national")
    machine.settle()
    assert machine.taken == [()]
    assert machine.updating.overview is not None
    assert machine.updating.overview.packs[0].pinned
    machine.updating.take_newer("national")
    machine.settle()
    assert machine.taken == [(), ()]
    assert not machine.updating.overview.packs[0].pinned
    assert len(machine.u.named("check")) == 1, "and asks for what is newer still"


def test_what_another_program_has_brought_is_shown_too(machine: Machine) -> None:
    machine.start()
    machine.updating.refresh()
    machine.settle()
    assert machine.taken == []
    machine.u.shown = overview(packs=(state_of(seq=12),))
    machine.due()
    assert machine.taken == [()], "search is opened on it, once"
    machine.updating.refresh()
    machine.settle()
    assert machine.taken == [()]


def test_what_was_done_here_opens_search_once(machine: Machine) -> None:
    machine.start()

    def go_back(_pack: str) -> None:
        machine.u.shown = overview(packs=(state_of(seq=10),))

    machine.u.roll_back = go_back  # type: ignore[method-assign, assignment]
    machine.updating.roll_back("national")
    machine.settle()
    assert machine.taken == [()]


def test_a_step_that_fails_is_told(machine: Machine) -> None:
    def refuse(_pack: str) -> None:
        raise Condition("Det er ikke noe å gå tilbake til.")

    machine.u.roll_back = refuse  # type: ignore[method-assign, assignment]
    machine.updating.roll_back("national")
    machine.settle()
    assert machine.grave == ["Det er ikke noe å gå tilbake til."]
    assert machine.taken == []


def test_a_stick_that_fails_midway_may_have_changed_what_is_in_use(machine: Machine) -> None:
    machine.start()
    machine.supply.relay.take_answers = UNTRUSTED
    failures: list[Condition] = []
    machine.updating.take_from(Path("pinne"), lambda _c, _a: None, print, failures.append)
    machine.settle()
    assert failures == [UNTRUSTED]
    assert machine.taken == [()], "search is opened on what there is now"


def test_a_stick_goes_before_what_is_being_fetched(machine: Machine) -> None:
    fetching(machine)
    machine.updating.make_way()
    assert machine.now.phase == "paused"
    looked: list[object] = []
    machine.lane.run(lambda tools: tools.relay.look, looked.append, looked.append)
    machine.qtbot.waitUntil(lambda: bool(looked))
    machine.u.gate.set()  # type: ignore[union-attr]
    machine.updating.carry_on()
    machine.until("ready")


def test_what_the_user_has_paused_stays_paused_behind_a_stick(machine: Machine) -> None:
    fetching(machine)
    machine.course.pause()
    machine.updating.make_way()
    machine.updating.carry_on()
    assert machine.now.phase == "paused"
