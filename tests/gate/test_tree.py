"""What is tracked speaks of the project only: no paths of a machine, no hosts of a registry."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Put together from pieces, so that this file passes its own test.
MACHINE = re.compile(r"(?<![\w.<>~-])/(?:" + "|".join(("tmp", "work", "root", "home")) + r")\b/?")
HOSTS = re.compile("|".join(("pypi" + r"\.org", "files\\.python" + "hosted", "deb\\.deb" + "ian")))


def tracked() -> list[Path]:
    """Tracked and new text files of the tree."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    told = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    paths = [ROOT / name.decode() for name in told.split(b"\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert lines_with(MACHINE) == []


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert lines_with(HOSTS) == []


@pytest.mark.parametrize("text", ["see /" + "tmp/x", "cd /" + "home/kari", '"/' + 'work"'])
def test_the_pattern_knows_a_machine_path(text: str) -> None:
    assert MACHINE.search(text)


@pytest.mark.parametrize("text", ["https://example.no/home", "a/work/b", "~/home", "</home>"])
def test_the_pattern_lets_other_paths_be(text: str) -> None:
    assert not MACHINE.search(text)


def test_what_is_made_is_ignored_and_the_source_folder_build_is_not() -> None:
    tracked()  # skips where there is no git
    ask = ["git", "check-ignore", "--no-index"]
    made = ["out/compiled/x", ".venv/x", "build/feltperm_publish/__pycache__/x.pyc"]
    ignored = subprocess.run([*ask, *made], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ignored.stdout.split() == made
    source = [*ask, "build/new.py", "build/lib/x.py"]
    assert subprocess.run(source, cwd=ROOT, capture_output=True, check=False).returncode == 1
