"""The commands: what they say, where keys and passphrases come from, and their exit codes."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from repository_home import WORDS, Client, Home, edit, state
from sample_sources import FILES, write_files

from feltperm.packs.trust.source import decode_source
from feltperm_publish import judge as judging
from feltperm_publish.cli import main
from feltperm_publish.findings import Finding
from feltperm_publish.place import Place
from feltperm_publish.repository import command, passphrases
from feltperm_publish.repository.release import KEPT

Run = Callable[..., int]


class _Press:
    """The paper has a test of its own, and costs a second each time."""

    def __enter__(self) -> _Press:
        return self

    def __exit__(self, *of: object) -> None:
        pass


@pytest.fixture
def run(home: Home, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the repository with the keys and the passphrase file of ``home``."""
    monkeypatch.setattr(command, "_now", lambda: home.now)
    monkeypatch.setattr(judging, "open_press", _Press)
    monkeypatch.setattr(judging, "too_long", lambda *of: [])
    monkeypatch.setattr(command, "find_place", lambda path: Place(path, home.sources()))

    def call(word: str, *more: object) -> int:
        words = [word, str(home.repository), *map(str, more)]
        if word != "verify" and "--passphrase-file" not in words:
            words += ["--passphrase-file", str(home.passphrase)]
        if word != "verify" and "--keys" not in words:
            words += ["--keys", str(home.keys)]
        return main(words)

    return call


def init(run: Run, *more: object) -> int:
    return run("init", "--name", "Prøve", "--url", "https://example.org/p/", *more)


def test_from_init_to_a_monthly_routine(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert init(run) == 0
    assert run("release", home.sources()) == 0
    home.later(2)
    edit(home.sources(), "Nye tider.")
    assert run("release", home.sources()) == 0
    said = capsys.readouterr()
    assert "sample 4, 2026-11-29: 5 records" in said.out
    assert "  from 3 " in said.out
    assert "snapshot and timestamp: until 2028-01-03 (400 days)" in said.out
    home.later(30)
    assert run("resign") == 0
    assert run("verify") == 0
    index = Client(home.repository, tmp_path / "client").refresh(home.now)
    assert [one.seq for one in index.packs["sample"]] == [4, 3]


def test_init_prints_the_fingerprint_and_what_to_lock_away(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(run) == 0
    said = capsys.readouterr()
    source = decode_source(home.folder.source.read_bytes())
    assert f"    {source.fingerprint}\n" in said.out
    assert "Lock away, off this machine: root-1.pem, root-2.pem, root-3.pem" in said.out
    assert "2 of 3 are needed together" in said.out
    assert "May lie on the machine that signs: targets-1.pem" in said.out
    assert said.err == ""
    assert source.name == "Prøve"


def test_one_root_key_is_allowed_with_a_warning(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(run, "--root-keys", 1) == 0
    assert "warning: one root key is enough" in capsys.readouterr().err
    assert home.current.root.roles["root"].threshold == 1


@pytest.mark.parametrize(("count", "threshold"), [(1, 1), (2, 2), (3, 2), (5, 3)])
def test_more_than_half_of_the_root_keys_must_sign(
    run: Run, home: Home, count: int, threshold: int
) -> None:
    assert init(run, "--root-keys", count) == 0
    assert home.current.root.roles["root"].threshold == threshold


def test_keys_lie_beside_the_repository_unless_asked_for_elsewhere(
    run: Run, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.path.mkdir()
    monkeypatch.chdir(home.path)
    words = ["--passphrase-file", str(home.passphrase)]
    assert main(["init", "repository", "--name", "Prøve", *words]) == 0
    assert len(list((home.path / "repository-keys").iterdir())) == 5
    assert main(["release", "repository", str(home.sources()), *words]) == 0


def test_a_folder_that_is_not_empty_is_one_clear_line(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    init(run)
    capsys.readouterr()
    assert init(run) == 1
    assert capsys.readouterr().err == f"feltperm-publish: {home.repository} is not empty\n"


def test_same_content_is_said_and_asks_for_no_key(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    init(run)
    run("release", home.sources())
    before = state(home.repository)
    capsys.readouterr()
    home.later(1)
    (home.keys / "targets-1.pem").unlink()
    assert run("release", home.sources()) == 0
    assert capsys.readouterr().out == "sample 3 has this content already: nothing to publish\n"
    assert state(home.repository) == before


def test_findings_stop_a_release(run: Run, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    init(run)
    before = state(home.repository)
    path = home.sources() / "catalogue/services/svc-sample.md"
    path.write_text(path.read_text("utf-8").replace("[overdose]", "[overdoze]"), encoding="utf-8")
    assert run("release", home.sources()) == 1
    assert "unknown topic 'overdoze'" in capsys.readouterr().err
    assert state(home.repository) == before


def test_a_poster_that_does_not_fit_stops_a_release(
    run: Run, home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    init(run)
    bad = Finding("catalogue/posters/ps-sample.md", "ps-sample", "items", "does not fit on A4")
    monkeypatch.setattr(judging, "too_long", lambda *of: [bad])
    assert run("release", home.sources()) == 1
    assert "does not fit on A4" in capsys.readouterr().err


def test_a_folder_of_another_publisher_is_released_as_it_is(
    run: Run, home: Home, tmp_path: Path
) -> None:
    other = write_files(tmp_path / "other", {n: t for n, t in FILES.items() if "catalogue" in n})
    init(run)
    assert run("release", other) == 0
    assert home.index.packs["sample"][0].seq == 2


@pytest.mark.slow
def test_a_release_sets_every_poster_on_real_paper(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home.sources() / "catalogue/posters/ps-sample.md"
    text = path.read_text("utf-8").replace("Prøveplakat", "Prøve" * 60)
    words = ["--keys", str(home.keys), "--passphrase-file", str(home.passphrase)]
    main(["init", str(home.repository), "--name", "Prøve", *words])
    path.write_text(text, encoding="utf-8")
    assert main(["release", str(home.repository), str(home.sources()), *words]) == 1
    assert "ps-sample: items: does not fit on A4" in capsys.readouterr().err


def test_verify_says_each_finding_on_a_line(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    init(run)
    run("release", home.sources())
    release = home.index.packs["sample"][0]
    home.folder.target(release.plain, release.sha256).unlink()
    capsys.readouterr()
    assert run("verify") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "targets/sample/3.jsonl: cannot be read: No such file or directory",
        "1 to put right, 0 warnings",
    ]


def test_verify_warns_and_is_content(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    init(run)
    home.later(120)
    assert run("verify") == 0
    said = capsys.readouterr()
    assert "timestamp version 1: warning: ends on" in said.err
    assert "3 roots" not in said.out
    assert "1 root, no packs, 1 file and no deltas" in said.out


def test_rotate_says_what_was_made_and_what_to_destroy(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    init(run)
    capsys.readouterr()
    assert run("rotate", "targets") == 0
    said = capsys.readouterr().out
    assert f"Made: {home.keys / 'targets-2.pem'}" in said
    assert f"targets-1 counts no more. Destroy {home.keys / 'targets-1.pem'}" in said
    assert "Root version 2" in said


def test_rotate_root_asks_which(run: Run, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    init(run)
    capsys.readouterr()
    assert run("rotate", "root") == 1
    assert "say with --replace which one goes" in capsys.readouterr().err
    assert run("rotate", "root", "--replace", "root-2") == 0
    assert run("rotate", "root", "--add", "--threshold", 3) == 0
    assert run("rotate", "root", "--renew", "--threshold", 2) == 0
    assert (home.current.root.version, home.current.root.roles["root"].threshold) == (4, 2)
    assert len(home.current.root.roles["root"].keyids) == 4


@pytest.mark.parametrize(
    "words", [("targets", "--add"), ("online", "--renew"), ("root", "--threshold", 2)]
)
def test_rotate_refuses_what_makes_no_sense(
    run: Run, home: Home, words: tuple[object, ...]
) -> None:
    init(run)
    before = state(home.repository)
    assert run("rotate", *words) == 1
    assert state(home.repository) == before


def test_revoke_warns_when_no_root_key_may_be_lost(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    init(run)
    assert run("revoke", "root-3") == 0
    assert "no root key may be lost now" in capsys.readouterr().err
    assert run("revoke", "root-3") == 1
    assert "'root-3' is not one of the keys that count" in capsys.readouterr().err


def test_resign_renews_the_list_of_targets_too_where_asked(run: Run, home: Home) -> None:
    init(run)
    home.later(600)
    assert run("resign") == 0
    assert (home.current.targets.expires - home.now).days == 130
    assert run("resign", "--targets") == 0
    assert (home.current.targets.expires - home.now).days == 730


def test_a_folder_of_keys_that_is_not_there_is_named(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    init(run)
    capsys.readouterr()
    assert run("resign", "--keys", "/nowhere") == 1
    assert "/nowhere: there is no such folder of keys" in capsys.readouterr().err


def test_without_a_terminal_a_passphrase_file_is_asked_for(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    words = ["init", str(home.repository), "--name", "Prøve", "--keys", str(home.keys)]
    assert main(words) == 1
    assert "there is no terminal to ask on, use --passphrase-file" in capsys.readouterr().err
    assert not home.keys.exists()
    assert not home.repository.exists()


def test_passphrases_are_asked_for_on_the_terminal(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return WORDS

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(passphrases.getpass, "getpass", answer)
    words = ["init", str(home.repository), "--name", "P", "--keys", str(home.keys)]
    assert main([*words, "--root-keys", "1"]) == 0
    assert asked == [
        "New passphrase for root-1: ", "The same for root-1 again: ",
        "New passphrase for targets-1: ", "The same for targets-1 again: ",
    ]  # fmt: skip


def test_no_option_takes_a_passphrase_itself(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands on a command line is in the shell's history and in every list of processes."""
    with pytest.raises(SystemExit) as caught:
        main(["init", str(home.repository), "--name", "P", "--passphrase", WORDS])
    assert caught.value.code == 2
    assert "unrecognized arguments: --passphrase" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [["init"], ["init", "x"], ["release", "x"], ["rotate", "x", "snapshot"], ["revoke", "x"]],
)
def test_wrong_use_exits_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: feltperm-publish" in capsys.readouterr().err


def test_release_needs_source_records(
    run: Run, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        run("release", home.path)
    assert caught.value.code == 2
    assert "there are no source records below" in capsys.readouterr().err


def test_eight_versions_are_kept(run: Run, home: Home) -> None:
    init(run)
    for number in range(KEPT + 1):
        edit(home.sources(), f"Utgave {number}.")
        assert run("release", home.sources()) == 0
    assert len(home.index.packs["sample"]) == KEPT
    assert run("verify") == 0
