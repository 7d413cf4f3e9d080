"""The command line (DESIGN section 10): everything that works without a window.

Exit codes: 0 done (no hits is done), 1 the asked-for thing failed with one clear line on stderr,
2 wrong use. Qt is imported only by the commands that show a window.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from feltperm import console
from feltperm.arguments import read_arguments
from feltperm.arguments_kept import LIST_COMMANDS, UPDATE_COMMANDS
from feltperm.errors import Condition, NotFound

if TYPE_CHECKING:
    from feltperm.desk.desk import Desk
    from feltperm.desk.find import Results
    from feltperm.desk.sheets.posters import Proof
    from feltperm.paper.job import Paper

__all__ = ["main"]

Answered = TypeVar("Answered")


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    console.prepare()
    try:
        options = read_arguments(argv)
    except SystemExit as leaving:  # argparse has said what was wrong
        return int(leaving.code or 0)
    logging.basicConfig(level=logging.DEBUG if options.debug else logging.CRITICAL)
    try:
        code = _COMMANDS[options.command](options)
        console.finish()
        return code
    except Condition as condition:
        console.complain(f"feltperm: {condition}")
        if options.debug and condition.detail:
            print(condition.detail, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader has had enough
        console.drop_output()
        return 0
    except KeyboardInterrupt:
        return 130


# --- the commands -------------------------------------------------------------------------------


def _window(options: argparse.Namespace) -> int:
    from feltperm import app  # noqa: PLC0415  only this command opens a window

    return app.run_window(options.profile, exit_when_ready=options.exit_when_ready)


def _tour(options: argparse.Namespace) -> int:
    from feltperm import app  # noqa: PLC0415  only this command drives one

    return app.run_tour(options.out, options.theme, options.text, options.lang)


def _search(options: argparse.Namespace) -> int:
    from feltperm.commands.searching import search_request  # noqa: PLC0415  see _at_desk
    from feltperm.desk.failed import in_vain  # noqa: PLC0415
    from feltperm.desk.find_json import hit_marks, results_json  # noqa: PLC0415

    def work(desk: Desk) -> Results:
        request = search_request(
            desk, options, counting=options.json, limit=options.limit, typing=options.typing,
            literal=options.literal,
        )  # fmt: skip
        found = desk.find.search(request)
        if in_vain(request, found) and not options.typing:
            desk.failed.note(found.query)
        return found

    answer = _at_desk(options, work)
    if options.json:
        console.say_json(results_json(answer))
        return 0
    for found in answer.hits:
        hit = found.hit
        console.say(hit.ref.id, hit.title, hit.area, *hit_marks(hit))
    if not answer.hits:
        console.say(f"Ingen treff på «{answer.query}».")
    return 0


def _show(options: argparse.Namespace) -> int:
    from feltperm import app_words  # noqa: PLC0415  see _at_desk
    from feltperm.desk.page import page_json  # noqa: PLC0415
    from feltperm.desk.text import record_text  # noqa: PLC0415

    page = _at_desk(options, lambda desk: desk.show(options.id))
    if options.json:
        console.say_json(page_json(page, options.lang))
    else:
        audiences = app_words.load_audiences(lambda damage: console.complain(str(damage)))
        console.say_text(record_text(page, options.lang, audiences))
    return 0


def _poster(options: argparse.Namespace) -> int:
    from feltperm import app  # noqa: PLC0415  see _at_desk
    from feltperm.commands.posters import asked_proof  # noqa: PLC0415
    from feltperm.desk.sheets.print import save_pdf  # noqa: PLC0415
    from feltperm.desk.sheets.tiles import asked_tiling, save_tiles  # noqa: PLC0415
    from feltperm.paths import find_paths  # noqa: PLC0415

    tiling = asked_tiling(options.paper, options.tile, options.two_sheets)
    paper: Paper = "a3" if tiling else options.paper or "a4"
    proof = _at_desk(options, lambda desk: asked_proof(desk, options, paper))
    with app.open_press(paths=find_paths(options.profile)) as press:
        if tiling:
            saved = save_tiles(press, proof.job, tiling, options.out)
        else:
            saved = save_pdf(press, proof.job, options.out)
        console.say(str(saved))
    for line in proof.checks:
        console.complain(line)
    return 0


def _sheet(options: argparse.Namespace) -> int:
    from feltperm import app  # noqa: PLC0415  see _at_desk
    from feltperm.desk.sheets.print import save_pdf  # noqa: PLC0415
    from feltperm.desk.sheets.tray import HandoutChoice  # noqa: PLC0415
    from feltperm.paths import find_paths  # noqa: PLC0415

    choice = HandoutChoice(options.lang, large=not options.small, ink=options.ink or "colour")

    def work(desk: Desk) -> Proof:
        if options.directory:
            from feltperm.commands.directory import selection  # noqa: PLC0415  rarely asked for

            return desk.directory.proof(selection(options, desk))
        names = list(options.id)
        if options.collection:
            kept = desk.collect.records(desk.collect.named(options.collection).number)
            names += [str(one.ref) for one in kept if not one.gone]
        entries = [desk.find.show(name).entry for name in names]
        box = desk.tray.box(options.site)
        if options.pocket:
            day = (options.at or datetime.now()).date()
            return desk.tray.pocket_for(entries, day, box, choice)
        return desk.tray.client_for(entries, box, choice)

    proof = _at_desk(options, work)
    with app.open_press(paths=find_paths(options.profile)) as press:
        console.say(str(save_pdf(press, proof.job, options.out)))
    for line in proof.checks:
        console.complain(line)
    return 0


def _favourites_list(options: argparse.Namespace) -> int:
    kept = _at_desk(options, lambda desk: desk.keep.favourites())
    if options.json:
        fields = ("pack", "id", "kind", "title", "phone", "added_at")
        console.say_json(
            [
                {
                    **{name: getattr(one.favourite, name) for name in fields},
                    "title": one.title,
                    "phone": one.phone,
                    "gone": one.gone,
                }
                for one in kept
            ]
        )
        return 0
    for one in kept:
        console.say(one.ref.id, one.title, one.phone)
    return 0


def _favourites_add(options: argparse.Namespace) -> int:
    def work(desk: Desk) -> list[str]:
        refs = [str(desk.find.show(name).entry.ref) for name in options.id]  # all, or none
        return [desk.keep.star(ref).title for ref in refs]

    return _done(options, _at_desk(options, work))


def _favourites_remove(options: argparse.Namespace) -> int:
    def work(desk: Desk) -> list[str]:
        for name in options.id:  # all, or none
            if not desk.keep.is_starred(name):
                raise NotFound(f"«{name[:80]}» er ikke blant favorittene.")
        return [kept.title for name in options.id if (kept := desk.keep.unstar(name))]

    return _done(options, _at_desk(options, work))


def _sites_list(options: argparse.Namespace) -> int:
    sites = _at_desk(options, lambda desk: desk.keep.sites())
    if options.json:
        console.say_json([{name: getattr(site, name) for name in _SITE} for site in sites])
        return 0
    for site in sites:
        console.say(site.name, site.address, site.phone, site.hours)
    return 0


def _sites_add(options: argparse.Namespace) -> int:
    from feltperm import app  # noqa: PLC0415  see _at_desk
    from feltperm.binder import Site  # noqa: PLC0415
    from feltperm.desk.places import read_logo  # noqa: PLC0415

    logo = b""
    if options.logo:
        with app.open_press() as press:
            logo = read_logo(press, options.logo)

    def work(desk: Desk) -> Site:
        followed = desk.find.show(options.hours_from).entry.ref if options.hours_from else ""
        site = Site(
            name=options.name,
            address=options.address,
            phone=options.phone,
            hours=options.hours,
            note=options.note,
            is_default=options.default,
            hours_from=str(followed),
            logo_alt=options.logo_text,
        )
        return desk.keep.add_site(site, logo)

    return _done(options, [_at_desk(options, work).name])


def _sites_remove(options: argparse.Namespace) -> int:
    removed = _at_desk(options, lambda desk: desk.keep.remove_site(options.name))
    if removed is None:
        raise NotFound(f"Fant ikke stedet «{options.name[:80]}».")
    return _done(options, [removed.name])


def _failed_list(options: argparse.Namespace) -> int:
    from feltperm.desk.failed import failed_json  # noqa: PLC0415  see _at_desk

    on, kept = _at_desk(options, lambda desk: (desk.failed.keeping(), desk.failed.list()))
    if options.json:
        console.say_json({"on": on, "searches": failed_json(kept)})
        return 0
    for one in kept:
        console.say(one.query, str(one.times), one.last_on)
    if not on:
        console.complain("Søk uten treff blir ikke tatt vare på. Slå det på med «on».")
    return 0


def _failed_clear(options: argparse.Namespace) -> int:
    _at_desk(options, lambda desk: desk.failed.clear())
    return 0


def _failed_export(options: argparse.Namespace) -> int:
    console.say(str(_at_desk(options, lambda desk: desk.failed.export(options.out))))
    return 0


def _failed_switch(options: argparse.Namespace) -> int:
    _at_desk(options, lambda desk: desk.failed.keep(options.command.endswith(" on")))
    return 0


def _about_lists(options: argparse.Namespace) -> int:
    from feltperm.commands import (  # noqa: PLC0415  others do not wait
        collections,
        corrections,
        exporting,
        prints,
        sharing,
    )

    families = (collections, corrections, exporting, prints, sharing)
    commands = {name: run for one in families for name, run in one.COMMANDS.items()}
    answer = _at_desk(options, lambda desk: commands[options.command](desk, options))
    if options.json:
        console.say_json(answer.json)
    else:
        for line in answer.lines:
            console.say(*line)
    for remark in answer.remarks:
        console.complain(remark)
    return 0


def _about_updates(options: argparse.Namespace) -> int:
    from feltperm.commands.updates import COMMANDS  # noqa: PLC0415  no other command waits for it

    return COMMANDS[options.command](options)


def _doctor(options: argparse.Namespace) -> int:
    from feltperm.commands.doctor import doctor  # noqa: PLC0415  no other command waits for it

    return doctor(options)


# --- helpers ------------------------------------------------------------------------------------

_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "": _window,
    "search": _search,
    "show": _show,
    "poster": _poster,
    "sheet": _sheet,
    "favourites list": _favourites_list,
    "favourites add": _favourites_add,
    "favourites remove": _favourites_remove,
    "sites list": _sites_list,
    "sites add": _sites_add,
    "sites remove": _sites_remove,
    "failed-searches list": _failed_list,
    "failed-searches clear": _failed_clear,
    "failed-searches export": _failed_export,
    "failed-searches on": _failed_switch,
    "failed-searches off": _failed_switch,
    "doctor": _doctor,
    "tour": _tour,
    **dict.fromkeys(LIST_COMMANDS, _about_lists),
    **dict.fromkeys(UPDATE_COMMANDS, _about_updates),
}
_SITE = (
    "name", "address", "phone", "hours", "note", "is_default", "hours_from", "logo", "logo_alt",
)  # fmt: skip


def _at_desk(options: argparse.Namespace, work: Callable[[Desk], Answered]) -> Answered:
    """Open the desk, do the work and close it; once more where the library was damaged.

    The desk is imported only here and in the commands, so that ``--help`` and the window do not
    wait for it.
    """
    from feltperm import app_desk  # noqa: PLC0415
    from feltperm.paths import find_paths  # noqa: PLC0415

    paths = find_paths(options.profile)
    desk = app_desk.open_desk(paths)
    failure = ""
    try:
        try:
            return work(desk)
        except Condition as condition:
            failure = str(condition)
            renewed = app_desk.reopen_desk(paths, desk, condition)
            if renewed is None:
                raise
            desk, failure = renewed, ""
            return work(desk)
    finally:
        desk.close()
        for text, _detail in desk.notices:
            if text != failure:  # what failed is said once
                console.complain(text)


def _done(options: argparse.Namespace, names: Sequence[str]) -> int:
    if options.json:
        console.say_json(list(names))
    else:
        for name in names:
            console.say(name)
    return 0
