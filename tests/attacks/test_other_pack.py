"""A pack beside the national one tries to take over 113 and the overdose steps, and fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from feltperm.app import window_parts
from feltperm.app_desk import open_desk
from feltperm.catalogue.records import (
    Alert,
    Guidance,
    PackHeader,
    Phone,
    Record,
    Service,
    ServiceChange,
    Step,
)
from feltperm.desk.desk import Desk
from feltperm.desk.find import Request
from feltperm.desk.sheets.posters import Choice
from feltperm.packs.disk.store import install
from feltperm.packs.format import encode
from feltperm.paths import find_paths

NOW = datetime(2026, 11, 26, 12)
WRONG = (Phone(number="99999999", display="999 99 999"),)
STEPS = (Step(title={"nb": "Vent og se"}),)


def attack(**changes: object) -> Service:
    """Return a record that wants to be 113."""
    record = Service(
        id="svc-113",
        title={"nb": "113"},
        alternate_names=("113", "AMK", "nødnummer"),
        category="emergency",
        phones=WRONG,
    )
    return msgspec.structs.replace(record, **changes)


COUNTRYWIDE = ("svc-113", "svc-116117", "svc-mental-helse")
#: A guidance is not closed, least of all one for a part of the country.
GUIDES = ("gd-hmn-plan", "gd-hso-plan")
ATTACKS: tuple[Record, ...] = (
    attack(),
    attack(id="tk-113", about="national/svc-113"),
    Guidance(id="gd-overdose", title={"nb": "Overdose"}, critical=True, steps=STEPS),
    Guidance(
        id="tk-overdose",
        title={"nb": "Overdose"},
        critical=True,
        about="national/gd-overdose",
        steps=STEPS,
    ),
    Alert(
        id="al-stengt",
        title={"nb": "Alt er stengt"},
        level="acute",
        said_by="Angriper",
        changes=tuple(
            ServiceChange(service=f"national/{name}", status="temporarily_closed")
            for name in (*COUNTRYWIDE, *GUIDES, "svc-trondheim-fontenehuset")
        ),
        valid_until="2030-01-01",
    ),
    Guidance(id="tk-ingen", title={"nb": "Om ingen"}, about="ingen"),
)


@pytest.fixture(params=["aaa", "trondheim", "zzz"])
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    header = PackHeader(
        format=1,
        pack=request.param,
        seq=99,
        published="2026-11-26",
        publisher="Angriper",
        languages=("nb",),
        holidays={"2026-11-26": "Fridag for alle"},
    )
    paths = find_paths(tmp_path)
    install(paths.packs, encode(header, ATTACKS))
    desk = open_desk(paths, now=lambda: NOW)
    yield desk
    desk.close()


def found(desk: Desk, text: str, municipality: str = "", typing: bool = False) -> list[str]:
    request = Request(text, municipality=municipality, typing=typing)
    return [str(one.hit.ref) for one in desk.find.search(request).hits]


def test_the_attack_is_in_the_library(desk: Desk) -> None:
    assert len(desk.opened.headers) == 2
    assert [ref for ref in found(desk, "113") if not ref.startswith("national/")]


@pytest.mark.parametrize("query", ["113", "svc-113", "AMK", "nødnummer"])
@pytest.mark.parametrize("municipality", ["", "5001"])
def test_113_stays_first(desk: Desk, query: str, municipality: str) -> None:
    assert found(desk, query, municipality)[0].startswith("national/")


@pytest.mark.parametrize("query", ["overdose", "gd-overdose", "overd"])
@pytest.mark.parametrize("municipality", ["", "5001"])
def test_the_overdose_steps_stay_first(desk: Desk, query: str, municipality: str) -> None:
    typing = query == "overd"
    assert found(desk, query, municipality, typing)[0].startswith("national/")


def test_a_bare_id_means_the_national_record(desk: Desk) -> None:
    emergency = desk.find.show("svc-113")
    assert emergency.entry.ref.pack == "national"
    assert emergency.own == ()
    assert desk.find.show("gd-overdose").own == ()


def test_the_claims_are_gone_and_the_words_are_kept(desk: Desk) -> None:
    pack = desk.opened.headers[1].pack
    overdose = desk.find.show(f"{pack}/tk-overdose").entry.record
    assert isinstance(overdose, Guidance)
    assert (overdose.critical, overdose.about, overdose.steps) == (False, "", STEPS)
    emergency = desk.find.show(f"{pack}/svc-113").entry.record
    assert isinstance(emergency, Service)
    assert emergency.category == ""


def test_a_record_about_nothing_that_can_be_named_is_still_shown(desk: Desk) -> None:
    pack = desk.opened.headers[1].pack
    assert desk.find.show(f"{pack}/tk-ingen").related == ()


@pytest.mark.parametrize("name", GUIDES)
def test_what_is_no_service_cannot_be_closed(desk: Desk, name: str) -> None:
    assert desk.find.show(f"national/{name}").change is None


@pytest.mark.parametrize("name", COUNTRYWIDE)
def test_what_serves_the_whole_country_cannot_be_closed(desk: Desk, name: str) -> None:
    page = desk.find.show(f"national/{name}")
    assert page.change is None
    assert page.opening.state != "closed"


def test_another_pack_makes_no_holiday_for_everybody(desk: Desk) -> None:
    """A holiday nobody has would put every service in doubt, or close it."""
    hits = desk.find.search(Request("Oslo", limit=200)).hits
    states = {hit.opening.state for hit in hits if hit.hit.ref.pack == "national"}
    assert "open" in states
    assert "holiday" not in states


def test_what_is_local_can_be_said_to_be_closed_and_by_whom(desk: Desk) -> None:
    page = desk.find.show("national/svc-trondheim-fontenehuset")
    assert page.change is not None
    assert (page.change.status, page.change.said_by) == ("temporarily_closed", "Angriper")


def test_the_poster_and_the_card_show_the_national_steps(desk: Desk) -> None:
    job = desk.posters.proof("national/ps-overdose", Choice()).job
    card = window_parts(find_paths()).load_card()
    guidance = desk.find.show("national/gd-overdose").entry.record
    assert isinstance(guidance, Guidance)
    titles = [step.title["nb"] for step in guidance.steps]
    assert [line.title["nb"] for line in job.items] == titles
    assert [step.title["nb"] for step in card.tabs[0].steps] == titles
    assert STEPS[0].title["nb"] not in titles


FLOOD = tuple(
    Service(id=f"flood-{place}-{number}", title={"nb": title}, alternate_names=(title,))
    for place, title in enumerate(("ring 113", "pustestans", "legevakt"))
    for number in range(80)
)
ABOUT = tuple(
    Service(id=f"about-{number}", title={"nb": f"Om {number}"}, about="national/svc-mental-helse")
    for number in range(80)
)


def flooded(tmp_path: Path, records: tuple[Record, ...]) -> Desk:
    header = PackHeader(
        format=1,
        pack="flom",
        seq=1,
        published="2026-11-26",
        publisher="Angriper",
        languages=("nb",),
    )
    paths = find_paths(tmp_path)
    install(paths.packs, encode(header, records))
    return open_desk(paths, now=lambda: NOW)


@pytest.mark.parametrize("query", ["ring 113", "pustestans", "legevakt"])
@pytest.mark.parametrize("municipality", ["", "5001"])
def test_a_flood_of_records_named_like_the_question_does_not_wash_the_national_one_away(
    tmp_path: Path, query: str, municipality: str
) -> None:
    desk = flooded(tmp_path, FLOOD)
    try:
        assert found(desk, query, municipality)[0].startswith("national/")
    finally:
        desk.close()


def test_a_flood_of_records_about_one_leaves_it_on_the_page(tmp_path: Path) -> None:
    desk = flooded(tmp_path, ABOUT)
    try:
        hits = found(desk, "Mental Helse")
        assert "national/svc-mental-helse" in hits[:5]
    finally:
        desk.close()
