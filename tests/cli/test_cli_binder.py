"""`feltperm favourites`, `feltperm sites` and where `--profile` may stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run


def test_a_star_is_kept_and_taken_away(feltperm: Run) -> None:
    assert feltperm("favourites", "list").out == ""
    assert feltperm("favourites", "add", "svc-feltpleien-oslo").out == "Feltpleien i Oslo\n"
    listed = feltperm("favourites", "list")
    assert listed.out == "svc-feltpleien-oslo  Feltpleien i Oslo  22 67 43 45\n"
    assert feltperm("favourites", "remove", "svc-feltpleien-oslo").out == "Feltpleien i Oslo\n"
    assert feltperm("favourites", "list").out == ""


def test_several_in_the_order_of_starring(feltperm: Run) -> None:
    feltperm("favourites", "add", "national/gd-overdose", "svc-feltpleien-oslo")
    feltperm("favourites", "add", "ps-overdose")
    wanted = ["gd-overdose", "svc-feltpleien-oslo", "ps-overdose"]
    assert feltperm("favourites", "list").ids == wanted


def test_the_json_of_favourites(feltperm: Run) -> None:
    assert feltperm("favourites", "list", "--json").json == []
    titles = feltperm("favourites", "add", "svc-feltpleien-oslo", "--json").json
    assert titles == ["Feltpleien i Oslo"]
    (kept,) = feltperm("favourites", "list", "--json").json
    assert kept.pop("added_at").startswith("20")
    assert kept == {
        "pack": "national",
        "id": "svc-feltpleien-oslo",
        "kind": "service",
        "title": "Feltpleien i Oslo",
        "phone": "22 67 43 45",
        "gone": False,
    }


def test_all_are_starred_or_none(feltperm: Run, fails: Callable[..., str]) -> None:
    said = fails("favourites", "add", "svc-feltpleien-oslo", "gd-overdos")
    assert said.startswith("Fant ikke «gd-overdos». Mente du gd-overdose")
    assert feltperm("favourites", "list").out == ""


def test_all_stars_are_taken_away_or_none(feltperm: Run, fails: Callable[..., str]) -> None:
    feltperm("favourites", "add", "svc-feltpleien-oslo")
    said = fails("favourites", "remove", "svc-feltpleien-oslo", "gd-overdose")
    assert said == "«gd-overdose» er ikke blant favorittene."
    assert feltperm("favourites", "list").ids == ["svc-feltpleien-oslo"]


def test_places(feltperm: Run) -> None:
    assert feltperm("sites", "list").out == ""
    added = feltperm("sites", "add", "Bussen", "--phone", "73 00 00 00", "--hours", "kl. 18–23")
    assert added.out == "Bussen\n"
    feltperm("sites", "add", "Feltstasjonen", "--address", "Eksempelgata 1", "--default")
    assert feltperm("sites", "list").out == (
        "Feltstasjonen  Eksempelgata 1\nBussen  73 00 00 00  kl. 18–23\n"
    )
    assert feltperm("sites", "remove", "bussen").out == "Bussen\n"
    assert feltperm("sites", "list").ids == ["Feltstasjonen"]


def test_the_json_of_places(feltperm: Run) -> None:
    assert feltperm("sites", "list", "--json").json == []
    assert feltperm("sites", "add", "Bussen", "--note", "Ring på", "--json").json == ["Bussen"]
    assert feltperm("sites", "list", "--json").json == [
        {
            "name": "Bussen",
            "address": "",
            "phone": "",
            "hours": "",
            "note": "Ring på",
            "is_default": True,
            "hours_from": "",
            "logo": "",
            "logo_alt": "",
        }
    ]
    assert feltperm("sites", "remove", "Bussen", "--json").json == ["Bussen"]


def test_a_place_follows_the_hours_of_a_service(feltperm: Run, fails: Callable[..., str]) -> None:
    feltperm("sites", "add", "Bussen", "--hours-from", "svc-113")
    (kept,) = feltperm("sites", "list", "--json").json
    assert kept["hours_from"] == "national/svc-113"
    assert kept["hours"] == "alle dager hele døgnet"
    assert fails("sites", "add", "B", "--hours-from", "gd-overdose").startswith("Fant ikke oppf")
    assert fails("sites", "add", "B", "--hours-from", "svc-11").startswith("Fant ikke «svc-11»")


def test_a_place_with_a_logo(feltperm: Run, fails: Callable[..., str], tmp_path: Path) -> None:
    logo = tmp_path / "ørn.svg"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>',
        encoding="utf-8",
    )
    said = fails("sites", "add", "Bussen", "--logo", logo)
    assert said == "Logoen mangler en beskrivelse. Skriv hva den viser, og lagre igjen."
    feltperm("sites", "add", "Bussen", "--logo", logo, "--logo-text", "En ørn")
    (kept,) = feltperm("sites", "list", "--json").json
    assert (len(kept["logo"]), kept["logo_alt"]) == (64, "En ørn")
    logo.write_text("<svg", encoding="utf-8")
    assert fails("sites", "add", "B", "--logo", logo, "--logo-text", "x") == (
        "Logoen er for stor eller skadet. Bruk PNG eller SVG under 2 MB."
    )
    assert fails("sites", "add", "B", "--logo", tmp_path / "none.png").startswith("Fant ikke fila")


def test_a_place_that_cannot_be_added_or_removed(feltperm: Run, fails: Callable[..., str]) -> None:
    feltperm("sites", "add", "Bussen")
    assert "navn" in fails("sites", "add", " ")
    assert fails("sites", "add", "BUSSEN").startswith("«BUSSEN» finnes allerede.")
    assert fails("sites", "add", "Båten", "--phone", "spør Nina") == (
        "Telefonnummeret kan ikke ringes. Skriv ett nummer, med bare tall."
    )
    assert fails("sites", "remove", "Båten") == "Fant ikke stedet «Båten»."
    assert feltperm("sites", "list").ids == ["Bussen"]


@pytest.mark.parametrize(
    "words",
    [
        ("--profile", "{profile}", "favourites", "add", "gd-overdose"),
        ("favourites", "add", "--profile", "{profile}", "gd-overdose"),
        ("favourites", "add", "gd-overdose", "--profile", "{profile}"),
        ("favourites", "add", "gd-overdose", "--profile={profile}"),
        ("--profile", "{other}", "favourites", "add", "gd-overdose", "--profile", "{profile}"),
    ],
)
def test_the_profile_may_stand_before_the_command_and_after_it(
    typed: Run, tmp_path: Path, private_home: Path, words: tuple[str, ...]
) -> None:
    profile, other = tmp_path / "profile", tmp_path / "other"
    assert typed(*(word.format(profile=profile, other=other) for word in words)).code == 0
    assert (profile / "data" / "binder.sqlite").exists()
    assert not other.exists()
    assert list(private_home.iterdir()) == []
    assert typed("--profile", profile, "favourites", "list").ids == ["gd-overdose"]


def test_without_a_profile_the_users_own_folders_are_used(typed: Run, private_home: Path) -> None:
    assert typed("favourites", "add", "gd-overdose").code == 0
    assert typed("favourites", "list").ids == ["gd-overdose"]
    assert [path.name for path in private_home.rglob("binder.sqlite")] == ["binder.sqlite"]
