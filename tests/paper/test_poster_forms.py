"""Signs, cards, weeks and alerts as they come out of the press: sizes, distances, cuts, words."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, cast

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp
from PIL import Image

from feltperm.catalogue.records import Text
from feltperm.errors import TextTooLong
from feltperm.paper.forms import (
    AlertJob,
    AlertLine,
    CardsJob,
    DayLine,
    SignLine,
    SignsJob,
    TimeLine,
    WeekJob,
)
from feltperm.paper.job import Job, JobLine, Notice, with_code
from feltperm.paper.press import Press
from sample_jobs import SITE, make_job

MM = 72 / 25.4
#: SCREENS section 4, for each metre: x-height, capitals, pictograms.
X_HEIGHT, CAPITALS, PICTOGRAM = 4, 5, 15
FAR = 3


def shared(*languages: str, **changes: object) -> dict[str, object]:
    fields = msgspec.structs.asdict(make_job(*languages, **changes))
    return {
        name: value for name, value in fields.items() if name not in ("layout", "items", "code")
    }


def lines(*titles: str, **more: object) -> tuple[JobLine, ...]:
    return tuple(JobLine(title={"nb": title}, icon="phone", **more) for title in titles)  # type: ignore[arg-type]


def signs(
    *words: str, number: int = 0, languages: tuple[str, ...] = ("nb",), **changes: object
) -> Job:
    items = tuple(
        SignLine(
            title=dict.fromkeys(languages, one), icon="phone", number="113" if at == number else ""
        )
        for at, one in enumerate(words or ("Ring", "Blås luft", "Gi spray"))
    )
    return with_code(SignsJob(**shared(*languages, **changes), items=items))  # type: ignore[arg-type]


def cards(*languages: str, items: tuple[JobLine, ...] | None = None, **changes: object) -> Job:
    sample = make_job(*languages)
    return with_code(
        CardsJob(**shared(*languages, **changes), items=items or sample.items, numbered=True)  # type: ignore[arg-type]
    )


def week(*days: DayLine, languages: tuple[str, ...] = ("nb",), **changes: object) -> Job:
    known = {name: changes.pop(name) for name in ("where", "offers", "period") if name in changes}
    hours = TimeLine(hours={"nb": "kl. 9–15", "ar": "09:00–15:00"}, note={}, place="Torget")
    made = days or tuple(
        DayLine(title={"nb": day, "ar": "الاثنين"}, times=(hours,))
        for day in ("Mandag", "Tirsdag–torsdag", "Fredag")
    )
    return with_code(WeekJob(**shared(*languages, **changes), items=made, **known))  # type: ignore[arg-type]


def alert(**changes: object) -> Job:
    known = AlertLine(
        part="known", title={"nb": "Tablettene kan være falske."}, detail={"nb": "Les."}
    )
    advice = tuple(
        AlertLine(part="advice", title={"nb": words}, icon="phone")
        for words in ("Ikke bland rusmidler.", "Ring 113 straks.")
    )
    heads: dict[str, Text] = {
        "known": {"nb": "Dette vet vi"},
        "advice": {"nb": "Pass på hverandre"},
    }
    return with_code(
        AlertJob(**shared(colour="alert", **changes), items=(known, *advice), heads=heads)  # type: ignore[arg-type]
    )


FORMS = {"signs": signs, "cards": cards, "week": week, "alert": alert}


class Sign(NamedTuple):
    """One character: its glyph's box in mm from the left and the top, and its type in pt."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        yield document[0]
    finally:
        document.close()


def characters(pdf: bytes) -> list[Sign]:
    with opened(pdf) as page:
        height, words = page.get_height(), page.get_textpage()
        found = []
        for index in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(index)
            box = (left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
            size = pdfium.FPDFText_GetFontSize(words.raw, index)
            found.append(Sign(words.get_text_range(index, 1), *box, size))
        return [one for one in found if one.text.strip()]


def words(pdf: bytes) -> str:
    with opened(pdf) as page:
        return " ".join(str(page.get_textpage().get_text_range()).split())


def picture(press: Press, job: Job, ppi: float = 100) -> Image.Image:
    return Image.open(io.BytesIO(press.set(job, ppi=ppi).pages[0]))


# ---- every form --------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("ink", ["colour", "save"])
def test_form_is_one_page_of_both_standards(press: Press, form: str, ink: str) -> None:
    pdf = press.set(FORMS[form](ink=ink)).pdf
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"/StructTreeRoot", b"/Lang(nb)"):
        assert mark in pdf
    assert "Prøveplakat" in words(pdf)
    assert pdf == press.set(FORMS[form](ink=ink)).pdf


@pytest.mark.parametrize("form", FORMS)
def test_nothing_but_colour_is_printed_within_ten_millimetres(press: Press, form: str) -> None:
    page = picture(press, FORMS[form](ink="save", notices=()), 50.8).convert("L")
    left, top, right, bottom = page.point(lambda value: 255 * (value < 200)).getbbox() or (0,) * 4
    assert min(left, top, page.width - right, page.height - bottom) >= 2 * 10 - 1


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("title", ["A" * 300, "Ord " * 75, "ordet" * 60])
def test_title_of_three_hundred_letters_is_refused(press: Press, form: str, title: str) -> None:
    with pytest.raises(TextTooLong):
        press.set(FORMS[form](title={"nb": title}))


@pytest.mark.parametrize("form", FORMS)
def test_what_looks_like_typst_code_is_text(press: Press, form: str) -> None:
    name = r'#panic("x") \ $ * _ @ref'
    site = msgspec.structs.replace(SITE, name=name)
    assert "".join(name.split()) in "".join(words(press.set(FORMS[form](site=site)).pdf).split())


@pytest.mark.parametrize("form", FORMS)
def test_a_hidden_sign_cannot_turn_a_number_round(press: Press, form: str) -> None:
    turned = FORMS[form](title={"nb": "Ring \u202e113\u202c"})
    assert press.set(turned).pdf == press.set(FORMS[form](title={"nb": "Ring 113"})).pdf


def test_an_unknown_drawing_leaves_its_place_empty(press: Press) -> None:
    unknown = (SignLine(title={"nb": "Ring"}, icon="no_such_icon"),) * 3
    job = msgspec.structs.replace(signs(), items=unknown)
    assert words(press.set(job).pdf).count("Ring") == 3


# ---- signs -------------------------------------------------------------------------------------


def test_signs_are_read_at_three_metres(press: Press) -> None:
    pdf = press.set(signs("Ring", "Hold", "Lytt")).pdf
    large = [one for one in characters(pdf) if one.size >= 62]
    verbs = [one for one in large if one.size < 100 and one.top > 46]
    number = [one for one in large if one.size >= 100]
    assert {round(one.size) for one in number} == {150}
    assert min(one.height for one in verbs if one.text in "RHL") >= CAPITALS * FAR
    assert min(one.height for one in verbs if one.text == "n") >= X_HEIGHT * FAR
    assert min(one.height for one in number) >= CAPITALS * FAR
    title = [one for one in characters(pdf) if one.top < 46]
    assert min(one.height for one in title if one.text == "P") >= CAPITALS * FAR


def test_pictogram_of_a_sign_is_large_enough_for_three_metres(press: Press) -> None:
    page = picture(press, signs("Ring", number=9), 50.8).convert("L")
    column = page.crop((2 * 12, 2 * 50, 2 * (12 + 45), 2 * 230))
    left, top, right, bottom = column.point(lambda value: 255 * (value < 128)).getbbox() or (0,) * 4
    # the handset fills 40 of the 48 units of its drawing
    assert min(right - left, bottom - top) / 2 * 48 / 40 >= PICTOGRAM * FAR - 1


@pytest.mark.parametrize(("paper", "factor"), [("a3", 1.41), ("a4", 1.0), ("a5", 0.7)])
def test_signs_grow_and_shrink_with_their_paper(press: Press, paper: str, factor: float) -> None:
    found = characters(press.set(signs(paper=paper)).pdf)
    assert max(one.size for one in found) == pytest.approx(150 * factor, rel=0.02)


def test_the_number_stands_under_the_sign_it_belongs_to(press: Press) -> None:
    text = words(press.set(signs("Spør", "Lytt", "Fare?", number=2)).pdf)
    assert text.index("Lytt") < text.index("Fare?") < text.index("113")
    assert "113" not in words(press.set(signs("Spør", "Lytt", "Bli", number=9)).pdf)


def test_second_language_of_a_sign_stands_small_beside_it(press: Press) -> None:
    items = tuple(
        SignLine(title={"pl": pl, "nb": nb}, icon="phone")
        for pl, nb in (("Dzwoń", "Ring"), ("Wdmuchuj", "Blås luft"), ("Podaj spray", "Gi spray"))
    )
    job = with_code(SignsJob(**shared("pl", "nb"), items=items))  # type: ignore[arg-type]
    pdf = press.set(job).pdf
    size = {one.text: one.size for one in characters(pdf) if one.text in "DB"}
    assert size["D"] >= 62 > size["B"]


@pytest.mark.parametrize("word", ["Gjenopplivning", "Rusmiddelavhengighet"])
def test_a_word_too_wide_for_a_sign_is_refused_and_not_made_smaller(
    press: Press, word: str
) -> None:
    with pytest.raises(TextTooLong):
        press.set(signs("Ring", word, "Bli"))


# ---- cards -------------------------------------------------------------------------------------

CARD = (85, 55)
LEFT, TOP = 20, 11
CORNERS = [
    (LEFT + across * CARD[0], TOP + down * CARD[1]) for across in range(3) for down in range(6)
]


def test_ten_cards_lie_where_they_are_cut(press: Press) -> None:
    found = characters(press.set(cards()).pdf)
    where = {}
    for one in found:
        across, down = (one.left - LEFT) // CARD[0], (one.top - TOP) // CARD[1]
        where.setdefault((across, down), []).append(one)
        x, y = LEFT + across * CARD[0], TOP + down * CARD[1]
        assert x + 3 <= one.left < one.right <= x + CARD[0] - 3
        assert y + 3 <= one.top < one.bottom <= y + CARD[1] - 3
    assert sorted(where) == [(across, down) for across in range(2) for down in range(5)]
    assert len({"".join(one.text for one in card) for card in where.values()}) == 1


def test_every_corner_has_a_mark_to_cut_by(press: Press) -> None:
    page = picture(press, cards(ink="save"), 254).convert("L")  # ten pixels a millimetre
    for x, y in CORNERS:
        around = page.crop((10 * x - 6, 10 * y - 6, 10 * x + 7, 10 * y + 7))
        dark = sum(value < 128 for value in around.tobytes())
        assert 10 <= dark <= 90, (x, y)


def test_code_on_a_card_is_two_centimetres_and_rings_the_place(press: Press) -> None:
    found = zxingcpp.read_barcodes(picture(press, cards(), 254))
    assert [one.text for one in found] == ["tel:73000000"] * 10
    for one in found:
        side = (one.position.top_right.x - one.position.top_left.x) / 10
        assert side == pytest.approx(20, abs=1)
    assert SITE.phone in words(press.set(cards()).pdf)


def test_cards_in_two_languages_are_folded_with_one_on_each_side(press: Press) -> None:
    both = cards(
        "pl", "nb", notices=(Notice(kind="translation", text={"pl": "Próba", "nb": "Utkast"}),)
    )
    found = characters(press.set(both).pdf)
    sides = [
        "".join(one.text for one in found if (one.left > 105) is right) for right in (False, True)
    ]
    assert sides[0].count("Plakatpróbny") == 5 == sides[1].count("Prøveplakat")
    assert "Prøveplakat" not in sides[0]
    assert sides[0].count("Próba") == 5 == sides[1].count("Utkast")


def test_a_card_in_arabic_lies_to_the_right_and_runs_from_there(press: Press) -> None:
    found = characters(press.set(cards("ar", "nb")).pdf)
    title = [one for one in found if "\u0600" < one.text < "\u06ff" and one.size > 9]
    assert min(one.left for one in title) > 105
    assert max(one.right for one in title) > 180


def test_a_card_without_a_place_is_filled_in_by_hand(press: Press) -> None:
    text = words(press.set(cards(site=None)).pdf)
    assert text.count("Telefon") == 10


def test_a_step_that_asks_says_what_to_do_even_on_a_full_card(press: Press) -> None:
    asks = JobLine(title={"nb": "Ingen bedring?"}, detail={"nb": "Gi ny dose."})
    plain = JobLine(
        title={"nb": "Legg personen på siden"}, detail={"nb": "Følg med på pusten hele tiden."}
    )
    few = words(press.set(cards(items=(asks, plain))).pdf)
    assert few.count("Følg med på pusten") == few.count("Gi ny dose") == 10
    full = words(press.set(cards(items=(asks, *[plain] * 6))).pdf)
    assert "Følg med på pusten" not in full
    assert full.count("Gi ny dose") == 10


def test_a_card_says_when_it_must_be_looked_at_again(press: Press) -> None:
    job = cards()
    text = words(press.set(job).pdf)
    for part in ("Ikke fagkontrollert", "Kontroller på nytt innen 26.05.2027", job.code):
        assert text.count(part) == 10


def test_more_lines_than_a_card_has_room_for_are_refused(press: Press) -> None:
    with pytest.raises(TextTooLong):
        press.set(cards(items=lines(*["Et steg til"] * 14)))


def test_smallest_type_on_a_card_is_five_points(press: Press) -> None:
    full = cards(items=lines(*["Et steg til med flere ord"] * 8))
    assert min(one.size for one in characters(press.set(full).pdf)) >= 5


# ---- weeks and alerts --------------------------------------------------------------------------


def test_hours_run_left_to_right_in_an_arabic_week(press: Press) -> None:
    found = characters(press.set(week(languages=("ar", "nb"))).pdf)
    hours = [
        one for one in found if one.text in "0123456789:–" and 60 < one.top < 90 and one.size > 13
    ]
    first = sorted(
        (one for one in hours if abs(one.top - hours[0].top) < 3), key=lambda one: one.left
    )
    assert "".join(one.text for one in first) == "09:00–15:00"


def test_days_places_and_hours_stand_in_their_columns(press: Press) -> None:
    found = characters(press.set(week()).pdf)
    starts = {
        word: min(one.left for one in found if one.text == word and one.top > 50 and one.size >= 14)
        for word in ("M", "k")
    }
    assert starts["M"] < starts["k"] - 60
    text = words(press.set(week()).pdf)
    assert (
        text.index("Mandag") < text.index("Torget") < text.index("kl. 9–15") < text.index("Fredag")
    )


def test_offers_stand_in_one_row_below_the_days(press: Press) -> None:
    offers = tuple(JobLine(title={"nb": f"Tilbud{at}"}, icon="bandage") for at in range(6))
    found = characters(press.set(week(offers=offers)).pdf)
    labels = [one for one in found if one.text == "T" and one.top > 110 and one.size < 12]
    assert len(labels) == 6
    assert len({round(one.top) for one in labels}) == 1


def test_a_passing_sheet_says_when_it_comes_down(press: Press) -> None:
    for job in (alert(), week(period="2027-03-21")):
        assert "Ta ned etter 26.05.2027" in words(press.set(job).pdf)
    assert "Kontroller på nytt innen 26.05.2027" in words(press.set(week()).pdf)


def test_an_alert_tells_what_is_known_before_what_to_do(press: Press) -> None:
    text = words(press.set(alert()).pdf)
    order = ["Dette vet vi", "falske", "Pass på hverandre", "Ikke bland", "Ring 113"]
    assert sorted(order, key=text.index) == order


def test_an_alert_is_black_on_amber_and_has_no_white_words(press: Press) -> None:
    page = picture(press, alert()).convert("RGB")
    width = page.width
    band = page.crop((0, 0, width, 40))
    assert band.getpixel((5, 5)) == (0xF3, 0xB6, 0x1F)
    title = page.crop((40, 40, width, 160))
    colours = {
        colour for _, colour in cast("list[tuple[int, tuple[int, ...]]]", title.getcolors(1 << 20))
    }
    assert (255, 255, 255) not in colours
    assert any(max(colour) < 40 for colour in colours)
