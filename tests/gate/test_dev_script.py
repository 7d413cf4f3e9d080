"""``build/dev.py``: its words, and what it says on machines that lack something."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from devtools import console, environment, system, words

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "build" / "dev.py"
DOCUMENTS = (
    "README.md", "CONTRIBUTING.md", "docs/adr/0003-lock-file.md", "docs/publishing.md",
    "docs/updates.md",
)  # fmt: skip


def commands(document: str) -> set[str]:
    """The words of the script that a document tells its reader to type."""
    text = (ROOT / document).read_text(encoding="utf-8")
    return set(re.findall(r"(?:python3|py) build/dev\.py ([a-z-]+)", text))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_documents_name_only_words_that_exist(document: str) -> None:
    assert commands(document) <= set(words.WORDS)


def test_the_readme_names_every_word_and_begins_with_the_two() -> None:
    assert commands("README.md") == set(words.WORDS)
    first = re.search(r"```\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert first
    assert first[1].splitlines() == ["python3 build/dev.py run", "python3 build/dev.py test"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_documents_link_only_to_what_is_there(document: str) -> None:
    path = ROOT / document
    links = re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("word", ["", *words.WORDS])
def test_every_word_explains_itself(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        words.main([word, "--help"] if word else ["--help"])
    assert ended.value.code == 0
    assert "usage: dev.py" in capsys.readouterr().out


def test_wrong_use_is_exit_code_2() -> None:
    with pytest.raises(SystemExit) as ended:
        words.main(["fly"])
    assert ended.value.code == 2


def test_the_script_runs_with_bare_python_and_writes_nothing_beside_itself(tmp_path: Path) -> None:
    skip = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "build" / "devtools", tmp_path / "build" / "devtools", ignore=skip)
    script = Path(shutil.copy(SCRIPT, tmp_path / "build"))
    before = sorted(tmp_path.rglob("*"))
    # No site-packages, as on a machine where nothing has been installed.
    bare = [sys.executable, "-S", "-E", str(script), "--help"]
    done = subprocess.run(bare, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "screenshots" in done.stdout
    assert sorted(tmp_path.rglob("*")) == before


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 4))


def test_an_old_python_is_told_what_to_do() -> None:
    def nothing(_name: str) -> None:
        return None

    told = dev.complaint((3, 9), "python3", nothing)
    assert "needs Python 3.11 to 3.14" in told
    assert "this is Python 3.9" in told
    assert "Install" in told
    pointed = dev.complaint((3, 9), "python3", lambda name: name == "python3.12")
    assert "Start it with python3.12" in pointed
    assert dev.complaint((3, 15), "python3", nothing)


@pytest.mark.parametrize("minor", [11, 12, 13, 14])
def test_a_python_that_fits_is_not_complained_about(minor: int) -> None:
    assert dev.complaint((3, minor), "python3") == ""


def test_the_script_and_the_project_agree_on_the_pythons() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    oldest, newest = dev.OLDEST, dev.NEWEST
    assert f'requires-python = ">=3.{oldest[1]},<3.{newest[1] + 1}"' in text


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks ldd")
def test_a_missing_library_is_found_and_its_package_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plugins" / "platforms").mkdir(parents=True)
    (tmp_path / "plugins" / "platforms" / "libqxcb.so").touch()
    ldd = tmp_path / "ldd"
    ldd.write_text(
        "#!/bin/sh\nprintf '\\tlibxcb-icccm.so.4 => not found\\n\\tlibnew.so.9 => not found\\n"
        "\\tlibc.so.6 => /lib/libc.so.6 (0x1)\\n\\tlibxcb-icccm.so.4 => not found\\n'\n",
        encoding="utf-8",
    )
    ldd.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    missing = system.missing_libraries(tmp_path)
    assert missing == ["libnew.so.9", "libxcb-icccm.so.4"]
    assert system.packages_for(missing) == (["libxcb-icccm4"], ["libnew.so.9"])


def test_where_nothing_may_be_installed_the_exact_command_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # neither apt-get nor sudo
    assert not system.apt_install(["libegl1", "libgl1"])
    assert (
        "sudo apt-get install --no-install-recommends -y libegl1 libgl1" in capsys.readouterr().out
    )


def test_tools_are_asked_for_only_where_they_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "git").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    tools = {"git": "git", "pdftotext": "poppler-utils", "pdfinfo": "poppler-utils"}
    assert system.packages_for_tools(tools) == ["poppler-utils"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="CUPS is installed by apt")
def test_a_print_server_is_asked_for_where_it_can_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "CUPS", tmp_path)
    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    assert system.printing_packages() == [
        "cups-daemon",
        "cups-filters",
        "printer-driver-cups-pdf",
    ]
    for file in system.CUPS_PACKAGES:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).touch()
    assert system.printing_packages() == []
    monkeypatch.setattr(system, "CUPS", tmp_path / "none")
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    assert system.printing_packages() == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
def test_without_a_display_run_makes_the_tour(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    started: list[list[str]] = []

    def call(command: list[object], _env: object = None) -> int:
        started.append([str(word) for word in command])
        return 0

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(words, "prepare", lambda: None)
    monkeypatch.setattr(words, "call", call)
    monkeypatch.setattr(words, "OUT", tmp_path)
    assert words.main(["run"]) == 0
    assert started == [[started[0][0], "-m", "feltperm", "tour", "--out", str(tmp_path / "tour")]]
    told = capsys.readouterr().out
    assert "no display" in told
    assert told.rstrip().endswith(f"The pictures and the PDF are in {tmp_path / 'tour'}")

    started.clear()
    assert words.main(["run", "search", "nalokson"]) == 0
    assert started[0][1:] == ["-m", "feltperm", "search", "nalokson"]


@pytest.mark.parametrize("arguments", [["-k", "area"], ["tests/search", "-x"], ["--lf"]])
def test_arguments_reach_pytest_as_they_are(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    for name in ("prepare_environment", "compile_content"):
        monkeypatch.setattr(words, name, lambda: None)
    monkeypatch.setattr(words, "need_packages", lambda _packages: True)
    monkeypatch.setattr(words, "_lint", list)
    monkeypatch.setattr(words, "call", lambda command: started.append(command[1:]) or 0)
    assert words.main(["test", *arguments]) == 0
    assert started == [["-m", "pytest", *arguments]]


def test_lint_goes_on_after_a_failure_and_names_what_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def call(command: list[object], _env: object = None) -> int:
        return 1 if "mypy" in Path(str(command[0])).name else 0

    monkeypatch.setattr(words, "prepare_environment", lambda: None)
    monkeypatch.setattr(words, "call", call)
    assert words.main(["lint"]) == 1
    told = capsys.readouterr().out
    assert "Lint: content" in told
    assert told.rstrip().endswith("Failed: mypy")


def test_a_failure_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise console.Failure("No network.")

    monkeypatch.setattr(words, "prepare", fail)
    assert words.main(["setup"]) == 1
    assert capsys.readouterr().out == "\nNo network.\n"


def test_an_unknown_benchmark_is_answered_with_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert words.main(["bench", "nothing"]) == 1
    assert "startup" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        (["--passages", "p.jsonl", "--queries", "q.jsonl", "--json"], 4),
        (["--json", "--records", "10", "20", "--only", "speed"], 5),
        ([], 0),
    ],
)
def test_arguments_reach_the_benchmark_where_one_stands(
    typed: list[str],
    given: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    started: list[list[str]] = []

    def call(command: list[object], cwd: Path) -> int:
        started.append([*map(str, command[4:]), str(cwd)])
        Path(str(command[3])).write_text('{"benchmark": "search"}', encoding="utf-8")
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(words, "prepare", lambda: None)
    monkeypatch.setattr(words, "call", call)
    monkeypatch.setattr(words, "OUT", tmp_path / "out")
    assert words.main(["bench", "search", *typed]) == 0
    rest = [word for word in typed if word != "--json"]
    assert len(rest) == given
    assert started == [[*rest, str(tmp_path)]]
    if "--json" in typed:
        assert json.loads(capsys.readouterr().out) == {"search": {"benchmark": "search"}}


@pytest.mark.parametrize(("code", "told"), [(0, 0), (1, 1), (2, 2), (-6, 1)])
def test_a_benchmark_says_whether_it_failed_or_was_used_wrongly(
    code: int, told: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(words, "prepare", lambda: None)
    monkeypatch.setattr(words, "call", lambda _command, cwd: code)
    monkeypatch.setattr(words, "OUT", tmp_path)
    assert words.main(["bench", "search"]) == told


def test_arguments_for_a_benchmark_need_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert words.main(["bench", "--full"]) == 1
    assert "--full" in capsys.readouterr().out


def test_other_words_take_no_unknown_arguments() -> None:
    with pytest.raises(SystemExit) as ended:
        words.main(["lint", "--full"])
    assert ended.value.code == 2


def test_a_filled_environment_is_not_filled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, stamp = tmp_path / "requirements.lock", tmp_path / "stamp"
    lock.write_text("appdirs==1.4.4\n", encoding="utf-8")
    calls: list[object] = []
    monkeypatch.setattr(environment, "LOCK", lock)
    monkeypatch.setattr(environment, "STAMP", stamp)
    monkeypatch.setattr(environment, "call", lambda command: calls.append(command) or 0)
    environment._install_locked()
    environment._install_locked()
    assert len(calls) == 1
    lock.write_text("appdirs==1.4.5\n", encoding="utf-8")
    environment._install_locked()
    assert len(calls) == 2
