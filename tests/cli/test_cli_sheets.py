"""`feltperm sheet` and `feltperm collections`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from command_line import Run


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        return str(document[0].get_textpage().get_text_range())


def test_services_are_written_on_a_sheet_in_the_readers_language(
    feltperm: Run, tmp_path: Path
) -> None:
    out = tmp_path / "ark.pdf"
    done = feltperm("sheet", "svc-feltpleien-oslo", "svc-prindsen", "--lang", "so", "--out", out)
    assert (done.code, done.out) == (0, f"{out}\n")
    assert "Oversettelsen er ikke kontrollert." in done.err
    text = text_of(out)
    for words in ("Feltpleien i Oslo", "22 67 43 45", "Jeg trenger tolk: somali"):
        assert words in text


def test_a_collection_becomes_a_pocket_sheet_for_an_evening(feltperm: Run, tmp_path: Path) -> None:
    feltperm("collections", "add", "Natt", "svc-feltpleien-oslo", "svc-prindsen")
    out = tmp_path / "lomme.pdf"
    done = feltperm(
        "sheet", "--collection", "natt", "--pocket", "--at", "2026-11-28T23:00", "--out", out
    )
    assert done.code == 0
    text = text_of(out)
    assert text.count("Gjelder lørdag 28. november 2026") + text.count("2026 november 28.") >= 1
    assert "Lommeark for" in text


def test_the_senders_place_stands_on_it_without_its_norwegian(
    feltperm: Run, tmp_path: Path
) -> None:
    feltperm(
        "sites", "add", "Bussen", "--phone", "73 00 00 00", "--hours", "tirsdag kveld",
        "--note", "Vi står ved kirka",
    )  # fmt: skip
    out = tmp_path / "ark.pdf"
    feltperm("sheet", "svc-113", "--lang", "pl", "--out", out)
    text = text_of(out)
    assert "Bussen" in text
    assert "73 00 00 00" in text
    assert "tirsdag kveld" not in text
    assert "Vi står ved kirka" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gd-overdose",), "«Overdose: det du gjør» er ikke et tilbud."),
        ((), "Arket er tomt. Legg til minst ett tilbud."),
        (("svc-113", "--lang", "xx"), "Utdelingsarket finnes ikke på dette språket."),
        (("svc-finnes-ikke",), "Fant ikke «svc-finnes-ikke»."),
        (("--collection", "Natt"), "Fant ikke samlingen «Natt»."),
        (("svc-113", "--site", "Bussen"), "Fant ikke stedet «Bussen»."),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    fails: Callable[..., str], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    assert fails("sheet", *words, "--out", tmp_path / "ark.pdf").startswith(said)
    assert not (tmp_path / "ark.pdf").exists()


def test_a_seventh_service_is_refused(fails: Callable[..., str], tmp_path: Path) -> None:
    seven = ["svc-113", "svc-112", "svc-116117", "svc-giftinfo", "svc-aa", "svc-nav", "svc-leve"]
    said = fails("sheet", *seven, "--out", tmp_path / "ark.pdf")
    assert said == "Arket har plass til seks. Lag et ark til."


# --- collections ----------------------------------------------------------------------------------


def test_a_collection_is_begun_filled_renamed_and_removed(feltperm: Run) -> None:
    assert feltperm("collections", "list").out == ""
    assert feltperm("collections", "add", "Natt", "svc-113", "gd-overdose").code == 0
    assert feltperm("collections", "add", "NATT", "svc-112").code == 0
    assert feltperm("collections", "list").out == "Natt  3\n"
    assert feltperm("collections", "list", "natt").ids == ["svc-113", "gd-overdose", "svc-112"]
    assert feltperm("collections", "rename", "natt", "Helg").out == "Helg\n"
    feltperm("collections", "remove", "Helg", "gd-overdose")
    assert feltperm("collections", "list", "Helg").ids == ["svc-113", "svc-112"]
    assert feltperm("collections", "remove", "Helg").out == "Helg\n"
    assert feltperm("collections", "list", "--json").json == []


def test_the_json_of_a_collection(feltperm: Run) -> None:
    feltperm("collections", "add", "Natt", "svc-feltpleien-oslo")
    assert feltperm("collections", "list", "--json").json == [{"name": "Natt", "records": 1}]
    assert feltperm("collections", "list", "Natt", "--json").json == [
        {
            "pack": "national",
            "id": "svc-feltpleien-oslo",
            "title": "Feltpleien i Oslo",
            "phone": "22 67 43 45",
            "gone": False,
        }
    ]


def test_all_records_go_in_or_none(feltperm: Run, fails: Callable[..., str]) -> None:
    fails("collections", "add", "Natt", "svc-113", "svc-finnes-ikke")
    assert feltperm("collections", "list").out == ""
    feltperm("collections", "add", "Natt", "svc-113")
    said = fails("collections", "remove", "Natt", "svc-113", "svc-112")
    assert said == "«svc-112» er ikke i samlingen."
    assert feltperm("collections", "list", "Natt").ids == ["svc-113"]


def test_a_name_that_is_none_is_refused(fails: Callable[..., str]) -> None:
    assert fails("collections", "add", " ", "svc-113").startswith("Samlingen mangler navn.")
