"""Printers come from a child that may be killed; pages are painted in one (DESIGN section 7)."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from feltperm.app import program
from feltperm.desk.sheets.printers import Printer
from feltperm.errors import PrinterFailed
from feltperm.options import LIST_PRINTERS
from feltperm.paper.press import Raster
from feltperm.ui.posters.printers import find_printers
from feltperm.ui.posters.printing import open_printer, paint_pages
from feltperm.ui.posters.spooler import Order

#: Seconds within which every child here answers, on a busy machine too.
PATIENCE = 30.0


def child(code: str) -> list[str]:
    """Return a command that stands in for the program; it is given the private option."""
    return [sys.executable, "-c", code]


def answering(answer: object) -> list[str]:
    return child(f"print({json.dumps(json.dumps(answer))})")


def printer(name: str, *, default: bool = False, grey: bool = False) -> dict[str, object]:
    return {"name": name, "description": f"Skriver {name}", "grey": grey, "default": default}


# --- the list -----------------------------------------------------------------------------------


def test_the_default_printer_comes_first_and_the_others_by_name() -> None:
    found = find_printers(
        answering([printer("b"), printer("c", default=True), printer("a", grey=True)]), PATIENCE
    )
    assert [one.name for one in found] == ["c", "a", "b"]
    assert found[0] == Printer("c", "Skriver c", grey=False, default=True)
    assert found[1].grey


def test_what_a_printer_can_do_comes_with_it() -> None:
    told = {**printer("a"), "papers": ["a4", "a3"], "duplex": True, "state": "stopped"}
    (found,) = find_printers(answering([told]), PATIENCE)
    assert (found.papers, found.duplex, found.state) == (("a4", "a3"), True, "stopped")


def test_the_child_is_asked_with_the_private_option_and_without_a_screen(tmp_path: Path) -> None:
    seen = tmp_path / "seen.json"
    code = (
        "import json, os, sys, pathlib\n"
        f"pathlib.Path({str(seen)!r}).write_text(json.dumps([sys.argv[1:], "
        "os.environ['QT_QPA_PLATFORM']]))\n"
        "print('[]')"
    )
    assert find_printers(child(code), PATIENCE) == []
    assert json.loads(seen.read_text()) == [[LIST_PRINTERS], "offscreen"]


@pytest.mark.parametrize(
    "code",
    [
        "",
        "print('x')",
        "print('[')",
        "print('5')",
        "print('{}')",
        "print('null')",
        "print('[1, 2]')",
        "print('[{}]')",
        'print(\'[{"name": "a"}]\')',
        'print(\'[{"name": "a", "description": "b", "grey": 0, "default": 0}]\')',
        'print(\'[{"name": "a", "description": "b", "grey": true, "default": true, '
        '"papers": ["a17"]}]\')',
        "import sys; sys.stdout.buffer.write(bytes(range(256)) * 1000)",
        "raise SystemExit(3)",
        "import os; os.abort()",
    ],
)
def test_an_answer_that_is_none_is_no_printer(code: str) -> None:
    assert find_printers(child(code), PATIENCE) == []


def test_a_program_that_is_not_there_is_no_printer(tmp_path: Path) -> None:
    assert find_printers([str(tmp_path / "missing")], PATIENCE) == []
    assert find_printers([str(tmp_path)], PATIENCE) == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="asks after a process as POSIX does")
def test_a_spooler_that_hangs_is_left_and_its_child_is_killed(tmp_path: Path) -> None:
    alive = tmp_path / "pid"
    code = (
        "import os, pathlib, signal\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"pathlib.Path({str(alive)!r}).write_text(str(os.getpid()))\n"
        "print('[]', flush=True)\n"
        "import time; time.sleep(60)"
    )
    with pytest.raises(PrinterFailed, match="Skriverne svarer ikke"):
        find_printers(child(code), patience=1.0)
    pid = int(alive.read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.slow
def test_the_program_itself_answers() -> None:
    found = find_printers(program(), PATIENCE)
    assert all(isinstance(one, Printer) and one.name for one in found)


# --- the pages ----------------------------------------------------------------------------------


def page(width: int, height: int, colour: tuple[int, int, int]) -> Raster:
    stride = (width * 3 + 3) // 4 * 4
    row = bytes(colour) * width + b"\0" * (stride - width * 3)
    return Raster(width, height, stride, row * height)


RED = (179, 38, 30)
#: Millimetres of the papers that a poster can have, and its pixels for a printer.
SIZES = {"a3": (297, 420), "a4": (210, 297), "a5": (148, 210), "a6": (105, 148)}
DOTS = {paper: tuple(round(side / 25.4 * 300) for side in size) for paper, size in SIZES.items()}


@pytest.fixture
def device(qapp: QApplication, tmp_path: Path) -> QPrinter:
    """A printer that writes a file and needs no spooler."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "sent.pdf"))
    return made


@pytest.mark.parametrize("paper", sorted(SIZES))
def test_a_page_covers_its_sheet_to_the_edge(device: QPrinter, tmp_path: Path, paper: str) -> None:
    paint_pages(device, [page(*DOTS[paper], RED)], paper)
    with pypdfium2.PdfDocument(tmp_path / "sent.pdf") as sent:
        assert len(sent) == 1
        size = [points / 72 * 25.4 for points in sent[0].get_size()]
        assert size == pytest.approx(SIZES[paper], abs=1)
        picture = sent[0].render(scale=0.5).to_pil().convert("RGB")
    corners = [(x, y) for x in (2, picture.width - 3) for y in (2, picture.height - 3)]
    for corner in [*corners, (picture.width // 2, picture.height // 2)]:
        assert picture.getpixel(corner) == pytest.approx(RED, abs=3)


def test_a_page_that_lies_gets_a_sheet_that_lies(device: QPrinter, tmp_path: Path) -> None:
    width, height = DOTS["a4"]
    paint_pages(device, [page(width, height, RED), page(height, width, RED)], "a4")
    with pypdfium2.PdfDocument(tmp_path / "sent.pdf") as sent:
        (w1, h1), (w2, h2) = (one.get_size() for one in sent)
    assert w1 < h1
    assert w2 > h2


def test_a_small_page_stands_in_the_middle_in_its_own_size(
    device: QPrinter, tmp_path: Path
) -> None:
    paint_pages(device, [page(*DOTS["a5"], RED)], "a4")
    with pypdfium2.PdfDocument(tmp_path / "sent.pdf") as sent:
        picture = sent[0].render(scale=1).to_pil().convert("RGB")
    left, top, right, bottom = picture.point(lambda level: 255 - level).getbbox() or (0, 0, 0, 0)
    millimetres = [(right - left) / 72 * 25.4, (bottom - top) / 72 * 25.4]
    assert millimetres == pytest.approx(SIZES["a5"], abs=1)
    assert left == pytest.approx(picture.width - right, abs=2)
    assert top == pytest.approx(picture.height - bottom, abs=2)


def test_each_page_is_a_sheet_of_its_own(device: QPrinter, tmp_path: Path) -> None:
    colours = [(255, 0, 0), (0, 255, 0), (0, 0, 255)]
    paint_pages(device, (page(*DOTS["a6"], colour) for colour in colours), "a6")
    with pypdfium2.PdfDocument(tmp_path / "sent.pdf") as sent:
        seen = [
            sent[number].render(scale=0.2).to_pil().convert("RGB").getpixel((20, 20))
            for number in range(len(sent))
        ]
    assert len(seen) == 3
    for one, colour in zip(seen, colours, strict=True):
        assert one == pytest.approx(colour, abs=3)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_device_that_takes_nothing_is_told(qapp: QApplication, tmp_path: Path) -> None:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "no-folder" / "sent.pdf"))
    with pytest.raises(PrinterFailed, match="Skriveren tok ikke imot arket"):
        paint_pages(made, [page(10, 14, (0, 0, 0))], "a4")


def test_a_queue_that_is_gone_is_told_before_a_page_is_drawn(qapp: QApplication) -> None:
    with pytest.raises(PrinterFailed, match="Ingenting er sendt"):
        open_printer(Order("no such queue", "a4"))
