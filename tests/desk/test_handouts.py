"""The tray on the real content: what may lie in it, its sheets, and that no note is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from feltperm import app_desk
from feltperm.binder import ListedRecord, Site
from feltperm.desk.desk import Desk
from feltperm.desk.sheets.tray import HandoutChoice, SheetFull
from feltperm.errors import NotFound
from feltperm.paths import Paths, find_paths

NOW = datetime(2026, 11, 26, 9, 0)
SEVEN = [f"national/svc-{name}" for name in (
    "feltpleien-oslo", "prindsen", "113", "116117", "giftinfo", "aa", "nav",
)]  # fmt: skip
NOTE = "Spør etter Kari i luka"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return find_paths(tmp_path / "profile")


@pytest.fixture
def desk(paths: Paths) -> Iterator[Desk]:
    desk = app_desk.open_desk(paths, now=lambda: NOW)
    yield desk
    desk.close()


def shown(desk: Desk) -> list[str]:
    return [str(item.kept.ref) for item in desk.tray.items()]


def test_services_lie_in_the_order_they_were_picked_up(desk: Desk) -> None:
    assert [desk.tray.add(ref) for ref in SEVEN[:3]] == [True] * 3
    assert not desk.tray.add(SEVEN[0])
    assert shown(desk) == SEVEN[:3]
    desk.tray.arrange([SEVEN[2], SEVEN[0]])
    assert shown(desk) == [SEVEN[2], SEVEN[0], SEVEN[1]]


def test_the_seventh_asks_for_a_sheet_of_its_own(desk: Desk) -> None:
    for ref in SEVEN[:6]:
        desk.tray.add(ref)
    with pytest.raises(SheetFull, match=r"^Arket har plass til seks. Lag et ark til\?$") as full:
        desk.tray.add(SEVEN[6])
    assert full.value.sheets == 1
    assert not desk.tray.add(SEVEN[2]), "what lies there already is no seventh"
    assert desk.tray.add(SEVEN[6], another_sheet=True)
    assert desk.tray.count() == 7


@pytest.mark.parametrize("ref", ["national/gd-overdose", "national/nothing", "nothing", "", "/"])
def test_only_services_of_the_content_may_lie_there(desk: Desk, ref: str) -> None:
    with pytest.raises(NotFound):
        desk.tray.add(ref)
    assert desk.tray.count() == 0


def test_what_is_taken_out_or_emptied_comes_back_at_its_place(desk: Desk) -> None:
    for ref in SEVEN[:4]:
        desk.tray.add(ref)
    removed = desk.tray.remove(SEVEN[1])
    assert removed is not None
    desk.tray.put_back(removed)
    assert shown(desk) == SEVEN[:4]
    desk.tray.put_back(*desk.tray.clear())
    assert shown(desk) == SEVEN[:4]


def test_the_services_stay_when_the_program_is_closed_and_the_note_is_nowhere(
    paths: Paths,
) -> None:
    desk = app_desk.open_desk(paths, now=lambda: NOW)
    desk.keep.add_site(Site(name="Bussen", phone="73 00 00 00"))
    desk.tray.add(SEVEN[0])
    proof = desk.tray.client(SEVEN[:1], HandoutChoice("so", site="Bussen", note=NOTE))
    assert proof.job.site is not None
    assert proof.job.site.note == NOTE
    desk.close()
    again = app_desk.open_desk(paths, now=lambda: NOW)
    assert shown(again) == SEVEN[:1]
    assert again.welcome().tray == 1
    again.close()
    kept = [path for path in (paths.binder, *paths.binder.parent.rglob("*")) if path.is_file()]
    assert not [path for path in kept if NOTE.encode() in path.read_bytes()]


def test_a_service_that_left_the_content_stays_in_the_list_and_off_the_sheet(desk: Desk) -> None:
    desk.tray.put_back(
        ListedRecord(pack="national", id="svc-borte", kind="service", title="Borte", phone="1")
    )
    (item,) = desk.tray.items()
    assert item.kept.gone
    assert (item.kept.title, item.kept.phone) == ("Borte", "1")
    with pytest.raises(NotFound, match="Ikke lenger i innholdet"):
        desk.tray.client(["national/svc-borte"], HandoutChoice())


def test_the_languages_are_all_eight_and_the_drafts_are_named(desk: Desk) -> None:
    languages = dict(desk.tray.languages())
    assert list(languages) == ["nb", "nn", "en", "se", "pl", "uk", "ar", "so"]
    assert [code for code, draft in languages.items() if draft] == ["se", "pl", "uk", "ar", "so"]


def test_what_a_service_lacks_is_said_in_the_list_and_before_printing(desk: Desk) -> None:
    desk.tray.add("national/svc-arken")
    (item,) = desk.tray.items()
    assert " mangler " in item.lacks
    proof = desk.tray.client(["national/svc-arken"], HandoutChoice("so"))
    assert item.lacks in proof.checks
    assert "Oversettelsen er ikke kontrollert." in proof.checks


def test_the_same_choice_makes_the_same_sheet_again(desk: Desk) -> None:
    choice = HandoutChoice("pl", large=False)
    first, second = (desk.tray.client(SEVEN[:2], choice) for _ in range(2))
    assert first.job == second.job
    evening = date(2026, 11, 28)
    assert (
        desk.tray.pocket(SEVEN, evening, choice).job
        == desk.tray.pocket(SEVEN, evening, HandoutChoice("pl")).job
    )


def test_an_evening_that_is_over_is_told_of(desk: Desk) -> None:
    checks = desk.tray.pocket(SEVEN[:1], date(2026, 11, 20), HandoutChoice()).checks
    assert checks[0] == "Kvelden er over. Velg en annen dag."


def test_a_collection_fills_the_tray_with_its_services(desk: Desk) -> None:
    number = desk.collect.create("Natt").number
    for ref in (SEVEN[0], "national/gd-overdose", SEVEN[1]):
        desk.collect.add(number, ref)
    assert desk.tray.services_of(number) == (SEVEN[0], SEVEN[1])
    assert desk.tray.fill(number) == 2
    assert desk.tray.fill(number) == 0
    assert shown(desk) == SEVEN[:2]
