"""The commands about a repository, and their options.

Apart from what they do: that loads TUF and cryptography, and most commands need neither.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]

__all__ = ["add_commands"]


def add_commands(commands: _Commands) -> None:
    """Add ``init``, ``release``, ``resign``, ``rotate``, ``revoke`` and ``verify``."""
    making = _command(commands, "init", "make a repository and its keys")
    making.add_argument("--name", required=True, help="what users read when they add the source")
    making.add_argument("--url", default="", help="where REPO will be served; none: sticks only")
    making.add_argument(
        "--root-keys", type=int, default=3, metavar="N", help="root keys to make (3)"
    )
    making.add_argument(
        "--threshold", type=int, metavar="M",
        help="root keys that must sign a change of keys (more than half)",
    )  # fmt: skip
    making.add_argument(
        "--keys", type=Path, metavar="DIR", help="folder for the new keys (REPO-keys beside REPO)"
    )
    release = _command(commands, "release", "publish what the source records say now")
    release.add_argument("sources", type=Path, metavar="SOURCES", help="holds catalogue/")
    resign = _command(commands, "resign", "sign snapshot and timestamp anew, once a month")
    resign.add_argument(
        "--targets", action="store_true", help="the list of targets too, when it ends soon"
    )
    rotate = _command(commands, "rotate", "put a new key in the place of one")
    rotate.add_argument(
        "role",
        choices=("root", "targets", "online"),
        metavar="ROLE",
        help="root, targets or online",
    )
    which = rotate.add_mutually_exclusive_group()
    which.add_argument("--replace", metavar="NAME", help="of several root keys this one")
    which.add_argument("--add", action="store_true", help="one root key more, none goes")
    which.add_argument(
        "--renew", action="store_true", help="no new key: a new root with a new date"
    )
    rotate.add_argument(
        "--threshold", type=int, metavar="M", help="with --add or --renew: root keys that must sign"
    )
    revoke = _command(commands, "revoke", "make a lost or stolen key count no more")
    revoke.add_argument("key", metavar="KEYID", help="its id, the start of it, or its name")
    _command(commands, "verify", "prove every signature, file and delta")
    for name in ("release", "resign", "rotate", "revoke"):
        commands.choices[name].add_argument(
            "--keys", type=Path, action="append", metavar="DIR",
            help="folder of keys; more than once for keys on several sticks (REPO-keys)",
        )  # fmt: skip
    for name in ("init", "release", "resign", "rotate", "revoke"):
        commands.choices[name].add_argument(
            "--passphrase-file", type=_named_file, action="append", default=[],
            metavar="[NAME=]FILE", dest="passphrases",
            help="its first line opens the key NAME (root-1), a role (root), or every key",
        )  # fmt: skip


def _command(commands: _Commands, name: str, what: str) -> argparse.ArgumentParser:
    # spelt out: «--passphrase SECRET» must not be taken for the option that names a file
    command = commands.add_parser(
        name, help=what, description=what.capitalize() + ".", allow_abbrev=False
    )
    command.add_argument("repository", type=Path, metavar="REPO", help="folder that is served")
    command.set_defaults(run=_runner(name))
    return command


def _runner(name: str) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        from feltperm_publish.repository import command  # noqa: PLC0415  see above

        return command.COMMANDS[name](options)

    return run


def _named_file(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    return (name, Path(path)) if equals else ("", Path(text))
