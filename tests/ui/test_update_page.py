"""«Oppdatering» in the real window: what it shows, and what its buttons do (SCREENS 2.11)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fake_supply import (
    ADDED,
    GONE,
    HOURS,
    KNOWN,
    NO_NETWORK,
    NOW,
    PHONE,
    PORTAL,
    SOURCE,
    UNTRUSTED,
    FakeSupply,
    changes,
    newer_stick,
    one_part,
    overview,
    plan,
    ready,
    state_of,
)
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from feltperm.desk.sticks.relay import Comparison
from feltperm.errors import DiskFull, NotFound
from feltperm.packs.changes import FieldChange, RecordChange
from feltperm.packs.schedule import CheckState
from feltperm.ui.application import Parts
from feltperm.ui.toolkit.look import Look
from feltperm.ui.updates.source_dialog import SourceDialog
from feltperm.ui.updates.stick_dialog import StickDialog
from feltperm.ui.updates.update_page import UpdatePage
from feltperm.ui.updates.updating import Updating
from real_window import House, opened

Key = Qt.Key
CUT_OFF = "Oppdateringen ble avbrutt. Innholdet fra 15. november er i bruk, og ingenting er tapt."


@dataclass
class Desk:
    """The window with a supply that does what a test says."""

    house: House
    supply: FakeSupply

    @property
    def updating(self) -> Updating:
        return self.house.window.updating()

    @property
    def page(self) -> UpdatePage:
        return self.house.shell.pages.update_page()

    def phase(self) -> str:
        return self.updating.course.situation.phase

    def until(self, phase: str) -> None:
        self.house.driver.wait(lambda: self.phase() == phase)

    def show(self) -> UpdatePage:
        """Open the page from the navigation and wait until it is filled."""
        named(self.house.shell.rail, "Oppdatering").click()
        self.house.driver.wait(lambda: self.updating.overview is not None)
        self.settle()
        return self.page

    def refresh(self) -> None:
        self.updating.refresh()
        self.settle()

    def settle(self) -> None:
        """Wait until both lanes have answered all that was asked of them."""
        for _ in range(2):
            for lane in (self.house.window.updates, self.house.window.desk):
                done: list[object] = []
                lane.run(lambda _tool: "", done.append, done.append)  # type: ignore[attr-defined]
                self.house.driver.wait(lambda done=done: done)  # type: ignore[misc]

    def offered(self, *plans: object) -> None:
        self.supply.updates.plans = plans or (plan(),)  # type: ignore[assignment]
        self.page.content.check.click()
        self.until("offered")


def supplied(supply: FakeSupply) -> Callable[[Parts], Parts]:
    def changed(parts: Parts) -> Parts:
        return parts._replace(open_updates=lambda: supply, check_state=CheckState, now=lambda: NOW)

    return changed


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    supply = FakeSupply()
    with opened(tmp_path / "profile", changed=supplied(supply)) as house:
        house.skip_first_start()
        house.desk(lambda desk: desk.remember_municipality("4601"))  # type: ignore[attr-defined]
        yield Desk(house, supply)
        if supply.updates.gate is not None:
            supply.updates.gate.set()


def named(root: QWidget, name: str) -> QPushButton:
    buttons = root.findChildren(QPushButton)
    return next(made for made in buttons if made.accessibleName() == name)


def seen(root: QWidget) -> str:
    """All words of a widget that can be seen."""
    made = root.findChildren(QLabel)
    return "\n".join(one.text() for one in made if one.isVisibleTo(root) and one.text())


def ways(root: QWidget) -> list[str]:
    """The buttons that can be seen, by what a screen reader says."""
    made = root.findChildren(QPushButton)
    return [one.accessibleName() for one in made if one.isVisibleTo(root)]


# --- what is in use -----------------------------------------------------------------------------


def test_each_pack_stands_with_its_date_count_sender_and_age(desk: Desk) -> None:
    local = state_of(
        pack="trondheim", name="Trondheim kommune", count=1, published="2026-04-20", previous=""
    )
    desk.supply.updates.shown = overview(packs=(state_of(), local))
    words = seen(desk.show().content)
    national = ("Nasjonalt innhold", "1\xa0212 oppføringer", "Testutgiver", "15.11.2026", "7 dager")
    trondheim = ("Trondheim kommune", "1 oppføring ", "20.04.2026", "7 måneder")
    for part in (*national, *trondheim):
        assert part in words, part


def test_without_a_sender_it_says_so_and_leads_to_one(desk: Desk) -> None:
    bundled = state_of(source="", source_key="", bundled=True, previous="")
    desk.supply.updates.shown = overview(sources=(), packs=(bundled,), last_success=None)
    page = desk.show()
    assert page.progress.title.text() == "Ingen kilde er lagt til"
    assert ways(page.progress) == ["Legg til kilde …"]
    assert "fulgte med programmet" in seen(page.content)
    assert not page.content.check.isEnabled()
    assert page.content.check.toolTip() == "Legg til en kilde først."
    assert not page.content.back.isEnabled()
    assert "ikke noe tidligere innhold" in page.content.back.accessibleDescription()
    assert not page.progress.only_wifi.isVisible()


def test_at_rest_it_says_when_it_was_asked_last(desk: Desk) -> None:
    page = desk.show()
    assert page.progress.title.text() == "Innholdet oppdateres av seg selv"
    assert page.progress.said.text() == "Sist sjekket i dag kl. 12.05. Hentet 1,4 MB denne måneden."
    assert page.progress.bar.isHidden()


def test_a_sender_that_cannot_be_read_is_told_of(desk: Desk) -> None:
    sentence = "En kilde er skadet og brukes ikke. Legg den til på nytt."
    desk.supply.updates.shown = overview(damaged=(sentence,))
    assert sentence in seen(desk.show().content)


def test_a_sender_shows_its_address_and_its_code(desk: Desk) -> None:
    words = seen(desk.show().sources)
    assert SOURCE.name in words
    assert SOURCE.url in words
    assert SOURCE.fingerprint in words


# --- an update ----------------------------------------------------------------------------------


def test_check_offers_what_there_is_with_its_price(desk: Desk) -> None:
    page = desk.show()
    desk.offered(plan(), plan(3, 5_000, "trondheim"))
    assert page.progress.said.text() == (
        "Nasjonalt innhold, 22. november 2026: 184 kB av 6,1 MB\n"
        "Trondheim kommune, 22. november 2026: 5 kB av 6,1 MB"
    )
    assert ways(page.progress) == ["Hent 189 kB", "Ikke nå", "Bare på wifi"]
    named(page.progress, "Ikke nå").click()
    assert desk.phase() == "idle"


def test_progress_says_how_much_has_come_and_what_all_of_it_would_be(desk: Desk) -> None:
    page = desk.show()
    desk.supply.updates.gate = threading.Event()
    desk.offered()
    named(page.progress, "Hent 184 kB").click()
    desk.house.driver.wait(lambda: "118" in page.progress.said.text())
    assert page.progress.title.text() == "Henter nasjonalt innhold, 22. november 2026"
    assert page.progress.said.text() == (
        "118 av 184 kB (alt på nytt: 6,1 MB). Fortsetter der den slapp om nettet faller ut."
    )
    assert page.progress.bar.value() == 641
    assert page.progress.bar.accessibleName() == page.progress.title.text()
    assert not page.content.check.isEnabled()
    named(page.progress, "Pause").click()
    assert desk.phase() == "paused"
    assert page.progress.title.text() == "Satt på pause: nasjonalt innhold, 22. november 2026"
    assert ways(page.progress) == ["Fortsett", "Avbryt", "Bare på wifi"]
    desk.settle()
    desk.supply.updates.gate.set()
    named(page.progress, "Fortsett").click()
    desk.until("ready")


def test_the_keyboard_stays_in_the_card_as_its_buttons_change(desk: Desk) -> None:
    page = desk.show()
    desk.offered()
    named(page.progress, "Hent 184 kB").setFocus()
    desk.house.keys(Key.Key_Space)
    desk.until("ready")
    assert QApplication.focusWidget() is named(page.progress, "Ta i bruk")
    desk.house.keys(Key.Key_Space)
    desk.house.driver.wait(lambda: desk.supply.updates.named("install"))


def test_what_an_update_changes_is_shown_before_and_after_it_is_used(desk: Desk) -> None:
    page = desk.show()
    desk.offered()
    named(page.progress, "Hent 184 kB").click()
    desk.house.driver.wait(lambda: page.changes.title.text() == "Dette blir nytt")
    before = {line.title: line.ref for line in page.changes.lines()}
    assert before["Nytt tilbud"] == "", "it cannot be opened yet"
    assert before["Nattkafé, Bergen"] == "national/svc-nattkafe", "this still can"
    named(page.progress, "Ta i bruk").click()
    desk.house.driver.wait(lambda: page.changes.title.text() == "Nytt siden sist")
    desk.house.driver.wait(lambda: page.changes.lines()[-1].ref)
    after = {line.title: line.ref for line in page.changes.lines()}
    assert after["Nytt tilbud"] == "national/svc-ny"
    assert after["Nattkafé, Bergen"] == ""
    desk.house.driver.wait(lambda: "Nytt innhold er i bruk" in desk.house.shell.strip.text())


def test_search_answers_while_something_is_fetched(desk: Desk) -> None:
    desk.show()
    desk.supply.updates.gate = threading.Event()
    desk.offered()
    desk.updating.course.fetch()
    desk.house.driver.wait(lambda: desk.supply.updates.fetching.is_set())
    desk.house.find("nalokson")
    assert desk.phase() == "fetching"
    assert desk.house.page is desk.house.search


def test_only_on_wifi_is_kept_and_shown_by_more_than_colour(
    tmp_path: Path, qapp: QApplication
) -> None:
    for turned_on in (False, True):
        supply = FakeSupply()
        with opened(tmp_path / "profile", changed=supplied(supply)) as house:
            house.skip_first_start()
            desk = Desk(house, supply)
            house.window.renewal().start()
            house.driver.wait(lambda: desk.updating.overview is not None)  # noqa: B023
            choice = desk.show().progress.only_wifi
            assert choice.isChecked() is turned_on
            assert choice.icon().isNull() is not turned_on
            assert desk.updating.only_wifi is turned_on
            if not turned_on:
                choice.click()
                assert not choice.icon().isNull()
                desk.settle()


# --- what went wrong ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("failure", "leads_to"),
    [
        (NO_NETWORK, ["Prøv igjen", "Fra minnepinne …", "Vis detaljer"]),
        (PORTAL, ["Prøv igjen", "Fra minnepinne …"]),
        (UNTRUSTED, ["Prøv igjen", "Vis detaljer"]),
    ],
    ids=["no network", "captive portal", "signature wrong"],
)
def test_a_check_that_failed_stands_on_the_page_with_the_ways_on(
    desk: Desk, failure: object, leads_to: list[str]
) -> None:
    page = desk.show()
    desk.supply.updates.failure = failure  # type: ignore[assignment]
    page.content.check.click()
    desk.house.driver.wait(lambda: page.progress.failure.text() == str(failure))
    assert ways(page.progress) == [*leads_to, "Bare på wifi"]
    assert desk.house.shell.strip.text() == ""
    assert QApplication.activeModalWidget() is None
    desk.supply.updates.failure = None
    named(page.progress, "Prøv igjen").click()
    desk.house.driver.wait(lambda: page.progress.title.text() == "Innholdet er oppdatert")
    assert not page.progress.failure.isVisible()


def test_details_are_behind_a_button_and_can_be_copied(desk: Desk) -> None:
    page = desk.show()
    desk.supply.updates.failure = UNTRUSTED
    page.content.check.click()
    desk.house.driver.wait(lambda: page.progress.failure.isVisible())
    assert not page.progress.detail.isVisible()
    named(page.progress, "Vis detaljer").click()
    assert page.progress.detail.text() == "0 of 1 keys"
    named(page.progress, "Kopier").click()
    assert QApplication.clipboard().text() == f"{UNTRUSTED}\n0 of 1 keys"


def test_a_full_disk_says_what_is_needed_and_can_be_tried_again(desk: Desk) -> None:
    page = desk.show()
    full = DiskFull("Disken er full. Ingenting er endret. Frigjør 12 MB, og prøv igjen.")
    desk.supply.updates.install_raises = full
    desk.offered()
    desk.updating.course.fetch()
    desk.until("ready")
    named(page.progress, "Ta i bruk").click()
    desk.house.driver.wait(lambda: page.progress.failure.text() == str(full))
    assert ways(page.progress) == ["Prøv igjen", "Bare på wifi"]
    desk.supply.updates.install_raises = None
    named(page.progress, "Prøv igjen").click()
    desk.house.driver.wait(lambda: desk.phase() == "idle")


# --- what is new --------------------------------------------------------------------------------


def test_what_concerns_us_stands_first_field_by_field(desk: Desk) -> None:
    desk.house.desk(lambda desk: desk.keep.star("national/svc-116117"))  # type: ignore[attr-defined]
    alert = RecordChange(
        id="al-piller", kind="alert", title="Sterke piller", what="new", country=True
    )
    desk.supply.updates.news = (changes(HOURS, PHONE, ADDED, GONE, alert),)
    page = desk.show()
    desk.house.driver.wait(page.changes.isVisible)
    lines = page.changes.lines()
    assert [line.title for line in lines] == [
        "Legevakt 116 117", "Sterke piller", "Nattkafé, Bergen", "Nytt tilbud",
    ]  # fmt: skip
    assert lines[0].change == "Telefon 73\xa000\xa000\xa000 → 73\xa000\xa000\xa001\nTekst"
    assert lines[0].chips == (("★ Favoritt", "plain"),)
    assert lines[1].chips == (("Varsel", "amber"),)
    assert page.changes.rest.text() == "+ 1 endret"
    assert page.changes.said.text() == "Nasjonalt innhold 22. november 2026"
    named(page.changes, "Vis alle").click()
    assert page.changes.lines()[-1].title == "Rusakutt"
    assert not page.changes.more.isVisible()


def test_a_star_moves_a_change_to_the_top(desk: Desk) -> None:
    desk.supply.updates.news = (changes(PHONE, HOURS),)
    page = desk.show()
    desk.house.driver.wait(lambda: page.changes.rest.text() == "2 endrede")
    assert "gjelder kommunen" in page.changes.empty.text()
    desk.house.context.stars.toggle("national/svc-116117")
    desk.house.driver.wait(lambda: len(page.changes.lines()) == 1)
    assert page.changes.rest.text() == "+ 1 endret"


def test_what_is_in_a_collection_concerns_us(desk: Desk) -> None:
    def collect(tools: Any) -> None:
        tools.collect.add(tools.collect.create("Nattrunden").number, "national/svc-116117")

    desk.house.desk(collect)
    desk.supply.updates.news = (changes(PHONE, ADDED),)
    desk.show()
    desk.house.driver.wait(lambda: desk.page.changes.isVisible())
    (first, *_) = desk.page.changes.lines()
    assert first.title == "Legevakt 116 117"
    assert [text for text, _tone in first.chips] == ["I en samling"]


def test_a_row_opens_its_record(desk: Desk) -> None:
    desk.house.desk(lambda desk: desk.keep.star("national/svc-116117"))  # type: ignore[attr-defined]
    desk.supply.updates.news = (changes(PHONE),)
    page = desk.show()
    desk.house.driver.wait(page.changes.isVisible)
    row = named(page.changes, "Legevakt 116 117")
    assert row.accessibleDescription().startswith("Telefon 73")
    row.setFocus()
    desk.house.keys(Key.Key_Space)
    detail = desk.house.search.detail()
    desk.house.driver.wait(lambda: detail.ref() == "national/svc-116117")


def test_a_change_with_many_fields_tells_three_and_counts_the_rest(desk: Desk) -> None:
    fields = (
        FieldChange("title"), FieldChange("phone", "", "55 00 00 00"), FieldChange("hours"),
        FieldChange("address"), FieldChange("text"),
    )  # fmt: skip
    many = RecordChange(
        id="x", kind="service", title="X", what="changed", fields=fields, municipalities=("4601",)
    )
    desk.supply.updates.news = (changes(many),)
    page = desk.show()
    desk.house.driver.wait(page.changes.isVisible)
    assert page.changes.lines()[0].change == (
        "Navn\nTelefon ikke\xa0oppgitt → 55\xa000\xa000\xa000\nÅpningstid\nog 2 til"
    )


def test_thousands_of_changes_come_some_at_a_time(desk: Desk) -> None:
    records = tuple(
        RecordChange(id=f"svc-{n}", kind="service", title=f"Sted {n}", what="new")
        for n in range(2_000)
    )
    desk.supply.updates.news = (changes(*records),)
    page = desk.show()
    desk.house.driver.wait(page.changes.isVisible)
    assert page.changes.rest.text() == "2000 nye"
    assert page.changes.lines() == []
    page.changes.more.click()
    assert len(page.changes.lines()) == 50
    assert page.changes.more.isVisible()


# --- going back ---------------------------------------------------------------------------------


def test_going_back_is_chosen_from_a_menu_and_a_notice_stands_until_it_is_undone(
    desk: Desk,
) -> None:
    page = desk.show()
    page.content.back.click()
    (menu,) = [made for made in page.content.findChildren(QMenu) if made.isVisible()]
    assert [act.text() for act in menu.actions()] == [
        "Nasjonalt innhold: tilbake til 20. oktober 2026"
    ]
    desk.house.driver.press(menu, Key.Key_Down)
    desk.house.driver.press(menu, Key.Key_Return)
    desk.house.driver.wait(lambda: "Du gikk tilbake til 20. oktober 2026" in seen(page.content))
    assert desk.supply.updates.named("roll_back") == [("roll_back", "national")]
    named(page.content, "Ta i bruk 15. november 2026").click()
    desk.house.driver.wait(lambda: "Du gikk tilbake" not in seen(page.content))
    assert desk.supply.updates.named("take_newer") == [("take_newer", "national")]


# --- senders ------------------------------------------------------------------------------------


def test_a_removed_sender_can_be_put_back_and_is_fetched_again(desk: Desk) -> None:
    page = desk.show()
    named(page.sources, "Fjern Testutgiver").click()
    desk.house.driver.wait(page.sources.isHidden)
    assert "Ingen kilde er lagt til" in seen(page.progress)
    assert desk.supply.sources.calls == [("remove", SOURCE.key)]
    assert desk.house.shell.strip.text() == "Fjernet. Angre (Ctrl+Z)"
    desk.house.control(Key.Key_Z)
    desk.house.driver.wait(lambda: SOURCE.name in seen(page.sources))
    assert desk.supply.sources.calls[-1] == ("add", SOURCE.key, KNOWN.national)
    desk.house.driver.wait(lambda: ("check", SOURCE.key, False, False) in desk.supply.updates.calls)


def drop(page: UpdatePage, *files: Path) -> bool:
    """Drag files over the page, and drop them if it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(20, 20), copy, data, left, no_key)
    over.ignore()
    page.dragEnterEvent(over)
    if over.isAccepted():
        page.dropEvent(QDropEvent(QPointF(20, 20), copy, data, left, no_key))
    return over.isAccepted()


def test_a_source_file_dropped_on_the_page_is_looked_at(desk: Desk, tmp_path: Path) -> None:
    page, file = desk.show(), tmp_path / "kilde.json"

    def meet(dialog: QWidget) -> None:
        assert isinstance(dialog, SourceDialog)
        desk.house.driver.wait(lambda: dialog.step == 2)
        dialog.no.click()

    desk.house.driver.in_dialog(meet, lambda: drop(page, file))
    assert desk.supply.sources.calls == [("propose", str(file))]
    assert not drop(page, file, file), "two at once are not taken"


# --- what is said outside the page --------------------------------------------------------------


def act(desk: Desk, words: str) -> None:
    named(desk.house.shell.strip, words).click()


def test_an_update_that_was_cut_off_is_one_line_and_search_works_at_once(desk: Desk) -> None:
    desk.supply.updates.shown = overview(interrupted=CUT_OFF)
    desk.supply.updates.cut_off = (ready(None, PHONE),)
    desk.house.window.renewal().start()
    desk.house.driver.wait(lambda: desk.house.shell.strip.text() == CUT_OFF)
    assert QApplication.activeModalWidget() is None
    desk.house.find("nalokson")
    act(desk, "Fortsett")
    desk.house.driver.wait(lambda: desk.supply.updates.named("install"))


def test_not_now_about_what_was_cut_off_is_remembered(desk: Desk) -> None:
    desk.supply.updates.shown = overview(interrupted=CUT_OFF)
    desk.house.window.renewal().start()
    desk.house.driver.wait(lambda: desk.house.shell.strip.text() == CUT_OFF)
    act(desk, "Ikke nå")
    desk.house.driver.wait(lambda: desk.supply.updates.named("forget"))
    assert desk.house.shell.strip.text() == ""


OLD = "Innholdet er 7 måneder gammelt. Ring for å bekrefte tider og telefon."


def old(**more: object) -> object:
    """What is in use is of April, and nobody has been asked since."""
    return overview(packs=(state_of(published="2026-04-20"),), last_success=None, **more)


def test_content_that_nobody_could_ask_about_for_long_says_to_ring(desk: Desk) -> None:
    desk.supply.updates.shown = old()  # type: ignore[assignment]
    desk.supply.updates.plans = (plan(),)
    desk.house.window.renewal().start()
    desk.house.driver.wait(lambda: desk.house.shell.strip.text() == OLD)
    assert QApplication.activeModalWidget() is None
    act(desk, "Oppdater")
    desk.until("offered")
    assert desk.house.page is desk.page
    desk.refresh()
    assert desk.house.shell.strip.text() == "", "once is enough"


def test_what_was_said_of_old_content_goes_when_newer_is_in_use(desk: Desk) -> None:
    desk.supply.updates.shown = old()  # type: ignore[assignment]
    desk.house.window.renewal().start()
    desk.house.driver.wait(lambda: desk.house.shell.strip.text() == OLD)
    desk.updating.taken.emit(())
    desk.settle()
    assert desk.house.shell.strip.text() == ""


def test_of_an_update_that_was_cut_off_is_spoken_first(desk: Desk) -> None:
    desk.supply.updates.shown = old(interrupted=CUT_OFF)  # type: ignore[assignment]
    desk.house.window.renewal().start()
    desk.house.driver.wait(lambda: desk.house.shell.strip.text() == CUT_OFF)


@pytest.mark.parametrize(
    ("published", "asked", "months"),
    [
        ("2026-11-15", None, 0),
        ("2026-05-26", None, 0),  # 180 days
        ("2026-05-25", None, 6),
        ("2024-11-22", None, 24),
        ("2024-11-22", timedelta(days=31), 0),  # the sender has nothing newer
        ("2024-11-22", timedelta(days=32), 24),
        ("", None, 0),
    ],
)
def test_content_is_old_by_its_day_and_by_when_it_was_asked_for(
    published: str, asked: timedelta | None, months: int
) -> None:
    shown = overview(
        packs=(state_of(published="2026-11-20"), state_of(published=published)),
        last_success=None if asked is None else NOW - asked,
    )
    assert shown.months_old(NOW.date()) == months


def test_content_that_would_cost_is_offered_in_the_strip(desk: Desk) -> None:
    desk.show()
    desk.supply.updates.may = lambda _plan, _only_wifi: False
    desk.supply.updates.plans = (plan(12, 4_100_000),)
    desk.house.shell.go("search")
    desk.updating.course.check(by_itself=True)
    said = "Det er nytt innhold på 4,1 MB. Nettet teller data."
    desk.house.driver.wait(lambda: desk.house.shell.strip.text() == said)
    assert desk.supply.updates.named("fetch") == []
    act(desk, "Hent likevel")
    desk.until("ready")
    assert desk.house.page is desk.page


def test_what_came_by_itself_is_told_only_where_it_concerns_us(desk: Desk) -> None:
    desk.show()
    desk.house.shell.go("search")
    for records, said in (
        ((HOURS,), ""),
        ((PHONE, ADDED, GONE), "Nytt innhold er i bruk. 2 endringer gjelder dere."),
    ):
        desk.supply.updates.records = records
        desk.supply.updates.plans = (plan(12 + len(records)),)
        before = len(desk.supply.updates.named("install"))
        desk.updating.course.check(by_itself=True)
        desk.house.driver.wait(
            lambda before=before: len(desk.supply.updates.named("install")) > before  # type: ignore[misc]
        )
        desk.settle()
        assert desk.house.shell.strip.text() == said
    act(desk, "Se hva som er nytt")
    assert desk.house.page is desk.page


def test_the_desk_opens_anew_on_other_content_and_the_list_moves_only_unseen(desk: Desk) -> None:
    renewed: list[str] = []
    desk.house.context.desk.renewed.connect(lambda: renewed.append("yes"))
    searched: list[str] = []
    desk.house.search.searched.connect(lambda: searched.append("yes"))
    desk.house.find("nalokson")
    searched.clear()
    desk.updating.taken.emit(())
    desk.house.driver.wait(lambda: renewed)
    desk.settle()
    assert searched == [], "nothing moves under the hand"
    desk.show()
    desk.updating.taken.emit(())
    desk.house.driver.wait(lambda: searched)
    desk.house.shell.go("search")
    assert "«nalokson»" in desk.house.search.count.text()


def test_content_of_another_is_told_wherever_one_is(desk: Desk) -> None:
    desk.show()
    desk.house.shell.go("search")
    desk.supply.updates.failure = UNTRUSTED
    desk.updating.course.check(by_itself=True)
    desk.house.driver.wait(lambda: desk.house.shell.strip.text() == str(UNTRUSTED))


# --- sticks -------------------------------------------------------------------------------------


def test_a_stick_that_appears_is_offered_and_never_taken_by_itself(
    desk: Desk, tmp_path: Path
) -> None:
    desk.supply.relay.sees = newer_stick(tmp_path)
    desk.house.window.renewal().sticks.appeared.emit(str(tmp_path))
    said = "Minnepinnen har nyere innhold (20. november 2026). Du har 15. november 2026."
    desk.house.driver.wait(lambda: desk.house.shell.strip.text() == said)
    assert [call[0] for call in desk.supply.relay.calls] == ["look"]

    def meet(dialog: QWidget) -> None:
        assert isinstance(dialog, StickDialog)
        desk.house.driver.wait(lambda: dialog.buttons["take"].isVisible())
        dialog.reject()

    desk.house.driver.in_dialog(meet, lambda: act(desk, "Se på pinnen …"))
    assert [call[0] for call in desk.supply.relay.calls] == ["look", "look"]


def test_a_stick_that_cannot_be_read_is_offered_to_be_looked_at(desk: Desk) -> None:
    desk.supply.relay.sees = NotFound("Mappen er borte.")
    desk.house.window.renewal().sticks.appeared.emit("pinne")
    said = "Minnepinnen har innhold til Feltperm."
    desk.house.driver.wait(lambda: desk.house.shell.strip.text() == said)


def test_an_unknown_sender_on_a_stick_leads_to_the_question_who_it_is(desk: Desk) -> None:
    page, folder = desk.show(), Path("pinne/feltperm/abcd1234")
    sentence = "Pinnen er fra Testutgiver, som du ikke har lagt til."
    part = one_part("foreign", sentence, folder=folder)
    desk.supply.relay.sees = Comparison(Path("pinne"), (part,), False, False, sentence)

    met: list[int] = []

    def at_the_sender() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, SourceDialog)
            desk.house.driver.wait(lambda: dialog.step == 2)
            met.append(dialog.step)
        finally:
            dialog.close()  # an open dialog would wait for ever

    def at_the_stick(dialog: QWidget) -> None:
        assert isinstance(dialog, StickDialog)
        desk.house.driver.wait(lambda: dialog.said.text() == sentence)
        dialog.buttons["sender"].click()
        QTimer.singleShot(100, at_the_sender)  # it opens once this one is gone

    desk.house.driver.in_dialog(at_the_stick, lambda: page.open_stick(Path("pinne")))
    assert met == [2]
    assert desk.supply.sources.calls == [("propose", str(folder))]


# --- look ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "scale", "columns"),
    [((1366, 768), 1.0, 2), ((720, 700), 1.0, 1), ((1366, 768), 2.0, 1)],
    ids=["laptop", "narrow", "200 %"],
)
def test_one_column_where_there_is_no_room_for_two(
    tmp_path: Path, qapp: QApplication, size: tuple[int, int], scale: float, columns: int
) -> None:
    supply = FakeSupply()
    look = Look("dark", round(scale * 100))
    with opened(tmp_path / "p", changed=supplied(supply), size=size, look=look) as house:
        house.skip_first_start()
        page = Desk(house, supply).show()
        beside = page.content.mapTo(page, QPoint(0, 0)).x() > page.progress.geometry().right()
        assert beside is (columns == 2)
        assert page.widget().width() <= page.viewport().width()
