"""Our own words, and posters that fit their sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from feltperm.app import open_press
from feltperm.paper.job import Job
from feltperm_publish.cli import main
from feltperm_publish.fit import too_long
from feltperm_publish.overlap import borrowed, read_texts
from feltperm_publish.sources import read_sources

SENTENCE = "En to tre fire fem seks sju åtte"
SERVICE = "catalogue/services/svc-sample.md"


def edit(resources: Path, file: str, old: str, new: str) -> None:
    path = resources / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (f"{SENTENCE}.", True),
        ("Før: en, to – tre «fire» fem. Seks sju ÅTTE, og mer.", True),
        ("En to tre fire fem seks sju ni", False),
    ],
)
def test_eight_words_in_a_row_are_borrowed(
    resources: Path, tmp_path: Path, written: str, found: bool
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "kilde.txt").write_text(f"Noe annet. {SENTENCE} ni ti.", encoding="utf-8")
    edit(resources, SERVICE, "Et sted som", f"{written} Et sted som")
    findings = list(borrowed(read_sources(resources), read_texts(texts)))
    assert [(one.record, one.field) for one in findings] == [("svc-sample", "body.nb")] * found
    assert all("kilde.txt" in one.message for one in findings)


def test_a_name_may_be_as_long_as_it_is(resources: Path, tmp_path: Path) -> None:
    source = tmp_path / "kilde.txt"
    source.write_text(SENTENCE, encoding="utf-8")
    edit(resources, SERVICE, "title: Prøvestedet", f"title: {SENTENCE}")
    assert list(borrowed(read_sources(resources), read_texts(source))) == []


def test_the_command_compares_with_the_texts_it_is_given(
    resources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "kilde.txt"
    source.write_text(SENTENCE, encoding="utf-8")
    edit(resources, SERVICE, "Et sted som", f"{SENTENCE}. Et sted som")
    assert main(["lint", "--sources", str(resources), "--against", str(source)]) == 1
    assert "kilde.txt: say it in other words" in capsys.readouterr().err


def test_a_step_too_long_for_the_sheet_is_found_in_its_language(resources: Path) -> None:
    with open_press() as press:

        def findings() -> list[tuple[str, str]]:
            found = too_long(read_sources(resources), press, resources, date(2026, 11, 26))
            return [(one.record, one.message) for one in found]

        assert findings() == []
        edit(
            resources,
            "catalogue/posters/ps-sample.md",
            "title: Prøveplakat",
            "title: {nb: P, en: P}",
        )
        steps = "steps:\n  - {title: {nb: Kort, en: " + "Steplength" * 12 + "}}\n"
        edit(
            resources,
            "catalogue/guidance/gd-sample.md",
            "steps:\n  - Første steg\n  - {title: Andre steg, detail: Forklaring}\n",
            steps,
        )
        ((record, message),) = findings()
    assert record == "ps-sample"
    assert "A4 in 'en'" in message


class _Recorder:
    """A press that remembers what it was to set."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def set(self, job: Job) -> None:
        self.jobs.append(job)


def test_an_alert_is_tried_with_the_area_that_stands_on_its_sheet(resources: Path) -> None:
    alert = resources / "catalogue/alerts/al-sample.md"
    alert.parent.mkdir()
    alert.write_text(
        "---\ntitle: Varsel\nphrases: [alert.new]\narea: {municipalities: ['5001', '0301']}\n---\n",
        encoding="utf-8",
    )
    phrases = ("alert.new", "alert.level.info", "alert.valid", "alert.ask_us")
    listed = ", ".join(f"{name}: {{text: {{nb: {name}}}}}" for name in phrases)
    (resources / "vocabulary/phrases.yaml").write_text(f"phrases: {{{listed}}}\n")
    press = _Recorder()
    assert not list(too_long(read_sources(resources), press, resources, date(2026, 11, 26)))  # type: ignore[arg-type]
    (job,) = (one for one in press.jobs if one.record == "sample/al-sample")
    assert "Trondheim og Oslo" in job.subtitle["nb"]


def test_every_form_of_a_poster_is_tried(resources: Path) -> None:
    signs = "".join(f"  - {{words: {word}, icon: phone}}\n" for word in ("Ring", "Lytt", "Bli"))
    forms = f"forms: [signs, cards]\nsigns:\n{signs}steps_from:"
    edit(resources, "catalogue/posters/ps-sample.md", "steps_from:", forms)
    press = _Recorder()
    assert not list(too_long(read_sources(resources), press, resources, date(2026, 11, 26)))  # type: ignore[arg-type]
    tried = [job.layout for job in press.jobs if job.record == "sample/ps-sample"]
    assert tried == ["steps", "cards", "signs"]
