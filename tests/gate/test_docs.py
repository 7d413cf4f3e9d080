"""What the documentation names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from feltperm.paths import resource

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_every_threat_names_tests_that_exist() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    threats = text.partition("\n## ")[0]
    rows = [one for one in threats.splitlines() if one.startswith("| ") and "---" not in one][1:]
    assert len(rows) > 10
    for row in rows:
        named = re.findall(r"`([\w/.]+)`", row.rsplit("|", 2)[1])
        assert named, row
        assert all((ROOT / "tests" / name).exists() for name in named), row


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", text):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize(
    "page",
    sorted((ROOT / "docs" / "user").rglob("*.md")),
    ids=lambda page: "-".join(page.parts[-2:]),
)
def test_a_users_page_has_a_picture_that_the_program_leaves_out(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(re.findall(r"^!\[.{15,}\]\(.*\.png\)$", text, re.MULTILINE)) == 1
    language, name = page.parts[-2:]
    shown = resource(f"compiled/help/{language}/{name}").read_text(encoding="utf-8")
    assert "![" not in shown
    assert shown.splitlines()[0] == text.splitlines()[0]
