"""What the person at the terminal sees: steps with their time, commands, and clear failures."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from devtools.places import ROOT, child_environment

__all__ = ["Failure", "call", "say", "step"]


class Failure(Exception):
    """The asked-for thing cannot be done; the message says why and what to do."""


def say(text: str = "") -> None:
    """Print a line at once, in order with what child programs print."""
    print(text, flush=True)


@contextmanager
def step(title: str) -> Iterator[None]:
    """Print a heading before and the time after a piece of work, whether it fails or not."""
    say(f"\n== {title}")
    started = time.monotonic()
    try:
        yield
    finally:
        say(f"   ({time.monotonic() - started:.1f} s)")


def call(command: Sequence[str | Path], env: dict[str, str] | None = None, cwd: Path = ROOT) -> int:
    """Run a command, show what it prints, and return its exit code.

    What it prints goes where `say` goes, so both can be sent to stderr together.

    Args:
        cwd: the folder it runs in; the root of the tree unless it takes names of files.
    """
    sys.stdout.flush()
    words = [str(word) for word in command]
    env = env or child_environment()
    try:
        return subprocess.run(words, cwd=cwd, env=env, stdout=sys.stdout, check=False).returncode
    except FileNotFoundError as error:
        raise Failure(f"{words[0]} is not there. Run: python3 build/dev.py setup") from error
