"""The whole journey without a window, where any try to reach a network ends the process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

# Python runs this at the start of every process, the paper worker too.
GUARD = """
import os, sys

def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.")):
        with open({notes!r}, "a") as notes:
            print(event, arguments, file=notes)
        os._exit(99)

sys.addaudithook(refuse)
with open({starts!r}, "a") as starts:
    print(sys.argv, file=starts)
"""

JOURNEY = [
    "search nalokson",
    "search orland --json",
    "search rus --municipality Trondheim --open-at now --no-referral --typing",
    "show gd-overdose",
    "show svc-feltpleien-oslo --json",
    "favourites add svc-feltpleien-oslo gd-overdose",
    "favourites list --json",
    "favourites remove gd-overdose",
    "sites add Bussen --phone 73000000 --hours kl.18-23 --default",
    "sites list",
    "poster ps-overdose --out {out}/a.pdf --lang nb,pl --paper a3",
    "poster ps-nalokson --out {out}/b.pdf --ink save --site Bussen",
    "sites remove Bussen",
]


class Guarded:
    def __init__(self, folder: Path) -> None:
        self.notes, self.starts = folder / "notes", folder / "starts"
        hooks = folder / "hooks"
        hooks.mkdir()
        (hooks / "sitecustomize.py").write_text(
            GUARD.format(notes=str(self.notes), starts=str(self.starts)), encoding="utf-8"
        )
        self._environment = {**os.environ, "PYTHONPATH": str(hooks)}

    def run(self, *argv: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *argv], env=self._environment, capture_output=True, check=False,
            text=True, encoding="utf-8",
        )  # fmt: skip


@pytest.fixture
def guarded(tmp_path: Path) -> Guarded:
    return Guarded(tmp_path)


def test_nothing_asks_for_a_network(guarded: Guarded, tmp_path: Path) -> None:
    for words in JOURNEY:
        argv = words.format(out=tmp_path).split()
        done = guarded.run("-m", "feltperm", "--profile", str(tmp_path / "profile"), *argv)
        assert done.returncode == 0, (words, done.stderr)
    assert not guarded.notes.exists()
    starts = guarded.starts.read_text(encoding="utf-8")
    assert starts.count("--paper-worker") == 2
    for name in ("a.pdf", "b.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
    ],
)
def test_the_guard_guards(guarded: Guarded, attempt: str) -> None:
    assert guarded.run("-c", attempt).returncode == 99
    assert guarded.notes.read_text(encoding="utf-8")
