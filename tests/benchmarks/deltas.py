"""What an update costs over the link: our delta beside zstd of the whole, bsdiff4, and the text.

A made catalogue is updated as publishers do (``_edits.py``), and each way of bringing the update is
built, applied and compared byte for byte. The last rows are what a way that knew the changes for
free would still have to send: zstd-19 of the touched records, and of nothing but the words that are
new. DESIGN section 9 promises that the delta is no larger than the first of the two.

    python tests/benchmarks/deltas.py [--records N] [--shares P ...] [--runs N] [--json FILE]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _corpus import Corpus
from _edits import Edited, Writer, edited

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.canonical import encode_record
from feltperm.packs.delta import apply_delta, compress, decompress, make_delta
from feltperm.packs.format import encode, read_pack
from feltperm.paths import resource

#: DESIGN section 9: the delta against the touched records, at this share of so many records.
AT_RECORDS, AT_SHARE = 10_000, 2.0
OURS, RECORDS, WORDS = "delta", "zstd-19 of the touched records", "zstd-19 of the new words"


@dataclass(frozen=True, slots=True)
class Way:
    """A way of bringing the new pack to somebody who may have the old one."""

    name: str
    build: Callable[[bytes, bytes], bytes]
    apply: Callable[[bytes, bytes, int], bytes]


def ways() -> Iterator[Way]:
    """Give the ways that can be measured here."""
    yield Way(OURS, make_delta, apply_delta)
    yield Way("zstd-19 of the whole", lambda old, new: compress(new), _whole)
    if importlib.util.find_spec("bsdiff4"):
        import bsdiff4  # noqa: PLC0415  where it is installed

        yield Way("bsdiff4", bsdiff4.diff, lambda old, diff, length: bsdiff4.patch(old, diff))


def _whole(old: bytes, packed: bytes, length: int) -> bytes:
    return decompress(packed, length)


def measure(old: bytes, update: Edited, runs: int) -> list[dict[str, Any]]:
    """Measure every way of one update; times are medians, bsdiff4 is built once."""
    new = encode(update.pack.header, update.pack.records)
    rows = []
    for way in ways():
        built, packed = _timed(lambda: way.build(old, new), runs if way.name == OURS else 1)  # noqa: B023
        applied, made = _timed(lambda: way.apply(old, packed, len(new)), runs)  # noqa: B023
        rows.append({
            "way": way.name, "bytes": len(packed), "build_s": round(built, 3),
            "apply_s": round(applied, 3), "exact": made == new,
        })  # fmt: skip
    records = b"".join(encode_record(record) + b"\n" for record in update.touched)
    words = "\n".join(update.words).encode()
    for name, text in ((RECORDS, records), (WORDS, words)):
        rows.append({"way": name, "bytes": len(compress(text))})
    return rows


def _timed(act: Callable[[], bytes], runs: int) -> tuple[float, bytes]:
    times, result = [], b""
    for _ in range(runs):
        began = time.perf_counter()
        result = act()
        times.append(time.perf_counter() - began)
    return statistics.median(times), result


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Measure every share."""
    real = read_pack(resource("compiled/national.jsonl"))
    corpus = Corpus(real.records, Geography.from_json(resource("compiled/geography.json")))
    pack, writer = corpus.pack(options.records), Writer(real.records)
    old = encode(pack.header, pack.records)
    measured = []
    for share in options.shares:
        update = edited(pack, share / 100, writer)
        measured.append({
            "share": share, "touched": len(update.touched), "gone": update.gone,
            "rows": measure(old, update, options.runs),
        })  # fmt: skip
    return {
        "benchmark": "deltas",
        "machine": {
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.machine()}",
            "cores": os.cpu_count(),
        },
        "records": options.records,
        "plain_bytes": len(old),
        "runs": options.runs,
        "measured": measured,
        "promises": promises(options.records, measured),
    }


def promises(records: int, measured: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what is promised and whether it is held; exactness is promised at every share."""
    found = []
    for one in measured:
        by_name = {row["way"]: row for row in one["rows"]}
        ours = by_name[OURS]
        exact = {"promise": f"the delta of {one['share']:g} % gives the very bytes",
                 "measured": int(ours["exact"]), "held": ours["exact"]}  # fmt: skip
        found.append(exact)
        if (records, one["share"]) == (AT_RECORDS, AT_SHARE):
            limit = by_name[RECORDS]["bytes"]
            found.append({
                "promise": f"delta of {AT_SHARE:g} % of {AT_RECORDS} records <= {RECORDS}, "
                           f"{limit} bytes",
                "measured": ours["bytes"], "held": ours["bytes"] <= limit,
                "beside": ", ".join(f"{row['way']} {row['bytes']}" for row in one["rows"]
                                    if row["way"] != OURS),
            })  # fmt: skip
    return found


def table(result: dict[str, Any]) -> str:
    """Return the report as lines for a person."""
    lines = [
        f"{result['records']} records, {result['plain_bytes'] / 1e6:.1f} MB",
        f"{'touched':>8}  {'way':<32}{'size':>12}{'build':>11}{'apply':>11}  exact",
    ]
    for one in result["measured"]:
        for row in one["rows"]:
            line = f"{one['share']:>7g}%  {row['way']:<32}{row['bytes'] / 1000:>9.1f} kB"
            if "exact" in row:
                exact = "yes" if row["exact"] else "NO"
                line += f"{row['build_s']:>9.2f} s{row['apply_s']:>9.2f} s  {exact}"
            lines.append(line)
    lines.append(f"times are medians of {result['runs']} runs; of the two larger ways one build")
    lines += [
        f"{'held ' if p['held'] else 'SHORT'} {p['promise']}: {p['measured']:g}"
        for p in result["promises"]
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=AT_RECORDS, help=f"({AT_RECORDS})")
    parser.add_argument(
        "--shares", type=float, nargs="+", default=[0.5, AT_SHARE, 10.0], metavar="P",
        help="percent of the records that an update touches (0.5 2 10)",
    )  # fmt: skip
    parser.add_argument("--runs", type=int, default=3, help="times to build and to apply (3)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    result = run(options)
    print(table(result))
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
