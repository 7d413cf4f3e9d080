"""J4: a client who reads only Somali gets three services on a sheet, in at most nine actions."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from feltperm.ui.posters.print_dialog import PrintDialog
from real_window import House

Key = Qt.Key


class Counted:
    """Counts what a person does: one click, one key combination or one typed word (SCREENS 1)."""

    def __init__(self) -> None:
        self.actions = 0

    def do(self, action: Callable[..., object], *values: object) -> None:
        self.actions += 1
        action(*values)


def test_find_pick_up_three_choose_somali_and_print(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[PrintDialog] = []
    monkeypatch.setattr(
        "feltperm.ui.context.Context.ask", lambda _context, dialog: printed.append(dialog) or False
    )
    person, bar = Counted(), house.shell.handouts().bar

    def picked_up(words: str) -> None:
        house.driver.wait(lambda: bar.isVisible() and bar.count.text() == words)

    person.do(house.find, "feltpleien")
    person.do(house.control, Key.Key_L)
    picked_up("Utdelingsark: 1 sted")
    person.do(house.keys, Key.Key_Down)
    person.do(house.control, Key.Key_L)
    picked_up("Utdelingsark: 2 steder")
    person.do(house.keys, Key.Key_Down)
    person.do(house.control, Key.Key_L)
    picked_up("Utdelingsark: 3 steder")
    person.do(bar.show_button.click)
    page = house.shell.pages.tray()
    assert page is not None
    house.driver.wait(lambda: page.options.languages.buttons())
    person.do(page.options.choose, page.options.languages, "so")
    house.driver.wait(
        lambda: page.proofing.sheet and page.proofing.proof
        and page.proofing.proof.job.languages[0] == "so"
    )  # fmt: skip
    person.do(page.print_button.click)

    assert person.actions <= 9
    assert len(printed) == 1
    sheet, proof = page.proofing.sheet, page.proofing.proof
    assert sheet is not None
    assert proof is not None
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    assert "Waxaan u baahanahay turjumaan: Soomaali" in text
    assert "Jeg trenger tolk: somali" in text
    assert "Oversettelsen er ikke kontrollert av fagperson." in text
    assert len(proof.job.items) == 3
