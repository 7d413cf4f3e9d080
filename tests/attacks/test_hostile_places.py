"""Folders that take nothing, full disks, broken binders, and two programs at once."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from attack_tools import Installation, Run, damage

READ_ONLY = "Kan ikke lagre her. Du kan søke og skrive ut, men ikke lagre favoritter."
NO_CACHE = "Søkedataene kan ikke lagres her. Oppstarten tar litt lenger tid."
SET_ASIDE = "Permen kunne ikke leses. Den er lagt til side, ikke slettet."

needs_full = pytest.mark.skipif(
    not Path("/dev/full").is_char_device(), reason="needs a device that is always full"
)


# --- where nothing can be kept; not by permissions, which mean nothing to root ------------------


def a_file(folder: Path) -> Path:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"mine")
    return folder


def a_circle(folder: Path) -> Path:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.symlink_to(folder)
    return folder


PLACES: dict[str, Callable[[Path], Path]] = {
    "a file": a_file,
    "below a file": lambda folder: a_file(folder) / "profile",
    "a name too long": lambda folder: folder / ("x" * 300),
    "a device": lambda _folder: Path("/dev/null"),
    "the kernel's": lambda _folder: Path("/proc/feltperm"),
}
if os.name != "posix":
    del PLACES["a device"], PLACES["the kernel's"]


@pytest.fixture(params=PLACES)
def nowhere(request: pytest.FixtureRequest, profile: Path, at: Callable[[Path], Run]) -> Run:
    """The command line on a profile that cannot be written."""
    return at(PLACES[request.param](profile))


def test_where_nothing_can_be_kept_one_can_search_and_print(nowhere: Run, tmp_path: Path) -> None:
    found = nowhere("search", "nalokson")
    assert (found.code, found.err) == (0, f"{READ_ONLY}\n")
    assert "gd-nalokson-hvor" in found.out
    shown = nowhere("show", "gd-overdose")
    assert (shown.code, shown.err) == (0, f"{READ_ONLY}\n")
    out = tmp_path / "x.pdf"
    printed = nowhere("poster", "ps-overdose", "--out", out)
    assert (printed.code, printed.out) == (0, f"{out}\n")
    assert out.read_bytes().startswith(b"%PDF-")


def test_where_nothing_can_be_kept_that_is_said_once(nowhere: Run) -> None:
    assert nowhere("favourites", "add", "gd-overdose").failure == READ_ONLY
    assert nowhere("sites", "add", "Bussen").failure == READ_ONLY
    listed = nowhere("favourites", "list")
    assert (listed.code, listed.out, listed.err) == (0, "", f"{READ_ONLY}\n")


def test_what_lies_in_the_way_is_left_as_it_is(profile: Path, at: Callable[[Path], Run]) -> None:
    at(a_file(profile))("favourites", "add", "gd-overdose")
    assert profile.read_bytes() == b"mine"


def test_a_profile_that_is_a_circle_of_links_is_said(
    profile: Path, at: Callable[[Path], Run]
) -> None:
    answer = at(a_circle(profile))("search", "nalokson")
    assert (answer.code, answer.err) == (0, f"{READ_ONLY}\n")


def test_the_home_of_nobody_is_a_folder_of_that_name(
    typed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert typed("--profile", "~nobody-of-that-name/x", "favourites", "list").code == 0
    assert (tmp_path / "~nobody-of-that-name" / "x" / "data" / "binder.sqlite").exists()


def test_a_cache_that_takes_nothing_costs_time_only(
    installed: Installation, feltperm: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    a_file(installed.paths.cache)
    installed.library.unlink()
    answer = feltperm("search", "nalokson")
    assert (answer.code, answer.err) == (0, f"{NO_CACHE}\n")
    assert "gd-nalokson-hvor" in answer.out
    assert list(temporary.iterdir()) == []
    assert feltperm("favourites", "add", "gd-overdose").code == 0
    assert installed.paths.cache.read_bytes() == b"mine"


# --- full disks ---------------------------------------------------------------------------------


@needs_full
def test_a_disk_that_fills_up_while_a_pdf_is_saved(
    feltperm: Run, fails: Callable[..., str], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "x.pdf"
    out.write_bytes(b"the old one")
    # the unfinished file leads to the device, whatever is written to it finds no room
    (folder / f".feltperm-{os.getpid()}.part").symlink_to("/dev/full")
    said = fails("poster", "ps-overdose", "--out", out)
    assert said == "Disken er full. Ingenting er endret. Frigjør 1 MB, og prøv igjen."
    assert out.read_bytes() == b"the old one"
    assert [path.name for path in folder.iterdir()] == ["x.pdf"]
    assert feltperm("poster", "ps-overdose", "--out", out).code == 0
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(os.name != "posix", reason="needs named pipes")
def test_what_is_no_plain_file_is_not_replaced_by_one(
    fails: Callable[..., str], tmp_path: Path
) -> None:
    """A pipe stands for the devices, which a test had better not risk."""
    pipe, link = tmp_path / "pipe.pdf", tmp_path / "link.pdf"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for out in (pipe, link):
        said = fails("poster", "ps-overdose", "--out", out)
        assert said == "Kan ikke lagre her. Velg en annen mappe eller et annet navn."
    assert pipe.is_fifo()
    assert link.is_symlink()


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_is_followed_and_stays(feltperm: Run, tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    link.symlink_to(real)
    for _ in range(2):  # the file is made, and then replaced
        assert feltperm("poster", "ps-overdose", "--out", link).out == f"{link}\n"
        assert link.is_symlink()
        assert real.read_bytes().startswith(b"%PDF-")
    link.unlink()
    link.symlink_to(link)
    assert "Kan ikke lagre her." in feltperm("poster", "ps-overdose", "--out", link).failure


@pytest.mark.skipif(sys.platform != "linux", reason="needs the kernel's folders")
def test_a_folder_that_takes_no_files(fails: Callable[..., str]) -> None:
    assert fails("poster", "ps-overdose", "--out", "/proc/x.pdf")
    assert fails("poster", "ps-overdose", "--out", "/dev/null/x.pdf")


# --- the binder ---------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["a folder", "cut in half", "noise", "one bit"])
def test_a_damaged_binder_is_set_aside_and_told_once(
    feltperm: Run, profile: Path, how: str
) -> None:
    feltperm("favourites", "add", "gd-overdose")
    binder = profile / "data" / "binder.sqlite"
    damage(binder, how)
    broken = binder.read_bytes() if binder.is_file() else None
    answer = feltperm("search", "nalokson")
    assert (answer.code, answer.err) == (0, f"{SET_ASIDE}\n")
    (aside,) = binder.parent.glob("binder-unreadable*")
    if broken is not None:
        assert aside.read_bytes() == broken
    assert feltperm("favourites", "add", "svc-feltpleien-oslo").err == ""
    assert feltperm("favourites", "list").out.startswith("svc-feltpleien-oslo")


def test_a_damaged_binder_is_told_also_when_the_command_fails(feltperm: Run, profile: Path) -> None:
    feltperm("favourites", "add", "gd-overdose")
    damage(profile / "data" / "binder.sqlite", "noise")
    answer = feltperm("show", "qqxxyyzz")
    assert answer.code == 1
    assert answer.err.splitlines() == [SET_ASIDE, "feltperm: Fant ikke «qqxxyyzz»."]


# --- two at once --------------------------------------------------------------------------------

STARRING = """
import sys
from feltperm import cli
for name in sys.argv[2:]:
    assert cli.main(["--profile", sys.argv[1], "favourites", "add", name]) == 0
"""


def test_two_programs_star_at_the_same_time(feltperm: Run, profile: Path) -> None:
    ids = sorted({hit["id"] for word in ("rus", "nalokson", "hjelp") for hit in feltperm(
        "search", word, "--limit", 20, "--json").json["hits"]})[:24]  # fmt: skip
    assert len(ids) == 24
    sides = [ids[:14], ids[10:]]  # four of them twice
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", STARRING, str(profile), *side],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for side in sides
    ]  # fmt: skip
    for program in programs:
        _, told = program.communicate(timeout=120)
        assert (program.returncode, told) == (0, b"")
    kept = [one["id"] for one in feltperm("favourites", "list", "--json").json]
    assert sorted(kept) == ids
    for side in sides:
        assert [name for name in kept if name in side[4:10]] == side[4:10]


def test_two_first_starts_build_one_library(installed: Installation) -> None:
    """Both build at the same time, and both get a whole one."""
    installed.library.unlink()
    code = (
        "import sys; from pathlib import Path;"
        "from feltperm import app, app_desk, app_words, cli, paths;"
        "package = Path(sys.argv.pop(1));"
        "app.resource = app_desk.resource = app_words.resource ="
        " lambda name: paths.resource(name, package);"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    words = ["--profile", str(installed.profile), "search", "svc-feltpleien-oslo", "--limit", "1"]
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(installed.package), *words],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )
        for _ in range(2)
    ]  # fmt: skip
    for program in programs:
        answer = program.communicate(timeout=120)
        assert answer == ("svc-feltpleien-oslo  Feltpleien i Oslo  Oslo\n", "")
    assert len(installed.cached()) == 1


def test_a_folder_one_stands_in_brings_no_modules_of_its_own(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (stick / "feltperm").mkdir(parents=True)
    for name in ("json.py", "msgspec.py", "feltperm/__init__.py", "feltperm/__main__.py"):
        (stick / name).write_text("raise SystemExit('not the program')\n")

    def start(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONSAFEPATH"}
        return subprocess.run(
            [sys.executable, *words], cwd=stick, env=environment,
            stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True, encoding="utf-8",
        )  # fmt: skip

    assert "not the program" in start("-m", "feltperm", "--version").stderr, "the trap is no trap"
    # as the installed command does: Python does not look for modules where it stands
    command = ("-P", "-m", "feltperm", "--profile", str(tmp_path / "profile"))
    done = start(*command, "poster", "ps-overdose", "--out", "x.pdf")
    assert done.returncode == 0, done.stderr
    assert (stick / "x.pdf").read_bytes().startswith(b"%PDF-")
