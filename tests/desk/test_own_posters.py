"""Own posters: written on the layouts, listed among the others, shared; hostile ones refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.samples import GEOGRAPHY
from feltperm import app_desk
from feltperm.binder import Binder, open_binder
from feltperm.catalogue.records import Poster, Step
from feltperm.desk.desk import Desk
from feltperm.desk.own import OwnRecordRefused, OwnRecords, own_pack
from feltperm.desk.own_posters import (
    LONGEST,
    MOST_LINES,
    OwnPosters,
    PosterDraft,
    PosterLine,
    is_own_poster,
)
from feltperm.desk.sheets.posters import Choice
from feltperm.desk.sticks.sharing import (
    Share,
    poster_share,
    read_share,
    read_share_file,
    share_of,
    take_posters,
)
from feltperm.errors import NotFound
from feltperm.paths import find_paths
from sample_jobs import make_press

NOW = datetime(2026, 11, 25, 22, 14)
ICONS = {"phone": "Telefon", "clock": "Klokke"}
DRAFT = PosterDraft(
    title="Kafé på fredag",
    subtitle="Alle er velkomne",
    lines=(PosterLine("Kom klokka 12", "Vi har suppe.", "clock"), PosterLine("Ring oss")),
    box_heading="Her er vi",
    clinical=False,
)


@pytest.fixture
def binder(tmp_path: Path) -> Iterator[Binder]:
    binder, notice = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOW)
    assert notice is None
    with binder:
        yield binder


@pytest.fixture
def own(binder: Binder) -> OwnRecords:
    return OwnRecords(binder, GEOGRAPHY, lambda: NOW)


@pytest.fixture
def posters(own: OwnRecords) -> OwnPosters:
    return OwnPosters(own, lambda: ICONS, lambda: NOW)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = app_desk.open_desk(find_paths(tmp_path / "profile"), now=lambda: NOW)
    yield opened
    opened.close()


# --- writing ------------------------------------------------------------------------------------


def test_what_is_filled_in_becomes_a_poster_of_the_own_pack(
    posters: OwnPosters, own: OwnRecords, binder: Binder
) -> None:
    change = posters.add(DRAFT)
    assert change.ref == "local/plakat-kafe-pa-fredag"
    assert is_own_poster(change.id)
    assert PosterDraft.of(posters.get(change.id)) == DRAFT
    assert own.list() == (), "it is no place"
    pack = own_pack(binder.own_records.list())
    assert pack is not None
    assert [record.id for record in pack.records] == [change.id]


def test_a_change_keeps_the_id_and_undo_brings_back_what_was(
    posters: OwnPosters, own: OwnRecords
) -> None:
    id = posters.add(DRAFT).id
    change = posters.change(id, replace(DRAFT, title="Kafé på mandag"))
    assert posters.get(id).title == {"nb": "Kafé på mandag"}
    own.undo(change)
    assert posters.get(id).title == {"nb": "Kafé på fredag"}
    removed = own.remove(id)
    assert removed is not None
    assert posters.list() == ()
    own.undo(removed)
    assert [one.id for one in posters.list()] == [id]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(DRAFT, title=""), "title"),
        (replace(DRAFT, title="…"), "title"),
        (replace(DRAFT, title="x" * 300), "title"),
        (replace(DRAFT, title="x" * 1_000_000), "title"),
        (replace(DRAFT, lines=()), "lines"),
        (replace(DRAFT, lines=(PosterLine(""),)), "lines"),
        (replace(DRAFT, lines=(PosterLine("", "bare detalj"),)), "lines"),
        (replace(DRAFT, lines=(PosterLine("x" * (LONGEST["line"] + 1)),)), "lines"),
        (replace(DRAFT, lines=(PosterLine("Ring", icon="atombombe"),)), "lines"),
        (replace(DRAFT, lines=(PosterLine("Ring", icon="../../x"),)), "lines"),
        (replace(DRAFT, lines=(PosterLine("Ring"),) * (MOST_LINES + 1)), "lines"),
        (replace(DRAFT, lines=(PosterLine("Ring"),) * 100_000), "lines"),
        (replace(DRAFT, layout="letter"), "layout"),
    ],
)
def test_what_no_sheet_can_hold_is_refused_in_words(
    posters: OwnPosters, draft: PosterDraft, field: str
) -> None:
    with pytest.raises(OwnRecordRefused) as refused:
        posters.add(draft)
    assert refused.value.field == field
    assert str(refused.value).endswith(".")
    assert posters.list() == ()


def test_text_that_turns_or_steers_is_made_level(posters: OwnPosters) -> None:
    change = posters.add(replace(DRAFT, title="Kafé\u202e \x00på\u2067 fredag"))
    assert posters.get(change.id).title == {"nb": "Kafé på fredag"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80), st.text(max_size=100))
def test_any_text_is_refused_or_comes_back_as_it_is_kept(
    posters: OwnPosters, title: str, line: str
) -> None:
    try:
        tidied = PosterDraft(title=title, lines=(PosterLine(line),)).tidy()
    except OwnRecordRefused:
        return
    assert tidied.tidy() == tidied
    assert PosterDraft.of(posters.entry(tidied).record) == tidied  # type: ignore[arg-type]


# --- among the others ---------------------------------------------------------------------------


def renewed(desk: Desk, tmp_path: Path) -> Desk:
    return app_desk.renew_desk(find_paths(tmp_path / "profile"), desk, now=lambda: NOW)


def test_an_own_poster_is_offered_searched_and_marked(tmp_path: Path) -> None:
    desk = app_desk.open_desk(find_paths(tmp_path / "profile"), now=lambda: NOW)
    change = desk.own_posters.add(DRAFT)
    desk = renewed(desk, tmp_path)
    try:
        own = [offer for offer in desk.posters.offers() if offer.own]
        assert [(offer.ref, offer.title) for offer in own] == [(change.ref, "Kafé på fredag")]
        proof = desk.posters.proof(change.ref, Choice())
        assert proof.job.title == {"nb": "Kafé på fredag"}
        assert proof.job.foot.source == "Egen oppføring"
        assert proof.checks == ()
        assert desk.find.show(change.id).entry.ref.pack == "local"
    finally:
        desk.close()


def test_own_words_about_health_say_that_nobody_has_checked_them(desk: Desk) -> None:
    entry = desk.own_posters.entry(replace(DRAFT, clinical=True))
    assert desk.posters.proof_for(entry, None, Choice()).checks == (
        "Teksten er ikke fagkontrollert.",
    )


@pytest.mark.parametrize(
    "words",
    [
        '#panic("x")', "#read(\"/etc/passwd\")", "$ x^2 $ *fet* _skrå_", "= Overskrift @x <y>",
        "#import \"@preview/a:1.0.0\": *", "\\u{41} // slutt", "[ ] ___ {dato}",
    ],
)  # fmt: skip
def test_text_that_looks_like_the_layouts_language_is_printed_as_it_stands(
    desk: Desk, words: str
) -> None:
    entry = desk.own_posters.entry(replace(DRAFT, lines=(PosterLine(words),)))
    job = desk.posters.proof_for(entry, None, Choice()).job
    with make_press() as press, pypdfium2.PdfDocument(press.set(job).pdf) as document:
        text = "".join(document[0].get_textpage().get_text_range().split())
    assert "".join(words.split()) in text


# --- for a colleague ----------------------------------------------------------------------------


def test_a_poster_goes_along_when_it_is_said_so_and_comes_in_once(
    posters: OwnPosters, desk: Desk, tmp_path: Path
) -> None:
    id = desk.own_posters.add(replace(DRAFT, lines=(PosterLine("Ring", icon="phone"),))).id
    assert b"Kaf" not in share_of(desk, NOW), "not with places and favourites"
    file = tmp_path / "plakat.json"
    file.write_bytes(poster_share([desk.own_posters.get(id)], NOW))
    taken = take_posters(posters, read_share_file(file))
    assert (taken.ids, taken.known, taken.refused) == (("plakat-kafe-pa-fredag",), 0, 0)
    again = take_posters(posters, read_share_file(file))
    assert (again.ids, again.known, again.refused) == ((), 1, 0)


def hostile(**fields: object) -> Poster:
    made = Poster(id="x", title={"nb": "Overdose"}, items=(Step(title={"nb": "Vent"}),))
    return msgspec.structs.replace(made, **fields)


def test_a_poster_that_poses_as_another_comes_in_as_an_own_one(posters: OwnPosters) -> None:
    poser = hostile(
        id="ps-overdose", about="national/ps-overdose", steps_from="gd-overdose",
        sources=(), valid_until="2099-01-01", body={"nb": "![x](file:///etc/passwd)"},
    )  # fmt: skip
    share = read_share(poster_share([poser], NOW))
    (id,) = take_posters(posters, share).ids
    kept = posters.get(id)
    assert id == "plakat-overdose"
    assert (kept.about, kept.steps_from, kept.valid_until, kept.body) == ("", "", "", {})
    assert kept.sources[0].publisher == "Egen oppføring"


@pytest.mark.parametrize(
    "poster",
    [
        hostile(title={"nb": "x" * 300}),
        hostile(title={}),
        hostile(items=()),
        hostile(items=(Step(title={"nb": "Vent"}, icon="atombombe"),)),
        hostile(items=(Step(title={"nb": "Vent"}),) * 50),
        hostile(layout="letter"),
    ],
)
def test_a_hostile_poster_is_counted_and_left_out(posters: OwnPosters, poster: Poster) -> None:
    good = hostile(title={"nb": "Kafé"})
    taken = take_posters(posters, Share(1, "2026-11-25", posters=(poster, good)))
    assert (len(taken.ids), taken.refused) == (1, 1)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"no JSON", b"[]", b'{"feltperm_share": 2, "made": ""}', b"[" * 100_000,
        b'{"feltperm_share": 1, "made": "", "posters": [{"kind": "service"}]}',
        b'{"feltperm_share": 1, "made": "", "posters": [{"id": 5}]}',
        b'{"feltperm_share": 1, "made": "' + b"x" * (3 << 20) + b'"}',
    ],
)  # fmt: skip
def test_a_file_that_is_no_share_is_refused_in_words(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "plakat.json"
    file.write_bytes(data)
    with pytest.raises(NotFound, match=r"\.$"):
        read_share_file(file)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="kan ikke leses"):
        read_share_file(tmp_path / "none.json")
