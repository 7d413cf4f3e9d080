"""The grammar of the command line (DESIGN section 10); what the commands do is in `cli`."""

from __future__ import annotations

import argparse
from typing import Any

from feltperm import __version__
from feltperm.argument_kinds import moment, path, percent, positive, seq

__all__ = ["COLLECTION_COMMANDS", "PRINT_COMMANDS", "UPDATE_COMMANDS", "build_parser"]

#: The commands that lie in modules of their own.
PRINT_COMMANDS = (
    "prints list", "prints add", "prints stale", "prints clear", "prints on", "prints off",
)  # fmt: skip
COLLECTION_COMMANDS = (
    "collections list", "collections add", "collections remove", "collections rename",
)  # fmt: skip
UPDATE_COMMANDS = (
    "sources list", "sources add", "sources remove", "update", "relay", "rollback", "changes",
)  # fmt: skip


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line.

    What it reads has a ``command``: its words, as in ``favourites add``, or an empty string for
    the window.
    """
    shared = _shared_options()
    answering = argparse.ArgumentParser(add_help=False, parents=[shared])
    answering.add_argument("--json", action="store_true", default=False, help="answer in JSON")

    parser = argparse.ArgumentParser(
        prog="feltperm",
        description="An offline field binder of services, guidance and posters. "
        "Without a command it opens its window.",
        parents=[_shared_options()],
    )
    parser.set_defaults(profile=None, debug=False, command="")
    parser.add_argument(
        "--version",
        action="version",
        version=f"feltperm {__version__}",
        help="print the version and end",
    )
    parser.add_argument(
        "--exit-when-ready",
        action="store_true",
        help="open the window, print 'ready' once the search field takes text, and end",
    )
    words = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_search(words, answering)
    _add_show(words, answering)
    _add_poster(words, shared)
    _add_sheet(words, shared)
    _add_favourites(words, answering)
    _add_collections(words, answering)
    _add_sites(words, answering)
    _add_failed_searches(words, answering, shared)
    _add_prints(words, answering)
    _add_sources(words, answering)
    _add_updates(words, answering)
    _add_doctor(words, answering)
    _add_tour(words, shared)
    return parser


def _shared_options() -> argparse.ArgumentParser:
    """Return the options that stand before a command or after it.

    A new parser each time: a parent's options are shared objects, so a default given to the main
    parser would overwrite, in the command, what stood before it.
    """
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--profile", type=path, metavar="DIR", help="keep everything of the user's under DIR"
    )
    shared.add_argument("--debug", action="store_true", help="log to stderr")
    return shared


def _add(words: Any, name: str, parent: argparse.ArgumentParser, help: str) -> Any:
    """Add a command whose last word is ``name``."""
    made = words.add_parser(name, parents=[parent], help=help, description=help)
    made.set_defaults(command=made.prog.partition(" ")[2])
    return made


def _add_search(words: Any, answering: argparse.ArgumentParser) -> None:
    search = _add(words, "search", answering, "find services, organisations, guidance and posters")
    search.add_argument("text", nargs="+", metavar="TEXT", help="what to search for")
    search.add_argument(
        "--kind",
        choices=("service", "organisation", "guidance", "poster", "alert"),
        help="only records of this kind",
    )
    search.add_argument(
        "--municipality",
        default="",
        metavar="M",
        help="what is near comes first: a municipality's name or number",
    )
    search.add_argument(
        "--open-at",
        type=moment,
        metavar="WHEN",
        help="leave out what is known to be closed then: now or 2026-11-28T23:00",
    )
    search.add_argument(
        "--no-referral", action="store_true", help="leave out what is known to need a referral"
    )
    search.add_argument(
        "--free", action="store_true", help="leave out what is known to cost something"
    )
    search.add_argument(
        "--may-come-while-using",
        action="store_true",
        help="leave out where one is known not to be let in while using",
    )
    for name, letter, help in (
        ("offer", "O", "services that are known to offer it come first: an id or its wording"),
        ("language", "L", "leave out what is known to be in other languages only: a code or name"),
        ("topic", "T", "leave out what is about something else: an id or its wording"),
        ("audience", "A", "leave out what is known to be for others: an id or its wording"),
    ):
        search.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar=letter,
            help=f"{help}; more than once for any of them",
        )
    search.add_argument("--limit", type=positive, default=20, metavar="N", help="so many hits (20)")
    search.add_argument("--typing", action="store_true", help="the last word is unfinished")
    search.add_argument(
        "--literal", action="store_true", help="no synonyms, and no words like a misspelt one"
    )


def _add_show(words: Any, answering: argparse.ArgumentParser) -> None:
    show = _add(words, "show", answering, "show one record")
    show.add_argument("id", metavar="ID", help="as search shows it, or pack/id")
    show.add_argument(
        "--lang", default="nb", metavar="nb", help="the language, where the record has it (nb)"
    )


def _add_poster(words: Any, shared: argparse.ArgumentParser) -> None:
    poster = _add(words, "poster", shared, "write a poster as PDF")
    poster.add_argument("id", metavar="ID", help="as search shows it, or pack/id")
    poster.add_argument(
        "--out", type=path, required=True, metavar="F.pdf", help="the file to write"
    )
    poster.add_argument(
        "--paper",
        choices=("a2", "a3", "a4", "a5", "a6"),
        default="",
        help="the paper (a4); a2 with --tile only",
    )
    poster.add_argument(
        "--tile", choices=("a3", "a4"), help="share it out on sheets of this paper, to be joined"
    )
    poster.add_argument(
        "--two-sheets", action="store_true", help="with --tile: make it fit on exactly two"
    )
    _add_choice(poster)


def _add_choice(poster: argparse.ArgumentParser) -> None:
    """Add what a poster can be had with, but for the paper."""
    poster.add_argument(
        "--lang", default="nb", metavar="nb[,pl]", help="one or two languages, the larger first"
    )
    poster.add_argument(
        "--site",
        default="",
        metavar="NAME|F.json",
        help="the place that stands on it: one of yours, or a file (your default place)",
    )
    poster.add_argument("--ink", choices=("save",), help="save ink: frames instead of areas")
    forms = poster.add_mutually_exclusive_group()
    forms.add_argument(
        "--form",
        choices=("signs", "cards", "week"),
        default="",
        help="another form than its own, where the poster has it",
    )
    forms.add_argument(
        "--cards", dest="form", action="store_const", const="cards", help="ten cards on a sheet"
    )
    forms.add_argument(
        "--service",
        action="append",
        default=[],
        metavar="ID",
        help="a week sheet with the fixed times of this service; more than once for several",
    )
    poster.add_argument(
        "--period", choices=("påske", "jul"), help="with --service: the days of the next one"
    )


def _add_sheet(words: Any, shared: argparse.ArgumentParser) -> None:
    sheet = _add(words, "sheet", shared, "write services on a sheet to take away, as PDF")
    sheet.add_argument("id", nargs="*", metavar="ID", help="up to six, as search shows them")
    sheet.add_argument("--collection", default="", metavar="NAME", help="those of a collection")
    sheet.add_argument("--out", type=path, required=True, metavar="F.pdf", help="the file to write")
    sheet.add_argument("--lang", default="nb", metavar="nb", help="the reader's language (nb)")
    sheet.add_argument("--small", action="store_true", help="no large print")
    sheet.add_argument(
        "--pocket", action="store_true", help="fold it for the pocket, with tonight's hours"
    )
    sheet.add_argument("--at", type=moment, metavar="WHEN", help="with --pocket: the evening (now)")
    sheet.add_argument(
        "--directory",
        action="store_true",
        help="a list with contents: of the services named, or of those that the filters below find",
    )
    sheet.add_argument(
        "--municipality", default="", metavar="M", help="its own services and those for all"
    )
    for name, letter in (("offer", "O"), ("topic", "T")):
        sheet.add_argument(
            f"--{name}", action="append", default=[], metavar=letter, help="an id or its wording"
        )
    sheet.add_argument("--no-referral", action="store_true", help="none that needs a referral")
    sheet.add_argument("--free", action="store_true", help="none that costs something")
    sheet.add_argument(
        "--site", default="", metavar="NAME|F.json", help="the place that stands on it"
    )
    sheet.add_argument("--ink", choices=("save",), help="save ink: frames instead of areas")


def _add_collections(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "list, fill, rename or remove collections"
    collections = words.add_parser("collections", help=about, description=about)
    actions = collections.add_subparsers(required=True, metavar="list|add|remove|rename")
    listed = _add(actions, "list", answering, "list the collections, or what is in one")
    listed.add_argument("name", nargs="?", default="", metavar="NAME", help="what is in this one")
    for name, count, help in (
        ("add", "+", "put records into a collection, which is begun where there is none"),
        ("remove", "*", "take records out of a collection; without an ID, the collection away"),
    ):
        action = _add(actions, name, answering, help)
        action.add_argument("name", metavar="NAME", help="what the collection is called")
        action.add_argument("id", nargs=count, metavar="ID", help="all of them, or none")
    rename = _add(actions, "rename", answering, "give a collection another name")
    rename.add_argument("name", metavar="NAME", help="what it is called")
    rename.add_argument("new", metavar="NEW", help="what it is to be called")


def _add_favourites(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "list, add or remove what is starred"
    favourites = words.add_parser("favourites", help=about, description=about)
    actions = favourites.add_subparsers(required=True, metavar="list|add|remove")
    _add(actions, "list", answering, "list what is starred")
    for name, help in (("add", "star records"), ("remove", "take stars away")):
        action = _add(actions, name, answering, help)
        action.add_argument("id", nargs="+", metavar="ID", help="all of them, or none")


def _add_sites(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "list, add or remove the places that stand on posters"
    sites = words.add_parser("sites", help=about, description=about)
    actions = sites.add_subparsers(required=True, metavar="list|add|remove")
    _add(actions, "list", answering, "list the places, the default one first")
    add = _add(actions, "add", answering, "add a place; the first one is the default")
    add.add_argument("name", metavar="NAME", help="what it is called on posters")
    for field, help in (
        ("address", "its address"),
        ("phone", "its number; a poster dials it with a QR code"),
        ("hours", "its opening hours, in your own words"),
        ("note", "a line below them"),
        ("logo-text", "what the logo shows, for those who do not see it"),
    ):
        add.add_argument(f"--{field}", default="", metavar="TEXT", help=help)
    add.add_argument("--logo", type=path, metavar="F", help="a PNG or SVG below 2 MB")
    add.add_argument(
        "--hours-from",
        default="",
        metavar="ID",
        help="its hours are those of this service, and change with it",
    )
    add.add_argument("--default", action="store_true", help="use it when none is chosen")
    remove = _add(actions, "remove", answering, "remove a place")
    remove.add_argument("name", metavar="NAME", help="what it is called")


def _add_failed_searches(
    words: Any, answering: argparse.ArgumentParser, shared: argparse.ArgumentParser
) -> None:
    about = "what was searched for in vain, where that is kept"
    failed = words.add_parser("failed-searches", help=about, description=about)
    actions = failed.add_subparsers(required=True, metavar="list|clear|export|on|off")
    _add(actions, "list", answering, "list them, with how often and the last day")
    _add(actions, "clear", shared, "forget them")
    export = _add(actions, "export", shared, "write them as CSV, for the publisher")
    export.add_argument("out", type=path, metavar="F.csv", help="the file to write")
    _add(actions, "on", shared, "begin to keep them")
    _add(actions, "off", shared, "stop keeping them")


def _add_prints(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "what hangs where, and which of it must be changed"
    prints = words.add_parser("prints", help=about, description=about)
    actions = prints.add_subparsers(required=True, metavar="list|add|stale|clear|on|off")
    _add(actions, "list", answering, "list what hangs, and what was sent and not answered for")
    add = _add(actions, "add", answering, "note that a poster hangs, as it would be printed today")
    add.add_argument("id", metavar="ID", help="as search shows it, or pack/id")
    add.add_argument("--at", required=True, metavar="SITE", help="where it hangs")
    add.add_argument("--place", default="", metavar="TEXT", help="where within it, as in entrance")
    add.add_argument("--paper", choices=("a3", "a4", "a5", "a6"), default="a4", help="(a4)")
    _add_choice(add)
    _add(actions, "stale", answering, "list what must be changed or taken down, and why")
    _add(actions, "clear", answering, "forget them all, in the backups too")
    _add(actions, "on", answering, "note where sheets hang")
    _add(actions, "off", answering, "stop noting it; what is there stays")


def _add_sources(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "list, add or remove who sends new content"
    sources = words.add_parser("sources", help=about, description=about)
    actions = sources.add_subparsers(required=True, metavar="list|add|remove")
    _add(actions, "list", answering, "list the senders, with the code of each")
    add = _add(actions, "add", answering, "add a sender whose code you have compared")
    add.add_argument("source", metavar="SOURCE", help="an address, a folder or a source file")
    add.add_argument(
        "--fingerprint",
        default="",
        metavar="CODE",
        help="the code as the sender has told it to you; without it you are asked",
    )
    add.add_argument(
        "--national", action="store_true", help="it may renew the national content too"
    )
    remove = _add(actions, "remove", answering, "remove a sender and its content")
    remove.add_argument("source", metavar="NAME", help="its name, key or address")


def _add_updates(words: Any, answering: argparse.ArgumentParser) -> None:
    update = _add(words, "update", answering, "fetch new content and put it into use")
    update.add_argument("--check", action="store_true", help="only say what there is")
    update.add_argument(
        "--source",
        default="",
        metavar="NAME|URL|DIR",
        help="only this sender, or what lies in a folder",
    )
    relay = _add(words, "relay", answering, "pass content on with a stick, both ways")
    relay.add_argument("dir", type=path, metavar="DIR", help="the stick's folder")
    relay.add_argument(
        "--with-collections",
        action="store_true",
        help="your places and favourites go along; notes never do",
    )
    relay.add_argument(
        "--take-shared",
        action="store_true",
        help="take over the places and favourites that a colleague put there",
    )
    rollback = _add(words, "rollback", answering, "go one step back in a pack, and stay there")
    rollback.add_argument("pack", metavar="PACK", help="the pack's id, as in national")
    step = rollback.add_mutually_exclusive_group()
    step.add_argument("--to-bundled", action="store_true", help="to the program's own copy")
    step.add_argument("--undo", action="store_true", help="to the newest again")
    changes = _add(words, "changes", answering, "what the last updates changed")
    changes.add_argument(
        "--since", type=seq, metavar="SEQ", help="only updates to a version above this"
    )
    changes.add_argument("--pack", default="", metavar="PACK", help="only of this pack")


def _add_doctor(words: Any, answering: argparse.ArgumentParser) -> None:
    doctor = _add(words, "doctor", answering, "look at everything the program stands on")
    doctor.add_argument(
        "--repair",
        choices=("library", "content", "binder"),
        help="mend it first: build the search anew, leave damaged content, fetch the newest copy",
    )


def _add_tour(words: Any, shared: argparse.ArgumentParser) -> None:
    tour = _add(words, "tour", shared, "drive the real window through the main job")
    tour.add_argument(
        "--out", type=path, required=True, metavar="DIR", help="the folder for pictures and PDF"
    )
    tour.add_argument(
        "--theme", choices=("light", "dark", "contrast"), default="light", help="the colours"
    )
    tour.add_argument(
        "--text", type=percent, default=100, metavar="PERCENT", help="size of text, 100 to 200"
    )
    tour.add_argument(
        "--lang", choices=("nb", "nn", "en"), default="nb", help="the language of the window"
    )
