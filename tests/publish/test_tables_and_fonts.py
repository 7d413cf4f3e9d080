"""Word lists, municipalities, icons and fonts as the program gets them."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
import pytest
from fontTools.ttLib import TTFont

from feltperm.catalogue.areas import Geography
from feltperm_publish import tables, yamltext
from feltperm_publish.fonts import instance

ROOT = Path(__file__).resolve().parents[2]


def test_word_lists_keep_their_strings(resources: Path) -> None:
    groups = msgspec.json.decode(tables.word_list_json(resources, "synonyms"))
    assert groups[0]["terms"] == ["nalokson", "113"]
    assert groups[0]["one_way"] == ["no", "on"]


def test_geography_is_what_the_program_reads(resources: Path, tmp_path: Path) -> None:
    path = tmp_path / "geography.json"
    path.write_bytes(tables.geography_json(resources))
    places = Geography.from_json(path).municipalities
    assert [(one.number, one.label, one.lat) for one in places] == [
        ("0301", "Oslo", 59.9),
        ("5001", "Trondheim", 63.4),
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"), [("health_region", "region", "health_region"), ("63.4", "x", "float")]
)
def test_bad_table_of_municipalities_is_refused(
    resources: Path, old: str, new: str, words: str
) -> None:
    path = resources / "geography/municipalities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        tables.geography_json(resources)


def test_every_listed_icon_is_drawn_in_the_current_colour() -> None:
    names = tables.icon_names(ROOT / "resources")
    offers = yamltext.read(ROOT / "resources/vocabulary/offers.yaml")["offers"]
    assert len({offer["icon"] for offer in offers.values()}) == len(offers) == 52
    assert {offer["icon"] for offer in offers.values()} < set(names)
    for drawn in names.values():
        root = ET.fromstring(tables.icon_svg(drawn))
        assert root.get("stroke") == "currentColor"
        assert len(root) > 0


@pytest.mark.parametrize("name", ["no-such-icon", "../search", "circle-help"])
def test_icon_the_family_does_not_have_is_named(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        tables.icon_svg(name)


@pytest.mark.slow
def test_font_has_the_letters_the_weight_and_even_figures() -> None:
    data = instance(600)
    font = TTFont(io.BytesIO(data))
    letters = set(font.getBestCmap())
    assert letters >= set(map(ord, "æøåÆØÅáčđŋšŧžąęłżґєїщ–«»…"))
    assert font["OS/2"].usWeightClass == 600
    assert "fvar" not in font
    assert [font["name"].getDebugName(number) for number in (16, 17)] == ["Noto Sans", "SemiBold"]
    figures = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
    assert len(figures) == 1
    assert instance(600) == data
