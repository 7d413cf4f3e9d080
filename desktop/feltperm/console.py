"""Plain text to a terminal, a file or a pipe: in UTF-8, harmless, and said when it cannot be."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from feltperm.errors import Condition, DiskFull

__all__ = ["complain", "drop_output", "finish", "prepare", "say", "say_json", "say_text"]

#: Control characters but for tab and line feed, and what overrides the direction of reading.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def prepare() -> None:
    """Write æ, ø and å whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(*facts: str) -> None:
    """Print the facts that there are on one line.

    Raises:
        Condition, BrokenPipeError: see :func:`finish`; all that print here can raise them.
    """
    _write("  ".join(_line(fact) for fact in facts if fact))


def say_text(text: str) -> None:
    """Print a text of several lines."""
    _write(_harmless(text))


def say_json(answer: object) -> None:
    """Print an answer as JSON."""
    import json  # noqa: PLC0415  the window starts without it

    _write(json.dumps(answer, ensure_ascii=False, indent=2))


def complain(text: str) -> None:
    """Print one line on stderr."""
    if sys.stderr is not None:  # a window's program has none on Windows
        print(_line(text), file=sys.stderr)


def finish() -> None:
    """Write out what was printed, while a failure can still be told.

    Raises:
        DiskFull, Condition: it could not be written.
        BrokenPipeError: the reader has had enough.
    """
    if sys.stdout is not None:
        with _told():
            sys.stdout.flush()


def drop_output() -> None:
    """Keep Python from complaining again about what is left when it closes stdout."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)


def _write(text: str) -> None:
    with _told():
        print(text)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        if error.errno == errno.ENOSPC:
            raise DiskFull("Disken er full. Svaret ble ikke skrevet.", str(error)) from error
        raise Condition("Svaret kunne ikke skrives.", str(error)) from error


def _line(text: str) -> str:
    """Return a text on one line, whatever was typed or stands in a pack."""
    return _harmless(" ".join(text.split()))


def _harmless(text: str) -> str:
    """Return a text without what steers a terminal or turns the direction of reading."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)
