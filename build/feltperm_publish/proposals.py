"""What ``feltperm-publish proposals`` does: shows places a team knows, and begins their records.

The file is what a colleague shares (``feltperm share export``). Nothing is written without
``--apply``. A record that is begun has no source: the lint asks for one until somebody has checked
it. What a team has noted for itself is no part of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from feltperm.catalogue.phones import bare_number
from feltperm.catalogue.records import Service, pick
from feltperm.catalogue.same_place import same_place
from feltperm.desk.own import Draft, OwnRecordRefused
from feltperm.desk.sticks.share_file import read_share_file
from feltperm_publish.begin import free_id
from feltperm_publish.edit import new_file
from feltperm_publish.outputs import write_if_changed
from feltperm_publish.sources import Unreadable, parse_record, read_sources

__all__ = ["run"]


class _Proposal(NamedTuple):
    """One place: the text of its file, or why there is none."""

    title: str
    name: str = ""
    text: str = ""
    refused: str = ""
    known: str = ""


def run(options: argparse.Namespace) -> int:
    """Carry out the command and return its exit code: 1 when anything was refused.

    Raises:
        NotFound: the file is none that was shared.
        OSError: a source cannot be read or written.
    """
    share = read_share_file(options.input)
    chosen, refused = set(options.only), 0
    sources = read_sources(options.sources)
    services = [
        (entry.file, entry.record) for entry in sources.entries if isinstance(entry.record, Service)
    ]
    for place, one in enumerate(_proposals(share.places, services), 1):
        if chosen and place not in chosen:
            continue
        print(f"{place}. {one.title}")
        for line in _described(one):
            print(f"   {line}")
        refused += bool(one.refused)
        if options.apply and one.text:
            write_if_changed(options.sources / one.name, one.text.encode())
    if not options.apply:
        print("Ingenting er skrevet. Skriv oppføringene med --apply.")
    if refused:
        print(f"{refused} ble ikke tatt med.", file=sys.stderr)
    return 1 if refused else 0


def _described(one: _Proposal) -> Iterator[str]:
    if one.refused:
        yield one.refused
    elif one.known:
        yield f"Finnes fra før: {one.known}"
    else:
        yield f"Ny: {one.name}"
        yield from one.text.splitlines()


def _proposals(
    places: Sequence[Service], services: Sequence[tuple[str, Service]]
) -> Iterator[_Proposal]:
    taken = {Path(file).stem for file, _ in services}
    for place in places:
        try:
            draft = Draft.of(place).tidy()
        except OwnRecordRefused as error:
            yield _Proposal(pick(place.title)[1][:80], refused=str(error))
            continue
        if known := same_place(place, services):
            yield _Proposal(draft.title, known=known)
            continue
        id = free_id(draft.title, taken)
        taken.add(id)
        name = f"catalogue/services/{id}.md"
        text = _text(draft)
        try:
            parse_record(text.encode(), name)
        except Unreadable as error:
            yield _Proposal(draft.title, refused=str(error.finding))
        else:
            yield _Proposal(draft.title, name, text)


def _text(draft: Draft) -> str:
    number = bare_number(draft.phone)
    fields: dict[str, Any] = {
        "title": draft.title,
        "summary": " ".join(draft.summary.split()),
        "area": {"municipalities": [draft.municipality]} if draft.municipality else None,
        "phones": [number] if number else None,
        "addresses": [{"line": draft.address}] if draft.address else None,
        "hours": draft.hours,
    }
    return new_file({key: value for key, value in fields.items() if value})
