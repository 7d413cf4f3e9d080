"""How well and how fast we find: ours beside other programs, on the same texts in one run.

Quality is nDCG@10 by kind of question on a collection (``_collection.py``); without one only speed
is measured. Speed is that of every letter of the questions typed, on the collection and on made
catalogues, and once more through the real window (DESIGN section 9).

    python tests/benchmarks/search.py [--passages P.jsonl --queries Q.jsonl] [--only quality|speed]
        [--records N ... | --full] [--questions N] [--runs N] [--ablate] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from _ablation import ablate
from _collection import AT, Collection, Unreadable, quality
from _corpus import Corpus
from _peers import PEERS, Document, Ours, Peer, Plain, Xapian
from _report import tables
from _speed import in_window, made, measure, of_collection
from keystroke import AT as RECORDS
from keystroke import BUILD, LONGEST, UPDATE, promise

from feltperm.catalogue.areas import Geography
from feltperm.packs.format import read_pack
from feltperm.paths import resource

#: Where a collection lies beside the project, and what DESIGN section 9 promises on it.
BESIDE = Path(__file__).resolve().parents[3] / "shared" / "search" / "dev"
MEAN = 92.0
#: How far below these two no kind of question may be.
NO_WORSE, LEAST = (Plain.name, Xapian.name), 1.0
FULL = 100_000

Running = TypeVar("Running", bound=Peer)


def measure_quality(peers: Sequence[type[Peer]], collection: Collection) -> list[dict[str, Any]]:
    """Return each program's quality, asked the way that is best for it."""
    rows = []
    for make in peers:
        with opened(make(), collection) as peer:
            ways = {way: _asked(peer, way, collection) for way in peer.ways}
        best = max(ways, key=lambda way: ways[way]["mean"])
        means = {way: round(one["mean"], 2) for way, one in ways.items()}
        row = {"program": make.name, "way": best, "ways": means, "mean": means[best]}
        kinds = {kind: round(value, 2) for kind, value in ways[best].items() if kind != "mean"}
        rows.append({**row, "kinds": kinds})
    return rows


@contextmanager
def opened(peer: Running, collection: Collection) -> Iterator[Running]:
    """Let a program index the collection for as long as it is asked."""
    documents = [Document(one.id, one.title, one.text) for one in collection.passages]
    with tempfile.TemporaryDirectory() as folder:
        peer.build(documents, Path(folder))
        try:
            yield peer
        finally:
            peer.close()


def _asked(peer: Peer, way: str, collection: Collection) -> dict[str, float]:
    peer.way = way
    return quality(collection.queries, lambda one: peer.search(one.text, one.typing, AT))


def measure_speed(
    options: argparse.Namespace,
    ways: Mapping[type[Peer], str],
    collection: Collection | None,
    corpus: Corpus,
) -> list[dict[str, Any]]:
    """Return the speed on the collection and on made catalogues of each size."""
    grounds = [partial(of_collection, collection, options.questions)] if collection else []
    rows = [measure(make, ways, options.runs, corpus) for make in grounds]
    for count in options.records:
        make = partial(made, corpus, count, options.questions)
        rows.append(measure(make, ways, runs(options, count), corpus))
    return rows


def measure_window(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Give the speed in the real window, where it opens; where not, its messages say why."""
    for count in options.records:
        try:
            yield in_window(count, options.questions, runs(options, count))
        except RuntimeError as fault:
            print(fault, file=sys.stderr)


def runs(options: argparse.Namespace, records: int) -> int:
    """Return how often all is typed: once where it takes many minutes."""
    return 1 if records >= FULL else int(options.runs)


def promises(result: Mapping[str, Any], known: bool) -> list[dict[str, Any]]:
    """Return what is promised and whether it is held.

    Args:
        known: the collection is the one that the promise of quality was made on.
    """
    found = []
    by_name = {row["program"]: row for row in result["quality"]}
    if by_name and known:
        others = ", ".join(
            f"{name} {row['mean']:.1f}" for name, row in by_name.items() if name != Ours.name
        )
        found.append(at_least("mean nDCG@10", MEAN, by_name[Ours.name]["mean"], others))
    for other in [by_name[name] for name in NO_WORSE if name in by_name]:
        ours = by_name[Ours.name]["kinds"]
        worst = min(ours, key=lambda kind: ours[kind] - other["kinds"][kind])
        against = f"{worst}, the worst kind against {other['program']}"
        found.append(at_least(against, -LEAST, ours[worst] - other["kinds"][worst]))
    for one in [one for one in result["window"] if one["records"] == RECORDS]:
        found.append(promise("key to hits in the window p95, ms", LONGEST, one["list"]["p95_ms"]))
    for one in [one for one in result["speed"] if one["ground"] == f"{RECORDS} records"]:
        ours = one["rows"][0]
        found.append(promise("index build, s", BUILD, ours["build_s"]))
        found.append(promise("update of 2 %, s", UPDATE, ours["update_s"]))
    return found


def at_least(what: str, limit: float, measured: float, beside: str = "") -> dict[str, Any]:
    """Return one promise of quality and whether it was held."""
    measured = round(measured, 2)
    return {
        "promise": f"{what} >= {limit:g}", "measured": measured, "beside": beside,
        "held": measured >= limit,
    }  # fmt: skip


def machine() -> dict[str, Any]:
    """Return what the figures depend on beside the programs."""
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": [load()],
    }


def load() -> float:
    """Return how many programs want a core, where the system tells."""
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else 0.0


def read_collection(options: argparse.Namespace) -> Collection | None:
    """Return the collection that is named, or the one beside the project, or none."""
    passages, queries = options.passages, options.queries
    if not passages:
        passages, queries = BESIDE / "passages.jsonl", BESIDE / "queries.jsonl"
        if not passages.exists():
            return None
    return Collection.read(passages, queries)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--passages", type=Path, metavar="FILE", help="texts, with --queries")
    parser.add_argument("--queries", type=Path, metavar="FILE", help="questions, with --passages")
    parser.add_argument("--only", choices=("quality", "speed"), help="leave the other out")
    parser.add_argument("--ablate", action="store_true", help="only ours, without each part")
    parser.add_argument(
        "--records",
        type=int,
        nargs="+",
        help=f"sizes of made catalogues (1000 {RECORDS}; none where a collection is named)",
    )
    parser.add_argument("--full", action="store_true", help=f"{FULL} records too: many minutes")
    parser.add_argument("--questions", type=int, default=60, help="questions to type (60)")
    parser.add_argument("--runs", type=int, default=3, help="times to type them (3)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    if bool(options.passages) != bool(options.queries):
        parser.error("--passages and --queries belong together")
    if options.records is None:
        options.records = [] if options.passages else [1_000, RECORDS]
    if options.full and FULL not in options.records:
        options.records.append(FULL)
    return options


def run(options: argparse.Namespace, collection: Collection | None) -> dict[str, Any]:
    """Measure what is asked for."""
    there = [make for make in PEERS if not make.missing()]
    result: dict[str, Any] = {
        "benchmark": "search",
        "machine": machine(),
        "collection": None,
        "left_out": [
            {"program": make.name, "needs": make.missing()} for make in PEERS if make.missing()
        ],
        **{name: [] for name in ("quality", "ablation", "speed", "window")},
    }
    if collection:
        sizes = {"passages": len(collection.passages), "queries": len(collection.queries)}
        result["collection"] = {**sizes, "kinds": collection.counts()}
    if collection and options.ablate:
        with opened(Ours(), collection) as ours:
            result["ablation"] = ablate(ours, collection.queries)
    elif collection and options.only != "speed":
        result["quality"] = measure_quality(there, collection)
    if not options.ablate and options.only != "quality":
        best = {row["program"]: row["way"] for row in result["quality"]}
        ways = {make: best.get(make.name, make.ways[0]) for make in there}
        geography = Geography.from_json(resource("compiled/geography.json"))
        corpus = Corpus(read_pack(resource("compiled/national.jsonl")).records, geography)
        result["speed"] = measure_speed(options, ways, collection, corpus)
        result["window"] = list(measure_window(options))
    result["promises"] = promises(result, known=not options.passages)
    result["machine"]["load"].append(load())
    return result


def main() -> int:
    """Measure, print the tables, write the JSON."""
    options = arguments()
    try:
        collection = read_collection(options)
    except Unreadable as fault:
        print(fault, file=sys.stderr)
        return 1
    if collection is None:
        print("There is no search collection beside the project: only speed is measured.")
    result = run(options, collection)
    print(tables(result))
    if options.json:
        text = json.dumps(result, indent=2, ensure_ascii=False)
        options.json.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
