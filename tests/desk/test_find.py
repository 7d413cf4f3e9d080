"""Finding and reading: what the clock adds, and the JSON forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from catalogue.samples import (
    GEOGRAPHY,
    KARASJOK,
    ORLAND,
    OWN,
    RECORDS,
    TRONDHEIM,
    built,
    searcher,
)  # fmt: skip
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.hours import Opening
from feltperm.catalogue.library import Ref
from feltperm.desk.find import Finder, Request
from feltperm.desk.find_json import results_json
from feltperm.desk.page import page_json
from feltperm.errors import NotFound
from feltperm.wording import plain

#: A Wednesday.
NOON = datetime(2026, 11, 25, 12)


@pytest.fixture
def finder(tmp_path: Path) -> Iterator[Finder]:
    with built(tmp_path) as library:
        yield Finder(library, searcher(library), GEOGRAPHY, lambda: NOON)


def test_hits_know_whether_it_is_open(finder: Finder) -> None:
    found = {one.hit.ref.id: one for one in finder.search(Request("feltpleien")).hits}
    assert found["svc-feltpleien-trondheim"].opening == Opening(
        "open", until=datetime(2026, 11, 25, 15)
    )
    assert found["svc-feltpleien-oslo"].opening == Opening(
        "closed", opens=datetime(2026, 11, 25, 20)
    )
    assert found["eget-feltpleien"].opening.state == "not_stated"
    assert found["svc-feltpleien-oslo"].freshness == "unconfirmed"


def test_open_at_another_time(finder: Finder) -> None:
    night = datetime(2026, 11, 28, 23)
    hits = finder.search(Request("feltpleien", open_at=night)).hits
    assert [one.hit.ref.id for one in hits if one.hit.group == "match"] == ["svc-feltpleien-oslo"]
    assert [one.opening.state for one in hits if one.hit.group == "match"] == ["open"]
    assert "svc-feltpleien-trondheim" not in {one.hit.ref.id for one in hits}


def test_what_is_open_is_remembered_for_a_minute_and_then_asked_again(tmp_path: Path) -> None:
    moment = [datetime(2026, 11, 25, 14, 58)]
    with built(tmp_path) as library:
        finder = Finder(library, searcher(library), GEOGRAPHY, lambda: moment[0])

        def fitting() -> list[str]:
            hits = finder.search(Request("feltpleien trondheim", open_at=moment[0])).hits
            return [one.hit.ref.id for one in hits if one.hit.group == "match"]

        assert fitting() == ["svc-feltpleien-trondheim"]
        moment[0] = datetime(2026, 11, 25, 15, 1)
        assert fitting() == []


def test_counts_are_of_now_or_of_the_chosen_hour_and_of_everything_without_words(
    finder: Finder,
) -> None:
    now = finder.counts(Request("feltpleien"))["open_at"]
    assert now == {"yes": 1, "no": 1, "not_stated": 1}
    night = datetime(2026, 11, 28, 23)
    assert finder.counts(Request("feltpleien", open_at=night))["open_at"] == now
    everything = finder.counts(Request(""))
    assert sum(everything["kind"].values()) == len(RECORDS) + len(OWN)
    assert "open_at" not in finder.counts(Request(""), hours=False)


def test_a_hit_says_what_it_does_not_state(finder: Finder) -> None:
    results = finder.search(Request("feltpleien", no_referral=True, municipality=TRONDHEIM))
    unstated = {hit["id"]: hit["unstated"] for hit in results_json(results)["hits"]}
    assert unstated["svc-feltpleien-trondheim"] == []
    assert unstated["svc-feltpleien-oslo"] == ["no_referral"]
    assert results.local
    assert results.fit is not None
    assert (results.fit.known, results.fit.here) == (1, True)
    assert finder.has_local(TRONDHEIM)
    assert not finder.has_local("3301")


def test_a_holiday_is_not_stated_and_not_dropped(finder: Finder) -> None:
    christmas = datetime(2026, 12, 25, 12)
    results = finder.search(Request("feltpleien", open_at=christmas))
    groups = {one.hit.ref.id: one.hit.group for one in results.hits}
    assert groups["svc-feltpleien-trondheim"] == "not_stated"
    hits = {hit["id"]: hit for hit in results_json(results)["hits"]}
    opening = hits["svc-feltpleien-trondheim"]["open"]
    assert opening == {"state": "not_stated", "holiday": True, "opens": "2026-12-28T09:00"}


def test_the_json_of_a_search(finder: Finder) -> None:
    made = msgspec.json.decode(
        msgspec.json.encode(results_json(finder.search(Request("sprøiter feltpleien"))))
    )
    assert list(made) == ["query", "took_ms", "total", "hint", "facets", "hits"]
    assert made["query"] == "sprøiter feltpleien"
    assert made["total"] == len(made["hits"]) > 0
    assert made["hint"] == {"kind": "also", "from": "sprøiter", "to": ["sprøyter"]}
    assert made["facets"]["kind"]["service"] > 0
    wanted = {
        "id", "pack", "kind", "title", "score", "reason", "snippet", "area", "open", "freshness",
        "status",
    }  # fmt: skip
    for hit in made["hits"]:
        assert wanted <= set(hit)
        assert hit["reason"].keys() == {"kind", "from", "to"}
        assert hit["open"]["state"] in ("open", "closed", "not_stated")


def test_a_page_holds_what_belongs_to_it(finder: Finder) -> None:
    page = finder.show("svc-feltpleien-trondheim")
    assert page.entry.ref == Ref("national", "svc-feltpleien-trondheim")
    assert page.area == "Trondheim"
    assert page.opening.state == "open"
    assert page.freshness == "unconfirmed"
    assert [row.ref.id for row in page.related] == ["org-stolav"]
    assert [row.ref.id for row in page.own] == ["eget-feltpleien"]
    poster = finder.show(Ref("national", "ps-overdose"))
    assert [row.ref.id for row in poster.related] == ["gd-lar", "gd-overdose"]
    own = finder.show("local/eget-feltpleien")
    assert [row.ref.id for row in own.related] == ["svc-feltpleien-trondheim"]


def test_the_json_of_a_page(finder: Finder) -> None:
    data = msgspec.json.encode(page_json(finder.show("SVC-113")), enc_hook=plain)
    made = msgspec.json.decode(data)
    assert made["id"] == "svc-113"
    assert made["open"] == {"state": "open"}
    assert made["record"]["phones"] == [{"number": "113", "display": "113"}]
    assert made["publisher"] == "Feltperm"


@pytest.mark.parametrize(
    "text", ["", "/", "a/b/c", "x" * 10_000, '"', "\ud800", "national/svc-114"]
)
def test_an_unknown_id_is_told(finder: Finder, text: str) -> None:
    with pytest.raises(NotFound) as told:
        finder.show(text)
    assert str(told.value).startswith("Fant ikke «")
    assert len(str(told.value)) < 200


def test_an_id_that_is_nearly_right_brings_suggestions(finder: Finder) -> None:
    with pytest.raises(NotFound, match=r"«svc-112»\. Mente du svc-113"):
        finder.show("svc-112")


@pytest.fixture
def neighbour(tmp_path: Path) -> Iterator[Finder]:
    """A finder to whom Ørland, and no other place, is near Trondheim."""
    places = {TRONDHEIM: (63.4, 10.4), ORLAND: (63.7, 9.6)}
    apart = [
        msgspec.structs.replace(one, lat=lat, lon=lon)
        for one in GEOGRAPHY.municipalities
        for lat, lon in [places.get(one.number, (59.0, 10.0))]
    ]
    with built(tmp_path) as library:
        yield Finder(library, searcher(library), Geography(apart), lambda: NOON)


def test_neighbours_are_those_within_what_is_chosen(neighbour: Finder) -> None:
    assert neighbour.neighbours(TRONDHEIM) == ()
    neighbour.near_km = 100
    assert neighbour.neighbours(TRONDHEIM) == (ORLAND,)
    assert neighbour.neighbours("") == ()
    neighbour.near_km = 25
    assert neighbour.neighbours(TRONDHEIM) == ()


def test_what_a_neighbour_has_is_no_other_place_and_comes_after_what_is_here(
    neighbour: Finder,
) -> None:
    asked = Request("sprøyter", municipality=TRONDHEIM)
    far = {one.hit.ref.id: one.hit.group for one in neighbour.search(asked).hits}
    assert far["eget-sted"] == "elsewhere"
    near = neighbour.search(replace(asked, neighbours=(ORLAND,))).hits
    assert {one.hit.ref.id: one.hit.group for one in near}["eget-sted"] == "match"
    order = [one.hit.ref.id for one in near]
    assert order.index("svc-feltpleien-trondheim") < order.index("eget-sted")
    assert neighbour.search(asked).hits[-1].hit.group == "elsewhere", "nothing is remembered wrong"


def test_a_neighbour_makes_a_place_no_more_local_than_it_is(neighbour: Finder) -> None:
    neighbour.near_km = 100
    assert neighbour.neighbours(ORLAND) == (TRONDHEIM,)
    assert neighbour.has_local(TRONDHEIM)
    found = neighbour.search(Request("", municipality=KARASJOK, neighbours=(TRONDHEIM,)))
    assert not found.local


def test_browsing_goes_page_by_page(finder: Finder) -> None:
    first = finder.browse(("service",), TRONDHEIM, limit=2)
    second = finder.browse(("service",), TRONDHEIM, limit=100, offset=2)
    ids = [one.row.ref for page in (first, second) for one in page.rows]
    assert len(ids) == len(set(ids)) == first.total == second.total
    assert first.rows[0].opening.state == "open"
    assert first.rows[0].record.id == first.rows[0].row.ref.id
