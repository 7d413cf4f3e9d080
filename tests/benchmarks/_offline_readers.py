"""Start-up beside the offline readers that people know: Kiwix desktop and Zeal.

They say nothing when they are ready, so all are timed the same way: from the start of the process
to a window that is on a real screen, under a display server of its own. Memory is the largest
resident set of the program's own process by then; helpers of a web view are not counted.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["beside_readers"]

#: Seconds within which every window has come.
_PATIENCE = 60.0
_POLL = 0.01


class _Reader(NamedTuple):
    """A program, the name of its window, and what has to be installed for it."""

    name: str
    command: tuple[str, ...]
    window: str
    needs: str


def beside_readers(runs: int) -> tuple[list[dict[str, Any]], list[str]]:
    """Let the programs take turns; return (rows, ours first, and what was left out and why)."""
    lacking = [tool for tool in ("Xvfb", "xdotool") if not shutil.which(tool)]
    if lacking:
        return [], [f"Kiwix desktop, Zeal: {' and '.join(lacking)} is not here"]
    ours = (sys.executable, "-m", "feltperm", "--profile")
    known = (
        _Reader("Kiwix desktop", ("kiwix-desktop",), "[Kk]iwix", "kiwix"),
        _Reader("Zeal", ("zeal",), "[Zz]eal", "zeal"),
    )
    here = [one for one in known if shutil.which(one.command[0])]
    left_out = [f"{one.name}: install {one.needs}" for one in known if one not in here]
    if not here:
        return [], left_out
    with tempfile.TemporaryDirectory() as folder, _display() as env:
        home = env | {"HOME": folder, "XDG_CONFIG_HOME": f"{folder}/config"}
        home |= {"QTWEBENGINE_DISABLE_SANDBOX": "1", "QT_QPA_PLATFORM": "xcb"}
        programs = [_Reader("Feltperm", (*ours, f"{folder}/profile"), "^Feltperm$", ""), *here]
        times: dict[str, list[float]] = {one.name: [] for one in programs}
        sizes: dict[str, list[float]] = {one.name: [] for one in programs}
        for turn in range(-1, runs):
            for one in programs:
                took, size = _shown(one, home)
                if turn >= 0:
                    times[one.name].append(took)
                    sizes[one.name].append(size)
    return [
        {
            "program": name,
            "visible_ms": round(statistics.median(taken), 1),
            "memory_mb": round(statistics.median(sizes[name]), 1),
        }
        for name, taken in times.items()
    ], left_out


def _shown(one: _Reader, env: Mapping[str, str]) -> tuple[float, float]:
    """Start a program, wait for its window, and end it; return (milliseconds, megabytes)."""
    began = time.perf_counter()
    process = subprocess.Popen(
        one.command, env=dict(env), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        asked = ["xdotool", "search", "--onlyvisible", "--name", one.window]
        while subprocess.run(asked, env=dict(env), capture_output=True, check=False).returncode:
            if process.poll() is not None or time.perf_counter() - began > _PATIENCE:
                raise RuntimeError(f"{one.name} showed no window")
            time.sleep(_POLL)
        took = (time.perf_counter() - began) * 1000
        said = Path(f"/proc/{process.pid}/status").read_text()
        peak = re.search(r"VmHWM:\s+(\d+) kB", said)
        return took, int(peak[1]) * 1024 / 1e6 if peak else 0.0
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def _display() -> Iterator[dict[str, str]]:
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-noreset"],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield {**os.environ, "DISPLAY": f":{told.readline().strip()}"}
    finally:
        server.terminate()
        server.wait()
