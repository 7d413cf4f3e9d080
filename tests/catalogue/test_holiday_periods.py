"""Easter and Christmas: what is settled, what is not, in one line."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from feltperm.catalogue.holiday_periods import hours_lines, period_lines
from feltperm.catalogue.hours import opening
from feltperm.catalogue.records import Schedule, ScheduleException

HOLIDAYS = {
    "2027-03-25": "Skjærtorsdag",
    "2027-03-26": "Langfredag",
    "2027-03-28": "Første påskedag",
    "2027-03-29": "Andre påskedag",
    "2026-12-25": "Første juledag",
    "2026-12-26": "Andre juledag",
    "2027-01-01": "Første nyttårsdag",
}
EASTER = [f"2027-03-{day}" for day in range(21, 30)]
BEFORE = date(2027, 3, 15)


def week(*exceptions: ScheduleException) -> Schedule:
    return Schedule(
        byday=("MO", "TU", "WE", "TH", "FR"),
        opens_at="09:00",
        closes_at="15:00",
        exceptions=exceptions,
    )


def closed(*days: str) -> tuple[ScheduleException, ...]:
    return tuple(ScheduleException(date=day, closed=True) for day in days)


def test_one_day_open_and_the_others_closed() -> None:
    thursday = ScheduleException(date="2027-03-25", opens_at="11:00", closes_at="14:00")
    rest = closed(*(day for day in EASTER if day != "2027-03-25"))
    assert period_lines([week(thursday, *rest)], HOLIDAYS, BEFORE) == [
        "Påske: åpent kl. 11–14 skjærtorsdag. Andre dager: stengt."
    ]


def test_what_is_not_settled_asks_to_ring_first() -> None:
    schedule = week(
        ScheduleException(date="2027-03-22", closed=False),
        *closed("2027-03-26"),
        ScheduleException(date="2027-03-27"),
        ScheduleException(date="2027-03-28"),
    )
    assert period_lines([schedule], HOLIDAYS, BEFORE) == [
        "Påske: som vanlig mandag 22. mars. Stengt langfredag. "
        "Påskeaften og første påskedag: ikke avklart. Ring før du går."
    ]


def test_closed_all_christmas_is_told_when_it_is_near_and_until_it_is_over() -> None:
    schedule = week(ScheduleException(date="2026-12-24", until="2027-01-01", closed=True))
    line = "Jul: stengt alle dager."
    assert period_lines([schedule], HOLIDAYS, date(2026, 11, 26)) == [line]
    assert period_lines([schedule], HOLIDAYS, date(2027, 1, 1)) == [line]
    assert period_lines([schedule], HOLIDAYS, date(2027, 1, 2)) == []
    assert period_lines([schedule], HOLIDAYS, date(2026, 9, 1)) == []


def test_a_dropped_second_interval_does_not_close_the_day() -> None:
    morning = week(ScheduleException(date="2027-03-25", opens_at="11:00", closes_at="14:00"))
    evening = week(*closed("2027-03-25"))
    assert period_lines([morning, evening], HOLIDAYS, BEFORE) == [
        "Påske: åpent kl. 11–14 skjærtorsdag."
    ]


def test_hours_of_a_span_are_those_of_the_days_it_is_usually_open() -> None:
    hours = ScheduleException(
        date="2026-12-24", until="2027-01-01", opens_at="10:00", closes_at="11:00"
    )
    (line,) = period_lines([week(hours)], HOLIDAYS, date(2026, 12, 1))
    assert line.startswith("Jul: åpent kl. 10–11 julaften, første juledag, mandag 28. desember,")
    assert "andre juledag" not in line  # a Saturday
    assert opening([week(hours)], datetime(2026, 12, 26, 10, 30), HOLIDAYS).state == "closed"


def test_one_offer_that_is_closed_does_not_close_the_others() -> None:
    doctor = Schedule(
        byday=("TH",),
        opens_at="10:00",
        closes_at="11:00",
        exceptions=closed("2026-12-24", "2026-12-31"),
    )
    line = "Jul: åpent kl. 9–15 julaften og nyttårsaften."
    assert period_lines([week(), doctor], HOLIDAYS, date(2026, 12, 1)) == [line]
    assert opening([week(), doctor], datetime(2026, 12, 24, 10), HOLIDAYS).state == "open"


def test_the_hours_beside_those_that_differ_are_in_doubt_on_a_holiday() -> None:
    doctor = Schedule(
        byday=("FR",), opens_at="10:00", closes_at="11:00", exceptions=closed("2026-12-25")
    )
    assert period_lines([week(), doctor], HOLIDAYS, date(2026, 12, 1)) == [
        "Jul: første juledag: ikke avklart. Ring før du går."
    ]


def test_nothing_said_gives_no_line() -> None:
    assert period_lines([week()], HOLIDAYS, BEFORE) == []


@pytest.mark.parametrize(
    ("when", "state"),
    [
        ("2027-06-18T10:00", "open"),  # the Friday before
        ("2027-06-21T10:00", "not_stated"),
        ("2027-07-17T10:00", "closed"),  # a Saturday: closed every week
        ("2027-08-20T10:00", "not_stated"),
        ("2027-08-23T10:00", "open"),
    ],
)
def test_a_span_that_is_not_settled_changes_the_usual_days_only(when: str, state: str) -> None:
    summer = week(ScheduleException(date="2027-06-21", until="2027-08-20"))
    assert opening([summer], datetime.fromisoformat(when)).state == state


def test_all_lines_name_a_day_once() -> None:
    schedule = week(
        ScheduleException(date="2026-12-24", until="2027-01-01", closed=True),
        ScheduleException(date="2026-11-30", closed=True),
        ScheduleException(date="2026-11-02", closed=True),
    )
    assert hours_lines([schedule], HOLIDAYS, date(2026, 11, 26)) == [
        "mandag–fredag kl. 9–15",
        "30. november 2026 stengt",
        "Jul: stengt alle dager.",
    ]
