"""`feltperm sheet --directory`: the list that is asked for, whole and with its page numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from command_line import Run


def words(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file.read_bytes()) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_services_of_a_municipality_on_several_pages(feltperm: Run, tmp_path: Path) -> None:
    out = tmp_path / "tilbud.pdf"
    answer = feltperm("sheet", "--directory", "--municipality", "Drammen", "--out", out)
    assert answer.out == f"{out}\n"
    assert answer.err == "Noen opplysninger er ikke bekreftet.\n"
    pages = words(out)
    assert len(pages) > 2
    assert pages[0].startswith("Tilbud i Drammen")
    assert "Innhold Nødhjelp (3)" in pages[0]
    assert pages[-1].endswith(
        f"Side {len(pages)} av {len(pages)}" + pages[-1][-12:].rpartition(str(len(pages)))[2]
    )


def test_named_services_and_filters(
    feltperm: Run, fails: Callable[..., str], tmp_path: Path
) -> None:
    out = tmp_path / "tilbud.pdf"
    feltperm("sheet", "svc-113", "svc-112", "--directory", "--out", out)
    assert "2 tilbud" in words(out)[0]
    feltperm("sheet", "--directory", "--offer", "naloxone", "--no-referral", "--out", out)
    assert "Uten henvisning" in words(out)[0]
    assert fails("sheet", "--directory", "--municipality", "Drammmen", "--out", out).startswith(
        "Fant ikke «Drammmen»."
    )
