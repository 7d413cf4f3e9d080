"""Where passphrases come from: a terminal, or files named on the command line; never the line."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

__all__ = ["SHORTEST", "Passphrases", "ask_terminal"]

#: Letters of the shortest passphrase that a new key is locked with.
SHORTEST = 12


def ask_terminal(question: str) -> str:
    """Ask on the terminal without showing what is typed.

    Raises:
        ValueError: there is no terminal.
    """
    if not sys.stdin.isatty():
        raise ValueError(f"{question}: there is no terminal to ask on, use --passphrase-file")
    return getpass.getpass(f"{question}: ")


class Passphrases:
    """Gives the passphrase of each key, and asks for one at most once a key."""

    def __init__(self, files: Mapping[str, Path], ask: Callable[[str], str] = ask_terminal) -> None:
        """Take the files by the key's name (``root-1``), its role (``root``) or "" for all."""
        self._files = dict(files)
        self._ask = ask

    def is_given(self, name: str) -> bool:
        """Whether a file holds the passphrase of the key called ``name``."""
        return self._file(name) is not None

    def existing(self, name: str) -> str:
        """Return the passphrase that opens the key called ``name``."""
        if path := self._file(name):
            return _first_line(path)
        return self._ask(f"Passphrase of {name}")

    def new(self, name: str) -> str:
        """Return the passphrase that a new key is to be locked with; asked for twice.

        Raises:
            ValueError: it is too short, or the two differ.
        """
        if path := self._file(name):
            passphrase = _first_line(path)
        else:
            passphrase = self._ask(f"New passphrase for {name}")
            if passphrase != self._ask(f"The same for {name} again"):
                raise ValueError(f"the two passphrases for {name} differ; nothing was written")
        if len(passphrase) < SHORTEST:
            raise ValueError(f"the passphrase for {name} has fewer than {SHORTEST} letters")
        return passphrase

    def _file(self, name: str) -> Path | None:
        role = name.rpartition("-")[0]
        found = (self._files.get(key) for key in (name, role, ""))
        return next((path for path in found if path is not None), None)


def _first_line(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0]:
        raise ValueError(f"{path}: the first line holds no passphrase")
    return lines[0]
