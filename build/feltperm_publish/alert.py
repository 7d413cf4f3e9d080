"""A warning in at most twelve answers (SCREENS section 1, J2).

The questions are put in Norwegian, one a line; what the poster says is taken from the phrase bank
by the sort of warning, so that it is worded in every language the moment it is published.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.audiences import EVERYONE
from feltperm.catalogue.dates import long_date, typed_date
from feltperm.catalogue.fold import fold
from feltperm.catalogue.records import Text

__all__ = ["QUESTIONS", "SORTS", "Answers", "Asked", "alert_fields", "ask", "file_name"]

#: A warning that names no end ends after so many days.
USUAL_DAYS = 14
#: So many services are named when an answer may mean several.
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Sort:
    """What sort of warning it is: its topics, and the lines its poster is built of."""

    topics: tuple[str, ...]
    phrases: tuple[str, ...]


_SIGNS = ("no_response", "cannot_wake", "breathing", "blue_lips")
_DO = ("call_113", "not_alone", "carry_naloxone", "bring_to_us")
_DANGER = (*(f"alert.sign.{name}" for name in _SIGNS), *(f"alert.do.{name}" for name in _DO))
SORTS: dict[str, Sort] = {
    "piller": Sort(
        ("new_substances", "overdose"),
        ("alert.pills.false", "alert.pills.dangerous", "alert.look_varies", *_DANGER),
    ),
    "stoff": Sort(
        ("new_substances", "overdose"),
        ("alert.new", "alert.drug.other_content", "alert.look_varies", *_DANGER),
    ),
    "smitte": Sort(
        ("infection",),
        (
            "infect.title",
            "infect.wash",
            "infect.distance",
            "infect.no_sharing",
            "infect.tell_staff",
        ),
    ),
    "stengt": Sort(("follow_up",), ("ops.temp_closed", "ops.closed_until")),
    "endret": Sort(("follow_up",), ("ops.hours_changed", "ops.not_settled")),
    "annet": Sort(("communication",), ("alert.new", "alert.tell_others")),
}
_LEVELS = {"akutt": "acute", "endret": "changed", "orientering": "info"}
_SURE = {"bekreftet": "confirmed", "mistanke": "suspected"}


class Refused(ValueError):
    """An answer that is not understood; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What answers are read by.

    Attributes:
        services: the titles of the services that may be closed or changed, by id.
        titles: what the alerts that there are already are called.
    """

    today: date
    geography: Geography
    services: Mapping[str, str]
    titles: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what it asks, and what becomes of the answer.

    Attributes:
        read: turns an answer into its value; raises :class:`Refused`.
        when: whether it is asked at all, by the answers so far.
    """

    key: str
    text: str
    read: Callable[[str, Asked], Any]
    when: Callable[[Mapping[str, Any]], bool] = lambda _: True


def _text(answer: str, _: Asked) -> str:
    if not answer:
        raise Refused("Skriv noen ord.")
    return answer


def _title(answer: str, asked: Asked) -> str:
    if answer.casefold() in (title.casefold() for title in asked.titles):
        raise Refused(
            "Et varsel heter det allerede. Skriv hva som skiller dem, som sted eller dag."
        )
    return _text(answer, asked)


def _optional(answer: str, _: Asked) -> str:
    return answer


def _one_of(choices: Mapping[str, Any]) -> Callable[[str, Asked], Any]:
    def read(answer: str, _: Asked) -> Any:
        if answer.casefold() not in choices:
            raise Refused(f"Skriv ett av disse: {', '.join(filter(None, choices))}.")
        return choices[answer.casefold()]

    return read


def _day(answer: str, asked: Asked) -> str:
    if not answer:
        return ""
    if (day := typed_date(answer, asked.today)) is None:
        raise Refused("Skriv en dato, som 28.11.2026.")
    return day.isoformat()


def _past_day(answer: str, asked: Asked) -> str:
    day = _day(answer, asked)
    if day > asked.today.isoformat():
        raise Refused("Datoen har ikke vært ennå.")
    return day


def _end(answer: str, asked: Asked) -> str:
    day = _day(answer, asked) or (asked.today + timedelta(USUAL_DAYS)).isoformat()
    if day < asked.today.isoformat():
        raise Refused("Varselet må gjelde til i dag eller senere.")
    return day


def _places(answer: str, asked: Asked) -> dict[str, Any]:
    if fold(answer) in ("hele landet", "landet", "norge"):
        return {"country": True}
    found = []
    for name in filter(None, (part.strip() for part in answer.split(","))):
        municipality = asked.geography.named(name)
        if municipality is None:
            raise Refused(f"Kjenner ikke kommunen «{name}». Skriv kommuner med komma imellom.")
        found.append(municipality.number)
    if not found:
        raise Refused("Skriv minst én kommune, eller «hele landet».")
    return {"municipalities": found}


def _address(answer: str, _: Asked) -> str:
    if answer and not re.fullmatch(r"https?://[^\s/]+\S*", answer):
        raise Refused("Skriv hele adressen, med https:// foran, eller la det stå tomt.")
    return answer


def _services(answer: str, asked: Asked) -> list[str]:
    names = [part.strip() for part in answer.split(",") if part.strip()]
    return [_service(name, asked.services) for name in names]


def _service(name: str, services: Mapping[str, str]) -> str:
    """Return the id of a service, told by its id or by all of its name."""
    if name in services:
        return name
    found = [one for one, title in services.items() if fold(title) == fold(name)]
    if len(found) == 1:
        return found[0]
    if not found:  # it may be a piece of the name: then say what there is
        found = [one for one, title in services.items() if fold(name) in fold(title)][:_SHOWN]
    if found:
        raise Refused(f"«{name}» passer til {' og '.join(found)}. Skriv id-en.")
    raise Refused(f"Kjenner ikke «{name}». Skriv id eller hele navnet, med komma imellom.")


def _is_operation(given: Mapping[str, Any]) -> bool:
    return given["sort"] in ("stengt", "endret")


def _is_find(given: Mapping[str, Any]) -> bool:
    return given["sort"] in ("piller", "stoff")


#: In the order they are put; at most twelve are asked of anybody.
QUESTIONS: tuple[Question, ...] = (
    Question(
        "sort",
        f"Hva slags varsel er det? ({', '.join(SORTS)})",
        _one_of({name: name for name in SORTS}),
    ),
    Question("title", "Tittel, helst under 24 tegn", _title),
    Question("level", f"Hvor alvorlig er det? ({', '.join(_LEVELS)})", _one_of(_LEVELS)),
    Question("summary", "Hva har skjedd? Én eller to setninger", _text),
    Question("places", "Hvilke kommuner gjelder det? (komma imellom, eller hele landet)", _places),
    Question("until", "Til og med hvilken dag gjelder det? (tomt: to uker)", _end),
    Question("said_by", "Hvem sier det?", _text),
    Question("url", "Nettadresse til kilden (kan stå tomt)", _address),
    Question("looks", "Hvordan ser det ut? (kan stå tomt)", _optional, _is_find),
    Question("seen_place", "Hvor er det sett? (kan stå tomt)", _optional, _is_find),
    Question(
        "seen_on", "Hvilken dag ble det sett? (som 28.11.2026, kan stå tomt)", _past_day, _is_find
    ),
    Question(
        "sure",
        "Hvor sikkert er det? (bekreftet, mistanke)",
        _one_of(_SURE),
        lambda given: _is_find(given) or given["level"] == "acute",
    ),
    Question(
        "services", "Hvilke tjenester? (id eller navn, komma imellom)", _services, _is_operation
    ),
    Question(
        "staff",
        "Hva skal ansatte gjøre? (kan stå tomt)",
        _optional,
        lambda given: not _is_find(given),
    ),
)

Answers = dict[str, Any]


def ask(asked: Asked, answer: Callable[[str], str], say: Callable[[str], object]) -> Answers:
    """Put the questions and return what was answered.

    Args:
        answer: puts one question and returns the line that was written.
        say: told why an answer is not taken; the question is put again.

    Raises:
        EOFError: the answers ended before the questions.
    """
    given: Answers = {}
    for question in QUESTIONS:
        if not question.when(given):
            continue
        while question.key not in given:
            try:
                given[question.key] = question.read(answer(question.text).strip(), asked)
            except Refused as refused:
                say(str(refused))
    return given


def alert_fields(given: Answers, phrases: Mapping[str, Text], today: date) -> dict[str, Any]:
    """Return the fields of the alert's source record, in the order they are written."""
    sort = SORTS[given["sort"]]
    status = "temporarily_closed" if given["sort"] == "stengt" else "changed_operation"
    fields = {
        "title": given["title"],
        "summary": given["summary"],
        "topics": list(sort.topics),
        "audience": [EVERYONE],
        "area": given["places"],
        "level": given["level"],
        "certainty": given.get("sure") or "",
        "said_by": given["said_by"],
        "appearance": given.get("looks", ""),
        "seen": _seen(given),
        "seen_place": given.get("seen_place", ""),
        "seen_on": given.get("seen_on", ""),
        "danger_signs": [phrases[name] for name in sort.phrases if name.startswith("alert.sign.")],
        "for_clients": [phrases[name] for name in sort.phrases if name.startswith("alert.do.")],
        "for_staff": [given["staff"]] if given.get("staff") else [],
        "phrases": list(sort.phrases),
        "changes": [{"service": name, "status": status} for name in given.get("services", ())],
        "sources": [_source(given, today)],
        "valid_from": today.isoformat(),
        "valid_until": given["until"],
    }
    return {name: value for name, value in fields.items() if value not in ("", [], None)}


def _seen(given: Answers) -> str:
    parts = (given.get("seen_place", ""), long_date(given.get("seen_on", "")))
    return ", ".join(filter(None, parts))


def _source(given: Answers, today: date) -> dict[str, str]:
    source = {"publisher": given["said_by"], "title": "Varsel", "url": given["url"]}
    return {**{k: v for k, v in source.items() if v}, "read_on": today.isoformat()}


def file_name(title: str, today: date, taken: Sequence[Path]) -> str:
    """Return a free id for an alert, as in ``al-20261126-falske-piller``."""
    words = re.findall(r"[a-z0-9]+", fold(title))
    name = "-".join(["al", today.strftime("%Y%m%d"), *words])[:60].rstrip("-")
    names = {path.stem for path in taken}
    return next(one for one in _numbered(name) if one not in names)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
