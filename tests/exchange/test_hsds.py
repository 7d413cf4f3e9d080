"""Our records as Open Referral HSDS 3.0, and its objects as our records."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hsds_schemas import errors, official
from hypothesis import given
from hypothesis import strategies as st

from feltperm import app_desk
from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import (
    Address,
    Area,
    Organisation,
    PackHeader,
    Phone,
    Schedule,
    ScheduleException,
    Service,
)
from feltperm.desk.desk import Desk
from feltperm.desk.find import Request
from feltperm.exchange.hsds.metadata import change
from feltperm.exchange.hsds.reading import read_organisation, read_service
from feltperm.exchange.hsds.tables import COLUMNS, FILES
from feltperm.exchange.hsds.terms import FACTS
from feltperm.exchange.hsds.writing import Writer
from feltperm.paths import find_paths

#: What the standard itself holds of a service of ours: it comes back as it was.
CLAIMED = (
    "title", "alternate_names", "summary", "body", "url", "email", "phones", "addresses", "hours",
    "eligibility", "application_process", "fees", "wait_time", "accessibility", "languages", "area",
    "category", "topics", "audience", "offers", "provider", "verified_on", *FACTS,
)  # fmt: skip
HEADER = PackHeader(
    format=1, pack="prøve", seq=1, published="2026-11-26", publisher="Prøve", languages=("nb",)
)
NIGHT = Service(
    id="svc-nattkafe",
    title={"nb": "Nattkafé"},
    summary={"nb": "Varm mat om natten."},
    phones=(Phone(number="22400040", note={"nb": "Vakt"}),),
    addresses=(Address(line="Storgata 1", postcode="0155", city="Oslo"),),
    area=Area(municipalities=("0301",)),
    schedules=(
        Schedule(opens_at="21:00", closes_at="24:00", byday=("MO", "TU"), place="Bussen"),
        Schedule(opens_at="10:00", closes_at="14:00", dates=("2026-12-24", "2026-12-31")),
    ),
    free=True,
    referral=False,
    provider="Frelsesarmeen",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = app_desk.open_desk(find_paths(tmp_path_factory.mktemp("hsds")))
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def whole(desk: Desk) -> list[Entry]:
    return desk.exporter.found(Request(""))


def written(desk: Desk, entries: list[Entry], strict: bool = False) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(desk.exporter.written(entries, "hsds", strict))
    return made


def entry(record: Service | Organisation) -> Entry:
    return Entry(Ref("prøve", record.id), record, HEADER)


def out(record: Service, strict: bool = False) -> dict[str, Any]:
    return Writer({}, lambda _area: "Oslo", {}, strict).services([entry(record)])[0]


def plain(record: Service | Organisation) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(msgspec.json.encode(record))
    for phone in made.get("phones", ()):
        phone.pop("display", None)
    return {name: value for name, value in made.items() if name not in ("id", "kind")}


# --- out ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("strict", [False, True])
def test_every_service_validates(desk: Desk, whole: list[Entry], strict: bool) -> None:
    services = written(desk, desk.exporter.fitting(whole, "hsds"), strict)
    assert len(services) > 300
    assert errors("service_package", services) == []
    assert all(("feltperm" in one) is not strict for one in services)


def test_every_organisation_validates(desk: Desk, whole: list[Entry]) -> None:
    only = [one for one in whole if isinstance(one.record, Organisation)]
    organisations = written(desk, only)
    assert len(organisations) == len(only) > 40
    assert errors("organization_package", organisations) == []


def test_the_check_sees_what_is_missing() -> None:
    broken = out(NIGHT)
    del broken["status"]
    broken["phones"][0]["id"] = "not a uuid"
    assert len(errors("service_package", [broken])) >= 2


def test_an_identity_stays_from_export_to_export() -> None:
    assert out(NIGHT)["id"] == out(NIGHT, strict=True)["id"]
    assert out(NIGHT)["id"] != out(msgspec.structs.replace(NIGHT, id="svc-x"))["id"]


def test_hours_as_the_standard_has_them() -> None:
    weekly, christmas, new_year = out(NIGHT)["schedules"]
    assert (weekly["freq"], weekly["byday"]) == ("WEEKLY", "MO,TU")
    assert (weekly["opens_at"], weekly["closes_at"]) == ("21:00", "00:00")
    assert (christmas["dtstart"], christmas["count"]) == ("2026-12-24", 1)
    assert new_year["dtstart"] == "2026-12-31"


def test_days_that_differ_are_said_in_words_to_those_who_do_not_know_our_key() -> None:
    closed = ScheduleException(date="2026-12-25", closed=True)
    unknown = ScheduleException(date="2026-12-26")
    week = Schedule(
        opens_at="09:00", closes_at="15:00", byday=("FR", "SA"), exceptions=(closed, unknown)
    )
    made = out(msgspec.structs.replace(NIGHT, schedules=(week,)), strict=True)
    assert made["alert"] == "2026-12-25: stengt; 2026-12-26: ikke avklart"


def test_what_nobody_has_stated_is_left_out() -> None:
    made = out(Service(id="svc-lite", title={"nb": "Lite"}), strict=True)
    assert made.keys() == {"id", "name", "status"}


def test_a_change_is_a_metadata_object() -> None:
    made = change("national/svc-1", "service", "phone", "1", "2", "2026-11-26", "vakta")
    assert errors("metadata", [made]) == []
    assert made["resource_id"] == Writer({}, str, {}, True).services(
        [Entry(Ref("national", "svc-1"), NIGHT, HEADER)]
    )[0]["id"]  # fmt: skip
    assert (made["previous_value"], made["replacement_value"]) == ("1", "2")


# --- the tables ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tables(desk: Desk, whole: list[Entry]) -> dict[str, list[dict[str, str]]]:
    data = desk.exporter.written(desk.exporter.fitting(whole, "hsds-tables"), "hsds-tables")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        described = json.loads(package.read("datapackage.json"))
        assert [one["path"] for one in described["resources"]] == list(FILES.values())
        return {
            name: list(csv.DictReader(io.StringIO(package.read(file).decode())))
            for name, file in FILES.items()
        }


def test_every_table_has_the_columns_and_the_keys(tables: dict[str, list[dict[str, str]]]) -> None:
    ids = {name: {row["id"] for row in rows} for name, rows in tables.items()}
    assert len(ids["service"]) > 300
    for name, rows in tables.items():
        assert len(ids[name]) == len(rows), f"{name}: an identity stands twice"
        for row in rows:
            assert tuple(row) == COLUMNS[name]
            for column, value in row.items():
                other = column.removesuffix("_id")
                if value and other != column and other in COLUMNS:
                    assert value in ids[other], f"{name}.{column} names nothing"
    tied = [row for row in tables["service"] if row["organization_id"]]
    assert len(tied) > 250, "a service names who runs it"


def test_the_tables_validate(tables: dict[str, list[dict[str, str]]]) -> None:
    required = ("description", "city", "state_province", "postal_code")
    data = {
        name: [
            {
                key: int(value) if key == "count" else value
                for key, value in row.items()
                if value or key in required
            }
            for row in rows
        ]
        for name, rows in tables.items()
    }
    assert all(data.values())
    assert errors("tabular", data) == []


# --- and back -----------------------------------------------------------------------------------


def test_every_record_comes_back_whole(desk: Desk, whole: list[Entry]) -> None:
    services = desk.exporter.fitting(whole, "hsds")
    for one, made in zip(services, written(desk, services), strict=True):
        reading = read_service(made, "")
        assert isinstance(one.record, Service)
        assert reading.fields == plain(one.record), one.ref
        assert reading.record == str(one.ref)
        assert not reading.faults
    others = [one for one in whole if isinstance(one.record, Organisation)]
    for one, made in zip(others, written(desk, others), strict=True):
        assert isinstance(one.record, Organisation)
        assert read_organisation(made, "").fields == plain(one.record), one.ref


def test_what_the_standard_itself_holds_comes_back_without_our_key(
    desk: Desk, whole: list[Entry]
) -> None:
    services = desk.exporter.fitting(whole, "hsds")
    for one, made in zip(services, written(desk, services, strict=True), strict=True):
        assert isinstance(one.record, Service)
        fields, own = read_service(made, "").fields, plain(one.record)
        for name in CLAIMED:
            assert fields.get(name) == own.get(name), f"{one.ref} {name}"
        for schedule in own.get("schedules", ()):  # these are lost, as docs/hsds.md says
            schedule.pop("holidays", None)
            schedule.pop("exceptions", None)
        assert fields.get("schedules") == own.get("schedules"), one.ref


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1).map(
    lambda text: " ".join(text.split())
)


@given(
    title=_WORDS.filter(bool),
    summary=_WORDS,
    english=_WORDS,
    days=st.sets(st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))),
    opens=st.times().map(lambda one: f"{one:%H:%M}"),
    free=st.sampled_from((True, False, None)),
)
def test_any_record_comes_back(
    title: str, summary: str, english: str, days: set[Any], opens: str, free: bool | None
) -> None:
    record = msgspec.structs.replace(
        NIGHT,
        title={"nb": title, "en": english},
        summary={"nb": summary} if summary else {},
        schedules=(Schedule(opens_at=opens, closes_at="00:00", byday=tuple(sorted(days))),),
        free=free,
    )
    assert read_service(out(record), "").fields == plain(record)


def foreign(**stated: Any) -> dict[str, Any]:
    return {"id": "x", "name": "Kafé", "status": "active", **stated}


def test_what_has_no_place_is_said_by_place() -> None:
    reading = read_service(
        foreign(
            minimum_age=18,
            phones=[{"id": "a", "number": "fax"}, {"id": "b", "number": "22 40 00 40"}],
            contacts=[{"id": "c", "name": "Kari Nordmann"}],
        ),
        "/contents/3",
    )
    said = dict(reading.left)
    assert said["/contents/3/minimum_age"] == "18"
    assert "telephone" in said["/contents/3/phones/0"]
    assert "persons" in said["/contents/3/contacts/0"]
    assert "Kari" not in str(reading.fields)
    assert reading.fields["phones"] == [{"number": "22400040"}]


@pytest.mark.parametrize(
    "odd",
    [
        {"freq": "MONTHLY", "byday": "1MO"},
        {"freq": "WEEKLY", "byday": "MO", "interval": 2},
        {"freq": "WEEKLY", "byday": "MO", "count": 5},
        {"freq": "WEEKLY", "byday": "MO", "bymonthday": "2"},
        {"freq": "WEEKLY", "byday": "MANDAG"},
    ],
)
def test_hours_that_ours_cannot_say_are_not_taken_for_weekly_ones(odd: dict[str, Any]) -> None:
    times = {"id": "s", "opens_at": "09:00", "closes_at": "15:00"}
    reading = read_service(foreign(schedules=[times | odd]), "")
    assert "schedules" not in reading.fields
    assert "/schedules/0" in dict(reading.left)


def test_hours_with_an_offset_and_a_span() -> None:
    week = {"id": "s", "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00+01:00"}
    span = {"closes_at": "15:30:00", "dtstart": "2026-01-05", "until": "2026-06-30"}
    made = read_service(foreign(schedules=[week | span]), "").fields["schedules"]
    assert made == [
        {
            "opens_at": "09:00",
            "closes_at": "15:30",
            "byday": ["MO", "WE"],
            "valid_from": "2026-01-05",
            "valid_to": "2026-06-30",
        }
    ]


def test_an_address_abroad_is_not_taken_for_one_here() -> None:
    address = {"id": "a", "address_1": "Main Street 1", "country": "US", "address_type": "physical"}
    place = {"id": "l", "location_type": "physical", "addresses": [address]}
    reading = read_service(foreign(service_at_locations=[{"id": "x", "location": place}]), "")
    assert "addresses" not in reading.fields
    assert any("no visiting address" in what for _, what in reading.left)


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        ({"name": ""}, "/name"),
        ({"status": "open"}, "/status"),
        ({"organization_id": "a", "organization": {"id": "b", "name": "B"}}, "/organization_id"),
    ],
)
def test_what_is_broken_is_a_fault(broken: dict[str, Any], where: str) -> None:
    assert [fault.where for fault in read_service(foreign() | broken, "").faults] == [where]


_KEYS = (
    "id", "name", "status", "phones", "schedules", "number", "service_areas", "organization",
    "attributes", "taxonomy_term", "service_at_locations", "location", "addresses", "feltperm",
    "fields",
)  # fmt: skip
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(_KEYS) | st.text(max_size=3),
            inner,
            max_size=6,
        )
    ),
)


@given(st.dictionaries(st.sampled_from(("name", "status", "phones", "schedules", "languages",
    "service_areas", "organization", "attributes", "service_at_locations", "feltperm",
    "alternate_name", "description", "contacts", "locations")), _JSON))  # fmt: skip
def test_no_object_breaks_the_reader(value: dict[str, Any]) -> None:
    for read in (read_service, read_organisation):
        reading = read(value, "")
        assert all(one.where.startswith("/") or not one.where for one in reading.left)


# --- the standard's own examples ----------------------------------------------------------------


@pytest.mark.skipif(not official(), reason="FELTPERM_HSDS_SCHEMAS names no copy of the schemas")
def test_the_official_example_comes_back_with_every_field_that_we_claim() -> None:
    folder = official()
    assert folder is not None
    example = json.loads(Path(folder.parents[1] / "examples" / "service_full.json").read_text())
    fields = read_service(example, "").fields
    record = msgspec.convert({"id": "svc-x", "kind": "service", **fields}, Service, strict=False)
    made = out(record, strict=True)
    assert errors("service_package", [made]) == []
    same = (
        "name", "alternate_name", "url", "email", "status", "application_process",
        "fees_description", "wait_time", "eligibility_description", "assured_date",
    )  # fmt: skip
    for name in same:
        assert made[name] == example[name].strip(), name
    assert made["description"] == example["description"].strip()
    assert made["organization"]["name"] == example["organization"]["name"]
    assert made["phones"][0]["number"] == "+441234234567"
    assert made["phones"][0]["description"] == example["phones"][0]["description"]
    assert [one["code"] for one in made["languages"]] == ["ur"]
    again = read_service(made, "").fields
    assert again == fields
