"""J5, J7 and J12 of SCREENS section 1: what new content asks of people, action by action."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from desk.wall_home import PACK, POSTER, Laptop, pack_of, poster, shop_of
from feltperm.app_desk import open_desk
from feltperm.app_updates import open_updates
from feltperm.binder import Site
from feltperm.errors import UpdateFailed
from feltperm.paths import find_paths
from feltperm.ui.application import Parts
from feltperm.ui.posters.print_dialog import PrintDialog
from feltperm.ui.updates.stick_dialog import StickDialog
from hands import Hands
from packs.simulator import Simulator
from real_window import House, answering, opened

DONE = "Ferdig. Du kan ta ut pinnen."
LATER = poster("ps-mat", "Mat i dag", "Suppe kl. 13", "Kaffe hele dagen")


@contextmanager
def window(laptop: Laptop) -> Iterator[House]:
    """The laptop's own window, at its hour and on its line."""
    laptop.desk.close()

    def changed(parts: Parts) -> Parts:
        paths = find_paths(laptop.folder / "profile")
        return parts._replace(
            open_desk=lambda told: open_desk(paths, told, now=lambda: laptop.now),
            open_updates=lambda: open_updates(paths, lambda: laptop.now, laptop._carry),
            now=lambda: laptop.now,
        )

    with opened(laptop.folder / "profile", changed=changed) as house:
        house.skip_first_start()
        yield house


def laptop_of(folder: Path, shop: Simulator) -> Laptop:
    folder.mkdir()
    return Laptop(folder, shop)


def offered(root: QWidget) -> list[str]:
    """The buttons that are shown, by name."""
    made = root.findChildren(QPushButton)
    return [one.accessibleName() for one in made if one.isVisibleTo(root)]


def click(hands: Hands, root: QWidget, name: str) -> None:
    made = root.findChildren(QPushButton)
    hands.click(next(one for one in made if one.accessibleName() == name).click)


def first_line(house: House, ref: str) -> str:
    """What the content in use says on a poster's first line."""
    page = house.desk(lambda desk: desk.show(ref))  # type: ignore[attr-defined]
    return page.entry.record.items[0].title["nb"]  # type: ignore[attr-defined,no-any-return]


# --- J5: two laptops, one stick, in a boat --------------------------------------------------------


def plug_in(house: House, stick: Path) -> None:
    """The machine has mounted a stick: that is no action in the program."""
    before = house.shell.strip.text()
    house.window.renewal().sticks.appeared.emit(str(stick))
    house.driver.wait(lambda: house.shell.strip.text() not in ("", before))


def answer(house: House, hands: Hands, name: str) -> None:
    """Press a button of the strip, and see the stick's dialog come to its end by itself."""

    def watch(dialog: QDialog) -> None:
        assert isinstance(dialog, StickDialog)
        house.driver.wait(lambda: dialog.said.text() == DONE)
        assert offered(dialog)[-1] == "Lukk"

    answering(house, lambda: click(hands, house.shell.strip, name), watch)


def test_one_answer_moves_content_by_a_stick_in_either_direction(
    tmp_path: Path, qapp: QApplication
) -> None:
    shop = shop_of(poster())
    behind, ahead = laptop_of(tmp_path / "behind", shop), laptop_of(tmp_path / "ahead", shop)
    stick = tmp_path / "stick"
    stick.mkdir()
    behind.updates.relay.give(stick)
    ahead.update(LATER)
    for one in (behind, ahead):
        one.internet.down = True

    with window(ahead) as house:
        plug_in(house, stick)
        assert house.shell.strip.text() == "Pinnen er eldre. Du har nyere innhold."
        assert offered(house.shell.strip)[0] == "Legg over på pinnen"
        hands = Hands(house)
        answer(house, hands, "Legg over på pinnen")
        assert hands.actions == 1

    with window(behind) as house:
        plug_in(house, stick)
        assert house.shell.strip.text().startswith("Minnepinnen har nyere innhold")
        assert offered(house.shell.strip)[0] == "Hent fra pinnen"
        hands = Hands(house)
        answer(house, hands, "Hent fra pinnen")
        assert hands.actions == 1
        plug_in(house, stick)
        assert not {"Hent fra pinnen", "Legg over på pinnen"} & set(offered(house.shell.strip))


# --- J7: other hours at Easter --------------------------------------------------------------------


def with_easter() -> dict[str, Any]:
    """A service whose coordinator has settled Maundy Thursday."""
    exception = {"closed": True, "date": "2027-03-25"}
    times = {"byday": ["WE"], "opens_at": "10:00", "closes_at": "14:00", "exceptions": [exception]}
    source = {"publisher": "Kommunen", "title": "Om stua", "read_on": "2027-02-20"}
    return {
        "id": "svc-stua", "kind": "service", "title": {"nb": "Stua"}, "schedules": [times],
        "sources": [source],
    }  # fmt: skip


def test_sheets_with_the_usual_hours_get_one_for_easter_in_three_actions(
    tmp_path: Path, qapp: QApplication
) -> None:
    laptop = laptop_of(tmp_path / "p", shop_of(poster(), poster("ps-dusj", "Dusj"), with_easter()))
    follows = Site(name="Varmestua", phone="73 00 00 00", hours_from=f"{PACK}/svc-stua")
    laptop.desk.keep.update_site("Varmestua", follows)
    laptop.hang(POSTER)
    laptop.hang(f"{PACK}/ps-dusj", "kjøkkenet")
    laptop.now, laptop.internet.down = datetime(2027, 3, 15, 9), True
    with window(laptop) as house:
        hands = Hands(house)
        hands.click(lambda: house.shell.rail.chosen.emit("binder"))
        binder = house.shell.pages.binder()
        hands.click(lambda: binder.tabs.setCurrentIndex(3))
        house.driver.wait(lambda: binder.wall.feasts.isVisible())
        assert any("2 oppslag viser vanlige åpningstider." in said for said in labels(binder.wall))
        met: list[QDialog] = []

        def close(dialog: QDialog) -> None:
            met.append(dialog)
            dialog.reject()

        answering(house, lambda: click(hands, binder.wall, "Skriv ut påskeoppslag"), close)
        assert isinstance(met[0], PrintDialog)
        assert hands.actions == 3


def labels(root: QWidget) -> list[str]:
    made = root.findChildren(QWidget)
    return [one.text() for one in made if one.isVisibleTo(root) and hasattr(one, "text")]


# --- J12: the power goes while it updates ---------------------------------------------------------


@pytest.fixture
def cut_off(tmp_path: Path) -> Laptop:
    """A laptop whose fetch was broken off, at the next start."""
    laptop = laptop_of(tmp_path / "p", shop_of(poster()))
    laptop.shop.release(PACK, 2, pack_of(2, LATER))
    laptop.internet.breaks_at = ".zst"
    (plan,) = laptop.updates.updates.check().due
    with pytest.raises(UpdateFailed):
        laptop.updates.updates.fetch(plan)
    laptop.internet.breaks_at = ""
    return laptop


def test_after_a_power_cut_search_works_at_once_and_one_action_goes_on(
    cut_off: Laptop, qapp: QApplication
) -> None:
    with window(cut_off) as house:
        hands = Hands(house)
        house.find("nalokson")
        assert house.search.results.rows.rowCount() > 0
        strip = house.shell.strip
        house.driver.wait(lambda: strip.text().startswith("Oppdateringen ble avbrutt."))
        assert strip.text().endswith("er i bruk, og ingenting er tapt.")
        assert offered(strip)[:2] == ["Fortsett", "Ikke nå"]
        assert QApplication.activeModalWidget() is None, "one line, no dialog"
        click(hands, strip, "Fortsett")
        house.driver.wait(lambda: first_line(house, POSTER) == "Suppe kl. 13")
        assert hands.actions == 1


def test_after_a_power_cut_one_action_leaves_it_and_nobody_asks_again(
    cut_off: Laptop, qapp: QApplication
) -> None:
    with window(cut_off) as house:
        hands, strip = Hands(house), house.shell.strip
        house.driver.wait(lambda: strip.text().startswith("Oppdateringen ble avbrutt."))
        click(hands, strip, "Ikke nå")
        assert hands.actions == 1
        assert QApplication.activeModalWidget() is None
        assert first_line(house, POSTER) == "Suppe kl. 12"
        house.driver.settle()
    cut_off.updates = open_updates(cut_off.paths, lambda: cut_off.now, cut_off._carry)
    assert cut_off.updates.updates.interrupted() == ""
