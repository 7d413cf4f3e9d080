"""The forms a poster claims: each slip of the author is found, and what does not fit is too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from feltperm_publish.findings import Finding
from feltperm_publish.lint import check
from feltperm_publish.place import Place

TODAY = date(2026, 11, 26)
POSTER = "catalogue/posters/ps-sample.md"
SIGNS = """\
forms: [signs, cards]
signs:
  - {words: {nb: Ring, pl: Dzwoń}, icon: phone, call_113: true}
  - {words: {nb: Blås luft}, icon: phone}
  - {words: Gi spray, icon: phone}
"""


@pytest.fixture
def poster(resources: Path) -> Path:
    """The sample poster with signs and cards, as they should be written."""
    drawing = resources / "icons" / "pictograms" / "phone.svg"
    drawing.parent.mkdir(parents=True, exist_ok=True)
    drawing.write_text("<svg/>", encoding="utf-8")
    path = resources / POSTER
    path.write_text(path.read_text(encoding="utf-8").replace("steps_from", f"{SIGNS}steps_from"))
    return path


def findings(poster: Path) -> list[Finding]:
    resources = poster.parents[2]
    return check(Place(resources, resources), TODAY)[2]


def test_signs_as_they_should_be_are_fine(poster: Path) -> None:
    assert findings(poster) == []


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("[signs, cards]", "[cards]", "signs", "give both"),
        ("[signs, cards]", "[signs, cards, cards]", "forms", "each form once"),
        ("[signs, cards]", "[signs, cards, tavle]", "forms[2]", "Invalid enum value"),
        ("  - {words: Gi spray, icon: phone}\n", "", "signs", "give 3, not 2"),
        (
            "words: Gi spray",
            "words: Gi naloksonspray",
            "signs[2].words.nb",
            "15 letters, 12 at most",
        ),
        ("pl: Dzwoń", "pl: Zadzwoń natychmiast", "signs[0].words.pl", "at most"),
        ("{nb: Blås luft}", "{en: Breathe}", "signs[1].words.nb", "is missing"),
        ("spray, icon: phone", "spray, icon: rocket", "signs[2].icon", "no pictogram 'rocket'"),
        ("spray, icon: phone", "spray, icon: phone, call_113: true", "signs", "under one of them"),
        ("words: Gi spray", 'words: "Gi \\u202Espray"', "signs[2].words.nb", "U+202E"),
    ],
)
def test_slip_in_the_signs_is_found(
    poster: Path, old: str, new: str, field: str, words: str
) -> None:
    text = poster.read_text(encoding="utf-8")
    assert old in text
    poster.write_text(text.replace(old, new), encoding="utf-8")
    (finding,) = findings(poster)
    assert (finding.file, finding.field) == (POSTER, field)
    assert words in finding.message


def test_signs_without_the_form_are_found(poster: Path) -> None:
    text = poster.read_text(encoding="utf-8")
    poster.write_text(text.replace(SIGNS, "forms: [signs]\n"), encoding="utf-8")
    (finding,) = findings(poster)
    assert (finding.field, finding.message.startswith("give both")) == ("signs", True)
