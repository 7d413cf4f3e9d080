"""The term list that ships: whole, short, and pointing at records that are there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from feltperm.catalogue.fold import fold
from feltperm.catalogue.vocabulary import Term, load_term_list
from feltperm.desk.terms import Terms
from feltperm.search import fields
from feltperm_publish import tables
from feltperm_publish.sources import read_sources

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LANGUAGES = ("nb", "nn", "en")
#: SCREENS section 1, J11: what a colleague who reads little Norwegian asks about first.
NEEDED = [
    "LAR", "DPS", "NAV", "fastlege", "legevakt", "TSB", "AMK", "FACT", "ROP", "ruspoliklinikk",
    "avrusing", "henvisning", "egenandel", "frikort", "taushetsplikt", "samtykke", "pårørende",
    "brukerrom", "feltpleie", "lavterskel", "oppsøkende", "ettervern", "individuell plan", "tvang",
    "§ 10-2", "helseforetak", "RHF", "KoRus", "RVTS", "NAPHA", "statsforvalter",
    "pasient- og brukerombudet", "nalokson", "krisesenter", "overgrepsmottak", "kommune", "bydel",
]  # fmt: skip


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> tuple[Term, ...]:
    """The list as the program reads it."""
    path = tmp_path_factory.mktemp("terms") / "terms.json"
    path.write_bytes(tables.word_list_json(RESOURCES, "terms"))
    return load_term_list(path)


def test_every_word_that_is_needed_is_explained(terms: tuple[Term, ...]) -> None:
    listed = Terms(terms)
    assert [word for word in NEEDED if listed.explain(word) is None] == []
    assert 40 <= len(terms) <= 60


def test_every_explanation_is_short_and_in_three_languages(terms: tuple[Term, ...]) -> None:
    for term in terms:
        assert tuple(term.explanation) == LANGUAGES, term.id
        for language, text in term.explanation.items():
            assert 0 < len(text.split()) <= 25, (term.id, language)
            assert text == text.strip()
            assert text.endswith("."), (term.id, language)
            assert text.count(". ") < 3, (term.id, language)


def test_no_form_stands_twice(terms: tuple[Term, ...]) -> None:
    assert [one for one, times in Counter(term.id for term in terms).items() if times > 1] == []
    forms = Counter(
        " ".join(fold(form).replace("-", " ").split())
        for term in terms
        for form in (term.term, *term.also)
    )
    assert [form for form, times in forms.items() if times > 1] == []


def test_every_record_that_says_more_is_there(terms: tuple[Term, ...]) -> None:
    records = {entry.record.id: entry.record for entry in read_sources(RESOURCES).entries}
    listed = Terms(terms)
    for term in terms:
        if term.record:
            assert term.record in records, term.id
            record = records[term.record]
            named = map(listed.explain, fields.whole_names(record))
            assert term in (*listed.terms_in(record), *named), (term.id, term.record)


def test_the_list_explains_the_catalogue(terms: tuple[Term, ...]) -> None:
    listed = Terms(terms)
    used = {
        term.id
        for entry in read_sources(RESOURCES).entries
        for term in listed.terms_in(entry.record)
    }
    unused = {term.id for term in terms} - used
    assert unused <= {"amk", "exemption-card"}
