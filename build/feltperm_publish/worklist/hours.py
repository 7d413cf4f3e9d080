"""Opening hours as a person writes them down on the telephone, and as the list shows them.

«man–fre 9–15; lør 10–14», «tir 10-12 og 18-20», «døgnåpent»: parts between semicolons, each with
days and then hours. What the list itself shows («mandag–fredag kl. 9–15») is understood too, so
that it can be copied and changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from feltperm.catalogue.dates import WEEKDAYS
from feltperm.catalogue.fold import fold
from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.hours_text import weekly_lines
from feltperm.catalogue.records import Schedule

__all__ = ["NotUnderstood", "hours_in_words", "parse_hours"]

_DAY = 24 * 60
_WEEK = 7 * _DAY
_NYNORSK = {1: "tysdag", 5: "laurdag", 6: "sundag"}
#: Every name of each day, folded.
_NAMES = tuple((fold(name), _NYNORSK.get(day, fold(name))) for day, name in enumerate(WEEKDAYS))
#: Words for several days, folded.
_SEVERAL = {
    **dict.fromkeys(("hverdag", "hverdager", "kvardag", "kvardagar"), range(5)),
    **dict.fromkeys(("helg", "helger", "helgen", "helga"), range(5, 7)),
    **dict.fromkeys(("alle dager", "alle dagar", "hver dag", "kvar dag", "daglig"), range(7)),
}
_AND = re.compile(r",|&|\+|\bog\b")
_CLOCK = r"(?:(\d{2})(\d{2})|(\d{1,2})(?:[.:](\d{2}))?)"
_INTERVAL = re.compile(rf"{_CLOCK}\s*-\s*{_CLOCK}")

#: (opens, closes) in minutes; closes at or before opens means past midnight.
_Interval = tuple[int, int]


class NotUnderstood(ValueError):
    """An answer that cannot be read; its text is the sentence that the coordinator sees."""


def hours_in_words(schedules: Iterable[Schedule]) -> str:
    """Return «mandag–fredag kl. 9–15; lørdag kl. 10–14»; empty when nothing is stated."""
    return "; ".join(f"{days} {hours}" for days, hours in weekly_lines(schedules))


def parse_hours(text: str) -> tuple[Schedule, ...]:
    """Return the weekly hours that ``text`` states, days with the same hours together.

    Raises:
        NotUnderstood: it names the part that is not understood.
    """
    week: dict[int, list[_Interval]] = {}
    closed: set[int] = set()
    for part in filter(None, (part.strip(" .") for part in re.split(r"[;\n]", text))):
        days, intervals = _part(part)
        if not intervals:
            closed.update(days)
            continue
        for day in days:
            week.setdefault(day, []).extend(intervals)
    if both := sorted(closed & week.keys()):
        raise NotUnderstood(f"Det står både åpent og stengt på {WEEKDAYS[both[0]]}.")
    if not week:
        raise NotUnderstood("Ingen dag har åpningstid. Er stedet nedlagt, skriv det i «nedlagt».")
    _refuse_overlap(week)
    return tuple(_schedules(week))


def _part(part: str) -> tuple[list[int], list[_Interval]]:
    """Return the days and hours of one part: «man–fre 9–15», «lør og søn stengt»."""
    plain = _plain(part)
    if plain == "0-24":
        return list(range(7)), [(0, _DAY)]
    found = re.fullmatch(r"(\D+?)[\s:]*(\d.*|stengt)", plain)
    if found is None:
        raise NotUnderstood(f"«{part}» har ikke både dager og klokkeslett, som «man–fre 9–15».")
    days = [day for piece in _AND.split(found[1]) for day in _days(piece.strip(" .:"), part)]
    if found[2] == "stengt":
        return days, []
    return days, [_interval(piece.strip(), part) for piece in _AND.split(found[2])]


def _plain(part: str) -> str:
    plain = normalize("NFC", part).lower()
    plain = re.sub(r"\bdøgnåpent?\b|\bhele døgnet\b|\bdøgnet rundt\b", "0-24", plain)
    plain = re.sub(r"\bklokk(a|en)\b|\bkl\b\.?|\bfra\b", " ", plain)
    plain = re.sub(r"\s*(?:[‐‑–—−-]|\btil\b)\s*", "-", plain)
    return " ".join(plain.split())


def _days(piece: str, part: str) -> Iterable[int]:
    if several := _SEVERAL.get(fold(piece)):
        return several
    first, *rest = (_day(name.strip(" ."), part) for name in piece.split("-"))
    if not rest:
        return (first,)
    if len(rest) > 1 or first == rest[0]:
        raise NotUnderstood(f"Dagene i «{part}» er ikke forstått.")
    # over the week's end, as «fre–man», it counts on into the next week
    return [day % 7 for day in range(first, first + (rest[0] - first) % 7 + 1)]


def _day(word: str, part: str) -> int:
    wanted = fold(word)
    for number, names in enumerate(_NAMES):
        plural = (*(f"{name}er" for name in names), *(f"{name}ar" for name in names))
        if wanted in plural or (len(wanted) > 1 and any(n.startswith(wanted) for n in names)):
            return number
    raise NotUnderstood(f"«{word}» i «{part}» er ingen ukedag.")


def _interval(piece: str, part: str) -> _Interval:
    found = _INTERVAL.fullmatch(piece)
    if found is None:
        advice = "Skriv som «9–15.30», med semikolon før nye dager."
        raise NotUnderstood(f"Klokkeslettene i «{part}» er ikke forstått. {advice}")
    opens, closes = (_minutes(found.groups()[n : n + 4], part) for n in (0, 4))
    if opens == _DAY:
        raise NotUnderstood(f"«{piece}» begynner kl. 24. Skriv 0 og dagen etter.")
    closes = closes or _DAY  # midnight ends a day as 24
    if opens == closes:
        raise NotUnderstood(f"«{piece}» åpner og stenger på samme tid.")
    return opens, closes


def _minutes(clock: Sequence[str | None], part: str) -> int:
    hour, minute = int(clock[0] or clock[2] or 0), int(clock[1] or clock[3] or 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise NotUnderstood(f"«{part}» har et klokkeslett som ikke finnes.")
    return hour * 60 + minute


def _refuse_overlap(week: dict[int, list[_Interval]]) -> None:
    spans = sorted(
        (day * _DAY + opens, day * _DAY + (closes if closes > opens else closes + _DAY), day)
        for day, intervals in week.items()
        for opens, closes in intervals
    )
    first, *_ = spans
    round_again = (first[0] + _WEEK, first[1] + _WEEK, first[2])
    for (_, end, _), (start, _, day) in pairwise([*spans, round_again]):
        if start < end:
            raise NotUnderstood(f"Tidene på {WEEKDAYS[day]} går over i hverandre.")


def _schedules(week: dict[int, list[_Interval]]) -> Iterator[Schedule]:
    days_of: dict[tuple[_Interval, ...], list[int]] = {}
    for day, intervals in sorted(week.items()):
        days_of.setdefault(tuple(sorted(intervals)), []).append(day)
    for alike, days in days_of.items():
        always = alike == ((0, _DAY),) and len(days) == 7
        for opens, closes in alike:
            yield Schedule(
                byday=tuple(DAYS[day] for day in days),
                opens_at=_clock(opens),
                closes_at=_clock(closes),
                # who never closes does not close on a public holiday either
                holidays="as_usual" if always else None,
            )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
