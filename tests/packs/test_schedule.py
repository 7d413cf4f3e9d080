"""When to ask, and how many bytes may come without asking: every rule with a clock of its own."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from feltperm.packs.schedule import (
    BY_ITSELF,
    MONTHLY,
    CheckLog,
    CheckState,
    Pending,
    answered,
    came,
    may_fetch,
    next_check,
    on_wake,
    spent,
    unanswered,
)

NOW = datetime(2026, 11, 27, 15, 55)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def after(*failures: timedelta, why: str = "server", success: timedelta | None = DAY) -> CheckState:
    """A state in which these attempts failed, so long ago, after one that went well."""
    state = CheckState() if success is None else answered(CheckState(), NOW - success)
    for ago in failures:
        state = unanswered(state, NOW - ago, why)
    return state


# --- the next check -----------------------------------------------------------------------------


@pytest.mark.parametrize(("spread", "minutes"), [(0, 2), (0.5, 6), (1, 10)])
@pytest.mark.parametrize("state", [CheckState(), after(), after(2 * HOUR)])
def test_the_first_check_comes_two_to_ten_minutes_after_the_start(
    state: CheckState, spread: float, minutes: int
) -> None:
    started = NOW - MINUTE
    assert next_check(state, NOW, spread, started) == started + minutes * MINUTE


def test_a_start_soon_after_a_check_does_not_ask_again() -> None:
    state = answered(CheckState(), NOW - 30 * MINUTE)
    assert next_check(state, NOW, 0.5, NOW) == NOW - 30 * MINUTE + DAY


@pytest.mark.parametrize(("spread", "hours"), [(0, 19.2), (0.5, 24), (1, 28.8)])
def test_else_once_a_day_give_or_take_a_fifth(spread: float, hours: float) -> None:
    assert next_check(after(), NOW, spread) == NOW - DAY + hours * HOUR


@pytest.mark.parametrize(
    ("failures", "longest"),
    [(1, 15 * MINUTE), (2, 30 * MINUTE), (4, 2 * HOUR), (8, DAY), (99, DAY)],
)
def test_after_failures_it_takes_longer_each_time_and_never_over_a_day(
    failures: int, longest: timedelta
) -> None:
    state = after(*[HOUR] * failures)
    assert next_check(state, NOW, 1) == NOW - HOUR + longest
    assert next_check(state, NOW, 0.5) == NOW - HOUR + longest / 2
    assert next_check(state, NOW, 0) == NOW - HOUR + MINUTE, "never at once, again and again"


@pytest.mark.parametrize("why", ["no_network", "portal", "proxy"])
def test_a_router_that_was_without_coverage_all_day_is_asked_again_within_the_hour(
    why: str,
) -> None:
    state = after(*[HOUR] * 12, why=why)
    assert next_check(state, NOW, 1) == NOW


@pytest.mark.parametrize("spread", [0.0, 0.3, 1.0])
def test_a_clock_that_was_ahead_stops_no_check(spread: float) -> None:
    state = answered(CheckState(), NOW + 700 * DAY)
    assert next_check(state, NOW, spread) <= NOW + 10 * MINUTE
    assert on_wake(state, NOW)


# --- waking up, and networks that come ----------------------------------------------------------


def test_a_friday_alert_reaches_a_laptop_within_minutes_of_saturdays_network() -> None:
    friday = NOW - 2 * HOUR
    state = answered(CheckState(), friday)
    wake = NOW + 17 * HOUR
    assert on_wake(state, wake)
    state = unanswered(state, wake, "no_network")
    assert not on_wake(state, wake + timedelta(seconds=30))
    assert on_wake(state, wake + 3 * MINUTE), "the network came"


@pytest.mark.parametrize(
    ("state", "due"),
    [
        (CheckState(), True),
        (after(success=59 * MINUTE), False),
        (after(success=HOUR), False),
        (after(success=61 * MINUTE), True),
        (after(5 * MINUTE, why="no_network"), True),
        (after(5 * MINUTE, why="portal"), True),
        (after(5 * MINUTE, why="proxy"), True),
        (after(5 * MINUTE, why="server"), False),
        (after(15 * MINUTE, why="server"), True),
        (after(5 * MINUTE, why="no_network", success=30 * MINUTE), False),
        (after(5 * MINUTE, why="no_network", success=None), True),
    ],
)
def test_a_wake_asks_when_the_last_answer_is_over_an_hour_old(state: CheckState, due: bool) -> None:
    assert on_wake(state, NOW) == due


def test_a_network_that_comes_and_goes_asks_at_most_each_minute() -> None:
    state, asked, moment = after(), 0, NOW
    while moment < NOW + 10 * MINUTE:
        if on_wake(state, moment):
            asked += 1
            state = unanswered(state, moment, "no_network")
        moment += timedelta(seconds=5)
    assert asked <= 10


# --- bytes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "metered", "only_wifi", "already", "may"),
    [
        (10**9, False, False, 10**9, True),
        (10**9, False, True, 0, True),
        (BY_ITSELF, True, False, 0, True),
        (BY_ITSELF + 1, True, False, 0, False),
        (1, True, True, 0, False),
        (1000, True, False, MONTHLY - 1000, True),
        (1001, True, False, MONTHLY - 1000, False),
    ],
)
def test_what_comes_without_asking_over_links_that_count(
    size: int, metered: bool, only_wifi: bool, already: int, may: bool
) -> None:
    state = came(CheckState(), already, True, NOW)
    assert may_fetch(size, metered, only_wifi, state, NOW) == may


def test_the_months_limit_can_be_another_one() -> None:
    assert not may_fetch(1000, True, False, CheckState(), NOW, month_limit=999)


def test_bytes_are_counted_by_the_month() -> None:
    state = came(came(CheckState(), 100, False, NOW), 50, True, NOW)
    assert spent(state, NOW) == (150, 50)
    december = NOW + 4 * DAY
    assert spent(state, december) == (0, 0)
    assert spent(came(state, 7, True, december), december) == (7, 7)
    assert may_fetch(BY_ITSELF, True, False, came(CheckState(), 10**9, True, NOW), december)


# --- what is remembered -------------------------------------------------------------------------


def test_success_forgets_failures() -> None:
    state = answered(after(HOUR, HOUR), NOW)
    assert (state.failures, state.why, state.last_success) == (0, "", NOW)
    failed = unanswered(state, NOW + HOUR, "tls")
    assert (failed.failures, failed.last_success, failed.last_attempt) == (1, NOW, NOW + HOUR)


def test_a_pack_has_one_unfinished_update() -> None:
    first = Pending("aaaaaaaa", "national", 2, "c" * 64)
    second = Pending("aaaaaaaa", "national", 3, "d" * 64, "ready")
    other = Pending("bbbbbbbb", "bergen", 1, "e" * 64)
    state = CheckState().with_pending(first).with_pending(other).with_pending(second)
    assert state.pending == (other, second)
    assert state.without_pending("national").pending == (other,)


def test_only_some_bad_deltas_are_remembered() -> None:
    state = CheckState()
    for number in range(100):
        state = state.with_bad_delta(f"{number:064}")
    assert len(state.bad_deltas) == 32
    assert state.with_bad_delta(f"{99:064}").bad_deltas == state.bad_deltas


def test_the_file_gives_back_what_was_written(tmp_path: Path) -> None:
    log = CheckLog(tmp_path / "deep" / "updates.json")
    assert log.read() == CheckState()
    state = came(after(HOUR), 1234, True, NOW).with_bad_delta("f" * 64)
    state = state.with_pending(Pending("aaaaaaaa", "national", 2, "c" * 64, "installing", True))
    assert log.write(state)
    assert log.read() == state
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["updates.json"]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b'{"failures": "many"}', b'{"failures": -1}', b"[" * 9000,
        b'{"last_attempt": "2026-11-27T15:55:00Z"}', b'{"spent_bytes": -5}', b"\xff\xfe",
        b'{"why": "' + b"x" * 400_000 + b'"}', b'{"pending": [{"pack": 1}]}',
    ],
)  # fmt: skip
def test_a_file_that_is_not_ours_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "updates.json"
    path.write_bytes(data)
    log = CheckLog(path)
    assert log.read() == CheckState()
    assert log.write(answered(CheckState(), NOW))
    assert log.read().last_success == NOW


def test_a_file_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    assert not CheckLog(tmp_path / "data" / "updates.json").write(CheckState())
