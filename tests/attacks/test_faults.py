"""Each file of a profile that is used, in every way a file can be broken (issue: faults).

The program opens or explains, the emergency card opens always, and what the user has kept is there
afterwards: in the binder, in what was set aside, or in a backup that can be restored.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from attack_tools import DAMAGE, damage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from feltperm import app_desk
from feltperm.app_updates import open_updates
from feltperm.catalogue.records import pick
from feltperm.desk.desk import Desk
from feltperm.desk.own import Draft
from feltperm.errors import DiskFull
from feltperm.paths import Paths, find_paths
from packs.simulator import Simulator, pack_bytes
from real_window import opened

STAR = "national/gd-overdose"
OWN = "Nattkafeen på torget"
NOTE = "Døra er på baksiden."


class File(NamedTuple):
    """Files of a profile by what they are, and how to find them."""

    name: str
    find: Callable[[Paths], list[Path]]


def _filled(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size]


FILES = (
    File("binder", lambda paths: [paths.binder]),
    File("backups", lambda paths: _filled(paths.backups)),
    File("window state", lambda paths: [paths.window_state]),
    File("library", lambda paths: [*paths.cache.glob("*.sqlite")]),
    File("packs", lambda paths: _filled(paths.packs)),
    File("sources", lambda paths: _filled(paths.sources)),
    File("updates", lambda paths: [paths.updates_file]),
)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with a star, an own record, a note, a sender, its pack and a backup of the day."""
    folder = tmp_path_factory.mktemp("used")
    profile = folder / "profil"
    shop = Simulator(datetime.now(), name="Trondheim kommune")
    shop.release("trondheim", 1, pack_bytes("trondheim", 1))
    shop.write(folder / "sender")
    updates = open_updates(find_paths(profile))
    updates.sources.add(updates.sources.propose(folder / "sender"))
    assert updates.updates.update().taken
    updates.close()
    for _ in range(2):  # the second start makes the backup of what the first one kept
        with opened(profile) as house:
            house.skip_first_start()
            house.desk(_keep)
        yesterday = datetime.now() - timedelta(days=1)
        for made in find_paths(profile).backups.glob("*"):
            made.rename(made.with_name(made.name.replace(f"{datetime.now():%Y-%m-%d}",
                                                         f"{yesterday:%Y-%m-%d}")))  # fmt: skip
    missing = [one.name for one in FILES if not one.find(find_paths(profile))]
    assert missing == []
    return profile


def _keep(desk: Desk) -> None:
    if not desk.keep.favourites():
        desk.keep.star(STAR)
        desk.own.add(Draft(title=OWN, phone="22400040"))
        desk.notes.write(STAR, NOTE)


@pytest.fixture
def profile(used: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(used, tmp_path / "profil"))


def kept(profile: Path) -> set[str]:
    """What of the user's is in the binder."""
    desk = app_desk.open_desk(find_paths(profile))
    try:
        stars = {str(one.ref) for one in desk.keep.favourites()}
        places = {pick(one.title)[1] for one in desk.own.list()}
        return stars | places
    finally:
        desk.close()


def restorable(profile: Path) -> set[str]:
    """What of the user's is in any file of the profile that a person can get back."""
    paths, found = find_paths(profile), set[str]()
    for path in [*paths.data.rglob("*.sqlite*")]:
        if not path.is_file():
            continue
        try:
            with closing(sqlite3.connect(path)) as file:
                found |= {f"{pack}/{id}" for pack, id in file.execute(
                    "SELECT pack, id FROM favourites")}  # fmt: skip
        except sqlite3.Error:
            continue
    return found


@pytest.mark.slow
@pytest.mark.parametrize("how", DAMAGE)
@pytest.mark.parametrize("file", FILES, ids=lambda one: one.name.replace(" ", "-"))
def test_the_window_opens_and_nothing_is_lost(
    profile: Path, qapp: QApplication, file: File, how: str
) -> None:
    for path in file.find(find_paths(profile)):
        damage(path, how)
    with opened(profile) as house:
        house.skip_first_start()
        house.keys(Qt.Key.Key_F2)
        house.driver.wait(lambda: house.shell.emergency().isVisible())
        house.shell.emergency().close()
        house.find("nalokson")
        assert house.search.results.rows.rowCount() > 0
    assert {STAR} <= kept(profile) | restorable(profile)
    if file.name != "binder":
        assert kept(profile) >= {STAR, OWN}, "the binder was not touched"


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES, ids=lambda one: one.name.replace(" ", "-"))
def test_a_command_answers_or_says_why_in_one_line(profile: Path, file: File) -> None:
    for path in file.find(find_paths(profile)):
        damage(path, "noise")
    done = subprocess.run(
        [sys.executable, "-m", "feltperm", "--profile", str(profile), "search", "nalokson"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert "nalokson" in done.stdout.lower() or done.stderr.count("\n") == 1


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program holds a database for itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def test_a_binder_that_another_program_holds_is_said_and_the_search_works(
    profile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with locked(find_paths(profile).binder):
        done = subprocess.run(
            [sys.executable, "-m", "feltperm", "--profile", str(profile), "search", "nalokson"],
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    assert kept(profile) >= {STAR, OWN}


def test_two_processes_on_one_profile_keep_what_both_wrote(profile: Path) -> None:
    words = [sys.executable, "-m", "feltperm", "--profile", str(profile)]
    refs = ["national/svc-113", "national/svc-112", "national/ps-overdose", "national/gd-parorende"]
    running = [
        subprocess.Popen(
            [*words, "favourites", "add", ref], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for ref in refs
    ]
    said = [one.communicate(timeout=120)[1] for one in running]
    assert [one.returncode for one in running] == [0] * len(refs), said
    assert kept(profile) >= {STAR, *refs}


def test_a_profile_that_goes_away_while_the_window_is_open(
    profile: Path, qapp: QApplication
) -> None:
    away = profile.with_name("borte")
    with opened(profile) as house:
        house.skip_first_start()
        profile.rename(away)
        house.find("nalokson")
        assert house.search.results.rows.rowCount() > 0, "what is read stays readable"
        house.keys(Qt.Key.Key_F2)
        house.driver.wait(lambda: house.shell.emergency().isVisible())
        house.shell.emergency().close()
        away.rename(profile)
    assert kept(profile) >= {STAR, OWN}


@pytest.mark.parametrize("days", [-366, 3 * 365])
def test_a_clock_that_jumps_loses_nothing(profile: Path, days: int) -> None:
    then = datetime.now() + timedelta(days=days)
    desk = app_desk.open_desk(find_paths(profile), now=lambda: then)
    try:
        assert {str(one.ref) for one in desk.keep.favourites()} >= {STAR}
        desk.keep.star("national/svc-113")
        assert desk.recall.wall() is not None
    finally:
        desk.close()
    assert kept(profile) >= {STAR, OWN, "national/svc-113"}


#: What a person does that writes; the n-th time it is about something else.
WRITES: dict[str, Callable[[Desk, int], object]] = {
    "a star": lambda desk, n: desk.keep.star(_service(desk, n)),
    "an own record": lambda desk, n: desk.own.add(Draft(title=f"Kafé {n}", summary="x" * 250)),
    "a note": lambda desk, n: desk.notes.write(_service(desk, n), f"{n} {'x' * 2000}"),
    "a correction": lambda desk, n: desk.corrector.add(
        _service(desk, n), "hours", f"{n} {'x' * 380}"
    ),
    "a collection": lambda desk, n: desk.collect.create(f"Samling {n}"),
}


def _again_and_again(desk: Desk, what: str) -> None:
    for number in range(300):  # until the last free page is used up
        WRITES[what](desk, number)


def _service(desk: Desk, number: int) -> str:
    rows = desk.find.browse(("service",), limit=300).rows
    return str(rows[number % len(rows)].row.ref)


@pytest.mark.parametrize("what", WRITES)
def test_a_disk_that_is_full_is_said_and_costs_nothing(profile: Path, what: str) -> None:
    desk = app_desk.open_desk(find_paths(profile))
    try:
        connection = desk.binder._store.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFull, match="Disken er full"):
            _again_and_again(desk, what)
        assert {str(one.ref) for one in desk.keep.favourites()} >= {STAR}
        connection.execute("PRAGMA max_page_count = 1000000")
        desk.notes.write("national/svc-113", "Nå er det plass.")
    finally:
        desk.close()
    assert kept(profile) >= {STAR, OWN}
