"""The update page and its dialogs: named, reached by keyboard, and shown whole at any size."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_supply import (
    ADDED,
    GONE,
    HOURS,
    NO_NETWORK,
    NOW,
    PHONE,
    SOURCE,
    FakeSupply,
    changes,
    one_part,
    overview,
    plan,
    state_of,
)
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from test_reach import INTERACTIVE, cut, focusable, in_group, shown, spoken

from feltperm.desk.sticks.relay import Comparison, OnePart
from feltperm.desk.updates.sources import Proposal
from feltperm.packs.schedule import CheckState
from feltperm.ui.toolkit.look import Look
from feltperm.ui.updates.source_dialog import SourceDialog
from feltperm.ui.updates.stick_dialog import StickDialog
from real_window import House, opened, replace

LONG = (
    state_of(pinned=True, newest="2026-11-22"),
    state_of(pack="lang", name="Helse- og velferdsetaten i en kommune med langt navn"),
)


def screens(house: House, supply: FakeSupply) -> Iterator[tuple[str, QWidget]]:
    """Walk through the page and its dialogs; each by name."""
    house.skip_first_start()
    house.desk(lambda desk: desk.remember_municipality("4601"))  # type: ignore[attr-defined]
    house.desk(lambda desk: desk.keep.star("national/svc-116117"))  # type: ignore[attr-defined]
    updates, updating = supply.updates, house.window.updating()
    updates.shown = overview(sources=(), last_success=None)
    house.shell.go("update")
    page = house.shell.pages.update_page()
    house.driver.wait(lambda: updating.overview)
    yield "empty", house.shell
    updates.shown = overview(packs=LONG, damaged=("En kilde er skadet og brukes ikke.",))
    updates.news = (changes(PHONE, ADDED, GONE, HOURS),)
    updating.refresh()
    house.driver.wait(page.changes.isVisible)
    house.driver.settle()
    yield "at rest", house.shell
    page.changes.more.click()
    updates.failure = NO_NETWORK
    updating.course.check()
    house.driver.wait(page.progress.failure.isVisible)
    page.progress.buttons["detail"].click()
    house.driver.settle()
    yield "failed", house.shell
    updates.failure, updates.gate, updates.plans = None, threading.Event(), (plan(),)
    updating.course.check()
    house.driver.wait(lambda: updating.course.situation.phase == "offered")
    yield "offered", house.shell
    updating.course.fetch()
    house.driver.wait(lambda: updating.course.situation.came)
    yield "fetching", house.shell
    updates.gate.set()
    house.driver.wait(lambda: page.changes.title.text() == "Dette blir nytt")
    yield "ready", house.shell
    yield from _source_dialog(house, supply)
    yield from _stick_dialog(house, supply)


def _source_dialog(house: House, supply: FakeSupply) -> Iterator[tuple[str, QWidget]]:
    source = replace(SOURCE, url="http://10.0.0.5/innhold", name="Helse- og velferdsetaten " * 3)
    supply.sources.found = Proposal(source, ("national", "lang"), already=True)
    dialog = SourceDialog(house.context, house.window.updating(), "", house.shell)
    dialog.show()
    dialog.activateWindow()
    house.driver.settle()
    yield "source 1", dialog
    dialog.where.setText("http://10.0.0.5/innhold")
    dialog.look()
    house.driver.wait(lambda: dialog.step == 2)
    yield "source 2", dialog
    dialog.yes.click()
    house.driver.wait(lambda: dialog.step == 3)
    yield "source 3", dialog
    dialog.close()


def _stick_dialog(house: House, supply: FakeSupply) -> Iterator[tuple[str, QWidget]]:
    stick = Path("media") / "kari" / "EN PINNE MED LANGT NAVN"
    older = one_part("stick_older", "Du har nyere innhold enn pinnen.", give_bytes=4_100_000)
    sentence = "Pinnen er fra Trondheim kommune, som du ikke har lagt til."
    foreign = OnePart("ab", "Trondheim kommune", "foreign", sentence, folder=stick)
    supply.relay.sees = Comparison(stick, (older, foreign), True, False, older.sentence)
    dialog = StickDialog(house.context, house.window.updating(), None, house.shell)
    dialog.show()
    dialog.activateWindow()
    house.driver.settle()
    yield "no stick", dialog
    dialog.stick = stick
    dialog.look()
    house.driver.wait(dialog.shared.isVisible)
    yield "stick", dialog
    supply.relay.gate = threading.Event()
    dialog.give()
    house.driver.wait(dialog.moved.isVisible)
    yield "giving", dialog
    supply.relay.gate.set()
    house.driver.wait(lambda: dialog.said.text().startswith("Ferdig"))
    supply.relay.sees = NO_NETWORK
    dialog.look()
    house.driver.wait(dialog.failed_band.isVisible)
    yield "stick gone", dialog
    dialog.close()


def walk(
    folder: Path, size: tuple[int, int] = (1366, 768), look: Look | None = None
) -> Iterator[tuple[str, QWidget]]:
    supply = FakeSupply()

    def changed(parts: object) -> object:
        return parts._replace(open_updates=lambda: supply, check_state=CheckState, now=lambda: NOW)  # type: ignore[type-var]

    with opened(folder, size=size, look=look, changed=changed) as house:  # type: ignore[arg-type]
        yield from screens(house, supply)


def test_every_control_has_a_name_and_every_dialog_a_title(
    tmp_path: Path, qapp: QApplication
) -> None:
    seen = set()
    for screen, root in walk(tmp_path):
        seen.add(screen)
        nameless = [made for made in shown(root, *INTERACTIVE) if not spoken(made)]
        assert not nameless, screen
        assert root.windowTitle(), screen
    assert len(seen) == 13


def test_tab_comes_to_every_control(tmp_path: Path, qapp: QApplication) -> None:
    for screen, root in walk(tmp_path):
        root.activateWindow()
        QApplication.processEvents()
        reached: set[QWidget] = set()
        for _ in range(200):
            root.focusNextPrevChild(True)  # type: ignore[attr-defined]
            now = root.focusWidget()
            if now is None or now in reached:
                break
            reached.add(now)
        proxied = {made.focusProxy() for made in reached if made.focusProxy()}
        missed = [made for made in focusable(root) if made not in reached | proxied]
        assert not [spoken(made) or made for made in missed], screen
        assert QTabBar not in map(type, missed)
        mouse_only = [
            spoken(made)
            for made in shown(root, *INTERACTIVE)
            if not in_group(made) and not made.focusPolicy().value & 1
        ]
        assert mouse_only in ([], ["Tøm søket (Esc)"]), screen


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)], ids=["1366x768", "1024x600"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0], ids=["100 %", "150 %", "200 %"])
def test_no_text_is_cut_and_every_control_can_be_hit(
    tmp_path: Path, qapp: QApplication, scale: float, size: tuple[int, int]
) -> None:
    faults = []
    for screen, root in walk(tmp_path, size, Look("light", round(scale * 100))):
        faults += [f"{screen}: {fault}" for fault in cut(root)]
        if size == (1366, 768):
            assert root.width() <= 1366, screen
            assert root.height() <= 768, screen
        faults += [
            f"{screen}: {spoken(made)} is {made.width()}x{made.height()}"
            for made in shown(root, *INTERACTIVE)
            if min(made.width(), made.height()) < 24
        ]
    assert not faults, "\n".join(faults)
