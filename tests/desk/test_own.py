"""Own records and notes: validated, undone, found, and never more than they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import permutations
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.samples import GEOGRAPHY, ORLAND
from feltperm import app_desk
from feltperm.binder import Binder, NoteRefused, OwnRecord, open_binder
from feltperm.catalogue import schema
from feltperm.catalogue.canonical import encode_record
from feltperm.catalogue.library import Ref
from feltperm.catalogue.phones import bare_number, grouped
from feltperm.catalogue.records import Alert, Area, Guidance, Record, Service, ServiceChange
from feltperm.desk.desk import Desk
from feltperm.desk.find import Request
from feltperm.desk.find_json import results_json
from feltperm.desk.own import LONGEST, Draft, OwnRecordRefused, OwnRecords, own_pack
from feltperm.desk.page import page_json
from feltperm.desk.sticks.sharing import (
    Share,
    read_share,
    share_of,
    take_over,
)
from feltperm.desk.text import record_text
from feltperm.errors import NotFound
from feltperm.paths import Paths, find_paths

NOW = datetime(2026, 11, 25, 22, 14)
FULL = Draft(
    title="Varmestua vår", summary="Kaffe.\nRene klær.", phone="+47 915 08 588",
    address="Kaia 3", hours="hver kveld kl. 18–22", municipality="orland", note="Ring på baksida",
)  # fmt: skip


@pytest.fixture
def binder(tmp_path: Path) -> Iterator[Binder]:
    binder, notice = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOW)
    assert notice is None
    with binder:
        yield binder


@pytest.fixture
def own(binder: Binder) -> OwnRecords:
    return OwnRecords(binder, GEOGRAPHY, lambda: NOW)


def kept(record: Record, id: str = "") -> OwnRecord:
    return OwnRecord(
        id=id or record.id, record=encode_record(record).decode(), changed_at="2026-11-25T22:14:00"
    )


# --- writing ------------------------------------------------------------------------------------


def test_what_is_filled_in_becomes_a_record_of_the_catalogue(own: OwnRecords) -> None:
    change = own.add(FULL)
    assert change.ref == "local/eget-varmestua-var"
    (record,) = own.list()
    assert record.title == {"nb": "Varmestua vår"}
    assert record.summary == {"nb": "Kaffe.\nRene klær."}
    assert [(one.number, one.display) for one in record.phones] == [("91508588", "915 08 588")]
    assert [one.line for one in record.addresses] == ["Kaia 3"]
    assert record.hours == {"nb": "hver kveld kl. 18–22"}
    assert record.area == Area(municipalities=(ORLAND,))
    assert record.note == {"nb": "Ring på baksida"}
    assert [one.read_on for one in record.sources] == ["2026-11-25"]
    assert own.place(record) == "Ørland"
    assert Draft.of(record) == replace(FULL, phone="915 08 588", municipality=ORLAND)


def test_a_name_is_enough_and_the_rest_is_not_stated(own: OwnRecords) -> None:
    own.add(Draft(title="  Varmestua \n vår "))
    assert own.list() == (
        Service(
            id="eget-varmestua-var", title={"nb": "Varmestua vår"}, sources=own.list()[0].sources
        ),
    )


@pytest.mark.parametrize("title", ["", "  ", "\n", "\x00", "\u202e", "…", "😀", "\u200b"])
def test_without_a_name_that_can_be_read_nothing_is_kept(own: OwnRecords, title: str) -> None:
    with pytest.raises(OwnRecordRefused, match="mangler navn"):
        own.add(Draft(title=title))
    assert own.list() == ()


@pytest.mark.parametrize("field", sorted(LONGEST))
@pytest.mark.parametrize("length", [1, 1_000_000])
def test_a_text_that_is_too_long_is_refused(own: OwnRecords, field: str, length: int) -> None:
    draft = replace(Draft(title="Varmestua"), **{field: "1" * (LONGEST[field] + length)})
    with pytest.raises(OwnRecordRefused, match="plass til"):
        own.add(draft)
    assert own.list() == ()


@pytest.mark.parametrize(
    "number", ["ring Nina", "12", "22 40 00 40, 22 40 00 41 og 5", "+", "０００"]
)
def test_a_number_that_cannot_be_rung_is_refused(own: OwnRecords, number: str) -> None:
    with pytest.raises(OwnRecordRefused, match="kan ikke ringes"):
        own.add(replace(FULL, phone=number))


def test_an_unknown_municipality_is_refused_with_the_nearest(own: OwnRecords) -> None:
    with pytest.raises(OwnRecordRefused, match="Mente du «Trondheim»"):
        own.add(replace(FULL, municipality="Trond"))
    with pytest.raises(OwnRecordRefused, match="Velg en fra lista"):
        own.add(replace(FULL, municipality="Zzz"))


def test_controls_and_turned_text_and_half_characters_are_left_out(own: OwnRecords) -> None:
    own.add(Draft(title="Varm\u202eestua\x00 \ud800vår", note="a\x1b[31m\u2067b"))
    (record,) = own.list()
    assert record.title == {"nb": "Varmestua ?vår"}
    assert record.note == {"nb": "a [31mb"}


@pytest.mark.parametrize(
    ("typed", "number", "shown"),
    [
        ("22 40 00 40", "22400040", "22 40 00 40"),
        ("+47 22-40-00-40", "22400040", "22 40 00 40"),
        ("0047 915.08.588", "91508588", "915 08 588"),
        ("(80) 040567", "80040567", "800 40 567"),
        ("116 117", "116117", "116 117"),
        ("113", "113", "113"),
        ("+46 8 123 456", "+468123456", "+468123456"),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, number: str, shown: str) -> None:
    assert bare_number(typed) == number
    assert grouped(number) == shown


def test_two_of_one_name_are_two(own: OwnRecords) -> None:
    ids = [own.add(Draft(title=title)).id for title in ("Varmestua", "varmestua!", "Снег", "雪")]
    assert ids == ["eget-varmestua", "eget-varmestua-2", "eget", "eget-2"]


def test_a_change_keeps_what_the_form_does_not_show(own: OwnRecords, binder: Binder) -> None:
    binder.own_records.put(
        kept(Service(id="eget", title={"nb": "Gammel"}, offers=("food",), drop_in=True))
    )
    own.change("eget", FULL)
    record = own.get("eget")
    assert (record.title, record.offers, record.drop_in) == (
        {"nb": "Varmestua vår"}, ("food",), True
    )  # fmt: skip
    with pytest.raises(NotFound):
        own.change("eget-annet", FULL)


def test_every_change_can_be_undone(own: OwnRecords) -> None:
    added = own.add(FULL)
    changed = own.change(added.id, replace(FULL, title="Nytt navn"))
    removed = own.remove(added.id)
    assert removed is not None
    assert own.list() == ()
    assert own.remove(added.id) is None
    own.undo(removed)
    assert [one.title["nb"] for one in own.list()] == ["Nytt navn"]
    own.undo(changed)
    assert [one.title["nb"] for one in own.list()] == ["Varmestua vår"]
    own.undo(added)
    assert own.list() == ()


def test_an_undone_removal_comes_back_beside_what_took_its_id(own: OwnRecords) -> None:
    removed = own.remove(own.add(Draft(title="Varmestua", note="gammel")).id)
    own.add(Draft(title="Varmestua", note="ny"))
    assert removed is not None
    own.undo(removed)
    assert {one.id: one.note["nb"] for one in own.list()} == {
        "eget-varmestua": "ny", "eget-varmestua-2": "gammel",
    }  # fmt: skip


def test_an_undone_removal_of_what_is_there_again_changes_nothing(own: OwnRecords) -> None:
    removed = own.remove(own.add(FULL).id)
    assert removed is not None
    own.undo(removed)
    own.undo(removed)
    assert len(own.list()) == 1


@given(
    st.builds(Draft, title=st.text(), summary=st.text(), phone=st.text(), address=st.text(),
              hours=st.text(), municipality=st.sampled_from(["", "5001", "Ørland"]),
              note=st.text())
)  # fmt: skip
def test_any_draft_is_refused_or_kept_as_a_sound_record(draft: Draft) -> None:
    shelf: dict[str, OwnRecord] = {}
    rows = SimpleNamespace(
        list=lambda: tuple(shelf.values()), get=shelf.get,
        put=lambda one: shelf.__setitem__(one.id, one),
    )  # fmt: skip
    own = OwnRecords(SimpleNamespace(own_records=rows), GEOGRAPHY, lambda: NOW)  # type: ignore[arg-type]
    try:
        own.add(draft)
    except OwnRecordRefused:
        assert not shelf
        return
    made = own_pack(shelf.values())
    assert made is not None
    assert made.records == own.list()


# --- the pack -----------------------------------------------------------------------------------


def test_the_pack_depends_on_nothing_but_the_records() -> None:
    records = [kept(Service(id=id, title={"nb": id})) for id in ("eget-a", "eget-b", "eget-c")]
    packs = [own_pack(order) for order in permutations(records)]
    assert {one.sha256 for one in packs if one} == {packs[0].sha256 if packs[0] else ""}
    first = packs[0]
    assert first is not None
    assert (first.header.pack, first.header.seq, first.header.published) == (
        "local",
        3,
        "2026-11-25",
    )
    assert own_pack(()) is None


def test_what_is_no_service_of_that_id_is_left_out_of_the_pack() -> None:
    good = kept(Service(id="eget", title={"nb": "Varmestua"}))
    bad = [
        kept(Service(id="eget-b", title={"nb": "B"}), "eget-c"),
        kept(Service(id="Ikke slug", title={"nb": "B"})),
        kept(Service(id="eget-tom", title={})),
        kept(Guidance(id="gd-min", title={"nb": "Råd"}, critical=True)),
        kept(Alert(id="al-min", title={"nb": "Varsel"}, changes=(
            ServiceChange(service="national/svc-113", status="temporarily_closed"),))),
        OwnRecord(id="x", record="{", changed_at=""),
        OwnRecord(id="x", record="[" * 100_000, changed_at=""),
        OwnRecord(id="x", record='{"kind":"service","id":"x","title":5}', changed_at=""),
        kept(Service(id="eget-stor", title={"nb": "B"}, note={"nb": "x" * (1 << 20)})),
    ]  # fmt: skip
    made = own_pack([good, *bad])
    assert made is not None
    assert [one.id for one in made.records] == ["eget"]
    assert own_pack(bad) is None


# --- on the real content ------------------------------------------------------------------------


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return find_paths(tmp_path / "profile")


@pytest.fixture
def desk(paths: Paths) -> Iterator[Desk]:
    held = [app_desk.open_desk(paths)]
    yield held[0]
    held[0].close()


def test_without_own_records_the_prebuilt_library_is_used(desk: Desk, paths: Paths) -> None:
    assert desk.opened.path.parent != paths.cache
    assert not paths.cache.exists()
    assert not desk.outdated()


def test_an_own_record_is_found_and_marked_once_the_content_is_renewed(
    desk: Desk, paths: Paths
) -> None:
    change = desk.own.add(replace(FULL, municipality="Ørland"))
    assert desk.outdated()
    with app_desk.renew_desk(paths, desk).opened.library as library:
        assert library.path.parent == paths.cache
    renewed = app_desk.open_desk(paths)
    try:
        assert not renewed.outdated()
        answer = results_json(renewed.find.search(Request("varmestua vår rene klær", limit=1)))
        (hit,) = answer["hits"]
        assert (hit["pack"], hit["own_record"], hit["area"]) == ("local", True, "Ørland")
        page = renewed.find.show(change.ref)
        assert page_json(page)["own_record"]
        assert "Egen oppføring." in record_text(page).splitlines()
        assert "Telefon: 915 08 588" in record_text(page)
        assert not page_json(renewed.find.show("national/svc-113"))["own_record"]
        renewed.own.undo(change)
        assert renewed.outdated()
    finally:
        renewed.close()
    with app_desk.open_desk(paths).opened.library as library:
        assert library.path.parent != paths.cache, "the prebuilt one serves again"


def test_an_own_record_never_stands_for_a_national_one(desk: Desk, paths: Paths) -> None:
    desk.binder.own_records.put(
        kept(
            Service(
                id="svc-113", title={"nb": "Medisinsk nødtelefon 113"}, category="emergency",
                phones=({"number": "99999999", "display": "999 99 999"},),  # type: ignore[arg-type]
                about="national/svc-113", area=Area(country=True),
            )
        )
    )  # fmt: skip
    renewed = app_desk.renew_desk(paths, desk)
    try:
        assert str(renewed.find.show("svc-113").entry.ref) == "national/svc-113"
        assert renewed.find.show("national/svc-113").own == ()
        record = renewed.find.show("local/svc-113").entry.record
        assert isinstance(record, Service)
        assert (record.category, record.about) == ("", "")
        for words in ("113", "svc-113", "nødtelefon", "medisinsk nødtelefon 113", "ambulanse"):
            first = renewed.find.search(Request(words)).hits[0].hit
            assert first.ref.pack == "national", words
        assert all(one.row.ref.pack == "national" for one in renewed.find.helplines())
    finally:
        renewed.close()


def test_a_record_that_clashes_with_another_is_left_out_and_said(
    desk: Desk, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two ids of one row number: not to be had on purpose, so the number is made the same."""
    desk.own.add(FULL)
    real = schema.row_number
    same = real("national", "svc-113")
    monkeypatch.setattr(
        schema, "row_number", lambda pack, id: same if pack == "local" else real(pack, id)
    )
    renewed = app_desk.renew_desk(paths, desk)
    try:
        assert "Egne oppføringer kan ikke vises. De ligger fortsatt i permen." in [
            text for text, _ in renewed.notices
        ]
        assert len(renewed.own.list()) == 1
        assert renewed.find.show("svc-113").entry.ref == Ref("national", "svc-113")
    finally:
        renewed.close()


def test_a_restored_binder_asks_for_its_content(desk: Desk, tmp_path: Path) -> None:
    other, _ = open_binder(tmp_path / "other.sqlite", tmp_path / "other", NOW)
    with other:
        OwnRecords(other, GEOGRAPHY, lambda: NOW).add(Draft(title="Varmestua"))
    desk.restore(tmp_path / "other.sqlite")
    assert desk.outdated()


# --- notes --------------------------------------------------------------------------------------


def test_a_note_is_found_at_once_and_no_longer_when_it_is_gone(desk: Desk) -> None:
    ref = "national/svc-113"
    assert desk.notes.write(ref, "Oppgi port B og nøkkelkode") is None
    (hit,) = results_json(desk.find.search(Request("nøkkelkode port")))["hits"][:1]
    assert (hit["id"], hit["reason"]["kind"]) == ("svc-113", "note")
    assert hit["snippet"] == "Oppgi port B og nøkkelkode"
    assert [hit["snippet"][slice(*mark)] for mark in hit["marks"]] == ["port", "nøkkelkode"]
    removed = desk.notes.remove(ref)
    assert removed is not None
    assert not any(
        found.hit.reason.kind == "note" for found in desk.find.search(Request("nøkkelkode")).hits
    )
    desk.notes.put_back(removed)
    assert desk.find.search(Request("nøkkelkode")).hits[0].hit.reason.kind == "note"


def test_a_note_stands_on_the_page_and_in_nothing_that_leaves(desk: Desk, paths: Paths) -> None:
    secret = "Nøkkelkode seksten"
    desk.notes.write("national/svc-113", secret)
    desk.own.add(FULL)
    renewed = app_desk.renew_desk(paths, desk)
    try:
        page = renewed.find.show("svc-113")
        assert page.note == secret
        assert secret not in record_text(page)
        assert secret not in str(page_json(page))
        library = renewed.opened.path.read_bytes()
        assert b"nokkelkode" not in library
        assert b"seksten" not in library
        assert secret not in str(msgspec.to_builtins(renewed.content.own))
    finally:
        renewed.close()


def test_what_was_there_before_comes_back_from_a_written_note(desk: Desk) -> None:
    desk.notes.write("national/svc-113", "Først")
    before = desk.notes.write("national/svc-113", "Så")
    assert before is not None
    assert before.text == "Først"
    assert desk.notes.text("national/svc-113") == "Så"
    assert desk.notes.text("national/svc-116117") == ""


@pytest.mark.parametrize(
    ("there", "typed", "kept"),
    [
        ("Fra natta", "Min", "Min\n\nFra natta"),
        ("Fra natta", "Min, og Fra natta", "Min, og Fra natta"),
        ("Fra natta", " ", "Fra natta"),
        ("Vist", "Min", "Min"),
    ],
)
def test_words_that_came_there_meanwhile_are_not_written_over(
    desk: Desk, there: str, typed: str, kept: str
) -> None:
    desk.notes.write("national/svc-113", there)
    desk.notes.write("national/svc-113", typed, shown="Vist")
    assert desk.notes.text("national/svc-113") == kept


def test_a_star_on_an_own_record_stays_here(desk: Desk, paths: Paths) -> None:
    change = desk.own.add(Draft(title="Nattkaffe hos Nina"))
    renewed = app_desk.renew_desk(paths, desk)
    try:
        renewed.keep.star(change.ref)
        renewed.keep.star("national/svc-113")
        share = share_of(renewed, NOW)
        assert read_share(share).favourites == ("national/svc-113",)
        assert b"nina" not in share.lower()
        renewed.keep.unstar(change.ref)
        brought = take_over(renewed, Share(1, "", favourites=(change.ref,)))
        assert (brought.favourites, brought.unknown) == (0, 1)
        assert not renewed.keep.is_starred(change.ref)
    finally:
        renewed.close()


def test_a_megabyte_is_no_note(desk: Desk) -> None:
    with pytest.raises(NoteRefused):
        desk.notes.write("national/svc-113", "nøkkel " * 150_000)
    assert desk.notes.list() == ()


def test_a_note_beside_what_is_gone_is_kept_and_in_nobodys_way(desk: Desk) -> None:
    desk.notes.write("national/svc-borte", "nøkkelkode")
    assert [one.id for one in desk.notes.list()] == ["svc-borte"]
    assert all(
        hit.hit.ref.id != "svc-borte" for hit in desk.find.search(Request("nøkkelkode")).hits
    )
    with pytest.raises(NotFound):
        desk.notes.write("ingen", "nøkkelkode")
