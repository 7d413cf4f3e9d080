"""One cell each: how a value is written for people, and how what they wrote is read.

Reading raises :class:`BadCell` with what to write instead. What a spreadsheet has made of a cell
(a date, a time, a number) has become text before it comes here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.dates import parse_date, short_date, typed_date
from feltperm.catalogue.fold import fold
from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.phones import bare_number, grouped
from feltperm_publish.grid import read_hours

__all__ = [
    "BadCell", "Lists", "read_address", "read_area", "read_codes", "read_date", "read_phone",
    "read_week", "read_yes_no", "split", "write_address", "write_area", "write_date",
    "write_phone", "write_week", "write_yes_no",
]  # fmt: skip

YES, NO, CLOSED, COUNTRY = "ja", "nei", "stengt", "Hele landet"
_ALL_DAY = ("døgnåpent", "hele døgnet")
#: What a spreadsheet makes of ``10-12``: a date, which comes here as ISO.
_MADE_A_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
_BETWEEN = re.compile(r";(?![^()]*\))")
_PHONE = re.compile(r"([^()]*)(?:\(([^()]*)\))?")
_ADDRESS = re.compile(r"(.*?)(?:,\s*(\d{4})(?:\s+([^,]+))?)?")
#: A municipality by name and number, as in the drop-down: «Trondheim (5001)».
_NUMBERED = re.compile(r".*\((\d{4})\)")


class BadCell(ValueError):
    """What stands in a cell cannot be read; the message says what to write.

    Attributes:
        column: which of the columns that are read together, counted from 0.
    """

    def __init__(self, message: str, column: int = 0) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True)
class Lists:
    """What the closed lists hold: by name of the list, ids and what they are called in bokmål."""

    labels: Mapping[str, Mapping[str, str]]
    geography: Geography


def split(cell: str) -> list[str]:
    """Return the parts of a cell that holds several; a semicolon in brackets divides nothing."""
    return [part for one in _BETWEEN.split(cell) if (part := " ".join(one.split()))]


def read_codes(cell: str, name: str, lists: Lists) -> list[str]:
    """Read words from a closed list, by what they are called or by their ids."""
    known = lists.labels[name]
    by_label = {fold(label): code for code, label in known.items()}
    found = []
    for part in split(cell):
        code = part if part in known else by_label.get(fold(part))
        if code is None:
            raise BadCell(f"«{part}» står ikke i listen. Ordene står i arket «Veiledning»")
        found.append(code)
    return found


def read_yes_no(cell: str) -> bool | None:
    """Read ``ja`` or ``nei``; empty is not stated."""
    said = cell.strip().casefold()
    if said in ("", YES, NO):
        return None if not said else said == YES
    raise BadCell(f"«{cell}»: skriv ja eller nei, eller la den stå tom når ingen har sagt det")


def write_yes_no(value: bool | None) -> str:
    """Write one of three answers."""
    return "" if value is None else YES if value else NO


def read_phone(part: str) -> dict[str, Any]:
    """Read ``22 40 00 40 (vakttelefon)``."""
    found = _PHONE.fullmatch(part)
    number = bare_number(found[1]) if found else ""
    if not found or not number:
        raise BadCell(f"«{part}» kan ikke ringes. Skriv 22 40 00 40 (hva nummeret er til)")
    note = (found[2] or "").strip()
    return {"number": number} | ({"note": {"nb": note}} if note else {})


def write_phone(phone: Mapping[str, Any]) -> str:
    """Write a number and what it is for."""
    note = phone.get("note", {}).get("nb", "")
    return grouped(phone["number"]) + (f" ({note})" if note else "")


def read_address(part: str) -> dict[str, Any]:
    """Read ``Storgata 1, 0155 Oslo``; postcode and city may be missing."""
    found = _ADDRESS.fullmatch(part)
    line, postcode, city = found.groups() if found else (part, None, None)
    stated = {"line": line.strip(), "postcode": postcode, "city": city}
    if not stated["line"]:
        raise BadCell(f"«{part}» mangler gate. Skriv Storgata 1, 0155 Oslo")
    return {key: value for key, value in stated.items() if value}


def write_address(address: Mapping[str, Any]) -> str:
    """Write an address on one line."""
    where = " ".join(address[key] for key in ("postcode", "city") if address.get(key))
    return ", ".join(part for part in (address["line"], where) if part)


def read_area(cell: str, lists: Lists) -> dict[str, Any]:
    """Read municipalities by name or number, counties, health regions and «Hele landet»."""
    area: dict[str, Any] = {}
    for part in split(cell):
        numbered = _NUMBERED.fullmatch(part)
        known = lists.geography.named(numbered[1] if numbered else part)
        region = part.removeprefix("Helse ")
        if fold(part) == fold(COUNTRY):
            area["country"] = True
        elif part.endswith(" fylke") and lists.geography.in_county(part.removesuffix(" fylke")):
            area.setdefault("counties", []).append(part.removesuffix(" fylke"))
        elif region != part and lists.geography.in_region(region):
            area.setdefault("health_regions", []).append(region)
        elif known:
            area.setdefault("municipalities", []).append(known.number)
        else:
            raise BadCell(
                f"«{part}» er ingen kommune. Skriv navn eller nummer, «Trøndelag fylke»,"
                f" «Helse Vest» eller «{COUNTRY}»"
            )
    return area


def write_area(area: Mapping[str, Any], lists: Lists) -> str:
    """Write an area so that it is read as the same."""
    parts = [COUNTRY] if area.get("country") else []
    for number in area.get("municipalities", ()):
        known = lists.geography.get(number)
        parts.append(f"{known.label} ({number})" if known else number)
    parts += [f"{county} fylke" for county in area.get("counties", ())]
    parts += [f"Helse {region}" for region in area.get("health_regions", ())]
    return "; ".join(parts)


def read_date(cell: str) -> str:
    """Read a day, as ``24.12.2026`` or ``2026-12-24``."""
    text = cell.strip()
    if not text:
        return ""
    day = typed_date(text, date.min) if re.search(r"\d{4}", text) else None
    if day is None:
        raise BadCell(f"«{cell}» er ingen dato. Skriv 24.12.2026")
    return day.isoformat()


def write_date(iso: str) -> str:
    """Write a day as Norwegians do in tables."""
    return short_date(iso) if parse_date(iso) else iso


def read_week(cells: Sequence[str]) -> list[dict[str, Any]]:
    """Read the hours of seven days into schedules: days with the same hours stand together.

    A cell holds ``10-14``, several with semicolons between, ``døgnåpent``, ``stengt`` or nothing.
    """
    by_hours: dict[tuple[str, str], list[str]] = {}
    for number, (day, cell) in enumerate(zip(DAYS, cells, strict=True)):
        for hours in _day(cell, number):
            by_hours.setdefault(hours, []).append(day)
    if not by_hours and any(cell.strip() for cell in cells):
        raise BadCell(
            "stengt hele uka: la dagene stå tomme, eller skriv det i «Åpningstid med ord»"
        )
    return [
        {"opens_at": opens, "closes_at": closes, "byday": days}
        for (opens, closes), days in by_hours.items()
    ]


def _day(cell: str, number: int) -> Iterator[tuple[str, str]]:
    said = " ".join(cell.casefold().split())
    if said in ("", CLOSED):
        return
    if said in _ALL_DAY:
        yield ("00:00", "24:00")
        return
    for part in re.split(r"[;,]| og ", said):
        hours = read_hours(part.strip())
        if hours is None:
            spoilt = "regnearket har laget en dato av det. " if _MADE_A_DATE.match(said) else ""
            advice = "Skriv 10-14, 10-14; 18-20, døgnåpent eller stengt"
            raise BadCell(f"«{cell}»: {spoilt}{advice}", number)
        yield hours


def write_week(schedules: Iterable[Mapping[str, Any]]) -> list[str]:
    """Write the hours of seven days; with hours on any day, one without is ``stengt``."""
    days: dict[str, list[str]] = {day: [] for day in DAYS}
    for schedule in schedules:
        for day in schedule["byday"]:
            span = (schedule["opens_at"], schedule["closes_at"])
            days[day].append("døgnåpent" if span == ("00:00", "24:00") else _span(*span))
    if not any(days.values()):
        return [""] * len(DAYS)
    return ["; ".join(sorted(spans)) or CLOSED for spans in days.values()]


def _span(opens: str, closes: str) -> str:
    return "–".join(time.removesuffix(":00").replace(":", ".") for time in (opens, closes))
