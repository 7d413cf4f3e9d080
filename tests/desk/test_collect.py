"""Collections on a real binder: what is in them, what has left the content, and undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from feltperm.binder import Binder, open_binder
from feltperm.catalogue.library import Entry, Ref, Row
from feltperm.desk.collect import Collector
from feltperm.errors import NotFound

NOW = datetime(2026, 11, 25, 22, 14)


class Content:
    """A shelf whose rows a test can change."""

    def __init__(self) -> None:
        self.rows = {Ref("national", id): row(id) for id in ("svc-a", "svc-b", "gd-c")}

    def get(self, _ref: Ref, /) -> Entry | None:
        return None

    def find(self, _id: str, /) -> Entry | None:
        return None

    def row(self, ref: Ref, /) -> Row | None:
        return self.rows.get(ref)


def row(id: str, title: str = "", phone: str = "22 00 00 00") -> Row:
    kind = "guidance" if id.startswith("gd") else "service"
    return Row(Ref("national", id), kind, title or id, "", "", "current", "", phone, "")  # type: ignore[arg-type]


@pytest.fixture
def content() -> Content:
    return Content()


@pytest.fixture
def binder(tmp_path: Path) -> Iterator[Binder]:
    binder, notice = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOW)
    assert notice is None
    with binder:
        yield binder


@pytest.fixture
def collect(binder: Binder, content: Content) -> Collector:
    return Collector(binder, content, lambda _ref, _status: None)


def refs(collect: Collector, number: int) -> list[str]:
    return [str(one.ref) for one in collect.records(number)]


def test_every_kind_of_record_can_be_collected(collect: Collector) -> None:
    number = collect.create("Vakt").number
    assert [collect.add(number, ref) for ref in ("national/gd-c", "national/svc-a")] == [True, True]
    assert not collect.add(number, "national/gd-c")
    assert refs(collect, number) == ["national/gd-c", "national/svc-a"]
    assert collect.holding("national/gd-c") == {number}
    collect.add(collect.create("Natt").number, "national/svc-b")
    assert collect.refs() == {"national/gd-c", "national/svc-a", "national/svc-b"}


@pytest.mark.parametrize("ref", ["national/nothing", "nothing", "", "/", "a/b/c"])
def test_what_is_not_in_the_content_cannot_be_collected(collect: Collector, ref: str) -> None:
    number = collect.create("Vakt").number
    with pytest.raises(NotFound, match="Fant ikke"):
        collect.add(number, ref)


def test_a_record_that_left_the_content_stays_with_what_was_last_seen(
    collect: Collector, content: Content
) -> None:
    number = collect.create("Vakt").number
    collect.add(number, "national/svc-a")
    content.rows[Ref("national", "svc-a")] = row("svc-a", "Nytt navn", "22 11 11 11")
    assert collect.refresh() == 1
    assert collect.refresh() == 0
    del content.rows[Ref("national", "svc-a")]
    (kept,) = collect.records(number)
    assert kept.gone
    assert (kept.title, kept.phone) == ("Nytt navn", "22 11 11 11")
    removed = collect.take_out(number, "national/svc-a")
    assert refs(collect, number) == []
    collect.put_in_again(number, removed)
    assert refs(collect, number) == ["national/svc-a"]


def test_an_unknown_name_is_answered_with_those_there_are(collect: Collector) -> None:
    collect.create("Natt")
    assert collect.named("natt").name == "Natt"
    with pytest.raises(NotFound, match=r"Fant ikke samlingen «Dag». Du har «Natt»\."):
        collect.named("Dag")


def test_a_removed_collection_comes_back_whole(collect: Collector) -> None:
    number = collect.create("Natt").number
    for ref in ("national/svc-a", "national/svc-b"):
        collect.add(number, ref)
    collect.arrange(number, ["national/svc-b"])
    removed = collect.remove(number)
    assert collect.collections() == ()
    collect.put_back(removed)
    assert refs(collect, number) == ["national/svc-b", "national/svc-a"]
