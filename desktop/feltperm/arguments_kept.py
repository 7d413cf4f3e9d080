"""The grammar of the commands about what the user keeps, and about new content."""

from __future__ import annotations

import argparse
from typing import Any

from feltperm.argument_kinds import add_choice, add_command, path, seq

__all__ = ["LIST_COMMANDS", "UPDATE_COMMANDS", "add_kept"]

#: The commands that lie in modules of their own.
LIST_COMMANDS = (
    "prints list", "prints add", "prints stale", "prints clear", "prints on", "prints off",
    "collections list", "collections add", "collections remove", "collections rename",
    "corrections list", "corrections add", "corrections confirm", "corrections export", "export",
    "share export", "share import",
)  # fmt: skip
UPDATE_COMMANDS = (
    "sources list", "sources add", "sources remove", "update", "relay", "rollback", "changes",
)  # fmt: skip


def add_kept(
    words: Any, answering: argparse.ArgumentParser, shared: argparse.ArgumentParser
) -> None:
    """Add the commands of these families."""
    _add_favourites(words, answering)
    _add_collections(words, answering)
    _add_sites(words, answering)
    _add_failed_searches(words, answering, shared)
    _add_prints(words, answering)
    _add_sources(words, answering)
    _add_updates(words, answering)
    _add_corrections(words, answering)
    _add_share(words, answering)


def _add_collections(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "list, fill, rename or remove collections"
    collections = words.add_parser("collections", help=about, description=about)
    actions = collections.add_subparsers(required=True, metavar="list|add|remove|rename")
    listed = add_command(actions, "list", answering, "list the collections, or what is in one")
    listed.add_argument("name", nargs="?", default="", metavar="NAME", help="what is in this one")
    for name, count, help in (
        ("add", "+", "put records into a collection, which is begun where there is none"),
        ("remove", "*", "take records out of a collection; without an ID, the collection away"),
    ):
        action = add_command(actions, name, answering, help)
        action.add_argument("name", metavar="NAME", help="what the collection is called")
        action.add_argument("id", nargs=count, metavar="ID", help="all of them, or none")
    rename = add_command(actions, "rename", answering, "give a collection another name")
    rename.add_argument("name", metavar="NAME", help="what it is called")
    rename.add_argument("new", metavar="NEW", help="what it is to be called")


def _add_favourites(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "list, add or remove what is starred"
    favourites = words.add_parser("favourites", help=about, description=about)
    actions = favourites.add_subparsers(required=True, metavar="list|add|remove")
    add_command(actions, "list", answering, "list what is starred")
    for name, help in (("add", "star records"), ("remove", "take stars away")):
        action = add_command(actions, name, answering, help)
        action.add_argument("id", nargs="+", metavar="ID", help="all of them, or none")


def _add_sites(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "list, add or remove the places that stand on posters"
    sites = words.add_parser("sites", help=about, description=about)
    actions = sites.add_subparsers(required=True, metavar="list|add|remove")
    add_command(actions, "list", answering, "list the places, the default one first")
    add = add_command(actions, "add", answering, "add a place; the first one is the default")
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
    remove = add_command(actions, "remove", answering, "remove a place")
    remove.add_argument("name", metavar="NAME", help="what it is called")


def _add_failed_searches(
    words: Any, answering: argparse.ArgumentParser, shared: argparse.ArgumentParser
) -> None:
    about = "what was searched for in vain, where that is kept"
    failed = words.add_parser("failed-searches", help=about, description=about)
    actions = failed.add_subparsers(required=True, metavar="list|clear|export|on|off")
    add_command(actions, "list", answering, "list them, with how often and the last day")
    add_command(actions, "clear", shared, "forget them")
    export = add_command(actions, "export", shared, "write them as CSV, for the publisher")
    export.add_argument("out", type=path, metavar="F.csv", help="the file to write")
    add_command(actions, "on", shared, "begin to keep them")
    add_command(actions, "off", shared, "stop keeping them")


def _add_prints(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "what hangs where, and which of it must be changed"
    prints = words.add_parser("prints", help=about, description=about)
    actions = prints.add_subparsers(required=True, metavar="list|add|stale|clear|on|off")
    add_command(
        actions, "list", answering, "list what hangs, and what was sent and not answered for"
    )
    add = add_command(
        actions, "add", answering, "note that a poster hangs, as it would be printed today"
    )
    add.add_argument("id", metavar="ID", help="as search shows it, or pack/id")
    add.add_argument("--at", required=True, metavar="SITE", help="where it hangs")
    add.add_argument("--place", default="", metavar="TEXT", help="where within it, as in entrance")
    add.add_argument("--paper", choices=("a3", "a4", "a5", "a6"), default="a4", help="(a4)")
    add_choice(add)
    add_command(actions, "stale", answering, "list what must be changed or taken down, and why")
    add_command(actions, "clear", answering, "forget them all, in the backups too")
    add_command(actions, "on", answering, "note where sheets hang")
    add_command(actions, "off", answering, "stop noting it; what is there stays")


def _add_sources(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "list, add or remove who sends new content"
    sources = words.add_parser("sources", help=about, description=about)
    actions = sources.add_subparsers(required=True, metavar="list|add|remove")
    add_command(actions, "list", answering, "list the senders, with the code of each")
    add = add_command(actions, "add", answering, "add a sender whose code you have compared")
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
    remove = add_command(actions, "remove", answering, "remove a sender and its content")
    remove.add_argument("source", metavar="NAME", help="its name, key or address")


def _add_updates(words: Any, answering: argparse.ArgumentParser) -> None:
    update = add_command(words, "update", answering, "fetch new content and put it into use")
    update.add_argument("--check", action="store_true", help="only say what there is")
    update.add_argument(
        "--source",
        default="",
        metavar="NAME|URL|DIR",
        help="only this sender, or what lies in a folder",
    )
    relay = add_command(words, "relay", answering, "pass content on with a stick, both ways")
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
    rollback = add_command(
        words, "rollback", answering, "go one step back in a pack, and stay there"
    )
    rollback.add_argument("pack", metavar="PACK", help="the pack's id, as in national")
    step = rollback.add_mutually_exclusive_group()
    step.add_argument("--to-bundled", action="store_true", help="to the program's own copy")
    step.add_argument("--undo", action="store_true", help="to the newest again")
    changes = add_command(words, "changes", answering, "what the last updates changed")
    changes.add_argument(
        "--since", type=seq, metavar="SEQ", help="only updates to a version above this"
    )
    changes.add_argument("--pack", default="", metavar="PACK", help="only of this pack")


def _add_corrections(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "what was found wrong in the content, and what is right"
    group = words.add_parser("corrections", help=about, description=about)
    corrections = group.add_subparsers(metavar="WHAT", required=True)
    add_command(corrections, "list", answering, "those that hold, the newest first")
    add = add_command(corrections, "add", answering, "say what is right; it holds from then on")
    add.add_argument("id", metavar="ID", help="a service or organisation: id or pack/id")
    fields = ("phone", "address", "hours", "email", "url")
    add.add_argument("field", choices=fields, metavar="FIELD", help=", ".join(fields))
    add.add_argument("value", metavar="VALUE", help="what is right")
    add.add_argument("--old", default="", metavar="VALUE", help="which value, where it has several")
    add.add_argument("--by", default="", metavar="WHO", help="who says so, as in «vakta»")
    confirm = add_command(
        corrections, "confirm", answering, "say that you asked today, and all of it is right"
    )
    confirm.add_argument("id", metavar="ID", help="a service or organisation: id or pack/id")
    confirm.add_argument("--by", default="", metavar="WHO", help="who says so, as in «vakta»")
    export = add_command(corrections, "export", answering, "write them for whoever publishes them")
    export.add_argument("out", type=path, metavar="FILE", help="a .json, or a .csv for Excel")
    export.add_argument("--hsds", action="store_true", help="as metadata objects of HSDS 3.0")


def _add_share(words: Any, answering: argparse.ArgumentParser) -> None:
    about = "what a colleague is given, and what came from one"
    group = words.add_parser("share", help=about, description=about)
    actions = group.add_subparsers(metavar="export|import", required=True)
    export = add_command(
        actions, "export", answering,
        "write places, favourites, collections and own records; notes never",
    )  # fmt: skip
    export.add_argument("out", type=path, metavar="FILE", help="the .json to write")
    export.add_argument("--collection", default="", metavar="NAME", help="only this collection")
    take = add_command(actions, "import", answering, "add what is not here yet, or nothing")
    take.add_argument("file", type=path, metavar="FILE", help="what a colleague has shared")
    take.add_argument("--look", action="store_true", help="only say what is new; change nothing")
