"""The printed list of services: what goes in, how it is grouped, and what is not known of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from feltperm import app_desk
from feltperm.catalogue.library import Ref
from feltperm.desk.desk import Desk
from feltperm.desk.find import Request
from feltperm.desk.own import Draft
from feltperm.desk.sheets import directory
from feltperm.desk.sheets.directory import Selection
from feltperm.errors import NotFound, TextTooLong
from feltperm.paper.directory_job import DirectoryJob, DirectoryPlace
from feltperm.paths import find_paths

NOW = datetime(2026, 11, 26, 9, 0)
DRAMMEN = "3301"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    paths = find_paths(tmp_path_factory.mktemp("profile"))
    opened = app_desk.open_desk(paths, now=lambda: NOW)
    opened.own.add(Draft(title="Åpen kafé", municipality="Drammen"))
    opened = app_desk.renew_desk(paths, opened, now=lambda: NOW)
    yield opened
    opened.close()


def made(desk: Desk, request: Request) -> DirectoryJob:
    job = desk.directory.proof(desk.directory.select(request)).job
    assert isinstance(job, DirectoryJob)
    return job


def named(job: DirectoryJob, part: str) -> DirectoryPlace:
    return next(one for one in job.items if part in one.title["nb"])


def test_a_municipality_has_its_own_and_what_is_for_all_by_category(desk: Desk) -> None:
    job = made(desk, Request("", municipality=DRAMMEN))
    assert job.title == {"nb": "Tilbud i Drammen"}
    assert job.subtitle == {"nb": f"{len(job.items)} tilbud"}
    assert job.items[0].group == "Nødhjelp"
    areas = {one.area for one in job.items}
    assert {"Drammen", "Hele landet"} <= areas
    assert "Oslo" not in areas
    groups = [one.group for one in job.items]
    assert len(set(groups)) == sum(
        a != b for a, b in zip(groups, [None, *groups[:-1]], strict=True)
    ), "each group stands together"


def test_everything_is_grouped_by_area(desk: Desk) -> None:
    job = made(desk, Request(""))
    assert job.grouping == "area"
    assert job.title == {"nb": "Tilbud"}
    assert all(one.group in (one.area, "Uten oppgitt sted") for one in job.items)
    assert len(job.items) > 250


def test_each_place_says_what_is_known_and_how_sure_it_is(desk: Desk) -> None:
    job = made(desk, Request("", municipality=DRAMMEN))
    ambulance = named(job, "113")
    assert ambulance.phones == ("113",)
    assert ambulance.hours == ("alle dager hele døgnet",)
    unsure = [one for one in job.items if one.doubt]
    assert unsure
    assert all(one.doubt.startswith("Ikke bekreftet etter ") for one in unsure)
    assert desk.directory.proof(
        desk.directory.select(Request("", municipality=DRAMMEN))
    ).checks == ("Noen opplysninger er ikke bekreftet.",)


def test_an_own_place_is_in_it_and_says_that_it_is_one(desk: Desk) -> None:
    own = named(made(desk, Request("", municipality=DRAMMEN)), "Åpen kafé")
    assert (own.group, own.state) == ("Andre tilbud", "Egen oppføring.")


def test_filters_choose_and_are_named_but_the_words_typed_are_not(desk: Desk) -> None:
    job = made(desk, Request("kari nordmann nalokson", offers=("naloxone",), no_referral=True))
    assert "kari" not in repr(job).lower()
    assert job.subtitle["nb"].startswith(f"{job.about}. ")
    assert job.about.endswith("Uten henvisning")


def test_guidance_and_places_of_other_municipalities_are_left_out(desk: Desk) -> None:
    selection = desk.directory.select(Request("overdose", municipality=DRAMMEN))
    assert selection.refs
    for entry in desk.opened.library.get_many(selection.refs):
        assert entry.ref.id.startswith(("svc-", "eget-"))
        assert entry.record.area.municipalities in ((), (DRAMMEN,)) or (
            DRAMMEN in entry.record.area.municipalities
        )


def test_what_is_no_list_of_services_gives_none(desk: Desk) -> None:
    assert desk.directory.select(Request("", kinds=("guidance",))).refs == ()
    assert desk.directory.select(Request("", kinds=("service", "organisation"))).refs


def test_the_same_list_is_made_again_from_its_job(desk: Desk) -> None:
    job = made(desk, Request("", municipality=DRAMMEN))
    refs = tuple(map(Ref.parse, job.record.split()))
    assert desk.directory.proof(Selection(refs, job.place, job.about)).job == job


@pytest.mark.parametrize(
    "selection",
    [Selection(()), Selection((Ref("national", "gd-overdose"), Ref("national", "svc-borte")))],
)
def test_a_list_of_nothing_is_said(desk: Desk, selection: Selection) -> None:
    with pytest.raises(NotFound, match="ingen tilbud"):
        desk.directory.proof(selection)


def test_more_than_a_list_takes_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "MOST_PLACES", 3)
    with pytest.raises(TextTooLong, match="arket tar 3"):
        desk.directory.proof(desk.directory.select(Request("")))
