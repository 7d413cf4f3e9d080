"""`feltperm poster --tile` shares a poster out on smaller sheets; the site's logo stands on it."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from command_line import Run


def sheets(file: Path) -> list[tuple[int, int]]:
    """Width and height of each page in whole millimetres."""
    document = pypdfium2.PdfDocument(file)
    try:
        sizes = [document.get_page_size(page) for page in range(len(document))]
    finally:
        document.close()
    return [(round(width * 25.4 / 72), round(height * 25.4 / 72)) for width, height in sizes]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--tile", "a4"), [(210, 297)] * 4),
        (("--tile", "a4", "--two-sheets"), [(297, 210)] * 2),
        (("--tile", "a3", "--ink", "save"), [(297, 420)] * 4),
        (("--paper", "a2", "--tile", "a4"), [(297, 210)] * 8),
    ],
)
def test_poster_is_shared_out(
    feltperm: Run, tmp_path: Path, options: tuple[str, ...], expected: list[tuple[int, int]]
) -> None:
    file = tmp_path / "sheets.pdf"
    answer = feltperm("poster", "ps-overdose", "--out", file, *options)
    assert (answer.code, answer.out) == (0, f"{file}\n")
    assert sheets(file) == expected


@pytest.mark.parametrize(
    "options",
    [
        ("--paper", "a2"), ("--two-sheets",), ("--paper", "a4", "--tile", "a4"),
        ("--paper", "a2", "--tile", "a4", "--two-sheets"),
    ],
)  # fmt: skip
def test_what_cannot_be_shared_out_is_said_in_a_line(
    feltperm: Run, tmp_path: Path, options: tuple[str, ...]
) -> None:
    file = tmp_path / "sheets.pdf"
    answer = feltperm("poster", "ps-overdose", "--out", file, *options)
    assert answer.code == 1
    assert answer.err.startswith("feltperm: ")
    assert answer.err.count("\n") == 1
    assert not file.exists()


def test_the_logo_of_the_place_stands_on_the_poster(feltperm: Run, tmp_path: Path) -> None:
    logo, file = tmp_path / "ørn.svg", tmp_path / "sheet.pdf"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>',
        encoding="utf-8",
    )
    feltperm("sites", "add", "Bussen", "--logo", logo, "--logo-text", "En ørn over et tak")
    assert feltperm("poster", "ps-overdose", "--out", file).code == 0
    with pikepdf.open(file) as document:
        figures = [
            str(one.Alt)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
    assert "En ørn over et tak" in figures


def test_there_is_no_tiling_on_other_papers(feltperm: Run, tmp_path: Path) -> None:
    answer = feltperm("poster", "ps-overdose", "--out", tmp_path / "x.pdf", "--tile", "a5")
    assert answer.code == 2
