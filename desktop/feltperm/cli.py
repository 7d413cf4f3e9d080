"""The command line (DESIGN section 10): everything that works without a window.

Exit codes: 0 done (no hits is done), 1 the asked-for thing failed with one clear line on stderr,
2 wrong use. Qt is imported only by the commands that show a window.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from feltperm import __version__, console
from feltperm.errors import Condition, NotFound

if TYPE_CHECKING:
    from feltperm.desk.desk import Desk
    from feltperm.desk.find import Results
    from feltperm.desk.posters import Proof

__all__ = ["build_parser", "main"]

Answered = TypeVar("Answered")
Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    console.prepare()
    try:
        options = build_parser().parse_args(argv)
    except SystemExit as leaving:  # argparse has said what was wrong
        return int(leaving.code or 0)
    logging.basicConfig(level=logging.DEBUG if options.debug else logging.CRITICAL)
    command: Command = options.command
    try:
        code = command(options)
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


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    shared = _shared_options()
    answering = argparse.ArgumentParser(add_help=False, parents=[shared])
    answering.add_argument("--json", action="store_true", default=False, help="answer in JSON")

    parser = argparse.ArgumentParser(
        prog="feltperm",
        description="An offline field binder of services, guidance and posters.",
        parents=[_shared_options()],
    )
    parser.set_defaults(profile=None, debug=False, command=_window)
    parser.add_argument("--version", action="version", version=f"feltperm {__version__}")
    parser.add_argument(
        "--exit-when-ready",
        action="store_true",
        help="open the window, print 'ready' once the search field takes text, and end",
    )
    words = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_search(words, answering)
    _add_poster(words, shared)
    _add_favourites(words, answering)
    _add_sites(words, answering)
    _add_tour(words, shared)
    return parser


def _shared_options() -> argparse.ArgumentParser:
    """Return the options that stand before a command or after it.

    A new parser each time: a parent's options are shared objects, so a default given to the main
    parser would overwrite, in the command, what stood before it.
    """
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--profile", type=_path, metavar="DIR", help="keep everything of the user's under DIR"
    )
    shared.add_argument("--debug", action="store_true", help="log to stderr")
    return shared


def _add_search(words: Any, answering: argparse.ArgumentParser) -> None:
    search = words.add_parser("search", parents=[answering], help="find services and guidance")
    search.add_argument("text", nargs="+", metavar="TEXT")
    search.add_argument(
        "--kind", choices=("service", "organisation", "guidance", "poster", "alert")
    )
    search.add_argument("--municipality", default="", metavar="M", help="name or number")
    search.add_argument(
        "--open-at", type=_moment, default=None, metavar="WHEN", help="now or 2026-11-28T23:00"
    )
    search.add_argument("--no-referral", action="store_true")
    search.add_argument("--limit", type=_positive, default=20, metavar="N")
    search.add_argument("--typing", action="store_true", help="the last word is unfinished")
    search.set_defaults(command=_search)
    show = words.add_parser("show", parents=[answering], help="show one record")
    show.add_argument("id", metavar="ID")
    show.add_argument("--lang", default="nb")
    show.set_defaults(command=_show)


def _add_poster(words: Any, shared: argparse.ArgumentParser) -> None:
    poster = words.add_parser("poster", parents=[shared], help="write a poster as PDF")
    poster.add_argument("id", metavar="ID")
    poster.add_argument("--out", type=_path, required=True, metavar="F.pdf")
    poster.add_argument("--lang", default="nb", metavar="nb[,pl]")
    poster.add_argument("--site", default="", metavar="NAME|F.json")
    poster.add_argument("--paper", choices=("a3", "a4", "a5", "a6"), default="a4")
    poster.add_argument("--ink", choices=("save",), help="save ink")
    poster.set_defaults(command=_poster)


def _add_favourites(words: Any, answering: argparse.ArgumentParser) -> None:
    favourites = words.add_parser("favourites", help="what is starred")
    actions = favourites.add_subparsers(required=True, metavar="list|add|remove")
    actions.add_parser("list", parents=[answering]).set_defaults(command=_favourites_list)
    for name, command in (("add", _favourites_add), ("remove", _favourites_remove)):
        action = actions.add_parser(name, parents=[answering])
        action.add_argument("id", nargs="+", metavar="ID")
        action.set_defaults(command=command)


def _add_sites(words: Any, answering: argparse.ArgumentParser) -> None:
    sites = words.add_parser("sites", help="the places that stand on posters")
    actions = sites.add_subparsers(required=True, metavar="list|add|remove")
    actions.add_parser("list", parents=[answering]).set_defaults(command=_sites_list)
    add = actions.add_parser("add", parents=[answering])
    add.add_argument("name", metavar="NAME")
    for field in ("address", "phone", "hours", "note"):
        add.add_argument(f"--{field}", default="")
    add.add_argument("--default", action="store_true", help="use it when none is chosen")
    add.set_defaults(command=_sites_add)
    remove = actions.add_parser("remove", parents=[answering])
    remove.add_argument("name", metavar="NAME")
    remove.set_defaults(command=_sites_remove)


def _add_tour(words: Any, shared: argparse.ArgumentParser) -> None:
    tour = words.add_parser(
        "tour", parents=[shared], help="drive the real window through the main job"
    )
    tour.add_argument("--out", type=_path, required=True, metavar="DIR")
    tour.add_argument("--theme", choices=("light", "dark"), default="light")
    tour.add_argument("--text", type=_percent, default=1.0, metavar="PERCENT", help="100 to 200")
    tour.set_defaults(command=_tour)


# --- the commands -------------------------------------------------------------------------------


def _window(options: argparse.Namespace) -> int:
    from feltperm import app  # noqa: PLC0415  only this command opens a window

    return app.run_window(options.profile, exit_when_ready=options.exit_when_ready)


def _tour(options: argparse.Namespace) -> int:
    from feltperm import app  # noqa: PLC0415  only this command drives one

    return app.run_tour(options.out, options.theme, options.text)


def _search(options: argparse.Namespace) -> int:
    from feltperm.desk.find import Request, results_json  # noqa: PLC0415  see _at_desk

    def work(desk: Desk) -> Results:
        return desk.find.search(
            Request(
                " ".join(options.text),
                kinds=(options.kind,) if options.kind else (),
                municipality=desk.find.municipality(options.municipality),
                open_at=_when(options.open_at),
                no_referral=options.no_referral,
                limit=options.limit,
                typing=options.typing,
            )
        )

    answer = _at_desk(options, work)
    if options.json:
        console.say_json(results_json(answer))
        return 0
    for found in answer.hits:
        hit = found.hit
        console.say(hit.ref.id, hit.title, hit.area)
    if not answer.hits:
        console.say(f"Ingen treff på «{answer.query}».")
    return 0


def _show(options: argparse.Namespace) -> int:
    from feltperm.desk.find import page_json  # noqa: PLC0415  see _at_desk
    from feltperm.desk.text import record_text  # noqa: PLC0415

    page = _at_desk(options, lambda desk: desk.find.show(options.id))
    if options.json:
        console.say_json(page_json(page, options.lang))
    else:
        console.say_text(record_text(page.entry.record, options.lang))
    return 0


def _poster(options: argparse.Namespace) -> int:
    from feltperm import app  # noqa: PLC0415  see _at_desk
    from feltperm.desk.posters import Choice  # noqa: PLC0415
    from feltperm.desk.print import save_pdf  # noqa: PLC0415

    choice = Choice(
        languages=tuple(part.strip() for part in options.lang.split(",") if part.strip()),
        paper=options.paper,
        ink=options.ink or "colour",
    )

    def work(desk: Desk) -> Proof:
        poster = desk.find.show(options.id).entry
        return desk.posters.proof_for(poster, desk.keep.site_for(options.site), choice)

    proof = _at_desk(options, work)
    with app.open_press() as press:
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
    from feltperm.binder import Site  # noqa: PLC0415  see _at_desk

    site = Site(
        name=options.name,
        address=options.address,
        phone=options.phone,
        hours=options.hours,
        note=options.note,
        is_default=options.default,
    )
    return _done(options, [_at_desk(options, lambda desk: desk.keep.add_site(site)).name])


def _sites_remove(options: argparse.Namespace) -> int:
    removed = _at_desk(options, lambda desk: desk.keep.remove_site(options.name))
    if removed is None:
        raise NotFound(f"Fant ikke stedet «{options.name[:80]}».")
    return _done(options, [removed.name])


# --- helpers ------------------------------------------------------------------------------------

_SITE = ("name", "address", "phone", "hours", "note", "is_default")


def _at_desk(options: argparse.Namespace, work: Callable[[Desk], Answered]) -> Answered:
    """Open the desk, do the work and close it; once more where the library was damaged.

    The desk is imported only here and in the commands, so that ``--help`` and the window do not
    wait for it.
    """
    from feltperm import app  # noqa: PLC0415
    from feltperm.paths import find_paths  # noqa: PLC0415

    paths = find_paths(options.profile)
    desk = app.open_desk(paths)
    failure = ""
    try:
        try:
            return work(desk)
        except Condition as condition:
            failure = str(condition)
            renewed = app.reopen_desk(paths, desk, condition)
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


def _when(text: str | None) -> datetime | None:
    """Read WHEN; argparse has checked its form."""
    if not text:
        return None
    return datetime.now() if text == "now" else datetime.strptime(text, "%Y-%m-%dT%H:%M")


def _path(text: str) -> Path:
    if not text or "\0" in text:
        raise _wrong(text, "a path")
    try:
        os.fsencode(text)
    except UnicodeEncodeError as error:
        raise _wrong(text, "a path") from error
    return Path(text)


def _moment(text: str) -> str:
    """Check WHEN: a local time to the minute, without a zone."""
    try:
        _when(text)
    except ValueError as error:
        raise _wrong(text, "now or a time like 2026-11-28T23:00") from error
    return text


def _positive(text: str) -> int:
    return _number(text, 1, 999_999)


def _percent(text: str) -> float:
    return _number(text.removesuffix("%"), 100, 200) / 100


def _number(text: str, least: int, most: int) -> int:
    if not (text.isdecimal() and len(text) < 10 and least <= int(text) <= most):
        raise _wrong(text, f"a number from {least} to {most}")
    return int(text)


def _wrong(text: str, right: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(f"{text[:60]!r} is not {right}")
