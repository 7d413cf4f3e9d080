"""``feltperm share``: what a colleague is given, and what came from one."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from feltperm.commands.prints import Answer
from feltperm.desk.desk import Desk
from feltperm.desk.saving import save
from feltperm.desk.sticks.sharing import (
    collection_share,
    news_in,
    read_share_file,
    share_of,
    take_over,
)

__all__ = ["COMMANDS"]


def _export(desk: Desk, options: argparse.Namespace) -> Answer:
    now = datetime.now()
    if options.collection:
        data = collection_share(desk, desk.collect.named(options.collection).number, now)
    else:
        data = share_of(desk, now, own=True)
    made = save(data, options.out)
    return Answer(json=str(made), lines=((str(made),),))


def _import(desk: Desk, options: argparse.Namespace) -> Answer:
    share = read_share_file(options.file)
    found = news_in(desk, share) if options.look else take_over(desk, share)
    facts = {
        "sites": list(found.sites),
        "collections": list(found.collections),
        "own": list(found.own),
        "favourites": found.favourites,
        "beside": found.beside,
        "same": found.same,
        "unknown": found.unknown,
        "refused": found.refused,
    }
    lines = tuple(
        (name, *value) if isinstance(value, list) else (name, str(value))
        for name, value in facts.items()
        if value
    )
    return Answer(json=msgspec.to_builtins(facts), lines=lines)


COMMANDS: Mapping[str, Callable[[Desk, argparse.Namespace], Answer]] = {
    "share export": _export,
    "share import": _import,
}
