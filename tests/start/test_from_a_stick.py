"""The program lies where it may not write, or on a stick with its profile; nobody is administrator.

Each start is a process of its own, from a copy of the program that knows nothing of this tree.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from feltperm.paths import PORTABLE_MARKER, find_paths, resource_root

#: Opens the window, and closes it when the content is there and what was shown has been kept.
WINDOW = """
from PySide6.QtCore import QTimer
from feltperm.app import window_parts
from feltperm.paths import find_paths
from feltperm.ui.application import Window

window = Window(window_parts(find_paths()))
window.shell.opened_desk.connect(lambda: QTimer.singleShot(0, window.app.quit))
window.run()
print(window.shell.strip.text())
"""
START = "import sys\nfrom feltperm.__main__ import main\nsys.exit(main())\n"
CANNOT_KEEP = "Kan ikke lagre her. Du kan søke og skrive ut, men ikke lagre favoritter."


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a program that was copied here, as from an archive."""
    folder = tmp_path / "Ø stick" / "program"
    written, compiled = resource_root()
    if not compiled.is_dir():
        pytest.fail("no compiled content: run `python3 build/dev.py setup` first", pytrace=False)
    package = folder / "feltperm"
    source = Path(__file__).resolve().parents[2] / "desktop" / "feltperm"
    shutil.copytree(source, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(written, package / "resources")
    shutil.copytree(compiled, package / "resources" / "compiled")
    (folder / "start.py").write_text(START, encoding="utf-8")
    (folder / "window.py").write_text(WINDOW, encoding="utf-8")
    return folder


def run(program: Path, home: Path, *words: object, script: str = "start.py") -> str:
    """Start the program as somebody who owns nothing but the home; return what it says."""
    temporary = home / "temporary"  # what is left there is left on the machine too
    temporary.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "HOME": str(home), "USERPROFILE": str(home),
        "TMPDIR": str(temporary), "TEMP": str(temporary),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(program),  # for the children, which do not look beside the script
    }  # fmt: skip
    done = subprocess.run(
        [*_no_administrator(), sys.executable, program / script, *map(str, words)],
        env=environment, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, check=False,
        text=True, encoding="utf-8",
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def _no_administrator() -> list[str]:
    """Root may write everywhere; in a namespace of users that knows none, it may not."""
    if sys.platform == "win32" or os.getuid() != 0:
        return []
    found = shutil.which("unshare")
    return [found, "--user"] if found else pytest.skip("root, and nothing to put it aside with")


def protect(folder: Path) -> dict[Path, int]:
    """Take the right to write from a folder and all below; return when each was changed."""
    everything = [folder, *folder.rglob("*")]
    for path in everything:
        path.chmod(path.stat().st_mode & ~0o222)
    return times(folder)


def times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_marker_keeps_the_profile_beside_the_program(tmp_path: Path) -> None:
    beside = tmp_path / "program"
    beside.mkdir()
    assert not find_paths(program_folder=beside).binder.is_relative_to(beside)
    (beside / PORTABLE_MARKER).touch()
    paths = find_paths(program_folder=beside)
    for place in (paths.data, paths.cache, paths.binder, paths.window_state, paths.open_window):
        assert place.is_relative_to(beside / "profile")
    asked = find_paths(tmp_path / "mine", program_folder=beside)
    assert asked.binder.is_relative_to(tmp_path / "mine")


def test_a_stick_carries_all_and_leaves_nothing_on_the_machine(
    program: Path, private_home: Path, tmp_path: Path
) -> None:
    (program / PORTABLE_MARKER).touch()
    run(program, private_home, "favourites", "add", "gd-overdose")
    run(program, private_home, script="window.py")
    assert (program / "profile" / "data" / "binder.sqlite").is_file()
    assert (program / "profile" / "data" / "window.ini").is_file()
    assert files(private_home) == []

    elsewhere = tmp_path / "E" / "perm"  # another machine gives the stick another place
    elsewhere.parent.mkdir()
    program.rename(elsewhere)
    told = json.loads(run(elsewhere, private_home, "favourites", "list", "--json"))
    assert "gd-overdose" in json.dumps(told)
    assert files(private_home) == []


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permission there")
def test_a_stick_that_takes_nothing_is_read_and_says_so(program: Path, private_home: Path) -> None:
    (program / PORTABLE_MARKER).touch()
    before = protect(program)
    assert "Overdose" in run(program, private_home, "show", "gd-overdose")
    assert "gd-" in run(program, private_home, "search", "nalokson", "--json")
    assert CANNOT_KEEP in run(program, private_home, script="window.py")
    assert times(program) == before
    assert files(private_home) == []


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permission there")
def test_it_works_where_it_may_not_write(program: Path, private_home: Path) -> None:
    before = protect(program)
    poster = private_home / "poster.pdf"
    run(program, private_home, "favourites", "add", "gd-overdose")
    run(program, private_home, "poster", "ps-overdose", "--out", poster)
    assert CANNOT_KEEP not in run(program, private_home, script="window.py")
    assert poster.read_bytes().startswith(b"%PDF-")
    assert "gd-overdose" in run(program, private_home, "favourites", "list")
    assert times(program) == before
