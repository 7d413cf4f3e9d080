"""A pack beside the national one tries to take over 113 and the overdose steps, and fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from feltperm.app import open_desk, window_parts
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
from feltperm.desk.posters import Choice
from feltperm.packs.format import encode
from feltperm.packs.store import install
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
            for name in ("svc-113", "svc-116117", "svc-mental-helse", "svc-trondheim-fontenehuset")
        ),
        valid_until="2030-01-01",
    ),
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


@pytest.mark.parametrize("name", ["svc-113", "svc-116117", "svc-mental-helse"])
def test_what_serves_the_whole_country_cannot_be_closed(desk: Desk, name: str) -> None:
    page = desk.find.show(f"national/{name}")
    assert page.change is None
    assert page.opening.state != "closed"


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
