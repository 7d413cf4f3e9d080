"""The consent form: boxes to tick, lines to write on, one page, in every language it has."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from feltperm.errors import TextTooLong
from feltperm.paper.job import Job, JobLine
from feltperm.paper.press import Press
from sample_jobs import SITE, make_job

DETAIL = "Navn: ___ Født: ___\n[ ] Fastlegen: ___\n[ ] Timer\n[ ] Prøver\nJeg kan ombestemme meg."


def letter(*languages: str, **changes: object) -> Job:
    codes = languages or ("nb",)
    line = JobLine(title=dict.fromkeys(codes, "Hvem"), detail=dict.fromkeys(codes, DETAIL))
    return make_job(*codes, **{"layout": "letter", "items": (line,) * 3, "site": None, **changes})


def read(pdf: bytes) -> tuple[int, str]:
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage().get_text_range()
        return len(document), " ".join(text.split())


@pytest.mark.parametrize("ink", ["colour", "save"])
@pytest.mark.parametrize("languages", [("nb",), ("pl", "nb"), ("ar", "nb")])
def test_it_is_one_page_of_every_sheets_standard(
    press: Press, ink: str, languages: tuple[str, ...]
) -> None:
    pdf = press.set(letter(*languages, ink=ink)).pdf
    assert read(pdf)[0] == 1
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<"):
        assert mark in pdf


def test_the_words_stand_and_the_marks_of_the_form_do_not(press: Press) -> None:
    _, text = read(press.set(letter()).pdf)
    for part in ("Navn:", "Født:", "Fastlegen:", "Timer", "Jeg kan ombestemme meg."):
        assert part in text
    assert "___" not in text
    assert "[ ]" not in text
    assert "Fylles ut for hånd. Feltperm lagrer ingenting av det som skrives." in text


def test_every_box_says_what_it_is_for(press: Press) -> None:
    with pikepdf.open(io.BytesIO(press.set(letter()).pdf)) as pdf:
        said = [
            str(one.Alt)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    assert sorted(set(said)) == [
        "Tom rute for Fastlegen:",
        "Tom rute for Prøver",
        "Tom rute for Timer",
    ]
    assert len(said) == 9


def test_there_is_room_to_write_by_hand(press: Press) -> None:
    """Every line to write on is at least 7 mm below what stands above it."""
    with pypdfium2.PdfDocument(press.set(letter()).pdf) as document:
        page = document[0]
        rules = sorted(
            {
                round(one.get_bounds()[1], 1)
                for one in page.get_objects()
                if one.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH
                and one.get_bounds()[3] - one.get_bounds()[1] < 2
                and one.get_bounds()[2] - one.get_bounds()[0] > 100
            }
        )
    assert len(rules) >= 6
    millimetres = [(b - a) * 25.4 / 72 for a, b in pairwise(rules)]
    assert min(millimetres) >= 7


def test_the_place_that_hands_it_out_stands_on_it(press: Press) -> None:
    _, text = read(press.set(letter(site=SITE)).pdf)
    assert "Prøvestedet · Prøvegata 1, 7010 Trondheim · 73 00 00 00" in text


def test_more_than_a_page_takes_is_refused(press: Press) -> None:
    with pytest.raises(TextTooLong):
        press.set(letter(items=letter().items * 9))


def test_one_very_long_word_is_refused(press: Press) -> None:
    line = JobLine(title={"nb": "Hvem"}, detail={"nb": "a" * 300})
    with pytest.raises(TextTooLong):
        press.set(letter(items=(line,)))
