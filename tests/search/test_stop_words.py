"""Words that say nothing, and words that only look like them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from catalogue.samples import GEOGRAPHY, built, guidance, pack, service
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import build_library
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import Area
from feltperm.search import Analyser, Request, Searcher, SearchIndex, Synonyms
from feltperm.search.stop_words import is_stop_word


def ids(library: Library, text: str) -> list[str]:
    analyser = Analyser()
    searcher = Searcher(library, Synonyms([], analyser), analyser)
    return [hit.ref.id for hit in searcher.search(Request(text)).hits]


@pytest.mark.parametrize(
    "words",
    [
        "jeg du han hun den det vi dere de og eller men som at om hvis hva hvem hvor når hvordan i"
        " på til fra med uten for av er var har hadde kan skal vil må ikke noen noe finnes",
        "eg du han ho vi me de dei og eller men som at om dersom kva kven kor korleis i på til frå"
        " med utan for av er var har hadde kan skal vil må ikkje nokon noko finst",
        "i you he she it we they the a an and or but if what who where when how in on at to from"
        " with without for of is are was have has can should will not some any",
    ],
    ids=["nb", "nn", "en"],
)
def test_function_words_are_stop_words(words: str) -> None:
    assert [word for word in words.split() if not is_stop_word(word)] == []


@pytest.mark.parametrize(
    "word", ["aa", "na", "far", "bor", "hå", "ås", "lar", "rop", "hjelp", "nok"]
)
def test_words_that_say_something_are_none(word: str) -> None:
    assert not is_stop_word(word)


@pytest.mark.parametrize("word", ["på", "paa", "pa", "p\u0061\u030a", "nå", "å", "være", "vaere"])
def test_stop_words_in_any_spelling(word: str) -> None:
    assert is_stop_word(word)


def test_stop_words_are_dropped_only_beside_others(tmp_path: Path) -> None:
    records = (
        guidance("gd-a", "Hva er dette"),
        guidance("gd-b", "Hjelp når det trengs"),
        guidance("gd-c", "Noe annet, som er her"),
    )
    with built(tmp_path, pack(records)) as library:
        assert ids(library, "hva er det hjelp") == ["gd-b"]
        assert ids(library, "hva er dette")[0] == "gd-a"
        assert set(ids(library, "som er")) == {"gd-a", "gd-c"}


def test_a_municipality_with_the_letters_of_a_stop_word_is_found(tmp_path: Path) -> None:
    place = msgspec.structs.replace(GEOGRAPHY.municipalities[0], name="Hå", number="1119")
    here = service("svc-haa", "Stedet", area=Area(municipalities=("1119",)))
    records = (here, guidance("gd-a", "Noe annet"))
    path = tmp_path / "library.sqlite"
    build_library(path, [pack(records)], SearchIndex(), Geography([place]))
    with Library(path) as library:
        assert ids(library, "Hå") == ["svc-haa"]
