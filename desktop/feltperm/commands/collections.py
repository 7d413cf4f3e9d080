"""The commands about collections; :mod:`feltperm.cli` opens the desk and prints."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from feltperm.commands.prints import Answer
from feltperm.desk.desk import Desk
from feltperm.desk.keep import KeptRecord
from feltperm.errors import NotFound

__all__ = ["COMMANDS"]


def _list(desk: Desk, options: argparse.Namespace) -> Answer:
    """All collections, or the records of one."""
    if not options.name:
        known = desk.collect.collections()
        return Answer(
            json=[{"name": one.name, "records": one.count} for one in known],
            lines=tuple((one.name, str(one.count)) for one in known),
        )
    records = desk.collect.records(desk.collect.named(options.name).number)
    return Answer(
        json=[{**_json(one), "gone": one.gone} for one in records],
        lines=tuple((one.ref.id, one.title, one.phone) for one in records),
    )


def _add(desk: Desk, options: argparse.Namespace) -> Answer:
    """Put records into a collection, which is begun where there is none; all of them, or none."""
    refs = [str(desk.find.show(name).entry.ref) for name in options.id]
    known = desk.binder.collections.get(options.name)
    number = (known or desk.collect.create(options.name)).number
    for ref in refs:
        desk.collect.add(number, ref)
    return _titles(desk.collect.records(number), refs)


def _remove(desk: Desk, options: argparse.Namespace) -> Answer:
    """Take records out of a collection, or the collection away where none is named."""
    collection = desk.collect.named(options.name)
    if not options.id:
        desk.collect.remove(collection.number)
        return Answer(json=[collection.name], lines=((collection.name,),))
    kept = desk.collect.records(collection.number)
    known = {name: str(one.ref) for one in kept for name in (one.ref.id, str(one.ref))}
    for name in options.id:  # all, or none
        if name not in known:
            raise NotFound(f"«{name[:80]}» er ikke i samlingen.")
    refs = [known[name] for name in options.id]
    for ref in refs:
        desk.collect.take_out(collection.number, ref)
    return _titles(kept, refs)


def _rename(desk: Desk, options: argparse.Namespace) -> Answer:
    desk.collect.rename(desk.collect.named(options.name).number, options.new)
    return Answer(json=[options.new], lines=((options.new,),))


def _titles(records: tuple[KeptRecord, ...], refs: list[str]) -> Answer:
    titles = [one.title for one in records if str(one.ref) in refs]
    return Answer(json=titles, lines=tuple((title,) for title in titles))


def _json(one: KeptRecord) -> dict[str, str]:
    return {"pack": one.ref.pack, "id": one.ref.id, "title": one.title, "phone": one.phone}


#: By command, as in :data:`feltperm.arguments.COLLECTION_COMMANDS`.
COMMANDS: Mapping[str, Callable[[Desk, argparse.Namespace], Answer]] = {
    "collections list": _list,
    "collections add": _add,
    "collections remove": _remove,
    "collections rename": _rename,
}
