"""The grammar of the command line (DESIGN section 10); what the commands do is in `cli`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from feltperm import __version__
from feltperm.argument_kinds import add_choice, add_command, moment, path, percent, positive
from feltperm.arguments_kept import add_kept

__all__ = ["build_parser", "read_arguments"]


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return what the command line says.

    The window is opened far more often than anything else, and a grammar of forty commands takes
    a tenth of its start: it is made only where the window's own options do not say it all.

    Raises:
        SystemExit: something was wrong, or only help was asked for; it has been said.
    """
    window = argparse.ArgumentParser(
        add_help=False, allow_abbrev=False, exit_on_error=False, parents=[_shared_options()]
    )
    window.set_defaults(profile=None, debug=False, command="")
    window.add_argument("--exit-when-ready", action="store_true")
    try:
        options, more = window.parse_known_args(argv)
    except argparse.ArgumentError:
        more = ["?"]
    return build_parser().parse_args(argv) if more else options


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
    _add_export(words, answering)
    _add_show(words, answering)
    _add_poster(words, shared)
    _add_sheet(words, shared)
    add_kept(words, answering, shared)
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


def _add_search(words: Any, answering: argparse.ArgumentParser) -> None:
    search = add_command(
        words, "search", answering, "find services, organisations, guidance and posters"
    )
    search.add_argument("text", nargs="+", metavar="TEXT", help="what to search for")
    _add_filters(search)
    search.add_argument("--limit", type=positive, default=20, metavar="N", help="so many hits (20)")
    search.add_argument("--typing", action="store_true", help="the last word is unfinished")
    search.add_argument(
        "--literal", action="store_true", help="no synonyms, and no words like a misspelt one"
    )


def _add_export(words: Any, answering: argparse.ArgumentParser) -> None:
    export = add_command(words, "export", answering, "write records for other programs")
    export.add_argument(
        "format", choices=("csv", "vcard", "ical", "hsds", "hsds-tables"), metavar="FORMAT",
        help="csv for Excel, vcard for contacts, ical for calendars; hsds for the JSON of"
        " Open Referral, hsds-tables for its data package (.zip)",
    )  # fmt: skip
    export.add_argument("out", type=path, metavar="FILE", help="where to")
    export.add_argument("text", nargs="*", metavar="TEXT", help="only what this finds")
    export.add_argument("--own", action="store_true", help="own records too; never private notes")
    export.add_argument(
        "--strict", action="store_true", help="of hsds: only what is of the standard itself"
    )
    _add_filters(export)


def _add_filters(search: argparse.ArgumentParser) -> None:
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


def _add_show(words: Any, answering: argparse.ArgumentParser) -> None:
    show = add_command(words, "show", answering, "show one record")
    show.add_argument("id", metavar="ID", help="as search shows it, or pack/id")
    show.add_argument(
        "--lang", default="nb", metavar="nb", help="the language, where the record has it (nb)"
    )


def _add_poster(words: Any, shared: argparse.ArgumentParser) -> None:
    poster = add_command(words, "poster", shared, "write a poster as PDF")
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
    add_choice(poster)


def _add_sheet(words: Any, shared: argparse.ArgumentParser) -> None:
    sheet = add_command(words, "sheet", shared, "write services on a sheet to take away, as PDF")
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


def _add_doctor(words: Any, answering: argparse.ArgumentParser) -> None:
    doctor = add_command(words, "doctor", answering, "look at everything the program stands on")
    doctor.add_argument(
        "--repair",
        choices=("library", "content", "binder"),
        help="mend it first: build the search anew, leave damaged content, fetch the newest copy",
    )


def _add_tour(words: Any, shared: argparse.ArgumentParser) -> None:
    tour = add_command(words, "tour", shared, "drive the real window through the main job")
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
