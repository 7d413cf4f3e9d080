"""Somebody who types in the library of a profile while something else goes on, as in the window."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from feltperm.app import TURN
from feltperm.app_desk import open_desk
from feltperm.paths import Paths
from feltperm.search import Request

__all__ = ["KEYS", "Typist", "as_in_the_window"]

#: Keys a second of somebody who types fast.
KEYS = 10
HITS = 20


@contextmanager
def as_in_the_window() -> Iterator[None]:
    """Take the window's short turns, and let one thread collect garbage (ui.toolkit.garbage)."""
    done, usual = threading.Event(), sys.getswitchinterval()
    sys.setswitchinterval(TURN)

    def collect() -> None:
        while not done.wait(1.0):
            counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
            due = [count > most for count, most in counts]
            if due[0]:
                gc.collect(2 if due[1] and due[2] else 1 if due[1] else 0)

    thread = threading.Thread(target=collect)
    gc.disable()
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        gc.enable()
        sys.setswitchinterval(usual)


class Typist:
    """Types in the library of a profile, in a thread of its own, until told to stop."""

    def __init__(self, paths: Paths, texts: Sequence[str]) -> None:
        self._paths, self._texts = paths, texts
        self._ready, self._done = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._type)
        self.times: list[float] = []
        self.failed = 0

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Type while the block runs."""
        self._thread.start()
        self._ready.wait()
        try:
            yield
        finally:
            self._done.set()
            self._thread.join()

    def _type(self) -> None:
        desk = open_desk(self._paths)
        try:
            desk.find.search(Request("varm opp", typing=True, limit=HITS))
            self._ready.set()
            began = time.perf_counter()
            for number, text in enumerate(self._texts):
                due = began + number / KEYS
                if self._done.wait(max(0.0, due - time.perf_counter())):
                    return
                # from when the key is pressed: an answer that makes others wait counts for them
                self._answer(desk.find.search, text, due)
        finally:
            self._ready.set()
            desk.close()

    def _answer(self, search: Callable[[Request], object], text: str, due: float) -> None:
        try:
            search(Request(text, typing=True, limit=HITS))
        except Exception:
            self.failed += 1
        self.times.append(1000 * (time.perf_counter() - due))
