"""Who is known to fit what a record says of whom it is for, and who is known not to."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

import pytest

from feltperm.catalogue.audiences import EVERYONE, fit, placed
from feltperm_publish import yamltext

LIST = Path(__file__).resolve().parents[2] / "resources/vocabulary/audiences.yaml"


def answer(said: tuple[str, ...], *wanted: str) -> bool | None:
    named: dict[str, Set[int]] = {one: {1} for one in said}
    yes, no = fit(named, wanted)
    return True if yes else False if no else None


def test_the_list_of_words_and_what_rules_out_what_know_the_same_ids() -> None:
    words = yamltext.read(LIST)
    assert set(words) == placed()
    assert all(set(wording) == {"nb", "nn", "en"} and all(wording.values())
               for wording in words.values())  # fmt: skip


@pytest.mark.parametrize("wanted", sorted(placed()))
def test_everyone_fits_every_choice_and_its_own_name_fits_each(wanted: str) -> None:
    assert answer((EVERYONE,), wanted) is True
    assert answer((wanted,), wanted) is True
    assert answer((), wanted) is None


@pytest.mark.parametrize(
    ("said", "wanted", "fits"),
    [
        (("relatives",), "professionals", False),
        (("relatives",), "people_who_use", False),
        (("professionals",), "in_lar", False),
        (("people_who_use",), "relatives", False),
        # one may be several things at once
        (("people_who_use",), "homeless", None),
        (("mental_health",), "people_who_use", None),
        # age and sex say nothing of the rest, nor the rest of them
        (("adults",), "relatives", None),
        (("people_who_use",), "women", None),
        (("professionals",), "adults", None),
        (("men",), "women", False),
        (("women",), "pregnant_parents", None),
        # «voksne og pårørende»: those it is about are not ruled out
        (("adults", "relatives"), "people_who_use", None),
        (("adults", "relatives"), "professionals", False),
        # «unge som bruker rusmidler; også foreldre»: parents may be those around them
        (("people_who_use", "young", "pregnant_parents"), "relatives", None),
        (("people_who_use", "young"), "relatives", False),
        # the young and the others overlap
        (("adults",), "children", False),
        (("children",), "adults", False),
        (("young",), "children", None),
        (("adults",), "young", None),
        # a part of the wanted, and more than the wanted
        (("health_professionals",), "professionals", True),
        (("professionals",), "health_professionals", None),
        (("professionals",), "helpers", True),
        (("bereaved",), "relatives", True),
        (("relatives",), EVERYONE, False),
        (("something-else",), "relatives", None),
    ],
)  # fmt: skip
def test_only_what_the_statement_speaks_of_is_ruled_out(
    said: tuple[str, ...], wanted: str, fits: bool | None
) -> None:
    assert answer(said, wanted) is fits


def test_of_several_that_are_asked_for_one_is_enough() -> None:
    assert answer(("relatives",), "women", "people_who_use") is None
    assert answer(("relatives",), "professionals", "people_who_use") is False
    assert answer(("relatives",), "professionals", "relatives") is True
