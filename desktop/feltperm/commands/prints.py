"""The commands about what hangs on walls; :mod:`feltperm.cli` opens the desk and prints."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from feltperm.catalogue.dates import short_date
from feltperm.commands.posters import asked_proof
from feltperm.desk.desk import Desk
from feltperm.desk.recall import Hanging

__all__ = ["COMMANDS", "Answer"]

#: What is to be done, as it is said.
_TODO = {"change": "må byttes", "down": "må tas ned", "fine": "i orden"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say.

    Attributes:
        lines: facts, each line from left to right.
        remarks: what was not asked for and must be told.
    """

    json: object = None
    lines: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[str, ...] = ()


def _list(desk: Desk, _options: argparse.Namespace) -> Answer:
    wall = desk.recall.wall()
    off = () if wall.keeping else ("Det noteres ikke hvor oppslag henger. Slå det på med «on».",)
    return _told((*wall.asked, *wall.change, *wall.down, *wall.fine), off)


def _stale(desk: Desk, _options: argparse.Namespace) -> Answer:
    wall = desk.recall.wall()
    return _told((*wall.change, *wall.down))


def _add(desk: Desk, options: argparse.Namespace) -> Answer:
    proof = asked_proof(desk, options, options.paper)
    change = desk.recall.hang([proof.job], options.at, options.place)
    new = {one.id for one in change.after}
    wall = desk.recall.wall()
    return _told(one for one in (*wall.change, *wall.down, *wall.fine) if one.entry.id in new)


def _clear(desk: Desk, _options: argparse.Namespace) -> Answer:
    left = desk.recall.clear()
    return Answer(remarks=(f"Loggen kan ligge igjen i {', '.join(left)}.",) if left else ())


def _switch(desk: Desk, options: argparse.Namespace) -> Answer:
    desk.recall.keep(options.command.endswith(" on"))
    return Answer()


def _told(hanging: Iterable[Hanging], remarks: tuple[str, ...] = ()) -> Answer:
    found = tuple(hanging)
    return Answer([_json(one) for one in found], tuple(map(_line, found)), remarks)


def _line(one: Hanging) -> tuple[str, ...]:
    if not one.entry.hung_on:
        return one.order.code, one.title, f"sendt til {one.entry.printer or 'skriver'}"
    day = short_date(one.entry.hung_on)
    return one.order.code, one.title, one.where, day, _TODO[one.state], "; ".join(one.reasons)


def _json(one: Hanging) -> dict[str, Any]:
    entry, order = one.entry, one.order
    return {
        "id": entry.id,
        "code": order.code,
        "records": list(order.records),
        "title": one.title,
        "layout": order.layout,
        "languages": list(order.languages),
        "paper": order.paper,
        "box": entry.box,
        "site": entry.site,
        "place": entry.place,
        "hung_on": entry.hung_on,
        "printer": entry.printer,
        "state": one.state if entry.hung_on else "asked",
        "kept_up": one.kept_up,
        "reason": one.reason,
        "changes": [
            {"field": change.field, "old": change.old, "new": change.new}
            for change in one.differences
        ],
    }


COMMANDS: Mapping[str, Callable[[Desk, argparse.Namespace], Answer]] = {
    "prints list": _list,
    "prints add": _add,
    "prints stale": _stale,
    "prints clear": _clear,
    "prints on": _switch,
    "prints off": _switch,
}
