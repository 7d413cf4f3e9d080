"""Several sheets with a real worker: all their pages, a killed worker, a stop from elsewhere."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from feltperm.desk.sheets.batch import Batch, OwnPdf
from feltperm.desk.sheets.import_pdf import site_sheet
from feltperm.errors import PaperFailed
from feltperm.paper.child import SheetCancelled
from feltperm.paper.press import Press, Raster
from feltperm.paper.tiling import Tiling
from sample_jobs import SITE, START, make_job, make_press, pdf

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")


def test_poster_from_elsewhere_is_followed_by_the_sheet_with_the_box(press: Press) -> None:
    second = site_sheet("Advent", SITE, "colour", date(2026, 11, 26), {})
    pages = list(Batch(press, [OwnPdf("Advent", pdf((612, 792))), second, make_job()]).rasters(60))
    assert len(pages) == 3
    first = Image.frombytes("RGB", (pages[0].width, pages[0].height), pages[0].pixels, "raw", "RGB",
                            pages[0].stride)  # fmt: skip
    assert first.getpixel((first.width // 2, first.height // 2)) == (255, 0, 0)
    # all on A4, whatever they came as
    assert {(round(one.width, -1), round(one.height, -1)) for one in pages} == {(500, 700)}


def test_tiles_of_a_batch_are_all_its_sheets(press: Press) -> None:
    pages = list(
        Batch(press, [make_job(paper="a3")], tiling=Tiling("a3", "a4", two=True)).rasters(30)
    )
    assert len(pages) == 2
    assert all(page.width > page.height for page in pages)


@posix
def test_a_killed_worker_costs_one_sheet_at_most(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    start = f"import os; print(os.getpid(), file=open({str(pids)!r}, 'a')); {START}"
    with make_press(start=start) as press:
        jobs = [make_job(title={"nb": f"Plakat {number}"}) for number in range(4)]
        made = Batch(press, jobs)
        pages = made.rasters(30)
        got = [next(pages)]
        os.kill(int(pids.read_text().split()[-1]), 9)
        try:
            got += pages
        except PaperFailed:  # it was killed within an order: nothing of the job is printed
            return
        assert len(got) + len(made.left_out) == 4
        assert len(made.left_out) <= 1


def test_another_thread_stops_it_in_the_middle(press: Press) -> None:
    made = Batch(press, [make_job(title={"nb": f"Plakat {number}"}) for number in range(500)])
    ended: list[BaseException] = []
    first = threading.Event()

    def watched(pages: Iterator[Raster]) -> Iterator[Raster]:
        for page in pages:
            first.set()
            yield page

    def work() -> None:
        try:
            list(watched(made.rasters(20)))
        except SheetCancelled as stopped:
            ended.append(stopped)

    thread = threading.Thread(target=work)
    thread.start()
    assert first.wait(20)
    made.cancel()
    thread.join(20)
    assert not thread.is_alive()
    assert len(ended) == 1
    assert press.set(make_job()).pdf
