"""The pocket sheet on paper: folded and cut once it is a booklet with its pages in order."""

from __future__ import annotations

import re
from datetime import date

import msgspec
import pypdfium2
import pytest

from feltperm.desk.sheets.pocket import pocket_job
from feltperm.errors import TextTooLong
from feltperm.paper.job import with_code
from feltperm.paper.pocket_job import PocketJob
from feltperm.paper.press import Press
from handout_home import SITE, entry, handout, schedule, service

SATURDAY = date(2026, 11, 28)
HOLDS = "Gjelder lørdag 28. november 2026"
MM = 72 / 25.4
#: Where each page of the booklet lies on the sheet: (column, row), the upper row upside down.
PANELS = {1: (3, 1), 2: (3, 0), 3: (2, 0), 4: (1, 0), 5: (0, 0), 6: (0, 1), 7: (1, 1), 8: (2, 1)}


def pocket(count: int, **changes: object) -> PocketJob:
    records = [
        service(
            f"svc-{number}",
            title={"nb": f"Sted nummer {number}"},
            schedules=(schedule("SA", "20:00", "02:00"),),
        )
        for number in range(1, count + 1)
    ]
    return pocket_job([entry(one) for one in records], handout(**changes), SATURDAY, ink="colour")


def panels(pdf: bytes) -> dict[int, str]:
    """The text of each page of the booklet, and that none of it lies elsewhere."""
    found, last = dict.fromkeys(PANELS, ""), 1
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        page = document[0]
        width, height = page.get_size()
        assert (round(width / MM), round(height / MM)) == (297, 210)
        words = page.get_textpage()
        text = words.get_text_range()
        where = {place: number for number, place in PANELS.items()}
        for at, sign in enumerate(text):
            left, bottom, right, top = words.get_charbox(at)
            if right <= left:
                found[last] += " "
                continue
            x, y = (left + right) / 2, height - (top + bottom) / 2
            last = where[int(x // (width / 4)), int(y // (height / 2))]
            found[last] += sign
    return {number: re.sub(r"\s+", " ", text) for number, text in found.items()}


def test_the_pages_lie_where_one_cut_and_three_folds_put_them(press: Press) -> None:
    pages = panels(press.set(pocket(20)).pdf)
    assert [f"Side {number} av 8" in pages[number] for number in range(1, 9)] == [True] * 8
    names = [
        int(name) for number in range(2, 9) for name in re.findall(r"nummer (\d+)", pages[number])
    ]
    assert names == list(range(1, 21)), "read in order, no service is missing"


def test_the_upper_pages_stand_upside_down(press: Press) -> None:
    """Turned round, a page begins at the right and ends at the left of its panel."""
    with pypdfium2.PdfDocument(press.set(pocket(20)).pdf) as document:
        words = document[0].get_textpage()
        text = words.get_text_range()
        for number, (_column, row) in PANELS.items():
            at = text.index(f"Side {number} av 8")
            first, last = words.get_charbox(at)[0], words.get_charbox(at + 10)[0]
            assert (first > last) == (row == 0), number


def test_every_page_says_for_which_evening_it_holds(press: Press) -> None:
    pages = panels(press.set(pocket(4)).pdf)
    assert [HOLDS in text for text in pages.values()] == [True] * 8


def test_the_front_has_the_emergency_numbers_and_the_sender(press: Press) -> None:
    front = panels(press.set(pocket(1, site=SITE)).pdf)[1]
    for part in ("Lommeark for vakta", "113", "116 117", "Legevakt", "Prøvestedet", "73 00 00 00"):
        assert part in front


def test_a_service_has_its_number_and_tonights_hours(press: Press) -> None:
    second = panels(press.set(pocket(1)).pdf)[2]
    for part in ("Sted nummer 1", "22 00 00 00", "Prøvegata 2, 0155 Oslo"):
        assert part in second
    assert {"Åpent", "kl.", "20–2"} <= set(second.split())  # read upside down


def test_pages_that_are_left_over_are_for_notes_without_names(press: Press) -> None:
    last = panels(press.set(pocket(1)).pdf)[7]
    assert "Notater" in last
    assert "Ikke skriv navn eller opplysninger om pasienter." in last


def test_nothing_but_folds_lies_nearer_to_the_edge_than_ten_millimetres(press: Press) -> None:
    with pypdfium2.PdfDocument(press.set(pocket(20)).pdf) as document:
        page = document[0]
        width, height = page.get_size()
        edge = 10 * MM - 0.1
        for found in page.get_objects():
            left, bottom, right, top = found.get_bounds()
            assert left >= edge
            assert right <= width - edge
            assert bottom >= edge
            assert top <= height - edge


def test_it_keeps_the_standards_of_every_sheet(press: Press) -> None:
    pdf = press.set(pocket(8)).pdf
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<"):
        assert mark in pdf


def test_more_than_seven_pages_are_refused(press: Press) -> None:
    with pytest.raises(TextTooLong):
        press.set(pocket(50))
    long = msgspec.structs.replace(pocket(1).items[0], title={"nb": "Sted " * 200})
    with pytest.raises(TextTooLong):
        press.set(with_code(msgspec.structs.replace(pocket(1), items=(long,))))


@pytest.mark.parametrize("name", ["#panic(1)", "*a* $b$", "Navn\u202egnul", "x" * 60])
def test_a_hostile_name_is_text_or_is_refused(press: Press, name: str) -> None:
    job = pocket_job([entry(service(title={"nb": name}))], handout(), SATURDAY, ink="save")
    if len(name) == 60:
        with pytest.raises(TextTooLong):
            press.set(job)
        return
    assert job.items[0].title["nb"] in panels(press.set(job).pdf)[2]
