"""The catalogue that ships: clean, whole and complete enough to be of use."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from feltperm.catalogue.emergency import make_card
from feltperm.catalogue.records import Guidance, Poster, kind_of
from feltperm.packs.format import decode, encode
from feltperm_publish.compile import compile_pack
from feltperm_publish.lint import check
from feltperm_publish.place import Place

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
PLACE = Place(RESOURCES, RESOURCES)
#: The day the bundled pack was made: what ends later is no fault of its source.
TODAY = date(2026, 11, 26)


def test_bundled_records_keep_every_rule() -> None:
    assert [str(finding) for finding in check(PLACE, TODAY)[2]] == []


def test_bundled_pack_reads_back_to_the_same_bytes() -> None:
    sources, _, _ = check(PLACE, TODAY)
    assert sources.header is not None
    data = compile_pack(sources.header, sources.records)
    pack = decode(data)
    assert encode(pack.header, pack.records) == data
    kinds = Counter(map(kind_of, pack.records))
    assert kinds["service"] + kinds["organisation"] >= 346
    assert kinds["guidance"] >= 69
    assert kinds["poster"] >= 18


def test_emergency_card_and_overdose_poster_show_the_same_steps() -> None:
    sources, plan, _ = check(PLACE, TODAY)
    assert plan is not None
    card = make_card(plan, sources.records)
    records = {record.id: record for record in sources.records}
    overdose, poster = records["gd-overdose"], records["ps-overdose"]
    assert isinstance(overdose, Guidance)
    assert isinstance(poster, Poster)
    assert card.tabs[0].record == poster.steps_from == "gd-overdose"
    assert card.tabs[0].steps == overdose.steps
    assert [tab.title["nb"] for tab in card.tabs] == [
        "Overdose", "Kramper og abstinens", "Alvorlig infeksjon", "Selvmordsfare"
    ]  # fmt: skip
