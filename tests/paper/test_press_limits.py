"""The worker can always be stopped, reaches nothing, and leaves nothing behind."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from feltperm.errors import PaperFailed
from feltperm.paper.frames import read_frame, write_frame
from feltperm.paper.job import PAPERS, encode_job
from feltperm.paper.press import Limits, Press, SheetCancelled
from feltperm.paths import resource
from sample_jobs import FONTS, START, make_job, make_press

ENDLESS = "#for a in range(99999) { for b in range(99999) { for c in range(99999) { let d = a } } }"
PAGE = '#set document(title: "x")\n'
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX process limits")


def press_on(folder: Path, source: str, **limits: float) -> Press:
    """A press whose layout ``steps`` is ``source``."""
    folder.joinpath("steps.typ").write_text(source, encoding="utf-8")
    return make_press(folder, Limits(**limits))  # type: ignore[arg-type]


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.fixture
def pids(tmp_path: Path) -> tuple[Path, str]:
    """A file that every worker writes its number to, and what starts such a worker."""
    path = tmp_path / "pids"
    return path, f"import os; print(os.getpid(), file=open({str(path)!r}, 'a')); {START}"


def test_endless_layout_is_killed_at_the_limit_and_the_next_sheet_works(tmp_path: Path) -> None:
    with press_on(tmp_path, ENDLESS, seconds=1.0) as press:
        with pytest.raises(PaperFailed, match="for lang tid og ble stoppet"):
            press.set(make_job())
        tmp_path.joinpath("steps.typ").write_text(PAGE + "ferdig", encoding="utf-8")
        assert press.set(make_job()).pdf.startswith(b"%PDF")


def test_another_thread_can_cancel(tmp_path: Path) -> None:
    raised: list[BaseException] = []
    with press_on(tmp_path, ENDLESS) as press:

        def work() -> None:
            try:
                press.set(make_job())
            except PaperFailed as error:
                raised.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        while thread.is_alive():
            press.cancel()
            thread.join(0.02)
    assert isinstance(raised[0], SheetCancelled)


def test_cancelling_an_idle_press_keeps_the_worker(pids: tuple[Path, str]) -> None:
    path, start = pids
    with make_press(start=start) as press:
        press.cancel()
        press.set(make_job())
        press.cancel()
        press.set(make_job())
    assert len(path.read_text().split()) == 1


@posix
def test_a_worker_that_died_is_replaced_unnoticed(pids: tuple[Path, str]) -> None:
    path, start = pids
    with make_press(start=start) as press:
        first = press.set(make_job())
        os.kill(int(path.read_text()), 9)
        os.waitid(os.P_PID, int(path.read_text()), os.WEXITED | os.WNOWAIT)
        assert press.set(make_job()).pdf == first.pdf
    assert len(path.read_text().split()) == 2


@posix
def test_a_worker_killed_from_outside_fails_its_sheet_and_the_next_one_works(
    tmp_path: Path, pids: tuple[Path, str]
) -> None:
    path, start = pids
    tmp_path.joinpath("steps.typ").write_text(ENDLESS, encoding="utf-8")

    with make_press(tmp_path, start=start) as press:
        press.start()
        killer = threading.Timer(0.2, os.kill, [int(path.read_text()), 9])
        killer.start()
        with pytest.raises(PaperFailed, match=r"^Arket kunne ikke lages\. Permen er trygg\.$"):
            press.set(make_job())
        killer.join()
        tmp_path.joinpath("steps.typ").write_text(PAGE + "ferdig", encoding="utf-8")
        assert press.set(make_job()).pdf.startswith(b"%PDF")


@posix
def test_no_worker_outlives_the_press(pids: tuple[Path, str]) -> None:
    path, start = pids
    with make_press(start=start) as press:
        press.set(make_job())
        pid = int(path.read_text())
        assert not gone(pid)
    assert gone(pid)


@posix
def test_a_layout_that_eats_memory_ends_as_a_failed_sheet(tmp_path: Path) -> None:
    greedy = PAGE + "#let all = ()\n#for n in range(9) { all += range(9999999) }"
    with press_on(tmp_path, greedy, memory=600 << 20) as press, pytest.raises(PaperFailed):
        press.set(make_job())


def test_output_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    with press_on(tmp_path, PAGE, output=2000) as press, pytest.raises(PaperFailed):
        press.set(make_job())


@pytest.mark.parametrize(
    "source",
    [
        '#import "@preview/tablex:0.0.9": x',
        '#import "@local/own:0.1.0": x',
        '#let name = "preview"\n#import ("@" + name + "/tablex:0.0.9"): x',
        '#let name = "@preview/tablex:0.0.9"\n#import name: x',
        '#read("/../outside.txt")',
        '#read("../outside.txt")',
        f"#read({str(Path(__file__))!r})".replace("'", '"'),
        '#image("https://example.invalid/a.png")',
        "#panic()",
        "#let",
    ],
)
def test_layout_reaches_neither_packages_nor_files_nor_the_network(
    tmp_path: Path, source: str
) -> None:
    folder = tmp_path / "layouts"
    folder.mkdir()
    tmp_path.joinpath("outside.txt").write_text("hemmelig", encoding="utf-8")
    with press_on(folder, PAGE + source) as press:
        with pytest.raises(PaperFailed, match="Arket kunne ikke lages") as caught:
            press.set(make_job())
        assert "hemmelig" not in caught.value.detail
        assert list(folder.iterdir()) == [folder / "steps.typ"]


@posix
def test_a_link_among_the_layouts_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hemmelig", encoding="utf-8")
    folder = tmp_path / "layouts"
    folder.mkdir()
    folder.joinpath("linked.txt").symlink_to(secret)
    with press_on(folder, PAGE + '#read("linked.txt")') as press:
        with pytest.raises(PaperFailed) as caught:
            press.set(make_job())
        assert "link" in caught.value.detail


@pytest.mark.parametrize("command", [["no-such-program"], [sys.executable, "-c", "pass"]])
def test_a_worker_that_does_not_start_is_a_condition(command: list[str]) -> None:
    press = Press(command, fonts=[], layouts=Path(), pictograms=Path())
    with press, pytest.raises(PaperFailed):
        press.set(make_job())


def test_a_closed_press_can_be_used_again() -> None:
    press = make_press()
    press.start()
    press.close()
    press.close()
    with press:
        assert press.set(make_job()).pdf


def test_the_worker_knows_neither_qt_nor_the_profile(tmp_path: Path) -> None:
    listing = tmp_path / "modules"
    orders = io.BytesIO()
    write_frame(
        orders,
        {
            "fonts": [str(folder) for folder in FONTS],
            "layouts": str(resource("layouts")),
            "pictograms": str(resource("icons/pictograms")),
            "papers": list(PAPERS),
            "memory": 1 << 30,
            "input": 1 << 20,
            "output": 1 << 24,
        },
    )
    write_frame(orders, {"op": "set", "ppi": 50, "seconds": 10}, [encode_job(make_job())])
    start = START.replace(
        "sys.exit(main())", f"main(); open({str(listing)!r}, 'w').write(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", start], input=orders.getvalue(), capture_output=True, check=True
    )
    answers = io.BytesIO(done.stdout)
    read_frame(answers, 1 << 24)
    frame = read_frame(answers, 1 << 24)
    assert frame is not None
    assert frame[0]["ok"]
    modules = listing.read_text().split()
    assert "typst" in modules
    refused = ("PySide6", "sqlite3", "feltperm.ui", "feltperm.binder", "feltperm.catalogue")
    assert [name for name in modules if name.startswith(refused)] == []
