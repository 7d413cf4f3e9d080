"""The virtual environment ``.venv``: made once, filled from the lock file, linked to the tree."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import subprocess
import sys
from pathlib import Path

from devtools.console import Failure, call, say, step
from devtools.places import COMPILED, LOCK, ROOT, VENV, venv_program
from devtools.system import (
    apt_install,
    missing_libraries,
    packages_for,
    qt_starts,
)

__all__ = ["compile_content", "need_packages", "prepare", "prepare_environment"]

#: Remembers which lock file the environment was filled from.
STAMP = VENV / "feltperm-lock.sha256"

_LAUNCHER = """\
#!{python}
import sys

from {module} import main

sys.exit(main())
"""
_LAUNCHER_WINDOWS = '@"%~dp0python.exe" -m {module} %*\n'


def prepare() -> None:
    """Make everything ready that is not ready yet: environment, system libraries, content."""
    prepare_environment()
    compile_content()


def prepare_environment() -> None:
    """Make the environment and Qt's libraries ready, without the content.

    A second call finds all in place, needs no network and takes a moment.

    Raises:
        Failure: something is missing that this script may not install itself.
    """
    if not _environment_works():
        _make_environment()
    _install_locked()
    _link_project()
    _provide_qt_libraries()


def compile_content() -> None:
    """Compile the bundled pack and the library from ``resources/`` into ``out/compiled/``.

    Raises:
        Failure: the compiler found a fault in the source records; it has printed which.
    """
    with step("Content: compile the bundled pack and the library"):
        words = ("-B", "-m", "feltperm_publish.cli", "compile")
        where = ("--sources", ROOT / "resources", "--out", COMPILED)
        if call([venv_program("python"), *words, *where]) != 0:
            raise Failure("The content did not compile; the lines above say why.")


def need_packages(packages: list[str]) -> bool:
    """Install the system packages that are said to be missing; return whether all are there."""
    if not packages:
        return True
    with step("System packages: " + ", ".join(packages)):
        return apt_install(packages)


def _environment_works() -> bool:
    python = venv_program("python")
    if not python.exists():
        return False
    try:
        probe = [str(python), "-c", "import pip"]
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0
    except OSError:  # the Python it was made from is gone
        return False


def _make_environment() -> None:
    with step("Python environment in .venv"):
        if importlib.util.find_spec("ensurepip") is None:
            # Debian and Ubuntu keep this part of Python in a package of its own.
            apt_install([f"python3.{sys.version_info.minor}-venv"])
            importlib.invalidate_caches()
            if importlib.util.find_spec("ensurepip") is None:
                raise Failure("This Python cannot make virtual environments (no ensurepip).")
        if call([sys.executable, "-m", "venv", "--clear", VENV]) != 0:
            raise Failure(f"The environment could not be made in {VENV}.")


def _install_locked() -> None:
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text(encoding="ascii").strip() == wanted:
        return
    with step("Libraries from requirements.lock (about 200 MB the first time)"):
        pip = (venv_program("python"), "-m", "pip", "--disable-pip-version-check", "--no-input")
        # Wheels only: nothing is built here, so nothing unlisted is fetched in order to build.
        pinned = ("install", "--require-hashes", "--only-binary=:all:", "-r", LOCK)
        if call([*pip, *pinned]) != 0:
            raise Failure(
                "The libraries were not installed. The first time needs a network;"
                " what has been fetched is kept, so start again when there is one."
            )
        STAMP.write_text(wanted + "\n", encoding="ascii")


def _site_packages() -> Path:
    if sys.platform == "win32":
        return VENV / "Lib" / "site-packages"
    # The environment may have been made by another Python than the one that runs this script.
    found = sorted((VENV / "lib").glob("python3.*/site-packages"))
    if not found:
        raise Failure(f"{VENV} holds no site-packages; delete the folder and start again.")
    return found[-1]


def _link_project() -> None:
    """Let the environment import the tree itself, and give it the two commands.

    A path file instead of an editable install: it needs no build step and no network, and cannot
    leave a second copy of the resources behind.
    """
    folders = f"{ROOT / 'desktop'}\n{ROOT / 'build'}\n"
    _write_if_changed(_site_packages() / "feltperm-dev.pth", folders)
    for name, module in (("feltperm", "feltperm"), ("feltperm-publish", "feltperm_publish.cli")):
        if sys.platform == "win32":
            text = _LAUNCHER_WINDOWS.format(module=module)
            _write_if_changed(venv_program(name).with_suffix(".cmd"), text)
            continue
        main = f"{module}.__main__" if module == "feltperm" else module
        text = _LAUNCHER.format(python=venv_program("python"), module=main)
        if _write_if_changed(venv_program(name), text):
            venv_program(name).chmod(0o755)


def _write_if_changed(path: Path, text: str) -> bool:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8")
    return True


def _provide_qt_libraries() -> None:
    missing = missing_libraries(_site_packages() / "PySide6" / "Qt")
    if not missing:
        return
    packages, unknown = packages_for(missing)
    with step("System libraries for the window"):
        say("   Missing: " + ", ".join(missing))
        if unknown:
            say("   No Debian package is known here for: " + ", ".join(unknown))
        if packages and apt_install(packages):
            return
        if not qt_starts("offscreen"):
            raise Failure("Without these libraries Qt cannot draw at all.")
        say("   Going on without a window: Qt can still draw pictures and pages.")
