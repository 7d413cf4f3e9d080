"""A bug ends in a report that can be copied, and in nothing worse (SCREENS 2.11)."""

from __future__ import annotations

import importlib.util
import sqlite3
from collections.abc import Callable
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

#: What somebody typed. It stands here alone, for the report shows the lines of the program.
TYPED = "Kari Nordmann"


def raised(work: Callable[[], object]) -> BaseException:
    """The error that ``work`` ends in."""
    try:
        work()
    except Exception as error:
        return error
    raise AssertionError


def caught() -> BaseException:
    """An error with secrets in the frames it came through."""

    def deeper(name: str) -> None:
        raise ZeroDivisionError(f"{len(name)} could not be divided")

    return raised(lambda: deeper(TYPED))


def test_the_report_names_versions_and_place_and_nothing_of_the_users() -> None:
    text = report(caught())
    for part in (f"Feltperm {__version__}", "Python 3.", "PySide6 6.", "SQLite 3.", "Qt 6."):
        assert part in text
    assert "ZeroDivisionError: 13 could not be divided" in text
    assert "in deeper" in text
    assert "Kari" not in text


def nested(typed: str) -> None:
    try:
        {}[typed]
    except KeyError as error:
        raise ValueError(f"nothing is called {typed}") from error


@pytest.mark.parametrize(
    ("work", "kept"),
    [
        (lambda: nested(TYPED), "KeyError"),
        (lambda: int(TYPED), "ValueError"),
        (lambda: sqlite3.connect(":memory:").execute(f"SELECT {TYPED}"),
         "sqlite3.OperationalError: SQLITE_ERROR"),
        (lambda: (TYPED.encode() + b"\xff").decode(), "UnicodeDecodeError"),
        (lambda: Path(TYPED, "vedtak.pdf").read_bytes(), "FileNotFoundError: No such file"),
        (lambda: TYPED + 1, "TypeError: can only concatenate str"),  # type: ignore[operator]
    ],
    ids=["behind another", "number", "sql", "letters", "file", "types"],
)  # fmt: skip
def test_what_was_typed_stays_out_whatever_the_error_quotes(
    work: Callable[[], object], kept: str
) -> None:
    text = report(raised(work))
    assert kept in text
    assert "Kari" not in text
    assert "Nordmann" not in text


def test_the_report_names_no_folder(tmp_path: Path) -> None:
    """A home, and a stick's own folder on Linux, are often called after their owner."""
    stick = tmp_path / "kari.nordmann" / "stick"
    stick.mkdir(parents=True)
    (stick / "borrowed.py").write_text("def lend():\n    return open(__file__ + 'x')\n")
    spec = importlib.util.spec_from_file_location("borrowed", stick / "borrowed.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = report(raised(module.lend))
    assert 'File "borrowed", line 2, in lend' in text
    assert "kari.nordmann" not in text
    assert str(Path.home()) not in text


def test_an_error_raised_from_itself_has_an_end() -> None:
    def circle() -> None:
        error = ValueError()
        raise error from error

    assert report(raised(circle)).count("raise error") == 1


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
