"""Starring, removing, undoing, and what stays when the content moves on."""

from __future__ import annotations

import msgspec
from binder_home import Home, favourite

from feltperm.binder import Binder


def ids(binder: Binder) -> list[str]:
    return [item.id for item in binder.favourites.list()]


def test_a_star_survives_closing(home: Home) -> None:
    binder, _ = home.open()
    binder.favourites.add(favourite("svc-113", "AMK 113", "113"))
    binder.close()
    again, notice = home.open()
    assert notice is None
    (kept,) = again.favourites.list()
    assert (kept.pack, kept.id, kept.kind) == ("national", "svc-113", "service")
    assert (kept.title, kept.phone) == ("AMK 113", "113")
    assert kept.added_at == "2026-11-25T22:14:00"


def test_they_stand_in_the_order_of_starring(binder: Binder) -> None:
    for id in ("c", "a", "b"):
        binder.favourites.add(favourite(id))
    assert ids(binder) == ["c", "a", "b"]


def test_starring_twice_keeps_the_place_and_takes_the_new_facts(binder: Binder) -> None:
    binder.favourites.add(favourite("a", "Gammel", "1"))
    binder.favourites.add(favourite("b"))
    kept = binder.favourites.add(favourite("a", "Ny", "2"))
    assert ids(binder) == ["a", "b"]
    assert (kept.title, kept.phone, kept.position) == ("Ny", "2", 1)


def test_the_same_id_in_two_packs_is_two_favourites(binder: Binder) -> None:
    binder.favourites.add(favourite("a"))
    binder.favourites.add(msgspec.structs.replace(favourite("a"), pack="local"))
    assert binder.favourites.count() == 2


def test_undo_puts_it_back_at_its_place(binder: Binder) -> None:
    for id in ("a", "b", "c"):
        binder.favourites.add(favourite(id))
    removed = binder.favourites.remove("national", "b")
    assert removed is not None
    assert ids(binder) == ["a", "c"]
    binder.favourites.put_back(removed)
    assert ids(binder) == ["a", "b", "c"]


def test_undo_of_the_last_one_after_another_was_starred(binder: Binder) -> None:
    binder.favourites.add(favourite("a"))
    removed = binder.favourites.remove("national", "a")
    binder.favourites.add(favourite("b"))
    assert removed is not None
    binder.favourites.put_back(removed)
    assert ids(binder) == ["a", "b"]


def test_undo_after_starring_it_again_changes_nothing(binder: Binder) -> None:
    binder.favourites.add(favourite("a", "Gammel"))
    removed = binder.favourites.remove("national", "a")
    binder.favourites.add(favourite("a", "Ny"))
    assert removed is not None
    binder.favourites.put_back(removed)
    assert [item.title for item in binder.favourites.list()] == ["Ny"]


def test_removing_what_is_not_starred_is_no_error(binder: Binder) -> None:
    assert binder.favourites.remove("national", "a") is None
    assert binder.favourites.get("national", "a") is None


def test_refresh_takes_new_facts_and_leaves_what_is_gone(binder: Binder) -> None:
    binder.favourites.add(favourite("a", "Gammel", "1"))
    binder.favourites.add(favourite("gone", "Nedlagt", "2"))
    changed = binder.favourites.refresh([favourite("a", "Ny", "3"), favourite("other", "X", "9")])
    assert changed == 1
    assert [(f.id, f.title, f.phone) for f in binder.favourites.list()] == [
        ("a", "Ny", "3"),
        ("gone", "Nedlagt", "2"),
    ]


def test_refresh_without_news_writes_nothing(home: Home) -> None:
    binder, _ = home.open()
    binder.favourites.add(favourite("a", "Samme", "1"))
    before = home.path.read_bytes()
    assert binder.favourites.refresh([favourite("a", "Samme", "1")]) == 0
    assert home.path.read_bytes() == before


def test_two_windows_see_each_others_stars(home: Home) -> None:
    one, _ = home.open()
    two, _ = home.open()
    one.favourites.add(favourite("a"))
    two.favourites.add(favourite("b"))
    assert ids(one) == ids(two) == ["a", "b"]
