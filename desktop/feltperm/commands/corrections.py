"""The commands about corrections; :mod:`feltperm.cli` opens the desk and prints."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping

import msgspec

from feltperm.binder.corrections import Correction
from feltperm.commands.prints import Answer
from feltperm.desk.desk import Desk

__all__ = ["COMMANDS"]


def _list(desk: Desk, _options: argparse.Namespace) -> Answer:
    return _told(desk.corrector.open())


def _add(desk: Desk, options: argparse.Namespace) -> Answer:
    ref = str(desk.find.show(options.id).entry.ref)
    made = desk.corrector.add(ref, options.field, options.value, options.old, options.by)
    return _told([made])


def _confirm(desk: Desk, options: argparse.Namespace) -> Answer:
    ref = str(desk.find.show(options.id).entry.ref)
    return _told([desk.corrector.confirm(ref, options.by)])


def _export(desk: Desk, options: argparse.Namespace) -> Answer:
    made = desk.corrector.export(options.out, options.hsds)
    return Answer(json=str(made), lines=((str(made),),))


def _told(corrections: Iterable[Correction]) -> Answer:
    listed = list(corrections)
    lines = tuple(
        (
            f"{one.pack}/{one.id}",
            one.field,
            one.old,
            one.new,
            one.noted_on,
            one.noted_by,
            one.sent_on,
        )
        for one in listed
    )
    return Answer(json=msgspec.to_builtins(listed), lines=lines)


COMMANDS: Mapping[str, Callable[[Desk, argparse.Namespace], Answer]] = {
    "corrections list": _list,
    "corrections add": _add,
    "corrections confirm": _confirm,
    "corrections export": _export,
}
