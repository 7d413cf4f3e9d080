"""The window as a whole: keys, undo, what it remembers, and the card over everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from feltperm.binder import Site
from feltperm.desk.desk import Desk
from feltperm.errors import Condition, ContentDamaged
from feltperm.paths import find_paths
from feltperm.ui.application import Parts
from feltperm.ui.binder.site_dialog import SiteDialog
from feltperm.ui.crash import CrashDialog
from feltperm.ui.first_start import FirstStart
from feltperm.ui.posters.print_dialog import PrintDialog
from real_window import House, opened

Key = Qt.Key
SITE = Site(name="Feltstasjonen", address="Eksempelgata 1", phone="73 00 00 00", is_default=True)


def favourites(house: House) -> set[str]:
    return house.desk(lambda desk: desk.keep.refs())  # type: ignore[attr-defined, return-value]


def sites(house: House) -> list[str]:
    names = house.desk(lambda desk: [site.name for site in desk.keep.sites()])  # type: ignore[attr-defined]
    return list(names)  # type: ignore[call-overload]


def show_binder(house: House, tab: int) -> None:
    house.shell.go("binder")
    house.shell.pages.binder().tabs.setCurrentIndex(tab)
    house.driver.settle()


# --- the first question -------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["osl", ""], ids=["answered", "left out"])
def test_the_first_question_is_asked_once(tmp_path: Path, qapp: QApplication, answer: str) -> None:
    with opened(tmp_path) as house:
        assert isinstance(house.page, FirstStart)
        if answer:
            house.keys(answer, Key.Key_Return)
        else:
            house.page.skip.click()
        house.driver.wait(lambda: house.page is house.search)
        assert house.field.hasFocus()
    with opened(tmp_path) as house:
        assert house.page is house.search
        assert house.search.filters.municipality == ("0301" if answer else "")


def test_what_is_typed_before_the_content_is_there_is_answered(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path / "p") as house:
        house.skip_first_start()
    with opened(tmp_path / "p", wait=False) as house:
        house.driver.type(house.field, "nalokson")
        house.driver.wait(lambda: "«nalokson»" in house.search.count.text())


# --- keys ---------------------------------------------------------------------------------------


def test_ctrl_k_comes_back_to_the_search_from_anywhere(house: House) -> None:
    house.find("nalokson")
    show_binder(house, 2)
    house.shell.pages.binder().sites.setFocus()
    house.control(Key.Key_K)
    assert house.field.hasFocus()
    assert house.field.selectedText() == "nalokson"
    house.keys("sår")
    assert house.page is house.search
    assert house.field.text() == "sår"


def test_typing_keeps_the_keyboard_also_after_a_record_was_read(house: House) -> None:
    house.find("nalokson")
    house.keys(Key.Key_Return, Key.Key_Return)
    house.driver.wait(house.search.detail().hasFocus)
    house.control(Key.Key_K)
    house.keys("sår")
    assert house.field.text() == "sår"
    assert house.field.hasFocus()


def test_escape_leads_back_from_the_record_to_the_list(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path, size=(720, 700)) as house:  # one pane at a time
        house.skip_first_start()
        house.find("nalokson")
        house.keys(Key.Key_Return, Key.Key_Return)
        house.driver.wait(house.search.detail().hasFocus)
        assert not house.search.results.isVisible()
        house.keys(Key.Key_Escape)
        assert house.search.results.isVisible()
        assert house.search.results.hasFocus()
        assert not house.search.detail().isVisible()


def test_each_page_has_its_number(house: House) -> None:
    pages, filters = house.shell.pages, house.search.filters
    for key, shown in (
        (Key.Key_4, pages.studio),
        (Key.Key_5, pages.binder),
        (Key.Key_6, pages.crisis),
        (Key.Key_2, lambda: filters.kind_name() == "services" and house.search),
        (Key.Key_3, lambda: filters.kind_name() == "guidance" and house.search),
        (Key.Key_4, pages.studio),
        (Key.Key_1, lambda: house.search),
    ):
        house.keys(key, modifier=Qt.KeyboardModifier.AltModifier)
        house.driver.wait(lambda shown=shown: house.page is shown())  # type: ignore[misc]


@pytest.mark.parametrize("keyboard", ["in the field", "in the list"])
def test_ctrl_d_stars_what_is_open_and_ctrl_z_takes_it_back(house: House, keyboard: str) -> None:
    house.find("nalokson")
    house.keys(Key.Key_Return)
    house.driver.wait(lambda: house.search.detail().page is not None)
    ref = house.search.current()
    house.control(Key.Key_D)
    house.driver.wait(lambda: house.search.results.current_row().starred)  # type: ignore[union-attr]
    assert favourites(house) == {ref}
    house.control(Key.Key_D)
    house.driver.wait(lambda: house.shell.strip.text() == "Fjernet. Angre (Ctrl+Z)")
    assert favourites(house) == set()
    assert not house.search.results.current_row().starred  # type: ignore[union-attr]
    place = house.field if keyboard == "in the field" else house.search.results
    place.setFocus()
    house.control(Key.Key_Z)
    house.driver.wait(lambda: house.search.results.current_row().starred)  # type: ignore[union-attr]
    assert place.hasFocus()
    assert favourites(house) == {ref}
    assert house.shell.strip.text() == ""
    assert house.field.text() == "nalokson"


def test_ctrl_d_on_another_page_changes_nothing(house: House) -> None:
    house.read("national/svc-113")
    show_binder(house, 2)
    house.control(Key.Key_D)
    assert favourites(house) == set()


def test_a_star_taken_away_in_min_perm_comes_back(house: House) -> None:
    house.desk(lambda desk: [desk.keep.star(f"national/svc-{n}") for n in ("113", "116117")])  # type: ignore[attr-defined]
    show_binder(house, 0)
    binder = house.shell.pages.binder()
    house.driver.wait(lambda: binder.favourites.rows.rowCount() == 2)
    order = [binder.favourites.rows.row(binder.favourites.rows.index(n)) for n in range(2)]
    binder.favourites.setFocus()
    binder.favourites.step(1)
    house.keys(Key.Key_Delete)
    house.driver.wait(lambda: binder.favourites.rows.rowCount() == 1)
    assert binder.tabs.tabText(0) == "Favoritter (1)"
    house.control(Key.Key_Z)
    house.driver.wait(lambda: binder.favourites.rows.rowCount() == 2)
    again = [binder.favourites.rows.row(binder.favourites.rows.index(n)) for n in range(2)]
    assert [row.ref for row in again if row] == [row.ref for row in order if row]


def test_a_removed_site_comes_back_whole(house: House) -> None:
    house.desk(lambda desk: desk.keep.add_site(SITE))  # type: ignore[attr-defined]
    show_binder(house, 2)
    binder = house.shell.pages.binder()
    house.driver.wait(lambda: binder.sites.count() == 1)
    binder.sites.setFocus()
    binder.sites.setCurrentRow(0)
    house.keys(Key.Key_Delete)
    house.driver.wait(lambda: binder.sites.count() == 0)
    assert house.shell.strip.text() == "Fjernet. Angre (Ctrl+Z)"
    house.control(Key.Key_Z)
    house.driver.wait(lambda: binder.sites.count() == 1)
    kept = house.desk(lambda desk: desk.keep.sites())  # type: ignore[attr-defined]
    assert kept == (SITE,)


def test_a_pasted_document_leaves_the_page_as_it_is(house: House) -> None:
    house.find("sår")
    before = house.search.count.height()
    QGuiApplication.clipboard().setText("sår\nog feber\t" * 10_000)
    house.field.selectAll()
    house.control(Key.Key_V)
    house.driver.wait(lambda: "…" in house.search.count.text())
    assert house.search.count.height() <= 2 * before
    assert house.search.results.height() > 300


# --- F2 over everything -------------------------------------------------------------------------


def card_over(house: House) -> Callable[[QWidget], None]:
    """Return what is done in a dialog: F2, and Escape brings the dialog back."""

    def act(dialog: QWidget) -> None:
        house.keys(Key.Key_F2)
        card = house.shell.emergency()
        assert card is not None
        house.driver.wait(card.isVisible)
        assert QApplication.activeModalWidget() is card
        house.keys(Key.Key_Escape)
        house.driver.wait(lambda: not card.isVisible())
        assert dialog.isVisible(), "the dialog is still there, as it was"
        assert QApplication.activeModalWidget() is dialog
        dialog.close()

    return act


def test_f2_opens_the_card_over_the_form_for_a_site(house: House) -> None:
    house.shell.go("binder")
    house.driver.in_dialog(
        lambda dialog: (check(dialog, SiteDialog), card_over(house)(dialog))[1],
        house.shell.pages.binder().new_site,
    )


def test_f2_opens_the_card_over_the_print_dialog(house: House) -> None:
    house.shell.open_poster("national/ps-overdose")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.sheet is not None)
    house.driver.in_dialog(
        lambda dialog: (check(dialog, PrintDialog), card_over(house)(dialog))[1],
        studio.print_poster,
    )


def test_f2_opens_the_card_over_a_crash_report(house: House) -> None:
    dialog = CrashDialog(ValueError("x"), ("feltperm",), house.shell)
    house.driver.in_dialog(card_over(house), lambda: house.context.ask(dialog))


def test_f2_in_the_municipality_popup_opens_the_card(house: House) -> None:
    chips = house.search.filters.findChildren(QPushButton)
    next(chip for chip in chips if chip.text() == "Alle kommuner").click()
    house.driver.settle()
    house.keys(Key.Key_F2)
    card = house.shell.emergency()
    assert card is not None
    house.driver.wait(card.isVisible)
    house.keys(Key.Key_F2)
    assert not card.isVisible()


def check(dialog: QWidget, kind: type[QWidget]) -> None:
    assert isinstance(dialog, kind)


def test_f2_works_before_the_content_is_there_and_on_the_first_question(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path, wait=False) as house:
        house.driver.wait(house.shell.isActiveWindow)
        house.keys(Key.Key_F2)
        card = house.shell.emergency()
        assert card is not None
        assert card.isVisible()
        house.keys(Key.Key_Escape)
        assert not card.isVisible()
        house.driver.wait(lambda: isinstance(house.page, FirstStart))
        house.keys(Key.Key_F2)
        assert card.isVisible()


# --- what the window remembers ------------------------------------------------------------------


def test_place_and_panes_are_remembered(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path, size=(720, 560)) as house:  # as large as the screen of the tests takes
        house.skip_first_start()
        house.shell.move(20, 30)
        house.driver.settle()
        place = house.shell.geometry()
    with opened(tmp_path, size=None) as house:
        assert house.shell.geometry() == place
    with opened(tmp_path) as house:
        house.search.splitter.setSizes([620, 540])
        house.driver.settle()
        panes = house.search.splitter.sizes()
    with opened(tmp_path) as house:
        assert house.search.splitter.sizes() == pytest.approx(panes, abs=3)


@pytest.mark.parametrize(
    "state",
    [
        b"\xff\xfe\x00garbage",
        b"[window]\ngeometry=hello\n[search]\nsplitter=5\n",
        b"[window]\ngeometry=@ByteArray(zzzz)\n[search]\nsplitter=@ByteArray(\\0\\0\\0\\xff)\n",
        b"[window]\ngeometry=@Variant(\\0\\0\\0\\x7f)\n",
        b"[window\ngeometry=@Size(1 1)\n[search]\nsplitter=@Invalid()\n",
        b"[window]\ngeometry=a, b, c\n",
        b"",
    ],
    ids=["binary", "words", "bytes", "variant", "types", "list", "empty"],
)
@pytest.mark.qt_log_ignore("QVariant|QMetaType|QDataStream", extend=True)
def test_a_broken_state_file_is_ignored(tmp_path: Path, qapp: QApplication, state: bytes) -> None:
    file = find_paths(tmp_path).window_state
    file.parent.mkdir(parents=True)
    file.write_bytes(state)
    with opened(tmp_path, size=None) as house:
        house.skip_first_start()
        assert house.shell.width() >= 600
        house.find("nalokson")
        assert house.search.results.isVisible()
        assert house.search.results.width() > 200


def test_a_state_file_that_cannot_be_written_is_no_reason_to_fail(
    tmp_path: Path, qapp: QApplication
) -> None:
    find_paths(tmp_path).window_state.mkdir(parents=True)
    with opened(tmp_path) as house:
        house.skip_first_start()


# --- conditions ---------------------------------------------------------------------------------


def test_content_that_cannot_be_shown_leaves_search_field_and_card(
    tmp_path: Path, qapp: QApplication
) -> None:
    def refuse(_progress: object) -> object:
        raise ContentDamaged("Innholdet er skadet og kan ikke vises.", "detail")

    with opened(
        tmp_path,
        wait=False,
        changed=lambda parts: parts._replace(open_desk=refuse),  # type: ignore[arg-type]
    ) as house:
        house.driver.wait(lambda: house.shell.strip.text())
        assert house.shell.strip.text() == "Innholdet er skadet og kan ikke vises."
        house.keys("sår", Key.Key_F2)
        card = house.shell.emergency()
        assert card is not None
        assert card.isVisible()


def test_progress_of_a_library_that_must_be_built_is_shown_and_goes_away(
    tmp_path: Path, qapp: QApplication
) -> None:
    shares: list[str] = []

    def slow(parts: object) -> object:
        first = parts.open_desk  # type: ignore[attr-defined]

        def open_desk(progress: Callable[[float], None]) -> object:
            for share in (0.0, 0.37, 1.0):
                progress(share)
            return first(progress)

        return parts._replace(open_desk=open_desk)  # type: ignore[type-var]

    with opened(tmp_path / "p", wait=False, changed=slow) as house:  # type: ignore[arg-type]
        house.window._progress.moved.connect(lambda _s: shares.append(house.shell.strip.text()))
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
        assert "Gjør søket klart … 37 %. Akuttkortet (F2) virker nå." in shares
        assert house.shell.strip.text() == ""


def damage_once(house: House) -> str:
    """Let the desk meet damage; return the library in which the question was answered then."""
    failures: list[bool] = []

    def work(desk: object) -> str:
        if not failures:
            failures.append(True)
            raise ContentDamaged("skadet", "found by a test")
        return str(desk.opened.path)  # type: ignore[attr-defined]

    return str(house.desk(work))


def test_damage_met_deep_in_the_library_is_mended_and_the_question_answered(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        path = damage_once(house)
        assert str(find_paths(tmp_path).cache) in path, "a sound library was built"
        house.find("nalokson")
        assert house.search.results.rows.rowCount() > 0


def test_mended_content_is_told_of_and_its_progress_goes_away(
    tmp_path: Path, qapp: QApplication
) -> None:
    told = "Søkedataene kan ikke lagres her. Oppstarten tar litt lenger tid."
    shares: list[str] = []

    def mending(parts: Parts) -> Parts:
        def reopen(desk: Desk, found: Condition, progress: Callable[[float], None]) -> Desk | None:
            progress(0.999)  # whatever was told of it last, it ends when the desk is there
            mended = parts.reopen_desk(desk, found, lambda _share: None)
            if mended is not None:
                mended.notices = ((told, "detail"),)
            return mended

        return parts._replace(reopen_desk=reopen)

    with opened(tmp_path, changed=mending) as house:
        house.skip_first_start()
        house.window._progress.moved.connect(lambda _s: shares.append(house.shell.strip.text()))
        house.find("sår")
        house.search.results.step(2)
        marked = house.search.results.current_ref()
        damage_once(house)
        house.driver.wait(lambda: house.shell.strip.text() == told)
        assert shares == ["Gjør søket klart … 100 %. Akuttkortet (F2) virker nå."]
        house.shell.strip.close_message()
        assert house.shell.strip.text() == ""
        assert not house.shell.strip.isVisible()
        house.desk(lambda _desk: None)
        assert house.search.results.current_ref() == marked != "", "the list stays as it is"
        assert house.page is house.search


def test_the_window_carries_the_programs_sign(house: House) -> None:
    icon = house.window.app.windowIcon()
    assert not icon.isNull()
    picture = icon.pixmap(32, 32).toImage()
    assert picture.width() == 32
    colours = {picture.pixel(x, y) for x in range(32) for y in range(32)}
    assert len(colours) > 2, "something is drawn"
