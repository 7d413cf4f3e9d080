"""A share file was written by anybody: within limits, all or nothing, and never a private note."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm import app_desk
from feltperm.binder import Favourite, Site
from feltperm.desk.desk import Desk
from feltperm.desk.own import Draft
from feltperm.desk.own_posters import PosterDraft, PosterLine
from feltperm.desk.sticks.sharing import (
    collection_share,
    news_in,
    read_share,
    read_share_file,
    share_of,
    take_over,
)
from feltperm.errors import DiskFull, NotFound
from feltperm.paths import find_paths

NOW = datetime(2026, 11, 26, 12, 0)
CARE = "national/svc-feltpleien-oslo"
SECRET = "Hemmelig notat om dora"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = app_desk.open_desk(find_paths(tmp_path / "profil"), now=lambda: NOW)
    yield made
    made.close()


def held(desk: Desk) -> list[object]:
    """Return all that the binder holds."""
    connection = desk.binder._store.connection
    return sorted(connection.iterdump())


def test_private_notes_are_in_no_share_whatever_they_lie_beside(desk: Desk) -> None:
    place = desk.own.add(Draft(title="Nattkafeen", phone="22334455"))
    made = desk.collect.create("Natt")
    desk.collect.add(made.number, CARE)
    for ref in (CARE, place.ref):
        desk.notes.write(ref, SECRET)
    desk.keep.star(CARE)
    for data in (share_of(desk, NOW, own=True), share_of(desk, NOW),
                 collection_share(desk, made.number, NOW)):  # fmt: skip
        assert b"hemmelig" not in data.lower()
        assert b"note" not in data.lower()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"feltperm_share": 0, "made": ""}',
        b'{"feltperm_share": "1", "made": ""}',
        b'{"feltperm_share": 1, "made": "", "sites": {}}',
        b'{"feltperm_share": 1, "made": "", "favourites": [1]}',
        b'{"feltperm_share": 1, "made": "", "places": [{"kind": "alert"}]}',
        b'{"feltperm_share": 1, "made": "", "collections": [{"records": []}]}',
        json.dumps({"feltperm_share": 1, "made": "", "favourites": ["a/b"] * 2001}).encode(),
        gzip.compress(b'{"feltperm_share": 1, "favourites": [' + b'"a/b",' * 1_000_000 + b"]}"),
    ],
)
def test_what_is_none_is_said_once_and_changes_nothing(
    desk: Desk, tmp_path: Path, data: bytes
) -> None:
    file, before = tmp_path / "delt.json", held(desk)
    file.write_bytes(data)
    with pytest.raises(NotFound) as refused:
        take_over(desk, read_share_file(file))
    assert str(refused.value) == (
        "Filen er ikke delt fra Feltperm, eller den er ødelagt. Ingenting er endret."
    )
    assert held(desk) == before


def test_a_newer_version_says_so_whatever_it_is_shaped_like(tmp_path: Path) -> None:
    file = tmp_path / "delt.json"
    file.write_bytes(b'{"feltperm_share": 2, "sites": {"by": "number"}}')
    with pytest.raises(NotFound, match="nyere Feltperm"):
        read_share_file(file)


def test_ten_million_entries_are_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "delt.json"
    with file.open("wb") as out:
        out.write(b'{"feltperm_share": 1, "made": "", "favourites": ["a/b"')
        for _ in range(100):
            out.write(b',"a/b"' * 100_000)
        out.write(b"]}")
    assert file.stat().st_size > 50_000_000
    monkeypatch.setattr("msgspec.json.decode", lambda *_a, **_k: pytest.fail("it was read"))
    with pytest.raises(NotFound, match="for stor"):
        read_share_file(file)


def test_every_cut_of_a_file_is_refused(desk: Desk) -> None:
    desk.keep.star(CARE)
    desk.own.add(Draft(title="Nattkafeen"))
    whole = share_of(desk, NOW, own=True).rstrip()
    for length in range(0, len(whole), 7):
        with pytest.raises(NotFound):
            read_share(whole[:length])


@given(st.binary(max_size=200) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["feltperm_share", "made", "sites", "favourites", "collections", "places",
                         "posters", "name", "records", "kind", "title", "id"]), inner, max_size=4),
).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_whatever_is_in_it_it_is_read_or_refused(data: bytes) -> None:
    with suppress(NotFound):
        assert read_share(data).feltperm_share == 1


def test_a_disk_that_fills_on_the_way_leaves_nothing_of_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app_desk.open_desk(find_paths(tmp_path / "kollega"), now=lambda: NOW).binder as theirs:
        theirs.sites.add(Site(name="Feltstasjonen"))
    other = app_desk.open_desk(find_paths(tmp_path / "kollega"), now=lambda: NOW)
    other.own.add(Draft(title="Nattkafeen"))
    other.keep.star(CARE)
    share = read_share(share_of(other, NOW, own=True))
    other.close()
    before = held(desk)

    def full(_favourite: Favourite) -> Favourite:
        raise DiskFull(tmp_path)

    monkeypatch.setattr(desk.binder.favourites, "add", full)
    with pytest.raises(DiskFull):
        take_over(desk, share)
    assert held(desk) == before


def test_hostile_own_records_come_in_only_as_the_form_could_write_them(desk: Desk) -> None:
    places = [
        {"kind": "service", "id": "x", "title": {"nb": "Stengt"}, "status": "temporarily_closed",
         "about": "national/svc-113", "phones": [{"number": "12345678", "display": "113"}],
         "offers": ["naloxone"], "url": "http://evil"},
        {"kind": "service", "id": "x", "title": {"nb": "\u202e  "}},
        {"kind": "service", "id": "y", "title": {"nb": "x" * 5000}},
        {"kind": "service", "id": "z", "title": {"nb": "Ring"}, "phones": [{"number": "ring"}]},
    ]  # fmt: skip
    data = json.dumps({"feltperm_share": 1, "made": "", "places": places}).encode()
    taken = take_over(desk, read_share(data))
    assert (taken.own, taken.refused) == (("Stengt",), 3)
    (kept,) = desk.own.list()
    assert (kept.url, kept.about, kept.offers, kept.status) == ("", "", (), "current")
    assert kept.phones[0].number == "113"
    assert kept.sources[0].publisher == "Egen oppføring"


def test_looking_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    other = app_desk.open_desk(find_paths(tmp_path / "kollega"), now=lambda: NOW)
    other.own.add(Draft(title="Nattkafeen"))
    other.own_posters.add(PosterDraft(title="Kafé", lines=(PosterLine("Kaffe"),)))
    share = read_share(share_of(other, NOW, own=True))
    other.close()
    before = held(desk)
    assert news_in(desk, share).own == ("Nattkafeen", "Kafé")
    assert held(desk) == before
