"""Every poster as a screen reader meets it, and as eyes that see little colour do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, NamedTuple

import msgspec
import pytest

from devtools.every_sheet import TODAY, Wanted, claimed, job_of, opened_desk, posters
from feltperm.catalogue.records import PosterColour, pick
from feltperm.desk.desk import Desk
from feltperm.desk.sheets.posters import PosterOffer
from feltperm.desk.sheets.tray import HandoutChoice
from feltperm.paper.job import Ink, Job, Notice
from feltperm.paper.press import Press
from sheet_layers import Element, Layers, Run, contrast, inks, structure

#: What small text needs by WCAG 2.2 (SCREENS section 4).
ENOUGH = 4.5
#: The tags of sheets; all of them are known to every reader.
TAGS = {
    "", "Document", "Div", "Sect", "H1", "H2", "H3", "P", "Span", "Figure", "L", "LI", "Lbl",
    "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "Strong", "Em",
}  # fmt: skip


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with opened_desk() as opened:
        yield opened


@pytest.fixture(scope="module")
def offers(desk: Desk) -> tuple[PosterOffer, ...]:
    return posters(desk)


class Read(NamedTuple):
    """A sheet, and what a screen reader finds on it."""

    wanted: Wanted
    job: Job
    layers: Layers


@pytest.fixture(scope="module")
def every(press: Press, desk: Desk, offers: tuple[PosterOffer, ...]) -> tuple[Read, ...]:
    """Every poster on A4, in all its forms and languages."""
    wanted = [one for offer in offers for one in claimed(offer) if one.paper == "a4"]
    jobs = [job_of(desk, one) for one in wanted]
    with ThreadPoolExecutor(1) as ahead:  # the worker sets the next while this one is read
        pdfs = ahead.map(lambda job: press.set(job).pdf, jobs)
        return tuple(
            Read(one, job, structure(pdf)) for one, job, pdf in zip(wanted, jobs, pdfs, strict=True)
        )


@pytest.mark.slow
def test_every_poster_has_language_title_headings_and_alternative_texts(
    every: tuple[Read, ...],
) -> None:
    for wanted, job, layers in every:
        code = job.languages[0]
        assert layers.language == code, wanted
        assert layers.title == job.title[code], wanted
        assert layers.shows_title, wanted
        assert {element.tag for element in layers.root.walk()} <= TAGS, wanted
        headings = [plain(element.whole) for element in layers.tagged("H1")]
        assert plain(job.title[code]) in headings, wanted
        assert len(headings) == (10 if job.layout == "cards" else 1), wanted
        assert all(element.whole.strip() for element in layers.tagged("H2")), wanted
        assert all(element.alternative for element in layers.tagged("Figure")), wanted
        if job.layout in ("steps", "list", "signs"):
            assert len(layers.tagged("LI")) == len(job.items), wanted
            assert len(layers.tagged("H2")) >= len(job.items), wanted
        code_rings = job.layout != "letter"
        drawn = sum(bool(item.icon) for item in job.items) if job.layout != "cards" else 0
        assert len(layers.tagged("Figure")) >= drawn + code_rings, wanted


@pytest.mark.slow
def test_every_poster_is_read_in_the_order_of_its_record(every: tuple[Read, ...]) -> None:
    for wanted, job, layers in every:
        if job.layout not in ("steps", "list"):
            continue
        text, at = plain(layers.text), 0
        for words in map(plain, in_order(job)):
            found = text.find(words, at)
            assert found >= 0, f"{wanted}: «{words}» does not follow"
            at = found + len(words)


@pytest.mark.slow
def test_second_language_is_marked_as_such_wherever_it_stands(every: tuple[Read, ...]) -> None:
    seen = set()
    for wanted, job, layers in every:
        if len(job.languages) < 2 or job.layout not in ("steps", "list"):
            continue
        first, second = job.languages
        seen.add(first)
        for item in job.items:
            if item.title[second] != item.title[first]:
                assert second in languages_of(layers, head(item.title[second])), wanted
    assert seen >= {"nn", "en", "pl", "uk", "ar", "so"}


@pytest.mark.parametrize("ink", ["colour", "save"])
def test_every_word_stands_out_from_its_ground_in_colour_and_in_grey(
    press: Press, desk: Desk, offers: tuple[PosterOffer, ...], ink: Ink
) -> None:
    for offer in offers:
        for form in offer.forms:
            for language in {form.languages[0], *{"ar", "pl"} & {*form.languages}}:
                wanted = Wanted(offer.ref, form.form, language, ink=ink)
                assert stands_out(press.set(job_of(desk, wanted)).pdf) == [], wanted


@pytest.mark.parametrize("ink", ["colour", "save"])
@pytest.mark.parametrize("language", ["so", "ar", "pocket"])
def test_words_of_handouts_stand_out_too(press: Press, desk: Desk, ink: Ink, language: str) -> None:
    refs = [one.ref for one in desk.posters.times()[:3]]
    if language == "pocket":
        proof = desk.tray.pocket(refs, TODAY.date(), HandoutChoice(ink=ink))
    else:
        proof = desk.tray.client(refs, HandoutChoice(language=language, ink=ink))
    pdf = press.set(proof.job).pdf
    assert stands_out(pdf) == []
    layers = structure(pdf)
    assert layers.language == proof.job.languages[0]
    assert all(element.alternative for element in layers.tagged("Figure"))
    assert layers.tagged("H1")


@pytest.mark.parametrize("ink", ["colour", "save"])
@pytest.mark.parametrize("colour", ["alert", "red", "teal", "blue", "green", "brown", "violet"])
def test_words_stand_out_on_every_colour_and_on_a_void_sheet(
    press: Press, desk: Desk, ink: Ink, colour: PosterColour | Literal["alert"]
) -> None:
    job = job_of(desk, Wanted("national/ps-hepc", "", "ar", ink=ink))
    void = Notice(kind="expired", text={"nb": "Gjelder ikke."})
    changed = msgspec.structs.replace(job, colour=colour, notices=(void, *job.notices))
    assert stands_out(press.set(changed).pdf) == []


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0xB3, 0x26, 0x1E), (255, 255, 255)) == pytest.approx(6.5, abs=0.05)
    assert contrast((255, 0, 0), (0, 128, 0), grey=True) < 1.1


def stands_out(pdf: bytes) -> list[tuple[Run, float]]:
    """Return the words of the first page that do not, in colour or as a grey printer shows them."""
    found = [
        (run, contrast(run.colour, run.ground, grey)) for run in inks(pdf) for grey in (False, True)
    ]
    return [(run, value) for run, value in found if value < ENOUGH]


def in_order(job: Job) -> list[str]:
    """Return what is said first, second and so on; numbers that a list sets apart left out."""
    code = job.languages[0]
    titles = [head(pick(item.title, code)[1]) for item in job.items]
    place = [job.site.name] if job.site else []
    return [job.title[code], *titles, *place, "Skrevet ut"]


def head(title: str) -> str:
    """Return a line's words without the telephone number that stands beside them."""
    return re.sub(r"^\d[\d ]*: |: \d[\d ]*$", "", title)


def plain(text: str) -> str:
    """Return a text as it is compared: no vowel signs, one space between words."""
    return " ".join(re.sub("[\u064b-\u0652]", "", text).split())


def languages_of(layers: Layers, words: str) -> set[str]:
    """Return the languages of the innermost marked elements that hold the words."""

    def walk(element: Element, language: str) -> Iterator[str]:
        here = element.language or language
        if words in " ".join(element.text.split()):
            yield here
        for child in element.children:
            yield from walk(child, here)

    return set(walk(layers.root, layers.language))
