"""«På veggen» in the real window: the question, the three groups, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from desk.update_home import BASE, PACK, Internet, LineCarrier
from desk.wall_home import POSTER, pack_of, poster, shop_of
from feltperm import app_desk
from feltperm.app_updates import open_updates
from feltperm.binder import Print, Site
from feltperm.desk.desk import Desk
from feltperm.desk.recall import Wall
from feltperm.desk.sheets.again import kept_job
from feltperm.desk.sheets.posters import Choice, Proof
from feltperm.packs.trust.source import SOURCE_FILE, encode_source
from feltperm.paper.job import Job
from feltperm.paths import find_paths
from feltperm.ui.application import Parts
from feltperm.ui.updates.source_dialog import SourceDialog
from feltperm.ui.wall.hang_dialog import HangDialog
from feltperm.ui.wall.hanging import hang_up, keeping, not_yet
from feltperm.ui.wall.log_foot import ClearDialog
from feltperm.ui.wall.wall_rows import FIRST
from feltperm.ui.wall.wall_tab import WallTab
from packs.simulator import NOW, Simulator
from real_window import House, opened

OLD, NEW = "73 00 00 00", "73 00 00 01"
WARNING = "Ikke skriv navn eller opplysninger om pasienter."
CHANGED = f"Telefon {OLD} → {NEW}".replace("0 0", "0\N{NO-BREAK SPACE}0").replace(
    "3 0", "3\N{NO-BREAK SPACE}0"
)


def job(house: House, ref: str = "national/ps-overdose", site: str = "Varmestua") -> Job:
    made = house.desk(lambda desk: desk.posters.proof(ref, Choice(site)))  # type: ignore[attr-defined]
    assert isinstance(made, Proof)
    return made.job


def site(house: House, phone: str) -> None:
    """Give the place this number, as the form does."""

    def work(desk: Desk) -> None:
        there = [one.name for one in desk.keep.sites()]
        kept = Site(name="Varmestua", phone=phone)
        desk.keep.update_site("Varmestua", kept) if there else desk.keep.add_site(kept)

    house.desk(work)  # type: ignore[arg-type]
    house.context.reports.sites_changed.emit()
    house.desk(lambda _desk: None)


def hang(house: House, place: str = "inngang", *jobs: Job) -> None:
    sheets = jobs or (job(house),)
    house.desk(lambda desk: desk.recall.hang(sheets, "Varmestua", place))  # type: ignore[attr-defined]
    house.context.reports.walls_due.emit()
    house.desk(lambda _desk: None)


def wall(house: House) -> Wall:
    found = house.desk(lambda desk: desk.recall.wall())  # type: ignore[attr-defined]
    assert isinstance(found, Wall)
    return found


def tab(house: House) -> WallTab:
    house.shell.show_wall()
    made = house.shell.pages.binder().wall
    house.driver.wait(lambda: made.wall is not None)
    house.desk(lambda _desk: None)
    return made


def labels(of: object) -> list[str]:
    return [one.text() for one in of.findChildren(QLabel) if one.isVisible()]  # type: ignore[attr-defined]


def press(of: object, text: str) -> None:
    """Click the first button of this text that is seen."""
    found = [one for one in of.findChildren(QPushButton) if one.text().strip() == text]  # type: ignore[attr-defined]
    next(one for one in found if one.isVisible()).click()


def answering(house: House, ask: Callable[[], object], answer: Callable[[QDialog], object]) -> None:
    """Do ``ask``, and meet the dialog that opens with ``answer``."""
    met: list[bool] = []

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, HangDialog | ClearDialog):
            met.append(True)
            answer(dialog)
        else:
            QTimer.singleShot(10, meet)

    QTimer.singleShot(10, meet)
    ask()
    house.driver.wait(lambda: met and QApplication.activeModalWidget() is None)
    house.desk(lambda _desk: None)


def at(place: str, spot: str = "") -> Callable[[QDialog], None]:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, HangDialog)
        dialog.site.setText(place)
        dialog.place.setText(spot)
        dialog.save.click()

    return fill


@pytest.fixture
def stale(house: House) -> House:
    """A window with one sheet on a wall that carries an old number."""
    site(house, OLD)
    hang(house)
    site(house, NEW)
    return house


# --- the question -------------------------------------------------------------------------------


def test_a_sheet_that_came_out_is_noted_with_its_place(house: House) -> None:
    site(house, OLD)
    sheet = job(house)
    seen: list[str] = []

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, HangDialog)
        seen.extend(labels(dialog))
        assert dialog.site.text() == "Varmestua", "the default place is offered"
        assert dialog.site.accessibleDescription() == WARNING
        at("Varmestua", "inngang")(dialog)

    answering(house, lambda: hang_up(house.context, [sheet], "Brother"), fill)
    assert WARNING in seen
    (one,) = wall(house).fine
    assert (one.where, one.order.code) == ("Varmestua, inngang", sheet.code)
    assert house.shell.strip.text().startswith("Notert.")
    house.shell.undo.take_back()
    house.driver.wait(lambda: wall(house).hanging == 0)


def test_nothing_is_noted_without_a_place(house: House) -> None:
    sheet = job(house, site="")

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, HangDialog)
        assert not dialog.save.isEnabled()
        assert dialog.save.toolTip()
        dialog.reject()

    answering(house, lambda: hang_up(house.context, [sheet], "Brother"), leave)
    assert [one.entry.printer for one in wall(house).asked] == ["Brother"], "it is asked again"


def test_a_new_sheet_is_offered_the_place_of_the_old_one(stale: House) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, HangDialog)
        (tick,) = dialog.replaced
        assert tick.isChecked()
        assert tick.accessibleName().startswith("Varmestua, inngang, hengt ")
        assert dialog.where() == ("", "")
        tick.click()
        assert not dialog.save.isEnabled()
        tick.click()
        dialog.save.click()

    sheet = job(stale)
    answering(stale, lambda: hang_up(stale.context, [sheet]), fill)
    found = wall(stale)
    assert (len(found.fine), found.words) == (1, "")


def test_a_question_for_later_is_answered_on_the_wall(house: House) -> None:
    not_yet(house.context, [job(house, site="")], "Brother på kontoret")
    page = tab(house)
    house.driver.wait(lambda: len(page.asked.lines()) == 1)
    assert page.asked.heading.text() == "Kom arket ut? (1)"
    assert "Sendt til Brother på kontoret" in labels(page.asked)
    answering(house, lambda: press(page.asked, "Ja, heng opp …"), at("Kirken"))
    house.driver.wait(lambda: len(page.fine.lines()) == 1 and page.asked.isHidden())


def test_nobody_is_asked_while_the_log_is_off(house: House) -> None:
    sheet, told = job(house, site=""), []
    keeping(house.context, [sheet], told.append)
    house.driver.wait(lambda: told == [True])
    page = tab(house)
    page.foot.keeping.click()
    house.driver.wait(lambda: not wall(house).keeping)
    keeping(house.context, [sheet], told.append)
    house.driver.wait(lambda: told == [True, False])


# --- the page -----------------------------------------------------------------------------------


def test_an_empty_wall_says_what_it_is_for(house: House) -> None:
    page = tab(house)
    assert "Når du noterer hvor en plakat henger, sier vi fra når den må byttes." in labels(page)
    assert [group.isHidden() for group in (page.asked, page.change, page.down, page.fine)] == [
        True, True, True, True,
    ]  # fmt: skip
    press(page, "Plakater")
    house.driver.settle()
    assert house.page is house.shell.pages.studio()


def test_three_groups_with_counts_and_why(stale: House) -> None:
    gone = replace_record(job(stale, site=""), "national/ps-borte")
    stale.desk(lambda desk: desk.binder.prints.change((), [gone]))  # type: ignore[attr-defined]
    hang(stale, "disk", job(stale, "national/ps-113", ""))
    page = tab(stale)
    stale.driver.wait(lambda: page.wall is not None and page.wall.hanging == 3)
    assert page.change.heading.text() == "Må byttes (1)"
    assert page.down.heading.text() == "Må tas ned (1)"
    assert page.fine.heading.text() == "I orden (1)"
    assert CHANGED in labels(page.change)
    assert "Ikke lenger i innholdet." in labels(page.down)
    assert any(text.startswith("Som i innholdet fra ") for text in labels(page.fine))
    binder = stale.shell.pages.binder()
    assert binder.tabs.tabText(binder.tabs.indexOf(page)) == "På veggen (3)"
    (again,) = [one for one in page.findChildren(QPushButton) if one.text() == "Skriv ut ny"]
    assert again.accessibleName().startswith("Skriv ut ny: Overdose, Varmestua, inngang, Hengt ")
    assert "→" in again.accessibleDescription()


def replace_record(sheet: Job, record: str) -> Print:
    kept = kept_job(sheet).replace(sheet.record, record)
    return Print(job=kept, site="Varmestua", hung_on="2026-11-01")


def test_taking_down_and_hanging_on_can_be_undone(stale: House) -> None:
    page = tab(stale)
    stale.driver.wait(lambda: len(page.change.lines()) == 1)
    press(page.change, "Heng videre")
    stale.driver.wait(lambda: len(page.fine.lines()) == 1)
    assert "Henger videre" in labels(page.fine)
    assert stale.shell.strip.text() == "Henger videre. Angre (Ctrl+Z)"
    stale.shell.undo.take_back()
    stale.driver.wait(lambda: len(page.change.lines()) == 1)
    press(page.change, "Tatt ned")
    stale.driver.wait(lambda: page.change.isHidden())
    assert stale.shell.strip.text() == "Fjernet. Angre (Ctrl+Z)"
    stale.shell.undo.take_back()
    stale.driver.wait(lambda: len(page.change.lines()) == 1)


def test_one_or_all_are_printed_as_they_would_be_today(
    stale: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    hang(stale, "gang", *stale_jobs(stale))
    page = tab(stale)
    stale.driver.wait(lambda: len(page.change.lines()) == 2)
    printed: list[list[str]] = []
    monkeypatch.setattr(
        page.outlet, "print_all",
        lambda proofs, _name: printed.append([proof.job.site.phone for proof in proofs]),
    )  # fmt: skip
    press(page.change, "Skriv ut ny")
    stale.driver.wait(lambda: printed == [[NEW]])
    press(page.change, "Skriv ut alle som må byttes")
    stale.driver.wait(lambda: printed == [[NEW], [NEW, NEW]])


def stale_jobs(house: House) -> list[Job]:
    """The same sheet once more with the old number, as another machine printed it."""
    site(house, OLD)
    old = [job(house, "national/ps-113")]
    site(house, NEW)
    return old


def test_many_sheets_come_a_page_at_a_time(house: House) -> None:
    kept = kept_job(job(house, site=""))
    many = [Print(job=kept, site=f"Sted {n}", hung_on="2026-11-01") for n in range(FIRST + 5)]
    house.desk(lambda desk: desk.binder.prints.change((), many))  # type: ignore[attr-defined]
    page = tab(house)
    house.driver.wait(lambda: len(page.fine.lines()) == FIRST + 5)
    assert sum(one.text() == "Tatt ned" for one in page.findChildren(QPushButton)) == FIRST
    press(page.fine, "Vis 5 til")
    assert sum(one.text() == "Tatt ned" for one in page.findChildren(QPushButton)) == FIRST + 5
    assert page.fine.more.isHidden()


def test_the_log_is_cleared_when_that_is_meant(stale: House) -> None:
    page = tab(stale)
    answering(stale, page.foot.clear.click, lambda dialog: dialog.reject())
    assert wall(stale).hanging == 1
    answering(stale, page.foot.clear.click, lambda dialog: dialog.sure.click())  # type: ignore[attr-defined]
    stale.driver.wait(lambda: stale.shell.strip.text().startswith("Loggen er tømt"))
    stale.driver.wait(lambda: wall(stale).hanging == 0 and page.empty.isVisible())


# --- what is said elsewhere ---------------------------------------------------------------------


def test_a_corrected_number_is_told_of_at_once(house: House) -> None:
    site(house, OLD)
    hang(house)
    house.shell.strip.close_message()
    site(house, NEW)
    house.driver.wait(lambda: house.shell.strip.text() == "1 oppslag må byttes.")
    house.driver.wait(lambda: "1 oppslag må byttes" in labels(house.shell.statusline))
    press(house.shell.strip, "Se oppslagene")
    house.driver.settle()
    assert house.shell.pages.binder().wall.isVisible()
    site(house, OLD)
    house.driver.wait(lambda: "1 oppslag må byttes" not in labels(house.shell.statusline))


def test_another_day_is_looked_at_again(tmp_path: Path, qapp: QApplication) -> None:
    day = [datetime(2026, 11, 26, 12)]

    def changed(parts: Parts) -> Parts:
        paths = find_paths(tmp_path)
        return parts._replace(
            now=lambda: day[0],
            open_desk=lambda progress: app_desk.open_desk(paths, progress, now=lambda: day[0]),
        )  # fmt: skip

    with opened(tmp_path, changed=changed) as house:
        house.skip_first_start()
        looked: list[Wall] = []
        watch = house.window.wall
        assert watch is not None
        watch.changed.connect(looked.append)
        watch.look()
        house.desk(lambda _desk: None)
        assert looked == []
        day[0] = datetime(2026, 11, 27, 0, 1)
        watch.look()
        house.driver.wait(lambda: looked)


@contextmanager
def machine(profile: Path, shop: Simulator) -> Iterator[House]:
    """The window on a profile, with a line to one publisher."""

    def changed(parts: Parts) -> Parts:
        updates = open_updates(
            find_paths(profile), lambda: NOW, lambda _, transfer: LineCarrier(net, transfer)
        )
        return parts._replace(open_updates=lambda: updates, now=lambda: NOW)

    net = Internet(shop)
    with opened(profile, changed=changed) as house:
        house.skip_first_start()
        yield house


def test_an_update_says_which_sheets_must_be_changed_first(
    tmp_path: Path, qapp: QApplication
) -> None:
    shop = shop_of(poster(), poster("ps-dusj", "Dusj", "Dusj kl. 9"))
    shop.files[SOURCE_FILE] = encode_source(shop.source)
    with machine(tmp_path / "p", shop) as house:
        updating = house.window.updating()
        dialog = SourceDialog(house.context, updating, BASE, house.shell)
        dialog.show()
        house.driver.wait(lambda: dialog.step == 2)
        dialog.yes.click()
        house.driver.wait(lambda: dialog.step == 3)
        dialog.close()
        house.driver.wait(lambda: updating.overview and len(updating.overview.packs) == 2)
        house.desk(lambda _desk: None)
        hang(house, "inngang", job(house, POSTER, ""))
        shop.release(
            PACK, 2, pack_of(2, poster("ps-mat", "Mat i dag", "Suppe kl. 13"), poster("ps-ny"))
        )
        updating.course.check(use=True)
        said = "Nytt innhold er i bruk. 1 oppslag må byttes."
        house.driver.wait(lambda: house.shell.strip.text() == said)
        house.driver.wait(lambda: "1 oppslag må byttes" in labels(house.shell.statusline))
        press(house.shell.strip, "Se oppslagene")
        made = house.shell.pages.binder().wall
        house.driver.wait(lambda: len(made.change.lines()) == 1)
        assert "Linje 1 Suppe kl. 12 → Suppe kl. 13" in labels(made.change)
        house.shell.go("update")
        page = house.shell.pages.update_page()
        house.driver.wait(lambda: page.changes.lines())
        first = page.changes.lines()[0]
        assert (first.title, first.chips[0][0]) == ("Mat i dag", "På et oppslag som henger")
