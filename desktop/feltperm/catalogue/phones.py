"""Telephone numbers as people in Norway write and read them (SCREENS, head)."""

from __future__ import annotations

import re

__all__ = ["bare_number", "grouped"]

_BETWEEN = re.compile(r"[\s().\-–/\u2010\u2011]+")
_NUMBER = re.compile(r"\+?[0-9]{3,15}", re.ASCII)
_HOME = "+47"


def bare_number(typed: str) -> str:
    """Return a number as records hold it: digits only, and the country code of another country.

    An empty string means that what was typed is no number.
    """
    number = _BETWEEN.sub("", typed)
    if number.startswith("00"):
        number = f"+{number[2:]}"
    if number.startswith(_HOME) and len(number) == len(_HOME) + 8:
        number = number.removeprefix(_HOME)
    return number if _NUMBER.fullmatch(number) else ""


def grouped(number: str) -> str:
    """Return the grouped form: ``22 40 00 40``, ``915 08 588``, ``800 40 567``, ``116 117``.

    Short numbers (``113``, ``02800``) stay whole, and so does what comes from another country.
    """
    if number.startswith("+"):
        return number
    if len(number) == 6:
        return f"{number[:3]} {number[3:]}"
    if len(number) != 8:
        return number
    # Mobile (4, 9) and free or shared-cost (8) numbers are read 3-2-3, the others in pairs.
    if number[0] in "489":
        return f"{number[:3]} {number[3:5]} {number[5:]}"
    return " ".join(number[start : start + 2] for start in range(0, 8, 2))
