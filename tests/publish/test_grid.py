"""The grid of exceptions: what each cell says, and what becomes of it in the schedules."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from feltperm.catalogue.holiday_periods import hours_lines
from feltperm.catalogue.hours import opening
from feltperm.catalogue.records import Record, Schedule, ScheduleException, Service
from feltperm_publish.compile import public_holidays
from feltperm_publish.grid import empty_grid, merge, read_grid
from feltperm_publish.lint import check
from feltperm_publish.place import Place

HOLIDAYS = public_holidays(2026, 2028)
WEEK = ("MO", "TU", "WE", "TH", "FR")
OFFICE = Schedule(byday=WEEK, opens_at="09:00", closes_at="12:00")
EVENING = Schedule(byday=("FR",), opens_at="20:00", closes_at="02:00")
DOCTOR = Schedule(byday=("TH",), opens_at="10:00", closes_at="11:00", description={"nb": "lege"})
SUMMER = Schedule(
    byday=("SA",),
    opens_at="12:00",
    closes_at="15:00",
    valid_from="2026-06-01",
    valid_to="2026-08-31",
)


def read(tmp_path: Path, text: str, *schedules: Schedule) -> tuple[Service, list[str]]:
    """Return the service after the grid was merged into it, and what was found."""
    path = tmp_path / "grid.csv"
    path.write_text(text, encoding="utf-8")
    records: dict[str, Record] = {
        "svc-a": Service(id="svc-a", title={"nb": "A"}, schedules=schedules)
    }
    cells, unread = read_grid(path, "grid.csv")
    merged, bad = merge(records, cells)
    service = merged["svc-a"]
    assert isinstance(service, Service)
    return service, [str(finding) for finding in unread + bad]


def state(service: Service, when: str) -> str:
    return opening(service.schedules, datetime.fromisoformat(when), HOLIDAYS).state


EASTER = """\
id;2027-03-21;2027-03-22;2027-03-23;2027-03-24;2027-03-25;2027-03-26;2027-03-27;2027-03-28;2027-03-29
svc-a;stengt;stengt;stengt;stengt;11-14;stengt;stengt;stengt;stengt
"""


def test_easter_reads_as_on_the_door(tmp_path: Path) -> None:
    service, found = read(tmp_path, EASTER, OFFICE)
    assert found == []
    day = datetime(2027, 3, 1).date()
    assert hours_lines(service.schedules, HOLIDAYS, day) == [
        "mandag–fredag kl. 9–12",
        "Påske: åpent kl. 11–14 skjærtorsdag. Andre dager: stengt.",
    ]
    assert state(service, "2027-03-25T13:00") == "open"
    assert state(service, "2027-03-24T10:00") == "closed"


def test_easter_is_not_told_in_november(tmp_path: Path) -> None:
    service, _ = read(tmp_path, EASTER, OFFICE)
    day = datetime(2026, 11, 26).date()
    assert hours_lines(service.schedules, HOLIDAYS, day) == ["mandag–fredag kl. 9–12"]


@pytest.mark.parametrize("cell", ["", " ", "ikke avklart", "Ikke Avklart"])
def test_what_nobody_has_settled_is_neither_open_nor_closed(tmp_path: Path, cell: str) -> None:
    service, found = read(tmp_path, f"id;2026-12-23\nsvc-a;{cell}\n", OFFICE)
    assert (found, state(service, "2026-12-23T10:00")) == ([], "not_stated")


def test_a_holiday_as_usual_is_open(tmp_path: Path) -> None:
    service, _ = read(tmp_path, "id;2026-12-25\nsvc-a;som vanlig\n", OFFICE)
    assert state(service, "2026-12-25T10:00") == "open"
    assert state(service, "2027-01-01T10:00") == "holiday"


def test_as_usual_opens_nothing_that_is_closed_that_day(tmp_path: Path) -> None:
    text = "id;2026-12-28\nsvc-a;som vanlig\n"  # a Monday
    service, _ = read(tmp_path, text, OFFICE, EVENING, SUMMER)
    assert state(service, "2026-12-28T21:00") == "closed"
    assert state(service, "2026-12-28T13:00") == "closed"
    assert state(service, "2026-12-28T10:00") == "open"


def test_hours_are_those_of_the_first_offer_and_leave_the_others_open_questions(
    tmp_path: Path,
) -> None:
    service, _ = read(tmp_path, "id;2026-12-24\nsvc-a;10-13.30\n", OFFICE, DOCTOR, EVENING)
    assert [len(one.exceptions) for one in service.schedules] == [1, 1, 0]
    assert state(service, "2026-12-24T13:15") == "open"
    day = datetime(2026, 12, 1).date()
    assert hours_lines(service.schedules, HOLIDAYS, day)[-1] == (
        "Jul: åpent kl. 10–13.30 julaften. Julaften: ikke avklart. Ring før du går."
    )


def test_a_dropped_second_interval_is_closed(tmp_path: Path) -> None:
    late = Schedule(byday=WEEK, opens_at="14:00", closes_at="18:00")
    service, _ = read(tmp_path, "id;2026-12-24\nsvc-a;10-11\n", OFFICE, late)
    assert state(service, "2026-12-24T15:00") == "closed"


def test_the_hours_of_one_place_leave_the_other_place_an_open_question(tmp_path: Path) -> None:
    here, there = (
        Schedule(byday=WEEK, opens_at=opens, closes_at=closes, place=place)
        for opens, closes, place in (("09:00", "12:00", "Torget"), ("14:00", "18:00", "Havna"))
    )
    service, _ = read(tmp_path, "id;2026-12-24\nsvc-a;10-11\n", here, there)
    assert state(service, "2026-12-24T15:00") == "not_stated"


def test_a_day_of_the_grid_does_not_end_a_closure_that_begins_then(tmp_path: Path) -> None:
    closure = ScheduleException(date="2026-12-24", until="2027-01-01", closed=True)
    office = msgspec.structs.replace(OFFICE, exceptions=(closure,))
    service, _ = read(tmp_path, "id;2026-12-24\nsvc-a;10-11\n", office)
    assert state(service, "2026-12-24T10:30") == "open"
    assert state(service, "2026-12-28T10:30") == "closed"


@pytest.mark.parametrize(
    "grid",
    [
        "id;2026-12-24\nsvc-a;stengt\nsvc-a;10-12\n",
        "id;2026-12-24;2026-12-24\nsvc-a;stengt;10-12\n",
    ],
)
def test_two_cells_that_disagree_about_a_day_are_found(tmp_path: Path, grid: str) -> None:
    _, found = read(tmp_path, grid, OFFICE)
    assert found == [
        "grid.csv: svc-a: 2026-12-24: another cell says something else; leave one of them out"
    ]
    _, found = read(tmp_path, grid.replace("10-12", "stengt"), OFFICE)
    assert found == []


def test_a_day_that_is_closed_every_week_may_open(tmp_path: Path) -> None:
    service, _ = read(tmp_path, "id;2026-12-27\nsvc-a;12-14\n", OFFICE)  # a Sunday
    assert state(service, "2026-12-27T13:00") == "open"


@pytest.mark.parametrize("cell", ["11-14", "kl. 11-14", "Kl 11–14", "11.00 - 14:00"])
def test_hours_are_read_as_people_write_them(tmp_path: Path, cell: str) -> None:
    service, found = read(tmp_path, f"id;2026-12-23\nsvc-a;{cell}\n", OFFICE)
    assert found == []
    assert [state(service, f"2026-12-23T{clock}") for clock in ("10:30", "13:30")] == [
        "closed",
        "open",
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("id;23.12.2026\r\nsvc-a;stengt\r\næ;\r\n", "cp1252"),
        ("id,23.12.2026\nsvc-a,stengt\n", "utf-8"),
        ("id;23/12/2026\nsvc-a;stengt\n", "utf-8-sig"),
    ],
)
def test_a_grid_that_a_spreadsheet_has_saved_is_read(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "grid.csv"
    path.write_bytes(text.encode(encoding))
    cells, unread = read_grid(path, "grid.csv")
    assert unread == []
    assert (cells[0].service, cells[0].exception.date) == ("svc-a", "2026-12-23")
    assert cells[0].exception.closed


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("id;2026-12-24\nsvc-a;kanskje\n", "line 2, 2026-12-24", "write kl. 11-14, stengt"),
        ("id;2026-12-24\nsvc-a;10.des\n", "line 2, 2026-12-24", "made a date of it; write kl."),
        ("id;2026-12-24\nsvc-a;nov.14\n", "line 2, 2026-12-24", "made a date of it; write kl."),
        ("id;2026-12-24\nsvc-a;10.12.2026\n", "line 2, 2026-12-24", "made a date of it"),
        ("id;2026-12-24\nsvc-a;20-26\n", "line 2, 2026-12-24", "'20-26': write kl. 11-14"),
        ("id;2026-12-24\nsvc-a;9.75-14\n", "line 2, 2026-12-24", "write kl. 11-14"),
        ("id;2026-12-24\nsvc-a;stengt;stengt\n", "line 2", "more cells than days"),
        ("navn;2026-12-24\nsvc-a;stengt\n", "line 1", "begins with id"),
        ("id\nsvc-a\n", "line 1", "begins with id"),
        ("", "line 1", "begins with id"),
        ("id;2026-12-24\nsvc-b;stengt\n", "svc-b", "no such service"),
    ],
)
def test_a_bad_grid_names_line_and_day(tmp_path: Path, text: str, place: str, words: str) -> None:
    _, found = read(tmp_path, text, OFFICE)
    (finding,) = found
    assert finding.startswith("grid.csv: ")
    assert place in finding
    assert words in finding


def test_a_service_without_hours_has_nothing_to_differ_from(tmp_path: Path) -> None:
    _, found = read(tmp_path, "id;2026-12-24\nsvc-a;stengt\n")
    assert "give its usual hours first" in found[0]


def test_a_day_of_the_grid_that_is_no_date_is_found_by_the_lint(resources: Path) -> None:
    grid = resources / "catalogue/exceptions/jul.csv"
    grid.parent.mkdir()
    grid.write_text("id;2026-12-24\nsvc-sample;stengt\n", encoding="utf-8")
    today = datetime(2026, 11, 26).date()
    place = Place(resources, resources)
    assert check(place, today)[2] == []
    grid.write_text("id;24.des\nsvc-sample;stengt\n", encoding="utf-8")
    (finding,) = check(place, today)[2]
    assert (finding.file, finding.field) == ("catalogue/exceptions/jul.csv", "line 1")
    assert "'24.des' is not a date" in finding.message


def test_an_empty_grid_has_every_service_with_hours_and_every_day() -> None:
    records = [
        Service(id="svc-b", title={"nb": "B"}, schedules=(OFFICE,)),
        Service(id="svc-a", title={"nb": "A"}),
    ]
    made = empty_grid(records, HOLIDAYS, "påske", 2027).splitlines()
    assert made[0] == EASTER.splitlines()[0]
    assert made[1:] == ["svc-b" + ";" * 9]
    assert empty_grid(records, HOLIDAYS, "Jul", 2026).splitlines()[0].endswith("2027-01-01")
    with pytest.raises(ValueError, match="no such period"):
        empty_grid(records, HOLIDAYS, "pinse", 2027)
    with pytest.raises(ValueError, match="as 2026"):
        empty_grid(records, HOLIDAYS, "jul", 26)
    assert empty_grid(records, HOLIDAYS, "paske", 2027).splitlines() == made
