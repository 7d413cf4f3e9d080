"""Every text of every kind of record is searched, in every language it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from types import GenericAlias
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from catalogue.samples import built, guidance, pack, searcher, service
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import build_library
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import (
    Alert,
    Guidance,
    Organisation,
    Phone,
    Poster,
    Record,
    Schedule,
    Service,
    ServiceChange,
    Sign,
    Step,
    Text,
    Urgency,
)
from feltperm.packs.format import read_pack
from feltperm.paths import resource
from feltperm.search import Analyser, Request, Searcher, SearchIndex, load_synonyms

KINDS = (Service, Organisation, Guidance, Poster, Alert)
#: What a part of a record needs beside its texts.
NEEDED: dict[type, dict[str, Any]] = {
    Phone: {"number": "22400040", "display": "22 40 00 40"},
    Schedule: {"opens_at": "09:00", "closes_at": "15:00", "byday": ("MO",)},
    Urgency: {"level": "same_day"},
    ServiceChange: {"service": "svc-x", "status": "changed_operation"},
    Sign: {"icon": "phone"},
}


class Words:
    """Makes words that are in no language, and remembers where each one was put."""

    def __init__(self) -> None:
        self._letters = ("".join(one) for one in product("bdfgk", repeat=4))
        self.places: dict[str, str] = {}

    def text(self, place: str) -> Text:
        made = {}
        for code in ("nb", "en"):
            made[code] = f"zq{next(self._letters)}vu"
            self.places[made[code]] = f"{place} {code}"
        return made


def filled(kind: type, words: Words, place: str) -> dict[str, Any]:
    """Return every text of a kind of struct, and of the structs in it, each a word of its own."""
    made: dict[str, Any] = dict(NEEDED.get(kind, {}))
    for name, hint in get_type_hints(kind).items():
        where = f"{place}.{name}"
        if hint == Text:
            made[name] = words.text(where)
        elif isinstance(hint, GenericAlias) and get_args(hint)[1:] == (...,):
            inner = get_args(hint)[0]
            if inner == Text:
                made[name] = (words.text(where), words.text(where))
            elif has_text(inner):
                made[name] = (inner(**filled(inner, words, where)),)
        elif has_text(hint):
            made[name] = hint(**filled(hint, words, where))
    return made


def has_text(hint: object) -> bool:
    if not (isinstance(hint, type) and issubclass(hint, msgspec.Struct)):
        return False
    hints = get_type_hints(hint).values()
    return any(one == Text or Text in get_args(one) or has_text(one) for one in hints)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_text_in_every_language_is_searched(tmp_path: Path, kind: type) -> None:
    words = Words()
    record: Record = kind(id="the-one", **filled(kind, words, kind.__name__))
    assert len(words.places) >= 2 * len(get_type_hints(kind)) / 5
    with built(tmp_path, pack((record, guidance("gd-other", "Noe annet")))) as library:
        search = searcher(library)
        for word, place in words.places.items():
            hits = search.search(Request(word, literal=True)).hits
            assert [hit.ref.id for hit in hits] == ["the-one"], place
            shown = [
                text[mark.start : mark.end]
                for text, marks in (
                    (hits[0].title, hits[0].title_marks),
                    (hits[0].snippet, hits[0].marks),
                )
                for mark in marks
            ]
            # A title in another language is a reason, and not shown.
            assert shown == [word] or place == f"{kind.__name__}.title en", place
            assert hits[0].reason.found == word


def test_the_words_reach_as_deep_as_the_records_do() -> None:
    words = Words()
    for kind in KINDS:
        filled(kind, words, kind.__name__)
    places = set(words.places.values())
    for place in (
        "Guidance.steps.detail en", "Guidance.urgency.signs nb", "Guidance.conversation.say nb",
        "Guidance.conversation.ask en", "Guidance.facts nb", "Poster.items.title nb",
        "Poster.subtitle en", "Poster.box_heading nb", "Alert.danger_signs nb",
        "Alert.for_clients en", "Alert.for_staff nb", "Alert.changes.description nb",
        "Alert.appearance nb", "Service.phones.note nb", "Service.schedules.description nb",
    ):  # fmt: skip
        assert place in places
    assert has_text(Step)


def test_names_and_places_without_a_language_are_searched(tmp_path: Path) -> None:
    record = service(
        "svc-a", "Sted", provider="Zqbbbvu", alternate_names=("Zqdddvu",),
        schedules=(Schedule(opens_at="09:00", closes_at="15:00", place="Zqfffvu"),),
    )  # fmt: skip
    with built(tmp_path, pack((record,))) as library:
        for word in ("zqbbbvu", "zqdddvu", "zqfffvu"):
            hits = searcher(library).search(Request(word)).hits
            assert [hit.ref.id for hit in hits] == ["svc-a"], word


def test_an_english_question_finds_norwegian_content(tmp_path: Path) -> None:
    by_title = Guidance(id="gd-title", title={"nb": "Sår", "en": "Wounds"})
    by_body = Guidance(
        id="gd-body", title={"nb": "Utstyr"}, body={"nb": "x", "en": "Clean **needles**"}
    )
    with built(tmp_path, pack((by_title, by_body, guidance("gd-other", "Annet")))) as library:
        search = searcher(library)
        assert [hit.ref.id for hit in search.search(Request("wounds")).hits] == ["gd-title"]
        (hit,) = search.search(Request("needles")).hits
        assert hit.ref.id == "gd-body"
        assert [hit.snippet[m.start : m.end] for m in hit.marks] == ["needles"]


def test_what_is_over_stands_below_and_its_exact_name_finds_it(tmp_path: Path) -> None:
    records = (
        guidance("gd-old", "Sprøyter", "Sprøyter, sprøyter og sprøyter.", status="historical"),
        guidance("gd-withdrawn", "Sprøyter i dag", "Sprøyter.", status="withdrawn"),
        guidance("gd-new", "Utstyr", "Her får du sprøyter."),
        guidance("gd-only", "Koronatelefonen", "Stengt.", status="historical"),
    )
    with built(tmp_path, pack(records)) as library:
        search = searcher(library)
        found = [hit.ref.id for hit in search.search(Request("sprøyter")).hits]
        assert found[0] == "gd-new"
        assert set(found) == {"gd-new", "gd-old", "gd-withdrawn"}
        assert [hit.ref.id for hit in search.search(Request("koronatelefonen")).hits] == ["gd-only"]


# --- the bundled content ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    analyser = Analyser()
    path = tmp_path_factory.mktemp("bundled") / "library.sqlite"
    geography = Geography.from_json(resource("compiled/geography.json"))
    national = read_pack(resource("compiled/national.jsonl"))
    build_library(path, [national], SearchIndex(analyser), geography)
    synonyms = load_synonyms(resource("compiled/synonyms.json"), analyser)
    with Library(path) as library:
        yield Searcher(library, synonyms, analyser)


@pytest.mark.parametrize("abbreviation", ["LAR", "TSB", "DPS", "NAV", "ACT", "FACT"])
@pytest.mark.parametrize("spelling", [str.upper, str.lower])
def test_an_abbreviation_means_itself_first(
    bundled: Searcher, abbreviation: str, spelling: Any
) -> None:
    hits = bundled.search(Request(spelling(abbreviation))).hits
    written = re.compile(rf"\b{abbreviation}\b")
    first = hits[0]
    assert first.reason.kind == "word"
    # No record has ACT in its name: the teams are called FACT, and others' texts speak of ACT.
    names = [*first.record.title.values(), *first.record.alternate_names]
    assert written.search(str(first.record) if abbreviation == "ACT" else str(names)), first.title
    assert bundled.search(Request(spelling(abbreviation), typing=True)).hits[0].ref == first.ref


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("wound", "gd-infeksjon-tegn"),
        ("wounds", "gd-infeksjon-tegn"),
        ("naloxone", "gd-nalokson-dose"),
        ("withdrawal", "ps-abstinens"),
        ("blue lips", "gd-overdose"),
    ],
)
def test_an_english_question_finds_what_is_bundled(
    bundled: Searcher, typed: str, wanted: str
) -> None:
    assert wanted in [hit.ref.id for hit in bundled.search(Request(typed)).hits[:5]]
