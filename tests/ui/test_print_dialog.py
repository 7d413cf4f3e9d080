"""The print dialog (SCREENS 2.9): printers come when they come, and the PDF is always there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from feltperm.desk.sheets.posters import Proof
from feltperm.errors import PaperFailed
from feltperm.paper.job import Notice
from feltperm.ui.posters import print_dialog
from feltperm.ui.posters.print_dialog import PrintDialog
from feltperm.ui.posters.printers import Printer
from real_window import House

OFFICE = Printer("office", "Kontoret", grey=True, default=True)
HALL = Printer("hall", "Gangen", grey=False, default=False)
NONE = "Fant ingen skriver. Lagre PDF og skriv ut fra en annen maskin."


class Spooler:
    """What the dialog is told of printers, and what was sent to them."""

    def __init__(self) -> None:
        self.printers: list[Printer] = [OFFICE, HALL]
        self.sent: list[tuple[object, ...]] = []
        self.refusal = ""
        self.gate = threading.Event()
        self.gate.set()

    def find(self, _command: object) -> list[Printer]:
        assert self.gate.wait(20)
        return self.printers

    def take(self, _press: object, pdf: bytes, *rest: object) -> None:
        assert self.gate.wait(20)
        if self.refusal:
            raise PaperFailed(self.refusal)
        assert pdf.startswith(b"%PDF-")
        self.sent.append(rest)


@pytest.fixture
def spooler(monkeypatch: pytest.MonkeyPatch) -> Spooler:
    made = Spooler()
    monkeypatch.setattr(print_dialog, "find_printers", made.find)
    monkeypatch.setattr(print_dialog, "print_pages", made.take)
    return made


@pytest.fixture
def open_dialog(house: House, spooler: Spooler) -> Iterator[Callable[[], PrintDialog]]:
    house.shell.open_poster("national/ps-overdose")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.sheet is not None)

    def make() -> PrintDialog:
        assert studio.sheet is not None
        assert studio.proof is not None
        dialog = PrintDialog(house.context, studio.sheet, studio.proof, house.shell)
        dialog.show()
        return dialog

    yield make
    spooler.gate.set()


def press(dialog: PrintDialog, text: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    next(made for made in buttons if made.text() == text).click()


def test_the_sheet_goes_to_the_chosen_printer(
    house: House, open_dialog: Callable[[], PrintDialog], spooler: Spooler
) -> None:
    dialog = open_dialog()
    assert dialog.state.text() == "Leter etter skrivere …"
    assert not dialog.send.isEnabled()
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.printer.currentText() == "Kontoret"
    dialog.printer.setCurrentIndex(1)
    press(dialog, "+")
    press(dialog, "+")
    press(dialog, "−")
    dialog.send.click()
    house.driver.wait(lambda: spooler.sent)
    house.driver.wait(lambda: house.shell.strip.text())
    assert spooler.sent == [("hall", "a4", 2)]
    assert house.shell.strip.text() == "Sendt til Gangen."
    assert not dialog.isVisible()


def test_without_a_printer_the_pdf_is_the_way_out(
    house: House, open_dialog: Callable[[], PrintDialog], spooler: Spooler
) -> None:
    spooler.printers = []
    dialog = open_dialog()
    house.driver.wait(lambda: dialog.state.text() == NONE)
    assert not dialog.send.isEnabled()
    spooler.printers = [HALL]
    press(dialog, "Prøv igjen")
    house.driver.wait(dialog.send.isEnabled)
    asked: list[bool] = []
    dialog.save_asked.connect(lambda: asked.append(True))
    press(dialog, "Lagre PDF")
    assert asked
    assert not dialog.isVisible()


def test_a_printer_that_refuses_is_told_and_can_be_tried_again(
    house: House, open_dialog: Callable[[], PrintDialog], spooler: Spooler
) -> None:
    spooler.refusal = "Skriveren ble borte. Ingenting er sendt. Velg en annen."
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    dialog.send.click()
    house.driver.wait(lambda: dialog.state.text() == spooler.refusal)
    assert dialog.isVisible()
    assert dialog.send.isEnabled()
    assert house.shell.strip.text() == ""


def test_leaving_before_the_printers_have_come_is_no_error(
    house: House, open_dialog: Callable[[], PrintDialog], spooler: Spooler
) -> None:
    spooler.gate.clear()
    dialog = open_dialog()
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.reject()
    dialog.deleteLater()
    house.driver.wait(lambda: gone)
    spooler.gate.set()
    after: list[bool] = []
    house.window.press.run(lambda _press: True, after.append, lambda _condition: None)
    house.driver.wait(lambda: after)


@pytest.mark.parametrize("refusal", ["", "Skriveren tok ikke imot arket."])
def test_what_becomes_of_a_sheet_is_told_also_after_the_dialog_is_gone(
    house: House, open_dialog: Callable[[], PrintDialog], spooler: Spooler, refusal: str
) -> None:
    spooler.refusal = refusal
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    spooler.gate.clear()
    dialog.send.click()
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.reject()
    dialog.deleteLater()
    house.driver.wait(lambda: gone)
    spooler.gate.set()
    house.driver.wait(lambda: house.shell.strip.text())
    assert house.shell.strip.text() == (refusal or "Sendt til Kontoret.")


def test_what_to_think_of_stands_above_the_button(open_dialog: Callable[[], PrintDialog]) -> None:
    said = [one.text() for one in open_dialog().findChildren(QLabel)]
    assert "Teksten er ikke fagkontrollert." in said


def test_what_is_past_its_end_is_sent_only_on_purpose(
    house: House, spooler: Spooler, open_dialog: Callable[[], PrintDialog]
) -> None:
    studio = house.shell.pages.studio()
    assert studio.sheet is not None
    assert studio.proof is not None
    late = Notice(kind="expired", text={"nb": "Gjelder ikke etter 1. november 2026."})
    job = msgspec.structs.replace(studio.proof.job, notices=(late,))
    proof = Proof(job, ("Gjelder ikke etter 1. november 2026.",))
    dialog = PrintDialog(house.context, studio.sheet, proof, house.shell)
    assert dialog.send.text() == "Skriv ut likevel"
    assert open_dialog().send.text() == "Send til skriver"
    dialog.reject()
