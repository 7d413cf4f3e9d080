"""The command: its options, how it ends, and what the reference says of it."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest
from worklist_sample import make_places

from feltperm_publish.cli import main
from feltperm_publish.worklist.options import add_options

DOCS = Path(__file__).resolve().parents[2] / "docs" / "command-line.md"


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return make_places(tmp_path)


def run(resources: Path, *words: str) -> int:
    return main(["worklist", "--sources", str(resources), *words])


def test_list_and_answers_by_the_real_command(
    resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = resources.parent / "liste.csv"
    assert run(resources, "--out", str(out)) == 0
    assert capsys.readouterr().out.startswith(f"{out}: ")
    assert run(resources, "--answers", str(out)) == 0
    assert capsys.readouterr().out == "Ingenting å rette.\n"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--out", "a.csv", "--answers", "b.csv"],
        ["--out", "a.csv", "--apply"],
        ["--answers", "a.csv", "--sheet", "a.pdf"],
        ["--answers", "a.csv", "--municipality", "Oslo"],
    ],
)
def test_mixed_options_are_wrong_use(
    resources: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        run(resources, *words)
    assert caught.value.code == 2
    assert "usage: feltperm-publish worklist" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--out", "a.csv", "--municipality", "Olso"], "Det finnes ingen kommune «Olso»."),
        (["--answers", "nowhere.csv"], "Filen nowhere.csv finnes ikke."),
    ],
)
def test_failure_is_one_clear_line(
    resources: Path, words: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(resources, *words) == 1
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert why in line


def test_reference_tells_of_every_option_and_of_no_other() -> None:
    section = DOCS.read_text("utf-8").partition("## `feltperm-publish worklist")[2]
    told = set(re.findall(r"--[a-z][a-z-]+", section.partition("\n## ")[0]))
    parser = argparse.ArgumentParser()
    add_options(parser)
    real = {name for option in parser._actions for name in option.option_strings}
    assert told == {name for name in real if len(name) > 2} - {"--help"} | {"--sources"}
