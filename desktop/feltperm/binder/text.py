"""Free text as the binder keeps it."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["level", "tidy"]

#: What turns the direction of all that follows. The marks that only join a number or a name to
#: its own direction, and those inside words of other scripts, are no part of it.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def tidy(text: str) -> str:
    """Return a text as it is kept: NFC, no stray spaces, no control characters; lines stay lines.

    Half a surrogate pair from a command line cannot be kept as UTF-8, and becomes a question mark.
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    lines = unicodedata.normalize("NFC", whole).splitlines()
    clean = ("".join(" " if unicodedata.category(c) == "Cc" else c for c in line) for line in lines)
    return "\n".join(" ".join(line.split()) for line in clean).strip()


def level(text: str) -> str:
    """Return a text without what would turn the direction of the words around it."""
    return _TURNING.sub("", text)
