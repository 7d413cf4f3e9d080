"""`feltperm search` and `feltperm show`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from command_line import Run

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
