"""Own places: names, the one default, undo, and odd text."""

from __future__ import annotations

import msgspec
import pytest
from binder_home import Home
from hypothesis import given
from hypothesis import strategies as st

from feltperm.binder import Binder, Site, SiteRefused
from feltperm.binder.connection import Store, connect_memory
from feltperm.binder.migrations import migrate
from feltperm.binder.sites import MAX_TEXT, Sites
from feltperm.errors import NotFound


def names(binder: Binder) -> list[tuple[str, bool]]:
    return [(site.name, site.is_default) for site in binder.sites.list()]


def test_all_fields_survive_closing(home: Home) -> None:
    site = Site(
        name="Feltstasjonen", address="Gata 1, 0010 Oslo", phone="22 00 00 00",
        hours="mandag–fredag kl. 9–15", note="Ring på.\nAndre etasje.",
    )  # fmt: skip
    binder, _ = home.open()
    binder.sites.add(site)
    binder.close()
    again, _ = home.open()
    assert again.sites.list() == (msgspec.structs.replace(site, is_default=True),)


def test_the_first_is_the_default_and_stays_it(binder: Binder) -> None:
    assert binder.sites.default() is None
    binder.sites.add(Site(name="Bua"))
    binder.sites.add(Site(name="Annekset"))
    assert names(binder) == [("Bua", True), ("Annekset", False)]


def test_a_new_default_takes_over(binder: Binder) -> None:
    binder.sites.add(Site(name="A"))
    binder.sites.add(Site(name="B", is_default=True))
    assert names(binder) == [("B", True), ("A", False)]
    binder.sites.update("a", Site(name="A", is_default=True))
    assert names(binder) == [("A", True), ("B", False)]


def test_the_default_cannot_be_taken_away_by_an_edit(binder: Binder) -> None:
    binder.sites.add(Site(name="A"))
    binder.sites.add(Site(name="B"))
    assert binder.sites.update("A", Site(name="A", phone="1", is_default=False)).is_default


@pytest.mark.parametrize("again", ["bærum ØST", "BÆRUM øst", "  Bærum   Øst ", "BÆRUM ØST"])
def test_names_are_unique_without_regard_to_capitals_and_spaces(binder: Binder, again: str) -> None:
    binder.sites.add(Site(name="Bærum Øst"))
    with pytest.raises(SiteRefused, match="finnes allerede"):
        binder.sites.add(Site(name=again))
    assert len(binder.sites.list()) == 1
    assert binder.sites.get(again) is not None


def test_a_name_composed_otherwise_is_the_same_name(binder: Binder) -> None:
    binder.sites.add(Site(name="Ba\u030asen"))
    assert binder.sites.get("B\u00e5sen") is not None


def test_a_site_can_be_renamed_but_not_onto_another(binder: Binder) -> None:
    binder.sites.add(Site(name="A"))
    binder.sites.add(Site(name="B"))
    assert binder.sites.update("A", Site(name="a")).name == "a"
    with pytest.raises(SiteRefused):
        binder.sites.update("a", Site(name="b"))
    assert names(binder) == [("a", True), ("B", False)]


def test_updating_what_is_not_there_is_said(binder: Binder) -> None:
    with pytest.raises(NotFound):
        binder.sites.update("Bua", Site(name="Bua"))


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "\u00a0"])
def test_an_empty_name_is_refused(binder: Binder, name: str) -> None:
    with pytest.raises(SiteRefused, match="mangler navn"):
        binder.sites.add(Site(name=name))


def test_a_text_without_end_is_refused(binder: Binder) -> None:
    with pytest.raises(SiteRefused, match="for lang"):
        binder.sites.add(Site(name="A", note="x" * (MAX_TEXT + 1)))
    assert binder.sites.list() == ()


def test_removing_the_default_moves_it_and_undo_moves_it_back(binder: Binder) -> None:
    for name in ("B", "A", "C"):
        binder.sites.add(Site(name=name, phone=name))
    removed = binder.sites.remove("b")
    assert names(binder) == [("A", True), ("C", False)]
    assert removed is not None
    binder.sites.put_back(removed)
    assert names(binder) == [("B", True), ("A", False), ("C", False)]
    assert binder.sites.get("B") == removed


def test_removing_the_only_site_leaves_no_default(binder: Binder) -> None:
    binder.sites.add(Site(name="A"))
    assert binder.sites.remove("A") is not None
    assert binder.sites.remove("A") is None
    assert binder.sites.default() is None


@given(st.text(alphabet=st.characters(codec=None), max_size=30))
def test_any_text_is_refused_or_comes_back_as_kept(text: str) -> None:
    memory = connect_memory()
    migrate(memory)
    sites = Sites(Store(memory))
    try:
        kept = sites.add(Site(name=text, note=text))
    except SiteRefused:
        kept = None
    assert sites.list() == ((kept,) if kept else ())
    if kept:
        assert sites.get(text) == kept
        assert kept.tidy() == kept
    memory.close()
