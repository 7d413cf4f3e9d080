"""Qt's own words in bokmål (DESIGN section 8)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from feltperm.ui.qt_words import BOKMAL
from real_window import House


def words(widget: QWidget) -> set[str]:
    labels = {one.text() for one in widget.findChildren(QLabel)}
    return {text.replace("&", "") for text in labels if text}


def test_the_menu_of_a_field_is_norwegian(house: House, qtbot: QtBot) -> None:
    field = QLineEdit("tekst")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert menu is not None
    shown = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert shown == ["&Angre", "&Gjør om", "Klipp &ut", "&Kopier", "&Lim inn", "Slett", "Merk alt"]


def test_the_file_dialog_is_norwegian(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(house.shell, "Lagre PDF", str(tmp_path), "PDF (*.pdf)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert {"Mappe:", "Filnavn:", "Filtype:"} <= words(dialog)
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    assert [made.text().replace("&", "") for made in buttons.buttons()] == ["Lagre", "Avbryt"]


def test_every_wording_is_there_and_another_one() -> None:
    same = {"OK", "Type"}
    assert not [text for text, ours in BOKMAL.items() if not ours]
    assert {text for text, ours in BOKMAL.items() if text == ours} == same
