"""The project's own two programs, started as a person starts them."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from devtools.console import Failure
from devtools.places import ROOT, child_environment, venv_program

__all__ = ["Done", "Laptop", "publish"]

#: Seconds that no command of a demonstration takes.
_LONGEST = 120


class Done(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


class Laptop:
    """``feltperm`` with a profile of its own.

    Args:
        profile: the folder; made by the first command.
    """

    def __init__(self, profile: Path) -> None:
        self.profile = profile

    def attempt(self, *words: object) -> Done:
        """Run a command, whatever comes of it."""
        return _start("feltperm", "--profile", self.profile, *words)

    def run(self, *words: object) -> str:
        """Run a command and return what it printed.

        Raises:
            Failure: it did not succeed.
        """
        return _succeeded(self.attempt(*words), words).out

    def json(self, *words: object) -> Any:
        """Run a command with ``--json`` and return what it answered.

        Raises:
            Failure: it did not succeed.
        """
        return json.loads(self.run(*words, "--json"))

    def refused(self, *words: object) -> str:
        """Run a command that must fail, and return the line that says why.

        Raises:
            Failure: it succeeded, or ended in a way that it should not.
        """
        done = self.attempt(*words)
        if done.code != 1:
            raise Failure(f"«{_joined(words)}» ended with {done.code}; it should have failed.")
        return done.err

    def packs(self) -> dict[str, str]:
        """Return name and sha256 of the packs on the disk that are in use."""
        found = {}
        for pointer in (self.profile / "data" / "packs").glob("*/current"):
            name = pointer.read_text(encoding="utf-8").splitlines()[0]
            path = pointer.with_name(name)
            found[f"{pointer.parent.name}/{name}"] = hashlib.sha256(path.read_bytes()).hexdigest()
        return found


def publish(*words: object) -> str:
    """Run ``feltperm-publish`` and return what it printed.

    Raises:
        Failure: it did not succeed.
    """
    return _succeeded(_start("feltperm_publish.cli", *words), words).out


def _start(module: str, *words: object) -> Done:
    command = [str(venv_program("python")), "-P", "-m", module, *map(str, words)]
    # A proxy of the machine has nothing to do with loopback.
    env = child_environment(NO_PROXY="127.0.0.1", no_proxy="127.0.0.1", PYTHONUTF8="1")
    done = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", timeout=_LONGEST,
        stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr.removeprefix("feltperm: ").strip())


def _succeeded(done: Done, words: tuple[object, ...]) -> Done:
    if done.code != 0:
        said = (done.err or done.out)[-600:]
        raise Failure(f"«{_joined(words)}» ended with {done.code}: {said}")
    return done


def _joined(words: tuple[object, ...]) -> str:
    return " ".join(map(str, words))
