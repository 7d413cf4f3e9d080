"""The print dialog (SCREENS 2.9): printers come when they come, and the PDF is always there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from feltperm.desk.desk import Desk
from feltperm.desk.preferences import Preferences
from feltperm.desk.sheets.posters import Proof
from feltperm.desk.sheets.printers import Printer
from feltperm.errors import Condition, PrinterFailed
from feltperm.paper.job import Job, Notice, Paper, with_code
from feltperm.paper.press import Raster
from feltperm.ui.posters.outlet import Outlet
from feltperm.ui.posters.print_dialog import PrintDialog, Sent
from feltperm.ui.posters.spooler import Order, SendingCancelled, Spooler
from real_window import House, held

ALL: tuple[Paper, ...] = ("a5", "a4", "a3")
OFFICE = Printer("office", "Kontoret", grey=True, default=True, papers=ALL)
HALL = Printer("hall", "Gangen", grey=False, default=False, papers=ALL, duplex=True)
SMALL = Printer("small", "Bussen", grey=False, default=False, papers=("a4",))
NONE = "Fant ingen skriver. Lagre PDF og skriv ut fra en annen maskin."


class Machine:
    """What the dialog is told of printers, and what was sent to them."""

    def __init__(self) -> None:
        self.printers: list[Printer] = [OFFICE, HALL]
        self.orders: list[Order] = []
        self.pages: list[list[tuple[int, int]]] = []
        self.refusal = ""
        self.silent = ""
        self.gate = threading.Event()
        self.gate.set()
        self.stopped = False

    def find(self, _spooler: Spooler) -> list[Printer]:
        assert self.gate.wait(20)
        if self.silent:
            raise PrinterFailed(self.silent)
        return self.printers

    def send(self, _spooler: Spooler, order: Order, pages: Iterable[Raster]) -> None:
        assert self.gate.wait(20)
        if self.stopped:
            raise SendingCancelled("Utskriften er avbrutt.")
        if self.refusal:
            raise PrinterFailed(self.refusal)
        self.pages.append([(page.width, page.height) for page in pages])
        self.orders.append(order)

    def stop(self, _spooler: Spooler, _why: str = "") -> None:
        self.stopped = True


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    made = Machine()
    for name in ("find", "send", "stop"):
        monkeypatch.setattr(Spooler, name, _method(getattr(made, name)))
    yield made
    made.gate.set()


def _method(call: Callable[..., object]) -> Callable[..., object]:
    return lambda *arguments: call(*arguments)


Opened = Callable[..., PrintDialog]


@pytest.fixture
def open_dialog(house: House, machine: Machine) -> Opened:
    """Open the dialog on the poster for overdoses, changed, as often as is said."""
    proof = real_poster(house)

    def make(count: int = 1, sent: list[Sent] | None = None, **changes: object) -> PrintDialog:
        job = with_code(msgspec.structs.replace(proof.job, **changes))
        answers: list[Sent] = [] if sent is None else sent
        proofs = [replace(proof, job=job)] * count
        dialog = PrintDialog(house.context, proofs, answers.append, house.shell)
        dialog.show()
        house.driver.wait(lambda: dialog.pages.preview.pixmap() is not None)
        return dialog

    return make


def real_poster(house: House) -> Proof:
    house.shell.open_poster("national/ps-overdose")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.proof is not None)
    assert studio.proof is not None
    return studio.proof


def press(dialog: PrintDialog, text: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    next(made for made in buttons if made.text() == text).click()


def said(dialog: PrintDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]


def choose(dialog: PrintDialog, name: str) -> None:
    dialog.options.printer.setCurrentIndex(dialog.options.printer.findData(name))


# --- the standard printer -----------------------------------------------------------------------


def prefer(house: House, printer: Printer) -> None:
    house.desk(lambda desk: desk.prefer(printer=printer.name, printer_title=printer.description))  # type: ignore[attr-defined]


def test_the_standard_printer_is_chosen_first_and_another_can_be_taken(
    house: House, open_dialog: Opened
) -> None:
    prefer(house, HALL)
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.options.chosen == HALL
    assert dialog.options.ink == "colour", "what it can do follows it"
    assert not dialog.state.isVisible()
    choose(dialog, "office")
    dialog._look()
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.options.chosen == OFFICE, "what somebody chose stays"


def test_a_standard_printer_that_is_gone_is_told_and_the_machines_own_is_chosen(
    house: House, machine: Machine, open_dialog: Opened
) -> None:
    prefer(house, SMALL)
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.options.chosen == OFFICE
    assert dialog.state.text() == "Fant ikke standardskriveren «Bussen». Kontoret er valgt."
    assert dialog.state.isVisible()
    machine.printers = []
    other = open_dialog()
    house.driver.wait(lambda: other.state.text() == NONE)
    assert not other.send.isEnabled()


def test_printers_are_there_also_where_the_binder_does_not_say_which_is_wanted(
    house: House, open_dialog: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def preferences(_desk: Desk) -> Preferences:
        raise Condition("Permen kan ikke leses.")

    monkeypatch.setattr(Desk, "preferences", preferences)
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.options.chosen == OFFICE


# --- sending ------------------------------------------------------------------------------------


def test_the_sheet_goes_to_the_chosen_printer(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.gate.clear()
    answers: list[Sent] = []
    dialog = open_dialog(sent=answers)
    assert dialog.state.text() == "Leter etter skrivere …"
    assert not dialog.send.isEnabled()
    machine.gate.set()
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.options.printer.currentText() == "Kontoret"
    choose(dialog, "hall")
    press(dialog, "+")
    press(dialog, "+")
    press(dialog, "−")
    dialog.send.click()
    house.driver.wait(lambda: answers)
    (order,) = machine.orders
    assert (order.printer, order.paper, order.copies, order.grey) == ("hall", "a4", 2, False)
    assert order.title == "Overdose"
    assert machine.pages == [[(2481, 3508)]]
    assert answers[0].printer == "Gangen"
    assert [job.record for job in answers[0].jobs] == ["national/ps-overdose"]
    assert answers[0].note
    assert not dialog.isVisible()


def test_several_sheets_are_one_job_with_progress(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    answers: list[Sent] = []
    dialog = open_dialog(3, answers)
    assert dialog.pages.small.count() == 3
    house.driver.wait(dialog.send.isEnabled)
    told: list[str] = []
    dialog._came.connect(lambda done, total, title: told.append(f"{done}/{total} {title}"))
    dialog.send.click()
    house.driver.wait(lambda: answers)
    assert told == ["0/3 Overdose", "1/3 Overdose", "2/3 Overdose"]
    assert len(machine.orders) == 1
    assert len(machine.pages[0]) == 3
    assert len(answers[0].jobs) == 3


def test_a_sheet_whose_text_is_too_long_is_left_out_and_the_others_go(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    proof, answers = real_poster(house), list[Sent]()
    long = msgspec.structs.replace(proof.job, title={"nb": "Lang tittel " * 40})
    proofs = [replace(proof, job=with_code(long)), proof]
    dialog = PrintDialog(house.context, proofs, answers.append, house.shell)
    dialog.show()
    house.driver.wait(dialog.send.isEnabled)
    dialog.send.click()
    house.driver.wait(lambda: answers)
    assert [job.title for job in answers[0].jobs] == [proof.job.title]
    assert answers[0].left_out[0][0].startswith("Lang tittel")
    assert "får ikke plass" in answers[0].left_out[0][1]


def test_a_printer_that_refuses_is_told_and_can_be_tried_again(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.refusal = "Skriveren ble borte. Ingenting er sendt. Velg en annen."
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    dialog.send.click()
    house.driver.wait(lambda: dialog.state.text() == machine.refusal)
    assert dialog.isVisible()
    assert dialog.send.isEnabled()
    assert house.shell.strip.text() == ""


def test_leaving_stops_what_is_being_sent_and_says_so(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    machine.gate.clear()
    dialog.send.click()
    press(dialog, "Avbryt")
    assert not dialog.isVisible()
    assert machine.stopped
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.deleteLater()
    house.driver.wait(lambda: gone)
    machine.gate.set()
    house.driver.wait(lambda: house.shell.strip.text())
    assert house.shell.strip.text() == "Utskriften er avbrutt. Ingenting er sendt."


def test_leaving_before_the_printers_have_come_is_no_error(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.gate.clear()
    dialog = open_dialog()
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.reject()
    dialog.deleteLater()
    house.driver.wait(lambda: gone)
    machine.gate.set()
    after: list[bool] = []
    house.window.printing.run(lambda _shop: True, after.append, lambda _condition: None)
    house.driver.wait(lambda: after)


def test_the_window_can_be_used_while_the_spooler_hangs(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    machine.gate.clear()
    dialog.send.click()
    dialog.reject()
    house.find("nalokson")
    studio = house.shell.pages.studio()
    drawn: list[bool] = []
    studio.previewed.connect(lambda: drawn.append(True))
    house.shell.open_poster("national/ps-overdose")
    studio.posters.setCurrentRow(1)
    house.driver.wait(lambda: drawn)
    assert studio.sheet is not None


def test_closing_the_window_gives_what_is_being_sent_a_last_moment(
    house: House, open_dialog: Opened, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    machine.gate.clear()
    monkeypatch.setattr(Spooler, "hurry", lambda _spooler: machine.gate.set())
    dialog.send.click()
    house.driver.settle()
    house.window.close()
    assert len(machine.orders) == 1


# --- what there is to choose --------------------------------------------------------------------


def test_a_grey_printer_saves_ink_by_itself_and_a_choice_stands(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    answers: list[Sent] = []
    dialog = open_dialog(sent=answers)
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.options.ink == "save"
    choose(dialog, "hall")
    assert dialog.options.ink == "colour"
    press(dialog, "Spar blekk")
    choose(dialog, "office")
    choose(dialog, "hall")
    assert dialog.options.ink == "save"
    dialog.send.click()
    house.driver.wait(lambda: answers)
    (job,) = answers[0].jobs
    assert job.ink == "save"
    assert job.code == with_code(job).code


def test_a_sheet_that_is_set_already_is_seen_at_once(house: House, machine: Machine) -> None:
    proof, studio = real_poster(house), house.shell.pages.studio()
    machine.printers = [HALL]
    with held(house.window.press):
        dialog = PrintDialog(house.context, [proof], lambda _sent: None, house.shell, studio.sheet)
        assert dialog.pages.preview.pixmap() is not None
        assert dialog.coverage.text()
        house.driver.wait(dialog.send.isEnabled)
    dialog.reject()


def test_the_ink_it_takes_is_estimated(house: House, open_dialog: Opened, machine: Machine) -> None:
    dialog = open_dialog()
    house.driver.wait(lambda: "Blekk" in dialog.coverage.text())
    saving = dialog.coverage.text()
    press(dialog, "Farge")
    house.driver.wait(lambda: dialog.coverage.text() not in ("", saving))


def test_a_poster_larger_than_the_paper_is_shared_out(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.printers = [SMALL, HALL]
    dialog = open_dialog(paper="a3")
    house.driver.wait(dialog.send.isEnabled)
    assert "Skriveren har A4, plakaten er A3: deles på to ark." in said(dialog)
    assert dialog.options.paper.currentText() == "A4, delt på 2 ark"
    house.driver.wait(lambda: dialog.pages.small.count() == 2)
    dialog.send.click()
    house.driver.wait(lambda: machine.orders)
    assert machine.orders[0].paper == "a4"
    assert len(machine.pages[0]) == 2
    again = open_dialog(paper="a3")
    house.driver.wait(again.send.isEnabled)
    choose(again, "hall")
    assert again.options.paper.currentText() == "A3"
    assert not any("deles" in line for line in said(again))


def test_a_poster_smaller_than_the_paper_stands_in_the_middle(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.printers = [SMALL]
    dialog = open_dialog(paper="a5")
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.options.paper.currentText() == "A4, midt på arket"
    assert "Skriveren har A4, plakaten er A5: står midt på arket." in said(dialog)


def test_several_large_posters_cannot_go_to_a_small_printer(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.printers = [SMALL]
    dialog = open_dialog(2, paper="a3")
    house.driver.wait(lambda: dialog.options.printer.count() == 1)
    assert not dialog.send.isEnabled()
    line = "Skriveren har A4, største plakat er A3. Velg en annen skriver, eller lagre PDF."
    assert line in said(dialog)


@pytest.mark.parametrize(
    ("state", "words", "able"),
    [
        ("rejecting", "Skriveren tar ikke imot noe nå. Velg en annen, eller lagre PDF.", False),
        ("stopped", "Skriveren er stoppet. Arket kommer når den er i gang igjen.", True),
    ],
)
def test_what_is_wrong_with_a_printer_is_said_before(
    house: House, open_dialog: Opened, machine: Machine, state: str, words: str, able: bool
) -> None:
    machine.printers = [replace(HALL, state=state)]  # type: ignore[arg-type]
    dialog = open_dialog()
    house.driver.wait(lambda: dialog.options.printer.count() == 1)
    assert words in said(dialog)
    assert dialog.send.isEnabled() == able


def test_both_sides_are_offered_where_there_are_pages_and_a_printer_for_it(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    dialog = open_dialog(2)
    house.driver.wait(dialog.send.isEnabled)
    assert not dialog.options.sides.isVisible()
    press(dialog, "Spar blekk")  # what is shown stays the same, whatever the printer
    choose(dialog, "hall")
    assert dialog.options.sides.isVisible()
    dialog.options.sides.click()
    dialog.send.click()
    house.driver.wait(lambda: machine.orders)
    assert machine.orders[0].two_sided


def test_a_hostile_name_of_a_printer_is_text_and_does_not_widen_the_dialog(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.printers = [replace(HALL, description="<b>{0}%s&\u202e" + "x" * 5000)]
    dialog = open_dialog()
    before = dialog.width()
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.options.printer.currentText().startswith("<b>{0}%s&")
    assert dialog.options.width() < dialog.width() / 2
    assert dialog.width() == before
    dialog.send.click()
    house.driver.wait(lambda: machine.orders)


# --- what to think of, and the ways out ---------------------------------------------------------


def test_without_a_printer_the_pdf_is_the_way_out(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.printers = []
    dialog = open_dialog()
    house.driver.wait(lambda: dialog.state.text() == NONE)
    assert not dialog.send.isEnabled()
    machine.printers = [HALL]
    press(dialog, "Prøv igjen")
    house.driver.wait(dialog.send.isEnabled)
    asked: list[Sequence[Job]] = []
    dialog.save_asked.connect(lambda jobs, _tiling: asked.append(jobs))
    press(dialog, "Lagre PDF")
    assert [job.record for job in asked[0]] == ["national/ps-overdose"]
    assert not dialog.isVisible()


def test_the_keyboard_begins_at_the_printer_or_at_the_way_out(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.focusWidget() is dialog.options.printer
    assert (dialog.send.property("look"), dialog.send.isDefault()) == ("primary", True)
    dialog.reject()
    machine.printers = []
    dialog = open_dialog()
    house.driver.wait(lambda: dialog.state.text() == NONE)
    assert dialog.focusWidget() is dialog.save
    assert (dialog.save.property("look"), dialog.save.isDefault()) == ("primary", True)
    assert (dialog.send.property("look"), dialog.send.isDefault()) == ("", False)
    machine.printers = [OFFICE]
    dialog.again.click()
    house.driver.wait(dialog.send.isEnabled)
    assert (dialog.send.property("look"), dialog.send.isDefault()) == ("primary", True)
    assert not dialog.save.isDefault()


def test_printers_that_come_take_the_keyboard_from_nobody(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.gate.clear()
    dialog = open_dialog()
    dialog.options.paper.setFocus()
    machine.gate.set()
    house.driver.wait(dialog.send.isEnabled)
    assert dialog.focusWidget() is dialog.options.paper


def test_without_a_printer_the_pdf_can_still_be_shared_out(
    house: House, open_dialog: Opened, machine: Machine, tmp_path: Path
) -> None:
    machine.printers = []
    dialog = open_dialog(paper="a3")
    house.driver.wait(lambda: dialog.state.text() == NONE)
    assert not dialog.options.printer.isVisible()
    papers = dialog.options.paper
    assert papers.currentText() == "A3"
    papers.setCurrentText("A4, delt på 2 ark")
    house.driver.wait(lambda: dialog.pages.small.count() == 2)
    asked: list[tuple[object, object]] = []
    dialog.save_asked.connect(lambda jobs, tiling: asked.append((jobs, tiling)))
    press(dialog, "Lagre PDF")
    ((job,), tiling) = asked[0]  # type: ignore[misc]
    outlet, written = Outlet(house.context, house.page), list[str]()
    outlet.saved.connect(written.append)
    outlet.save(job, tmp_path / "to.pdf", tiling)  # type: ignore[arg-type]
    house.driver.wait(lambda: written)
    with pypdfium2.PdfDocument(tmp_path / "to.pdf") as pdf:
        assert len(pdf) == 2


def test_printers_that_do_not_answer_are_no_dead_end(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.silent = "Skriverne svarer ikke. Lagre PDF og skriv ut fra en annen maskin."
    dialog = open_dialog()
    house.driver.wait(lambda: dialog.state.text() == machine.silent)
    asked: list[Sequence[Job]] = []
    dialog.stick_asked.connect(lambda jobs, _tiling: asked.append(jobs))
    press(dialog, "Lagre på minnepinne")
    assert len(asked) == 1


def test_what_to_think_of_stands_above_the_button(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    dialog = open_dialog()
    house.driver.wait(dialog.send.isEnabled)
    assert "Teksten er ikke fagkontrollert." in said(dialog)


def test_enter_sends_and_presses_nothing_else(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    machine.gate.clear()
    dialog = open_dialog()
    dialog.activateWindow()
    dialog.options.paper.setFocus()
    house.driver.press(dialog.options.paper, Qt.Key.Key_Return)
    assert dialog.isVisible(), "there is no printer yet"
    machine.gate.set()
    house.driver.wait(dialog.send.isEnabled)
    dialog.options.copies.setFocus()
    house.driver.press(dialog.options.copies, Qt.Key.Key_Return)
    house.driver.wait(lambda: machine.orders)
    assert machine.orders[0].copies == 1


def test_what_is_past_its_end_is_sent_only_on_purpose(
    house: House, machine: Machine, open_dialog: Opened
) -> None:
    late = Notice(kind="expired", text={"nb": "Gjelder ikke etter 1. november 2026."})
    dialog = open_dialog(notices=(late,))
    assert dialog.send.text() == "Skriv ut likevel"
    assert open_dialog().send.text() == "Send til skriver"


def test_the_test_page_is_sent_to_the_chosen_printer(
    house: House, open_dialog: Opened, machine: Machine
) -> None:
    dialog = open_dialog()
    house.driver.wait(dialog.trial.isEnabled)
    dialog.trial.click()
    house.driver.wait(lambda: machine.orders)
    house.driver.wait(lambda: "sendt" in dialog.state.text())
    assert dialog.state.text() == "Prøvesiden er sendt til Kontoret."
    assert (machine.orders[0].printer, machine.orders[0].grey) == ("office", True)
    assert machine.pages == [[(2481, 3508)]]
    assert dialog.send.isEnabled()


# --- afterwards ---------------------------------------------------------------------------------


def outlet_that_sent(house: House, proof: Proof, *, note: bool = True) -> Outlet:
    """Say that a sheet was sent, as the dialog does."""
    outlet = Outlet(house.context, house.page)
    outlet._ask_whether_it_came(Sent((proof.job,), "Gangen", note), lambda: None)
    return outlet


def test_afterwards_a_strip_asks_whether_it_came(house: House) -> None:
    proof = real_poster(house)
    outlet_that_sent(house, proof)
    strip = house.shell.strip
    house.driver.wait(lambda: strip.text())
    assert strip.text() == "Sendt til Gangen. Kom arket ut?"
    buttons = [made.text() for made in strip.findChildren(QPushButton) if made.isVisible()]
    assert buttons == ["Ja, heng opp …", "Nei", "Ikke ennå", "Lukk"]
    next(made for made in strip.findChildren(QPushButton) if made.text() == "Nei").click()
    assert strip.text() == "Se etter papir og feil på skriveren. Prøv så igjen."


def test_not_yet_keeps_the_question_on_the_wall_page(house: House) -> None:
    outlet_that_sent(house, real_poster(house))
    strip = house.shell.strip
    house.driver.wait(lambda: strip.text())
    next(made for made in strip.findChildren(QPushButton) if made.text() == "Ikke ennå").click()
    house.driver.settle()
    wall = house.desk(lambda desk: desk.recall.wall())  # type: ignore[attr-defined]
    assert "Gangen" in repr(wall)


def test_who_does_not_note_where_it_hangs_is_not_asked(house: House) -> None:
    outlet_that_sent(house, real_poster(house), note=False)
    house.driver.wait(lambda: house.shell.strip.text())
    assert house.shell.strip.text() == "Sendt til Gangen."


# --- into files ---------------------------------------------------------------------------------


def test_the_pdf_on_a_stick_is_whole_when_it_may_be_pulled_out(
    house: House, tmp_path: Path
) -> None:
    proof, outlet = real_poster(house), Outlet(house.context, house.page)
    written: list[str] = []
    outlet.saved.connect(written.append)
    outlet.put_on_stick([proof.job], tmp_path, "overdose")
    house.driver.wait(lambda: written)
    assert house.shell.strip.text() == "Ferdig. Du kan ta ut pinnen."
    assert [path.name for path in Path(written[0]).iterdir()] == ["overdose.pdf"]
    with pypdfium2.PdfDocument(Path(written[0]) / "overdose.pdf") as pdf:
        assert len(pdf) == 1


def test_a_stick_that_is_gone_is_told(house: House, tmp_path: Path) -> None:
    proof, outlet = real_poster(house), Outlet(house.context, house.page)
    outlet.put_on_stick([proof.job], tmp_path / "borte", "overdose")
    house.driver.wait(lambda: "Pinnen ble tatt ut" in house.shell.strip.text())


def test_several_sheets_are_saved_as_files_of_their_own_and_the_folder_can_be_opened(
    house: House, tmp_path: Path
) -> None:
    proof, outlet = real_poster(house), Outlet(house.context, house.page)
    written: list[str] = []
    outlet.saved.connect(written.append)
    outlet.save_all([proof.job, proof.job], tmp_path)
    house.driver.wait(lambda: written)
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    buttons = house.shell.strip.findChildren(QPushButton)
    assert "Åpne mappen" in [made.text() for made in buttons]
