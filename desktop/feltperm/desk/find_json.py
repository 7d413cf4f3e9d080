"""What a search answers, as other programs read it and a terminal shows it (DESIGN section 10)."""

from __future__ import annotations

from typing import Any

from feltperm.desk.find import OWN_NOTE, FoundHit, Hit, Results
from feltperm.desk.own import OWN_LABEL, is_own
from feltperm.desk.page import opening_json

__all__ = ["hit_marks", "results_json"]


def results_json(results: Results) -> dict[str, Any]:
    """Return the JSON form of an answer (DESIGN section 10)."""
    hint = results.hint
    return {
        "query": results.query,
        "took_ms": results.took_ms,
        "total": results.total,
        "hint": {"kind": hint.kind, "from": hint.source, "to": list(hint.words)} if hint else None,
        "facets": results.facets,
        "hits": [_hit_json(found) for found in results.hits],
    }


def _hit_json(found: FoundHit) -> dict[str, Any]:
    hit = found.hit
    return {
        "id": hit.ref.id,
        "pack": hit.ref.pack,
        "own_record": is_own(hit.ref),
        "kind": hit.kind,
        "title": hit.title,
        "score": hit.score,
        "reason": {
            "kind": hit.reason.kind,
            "from": hit.reason.source,
            "to": hit.reason.found,
        },
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
        "title_marks": [list(mark) for mark in hit.title_marks],
        "area": hit.area,
        "open": opening_json(found.opening),
        "freshness": found.freshness,
        "status": found.status,
        "group": hit.group,
        "unstated": list(hit.section.unstated),
    }


def hit_marks(hit: Hit) -> tuple[str, ...]:
    """Return what must be said of a hit beside its title: that it is of one's own making."""
    own = (OWN_LABEL,) if is_own(hit.ref) else ()
    return (*own, *((OWN_NOTE,) if hit.reason.kind == "note" else ()))
