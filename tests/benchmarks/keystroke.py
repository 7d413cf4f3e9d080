"""From keystroke to hits: our search beside plain FTS5, on the same records in one run.

Questions are typed letter by letter. Every letter is a search whose twenty best hits, as many as
the window asks for, come back with title and snippet. Plain FTS5 is a table with the tokenizer
``unicode61``, the last word as a prefix, ordered by bm25: what one gets without our analysis. Both
answer the same keystrokes, in turns (DESIGN section 9).

    python tests/benchmarks/keystroke.py [--records N ...] [--questions N] [--json FILE]
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from _corpus import Corpus, keystrokes

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import build_library, update_library
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import Pack, pick
from feltperm.packs.format import read_pack
from feltperm.paths import resource
from feltperm.search import (
    Analyser,
    Request,
    Searcher,
    SearchIndex,
    Synonyms,
    fields,
    load_synonyms,
)

#: DESIGN section 9: p95 in milliseconds at this many records.
LONGEST, AT = 16.0, 10_000
#: Seconds to build the index of as many records, and to bring it up to date with 2 % changed.
BUILD, UPDATE = 8.0, 2.0
HITS = 20

_WORD = re.compile(r"\w+")


def plain_table(path: Path, pack: Pack) -> sqlite3.Connection:
    """Build what we are compared with: one FTS5 table of titles and texts."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("CREATE VIRTUAL TABLE plain USING fts5(title, body, tokenize = 'unicode61')")
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO plain VALUES (?, ?)",
        ((pick(record.title)[1], " ".join(fields.readable(record))) for record in pack.records),
    )
    connection.execute("COMMIT")
    connection.execute("INSERT INTO plain(plain) VALUES ('optimize')")
    return connection


def plain_search(connection: sqlite3.Connection, text: str) -> int:
    """Search the plain table; return how many hits came back."""
    words = [f'"{word}"' for word in _WORD.findall(text)]
    if not words:
        return 0
    return len(
        connection.execute(
            """SELECT title, snippet(plain, 1, '[', ']', '…', 24) FROM plain
               WHERE plain MATCH ? ORDER BY rank LIMIT ?""",
            (" ".join(words) + "*", HITS),
        ).fetchall()
    )


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    """Return (seconds, what ``act`` returned)."""
    began = time.perf_counter()
    result = act()
    return time.perf_counter() - began, result


def summary(name: str, times: Sequence[float], build_s: float, size: int) -> dict[str, Any]:
    """Return one row: milliseconds a keystroke, seconds to build, megabytes on disk."""
    ordered = sorted(times)

    def at(share: float) -> float:
        return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2)

    return {
        "program": name,
        "p50_ms": at(0.5),
        "p95_ms": at(0.95),
        "max_ms": at(1.0),
        "build_s": round(build_s, 2),
        "size_mb": round(size / 1e6, 1),
    }


@dataclass
class Prepared:
    """Both libraries, what building them cost, and what will be typed."""

    ours: Path
    theirs: Path
    plain: sqlite3.Connection
    build_s: float
    update_s: float
    plain_s: float
    typed: list[list[str]]


def prepare(folder: Path, corpus: Corpus, records: int, questions: int) -> Prepared:
    """Build both on one made catalogue."""
    pack, geography = corpus.pack(records), corpus.geography
    ours, theirs = folder / "ours.sqlite", folder / "plain.sqlite"
    build_s, _ = timed(lambda: build_library(ours, [pack], SearchIndex(), geography))
    plain_s, plain = timed(lambda: plain_table(theirs, pack))
    return Prepared(
        ours,
        theirs,
        plain,
        build_s,
        measure_update(ours, pack, geography),
        plain_s,
        keystrokes(pack.records, questions),
    )


def measure(corpus: Corpus, records: int, questions: int) -> dict[str, Any]:
    """Measure both on one made catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        made = prepare(Path(folder), corpus, records, questions)
        # A program that searches does not hold the pack, and the collector walks what is held.
        gc.collect()
        analyser = Analyser()
        path = resource("compiled/synonyms.json")
        synonyms = load_synonyms(path, analyser) if path.exists() else Synonyms([], analyser)
        times: list[float] = []
        plain_times: list[float] = []
        answered = plain_answered = 0
        with Library(made.ours) as library, closing(made.plain):
            searcher = Searcher(library, synonyms, analyser)
            searcher.warm()
            plain_search(made.plain, "warm")
            for question in made.typed:
                for text in question:
                    request = Request(text, typing=True, limit=HITS)
                    took, results = timed(partial(searcher.search, request))
                    times.append(took)
                    took, hits = timed(partial(plain_search, made.plain, text))
                    plain_times.append(took)
                answered += bool(results.hits)
                plain_answered += bool(hits)
        rows = [
            summary("Feltperm", times, made.build_s, made.ours.stat().st_size),
            summary("FTS5 unicode61", plain_times, made.plain_s, made.theirs.stat().st_size),
        ]
    rows[0] |= {"update_s": round(made.update_s, 2), "answered": round(answered / questions, 2)}
    rows[1] |= {"answered": round(plain_answered / questions, 2)}
    return {"records": records, "keystrokes": len(times), "rows": rows}


def measure_update(source: Path, pack: Pack, geography: Geography) -> float:
    """Return the seconds an update of every fiftieth record takes."""
    changed = tuple(
        msgspec.structs.replace(record, summary={"nb": f"Endret {number}."})
        if number % 50 == 0
        else record
        for number, record in enumerate(pack.records)
    )
    new = Pack(header=pack.header, records=changed, sha256="changed")
    target = source.with_name("updated.sqlite")
    took, _ = timed(lambda: update_library(source, target, [pack], [new], SearchIndex(), geography))
    return took


def report(measured: list[dict[str, Any]]) -> dict[str, Any]:
    """Return everything that was measured and whether the promises are held, ready for JSON."""
    promises = []
    for one in measured:
        if one["records"] == AT:
            ours = one["rows"][0]
            promises = [
                promise(
                    "keystroke to hits p95, ms",
                    LONGEST,
                    ours["p95_ms"],
                    others(one["rows"], "p95_ms"),
                ),
                promise("index build, s", BUILD, ours["build_s"], others(one["rows"], "build_s")),
                promise("update of 2 %, s", UPDATE, ours["update_s"]),
            ]
    return {
        "benchmark": "keystroke",
        "machine": {
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            "system": f"{platform.system()} {platform.machine()}",
            "cores": os.cpu_count(),
        },
        "measured": measured,
        "promises": promises,
    }


def promise(what: str, limit: float, measured: float, beside: str = "") -> dict[str, Any]:
    """Return one promise, what was measured beside ours, and whether it was held."""
    return {
        "promise": f"{what} <= {limit:g} at {AT} records",
        "measured": measured,
        "beside": beside,
        "held": measured <= limit,
    }


def others(rows: Sequence[Mapping[str, Any]], figure: str) -> str:
    """Return a figure of every program but ours, which is the first."""
    return ", ".join(f"{row['program']} {row[figure]:g}" for row in rows[1:])


def table(result: dict[str, Any]) -> str:
    """Return the report as lines for a person."""
    lines = [
        f"{'records':>8}  {'program':<16}{'p50':>8}{'p95':>8}{'max':>8} ms"
        f"{'build':>9} s{'size':>8} MB{'answered':>10}"
    ]
    for one in result["measured"]:
        lines += [
            f"{one['records']:>8}  {row['program']:<16}{row['p50_ms']:>8.2f}{row['p95_ms']:>8.2f}"
            f"{row['max_ms']:>8.2f}   {row['build_s']:>9.2f}  {row['size_mb']:>8.1f}   "
            f"{row['answered']:>9.0%}"
            for row in one["rows"]
        ]
    lines += [
        f"{'held ' if p['held'] else 'SHORT'} {p['promise']}: {p['measured']:g}"
        for p in result["promises"]
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--questions", type=int, default=120, help="questions to type (120)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    real = read_pack(resource("compiled/national.jsonl"))
    geography = Geography.from_json(resource("compiled/geography.json"))
    corpus = Corpus(real.records, geography)
    measured = [measure(corpus, count, options.questions) for count in options.records]
    result = report(measured)
    print(table(result))
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
