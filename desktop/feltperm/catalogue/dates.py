"""Dates as Norwegians write them: «22. november 2026» in text, «22.11.2026» in tables.

The rule is the head of SCREENS. Dates in records are ISO strings; a string that is not a date is
shown as it stands, because hiding what a source said would be worse than showing it oddly.
"""

from __future__ import annotations

import re
from datetime import date

from feltperm.wording import Day, DayForm, say

__all__ = ["MONTHS", "WEEKDAYS", "long_date", "parse_date", "short_date", "told_day", "typed_date"]

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
WEEKDAYS = (
    say("mandag"), say("tirsdag"), say("onsdag"), say("torsdag"), say("fredag"), say("lørdag"),
    say("søndag"),
)  # fmt: skip


def parse_date(iso: str) -> date | None:
    """Return the day of ``YYYY-MM-DD``, or None for an empty string or anything else."""
    if len(iso) != 10:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


#: «1.12.2026», «01.12.26», «1/12», «1. 12.»
_TYPED = re.compile(r"(\d{1,2})[./ -]+(\d{1,2})(?:[./ -]+(\d{4}|\d{2}))?[. ]*")


def typed_date(text: str, today: date) -> date | None:
    """Return the day a person means, or None when it is not understood.

    Day before month, as Norwegians write; ISO too. Without a year it is the next such day.
    """
    if known := parse_date(text.strip()):
        return known
    match = _TYPED.fullmatch(text.strip())
    if match is None:
        return None
    day, month, year = int(match[1]), int(match[2]), int(match[3] or today.year)
    try:
        found = date(year + 2000 if year < 100 else year, month, day)
        return found if match[3] or found >= today else found.replace(year=today.year + 1)
    except ValueError:
        return None


def long_date(day: str | date) -> str:
    """Return «22. november 2026»."""
    known = day if isinstance(day, date) else parse_date(day)
    return f"{known.day}. {MONTHS[known.month - 1]} {known.year}" if known else str(day)


def short_date(day: str | date) -> str:
    """Return «22.11.2026»."""
    known = day if isinstance(day, date) else parse_date(day)
    return f"{known.day:02}.{known.month:02}.{known.year}" if known else str(day)


def told_day(day: str | date, form: DayForm = "long") -> str:
    """Return a day for a sentence of :mod:`feltperm.wording`: the window writes it its own way."""
    known = day if isinstance(day, date) else parse_date(day)
    if known is None:
        return str(day)
    written = short_date(known) if form == "short" else long_date(known)
    words = written.rpartition(" ")[0] if form == "month" else written
    return Day(words, known.isoformat(), form)
