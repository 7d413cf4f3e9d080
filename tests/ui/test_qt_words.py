"""Qt's own words in bokmål (DESIGN section 8)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from feltperm.ui.toolkit.qt_words import speak_norwegian
from feltperm.ui.topbar import SearchField
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


def test_our_own_texts_stay_as_they_are(house: House) -> None:
    assert house.field.placeholderText() == "Søk etter hjelp"
    assert SearchField(house.context.theme, house.context.icons).placeholderText() == (
        "Søk etter hjelp"
    )


def test_without_the_file_qt_keeps_to_its_own(qapp: QApplication, tmp_path: Path) -> None:
    speak_norwegian(qapp, tmp_path)
    assert QCoreApplication.translate("QLineEdit", "&Kopier") == "&Kopier"
