"""The catalogue that ships: clean, whole and complete enough to be of use."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from feltperm.catalogue.emergency import make_card
from feltperm.catalogue.records import Guidance, Poster, kind_of
from feltperm.packs.format import decode, encode
from feltperm_publish.compile import compile_pack
from feltperm_publish.lint import check

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def test_bundled_records_keep_every_rule() -> None:
    assert [str(finding) for finding in check(RESOURCES)[2]] == []


def test_bundled_pack_reads_back_to_the_same_bytes() -> None:
    sources, _, _ = check(RESOURCES)
    assert sources.header is not None
    data = compile_pack(sources.header, sources.records)
    pack = decode(data)
    assert encode(pack.header, pack.records) == data
    kinds = Counter(map(kind_of, pack.records))
    assert kinds["service"] >= 80
    assert kinds["guidance"] >= 20
    assert kinds["poster"] >= 4


def test_emergency_card_and_overdose_poster_show_the_same_steps() -> None:
    sources, plan, _ = check(RESOURCES)
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
