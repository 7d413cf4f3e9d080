"""The test page of a printer, and how much ink a sheet takes."""

from __future__ import annotations

import io
from datetime import date
from itertools import pairwise

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from feltperm.desk.sheets.coverage import ink_use
from feltperm.desk.sheets.trial import trial_page
from feltperm.paper.pixels import DEPTH, Pixels, coverage
from feltperm.paper.press import Press
from sample_jobs import make_job

DAY = date(2026, 11, 26)
DOTS = 4


def trial(press: Press, printer: str = "Skriver ved døra") -> tuple[Image.Image, str]:
    """The page, four dots a millimetre, and its words."""
    sheet = trial_page(press, printer, DAY, ppi=DOTS * 25.4)
    document = pypdfium2.PdfDocument(sheet.pdf)
    assert len(document) == 1
    words = " ".join(document[0].get_textpage().get_text_range().split())
    document.close()
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<"):
        assert mark in sheet.pdf
    return Image.open(io.BytesIO(sheet.pages[0])).convert("L"), words


def test_it_names_the_printer_the_day_and_what_to_look_for(press: Press) -> None:
    _, words = trial(press)
    for part in ("Prøveside", "Skriver ved døra", "26.11.2026", "Marger", "Gråtoner", "QR-kode"):
        assert part in words


def test_frames_stand_five_and_ten_millimetres_from_every_edge(press: Press) -> None:
    page, _ = trial(press)
    assert page.size == (pytest.approx(210 * DOTS, abs=2), pytest.approx(297 * DOTS, abs=2))
    for turned in (page, page.transpose(Image.Transpose.ROTATE_180)):
        for picture in (turned, turned.transpose(Image.Transpose.ROTATE_90)):
            edge = picture.crop((0, 70 * DOTS, 16 * DOTS, 80 * DOTS))
            line = [min(edge.crop((x, 0, x + 1, edge.height)).tobytes()) for x in range(16 * DOTS)]
            dark = [x / DOTS for x, value in enumerate(line) if value < 200]
            assert [x for x in dark if x < 8] == pytest.approx(
                [5] * sum(x < 8 for x in dark), abs=0.5
            )
            assert [x for x in dark if x >= 8] == pytest.approx(
                [10] * sum(x >= 8 for x in dark), abs=0.5
            )
            assert min(dark) < 8 <= max(dark)


def test_three_greys_are_far_apart_and_neither_white_nor_black(press: Press) -> None:
    page, _ = trial(press)
    counts = page.histogram()
    greys = [value for value in range(20, 240) if counts[value] > (20 * DOTS) ** 2]
    assert len(greys) == 3
    assert min(right - left for left, right in pairwise(greys)) >= 50


def test_code_can_be_read_and_opens_a_page(press: Press) -> None:
    page, _ = trial(press)
    (code,) = zxingcpp.read_barcodes(page)
    assert code.text == "https://www.helsenorge.no/"


@pytest.mark.parametrize(
    "name", ["", "漢字", "\u202egnp.", 'HP "x" #panic()', "a\nb\0c", "Æ" * 500, "\ud800"]
)
def test_any_name_of_a_printer_can_be_set(press: Press, name: str) -> None:
    _, words = trial(press, name)
    assert "Prøveside" in words


def pixels(width: int, height: int, colour: bytes, padding: int = 0) -> Pixels:
    row = colour * width + b"\0" * padding
    return Pixels(width, height, len(row), row * height)


@pytest.mark.parametrize(
    ("colour", "share"),
    [(b"\xff\xff\xff", 0), (b"\0\0\0", 100), (b"\xff\0\0", 200 / 3), (b"\xff\xff\0", 100 / 3)],
)
def test_ink_is_what_a_pixel_lacks_of_white(colour: bytes, share: float) -> None:
    assert coverage(pixels(200, 160, colour)) == pytest.approx(share, abs=1)


def test_what_fills_up_a_row_is_no_ink() -> None:
    assert coverage(pixels(33, 40, b"\xff" * DEPTH, padding=61)) == 0


def test_sample_is_near_what_the_whole_page_has(press: Press) -> None:
    sheet = press.set(make_job(), ppi=60)
    page = Image.open(io.BytesIO(sheet.pages[0])).tobytes()
    whole = 100 * (1 - sum(page) / 255 / len(page))
    assert sheet.coverage == (pytest.approx(whole, abs=0.7),)
    assert press.set(make_job()).coverage == ()


def test_ink_saver_is_told_from_colour(press: Press) -> None:
    use = ink_use(press, make_job(site=None, box_heading={}, notices=()))
    assert 8 < use.colour < 30
    assert 0 < use.save < 0.5 * use.colour
    assert use == ink_use(press, make_job(ink="save", site=None, box_heading={}, notices=()))
