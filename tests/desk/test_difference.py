"""What two jobs say otherwise: named in Norwegian, exact, and never an error."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm.desk.sheets.difference import differences

SITE = {"name": "Varmestua", "phone": "73 00 00 00", "hours": "kl. 10–14", "note": "Hei"}
JOB: dict[str, Any] = {
    "code": "FP-7K2M",
    "layout": "steps",
    "languages": ["nb"],
    "title": {"nb": "Overdose"},
    "items": [
        {"title": {"nb": "Rop"}, "detail": {"nb": "Høyt"}, "icon": "ask"},
        {"title": {"nb": "Ring 113"}, "detail": {}, "icon": "phone"},
    ],
    "site": SITE,
    "notices": [],
    "words": {"phone": {"nb": "Telefon"}},
    "foot": {"source": "FHI", "read_on": "2026-11-01", "published": "2026-11-02",
             "printed": "2026-11-03", "check_by": "2027-05-03"},
}  # fmt: skip


def changed(**fields: Any) -> dict[str, Any]:
    return {**JOB, **fields}


def said(today: dict[str, Any], hung: dict[str, Any] = JOB) -> list[str]:
    return [one.words for one in differences(hung, today)]


def item(number: int, **fields: Any) -> list[dict[str, Any]]:
    items = [dict(one) for one in JOB["items"]]
    items[number].update(fields)
    return items


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (changed(site={**SITE, "phone": "73 00 00 01"}), ["Telefon 73 00 00 00 → 73 00 00 01"]),
        (changed(site={**SITE, "hours": ""}), ["Åpningstid kl. 10–14 → ikke oppgitt"]),
        (changed(site=None), [
            "Telefon 73 00 00 00 → ikke oppgitt", "Åpningstid kl. 10–14 → ikke oppgitt",
            "Sted Varmestua → ikke oppgitt",
        ]),
        (changed(title={"nb": "Overdose!"}), ["Tittel Overdose → Overdose!"]),
        (changed(items=item(1, title={"nb": "Ring 1-1-3"})), ["Steg 2 Ring 113 → Ring 1-1-3"]),
        (changed(items=item(1, detail={"nb": "Nå"})), ["Steg 2 ikke oppgitt → Nå"]),
        (changed(items=item(0, icon="talk")), ["Bilde ved steg 1"]),
        (changed(items=JOB["items"][1:]), ["Steg 1 Rop → ikke oppgitt"]),
        (changed(items=[JOB["items"][0], {"title": {"nb": "Nytt"}}, JOB["items"][1]]),
         ["Steg 2 ikke oppgitt → Nytt"]),
        (changed(colour="red"), ["Farge"]),
        (changed(layout="signs"), ["Oppsett"]),
        (changed(foot={**JOB["foot"], "source": "Hdir"}), ["Kilde FHI → Hdir"]),
    ],
)  # fmt: skip
def test_each_field_is_named_with_old_and_new(today: dict[str, Any], words: list[str]) -> None:
    assert said(today) == words


def test_the_place_is_told_before_the_rest() -> None:
    today = changed(title={"nb": "Ny"}, site={**SITE, "phone": "1", "name": "Stua"})
    assert [words.split()[0] for words in said(today)] == ["Telefon", "Sted", "Tittel"]


def test_days_codes_and_the_free_note_are_no_facts() -> None:
    foot = {**JOB["foot"], "printed": "2027", "check_by": "2028", "published": "x", "read_on": "y"}
    assert said(changed(code="FP-0000", foot=foot, site={**SITE, "note": "Adjø"})) == []


def test_what_an_older_program_did_not_have_counts_as_empty() -> None:
    newer = changed(
        period="", offers=[], contact=None, where=[],
        site={**SITE, "logo": ""}, words={**JOB["words"], "address": {"nb": "Adresse"}},
    )  # fmt: skip
    assert said(newer) == []
    assert said(changed(period="2027-03-21")) == ["Innhold ikke oppgitt → 2027-03-21"]


def test_a_second_language_is_named() -> None:
    hung = changed(title={"pl": "Tytuł", "nb": "Tittel"}, languages=["pl", "nb"])
    today = changed(title={"pl": "Tytuły", "nb": "Titler"}, languages=["pl", "nb"])
    assert said(today, hung) == ["Tittel (bokmål) Tittel → Titler", "Tittel Tytuł → Tytuły"]


def test_a_notice_counts_when_it_comes_or_goes_and_not_for_its_date() -> None:
    def unsure(day: str) -> dict[str, Any]:
        text = {"nb": f"Ikke bekreftet etter {day}"}
        return changed(notices=[{"kind": "unconfirmed", "text": text}])

    assert said(unsure("1.11.2026")) == ["Merknad ikke oppgitt → Ikke bekreftet etter 1.11.2026"]
    assert said(unsure("2.11.2026"), unsure("1.11.2026")) == []
    assert len(said(JOB, unsure("1.11.2026"))) == 1


def test_a_field_of_a_line_is_told_with_what_stands_on_the_line() -> None:
    place = {"title": {"nb": "Varmestua"}, "phone": "1", "hours": [{"times": {"nb": "10–14"}}]}
    hung = {"layout": "client", "items": [place]}
    today = {"layout": "client", "items": [
        {**place, "phone": "2", "hours": [{"times": {"nb": "12–16"}}]}
    ]}  # fmt: skip
    assert said(today, hung) == [
        "Varmestua: Telefon 1 → 2",
        "Varmestua: Åpningstid 10–14 → 12–16",
    ]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["nb", "pl", "title", "kind", "phone", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
JOBS = st.dictionaries(
    st.sampled_from(["site", "title", "items", "foot", "words", "notices", "languages", "x"]),
    VALUES,
    max_size=4,
)


@given(JOBS)
def test_whatever_was_kept_is_compared(hung: dict[str, Any]) -> None:
    assert said(JOB, hung), "it is not this sheet"
    for one in differences(hung, JOB):
        assert one.words
