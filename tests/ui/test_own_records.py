"""Own records and notes in the window: written where they are missed, kept, undone, and marked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from feltperm.binder import MAX_NOTE
from feltperm.desk.notes import Notebook
from feltperm.desk.own import Draft, OwnRecords
from feltperm.errors import Condition, DiskFull, NotFound
from feltperm.paths import find_paths
from feltperm.ui.binder.binder_page import BinderPage
from feltperm.ui.binder.own_form import OwnForm
from feltperm.ui.record.note_block import NoteBlock
from feltperm.ui.toolkit.look import Look
from real_window import House, held, opened

Key = Qt.Key
WARNING = "Ikke skriv navn eller opplysninger om pasienter."
UNDO = "Fjernet. Angre (Ctrl+Z)"
PLACE = "national/svc-alesund-varmestua"


def click(house: House, text: str) -> None:
    """Click the one button of this text that is seen."""
    (found,) = [
        one for one in house.shell.findChildren(QPushButton)
        if one.accessibleName() == text and one.isVisible()
    ]  # fmt: skip
    found.click()


def answering(
    house: House, ask: Callable[[], object], *answers: Callable[[OwnForm], object]
) -> None:
    """Do ``ask``, and meet each form that opens with the next of ``answers``."""
    left = list(answers)

    def meet() -> None:
        form = QApplication.activeModalWidget()
        if isinstance(form, OwnForm):
            left.pop(0)(form)
        if left:
            QTimer.singleShot(10, meet)

    QTimer.singleShot(10, meet)
    ask()
    house.driver.wait(lambda: not left and QApplication.activeModalWidget() is None)


def save(**fields: str) -> Callable[[OwnForm], object]:
    def fill(form: OwnForm) -> None:
        for name, text in fields.items():
            field = getattr(form, name)
            (field.setPlainText if hasattr(field, "setPlainText") else field.setText)(text)
        form.save.click()

    return fill


def leave(form: OwnForm) -> None:
    next(one for one in form.findChildren(QPushButton) if one.text() == "Avbryt").click()


def own(house: House) -> list[str]:
    kept = house.desk(lambda desk: desk.own.list())  # type: ignore[attr-defined]
    return [one.title["nb"] for one in kept]  # type: ignore[attr-defined]


def notes(house: House) -> list[str]:
    kept = house.desk(lambda desk: desk.notes.list())  # type: ignore[attr-defined]
    return [one.text for one in kept]  # type: ignore[attr-defined]


def block(house: House) -> NoteBlock:
    """The note of the open record; older ones are on their way out."""
    return next(one for one in house.search.detail().findChildren(NoteBlock) if one.isVisible())


def show_own(house: House) -> BinderPage:
    house.shell.go("binder")
    page = house.shell.pages.binder()
    page.tabs.setCurrentWidget(page.own)
    house.desk(lambda _desk: None)
    return page


def labels(house: House) -> list[str]:
    return [one.text() for one in house.search.detail().findChildren(QLabel) if one.isVisible()]


# --- own records --------------------------------------------------------------------------------


def test_what_is_not_found_is_written_in_with_the_words_typed(house: House) -> None:
    house.find("zzgatehjelpa")
    titles: list[str] = []

    def fill(form: OwnForm) -> None:
        titles.append(form.name.text())
        save(summary="Suppe og såper", phone="+47 915 08 588", municipality="Ørland")(form)

    answering(house, lambda: click(house, "Legg inn selv"), fill)
    house.driver.wait(lambda: house.search.detail().ref() == "local/eget-zzgatehjelpa")
    assert titles == ["zzgatehjelpa"]
    house.driver.wait(lambda: house.search.results.rows.rowCount() == 1)
    row = house.search.results.rows.row(house.search.results.rows.index(0))
    assert row is not None
    assert (row.ref, row.chips[0].text) == ("local/eget-zzgatehjelpa", "Egen oppføring")
    assert {"Egen oppføring", "915 08 588"} <= set(labels(house))


def test_hours_in_words_are_stated_and_the_list_does_not_deny_it(house: House) -> None:
    for title, hours in (("Zzkaffe", "hver kveld"), ("Zzsuppe", "")):
        made = Draft(title=title, hours=hours)
        house.desk(lambda desk, made=made: desk.own.add(made))  # type: ignore[attr-defined,misc]
    house.context.renew_content()
    for title, said in (("zzkaffe", "Se åpningstid"), ("zzsuppe", "Åpningstid ikke oppgitt")):
        house.find(title)
        house.driver.wait(lambda: house.search.results.rows.rowCount() == 1)
        row = house.search.results.rows.row(house.search.results.rows.index(0))
        assert row is not None
        assert said in [one.text for one in row.chips]
        house.field.clear()


def test_the_municipality_that_lacks_content_offers_the_form(house: House) -> None:
    house.desk(lambda desk: desk.remember_municipality("4636"))  # type: ignore[attr-defined]
    house.search.filters.set_municipality("4636")
    house.search.search("")
    house.driver.wait(
        lambda: any("lokalt innhold" in one.text() for one in house.search.findChildren(QLabel))
    )
    places: list[str] = []

    def look(form: OwnForm) -> None:
        places.append(form.municipality.text())
        form.reject()

    answering(house, lambda: click(house, "Legg inn lokalt sted"), look)
    assert places == ["Solund"]
    assert own(house) == []


def test_what_cannot_be_kept_stays_in_the_form_under_the_reason(house: House) -> None:
    said: list[str] = []

    def mend(form: OwnForm) -> None:
        said.extend(one.text() for one in form.findChildren(QLabel) if one.isVisible())
        assert form.name.text() == "Varmestua"
        save(phone="22 40 00 40")(form)

    answering(
        house,
        lambda: house.context.reports.own_wanted.emit(""),
        save(name="Varmestua", phone="spør Nina"),
        mend,
    )
    assert "Telefonnummeret kan ikke ringes. Skriv ett nummer, med bare tall." in said
    assert WARNING in said
    assert own(house) == ["Varmestua"]


def test_the_field_that_is_wrong_has_the_keyboard_and_says_why(house: House) -> None:
    seen: list[tuple[bool, str]] = []

    def look(form: OwnForm) -> None:
        house.driver.settle()
        seen.append((form.phone.hasFocus(), form.phone.accessibleDescription()))
        save(phone="22 40 00 40")(form)

    ask = lambda: house.context.reports.own_wanted.emit("")  # noqa: E731
    answering(house, ask, save(name="Varmestua", phone="spør Nina"), look)
    reason = "Telefonnummeret kan ikke ringes. Skriv ett nummer, med bare tall."
    assert seen == [(True, f"{reason} {WARNING}")]


@pytest.mark.parametrize("condition", [DiskFull("Disken er full."), NotFound("Fant ikke «x».")])
def test_what_cannot_be_kept_now_is_still_in_the_form(
    house: House, monkeypatch: pytest.MonkeyPatch, condition: Condition
) -> None:
    def refuse(*_: object) -> None:
        raise condition

    titles: list[str] = []

    def again(form: OwnForm) -> None:
        monkeypatch.undo()
        titles.append(form.name.text())
        save(summary="Suppe")(form)

    monkeypatch.setattr(OwnRecords, "add", refuse)
    ask = lambda: house.context.reports.own_wanted.emit("")  # noqa: E731
    answering(house, ask, save(name="Varmestua"), again)
    assert titles == ["Varmestua"]
    assert own(house) == ["Varmestua"]


def test_escape_does_not_lose_what_was_typed_and_cancel_asks_nothing(house: House) -> None:
    said: list[str] = []

    def escape(form: OwnForm) -> None:
        form.summary.setPlainText("Suppe")
        QTest.keyClick(form, Key.Key_Escape)
        said.extend(one.text() for one in form.findChildren(QLabel) if one.isVisible())
        assert form.isVisible()
        form.summary.setPlainText("Suppe og såper")  # other words: they are asked for again
        QTest.keyClick(form, Key.Key_Escape)
        assert form.isVisible()
        QTest.keyClick(form, Key.Key_Escape)

    answering(house, lambda: house.context.reports.own_wanted.emit("Varmestua"), escape)
    assert "Det du har skrevet, er ikke lagret. Velg Lagre eller Avbryt." in said

    def cancel(form: OwnForm) -> None:
        form.summary.setPlainText("Suppe")
        leave(form)

    answering(house, lambda: house.context.reports.own_wanted.emit("Varmestua"), cancel)
    assert own(house) == []


def test_without_a_name_it_cannot_be_saved(house: House) -> None:
    states: list[bool] = []

    def look(form: OwnForm) -> None:
        states.append(form.save.isEnabled())
        form.name.setText("V")
        states.append(form.save.isEnabled())
        leave(form)

    answering(house, lambda: house.context.reports.own_wanted.emit(""), look)
    assert states == [False, True]


def test_own_records_are_listed_changed_removed_and_put_back(house: House) -> None:
    house.desk(lambda desk: desk.own.add(Draft(title="Varmestua", address="Kaia 3")))  # type: ignore[attr-defined]
    page = show_own(house)
    house.driver.wait(lambda: page.own.records.count() == 1)
    assert page.tabs.tabText(page.tabs.indexOf(page.own)) == "Egne oppføringer (1)"
    assert page.own.records.item(0).text() == "Varmestua\nKaia 3"
    answering(house, lambda: click(house, "Endre …"), save(name="Varmestua ved kaia"))
    house.driver.wait(lambda: house.search.detail().ref() == "local/eget-varmestua")
    assert "Varmestua ved kaia" in labels(house)
    page = show_own(house)
    page.own.records.setFocus()
    house.keys(Key.Key_Delete)
    house.driver.wait(lambda: page.own.records.count() == 0)
    assert house.shell.strip.text() == UNDO
    assert own(house) == []
    house.driver.wait(lambda: house.search.detail().ref() == "")
    house.control(Key.Key_Z)
    house.driver.wait(lambda: page.own.records.count() == 1)
    assert own(house) == ["Varmestua ved kaia"]
    page.own.records.setFocus()
    house.keys(Key.Key_Return)
    house.driver.wait(lambda: house.search.detail().ref() == "local/eget-varmestua")


def test_the_page_of_an_own_record_leads_to_its_form_and_others_do_not(house: House) -> None:
    house.read(PLACE)
    assert not [
        one for one in house.search.detail().findChildren(QPushButton)
        if one.accessibleName() == "Endre …" and one.isVisible()
    ]  # fmt: skip
    answering(house, lambda: house.context.reports.own_wanted.emit("Varmestua vår"), save())
    house.driver.wait(lambda: house.search.detail().ref() == "local/eget-varmestua-var")
    answering(house, lambda: click(house, "Endre …"), save(note="Ring på baksida"))
    house.driver.wait(lambda: "Til kolleger: Ring på baksida" in labels(house))


def test_own_records_are_there_at_the_next_start(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path / "profile") as house:
        house.skip_first_start()
        answering(house, lambda: house.context.reports.own_wanted.emit("Zzstua"), save())
        house.driver.wait(lambda: house.search.detail().ref() == "local/eget-zzstua")
    with opened(tmp_path / "profile") as again:
        again.skip_first_start()
        again.find("zzstua")
        again.driver.wait(lambda: again.search.results.rows.rowCount() == 1)


def test_a_copy_of_the_binder_brings_its_own_records_into_the_content(
    tmp_path: Path, qapp: QApplication
) -> None:
    profile = tmp_path / "profile"
    with opened(profile) as house:
        house.skip_first_start()
        house.desk(lambda desk: desk.own.add(Draft(title="Zzstua")))  # type: ignore[attr-defined]
    lose_the_binder(profile)
    with opened(profile) as house:
        fetch_the_copy(house)
        house.find("zzstua")
        house.driver.wait(lambda: house.search.results.rows.rowCount() == 1)


def lose_the_binder(profile: Path) -> None:
    with opened(profile):
        pass  # makes the copy
    find_paths(profile).binder.write_bytes(b"no binder" * 1000)


def fetch_the_copy(house: House) -> None:
    buttons = (one.text() for one in house.shell.strip.findChildren(QPushButton))
    click(house, next(text for text in buttons if text.startswith("Hent kopi")))
    house.driver.wait(lambda: house.shell.strip.text() == "Kopien er hentet.")


# --- notes --------------------------------------------------------------------------------------


def test_the_open_page_shows_the_note_of_a_copy_that_was_fetched(
    tmp_path: Path, qapp: QApplication
) -> None:
    profile = tmp_path / "profile"
    with opened(profile) as house:
        house.skip_first_start()
        house.desk(lambda desk: desk.notes.write(PLACE, "Under matta"))  # type: ignore[attr-defined]
    lose_the_binder(profile)
    with opened(profile) as house:
        house.skip_first_start()
        house.read(PLACE)
        assert block(house).field.toPlainText() == ""
        fetch_the_copy(house)
        house.driver.wait(lambda: block(house).field.toPlainText() == "Under matta")


def test_a_note_is_kept_when_the_field_is_left_and_found_by_search(house: House) -> None:
    house.read(PLACE)
    note = block(house)
    assert not note.field.isVisible()
    note.begin.click()
    house.keys("Zznøkkelen ligger under matta")
    assert WARNING in labels(house)
    house.control(Key.Key_K)
    house.driver.wait(lambda: notes(house) == ["Zznøkkelen ligger under matta"])
    house.find("zznøkkelen")
    house.driver.wait(lambda: house.search.results.rows.rowCount() == 1)
    row = house.search.results.rows.row(house.search.results.rows.index(0))
    assert row is not None
    assert (row.ref, row.reason) == (PLACE, "Eget notat")
    assert [row.snippet[slice(*mark)] for mark in row.marks] == ["Zznøkkelen"]


def test_control_enter_keeps_and_a_plain_enter_is_a_new_line(house: House) -> None:
    house.read(PLACE)
    block(house).begin.click()
    house.keys("a")
    house.keys(Key.Key_Return)
    house.keys("b")
    assert notes(house) == []
    house.control(Key.Key_Return)
    house.driver.wait(lambda: notes(house) == ["a\nb"])
    assert block(house).field.hasFocus()


def test_a_pause_keeps_what_was_typed_and_the_cursor_where_it_is(house: House) -> None:
    house.read(PLACE)
    note = block(house)
    note.begin.click()
    house.keys("Under matta ")
    assert notes(house) == []
    note.pause.timeout.emit()  # as after a while without another key
    house.driver.wait(lambda: notes(house) == ["Under matta"])
    house.driver.settle()
    house.keys("til høyre")
    assert note.field.toPlainText() == "Under matta til høyre"
    note.field.selectAll()
    house.keys(Key.Key_Delete)
    note.pause.timeout.emit()
    assert notes(house) == ["Under matta"], "an emptied field is not left yet"


def test_several_saves_in_a_row_keep_the_last_alone(house: House) -> None:
    house.read(PLACE)
    note = block(house)
    note.begin.click()
    with held(house.window.desk):
        for words in ("en", "to", "tre"):
            note.field.selectAll()
            note.field.insertPlainText(words)
            note.pause.timeout.emit()
    house.driver.wait(lambda: notes(house) == ["tre"])


def test_a_note_from_another_window_is_kept_beside_what_is_typed(house: House) -> None:
    house.read(PLACE)
    note = block(house)
    note.begin.click()
    house.keys("Min")
    house.desk(lambda desk: desk.notes.write(PLACE, "Fra den andre"))  # type: ignore[attr-defined]
    house.control(Key.Key_K)
    house.driver.wait(lambda: notes(house) == ["Min\n\nFra den andre"])
    house.driver.wait(lambda: note.field.toPlainText() == "Min\n\nFra den andre")


def test_what_could_not_be_kept_waits_for_its_page(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull("Disken er full.")

    house.read(PLACE)
    block(house).begin.click()
    house.keys("Under matta")
    monkeypatch.setattr(Notebook, "write", refuse)
    house.read("national/svc-113")
    house.driver.wait(lambda: house.shell.strip.text() == "Disken er full.")
    monkeypatch.undo()
    house.read(PLACE)
    assert block(house).field.toPlainText() == "Under matta"
    house.read("national/svc-113")
    house.driver.wait(lambda: notes(house) == ["Under matta"])


def test_the_field_of_a_new_note_comes_into_sight(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path / "profile", look=Look("light", 200)) as house:
        house.skip_first_start()
        house.read("national/gd-overdose")
        house.search.read()
        house.driver.settle()
        note = block(house)
        note.begin.click()
        house.driver.settle()
        assert not note.field.visibleRegion().isEmpty()
        assert note.field.visibleRegion().boundingRect().height() == note.field.height()


def test_another_record_or_the_end_keeps_what_was_typed(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path / "profile") as house:
        house.skip_first_start()
        house.read(PLACE)
        block(house).begin.click()
        house.keys("første")
        house.read("national/svc-113")
        assert block(house).field.toPlainText() == ""
        block(house).begin.click()
        house.keys("andre")
    with opened(tmp_path / "profile") as again:
        again.skip_first_start()
        assert sorted(notes(again)) == ["andre", "første"]
        again.read(PLACE)
        assert block(again).field.toPlainText() == "første"


def test_a_removed_note_comes_back_to_the_page(house: House) -> None:
    house.desk(lambda desk: desk.notes.write(PLACE, "Under matta"))  # type: ignore[attr-defined]
    house.read(PLACE)
    block(house).remove.click()
    house.driver.wait(lambda: notes(house) == [])
    assert house.shell.strip.text() == UNDO
    house.driver.wait(lambda: not block(house).field.isVisible())
    house.control(Key.Key_Z)
    house.driver.wait(lambda: notes(house) == ["Under matta"])
    house.driver.wait(lambda: block(house).field.toPlainText() == "Under matta")


def test_a_note_that_is_emptied_is_removed_and_can_come_back(house: House) -> None:
    house.desk(lambda desk: desk.notes.write(PLACE, "Under matta"))  # type: ignore[attr-defined]
    house.read(PLACE)
    field = block(house).field
    field.setFocus()
    field.selectAll()
    house.keys(Key.Key_Delete)
    house.control(Key.Key_K)
    house.driver.wait(lambda: notes(house) == [])
    assert house.shell.strip.text() == UNDO


def test_a_note_that_is_too_long_stays_in_the_field_and_is_told(house: House) -> None:
    house.read(PLACE)
    note = block(house)
    note.write()
    note.field.setPlainText("x" * (MAX_NOTE + 1))
    note.field.document().setModified(True)
    house.control(Key.Key_K)
    house.driver.wait(lambda: "Notatet er for langt" in house.shell.strip.text())
    assert notes(house) == []
    assert len(block(house).field.toPlainText()) == MAX_NOTE + 1
    note.field.setFocus()
    for _ in range(10):  # one of them is too many; leaving the field tries again
        house.keys(Key.Key_Delete)
    house.control(Key.Key_K)
    house.driver.wait(lambda: [len(text) for text in notes(house)] == [MAX_NOTE - 9])


def test_a_note_stands_below_what_to_do_and_above_how_to_reach_a_place(house: House) -> None:
    for ref, above in (("national/gd-overdose", True), ("national/svc-116117", False)):
        house.desk(lambda desk, ref=ref: desk.notes.write(ref, "Eget"))  # type: ignore[attr-defined,misc]
        house.read(ref)
        house.driver.settle()
        top = block(house).mapTo(house.search.detail().widget(), block(house).rect().topLeft()).y()
        numbers = [
            one.mapTo(house.search.detail().widget(), one.rect().topLeft()).y()
            for one in house.search.detail().findChildren(QLabel)
            if one.isVisible() and one.property("look") in ("numeral", "phone")
        ]
        assert numbers
        assert all(number < top for number in numbers) == above


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_form_fits_a_laptop_with_its_buttons_in_sight(
    tmp_path: Path, qapp: QApplication, scale: float
) -> None:
    with opened(tmp_path / "profile", look=Look("light", round(scale * 100))) as house:
        house.skip_first_start()
        seen: list[bool] = []

        def look(form: OwnForm) -> None:
            QApplication.processEvents()
            inside = form.rect().contains(form.save.geometry().translated(
                form.save.parentWidget().mapTo(form, form.save.parentWidget().rect().topLeft())
            ))  # fmt: skip
            seen.append(inside and form.height() <= house.shell.height())
            form.reject()

        answering(house, lambda: house.context.reports.own_wanted.emit(""), look)
        assert seen == [True]
