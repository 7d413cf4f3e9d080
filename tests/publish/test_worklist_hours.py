"""Hours as they are written down on the telephone: what is understood, and what is not."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.records import Schedule
from feltperm_publish.worklist.hours import NotUnderstood, hours_in_words, parse_hours

SHORT = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
WEEKDAYS = DAYS[:5]


def weekly(*parts: tuple[tuple[str, ...], str, str]) -> tuple[Schedule, ...]:
    return tuple(
        Schedule(byday=days, opens_at=opens, closes_at=closes)  # type: ignore[arg-type]
        for days, opens, closes in parts
    )


ALWAYS = (Schedule(byday=DAYS, opens_at="00:00", closes_at="24:00", holidays="as_usual"),)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def weeks(draw: st.DrawFn) -> dict[int, tuple[tuple[int, int], ...]]:
    """Day -> intervals in minutes that do not touch another, some days with none."""
    kinds = draw(st.lists(
        st.lists(st.integers(0, 47), min_size=2, max_size=6, unique=True), min_size=1, max_size=3,
    ))  # fmt: skip
    week = {}
    for day in draw(st.sets(st.integers(0, 6), min_size=1)):
        marks = sorted(draw(st.sampled_from(kinds)))
        week[day] = tuple(
            (a * 30, b * 30) for a, b in zip(marks[::2], marks[1::2], strict=False)
        )  # fmt: skip
    return week


def canonical(week: dict[int, tuple[tuple[int, int], ...]]) -> tuple[Schedule, ...]:
    """Days with the same hours together, in the order of their first day."""
    hours = list(dict.fromkeys(week[day] for day in sorted(week)))
    return weekly(*(
        (tuple(DAYS[day] for day in sorted(week) if week[day] == alike), clock(a), clock(b))
        for alike in hours
        for a, b in alike
    ))  # fmt: skip


@given(weeks())
def test_what_the_list_shows_is_read_back_as_it_was(
    week: dict[int, tuple[tuple[int, int], ...]],
) -> None:
    schedules = canonical(week)
    assert parse_hours(hours_in_words(schedules)) == schedules


@given(weeks(), st.sampled_from(["-", "–", " - ", " til "]), st.sampled_from([":", "."]))
def test_short_notation_means_the_same_however_it_is_typed(
    week: dict[int, tuple[tuple[int, int], ...]], dash: str, point: str
) -> None:
    text = "; ".join(
        f"{SHORT[day]} " + " og ".join(
            f"{clock(a)}{dash}{clock(b)}".replace(":", point) for a, b in intervals
        )
        for day, intervals in week.items()
    )  # fmt: skip
    assert parse_hours(text) == canonical(week)


@pytest.mark.parametrize(
    ("text", "schedules"),
    [
        ("man–fre 9–15; lør 10–14",
         weekly((WEEKDAYS, "09:00", "15:00"), (("SA",), "10:00", "14:00"))),
        ("tir 10-12 og 18-20", weekly((("TU",), "10:00", "12:00"), (("TU",), "18:00", "20:00"))),
        ("døgnåpent", ALWAYS),
        ("Hele døgnet.", ALWAYS),
        ("alle dager 0-24", ALWAYS),
        ("man hele døgnet", weekly((("MO",), "00:00", "24:00"))),
        ("Hverdager kl. 8.30–15:45", weekly((WEEKDAYS, "08:30", "15:45"))),
        ("mandag, onsdag og fredag fra kl 9 til 12",
         weekly((("MO", "WE", "FR"), "09:00", "12:00"))),
        ("TORS. 0900-1500", weekly((("TH",), "09:00", "15:00"))),
        ("mandager: 18–00", weekly((("MO",), "18:00", "24:00"))),
        ("fre 22-02", weekly((("FR",), "22:00", "02:00"))),
        ("lør–man 10–11", weekly((("MO", "SA", "SU"), "10:00", "11:00"))),
        ("tysdag og laurdag 10-12", weekly((("TU", "SA"), "10:00", "12:00"))),
        ("lordag 10-12\nsondag 11-12",
         weekly((("SA",), "10:00", "12:00"), (("SU",), "11:00", "12:00"))),
        ("man-fre 9-15; lør og søn stengt", weekly((WEEKDAYS, "09:00", "15:00"))),
    ],
)  # fmt: skip
def test_what_people_write_is_understood(text: str, schedules: tuple[Schedule, ...]) -> None:
    assert parse_hours(text) == schedules


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Ingen dag"),
        ("lør og søn stengt", "Ingen dag"),
        ("9-15", "både dager og klokkeslett"),
        ("mandag", "både dager og klokkeslett"),
        ("etter avtale", "både dager og klokkeslett"),
        ("man 9", "Klokkeslettene"),
        ("man 9-15, lør 10-14", "semikolon"),
        ("man 9-15 (ring først)", "Klokkeslettene"),
        ("jul 9-15", "«jul» i «jul 9-15» er ingen ukedag"),
        ("m 9-15", "«m» i «m 9-15» er ingen ukedag"),
        ("man-man 9-15", "Dagene"),
        ("man-ons-fre 9-15", "Dagene"),
        ("man 25-26", "ikke finnes"),
        ("man 9.75-12", "ikke finnes"),
        ("man 20-24.30", "ikke finnes"),
        ("fre 24-06", "kl. 24"),
        ("man 9-9", "samme tid"),
        ("man 9-15; man 14-18", "mandag går over i hverandre"),
        ("alle dager 9-15; lør 10-14", "lørdag går over i hverandre"),
        ("søn 22-03; man 02-05", "mandag går over i hverandre"),
        ("alle dager 10-12; søn stengt", "både åpent og stengt på søndag"),
    ],
)
def test_what_is_not_clear_is_refused_and_named(text: str, why: str) -> None:
    with pytest.raises(NotUnderstood, match=why):
        parse_hours(text)


@given(st.text("mantirofelø søgkt.;,:-–0123456789", max_size=40) | st.text(max_size=40))
def test_no_text_brings_the_reader_down(text: str) -> None:
    with suppress(NotUnderstood):
        assert parse_hours(text)
