"""The program on an installation and a profile that a test may damage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attack_tools import Answer, Installation, Run

from feltperm import app, app_desk, app_words, cli
from feltperm.catalogue.build import library_name
from feltperm.packs.format import read_pack
from feltperm.paths import resource
from feltperm.search import Analyser, SearchIndex
from packs.server import Server

pytest.register_assert_rewrite("update_attacks", "attacks.update_laptop")

from update_attacks import ROADS, Arena, Program, Template  # noqa: E402  its asserts are told


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
    for root in (app, app_desk, app_words):
        monkeypatch.setattr(root, "resource", copy.resource)
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


@pytest.fixture(scope="session")
def web() -> Iterator[Server]:
    """A real server on loopback; each arena serves its own files there."""
    with Server({}) as running:
        yield running


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, web: Server, compiled: None) -> Template:
    """A laptop and a publisher that every attack begins with."""
    folder = tmp_path_factory.mktemp("template")
    program = Program(folder / "program")
    with pytest.MonkeyPatch.context() as patch:
        for root in (app, app_desk, app_words):
            patch.setattr(root, "resource", program.resource)
        return Template(folder, program, web.url)


@pytest.fixture
def ground(tmp_path: Path, template: Template, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for an arena, with the small program in it."""
    for root in (app, app_desk, app_words):
        monkeypatch.setattr(root, "resource", template.program.resource)
    return tmp_path


@pytest.fixture(params=ROADS)
def arena(request: pytest.FixtureRequest, ground: Path, template: Template, web: Server) -> Arena:
    """A laptop under attack, once in memory and once over a real server."""
    server = web if request.param == "http" else None
    return Arena(ground, template, request.param, web.url, server)


@pytest.fixture
def wire(ground: Path, template: Template, web: Server) -> Arena:
    """A laptop under attack over a real server."""
    return Arena(ground, template, "http", web.url, web)


@pytest.fixture
def memory(ground: Path, template: Template, web: Server) -> Arena:
    """A laptop under attack in memory."""
    return Arena(ground, template, "memory", web.url)
