"""How much of a record the window shows: more than any page needs, less than would freeze it.

A pack may hold any record below the length of a line (1 MiB): ten thousand steps would take
minutes to lay out. What is left out is said; the command line and the clipboard have it whole.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from feltperm.desk.page import Page

__all__ = ["MOST", "shortened"]

#: The most entries of one list that are shown; the longest real one has some twenty.
MOST = 200
_LISTS = ("call", "runs", "related", "own")


def shortened(page: Page) -> Page:
    """Return the page with no list longer than :data:`MOST`; the same one if none is."""
    record = _cut(page.entry.record)
    lists = {name: rows for name in _LISTS if len(rows := getattr(page, name)) > MOST}
    if record is page.entry.record and not lists:
        return page
    entry = page.entry._replace(record=record)
    return replace(page, entry=entry, **{name: rows[:MOST] for name, rows in lists.items()})


def _cut(value: Any) -> Any:
    """Return a struct or a list of them, cut at every depth; the same one if nothing is."""
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: cut for name, old in fields.items() if (cut := _cut(old)) is not old}
        return msgspec.structs.replace(value, **changed) if changed else value
    if isinstance(value, tuple):
        cut = tuple(map(_cut, value[:MOST]))
        same = len(cut) == len(value) and all(a is b for a, b in zip(cut, value, strict=True))
        return value if same else cut
    return value
