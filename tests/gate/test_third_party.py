"""The list of what others made names every library that the program carries."""

from __future__ import annotations

from pathlib import Path

from devtools.third_party import carried, table

ROOT = Path(__file__).resolve().parents[2]


def names(text: str) -> set[str]:
    return {line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| ")}


def test_the_list_names_what_is_installed() -> None:
    listed = names((ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8"))
    assert names(table()) <= listed


def test_nothing_of_the_publishers_or_the_developers_is_carried() -> None:
    found = {one.name.lower() for one in carried()}
    assert {"typst", "tuf", "shiboken6"} <= found
    assert found.isdisjoint({"openpyxl", "pyyaml", "pytest", "mypy", "holidays", "pip"})


def test_every_library_names_its_licence() -> None:
    assert [line for line in table().splitlines() if "see its files" in line] == []
