"""The kinds of values on the command line; argparse turns what they raise into wrong use."""

from __future__ import annotations

import argparse
import os
from datetime import datetime
from pathlib import Path

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
