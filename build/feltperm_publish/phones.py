"""Telephone numbers: are they real, and how do people in Norway read them (SCREENS, head)."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import shortnumberinfo

__all__ = ["display", "problem"]


def display(number: str) -> str:
    """Return the grouped form: ``22 40 00 40``, ``915 08 588``, ``800 40 567``, ``116 117``.

    Short numbers (``113``, ``02800``) stay whole; a country code stands apart.
    """
    if number.startswith("+47"):
        return f"+47 {display(number[3:])}"
    if number.startswith("+"):
        parsed = phonenumbers.parse(number)
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    if len(number) == 6:
        return f"{number[:3]} {number[3:]}"
    if len(number) != 8:
        return number
    # Mobile (4, 9) and free or shared-cost (8) numbers are read 3-2-3, the others in pairs.
    if number[0] in "489":
        return f"{number[:3]} {number[3:5]} {number[5:]}"
    return " ".join(number[start : start + 2] for start in range(0, 8, 2))


def problem(number: str) -> str:
    """Return what is wrong with a source number; empty when it can be a number in use."""
    if not re.fullmatch(r"\+?[0-9]+", number):
        return f"{number!r}: write digits only"
    if number.startswith("00"):
        return f"{number!r}: write + before a country code"
    try:
        parsed = phonenumbers.parse(number, "NO")
    except phonenumbers.NumberParseException:
        return f"{number!r} is not a telephone number"
    if phonenumbers.is_valid_number(parsed):
        return ""
    short = shortnumberinfo.is_valid_short_number_for_region(parsed, "NO")
    # 116xxx are the European helplines; the number tables do not know all that Norway has opened.
    if short or re.fullmatch(r"116[0-9]{3}", number):
        return ""
    return f"{number!r} is not a number in use in Norway"
