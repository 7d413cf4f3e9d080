"""Posters made elsewhere: kept by their file, named once, taken off and put back."""

from __future__ import annotations

import pytest
from binder_home import Home

from feltperm.binder import Binder, PdfPoster
from feltperm.binder.pdf_posters import MAX_PDF_TITLE
from feltperm.errors import ReadOnly

ADVENT = PdfPoster(sha256="a" * 64, title="Åpent hus i advent", pages=2, added_on="2026-11-26")


def test_they_survive_closing_with_the_newest_first(home: Home) -> None:
    binder, _ = home.open()
    older = PdfPoster(sha256="b" * 64, title="Sommer", pages=1, added_on="2026-06-01")
    binder.pdf_posters.add(older)
    binder.pdf_posters.add(ADVENT)
    binder.close()
    again, _ = home.open()
    assert again.pdf_posters.list() == (ADVENT, older)


def test_the_same_file_stands_once_with_its_new_title(binder: Binder) -> None:
    binder.pdf_posters.add(ADVENT)
    binder.pdf_posters.add(PdfPoster(**{**_fields(ADVENT), "title": "Jul"}))
    assert [one.title for one in binder.pdf_posters.list()] == ["Jul"]


def test_taken_off_and_put_back(binder: Binder) -> None:
    binder.pdf_posters.add(ADVENT)
    assert binder.pdf_posters.remove(ADVENT.sha256) == ADVENT
    assert binder.pdf_posters.list() == ()
    assert binder.pdf_posters.remove(ADVENT.sha256) is None
    binder.pdf_posters.add(ADVENT)
    assert binder.pdf_posters.list() == (ADVENT,)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("  A\x07dvent\n", "A dvent"),
        ("", "Plakat"),
        (" \t", "Plakat"),
        ("x" * 300, "x" * MAX_PDF_TITLE),
        ("'; DROP TABLE pdf_posters; --", "'; DROP TABLE pdf_posters; --"),
    ],
)
def test_a_title_is_kept_tidy(binder: Binder, title: str, kept: str) -> None:
    made = binder.pdf_posters.add(PdfPoster(**{**_fields(ADVENT), "title": title}))
    assert made.title == kept
    assert binder.pdf_posters.list() == (made,)


def test_a_binder_with_nothing_else_is_worth_a_backup(home: Home) -> None:
    binder, _ = home.open()
    binder.pdf_posters.add(ADVENT)
    binder.close()
    home.open()
    assert len(list(home.backups.iterdir())) == 1


def test_a_stand_in_binder_keeps_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.filled()
    monkeypatch.setattr("feltperm.binder.opening.can_write", lambda connection: False)
    binder, _ = home.open()
    with pytest.raises(ReadOnly):
        binder.pdf_posters.add(ADVENT)
    assert binder.pdf_posters.list() == ()


def _fields(poster: PdfPoster) -> dict[str, object]:
    return {name: getattr(poster, name) for name in poster.__struct_fields__}
