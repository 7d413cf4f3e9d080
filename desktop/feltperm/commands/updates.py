"""The commands about new content: senders, updates, sticks, one step back, and what changed.

Apart from :mod:`feltperm.cli`, because no other command needs any of it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from feltperm import console
from feltperm.app_updates import open_updates
from feltperm.catalogue.dates import long_date
from feltperm.desk.sticks.relay import Comparison, OnePart
from feltperm.desk.updates.news import counts
from feltperm.desk.updates.sources import KnownSource, Proposal
from feltperm.desk.updates.update import Check, Failed, PackState, Plan, Taken, Updated
from feltperm.desk.updates.update_desk import UpdateDesk
from feltperm.errors import Condition, NotFound
from feltperm.packs.changes import LABELS, Changes, FieldChange, RecordChange
from feltperm.paths import find_paths
from feltperm.wording import plain

__all__ = ["COMMANDS"]

_NO_SOURCE = "Ingen kilde er lagt til. Legg til en med «feltperm sources add»."
_WHAT = {"new": "nytt", "changed": "endret", "gone": "fjernet"}
_YES = frozenset({"j", "ja", "y", "yes"})
#: What a colleague's file brought, as it is told in JSON.
_SHARED = ("sites", "favourites", "unknown", "collections")
#: What a stick can come to that leaves nothing to do but what the sentence says.
_HINDERED = frozenset({"clock", "expired", "refused", "unfinished", "foreign", "own_old", "pinned"})


# --- senders ------------------------------------------------------------------------------------


def _sources_list(options: argparse.Namespace) -> int:
    desk = _desk(options)
    found = desk.sources.list()
    for sentence in desk.sources.damaged():
        console.complain(sentence)
    if options.json:
        console.say_json([_source_json(one) for one in found])
        return 0
    for one in found:
        console.say(one.name, one.key, one.source.url or one.folder, one.fingerprint)
    return 0


def _sources_add(options: argparse.Namespace) -> int:
    desk = _desk(options)
    proposal = desk.sources.propose(options.source)
    _confirm(proposal, options)
    national = options.national or (proposal.national and _agree_to_national(proposal, options))
    added = desk.sources.add(proposal, national)
    if options.json:
        console.say_json(_source_json(added))
        return 0
    console.say(f"{added.name} er lagt til.")
    if proposal.national and not national:
        console.complain(f"{added.name} kan ikke fornye nasjonalt innhold. Gi lov med --national.")
    return 0


def _sources_remove(options: argparse.Namespace) -> int:
    removed = _desk(options).sources.remove(options.source)
    if options.json:
        console.say_json({"name": removed.name, "packs": list(removed.packs)})
        return 0
    console.say(f"{removed.name} er fjernet. Det du har lagret selv, er der fortsatt.")
    return 0


def _confirm(proposal: Proposal, options: argparse.Namespace) -> None:
    """Go on only when a person has compared the code.

    Raises:
        Condition: nobody has, or the code is another one.
    """
    if options.fingerprint:
        if _digits(options.fingerprint) != _digits(proposal.fingerprint):
            raise Condition(
                f"Koden stemmer ikke. {proposal.name} har koden {proposal.fingerprint}."
            )
        return
    if not _can_ask(options):
        raise Condition(
            f"{proposal.name} har koden {proposal.fingerprint}. Be avsenderen lese den opp, "
            f'og bekreft med --fingerprint "{proposal.fingerprint}".'
        )
    console.say(f"{proposal.name}  {proposal.fingerprint}")
    if not _ask(f"Be {proposal.name} lese opp koden, på telefon eller på papir. Er den lik?"):
        raise Condition(f"{proposal.name} er ikke lagt til.")


def _agree_to_national(proposal: Proposal, options: argparse.Namespace) -> bool:
    return _can_ask(options) and _ask(f"Skal {proposal.name} fornye det nasjonale innholdet?")


def _can_ask(options: argparse.Namespace) -> bool:
    """Whether a person sits at a terminal and waits for an answer meant for people."""
    return not options.json and sys.stdin is not None and sys.stdin.isatty()


def _ask(question: str) -> bool:
    """Ask on the terminal; no is what counts when nothing is said."""
    try:
        return input(f"{question} [j/N] ").strip().casefold() in _YES
    except EOFError:
        return False


def _digits(code: str) -> str:
    return re.sub(r"[\s:-]", "", code).casefold()


# --- updates ------------------------------------------------------------------------------------


def _update(options: argparse.Namespace) -> int:
    desk = _desk(options)
    if not options.source and not desk.sources.list():
        raise NotFound(_NO_SOURCE)
    updated = _updated(desk, options)
    check, taken = updated.check, updated.taken
    _raise_if_nobody_answered(check)
    for failure in check.failures:
        console.complain(f"{failure.source.name}: {failure.why}")
    for refused in updated.refused:
        console.complain(f"{refused.plan.name}: {refused.why}")
    if options.json:
        console.say_json(_check_json(check) if options.check else _update_json(updated))
        return 1 if updated.refused else 0
    for plan in check.plans:
        if plan.pinned:
            console.complain(_pinned_words(plan))
        elif options.check:
            console.say(plan.name, long_date(plan.release.published), plan.words)
    for one in taken:
        console.say(_taken_words(one))
    if not (check.due if options.check else (*taken, *updated.refused)):
        console.say("Ingenting nytt.")
    return 1 if updated.refused else 0


def _updated(desk: UpdateDesk, options: argparse.Namespace) -> Updated:
    if options.check:
        return Updated(desk.updates.check(options.source), ())
    return desk.updates.update(options.source)


def _raise_if_nobody_answered(check: Check) -> None:
    """Fail when every sender that was asked could not be reached or trusted."""
    silent = [one for one in check.failures if one.why.why != "foreign"]
    if silent and len(silent) >= check.asked and not check.plans:
        raise silent[0].why


def _rollback(options: argparse.Namespace) -> int:
    updates = _desk(options).updates
    if options.undo:
        state = updates.take_newer(options.pack)
    else:
        state = updates.roll_back(options.pack, to_bundled=options.to_bundled)
    if options.json:
        console.say_json(_state_json(state))
        return 0
    console.say(f"{state.name} er fra {long_date(state.published)}.")
    return 0


def _changes(options: argparse.Namespace) -> int:
    found = _desk(options).updates.changes(options.since, options.pack)
    if options.json:
        console.say_json(msgspec.to_builtins(found, enc_hook=plain))
        return 0
    for update in found:
        console.say(
            update.publisher, str(update.new_seq), long_date(update.published),
            counts(update.records).words,
        )  # fmt: skip
        for record in update.records:
            console.say(f"{update.pack}/{record.id}", _change_words(record))
    return 0


def _change_words(record: RecordChange) -> str:
    """Return «Feltpleien: telefon 73 00 00 00 → 73 00 00 01, adresse»."""
    if record.what != "changed":
        return f"{record.title}: {_WHAT[record.what]}"
    parts = [_field_words(one) for one in record.fields]
    return f"{record.title}: {', '.join(parts) or _WHAT[record.what]}"


def _field_words(change: FieldChange) -> str:
    """Return «telefon 73 00 00 00 → 73 00 00 01», or the name alone where that is all."""
    name = LABELS.get(change.field, change.field).casefold()
    if not (change.old or change.new):
        return name
    return f"{name} {change.old or '–'} → {change.new or '–'}"


# --- sticks -------------------------------------------------------------------------------------


def _relay(options: argparse.Namespace) -> int:
    relay = _desk(options).relay
    compared = relay.look(options.dir)
    with_collections = options.with_collections
    if not (compared.can_take or compared.can_give or with_collections or options.take_shared):
        _raise_if_hindered(compared)
    taken = relay.take(options.dir) if compared.can_take else ()
    shared = relay.take_shared(options.dir) if options.take_shared else None
    given = None
    if relay.look(options.dir).can_give or with_collections:
        given = relay.give(options.dir, with_collections)
    if options.json:
        console.say_json(
            {
                "parts": [_part_json(part) for part in compared.parts],
                "taken": [_taken_json(one) for one in taken],
                "given": given and _plain(given, "bytes", "files", "names", "shared"),
                "shared": shared and _plain(shared, *_SHARED),
            }
        )
        return 0
    for part in compared.parts:
        console.say(part.name, part.sentence)
    if not compared.parts:
        console.say(compared.sentence)
    for one in taken:
        console.say(_taken_words(one))
    if shared:
        found = (f"{len(shared.sites)} steder", f"{shared.favourites} favoritter")
        console.say(f"{', '.join(found)} og {len(shared.collections)} samlinger er hentet.")
    console.say(given.sentence if given else "Du kan ta ut pinnen.")
    return 0


def _raise_if_hindered(compared: Comparison) -> None:
    """Fail when there is nothing to do and something is in the way."""
    if compared.parts and all(part.outcome in _HINDERED for part in compared.parts):
        first = compared.parts[0]
        raise Condition(first.sentence, first.detail)


# --- forms --------------------------------------------------------------------------------------


def _desk(options: argparse.Namespace) -> UpdateDesk:
    return open_updates(find_paths(options.profile), tell=console.complain)


def _plain(value: object, *names: str) -> dict[str, Any]:
    """Return some attributes as JSON takes them."""
    found = {name: getattr(value, name) for name in names}
    return {name: list(one) if isinstance(one, tuple) else one for name, one in found.items()}


def _source_json(one: KnownSource) -> dict[str, Any]:
    return {
        **_plain(one, "name", "key", "fingerprint", "packs", "preinstalled", "national", "folder"),
        "url": one.source.url,
    }


def _plan_json(plan: Plan) -> dict[str, Any]:
    return {
        **_plain(plan, "pack", "name", "way", "bytes", "whole_bytes", "installed_seq", "pinned"),
        "source": plan.source.name,
        "seq": plan.release.seq,
        "published": plan.release.published,
    }


def _failures_json(failures: Sequence[Failed]) -> list[dict[str, str]]:
    return [
        {"source": one.source.name, "why": one.why.why, "message": str(one.why)} for one in failures
    ]


def _check_json(check: Check) -> dict[str, Any]:
    return {
        "checked_at": check.checked_at.isoformat(timespec="seconds"),
        "received": check.received,
        "plans": [_plan_json(plan) for plan in check.plans],
        "failures": _failures_json(check.failures),
    }


def _update_json(updated: Updated) -> dict[str, Any]:
    check = updated.check
    return {
        "received": check.received + sum(one.received for one in updated.taken),
        "taken": [_taken_json(one) for one in updated.taken],
        "refused": [
            {"pack": one.plan.pack, "source": one.plan.source.name, "message": str(one.why)}
            for one in updated.refused
        ],
        "pinned": [_plan_json(plan) for plan in check.plans if plan.pinned],
        "failures": _failures_json(check.failures),
    }


def _taken_json(taken: Taken) -> dict[str, Any]:
    return {
        "pack": taken.installed.pack,
        "seq": taken.installed.seq,
        "published": taken.changes.published,
        "source": taken.source.name,
        "received": taken.received,
        "changes": _plain(counts(taken.changes.records), "new", "changed", "gone"),
    }


def _state_json(state: PackState) -> dict[str, Any]:
    return _plain(
        state, "pack", "name", "seq", "published", "source", "bundled", "pinned", "previous"
    )


def _part_json(part: OnePart) -> dict[str, Any]:
    return _plain(
        part, "key", "name", "outcome", "sentence", "stick_published", "own_published", "missing"
    )


def _taken_words(taken: Taken) -> str:
    what = _summary(taken.changes)
    return f"{taken.changes.publisher} er fra {long_date(taken.changes.published)} nå: {what}."


def _summary(changes: Changes) -> str:
    return counts(changes.records).words or "ingen endringer"


def _pinned_words(plan: Plan) -> str:
    there, here = long_date(plan.release.published), long_date(plan.installed_published)
    return f"{plan.name} finnes fra {there}. Du har valgt å bruke det fra {here}."


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "sources list": _sources_list,
    "sources add": _sources_add,
    "sources remove": _sources_remove,
    "update": _update,
    "relay": _relay,
    "rollback": _rollback,
    "changes": _changes,
}
