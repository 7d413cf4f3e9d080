"""Pack text as Markdown: hostile until shown otherwise (DESIGN section 8)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from feltperm.ui.record.markdown import MAX_LENGTH, MarkdownView
from feltperm.ui.toolkit.link_dialog import OPENABLE, LinkDialog
from feltperm.ui.toolkit.theme import Theme
from real_window import opened


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> MarkdownView:
    made = MarkdownView(theme)
    qtbot.addWidget(made)
    made.resize(400, 100)
    return made


def click(view: MarkdownView, address: str) -> list[str]:
    """Follow a link; return the addresses that the view reports."""
    asked: list[str] = []
    view.link_clicked.connect(lambda url: asked.append(url.toString()))
    view.anchorClicked.emit(QUrl(address))
    return asked


@pytest.mark.parametrize(
    "html",
    [
        "<b>fet</b>",
        "<script>alert(1)</script>",
        "<img src='file:///etc/passwd'>",
        "<a href='javascript:x'>a</a>",
        "<!-- skjult -->",
        "<table><tr><td>x</td></tr></table>",
    ],
)
def test_html_stands_as_it_was_written(view: MarkdownView, html: str) -> None:
    view.set_markdown(f"Før {html} etter")
    assert html in view.toPlainText()


def test_markdown_itself_is_read(view: MarkdownView) -> None:
    view.set_markdown("# Tittel\n\n**fet** og [lenke](https://example.org)\n\n- ett\n- to")
    assert "**" not in view.toPlainText()
    assert "lenke" in view.toPlainText()
    assert "https://example.org" in view.toHtml()


@pytest.mark.parametrize(
    "address", ["{file}", "file://{file}", "https://example.org/x.png", "qrc:/x.png", "data:,x"]
)
def test_no_picture_is_loaded_from_anywhere(
    view: MarkdownView, tmp_path: Path, address: str
) -> None:
    picture = tmp_path / "picture.png"
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(0x123456)
    assert image.save(str(picture))
    view.set_markdown(f"![bilde]({address.format(file=picture)})")
    view.show()
    QApplication.processEvents()
    kinds, url = QTextDocument.ResourceType, QUrl(address.format(file=picture))
    assert view.document().resource(kinds.ImageResource.value, url).width() == 1
    assert view.loadResource(kinds.HtmlResource.value, url) is None
    assert view.loadResource(kinds.StyleSheetResource.value, url) is None
    shown = view.grab().toImage()
    assert view.height() < 300
    assert all(
        shown.pixel(x, y) & 0xFFFFFF != 0x123456
        for x in range(0, shown.width(), 5)
        for y in range(0, shown.height(), 5)
    )


@pytest.mark.parametrize("address", ["https://example.org/a", "mailto:a@example.org", "tel:116117"])
def test_a_link_that_may_be_opened_is_reported_and_not_followed(
    view: MarkdownView, address: str
) -> None:
    assert click(view, address) == [address]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://example.org/a", "example.org"),
        # Cyrillic letters that look like Latin ones
        ("https://\u0430\u0440\u0440\u04cf\u0435.com/x", "xn--80ak6aa92e.com"),
        ("mailto:a@example.org", "mailto"),
    ],
)
def test_the_question_names_the_true_host(qtbot: QtBot, address: str, host: str) -> None:
    dialog = LinkDialog(QUrl(address))
    qtbot.addWidget(dialog)
    (heading,) = dialog.findChildren(QLabel)
    assert heading.text() == f"Åpne {host} utenfor Feltperm?"
    assert heading.textFormat() == Qt.TextFormat.PlainText


def test_the_question_shows_the_address_letter_for_letter(qtbot: QtBot) -> None:
    dialog = LinkDialog(QUrl("https://example.org/%E2%80%AE<b>" + "a" * 5000))
    qtbot.addWidget(dialog)
    (address,) = dialog.findChildren(QPlainTextEdit)
    assert address.toPlainText().startswith("https://example.org/%E2%80%AE%3Cb%3Eaaa")
    assert dialog.sizeHint().width() < 700
    assert {made.text(): made.isDefault() for made in dialog.findChildren(QPushButton)} == {
        "Avbryt": True,
        "Åpne": False,
    }


@pytest.mark.parametrize("answer", [True, False])
def test_a_link_is_opened_only_after_a_yes(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    browser: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: browser.append(url.toString()) or True
    )
    with opened(tmp_path) as house:
        house.skip_first_start()

        def meet(dialog: QWidget) -> None:
            assert isinstance(dialog, LinkDialog)
            (dialog.accept if answer else dialog.reject)()

        house.driver.in_dialog(
            meet, lambda: house.search.detail().link_clicked.emit(QUrl("https://example.org/"))
        )
    assert browser == (["https://example.org/"] if answer else [])


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "smb://host/share",
        "ms-settings:x",
        "HTTPS-x://a",
        "#anker",
        "/etc/passwd",
        "",
    ],
)
def test_any_other_link_does_nothing(view: MarkdownView, address: str) -> None:
    assert not click(view, address)
    assert {"https", "mailto", "tel"} == OPENABLE


def test_the_view_is_as_high_as_its_text(qtbot: QtBot, view: MarkdownView) -> None:
    view.show()
    view.set_markdown("ord " * 400)
    narrow = view.height()
    view.resize(800, view.height())
    qtbot.waitUntil(lambda: view.height() < narrow)
    view.set_markdown("ett ord")
    assert view.height() < 60


def test_a_text_without_end_is_cut_with_a_note(view: MarkdownView) -> None:
    view.set_markdown("x" * (MAX_LENGTH * 3))
    assert len(view.toPlainText()) < MAX_LENGTH + 100
    assert "kuttet" in view.toPlainText()


HOSTILE = st.one_of(
    st.text(),
    st.text("[]()<>!*_`#|-+\\&;:/\"' \n\tabcx0", max_size=300),
    st.sampled_from(
        [">" * 300, "[" * 500, "- " * 400, "|" * 500 + "\n" + "|-" * 250, "\x00\x1b[2J"]
    ),
)


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2000
)
@given(text=HOSTILE)
def test_no_text_breaks_the_view_or_makes_it_load_anything(view: MarkdownView, text: str) -> None:
    view.set_markdown(text)
    for tag in ("<script", "<iframe", "<style>"):
        assert view.toHtml().lower().count(tag) == 0
    assert view.height() < 100_000
