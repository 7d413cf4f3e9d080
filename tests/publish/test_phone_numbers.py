"""Numbers as people in Norway read them."""

from __future__ import annotations

import pytest

from feltperm_publish.phones import display, problem


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("22400040", "22 40 00 40"),
        ("73000001", "73 00 00 01"),
        ("91508588", "915 08 588"),
        ("40000001", "400 00 001"),
        ("80040567", "800 40 567"),
        ("116117", "116 117"),
        ("02800", "02800"),
        ("113", "113"),
        ("+4791508588", "+47 915 08 588"),
        ("+46771220060", "+46 77 122 00 60"),
    ],
)
def test_display_groups_the_digits(number: str, shown: str) -> None:
    assert display(number) == shown


@pytest.mark.parametrize(
    "number",
    ["113", "110", "112", "116117", "116123", "116006", "02800", "22591300", "80040567",
     "+46771220060"],
)  # fmt: skip
def test_numbers_in_use_are_accepted(number: str) -> None:
    assert problem(number) == ""


@pytest.mark.parametrize(
    "number",
    ["", "1", "118", "2240004", "224000400", "12345678", "22 40 00 40", "004722400040", "+1", "x"],
)
def test_numbers_not_in_use_are_named(number: str) -> None:
    assert problem(number)
