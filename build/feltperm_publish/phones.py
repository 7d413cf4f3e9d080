"""Telephone numbers: are they real, and how do people in Norway read them (SCREENS, head)."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import shortnumberinfo

from feltperm.catalogue.phones import grouped

__all__ = ["display", "problem"]


def display(number: str) -> str:
    """Return the grouped form (:func:`feltperm.catalogue.phones.grouped`).

    A country code stands apart.
    """
    if number.startswith("+47"):
        return f"+47 {display(number[3:])}"
    if number.startswith("+"):
        parsed = phonenumbers.parse(number)
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return grouped(number)


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
