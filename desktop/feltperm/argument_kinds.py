"""The kinds of values on the command line; argparse turns what they raise into wrong use."""

from __future__ import annotations

import argparse
import os
from datetime import datetime
from pathlib import Path
from typing import Any

__all__ = ["moment", "path", "percent", "positive", "seq"]


def path(text: str) -> Path:
    """Read the name of a file or folder, which need not be there."""
    if not text or "\0" in text:
        raise _wrong(text, "a path")
    try:
        os.fsencode(text)
    except UnicodeEncodeError as error:
        raise _wrong(text, "a path") from error
    return Path(text)


def moment(text: str) -> datetime:
    """Read WHEN: a local time to the minute, without a zone."""
    if text == "now":
        return datetime.now()
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M")
    except ValueError as error:
        raise _wrong(text, "now or a time like 2026-11-28T23:00") from error


def positive(text: str) -> int:
    """Read a number of at least 1."""
    return _number(text, 1, 999_999)


def seq(text: str) -> int:
    """Read the number of a version; 0 is before all."""
    return _number(text, 0, 999_999_999)


def percent(text: str) -> int:
    """Read a size from 100 to 200 percent."""
    return _number(text.removesuffix("%"), 100, 200)


def _number(text: str, least: int, most: int) -> int:
    if not (text.isdecimal() and len(text) < 10 and least <= int(text) <= most):
        raise _wrong(text, f"a number from {least} to {most}")
    return int(text)


def _wrong(text: str, right: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(f"{text[:60]!r} is not {right}")


def add_command(words: Any, name: str, parent: argparse.ArgumentParser, help: str) -> Any:
    """Add a command whose last word is ``name``."""
    made = words.add_parser(name, parents=[parent], help=help, description=help)
    made.set_defaults(command=made.prog.partition(" ")[2])
    return made


def add_choice(poster: argparse.ArgumentParser) -> None:
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
