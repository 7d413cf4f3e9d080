"""Opening hours: three answers and the holiday, and the lines a person reads."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm.catalogue.hours import DAYS, Opening, opening
from feltperm.catalogue.hours_text import weekly_lines
from feltperm.catalogue.records import Schedule, ScheduleException

WEEK = ("MO", "TU", "WE", "TH", "FR")
OFFICE = Schedule(byday=WEEK, opens_at="09:00", closes_at="15:00")
ALWAYS = Schedule(byday=DAYS, opens_at="00:00", closes_at="24:00", holidays="as_usual")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_nothing_stated_is_neither_open_nor_closed() -> None:
    assert opening((), at("2026-11-25T12:00")) == Opening("not_stated")


# 2026-11-25 is a Wednesday.
@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-11-25T08:59", Opening("closed", opens=at("2026-11-25T09:00"))),
        ("2026-11-25T09:00", Opening("open", until=at("2026-11-25T15:00"))),
        ("2026-11-25T14:59:59", Opening("open", until=at("2026-11-25T15:00"))),
        ("2026-11-25T15:00", Opening("closed", opens=at("2026-11-26T09:00"))),
        ("2026-11-28T12:00", Opening("closed", opens=at("2026-11-30T09:00"))),
    ],
)
def test_weekly_hours(when: str, expected: Opening) -> None:
    assert opening([OFFICE], at(when)) == expected


def test_two_intervals_a_day() -> None:
    both = [
        Schedule(byday=("WE",), opens_at="10:00", closes_at="12:00"),
        Schedule(byday=("WE",), opens_at="18:00", closes_at="20:30"),
    ]
    assert opening(both, at("2026-11-25T11:00")).until == at("2026-11-25T12:00")
    assert opening(both, at("2026-11-25T13:00")) == Opening("closed", opens=at("2026-11-25T18:00"))
    assert opening(both, at("2026-11-25T20:00")).until == at("2026-11-25T20:30")


def test_past_midnight_belongs_to_the_day_it_begins() -> None:
    night = [Schedule(byday=("FR",), opens_at="20:00", closes_at="04:00")]
    assert opening(night, at("2026-11-28T03:59")).until == at("2026-11-28T04:00")
    assert opening(night, at("2026-11-28T04:00")).opens == at("2026-12-04T20:00")
    assert opening(night, at("2026-11-27T03:00")).state == "closed"


def test_round_the_clock_has_no_closing_time() -> None:
    assert opening([ALWAYS], at("2026-11-25T03:00")) == Opening("open", until=None)


def test_touching_intervals_are_one() -> None:
    days = [
        Schedule(byday=("FR",), opens_at="08:00", closes_at="24:00"),
        Schedule(byday=("SA",), opens_at="00:00", closes_at="04:00"),
    ]
    assert opening(days, at("2026-11-27T23:00")).until == at("2026-11-28T04:00")


def test_seasons() -> None:
    before = Schedule(byday=WEEK, opens_at="09:00", closes_at="15:00", valid_to="2026-06-30")
    after = Schedule(byday=WEEK, opens_at="10:00", closes_at="14:00", valid_from="2026-08-03")
    summer = opening([before, after], at("2026-07-15T12:00"))
    assert summer == Opening("closed", opens=at("2026-08-03T10:00"))
    assert opening([before], at("2026-07-15T12:00")) == Opening("not_stated")
    assert opening([after], at("2026-07-15T12:00")).state == "not_stated"
    assert opening([before, after], at("2026-06-30T12:00")).state == "open"


def test_single_dates() -> None:
    rounds = Schedule(dates=("2026-11-25", "2026-12-09"), opens_at="18:00", closes_at="20:00")
    assert opening([rounds], at("2026-11-25T19:00")).state == "open"
    assert opening([rounds], at("2026-11-26T19:00")).opens == at("2026-12-09T18:00")
    assert opening([rounds], at("2026-12-10T19:00")) == Opening("not_stated")


@pytest.mark.parametrize(
    ("exception", "state"),
    [
        (ScheduleException(date="2026-11-25", closed=True), "closed"),
        (ScheduleException(date="2026-11-25", opens_at="12:00", closes_at="14:00"), "open"),
        (ScheduleException(date="2026-11-25", opens_at="13:00", closes_at="14:00"), "closed"),
        (ScheduleException(date="2026-11-25", closed=False), "open"),
        (ScheduleException(date="2026-11-25"), "not_stated"),
    ],
)
def test_exceptions(exception: ScheduleException, state: str) -> None:
    schedule = Schedule(byday=WEEK, opens_at="09:00", closes_at="15:00", exceptions=(exception,))
    assert opening([schedule], at("2026-11-25T12:30")).state == state
    assert opening([schedule], at("2026-11-26T12:30")).state == "open"


def test_an_exception_may_open_a_day_that_is_otherwise_closed() -> None:
    saturday = ScheduleException(date="2026-11-28", opens_at="11:00", closes_at="14:00")
    schedule = Schedule(byday=WEEK, opens_at="09:00", closes_at="15:00", exceptions=(saturday,))
    assert opening([schedule], at("2026-11-28T12:00")).state == "open"


@pytest.mark.parametrize(
    ("rule", "state"), [(None, "holiday"), ("closed", "closed"), ("as_usual", "open")]
)
def test_a_holiday_is_not_a_closing_time(rule: str | None, state: str) -> None:
    schedule = Schedule(byday=DAYS, opens_at="09:00", closes_at="15:00", holidays=rule)  # type: ignore[arg-type]
    assert opening([schedule], at("2026-12-25T12:00"), {"2026-12-25"}).state == state


def test_a_holiday_on_a_day_that_is_closed_anyway_changes_nothing() -> None:
    # 2026-12-26 is a Saturday.
    assert opening([OFFICE], at("2026-12-26T12:00"), {"2026-12-26"}).state == "closed"


def test_the_night_before_a_holiday_lasts_into_it() -> None:
    night = [Schedule(byday=("TH",), opens_at="20:00", closes_at="04:00")]
    assert opening(night, at("2026-12-25T02:00"), {"2026-12-25"}).state == "open"


@pytest.mark.parametrize(
    ("exceptions", "holidays", "state"),
    [
        ((), set(), "open"),
        ((ScheduleException(date="2026-11-27"),), set(), "not_stated"),
        ((ScheduleException(date="2026-11-27", closed=True),), set(), "closed"),
        ((), {"2026-11-27"}, "holiday"),
    ],
)
def test_what_is_open_to_doubt_goes_on_past_midnight(
    exceptions: tuple[ScheduleException, ...], holidays: set[str], state: str
) -> None:
    night = Schedule(byday=("FR",), opens_at="20:00", closes_at="04:00", exceptions=exceptions)
    assert opening([night], at("2026-11-28T02:00"), holidays).state == state
    assert opening([night], at("2026-11-28T04:00"), holidays).state == "closed"


@pytest.mark.parametrize("until", ["", "2027-01-03"])
def test_as_usual_opens_no_day_that_is_usually_closed(until: str) -> None:
    usual = ScheduleException(date="2026-12-26", until=until, closed=False)  # a Saturday
    office = Schedule(byday=WEEK, opens_at="09:00", closes_at="15:00", exceptions=(usual,))
    assert opening([office], at("2026-12-26T12:00"), {"2026-12-26"}).state == "closed"
    state = opening([office], at("2027-01-01T12:00"), {"2027-01-01"}).state
    assert state == ("open" if until else "holiday")


def test_a_span_changes_only_the_days_of_a_round_on_single_dates() -> None:
    span = ScheduleException(
        date="2026-12-01", until="2026-12-31", opens_at="10:00", closes_at="11:00"
    )
    rounds = Schedule(
        dates=("2026-12-10", "2027-01-10"), opens_at="18:00", closes_at="20:00", exceptions=(span,)
    )
    assert opening([rounds], at("2026-12-10T10:30")).state == "open"
    assert opening([rounds], at("2026-12-11T10:30")).state == "closed"


def test_clock_times_that_are_none_state_nothing_worse_than_closed() -> None:
    assert opening([Schedule(byday=DAYS, opens_at="?", closes_at="")], at("2026-11-25T12:00")) == (
        Opening("closed")
    )


CLOCKS = st.sampled_from(["00:00", "04:00", "08:30", "12:00", "20:00", "23:59", "24:00"])
SCHEDULES = st.lists(
    st.builds(
        Schedule,
        byday=st.lists(st.sampled_from(DAYS), unique=True).map(tuple),
        opens_at=CLOCKS.filter(lambda clock: clock != "24:00"),
        closes_at=CLOCKS,
        valid_from=st.sampled_from(["", "2026-11-20"]),
        valid_to=st.sampled_from(["", "2026-11-30"]),
        holidays=st.sampled_from([None, "closed", "as_usual"]),
    ),
    max_size=4,
)
MOMENTS = st.datetimes(at("2026-11-15T00:00"), at("2026-12-05T00:00"))


@given(SCHEDULES, MOMENTS)
def test_what_is_promised_comes_true(schedules: list[Schedule], when: datetime) -> None:
    now = opening(schedules, when, {"2026-11-25"})
    if now.until:
        assert opening(schedules, now.until, {"2026-11-25"}).state != "open"
        last = now.until - timedelta(microseconds=1)
        assert opening(schedules, last, {"2026-11-25"}).state == "open"
    if now.opens:
        assert now.state != "open"
        assert opening(schedules, now.opens, {"2026-11-25"}).state == "open"


def test_lines_name_days_and_hours_as_on_a_sign() -> None:
    schedules = [
        OFFICE,
        Schedule(byday=("SA", "SU"), opens_at="10:00", closes_at="15:30"),
    ]
    assert weekly_lines(schedules) == [
        ("mandag–fredag", "kl. 9–15"),
        ("lørdag og søndag", "kl. 10–15.30"),
    ]


def test_lines_for_two_intervals_places_and_round_the_clock() -> None:
    doctor = Schedule(
        byday=("WE", "FR"), opens_at="12:30", closes_at="15:00", description={"nb": "lege"}
    )
    evening = Schedule(byday=WEEK, opens_at="18:00", closes_at="00:00")
    assert weekly_lines([OFFICE, evening, doctor]) == [
        ("mandag–fredag", "kl. 9–15 og 18–24"),
        ("onsdag og fredag", "kl. 12.30–15, lege"),
    ]
    assert weekly_lines([ALWAYS]) == [("alle dager", "hele døgnet")]


def test_lines_for_broken_weeks_and_seasons() -> None:
    broken = Schedule(byday=("MO", "TU", "WE", "SA"), opens_at="09:00", closes_at="10:00")
    assert weekly_lines([broken]) == [("mandag–onsdag og lørdag", "kl. 9–10")]
    summer = Schedule(
        byday=("MO",),
        opens_at="09:00",
        closes_at="10:00",
        valid_from="2026-06-01",
        valid_to="2026-08-31",
    )
    assert weekly_lines([summer]) == [
        ("mandag, 1. juni 2026–31. august 2026", "kl. 9–10"),
    ]
    assert weekly_lines([summer], today=date(2026, 9, 1)) == []


def test_lines_for_dates_come_last_and_in_order() -> None:
    schedule = Schedule(
        byday=("TH",),
        opens_at="11:00",
        closes_at="14:00",
        exceptions=(
            ScheduleException(date="2026-12-31", closed=True),
            ScheduleException(date="2026-12-24"),
            ScheduleException(date="2026-01-01", closed=True),
        ),
    )
    assert weekly_lines([schedule], today=date(2026, 11, 25)) == [
        ("torsdag", "kl. 11–14"),
        ("24. desember 2026", "ikke avklart"),
        ("31. desember 2026", "stengt"),
    ]


def test_a_second_interval_that_is_dropped_does_not_close_the_day() -> None:
    morning, evening = (
        Schedule(byday=("WE",), opens_at=opens, closes_at=closes, exceptions=(exception,))
        for opens, closes, exception in (
            (
                "09:00",
                "12:00",
                ScheduleException(date="2026-12-23", opens_at="10:00", closes_at="11:00"),
            ),
            ("14:00", "18:00", ScheduleException(date="2026-12-23", closed=True)),
        )
    )
    assert weekly_lines([morning, evening])[-1] == ("23. desember 2026", "kl. 10–11")


def test_lines_say_as_usual_where_a_day_may_have_no_hours() -> None:
    usual = ScheduleException(date="2026-12-24", until="2027-01-03", closed=False)
    office = Schedule(byday=WEEK, opens_at="09:00", closes_at="15:00", exceptions=(usual,))
    assert weekly_lines([office])[-1] == ("24. desember 2026–3. januar 2027", "som vanlig")
