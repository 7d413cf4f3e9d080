"""Own notes find their record: all words, in the note or the title, told apart and highlighted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from catalogue.samples import TRONDHEIM, built, searcher
from feltperm.catalogue.library import Ref
from feltperm.search import Hit, Note, Notes, Request, Searcher

OSLO, TRD, GD = "svc-feltpleien-oslo", "svc-feltpleien-trondheim", "gd-overdose"


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with built(tmp_path_factory.mktemp("library")) as library:
        yield searcher(library)


def note(id: str, text: str, title: str = "", pack: str = "national") -> Note:
    return Note(Ref(pack, id), title, text)


def ask(search: Searcher, words: str, *notes: Note, **more: object) -> list[Hit]:
    search.notes = Notes(notes)
    return list(search.search(Request(words, **more)).hits)  # type: ignore[arg-type]


def noted(hits: list[Hit]) -> list[str]:
    return [hit.ref.id for hit in hits if hit.reason.kind == "note"]


@pytest.mark.parametrize(
    "words",
    [
        "nøkkelkode",
        "NØKKELKODEN",
        "nokkelkode",
        "noekkelkoder",
        "hylle nøkkelkode",
        "nøkkelkode ikke",
    ],
)
def test_any_spelling_and_inflection_finds_the_note(search: Searcher, words: str) -> None:
    hits = ask(search, words, note(OSLO, "Nøkkelkoden ligger i hylla"))
    assert noted(hits) == [OSLO]


@pytest.mark.parametrize("words", ["nøkkelkode sesongkort", "sesongkort", "nøkkelko"])
def test_a_word_that_is_missing_or_unfinished_finds_nothing(search: Searcher, words: str) -> None:
    assert noted(ask(search, words, note(OSLO, "Nøkkelkoden ligger i hylla"))) == []


def test_the_last_word_may_be_unfinished_while_typing(search: Searcher) -> None:
    one = note(OSLO, "Nøkkelkoden ligger i hylla")
    assert noted(ask(search, "hylla nøkk", one, typing=True)) == [OSLO]
    assert noted(ask(search, "hylla nø", one, typing=True)) == []
    assert noted(ask(search, "nøkk hylla", one, typing=True)) == []
    assert noted(ask(search, "n", one, typing=True)) == []


def test_words_of_the_title_count_beside_those_of_the_note(search: Searcher) -> None:
    one = note(OSLO, "Spør etter Solveig", "Feltpleien i Oslo")
    (hit,) = [hit for hit in ask(search, "feltpleien solveig", one) if hit.reason.kind == "note"]
    assert hit.reason.found == "Solveig"
    assert [hit.title[slice(*mark)] for mark in hit.title_marks] == ["Feltpleien"]
    assert [hit.snippet[slice(*mark)] for mark in hit.marks] == ["Solveig"]


def test_the_title_alone_is_no_note(search: Searcher) -> None:
    hits = ask(search, "feltpleien", note(OSLO, "Spør etter Solveig", "Feltpleien i Oslo"))
    assert noted(hits) == []
    assert OSLO in [hit.ref.id for hit in hits]


def test_what_the_record_says_itself_is_not_put_down_to_the_note(search: Searcher) -> None:
    one = note(TRD, "Sårstell på tirsdager", "Feltpleien i Trondheim")
    (hit,) = [hit for hit in ask(search, "sårstell", one) if hit.ref.id == TRD]
    assert hit.reason.kind == "word"
    assert "rene sprøyter" in hit.snippet


def test_the_snippet_is_cut_around_the_word_at_the_right_characters(search: Searcher) -> None:
    text = "😀 å " * 200 + "\nNøkkelkoden er her\n" + "ord " * 200
    (hit,) = ask(search, "nøkkelkode", note(OSLO, text))
    assert [hit.snippet[slice(*mark)] for mark in hit.marks] == ["Nøkkelkoden"]
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert len(hit.snippet) < 200
    assert "\n" not in hit.snippet


def test_a_word_known_from_the_note_alone_comes_before_what_is_like_it(search: Searcher) -> None:
    hits = ask(search, "sprøyten", note(OSLO, "Sprøytenes hylle"))
    assert OSLO in [hit.ref.id for hit in hits]
    hits = ask(search, "feltpleiex", note(GD, "feltpleiex"))
    assert (hits[0].ref.id, hits[0].reason.kind) == (GD, "note")


def test_many_notes_do_not_push_what_is_published_off_the_top(search: Searcher) -> None:
    before = [hit.ref.id for hit in ask(search, "rusbehandling") if hit.status == "current"][:2]
    ids = ["svc-kirkens-sos", "svc-ambulant-nord", "gd-sproyter", "gd-sar", OSLO, "org-stolav"]
    hits = ask(search, "rusbehandling", *(note(id, "Snakk om rusbehandling") for id in ids))
    assert [hit.ref.id for hit in hits][:2] == before
    assert sorted(noted(hits)) == sorted(ids)


@pytest.mark.parametrize("words", ["113", "overdose", "overdose nalokson"])
def test_nothing_stands_before_what_helps_in_need(search: Searcher, words: str) -> None:
    before = ask(search, words)[0].ref
    notes = [note(id, f"{words} {words}", words) for id in (OSLO, TRD, "gd-sar", "eget-sted")]
    assert ask(search, words, *notes)[0].ref == before


def test_filters_and_places_hold_for_noted_records_too(search: Searcher) -> None:
    both = [note(OSLO, "nøkkelkode"), note(GD, "nøkkelkode")]
    assert noted(ask(search, "nøkkelkode", *both, kinds=("guidance",))) == [GD]
    search.notes = Notes(both)
    near = search.search(Request("nøkkelkode", municipality=TRONDHEIM)).hits
    assert [(hit.ref.id, hit.group) for hit in near] == [(GD, "match"), (OSLO, "elsewhere")]
    assert search.count(Request("nøkkelkode"))["kind"] == {"service": 1, "guidance": 1}


def test_a_note_beside_an_own_record_finds_it(search: Searcher) -> None:
    hits = ask(search, "nøkkelkode", note("eget-sted", "nøkkelkode", pack="local"))
    assert [(hit.ref.pack, hit.reason.kind) for hit in hits] == [("local", "note")]


def test_a_note_beside_nothing_finds_nothing(search: Searcher) -> None:
    assert ask(search, "nøkkelkode", note("svc-borte", "nøkkelkode")) == []


def test_without_words_there_are_no_noted_records(search: Searcher) -> None:
    one = note(OSLO, "nøkkelkode")
    assert noted(ask(search, "", one, free=True)) == []
    assert ask(search, "…", one) == []


@given(
    text=st.text(max_size=300), words=st.text(max_size=60), typing=st.booleans(),
    title=st.text(max_size=40),
)  # fmt: skip
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_note_and_any_question_give_marks_that_stand_in_the_text(
    search: Searcher, text: str, words: str, typing: bool, title: str
) -> None:
    for hit in ask(search, words, note(OSLO, text, title), typing=typing):
        if hit.reason.kind == "note":
            assert hit.ref.id == OSLO
            assert hit.marks
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


@given(st.text(alphabet=st.characters(categories=["L", "Nd"]), min_size=1, max_size=30))
@example("gi")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_word_of_a_note_finds_it(search: Searcher, word: str) -> None:
    found = ask(search, f"qqxx {word}", note(OSLO, f"qqxx {word}"))
    # what is critical may stand before it, where it has the word too
    assert OSLO in [hit.ref.id for hit in found[:2]]
