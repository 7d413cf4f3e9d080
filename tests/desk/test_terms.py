"""Words explained: in any spelling, and those that a record uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.samples import guidance, service
from feltperm.catalogue.records import Step
from feltperm.catalogue.vocabulary import load_term_list
from feltperm.desk.terms import Term, Terms
from feltperm.errors import ContentDamaged


def term(name: str, *also: str) -> Term:
    return Term(id=name.lower(), term=name, explanation={"nb": f"Om {name}."}, also=also)


TERMS = Terms(
    [
        term("LAR", "legemiddelassistert rehabilitering"),
        term("ROP", "ROP-lidelse", "ROP-lidelser"),
        term("pårørende", "pårørendes", "pårørande"),
        term("fastlege", "fastlegen", "fastleger"),
        term("individuell plan", "individuelle planer", "IP"),
        term("tvang", "§ 10-2"),
    ]
)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("LAR", "LAR"),
        ("lar", "LAR"),
        (" LAR, ", "LAR"),
        ("Legemiddelassistert  Rehabilitering", "LAR"),
        ("fastlegen", "fastlege"),
        ("Fastleger", "fastlege"),
        ("parorende", "pårørende"),
        ("paaroerendes", "pårørende"),
        ("p\u0061\u030arørande", "pårørende"),
        ("rop-lidelser", "ROP"),
        ("Individuell plan", "individuell plan"),
        ("ip", "individuell plan"),
        ("§10-2", "tvang"),
        ("10-2", "tvang"),
    ],
)
def test_a_word_in_any_spelling(word: str, name: str) -> None:
    found = TERMS.explain(word)
    assert found is not None
    assert found.term == name


@pytest.mark.parametrize("word", ["", " ", "§", "plan", "fastlegekontor", "lår lege", "\ud800"])
def test_other_words_are_not_explained(word: str) -> None:
    assert TERMS.explain(word) is None


def test_the_list_is_in_alphabetical_order() -> None:
    names = ["fastlege", "individuell plan", "LAR", "pårørende", "ROP", "tvang"]
    assert [one.term for one in TERMS.all()] == names


def test_terms_of_a_record_come_in_order_of_first_mention() -> None:
    record = guidance(
        "gd-a",
        "Pårørende og samarbeid",
        "Fastlegen og pasienten lager en **individuell plan**.",
        body={"nb": "Legemiddelassistert rehabilitering (LAR) er ikke tvang.", "en": "ROP"},
        steps=(Step(title={"nb": "Ring fastlegen"}),),
    )
    assert [one.term for one in TERMS.terms_in(record)] == [
        "pårørende", "fastlege", "individuell plan", "LAR", "tvang", "ROP",
    ]  # fmt: skip


def test_only_whole_words_and_capitals_where_the_form_has_them() -> None:
    record = service("svc-a", "Rop og rist", "Det lar seg gjøre. Ipad og fastlegekontor, planer.")
    assert TERMS.terms_in(record) == ()
    record = service("svc-b", "ROP-team", "Plan og IP. Etter § 10-2, ikke 10 eller 2.")
    assert [one.term for one in TERMS.terms_in(record)] == ["ROP", "individuell plan", "tvang"]


def test_the_list_is_read_from_what_the_compiler_wrote(tmp_path: Path) -> None:
    path = tmp_path / "terms.json"
    path.write_text(
        '[{"id": "lar", "term": "LAR", "also": ["OMT"], "explanation": {"nb": "Det."},'
        ' "record": "gd-lar"}, {"id": "nav", "term": "NAV", "explanation": {"nb": "Kontor."}}]'
    )
    first, second = load_term_list(path)
    assert (first.term, first.also, first.record) == ("LAR", ("OMT",), "gd-lar")
    assert (second.also, second.record) == ((), "")
    for broken in (
        "",
        "{}",
        '[{"id": "lar"}]',
        '[{"id": 1, "term": "", "explanation": {}}]',
        "[" * 9999,
    ):
        path.write_text(broken)
        with pytest.raises(ContentDamaged):
            load_term_list(path)
    path.unlink()
    with pytest.raises(ContentDamaged):
        load_term_list(path)
