"""One language for the window: words, plural forms, dates, times and numbers."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

import real_window
from feltperm.catalogue.dates import WEEKDAYS, told_day
from feltperm.catalogue.holiday_periods import hours_lines
from feltperm.catalogue.hours_text import span
from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import Schedule, ScheduleException
from feltperm.desk.sheets.print import HISTORICAL, PAST_TIMES, WITHDRAWN
from feltperm.desk.updates.news import Kept
from feltperm.desk.updates.update_values import size_words
from feltperm.errors import NotFound
from feltperm.packs.changes import Changes, RecordChange
from feltperm.ui.toolkit import languages
from feltperm.ui.toolkit.languages import Language
from feltperm.ui.toolkit.parts import button, label
from feltperm.ui.toolkit.spoken import recognised, spoken
from feltperm.ui.updates.change_rows import listing
from feltperm.wording import Capital, Worded, counted, either, joined, listed, plain, say, worded

Speak = Callable[[Language], None]


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Speak]:
    def speak(language: Language) -> None:
        languages.speak(qapp, language, real_window.compiled() / "i18n")

    yield speak
    speak("nb")


@pytest.mark.parametrize(
    ("language", "none", "one", "many"),
    [
        ("nb", "0 oppføringer", "1 oppføring", "2 oppføringer"),
        ("nn", "0 oppføringar", "1 oppføring", "2 oppføringar"),
        ("en", "0 entries", "1 entry", "2 entries"),
    ],
)
def test_numbers_have_their_forms(
    speak: Speak, language: Language, none: str, one: str, many: str
) -> None:
    speak(language)
    said = [QCoreApplication.translate("StatusLine", "%n oppføringer", "", n) for n in (0, 1, 2)]
    assert said == [none, one, many]


@pytest.mark.parametrize(
    ("language", "long", "short", "day", "clock", "number"),
    [
        ("nb", "22. november 2026", "22.11.2026", "søndag", ("9", "15.30"), "4,1"),
        ("nn", "22. november 2026", "22.11.2026", "søndag", ("9", "15.30"), "4,1"),
        ("en", "22 November 2026", "22/11/2026", "Sunday", ("9:00", "15:30"), "4.1"),
    ],
)
def test_dates_times_and_numbers_go_by_the_language(
    speak: Speak,
    language: Language,
    long: str,
    short: str,
    day: str,
    clock: tuple[str, str],
    number: str,
) -> None:
    speak(language)
    moment = datetime(2026, 11, 22, 15, 30)
    assert languages.language() == language
    assert languages.long_date("2026-11-22") == long == languages.long_date(moment.date())
    assert languages.short_date("2026-11-22") == short
    assert languages.day_and_month("2026-11-22") == long.rpartition(" ")[0]
    assert languages.weekday(moment) == day
    assert (languages.clock("09:00"), languages.clock_time(moment)) == clock
    assert languages.decimal(4.1) == number


def test_nynorsk_has_weekdays_of_its_own(speak: Speak) -> None:
    speak("nn")
    assert [languages.weekday(number) for number in range(7)][::5] == ["måndag", "laurdag"]
    assert spoken(listed([WEEKDAYS[0], WEEKDAYS[5]])) == "måndag og laurdag"


def test_a_day_that_is_none_is_shown_as_it_stands(speak: Speak) -> None:
    speak("en")
    for odd in ("", "i fjor", "2026-13-40"):
        assert languages.long_date(odd) == odd
        assert told_day(odd) == odd


def test_a_sentence_from_elsewhere_is_said_with_all_that_is_in_it(speak: Speak) -> None:
    said = say("Ikke bekreftet etter {date}", date=told_day("2026-11-22"))
    assert said == "Ikke bekreftet etter 22. november 2026"
    assert spoken(said) == said
    speak("en")
    assert spoken(said) == "Not confirmed since 22 November 2026"
    assert spoken(joined(" ", [said, "Varmestua."])) == f"{spoken(said)} Varmestua."
    assert spoken(counted(1, "{n} ny", "{n} nye")) == "1 new"
    assert spoken(either(["a", "b", "c"])) == "a, b or c"
    assert spoken(size_words(4_100_000)) == "4.1 MB"
    assert spoken(span("09:00", "15:30")) == "9:00–15:30"
    assert spoken(span("00:00", "24:00")) == "around the clock"


def test_a_records_own_wording_is_the_one_in_the_windows_language(speak: Speak) -> None:
    text = {"nb": "Kramper", "nn": "Krampar", "en": "Seizures", "pl": "Drgawki", "so": ""}
    title = worded(text)
    speak("nn")
    assert (title, spoken(title)) == ("Kramper", "Krampar")
    speak("en")
    assert spoken(say("«{title}»", title=title)) == "«Seizures»"
    assert spoken(worded({"nb": "Bare norsk", "pl": "Po polsku"})) == "Bare norsk"
    assert worded({"pl": "Po polsku"}) == "Po polsku"
    assert worded({}) == ""
    speak("nb")
    assert spoken(title) == "Kramper"


def test_a_sentence_begins_with_a_capital_in_every_language(speak: Speak) -> None:
    begun = Capital(listed([WEEKDAYS[0], WEEKDAYS[1]]))
    assert begun == "Mandag og tirsdag"
    speak("en")
    assert spoken(begun) == "Monday and Tuesday"
    speak("nn")
    assert spoken(begun) == "Måndag og tysdag"


CHRISTMAS = {"2026-12-25": "Første juledag", "2026-12-26": "Andre juledag"}
FEAST = {
    "nb": "Jul: åpent kl. 10–12 julaften. Som vanlig tirsdag 29. desember. Stengt første juledag og"
    " andre juledag. Nyttårsaften: ikke avklart. Ring før du går.",
    "nn": "Jul: ope kl. 10–12 julaftan. Som vanleg tysdag 29. desember. Stengt første juledag og"
    " andre juledag. Nyttårsaftan: ikkje avklart. Ring før du går.",
    "en": "Christmas: open 10:00–12:00 on Christmas Eve. As usual on Tuesday 29 December. Closed on"
    " Christmas Day and Boxing Day. New Year’s Eve: not settled. Call before you go.",
}


@pytest.mark.parametrize("language", FEAST)
def test_hours_at_a_feast_are_said_in_the_language(speak: Speak, language: Language) -> None:
    days = (
        ScheduleException(date="2026-12-24", opens_at="10:00", closes_at="12:00"),
        ScheduleException(date="2026-12-25", until="2026-12-26", closed=True),
        ScheduleException(date="2026-12-29", closed=False),
        ScheduleException(date="2026-12-31"),
    )
    kept = Schedule(byday=("MO",), opens_at="09:00", closes_at="15:00", exceptions=days)
    speak(language)
    *week, feast = hours_lines([kept], CHRISTMAS, datetime(2026, 12, 1).date())
    assert feast == FEAST["nb"]
    assert spoken(feast) == FEAST[language]
    assert (
        spoken(week[0])
        == {"nb": week[0], "nn": "måndag kl. 9–15", "en": "Monday 9:00–15:00"}[language]
    )


def test_what_holds_on_every_day_of_a_feast_is_said_once(speak: Speak) -> None:
    closed = (ScheduleException(date="2026-12-24", until="2027-01-01", closed=True),)
    kept = Schedule(byday=("MO",), opens_at="09:00", closes_at="15:00", exceptions=closed)
    speak("en")
    *_week, feast = hours_lines([kept], CHRISTMAS, datetime(2026, 12, 1).date())
    assert (feast, spoken(feast)) == ("Jul: stengt alle dager.", "Christmas: closed every day.")


def test_why_a_sheet_is_void_is_told_in_the_language(speak: Speak) -> None:
    speak("en")
    assert [spoken(one) for one in (HISTORICAL, PAST_TIMES, WITHDRAWN)] == [
        "Historical. Do not use as advice today.",
        "Historical. Do not use the times today.",
        "Withdrawn. Take the poster down.",
    ]


def test_changes_name_records_in_the_language_where_they_are_still_called_so(speak: Speak) -> None:
    records = tuple(
        RecordChange(id=name, kind="guidance", title=title, what="new")
        for name, title in (("gd-a", "Kramper"), ("gd-b", "Sår"))
    )
    came = Changes("national", "Feltperm", 1, 2, "2026-11-22", records)
    known = {"gd-a": Worded("Kramper", {"en": "Seizures"})}

    def title(ref: Ref, seen: str) -> str:
        return known.get(ref.id, seen)

    speak("en")
    shown = listing([came], None, Kept(), in_use=True, titles=title)
    assert [line.title for line in shown.rest] == ["Seizures", "Sår"]


def test_words_without_a_translation_and_plain_ones_stay(speak: Speak) -> None:
    speak("en")
    assert spoken("Ikke bekreftet") == "Ikke bekreftet"  # nobody said it: it is data
    assert spoken(say("Dette er ikke oversatt til {x}", x=WEEKDAYS[0])) == (
        "Dette er ikke oversatt til Monday"
    )
    assert recognised("Hele landet") == "The whole country"
    assert recognised("Varmestua") == "Varmestua"
    assert recognised("") == ""


def test_braces_of_data_are_no_places(speak: Speak) -> None:
    speak("nn")
    assert spoken(say("Fant ikke «{what}».", what="{x} %n & {0}")) == "Fann ikkje «{x} %n & {0}»."


def test_a_condition_is_bokmaal_in_the_terminal_and_spoken_in_the_window(speak: Speak) -> None:
    speak("en")
    condition = NotFound(say("Fant ikke «{name}».", name="x"))
    assert str(condition) == "Fant ikke «x»."
    assert spoken(condition.message) == "Could not find “x”."


def test_labels_and_buttons_say_it_themselves(speak: Speak, qtbot: QtBot) -> None:
    speak("en")
    made, pressed = label(say("Ikke bekreftet")), button(say("Egne oppføringer"))
    qtbot.addWidget(made)
    qtbot.addWidget(pressed)
    assert made.text() == "Not confirmed"
    assert (pressed.text(), pressed.accessibleName()) == ("Own entries", "Own entries")


def test_a_sentence_can_be_stored_as_bokmaal_and_carried_whole(speak: Speak) -> None:
    said = say("Ikke bekreftet etter {date}", date=told_day("2026-11-22"))
    assert msgspec.json.encode([said], enc_hook=plain) == f'["{said}"]'.encode()
    speak("nn")
    for other in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert spoken(other) == "Ikkje stadfesta etter 22. november 2026"
    whole = [Capital(told_day("2026-11-22", "month")), worded({"nb": "Kramper", "nn": "Krampar"})]
    assert msgspec.json.encode(whole, enc_hook=plain) == b'["22. november","Kramper"]'
    for copied in (copy.deepcopy(whole), pickle.loads(pickle.dumps(whole))):
        assert list(map(spoken, copied)) == ["22. november", "Krampar"]


MENUS = {
    "nb": ["&Angre", "&Gjør om", "Klipp &ut", "&Kopier", "&Lim inn", "Slett", "Merk alt"],
    "nn": ["&Angre", "&Gjer om", "Klipp &ut", "&Kopier", "&Lim inn", "Slett", "Merk alt"],
    "en": ["&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"],
}


@pytest.mark.parametrize("language", MENUS)
def test_qts_own_menus_speak_the_language(speak: Speak, qtbot: QtBot, language: Language) -> None:
    speak(language)
    field = QLineEdit("tekst")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert menu is not None
    shown = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert shown == MENUS[language]


@pytest.mark.parametrize(
    ("language", "name", "buttons"),
    [("nb", "Filnavn:", ["Lagre", "Avbryt"]), ("nn", "Filnamn:", ["Lagre", "Avbryt"])],
)
def test_qts_file_dialog_speaks_the_language(
    speak: Speak, qtbot: QtBot, tmp_path: Path, language: Language, name: str, buttons: list[str]
) -> None:
    speak(language)
    dialog = QFileDialog(None, "PDF", str(tmp_path), "PDF (*.pdf)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert name in {one.text().replace("&", "") for one in dialog.findChildren(QLabel)}
    (box,) = dialog.findChildren(QDialogButtonBox)
    assert [made.text().replace("&", "") for made in box.buttons()] == buttons


def test_without_its_files_qt_keeps_to_english_and_we_to_bokmaal(
    speak: Speak, qapp: QApplication, tmp_path: Path
) -> None:
    languages.speak(qapp, "nn", tmp_path)
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Copy"
    assert QCoreApplication.translate("Rail", "Tjenester") == "Tjenester"
