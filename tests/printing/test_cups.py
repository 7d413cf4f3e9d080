"""Real sheets through a real print server: CUPS of the test's own, with cups-pdf as the printer."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec
import pypdfium2
import pytest
import zxingcpp
from cups_home import ANONYMOUS, PrintServer, print_server, why_not
from PIL import Image, ImageChops, ImageStat
from pypdfium2 import PdfPage
from PySide6.QtWidgets import QApplication, QWidget

from feltperm.app import open_press, program
from feltperm.app_desk import open_desk
from feltperm.binder import Site
from feltperm.desk.sheets.posters import Choice, Proof
from feltperm.desk.sheets.printers import Printer, Way, in_ink, ways
from feltperm.errors import PrinterFailed
from feltperm.paper.job import Paper
from feltperm.paths import find_paths
from feltperm.ui.posters.print_dialog import PrintDialog
from feltperm.ui.posters.shop import PrintShop
from feltperm.ui.posters.spooler import Order, Patience, Spooler
from real_window import opened

REASON = why_not()
pytestmark = [
    pytest.mark.slow,
    # on a machine that checks submissions it must be there, and is not skipped
    pytest.mark.skipif(bool(REASON) and not os.environ.get("CI"), reason=REASON),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="CUPS is installed by apt"),
]

TITLE = f"feltperm-{os.getpid()}"
SITE = Site(name="Feltstasjonen", address="Eksempelgata 1", phone="73 00 00 00", is_default=True)
NOW = datetime(2026, 11, 26, 12, 0)
SIZES: dict[str, tuple[int, int]] = {"a3": (297, 420), "a4": (210, 297), "a5": (148, 210)}
#: Nothing is printed nearer to the edge, in millimetres; a raster may be off by half a pixel.
MARGIN, SLACK = 10.0, 0.3


@pytest.fixture(scope="module")
def server() -> Iterator[PrintServer]:
    assert not REASON, REASON
    with print_server(TITLE) as made:
        made.add("farge", "Farge i gangen")
        made.add("graa", "Grå på kontoret", _grey)
        made.add("liten", "Liten med A4", _only_a4)
        yield made


@pytest.fixture
def spooler(server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> Spooler:
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return Spooler(program())


@pytest.fixture
def shop(spooler: Spooler) -> Iterator[PrintShop]:
    made = PrintShop(open_press(), spooler)
    yield made
    made.close()


@pytest.fixture(scope="module")
def poster(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    """The poster that matters most, for a place with a telephone."""
    desk = open_desk(find_paths(tmp_path_factory.mktemp("profile")), now=lambda: NOW)
    desk.keep.add_site(SITE)
    proof = desk.posters.proof("national/ps-overdose", Choice(site=SITE.name))
    desk.close()
    return proof


def on_paper(poster: Proof, paper: Paper) -> Proof:
    return replace(poster, job=msgspec.structs.replace(poster.job, paper=paper))


def printer(spooler: Spooler, name: str) -> Printer:
    return next(one for one in spooler.find() if one.name == name)


def printed(server: PrintServer, title: str) -> list[Image.Image]:
    """Return the pages that came out, in 150 dpi."""
    with pypdfium2.PdfDocument(server.printed(title)) as pdf:
        return [page.render(scale=150 / 72).to_pil().convert("RGB") for page in pdf]


def sizes(server: PrintServer, title: str) -> list[tuple[int, int]]:
    """Return width and height of each sheet that came out, in millimetres."""

    def measured(page: PdfPage) -> tuple[int, int]:
        width, height = (round(points / 72 * 25.4) for points in page.get_size())
        return width, height

    with pypdfium2.PdfDocument(server.printed(title)) as pdf:
        return [measured(page) for page in pdf]


def ink_box(page: Image.Image) -> tuple[float, float, float, float]:
    """Return how far the ink is from the left, top, right and bottom edge, in millimetres."""
    white = Image.new("RGB", page.size, (255, 255, 255))
    box = (
        ImageChops.difference(page, white)
        .convert("L")
        .point(lambda level: 255 * (level > 24))
        .getbbox()
    )
    assert box, "the page is empty"
    left, top, right, bottom = box
    millimetre = 150 / 25.4
    edges = (left, top, page.width - right, page.height - bottom)
    return tuple(edge / millimetre for edge in edges)  # type: ignore[return-value]


def nothing_to_read_at_the_edge(page: Image.Image) -> bool:
    """Say whether the outer 10 mm hold nothing but fields and lines that run off the sheet.

    Those of the band do, as the drawings of the posters have it: what a printer cuts of them is
    not missed. So each line across that strip is of one colour.
    """
    near, far = round(150 / 25.4), int((MARGIN - SLACK) * 150 / 25.4)
    for turns in range(4):
        turned = page.rotate(90 * turns, expand=True)
        strip = turned.crop((near, near, far, turned.height - near))
        first = strip.crop((0, 0, 1, strip.height)).resize(strip.size)
        apart = ImageChops.difference(strip, first).convert("L")
        if apart.point(lambda level: 255 * (level > 24)).getbbox():
            return False
    return True


def colourful(page: Image.Image) -> bool:
    """Say whether any pixel is of another colour than grey."""
    red, green, blue = page.split()
    apart = ImageChops.lighter(
        ImageChops.difference(red, green), ImageChops.difference(green, blue)
    )
    return bool(apart.getextrema()[1] > 40)  # type: ignore[operator]


def code_on(pages: Sequence[Image.Image]) -> set[str]:
    return {code.text for page in pages for code in zxingcpp.read_barcodes(page)}


def _grey(ppd: str) -> str:
    return ppd.replace("*ColorDevice:\tTrue", "*ColorDevice:\tFalse")


def _only_a4(ppd: str) -> str:
    """Take every paper but A4 out of what the printer says of itself."""
    kinds = ("*PageSize ", "*PageRegion ", "*ImageableArea ", "*PaperDimension ")
    lines = ppd.splitlines(keepends=True)
    return "".join(
        line for line in lines if not line.startswith(kinds) or line.split()[1][:3] == "A4/"
    ).replace("*VariablePaperSize: True", "*VariablePaperSize: False")


# --- what comes out -----------------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["a4", "a3", "a5"])
def test_a_poster_comes_out_in_its_size_and_its_code_can_be_read(
    server: PrintServer, shop: PrintShop, poster: Proof, paper: Paper
) -> None:
    title, sheet = f"{TITLE}-{paper}", on_paper(poster, paper)
    (way, *_others) = ways([sheet.job], printer(shop.spooler, "farge"))
    assert way == Way(paper)
    left_out = shop.send(Order("farge", paper, title=title), [sheet.job], way)
    assert left_out == ()
    assert sizes(server, title) == [pytest.approx(SIZES[paper], abs=1)]
    (page,) = printed(server, title)
    assert nothing_to_read_at_the_edge(page)
    assert colourful(page)
    assert code_on([page]) == {"tel:73000000"}


def test_what_comes_out_is_what_is_saved_as_pdf(
    server: PrintServer, shop: PrintShop, poster: Proof
) -> None:
    title = f"{TITLE}-same"
    shop.send(Order("farge", "a4", title=title), [poster.job], Way("a4"))
    (page,) = printed(server, title)
    with pypdfium2.PdfDocument(shop.press.set(poster.job).pdf) as pdf:
        saved = pdf[0].render(scale=150 / 72).to_pil().convert("RGB").resize(page.size)
    small = (page.width // 10, page.height // 10)
    apart = ImageChops.difference(page.resize(small), saved.resize(small)).convert("L")
    assert ImageStat.Stat(apart).mean[0] < 4


def test_a_grey_printer_gets_grey_pages(
    server: PrintServer, shop: PrintShop, poster: Proof
) -> None:
    title, grey = f"{TITLE}-grey", printer(shop.spooler, "graa")
    assert grey.grey
    assert not printer(shop.spooler, "farge").grey
    order = Order("graa", "a4", grey=grey.grey, title=title)
    shop.send(order, [in_ink(poster.job, "save")], Way("a4"))
    (page,) = printed(server, title)
    assert not colourful(page)
    assert nothing_to_read_at_the_edge(page)
    assert code_on([page]) == {"tel:73000000"}


def test_two_copies_are_two_sheets(server: PrintServer, shop: PrintShop, poster: Proof) -> None:
    title = f"{TITLE}-two"
    shop.send(Order("farge", "a4", copies=2, title=title), [poster.job], Way("a4"))
    first, second = printed(server, title)
    assert ImageChops.difference(first, second).getbbox() is None


def test_a_poster_that_is_too_large_comes_out_in_tiles(
    server: PrintServer, shop: PrintShop, poster: Proof
) -> None:
    title, sheet = f"{TITLE}-tiles", on_paper(poster, "a3")
    small = printer(shop.spooler, "liten")
    assert small.papers == ("a4",)
    (way, *_others) = ways([sheet.job], small)
    assert way.tiling is not None
    assert way.tiling.sheets == 2
    shop.send(Order("liten", "a4", title=title), [sheet.job], way)
    pages = printed(server, title)
    assert len(pages) == 2
    for page, size in zip(pages, sizes(server, title), strict=True):
        assert sorted(size) == pytest.approx(SIZES["a4"], abs=1)
        assert min(ink_box(page)) >= MARGIN - SLACK
    assert code_on(pages) == {"tel:73000000"}


def test_a_small_sheet_keeps_its_size_on_larger_paper(
    server: PrintServer, shop: PrintShop, poster: Proof
) -> None:
    title, sheet = f"{TITLE}-middle", on_paper(poster, "a5")
    (way, *_others) = ways([sheet.job], printer(shop.spooler, "liten"))
    assert way == Way("a4")
    shop.send(Order("liten", "a4", title=title), [sheet.job], way)
    (page,) = printed(server, title)
    left, top, right, bottom = ink_box(page)
    assert left == pytest.approx((210 - 148) / 2, abs=1)
    assert right == pytest.approx((210 - 148) / 2, abs=1)
    assert top == pytest.approx((297 - 210) / 2, abs=1)
    assert bottom > (297 - 210) / 2 + MARGIN - SLACK


def test_several_posters_are_one_job(server: PrintServer, shop: PrintShop, poster: Proof) -> None:
    title, told = f"{TITLE}-several", list[tuple[int, int]]()
    jobs = [poster.job, in_ink(poster.job, "save"), poster.job]
    order = Order("farge", "a4", title=title)
    shop.send(order, jobs, Way("a4"), lambda done, total, _title: told.append((done, total)))
    assert len(printed(server, title)) == 3
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_the_test_page_comes_out(server: PrintServer, shop: PrintShop) -> None:
    title = f"{TITLE}-trial"
    shop.send_test_page(Order("farge", "a4", title=title), "Farge i gangen", NOW)
    (page,) = printed(server, title)
    assert min(ink_box(page)) == pytest.approx(5, abs=0.5), "its outer frame is 5 mm from the edge"
    assert code_on([page])


def test_a_poster_goes_from_the_window_to_paper_and_the_strip_asks_for_it(
    server: PrintServer, spooler: Spooler, tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path / "profile") as house:
        house.skip_first_start()
        house.desk(lambda desk: desk.keep.add_site(SITE))  # type: ignore[attr-defined]
        house.shell.open_poster("national/ps-overdose")
        studio = house.shell.pages.studio()
        house.driver.wait(lambda: studio.proof is not None and studio.proof.job.site)

        def send(dialog: QWidget) -> None:
            assert isinstance(dialog, PrintDialog)
            house.driver.wait(dialog.send.isEnabled)
            dialog.options.printer.setCurrentText("Grå på kontoret")
            house.driver.wait(dialog.send.isEnabled)
            assert dialog.options.ink == "save"
            dialog.send.click()

        house.driver.in_dialog(send, studio.print_poster)
        house.driver.wait(lambda: house.shell.strip.text())
        assert house.shell.strip.text() == "Sendt til Grå på kontoret. Kom arket ut?"
    server.settle()
    (file,) = ANONYMOUS.glob("Overdose*.pdf")
    try:
        with pypdfium2.PdfDocument(file) as pdf:
            assert not colourful(pdf[0].render(scale=1).to_pil().convert("RGB"))
    finally:
        file.unlink()


# --- what goes wrong ----------------------------------------------------------------------------


def test_a_queue_that_rejects_jobs_is_told_before_and_when_sending(
    server: PrintServer, shop: PrintShop, poster: Proof
) -> None:
    server.run("cupsreject", "graa")
    try:
        assert printer(shop.spooler, "graa").state == "rejecting"
        with pytest.raises(PrinterFailed, match="tar ikke imot noe nå"):
            shop.send(Order("graa", "a4", title=f"{TITLE}-no"), [poster.job], Way("a4"))
    finally:
        server.run("cupsaccept", "graa")
    assert printer(shop.spooler, "graa").state == "ready"


def test_a_stopped_printer_is_told(server: PrintServer, spooler: Spooler) -> None:
    server.run("cupsdisable", "graa")
    try:
        assert printer(spooler, "graa").state == "stopped"
    finally:
        server.run("cupsenable", "graa")


def test_a_queue_that_is_gone_is_told(shop: PrintShop, poster: Proof) -> None:
    with pytest.raises(PrinterFailed, match="Ingenting er sendt"):
        shop.send(Order("borte", "a4", title=f"{TITLE}-gone"), [poster.job], Way("a4"))


def test_a_print_server_that_hangs_is_told_and_nothing_comes_out_later(
    server: PrintServer, shop: PrintShop, poster: Proof
) -> None:
    hurried = Spooler(program(), Patience(listing=1.5, opening=2.5))
    os.kill(server.process.pid, signal.SIGSTOP)
    try:
        with pytest.raises(PrinterFailed, match="Skriverne svarer ikke"):
            hurried.find()
        with pytest.raises(PrinterFailed, match="Ingenting er sendt"):
            PrintShop(shop.press, hurried).send(
                Order("farge", "a4", title=f"{TITLE}-hung"), [poster.job], Way("a4")
            )
    finally:
        os.kill(server.process.pid, signal.SIGCONT)
    assert printer(shop.spooler, "farge").state == "ready"
    assert "hung" not in server.run("lpstat", "-o")


def test_a_title_longer_than_a_spooler_takes_is_shortened(
    server: PrintServer, shop: PrintShop, poster: Proof
) -> None:
    title = f"{TITLE}-long"
    shop.send(Order("farge", "a4", title=f"{title}\n" + "ø" * 300), [poster.job], Way("a4"))
    assert server.printed(title)


def test_nothing_is_left_in_the_folder_for_temporary_files(
    shop: PrintShop, poster: Proof, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shop.send(Order("farge", "a4", title=f"{TITLE}-tidy"), [poster.job], Way("a4"))
    assert list(tmp_path.iterdir()) == []
