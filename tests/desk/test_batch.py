"""Several sheets in one job: all of them, in order, with progress, and stopped at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from feltperm.desk.sheets.batch import Batch, OwnPdf
from feltperm.errors import DiskFull, TextTooLong
from feltperm.paper.child import SheetCancelled
from feltperm.paper.job import Foot, Job, Paper
from feltperm.paper.press import Raster, Sheet
from feltperm.paper.tiling import Tiling


def sheet(title: str, paper: Paper = "a4") -> Job:
    foot = Foot(source="", read_on="", published="", printed="2026-11-26", check_by="2027-05-26")
    return Job(
        layout="steps", record="national/ps-sample", paper=paper, ink="colour", colour="red",
        languages=("nb",), title={"nb": title}, subtitle={}, items=(), box_heading={}, site=None,
        words={}, notices=(), foot=foot,
    )  # fmt: skip


class FakePress:
    """Sets every sheet as its title, two pages each, and cannot set what is too long."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.cancelled = 0

    def set(self, job: Job) -> Sheet:
        title = job.title["nb"]
        self.log.append(f"set {title}")
        if title == "lang":
            raise TextTooLong("Teksten får ikke plass i A4. Kort den ned.")
        return Sheet(title.encode(), (), 0.0)

    def tile(self, job: Job, tiling: Tiling) -> Sheet:
        self.log.append(f"tile {job.title['nb']} {tiling.sheets}")
        return Sheet(job.title["nb"].encode(), (), 0.0)

    def rasters(self, pdf: bytes, dpi: int, paper: str | None = None) -> Iterator[Raster]:
        for page in (1, 2):
            self.log.append(f"draw {pdf.decode()} {page} {dpi} {paper}")
            yield Raster(1, 1, 3, pdf)

    def cancel(self) -> None:
        self.cancelled += 1


@pytest.fixture
def press() -> FakePress:
    return FakePress()


Made = Callable[..., Batch]


@pytest.fixture
def batch(press: FakePress) -> Made:
    def make(*items: Job | OwnPdf, **options: object) -> Batch:
        return Batch(press, items, **options)  # type: ignore[arg-type]

    return make


def test_nothing_is_set_before_its_page_is_asked_for(press: FakePress, batch: Made) -> None:
    pages = batch(sheet("a"), sheet("b")).rasters(300)
    assert press.log == []
    assert [next(pages).pixels, next(pages).pixels] == [b"a", b"a"]
    assert press.log == ["set a", "draw a 1 300 None", "draw a 2 300 None"]
    assert next(pages).pixels == b"b"
    assert press.log[3:] == ["set b", "draw b 1 300 None"]


def test_progress_is_told_before_each_sheet(batch: Made) -> None:
    told: list[tuple[int, int, str]] = []
    list(batch(sheet("a"), sheet("b"), tell=lambda *at: told.append(at)).rasters(300))
    assert told == [(0, 2, "a"), (1, 2, "b")]


def test_a_sheet_that_cannot_be_set_is_left_out_and_the_others_come(batch: Made) -> None:
    made = batch(sheet("a"), sheet("lang"), sheet("b"))
    assert [page.pixels for page in made.rasters(300)] == [b"a", b"a", b"b", b"b"]
    assert made.left_out == [("lang", "Teksten får ikke plass i A4. Kort den ned.")]


def test_cancelling_between_two_sheets_stops_before_the_next(press: FakePress, batch: Made) -> None:
    made = batch(sheet("a"), sheet("b"))
    pages = made.rasters(300)
    next(pages), next(pages)
    made.cancel()
    with pytest.raises(SheetCancelled, match="avbrutt"):
        next(pages)
    assert press.cancelled == 1
    assert "set b" not in press.log


def test_cancelling_after_the_last_page_still_stops_the_job(batch: Made) -> None:
    made = batch(sheet("a"))
    pages = made.rasters(300)
    next(pages), next(pages)
    made.cancel()
    with pytest.raises(SheetCancelled):
        next(pages)


def test_cancelling_within_a_sheet_is_not_taken_for_a_sheet_left_out(
    press: FakePress, batch: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_job: Job) -> Sheet:
        raise SheetCancelled("Arket ble avbrutt.")

    monkeypatch.setattr(press, "set", killed)
    made = batch(sheet("a"))
    with pytest.raises(SheetCancelled):
        list(made.rasters(300))
    assert made.left_out == []


def test_a_file_from_elsewhere_is_fitted_on_the_paper(press: FakePress, batch: Made) -> None:
    list(batch(OwnPdf("Advent", b"%PDF"), sheet("a"), paper="a3").rasters(200))
    assert press.log[:3] == ["draw %PDF 1 200 a3", "draw %PDF 2 200 a3", "set a"]


def test_sheets_can_be_shared_out(press: FakePress, batch: Made) -> None:
    list(batch(sheet("a", "a3"), tiling=Tiling("a3", "a4")).rasters(300))
    assert press.log[0] == "tile a 4"


def test_saved_each_as_a_file_of_its_own(batch: Made, tmp_path: Path) -> None:
    titles = ("Overdose?", "overdose", "../../etc", "", "lang")
    made = batch(*map(sheet, titles), OwnPdf("Åpent hus", b"%PDF"))
    saved = made.save(tmp_path)
    assert [path.name for path in saved] == [
        "Overdose.pdf", "overdose 2.pdf", "etc.pdf", "ark.pdf", "Åpent hus.pdf",
    ]  # fmt: skip
    assert saved[0].read_bytes() == b"Overdose?"
    assert saved[4].read_bytes() == b"%PDF"
    assert {path.parent for path in saved} == {tmp_path}
    assert [title for title, _ in made.left_out] == ["lang"]


def test_what_was_saved_before_the_disk_was_full_is_whole(
    batch: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(data: bytes, target: Path) -> Path:
        if target.name == "b.pdf":
            raise DiskFull("Disken er full. Ingenting er endret.")
        target.write_bytes(data)
        return target

    monkeypatch.setattr("feltperm.desk.sheets.batch.save", full)
    with pytest.raises(DiskFull):
        batch(sheet("a"), sheet("b")).save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_an_empty_batch_gives_nothing(batch: Made, tmp_path: Path) -> None:
    assert list(batch().rasters(300)) == []
    assert batch().save(tmp_path) == ()
