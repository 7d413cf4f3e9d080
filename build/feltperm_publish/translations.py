"""Translations of the window: Qt Linguist's source files to what Qt loads."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

__all__ = ["release"]


def release(source: Path) -> bytes:
    """Return the compiled form (``.qm``) of a translation source (``.ts``).

    Done by the tool that comes with the binding, the same one that Qt Linguist uses.

    Raises:
        ValueError: the tool is missing, or does not accept the file.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.qm"
        command = [str(_tool()), "-silent", str(source), "-qm", str(made)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        if done.returncode or not made.exists():
            raise ValueError(f"{source.name}: {(done.stderr or done.stdout).strip()}")
        return made.read_bytes()


def _tool() -> Path:
    spec = find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        tool = Path(folder) / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
        if tool.exists():
            return tool
    raise ValueError("lrelease is not among the files of PySide6")
