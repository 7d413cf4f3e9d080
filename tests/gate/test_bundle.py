"""The bundle runs without Python, finds its resources, and carries nothing it does not need."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from datetime import datetime
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

import feltperm
from devtools import system
from devtools.bundle import archive, make, size_of, version
from devtools.debian import make_package
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
    "openpyxl",
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
    return make(made / "dist", made / "work")


@pytest.fixture(scope="module")
def packed(bundle: Path) -> Path:
    """The archive of the bundle."""
    target = bundle.parent / "feltperm.tar.xz"
    archive(bundle, target)
    return target


@pytest.fixture(scope="module")
def elsewhere(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle as somebody else unpacked it, in a folder that nobody may write to."""
    folder = tmp_path_factory.mktemp("elsewhere") / "programmer"
    with tarfile.open(packed) as tar:
        tar.extractall(folder, filter="data")
    for path in [folder / "feltperm", *(folder / "feltperm").rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    return folder / "feltperm"


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


def test_it_keeps_to_its_size(bundle: Path, packed: Path) -> None:
    """240 MB unpacked with Typst and fonts, 78 MB packed: old laptops and slow links."""
    assert size_of(bundle) <= 240_000_000
    assert packed.stat().st_size <= 78_000_000


def test_no_file_of_it_names_the_folder_it_was_made_in(bundle: Path) -> None:
    place = str(ROOT).encode()
    small = [p for p in bundle.rglob("*") if p.is_file() and p.suffix not in {".so", ".ttf"}]
    assert len(small) > 50
    assert [p.name for p in small if place in p.read_bytes()] == []


def alone(bundle: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the unpacked bundle with no network at all, no Python and an empty home."""
    cut_off = ["unshare", "--net", "--map-root-user"] if shutil.which("unshare") else []
    env = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PATH": str(home)}
    return subprocess.run(
        [*map(shutil.which, cut_off[:1]), *cut_off[1:], bundle / "feltperm", *arguments],
        env=env, cwd=home, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_elsewhere_the_doctor_finds_it_healthy(elsewhere: Path, private_home: Path) -> None:
    done = alone(elsewhere, private_home, "doctor", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)


def test_elsewhere_it_does_the_main_job(elsewhere: Path, private_home: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in elsewhere.rglob("*")}
    done = alone(elsewhere, private_home, "tour", "--out", "tour")
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((private_home / "tour").glob("*.pdf"))
    assert {path: path.stat().st_mtime_ns for path in elsewhere.rglob("*")} == before


def test_the_archive_is_the_same_bytes_again(tmp_path: Path) -> None:
    few = tmp_path / "feltperm"
    few.mkdir()
    for name in ("b", "a"):
        (few / name).write_text(name, encoding="utf-8")
    archive(few, tmp_path / "1.tar.xz")
    (few / "a").touch()
    archive(few, tmp_path / "2.tar.xz")
    assert (tmp_path / "1.tar.xz").read_bytes() == (tmp_path / "2.tar.xz").read_bytes()


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="not a Debian")
def test_the_debian_package_starts_where_it_is_unpacked(
    bundle: Path, tmp_path: Path, private_home: Path
) -> None:
    made = make_package(bundle, tmp_path, squeeze=0)
    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "-x", made, root], check=True)
    done = start(root / "usr" / "bin", private_home, "search", "nalokson", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["hits"]
    entry = (root / "usr/share/applications/feltperm.desktop").read_text(encoding="utf-8")
    assert "Exec=feltperm\n" in entry
    assert (root / "usr/share/icons/hicolor/48x48/apps/feltperm.png").is_file()
    told = subprocess.run(["dpkg-deb", "-f", made], capture_output=True, text=True, check=True)
    assert f"Version: {feltperm.__version__}\n" in told.stdout
    assert "libegl1" in told.stdout


def test_the_version_stands_in_one_place() -> None:
    assert version() == feltperm.__version__
    named = [
        path.name
        for path in (ROOT / "build" / "installer").iterdir()
        if f"={feltperm.__version__}" in path.read_text(encoding="utf-8").replace("/DVersion=", "")
    ]
    assert named == []
