"""Who covers whom, and finding a municipality in any spelling."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.samples import GEOGRAPHY, KARASJOK, ORLAND, OSLO, TROMSO, TRONDHEIM
from feltperm.catalogue.areas import LIKE_TWO, Geography, Level, Municipality, told_label
from feltperm.catalogue.fold import fold, sort_key
from feltperm.catalogue.records import Area
from feltperm.errors import ContentDamaged
from feltperm.paths import resource
from feltperm.wording import Said

GEOGRAPHY_FILE = resource("compiled/geography.json")


@pytest.mark.parametrize(
    ("area", "number", "covers", "level"),
    [
        (Area(), ORLAND, None, Level.NOT_STATED),
        (Area(country=True), ORLAND, True, Level.COUNTRY),
        (Area(municipalities=(ORLAND,)), ORLAND, True, Level.MUNICIPALITY),
        (Area(municipalities=(TRONDHEIM,)), ORLAND, False, None),
        (Area(counties=("Trøndelag",)), ORLAND, True, Level.COUNTY),
        (Area(counties=("Trøndelag",)), OSLO, False, None),
        (Area(health_regions=("Midt-Norge",)), ORLAND, True, Level.HEALTH_REGION),
        (Area(health_regions=("Nord",), country=True), ORLAND, True, Level.COUNTRY),
        (Area(counties=("Trøndelag",)), "9999", False, None),
    ],
)
def test_covering(area: Area, number: str, covers: bool | None, level: Level | None) -> None:
    assert GEOGRAPHY.covers(area, number) is covers
    assert GEOGRAPHY.level(area, number) is level


@pytest.mark.parametrize(
    ("area", "label"),
    [
        (Area(), ""),
        (Area(country=True), "Hele landet"),
        (Area(municipalities=(TRONDHEIM,)), "Trondheim"),
        (Area(municipalities=(KARASJOK,)), "Karasjok"),
        (Area(counties=("Trøndelag",)), "Trøndelag"),
        (Area(health_regions=("Nord",)), "Helse Nord"),
        (Area(municipalities=(TRONDHEIM, ORLAND)), "Trondheim og Ørland"),
        (Area(municipalities=(TRONDHEIM, ORLAND, OSLO, TROMSO)), "Trondheim og 3 til"),
        (Area(municipalities=("9999",)), "9999"),
    ],
)
def test_labels(area: Area, label: str) -> None:
    assert GEOGRAPHY.label(area) == label


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("orl", "Ørland"),
        ("ØRL", "Ørland"),
        ("oerl", "Ørland"),
        ("tromso", "Tromsø"),
        ("aale", "Ålesund"),
        ("odal", "Sør-Odal"),
        ("botn", "Ørland"),
        ("karas", "Karasjok"),
        ("kárá", "Karasjok"),
        ("5001", "Trondheim"),
    ],
)
def test_finding_while_typing(typed: str, first: str) -> None:
    assert GEOGRAPHY.find(typed)[0].label == first


def _at(number: str, lat: float, lon: float) -> Municipality:
    return Municipality(number=number, name=number, county="A", health_region="B", lat=lat, lon=lon)


def test_neighbours_are_so_near_and_the_nearest_comes_first() -> None:
    # a degree of latitude is 111 km everywhere, one of longitude half as much at 60 degrees
    places = Geography(
        [_at("1", 60.0, 10.0), _at("2", 60.9, 10.0), _at("3", 60.0, 10.8), _at("4", 61.0, 12.0)]
    )
    assert [one.number for one in places.within("1", 40)] == []
    assert [one.number for one in places.within("1", 50)] == ["3"]
    assert [one.number for one in places.within("1", 105)] == ["3", "2"]
    assert [one.number for one in places.within("2", 105)] == ["1"]
    assert places.within("1", 0) == places.within("9", 100) == ()


def test_the_real_neighbours_of_oslo_are_those_on_a_map() -> None:
    names = [one.label for one in Geography.from_json(GEOGRAPHY_FILE).within("0301", 25)]
    assert {"Bærum", "Nittedal", "Lørenskog"} <= set(names)
    assert not {"Oslo", "Drammen", "Trondheim"} & set(names)


def test_a_name_comes_before_a_centre_of_that_name() -> None:
    assert [one.label for one in GEOGRAPHY.find("o")][:2] == ["Ørland", "Oslo"]
    assert GEOGRAPHY.find("") == []
    assert len(GEOGRAPHY.find("o", limit=1)) == 1
    assert GEOGRAPHY.named("ørland") is GEOGRAPHY.get(ORLAND)
    assert GEOGRAPHY.named(ORLAND) is GEOGRAPHY.get(ORLAND)
    assert GEOGRAPHY.named("ingensteds") is None


def test_reading_what_the_compiler_wrote(tmp_path: Path) -> None:
    path = tmp_path / "geography.json"
    path.write_bytes(msgspec.json.encode(GEOGRAPHY.municipalities))
    assert Geography.from_json(path).municipalities == GEOGRAPHY.municipalities
    for broken in (b"", b"[1]", b"{}", b'[{"number": "1"}]'):
        path.write_bytes(broken)
        with pytest.raises(ContentDamaged):
            Geography.from_json(path)
    with pytest.raises(ContentDamaged):
        Geography.from_json(tmp_path / "missing.json")


@pytest.mark.parametrize(
    ("spellings", "folded"),
    [
        (("Ørland", "ORLAND", "oerland", "Örland"), "orland"),
        (("Håland", "Haaland", "haland"), "haland"),
        (("Kárášjohka", "karasjohka"), "karasjohka"),
        (("Čáhcesuolu", "cahcesuolu"), "cahcesuolu"),
        (("Træna", "Traena", "Träna"), "trana"),
        (("e\u0301n", "én"), "en"),
    ],
)
def test_folding_makes_spellings_one(spellings: tuple[str, ...], folded: str) -> None:
    assert {fold(spelling) for spelling in spellings} == {folded}


@given(st.text())
def test_folding_never_fails_and_case_never_matters(text: str) -> None:
    assert fold(text) == fold(text.lower())
    sort_key(text)


def test_a_label_that_was_kept_as_text_is_told_as_it_was_said() -> None:
    counties = ("Møre og Romsdal", "Trøndelag")
    for area in (
        Area(country=True),
        Area(counties=counties[:1]),
        Area(counties=counties),
        Area(health_regions=("Nord", "Vest")),
        Area(counties=counties, health_regions=("Nord",)),
        Area(counties=("Oslo", "Troms", "Agder")),
        Area(counties=("Oslo", "Troms")),
        Area(),
    ):
        said = GEOGRAPHY.label(area)
        told = told_label(str(said))
        assert told == said
        assert parts(told) == parts(said)


def test_all_places_with_a_name_like_two_are_known() -> None:
    known = Geography.from_json(resource("compiled/geography.json")).municipalities
    names = {name for one in known for name in (*one.names, one.county, one.health_region)}
    assert {name for name in names if " og " in name or name.startswith("Helse ")} == {*LIKE_TWO}


def parts(said: object) -> object:
    """Return what a sentence is made of, down to the plain words."""
    if not isinstance(said, Said):
        return said
    return said.template, {name: parts(value) for name, value in said.values.items()}
