"""A search collection: passages, questions with what answers them, and how well they are answered.

``passages.jsonl`` has ``id``, ``title`` and ``text`` a line (the title may be missing),
``queries.jsonl`` has ``kind``, ``query`` and ``relevant`` (ids of passages). Quality is nDCG at
ten, the mean over the questions of a kind, and the plain mean over the kinds.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

__all__ = ["AT", "PREFIX", "Collection", "Passage", "Query", "Unreadable", "ndcg", "quality"]

#: How deep an answer is looked at.
AT = 10
#: The kind whose last word is unfinished: it is searched as while typing.
PREFIX = "kw_prefix"

Item = TypeVar("Item")


class Unreadable(Exception):
    """A file is no part of a collection; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text to be found."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question, and the ids of the passages that answer it."""

    kind: str
    text: str
    relevant: frozenset[str]

    @property
    def typing(self) -> bool:
        """Whether the last word may go on."""
        return self.kind == PREFIX


@dataclass(frozen=True, slots=True)
class Collection:
    """Passages and questions."""

    passages: tuple[Passage, ...]
    queries: tuple[Query, ...]

    @classmethod
    def read(cls, passages: Path, queries: Path) -> Collection:
        """Read both files.

        Raises:
            Unreadable: a file, or a line of one, is not what it should be.
        """
        return cls(_read(passages, _passage), _read(queries, _query))

    def counts(self) -> dict[str, int]:
        """Return how many questions there are of each kind."""
        return dict(sorted(Counter(query.kind for query in self.queries).items()))


def _read(path: Path, make: Callable[[dict[str, Any]], Item]) -> tuple[Item, ...]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path.name} cannot be read: {error}") from error
    items = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                items.append(make(json.loads(line)))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                raise Unreadable(f"{path.name}, line {number}: {_fault(error)}") from error
    if not items:
        raise Unreadable(f"{path.name} is empty")
    return tuple(items)


def _fault(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _passage(row: dict[str, Any]) -> Passage:
    return Passage(_text(row["id"]), _text(row.get("title") or ""), _text(row["text"]))


def _query(row: dict[str, Any]) -> Query:
    relevant = row["relevant"]
    if not isinstance(relevant, list):
        raise TypeError("'relevant' is no list of ids")
    return Query(_text(row["kind"]), _text(row["query"]), frozenset(map(_text, relevant)))


def _text(value: object) -> str:
    """Return a value as text that every program takes: no lone surrogates, no NUL."""
    return str(value).encode("utf-8", "replace").decode("utf-8").replace("\0", " ")


def ndcg(found: Sequence[str], relevant: frozenset[str]) -> float:
    """Return the normalised discounted gain of an answer, each relevant passage counting one."""
    gains = [1 / math.log2(place + 2) for place in range(AT)]
    firsts = dict.fromkeys(found)  # a passage that comes twice gains once
    gained = sum(gain for gain, one in zip(gains, firsts, strict=False) if one in relevant)
    return gained / sum(gains[: len(relevant)]) if relevant else 0.0


def quality(queries: Sequence[Query], search: Callable[[Query], Sequence[str]]) -> dict[str, float]:
    """Return nDCG at ten by kind, times a hundred, and under ``mean`` that over the kinds."""
    by_kind: dict[str, list[float]] = {}
    for query in queries:
        by_kind.setdefault(query.kind, []).append(ndcg(search(query), query.relevant))
    means = {kind: 100 * sum(all_) / len(all_) for kind, all_ in sorted(by_kind.items())}
    return {**means, "mean": sum(means.values()) / len(means)} if means else {"mean": 0.0}
