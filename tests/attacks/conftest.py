"""The program on an installation and a profile that a test may damage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from attack_tools import Answer, Installation, Run

from feltperm import app, cli
from feltperm.paths import resource


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    if not resource("compiled/national.jsonl").exists():
        pytest.fail("no compiled content: run `python3 build/dev.py setup` first", pytrace=False)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """Let the composition root of this process find its resources in a copy."""
    copy = Installation(tmp_path / "program")
    monkeypatch.setattr(app, "resource", copy.resource)
    return copy


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "program" / "profile"


@pytest.fixture
def feltperm(capsys: pytest.CaptureFixture[str], profile: Path) -> Run:
    """Run a command; what is no condition of the world comes through as the error it is."""

    def run(*argv: object) -> Answer:
        capsys.readouterr()
        code = cli.main(["--profile", str(profile), *map(str, argv)])
        return Answer(code, *capsys.readouterr())

    return run


@pytest.fixture
def fails(feltperm: Run) -> Callable[..., str]:
    """Run a command that must fail with one clear line, and return the line."""

    def run(*argv: object) -> str:
        answer = feltperm(*argv)
        assert (answer.code, answer.out) == (1, ""), answer
        assert answer.err.count("\n") == 1, answer.err
        assert answer.err.startswith("feltperm: ")
        return answer.err.removeprefix("feltperm: ").strip()

    return run
