"""The directory on paper: contents that lead to the right page, tagged headings, whole places."""

from __future__ import annotations

import io
import re
from typing import Any

import msgspec
import pikepdf
import pypdfium2
import pytest

from feltperm.errors import TextTooLong
from feltperm.paper.directory_job import DirectoryJob, DirectoryPlace
from feltperm.paper.job import encode_job, with_code
from feltperm.paper.press import Press
from sample_jobs import make_job

GROUPS = 12


def place(group: int, number: int, **changes: object) -> DirectoryPlace:
    made = DirectoryPlace(
        title={"nb": f"Prøvested {group}-{number}"},
        group=f"Gruppe {group}",
        area="Prøvekommune",
        phones=("73 00 00 00 (vakttelefon)",),
        addresses=("Prøvegata 1, 7010 Trondheim",),
        hours=("mandag–fredag kl. 9–15",),
        offers=("Mat", "Noen å snakke med"),
        page="eksempel.no",
        doubt="Ikke bekreftet etter 22. november 2026",
        state="",
    )
    return msgspec.structs.replace(made, **changes)


def directory(*places: DirectoryPlace, ink: str = "colour") -> DirectoryJob:
    shared = {
        name: value
        for name, value in msgspec.structs.asdict(make_job(site=None, box_heading={})).items()
        if name not in ("layout", "items", "code", "notices")
    }
    shared.update(title={"nb": "Tilbud i Prøvekommune"}, subtitle={"nb": "Prøve"}, ink=ink)
    job = DirectoryJob(
        **shared, items=places, notices=(), place="Prøvekommune", about="", grouping="category"
    )
    return with_code(job)


MANY = tuple(place(group, number) for group in range(1, GROUPS + 1) for number in range(1, 7))


@pytest.fixture(scope="module")
def pdf(press: Press) -> bytes:
    return press.set(directory(*MANY)).pdf


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def structure(pdf: bytes) -> list[tuple[str, str]]:
    """Every tag with its alternative text, in reading order."""

    def walk(node: Any) -> list[tuple[str, str]]:
        if isinstance(node, pikepdf.Array):
            return [one for child in node for one in walk(child)]
        if not isinstance(node, pikepdf.Dictionary):
            return []
        own = [(str(node.S), str(node.get("/Alt", "")))] if "/S" in node else []
        return own + (walk(node.K) if "/K" in node else [])

    with pikepdf.open(io.BytesIO(pdf)) as document:
        return walk(document.Root.StructTreeRoot.K)


@pytest.mark.parametrize("ink", ["colour", "save"])
def test_it_keeps_the_standards_of_every_sheet(press: Press, ink: str) -> None:
    found = press.set(directory(*MANY[:3], ink=ink)).pdf
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<"):
        assert mark in found


def test_the_contents_name_the_page_on_which_each_group_stands(pdf: bytes) -> None:
    text = pages(pdf)
    assert len(text) > 4
    for number in range(1, GROUPS + 1):
        said = re.search(rf"Gruppe {number} \(6\)[ .]*?(\d+)(?= |$)", text[0])
        assert said is not None, text[0]
        page = text[int(said[1]) - 1]
        assert f"Prøvested {number}-1 " in page
        assert f"Gruppe {number} " in page


def test_every_place_is_there_once_whole_and_in_order(pdf: bytes) -> None:
    whole = " ".join(pages(pdf))
    found = re.findall(r"Prøvested (\d+-\d+)", whole)
    assert found == [f"{group}-{number}" for group in range(1, 13) for number in range(1, 7)]
    for page in pages(pdf):
        assert page.count("Prøvested") == page.count("73 00 00 00"), "none is cut in two"


def test_what_is_known_stands_with_what_is_not(press: Press) -> None:
    bare = place(1, 1, phones=(), addresses=(), hours=(), offers=(), page="")
    said = pages(press.set(directory(place(1, 2), bare)).pdf)[0]
    for part in (
        "vakttelefon", "Mat · Noen å snakke med", "Prøvegata 1", "mandag–fredag kl.", "eksempel.no",
        "Ikke bekreftet etter 22. november 2026", "Telefon ikke oppgitt", "Adresse ikke oppgitt",
        "Åpningstid ikke oppgitt",
    ):  # fmt: skip
        assert part in said


def test_pages_are_numbered(pdf: bytes) -> None:
    text = pages(pdf)
    for number, page in enumerate(text, 1):
        assert f"Side {number} av {len(text)}" in page


def test_headings_are_tagged_in_three_levels(pdf: bytes) -> None:
    tags = [tag for tag, _alt in structure(pdf)]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == GROUPS + 1, "the contents, and each group"
    assert tags.count("/H3") == len(MANY)


def test_hostile_names_are_printed_as_they_stand(press: Press) -> None:
    hostile = place(1, 1, title={"nb": '#panic("x") *fet* ' + "ordutenende" * 12})
    said = pages(press.set(directory(hostile)).pdf)[0]
    assert '#panic("x") *fet*' in said


def test_far_too_much_is_refused_in_words(press: Press) -> None:
    with pytest.raises(TextTooLong):
        press.set(directory(*(place(1, n, page="x" * 5000) for n in range(200))))


def test_a_list_of_the_whole_country_is_taken(press: Press) -> None:
    job = directory(*(place(n, m) for n in range(60) for m in range(5)))
    assert len(encode_job(job)) > 64 << 10
    assert len(pages(press.set(job).pdf)) > 20
