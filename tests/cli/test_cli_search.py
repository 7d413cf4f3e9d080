"""`feltperm search` and `feltperm show`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from command_line import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HIT = {
    "id", "pack", "kind", "title", "score", "reason", "snippet", "area", "open", "freshness",
    "status",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("nalokson", {"ps-nalokson", "gd-nalokson-dose", "gd-nalokson-hvor"}),
        ("orland", {"svc-orland-rph-fosen"}),
        ("Ørland", {"svc-orland-rph-fosen"}),
        ("tromso", {"svc-tromso-losen", "svc-tromso-sms"}),
        ("feltsykeplie", {"svc-feltpleien-oslo", "svc-feltsykepleien-kongsberg"}),
        ("feltsykepleie", {"svc-feltpleien-oslo", "svc-feltsykepleien-kongsberg"}),
        ("svc-feltpleien-oslo", {"svc-feltpleien-oslo"}),
        ("22 67 43 45", {"svc-feltpleien-oslo"}),
    ],
)
def test_people_find_what_they_mean(feltperm: Run, text: str, wanted: set[str]) -> None:
    answer = feltperm("search", text)
    assert answer.code == 0
    assert answer.err == ""
    assert wanted <= set(answer.ids[:5])
    assert {hit["id"] for hit in feltperm("search", text, "--json").json["hits"][:5]} >= wanted


def test_a_line_shows_id_title_and_area(feltperm: Run) -> None:
    answer = feltperm("search", "svc-feltpleien-oslo", "--limit", 1)
    assert answer.out == "svc-feltpleien-oslo  Feltpleien i Oslo  Oslo\n"


def test_words_need_no_quotes(feltperm: Run) -> None:
    assert (
        feltperm("search", "feltpleie", "tromso").ids == feltperm("search", "feltpleie tromso").ids
    )


def test_nothing_found_is_done(feltperm: Run) -> None:
    answer = feltperm("search", "qqxxyyzzqq")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "Ingen treff på «qqxxyyzzqq».\n"
    found = feltperm("search", "qqxxyyzzqq", "--json").json
    assert (found["total"], found["hits"]) == (0, [])


def test_the_json_of_a_search(feltperm: Run) -> None:
    found = feltperm("search", "feltpleie", "--json").json
    assert set(found) == {"query", "took_ms", "total", "hint", "facets", "hits"}
    assert found["query"] == "feltpleie"
    assert isinstance(found["took_ms"], float)
    assert found["total"] >= len(found["hits"]) > 0
    assert found["facets"]["kind"]["service"] > 0
    for hit in found["hits"]:
        assert set(hit) >= HIT
        assert hit["pack"] == "national"
        assert set(hit["reason"]) == {"kind", "from", "to"}
        assert hit["open"]["state"] in ("open", "closed", "not_stated")
        assert hit["freshness"] in ("confirmed", "unconfirmed", "due", "overdue", "historical")


def test_a_misspelling_is_said_in_the_hint(feltperm: Run) -> None:
    hint = feltperm("search", "naloksom", "--json").json["hint"]
    assert hint["kind"] == "also"
    assert hint["from"] == "naloksom"
    assert "nalokson" in [word.lower() for word in hint["to"]]


@pytest.mark.parametrize("kind", ["service", "organisation", "guidance", "poster"])
def test_kind(feltperm: Run, kind: str) -> None:
    hits = feltperm("search", "nalokson", "--kind", kind, "--json").json["hits"]
    assert {hit["kind"] for hit in hits} == {kind}


def test_limit(feltperm: Run) -> None:
    found = feltperm("search", "nalokson", "--limit", 3, "--json").json
    assert len(found["hits"]) == 3
    assert found["total"] > 3


@pytest.mark.parametrize("name", ["Trondheim", "trondheim", "5001"])
def test_a_municipality_by_name_or_number(feltperm: Run, name: str) -> None:
    found = feltperm("search", "rus", "--municipality", name, "--kind", "service", "--json").json
    assert found["hits"][0]["area"] == "Trondheim"


@pytest.mark.parametrize("spelling", ["Tromsø", "tromso", "TROMSOE", "5501"])
def test_a_municipality_in_any_spelling(feltperm: Run, spelling: str) -> None:
    plain = feltperm("search", "feltpleie", "--municipality", "Tromsø").ids
    assert plain[0].startswith("svc-tromso")
    assert feltperm("search", "feltpleie", "--municipality", spelling).ids == plain


def test_an_unknown_municipality_is_said(fails: Callable[..., str]) -> None:
    assert fails("search", "x", "--municipality", "Atlantis") == "Fant ikke «Atlantis»."
    assert "Trondheim" in fails("search", "x", "--municipality", "Trondh")


def test_open_at_leaves_out_what_is_closed(feltperm: Run) -> None:
    def states(when: str) -> dict[str, str]:
        words = ("search", "feltpleie", "--open-at", when, "--limit", 50, "--json")
        return {hit["id"]: hit["open"]["state"] for hit in feltperm(*words).json["hits"]}

    wednesday, night = states("2026-11-25T13:00"), states("2026-11-25T23:30")
    assert wednesday["svc-feltpleien-oslo"] == "open"
    assert "svc-feltpleien-oslo" not in night
    assert "not_stated" in night.values()
    assert states("now")


def test_open_at_says_the_next_change(feltperm: Run) -> None:
    words = ("search", "svc-feltpleien-oslo", "--open-at", "2026-11-25T13:00", "--json")
    assert feltperm(*words).json["hits"][0]["open"] == {
        "state": "open",
        "until": "2026-11-25T15:00",
    }


def test_no_referral_counts_three_answers(feltperm: Run) -> None:
    found = feltperm("search", "rus", "--no-referral", "--json").json
    assert set(found["facets"]["no_referral"]) == {"yes", "no", "not_stated"}
    assert found["facets"]["no_referral"]["not_stated"] > 0
    assert "not_stated" in {hit["group"] for hit in found["hits"]}


def test_typing_takes_the_last_word_as_unfinished(feltperm: Run) -> None:
    typing = feltperm("search", "nalo", "--typing", "--json").json
    assert typing["hint"] is None
    assert len(typing["hits"]) >= 5
    for hit in typing["hits"]:
        assert "nalo" in (hit["title"] + hit["snippet"]).lower()


def test_literal_leaves_out_other_words(feltperm: Run) -> None:
    assert feltperm("search", "naloksom").ids
    literal = feltperm("search", "naloksom", "--literal")
    assert (literal.code, literal.out) == (0, "Ingen treff på «naloksom».\n")
    assert feltperm("search", "naloksom", "--literal", "--json").json["hint"]["to"]
    assert feltperm("search", "nalokson", "--literal").ids


@pytest.mark.parametrize(
    "text",
    [
        '"', "'", "(x", "a AND", "NEAR(a b)", "title:rus", "*", "{title}", "\0", "rus\0rus", "😀",
        "\ud800", "rus\udcff", "\u202erus", "\u200f", "'; DROP TABLE record; --", "rus " * 10_000,
        "x" * 100_000, "%", "_", "\x1b[2J", "\r\n", "e\u0301" * 200, "\u0644\u0627",
    ],
    ids=range(24),
)  # fmt: skip
def test_any_text_is_words_like_any_other(feltperm: Run, text: str) -> None:
    answer = feltperm("search", "--", text)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out
    assert not set("\0\x1b\r\u202e") & set(answer.out)
    found = feltperm("search", "--json", "--typing", "--literal", "--", text).json
    found["query"].encode()
    assert len(found["query"]) <= 1000
    assert feltperm("search", "nalokson").ids, "the content is whole"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(st.text(st.characters(), max_size=30), min_size=1, max_size=3))
def test_no_words_end_the_program(feltperm: Run, words: list[str]) -> None:
    answer = feltperm("search", "--json", "--", *words)
    assert (answer.code, answer.err) == (0, "")
    assert answer.json["total"] >= len(answer.json["hits"])


# --- show ---------------------------------------------------------------------------------------


def test_a_record_in_words(feltperm: Run) -> None:
    answer = feltperm("show", "svc-feltpleien-oslo")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Feltpleien i Oslo\n")
    assert "Telefon: 22 67 43 45" in answer.out
    assert "Kilde: Frelsesarmeen, Om Feltpleien i Oslo. Lest 22. november 2026." in answer.out


def test_guidance_nobody_has_reviewed_says_so(feltperm: Run) -> None:
    answer = feltperm("show", "gd-overdose")
    assert "Ring 113" in answer.out
    assert "Ikke fagkontrollert." in answer.out


@pytest.mark.parametrize("name", ["gd-overdose", "national/gd-overdose", "GD-Overdose"])
def test_an_id_with_and_without_its_pack(feltperm: Run, name: str) -> None:
    assert feltperm("show", name).out == feltperm("show", "gd-overdose").out


def test_the_json_of_a_record(feltperm: Run) -> None:
    page = feltperm("show", "svc-feltpleien-oslo", "--json").json
    assert page["id"] == page["record"]["id"] == "svc-feltpleien-oslo"
    assert page["pack"] == "national"
    assert page["kind"] == "service"
    assert page["area"] == "Oslo"
    assert page["open"]["state"] in ("open", "closed", "not_stated")
    assert page["freshness"] == "unconfirmed"
    assert page["published"]
    assert page["record"]["phones"][0]["display"] == "22 67 43 45"
    assert page["record"]["sources"][0]["read_on"] == "2026-11-22"


def test_another_language_where_the_record_has_it(feltperm: Run) -> None:
    title = feltperm("show", "gd-overdose", "--json").json["record"]["title"]
    for code in ("nn", "en"):
        assert feltperm("show", "gd-overdose", "--lang", code).out.startswith(title[code] + "\n")
        page = feltperm("show", "gd-overdose", "--lang", code, "--json").json
        assert page["title"] == title[code]
    norwegian = feltperm("show", "svc-feltpleien-oslo", "--lang", "pl").out
    assert norwegian.startswith("Feltpleien i Oslo\n")


def test_an_unknown_id_names_the_nearest(fails: Callable[..., str]) -> None:
    assert fails("show", "gd-overdos").startswith("Fant ikke «gd-overdos». Mente du gd-overdose")
    assert fails("show", "qqxxyyzz") == "Fant ikke «qqxxyyzz»."


def test_filters_keep_what_is_not_stated_after_what_fits(feltperm: Run) -> None:
    for option in (("--free",), ("--may-come-while-using",), ("--offer", "naloxone")):
        found = feltperm("search", "rus", *option, "--limit", 400, "--json").json
        order = [hit["group"] for hit in found["hits"]]
        assert order == sorted(order), option
        assert set(order) == {"match", "not_stated"}, option
        assert all(bool(hit["unstated"]) == (hit["group"] == "not_stated") for hit in found["hits"])


def test_what_is_filtered_by_may_be_an_id_or_its_wording(feltperm: Run) -> None:
    for option, value, wording in (
        ("--offer", "naloxone", "Nalokson"),
        ("--topic", "harm_reduction", "skadereduksjon"),
        ("--language", "pl", "polsk"),
        ("--audience", "relatives", "pårørande"),
    ):
        by_id = feltperm("search", "rus", option, value).ids
        assert by_id
        assert feltperm("search", "rus", option, wording).ids == by_id, option
    both = feltperm("search", "rus", "--topic", "lar", "--topic", "naloxone", "--json").json
    one = feltperm("search", "rus", "--topic", "lar", "--json").json
    assert both["total"] > one["total"]


def test_a_filter_that_is_not_known_is_said(fails: Callable[..., str]) -> None:
    assert fails("search", "x", "--offer", "naloksom") == "Fant ikke «naloksom». Mente du nalokson?"
    assert fails("search", "x", "--topic", "") == "Fant ikke «»."
    assert fails("search", "x", "--language", "klingonsk").startswith("Fant ikke «klingonsk».")


def test_every_facet_is_counted(feltperm: Run) -> None:
    facets = feltperm("search", "rus", "--json").json["facets"]
    assert set(facets) == {
        "kind", "open_at", "no_referral", "free", "may_come_while_using", "offer", "language",
        "topic", "audience", "area",
    }  # fmt: skip
    assert set(facets["free"]) == {"yes", "no", "not_stated"}
    assert facets["offer"]["naloxone"] > 0
    assert facets["area"]["Oslo"] > 0
    assert facets["topic"]["not_stated"] >= 0
    assert facets["audience"]["relatives"] > facets["audience"]["everyone"] > 0


def test_with_a_filter_and_no_words_everything_that_fits_is_listed(feltperm: Run) -> None:
    found = feltperm("search", "", "--may-come-while-using", "--json").json
    titles = [
        hit["title"]
        for hit in found["hits"]
        if hit["group"] == "match" and hit["status"] == "current"
    ]
    assert "Feltpleien i Oslo" in titles
    assert titles == sorted(titles)
    assert feltperm("search", "", "--json").json["hits"] == []


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("LAR trondheim", "Trondheim"),
        ("rusakutt i Ålesund", "Møre og Romsdal"),
        ("rusakutt trøndelag", "Trøndelag"),
        ("kompetansesenter midt-norge", "Helse Midt-Norge"),
    ],
)
def test_a_place_may_be_part_of_the_question(feltperm: Run, text: str, area: str) -> None:
    assert feltperm("search", text, "--json").json["hits"][0]["area"] == area


def test_helplines_stand_above_local_places_without_a_number(feltperm: Run) -> None:
    words = ("search", "overdose", "--municipality", "Trondheim", "--limit", 50, "--json")
    hits = feltperm(*words).json["hits"]
    ids = [hit["id"] for hit in hits]
    silent = next(
        number
        for number, hit in enumerate(hits)
        if hit["kind"] == "service" and hit["area"] == "Trondheim"
    )
    assert {"svc-113", "svc-116117"} <= set(ids[: silent + 2])
