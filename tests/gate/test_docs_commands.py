"""Every command that the documentation shows is one: it is read, and what is harmless runs."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from devtools import words
from feltperm import cli as desktop
from feltperm.arguments import read_arguments
from feltperm_publish import cli as publisher

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")),
]  # fmt: skip
PROGRAMS = ("feltperm", "feltperm-publish", "python3")
#: What only reads, or writes where the test stands; with what its file is called in the docs.
RUN = (
    ("feltperm", "search"), ("feltperm", "show"), ("feltperm", "favourites"),
    ("feltperm", "export"), ("feltperm", "poster"), ("feltperm", "sources list"),
    ("feltperm-publish", "lint"), ("feltperm-publish", "exceptions"),
)  # fmt: skip


def shown() -> Iterator[tuple[str, str]]:
    """Give each command of a fenced block, with the page it stands on."""
    for page in PAGES:
        for block in re.findall(r"```\w*\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            for line in block.splitlines():
                command = line.strip().removeprefix(".venv/bin/")
                if command.partition(" ")[0] in PROGRAMS:
                    yield page.name, command


COMMANDS = sorted({*shown()})


def test_the_documentation_shows_commands() -> None:
    assert len(COMMANDS) > 25
    assert {command.split()[0] for _, command in COMMANDS} == set(PROGRAMS)


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_a_command_is_one(page: str, command: str) -> None:
    program, *said = shlex.split(command, comments=True)
    if program == "feltperm":
        assert read_arguments(said).command
    elif program == "feltperm-publish":
        assert publisher._parser().parse_args(said).run
    else:
        assert said[0] == "build/dev.py", page
        assert said[1] in words.WORDS, page


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [c for _, c in COMMANDS if any(c.startswith(" ".join(one)) for one in RUN)]
)
def test_a_harmless_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    program, *said = shlex.split(command, comments=True)
    shutil.copytree(ROOT / "resources" / "samples", tmp_path / "resources" / "samples")
    monkeypatch.chdir(tmp_path)
    if program == "feltperm":
        assert desktop.main(["--profile", str(tmp_path / "p"), *said]) == 0
    else:
        assert publisher.main(said) == 0
