"""The tour: the main job in the real window, from an empty profile to a saved poster."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from feltperm import app, cli
from feltperm.errors import PaperFailed
from feltperm.paths import find_paths
from feltperm.ui import tour
from feltperm.ui.application import Window
from feltperm.ui.driver import Driver, StepFailed
from feltperm.ui.tour import Tour
from real_window import close, compiled

PICTURES = [
    "01-forste-start.png",
    "02-nytt-varsel.png",
    "03-varsler.png",
    "04-sok.png",
    "05-treff.png",
    "06-stjerne.png",
    "07-veiledning.png",
    "08-lokalt.png",
    "09-varsel.png",
    "10-krise.png",
    "11-sted.png",
    "12-plakat.png",
    "13-utdelingsark.png",
    "14-min-perm.png",
    "15-oppdatering.png",
    "16-akuttkort.png",
]


def run_tour(out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the tour as a person does, where there is no display."""
    compiled()
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "feltperm", "tour", "--out", str(out), *options],
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=240,
    )


def words_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        return str(document[0].get_textpage().get_text_range())


def is_blank(picture: Path) -> bool:
    with Image.open(picture) as image:
        return len(image.convert("RGB").getcolors(1 << 24) or []) < 30


@pytest.mark.slow
@pytest.mark.parametrize(
    "options", [(), ("--theme", "dark", "--text", "150")], ids=["light", "dark at 150 %"]
)
def test_the_tour_comes_to_its_end_and_shows_it(tmp_path: Path, options: tuple[str, ...]) -> None:
    out = tmp_path / "new" / "folder"
    done = run_tour(out, *options)
    assert done.returncode == 0, done.stderr
    told = [Path(line) for line in done.stdout.splitlines()]
    assert [file.name for file in told] == [*PICTURES, "overdose.pdf"]
    assert all(file.parent == out for file in told)
    for picture in told[:-1]:
        assert not is_blank(picture), picture.name
    assert len({picture.read_bytes() for picture in told[:-1]}) == len(PICTURES)
    text = words_of(out / "overdose.pdf")
    for part in ("Overdose", "Ring 113", "73 00 00 00", "Feltstasjonen (eksempel)"):
        assert part in text
    assert "Ikke fagkontrollert" in text
    assert not done.stderr.strip(), "a tour that succeeds has nothing to complain of"


@pytest.mark.slow
def test_the_tour_leaves_nothing_behind_but_its_files(tmp_path: Path, private_home: Path) -> None:
    done = run_tour(tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert not [file for file in private_home.rglob("*") if "feltperm" in str(file).lower()]


# --- a step that fails --------------------------------------------------------------------------


def walk(tmp_path: Path, **changes: object) -> list[Path]:
    """Walk through a tour in this process, with other parts and little patience."""
    compiled()
    driver = Driver(tmp_path / "out", patience=3.0)
    paths = find_paths(tmp_path / "profile")
    app.install_samples(paths)
    parts = app.window_parts(paths)
    window = Window(parts._replace(**changes), on_bug=driver.fail)  # type: ignore[arg-type]
    try:
        return Tour(window, driver, tmp_path / "out").walk()
    finally:
        close(window)


def put_a_folder_where_the_pdf_goes(out: Path) -> None:
    (out / "overdose.pdf").mkdir(parents=True)


@pytest.mark.slow
def test_a_step_that_fails_is_named(tmp_path: Path, qapp: QApplication) -> None:
    put_a_folder_where_the_pdf_goes(tmp_path / "out")
    with pytest.raises(StepFailed, match="«lagre PDF» kom ikke i mål"):
        walk(tmp_path)


def test_a_bug_fails_the_step_it_happens_in(tmp_path: Path, qapp: QApplication) -> None:
    def broken_press() -> object:
        raise ZeroDivisionError("broken")

    with pytest.raises(StepFailed, match="«plakat med stedet» kom ikke i mål") as failure:
        walk(tmp_path, open_press=broken_press)
    assert "ZeroDivisionError" in failure.value.detail


@pytest.mark.slow
def test_a_condition_fails_the_step_it_happens_in(tmp_path: Path, qapp: QApplication) -> None:
    def empty_press() -> object:
        raise PaperFailed("Arket kunne ikke lages.")

    with pytest.raises(StepFailed, match="«plakat med stedet» kom ikke i mål"):
        walk(tmp_path, open_press=empty_press)


@pytest.mark.slow
def test_the_command_names_the_step_in_one_line_and_ends_with_1(
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(tour, "forbid_network", lambda: None)  # it would hold for all other tests
    monkeypatch.setattr(Driver.__init__, "__defaults__", (4.0,))  # seconds a step may take
    put_a_folder_where_the_pdf_goes(tmp_path / "out")
    code = cli.main(["tour", "--out", str(tmp_path / "out")])
    said = capsys.readouterr().err
    assert code == 1
    assert "Steget «lagre PDF» kom ikke i mål." in said
    assert said.count("\n") == 1


def test_a_folder_that_is_a_file_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    done = run_tour(tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
