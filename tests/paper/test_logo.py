"""Logos from elsewhere: drawn anew or refused; nothing of the file that came reaches a sheet."""

from __future__ import annotations

import base64
import io
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

import msgspec
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from feltperm.paper.logo import KEPT_SIDE, LOGO_BYTES, BadLogo, Picture, read_logo
from feltperm.paper.press import Limits, Logo, LogoRefused, Press
from feltperm.paths import resource
from sample_jobs import FONTS, SITE, START, make_job, make_press, packed_gigabyte

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SENTENCE = r"^Logoen er for stor eller skadet\. Bruk PNG eller SVG under 2 MB\.$"


def svg(inside: str, before: str = "", size: str = 'viewBox="0 0 200 100"') -> bytes:
    return f"{before}<svg {SVG} {size}>{inside}</svg>".encode()


def png(width: int = 30, height: int = 20, colour: tuple[int, ...] = (200, 10, 10, 128)) -> bytes:
    file = io.BytesIO()
    Image.new("RGBA", (width, height), colour).save(file, "PNG")
    return file.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of(width: int, height: int, *chunks: bytes) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"".join((b"\x89PNG\r\n\x1a\n", header, *chunks, chunk(b"IEND", b"")))


def picture(logo: Logo) -> Image.Image:
    return Image.open(io.BytesIO(logo.data))


def never_drawn(_picture: Picture, _side: int) -> bytes:
    raise AssertionError("it must be refused before anything is decoded")


INLINE = "data:image/png;base64," + base64.b64encode(png()).decode()
RED = '<rect width="200" height="100" fill="#b3261e"/>'
BILLION = (
    '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


def test_svg_becomes_a_picture_of_our_own(press: Press) -> None:
    logo = press.check_logo(svg(RED))
    assert (logo.width, logo.height) == picture(logo).size == (KEPT_SIDE, KEPT_SIDE // 2)
    assert picture(logo).getpixel((9, 9)) == (0xB3, 0x26, 0x1E, 255)


def test_png_keeps_its_shape_and_what_shows_through(press: Press) -> None:
    logo = press.check_logo(png())
    assert picture(logo).width == KEPT_SIDE
    assert picture(logo).height == pytest.approx(KEPT_SIDE * 2 / 3, abs=1)
    assert picture(logo).getpixel((99, 99))[3] == 128  # type: ignore[index]


def test_nothing_but_the_drawing_is_kept(press: Press) -> None:
    whole = png()
    noted = whole[:33] + chunk(b"tEXt", b"Author\0Kari Nordmann") + whole[33:]
    assert press.check_logo(noted) == press.check_logo(whole)
    assert b"Kari" not in press.check_logo(noted).data


def test_same_logo_has_the_same_name(press: Press) -> None:
    assert press.check_logo(svg(RED)).sha256 == press.check_logo(svg(RED)).sha256
    assert press.check_logo(svg(RED)).sha256 != press.check_logo(png()).sha256


@pytest.mark.parametrize(
    "data",
    [
        svg(RED, '<?xml version="1.0" encoding="UTF-8"?><!-- Generator: x -->'),
        svg(RED, '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'),
        b"\xef\xbb\xbf" + svg(RED),
        svg(f'<metadata><r:RDF xmlns:r="http://r" r:about="http://x"/></metadata>{RED}'),
        svg(f'<g xmlns:i="http://i" i:file="C:\\a\\b.svg">{RED}</g>'),
        svg(f'<a xlink:href="https://eksempel.no">{RED}</a>'),
        svg(f"<style>.a{{fill:url( '#g' )}}</style>{RED}"),
        svg(f'<defs><g id="g">{RED}</g></defs><use xlink:href="#g"/>'),
        svg(f'<image width="20" height="10" href="{INLINE}"/>'),
        svg(f"{RED}<text>Sted</text>"),
    ],
)
def test_what_drawing_programs_write_is_taken(press: Press, data: bytes) -> None:
    assert picture(press.check_logo(data)).getextrema()[3][1] >= 128  # type: ignore[index]


@pytest.mark.parametrize(
    "data",
    [
        svg("<script>alert(1)</script>" + RED),
        svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
        svg('<rect width="9" height="9" onload="alert(1)"/>'),
        svg('<image width="9" height="9" href="https://example.invalid/a.png"/>'),
        svg('<image width="9" height="9" xlink:href="file:///etc/passwd"/>'),
        svg('<image width="9" height="9" href="../../files/secret"/>'),
        svg('<image width="9" height="9" href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
        svg('<image width="9" height="9" href="data:image/png;base64,!!!"/>'),
        svg('<use href="https://example.invalid/a.svg#x"/>'),
        svg('<rect width="9" height="9" style="fill:url(https://example.invalid/a)"/>'),
        svg('<rect width="9" height="9" fill="u\\72l(//example.invalid)"/>'),
        svg("<style>@import '//example.invalid/a.css';</style>" + RED),
        svg("<style><![CDATA[a{src:url(//example.invalid/a)}]]></style>" + RED),
        svg(RED, '<?xml-stylesheet href="https://example.invalid/a.css"?>'),
        svg(RED, '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        svg("<text>&c;</text>", BILLION),
        svg("<g/>" * 20_001),
        svg(RED)[:-9],
        svg(RED).replace(b"<svg", b"<html").replace(b"</svg", b"</html"),
        svg(RED).decode().encode("utf-16"),
        b"",
        b"GIF89a",
        b"%PDF-1.7",
        b"\x1f\x8b" + zlib.compress(svg(RED)),
        b"<svg>" + b"<g>" * 90_000,
        b" " * (LOGO_BYTES + 1),
    ],
)
def test_svg_that_reaches_outside_or_is_broken_is_refused_unseen(data: bytes) -> None:
    with pytest.raises(BadLogo):
        read_logo(data, never_drawn)


@pytest.mark.parametrize(
    "data",
    [
        png_of(8000, 5000, chunk(b"IDAT", b"")),
        png_of(2**31 - 1, 2**31 - 1),
        png_of(0, 10),
        png()[:-1],
        png()[:40],
        png().replace(b"IDAT", b"IDAX"),
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 40,
        svg(
            '<image width="9" height="9" href="data:image/png;base64,'
            + base64.b64encode(png_of(8000, 5000)).decode() + '"/>'
        ),
    ],
    ids=["40 megapixels", "boundless", "empty", "cut", "header alone", "bad sum", "mark alone",
         "noise", "40 megapixels inside"],
)  # fmt: skip
def test_png_of_forty_megapixels_or_broken_is_refused_unseen(data: bytes) -> None:
    with pytest.raises(BadLogo):
        read_logo(data, never_drawn)


@pytest.mark.parametrize(
    "data",
    [
        svg('<image width="9" height="9" href="https://example.invalid/a.png"/>'),
        png_of(100, 100, chunk(b"IDAT", zlib.compress(b"\0" * 40))),
        png_of(100, 100, chunk(b"IDAT", b"not packed at all")),
        svg(RED, size='width="0" height="5"'),
        b"\0" * (LOGO_BYTES + 1),
        b"\0" * (30 << 20),
    ],
)
def test_refusal_is_said_in_words_and_the_next_order_works(press: Press, data: bytes) -> None:
    with pytest.raises(LogoRefused, match=SENTENCE):
        press.check_logo(data)
    assert press.check_logo(png()).width == KEPT_SIDE


def test_zip_bomb_in_a_png_is_never_unpacked_whole(press: Press) -> None:
    """A gigabyte packed into one megabyte, behind a header of a hundred pixels."""
    packed = packed_gigabyte()
    assert len(packed) < LOGO_BYTES
    bomb = png_of(100, 100, chunk(b"IDAT", packed))
    with suppress(LogoRefused):  # either is right, as long as the worker can go on
        press.check_logo(bomb)
    assert press.check_logo(png()).width == KEPT_SIDE


def test_svg_that_takes_for_ever_is_stopped_and_the_next_order_works() -> None:
    """Ten copies of ten copies of ten copies, without any entity."""
    levels = "".join(
        f'<g id="g{level}">' + f'<use href="#g{level - 1}"/>' * 10 + "</g>"
        for level in range(1, 12)
    )
    bomb = svg(f'<defs><g id="g0">{RED}</g>{levels}</defs><use href="#g11"/>')
    with make_press(limits=Limits(seconds=2.0, memory=600 << 20)) as press:
        with pytest.raises(LogoRefused, match=SENTENCE):
            press.check_logo(bomb)
        assert press.check_logo(png()).width == KEPT_SIDE


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: svg(text))
    | st.binary(max_size=60).map(lambda data: png_of(9, 9, data))
)
def test_noise_is_refused_and_nothing_else_is_raised(data: bytes) -> None:
    def drawn(_picture: Picture, _side: int) -> bytes:
        return png()

    with suppress(BadLogo):
        read_logo(data, drawn)


@pytest.fixture
def with_logo(press: Press) -> Iterator[Callable[[], tuple[Press, Logo]]]:
    """A press that knows one logo."""
    logo = press.check_logo(svg(RED))
    knowing = Press(
        [sys.executable, "-c", START],
        fonts=FONTS,
        layouts=resource("layouts"),
        pictograms=resource("icons/pictograms"),
        logos={logo.sha256: logo.data}.get,
    )
    with knowing:
        yield lambda: (knowing, logo)


def test_logo_stands_in_the_box_with_its_words(
    with_logo: Callable[[], tuple[Press, Logo]],
) -> None:
    press, logo = with_logo()
    site = msgspec.structs.replace(SITE, logo=logo.sha256, logo_alt="Et rødt felt")
    sheet = press.set(make_job(colour="blue", site=site), ppi=50.8)
    page = Image.open(io.BytesIO(sheet.pages[0])).convert("RGB")
    box = page.crop((page.width // 2, page.height * 3 // 4, page.width, page.height))
    data = box.tobytes()
    red = sum(data[at : at + 3] == b"\xb3\x26\x1e" for at in range(0, len(data), 3))
    # 36 mm wide and 18 mm high, two dots a millimetre
    assert red == pytest.approx(72 * 36, rel=0.1)
    with pikepdf.open(io.BytesIO(sheet.pdf)) as document:
        alts = [
            str(one.Alt)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
    assert "Et rødt felt" in alts


def test_a_logo_that_is_gone_leaves_its_place_empty(press: Press) -> None:
    site = msgspec.structs.replace(SITE, logo="ab" * 32, logo_alt="Borte")
    assert press.set(make_job(site=site)).pdf.startswith(b"%PDF")
