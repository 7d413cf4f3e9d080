"""Where things lie in the source tree, and the environment that child programs get."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["COMPILED", "LOCK", "OUT", "ROOT", "VENV", "child_environment", "venv_program"]

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
#: Everything that is made and can be made again; ignored by git.
OUT = ROOT / "out"
COMPILED = OUT / "compiled"


def venv_program(name: str) -> Path:
    """Return the path of a program inside the virtual environment, there or not."""
    if sys.platform == "win32":
        return VENV / "Scripts" / f"{name}.exe"
    return VENV / "bin" / name


def child_environment(**more: str) -> dict[str, str]:
    """Return the environment for a program of ``.venv``: ours, without a foreign Python's paths."""
    env = {k: v for k, v in os.environ.items() if k not in {"PYTHONHOME", "PYTHONPATH"}}
    return env | more
