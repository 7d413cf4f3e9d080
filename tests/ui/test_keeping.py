"""What is kept stays kept: stars, places and their undo, also while the binder is busy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from feltperm import app_desk
from feltperm.binder import Favourite, Site, connection
from feltperm.desk.desk import Desk
from feltperm.paths import find_paths
from feltperm.ui.application import Parts
from feltperm.ui.binder.binder_page import BinderPage
from real_window import House, held, opened

Key = Qt.Key
UNDO = "Fjernet. Angre (Ctrl+Z)"
BUSY = "Permen er i bruk av et annet vindu. Ingenting er endret. Prøv igjen."
THREE = ["national/svc-113", "national/svc-116117", "national/svc-giftinfo"]
SITE = Site(name="Feltstasjonen", address="Eksempelgata 1", is_default=True)
GONE = Favourite(
    pack="national", id="svc-natthjemmet", kind="service", title="Natthjemmet", phone="22 00 00 00"
)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the binder give up at once where another program holds it."""
    monkeypatch.setattr(connection, "BUSY_MS", 20)


@contextmanager
def in_use(profile: Path) -> Iterator[None]:
    """Hold the binder as another window does that is just writing."""
    with closing(sqlite3.connect(find_paths(profile).binder, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def show_binder(house: House, tab: int) -> BinderPage:
    house.shell.go("binder")
    binder = house.shell.pages.binder()
    binder.tabs.setCurrentIndex(tab)
    house.desk(lambda _desk: None)
    return binder


def shown(binder: BinderPage) -> list[str]:
    rows = binder.favourites.rows
    return [row.ref for n in range(rows.rowCount()) if (row := rows.row(rows.index(n)))]


def sites(house: House) -> list[str]:
    kept = house.desk(lambda desk: desk.keep.sites())  # type: ignore[attr-defined]
    return [site.name for site in kept]  # type: ignore[attr-defined]


@pytest.fixture
def three(house: House) -> BinderPage:
    """«Min perm» with three favourites, the second of them marked."""
    house.desk(lambda desk: [desk.keep.star(ref) for ref in THREE])  # type: ignore[attr-defined]
    binder = show_binder(house, 0)
    house.driver.wait(lambda: shown(binder) == THREE)
    binder.favourites.setFocus()
    binder.favourites.setCurrentIndex(binder.favourites.rows.index(1))
    return binder


@pytest.fixture
def place(house: House) -> BinderPage:
    """«Min perm» with one place, which is marked."""
    house.desk(lambda desk: desk.keep.add_site(SITE))  # type: ignore[attr-defined]
    binder = show_binder(house, 2)
    house.driver.wait(lambda: binder.sites.count() == 1)
    binder.sites.setFocus()
    binder.sites.setCurrentRow(0)
    return binder


# --- stars --------------------------------------------------------------------------------------


def test_delete_pressed_twice_removes_one_star_and_marks_the_next(
    house: House, three: BinderPage
) -> None:
    with held(house.window.desk):
        house.keys(Key.Key_Delete, Key.Key_Delete)
    house.driver.wait(lambda: shown(three) == [THREE[0], THREE[2]])
    assert house.favourites() == [THREE[0], THREE[2]]
    assert three.favourites.current_ref() == THREE[2]
    house.control(Key.Key_Z)
    house.driver.wait(lambda: shown(three) == THREE)
    assert house.favourites() == THREE


def test_undo_outlives_its_message_on_another_page(house: House, three: BinderPage) -> None:
    house.keys(Key.Key_Delete)
    house.driver.wait(lambda: house.shell.strip.text() == UNDO)
    house.shell.go("alerts")
    assert house.shell.strip.text() == ""
    house.control(Key.Key_Z)
    house.driver.wait(lambda: house.favourites() == THREE)


def test_after_the_last_favourite_the_one_before_it_is_marked(
    house: House, three: BinderPage
) -> None:
    three.favourites.setCurrentIndex(three.favourites.rows.index(2))
    house.keys(Key.Key_Delete)
    house.driver.wait(lambda: shown(three) == THREE[:2])
    assert three.favourites.current_ref() == THREE[1]


def test_an_undone_star_that_could_not_be_kept_can_be_tried_again(
    house: House, three: BinderPage, tmp_path: Path
) -> None:
    house.keys(Key.Key_Delete)
    house.driver.wait(lambda: house.shell.strip.text() == UNDO)
    with in_use(tmp_path / "profile"):
        house.control(Key.Key_Z)
        house.driver.wait(lambda: house.shell.strip.text() == BUSY)
    assert house.favourites() == [THREE[0], THREE[2]]
    house.control(Key.Key_Z)
    house.driver.wait(lambda: shown(three) == THREE)


def test_a_star_set_as_the_window_is_closed_is_kept(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.read(THREE[0])
        busy, pool = Event(), house.window.desk._pool
        house.window.desk.run(lambda _desk: busy.wait(30), lambda _done: None, lambda _no: None)
        house.control(Key.Key_D)
        whole = pool.waitForDone

        def wait_for_done() -> bool:
            busy.set()  # the window is closing already; only now there is time for the star
            return whole()

        monkeypatch.setattr(pool, "waitForDone", wait_for_done)
    with opened(tmp_path) as house:
        assert house.favourites() == [THREE[0]]


@pytest.mark.parametrize("way", ["Enter", "Åpne"])
def test_a_favourite_that_has_left_the_content_tells_what_was_last_seen(
    house: House, way: str
) -> None:
    house.read(THREE[0])
    house.desk(lambda desk: desk.binder.favourites.add(GONE))  # type: ignore[attr-defined]
    binder = show_binder(house, 0)
    house.driver.wait(lambda: binder.favourites.rows.rowCount() == 1)
    binder.favourites.setFocus()
    binder.favourites.step(1)
    if way == "Enter":
        house.keys(Key.Key_Return)
    else:
        buttons = binder.findChildren(QPushButton)
        next(made for made in buttons if made.text() == way and made.isVisible()).click()
    assert house.shell.strip.text() == (
        "Natthjemmet, 22 00 00 00. Står ikke lenger i innholdet. Dette er det du så sist."
    )
    assert house.page is binder
    changed: list[str] = []
    house.context.stars.changed.connect(lambda ref, _starred: changed.append(ref))
    house.shell.go("search")
    house.control(Key.Key_D)
    house.driver.wait(lambda: changed)
    assert house.favourites() == ["national/svc-natthjemmet", THREE[0]]


# --- places -------------------------------------------------------------------------------------


def test_a_removed_place_can_be_put_back_once_it_is_removed(
    house: House, place: BinderPage
) -> None:
    with held(house.window.desk):
        house.keys(Key.Key_Delete)
        assert house.shell.strip.text() == ""
        house.control(Key.Key_Z)
    house.driver.wait(lambda: house.shell.strip.text() == UNDO)
    assert sites(house) == []
    house.control(Key.Key_Z)
    house.driver.wait(lambda: place.sites.count() == 1)
    assert house.desk(lambda desk: desk.keep.sites()) == (SITE,)  # type: ignore[attr-defined]


def test_a_place_that_could_not_be_removed_is_not_offered(
    house: House, place: BinderPage, tmp_path: Path
) -> None:
    with in_use(tmp_path / "profile"):
        house.keys(Key.Key_Delete)
        house.driver.wait(lambda: house.shell.strip.text() == BUSY)
    house.shell.strip.close_message()
    assert house.shell.strip.text() == "", "nothing waits behind it"
    house.control(Key.Key_Z)
    assert sites(house) == [SITE.name]


def test_a_place_that_could_not_be_put_back_can_be_tried_again(
    house: House, place: BinderPage, tmp_path: Path
) -> None:
    house.keys(Key.Key_Delete)
    house.driver.wait(lambda: house.shell.strip.text() == UNDO)
    with in_use(tmp_path / "profile"):
        house.control(Key.Key_Z)
        house.driver.wait(lambda: house.shell.strip.text() == BUSY)
    assert sites(house) == []
    house.control(Key.Key_Z)
    house.driver.wait(lambda: place.sites.count() == 1)
    assert sites(house) == [SITE.name]


# --- the start ----------------------------------------------------------------------------------


@dataclass
class OtherWindow:
    """Begins to write into the binder as soon as this one has opened it."""

    profile: Path
    connection: sqlite3.Connection | None = None

    def open_desk(self, parts: Parts) -> Parts:
        def open_desk(progress: object) -> Desk:
            desk = parts.open_desk(progress)  # type: ignore[arg-type]
            self.connection = sqlite3.connect(
                find_paths(self.profile).binder, isolation_level=None, check_same_thread=False
            )
            self.connection.execute("BEGIN IMMEDIATE")
            return desk

        return parts._replace(open_desk=open_desk)

    def finish(self) -> None:
        assert self.connection is not None
        self.connection.close()


def test_a_binder_that_is_busy_at_the_start_does_not_keep_the_content_back(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path) as house:
        house.keys("osl", Key.Key_Return)
        house.driver.wait(lambda: house.page is house.search)
        house.desk(lambda desk: desk.keep.star(THREE[0]))  # type: ignore[attr-defined]
    with closing(sqlite3.connect(find_paths(tmp_path).binder)) as binder, binder:
        binder.execute("UPDATE favourites SET title = 'As it was called before'")
    other = OtherWindow(tmp_path)
    with opened(tmp_path, changed=other.open_desk) as house:
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
        assert house.shell.strip.text() == BUSY
        assert house.search.filters.municipality == "0301"
        house.find("nalokson")
        other.finish()
    with closing(app_desk.open_desk(find_paths(tmp_path))) as desk:
        desk.welcome()
        (kept,) = desk.keep.favourites()
        assert kept.favourite.title != "As it was called before", "it is taken over the next time"
