"""What others write as HSDS 3.0: what is taken of it, and what is not and said so."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hsds_schemas import errors
from hypothesis import given
from hypothesis import strategies as st

from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import Organisation, PackHeader, Service
from feltperm.exchange.hsds.reading import read_organisation, read_service
from feltperm.exchange.hsds.tables import NOT_STATED, flatten
from feltperm.exchange.hsds.terms import uid
from feltperm.exchange.hsds.writing import Writer

HEADER = PackHeader(
    format=1, pack="prøve", seq=1, published="2026-11-26", publisher="Prøve", languages=("nb",)
)
TIMES = {"id": "s", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "15:00"}


def foreign(**stated: Any) -> dict[str, Any]:
    return {"id": "x", "name": "Kafé", "status": "active", **stated}


def again(fields: dict[str, Any]) -> dict[str, Any]:
    """Write what was read, with nothing of ours beside the standard."""
    record = msgspec.convert({"id": "svc-x", "kind": "service", **fields}, Service)
    entry = Entry(Ref("prøve", record.id), record, HEADER)
    return Writer({}, lambda _area: "", {}, strict=True).services([entry])[0]


@pytest.mark.parametrize("offset", ["Z", "+00:00", "-05:00", "+03:00"])
def test_a_time_of_another_zone_is_not_taken_for_ours(offset: str) -> None:
    reading = read_service(foreign(schedules=[TIMES | {"opens_at": f"09:00{offset}"}]), "")
    assert "schedules" not in reading.fields
    assert "no local time" in dict(reading.left)["/schedules/0/opens_at"]


@pytest.mark.parametrize(("zone", "taken"), [(1, True), (2, True), (0, False), (-5, False)])
def test_the_zone_of_a_schedule_counts_as_well(zone: int, taken: bool) -> None:
    reading = read_service(foreign(schedules=[TIMES | {"timezone": zone}]), "")
    assert ("schedules" in reading.fields) is taken


@pytest.mark.parametrize(
    "number", ["22 40 00 40 / 41", "22400040/22400041", "01234 234567", "ring oss", "4722400040"]
)
def test_a_number_is_never_guessed(number: str) -> None:
    reading = read_service(foreign(phones=[{"id": "p", "number": number}]), "")
    assert "phones" not in reading.fields
    assert "/phones/0" in dict(reading.left)


@pytest.mark.parametrize(
    ("number", "ours"),
    [("+47 22 40 00 40", "22400040"), ("116 117", "116117"), ("0046 8 123 45", "+46812345")],
)
def test_a_number_as_people_write_it(number: str, ours: str) -> None:
    assert read_service(foreign(phones=[{"id": "p", "number": number}]), "").fields["phones"] == [
        {"number": ours}
    ]


def test_a_person_is_neither_taken_nor_quoted() -> None:
    person = [{"id": "c", "name": "Kari Nordmann", "phones": [{"id": "q", "number": "90000000"}]}]
    place = {"id": "l", "location_type": "physical", "contacts": person}
    reading = read_service(
        foreign(
            contacts=person,
            phones=[{"id": "p", "number": "90000000", "contact_id": "c"}],
            service_at_locations=[{"id": "a", "location": place, "contacts": person}],
            metadata=[{"id": "m", "updated_by": "Kari Nordmann"}],
            organization={"id": "o", "name": "Kafeene", "contacts": person},
        ),
        "",
    )
    assert "phones" not in reading.fields
    assert not {"Kari", "90000000"} & set(str((reading.fields, reading.left)).split())
    assert "Kari" not in str(reading.left)
    left = dict(reading.left)
    assert "persons" in left["/service_at_locations/0/location/contacts/0"]


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        ({"assured_date": "2026-13-45"}, "/assured_date"),
        ({"url": "javascript:alert(1)"}, "/url"),
        ({"email": "spør i døra"}, "/email"),
        ({"languages": [{"id": "l", "name": "Urdu"}]}, "/languages/0/name"),
        ({"a/b~c": 1}, "/a~1b~0c"),
        ({"feltperm": {"fields": {"opening_mood": 1}}}, "/feltperm/fields"),
    ],
)
def test_what_is_no_date_no_address_and_no_field_is_said(
    broken: dict[str, Any], where: str
) -> None:
    reading = read_service(foreign(**broken), "")
    assert [one.where for one in reading.left] == [where]
    assert reading.fields == {"title": {"nb": "Kafé"}}


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        ({"service_at_locations": [{"id": "a", "location_id": "l"}]},
         "/service_at_locations/0/location_id"),
        ({"attributes": [{"id": "a", "taxonomy_term_id": "t"}]}, "/attributes/0/taxonomy_term_id"),
    ],
)  # fmt: skip
def test_a_reference_to_nothing_is_a_fault(broken: dict[str, Any], where: str) -> None:
    assert [one.where for one in read_service(foreign(**broken), "").faults] == [where]


def test_text_comes_in_without_what_nobody_sees() -> None:
    fields = read_service(
        foreign(name="Natt\nkafé\x00", description="Mat.\r\n\r\nVarm."), ""
    ).fields
    assert fields == {
        "title": {"nb": "Natt kafé"},
        "summary": {"nb": "Mat."},
        "body": {"nb": "Varm."},
    }


def test_an_organisation_that_says_nothing_of_itself() -> None:
    record = Organisation(id="org-x", title={"nb": "Kafeene"})
    writer = Writer({}, lambda _area: "", {}, strict=True)
    made = writer.organisations([Entry(Ref("prøve", "org-x"), record, HEADER)])[0]
    assert made["description"] == "Kafeene", "the standard requires one"
    assert read_organisation(made, "").fields == {"title": {"nb": "Kafeene"}}


def test_what_an_organisation_has_no_place_for_is_said() -> None:
    term = {"id": "t", "code": "offers:mat", "taxonomy": "feltperm:offers"}
    value = {
        "id": "o",
        "name": "Kafeene",
        "locations": [{"id": "l", "accessibility": [{"id": "a", "description": "Rampe."}]}],
        "attributes": [{"id": "b", "taxonomy_term": term}],
    }
    reading = read_organisation(value, "")
    assert reading.fields == {"title": {"nb": "Kafeene"}}
    assert [one.where for one in reading.left] == ["/locations/0/accessibility", "/attributes"]


def test_the_tables_say_what_nobody_has_stated() -> None:
    fields = {"title": {"nb": "Kafé"}, "addresses": [{"line": "Storgata 1"}]}
    rows = flatten([again(fields)], [])
    (service,), (address,) = rows["service"], rows["address"]
    assert (
        service["organization_id"] == rows["organization"][0]["id"] == uid("provider", NOT_STATED)
    )
    assert address["postal_code"] == address["city"] == address["state_province"] == NOT_STATED


_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=9
)
_CLOCK = st.times().map(lambda one: f"{one:%H:%M}")
_DATES = st.dates().map(lambda one: one.isoformat())
_SCHEDULE = st.builds(
    lambda days, opens, closes, spans: {
        "freq": "WEEKLY",
        "byday": ",".join(day for day in _DAYS if day in days),
        "opens_at": opens,
        "closes_at": closes,
        **spans,
    },
    st.sets(st.sampled_from(_DAYS), min_size=1),
    _CLOCK,
    _CLOCK,
    st.fixed_dictionaries({}, optional={"valid_from": _DATES, "valid_to": _DATES}),
)
_ADDRESS = st.fixed_dictionaries(
    {
        "address_1": _WORDS,
        "city": _WORDS,
        "state_province": st.just(""),
        "postal_code": st.integers(0, 9999).map("{:04}".format),
        "country": st.just("NO"),
        "address_type": st.just("physical"),
    }
)


def _street(address: dict[str, str]) -> str:
    return address["address_1"]


_FOREIGN = st.fixed_dictionaries(
    {"name": _WORDS, "status": st.sampled_from(("active", "inactive", "temporarily closed"))},
    optional={
        "description": _WORDS,
        "application_process": _WORDS,
        "eligibility_description": _WORDS,
        "fees_description": _WORDS,
        "wait_time": _WORDS,
        "assured_date": _DATES,
        "url": _WORDS.map("https://example.no/{}".format),
        "schedules": st.lists(_SCHEDULE, min_size=1, max_size=4),
        "languages": st.lists(
            st.sampled_from(("nb", "en", "pl", "ar")), min_size=1, unique=True
        ).map(lambda codes: [{"code": code} for code in codes]),
        "phones": st.lists(
            st.integers(20_000_000, 99_999_999).map(str), min_size=1, max_size=3, unique=True
        ).map(lambda numbers: [{"number": number, "type": "voice"} for number in numbers]),
        "service_at_locations": st.lists(_ADDRESS, min_size=1, max_size=3, unique_by=_street).map(
            lambda all: [
                {"location": {"location_type": "physical", "addresses": [one]}} for one in all
            ]
        ),
    },
)


@given(_FOREIGN)
def test_what_we_claim_comes_back_as_others_wrote_it(service: dict[str, Any]) -> None:
    reading = read_service(foreign(**service), "")
    assert not reading.left
    assert not reading.faults
    made = again(reading.fields)
    assert errors("service_package", [made]) == []
    assert _without_ids(made) == service


def _without_ids(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_ids(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: _without_ids(one) for key, one in value.items() if key != "id"}
