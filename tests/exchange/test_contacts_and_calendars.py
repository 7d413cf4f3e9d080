"""Contacts, calendars and tables: read back by another library than the one that wrote them."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentlines

from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import (
    Address,
    Guidance,
    PackHeader,
    Phone,
    Schedule,
    ScheduleException,
    Service,
)
from feltperm.exchange.calendar import calendar
from feltperm.exchange.contacts import vcards
from feltperm.exchange.tables import COLUMNS, table

OSLO = ZoneInfo("Europe/Oslo")
TODAY = date(2026, 11, 26)  # a Thursday
HEADER = PackHeader(
    format=1, pack="prove", seq=1, published="2026-11-20", publisher="Prøve", languages=("nb",),
    holidays={"2026-12-25": "1. juledag", "2027-01-01": "Nyttårsdag"},
)  # fmt: skip


def entry(**facts: object) -> Entry:
    base = {
        "id": "svc-buss",
        "title": {"nb": "Nattbussen; æøå, \\ og linje"},
        "summary": {"nb": "Kaffe.\nRåd."},
    }
    made = msgspec.convert({"kind": "service", "sources": (), **base}, Service)
    return Entry(Ref("prove", "svc-buss"), msgspec.structs.replace(made, **facts), HEADER)


def events(data: bytes) -> list[vobject.base.Component]:
    return list(vobject.readOne(data.decode("utf-8")).vevent_list)


def starts(data: bytes, until: date) -> list[datetime]:
    """When the first event happens, as another library works it out."""
    rules = events(data)[0].getrruleset(addRDate=True)
    return [one for one in rules if one.date() <= until]


# --- contacts -----------------------------------------------------------------------------------


def test_a_card_has_what_one_needs_to_reach_a_place() -> None:
    text = vcards(
        [
            entry(
                phones=(Phone("22674345", "22 67 43 45"), Phone("23000000")),
                email="post@example.org", url="https://example.org/",
                addresses=(Address("Urtegata 16 A", "0187", "Oslo"),), provider="Frelsesarmeen",
            )
        ],
        "2026-11-26",
    )  # fmt: skip
    lines = [line.parts() for line in Contentlines.from_ical(text) if line]
    found = {}
    for name, _params, value in lines:
        found.setdefault(str(name), []).append(str(value))
    assert found["VERSION"] == ["3.0"]
    assert found["TEL"] == ["22674345", "23000000"]
    assert found["EMAIL"] == ["post@example.org"]
    assert "Urtegata 16 A" in found["ADR"][0]
    assert found["UID"] == ["feltperm:prove/svc-buss"]
    assert vobject.readOne(text).fn.value == "Nattbussen; æøå, \\ og linje"


def test_what_nobody_has_confirmed_says_so() -> None:
    text = vcards([entry(needs_check=True, phones=(Phone("113"),))], "2026-11-26")
    assert "Ikke bekreftet" in vobject.readOne(text).note.value


def test_a_guidance_is_no_contact() -> None:
    record = msgspec.convert(
        {
            "kind": "guidance",
            "id": "gd-x",
            "title": {"nb": "X"},
            "summary": {"nb": "x"},
            "sources": (),
        },
        Guidance,
    )
    assert vcards([Entry(Ref("prove", "gd-x"), record, HEADER)], "2026-11-26") == ""


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_name_comes_back_as_it_was(title: str, summary: str) -> None:
    clean = "".join(one for one in title if one.isprintable()).strip() or "X"
    text = vcards([entry(title={"nb": clean}, summary={"nb": summary})], "2026-11-26")
    assert vobject.readOne(text).fn.value == clean


# --- calendars ----------------------------------------------------------------------------------

NIGHT = Schedule(opens_at="22:00", closes_at="02:00", byday=("TH", "FR"), holidays="closed")


def test_weekly_hours_repeat_past_midnight_in_the_time_of_oslo() -> None:
    data = calendar([entry(schedules=(NIGHT,))], TODAY)
    event = events(data)[0]
    assert event.dtstart.value == datetime(2026, 11, 26, 22, 0, tzinfo=OSLO)
    assert event.dtend.value == datetime(2026, 11, 27, 2, 0, tzinfo=OSLO)
    found = [one.date() for one in starts(data, date(2026, 12, 6))]
    assert found == [date(2026, 11, 26), date(2026, 11, 27), date(2026, 12, 3), date(2026, 12, 4)]


def test_a_holiday_is_left_out_unless_it_is_as_usual() -> None:
    christmas = date(2026, 12, 25)
    closed = calendar([entry(schedules=(NIGHT,))], TODAY)
    assert christmas not in [one.date() for one in starts(closed, date(2026, 12, 31))]
    usual = msgspec.structs.replace(NIGHT, holidays="as_usual")
    open_ = calendar([entry(schedules=(usual,))], TODAY)
    assert christmas in [one.date() for one in starts(open_, date(2026, 12, 31))]


def test_exceptions_are_left_out_or_have_hours_of_their_own() -> None:
    exceptions = (
        ScheduleException("2026-12-03", closed=True),
        ScheduleException("2026-12-04", opens_at="20:00", closes_at="21:00"),
        ScheduleException("2026-12-10", until="2026-12-11"),
        ScheduleException("2026-12-17", closed=False),
    )
    data = calendar(
        [entry(schedules=(msgspec.structs.replace(NIGHT, exceptions=exceptions),))], TODAY
    )
    found = [one.date() for one in starts(data, date(2026, 12, 18))]
    assert date(2026, 12, 3) not in found
    assert date(2026, 12, 10) not in found
    assert date(2026, 12, 11) not in found
    assert date(2026, 12, 17) in found
    (other,) = (one for one in events(data) if hasattr(one, "recurrence_id"))
    assert other.dtstart.value == datetime(2026, 12, 4, 20, 0, tzinfo=OSLO)
    assert other.recurrence_id.value == datetime(2026, 12, 4, 22, 0, tzinfo=OSLO)


def test_a_season_ends_and_single_days_stand_alone() -> None:
    season = msgspec.structs.replace(NIGHT, valid_from="2026-12-01", valid_to="2026-12-31")
    found = starts(calendar([entry(schedules=(season,))], TODAY), date(2027, 3, 1))
    assert found[0].date() == date(2026, 12, 3)
    assert found[-1].date() == date(2026, 12, 31)
    days = Schedule(opens_at="10:00", closes_at="12:00", dates=("2026-12-01", "2026-12-24"))
    data = calendar([entry(schedules=(days,))], TODAY)
    assert [one.dtstart.value.day for one in events(data)] == [1, 24]


def test_a_season_ends_in_universal_time_as_the_standard_asks() -> None:
    season = msgspec.structs.replace(NIGHT, valid_from="2026-12-01", valid_to="2026-12-31")
    text = calendar([entry(schedules=(season,))], TODAY).decode()
    (rule,) = (line for line in text.splitlines() if line.startswith("RRULE"))
    assert "UNTIL=20261231T225900Z" in rule


def test_a_day_that_is_open_for_once_is_there() -> None:
    sunday = ScheduleException("2026-12-06", opens_at="12:00", closes_at="14:00")
    night = msgspec.structs.replace(NIGHT, exceptions=(sunday,))
    found = events(calendar([entry(schedules=(night,))], TODAY))
    single = [one for one in found if "rrule" not in one.contents]
    assert [one.dtstart.value for one in single] == [datetime(2026, 12, 6, 12, 0, tzinfo=OSLO)]


def test_summer_time_moves_the_offset_and_not_the_clock() -> None:
    schedule = Schedule(opens_at="10:00", closes_at="12:00", byday=("MO",), holidays="as_usual")
    found = starts(calendar([entry(schedules=(schedule,))], date(2027, 3, 22)), date(2027, 3, 29))
    assert [one.hour for one in found] == [10, 10]
    assert "TZID:Europe/Oslo" in calendar([entry(schedules=(schedule,))], TODAY).decode()


# --- tables -------------------------------------------------------------------------------------


def test_a_table_states_the_source_and_leaves_open_what_nobody_has_said() -> None:
    data = table([entry(free=True)])
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    row = dict(zip(COLUMNS, rows[1], strict=True))
    assert (row["koster"], row["henvisning"]) == ("gratis", "")
    assert row["id"] == "prove/svc-buss"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(start: str) -> None:
    data = table([entry(title={"nb": f"{start}cmd|x"})]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data), delimiter=";"))
    assert rows[1][2] == f"'{start}cmd|x"
