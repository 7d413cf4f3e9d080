"""A poster made elsewhere: read within limits, kept as it came, printed with the site's box."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from feltperm.binder import Binder, open_binder
from feltperm.desk.sheets.batch import OwnPdf
from feltperm.desk.sheets.import_pdf import PdfPosters, read_pdf, site_sheet
from feltperm.errors import NotFound
from feltperm.paper.job import Job, SiteBox
from feltperm.paper.press import ForeignPdf

NOW = datetime(2026, 11, 26, 12)
PDF = ForeignPdf(b"%PDF-1.7 advent", ((595, 842), (595, 842)), b"")
SITE = SiteBox(
    name="Prøvestedet", address="Prøvegata 1", phone="73 00 00 00", hours="mandag kl. 9–15"
)


@pytest.fixture
def binder(tmp_path: Path) -> Iterator[Binder]:
    made, _ = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOW)
    yield made
    made.close()


@pytest.fixture
def posters(binder: Binder) -> PdfPosters:
    return PdfPosters(binder, dict, lambda: NOW)


class Looking:
    """A press that takes everything and remembers what it was shown."""

    def __init__(self) -> None:
        self.seen: list[int] = []

    def check_pdf(self, data: bytes) -> ForeignPdf:
        self.seen.append(len(data))
        return ForeignPdf(data, ((595, 842),), b"")


def test_it_is_kept_byte_for_byte_beside_the_binder(posters: PdfPosters, tmp_path: Path) -> None:
    kept = posters.keep("Åpent hus i advent", PDF)
    assert (kept.title, kept.pages, kept.added_on) == ("Åpent hus i advent", 2, "2026-11-26")
    assert kept.sha256 == hashlib.sha256(PDF.data).hexdigest() == PDF.sha256
    assert (tmp_path / "files" / kept.sha256).read_bytes() == PDF.data
    assert posters.list() == (kept,)


def test_it_is_printed_with_the_box_of_the_site_on_a_second_sheet(posters: PdfPosters) -> None:
    kept = posters.keep("Advent", PDF)
    own, sheet = posters.items(kept.sha256, SITE, "save")
    assert own == OwnPdf("Advent", PDF.data)
    assert isinstance(sheet, Job)
    assert (sheet.site, sheet.ink, sheet.paper) == (SITE, "save", "a4")
    assert sheet.subtitle == {"nb": "Advent"}
    assert sheet.foot.printed == "2026-11-26"
    assert sheet.code.startswith("FP-")
    assert posters.items(kept.sha256, None) == (own,)


def test_the_second_sheet_says_only_what_is_known() -> None:
    bare = site_sheet("Advent", SiteBox(name="Prøvestedet"), "colour", date(2026, 11, 26), {})
    assert [line.title["nb"] for line in bare.items] == ["Prøvestedet"]
    full = site_sheet("Advent", SITE, "colour", date(2026, 11, 26), {})
    assert [line.title["nb"] for line in full.items] == [SITE.name, SITE.hours, SITE.phone]


def test_undo_brings_it_back_with_its_file(posters: PdfPosters) -> None:
    kept = posters.keep("Advent", PDF)
    removed = posters.remove(kept.sha256)
    assert removed == kept
    with pytest.raises(NotFound, match="Hent den inn på nytt"):
        posters.items(kept.sha256, None)
    posters.put_back(removed)
    assert posters.items(kept.sha256, None) == (OwnPdf("Advent", PDF.data),)


def test_a_file_that_is_gone_or_another_is_not_printed(posters: PdfPosters, tmp_path: Path) -> None:
    kept = posters.keep("Advent", PDF)
    (tmp_path / "files" / kept.sha256).write_bytes(b"something else")
    with pytest.raises(NotFound):
        posters.items(kept.sha256, None)
    assert posters.list() == (kept,)


def test_no_more_is_read_than_the_worker_takes(tmp_path: Path) -> None:
    press = Looking()
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(60_000_000)
    read_pdf(press, large)  # type: ignore[arg-type]
    assert press.seen == [20_000_001]


@pytest.mark.parametrize("name", ["missing.pdf", "", "a\0b"])
def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFound, match="Filen kan ikke leses"):
        read_pdf(Looking(), tmp_path / name)  # type: ignore[arg-type]
