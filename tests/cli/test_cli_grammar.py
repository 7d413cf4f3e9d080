"""Wrong use, help, documentation, and the streams."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_line import Run

import feltperm as package
from feltperm.arguments import build_parser

ROOT = Path(__file__).resolve().parents[2]


def commands(
    parser: argparse.ArgumentParser | None = None,
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """All commands with their parsers, groups such as `sites` too."""
    for action in (parser or build_parser())._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield inner.prog.partition(" ")[2], inner
                yield from commands(inner)


def options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in parser._actions if "--help" not in action.option_strings]


COMMANDS = dict(commands())


@pytest.mark.parametrize(
    "argv",
    [
        ("nonsense",),
        ("--nonsense",),
        ("search",),
        ("search", "x", "--kind", "person"),
        ("search", "x", "--limit", "0"),
        ("search", "x", "--limit", "-1"),
        ("search", "x", "--limit", "9" * 5000),
        ("search", "x", "--limit", "ti"),
        ("search", "x", "--open-at", "i dag"),
        ("search", "x", "--open-at", "2026-11-28"),
        ("search", "x", "--open-at", "2026-11-28T25:00"),
        ("search", "x", "--open-at", "2026-11-28T23:00+01:00"),
        ("search", "x", "--open-at", ""),
        ("show",),
        ("show", "a", "b"),
        ("poster", "ps-overdose"),
        ("poster", "ps-overdose", "--out", ""),
        ("poster", "ps-overdose", "--out", "x.pdf", "--paper", "a0"),
        ("poster", "ps-overdose", "--out", "x.pdf", "--ink", "gold"),
        ("poster", "--out", "x.pdf"),
        ("favourites",),
        ("favourites", "add"),
        ("favourites", "eat"),
        ("sites",),
        ("sites", "add"),
        ("sites", "remove"),
        ("failed-searches",),
        ("failed-searches", "export"),
        ("failed-searches", "export", ""),
        ("tour",),
        ("tour", "--out", "x", "--theme", "pink"),
        ("tour", "--out", "x", "--text", "99"),
        ("tour", "--out", "x", "--text", "²00"),
        ("--profile",),
        ("--profile", "", "search", "x"),
        ("--profile", "a\0b", "search", "x"),
        ("--profile", "\ud800", "search", "x"),
    ],
)
def test_wrong_use(typed: Run, private_home: Path, argv: tuple[str, ...]) -> None:
    answer = typed(*argv)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith("usage: feltperm")
    assert re.search(r"^feltperm.*: error: .+", answer.err.splitlines()[-1])
    assert list(private_home.iterdir()) == []


def test_a_wrong_value_is_told_what_would_be_right(typed: Run) -> None:
    assert "2026-11-28T23:00" in typed("search", "x", "--open-at", "soon").err
    assert "'0' is not a number from 1 to" in typed("search", "x", "--limit", "0").err


def test_version(typed: Run) -> None:
    answer = typed("--version")
    assert (answer.code, answer.out, answer.err) == (0, f"feltperm {package.__version__}\n", "")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help(typed: Run, command: str) -> None:
    answer = typed(*command.split(), "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"usage: feltperm {command}".strip())
    parser = COMMANDS.get(command) or build_parser()
    assert parser.description
    for option in options(parser):
        groups = isinstance(option, argparse._SubParsersAction)
        assert groups or option.help, f"{command} {option.option_strings or option.dest}"


def reference() -> str:
    """What is written of the program; the publisher's part has tests of its own."""
    text = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    return text.partition("\n# For publishers")[0]


def documented() -> dict[str, str]:
    """The sections of the reference by command; what stands before them under an empty name."""
    before, *sections = re.split(r"^## (?=`feltperm )", reference(), flags=re.M)
    return {"": before} | {re.findall(r"[a-z-]+", section)[1]: section for section in sections}


def test_every_command_is_documented() -> None:
    sections = documented()
    for command in COMMANDS:
        group, _, action = command.partition(" ")
        assert action in sections[group].splitlines()[0], command


def test_every_option_is_documented() -> None:
    sections = documented()
    for command, parser in [("", build_parser()), *COMMANDS.items()]:
        for option in options(parser):
            for name in option.option_strings:
                told = sections[""] + sections[command.partition(" ")[0]]
                assert re.search(rf"(?<![\w-]){name}(?![\w-])", told), f"{command} {name}"


def test_nothing_is_documented_that_is_not_there() -> None:
    text = reference()
    real = {
        name
        for parser in (build_parser(), *COMMANDS.values())
        for option in parser._actions
        for name in option.option_strings
    }
    assert set(re.findall(r"--[a-z][a-z-]+", text)) <= real
    assert set(re.findall(r"`feltperm ([a-z-]+)", text)) <= {name.split()[0] for name in COMMANDS}


def test_the_examples_of_the_readme_are_right() -> None:
    shown = re.findall(r"^\.venv/bin/feltperm (.+)$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert shown
    for line in shown:
        words = [word.strip('"') for word in re.findall(r'"[^"]+"|\S+', line)]
        build_parser().parse_args(words)  # ends the test where the words are wrong


# --- in a process of its own --------------------------------------------------------------------


def shell(command: str, profile: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which `feltperm` is this program."""
    program = f'"{sys.executable}" -m feltperm --profile "{profile}"'
    return subprocess.run(
        ["sh", "-c", command.replace("feltperm", program, 1)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


SHELL = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")


@SHELL
@pytest.mark.parametrize(
    "words", ["search nalokson --json", "show gd-overdose", "poster ps-overdose --out {out}"]
)
def test_no_qt_without_a_window(profile: Path, tmp_path: Path, words: str) -> None:
    code = (
        "import sys\nfrom feltperm import cli\n"
        "assert cli.main(sys.argv[1:]) == 0\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    argv = ["--profile", str(profile), *words.format(out=tmp_path / "x.pdf").split()]
    done = subprocess.run(
        [sys.executable, "-c", code, *argv], capture_output=True, text=True, check=True,
        encoding="utf-8",
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


@SHELL
def test_a_reader_that_has_had_enough_is_no_failure(profile: Path) -> None:
    done = shell("feltperm show gd-overdose | true", profile)
    assert done.stderr == ""
    done = shell("{ feltperm search rus --limit 500 --json; echo $? >&2; } | head -c 1", profile)
    assert done.stderr == "0\n"


@SHELL
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", ["show gd-overdose", "search rus --limit 500 --json"])
def test_an_answer_that_finds_no_room_is_a_failure(profile: Path, words: str) -> None:
    done = shell(f"feltperm {words} > /dev/full", profile)
    assert done.returncode == 1
    assert done.stderr == "feltperm: Disken er full. Svaret ble ikke skrevet.\n"


@SHELL
def test_norwegian_letters_whatever_the_locale(profile: Path) -> None:
    done = shell("feltperm show gd-overdose", profile, LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Blås inn luft" in done.stdout


def test_debug_shows_the_technical_side(
    typed: Run, profile: Path, fails: Callable[..., str]
) -> None:
    words = ("poster", "gd-overdose", "--out", "x.pdf")
    said = fails(*words)
    answer = typed("--profile", profile, *words, "--debug")
    assert answer.code == 1
    assert answer.err.splitlines() == [f"feltperm: {said}", "national/gd-overdose"]
