"""The wheel holds the two packages and the resources, and cannot be built without them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md")

pytestmark = pytest.mark.slow


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what a wheel is made from, with small stand-ins for the compiled content."""
    target = tmp_path / "tree"
    skip = shutil.ignore_patterns("__pycache__")
    for name in ("desktop", "build", "resources"):
        shutil.copytree(ROOT / name, target / name, ignore=skip)
    for name in NEEDED:
        shutil.copy(ROOT / name, target / name)
    compiled = target / "out" / "compiled"
    (compiled / "fonts").mkdir(parents=True)
    (compiled / "national.jsonl").write_text("{}\n", encoding="utf-8")
    (compiled / "fonts" / "x.ttf").write_bytes(b"font")
    # The stand-ins are ignored by git in the real tree; the wheel must take them all the same.
    shutil.copy(ROOT / ".gitignore", target / ".gitignore")
    return target


def build(tree: Path) -> subprocess.CompletedProcess[str]:
    """Build a wheel of the tree into its folder `made`, without a network."""
    return subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tree / "made")],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_wheel_holds_both_packages_and_the_resources(tree: Path, tmp_path: Path) -> None:
    done = build(tree)
    assert done.returncode == 0, done.stderr
    (wheel,) = (tree / "made").glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {
        "feltperm",
        "feltperm_publish",
    }
    assert {
        "feltperm/__main__.py",
        "feltperm/py.typed",
        "feltperm/resources/compiled/national.jsonl",
        "feltperm/resources/compiled/fonts/x.ttf",
        "feltperm_publish/__init__.py",
    } <= names
    layouts = {f"feltperm/resources/layouts/{p.name}" for p in ROOT.glob("resources/layouts/*.typ")}
    assert layouts <= names

    # Installed by the rules of the format: unpacked onto a path.
    site = tmp_path / "site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    ask = (
        f"import sys; sys.path.insert(0, {str(site)!r});"
        "from feltperm.paths import resource;"
        "print(resource('compiled/national.jsonl')); print(resource('layouts'))"
    )
    told = subprocess.run(
        [sys.executable, "-I", "-c", ask], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    inside = site / "feltperm" / "resources"
    assert told == [str(inside / "compiled" / "national.jsonl"), str(inside / "layouts")]
    assert Path(told[0]).is_file()


def test_without_compiled_content_there_is_no_wheel(tree: Path) -> None:
    shutil.rmtree(tree / "out")
    done = build(tree)
    assert done.returncode != 0
    assert "compiled" in done.stderr
    assert not list(tree.glob("made/*.whl"))
