"""The strip, the form for a site, undo and the small pieces that pages are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from feltperm.binder import Site
from feltperm.ui.binder.site_dialog import SiteDialog
from feltperm.ui.statusline import StatusLine
from feltperm.ui.strip import Action, Strip
from feltperm.ui.toolkit.colours import LIGHT
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import bullet, button, column, label, unbroken
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.undo import Undo
from real_window import compiled

WARNING = "Ikke skriv navn eller opplysninger om pasienter."


def make_strip(qtbot: QtBot) -> Strip:
    strip = Strip(Icons(compiled() / "icons", Theme(LIGHT)))
    qtbot.addWidget(strip)
    return strip


def press(widget: QWidget, text: str) -> None:
    QApplication.processEvents()  # what was just added is shown, what was removed is gone
    shown = [made for made in widget.findChildren(QPushButton) if not made.isHidden()]
    next(made for made in shown if made.text() == text).click()


# --- the strip ----------------------------------------------------------------------------------


def test_the_strip_says_one_thing_and_can_be_closed(qtbot: QtBot, theme: Theme) -> None:
    strip = make_strip(qtbot)
    assert strip.text() == ""
    assert strip.isHidden()
    strip.say("Lagret: plakat.pdf")
    strip.say("Lagret: ark.pdf")
    assert strip.text() == "Lagret: ark.pdf"
    press(strip, "Lukk")
    assert strip.text() == ""
    assert strip.isHidden()


def test_what_must_be_read_comes_back_until_it_has_been_closed(qtbot: QtBot, theme: Theme) -> None:
    strip = make_strip(qtbot)
    strip.tell("Innholdet var skadet.")
    strip.tell("Permen kunne ikke leses.")
    strip.tell("Permen kunne ikke leses.")
    strip.say("Lagret: plakat.pdf")
    for text in ("Lagret: plakat.pdf", "Permen kunne ikke leses.", "Innholdet var skadet."):
        assert strip.text() == text
        press(strip, "Lukk")
    assert strip.isHidden()


def test_another_page_takes_away_what_nobody_needs_to_have_read(qtbot: QtBot, theme: Theme) -> None:
    strip = make_strip(qtbot)
    strip.tell("Innholdet var skadet.")
    strip.done("Lagret: plakat.pdf")
    strip.turn_page()
    assert strip.text() == "Innholdet var skadet."
    strip.turn_page()
    assert strip.text() == "Innholdet var skadet."
    press(strip, "Lukk")
    strip.say("Velg et tilbud først.")
    strip.turn_page()
    assert strip.isHidden()


def test_what_went_well_has_not_the_colour_of_a_warning(qtbot: QtBot, theme: Theme) -> None:
    strip = make_strip(qtbot)
    seen = []
    for show in (strip.tell, strip.done, strip.say):
        show(f"{show.__name__}")
        sign = [one for one in strip.findChildren(QLabel) if not one.pixmap().isNull()][-1]
        seen.append((strip.property("band"), sign.pixmap().toImage()))
    assert [band for band, _ in seen] == ["amber", "green", "grey"]
    pictures = [picture for _, picture in seen]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_what_is_true_no_longer_does_not_come_back(qtbot: QtBot, theme: Theme) -> None:
    strip = make_strip(qtbot)
    strip.tell("Innholdet er 4 måneder gammelt.")
    strip.tell("Permen kunne ikke leses.")
    strip.withdraw("Innholdet er 4 måneder gammelt.")
    press(strip, "Lukk")
    assert strip.isHidden()


def test_details_are_plain_text_that_can_be_copied(qtbot: QtBot, theme: Theme) -> None:
    strip = make_strip(qtbot)
    strip.tell("Disken er full. Ingenting er endret.", detail="<b>ENOSPC</b>")
    press(strip, "Vis detaljer")
    (shown,) = [one for one in strip.findChildren(QLabel) if "ENOSPC" in one.text()]
    assert shown.textFormat() == Qt.TextFormat.PlainText
    press(strip, "Kopier")
    assert QGuiApplication.clipboard().text() == "<b>ENOSPC</b>"


def test_an_action_closes_the_message(qtbot: QtBot, theme: Theme) -> None:
    strip, done = make_strip(qtbot), list[str]()
    strip.say("a", [Action("Gjør", lambda: done.append("once"))])
    press(strip, "Gjør")
    assert strip.isHidden()
    assert done == ["once"]


def test_an_action_may_say_the_next_thing(qtbot: QtBot, theme: Theme) -> None:
    strip = make_strip(qtbot)
    strip.say("a", [Action("Gjør", lambda: strip.say("b"))])
    press(strip, "Gjør")
    assert strip.text() == "b"


def test_progress_gives_way_to_its_end_but_a_message_stays(qtbot: QtBot, theme: Theme) -> None:
    strip = make_strip(qtbot)
    for share in (0.1, 0.5):
        strip.progress(f"Gjør søket klart … {share:.0%}", share)
    bar = strip.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert bar.value() == 50
    strip.finish()
    assert strip.isHidden()
    strip.say("Innholdet var skadet.")
    strip.finish()
    assert strip.text() == "Innholdet var skadet."


def test_text_in_the_strip_is_never_markup(qtbot: QtBot, theme: Theme) -> None:
    strip = make_strip(qtbot)
    strip.say("<b>fet</b>")
    assert strip.message is not None
    assert strip.message.textFormat() == Qt.TextFormat.PlainText


def test_removals_come_back_the_latest_first(qtbot: QtBot, theme: Theme) -> None:
    strip, back = make_strip(qtbot), list[str]()
    undo = Undo(strip)
    undo.take_back()  # nothing to undo: nothing happens
    undo.offer(lambda _failed: back.append("first"))
    undo.offer(lambda _failed: back.append("second"))
    assert strip.text() == "Fjernet. Angre (Ctrl+Z)"
    press(strip, "Angre")
    assert back == ["second"]
    undo.take_back()
    undo.take_back()
    assert back == ["second", "first"]


def test_a_removal_that_could_not_be_undone_can_be_tried_again(qtbot: QtBot, theme: Theme) -> None:
    tries: list[str] = []

    def put_back(failed: Callable[[], None]) -> None:
        tries.append("try")
        if len(tries) == 1:
            failed()

    undo = Undo(make_strip(qtbot))
    undo.offer(put_back)
    for _ in range(3):
        undo.take_back()
    assert tries == ["try", "try"]


# --- the form for a site ------------------------------------------------------------------------


def make_dialog(qtbot: QtBot, theme: Theme, site: Site | None = None) -> SiteDialog:
    dialog = SiteDialog(theme, site)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_site_needs_a_name_and_says_so(qtbot: QtBot, theme: Theme) -> None:
    dialog = make_dialog(qtbot, theme)
    assert not dialog.save.isEnabled()
    assert "navn" in dialog.save.toolTip()
    QTest.keyClicks(dialog.name, "   ")
    assert not dialog.save.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible(), "Ctrl+S saves no more than the button"
    QTest.keyClicks(dialog.name, "Feltstasjonen")
    assert dialog.save.isEnabled()
    assert dialog.save.toolTip() == ""
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.result() == SiteDialog.DialogCode.Accepted


def test_free_text_warns_of_persons(qtbot: QtBot, theme: Theme) -> None:
    dialog = make_dialog(qtbot, theme)
    warning = next(made for made in dialog.findChildren(QLabel) if made.text() == WARNING)
    assert warning.isVisible()
    assert warning.mapTo(dialog, warning.rect().topLeft()).y() > dialog.note.y()


def test_what_is_filled_in_is_what_comes_out(qtbot: QtBot, theme: Theme) -> None:
    kept = Site(
        name="Feltstasjonen",
        address="Eksempelgata 1",
        phone="73 00 00 00",
        hours="kl. 9–15",
        note="Ring på",
        is_default=False,
    )
    dialog = make_dialog(qtbot, theme, kept)
    assert dialog.site() == kept
    dialog.name.setText("  Stasjonen ")
    dialog.default.setChecked(True)
    assert dialog.site().name == "Stasjonen"
    assert dialog.site().is_default


def test_fields_are_reached_in_the_order_they_stand(qtbot: QtBot, theme: Theme) -> None:
    dialog = make_dialog(qtbot, theme)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.name.hasFocus)
    order = []
    for _ in range(8):
        focused = dialog.focusWidget()
        assert focused is not None
        order.append(focused.accessibleName() or focused.property("text"))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert order == [
        "Navn", "Adresse", "Telefon", "Åpningstid", "Følg en oppføring", "Velg logo …",
        "Beskjed på plakaten", "Standardsted",
    ]  # fmt: skip


def test_a_field_takes_no_document(qtbot: QtBot, theme: Theme) -> None:
    dialog = make_dialog(qtbot, theme)
    for field in dialog.findChildren(QLineEdit):
        field.setText("x" * 10_000)
        assert len(field.text()) <= 200


# --- pieces -------------------------------------------------------------------------------------


def test_a_label_shows_pack_text_as_it_is_written(qtbot: QtBot, theme: Theme) -> None:
    made = label("<img src='file:///etc/passwd'>&amp;")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert not made.openExternalLinks()


def test_a_number_is_never_broken_over_two_lines() -> None:
    assert " " not in unbroken("22 59 13 00")
    assert unbroken("22 59 13 00").replace("\N{NO-BREAK SPACE}", " ") == "22 59 13 00"


def test_widgets_flow_into_the_next_line_and_none_is_cut(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = [button(f"Et filter {n}") for n in range(6)]
    flow = FlowLayout(*made)
    holder.setLayout(column(flow, None))
    holder.show()
    for width in (1200, 420, 250, 130):
        holder.resize(width, 600)
        qtbot.waitUntil(lambda width=width: holder.width() == width)  # type: ignore[misc]
        holder.layout().activate()  # type: ignore[union-attr]
        for one in made:
            assert one.width() >= one.sizeHint().width() or one.width() == holder.width()
            assert holder.rect().contains(one.geometry())
        pairs = [(a, b) for a in made for b in made if a is not b]
        assert not any(a.geometry().intersects(b.geometry()) for a, b in pairs)
        lines = len({one.y() for one in made})
        assert (lines == 1) == (width == 1200)


def test_widgets_of_one_line_have_their_middles_at_one_height(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    high, low = button("Skriv ut …", look="primary"), button("Tøm lista")
    holder.setLayout(FlowLayout(high, low))
    holder.resize(500, 100)
    holder.show()
    assert high.height() > low.height()
    assert abs(high.geometry().center().y() - low.geometry().center().y()) <= 1


def test_the_line_at_the_foot_never_makes_the_window_wider(qtbot: QtBot, theme: Theme) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.show_content("Nasjonalt innhold 25. november 2026  ·  En kommune 26. november 2026", 467)
    narrow = line.minimumSizeHint().width()
    line.show_content("Nasjonalt innhold 25. november 2026  ·  En kommune " * 6, 467)
    assert line.minimumSizeHint().width() == narrow < 300


def test_a_point_of_a_list_goes_on_below_its_first_line(qtbot: QtBot, theme: Theme) -> None:
    made = bullet("Et ord " * 40)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    point, words = made.findChildren(QLabel)
    assert words.x() > point.geometry().right()
    assert words.height() > 2 * point.sizeHint().height()


def test_a_flow_begins_at_the_right_in_a_script_that_does(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    first, second = button("a"), button("b")
    holder.setLayout(FlowLayout(first, second))
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    holder.resize(500, 100)
    holder.show()
    assert first.x() > second.x()
    assert first.geometry().right() == holder.rect().right()
