"""Every view of the window and every dialog by name, and how a test comes there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from feltperm.desk.recall import Places
from feltperm.ui.binder.name_dialog import NameDialog
from feltperm.ui.record.correcting import ConfirmationForm, CorrectionForm
from feltperm.ui.settings.restore_dialog import RestoreDialog
from feltperm.ui.settings.wipe_dialog import WipeDialog
from feltperm.ui.wall.hang_dialog import HangDialog
from feltperm.ui.wall.log_foot import ClearDialog
from real_window import House

__all__ = ["DIALOGS", "VIEWS", "record", "studio"]


def hits(house: House) -> QWidget:
    house.driver.type(house.field, "nalokson")
    house.driver.wait(lambda: "nalokson" in house.search.count.text())
    house.driver.settle()
    return house.shell


def record(ref: str) -> Callable[[House], QWidget]:
    def show(house: House) -> QWidget:
        house.read(ref)
        return house.shell

    return show


def page(name: str) -> Callable[[House], QWidget]:
    def show(house: House) -> QWidget:
        house.shell.go(name)
        house.driver.settle()
        return house.shell

    return show


def studio(house: House) -> QWidget:
    house.shell.go("posters")
    house.driver.wait(lambda: house.shell.pages.studio().posters.count())
    house.driver.wait(lambda: house.shell.pages.studio().preview.pixmap())
    return house.shell


def tab(number: int) -> Callable[[House], QWidget]:
    def show(house: House) -> QWidget:
        house.shell.go("binder")
        house.shell.pages.binder().tabs.setCurrentIndex(number)
        house.driver.settle()
        return house.shell

    return show


def tray(house: House) -> QWidget:
    house.shell.show_tray()
    house.driver.settle()
    return house.shell


VIEWS: dict[str, Callable[[House], QWidget]] = {
    "search": page("search"),
    "hits": hits,
    "services": page("services"),
    "service": record("national/svc-116117"),
    "guidance": record("national/gd-overdose"),
    "posters": studio,
    "favourites": tab(0),
    "collections": tab(1),
    "sites": tab(2),
    "wall": tab(3),
    "corrections": tab(4),
    "own": tab(5),
    "tray": tray,
    "alerts": page("alerts"),
    "crisis": page("crisis"),
    "update": page("update"),
    "settings": page("settings"),
    "help": page("help"),
}


DIALOGS: dict[str, Callable[[House], object]] = {
    "site": lambda house: house.shell.pages.binder().new_site(),
    "own record": lambda house: house.context.reports.own_wanted.emit(""),
    "own poster": lambda house: house.context.reports.own_poster_asked.emit("new", ""),
    "collection": lambda house: NameDialog(house.context.theme, parent=house.shell).exec(),
    "source": lambda house: house.shell.pages.update_page().add_source(),
    "stick": lambda house: house.shell.pages.update_page().open_stick(),
    "hang": lambda house: HangDialog(
        house.context.theme, "Overdose", Places((), (), ()), house.shell
    ).exec(),
    "clear the log": lambda house: ClearDialog(house.context.theme, house.shell).exec(),
    "correction": lambda house: CorrectionForm(
        house.context.theme, house.context.icons, {"phone": ("22 00 00 00",)}, "phone", house.shell
    ).exec(),
    "confirmation": lambda house: ConfirmationForm(
        house.context.theme, ("22 00 00 00", "22 00 00 01"), house.shell
    ).exec(),
    "wipe": lambda house: WipeDialog(house.context.theme, "", house.shell).exec(),
    "restore": lambda house: RestoreDialog(house.context.theme, (), house.shell).exec(),
    "print": lambda house: house.shell.pages.studio().print_button.click(),
}
