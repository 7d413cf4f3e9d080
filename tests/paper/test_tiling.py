"""A poster on several sheets: every part is there, overlaps its neighbours, and says its place."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops

from feltperm.desk.sheets.tiles import asked_tiling, tilings
from feltperm.errors import PaperFailed, TextTooLong
from feltperm.paper.job import Job
from feltperm.paper.press import Press
from feltperm.paper.tiling import EDGE, OVERLAP, STRIP, TilePlan, Tiling
from sample_jobs import DETAIL, LINE, SITE, TITLE, make_job

MM = 72 / 25.4
ALL = [
    Tiling("a3", "a4"), Tiling("a3", "a4", two=True), Tiling("a2", "a4"), Tiling("a2", "a3"),
    Tiling("a2", "a3", two=True),
]  # fmt: skip
#: Dots of a picture to a millimetre, so that edges fall between pixels.
DOTS = 2


def a3_job(**changes: object) -> Job:
    return make_job(paper="a3", **changes)


def pages(sheet_pages: tuple[bytes, ...]) -> list[Image.Image]:
    return [Image.open(io.BytesIO(page)).convert("RGB") for page in sheet_pages]


def joined(plan: TilePlan, sheets: list[Image.Image]) -> Image.Image:
    """What hangs on the wall once all parts are cut out and laid over each other."""
    size = (round(plan.poster_width * DOTS), round(plan.poster_height * DOTS))
    wall = Image.new("RGB", size, "magenta")
    for tile, sheet in zip(plan.tiles, sheets, strict=True):
        left, top = round(plan.left * DOTS), round(plan.top * DOTS)
        box = (left, top, left + round(tile.width * DOTS), top + round(tile.height * DOTS))
        wall.paste(sheet.crop(box), (round(tile.x * DOTS), round(tile.y * DOTS)))
    return wall


@pytest.mark.parametrize(
    ("tiling", "rows", "columns", "across"),
    [
        (Tiling("a3", "a4"), 2, 2, False),
        (Tiling("a3", "a4", two=True), 2, 1, True),
        (Tiling("a2", "a4"), 4, 2, True),
        (Tiling("a2", "a3"), 2, 2, False),
        (Tiling("a2", "a3", two=True), 2, 1, True),
    ],
)
def test_as_few_sheets_as_can_be(tiling: Tiling, rows: int, columns: int, across: bool) -> None:
    plan = tiling.plan()
    assert (plan.rows, plan.columns, tiling.sheets) == (rows, columns, rows * columns)
    assert (plan.page_width > plan.page_height) == across
    assert [(one.row, one.column) for one in plan.tiles] == [
        (row + 1, column + 1) for row in range(rows) for column in range(columns)
    ]


@pytest.mark.parametrize("tiling", ALL)
def test_parts_cover_the_poster_and_stay_where_a_printer_reaches(tiling: Tiling) -> None:
    plan = tiling.plan()
    across = [tile for tile in plan.tiles if tile.row == 1]
    down = [tile for tile in plan.tiles if tile.column == 1]
    for left, right in pairwise(across):
        assert left.x + left.width - right.x == pytest.approx(plan.overlap)
    for upper, lower in pairwise(down):
        assert upper.y + upper.height - lower.y == pytest.approx(plan.overlap)
    assert across[-1].x + across[-1].width == pytest.approx(plan.poster_width)
    assert down[-1].y + down[-1].height == pytest.approx(plan.poster_height)
    for tile in plan.tiles:
        assert plan.left >= EDGE + STRIP - 0.01
        assert plan.top >= EDGE
        assert plan.left + tile.width <= plan.page_width - EDGE - STRIP + 0.01
        assert plan.top + tile.height <= plan.page_height - EDGE + 0.01


def test_in_its_own_size_nothing_shrinks_and_neighbours_overlap() -> None:
    plan = Tiling("a2", "a4").plan()
    assert (plan.poster_width, plan.poster_height, plan.overlap) == (420, 594, OVERLAP)


def test_two_sheets_lose_no_more_than_the_margins_of_the_printer() -> None:
    plan = Tiling("a3", "a4", two=True).plan()
    assert plan.poster_height == pytest.approx(2 * (210 - 2 * EDGE))
    assert plan.poster_width / plan.poster_height == pytest.approx(297 / 420)
    assert plan.overlap == 0


@pytest.mark.parametrize("wrong", [("a3", "a3", False), ("a2", "a4", True)])
def test_what_cannot_be_is_refused(wrong: tuple[str, str, bool]) -> None:
    with pytest.raises(ValueError, match=r"larger|two"):
        Tiling(*wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("tiling", ALL)
def test_joined_sheets_are_the_poster(press: Press, tiling: Tiling) -> None:
    plan = tiling.plan()
    tiles = press.tile(a3_job(), tiling, ppi=DOTS * 25.4)
    whole = press.set(a3_job(), ppi=DOTS * 25.4 * plan.poster_width / 297)
    wall = joined(plan, pages(tiles.pages))
    poster = pages(whole.pages)[0].resize(wall.size)
    # glyphs become outlines, which are smoothed a little differently
    blurred = [picture.reduce(8) for picture in (wall, poster)]
    difference = ImageChops.difference(*blurred).convert("L")
    extreme = difference.getextrema()[1]
    assert isinstance(extreme, int)
    assert extreme < 60
    assert sum(difference.tobytes()) / len(difference.tobytes()) < 1.5


@pytest.mark.parametrize("tiling", ALL)
def test_code_can_be_read_on_the_one_sheet_that_has_it(press: Press, tiling: Tiling) -> None:
    read = [
        code.text
        for page in pages(press.tile(a3_job(), tiling, ppi=100).pages)
        for code in zxingcpp.read_barcodes(page.convert("L"))
    ]
    assert read == ["tel:73000000"]


@pytest.mark.parametrize("tiling", ALL)
def test_nothing_comes_nearer_than_ten_millimetres(press: Press, tiling: Tiling) -> None:
    for page in pages(press.tile(a3_job(), tiling, ppi=DOTS * 25.4).pages):
        ink = page.convert("L").point(lambda value: 255 * (value < 200))
        left, top, right, bottom = ink.getbbox()  # type: ignore[misc]
        nearest = min(left, top, ink.width - right, ink.height - bottom)
        assert nearest >= DOTS * EDGE - 1


def test_every_sheet_says_its_row_column_and_code(press: Press) -> None:
    job = a3_job()
    document = pypdfium2.PdfDocument(press.tile(job, Tiling("a3", "a4")).pdf)
    said = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    sizes = {document.get_page_size(number) for number in range(len(document))}
    document.close()
    places = ["Rad 1, kolonne 1", "Rad 1, kolonne 2", "Rad 2, kolonne 1", "Rad 2, kolonne 2"]
    for words, place in zip(said, places, strict=True):
        assert place in words
        assert job.code in words
    assert [tuple(side / MM for side in size) for size in sizes] == [
        pytest.approx((210, 297), abs=0.1)
    ]


def test_marks_stand_where_to_cut_and_where_the_next_sheet_comes(press: Press) -> None:
    plan = Tiling("a3", "a4").plan()
    fine = 8
    sheet = pages(press.tile(a3_job(ink="save"), Tiling("a3", "a4"), ppi=fine * 25.4).pages)[0]
    dark = sheet.convert("L").point(lambda value: 255 * (value < 150))

    def marked(x: float, y: float) -> bool:
        """Whether there is ink at most 0.3 mm off; millimetres of the sheet."""
        box = tuple(round(at * fine) for at in (x - 0.3, y - 0.3, x + 0.3, y + 0.3))
        return dark.crop(box).getbbox() is not None  # type: ignore[arg-type]

    left, top = plan.left, plan.top
    right = left + plan.tiles[0].width
    for x in (left, right - OVERLAP):
        assert marked(x, top - 2)
    assert marked(left - 2, top)
    assert marked(right + 2, top)
    # between the marks the strip is empty: they are no lines through the sheet
    assert not marked((left + right) / 2, top - 2)


def test_tiles_are_readable_without_seeing_them(press: Press) -> None:
    data = press.tile(a3_job(), Tiling("a3", "a4", two=True)).pdf
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"/Lang(nb)"):
        assert mark in data
    with pikepdf.open(io.BytesIO(data)) as document:
        words = [str(one.Alt) for one in document.objects if _figure(one)]
    assert len(words) == 2
    for part in (TITLE["nb"], LINE["nb"], DETAIL["nb"], SITE.phone):
        assert part in words[0]
    assert words[1] == "Prøveplakat. Rad 2, kolonne 1."


def _figure(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"


def test_same_tiles_are_the_same_bytes(press: Press) -> None:
    tiling = Tiling("a2", "a3")
    assert press.tile(a3_job(), tiling).pdf == press.tile(a3_job(), tiling).pdf


def test_hostile_words_are_words_on_tiles_too(press: Press) -> None:
    job = a3_job(title={"nb": '#panic("x") </svg><script>'})
    assert len(press.tile(job, Tiling("a3", "a4"), ppi=20).pages) == 4


def test_text_too_long_is_said_before_anything_is_shared_out(press: Press) -> None:
    with pytest.raises(TextTooLong, match="A3"):
        press.tile(a3_job(title={"nb": "Rusmiddelavhengighet" * 15}), Tiling("a3", "a4"))


def test_only_a_sheet_for_a3_is_shared_out() -> None:
    assert tilings(make_job(), "a4") == ()
    assert tilings(a3_job(), "a4") == (
        Tiling("a3", "a4", two=True), Tiling("a3", "a4"), Tiling("a2", "a4"),
    )  # fmt: skip
    assert tilings(a3_job(), "a3") == (Tiling("a2", "a3", two=True), Tiling("a2", "a3"))
    assert tilings(a3_job(), "a5") == ()


@pytest.mark.parametrize(
    ("asked", "tiling"),
    [
        (("", None, False), None),
        (("a5", None, False), None),
        (("", "a4", False), Tiling("a3", "a4")),
        (("", "a3", True), Tiling("a2", "a3", two=True)),
        (("a2", "a4", False), Tiling("a2", "a4")),
    ],
)
def test_asked_for_tiling(asked: tuple[str, None, bool], tiling: Tiling | None) -> None:
    assert asked_tiling(*asked) == tiling


@pytest.mark.parametrize(
    "asked", [("a2", None, False), ("", None, True), ("a3", "a3", False), ("a4", "a4", False),
              ("a2", "a4", True)],
)  # fmt: skip
def test_asked_for_tiling_that_cannot_be(asked: tuple[str, None, bool]) -> None:
    with pytest.raises(PaperFailed, match=r"Velg|velg"):
        asked_tiling(*asked)
