"""The answers of a list as a file of corrections, for whoever keeps the sources.

A row becomes what is new in it, fact by fact, and then that all of it was confirmed that day.
``feltperm-publish corrections`` takes it in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from feltperm.catalogue.confirming import CONFIRMED, facts_told
from feltperm.catalogue.records import pick
from feltperm.exchange.corrections_file import Handed
from feltperm_publish.worklist.answers import CELLS, Change
from feltperm_publish.worklist.effects import stood
from feltperm_publish.worklist.table import Line

__all__ = ["handed"]


def handed(changes: Iterable[Change], lines: Iterable[Line], pack: str) -> list[Handed]:
    """Return what is handed on of these changes.

    Args:
        lines: those of the list; new facts go in the words that were written there.
        pack: whose records they are.
    """
    written = {line.number: line for line in lines}
    return [one for change in changes for one in _of(change, written[change.line], pack)]


def _of(change: Change, line: Line, pack: str) -> Iterator[Handed]:
    record, fields = change.record, change.fields

    def one(field: str, old: str, new: str, note: str = "") -> Handed:
        return Handed(
            record=f"{pack}/{record.id}", title=pick(record.title)[1], field=field, old=old,
            new=new, when=change.day, by="", note=note,
        )  # fmt: skip

    if "status" in fields:
        yield one("status", record.status, str(fields["status"]), change.note)
        return
    for column, cell in CELLS.items():
        # hours in words give way to days and times
        if cell in fields or (cell == "schedules" and "hours" in fields):
            yield one(cell, stood(cell, record), line.cells[column])
    became = msgspec.structs.replace(record, **fields)
    yield one(CONFIRMED, facts_told(became), change.day, change.note)
