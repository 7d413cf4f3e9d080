"""The ways a word is looked for: nynorsk, unfinished and unseen words, stop words in compounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.samples import GEOGRAPHY
from feltperm.catalogue.build import build_library
from feltperm.catalogue.fold import fold
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import Guidance, Pack, PackHeader
from feltperm.search import Analyser, Request, Searcher, SearchIndex, Synonyms
from feltperm.search.compounds import openings
from feltperm.search.nynorsk import variants
from feltperm.search.plan import Ways
from feltperm.search.ranking import Weights

TEXTS = {
    "skole": "Skolene mener at flere elever må få hjelp.",
    "sykepleier": "Sykepleieren gir veiledning om selvmord og voldtekt.",
    "behandling": "Rus er en sykdom. Etter måneder i behandling ble hun frisk av rus.",
    "atskilt": "Behandling gis her."
    + " Noe helt annet står imellom." * 6
    + " Rus nevnes til slutt.",
    "etterkomme": "Politiet ba ham etterkomme ordren.",
    "takler": "Generatorene i kraftverket stod stille.",
    "aldri": "En helt annen tekst om været.",
}


def searching(folder: Path, **options: object) -> Iterator[Searcher]:
    analyser = Analyser()
    header = PackHeader(
        format=1, pack="national", seq=1, published="2026-11-26", publisher="F", languages=("nb",)
    )
    records = tuple(
        Guidance(id=name, title={"nb": name.title()}, body={"nb": text})
        for name, text in TEXTS.items()
    )
    pack = Pack(header=header, records=records, sha256="x")
    build_library(folder / "l.sqlite", [pack], SearchIndex(analyser), GEOGRAPHY)
    with Library(folder / "l.sqlite") as library:
        yield Searcher(library, Synonyms((), analyser), analyser, **options)  # type: ignore[arg-type]


@pytest.fixture
def search(tmp_path: Path) -> Iterator[Searcher]:
    yield from searching(tmp_path)


def found(search: Searcher, text: str, typing: bool = False) -> list[str]:
    return [hit.ref.id for hit in search.search(Request(text, typing=typing)).hits]


@pytest.mark.parametrize(
    ("nynorsk", "bokmal"),
    [
        ("fleire", "flere"), ("meiner", "mener"), ("skulane", "skolene"),
        ("sjukepleiar", "sykepleier"), ("sjølvmord", "selvmord"), ("valdtekt", "voldtekt"),
        ("tryggleik", "trygghet"),
        ("verksemd", "virksomhet"), ("tidlegare", "tidligere"), ("skuffande", "skuffende"),
        ("opningstid", "åpningstid"), ("laurdag", "lørdag"), ("forfattar", "forfatter"),
        ("einsemd", "ensomhet"), ("tilvising", "henvisning"), ("rettleiing", "veiledning"),
    ],
)  # fmt: skip
def test_a_nynorsk_word_has_its_bokmal_among_the_guesses(nynorsk: str, bokmal: str) -> None:
    assert fold(bokmal) in variants(fold(nynorsk))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=40))
def test_guesses_are_few_and_never_the_word_itself(word: str) -> None:
    guesses = variants(word)
    assert len(guesses) == len(set(guesses)) <= 40
    assert word not in guesses


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("skular", "skole"),
        ("fleire elevar", "skole"),
        ("sjukepleiaren", "sykepleier"),
        ("rettleiing", "sykepleier"),
    ],
)
def test_nynorsk_finds_bokmal_and_says_by_which_word(
    search: Searcher, query: str, first: str
) -> None:
    hits = search.search(Request(query)).hits
    assert hits[0].ref.id == first
    assert hits[0].reason.kind == "synonym"


def test_the_literal_word_alone_finds_no_bokmal(search: Searcher) -> None:
    hits = search.search(Request("rettleiing", literal=True)).hits
    assert "sykepleier" not in [hit.ref.id for hit in hits]


@pytest.mark.parametrize("query", ["rusbehandl", "rusbehandling", "rusbeha"])
def test_a_compound_that_no_text_has_finds_its_parts_while_it_is_typed(
    search: Searcher, query: str
) -> None:
    hits = found(search, query, typing=True)
    assert set(hits[:2]) == {"behandling", "atskilt"}


def test_parts_that_stand_close_together_come_first(search: Searcher, tmp_path: Path) -> None:
    assert found(search, "rusbehandling")[0] == "behandling"


def test_a_stop_word_may_be_half_of_a_compound(search: Searcher) -> None:
    assert found(search, "etter komme")[0] == "etterkomme"
    assert found(search, "komme etter")[0] == "etterkomme"


def test_a_form_that_no_text_has_finds_what_begins_like_its_stem(search: Searcher) -> None:
    assert found(search, "generatoren")[0] == "takler"


def test_each_way_can_be_left_out(tmp_path: Path) -> None:
    for search in searching(tmp_path, ways=Ways(nynorsk=False, near=False)):
        assert "skole" not in found(search, "skular")
        assert found(search, "skolen")[0] == "skole"


def test_a_weight_of_nothing_leaves_a_part_of_the_ranking_out(tmp_path: Path) -> None:
    weights = Weights(near_parts=0, near_words=0, joined=0, parts=0, compounds=0)
    for search in searching(tmp_path, weights=weights, ways=Ways(joined=False, compounds=False)):
        assert found(search, "behandling")
        assert "behandling" not in found(search, "rusbehandling")


def test_an_unfinished_compound_is_cut_most_evenly_first() -> None:
    (names, tail), *_ = openings("rusbehandl")
    assert len(names[0]) >= 3
    assert abs(len(names[0]) - len(tail)) <= 1
    assert (("rus",), "behandl") in openings("rusbehandl")
    assert (("livs", "liv"), "kval") in openings("livskval")
