"""The program as a folder that runs without Python, and the archive it travels in.

docs/bundle.md says what is in it, what differs on Windows and macOS, and how far two builds of the
same commit are the same.
"""

from __future__ import annotations

import lzma
import os
import platform
import re
import subprocess
import tarfile
from pathlib import Path

from devtools.console import Failure, call
from devtools.places import OUT, ROOT, child_environment, venv_program

__all__ = ["archive", "built_when", "make", "size_of", "version"]

#: A dictionary that spans Typst's library, the largest file by far.
_DICTIONARY = 64 << 20


def version() -> str:
    """Return the program's version, from the one place that holds it."""
    text = (ROOT / "desktop" / "feltperm" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if not found:
        raise Failure("desktop/feltperm/__init__.py names no version.")
    return found[1]


def built_when() -> int:
    """Return the time that all files of a build carry: the commit's, in seconds since 1970.

    ``SOURCE_DATE_EPOCH`` goes before, as reproducible-builds.org asks; a tree without git has 0.
    """
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    if named.isdigit():
        return int(named)
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return int(told.stdout) if told.returncode == 0 and told.stdout.strip().isdigit() else 0


def make(dist: Path, work: Path) -> Path:
    """Make the folder ``dist/feltperm``, with `work` for what PyInstaller needs on the way.

    Raises:
        Failure: a step did not succeed; it has said why.
    """
    # the same order of sets and the same times whenever the same commit is built
    env = child_environment(PYTHONHASHSEED="0", SOURCE_DATE_EPOCH=str(built_when()))
    where = ("--distpath", dist, "--workpath", work)
    spec = ROOT / "build" / "feltperm.spec"
    icons = (venv_program("python"), "-B", "-m", "devtools.app_icons", OUT / "icons")
    # A workspace that is clean, so that a file no longer wanted is not found from the last time.
    frozen = (
        venv_program("python"), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=ERROR",
        *where, spec,
    )  # fmt: skip
    for command in (icons, frozen):
        if call(command, env=env) != 0:
            raise Failure("The bundle could not be made; the lines above say why.")
    return dist / "feltperm"


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder; a link counts nothing."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


def archive(folder: Path, target: Path) -> None:
    """Write a folder as a ``.tar.xz`` that is the same bytes for the same files.

    Names in order, the commit's time, no owner. Two minutes: small matters more than quick, since
    it is carried over slow links.

    Raises:
        OSError: the archive cannot be written.
    """
    when = built_when()

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = when, 0, 0, "", ""
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    # x86 code packs 4 % smaller with its jumps made absolute; every xz can read that
    code = [{"id": lzma.FILTER_X86}] if platform.machine() in {"x86_64", "AMD64"} else []
    squeeze = {"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": _DICTIONARY}
    with (
        lzma.open(target, "wb", filters=[*code, squeeze]) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        # tarfile goes through a folder in the order of the names
        tar.add(folder, arcname=folder.name, filter=plain)
