"""When new content is asked for: at start, at a wake, with a new network (DESIGN section 6)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fake_supply import NOW, FakeClock, FakeHints, FakeState
from PySide6.QtWidgets import QApplication

from feltperm.packs.schedule import answered, unanswered
from feltperm.ui.updates.rhythm import EVERY_S, Clock, Rhythm

HOUR = 3600.0


class Laptop:
    """A machine with a rhythm, whose time passes when a test says so."""

    def __init__(self) -> None:
        self.clock, self.hints, self.state = FakeClock(), FakeHints(), FakeState()
        self.made = 0
        clock = Clock(self.clock.now, self.clock.monotonic, self.clock.chance)
        self.rhythm = Rhythm(self.state, clock, self._hints)
        self.asked: list[timedelta] = []
        self.answers = True
        self.why = "no_network"
        self.rhythm.due.connect(self._ask)

    def _hints(self) -> FakeHints:
        self.made += 1
        return self.hints

    def _ask(self) -> None:
        now = self.clock.wall
        self.asked.append(now - NOW)
        if self.answers and self.hints.is_online:
            self.state.kept = answered(self.state.kept, now)
        else:
            self.state.kept = unanswered(self.state.kept, now, self.why)
        self.rhythm.asked()

    def run(self, seconds: float) -> None:
        """Let the machine run, with a look every half minute."""
        for _ in range(round(seconds / EVERY_S)):
            self.clock.pass_by(EVERY_S)
            self.rhythm.tick()

    def sleep(self, seconds: float, steady_stands_still: bool = True) -> None:
        """Close the lid, and open it: the timer's overdue look comes."""
        self.clock.pass_by(seconds, asleep=steady_stands_still)
        self.rhythm.tick()


@pytest.fixture
def laptop(qapp: QApplication) -> Laptop:
    made = Laptop()
    made.rhythm.start()
    return made


@pytest.mark.parametrize(("luck", "minutes"), [(0.0, 2), (0.5, 6), (1.0, 10)])
def test_the_first_check_comes_two_to_ten_minutes_after_the_start(
    qapp: QApplication, luck: float, minutes: int
) -> None:
    laptop = Laptop()
    laptop.clock.luck = luck
    laptop.rhythm.start()
    laptop.run(HOUR)
    assert laptop.asked == [timedelta(minutes=minutes)]


def test_then_once_a_day(laptop: Laptop) -> None:
    laptop.run(3 * 24 * HOUR)
    assert laptop.asked == [timedelta(minutes=6, days=day) for day in range(3)]


def test_the_alert_of_friday_reaches_the_laptop_that_wakes_on_saturday(laptop: Laptop) -> None:
    """The network comes after the wake, and the failed checks before it do not keep it out."""
    laptop.run(600)
    laptop.hints.is_online = False
    laptop.run(30 * HOUR)  # in the field without a network: checks fail, and their pauses grow
    laptop.asked.clear()
    laptop.sleep(16 * HOUR)
    woke = laptop.clock.wall
    laptop.run(60)
    laptop.hints.come()
    assert laptop.state.kept.last_success == woke + timedelta(minutes=1), "as soon as there is one"


@pytest.mark.parametrize("stands_still", [True, False], ids=["Linux and macOS", "Windows"])
def test_a_machine_that_wakes_asks_at_once(laptop: Laptop, stands_still: bool) -> None:
    laptop.run(600)
    laptop.asked.clear()
    laptop.sleep(2 * HOUR, stands_still)
    assert len(laptop.asked) == 1


def test_a_short_sleep_asks_nothing_as_the_last_answer_is_fresh(laptop: Laptop) -> None:
    laptop.run(600)
    laptop.asked.clear()
    laptop.sleep(1200)
    laptop.hints.come()
    laptop.run(600)
    assert laptop.asked == []


def test_a_network_that_comes_and_goes_asks_at_most_once_an_hour(laptop: Laptop) -> None:
    laptop.run(600)
    laptop.asked.clear()
    for _ in range(48):
        laptop.run(300)
        laptop.hints.come()
    assert 3 <= len(laptop.asked) <= 4


def test_no_network_after_a_wake_is_waited_for_but_only_so_long(laptop: Laptop) -> None:
    laptop.run(600)
    laptop.asked.clear()
    laptop.hints.is_online = False
    laptop.sleep(2 * HOUR)
    laptop.run(540)
    assert laptop.asked == []
    laptop.run(120)
    assert len(laptop.asked) == 1, "the hint delays, and never forbids"


def test_a_check_that_failed_just_before_the_network_came_is_made_again_soon(
    laptop: Laptop,
) -> None:
    laptop.run(600)
    laptop.asked.clear()
    laptop.answers = False
    laptop.sleep(2 * HOUR)
    assert len(laptop.asked) == 1
    laptop.clock.pass_by(5)
    laptop.answers = True
    laptop.hints.come()
    assert len(laptop.asked) == 1, "not twice within a minute"
    laptop.run(120)
    assert len(laptop.asked) == 2


def test_a_sender_in_trouble_is_not_asked_by_each_laptop_that_moves(laptop: Laptop) -> None:
    laptop.answers, laptop.why = False, "server"
    laptop.run(360)
    assert len(laptop.asked) == 1
    for _ in range(10):
        laptop.clock.pass_by(EVERY_S)
        laptop.hints.come()
    assert len(laptop.asked) == 1


def test_without_a_sender_nothing_is_loaded_and_nothing_asked(qapp: QApplication) -> None:
    laptop = Laptop()
    laptop.run(24 * HOUR)
    assert laptop.made == 0
    assert laptop.asked == []
    assert not laptop.rhythm.metered()


def test_stopped_it_asks_no_more_and_can_begin_again(laptop: Laptop) -> None:
    laptop.rhythm.stop()
    laptop.hints.come()
    laptop.run(24 * HOUR)
    assert laptop.asked == []
    laptop.rhythm.start()
    laptop.rhythm.start()
    laptop.run(600)
    assert len(laptop.asked) == 1
    assert laptop.made == 2


def test_a_check_that_nobody_could_make_yet_stays_due(qapp: QApplication) -> None:
    laptop = Laptop()
    due: list[str] = []
    laptop.rhythm.due.disconnect(laptop._ask)
    laptop.rhythm.due.connect(lambda: due.append("now"))
    laptop.rhythm.start()
    laptop.run(420)
    assert len(due) > 1


def test_cost_is_what_the_hints_say(laptop: Laptop) -> None:
    assert not laptop.rhythm.metered()
    laptop.hints.costs = True
    assert laptop.rhythm.metered()
