"""The words for how fresh a record is (DESIGN section 2: freshness), and why it was found."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from feltperm.catalogue.freshness import freshness
from feltperm.catalogue.records import Guidance, Service, Source
from feltperm.desk.find import Hint
from feltperm.desk.terms import Terms
from feltperm.search import Reason
from feltperm.ui.words import LONGEST_WORD, Words

NOW = datetime(2026, 11, 25, 12)
WORDS = Words(offers={}, categories={}, terms=Terms(()), now=lambda: NOW)


def said(read_on: str, verified_on: str = "", valid_until: str = "") -> tuple[str, str]:
    record = Service(
        id="svc-a",
        title={"nb": "Prøve"},
        sources=(Source(publisher="Prøve", title="Side", read_on=read_on),),
        verified_on=verified_on,
        valid_until=valid_until,
    )
    return WORDS.freshness(freshness(record, NOW.date()), record)


@pytest.mark.parametrize(
    ("facts", "wording"),
    [
        (("2026-11-22", "2026-11-20"), ("Sjekket 20. november 2026", "green")),
        (("2026-11-22",), ("Ikke bekreftet etter 22. november 2026", "plain")),
        (("2025-09-01",), ("Bør sjekkes", "amber")),
        (("2024-06-01",), ("Ikke sjekket på 29 måneder", "amber")),
        # read the other day, but past its own end
        (("2026-11-22", "", "2026-11-01"), ("Gjelder ikke etter 1. november 2026", "amber")),
        (("2024-06-01", "", "2027-06-01"), ("Ikke sjekket på 29 måneder", "amber")),
        # the later of the two days somebody looked
        (("2024-06-01", "2023-06-01"), ("Ikke sjekket på 29 måneder", "amber")),
        (("2024-06-01", "i fjor"), ("Ikke sjekket på 29 måneder", "amber")),
    ],
)
def test_each_state_is_said_in_its_own_words(
    facts: tuple[str, ...], wording: tuple[str, str]
) -> None:
    assert said(*facts) == wording


@pytest.mark.parametrize(
    ("reason", "wording"),
    [
        (Reason("word", "LAR", "LAR"), ""),
        (Reason("stem", "sprøytene", "sprøyter"), ""),
        (Reason("near", "sprøiter", "sprøyter"), "sprøiter → sprøyter"),
        (
            Reason("synonym", "LAR", "legemiddelassistert rehabilitering"),
            "LAR = legemiddelassistert rehabilitering",
        ),
        (Reason("joined", "rus behandling", "rusbehandling"), "rus + behandling"),
        (Reason("part", "rusbehandlingen", "rus + behandling"), "rus + behandling"),
        (Reason("part", "rusbehandlingen", "rus"), "rusbehandlingen → rus"),
        (Reason("part", "rus", "Rusbehandling"), "rus → Rusbehandling"),
        (Reason("near", "samme", "samme"), ""),
    ],
)
def test_each_reason_is_said_in_few_words(reason: Reason, wording: str) -> None:
    assert WORDS.reason(reason) == wording


def test_a_long_word_is_cut_in_a_reason() -> None:
    said = WORDS.reason(Reason("near", "x" * 1000, "sprøyter"))
    assert said == "x" * (LONGEST_WORD - 1) + "… → sprøyter"


def test_the_line_above_the_hits_says_for_which_words_they_are() -> None:
    hint = Hint("also", "sprøiter", ("sprøyter",))
    plain: Any = SimpleNamespace(query="sprøyter", total=3, hint=None)
    near: Any = SimpleNamespace(query="sprøiter", total=12, hint=hint)
    assert WORDS.count(plain) == "3 treff på «sprøyter»"
    assert WORDS.count(near) == "12 treff på «sprøiter»  ·  viser treff for «sprøyter»"
    assert WORDS.count(plain, literal=True) == "3 treff på bare «sprøyter»"
    assert WORDS.literal(near, literal=False) == "Søk bare etter «sprøiter»"
    assert WORDS.literal(near, literal=True) == "Ta med lignende ord (Esc)"


def test_a_page_says_for_whom_it_is_and_the_words_of_the_source() -> None:
    words = Words(
        offers={}, categories={}, terms=Terms(()), now=lambda: NOW,
        audiences={"adults": {"nb": "Voksne", "en": "Adults"}, "relatives": {"nb": "Pårørende"}},
    )  # fmt: skip
    title = {"nb": "Prøve"}

    def said(language: str = "nb", **more: Any) -> dict[str, str]:
        return dict(words.facts(Service(id="svc-a", title=title, **more), language))

    both = said(audience=("adults", "relatives"), eligibility={"nb": "Over 18 år, og pårørende."})
    assert both["For hvem"] == "Voksne, pårørende"
    assert both["Hvem kan bruke det"] == "Over 18 år, og pårørende."
    assert said(audience=("adults",), eligibility={"nb": "Voksne."}) == {"For hvem": "Voksne"}
    assert said(eligibility={"nb": "Rusfri."}) == {"For hvem": "Rusfri."}
    assert said("en", audience=("adults",)) == {"For hvem": "Adults"}
    assert said() == {}
    text = Guidance(id="gd-a", title=title, audience=("relatives",))
    assert words.for_whom(text) == "For hvem: Pårørende"
    assert words.for_whom(Guidance(id="gd-b", title=title)) == ""
