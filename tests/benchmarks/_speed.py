"""How fast the programs are, and how large: the same documents and keystrokes, in turns."""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _collection import Collection
from _corpus import Corpus, keystrokes
from _peers import Document, Ours, Peer
from keystroke import HITS, measure_update, summary, timed

from feltperm.catalogue.records import Pack, pick
from feltperm.search import fields

__all__ = ["Ground", "in_window", "made", "measure", "of_collection"]


@dataclass
class Ground:
    """What is searched, and the questions as the texts that stand in the field one by one."""

    name: str
    documents: list[Document]
    typed: list[list[str]]
    pack: Pack | None = None


def of_collection(collection: Collection, questions: int) -> Ground:
    """Return the passages, with questions from all over the collection."""
    queries = collection.queries
    step = max(1, len(queries) // questions)
    chosen = [query.text for query in queries[::step]][:questions]
    return Ground(
        "collection",
        [Document(one.id, one.title, one.text) for one in collection.passages],
        [[text[: end + 1] for end in range(len(text))] for text in chosen],
    )


def made(corpus: Corpus, records: int, questions: int) -> Ground:
    """Return a made catalogue and questions for it."""
    pack = corpus.pack(records)
    documents = [
        Document(one.id, pick(one.title)[1], " ".join(fields.readable(one)), one)
        for one in pack.records
    ]
    return Ground(f"{records} records", documents, keystrokes(pack.records, questions), pack)


def measure(
    make: Callable[[], Ground],
    programs: Mapping[type[Peer], str],
    runs: int,
    corpus: Corpus,
) -> dict[str, Any]:
    """Build all programs on one ground and type its questions into them.

    Args:
        make: makes the ground; it is dropped before anything is typed, because a program that
            searches does not hold the texts, and the collector walks what is held.
        programs: with the way each is asked.
        corpus: knows the geography of made records.
    """
    with tempfile.TemporaryDirectory() as folder:
        ground = make()
        name, count, typed = ground.name, len(ground.documents), ground.typed
        built = [
            Built.of(program(way), ground.documents, Path(folder))
            for program, way in programs.items()
        ]
        update = {}
        if ground.pack:
            path = built[0].folder / Ours.FILE
            update["update_s"] = round(measure_update(path, ground.pack, corpus.geography), 2)
        del ground
        gc.collect()
        _type(built, typed, runs)
        rows = [one.row(typed) for one in built]
        for one in built:
            one.peer.close()
    rows[0] |= update
    keys = sum(map(len, typed))
    return {"ground": name, "documents": count, "keystrokes": keys, "runs": runs, "rows": rows}


@dataclass
class Built:
    """A program with its index, and the seconds of each keystroke by run."""

    peer: Peer
    folder: Path
    build_s: float
    size: int
    times: list[list[float]]
    answered: dict[str, bool]

    @classmethod
    def of(cls, peer: Peer, documents: Sequence[Document], folder: Path) -> Built:
        """Build the index in a folder of its own."""
        own = folder / peer.name
        own.mkdir()
        build_s, _ = timed(lambda: peer.build(documents, own))
        return cls(peer, own, build_s, peer.size(own), [], {})

    def row(self, typed: Sequence[Sequence[str]]) -> dict[str, Any]:
        """Return the figures: of each keystroke the median of its runs."""
        times = [statistics.median(all_) for all_ in zip(*self.times, strict=True)]
        whole = [self.answered[question[-1]] for question in typed]
        row = summary(self.peer.name, times, self.build_s, self.size)
        return {**row, "way": self.peer.way, "answered": round(sum(whole) / len(whole), 2)}


def _type(built: Sequence[Built], typed: Sequence[Sequence[str]], runs: int) -> None:
    """Let every program answer every keystroke, another one first each time."""
    texts = [text for question in typed for text in question]
    for run in range(runs):
        for one in built:
            one.peer.search("varm opp", True, HITS)
            one.times.append([])
        for number, text in enumerate(texts):
            first = (run + number) % len(built)
            for one in [*built[first:], *built[:first]]:
                began = time.perf_counter()
                found = one.peer.search(text, True, HITS)
                one.times[-1].append(time.perf_counter() - began)
                one.answered[text] = bool(found)


def in_window(records: int, questions: int, runs: int) -> dict[str, Any]:
    """Type into the real window on a made catalogue, in a process of its own."""
    program = Path(__file__).with_name("_window.py")
    numbers = {"--records": records, "--questions": questions, "--runs": runs}
    words = [str(word) for pair in numbers.items() for word in pair]
    paths = [str(program.parents[1]), os.environ.get("PYTHONPATH", "")]
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
    }
    done = subprocess.run(
        [sys.executable, str(program), *words], env=env, stdout=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise RuntimeError(f"the window ended with {done.returncode}")
    return {"records": records, **json.loads(done.stdout)}
