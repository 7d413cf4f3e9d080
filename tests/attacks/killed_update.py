"""A whole update that is killed: check, fetch, install and library, in child processes.

Run as a program (``killed_update.py FOLDER URL ACT TIMES``): it serves a publisher's files from
``FOLDER/web``, which somebody else has put behind ``URL``, kills updates of a laptop that follows
it, asks the questions after each, and prints a JSON object of what was found.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attacks.update_attacks import Arena, Program, Template
from desk.cut_off_update import forked, kill_at_step
from feltperm import app, app_desk, app_words

#: So many times one laptop is killed before it may finish.
IN_A_ROW = 3
LEAFLET = bytes(range(256)) * 200


def stage(folder: Path, url: str, road: str) -> Arena:
    """Make a laptop and a publisher that has something new."""
    program = Program(folder / "program")
    app.resource = app_desk.resource = app_words.resource = program.resource
    template = Template(folder, program, url)
    arena = Arena(folder / "arena", template, road, url)
    arena.release(assets=(LEAFLET,))
    arena.shop.write(folder / "web")
    return arena


def wrong(ask: Callable[[], object], moment: object) -> list[tuple[str, str]]:
    """Ask something; return what was wrong, with the moment it was after."""
    try:
        ask()
    except Exception:  # whatever it is, it is told
        return [(str(moment), traceback.format_exc(limit=-3))]
    return []


def as_it_is(arena: Arena) -> None:
    """Start the program anew and ask the questions: either version, but whole."""
    arena.laptop.restart()
    seq = arena.laptop.seq()
    try:
        arena.questions(3 if seq == 3 else 2)
    except AssertionError:
        if arena.laptop.seq() == seq:
            raise
        arena.questions(3)  # another program put it into use between two of the questions


def retry(arena: Arena) -> None:
    """Update once more, with nobody to kill it."""
    found = arena.laptop.hear(arena.laptop.update)
    assert found == ("", ""), found
    arena.questions(3)
    assert arena.leftovers() == [], arena.leftovers()


def at_every_step(arena: Arena) -> dict[str, Any]:
    """Kill at each thing that happens at the disk, once."""
    names = arena.folder / "names"

    def once() -> None:
        seen = kill_at_step(0)
        arena.laptop.update()
        names.write_text(json.dumps(list(seen)), encoding="utf-8")

    assert os.waitpid(forked(once), 0)[1] == 0
    steps = json.loads(names.read_text(encoding="utf-8"))[:-1]  # the last is the list itself
    found: list[tuple[str, str]] = []
    for number in range(1, len(steps) + 1):
        laptop = arena.again()

        def cut(number: int = number) -> None:
            kill_at_step(number)
            laptop.update()  # noqa: B023  it runs before the next one is made

        moment = f"{number} {steps[number - 1]}"
        if not os.WIFSIGNALED(os.waitpid(forked(cut), 0)[1]):
            found.append((moment, "it was not killed"))
        found += wrong(lambda: as_it_is(arena), moment) + wrong(lambda: retry(arena), moment)
    return {"wrong": found, "steps": steps}


def at_random(arena: Arena, times: int) -> dict[str, Any]:
    """Kill at random moments, several times in a row, and then let it finish."""
    chance = random.Random(times)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    began = time.perf_counter()
    os.waitpid(forked(lambda: arena.laptop.update()), 0)
    longest = time.perf_counter() - began
    signal.sigtimedwait({signal.SIGCHLD}, 0)
    found: list[tuple[str, str]] = []
    killed = 0
    for _ in range(times // IN_A_ROW):
        arena.again()
        for _ in range(IN_A_ROW):
            child = forked(lambda: arena.laptop.update())
            moment = chance.uniform(0, longest)
            signal.sigtimedwait({signal.SIGCHLD}, moment)
            os.kill(child, signal.SIGKILL)
            killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
            signal.sigtimedwait({signal.SIGCHLD}, 0)
            found += wrong(lambda: as_it_is(arena), f"{moment:.4f}")
        found += wrong(lambda: retry(arena), f"{moment:.4f}")
    return {"wrong": found, "killed": killed}


def at_once(arena: Arena, times: int) -> dict[str, Any]:
    """Let three programs update one profile at the same time."""
    found: list[tuple[str, str]] = []
    said: set[str] = set()
    for number in range(times):
        laptop = arena.again()
        answers = arena.folder / f"answers{number}"
        answers.mkdir()

        def run(place: Path = answers) -> None:
            laptop.restart()  # noqa: B023  it runs before the next one is made
            why, _ = laptop.hear(laptop.update)  # noqa: B023
            (place / str(os.getpid())).write_text(why or "done", encoding="utf-8")

        children = [forked(run) for _ in range(3)]
        found += wrong(lambda: as_it_is(arena), number)  # while they are at it
        for child in children:
            if os.waitpid(child, 0)[1]:
                found.append((str(number), "one of them failed"))
        said |= {path.read_text(encoding="utf-8") for path in answers.iterdir()}
        found += wrong(lambda: as_it_is(arena), number) + wrong(lambda: retry(arena), number)
        shutil.rmtree(answers)
    return {"wrong": found, "said": sorted(said)}


def main() -> None:
    """Do one act and tell what was found."""
    folder, url, act, times = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
    arena = stage(folder, url, "memory" if act == "random" else "http")
    acts = {
        "steps": lambda: at_every_step(arena),
        "random": lambda: at_random(arena, times),
        "at once": lambda: at_once(arena, times),
    }
    print(json.dumps(acts[act]()))


if __name__ == "__main__":
    main()
