"""Sending goes through a child that may be killed: whatever it does, the window hears of it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from feltperm.errors import PaperFailed, PrinterFailed
from feltperm.options import SEND_PAGES
from feltperm.paper.press import Raster
from feltperm.ui.posters.spooler import Order, Patience, SendingCancelled, Spooler

ORDER = Order("kontoret", "a4", copies=2, title="Plakat")
PAGE = Raster(2, 1, 8, bytes(8))
#: What a child of the program's own kind does, in short.
PREAMBLE = """
import json, os, sys, time
from pathlib import Path
from feltperm.paper.frames import read_frame, write_frame
def get():
    return read_frame(sys.stdin.buffer, 1 << 25)
def say(**words):
    write_frame(sys.stdout.buffer, words)
"""
QUICK = Patience(opening=20, page=20, ending=20)


def sending(body: str, patience: Patience = QUICK) -> Spooler:
    return Spooler([sys.executable, "-c", PREAMBLE + body], patience)


def test_pages_come_to_the_child_one_by_one_and_in_order(tmp_path: Path) -> None:
    seen = tmp_path / "seen.json"
    spooler = sending(
        f"""
seen = [sys.argv[1], get()[0]]
say(said="ready")
while (frame := get()) is not None and frame[0] != {{"end": True}}:
    seen.append([frame[0], len(frame[1][0])])
Path({str(seen)!r}).write_text(json.dumps(seen))
say(said="sent")
"""
    )
    spooler.send(ORDER, iter([PAGE, PAGE]))
    text = seen.read_text()
    assert text.startswith(f'["{SEND_PAGES}", ')
    assert '"printer": "kontoret"' in text
    assert '"copies": 2' in text
    assert text.endswith('[{"width": 2, "height": 1, "stride": 8}, 8]]')
    assert text.count('"stride"') == 2


def unused() -> Iterator[Raster]:
    raise AssertionError("a page was drawn for no printer")
    yield PAGE


def test_nothing_is_drawn_for_a_queue_that_is_gone() -> None:
    spooler = sending('get(); say(said="failed", text="Skriveren ble borte.", detail="x")')
    with pytest.raises(PrinterFailed, match="ble borte") as told:
        spooler.send(ORDER, unused())
    assert told.value.detail == "x"


@pytest.mark.parametrize(
    ("body", "patience", "words"),
    [
        ("time.sleep(60)", Patience(opening=0.5), "svarer ikke. Ingenting er sendt"),
        ("get(); time.sleep(60)", Patience(opening=0.5), "svarer ikke. Ingenting er sendt"),
        (
            'get(); say(said="ready"); time.sleep(60)',
            Patience(page=0.5),
            "svarer ikke. Ingenting er sendt",
        ),
        (
            'get(); say(said="ready"); get(); get(); time.sleep(60)',
            Patience(ending=0.5),
            "Se etter arket før du sender på nytt",
        ),
        ("get(); os.abort()", QUICK, "Utskriften stoppet. Ingenting er sendt"),
        ('get(); say(said="ready"); os._exit(3)', QUICK, "Utskriften stoppet"),
        ("sys.stdout.write('Traceback!'); sys.stdout.flush()", QUICK, "Utskriften stoppet"),
    ],
)
def test_a_child_that_hangs_or_breaks_is_told(body: str, patience: Patience, words: str) -> None:
    large = Raster(2000, 2000, 6000, bytes(12_000_000))
    with pytest.raises(PrinterFailed, match=words):
        sending(body, patience).send(ORDER, iter([large]))


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(PrinterFailed, match="Ingenting er sendt"):
        Spooler([str(tmp_path / "missing")]).send(ORDER, unused())


def test_what_is_sent_can_be_stopped_from_another_thread() -> None:
    spooler = sending('get(); say(said="ready"); time.sleep(60)')

    def pages() -> Iterator[Raster]:
        threading.Thread(target=spooler.stop).start()
        while True:
            yield Raster(2000, 2000, 6000, bytes(12_000_000))

    with pytest.raises(SendingCancelled):
        spooler.send(ORDER, pages())


def test_a_window_that_closes_gives_the_spooler_a_last_moment_only() -> None:
    spooler = sending(
        'get(); say(said="ready"); get(); time.sleep(60)', Patience(ending=60, closing=0.2)
    )

    def pages() -> Iterator[Raster]:
        yield PAGE
        spooler.hurry()

    with pytest.raises(PrinterFailed, match="svarer ikke"):
        spooler.send(ORDER, pages())


@pytest.mark.parametrize("stop", [lambda spooler: spooler.stop(), lambda spooler: spooler.hurry()])
def test_where_nothing_is_sent_there_is_nothing_to_stop(stop: Callable[[Spooler], None]) -> None:
    spooler = sending('get(); say(said="ready"); get(); get(); say(said="sent")')
    stop(spooler)
    spooler.send(ORDER, iter([PAGE]))


def test_a_page_that_cannot_be_set_stops_the_job_and_says_why() -> None:
    def pages() -> Iterator[Raster]:
        yield PAGE
        raise PaperFailed("Arket kunne ikke lages.")

    spooler = sending('get(); say(said="ready"); get(); get(); say(said="sent")')
    with pytest.raises(PaperFailed, match="Arket kunne ikke lages"):
        spooler.send(ORDER, pages())


def test_what_a_child_leaves_in_its_folder_goes_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    spooler = sending('Path(os.environ["TMPDIR"], "job.pdf").write_text("x"); get(); os.abort()')
    with pytest.raises(PrinterFailed):
        spooler.send(ORDER, unused())
    assert list(tmp_path.iterdir()) == []
