"""The program starts, or says in one sentence why it cannot; each start in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from feltperm.paths import resource

#: Put before the program: makes an import end as it does on a machine that lacks something.
BROKEN = """
import sys

class Broken:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise ImportError({message!r}, name={name!r}, path={path!r})

sys.meta_path.insert(0, Broken())
from feltperm import cli
sys.exit(cli.main(sys.argv[1:]))
"""
NO_BINDING = ("PySide6", "No module named 'PySide6'", "PySide6", None)
NO_EGL = (
    "PySide6.QtGui",
    "libEGL.so.1: cannot open shared object file: No such file or directory",
    "QtGui",
    "site-packages/PySide6/QtGui.abi3.so",
)
WITHOUT_WINDOW = "«feltperm search» virker uten vindu."


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    if not resource("compiled/national.jsonl").exists():
        pytest.fail("no compiled content: run `python3 build/dev.py setup` first", pytrace=False)


def start(
    *argv: object, code: str = "", **environment: str | None
) -> subprocess.CompletedProcess[str]:
    """Start the program, or ``code`` in its place; None takes a variable away."""
    merged = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    program = ["-c", code] if code else ["-m", "feltperm"]
    return subprocess.run(
        [sys.executable, *program, *map(str, argv)],
        env={name: value for name, value in merged.items() if value is not None},
        stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True, encoding="utf-8",
    )  # fmt: skip


def broken(case: tuple[str, str, str, str | None]) -> str:
    module, message, name, path = case
    return BROKEN.format(module=module, message=message, name=name, path=path)


def assert_said(done: subprocess.CompletedProcess[str], reason: str) -> None:
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert done.stderr == f"feltperm: Vinduet kan ikke åpnes: {reason}. {WITHOUT_WINDOW}\n"


def test_exit_when_ready(tmp_path: Path) -> None:
    done = start("--profile", tmp_path, "--exit-when-ready")
    assert (done.returncode, done.stdout) == (0, "ready\n")
    assert "Traceback" not in done.stderr


def test_it_is_ready_without_content_too(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from feltperm import app, app_desk, app_words, cli;"
        "nothing = Path(sys.argv.pop(1));"
        "app.resource = app_desk.resource = app_words.resource = lambda name: nothing / name;"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    empty, profile = tmp_path / "empty", tmp_path / "profile"
    empty.mkdir()
    done = start(empty, "--profile", profile, "--exit-when-ready", code=code)
    assert (done.returncode, done.stdout) == (0, "ready\n")
    assert "Traceback" not in done.stderr


def test_it_is_ready_where_nothing_can_be_kept(tmp_path: Path) -> None:
    profile = tmp_path / "file"
    profile.write_bytes(b"mine")
    done = start("--profile", profile, "--exit-when-ready")
    assert (done.returncode, done.stdout) == (0, "ready\n")
    assert profile.read_bytes() == b"mine"


@pytest.mark.parametrize("command", ["", "--exit-when-ready", "tour --out {out}"])
@pytest.mark.parametrize(
    ("case", "reason"),
    [(NO_BINDING, "«PySide6» mangler"), (NO_EGL, "«libEGL.so.1» mangler")],
    ids=["no binding", "no system library"],
)
def test_a_missing_qt_is_said(
    tmp_path: Path, case: tuple[str, str, str, str | None], reason: str, command: str
) -> None:
    profile = tmp_path / "profile"
    words = command.format(out=tmp_path / "tour").split()
    assert_said(start("--profile", profile, *words, code=broken(case)), reason)
    assert not profile.exists()


@pytest.mark.parametrize("case", [NO_BINDING, NO_EGL], ids=["no binding", "no system library"])
def test_without_qt_everything_else_works(
    tmp_path: Path, case: tuple[str, str, str, str | None]
) -> None:
    out = tmp_path / "x.pdf"
    for words in ("search nalokson", "show gd-overdose", f"poster ps-overdose --out {out}"):
        done = start("--profile", tmp_path / "profile", *words.split(), code=broken(case))
        assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"%PDF-")


def test_another_import_that_fails_is_a_bug_and_not_hidden(tmp_path: Path) -> None:
    case = ("feltperm.ui.shell", "cannot import name 'Shell'", "feltperm.ui.shell", None)
    done = start("--profile", tmp_path / "profile", code=broken(case))
    assert done.returncode == 1
    assert "ImportError: cannot import name 'Shell'" in done.stderr


@pytest.mark.parametrize("command", ["", "tour --out {out}"])
@pytest.mark.parametrize(
    "platform",
    ["nonsense", pytest.param("xcb", marks=pytest.mark.skipif(
        sys.platform != "linux", reason="X11 belongs to Linux"))],
)  # fmt: skip
def test_a_missing_display_is_said(tmp_path: Path, platform: str, command: str) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    words = command.format(out=tmp_path / "tour").split()
    done = start(
        "--profile", tmp_path / "profile", *words,
        QT_QPA_PLATFORM=platform, DISPLAY=None, WAYLAND_DISPLAY=None, TMPDIR=str(temporary),
    )  # fmt: skip
    assert_said(done, "Qt finner ingen skjerm")
    assert not (tmp_path / "profile").exists()
    assert list(temporary.iterdir()) == []


def test_the_worker_loads_neither_qt_nor_what_is_kept() -> None:
    code = (
        "import sys; from feltperm.__main__ import main; sys.argv[1:] = ['--paper-worker'];"
        "code = main(); print(code, *sorted(sys.modules), file=sys.stderr)"
    )
    done = start(code=code)  # its pipe is at its end at once
    answer, *modules = done.stderr.split()
    assert answer == "0"
    assert "feltperm.paper.worker" in modules
    rooms = ("ui", "desk", "binder", "search", "packs", "cli", "app")
    unwanted = ("PySide6", "shiboken6", "sqlite3", *(f"feltperm.{room}" for room in rooms))
    assert [name for name in modules if name.startswith(unwanted)] == []


def test_help_and_version_load_next_to_nothing() -> None:
    code = (
        "import sys; from feltperm import cli; cli.main(sys.argv[1:]);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    for option in ("--version", "--help"):
        modules = start(option, code=code).stderr.split()
        ours = {name for name in modules if name.startswith("feltperm")}
        assert ours <= {f"feltperm{name}" for name in ("", ".argument_kinds", ".arguments",
                                                       ".arguments_kept", ".cli",
                                                       ".console", ".errors",
                                                       ".wording")}  # fmt: skip
        assert not {"PySide6", "msgspec", "sqlite3", "typst"} & set(modules)
