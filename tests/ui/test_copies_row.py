"""The foot of «Min perm» says when the binder was last copied, and leads to copies and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from real_window import House


def test_the_foot_says_that_there_is_no_copy_yet(house: House) -> None:
    house.shell.go("binder")
    page = house.shell.pages.binder()
    house.driver.wait(lambda: page.copies.said.text())
    assert page.copies.said.text() == "Permen er ikke sikkerhetskopiert ennå."
    assert not page.copies.restore_button.isEnabled()


def test_a_copy_is_saved_from_the_foot(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, said = tmp_path / "kopi.sqlite", list[str]()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (str(target), ""))
    house.context.reports.done.connect(said.append)
    house.shell.go("binder")
    house.shell.pages.binder().copies.save_button.click()
    house.driver.wait(lambda: said)
    assert said == ["Kopien er lagret."]
    assert target.read_bytes().startswith(b"SQLite format 3")
