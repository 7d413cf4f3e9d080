"""A team shares what it has: merged without doubles, the same file twice is no change (8.6)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from feltperm import app_desk
from feltperm.binder import Site
from feltperm.desk.desk import Desk
from feltperm.desk.own import Draft
from feltperm.desk.own_posters import PosterDraft, PosterLine
from feltperm.desk.sticks.sharing import (
    Share,
    SharedKept,
    collection_share,
    news_in,
    read_share,
    share_of,
    take_over,
)
from feltperm.paths import find_paths

NOW = datetime(2026, 11, 26, 12, 0)
CARE = "national/svc-feltpleien-oslo"
CAFE = Draft(title="Nattkafeen", phone="22 33 44 55", municipality="0301", hours="natt")


@contextmanager
def opened(folder: Path) -> Iterator[Desk]:
    desk = app_desk.open_desk(find_paths(folder), now=lambda: NOW)
    try:
        yield desk
    finally:
        desk.close()


def filled(folder: Path) -> Share:
    """Return what a colleague shares who has one of everything."""
    with opened(folder) as desk:
        place = desk.own.add(CAFE)
        desk.own_posters.add(PosterDraft(title="Kafé", lines=(PosterLine("Kaffe"),)))
        desk.keep.add_site(Site(name="Feltstasjonen"))
    with opened(folder) as desk:  # the library has the own ones now
        made = desk.collect.create("Natt")
        for ref in (CARE, place.ref):
            desk.keep.star(ref)
            desk.collect.add(made.number, ref)
        return read_share(share_of(desk, NOW, own=True))


def test_all_of_it_comes_along_and_own_records_are_found(tmp_path: Path) -> None:
    share = filled(tmp_path / "kollega")
    with opened(tmp_path / "vi") as desk:
        taken = take_over(desk, share)
        assert taken == SharedKept(
            sites=("Feltstasjonen",), favourites=2, collections=("Natt",),
            own=("Nattkafeen", "Kafé"),
        )  # fmt: skip
    with opened(tmp_path / "vi") as desk:
        (collection,) = desk.collect.collections()
        assert [one.title for one in desk.collect.records(collection.number)] == [
            "Feltpleien i Oslo", "Nattkafeen",
        ]  # fmt: skip
        assert not any(one.gone for one in desk.keep.favourites())
        assert Draft.of(desk.own.list()[0]) == CAFE


def test_the_same_file_twice_is_no_change(tmp_path: Path) -> None:
    share = filled(tmp_path / "kollega")
    with opened(tmp_path / "vi") as desk:
        take_over(desk, share)
        before = list(desk.binder._store.connection.iterdump())
        assert news_in(desk, share) == SharedKept((), 0, same=2)
        assert take_over(desk, share) == SharedKept((), 0, same=2)
        assert list(desk.binder._store.connection.iterdump()) == before
    # and back to the one it came from
    with opened(tmp_path / "vi") as desk:
        back = read_share(share_of(desk, NOW, own=True))
    with opened(tmp_path / "kollega") as desk:
        assert take_over(desk, back) == SharedKept((), 0, same=2)


def test_where_both_changed_a_place_both_are_kept(tmp_path: Path) -> None:
    share = filled(tmp_path / "kollega")
    with opened(tmp_path / "vi") as desk:
        desk.own.add(replace(CAFE, phone="22 33 44 66"))
        taken = take_over(desk, share)
        assert (taken.beside, taken.own) == (1, ("Nattkafeen", "Kafé"))
        assert {Draft.of(one).phone for one in desk.own.list()} == {"22 33 44 55", "22 33 44 66"}
        assert take_over(desk, share).own == ()


def test_an_id_of_a_file_is_never_the_same_id_here(tmp_path: Path) -> None:
    share = filled(tmp_path / "kollega")
    with opened(tmp_path / "vi") as desk:
        ours = desk.own.add(Draft(title="Nattkafeen", summary="En helt annen"))
    with opened(tmp_path / "vi") as desk:
        take_over(desk, share)
        (collection,) = desk.collect.collections()
        held = {str(one.ref) for one in desk.collect.records(collection.number)}
        assert ours.ref not in held
        assert len(held) == 2
        assert not desk.keep.is_starred(ours.ref)


def test_a_collection_takes_its_own_records_along_and_no_others(tmp_path: Path) -> None:
    filled(tmp_path / "kollega")
    with opened(tmp_path / "kollega") as desk:
        desk.own.add(Draft(title="Ikke i samlingen"))
        number = desk.collect.named("Natt").number
        share = read_share(collection_share(desk, number, NOW))
    assert [one.title["nb"] for one in share.places] == ["Nattkafeen"]
    assert (share.sites, share.favourites, share.posters) == ((), (), ())


def broken_off(desk: Desk, title: str) -> None:
    with desk.binder.together():
        desk.own.add(Draft(title=title))
        raise ZeroDivisionError


def test_a_write_within_another_is_kept_or_taken_back_with_it(tmp_path: Path) -> None:
    with opened(tmp_path / "vi") as desk:
        with pytest.raises(ZeroDivisionError):
            broken_off(desk, "Alene")
        assert desk.own.list() == ()
        with desk.binder.together():
            with pytest.raises(ZeroDivisionError):
                broken_off(desk, "Inne")
            desk.own.add(CAFE)
        assert [one.title["nb"] for one in desk.own.list()] == ["Nattkafeen"]
