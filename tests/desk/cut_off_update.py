"""A profile whose update is cut off: the scene, the moments, and the questions asked afterwards.

Run as a program it changes copies of one profile in child processes, kills each child at another
moment, and prints a JSON list of ``[moment, what was wrong]``.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desk.test_start import GEOGRAPHY, Titles
from feltperm.catalogue.build import build_library, library_name
from feltperm.catalogue.records import PackHeader, Service
from feltperm.desk.content.content import with_installed, with_pack
from feltperm.desk.content.start import Content, open_library, renew_library
from feltperm.errors import Condition
from feltperm.packs.disk.store import Installed, Store
from feltperm.packs.format import encode, read_pack

SENDER = "0a1b2c3d"
RECORDS = 120
#: What happens at the disk, as the interpreter itself tells it (sys.addaudithook).
STEPS = {
    "open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "shutil.copyfile",
    "sqlite3.connect", "os.truncate",
}  # fmt: skip


def pack(seq: int, name: str = "national") -> bytes:
    """A pack of which every record tells the seq."""
    header = PackHeader(
        format=1, pack=name, seq=seq, published=f"2026-11-{seq:02}", publisher="F",
        languages=("nb",),
    )  # fmt: skip
    records = [Service(id=f"svc-{n}", title={"nb": f"{name} {seq}"}) for n in range(RECORDS)]
    return encode(header, records)


class Home:
    """A program with its bundled pack, and a profile."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(folder / "profile" / "packs")
        self.cache = folder / "profile" / "cache"

    @property
    def content(self) -> Content:
        """What a start would open now."""
        bare = Content(
            self.folder / "compiled" / "national.jsonl",
            self.folder / "compiled",
            self.cache,
            Titles(),
            lambda: GEOGRAPHY,
        )
        return with_installed(bare, self.store)

    def found(self) -> dict[str, int]:
        """Open the library, and return the seq of each pack in it; every record must agree.

        Raises:
            AssertionError: it is not one whole version of each pack.
        """
        opened = open_library(self.content)
        try:
            assert [one.text for one in opened.notices if "gått tilbake" not in one.text] == []
            headers = {header.pack: header.seq for header in opened.headers}
            titles = {row.title for row in opened.library.entries(limit=10_000)}
            assert titles == {f"{name} {seq}" for name, seq in headers.items()}, titles
            assert opened.library.count() == RECORDS * len(headers)
            return headers
        finally:
            opened.close()

    def bring(self, seq: int, name: str = "national") -> None:
        """Update as the desk does: the library is made before the version counts."""
        before = self.content

        def prepare(new: Installed) -> None:
            renew_library(before, with_pack(before, new))

        changes = json.dumps({"new_seq": seq}).encode()
        self.store.install(pack(seq, name), SENDER, changes, adopt=True, before=prepare)

    def told(self) -> list[int]:
        """The versions of which it is kept what they changed."""
        return [json.loads(data)["new_seq"] for data in self.store.changes("national")]


def update(home: Home) -> None:
    """Bring the next version."""
    home.bring(3)


def go_back(home: Home) -> None:
    """Go one step back, and make the library of it."""
    before = home.content
    if not home.store.pinned():
        home.store.roll_back("national")
    renew_library(before, home.content)


def remove(home: Home) -> None:
    """Remove the source with its packs."""
    before = home.content
    home.store.remove(SENDER)
    renew_library(before, home.content)


#: What is done, and the seq of the national pack before and after.
ACTS: dict[str, tuple[Callable[[Home], None], int, int]] = {
    "update": (update, 2, 3),
    "first update": (update, 1, 3),
    "go back": (go_back, 3, 2),
    "remove": (remove, 2, 1),
}


def scene(folder: Path, act: str) -> Home:
    """Make the profile as it is before something is done."""
    home = Home(folder)
    bundled = folder / "compiled" / "national.jsonl"
    bundled.parent.mkdir(parents=True)
    bundled.write_bytes(pack(1))
    made = [read_pack(bundled)]
    build_library(folder / "compiled" / library_name(made, Titles()), made, Titles(), GEOGRAPHY)
    before = ACTS[act][1]
    for seq in range(2, before + 1):
        home.bring(seq)
    assert home.found() == {"national": before}
    return home


def wrong(home: Home, act: str, moment: Any) -> list[tuple[str, str]]:
    """Ask the questions after an interruption, and again after the retry."""
    do, before, after = ACTS[act]
    try:
        opened = home.found()["national"]
        assert opened in (before, after), f"{opened} counts"
        for one in home.store.installed():
            assert one.path.read_bytes() == pack(one.seq), "not one whole version"
        assert all(seq <= opened for seq in home.told()), home.told()
        do(home)
        assert home.found() == {"national": after}, "the retry"
        assert home.found() == {"national": after}, "the start after it"
        told = {"update": [3, 2], "first update": [3], "go back": [2], "remove": []}[act]
        assert home.told() == told, home.told()
        home.store.tidy()
        left = [path.name for path in home.store._folder.rglob("*.part")]
        assert left == [], left
    except (AssertionError, Condition, OSError) as error:
        return [(str(moment), f"{type(error).__name__}: {error} {getattr(error, 'detail', '')}")]
    return []


# --- the moments ----------------------------------------------------------------------------------


def kill_at_step(number: int) -> list[str]:
    """Kill this process as the n-th thing happens at the disk; return what has happened."""
    seen: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in STEPS:
            return
        name = Path(str(arguments[0])).name if arguments else ""
        if event == "open":
            flags = arguments[2] if len(arguments) > 2 else 0
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if not writes:
                return
        if event == "os.rename":
            name = Path(str(arguments[1])).name
        seen.append(f"{event} {name}")
        if len(seen) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    real = os.fsync

    def fsync(descriptor: int) -> None:
        watch("open", ("fsync", "", os.O_RDWR))
        real(descriptor)

    os.fsync = fsync  # type: ignore[assignment]
    return seen


def forked(work: Callable[[], None]) -> int:
    """Do something in a child process, and return its id."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


def copy_of(scene_folder: Path, folder: Path) -> Home:
    shutil.copytree(scene_folder, folder)
    return Home(folder)


def at_every_step(folder: Path, act: str) -> dict[str, Any]:
    """Kill at each step; return what was wrong, and the names of the steps."""
    do = ACTS[act][0]
    scene(folder / "scene", act)
    names = folder / "names"
    whole = copy_of(folder / "scene", folder / "whole")

    def once() -> None:
        seen = kill_at_step(0)
        do(whole)
        names.write_text(json.dumps(list(seen)), encoding="utf-8")

    assert os.waitpid(forked(once), 0)[1] == 0
    steps = json.loads(names.read_text(encoding="utf-8"))[:-1]  # the last is the list itself
    found: list[tuple[str, str]] = []
    for number in range(1, len(steps) + 1):
        home = copy_of(folder / "scene", folder / str(number))

        def cut(home: Home = home, number: int = number) -> None:
            kill_at_step(number)
            do(home)

        status = os.waitpid(forked(cut), 0)[1]
        if os.WIFSIGNALED(status):
            found += wrong(home, act, f"{number} {steps[number - 1]}")
        else:
            found.append((str(number), "it was not killed"))
        shutil.rmtree(home.folder)
    return {"wrong": found, "steps": steps}


def at_random(folder: Path, act: str, times: int, seed: int) -> dict[str, Any]:
    """Kill at random moments; return what was wrong, and how many were killed in time."""
    do = ACTS[act][0]
    chance = random.Random(seed)
    scene(folder / "scene", act)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    home = copy_of(folder / "scene", folder / "whole")
    began = time.perf_counter()
    os.waitpid(forked(lambda home=home: do(home)), 0)  # type: ignore[misc]
    longest = time.perf_counter() - began
    signal.sigtimedwait({signal.SIGCHLD}, 0)
    found: list[tuple[str, str]] = []
    killed = 0
    for number in range(times):
        home = copy_of(folder / "scene", folder / str(number))
        child = forked(lambda home=home: do(home))  # type: ignore[misc]
        moment = chance.uniform(0, longest)
        signal.sigtimedwait({signal.SIGCHLD}, moment)
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        signal.sigtimedwait({signal.SIGCHLD}, 0)
        found += wrong(home, act, f"{number} {moment:.4f}")
        shutil.rmtree(home.folder)
    return {"wrong": found, "killed": killed}


def main() -> None:
    """Cut off one act, at every step or so many times at random."""
    folder, act, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    result = at_random(folder, act, times, times) if times else at_every_step(folder, act)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
