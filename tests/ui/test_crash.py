"""A bug ends in a report that can be copied, and in nothing worse (SCREENS 2.11)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from feltperm import __version__
from feltperm.ui.crash import CrashDialog, report
from feltperm.ui.toolkit.theme import Theme
from real_window import opened


def caught() -> BaseException:
    """An error with secrets in the frames it came through."""
    patient = "Kari Nordmann"

    def deeper(name: str) -> None:
        raise ZeroDivisionError(f"{len(name)} could not be divided")

    try:
        deeper(patient)
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_the_report_names_versions_and_place_and_nothing_of_the_users() -> None:
    text = report(caught())
    for part in (f"Feltperm {__version__}", "Python 3.", "PySide6 6.", "ZeroDivisionError"):
        assert part in text
    assert "in deeper" in text
    assert "Kari" not in text


def test_the_report_leaves_the_owner_of_the_home_folder_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "kari.nordmann"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    try:
        raise OSError(f"cannot open {home / 'data' / 'binder.sqlite'}")
    except OSError as error:
        text = report(error)
    assert "kari.nordmann" not in text
    assert "binder.sqlite" in text


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> CrashDialog:
    made = CrashDialog(caught(), ("feltperm", "--profile", "somewhere"))
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog: CrashDialog, text: str) -> QPushButton:
    return next(made for made in dialog.findChildren(QPushButton) if made.text() == text)


def test_it_says_what_is_safe_and_the_report_can_be_read_and_copied(dialog: CrashDialog) -> None:
    said = [made.text() for made in dialog.findChildren(QLabel)]
    assert "Feltperm stoppet. Permen er trygg." in said
    view = dialog.findChild(QPlainTextEdit)
    assert isinstance(view, QPlainTextEdit)
    assert view.isReadOnly()
    assert "ZeroDivisionError" in view.toPlainText()
    button(dialog, "Kopier rapport").click()
    assert QGuiApplication.clipboard().text() == dialog.text
    assert dialog.isVisible()


def test_starting_again_starts_the_program_as_it_was_started(
    dialog: CrashDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(
        QProcess, "startDetached", lambda name, words: started.append((name, words)) or True
    )
    button(dialog, "Start på nytt").click()
    assert started == [("feltperm", ["--profile", "somewhere"])]


def test_a_bug_on_the_desks_thread_ends_in_the_report_and_the_window_goes_on(
    tmp_path: Path, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[str] = []

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CrashDialog):
            seen.append(dialog.text)
            dialog.reject()

    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(meet)
    with opened(tmp_path, crash_dialog=True) as house:
        house.skip_first_start()
        timer.start()
        house.window.desk.run(lambda _desk: 1 // 0, lambda _a: None, lambda _c: None)
        house.driver.wait(lambda: seen)
        timer.stop()
        assert "ZeroDivisionError" in seen[0]
        house.find("nalokson")
        assert house.search.results.rows.rowCount() > 0
    assert "a background job failed" in caplog.text
