"""What each part of our search brings: the quality with one part switched off at a time.

The parts are found, not listed: every switch of ``plan.Ways`` that is on, and every number of
``ranking.Weights``, where 0 switches a part off. So a new part is measured without a change here.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any
from unittest import mock

from _collection import AT, Query, quality
from _peers import Ours

from feltperm.search import Searcher, plan, ranking, searcher
from feltperm.search.ranking import Weights

__all__ = ["ablate", "parts"]


def parts() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each part and what :meth:`Ours.use` takes to do without it."""
    ways = getattr(plan, "Ways", None)
    if ways is not None and "ways" in inspect.signature(Searcher).parameters:
        for one in dataclasses.fields(ways):
            if getattr(ways(), one.name) is True:
                yield f"ways: {one.name}", {"ways": ways(**{one.name: False})}
    else:
        yield "synonyms", {"synonyms": False}
    for one in dataclasses.fields(Weights):
        without: dict[str, Any] = {one.name: _without(getattr(Weights(), one.name))}
        if without[one.name] is not None:
            yield f"weights: {one.name}", {"weights": Weights(**without)}


def _without(value: object) -> object:
    """Return what a weight is when it is switched off, or None when it is off already."""
    if isinstance(value, tuple):  # of columns or places: all alike instead of weighed
        return None if len(set(value)) == 1 else (1.0,) * len(value)
    return type(value)(0) if isinstance(value, int | float) and value else None


def _untiered() -> AbstractContextManager[object]:
    """Let rows that answer every word come where their score puts them."""

    def find(*arguments: Any, **more: Any) -> ranking.Found:
        found = ranking.find(*arguments, **more)
        found.together = None
        return found

    return mock.patch.object(searcher, "find", find)


def ablate(ours: Ours, queries: Sequence[Query]) -> list[dict[str, Any]]:
    """Return the quality of all parts together, then without each in turn."""

    def measured(
        name: str, patched: AbstractContextManager[object], **switched: Any
    ) -> dict[str, Any]:
        ours.use(**switched)
        with patched:
            kinds = quality(queries, lambda query: ours.search(query.text, query.typing, AT))
        return {"without": name, "mean": kinds.pop("mean"), "kinds": kinds}

    rows = [measured("", nullcontext())]
    rows += [measured(name, nullcontext(), **switched) for name, switched in parts()]
    if hasattr(searcher, "find") and hasattr(ranking.Found, "together"):
        rows.append(measured("every word first", _untiered()))
    ours.use()
    return rows
