"""The client sheet on paper: one page in every language, large enough, in controlled words.

In a document that is read from right to left the text layer comes with each line turned round, so
there words are looked for one by one, and where they stand is measured.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pypdfium2
import pytest

from feltperm.catalogue.records import Phone
from feltperm.errors import PaperFailed, TextTooLong
from feltperm.paper.client_job import ClientJob
from feltperm.paper.job import SiteBox, with_code
from feltperm.paper.press import Press
from handout_home import ALL, SITE, said, schedule, service, sheet

OFFERS = ("clean_equipment", "wound_care", "doctor", "talk", "accompany")
#: A word that stands in every field in which a source writes its own Norwegian.
OWN = "Snikskrift"


def three(language: str, **changes: Any) -> ClientJob:
    """Three services with all that a sheet can show."""
    records = [
        service(
            f"svc-{number}",
            title={"nb": f"Sårpoliklinikken i gate {number}"},
            offers=OFFERS,
            needs_check=number == 2,
            schedules=(schedule(), schedule("SA", "10:00", "14:00")),
        )
        for number in (1, 2, 3)
    ]
    return sheet(*records, language=language, **changes)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        return str(document[0].get_textpage().get_text_range())


def left_of(page: pypdfium2.PdfTextPage, text: str, words: str) -> float:
    """The left edge of the first letter of some words, in points."""
    return float(page.get_charbox(text.index(words))[0])


def flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("ink", ["colour", "save"])
@pytest.mark.parametrize("language", ALL)
def test_every_language_is_one_page_by_the_standards(press: Press, language: str, ink: str) -> None:
    job = with_code(msgspec.structs.replace(three(language), ink=ink))
    pdf = press.set(job).pdf
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<"):
        assert mark in pdf
    text = text_of(pdf)
    assert job.code in text or language == "ar"
    for part in ("22", "Prøvegata", "0155", "Sårpoliklinikken"):
        assert part in text


@pytest.mark.parametrize("language", [code for code in ALL if code not in ("ar",)])
def test_the_text_layer_holds_the_words_of_the_language(press: Press, language: str) -> None:
    job = three(language)
    text = flat(text_of(press.set(job).pdf))
    place = job.items[0]
    wordings = [one.title for one in place.offers] + list(place.facts)
    wordings += [one.days for one in place.hours] + [one.times for one in place.hours]
    wordings += [job.items[1].doubt, job.closing]
    for wording in wordings:
        assert flat(said(wording)) in text, wording


def test_no_word_of_a_source_is_in_the_text_layer_outside_the_staffs_line(press: Press) -> None:
    own = {"nb": f"{OWN} her"}
    record = service(
        summary=own, body=own, hours=own, eligibility=own, application_process=own, fees=own,
        wait_time=own, accessibility=own, note=own, provider=OWN,
        phones=(Phone(number="22000000", display="22 00 00 00", note=own),),
        schedules=(schedule(description=own), schedule("SA")),
    )  # fmt: skip
    job = sheet(record, language="pl")
    text = flat(text_of(press.set(job).pdf))
    staff = flat(job.items[0].staff)
    assert staff in text
    assert OWN in staff
    assert OWN not in text.replace(staff, "")


@pytest.mark.parametrize("language", ["so", "ar", "pl"])
def test_a_draft_says_so_in_both_languages(press: Press, language: str) -> None:
    job = three(language)
    text = text_of(press.set(job).pdf)
    for code, wording in job.notices[0].text.items():
        found = [word in text for word in re.findall(r"\w+", wording)]
        assert all(found) if code != "ar" else found.count(True) >= 6, wording


def test_what_falls_back_is_marked_as_norwegian(press: Press) -> None:
    text = flat(text_of(press.set(three("so")).pdf))
    assert flat("Følge til lege eller NAV (Noorwiiji)") in text
    assert "Noorwiiji" not in text_of(press.set(three("nb")).pdf)


def test_a_number_that_is_not_confirmed_says_so_on_the_paper(press: Press) -> None:
    text = flat(text_of(press.set(three("nb")).pdf))
    assert text.count(flat("Ikke bekreftet etter 20.11.2026")) == 1


@pytest.mark.parametrize("language", ["so", "ar", "pl", "nb"])
def test_numbers_and_times_run_left_to_right(press: Press, language: str) -> None:
    with pypdfium2.PdfDocument(press.set(three(language)).pdf) as document:
        page = document[0].get_textpage()
        text = page.get_text_range()
        number = "00 00 00 22" if language == "ar" else "22 00 00 00"
        lefts = [page.get_charbox(text.index(number) + at)[0] for at in (0, 3, 6, 9)]
        assert sorted(lefts, reverse=language == "ar") == lefts
        opens, closes = ("9–", "15.30") if language == "nb" else ("09:00", "15:30")
        assert left_of(page, text, opens) < left_of(page, text, closes)


def test_arabic_is_mirrored(press: Press) -> None:
    """The name of a service stands at the right edge of its card."""

    def name_at(language: str) -> float:
        with pypdfium2.PdfDocument(press.set(three(language)).pdf) as document:
            page = document[0].get_textpage()
            return left_of(page, page.get_text_range(), "Sårpoli")

    assert name_at("nb") < 100
    assert name_at("ar") > 250


def test_large_print_is_large_and_the_rest_keeps_its_floor(press: Press) -> None:
    def height(job: ClientJob, words: str) -> float:
        """Height of the first capital of some words, in points."""
        with pypdfium2.PdfDocument(press.set(job).pdf) as document:
            page = document[0].get_textpage()
            _left, bottom, _right, top = page.get_charbox(page.get_text_range().index(words))
            return float(top - bottom)

    # capitals of the typeface are 0.714 of its size
    two = [service("svc-a"), service("svc-b")]
    large, plain = sheet(*two, language="en"), sheet(*two, language="en", large=False)
    assert height(large, "Free of charge") >= 0.71 * 16
    assert height(large, "22 00 00 00") >= 0.71 * 24
    assert height(plain, "Free of charge") >= 0.71 * 11
    assert height(large, "Free of charge") > 1.2 * height(plain, "Free of charge")
    full = sheet(
        *[service(f"svc-{n}", offers=OFFERS[:3]) for n in range(6)], language="en", site=SITE
    )
    assert height(full, "Free of charge") >= 0.71 * 11
    assert height(full, "22 00 00 00") >= 0.71 * 17


@pytest.mark.parametrize("language", ALL)
def test_six_services_with_a_sender_are_one_page(press: Press, language: str) -> None:
    records = [
        service(f"svc-{number}", title={"nb": f"Sted {number}"}, offers=("food", "shower"))
        for number in range(6)
    ]
    text = text_of(press.set(sheet(*records, language=language, site=SITE)).pdf)
    assert text.count("Sted") == 6
    assert len(re.findall(r"22 00 00 00|00 00 00 22", text)) == 6
    assert re.search(r"73 00 00 00|00 00 00 73", text)


def test_a_note_is_printed_with_and_without_a_sender(press: Press) -> None:
    note = "Vi møtes ved inngangen"
    with_site = sheet(language="pl", site=msgspec.structs.replace(SITE, note=note))
    alone = sheet(language="pl", site=SiteBox(name="", note=note))
    for job in (with_site, alone):
        assert note in text_of(press.set(job).pdf)


def test_nothing_lies_nearer_to_the_edge_than_ten_millimetres(press: Press) -> None:
    with pypdfium2.PdfDocument(press.set(three("nb", site=SITE)).pdf) as document:
        page = document[0]
        words = page.get_textpage()
        boxes = [words.get_charbox(number) for number in range(words.count_chars())]
        real = [box for box in boxes if box[2] > box[0]]
        edge = 10 * 72 / 25.4 - 0.5
        width, height = page.get_size()
        assert min(box[0] for box in real) >= edge
        assert max(box[2] for box in real) <= width - edge
        assert min(box[1] for box in real) >= edge
        assert max(box[3] for box in real) <= height - edge


@pytest.mark.parametrize(
    "name",
    [
        "#panic(\"au\")", "*fet* _skrå_ $x$ @ref <merke>", "#include \"/etc/passwd\"",
        "Navn\u202egnul", "<b>Sted</b>", "Sted " * 8, "\\u{41}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["nb", "ar"])
def test_a_hostile_name_is_shown_as_text(press: Press, name: str, language: str) -> None:
    job = sheet(service(title={"nb": name}, offers=("unknown",)), language=language)
    text = text_of(press.set(job).pdf)
    shown = job.items[0].title["nb"]
    if language == "nb":
        assert flat(shown) in flat(text)
    else:
        assert all(word in text for word in re.findall(r"[^\W_]+", shown))


def test_a_sign_that_no_font_has_is_said_in_words(press: Press) -> None:
    with pytest.raises(PaperFailed, match="Tegnet «ש» kan ikke skrives ut"):
        press.set(sheet(service(title={"nb": "ש"})))


@pytest.mark.parametrize("title", ["x" * 300, "Sted " * 400])
def test_a_name_that_cannot_fit_is_refused(press: Press, title: str) -> None:
    with pytest.raises(TextTooLong):
        press.set(sheet(*[service(title={"nb": title})] * 2))


def test_the_same_sheet_is_the_same_bytes(press: Press) -> None:
    job = three("so")
    assert press.set(job).pdf == press.set(job).pdf
