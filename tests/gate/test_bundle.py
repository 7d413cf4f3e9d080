"""The bundle runs without Python, finds its resources, and carries nothing it does not need."""

from __future__ import annotations

import json
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

import feltperm
from devtools import system, words
from feltperm.packs.trust.source import encode_source
from packs.server import Server
from packs.simulator import Simulator, pack_bytes

ROOT = Path(__file__).resolve().parents[2]
PUBLISHER = (
    "cryptography",
    "feltperm_publish",
    "fontTools",
    "holidays",
    "lucide",
    "phonenumbers",
    "yaml",
)
UNUSED_QT = ("Pdf", "Qml", "Quick", "Sql", "VirtualKeyboard", "WebEngine")

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


def test_it_takes_signed_content_and_a_delta(bundle: Path, private_home: Path) -> None:
    today = datetime.now().replace(microsecond=0)
    files: dict[str, bytes] = {}
    with Server(files) as server:
        shop = Simulator(today, name="Prøve", url=server.url)
        files |= {**shop.files, "source.json": encode_source(shop.source)}
        shop.files = files
        day = today.date().isoformat()

        def told(*words: str) -> str:
            done = start(bundle, private_home, *words, "--profile", "p")
            assert (done.returncode, done.stderr) == (0, "")
            return done.stdout

        shop.release("prove", 1, pack_bytes("prove", 1, day, 60, word="utgave 1"))
        told("sources", "add", server.url, "--fingerprint", shop.source.fingerprint)
        told("update")
        shop.release("prove", 2, pack_bytes("prove", 2, day, 60, word="utgave 2"))
        (plan,) = json.loads(told("update", "--check", "--json"))["plans"]
        assert plan["way"] == "delta"
        told("update")
        assert json.loads(told("changes", "--json"))[0]["new_seq"] == 2


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
