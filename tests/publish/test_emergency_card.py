"""The emergency card is made from the records it quotes, and opens without anything else."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from feltperm.catalogue.emergency import (
    LEAST_CARD,
    CardPlan,
    EmergencyCard,
    TabPlan,
    later_card,
    load_card,
    make_card,
)
from feltperm.catalogue.records import (
    Guidance,
    Phone,
    Record,
    Review,
    Service,
    Source,
    Step,
    Urgency,
)
from feltperm.errors import ContentDamaged

REVIEW = Review(by="Oppdiktet navn", role="lege", on="2026-11-24")


def source(read_on: str) -> tuple[Source, ...]:
    return (Source(publisher="Prøve", title="Side", read_on=read_on),)


def records(*, reviewed: dict[str, Review] | None = None) -> list[Record]:
    return [
        Guidance(
            id="gd-a",
            title={"nb": "Prøve på råd"},
            steps=(Step(title={"nb": "En"}), Step(title={"nb": "To"})),
            sources=source("2026-11-20"),
            reviewed=reviewed or {},
        ),
        Guidance(
            id="gd-b",
            title={"nb": "Andre prøve"},
            urgency=(Urgency(level="call_113", signs=({"nb": "Tegn"},)),),
            sources=source("2026-11-21"),
            reviewed={"nb": REVIEW},
        ),
        Service(
            id="svc-113",
            title={"nb": "Prøvetelefon"},
            phones=(Phone(number="116117", display="116 117"), Phone(number="113")),
            needs_check=True,
            sources=source("2026-11-22"),
        ),
    ]


PLAN = CardPlan(
    tabs=(
        TabPlan(title={"nb": "Andre", "en": "Second"}, record="gd-b"),
        TabPlan(title={"nb": "Første"}, record="gd-a"),
    ),
    numbers=("svc-113",),
)


def test_tabs_and_numbers_stand_in_the_planned_order() -> None:
    card = make_card(PLAN, records())
    assert [tab.record for tab in card.tabs] == ["gd-b", "gd-a"]
    assert [step.title["nb"] for step in card.tabs[1].steps] == ["En", "To"]
    assert card.tabs[0].urgency[0].level == "call_113"
    assert card.tabs[0].title["en"] == "Second"
    (number,) = card.numbers
    assert (number.number, number.display, number.needs_check) == ("116117", "116 117", True)


def test_checked_is_the_oldest_day_so_that_no_part_is_older() -> None:
    without = make_card(msgspec.structs.replace(PLAN, tabs=PLAN.tabs[:1]), records())
    assert without.checked == "2026-11-21"
    assert make_card(PLAN, records()).checked == "2026-11-20"


def test_reviewed_means_every_tab() -> None:
    assert make_card(PLAN, records()).reviewed == ()
    both = make_card(PLAN, records(reviewed={"nb": REVIEW, "en": REVIEW}))
    assert both.reviewed == ("nb",)
    assert both.tabs[1].reviewed == ("en", "nb")


@pytest.mark.parametrize(
    "plan",
    [
        CardPlan(tabs=(TabPlan(title={"nb": "x"}, record="gd-gone"),), numbers=()),
        CardPlan(tabs=(TabPlan(title={"nb": "x"}, record="svc-113"),), numbers=()),
        CardPlan(tabs=(), numbers=("gd-a",)),
        CardPlan(tabs=(), numbers=("svc-gone",)),
    ],
)
def test_planned_record_that_is_missing_or_of_another_kind_is_named(plan: CardPlan) -> None:
    name = plan.tabs[0].record if plan.tabs else plan.numbers[0]
    with pytest.raises(ValueError, match=name):
        make_card(plan, records())


def test_guidance_with_nothing_to_do_is_refused() -> None:
    empty = Guidance(id="gd-a", title={"nb": "Tom"})
    with pytest.raises(ValueError, match="gd-a"):
        make_card(PLAN, [empty, *records()[1:]])


def test_card_survives_its_file(tmp_path: Path) -> None:
    card = make_card(PLAN, records())
    path = tmp_path / "emergency.json"
    path.write_bytes(msgspec.json.encode(card))
    assert load_card(path) == card


@pytest.mark.parametrize("data", [b"", b"{}", b"[1", b'{"tabs":[{}],"numbers":[]}', b"\xff"])
def test_damaged_file_says_to_ring_113(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "emergency.json"
    path.write_bytes(data)
    with pytest.raises(ContentDamaged, match="113"):
        load_card(path)


def test_missing_file_says_to_ring_113(tmp_path: Path) -> None:
    with pytest.raises(ContentDamaged, match="113"):
        load_card(tmp_path / "emergency.json")


def test_a_card_without_tabs_has_no_day() -> None:
    assert make_card(CardPlan(tabs=(), numbers=()), []) == EmergencyCard(tabs=(), numbers=())


# --- the words of a later release ----------------------------------------------------------------


def later(edition: int, *changed: Record) -> EmergencyCard:
    card = make_card(PLAN, records(), edition=7)
    known = {one.id: one for one in (*records(), *changed)}
    return later_card(card, edition, known.get)


def test_a_later_release_brings_its_words_to_the_card() -> None:
    first = records()[0]
    assert isinstance(first, Guidance)
    new = msgspec.structs.replace(first, steps=(Step(title={"nb": "Et nytt steg"}),))
    card = later(8, new)
    assert card.edition == 8
    assert card.tabs[1].steps[0].title == {"nb": "Et nytt steg"}


@pytest.mark.parametrize("edition", [6, 7])
def test_an_older_or_the_same_release_changes_nothing(edition: int) -> None:
    assert later(edition) == make_card(PLAN, records(), edition=7)


def test_a_later_release_without_a_record_of_the_card_changes_nothing() -> None:
    card = make_card(PLAN, records(), edition=7)
    assert later_card(card, 8, lambda _id: None) == card


def test_a_card_of_two_numbers_stays_so() -> None:
    known = {one.id: one for one in records()}
    assert later_card(LEAST_CARD, 8, known.get) == LEAST_CARD
