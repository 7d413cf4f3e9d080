"""The tour: the main job from an empty profile to a saved poster, in the real window."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from feltperm.catalogue.records import kind_of
from feltperm.desk.page import Page
from feltperm.errors import NotFound
from feltperm.ui.application import Window
from feltperm.ui.binder.site_dialog import SiteDialog
from feltperm.ui.driver import Driver
from feltperm.ui.first_start import FirstStart

__all__ = ["Tour", "draw_offscreen", "forbid_network"]

#: An example that says that it is one; the tour never prints a real place's facts.
_SITE = (
    "Feltstasjonen (eksempel)",
    "Eksempelgata 1, 7010 Trondheim",
    "73 00 00 00",
    "mandag–fredag kl. 9–15",
)

_POSTER = "national/ps-overdose"
#: What goes on the sheet to take away.
_HANDED_OUT = ("national/svc-feltpleien-oslo", "national/svc-prindsen")
#: The sample pack that the tour stands on beside the national one.
_CLOSED, _ALERT = "national/svc-trondheim-fontenehuset", "trondheim/al-tk-falske-piller"


class Tour:
    """Walks through the main job step by step; each step is checked and has its picture."""

    def __init__(self, window: Window, driver: Driver, out: Path) -> None:
        """Walk in ``window``, which must stand on an empty profile; write into ``out``."""
        self._window, self._driver = window, driver
        self.pdf = out / "overdose.pdf"

    def walk(self) -> list[Path]:
        """Do every step and return the files that were written.

        Raises:
            StepFailed: a step did not come to its end; the message names it.
        """
        self._window.show()
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("første start uten nett", self._first_start),
            ("nytt varsel for kommunen", self._new_alert),
            ("søk etter «sprøiter»", self._search),
            ("åpne et treff", self._open),
            ("sett stjerne", self._star),
            ("veiledning", self._guidance),
            ("lokalt innhold ved siden av det nasjonale", self._local),
            ("varsel", self._alert),
            ("kriselista", self._crisis),
            ("legg inn stedet", self._site),
            ("plakat med stedet", self._poster),
            ("lagre PDF", self._save),
            ("utdelingsark", self._handout),
            ("min perm", self._binder),
            ("oppdatering", self._update),
            ("akuttkortet", self._emergency),
        )
        for name, step in steps:
            self._driver.begin(name)
            step()
        return [*self._driver.pictures, self.pdf]

    def _first_start(self) -> None:
        driver, shell = self._driver, self._window.shell
        opened: list[bool] = []
        shell.opened_desk.connect(lambda: opened.append(True))
        driver.wait(lambda: opened)
        question = shell.pages.currentWidget()
        driver.check(isinstance(question, FirstStart))
        assert isinstance(question, FirstStart)
        field = question.picker.field
        driver.type(field, "tro")
        self._picture("forste-start")
        driver.type(field, "ndh")
        driver.press(field, Qt.Key.Key_Return)
        driver.wait(lambda: shell.search_page.filters.municipality == "5001")

    def _new_alert(self) -> None:
        """Meet the banner, read its alert on its own page, and mark all as read."""
        driver, watch = self._driver, self._window.alerts
        page = self._window.shell.pages.alerts()
        driver.check(watch)
        assert watch is not None
        driver.wait(lambda: watch.banner is not None and watch.banner.isVisible())
        assert watch.banner is not None
        line = watch.banner.shown()
        driver.check(line and line.ref == _ALERT)
        self._picture("nytt-varsel")
        watch.banner.read_button.click()
        driver.wait(lambda: page.detail.ref() == _ALERT)
        self._picture("varsler")
        while watch.banner.isVisible():
            left: list[object] = []
            watch.changed.connect(left.append, Qt.ConnectionType.SingleShotConnection)
            watch.banner.mark_button.click()
            driver.wait(left.copy)
        self._window.shell.go("search")

    def _search(self) -> None:
        driver, page = self._driver, self._window.shell.search_page
        field = self._window.shell.topbar.search
        answered: list[bool] = []
        page.searched.connect(lambda: answered.append(True))
        driver.type(field, "sprøiter")
        driver.wait(lambda: answered and page.results.rows.rowCount() > 0)
        driver.wait(lambda: "sprøiter" in page.count.text())
        self._picture("sok")

    def _open(self) -> None:
        driver, shell = self._driver, self._window.shell
        page = shell.search_page
        driver.press(shell.topbar.search, Qt.Key.Key_Return)
        driver.wait(lambda: page.detail().page is not None)
        self._picture("treff")

    def _star(self) -> None:
        driver, shell = self._driver, self._window.shell
        changed: list[bool] = []
        self._window.context.stars.changed.connect(lambda _ref, _on: changed.append(True))
        self._window.context.stars.toggle(shell.search_page.current())
        driver.wait(lambda: changed)
        row = shell.search_page.results.current_row()
        driver.check(row and row.starred)
        self._picture("stjerne")

    def _guidance(self) -> None:
        self._read("national/gd-overdose")
        self._picture("veiledning")

    def _local(self) -> None:
        """Show a national service that a local alert has closed, with who says so."""
        page = self._read(_CLOSED)
        self._driver.check(page.change and page.change.alert.pack != page.entry.ref.pack)
        self._picture("lokalt")

    def _alert(self) -> None:
        page = self._read(_ALERT)
        self._driver.check(kind_of(page.entry.record) == "alert")
        self._picture("varsel")

    def _crisis(self) -> None:
        driver, shell = self._driver, self._window.shell
        shell.go("crisis")
        driver.wait(lambda: shell.pages.crisis().list.count() > 0)
        self._picture("krise")

    def _read(self, ref: str) -> Page:
        """Open a record and return its page when it is shown."""
        detail = self._window.shell.search_page.detail()
        self._window.shell.open(ref)
        self._driver.wait(lambda: detail.ref() == ref)
        assert detail.page is not None
        return detail.page

    def _site(self) -> None:
        driver, shell = self._driver, self._window.shell

        def fill(dialog: QWidget) -> None:
            driver.check(isinstance(dialog, SiteDialog))
            assert isinstance(dialog, SiteDialog)
            fields = (dialog.name, dialog.address, dialog.phone, dialog.hours)
            for field, text in zip(fields, _SITE, strict=True):
                driver.type(field, text)
            driver.picture(dialog, "sted")
            dialog.save.click()

        shell.go("binder")
        changed: list[bool] = []
        self._window.context.reports.sites_changed.connect(lambda: changed.append(True))
        driver.in_dialog(fill, shell.pages.binder().new_site)
        driver.wait(lambda: changed)

    def _poster(self) -> None:
        driver, shell = self._driver, self._window.shell
        studio = shell.pages.studio()
        shell.open_poster(_POSTER)
        driver.wait(
            lambda: (
                studio.job is not None
                and studio.job.record == _POSTER
                and studio.job.site is not None
                and studio.preview.pixmap() is not None
            )
        )
        self._picture("plakat")

    def _save(self) -> None:
        driver, studio = self._driver, self._window.shell.pages.studio()
        saved: list[str] = []
        studio.saved.connect(saved.append)
        studio.save(self.pdf)
        driver.wait(lambda: saved)
        driver.check(self.pdf.read_bytes().startswith(b"%PDF-"))

    def _handout(self) -> None:
        """Pick up services, and show the sheet of them in another language."""
        driver, shell = self._driver, self._window.shell
        for ref in _HANDED_OUT:
            shell.handouts().add(ref)
        shell.show_tray()
        page = shell.pages.tray()
        assert page is not None
        driver.wait(lambda: page.options.languages.buttons())
        page.options.choose(page.options.languages, "so")

        def shown() -> bool:
            proof = page.proofing.proof if page.proofing.sheet else None
            made = proof.job if proof else None
            return made is not None and made.record.split() == [*_HANDED_OUT]

        driver.wait(shown)
        self._picture("utdelingsark")

    def _binder(self) -> None:
        driver, shell = self._driver, self._window.shell
        shell.go("binder")
        driver.wait(lambda: shell.pages.binder().favourites.rows.rowCount() == 1)
        self._picture("min-perm")

    def _update(self) -> None:
        """Show what is in use and where it comes from; no sender is added, so none is asked."""
        driver, shell = self._driver, self._window.shell
        updating = self._window.updating()
        shell.go("update")
        driver.wait(lambda: updating.overview is not None)
        assert updating.overview is not None
        packs = {pack.pack for pack in updating.overview.packs}
        driver.check({"national", "trondheim"} <= packs and not updating.overview.sources)
        self._picture("oppdatering")

    def _emergency(self) -> None:
        driver, shell = self._driver, self._window.shell
        shell.show_emergency()
        card = shell.emergency()
        driver.check(card.complete)
        driver.wait(card.isVisible)
        driver.picture(card, "akuttkort")
        card.close()

    def _picture(self, name: str) -> None:
        self._driver.picture(self._window.shell, name)


def draw_offscreen(folder: Path) -> None:
    """Draw on a laptop's screen that nobody sees, so that the pictures are the same everywhere.

    Qt's own idea of a screen without a display is 800 x 800. A platform that was asked for with
    ``QT_QPA_PLATFORM`` is left alone. To be called before the application object is made.

    Args:
        folder: where the description of the screen may lie until the program ends.
    """
    screen = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    described = folder / "screen.json"
    described.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={described}")


def forbid_network() -> None:
    """Make any attempt to reach a network an error, for the rest of this process."""

    def refuse(event: str, _arguments: object) -> None:
        if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
            raise NotFound("Omvisningen bruker ikke nett.", event)

    sys.addaudithook(refuse)
