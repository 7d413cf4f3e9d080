"""The bundle runs without Python, finds its resources, and carries nothing it does not need."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

import feltperm
from devtools import system, words

ROOT = Path(__file__).resolve().parents[2]
PUBLISHER = ("feltperm_publish", "fontTools", "holidays", "lucide", "phonenumbers", "yaml")
UNUSED_QT = ("Network", "Pdf", "Qml", "Quick", "Sql", "VirtualKeyboard", "WebEngine")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(system.bundle_packages()), reason="PyInstaller lacks a package"),
    pytest.mark.skipif(not (ROOT / "out" / "compiled").is_dir(), reason="content not compiled"),
]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a freshly made bundle."""
    made = tmp_path_factory.mktemp("bundle")
    done = subprocess.run(
        [str(word) for word in words.bundle_command(made / "dist", made / "work")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return made / "dist" / "feltperm"


def start(bundle: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the bundle as on a machine without Python: nothing of ours in the environment."""
    program = next(p for p in bundle.iterdir() if p.is_file() and p.stem == "feltperm")
    env = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [program, *arguments], env=env, cwd=home, capture_output=True, text=True, check=False
    )


def test_it_tells_its_version(bundle: Path, private_home: Path) -> None:
    done = start(bundle, private_home, "--version")
    assert done.returncode == 0, done.stderr
    assert feltperm.__version__ in done.stdout


def test_it_finds_its_content(bundle: Path, private_home: Path) -> None:
    done = start(bundle, private_home, "search", "nalokson", "--json", "--profile", "p")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["hits"]


def test_its_worker_makes_a_poster(bundle: Path, private_home: Path) -> None:
    out = private_home / "poster.pdf"
    done = start(bundle, private_home, "poster", "ps-overdose", "--out", str(out), "--profile", "p")
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"%PDF-")


def test_its_window_opens(bundle: Path, private_home: Path) -> None:
    done = start(bundle, private_home, "--exit-when-ready", "--profile", "p")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["ready"]


def test_the_publishers_side_stays_out(bundle: Path) -> None:
    program = next(p for p in bundle.iterdir() if p.is_file() and p.stem == "feltperm")
    archive = CArchiveReader(str(program))
    (inner,) = (name for name in archive.toc if name.endswith(".pyz"))
    packages = {name.partition(".")[0] for name in archive.open_embedded_archive(inner).toc}
    assert "feltperm" in packages
    assert packages.isdisjoint(PUBLISHER)
    assert [p.name for p in bundle.rglob("*") if p.name in PUBLISHER] == []


def test_of_qt_only_what_a_window_of_widgets_needs(bundle: Path) -> None:
    names = [p.name for p in bundle.rglob("*") if p.name.startswith(("libQt6", "Qt6", "Qt"))]
    assert any("Widgets" in name for name in names)
    assert [name for name in names if any(part in name for part in UNUSED_QT)] == []
