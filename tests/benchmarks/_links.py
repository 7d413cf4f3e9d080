"""Bytes over a link that is cut at every tenth of a file: ours beside plain retry.

Each place cuts once, or plain retry would never come to an end.
"""

from __future__ import annotations

import hashlib
import http.client
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from _ground import Ground, only_plan

from devtools.loopback import Answer, Loopback
from feltperm.app_updates import open_updates
from feltperm.errors import UpdateFailed
from feltperm.paths import Paths

__all__ = ["measure_bytes"]

TENTHS = 10
MOST_TRIES = 100


@dataclass
class Cuts:
    """A link that is cut at every tenth of one file, at each place once.

    Attributes:
        dead_after: the next connection ends before it has begun, so whoever resumes gives up.
    """

    path: str
    length: int
    dead_after: bool = False
    dead: bool = False
    places: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places = [self.length * part // TENTHS for part in range(1, TENTHS)]

    def __call__(self, answer: Answer) -> int | None:
        """Say after how many bytes of an answer the connection ends."""
        if answer.path != self.path:
            return None
        if self.dead:
            self.dead = False
            return -1
        place = next((one for one in self.places if one > answer.begin), None)
        if place is None:
            return None
        self.places.remove(place)
        self.dead = self.dead_after
        return place - answer.begin


def measure_bytes(on: Ground) -> dict[str, Any]:
    """Count what comes over links that are cut, and what a check takes."""
    release = on.made.release
    sha = {name: _digest(data) for name, data in on.made.files.items()}
    names = {"the whole": release.whole, "the delta": release.deltas[0].target}
    rows = []
    for what, target in names.items():
        folder, _, name = target.rpartition("/")
        path, length = f"targets/{folder}/{sha[target]}.{name}", len(on.made.files[target])
        begin = on.old if what == "the delta" else on.added
        for way, dead in (("resumed at once", False), ("begun anew each time", True)):
            with on.profile(begin) as paths, on.cut(Cuts(path, length, dead)):
                rows.append(_row(on, what, f"ours, {way}", path, length, _resuming(paths)))
        with on.cut(Cuts(path, length)):
            rows.append(_row(on, what, "plain retry", path, length, _retrying(on.server, path)))
    return {"links": rows, "check": _check(on)}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _row(
    on: Ground, what: str, way: str, path: str, length: int, fetch: Callable[[], int]
) -> dict[str, Any]:
    before = len(on.server.answers)
    tries = fetch()
    answers = [one for one in on.server.answers[before:] if one.path == path]
    sent = sum(one.sent for one in answers)
    cuts = sum(one.cut and one.sent > 0 for one in answers)
    return {
        "file": what, "length": length, "way": way, "cuts": cuts, "tries": tries, "bytes": sent,
        "ratio": round(sent / length, 3),
    }  # fmt: skip


def _resuming(paths: Paths) -> Callable[[], int]:
    """Fetch as the program does, begun anew by somebody when it gives up."""

    def fetch() -> int:
        for tries in range(1, MOST_TRIES):
            desk = open_updates(paths)
            with suppress(UpdateFailed):
                desk.updates.fetch(only_plan(desk))
                return tries
        raise SystemExit("the file never came")

    return fetch


def _retrying(server: Loopback, path: str) -> Callable[[], int]:
    """Fetch from the beginning until all has come."""

    def fetch() -> int:
        port = int(server.url.rstrip("/").rpartition(":")[2])
        for tries in range(1, MOST_TRIES):
            line = http.client.HTTPConnection("127.0.0.1", port)
            with suppress(http.client.HTTPException, OSError):
                line.request("GET", f"/{path}")
                line.getresponse().read()
                return tries
            line.close()
        raise SystemExit("the file never came")

    return fetch


def _check(on: Ground) -> dict[str, int]:
    with on.profile(on.added) as paths:
        desk = open_updates(paths)
        desk.updates.check()  # what it fetches is known from now on
        before = len(on.server.answers)
        received = desk.updates.check().received
        answers = on.server.answers[before:]
    sent = sum(one.sent for one in answers)
    assert received == sent
    return {"requests": len(answers), "bytes": sent}
