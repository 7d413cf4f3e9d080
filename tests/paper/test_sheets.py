"""Real sheets from the real layouts: standards, words, fit."""

from __future__ import annotations

import io

import msgspec
import pypdfium2
import pytest
from PIL import Image

from feltperm.errors import PaperFailed, TextTooLong
from feltperm.paper.job import JobLine, Notice, SiteBox
from feltperm.paper.press import Press
from sample_jobs import DETAIL, LINE, SITE, TITLE, make_job

MM = 72 / 25.4


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        return str(document[0].get_textpage().get_text_range())
    finally:
        document.close()


def lines(count: int, **texts: str) -> tuple[JobLine, ...]:
    return tuple(
        JobLine(title={"nb": f"{texts['title']} {n}"}, detail={"nb": texts.get("detail", "")})
        for n in range(count)
    )


def test_same_job_gives_the_same_bytes(press: Press) -> None:
    assert press.set(make_job()).pdf == press.set(make_job()).pdf
    assert press.set(make_job()).pdf != press.set(make_job(site=None)).pdf


@pytest.mark.parametrize("layout", ["steps", "list"])
@pytest.mark.parametrize("ink", ["colour", "save"])
def test_pdf_declares_both_standards_and_its_title(press: Press, layout: str, ink: str) -> None:
    pdf = press.set(make_job(layout=layout, ink=ink)).pdf
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<"):
        assert mark in pdf
    assert "Prøveplakat".encode() in pdf
    assert b"/Lang(nb)" in pdf
    assert b"/StructTreeRoot" in pdf


def test_text_layer_holds_every_word_of_the_sheet(press: Press) -> None:
    job = make_job()
    text = words(press.set(job).pdf)
    for part in (
        TITLE["nb"], LINE["nb"], DETAIL["nb"], SITE.name, SITE.address, SITE.phone, SITE.hours,
        "Her finner du oss", "Ikke fagkontrollert", "Kilde: Prøveutgiver, lest 22.11.2026.",
        "Innhold fra 25.11.2026.", "Skrevet ut 26.11.2026.", "Kontroller på nytt innen 26.05.2027.",
        job.code,
    ):  # fmt: skip
        assert part in text
    assert text.index("1") < text.index(LINE["nb"])


def test_second_language_stands_below_the_first(press: Press) -> None:
    text = words(press.set(make_job("pl", "nb")).pdf)
    assert text.index(LINE["pl"]) < text.index(DETAIL["pl"]) < text.index(LINE["nb"])


def test_arabic_mirrors_the_sheet(press: Press) -> None:
    def ink_left_of_middle(job_languages: str) -> float:
        page = press.set(make_job(job_languages, site=None, box_heading={}), ppi=20).pages[0]
        grey = Image.open(io.BytesIO(page)).convert("L")
        rows = grey.crop((0, grey.height // 4, grey.width, grey.height * 9 // 10))
        dark = [rows.crop(box) for box in (
            (0, 0, rows.width // 2, rows.height), (rows.width // 2, 0, rows.width, rows.height)
        )]  # fmt: skip
        left, right = (sum(255 - value for value in half.tobytes()) for half in dark)
        return left / right

    assert ink_left_of_middle("nb") > 1.2
    assert ink_left_of_middle("ar") < 0.8


def test_number_in_an_arabic_line_runs_left_to_right(press: Press) -> None:
    one = make_job("ar", items=make_job("ar").items[:1], site=None, box_heading={})
    document = pypdfium2.PdfDocument(press.set(one).pdf)
    page = document[0].get_textpage()
    heading = []
    for index in range(page.count_chars()):
        left, bottom, _, top = page.get_charbox(index)
        if page.get_text_range(index, 1).isdigit() and 14 < top - bottom < 22:
            heading.append((left, page.get_text_range(index, 1)))
    document.close()
    assert "".join(digit for _, digit in sorted(heading)) == "116117"


@pytest.mark.parametrize(
    ("paper", "size"),
    [("a3", (297, 420)), ("a4", (210, 297)), ("a5", (148, 210)), ("a6", (105, 148))],
)
def test_papers_have_their_size(press: Press, paper: str, size: tuple[int, int]) -> None:
    document = pypdfium2.PdfDocument(press.set(make_job(paper=paper)).pdf)
    assert document[0].get_size() == pytest.approx([side * MM for side in size], abs=0.1)
    document.close()


def test_nothing_but_colour_comes_nearer_than_ten_millimetres(press: Press) -> None:
    page = press.set(make_job(ink="save", notices=()), ppi=50.8).pages[0]
    dark = Image.open(io.BytesIO(page)).convert("L").point(lambda value: 255 * (value < 200))
    left, top, right, bottom = dark.getbbox()  # type: ignore[misc]
    assert min(left, top, dark.width - right, dark.height - bottom) >= 2 * 10 - 1


def test_ink_saver_uses_a_fraction_of_the_ink(press: Press) -> None:
    def ink(which: str) -> float:
        page = press.set(make_job(ink=which, site=None, box_heading={}), ppi=40).pages[0]
        values = Image.open(io.BytesIO(page)).convert("L").tobytes()
        return sum(255 - value for value in values) / 255 / len(values)

    assert ink("save") < 0.4 * ink("colour")


def test_band_of_a_void_sheet_says_so(press: Press) -> None:
    notice = Notice(kind="expired", text={"nb": "Gjelder ikke etter 1. november 2026."})
    assert notice.text["nb"] in words(press.set(make_job(notices=(notice,))).pdf)


def test_without_a_site_the_box_is_to_be_filled_in_or_left_out(press: Press) -> None:
    assert "Telefon" in words(press.set(make_job(site=None)).pdf)
    without = words(press.set(make_job(site=None, box_heading={})).pdf)
    assert "Telefon" not in without


def test_list_shows_the_number_of_a_line_apart(press: Press) -> None:
    items = tuple(
        JobLine(title={"nb": title})
        for title in ("113: Ambulanse", "Gift: 22 59 13 00", "Om 2–3 dager: ring")
    )
    text = words(press.set(make_job(layout="list", items=items)).pdf)
    assert "113: " not in text
    assert "Gift:" not in text
    assert text.index("Ambulanse") < text.index("113")
    assert "22 59 13 00" in text
    assert "Om 2–3 dager: ring" in text


def test_long_title_takes_two_lines(press: Press) -> None:
    title = "Slik finner du hjelp når det haster"
    assert title in " ".join(words(press.set(make_job(title={"nb": title})).pdf).split())


@pytest.mark.parametrize("field", ["title", "subtitle", "box_heading"])
def test_one_very_long_word_is_refused(press: Press, field: str) -> None:
    with pytest.raises(TextTooLong, match=r"Teksten får ikke plass i A4\. Kort den ned"):
        press.set(make_job(**{field: {"nb": "Rusmiddelavhengighetsbehandling" * 4}}))


@pytest.mark.parametrize(
    "site",
    [
        SiteBox(name="Feltpleiestasjonen" * 9),
        SiteBox(name="Sted", hours="mandag" * 30),
        SiteBox(name="Sted", phone="73" * 40),
    ],
)
def test_one_very_long_word_in_the_site_box_is_refused(press: Press, site: SiteBox) -> None:
    with pytest.raises(TextTooLong):
        press.set(make_job(site=site))


def test_too_many_lines_name_the_larger_paper_that_takes_them(press: Press) -> None:
    many = lines(10, title="Et steg", detail="Noen ord om steget")
    with pytest.raises(TextTooLong, match=r"A4\. Kort den ned, eller velg A3\.$"):
        press.set(make_job(items=many))
    assert "Et steg 9" in words(press.set(make_job(items=many, paper="a3")).pdf)


def test_no_larger_paper_is_named_where_none_helps(press: Press) -> None:
    with pytest.raises(TextTooLong, match=r"A5\. Kort den ned\.$"):
        press.set(make_job(items=lines(60, title="Et steg"), paper="a5"))


def test_megabyte_of_text_is_refused_at_once(press: Press) -> None:
    with pytest.raises(TextTooLong):
        press.set(make_job(subtitle={"nb": "ord " * 250_000}))


def test_largest_accepted_text_is_refused_within_the_limit(press: Press) -> None:
    with pytest.raises(TextTooLong):
        press.set(make_job(subtitle={"nb": "ord " * 15_000}))


def test_hostile_strings_are_words_like_any_other(press: Press) -> None:
    name = r'#panic("x") \ $ * _ `c` @ref <b> {0} //'
    job = make_job(site=msgspec.structs.replace(SITE, name=name, note='#import "@local/a:1.0.0"'))
    text = words(press.set(job).pdf)
    assert name in text
    assert '#import "@local/a:1.0.0"' in text


@pytest.mark.parametrize("sign", ["😀", "漢", "\u0e01"])
def test_character_without_a_glyph_is_named(press: Press, sign: str) -> None:
    with pytest.raises(PaperFailed, match=f"Tegnet «{sign}» kan ikke skrives ut") as caught:
        press.set(make_job(title={"nb": f"Hei {sign}"}))
    assert not isinstance(caught.value, TextTooLong)


def test_unknown_pictogram_leaves_its_place_empty(press: Press) -> None:
    press.set(make_job(items=(JobLine(title={"nb": "Steg"}, icon="no_such_icon"),)))


def test_preview_and_printer_show_the_same_file(press: Press) -> None:
    sheet = press.set(make_job(), ppi=100)
    picture = Image.open(io.BytesIO(sheet.pages[0]))
    (raster,) = press.rasters(sheet.pdf, 100)
    assert (raster.width, raster.height) == picture.size
    rows = Image.frombytes("RGB", picture.size, raster.pixels, "raw", "RGB", raster.stride)
    assert rows.tobytes() == picture.tobytes()


def test_printer_gets_at_most_three_hundred_dpi(press: Press) -> None:
    (raster,) = press.rasters(press.set(make_job(paper="a6")).pdf, 1200)
    assert raster.width == pytest.approx(105 / 25.4 * 300, abs=2)


def test_what_is_not_a_pdf_is_not_drawn(press: Press) -> None:
    with pytest.raises(PaperFailed):
        list(press.rasters(b"%PDF-1.7 nothing", 100))
