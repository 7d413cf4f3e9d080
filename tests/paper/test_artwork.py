"""Our pictograms keep to their grammar; QR codes hold a number or a page and nothing else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import cast

import pytest
import segno
import yaml

from feltperm.desk.sheets.alert_sheet import ICONS as ALERT_ICONS
from feltperm.paper.artwork import load_pictograms, outlined, qr_svg, solid
from feltperm.paths import resource

FOLDER = resource("icons/pictograms")
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"


def test_everything_one_can_get_at_a_service_has_a_drawing() -> None:
    text = (resource("vocabulary") / "offers.yaml").read_text(encoding="utf-8")
    offers = cast("dict[str, dict[str, dict[str, str]]]", yaml.safe_load(text))["offers"]
    assert {name for name, offer in offers.items() if offer.get("pictogram") not in NAMES} == set()


def test_what_an_alert_says_to_do_has_a_drawing() -> None:
    assert set(ALERT_ICONS.values()) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_drawing_keeps_to_the_grammar(name: str) -> None:
    root = ET.parse(FOLDER / f"{name}.svg").getroot()
    assert root.get("viewBox") == "0 0 48 48"
    assert root.findtext(f"{SVG}title")
    shapes = [shape for shape in root if shape.tag != f"{SVG}title"]
    for shape in shapes:
        assert shape.tag in {f"{SVG}path", f"{SVG}circle", f"{SVG}rect"}
        assert {shape.get("fill"), shape.get("stroke", "none")} <= {"currentColor", "#fff", "none"}
        # SCREENS section 4: the thinnest part is 1.2 mm of 18
        assert float(shape.get("stroke-width", "4")) >= 2.8
    assert shapes


def test_every_drawing_in_the_folder_is_loaded_with_its_words() -> None:
    found = load_pictograms(FOLDER)
    assert sorted(found) == NAMES
    assert {"phone", "give_breaths", "naloxone", "bandage"} <= found.keys()
    assert all(drawing.alt for drawing in found.values())


def test_the_two_colour_sets_are_black_and_white_only() -> None:
    for drawing in load_pictograms(FOLDER).values():
        for svg in (drawing.solid, drawing.outlined):
            assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {
                "none",
                "#000000",
                "#ffffff",
            }


def test_outline_draws_the_shape_fatter_in_black_and_then_in_white() -> None:
    shape = '<path fill="none" stroke="currentColor" stroke-width="4" d="M0 0h9"/>'
    svg = f'<svg xmlns="{SVG[1:-1]}">{shape}</svg>'
    first, second = ET.fromstring(outlined(svg))
    assert (first.get("stroke"), second.get("stroke")) == ("#000000", "#ffffff")
    assert float(first.get("stroke-width", "0")) > float(second.get("stroke-width", "0")) == 4
    assert 'stroke="#000000"' in solid(svg)


def test_qr_code_shows_every_dark_module() -> None:
    svg, side = qr_svg("tel:73000000")
    matrix = segno.make_qr("tel:73000000", error="m").matrix
    assert side == len(matrix) + 8
    runs = re.findall(r"M\d+ \d+h(\d+)v", svg)
    assert sum(map(int, runs)) == sum(map(sum, matrix))


@pytest.mark.parametrize(
    "address",
    ["", "tel:", "tel:12", "sms:73000000", "http://eksempel.no", "javascript:alert(1)",
     "tel:73000000\n", "https://eksempel.no/ a", "73000000"],
)  # fmt: skip
def test_qr_code_refuses_anything_else(address: str) -> None:
    with pytest.raises(ValueError, match="QR"):
        qr_svg(address)
