"""A whole update in the real window: only the publisher and the line are a test's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk.update_home import BASE, PACK, Internet, LineCarrier, publisher, version
from feltperm.app_updates import open_updates
from feltperm.packs.carrying.carrier import Carrier
from feltperm.packs.carrying.sources_folder import FolderCarrier
from feltperm.packs.carrying.transfer import Transfer
from feltperm.packs.trust.source import SOURCE_FILE, encode_source
from feltperm.paths import find_paths
from feltperm.ui.application import Parts
from feltperm.ui.updates.source_dialog import SourceDialog
from feltperm.ui.updates.stick_dialog import StickDialog
from packs.simulator import NOW, Simulator
from real_window import House, opened

SENDER = "Trondheim kommune"


@contextmanager
def machine(profile: Path, internet: Internet) -> Iterator[House]:
    """The window on a profile, past the first question."""

    def carry(folder: Path | None, transfer: Transfer) -> Carrier:
        if folder is not None:
            return FolderCarrier(folder, transfer)
        return LineCarrier(internet, transfer)

    def changed(parts: Parts) -> Parts:
        paths = find_paths(profile)
        return parts._replace(
            open_updates=lambda: open_updates(paths, lambda: NOW, carry), now=lambda: NOW
        )

    with opened(profile, changed=changed) as house:
        house.skip_first_start()
        yield house


def add(house: House, where: str) -> None:
    """Add a sender as a person does who has compared the code."""
    dialog = SourceDialog(house.context, house.window.updating(), where, house.shell)
    dialog.show()
    house.driver.wait(lambda: dialog.step == 2)
    dialog.yes.click()
    house.driver.wait(lambda: dialog.step == 3)
    dialog.close()


def seq(house: House) -> int:
    overview = house.window.updating().overview
    packs = overview.packs if overview else ()
    return next((pack.seq for pack in packs if pack.pack == PACK), 0)


def until(house: House, ready: Callable[[], object]) -> None:
    """Wait until ``ready``, and until the desk has opened on what is in use."""
    house.driver.wait(ready)
    house.desk(lambda _desk: None)


def finds(house: House, words: str) -> str:
    """Return the first title that the search finds."""
    house.field.clear()
    house.driver.type(house.field, words)
    house.desk(lambda _desk: None)  # the answer of an older question may say the same
    first = house.search.results.rows.row(house.search.results.rows.index(0))
    return first.title if first else ""


@pytest.fixture
def shop() -> Simulator:
    made = publisher(1)
    made.files[SOURCE_FILE] = encode_source(made.source)
    return made


def test_a_sender_is_added_its_content_is_found_and_what_comes_later_is_too(
    tmp_path: Path, qapp: QApplication, shop: Simulator
) -> None:
    internet = Internet(shop)
    with machine(tmp_path / "p", internet) as house:
        updating = house.window.updating()
        add(house, BASE)
        until(house, lambda: seq(house) == 1)
        assert finds(house, "utgave").endswith("utgave 1")
        shop.release(PACK, 2, version(2))
        updating.course.check()
        house.driver.wait(lambda: updating.course.situation.phase == "offered")
        (plan,) = updating.course.situation.plans
        assert plan.way == "delta"
        updating.course.fetch()
        house.driver.wait(lambda: updating.course.situation.phase == "ready")
        assert finds(house, "utgave").endswith("utgave 1"), "fetched is not yet in use"
        updating.course.install()
        until(house, lambda: seq(house) == 2)
        assert finds(house, "utgave").endswith("utgave 2")
        page = house.shell.pages.update_page()
        house.shell.go("update")
        house.driver.wait(lambda: page.changes.rest.text() == "6 endrede")
        page.changes.more.click()
        assert page.changes.lines()[0].change == "Navn Sted 0 utgave 1 → Sted 0 utgave 2"
        updating.roll_back(PACK)
        until(house, lambda: seq(house) == 1)
        assert finds(house, "utgave").endswith("utgave 1")
        updating.take_newer(PACK)
        until(house, lambda: seq(house) == 2)
    with machine(tmp_path / "p", internet) as house:
        assert finds(house, "utgave").endswith("utgave 2"), "and the next time too"


def test_a_cut_link_goes_on_and_a_removed_sender_takes_only_its_own(
    tmp_path: Path, qapp: QApplication, shop: Simulator
) -> None:
    internet = Internet(shop)
    with machine(tmp_path / "p", internet) as house:
        updating, page = house.window.updating(), house.shell.pages.update_page()
        house.desk(lambda desk: desk.keep.star("national/svc-113"))  # type: ignore[attr-defined]
        internet.breaks_at = ".zst"
        add(house, BASE)
        house.driver.wait(lambda: updating.course.situation.phase == "paused")
        house.shell.go("update")
        assert page.progress.failure.text().startswith("Uten nett.")
        internet.breaks_at = ""
        page.progress.buttons["again"].click()
        until(house, lambda: seq(house) == 1)
        (known,) = updating.overview.sources  # type: ignore[union-attr]
        page._remove(known)
        until(house, lambda: seq(house) == 0)
        assert house.favourites() == ["national/svc-113"]
        assert finds(house, "nalokson")
        assert "utgave" not in finds(house, "utgave")


def test_one_laptop_gives_to_a_stick_and_another_takes(
    tmp_path: Path, qapp: QApplication, shop: Simulator
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with machine(tmp_path / "a", Internet(shop)) as house:
        add(house, BASE)
        until(house, lambda: seq(house) == 1)
        dialog = StickDialog(house.context, house.window.updating(), stick, house.shell)
        dialog.show()
        house.driver.wait(lambda: dialog.buttons["give"].isVisible())
        dialog.buttons["give"].click()
        house.driver.wait(lambda: dialog.said.text() == "Ferdig. Du kan ta ut pinnen.")
        dialog.close()
    away = Internet()
    with machine(tmp_path / "b", away) as house:
        asked: list[str] = []
        dialog = StickDialog(house.context, house.window.updating(), stick, house.shell)
        dialog.sender_asked.connect(asked.append)
        dialog.show()
        house.driver.wait(lambda: dialog.buttons["sender"].isVisible())
        assert dialog.said.text() == f"Pinnen er fra {SENDER}, som du ikke har lagt til."
        dialog.buttons["sender"].click()
        away.down = True
        add(house, asked[0])
        house.driver.wait(lambda: house.window.updating().course.situation.phase == "idle")
        dialog = StickDialog(house.context, house.window.updating(), stick, house.shell)
        dialog.show()
        house.driver.wait(lambda: dialog.buttons["take"].isVisible())
        dialog.buttons["take"].click()
        house.driver.wait(lambda: dialog.said.text() == "Ferdig. Du kan ta ut pinnen.")
        dialog.close()
        until(house, lambda: seq(house) == 1)
        assert finds(house, "utgave").endswith("utgave 1")
