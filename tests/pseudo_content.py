"""Content in the language nobody speaks: every wording of every record has one of its own.

Where the window then shows a wording without the marks, it shows bokmål although the record has a
text in the window's language, or it says something in code that no translation reaches.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import real_window
from pseudo_language import pseudo

__all__ = ["make_compiled", "values"]

#: A service whose hours say everything that hours can say, in sight of Easter and Christmas.
EVENING = {
    "id": "svc-kveld",
    "kind": "service",
    "title": {"nb": "Kveldsbussen"},
    "summary": {"nb": "Kaffe og samtaler."},
    "category": "low_threshold",
    "phones": [{"number": "73000000", "display": "73 00 00 00", "note": {"nb": "vakttelefon"}}],
    "needs_check": True,
    "area": {"country": True},
    "sources": [{"publisher": "Bykirken", "title": "Bussen", "read_on": "2026-11-01"}],
    "schedules": [
        {
            "byday": ["MO", "TU", "WE", "TH", "FR"], "opens_at": "09:00", "closes_at": "15:30",
            "holidays": "closed", "valid_from": "2026-01-01", "valid_to": "2027-12-31",
            "exceptions": [
                {"date": "2026-12-24", "opens_at": "10:00", "closes_at": "12:00"},
                {"date": "2026-12-25", "until": "2026-12-28", "closed": True},
                {"date": "2026-12-29", "closed": False},
                {"date": "2026-12-31"},
                {"date": "2027-06-21", "until": "2027-08-20", "closed": True},
            ],
        },
        {
            "byday": ["WE", "FR"], "opens_at": "18:00", "closes_at": "02:00", "place": "Torvet",
            "description": {"nb": "lege til stede"},
        },
        {"dates": ["2026-12-12"], "opens_at": "00:00", "closes_at": "24:00"},
    ],
}  # fmt: skip

#: Fields of records, municipalities and words that are shown as they stand in every language.
_NAMES = frozenset(
    {
        "administrative_centre", "city", "county", "display", "email", "health_region", "line",
        "name", "name_norwegian", "number", "place", "postcode", "provider", "publisher",
        "said_by", "term", "title", "url",
    }
)  # fmt: skip
#: The controlled words that the window shows; those of sheets are in the language of the sheet.
_VOCABULARIES = ("audiences.json", "categories.json", "offers.json", "terms.json", "topics.json")


def make_compiled(folder: Path) -> Path:
    """Copy what ships with the program, its packs with wordings in nynorsk, and return the copy."""
    shutil.copytree(
        real_window.compiled(), folder, ignore=shutil.ignore_patterns("library-*", "*.jsonl")
    )
    for pack in ("national.jsonl", "samples/trondheim.jsonl"):
        lines = (real_window.compiled() / pack).read_text(encoding="utf-8").splitlines()
        head, *records = map(json.loads, lines)
        if pack == "national.jsonl":
            records.append(EVENING)
        records.sort(key=lambda one: (one["kind"], one["id"]))
        made = [head, *map(_worded, records)]
        (folder / pack).write_text("".join(f"{_canonical(one)}\n" for one in made), "utf-8")
    for name in _VOCABULARIES:
        words = json.loads((folder / name).read_text(encoding="utf-8"))
        (folder / name).write_text(json.dumps(_worded(words)), encoding="utf-8")
    return folder


def values(compiled: Path) -> Iterator[str]:
    """Give all that is no wording and so the same in every language: names, places, addresses.

    Args:
        compiled: the folder that :func:`make_compiled` made.
    """
    for path in (*compiled.glob("*.jsonl"), *compiled.glob("samples/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from _strings(json.loads(line))
    for name in ("geography.json", "terms.json"):
        yield from _strings(json.loads((compiled / name).read_text(encoding="utf-8")))


def _is_wording(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("nb"), str)


def _worded(value: Any) -> Any:
    """Return a value with every wording in it said in nynorsk too."""
    if _is_wording(value):
        return {**value, "nn": pseudo(value["nb"])}
    if isinstance(value, dict):
        return {key: _worded(part) for key, part in value.items()}
    return [_worded(part) for part in value] if isinstance(value, list) else value


def _strings(value: Any, shown: bool = False) -> Iterator[str]:
    if isinstance(value, str):
        yield from [value] * shown
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part, shown)
    elif isinstance(value, dict) and not _is_wording(value):
        for key, part in value.items():
            yield from _strings(part, key in _NAMES)


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
