"""The program on an installation and a profile that a test may damage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from attack_tools import Answer, Installation, Run

from feltperm import app, cli
from feltperm.catalogue.build import library_name
from feltperm.packs.format import read_pack
from feltperm.paths import resource
from feltperm.search import Analyser, SearchIndex


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    pack = resource("compiled/national.jsonl")
    if (
        not pack.exists()
        or not resource(
            f"compiled/{library_name([read_pack(pack)], SearchIndex(Analyser()))}"
        ).exists()
    ):
        pytest.fail("no fresh content: run `python3 build/dev.py setup` first", pytrace=False)


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
def typed(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line as it is typed.

    What is no condition of the world comes through as the error it is, and fails the test.
    """

    def run(*argv: object) -> Answer:
        capsys.readouterr()
        code = cli.main([str(part) for part in argv])
        return Answer(code, *capsys.readouterr())

    return run


@pytest.fixture
def at(typed: Run) -> Callable[[Path], Run]:
    """Return the command line on a profile."""
    return lambda profile: lambda *argv: typed("--profile", profile, *argv)


@pytest.fixture
def feltperm(at: Callable[[Path], Run], profile: Path) -> Run:
    return at(profile)


@pytest.fixture
def fails(feltperm: Run) -> Callable[..., str]:
    """Run a command that must fail with one clear line, and return the line."""
    return lambda *argv: feltperm(*argv).failure
