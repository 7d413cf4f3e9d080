"""Text to tokens, the same at both ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm.search.compounds import cuts, joins, split
from feltperm.search.near import NearWords, nearest
from feltperm.search.text import Analyser, plain

ANALYSER = Analyser()


def stems(text: str) -> list[str]:
    return [token.stem for token in ANALYSER.tokens(text)]


@pytest.mark.parametrize(
    ("forms"),
    [
        ("sprøyte", "sprøyter", "sprøytene", "Sproyter", "sproeytene"),
        ("behandling", "behandlingen", "behandlinger", "behandlingene"),
        ("pårørende", "parorende", "paaroerende"),
    ],
)
def test_inflections_and_spellings_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({tuple(stems(form)) for form in forms}) == 1


def test_offsets_are_those_of_the_original() -> None:
    text = "«Ørland»: ta e\u0301n – 22\u00a040, ACT/FACT."
    assert [text[t.start : t.end] for t in ANALYSER.tokens(text)] == [
        "Ørland", "ta", "e\u0301n", "22", "40", "ACT", "FACT",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ['"', "(", "_", "\0", "\ud800", "😀", "\u200f", "-", "*", " "])
def test_what_is_no_word_is_none(text: str) -> None:
    assert list(ANALYSER.tokens(text)) == []


@given(st.text(st.characters()))
def test_any_text_has_tokens_that_stand_in_it(text: str) -> None:
    tokens = list(ANALYSER.tokens(text))
    assert [(t.start, t.end) for t in tokens] == ANALYSER.spans(text)
    assert [(t.surface, t.stem) for t in tokens] == ANALYSER.all_forms(text)
    for token in tokens:
        assert token.surface
        assert token.stem
        assert not set(token.surface) & set(' "*():^')
    assert ANALYSER.words(text) == [token.word for token in ANALYSER.tokens(text.lower())]
    plain(text)


def test_very_long_words_are_cut_not_refused() -> None:
    (token,) = ANALYSER.tokens("x" * 100_000)
    assert len(token.surface) == 64
    assert token.end == 100_000


def test_doctors_are_no_adjectives() -> None:
    assert set(stems("fastlege fastlegen fastleger fastlegene fastlegar fastlegane")) == {"fastleg"}
    assert stems("allmennlegen tannlege tannlegevakt") == ["allmennleg", "tannleg", "tannlegevakt"]
    assert stems("fast faste farlege") == ["fast", "fast", "far"]


def test_markdown_is_read_as_its_words() -> None:
    markdown = "## Hvem\n\n* Alle med **rus**\n1. Se [skjema](https://example.org/a_b)\n> sitat"
    assert plain(markdown) == "Hvem Alle med rus Se skjema sitat"
    assert plain("12. mars – 3 * 4") == "12. mars – 3 * 4" or plain("") == ""


LEXICON = {
    "rus": "rus", "behandling": "behandling", "behandlingen": "behandling", "omsorg": "omsorg",
    "tilbud": "tilbud", "over": "over", "dose": "dos", "arbeid": "arbeid", "barne": "barn",
    "vern": "vern", "kamp": "kamp", "hund": "hund", "gene": "gen",
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("rusbehandling", ("rus", "behandling")),
        ("rusbehandlingen", ("rus", "behandling")),
        ("omsorgsarbeid", ("omsorg", "arbeid")),
        ("behandlingstilbud", ("behandling", "tilbud")),
        ("barnevern", ("barn", "vern")),
        ("hundekamp", ("hund", "kamp")),
        ("rus", None),
        ("ukjentbehandling", None),
        ("behandlingene", None),
        ("overdose", None),
    ],
)
def test_splitting(word: str, parts: tuple[str, str] | None) -> None:
    assert split(word, LEXICON.get) == parts
    asked: set[str] = set()
    split(word, lambda part: asked.add(part) or LEXICON.get(part))  # type: ignore[func-returns-value]
    assert asked <= cuts(word)


def test_joining_goes_both_ways_with_and_without_a_linking_letter() -> None:
    made = joins([("behandling", "behandling"), ("rus", "rus")])
    assert {"rusbehandling", "behandlingsrus", "behandlingrus"} <= set(made)


def test_near_words_by_length() -> None:
    near = NearWords([("sproyter", 5), ("lar", 9), ("lap", 1), ("feltpleie", 2), ("116", 3)])
    assert near.near("sproiter") == ["sproyter"]
    assert near.near("sproitre") == ["sproyter"]
    assert near.near("lra") == ["lar"]
    assert near.near("lax") == ["lar", "lap"]
    assert near.near("117") == []
    assert near.near("la") == []
    assert near.near("feltplxxx") == []
    assert near.suggestions("feltplxxx") == ["feltpleie"]
    assert near.beginnings("sproi") == ["sproy"]
    assert near.near("feltplei") == near.near("feltplei")


def test_nearest_of_any_strings() -> None:
    assert nearest("svc-112", ["svc-113", "gd-overdose"]) == ["svc-113"]
    assert nearest("zzz", ["svc-113"]) == []
