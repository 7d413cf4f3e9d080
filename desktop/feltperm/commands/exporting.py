"""``feltperm export``: what a search finds, for other programs."""

from __future__ import annotations

import argparse

from feltperm.commands.prints import Answer
from feltperm.commands.searching import search_request
from feltperm.desk.desk import Desk
from feltperm.desk.saving import save

__all__ = ["COMMANDS", "export"]

#: More records than any library has.
_ALL = 100_000


def export(desk: Desk, options: argparse.Namespace) -> Answer:
    """Write the records and tell where, and how many."""
    request = search_request(desk, options, limit=_ALL)
    found = desk.exporter.found(request, own=options.own)
    entries = desk.exporter.fitting(found, options.format)
    made = save(desk.exporter.written(entries, options.format, options.strict), options.out)
    return Answer(
        json={"file": str(made), "records": len(entries)}, lines=((str(made), str(len(entries))),)
    )


COMMANDS = {"export": export}
