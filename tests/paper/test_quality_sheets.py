"""The quality gate: every poster in every form, language, paper and ink it claims.

One worker sets them all. What a sheet must be: one page, nothing cut, nothing on top of anything
else, its words in the text layer, its QR code readable, and the same bytes again.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
import zxingcpp
from PIL import Image

from devtools.every_sheet import SITE, Wanted, claimed, job_of, opened_desk, posters
from feltperm.desk.desk import Desk
from feltperm.desk.sheets.as_text import sheet_text
from feltperm.desk.sheets.posters import PosterOffer
from feltperm.errors import TextTooLong
from feltperm.paper.job import Ink, Job, Paper
from feltperm.paper.press import Press
from sheet_layers import Box, boxes, colliding, structure

POSTERS = sorted(
    path.stem
    for path in (Path(__file__).parents[2] / "resources" / "catalogue" / "posters").glob("*.md")
)
MM = 72 / 25.4
#: Content is never nearer to the edge (SCREENS section 4).
EDGE = 10 * MM
#: On these the text may be too long; the window then names a larger paper.
SMALL = {"a5", "a6"}


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with opened_desk() as opened:
        yield opened


@pytest.fixture(scope="module")
def offers(desk: Desk) -> dict[str, PosterOffer]:
    return {offer.ref.rpartition("/")[2]: offer for offer in posters(desk)}


def test_gate_covers_every_poster_of_the_content(offers: dict[str, PosterOffer]) -> None:
    assert sorted(offers) == POSTERS


def test_every_poster_can_be_had_in_the_three_languages_of_the_country_and_its_guests(
    offers: dict[str, PosterOffer],
) -> None:
    assert {
        name for name, offer in offers.items() if {"nb", "nn", "en"} - {*offer.languages}
    } == set()


def test_translation_nobody_has_read_stands_with_bokmaal_and_says_so_in_both(
    desk: Desk, offers: dict[str, PosterOffer]
) -> None:
    for offer in offers.values():
        for wanted in claimed(offer):
            job = job_of(desk, wanted)
            said = {notice.kind: notice.text for notice in job.notices}
            assert job.languages[0] == wanted.language
            if wanted.language == "nb":
                assert "translation" not in said, wanted
                continue
            assert job.languages == (wanted.language, "nb"), wanted
            assert said["translation"].keys() == {wanted.language, "nb"}, wanted
            for item in job.items:
                assert item.title.keys() == {wanted.language, "nb"}, wanted
            if "unreviewed" in said:  # Northern Sámi has no word for it yet
                assert said["unreviewed"].keys() >= {wanted.language, "nb"} - {"se"}, wanted


@pytest.mark.parametrize("name", ["ps-overdose", "ps-nalokson", "ps-113", "ps-selvmord"])
def test_clinical_poster_says_that_no_professional_has_read_it(
    desk: Desk, offers: dict[str, PosterOffer], name: str
) -> None:
    for wanted in claimed(offers[name]):
        assert "unreviewed" in {notice.kind for notice in job_of(desk, wanted).notices}, wanted


@pytest.mark.slow
@pytest.mark.parametrize("ink", ["colour", "save"])
@pytest.mark.parametrize("name", POSTERS)
def test_every_sheet_is_one_page_with_nothing_cut_and_all_its_words(
    press: Press, desk: Desk, offers: dict[str, PosterOffer], name: str, ink: Ink
) -> None:
    every = [(wanted, job_of(desk, wanted)) for wanted in claimed(offers[name], ink)]
    for (wanted, job), made in zip(every, ahead(press, [job for _, job in every]), strict=True):
        if isinstance(made, TextTooLong):
            assert wanted.paper in SMALL, f"{wanted}: {made.detail}"
            assert re.search(r"eller velg A[3-5]\.$", str(made)), wanted
            continue
        if ink == "save" and wanted.paper != "a4":
            continue  # that it could be set is what there is to know: its words are those in colour
        (signs,), (size,) = boxes(made)
        assert outside(signs, size) == [], wanted
        assert colliding(signs) == [], wanted
        missing, unexpected = compared(job, made)
        if job.layout != "cards":  # they say as much as there is room for
            assert not missing, f"{wanted}: not in the text layer: {missing}"
        assert not unexpected, f"{wanted}: not in the plain text: {unexpected}"


@pytest.mark.parametrize("name", POSTERS)
def test_same_sheet_is_the_same_bytes_and_its_code_rings_the_place(
    press: Press, desk: Desk, offers: dict[str, PosterOffer], name: str
) -> None:
    for form in offers[name].forms:
        for language in {form.languages[0], *{"ar", "en"} & {*form.languages}}:
            job = job_of(desk, Wanted(offers[name].ref, form.form, language))
            sheet = press.set(job, ppi=150)
            assert press.set(job).pdf == sheet.pdf
            rings = set() if job.layout == "letter" else {f"tel:{SITE.phone.replace(' ', '')}"}
            assert {*qr_codes(sheet.pages[0])} == rings, (name, form.form, language)


@pytest.mark.parametrize("ink", ["colour", "save"])
@pytest.mark.parametrize("paper", ["a3", "a4", "a5"])
def test_longest_title_of_one_word_is_not_cut(
    press: Press, desk: Desk, offers: dict[str, PosterOffer], paper: Paper, ink: Ink
) -> None:
    own = job_of(desk, Wanted(offers["ps-overdose"].ref, "", "pl", paper, ink))
    job = msgspec.structs.replace(
        own, title={"pl": "Przedawkowanie?"}, subtitle={}, items=own.items[:2]
    )
    (signs,), (size,) = boxes(press.set(job).pdf)
    title = signs[: len(job.title["pl"])]
    assert "".join(box.sign for box in title) == job.title["pl"]
    frame = 12 * MM * size[0] / (210 * MM)  # of the band, where the ink saver draws one
    assert title[0].left >= EDGE
    assert max(box.right for box in title) <= size[0] - EDGE - (frame / 2 if ink == "save" else 0)
    assert {box.line for box in title} == {title[0].line}, "one word is one line"


def test_longest_title_of_one_word_is_refused_where_it_would_be_cut(
    press: Press, desk: Desk, offers: dict[str, PosterOffer]
) -> None:
    own = job_of(desk, Wanted(offers["ps-overdose"].ref, "", "pl", "a6"))
    job = msgspec.structs.replace(own, title={"pl": "Przedawkowanie?"}, items=own.items[:2])
    with pytest.raises(TextTooLong, match=r"A6\. Kort den ned, eller velg A5\.") as refused:
        press.set(job)
    assert "width" in refused.value.detail


def ahead(press: Press, jobs: list[Job]) -> Iterator[bytes | TextTooLong]:
    """Set the jobs one after the other while those before them are looked at."""

    def attempt(job: Job) -> bytes | TextTooLong:
        try:
            return press.set(job).pdf
        except TextTooLong as too_long:
            return too_long

    with ThreadPoolExecutor(1) as worker:
        yield from worker.map(attempt, jobs)


def outside(signs: list[Box], size: tuple[float, float]) -> list[Box]:
    """Return the characters whose ink comes nearer to an edge than printers reach."""
    width, height = size
    room = EDGE - 2  # a ring or a bow may stand over the line that is measured
    return [
        box
        for box in signs
        if box.right > box.left
        and (
            box.left < room or box.bottom < room
            or box.right > width - room or box.top > height - room
        )
    ]  # fmt: skip


def compared(job: Job, pdf: bytes) -> tuple[list[str], list[str]]:
    """Return the words of the plain text that the PDF lacks, and the other way round."""
    said, set_ = words(sheet_text(job)), words(structure(pdf).text)
    if job.layout == "letter":  # its foot is its own
        return [word for word in words(sheet_text(job).split("\n\n")[0]) if word not in set_], []
    joined = "".join(set_)
    # right-to-left lines come in pieces whose ends need not be the ends of words
    missing = [word for word in said if word not in set_ and not (is_rtl(word) and word in joined)]
    known = "".join(said)
    unexpected = [
        word for word in set_ if word not in said and not (is_rtl(word) and word in known)
    ]
    return missing, unexpected


def words(text: str) -> list[str]:
    """Return the words of a text, without what is only there for the eye."""
    plain = unicodedata.normalize("NFKC", re.sub("[\u064b-\u0652\u2066\u2069]", "", text))
    return re.findall(r"[^\W_]+", plain)


def is_rtl(word: str) -> bool:
    return any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in word)


def qr_codes(png: bytes) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))]
