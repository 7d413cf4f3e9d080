"""A warning in at most twelve answers: asked, written, judged, and shown as a poster."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.records import Alert, Area, Service
from feltperm_publish import alert_command
from feltperm_publish.alert import QUESTIONS, SORTS, Asked, alert_fields, ask, file_name
from feltperm_publish.cli import main
from feltperm_publish.lint import check
from feltperm_publish.place import Place, find_place
from feltperm_publish.tables import municipalities, phrase_texts

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TODAY = date(2026, 11, 27)  # a Friday
ASKED = Asked(
    TODAY,
    Geography(municipalities(RESOURCES)),
    {"svc-a": "Kafeen", "svc-b": "Åpen stue", "svc-c": "Åpen vakt"},
)
FIND = [
    "Falske tabletter", "akutt", "To fikk pustestans.", "Trondheim, orkland", "", "Kommunen", "",
    "Hvite", "Lade", "26.11.2026", "mistanke",
]  # fmt: skip
OPERATION = [
    "Stengt i jula", "endret", "Vannlekkasje.", "hele landet", "5.12.", "Kommunen",
    "https://example.org", "svc-a, svc-b", "",
]  # fmt: skip
OTHER = ["Nytt telefonnummer", "orientering", "Bytt nummer.", "0301", "", "Kommunen", "", "Si fra"]
PLAIN = {"piller": FIND, "stoff": FIND, "smitte": OTHER, "annet": OTHER, "stengt": OPERATION,
         "endret": OPERATION}  # fmt: skip


def answering(*lines: str) -> Callable[[str], str]:
    given = iter(lines)
    return lambda _question: next(given)


@pytest.mark.parametrize("sort", SORTS)
def test_at_most_twelve_questions_are_put_and_all_answers_are_used(sort: str) -> None:
    put: list[str] = []
    answers = answering(sort, *PLAIN[sort])

    def answer(question: str) -> str:
        put.append(question)
        return answers(question)

    given = ask(ASKED, answer, pytest.fail)
    assert len(put) == len(PLAIN[sort]) + 1 <= 12
    assert given["sort"] == sort


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_makes_an_alert_that_the_lint_accepts_and_that_fits(
    sort: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = tmp_path / "sources"
    (sources / "catalogue/services").mkdir(parents=True)
    (sources / "catalogue/pack.yaml").write_text(
        'pack: tk\nseq: 1\npublished: "2026-11-26"\npublisher: T\nlanguages: [nb]\n',
        encoding="utf-8",
    )
    record = (
        "---\ntitle: {name}\ntopics: [outreach]\narea: {{municipalities: [5001]}}\n"
        "sources: [{{publisher: F, title: t, read_on: 2026-11-22}}]\n---\n"
    )
    for name in ("svc-a", "svc-b"):
        path = sources / f"catalogue/services/{name}.md"
        path.write_text(record.format(name=name), encoding="utf-8")
    lines = [line.replace("26.11.2026", "22.11.2026") for line in PLAIN[sort]]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join([sort, *lines]) + "\n"))
    poster = tmp_path / "varsel.pdf"
    code = main(["alert", "--sources", str(sources), "--poster", str(poster)])
    assert code == 0, capsys.readouterr().err
    assert poster.read_bytes().startswith(b"%PDF")
    assert main(["lint", "--sources", str(sources)]) == 0, capsys.readouterr().err
    found, _, findings = check(find_place(sources), date.today())
    (made,) = (one for one in found.records if isinstance(one, Alert))
    assert findings == []
    assert made.level in ("acute", "changed", "info")
    assert made.said_by == "Kommunen"


def test_what_is_not_understood_is_asked_again_with_what_to_write() -> None:
    told: list[str] = []
    given = ask(
        ASKED,
        answering(
            "pille", "piller", "", "Tittel", "verst", "akutt", "Noe.", "Atlantis", "Oslo",
            "i går", "24.11.2026", "", "Kommunen", "", "", "Lade", "1.12.2026", "26/11/26",
            "kanskje", "bekreftet",
        ),
        told.append,
    )  # fmt: skip
    assert given["places"] == {"municipalities": ["0301"]}
    assert (given["until"], given["seen_on"]) == ("2026-12-11", "2026-11-26")
    assert given["sure"] == "confirmed"
    assert [words.split(".")[0] for words in told] == [
        "Skriv ett av disse: piller, stoff, smitte, stengt, endret, annet",
        "Skriv noen ord",
        "Skriv ett av disse: akutt, endret, orientering",
        "Kjenner ikke kommunen «Atlantis»",
        "Skriv en dato, som 28",
        "Varselet må gjelde til i dag eller senere",
        "Datoen har ikke vært ennå",
        "Skriv ett av disse: bekreftet, mistanke",
    ]


def test_a_service_is_told_by_its_id_or_its_name() -> None:
    told: list[str] = []
    lines = [*OPERATION[:-2], "kafe", "åpen", "Bussen", "svc-a, apen stue", "Ring rundt"]
    given = ask(ASKED, answering("stengt", *lines), told.append)
    assert given["services"] == ["svc-a", "svc-b"]
    assert told == [
        "«kafe» passer til svc-a. Skriv id-en.",
        "«åpen» passer til svc-b og svc-c. Skriv id-en.",
        "Kjenner ikke «Bussen». Skriv id eller hele navnet, med komma imellom.",
    ]


@pytest.mark.parametrize(
    ("sort", "lines"), [("smitte", OTHER), ("annet", OTHER), ("stengt", OPERATION)]
)
def test_acute_danger_of_any_sort_says_how_sure_it_is(sort: str, lines: list[str]) -> None:
    title, _, *rest = lines
    at = rest.index("https://example.org") + 1 if sort == "stengt" else rest.index("Si fra")
    answers = answering(sort, title, "akutt", *rest[:at], "mistanke", *rest[at:])
    fields = alert_fields(ask(ASKED, answers, pytest.fail), phrase_texts(RESOURCES), TODAY)
    assert (fields["level"], fields["certainty"]) == ("acute", "suspected")


def test_a_title_that_is_taken_is_asked_again() -> None:
    told: list[str] = []
    asked = replace(ASKED, titles=("falske TABLETTER",))
    lines = [FIND[0], "Falske tabletter på Lade", *FIND[1:]]
    assert ask(asked, answering("piller", *lines), told.append)["title"] == lines[1]
    assert [words.split(".")[0] for words in told] == ["Et varsel heter det allerede"]


def test_a_service_of_the_whole_country_is_not_among_those_to_close(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    national = [
        Service(id=name, title={"nb": name}, area=area)
        for name, area in (
            ("svc-all", Area(country=True)),
            ("svc-here", Area(municipalities=("5001",))),
        )
    ]
    asked = alert_command._asked(Place(tmp_path, RESOURCES, tuple(national)), TODAY)
    assert list(asked.services) == ["national/svc-here"]


def test_what_the_lint_would_refuse_is_asked_again_at_once() -> None:
    told: list[str] = []
    lines = [*FIND[:6], "kommunen.no", "https://kommunen.no/varsel", *FIND[7:-1], "", "mistanke"]
    given = ask(ASKED, answering("piller", *lines), told.append)
    assert given["url"] == "https://kommunen.no/varsel"
    assert given["sure"] == "suspected"
    assert told == [
        "Skriv hele adressen, med https:// foran, eller la det stå tomt.",
        "Skriv ett av disse: bekreftet, mistanke.",
    ]


def test_the_words_of_the_poster_come_from_the_bank_in_every_language() -> None:
    given = ask(ASKED, answering("piller", *FIND), pytest.fail)
    fields = alert_fields(given, phrase_texts(RESOURCES), TODAY)
    assert fields["for_clients"][0]["pl"] == "Natychmiast zadzwoń pod 113."
    assert "" not in [word for text in fields["danger_signs"] for word in text.values()]
    assert fields["valid_until"] == "2026-12-11"
    assert fields["seen"] == "Lade, 26. november 2026"


def test_answers_that_end_too_early_write_nothing(
    resources: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("piller\nTittel\n"))
    assert main(["alert", "--sources", str(resources)]) == 1
    assert "ingenting er skrevet" in capsys.readouterr().err
    assert not (resources / "catalogue/alerts").exists()


def test_a_break_writes_nothing_and_says_so(
    resources: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_off(_question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", break_off)
    assert main(["alert", "--sources", str(resources)]) == 1
    assert "ingenting er skrevet" in capsys.readouterr().err
    assert not (resources / "catalogue/alerts").exists()


def test_an_alert_that_the_lint_refuses_is_not_left_behind(
    resources: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # the samples know none of the topics of a find
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(["annet", *OTHER]) + "\n"))
    assert main(["alert", "--sources", str(resources)]) == 1
    assert "unknown topic" in capsys.readouterr().err
    assert list((resources / "catalogue/alerts").glob("*")) == []


def test_two_alerts_of_one_day_get_names_of_their_own() -> None:
    name = file_name("Falske piller på Lade!", TODAY, [])
    assert name == "al-20261127-falske-piller-pa-lade"
    assert file_name("Falske piller på Lade", TODAY, [Path(f"{name}.md")]) == f"{name}-2"


def test_every_line_that_a_sort_uses_is_in_the_bank() -> None:
    known = phrase_texts(RESOURCES)
    used = {phrase for sort in SORTS.values() for phrase in sort.phrases}
    assert used <= known.keys()
    assert len({question.key for question in QUESTIONS}) == len(QUESTIONS)
    assert Place(RESOURCES, RESOURCES).is_program
