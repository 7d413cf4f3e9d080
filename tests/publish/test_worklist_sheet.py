"""The list on paper: A4 on its side, every line on it, room to write, and nothing cut off."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from worklist_sample import TODAY, make_places, rows_of, worklist

from feltperm.app import open_press
from feltperm.errors import TextTooLong
from feltperm.paper.press import Limits, Press
from feltperm_publish.worklist.facts import Facts
from feltperm_publish.worklist.sheet import LIMITS, MOST_LINES, worklist_job

MM = 72 / 25.4


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    with open_press(LIMITS) as shared:
        yield shared


def facts(number: int = 0, **changes: str) -> Facts:
    plain = {
        "id": f"svc-{number}", "name": f"Sted {number}", "area": "Oslo",
        "phones": "22 40 00 40; 02800 (kveld)", "addresses": "Prøvegata 1, 0155 Oslo",
        "hours": "mandag–fredag kl. 9–15; lørdag kl. 10–14", "source": "Oslo kommune m.fl.",
        "read_on": "22.11.2026", "state": "ikke bekreftet",
    }  # fmt: skip
    return Facts(**plain | changes)


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


Box = tuple[str, float, float, float, float]


def signs(pdf: bytes) -> list[list[Box]]:
    """Each visible sign with left, bottom, right, top in millimetres, page by page."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        boxes = [
            (text.get_text_range(n, 1), *(side / MM for side in text.get_charbox(n)))
            for n in range(text.count_chars())
        ]
        found.append([box for box in boxes if box[0].strip()])
    document.close()
    return found  # type: ignore[return-value]


def alternatives(pdf: bytes) -> list[str]:
    """The alternative texts of the first page, in reading order."""
    document = pypdfium2.PdfDocument(pdf)
    tree = pdfium.FPDF_StructTree_GetForPage(document[0])
    found: list[str] = []

    def walk(element: object) -> None:
        size = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
        if size > 2:
            text = ctypes.create_string_buffer(size)
            pdfium.FPDF_StructElement_GetAltText(element, text, size)
            found.append(text.raw.decode("utf-16-le").rstrip("\0"))
        for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
            if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, at):
                walk(child)

    for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at))
    pdfium.FPDF_StructTree_Close(tree)
    document.close()
    return found


def test_every_page_repeats_the_heads_and_counts_on(press: Press) -> None:
    pdf = press.set(worklist_job([facts(n) for n in range(30)], "", TODAY)).pdf
    texts = pages(pdf)
    assert len(texts) > 2
    for number, text in enumerate(texts, 1):
        for head in ("Rad", "Hvem", "Telefon", "Kilde", "Stemmer", "Hva som er nytt", "Dato"):
            assert head in text
        assert f"Side {number} av {len(texts)}" in text
        assert "Ikke skriv navn eller opplysninger om pasienter." in text
    assert "Ringeliste" in texts[0]


def test_every_fact_stands_on_the_sheet_under_the_number_of_its_row(press: Press) -> None:
    pdf = press.set(worklist_job([facts(7)], "Trondheim", TODAY)).pdf
    (text,) = pages(pdf)
    plain = " ".join(text.replace("\u00a0", " ").split())
    for part in (
        "Ringeliste for Trondheim", "2 Sted 7", "Oslo", "22 40 00 40", "02800 kveld",
        "Prøvegata 1, 0155 Oslo", "mandag–fredag kl. 9–15", "lørdag kl. 10–14",
        "Oslo kommune m.fl.", "lest 22.11.2026", "ikke bekreftet", "Skrevet ut 26.11.2026.",
        "ja nei nedlagt",
    ):  # fmt: skip
        assert part in plain


def test_what_is_not_stated_says_so(press: Press) -> None:
    pdf = press.set(worklist_job([facts(phones="", addresses="", hours="")], "", TODAY)).pdf
    assert pages(pdf)[0].count("ikke oppgitt") == 2


def test_pdf_is_a4_on_its_side_and_declares_both_standards(press: Press) -> None:
    pdf = press.set(worklist_job([facts()], "", TODAY)).pdf
    for mark in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"/Lang(nb)"):
        assert mark in pdf
    document = pypdfium2.PdfDocument(pdf)
    assert document[0].get_size() == pytest.approx((297 * MM, 210 * MM), abs=0.1)
    document.close()


def test_boxes_to_tick_have_alternative_texts(press: Press) -> None:
    pdf = press.set(worklist_job([facts(1), facts(2)], "", TODAY)).pdf
    assert alternatives(pdf) == [f"Tom rute for {word}" for word in ("ja", "nei", "nedlagt")] * 2


def test_rows_leave_room_to_write_by_hand(press: Press) -> None:
    bare = facts(phones="", addresses="", hours="", source="", read_on="")
    page, *_ = signs(press.set(worklist_job([bare] * 4, "", TODAY)).pdf)
    names = sorted((top for sign, left, _, _, top in page if sign == "S" and 20 < left < 40))
    heads = [(sign, left) for sign, left, _, _, top in page if max(names) < top < max(names) + 8]
    new = max(left for sign, left in heads if sign == "H")
    day = max(left for sign, left in heads if sign == "D")
    assert day - new > 50
    assert not [sign for sign, left, _, _, top in page if left >= new and 20 < top <= max(names)]
    assert all(upper - lower > 14 for lower, upper in pairwise(names))


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Universitetssykehusforetaksavdelingen for rusmiddelproblemer"},
        {"name": "Kommunalrusogpsykiskhelsetjenesteorganisasjonsutviklingsavdelingen"},
        {"area": "Mellomkirkeligsamarbeidsområdetforhelseregionen"},
        {"hours": "mandag–fredag kl. 9–15, " + "Etter avtale, med lege til stede. " * 60},
        {"phones": "; ".join(["22 40 00 40 (kun for fastleger, hverdager)"] * 30)},
        {"addresses": "Kulturogaktivitetshusetpåindustriområdetvedfergeleiet, 0155 Oslo"},
        {"source": "Helseogomsorgsforskningsinstituttet"},
    ],
)
def test_no_text_leaves_its_column_or_the_page(press: Press, changes: dict[str, str]) -> None:
    pdf = press.set(worklist_job([facts(1, **changes), facts(2)], "", TODAY)).pdf
    for page in signs(pdf):
        for _, left, bottom, right, top in page:
            assert left > 10
            assert right < 287
            assert bottom > 9.5
            assert top < 210 - 10
    assert not overlapping(signs(pdf))
    assert "Sted 2" in "".join(pages(pdf))


def overlapping(found: list[list[Box]]) -> bool:
    """Whether a sign lies on another; the next two may, since «ffl» is one drawing."""
    for page in found:
        for at, (_, left, bottom, right, top) in enumerate(page):
            for _, other_left, other_bottom, other_right, other_top in page[at + 3 :]:
                across = min(right, other_right) - max(left, other_left)
                down = min(top, other_top) - max(bottom, other_bottom)
                if across > 0.3 and down > 0.3:
                    return True
    return False


def test_same_list_gives_the_same_bytes(press: Press) -> None:
    job = worklist_job([facts(n) for n in range(12)], "", TODAY)
    assert press.set(job).pdf == press.set(job).pdf
    assert job.code != worklist_job([facts(1)], "", TODAY).code


@pytest.mark.slow
def test_the_longest_list_a_sheet_takes_is_set_within_the_limits(press: Press) -> None:
    texts = pages(press.set(worklist_job([facts(n) for n in range(MOST_LINES)], "", TODAY)).pdf)
    assert f"Sted {MOST_LINES - 1}" in texts[-1]
    with pytest.raises(TextTooLong, match="--municipality"):
        worklist_job([facts(n) for n in range(MOST_LINES + 1)], "", TODAY)


def test_a_worker_that_is_too_slow_still_ends() -> None:
    with (
        open_press(Limits(seconds=0.01, long_text=LIMITS.long_text)) as hasty,
        pytest.raises(Exception, match="lang tid"),
    ):
        hasty.set(worklist_job([facts(n) for n in range(300)], "", TODAY))


def test_sheet_and_table_are_of_the_same_list(tmp_path: Path) -> None:
    resources = make_places(tmp_path)
    out, sheet = tmp_path / "liste.csv", tmp_path / "liste.pdf"
    assert worklist(resources, "--out", str(out), "--sheet", str(sheet)) == 0
    text = " ".join("".join(pages(sheet.read_bytes())).split())
    for number, row in enumerate(rows_of(out.read_bytes())[1:], 2):
        assert f"{number} {row[1]}" in text
