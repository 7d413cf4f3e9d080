"""The options of ``feltperm-publish worklist``."""

from __future__ import annotations

import argparse
from pathlib import Path

__all__ = ["add_options", "refuse_mixed"]


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the options to their command: those that write a list, and those that read one."""
    command.set_defaults(wrong_use=command.error)
    way = command.add_mutually_exclusive_group(required=True)
    way.add_argument("--out", type=Path, metavar="F.csv", help="write the list to this file")
    way.add_argument(
        "--answers", type=Path, metavar="F.csv", help="show what a filled-in list would change"
    )
    command.add_argument(
        "--sheet", type=Path, metavar="F.pdf", help="with --out: write the list for paper too"
    )
    command.add_argument(
        "--municipality", metavar="M", help="with --out: only this one, by name or number"
    )
    command.add_argument(
        "--apply", action="store_true", help="with --answers: write it into the source records"
    )
    command.add_argument(
        "--corrections", type=Path, metavar="OUT.json",
        help="with --answers: write it as corrections, to hand to whoever keeps the sources",
    )  # fmt: skip


def refuse_mixed(options: argparse.Namespace) -> None:
    """End as wrong use where options of the two ways stand together."""
    for name, way in (
        ("sheet", "out"), ("municipality", "out"), ("apply", "answers"), ("corrections", "answers"),
    ):  # fmt: skip
        if getattr(options, name) and not getattr(options, way):
            options.wrong_use(f"--{name} goes with --{way}")
    if options.apply and options.corrections:
        options.wrong_use("--apply and --corrections are two ways of doing the same")
