"""Filters with three answers, what is counted, and what is near (SCREENS section 0, rule 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.samples import GEOGRAPHY, OSLO, RECORDS, TROMSO, TRONDHEIM, built, pack, service
from catalogue.samples import guidance as guide
from catalogue.samples import searcher as open_searcher
from feltperm.catalogue.build import build_library, update_library
from feltperm.catalogue.library import Library, Ref
from feltperm.catalogue.records import (
    Area,
    Organisation,
    Phone,
    Poster,
    Record,
    Schedule,
    Service,
    Urgency,
)
from feltperm.search import Request, Results, Searcher, SearchIndex, Section

NOON = datetime(2026, 11, 25, 12)
HOURS = (Schedule(byday=("WE",), opens_at="09:00", closes_at="15:00"),)

PLACES: tuple[Record, ...] = (
    service(
        "a-yes", "Natthjem A", free=True, referral=False, may_come_while_using=True,
        offers=("bed_night", "food"), languages=("nb", "pl"), topics=("housing",),
        audience=("people_who_use", "adults"), schedules=HOURS,
        area=Area(municipalities=(TRONDHEIM,)),
    ),
    service(
        "b-no", "Natthjem B", free=False, referral=True, may_come_while_using=False,
        offers=("food",), languages=("nb",), topics=("food_clothes",),
        audience=("relatives",), schedules=HOURS, area=Area(municipalities=(OSLO,)),
    ),
    service("c-silent", "Natthjem C", area=Area(counties=("Trøndelag",))),
    service(
        "d-free", "Natthjem D", free=True, area=Area(country=True), audience=("everyone",),
    ),
    service("e-far", "Natthjem E", area=Area(municipalities=(TROMSO,))),
    Organisation(id="f-org", title={"nb": "Natthjem F"}, languages=("pl",)),
    guide("g-guide", "Natthjem G", topics=("housing",), audience=("health_professionals",)),
    Poster(id="h-poster", title={"nb": "Natthjem H", "pl": "Nocleg H"}, topics=("housing",)),
)  # fmt: skip


@pytest.fixture
def search(tmp_path: Path) -> Iterator[Searcher]:
    with built(tmp_path, pack(PLACES)) as library:
        yield open_searcher(library)


def ask(search: Searcher, text: str = "natthjem", **more: object) -> Results:
    return search.search(Request(text, **more), lambda _ref, one: one.id == "a-yes")  # type: ignore[arg-type]


def groups(results: Results) -> dict[str, str]:
    return {hit.ref.id: hit.group for hit in results.hits}


# --- one filter ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["free", "no_referral", "may_come_while_using", "open_at"])
def test_a_known_no_is_dropped_and_what_is_not_stated_is_not(search: Searcher, name: str) -> None:
    results = ask(search, **{name: NOON if name == "open_at" else True})
    answer = groups(results)
    assert answer["a-yes"] == "match"
    assert "b-no" not in answer
    assert answer["c-silent"] == "not_stated"
    assert set(answer) == {"a-yes", "c-silent", "d-free", "e-far"}, "only services answer this"
    order = [hit.group for hit in results.hits]
    assert order == sorted(order)
    unstated = 2 if name == "free" else 3
    assert results.facets[name] == {"yes": 4 - unstated, "no": 1, "not_stated": unstated}
    assert results.sections == {Section(False, (name,)): unstated}  # type: ignore[arg-type]
    assert {hit.section.unstated for hit in results.hits} == {(), (name,)}


def test_what_is_not_named_among_the_offers_is_not_known_to_be_missing(search: Searcher) -> None:
    answer = groups(ask(search, offers=("bed_night",)))
    assert answer.pop("a-yes") == "match"
    assert answer == dict.fromkeys(["b-no", "c-silent", "d-free", "e-far"], "not_stated")
    either = groups(ask(search, offers=("bed_night", "food")))
    assert either["a-yes"] == either["b-no"] == "match"
    assert set(groups(ask(search, offers=("no-such",))).values()) == {"not_stated"}


def test_a_list_of_languages_says_what_is_not_in_it(search: Searcher) -> None:
    answer = groups(ask(search, languages=("pl",)))
    assert "b-no" not in answer
    assert answer["a-yes"] == answer["f-org"] == answer["h-poster"] == "match"
    assert "g-guide" not in answer, "it is written in bokmål only"
    assert answer["c-silent"] == "not_stated"


def test_topics_are_for_every_kind(search: Searcher) -> None:
    answer = groups(ask(search, topics=("housing",)))
    assert answer["a-yes"] == answer["g-guide"] == answer["h-poster"] == "match"
    assert "b-no" not in answer
    assert answer["f-org"] == "not_stated"


def test_what_is_for_everyone_fits_every_audience(search: Searcher) -> None:
    answer = groups(ask(search, audiences=("relatives",)))
    assert answer["b-no"] == answer["d-free"] == "match"
    assert "a-yes" not in answer, "for those who use is not for relatives"
    assert "g-guide" not in answer
    assert answer["c-silent"] == answer["h-poster"] == "not_stated"
    for either in (("relatives", "people_who_use"), ("people_who_use", "relatives")):
        both = groups(ask(search, audiences=either))
        assert both["a-yes"] == both["b-no"] == both["d-free"] == "match"


def test_an_audience_says_nothing_of_what_it_does_not_speak_of(search: Searcher) -> None:
    women = groups(ask(search, audiences=("women",)))
    assert women["d-free"] == "match"
    assert women["a-yes"] == women["b-no"] == women["g-guide"] == "not_stated"
    children = groups(ask(search, audiences=("children",)))
    assert "a-yes" not in children, "it is for adults"
    assert children["b-no"] == "not_stated"


def test_a_narrower_audience_is_part_of_the_wider(search: Searcher) -> None:
    assert groups(ask(search, audiences=("professionals",)))["g-guide"] == "match"
    everyone = groups(ask(search, audiences=("everyone",)))
    assert {name for name, group in everyone.items() if group == "match"} == {"d-free"}
    assert not {"a-yes", "b-no", "g-guide"} & set(everyone)


def test_no_audience_that_is_asked_for_leaves_what_states_none(search: Searcher) -> None:
    assert "f-org" in groups(ask(search, audiences=("no-such",)))
    results = ask(search, audiences=("homeless",))
    assert groups(results)["a-yes"] == "not_stated", "one may use and have no home"
    assert results.sections == {Section(False, ("audience",)): 5}


# --- several ------------------------------------------------------------------------------------


def test_a_known_no_to_any_filter_is_dropped_and_each_gap_has_its_own_heading(
    search: Searcher,
) -> None:
    results = ask(search, free=True, no_referral=True)
    sections = [(hit.ref.id, hit.section.unstated) for hit in results.hits]
    assert sections[0] == ("a-yes", ())
    assert sections[1] == ("d-free", ("no_referral",))
    assert set(sections[2:]) == {
        ("c-silent", ("no_referral", "free")), ("e-far", ("no_referral", "free")),
    }  # fmt: skip
    assert results.sections == {
        Section(False, ("no_referral",)): 1,
        Section(False, ("no_referral", "free")): 2,
    }
    assert results.total == 4


def for_whom(record: Record, wanted: tuple[str, ...]) -> bool | None:
    """Say for whom a record of these is, as a person who reads it would."""
    unfit = {
        "a-yes": {"relatives", "children"},
        "b-no": {"people_who_use"},
        "g-guide": {"people_who_use", "relatives"},
    }.get(record.id, set())
    if "everyone" in record.audience or set(record.audience) & set(wanted):
        return True
    return False if set(wanted) <= unfit else None


def answer(record: Record, name: str, value: object) -> bool | None:
    """Say what a record answers to a filter, as a person who reads it would."""
    if name == "audiences":
        return for_whom(record, value)  # type: ignore[arg-type]
    named = {"offers": "offers", "languages": "languages", "topics": "topics"}
    if name == "topics" or name == "languages":
        stated = getattr(record, named[name])
        if name == "languages" and not isinstance(record, Service | Organisation):
            stated = tuple(record.title)
        return bool(set(stated) & set(value)) if stated else None  # type: ignore[call-overload]
    if not isinstance(record, Service):
        return False
    if name == "offers":
        return bool(set(record.offers) & set(value)) or None  # type: ignore[call-overload]
    if name == "open_at":
        return record.id == "a-yes" if record.schedules else None
    if name == "no_referral":
        return None if record.referral is None else not record.referral
    return getattr(record, name)  # type: ignore[no-any-return]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    filters=st.fixed_dictionaries(
        {},
        optional={
            "open_at": st.just(NOON),
            "no_referral": st.just(True),
            "free": st.just(True),
            "may_come_while_using": st.just(True),
            "offers": st.sampled_from([("food",), ("bed_night", "lar"), ("no-such",)]),
            "languages": st.sampled_from([("pl",), ("nb", "en"), ("xx",)]),
            "topics": st.sampled_from([("housing",), ("housing", "food_clothes"), ("lar",)]),
            "audiences": st.sampled_from(
                [("relatives",), ("children", "relatives"), ("people_who_use", "women")]
            ),
        },
    ),
    counting=st.booleans(),
)
def test_any_filters_together_keep_what_a_reader_would_keep(
    search: Searcher, filters: dict[str, object], counting: bool
) -> None:
    results = ask(search, counting=counting, **filters)
    wanted = {}
    for record in PLACES:
        answers = {name: answer(record, name, value) for name, value in filters.items()}
        if False not in answers.values():
            wanted[record.id] = {
                name.removesuffix("s") for name, one in answers.items() if one is None
            }
    assert {hit.ref.id: set(hit.section.unstated) for hit in results.hits} == wanted
    assert results.total == len(wanted)
    assert sum(results.facets["kind"].values()) == len(wanted)
    if results.fit is not None:
        assert results.fit.unstated == len([one for one in wanted.values() if one])
        assert results.fit.known == len([one for one in wanted.values() if not one])


def test_a_facet_counts_what_every_other_filter_keeps(search: Searcher) -> None:
    results = ask(search, free=True, kinds=("service",))
    assert results.facets["kind"] == {"service": 4}
    results = ask(search, kinds=("poster",))
    assert results.facets["kind"] == {
        "guidance": 1, "organisation": 1, "poster": 1, "service": 5,
    }  # fmt: skip
    results = ask(search, free=True, no_referral=True)
    # b-no costs something, so it is no answer to the other filter, and the other way round.
    assert results.facets["no_referral"] == {"yes": 1, "no": 0, "not_stated": 3}
    assert results.facets["free"] == {"yes": 2, "no": 0, "not_stated": 2}


def test_every_facet_is_counted_when_asked_for(search: Searcher) -> None:
    assert set(ask(search).facets) == {"kind"}
    facets = ask(search, counting=True).facets
    assert facets["open_at"] == {"yes": 1, "no": 1, "not_stated": 3}
    assert facets["no_referral"] == {"yes": 1, "no": 1, "not_stated": 3}
    assert facets["free"] == {"yes": 2, "no": 1, "not_stated": 2}
    assert facets["may_come_while_using"] == {"yes": 1, "no": 1, "not_stated": 3}
    assert facets["offer"] == {"bed_night": 1, "food": 2, "not_stated": 3}
    assert facets["language"] == {"nb": 4, "pl": 3, "not_stated": 3}
    assert facets["topic"] == {"food_clothes": 1, "housing": 3, "not_stated": 4}
    assert facets["audience"] == {
        "adults": 2, "everyone": 1, "health_professionals": 2, "people_who_use": 2,
        "relatives": 2, "not_stated": 4,
    }  # fmt: skip
    assert facets["area"] == {
        "Oslo": 1, "Troms": 1, "Trøndelag": 2, "country": 1, "not_stated": 3,
    }  # fmt: skip
    # Its own filter does not change what a facet counts.
    assert ask(search, counting=True, offers=("bed_night",)).facets["offer"] == facets["offer"]
    assert ask(search, counting=True, topics=("housing",)).facets["topic"] == facets["topic"]
    by_audience = ask(search, counting=True, audiences=("relatives",)).facets
    assert by_audience["audience"] == facets["audience"]


def test_with_filters_and_no_words_everything_is_listed_by_title(search: Searcher) -> None:
    assert ask(search, "").hits == ()
    results = ask(search, "", free=True)
    assert [hit.ref.id for hit in results.hits] == ["a-yes", "d-free", "c-silent", "e-far"]
    assert results.total == 4
    assert {hit.snippet for hit in results.hits} == {""}


def test_the_next_page_begins_with_the_one_before(search: Searcher) -> None:
    whole = [hit.ref for hit in ask(search, free=True, municipality=TRONDHEIM).hits]
    for limit in range(1, len(whole)):
        cut = ask(search, free=True, municipality=TRONDHEIM, limit=limit)
        assert [hit.ref for hit in cut.hits] == whole[:limit]
        assert cut.total == len(whole)


# --- open ---------------------------------------------------------------------------------------


def test_each_place_is_asked_once_whether_it_is_open(search: Searcher) -> None:
    asked: list[str] = []

    def is_open(_ref: Ref, one: Service) -> bool:
        asked.append(one.id)
        return True

    request = Request("natthjem", open_at=NOON)
    for text in ("natth", "natthje", "natthjem"):
        search.search(replace(request, text=text, typing=True), is_open)
    assert sorted(asked) == ["a-yes", "b-no"], "those that state hours, once"
    results = search.search(request, lambda _ref, _one: None)
    assert set(groups(results).values()) == {"not_stated"}, "another question is asked anew"


def test_a_place_that_says_it_is_closed_for_now_needs_no_hours_for_it(tmp_path: Path) -> None:
    records = (service("svc-a", "Natthjem", status="temporarily_closed"),)
    with built(tmp_path, pack(records)) as library:
        results = open_searcher(library).search(
            Request("natthjem", open_at=NOON), lambda _ref, one: one.status == "current"
        )
        assert results.hits == ()
        assert results.facets["open_at"] == {"yes": 0, "no": 1, "not_stated": 0}


# --- places -------------------------------------------------------------------------------------


def test_with_a_filter_what_is_near_comes_first_whatever_it_states(search: Searcher) -> None:
    results = ask(search, no_referral=True, municipality=TRONDHEIM)
    assert [(hit.ref.id, hit.section) for hit in results.hits] == [
        ("a-yes", Section(False, ())),
        ("c-silent", Section(False, ("no_referral",))),
        ("d-free", Section(False, ("no_referral",))),
        ("e-far", Section(True, ("no_referral",))),
    ]
    assert results.sections == {
        Section(False, ("no_referral",)): 2,
        Section(True, ("no_referral",)): 1,
    }


def test_a_place_that_is_asked_for_is_not_elsewhere(search: Searcher) -> None:
    answer = groups(ask(search, "natthjem tromsø", municipality=TRONDHEIM))
    assert answer["e-far"] == "match"
    assert answer["b-no"] == "elsewhere"
    assert next(iter(answer)) == "e-far"


def test_a_name_that_many_places_bear_does_not_bring_them_near(tmp_path: Path) -> None:
    records = tuple(
        service(f"svc-{place}", f"Sted {place}", alternate_names=("Natthjem",),
                area=Area(municipalities=(place,)))
        for place in (OSLO, TROMSO, "3301")
    )  # fmt: skip
    with built(tmp_path, pack(records)) as library:
        search = open_searcher(library)
        assert set(groups(ask(search, municipality=TRONDHEIM)).values()) == {"elsewhere"}
        assert groups(ask(search, "Sted 0301", municipality=TRONDHEIM))["svc-0301"] == "match"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("natthjem i Trondheim", "a-yes"),
        ("NATTHJEM TROMSO", "e-far"),
        ("natthjem troms", "e-far"),
        ("natthjem oslo", "b-no"),
        ("natthjem trøndelag", "c-silent"),
        ("natthjem helse nord", "z-nord"),
        ("natthjem midt-norge", "z-midt"),
        ("natthjem i Ålesund", "z-midt"),
        ("natthjem aalesund", "z-midt"),
    ],
)
def test_a_municipality_a_county_or_a_health_region_may_be_typed(
    tmp_path: Path, typed: str, first: str
) -> None:
    regions = (
        service("z-nord", "Natthjem Z", area=Area(health_regions=("Nord",))),
        service("z-midt", "Natthjem Ø", area=Area(health_regions=("Midt-Norge",))),
        service("z-sor", "Natthjem Å", area=Area(health_regions=("Sør-Øst",))),
    )
    with built(tmp_path, pack((*PLACES, *regions))) as library:
        found = [hit.ref.id for hit in ask(open_searcher(library), typed).hits]
        assert found[0] == first
        assert "d-free" in found[1:], "what is for the whole country comes after"


def test_an_unknown_municipality_number_drops_nothing(search: Searcher) -> None:
    assert len(ask(search, municipality="9999").hits) == len(PLACES)


def test_it_is_said_whether_a_municipality_has_content_of_its_own(search: Searcher) -> None:
    assert ask(search).local
    assert ask(search, municipality=TRONDHEIM).local
    assert not ask(search, municipality="3301").local
    assert ask(search, "nothingatall", municipality=TRONDHEIM).local


# --- numbers that always answer -----------------------------------------------------------------

ACUTE: tuple[Record, ...] = (
    *(
        msgspec.structs.replace(one, category="emergency")
        for one in RECORDS
        if one.id == "svc-113"
    ),
    service(
        "svc-116117", "Legevakt 116 117", category="emergency", area=Area(country=True),
        phones=(Phone(number="116117"),),
    ),
    service("svc-ringes", "Poli for sår", phones=(Phone(number="73000000"),),
            area=Area(municipalities=(TRONDHEIM,))),
    service("svc-stum", "Stue for sår", area=Area(municipalities=(TRONDHEIM,))),
    service("svc-stum-oslo", "Stue for sår i Oslo", area=Area(municipalities=(OSLO,))),
    guide("gd-sar", "Sår", urgency=(Urgency(level="call_legevakt", signs=({"nb": "Feber"},)),)),
    guide("gd-stell", "Sårstell", urgency=(Urgency(level="self_care", signs=()),)),
)  # fmt: skip


def acute(tmp_path: Path, text: str, **more: object) -> list[str]:
    with built(tmp_path, pack(ACUTE)) as library:
        return [hit.ref.id for hit in ask(open_searcher(library), text, **more).hits]


def test_helplines_stand_above_local_places_that_nobody_can_ring(tmp_path: Path) -> None:
    found = acute(tmp_path, "sår", municipality=TRONDHEIM)
    assert found[0] == "gd-sar"
    silent = found.index("svc-stum")
    assert found[silent - 2 : silent] == ["svc-113", "svc-116117"]
    assert found.index("svc-113") > found.index("svc-ringes")
    assert found.index("svc-stum-oslo") > silent
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("sår", {}),
        ("stue for sår", {"municipality": TROMSO}),
        ("sår", {"municipality": TRONDHEIM, "kinds": ("guidance",)}),
        ("stue", {"municipality": TRONDHEIM}),
    ],
    ids=["no municipality", "no local record", "only guidance", "nothing acute"],
)
def test_helplines_are_not_brought_where_they_are_not_called_for(
    tmp_path: Path, text: str, more: dict[str, object]
) -> None:
    found = acute(tmp_path, text, **more)
    assert found
    assert not {"svc-113", "svc-116117"} & set(found)


def test_an_urgent_word_is_enough(tmp_path: Path) -> None:
    found = acute(tmp_path, "akutt stue", municipality=TRONDHEIM)
    assert found.index("svc-116117") < found.index("svc-stum")


def test_a_filter_keeps_helplines_out_only_where_they_are_known_not_to_fit(tmp_path: Path) -> None:
    found = acute(tmp_path, "sår", municipality=TRONDHEIM, open_at=NOON)
    assert "svc-113" not in found, "is_open says that only another one is open"
    assert found.index("svc-116117") < found.index("svc-stum")


# --- numbers and sections -----------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["73000000", "73 00 00 00", "730 00 000", "+47 73 00 00 00"])
def test_a_phone_number_finds_in_any_grouping_and_with_filters(tmp_path: Path, typed: str) -> None:
    assert acute(tmp_path, typed)[0] == "svc-ringes"
    assert acute(tmp_path, typed, free=True, municipality=OSLO)[0] == "svc-ringes"


def test_a_record_id_finds_its_record_from_any_municipality(search: Searcher) -> None:
    for typed in ("e-far", "national/e-far", "E-FAR"):
        hit = ask(search, typed, municipality=TRONDHEIM).hits[0]
        assert (hit.ref.id, hit.group) == ("e-far", "match")


# --- the library --------------------------------------------------------------------------------


def test_an_update_brings_the_facts_of_filters_up_to_date(tmp_path: Path) -> None:
    changed = service("a-yes", "Natthjem A", free=False, offers=("food",), topics=("lar",))
    old, new = pack(PLACES), pack((changed, *PLACES[2:]), sha256="new")
    build_library(tmp_path / "old", [old], SearchIndex(), GEOGRAPHY)
    update_library(tmp_path / "old", tmp_path / "new", [old], [new], SearchIndex(), GEOGRAPHY)
    build_library(tmp_path / "whole", [new], SearchIndex(), GEOGRAPHY)
    answers = []
    for name in ("new", "whole"):
        with Library(tmp_path / name) as library:
            answers.append(ask(open_searcher(library), counting=True).facets)
    assert answers[0] == answers[1]
    assert answers[0]["free"] == {"yes": 1, "no": 1, "not_stated": 2}
    assert answers[0]["offer"] == {"food": 1, "not_stated": 3}
    assert "housing" in answers[0]["topic"]
    assert "food_clothes" not in answers[0]["topic"]


def test_the_number_of_the_emergency_doctor_is_near_everywhere(tmp_path: Path) -> None:
    """Pages and posters that speak of it do not bury it, and nor do places elsewhere."""
    spoken_of = tuple(
        guide(f"gd-{number}", f"Når det haster {number}", body={"nb": "Ring legevakt."})
        for number in range(8)
    )
    with built(tmp_path, pack((*ACUTE, *spoken_of))) as library:
        hits = ask(open_searcher(library), "legevakt", municipality=TROMSO).hits
    assert [hit.ref.id for hit in hits].index("svc-116117") < 3
