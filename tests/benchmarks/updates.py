"""What an update costs a user: seconds, bytes over bad links, and whether search goes on meanwhile.

A publisher with a real repository releases a made catalogue, and then one in which 2 % of the
records are edited (``_edits.py``); it is served on loopback. An update is all of it: the check, the
delta, verifying, comparing, putting it into use, making its library, and opening that. Meanwhile
somebody types in the library that is in use, in the same process, as in the window. Beside it
stands what opening costs when the library is built whole. The turns alternate, and medians count
(DESIGN section 9).

Over a link that is cut at every tenth of a file, we are compared with plain retry. Each place cuts
once, or plain retry would never come to an end.

    python tests/benchmarks/updates.py [--records N] [--runs N] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from _ground import Ground, ground, only_plan
from _links import measure_bytes
from _typist import KEYS, Typist, as_in_the_window

from feltperm.app_desk import open_desk
from feltperm.app_updates import open_updates
from feltperm.packs.carrying.carrier import PIECE
from feltperm.paths import Paths, find_paths

#: DESIGN section 9: seconds for an update of this share of so many records.
LONGEST, AT_RECORDS = 2.0, 10_000
#: Milliseconds in which an answer to a key still seems to come at once.
AT_ONCE = 100.0
#: DESIGN section 6: a check is about two requests and 0.4 kB.
CHECK_REQUESTS, CHECK_BYTES = 2, 450


def measure_times(on: Ground, runs: int) -> dict[str, Any]:
    """Let the ways take turns; the turn before the first warms everything and pays imports."""
    while_typing: list[dict[str, float]] = []
    alone: list[dict[str, float]] = []
    rebuilt: list[float] = []
    typed: list[float] = []
    failed = 0
    for _ in range(runs + 1):
        with on.profile(on.old) as paths:
            typist = Typist(paths, on.texts)
            with typist.at_work():
                while_typing.append(update(paths))
            typed += typist.times if len(while_typing) > 1 else []
            failed += typist.failed
        with on.profile(on.old) as paths:
            alone.append(update(paths))
            shutil.rmtree(paths.cache)
            rebuilt.append(_timed(lambda paths=paths: open_desk(paths).close()))  # type: ignore[misc]
    quiet = _typed_alone(on, sum(one["all"] for one in while_typing[1:]))
    return {
        "first_s": round(while_typing[0]["all"], 2),
        "while_typing": _medians(while_typing[1:]),
        "alone": _medians(alone[1:]),
        "rebuilt_s": round(statistics.median(rebuilt[1:]), 2),
        "typed": {"during": spread(typed), "quiet": spread(quiet), "failed": failed},
    }


def update(paths: Paths) -> dict[str, float]:
    """Bring a profile up to date and open it; return the seconds of each part and of all."""
    desk = open_updates(paths)
    times = [time.perf_counter()]

    def part() -> None:
        times.append(time.perf_counter())

    plan = only_plan(desk)
    part()
    ready = desk.updates.fetch(plan)
    part()
    taken = desk.updates.install(ready)
    part()
    opened = open_desk(paths)
    part()
    seq = next(one.seq for one in opened.opened.headers if one.pack == "national")
    opened.close()
    desk.close()
    if (plan.way, seq) != ("delta", taken.installed.seq):
        raise SystemExit(f"not what was to be measured: {plan.way}, {seq} is in use")
    parts = [after - before for before, after in pairwise(times)]
    names = ("check", "fetch", "install", "open")
    return {**dict(zip(names, parts, strict=True)), "all": times[-1] - times[0]}


def _typed_alone(on: Ground, seconds: float) -> list[float]:
    """Type as long as was typed during updates, with nothing beside it."""
    typist = Typist(find_paths(on.old), on.texts)
    with typist.at_work():
        time.sleep(seconds)
    return typist.times


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _medians(rows: Sequence[dict[str, float]]) -> dict[str, float]:
    return {f"{name}_s": round(statistics.median(row[name] for row in rows), 3) for name in rows[0]}


def spread(times: Sequence[float]) -> dict[str, float]:
    """Return how many keys were answered, and how fast, in milliseconds."""
    ordered = sorted(times)

    def at(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)

    return {"keys": len(ordered), "p50_ms": at(0.5), "p95_ms": at(0.95), "max_ms": at(1.0)}


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Measure everything."""
    began = load()
    with ground(options.records, options.questions) as on:
        made = on.made.release
        result: dict[str, Any] = {
            "benchmark": "updates",
            "records": options.records,
            "runs": options.runs,
            "plain_bytes": made.length,
            "whole_bytes": made.whole_length,
            "delta_bytes": made.deltas[0].length,
            "bytes": measure_bytes(on),
        }
        with as_in_the_window():
            result["times"] = measure_times(on, options.runs)
    machine = {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": [began, load()],
    }
    return {**result, "machine": machine, "promises": promises(result)}


def load() -> float:
    """Return how many programs want a core, where the system tells."""
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else 0.0


def promises(result: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what is promised and whether it is held."""
    found = []

    def at_most(what: str, limit: float, measured: float, beside: str = "") -> None:
        made = {"promise": f"{what} <= {limit:g}", "measured": measured, "beside": beside}
        found.append(made | {"held": measured <= limit})

    times, check = result["times"], result["bytes"]["check"]
    if result["records"] == AT_RECORDS:
        rebuilt = (
            f"full rebuild {times['rebuilt_s']:.2f}, nothing typed {times['alone']['all_s']:.2f}"
        )
        at_most("update of 2 %, all of it, s", LONGEST, times["while_typing"]["all_s"], rebuilt)
        quiet = f"with nothing beside {times['typed']['quiet']['p95_ms']:.1f}"
        at_most("a key meanwhile, p95, ms", AT_ONCE, times["typed"]["during"]["p95_ms"], quiet)
    at_most("keys meanwhile without an answer", 0, times["typed"]["failed"])
    links = result["bytes"]["links"]
    for row in links:
        if row["way"].startswith("ours"):
            what = f"{row['file']}, cut every 10 %, {row['way'].removeprefix('ours, ')}"
            retried = [one for one in links if one["way"] == "plain retry"]
            plain = ", ".join(
                f"plain retry {one['bytes'] - one['length']}"
                for one in retried
                if one["file"] == row["file"]
            )
            beyond = row["bytes"] - row["length"]
            at_most(f"{what}: bytes beyond the file", PIECE, beyond, plain)
    at_most("a check, nothing new: requests", CHECK_REQUESTS, check["requests"])
    at_most("a check, nothing new: bytes", CHECK_BYTES, check["bytes"])
    return found


def table(result: dict[str, Any]) -> str:
    """Return the report as lines for a person."""
    times, typed = result["times"], result["times"]["typed"]
    lines = [
        f"{result['records']} records, {result['plain_bytes'] / 1e6:.1f} MB; "
        f"whole {result['whole_bytes'] / 1000:.1f} kB, delta {result['delta_bytes'] / 1000:.1f} kB",
        "",
        f"{'update of 2 %':<26}{'check':>9}{'fetch':>9}{'install':>9}{'open':>9}{'all':>9}",
    ]
    for name, row in (("while somebody types", "while_typing"), ("alone", "alone")):
        parts = "".join(
            f"{times[row][f'{part}_s']:>7.2f} s"
            for part in ("check", "fetch", "install", "open", "all")
        )
        lines.append(f"{name:<26}{parts}")
    lines += [
        f"{'the first one, with imports':<62}{times['first_s']:>7.2f} s",
        f"{'opening with a full rebuild':<62}{times['rebuilt_s']:>7.2f} s",
        "",
        f"{'key to hits':<26}{'keys':>9}{'p50':>12}{'p95':>12}{'max':>12}",
    ]
    for name, row in (("during the update", "during"), ("with nothing beside", "quiet")):
        one = typed[row]
        figures = "".join(f"{one[key]:>9.1f} ms" for key in ("p50_ms", "p95_ms", "max_ms"))
        lines.append(f"{name:<26}{one['keys']:>9}{figures}")
    lines += ["", f"{'cut every 10 %':<40}{'cuts':>6}{'begun':>7}{'bytes':>11}{'of the file':>13}"]
    lines += [
        f"{row['file'] + ', ' + row['way']:<40}{row['cuts']:>6}{row['tries']:>7}"
        f"{row['bytes']:>11}{row['ratio']:>12.2f}x"
        for row in result["bytes"]["links"]
    ]
    check, machine = result["bytes"]["check"], result["machine"]
    lines += [
        "",
        f"a check, nothing new: {check['requests']} requests, {check['bytes']} bytes of bodies",
        f"medians of {result['runs']} turns; {KEYS} keys a second; {machine['system']},"
        f" {machine['cores']} cores, load {machine['load'][0]} to {machine['load'][1]}",
    ]
    lines += [
        f"{'held ' if p['held'] else 'SHORT'} {p['promise']}: {p['measured']:g}"
        for p in result["promises"]
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=AT_RECORDS, help=f"({AT_RECORDS})")
    parser.add_argument("--runs", type=int, default=5, help="measured turns (5)")
    parser.add_argument("--questions", type=int, default=60, help="questions to type (60)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    result = run(options)
    print(table(result))
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
