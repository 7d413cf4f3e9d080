"""The program as a shell sees it: what is typed in, and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Answer, Run

from feltperm import cli
from feltperm.paths import resource


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    if not resource("compiled/national.jsonl").exists():
        pytest.fail("no compiled content: run `python3 build/dev.py setup` first", pytrace=False)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line as it is typed."""

    def run(*argv: object) -> Answer:
        capsys.readouterr()
        code = cli.main([str(part) for part in argv])
        return Answer(code, *capsys.readouterr())

    return run


@pytest.fixture
def feltperm(typed: Run, profile: Path) -> Run:
    """Run a command on a profile that lasts for the test."""
    return lambda *argv: typed("--profile", profile, *argv)


@pytest.fixture
def fails(feltperm: Run) -> Callable[..., str]:
    """Run a command that must fail as DESIGN section 10 says, and return its one line."""

    def run(*argv: object) -> str:
        answer = feltperm(*argv)
        assert answer.code == 1
        assert answer.out == ""
        assert answer.err.count("\n") == 1
        assert answer.err.startswith("feltperm: ")
        assert answer.err.endswith("\n")
        return answer.err.removeprefix("feltperm: ").strip()

    return run
