"""PDF made elsewhere: looked at in the worker only, refused in words, printed as pixels."""

from __future__ import annotations

import io
from contextlib import suppress

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from feltperm.errors import PaperFailed
from feltperm.paper.foreign import PDF_PAGES, BadPdf, read_pdf
from feltperm.paper.press import Limits, PdfRefused, Press
from sample_jobs import make_job, make_press, packed_gigabyte, pdf

DAMAGED = r"^PDF-en kan ikke leses\. Lagre den på nytt, og prøv igjen\.$"


def drawn(press: Press, data: bytes, paper: str | None = "a4") -> Image.Image:
    (page,) = press.rasters(data, 50.8, paper)  # type: ignore[arg-type]
    return Image.frombytes("RGB", (page.width, page.height), page.pixels, "raw", "RGB", page.stride)


def bomb() -> bytes:
    """A page whose content unpacks to a gigabyte."""
    document = pikepdf.new()
    document.add_blank_page()
    stream = document.make_stream(b"")
    stream.write(packed_gigabyte(b" "), filter=pikepdf.Name("/FlateDecode"))
    document.pages[0].Contents = stream
    file = io.BytesIO()
    document.save(file, compress_streams=False)
    return file.getvalue()


def test_a_file_is_looked_at_and_named(press: Press) -> None:
    data = pdf((612, 792), (842, 595))
    found = press.check_pdf(data)
    assert found.data == data
    assert found.sizes == ((612, 792), (842, 595))
    preview = Image.open(io.BytesIO(found.preview))
    assert max(preview.size) == pytest.approx(900, abs=1)
    assert preview.getpixel((9, 9)) == (255, 0, 0)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", DAMAGED),
        (b"GIF89a", DAMAGED),
        (b"%PDF-1.7 and nothing", DAMAGED),
        (pdf()[:-200], DAMAGED),
        (pdf((20, 20)), DAMAGED),
        (pdf((595, 842), (14_400, 14_400)), DAMAGED),
        (pdf(*[(595, 842)] * (PDF_PAGES + 1)), "PDF-en har for mange sider. Bruk en med høyst 12"),
        (pdf(encryption=pikepdf.Encryption(user="u", owner="o")), "PDF-en er låst med passord."),
        (b"%PDF-1.7" + b"\0" * 20_000_001, "PDF-en er for stor. Bruk en PDF under 20 MB."),
        (b"\0" * (40 << 20), "PDF-en er for stor."),
    ],
    ids=["empty", "gif", "header alone", "cut", "stamp", "hall", "pages", "locked", "large",
         "larger than a frame"],
)  # fmt: skip
def test_what_is_not_taken_is_refused_in_words(press: Press, data: bytes, sentence: str) -> None:
    with pytest.raises(PdfRefused, match=sentence):
        press.check_pdf(data)
    assert press.set(make_job()).pdf


def test_what_only_the_owner_may_change_may_be_printed(press: Press) -> None:
    locked = pdf(encryption=pikepdf.Encryption(user="", owner="o"))
    assert press.check_pdf(locked).sizes == ((595, 842),)


def test_scripts_and_files_inside_do_nothing(press: Press) -> None:
    document = pikepdf.open(io.BytesIO(pdf()))
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('x');while(1){}")
    document.Root.OpenAction = document.make_indirect(action)
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="/bin/sh")
    document.pages[0].AA = pikepdf.Dictionary(O=document.make_indirect(launch))
    document.attachments["a.exe"] = b"MZ"
    file = io.BytesIO()
    document.save(file)
    assert press.check_pdf(file.getvalue()).sizes == ((595, 842),)
    assert drawn(press, file.getvalue()).getpixel((99, 99)) == (255, 0, 0)


def test_zip_bomb_in_a_page_ends_within_the_limits() -> None:
    with make_press(limits=Limits(seconds=2.0, memory=600 << 20)) as press:
        with suppress(PdfRefused):  # either is right, as long as the worker can go on
            press.check_pdf(bomb())
        assert press.set(make_job()).pdf


def test_a_circle_in_the_page_tree_ends(press: Press) -> None:
    whole = pdf()
    document = pikepdf.open(io.BytesIO(whole))
    pages = document.Root.Pages
    pages.Kids = pikepdf.Array([pages])
    pages.Count = 1
    file = io.BytesIO()
    document.save(file)
    with suppress(PdfRefused):
        press.check_pdf(file.getvalue())
    assert press.set(make_job()).pdf


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_taken_or_refused_and_nothing_else_is_raised(
    at: int, noise: bytes
) -> None:
    whole = pdf()
    at %= len(whole)
    with suppress(BadPdf):
        read_pdf(whole[:at] + noise + whole[at + len(noise) :])


def test_a_page_is_fitted_on_paper_in_its_own_shape(press: Press) -> None:
    """Letter on A4: 10 mm are free, and a circle stays a circle."""
    page = drawn(press, pdf((612, 792)))
    assert page.size == (pytest.approx(420, abs=2), pytest.approx(594, abs=2))
    left, top, right, bottom = _red(page)
    assert min(left, page.width - right) == pytest.approx(20, abs=2)
    assert (right - left) / (bottom - top) == pytest.approx(612 / 792, rel=0.01)
    assert abs(top - (page.height - bottom)) <= 2


def test_a_page_that_lies_is_printed_on_paper_that_lies(press: Press) -> None:
    page = drawn(press, pdf((792, 612)))
    assert page.width > page.height
    left, top, right, bottom = _red(page)
    assert min(left, top, page.width - right, page.height - bottom) >= 18


def test_a_small_page_grows_to_the_paper(press: Press) -> None:
    page = drawn(press, pdf((298, 420)), "a3")
    assert page.size == (pytest.approx(594, abs=2), pytest.approx(840, abs=2))
    left, _, right, _ = _red(page)
    assert right - left > page.width * 0.9


def test_a_sheet_of_our_own_is_drawn_as_it_is(press: Press) -> None:
    assert drawn(press, pdf((595, 842)), None).getpixel((1, 1)) == (255, 0, 0)


def test_a_page_too_large_to_draw_is_refused(press: Press) -> None:
    with pytest.raises(PaperFailed, match="Arket kunne ikke lages"):
        drawn(press, pdf((14_000, 14_000)), None)


def _red(page: Image.Image) -> tuple[int, int, int, int]:
    red, green, _ = page.split()
    box = (
        Image.merge("RGB", (red, green, green))
        .convert("L")
        .point(lambda value: 255 * (value < 200))
    )
    found = box.getbbox()
    assert found
    return found
