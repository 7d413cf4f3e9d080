"""`feltperm poster`: the sheet that comes out is the one that was asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from command_line import Answer, Run

SITE = {
    "name": "Feltstasjonen",
    "address": "Eksempelgata 1, 7010 Trondheim",
    "phone": "73 00 00 00",
    "hours": "mandag–fredag kl. 9–15",
    "note": "Ring på døra.",
}


class Printed:
    """A written poster."""

    def __init__(self, answer: Answer, file: Path) -> None:
        assert answer.code == 0, answer.err
        assert answer.out == f"{file}\n"
        self.checks = answer.err.splitlines()
        self.data = file.read_bytes()
        document = pypdfium2.PdfDocument(self.data)
        try:
            assert len(document) == 1
            self.millimetres = tuple(round(side * 25.4 / 72) for side in document[0].get_size())
            text = str(document[0].get_textpage().get_text_range())
        finally:
            document.close()
        self.words = " ".join(text.split())


Poster = Callable[..., Printed]


@pytest.fixture
def poster(feltperm: Run, tmp_path: Path) -> Poster:
    def make(*options: object, name: str = "ps-overdose") -> Printed:
        file = tmp_path / "sheet.pdf"
        return Printed(feltperm("poster", name, "--out", file, *options), file)

    return make


def test_a_poster_says_what_nobody_has_checked(poster: Poster) -> None:
    sheet = poster()
    assert sheet.data.startswith(b"%PDF-")
    assert sheet.millimetres == (210, 297)
    assert "Ring 113" in sheet.words
    assert "Ikke fagkontrollert" in sheet.words
    assert sheet.checks == ["Teksten er ikke fagkontrollert."]


@pytest.mark.parametrize(
    ("paper", "size"),
    [("a3", (297, 420)), ("a4", (210, 297)), ("a5", (148, 210))],
)
def test_paper(poster: Poster, paper: str, size: tuple[int, int]) -> None:
    assert poster("--paper", paper).millimetres == size


def test_ink_is_saved(poster: Poster) -> None:
    colour, saved = poster(), poster("--ink", "save")
    assert colour.data != saved.data
    assert colour.words.split("FP-")[0] == saved.words.split("FP-")[0]


def test_two_languages_stand_on_one_sheet(poster: Poster, feltperm: Run) -> None:
    title = feltperm("show", "ps-overdose", "--json").json["record"]["title"]
    both = poster("--lang", "nb,pl")
    assert title["nb"] in both.words
    assert title["pl"] in both.words
    assert "Oversettelsen er ikke kontrollert." in both.checks
    # a translation nobody has checked never stands alone
    assert title["nb"] in poster("--lang", "pl").words
    assert title["pl"] not in poster("--lang", "nb").words


def test_the_default_site_stands_on_it(poster: Poster, feltperm: Run) -> None:
    assert SITE["name"] not in poster().words
    feltperm("sites", "add", SITE["name"], *(f"--{k}={v}" for k, v in SITE.items() if k != "name"))
    words = poster().words
    for fact in SITE.values():
        assert fact in words


def test_a_site_by_name_in_any_capitals(poster: Poster, feltperm: Run) -> None:
    feltperm("sites", "add", "Bussen")
    feltperm("sites", "add", "Feltstasjonen")
    assert "Bussen" in poster().words
    words = poster("--site", "feltstasjonen").words
    assert "Feltstasjonen" in words
    assert "Bussen" not in words


def test_a_site_from_a_file(poster: Poster, tmp_path: Path, feltperm: Run) -> None:
    file = tmp_path / "site.json"
    file.write_text(json.dumps(SITE), encoding="utf-8")
    words = poster("--site", file).words
    for fact in SITE.values():
        assert fact in words
    assert feltperm("sites", "list").out == ""


def test_the_same_poster_is_the_same_bytes(poster: Poster) -> None:
    assert poster().data == poster().data


@pytest.mark.parametrize("name", ["ps-hjelpetelefoner", "ps-injeksjon", "ps-nalokson"])
def test_every_poster_can_be_written(poster: Poster, name: str) -> None:
    assert poster(name=name).millimetres == (210, 297)


def test_what_cannot_be_made_is_said_and_leaves_no_file(
    fails: Callable[..., str], tmp_path: Path
) -> None:
    out = tmp_path / "x.pdf"
    not_a_site = tmp_path / "not.json"
    not_a_site.write_text("[]", encoding="utf-8")
    for sentence, words in (
        ("Fant ikke «ps-overdos». Mente du ps-overdose", ("ps-overdos",)),
        ("Dette er ikke en plakat.", ("gd-overdose",)),
        ("Fant ikke stedet «Bussen».", ("ps-overdose", "--site", "Bussen")),
        ("Fant ikke fila", ("ps-overdose", "--site", tmp_path / "none.json")),
        ("Fila beskriver ikke et sted.", ("ps-overdose", "--site", not_a_site)),
        ("Plakaten finnes ikke på xx ennå.", ("ps-overdose", "--lang", "xx")),
        ("Arket har plass til to språk.", ("ps-overdose", "--lang", "nb,pl,uk")),
    ):
        assert fails("poster", *words, "--out", out).startswith(sentence)
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_folder_that_is_not_there_is_said(fails: Callable[..., str], tmp_path: Path) -> None:
    said = fails("poster", "ps-overdose", "--out", tmp_path / "none" / "x.pdf")
    assert said == "Mappen finnes ikke. Velg en annen mappe."
    said = fails("poster", "ps-overdose", "--out", tmp_path)
    assert said == "Dette er en mappe. Skriv et filnavn."


def test_signs_and_cards_are_other_forms_of_the_same_poster(poster: Poster) -> None:
    signs, cards = poster("--form", "signs"), poster("--cards")
    for words in ("Overdose", "Ring", "113", "Blås luft", "Gi spray"):
        assert words in signs.words
    assert "Frie luftveier" not in signs.words
    assert cards.words.count("Frie luftveier. Blås inn luft") == 10
    assert cards.millimetres == signs.millimetres == (210, 297)
    assert poster("--form", "cards").data == cards.data


def test_the_week_of_a_service_is_a_poster(poster: Poster) -> None:
    week = poster("--service", "svc-fyrlyset-oslo", name="ps-utekalender")
    for words in ("Her finner du oss", "Mandag– fredag", "kl. 9–14.30", "Søndag", "kl. 11–13"):
        assert words in week.words
    assert "Helligdager Ikke avklart. Ring før du går." in week.words
    both = poster(
        "--service", "svc-fyrlyset-oslo", "--service", "svc-feltpleien-oslo", name="ps-utekalender"
    )
    assert "Fyrlyset" in both.words
    assert "Feltpleien" in both.words


def test_a_week_sheet_in_another_language_has_its_days_and_hours(poster: Poster) -> None:
    week = poster("--service", "svc-fyrlyset-oslo", "--lang", "uk", name="ps-utekalender")
    assert "09:00–14:30" in week.words
    assert "неділя" in week.words.casefold()
    assert "Oversettelsen er ikke kontrollert." in week.checks


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("påske", ("Palmesøndag", "Skjærtorsdag", "Andre påskedag")),
        ("jul", ("Julaften", "Nyttårsaften")),
    ],
)
def test_easter_and_christmas_of_a_service_say_what_is_not_settled(
    poster: Poster, period: str, days: tuple[str, ...]
) -> None:
    sheet = poster("--service", "svc-fyrlyset-oslo", "--period", period, name="ps-utekalender")
    for day in days:
        assert day in sheet.words
    assert "Ikke avklart. Ring før du går." in sheet.words
    assert "Ta ned etter" in sheet.words


def test_a_form_that_is_not_there_is_said(fails: Callable[..., str], tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    for sentence, words in (
        ("Plakaten finnes ikke i den formen.", ("ps-sar", "--form", "signs")),
        ("Plakaten finnes ikke i den formen.", ("ps-overdose", "--form", "week")),
        ("Kort skrives ut på A4. Velg A4.", ("ps-overdose", "--cards", "--paper", "a5")),
        ("Velg et tilbud med faste tider.", ("ps-utekalender", "--form", "week")),
        ("Plakaten finnes ikke på polsk ennå.", ("ps-selvmord", "--form", "signs", "--lang", "pl")),
    ):
        assert fails("poster", *words, "--out", out) == sentence
    assert "ikke et tilbud med faste tider" in fails(
        "poster", "ps-utekalender", "--service", "gd-overdose", "--out", out
    )
    assert "har ingen faste tider" in fails(
        "poster", "ps-utekalender", "--service", "svc-kommune-rus", "--out", out
    )
    assert list(tmp_path.glob("*.pdf")) == []


def test_cards_and_another_form_at_once_is_wrong_use(feltperm: Run, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    assert feltperm("poster", "ps-overdose", "--cards", "--form", "signs", "--out", out).code == 2
    assert feltperm("poster", "ps-overdose", "--form", "tavle", "--out", out).code == 2
    assert feltperm("poster", "ps-overdose", "--period", "pinse", "--out", out).code == 2
