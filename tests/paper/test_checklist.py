"""The checklist on paper: a table that is read out as one, boxes to tick, room to write."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from typing import Any

import msgspec
import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from feltperm.binder.checklist import MAX_RESPONSIBLE
from feltperm.errors import TextTooLong
from feltperm.paper.job import CheckLine, ChecklistJob, encode_job, with_code
from feltperm.paper.press import Press
from sample_jobs import make_checklist, make_job


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        return str(document[0].get_textpage().get_text_range())


def elements(pdf: bytes) -> list[tuple[str, str]]:
    """What a screen reader meets on the page: (type, alternative text), in order."""

    def text(ask: Any, element: Any) -> str:
        size = ask(element, None, 0)
        buffer = ctypes.create_string_buffer(size)
        ask(element, buffer, size)
        return buffer.raw.decode("utf-16-le").rstrip("\0")

    def walk(element: Any) -> Iterator[tuple[str, str]]:
        yield text(raw.FPDF_StructElement_GetType, element), text(
            raw.FPDF_StructElement_GetAltText, element
        )  # fmt: skip
        for number in range(raw.FPDF_StructElement_CountChildren(element)):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, number):
                yield from walk(child)

    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        tree = raw.FPDF_StructTree_GetForPage(page)
        roots = range(raw.FPDF_StructTree_CountChildren(tree))
        found = [one for n in roots for one in walk(raw.FPDF_StructTree_GetChildAtIndex(tree, n))]
        raw.FPDF_StructTree_Close(tree)
    return found


@pytest.mark.parametrize("ink", ["colour", "save"])
def test_it_keeps_the_standards_of_every_sheet(press: Press, ink: str) -> None:
    pdf = press.set(make_checklist(ink=ink)).pdf
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<"):
        assert mark in pdf


def test_the_text_holds_every_measure_and_what_is_settled(press: Press) -> None:
    job = make_checklist()
    text = words(press.set(job).pdf)
    for part in (
        "Tiltak Ansvar Frist Gjort", *(line.title["nb"] for line in job.items),
        "Teamleder", "1.12.2026", "25.11.2026", "Fagleder på vakt", "24.12.2026",
        "Kilde: Prøveutgiver, lest 22.11.2026.", "Skrevet ut 26.11.2026.", job.code,
    ):  # fmt: skip
        assert part in text
    assert text.index("Teamleder") < text.index("Tiltak 2")


def test_each_measure_has_a_box_that_says_whether_it_is_done(press: Press) -> None:
    found = elements(press.set(make_checklist()).pdf)
    boxes = [alt for kind, alt in found if kind == "Figure"]
    assert boxes == ["Gjort", *["Ikke gjort"] * 12]


def test_it_is_one_table_with_four_named_columns(press: Press) -> None:
    kinds = [kind for kind, _ in elements(press.set(make_checklist()).pdf)]
    assert kinds.count("Table") == 1
    assert kinds.count("TH") == 4
    assert kinds.count("TR") == 1 + 13
    assert kinds.count("TD") == 2 * 13 + 2 * 2, "those with something in them"


def test_a_done_measure_has_more_ink_in_its_box_than_an_open_one(press: Press) -> None:
    def ink(day: str) -> int:
        line = CheckLine(title={"nb": "Et tiltak"}, responsible="", due="", done_on=day)
        page = press.set(make_checklist(items=(line,)), ppi=100).pages[0]
        grey = Image.open(io.BytesIO(page)).convert("L")
        box = (grey.width * 165 // 210, grey.height // 5, grey.width * 174 // 210, grey.height // 2)
        return sum(255 - value for value in grey.crop(box).tobytes())

    assert ink("2026-11-25") > 1.2 * ink("")


def test_the_longest_roles_fit_beside_all_measures(press: Press) -> None:
    role = ("Fagleder for oppfølging og psykisk helse i bydelen, reserve " * 2)[:MAX_RESPONSIBLE]
    lines = tuple(
        CheckLine(
            title={"nb": f"Tiltak {number}: Hyppig telefon og digital sosial møteplass"},
            responsible=role, due="2026-12-24", done_on="2026-11-25",
        )
        for number in range(1, 14)
    )  # fmt: skip
    assert "Tiltak 13" in words(press.set(make_checklist(items=lines)).pdf)


def test_more_measures_than_a_page_takes_are_refused(press: Press) -> None:
    lines = make_checklist().items * 3
    with pytest.raises(TextTooLong):
        press.set(make_checklist(items=lines))


def test_one_very_long_word_is_refused(press: Press) -> None:
    line = msgspec.structs.replace(make_checklist().items[0], responsible="a" * 60)
    with pytest.raises(TextTooLong):
        press.set(make_checklist(items=(line,)))


def test_the_job_reads_back_with_all_its_lines() -> None:
    job = make_checklist()
    assert msgspec.json.decode(encode_job(job), type=ChecklistJob) == job
    changed = msgspec.structs.replace(job.items[2], responsible="Ny")
    other = with_code(msgspec.structs.replace(job, items=(*job.items[:2], changed, *job.items[3:])))
    assert other.code != job.code


def test_other_sheets_are_what_they_were() -> None:
    assert b"responsible" not in encode_job(make_job())
