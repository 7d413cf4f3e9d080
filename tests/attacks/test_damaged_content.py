"""Content that is missing or damaged: built anew, gone on without, or said; nothing is lost."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from attack_tools import DAMAGE, Installation, Run, damage

import feltperm as package
from feltperm import app_desk
from feltperm.catalogue.emergency import load_card
from feltperm.desk.desk import Desk
from feltperm.errors import ContentDamaged
from feltperm.ui.application import Parts
from real_window import House, opened

FILE_DAMAGE = ["missing", "a folder", "empty", "cut in half", "noise", "another shape", "nested"]
USED_BEFORE = "Innholdet var skadet. Vi bruker det fra 25. november 2026.\n"
NOTHING_LEFT = "Innholdet er skadet og kan ikke vises. Akuttkortet (F2) virker, og permen er trygg."


def wipe_the_end(path: Path) -> None:
    """Keep the names of the tables, and lose what is in them."""
    data = path.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    path.write_bytes(data[: size * 3] + bytes(len(data) - size * 3))


def open_card(house: House) -> None:
    """Open the emergency card as F2 does, and close it again."""
    house.shell.show_emergency()
    card = house.shell.emergency()
    assert card is not None
    assert card.isVisible()
    card.close()


# --- the library --------------------------------------------------------------------------------


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_library_is_built_anew(installed: Installation, feltperm: Run, how: str) -> None:
    feltperm("favourites", "add", "svc-feltpleien-oslo")
    damage(installed.library, how)
    answer = feltperm("search", "svc-feltpleien-oslo", "--limit", 1)
    assert answer == (0, "svc-feltpleien-oslo  Feltpleien i Oslo  Oslo\n", "")
    assert len(installed.cached()) == 1
    assert feltperm("favourites", "list").out.startswith("svc-feltpleien-oslo  Feltpleien i Oslo")
    assert len(installed.cached()) == 1


def test_the_building_is_told_from_beginning_to_end(installed: Installation) -> None:
    installed.library.unlink()
    told: list[float] = []
    app_desk.open_desk(installed.paths, told.append).close()
    assert told[0] == 0
    assert told[-1] == 1
    assert told == sorted(told)
    assert len(told) > 2
    again: list[float] = []
    app_desk.open_desk(installed.paths, again.append).close()
    assert again == []


def test_damage_deep_in_the_library_does_not_stop_a_command(
    installed: Installation, feltperm: Run, tmp_path: Path
) -> None:
    wipe_the_end(installed.library)
    answer = feltperm("search", "nalokson", "--json")
    assert answer.err == ""
    assert "gd-nalokson-hvor" in [hit["id"] for hit in answer.json["hits"]]
    assert len(installed.cached()) == 1
    # from now on the sound one is used
    assert feltperm("poster", "ps-overdose", "--out", tmp_path / "x.pdf").code == 0
    assert len(installed.cached()) == 1


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bits_never_end_in_an_error_of_the_program(
    installed: Installation, feltperm: Run, seed: int
) -> None:
    chance = random.Random(seed)
    data = bytearray(installed.library.read_bytes())
    for _ in range(200):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    installed.library.write_bytes(data)
    for words in ("search nalokson", "search rus --no-referral --open-at now", "show gd-overdose"):
        answer = feltperm(*words.split())
        assert answer.code == 0
        assert answer.out
        assert answer.err == ""


def test_the_window_shows_how_far_the_building_is_and_the_emergency_card_opens(
    installed: Installation,
) -> None:
    installed.library.unlink()
    seen = Event()

    def slow(parts: Parts) -> Parts:
        """Let the building wait until the window has been looked at."""

        def open_desk(progress: Callable[[float], None]) -> Desk:
            def tell(share: float) -> None:
                progress(share)
                seen.wait(30)

            return parts.open_desk(tell)

        return parts._replace(open_desk=open_desk)

    with opened(installed.profile, wait=False, changed=slow) as house:
        try:
            house.driver.wait(house.shell.strip.text)
            assert house.shell.strip.text() == (
                "Gjør søket klart … 0 %. Akuttkortet (F2) virker nå."
            )
            open_card(house)
        finally:
            seen.set()
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
        assert house.shell.strip.text() == ""
    assert len(installed.cached()) == 1


def test_the_window_goes_on_after_damage_deep_in_the_library(installed: Installation) -> None:
    wipe_the_end(installed.library)
    with opened(installed.profile, wait=False) as house:
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
        house.skip_first_start()
        house.find("nalokson")
        assert house.search.results.rows.rowCount() > 0
    assert len(installed.cached()) == 1


# --- the bundled pack ---------------------------------------------------------------------------


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_pack_is_passed_over(installed: Installation, feltperm: Run, how: str) -> None:
    damage(installed.pack, how)
    answer = feltperm("search", "svc-feltpleien-oslo", "--limit", 1)
    assert answer == (0, "svc-feltpleien-oslo  Feltpleien i Oslo  Oslo\n", USED_BEFORE)
    assert installed.cached() == []


def test_a_flipped_digit_in_the_pack_is_not_shown(installed: Installation, feltperm: Run) -> None:
    data = installed.pack.read_bytes()
    assert b"22 67 43 45" in data
    installed.pack.write_bytes(data.replace(b"22 67 43 45", b"22 67 43 46"))
    answer = feltperm("show", "svc-feltpleien-oslo")
    assert "22 67 43 45" in answer.out
    assert answer.err == USED_BEFORE


@pytest.mark.parametrize("how", ["missing", "cut in half", "one bit"])
def test_with_nothing_left_it_is_said_and_what_is_kept_is_safe(
    installed: Installation, feltperm: Run, fails: Callable[..., str], how: str, tmp_path: Path
) -> None:
    feltperm("favourites", "add", "gd-overdose")
    whole = installed.pack.read_bytes()
    damage(installed.pack, how)
    damage(installed.library, how)
    for words in (
        ("search", "nalokson"),
        ("show", "gd-overdose", "--json"),
        ("poster", "ps-overdose", "--out", tmp_path / "x.pdf"),
        ("favourites", "add", "gd-overdose"),
    ):
        assert fails(*words) == NOTHING_LEFT
    assert not (tmp_path / "x.pdf").exists()
    assert load_card(installed.resource("compiled/emergency.json")).numbers[0].number == "113"
    installed.pack.write_bytes(whole)
    assert feltperm("favourites", "list").out.startswith("gd-overdose")


def test_with_nothing_left_the_window_says_so_and_the_emergency_card_opens(
    installed: Installation,
) -> None:
    installed.pack.write_bytes(b"")
    installed.library.unlink()
    with opened(installed.profile, wait=False) as house:
        house.driver.wait(house.shell.strip.text)
        assert house.shell.strip.text() == NOTHING_LEFT
        open_card(house)
        house.driver.type(house.field, "nalokson")  # and again: nothing crashes
        house.driver.wait(lambda: house.shell.strip.text() == NOTHING_LEFT)


def test_a_pack_of_a_newer_program_is_refused_whole(
    installed: Installation, feltperm: Run, fails: Callable[..., str]
) -> None:
    header, _, rest = installed.pack.read_bytes().partition(b"\n")
    newer = header.replace(b'"format":1', b'"format":2')
    assert newer != header
    installed.pack.write_bytes(newer + b"\n" + rest)
    assert feltperm("search", "nalokson").err == USED_BEFORE
    installed.library.unlink()
    assert fails("search", "nalokson") == NOTHING_LEFT


# --- the small files ----------------------------------------------------------------------------


@pytest.mark.parametrize("how", FILE_DAMAGE)
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("synonyms", "Ordlisten for søk kunne ikke leses. Søk virker, men finner færre ord."),
        ("geography", "Kommunelisten kunne ikke leses. Søk og akuttkort virker fortsatt."),
        ("emergency", ""),
        ("offers", ""),
        ("categories", ""),
        ("labels", ""),
        ("topics", ""),
        ("audiences", ""),
        ("phrases", ""),
    ],
)
def test_a_damaged_list_leaves_the_search_alone(
    installed: Installation, feltperm: Run, name: str, sentence: str, how: str
) -> None:
    damage(installed.resource(f"compiled/{name}.json"), how)
    answer = feltperm("search", "nalokson", "--json")
    assert "gd-nalokson-hvor" in [hit["id"] for hit in answer.json["hits"]]
    assert answer.err.splitlines() == ([sentence] if sentence else [])
    assert feltperm("show", "svc-feltpleien-oslo").code == 0


@pytest.mark.parametrize("how", FILE_DAMAGE)
def test_without_its_fixed_words_no_poster_is_made(
    installed: Installation, fails: Callable[..., str], tmp_path: Path, how: str
) -> None:
    damage(installed.resource("compiled/labels.json"), how)
    said = fails("poster", "ps-overdose", "--out", tmp_path / "x.pdf")
    assert said == "Plakatene kan ikke lages: ordene på dem er skadet. Søk og akuttkort virker."
    assert not (tmp_path / "x.pdf").exists()
    assert installed.cached() == []


def test_without_layouts_no_poster_is_made(
    installed: Installation, fails: Callable[..., str], tmp_path: Path
) -> None:
    for layout in installed.resource("layouts").glob("*.typ"):
        layout.write_text("#panic(", encoding="utf-8")
    said = fails("poster", "ps-overdose", "--out", tmp_path / "x.pdf")
    assert said == "Arket kunne ikke lages. Permen er trygg."
    assert not (tmp_path / "x.pdf").exists()


def test_without_municipalities_none_is_found_and_none_is_lost(
    installed: Installation, feltperm: Run, fails: Callable[..., str]
) -> None:
    damage(installed.resource("compiled/geography.json"), "empty")
    answer = feltperm("search", "x", "--municipality", "Trondheim")
    assert answer.code == 1
    assert "Fant ikke «Trondheim»." in answer.err
    # a library built without them would find nothing near, so none is built
    installed.library.unlink()
    assert fails("search", "nalokson") == NOTHING_LEFT
    assert installed.cached() == []


@pytest.mark.parametrize("how", FILE_DAMAGE)
def test_a_damaged_card_is_said_and_names_113(installed: Installation, how: str) -> None:
    card = installed.resource("compiled/emergency.json")
    damage(card, how)
    with pytest.raises(ContentDamaged, match="Ring 113 ved fare for liv"):
        load_card(card)


@pytest.mark.parametrize("how", ["missing", "noise"])
def test_the_window_lives_without_any_of_the_small_files(installed: Installation, how: str) -> None:
    for file in installed.resource("compiled").glob("*.json"):
        damage(file, how)
    with opened(installed.profile) as house:
        house.skip_first_start()
        house.find("nalokson")
        house.read("national/svc-feltpleien-oslo")
        open_card(house)
        house.shell.go("binder")
        house.driver.settle()


def test_the_window_opens_without_fonts_and_icons(installed: Installation) -> None:
    for name in ("icons", "fonts"):
        for file in installed.resource(f"compiled/{name}").iterdir():
            file.write_bytes(b"noise")
    with opened(installed.profile) as house:
        house.skip_first_start()
        house.find("nalokson")
        assert house.search.results.rows.rowCount() > 0


# --- the whole program, as it is installed ------------------------------------------------------


def test_an_installed_program_without_its_library(installed: Installation, tmp_path: Path) -> None:
    """No source tree, no patch: a copy of the package with its resources inside."""
    source = Path(package.__file__).parent
    for file in source.rglob("*.py"):
        copy = installed.package / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    installed.library.unlink()
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); import feltperm.__main__ as program;"
        "print(program.__file__); sys.exit(program.main())"
    )
    done = subprocess.run(
        [
            *(sys.executable, "-c", code, str(installed.package.parent)),
            *("--profile", str(installed.profile), "search", "svc-feltpleien-oslo", "--limit", "1"),
        ],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        str(installed.package / "__main__.py"),
        "svc-feltpleien-oslo  Feltpleien i Oslo  Oslo",
    ]
    assert len(installed.cached()) == 1
