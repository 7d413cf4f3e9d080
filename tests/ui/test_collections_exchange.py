"""A collection goes on: by dragging into it, to a colleague, to a telephone; never with notes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import vobject
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QMessageBox,
    QPushButton,
)

from feltperm.ui.binder.collection_exchange import CollectionExchange
from feltperm.ui.dropped_files import shared_file
from feltperm.ui.search.results import RECORD
from real_window import House, answering, opened

CARE = "national/svc-feltpleien-oslo"


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    with opened(tmp_path / "profil") as house:
        house.skip_first_start()
        yield house


def with_collection(house: House) -> CollectionExchange:
    def work(desk: object) -> None:
        made = desk.collect.create("Natt til lørdag")  # type: ignore[attr-defined]
        desk.collect.add(made.number, CARE)  # type: ignore[attr-defined]
        desk.notes.write(CARE, "Hemmelig notat")  # type: ignore[attr-defined]

    house.desk(work)
    house.shell.go("binder")
    tab = house.shell.pages.binder().collections
    house.driver.wait(lambda: tab.collections.count() == 1)
    return tab.exchange


def saved(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))


def test_a_row_dropped_on_the_binder_asks_for_the_collection(house: House) -> None:
    with_collection(house)
    house.find("feltpleien")
    row = house.search.results.rows
    data = row.mimeData([row.index(row.cards()[0])])
    assert data.text()
    target = house.shell.rail._buttons["binder"]
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    target.dropEvent(drop)
    house.driver.wait(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Natt til lørdag" in [action.text() for action in menu.actions()]
    menu.close()


def test_only_a_record_can_be_dropped(house: House) -> None:
    data = QMimeData()
    data.setText("noe annet")
    assert not data.hasFormat(RECORD)


def test_a_colleague_gets_it_without_notes_and_twice_changes_nothing(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange, file = with_collection(house), tmp_path / "delt.json"
    saved(monkeypatch, file)
    exchange.share.click()
    house.driver.wait(file.exists)
    assert "Hemmelig" not in file.read_text(encoding="utf-8")
    assert json.loads(file.read_bytes())["collections"] == [
        {"name": "Natt til lørdag", "records": [CARE]}
    ]
    exchange.take_file(file)
    house.driver.wait(lambda: house.shell.strip.text() == "Dere har det samme fra før.")


def test_it_is_previewed_before_anything_is_kept(house: House, tmp_path: Path) -> None:
    exchange, file = with_collection(house), tmp_path / "delt.json"
    share = {
        "feltperm_share": 1, "made": "2026-11-26",
        "collections": [{"name": "Ettervern", "records": [CARE]}],
    }  # fmt: skip
    file.write_text(json.dumps(share), encoding="utf-8")
    seen: list[str] = []

    def refuse(box: QDialog) -> None:
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        box.buttons()[1].click()

    answering(house, lambda: exchange.take_file(file), refuse)
    assert seen == ["Dette er nytt for dere: 1 samling."]
    assert len(house.desk(lambda desk: desk.collect.collections())) == 1  # type: ignore[attr-defined, arg-type]
    answering(house, lambda: exchange.take_file(file), lambda box: box.buttons()[0].click())
    house.driver.wait(lambda: house.shell.strip.text() == "Tatt imot: 1 samling.")
    assert len(house.desk(lambda desk: desk.collect.collections())) == 2  # type: ignore[attr-defined, arg-type]


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"\xff", b"[" * 10_000, b'{"feltperm_share": 99, "made": ""}']
)
def test_another_file_is_told_and_changes_nothing(
    house: House, tmp_path: Path, data: bytes
) -> None:
    exchange, file = with_collection(house), tmp_path / "delt.json"
    file.write_bytes(data)
    exchange.take_file(file)
    house.driver.wait(lambda: house.shell.strip.text())
    assert len(house.desk(lambda desk: desk.collect.collections())) == 1  # type: ignore[attr-defined, arg-type]


def test_a_telephone_gets_contacts(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange, file = with_collection(house), tmp_path / "kontakter.vcf"
    saved(monkeypatch, file)
    exchange.contacts.click()
    house.driver.wait(file.exists)
    card = vobject.readOne(file.read_text(encoding="utf-8"))
    assert card.fn.value == "Feltpleien i Oslo"
    assert "Hemmelig" not in card.serialize()


def test_all_of_the_binder_is_shared_without_notes(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_collection(house)
    file = tmp_path / "alt.json"
    saved(monkeypatch, file)
    house.shell.pages.binder().share_all.click()
    house.driver.wait(file.exists)
    text = file.read_text(encoding="utf-8")
    assert "Natt til lørdag" in text
    assert "Hemmelig" not in text


def test_a_file_dropped_on_the_window_is_looked_at_and_its_own_records_are_found(
    house: House, tmp_path: Path
) -> None:
    file = tmp_path / "delt.json"
    place = {"kind": "service", "id": "eget-x", "title": {"nb": "Zvarmestua"}}
    share = {"feltperm_share": 1, "made": "2026-11-26", "places": [place, place]}
    file.write_text(json.dumps(share), encoding="utf-8")
    data, centre = QMimeData(), house.shell.centre
    data.setUrls([QUrl.fromLocalFile(str(file))])
    seen: list[tuple[str, str]] = []

    def accept(box: QDialog) -> None:
        assert isinstance(box, QMessageBox)
        seen.append((box.text(), box.informativeText()))
        box.buttons()[0].click()

    def drop() -> None:
        for kind in (QDragEnterEvent, QDropEvent):
            event = kind(
                QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QApplication.sendEvent(centre, event)
            assert event.isAccepted()

    answering(house, drop, accept)
    house.driver.wait(lambda: house.shell.strip.text() == "Tatt imot: 1 egen oppføring.")
    assert seen == [
        (
            "Dette er nytt for dere: 1 egen oppføring.",
            "Det dere har, blir som det er. 1 har dere fra før.",
        )
    ]
    house.find("zvarmestua")
    assert house.search.results.rows.cards()


def test_only_one_file_of_that_name_is_taken(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.JSON"))])
    assert shared_file(data) == tmp_path / "a.JSON"
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.exe"))])
    assert shared_file(data) is None
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / one)) for one in ("a.json", "b.json")])
    assert shared_file(data) is None
    data.setUrls([QUrl("https://example.org/a.json")])
    assert shared_file(data) is None


def test_one_place_is_copied_as_a_contact(house: House) -> None:
    house.read(CARE)
    detail = house.search.detail()
    copy = next(
        one for one in detail.findChildren(QPushButton) if one.accessibleName() == "Kopier kontakt"
    )
    copy.click()
    house.driver.wait(lambda: house.shell.strip.text() == "Kontakten er kopiert.")
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat("text/vcard")
    assert vobject.readOne(data.text()).fn.value == "Feltpleien i Oslo"
