"""Stars, places and site files, on a real binder and a real library."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from feltperm.binder import Binder, Site, SiteRefused, open_binder
from feltperm.catalogue.library import Entry, Ref, Row
from feltperm.catalogue.records import Guidance, PackHeader, Phone, Record, Service, kind_of
from feltperm.desk.keep import Keeper, site_from_json
from feltperm.errors import NotFound

NOW = datetime(2026, 11, 25, 22, 14)
HEADER = PackHeader(
    format=1, pack="national", seq=1, published="2026-11-25", publisher="F", languages=("nb",)
)


class Content:
    """A shelf whose records a test can change."""

    def __init__(self, *records: Record) -> None:
        self.records = {("national", record.id): record for record in records}

    def find(self, record_id: str, /) -> Entry | None:
        for pack in ("national", "local"):
            if record := self.records.get((pack, record_id)):
                return Entry(Ref(pack, record_id), record, HEADER)
        return None

    def get(self, ref: Ref, /) -> Entry | None:
        record = self.records.get(tuple(ref))
        return record and Entry(ref, record, HEADER)

    def row(self, ref: Ref, /) -> Row | None:
        record = self.records.get(tuple(ref))
        if record is None:
            return None
        phone = record.phones[0].display if isinstance(record, Service) and record.phones else ""
        return Row(
            ref, kind_of(record), record.title["nb"], "", "", record.status, "", phone, record.about
        )


def service(id: str, title: str, phone: str) -> Service:
    return Service(id=id, title={"nb": title}, phones=(Phone(number=phone, display=phone),))


@pytest.fixture
def content() -> Content:
    return Content(
        service("svc-113", "AMK", "113"),
        service("svc-legevakt", "Legevakt", "116 117"),
        Guidance(id="gd-overdose", title={"nb": "Overdose"}),
    )


@pytest.fixture
def binder(tmp_path: Path) -> Iterator[Binder]:
    binder, notice = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOW)
    assert notice is None
    with binder:
        yield binder


@pytest.fixture
def keeper(binder: Binder, content: Content) -> Keeper:
    return Keeper(binder, content, lambda: NOW, lambda _ref, _status: None)


def test_a_star_takes_title_phone_and_time(keeper: Keeper) -> None:
    kept = keeper.star("national/svc-113")
    assert (kept.pack, kept.id, kept.kind) == ("national", "svc-113", "service")
    assert (kept.title, kept.phone, kept.added_at) == ("AMK", "113", "2026-11-25T22:14:00")
    assert keeper.refs() == {"national/svc-113"}
    assert keeper.is_starred("svc-113")
    assert keeper.is_starred("national/svc-113")


def test_a_bare_id_is_enough(keeper: Keeper) -> None:
    assert keeper.star("gd-overdose").pack == "national"
    assert keeper.unstar("gd-overdose") is not None
    assert keeper.refs() == set()


@pytest.mark.parametrize("name", ["nothing", "national/nothing", "other/svc-113", "", "/", "a/b/c"])
def test_an_unknown_record_cannot_be_starred(keeper: Keeper, name: str) -> None:
    with pytest.raises(NotFound, match="Fant ikke"):
        keeper.star(name)


def test_favourites_show_what_is_now_and_remember_what_was(
    keeper: Keeper, content: Content
) -> None:
    keeper.star("svc-113")
    keeper.star("svc-legevakt")
    content.records["national", "svc-113"] = service("svc-113", "AMK 113", "113 0")
    del content.records["national", "svc-legevakt"]
    assert [(kept.title, kept.phone, kept.gone) for kept in keeper.favourites()] == [
        ("AMK 113", "113 0", False),
        ("Legevakt", "116 117", True),
    ]


def test_refresh_keeps_the_new_facts_for_the_day_the_record_goes(
    keeper: Keeper, content: Content
) -> None:
    keeper.star("svc-113")
    content.records["national", "svc-113"] = service("svc-113", "AMK 113", "113 0")
    assert keeper.refresh() == 1
    assert keeper.refresh() == 0
    del content.records["national", "svc-113"]
    assert [(kept.title, kept.phone) for kept in keeper.favourites()] == [("AMK 113", "113 0")]
    assert keeper.refresh() == 0


def test_what_has_left_the_content_can_be_unstarred_and_put_back(
    keeper: Keeper, content: Content
) -> None:
    for name in ("svc-113", "svc-legevakt", "gd-overdose"):
        keeper.star(name)
    content.records.clear()
    removed = keeper.unstar("svc-legevakt")
    keeper.put_back(removed)
    assert [kept.ref.id for kept in keeper.favourites()] == [
        "svc-113", "svc-legevakt", "gd-overdose",
    ]  # fmt: skip


def test_toggling_says_what_came_of_it(keeper: Keeper) -> None:
    assert keeper.toggle("national/svc-113") is True
    assert keeper.toggle("national/svc-113") is False
    assert keeper.unstar("national/svc-113") is None


def test_with_one_id_in_two_packs_the_bare_id_means_the_national_one(
    keeper: Keeper, content: Content
) -> None:
    content.records["local", "svc-113"] = service("svc-113", "Vår AMK", "1")
    keeper.star("local/svc-113")
    keeper.star("svc-113")
    assert keeper.refs() == {"national/svc-113", "local/svc-113"}
    keeper.unstar("svc-113")
    assert keeper.refs() == {"local/svc-113"}


def test_a_binder_that_cannot_be_written_is_not_refreshed(tmp_path: Path, content: Content) -> None:
    (tmp_path / "data").write_text("in the way")
    binder, _ = open_binder(tmp_path / "data" / "binder.sqlite", tmp_path / "backups", NOW)
    with binder:
        keeper = Keeper(binder, content, lambda: NOW, lambda _ref, _status: None)
        assert keeper.refresh() == 0
        assert keeper.favourites() == ()


def test_sites_by_name_by_file_and_by_default(keeper: Keeper, tmp_path: Path) -> None:
    assert keeper.site_for("") is None
    assert keeper.default_address() == ""
    keeper.add_site(Site(name="Bua", address="Gata 1"))
    keeper.add_site(Site(name="Bussen"))
    file = tmp_path / "annet.JSON"
    file.write_text('{"name": "Annet"}')
    assert keeper.default_address() == "Gata 1"
    found = [keeper.site_for(name) for name in ("", " BUSSEN", str(file))]
    assert [site and site.name for site in found] == ["Bua", "Bussen", "Annet"]
    assert len(keeper.sites()) == 2


def test_an_unknown_site_names_the_known_ones(keeper: Keeper) -> None:
    keeper.add_site(Site(name="Bua"))
    with pytest.raises(NotFound, match=r"«Skuret»\. Du har «Bua»\."):
        keeper.site_for("Skuret")


def test_a_site_can_be_changed_removed_and_put_back(keeper: Keeper) -> None:
    keeper.add_site(Site(name="Bua"))
    keeper.update_site("bua", Site(name="Bua", phone="73000000"))
    removed = keeper.remove_site("Bua")
    assert keeper.sites() == ()
    keeper.put_site_back(removed)
    assert keeper.sites() == (Site(name="Bua", phone="73 00 00 00", is_default=True),)


def test_restoring_goes_through_the_binder(keeper: Keeper, tmp_path: Path) -> None:
    keeper.star("svc-113")
    again, _ = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOW)
    again.close()
    keeper.star("svc-legevakt")
    replaced = keeper.restore(keeper.backups()[0].path)
    assert keeper.refs() == {"national/svc-113"}
    assert replaced is not None
    assert replaced.exists()


def test_a_site_file_is_read_and_tidied(tmp_path: Path) -> None:
    fields = {
        "name": " Feltstasjonen ", "address": "Gata 1", "phone": "73 00 00 00",
        "hours": "kl. 9–15", "note": "Ring på",
    }  # fmt: skip
    file = tmp_path / "sted.json"
    file.write_text("\ufeff" + json.dumps(fields, ensure_ascii=False), encoding="utf-8")
    assert site_from_json(file) == Site(**{**fields, "name": "Feltstasjonen"})


@pytest.mark.parametrize(
    "content",
    [
        b"", b"no JSON", b"[]", b"null", b"{}", b'{"name": ""}', b'{"name": 5}',
        b'{"name": "A", "adresse": "B"}', b'{"name": "\xff"}', b"[" * 60000,
        b'{"name": "A", "note": "' + b"x" * 2000 + b'"}',
        b'{"name": "A", "note": "' + b"x" * 100_000 + b'"}',
    ],
)  # fmt: skip
def test_a_file_that_is_no_site_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "sted.json"
    file.write_bytes(content)
    with pytest.raises(SiteRefused) as refused:
        site_from_json(file)
    assert refused.value.detail or "navn" in str(refused.value)


@pytest.mark.parametrize("name", ["missing.json", ".", "a\0b.json"])
def test_a_file_that_is_not_there_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFound, match="Fant ikke fila"):
        site_from_json(tmp_path / name)
