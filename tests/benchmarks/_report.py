"""The figures of ``search.py`` as tables for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["tables"]

_WINDOW = {
    "search": "search on the desk's thread",
    "list": "key to hits in the list",
    "painted": "key to hits painted",
    "field": "key held the window's thread",
    "last_of_many": "last of many keys to hits",
}


def tables(result: Mapping[str, Any]) -> str:
    """Return all that was measured."""
    machine = result["machine"]
    load = ", ".join(f"{one:.1f}" for one in machine["load"])
    lines = [
        *_quality(result),
        *_ablation(result["ablation"]),
        *_speed(result["speed"]),
        *_window(result["window"]),
        "",
        f"{machine['system']}, {machine['cores']} cores, Python {machine['python']},"
        f" SQLite {machine['sqlite']}; load at the start and at the end: {load}",
        *(f"left out: {one['program']}; it needs {one['needs']}" for one in result["left_out"]),
        *(
            f"{'held ' if one['held'] else 'SHORT'} {one['promise']}: {one['measured']:g}"
            for one in result["promises"]
        ),
    ]
    return "\n".join(lines)


def _quality(result: Mapping[str, Any]) -> Iterator[str]:
    rows, collection = result["quality"], result["collection"]
    if not rows:
        return
    yield f"\nnDCG@10 x 100, {collection['passages']} passages, {collection['queries']} questions"
    yield f"{'kind':<14}{'n':>6}" + "".join(f"{row['program']:>16}" for row in rows)
    for kind, count in collection["kinds"].items():
        yield f"{kind:<14}{count:>6}" + "".join(f"{row['kinds'][kind]:>16.1f}" for row in rows)
    yield f"{'mean':<20}" + "".join(f"{row['mean']:>16.2f}" for row in rows)
    for row in rows:
        if len(row["ways"]) > 1:
            means = ", ".join(f"{way} {mean:.1f}" for way, mean in row["ways"].items())
            yield f"{row['program']} asked for: {means} (the best one counts)"


def _ablation(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not rows:
        return
    whole, kinds = rows[0], list(rows[0]["kinds"])
    width = max(9, *map(len, kinds)) + 1
    yield "\nnDCG@10 x 100 of ours, and what is lost without one part"
    yield f"{'without':<22}{'mean':>8}" + "".join(f"{kind:>{width}}" for kind in kinds)
    values = "".join(f"{whole['kinds'][kind]:>{width}.1f}" for kind in kinds)
    yield f"{'(nothing)':<22}{whole['mean']:>8.2f}{values}"
    for row in rows[1:]:
        losses = [row["kinds"][kind] - whole["kinds"][kind] for kind in kinds]
        values = "".join(f"{loss:>+{width}.1f}" for loss in losses)
        yield f"{row['without']:<22}{row['mean'] - whole['mean']:>+8.2f}{values}"


def _speed(grounds: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not grounds:
        return
    yield (
        f"\n{'documents':>9}  {'program':<16}{'p50':>9}{'p95':>9}{'max':>9} ms"
        f"{'build':>9} s{'size':>9} MB{'answered':>10}"
    )
    for one in grounds:
        for row in one["rows"]:
            yield (
                f"{one['documents']:>9}  {row['program']:<16}{row['p50_ms']:>9.2f}"
                f"{row['p95_ms']:>9.2f}{row['max_ms']:>9.2f}   {row['build_s']:>9.2f}  "
                f"{row['size_mb']:>9.1f}   {row['answered']:>9.0%}"
            )
    for one in grounds:
        yield (
            f"{one['ground']}: {one['keystrokes']} keystrokes,"
            f" each the median of {one['runs']} runs in turns"
        )


def _window(measured: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not measured:
        return
    yield f"\n{'documents':>9}  {'in the real window':<32}{'p50':>9}{'p95':>9}{'max':>9} ms"
    for one in measured:
        for name, title in _WINDOW.items():
            row = one[name]
            yield (
                f"{one['records']:>9}  {title:<32}"
                f"{row['p50_ms']:>9.2f}{row['p95_ms']:>9.2f}{row['max_ms']:>9.2f}"
            )
