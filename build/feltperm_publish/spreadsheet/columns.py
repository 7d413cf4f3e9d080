"""What a row of the sheet «Tjenester» is: its columns, and which field each of them states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from feltperm_publish.spreadsheet import cells
from feltperm_publish.spreadsheet.cells import BadCell, Lists

__all__ = ["GROUPS", "ID", "Column", "Group", "headings"]

#: The heading of the column that names the record.
ID = "Kortnavn"
_DAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")
_HOLIDAYS = {"": "", "stengt": "closed", "som vanlig": "as_usual"}
#: What makes hours more than a week's plain ones.
_MORE = ("place", "description", "dates", "valid_from", "valid_to")

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        help: shown beside the cell; what to write, with an example.
        width: in characters.
        choices: the closed list of its drop-down: words, or the name of a list.
        several: more than one of the list may stand there, so the drop-down only suggests.
    """

    heading: str
    help: str
    width: int = 20
    choices: tuple[str, ...] | str = ()
    several: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that state one field together; mostly one.

    Attributes:
        read: what the cells say as the field's plain data; None, empty: not stated.
        write: the cells of what a record states of the field.
    """

    field: str
    columns: tuple[Column, ...]
    read: Callable[[Values, Lists], Any]
    write: Callable[[Any, Lists], Values]


def headings() -> list[str]:
    """Return the headings in the order of the sheet."""
    return [ID, *(column.heading for group in GROUPS for column in group.columns)]


def _text(field: str, heading: str, help: str, width: int = 30) -> Group:
    """A wording: bokmål stands in the sheet, other languages stay in the record."""
    return Group(
        field,
        (Column(heading, help, width),),
        lambda values, _lists: {"nb": values[0].strip()} if values[0].strip() else None,
        lambda value, _lists: (value.get("nb", "") if value else "",),
    )


def _plain(field: str, heading: str, help: str, width: int = 30) -> Group:
    return Group(
        field,
        (Column(heading, help, width),),
        lambda values, _lists: values[0].strip(),
        lambda value, _lists: (value or "",),
    )


def _code(field: str, heading: str, help: str, name: str, several: bool = True) -> Group:
    def read(values: Values, lists: Lists) -> Any:
        found = cells.read_codes(values[0], name, lists)
        if several:
            return found
        if len(found) > 1:
            raise BadCell("her kan det bare stå ett ord")
        return found[0] if found else ""

    def write(value: Any, lists: Lists) -> Values:
        codes = [value] if isinstance(value, str) else value or ()
        return ("; ".join(lists.labels[name].get(code, code) for code in codes if code),)

    return Group(field, (Column(heading, help, 28, name, several),), read, write)


def _yes_no(field: str, heading: str, help: str) -> Group:
    return Group(
        field,
        (Column(heading, help, 12, (cells.YES, cells.NO)),),
        lambda values, _lists: cells.read_yes_no(values[0]),
        lambda value, _lists: (cells.write_yes_no(value),),
    )


def _several(
    field: str,
    heading: str,
    help: str,
    read: Callable[[str], Any],
    write: Callable[[Any], str],
    width: int = 30,
) -> Group:
    return Group(
        field,
        (Column(heading, help, width),),
        lambda values, _lists: [read(part) for part in cells.split(values[0])],
        lambda value, _lists: ("; ".join(map(write, value or ())),),
    )


def _is_plain(schedule: Mapping[str, Any]) -> bool:
    return bool(schedule.get("byday")) and not any(schedule.get(key) for key in _MORE)


def _read_hours(values: Values, _lists: Lists) -> Any:
    schedules = cells.read_week(values[:-1])
    holidays = " ".join(values[-1].casefold().split())
    if holidays not in _HOLIDAYS:
        raise BadCell(
            f"«{values[-1]}»: skriv stengt eller som vanlig, eller la den stå tom", len(_DAYS)
        )
    if _HOLIDAYS[holidays]:
        schedules = [one | {"holidays": _HOLIDAYS[holidays]} for one in schedules]
    return schedules


def _write_hours(value: Any, _lists: Lists) -> Values:
    """Write the week's plain hours; rounds and single dates stay in the record."""
    schedules = [one for one in value or () if _is_plain(one)]
    words = {code: word for word, code in _HOLIDAYS.items()}
    holidays = {words[one.get("holidays") or ""] for one in schedules}
    return (*cells.write_week(schedules), holidays.pop() if len(holidays) == 1 else "")


def _read_source(values: Values, _lists: Lists) -> Any:
    publisher, title, url, read_on = (value.strip() for value in values)
    if not any((publisher, title, url, read_on)):
        return []
    if not publisher:
        raise BadCell("skriv hvem som er kilden", 0)
    try:
        day = cells.read_date(read_on)
    except BadCell as error:
        raise BadCell(str(error), 3) from error
    stated = {"publisher": publisher, "title": title or publisher, "url": url, "read_on": day}
    return [{key: text for key, text in stated.items() if text}]


def _write_source(value: Any, _lists: Lists) -> Values:
    first = value[0] if value else {}
    return (
        first.get("publisher", ""),
        first.get("title", ""),
        first.get("url", ""),
        cells.write_date(first.get("read_on", "")),
    )


_DAY_HELP = "Når det er åpent: 10-14, eller 10-14; 18-20, døgnåpent, stengt."
_DATE_HELP = "En dato, som 24.12.2026."
_LIST_HELP = " Flere med semikolon mellom. Ordene står i arket «Veiledning»."

GROUPS: tuple[Group, ...] = (
    _text("title", "Navn", "Hva tilbudet heter. Må fylles ut.", 34),
    _text("summary", "Kort om", "Én eller to setninger: hva en får, og for hvem.", 50),
    _text("body", "Mer om", "Det som ellers må sies. Kan stå tomt.", 40),
    _several("alternate_names", "Andre navn", "Det folk ellers kaller det, med semikolon mellom.",
             str, str),
    _code("category", "Type", "Hva slags tilbud det er: ett ord fra listen.", "categories", False),
    _plain("provider", "Drives av", "Hvem som driver det, som Trondheim kommune."),
    _several("phones", "Telefon", "22 40 00 40 (vakttelefon). Flere med semikolon mellom.",
             cells.read_phone, cells.write_phone),
    _plain("email", "E-post", "post@kommune.example"),
    _plain("url", "Nettside", "https://www.kommune.example/tilbud"),
    _several("addresses", "Adresse", "Storgata 1, 0155 Oslo. Flere med semikolon mellom.",
             cells.read_address, cells.write_address, 34),
    Group(
        "area",
        (Column("For hvilket område", "Kommuner med navn eller nummer, «Trøndelag fylke», «Helse"
                " Vest» eller «Hele landet». Flere med semikolon mellom.", 26),),
        lambda values, lists: cells.read_area(values[0], lists),
        lambda value, lists: (cells.write_area(value or {}, lists),),
    ),
    Group(
        "schedules",
        (*(Column(day, _DAY_HELP, 14) for day in _DAYS),
         Column("Helligdager", "Hva som gjelder på helligdager. Tomt: ikke avklart.", 14,
                ("stengt", "som vanlig"))),
        _read_hours,
        _write_hours,
    ),
    _text("hours", "Åpningstid med ord", "Bare når dagene ikke kan fylles ut: «etter avtale»."),
    _text("eligibility", "For hvem", "Hvem som kan komme, som «over 18 år»."),
    _text("application_process", "Slik kommer du dit", "Ring, møt opp, henvisning fra fastlege."),
    _text("fees", "Pris", "Hva det koster, med ord."),
    _text("wait_time", "Ventetid", "Hvor lenge en venter, om det er kjent."),
    _text("accessibility", "Tilgjengelighet", "Trapp, heis, rullestol, tolk."),
    _code("offers", "Hva en får", "Det en kan få der." + _LIST_HELP, "offers"),
    _code("topics", "Tema", "Det tilbudet handler om." + _LIST_HELP, "topics"),
    _code("audience", "Målgruppe", "Hvem det er for, slik kilden sier det." + _LIST_HELP,
          "audiences"),
    _code("languages", "Språk", "Språk de ansatte snakker." + _LIST_HELP, "languages"),
    _yes_no("free", "Gratis", "ja eller nei. Tomt når ingen har sagt det."),
    _yes_no("referral", "Henvisning", "ja når en må ha henvisning."),
    _yes_no("drop_in", "Uten avtale", "ja når en kan komme uten avtale."),
    _yes_no("may_come_while_using", "Påvirket", "ja når en kan komme påvirket."),
    _yes_no("anonymous", "Anonymt", "ja når en kan være anonym."),
    _yes_no("staff_only", "Bare for fagfolk", "ja når det ikke er for publikum."),
    Group(
        "sources",
        (Column("Kilde", "Hvem som sier det, som Trondheim kommune. Må fylles ut.", 26),
         Column("Kildens tittel", "Siden eller dokumentet, som «Lavterskeltilbud».", 30),
         Column("Kildens adresse", "https://www.kommune.example/side", 34),
         Column("Kilden lest", "Dagen noen leste den. " + _DATE_HELP, 14)),
        _read_source,
        _write_source,
    ),
    Group(
        "verified_on",
        (Column("Bekreftet", "Bare når noen har ringt eller vært der. " + _DATE_HELP, 14),),
        lambda values, _lists: cells.read_date(values[0]),
        lambda value, _lists: (cells.write_date(value or ""),),
    ),
    _yes_no("needs_check", "Må bekreftes", "ja når opplysningene ikke er sikre."),
    _text("note", "Merknad", "Det som er uavklart, for den som gir ut innholdet."),
)  # fmt: skip
