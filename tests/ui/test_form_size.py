"""Forms are as high as their fields: the warning about patients stands right below them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from feltperm.ui.binder.form import Form
from feltperm.ui.binder.site_dialog import SiteDialog
from feltperm.ui.record.correcting import ConfirmationForm, CorrectionForm
from real_window import House

LONG = "mandag til fredag kl. 8 til 15.30, og ellers etter avtale med den som har vakt " * 3


def correction(house: House) -> CorrectionForm:
    values = {"phone": ("22 00 00 00",), "hours": (LONG,)}
    theme, icons = house.context.theme, house.context.icons
    return CorrectionForm(theme, icons, values, "hours", house.shell)  # type: ignore[arg-type]


FORMS: dict[str, Callable[[House], Form]] = {
    "site": lambda house: SiteDialog(house.context.theme, None, house.shell, new=True),
    "correction": correction,
    "confirmation": lambda house: ConfirmationForm(
        house.context.theme, ("22 00 00 00", "22 00 00 01"), house.shell
    ),
}


def bottom(made: QWidget, form: Form) -> int:
    return made.mapTo(form, QPoint(0, made.height())).y()


def last_field(form: Form) -> QWidget:
    fields = form.findChild(QFormLayout)
    assert fields is not None
    item = fields.itemAt(fields.rowCount() - 1, QFormLayout.ItemRole.FieldRole)
    assert item is not None
    made = item.widget()
    assert made is not None
    return made


@pytest.mark.parametrize("name", FORMS)
def test_the_warning_stands_right_below_the_last_field(house: House, name: str) -> None:
    form = FORMS[name](house)
    form.show()
    house.driver.settle()
    (warning,) = [one for one in form.findChildren(QLabel) if one.text() == form.warning]
    gap = warning.mapTo(form, QPoint(0, 0)).y() - bottom(last_field(form), form)
    assert 0 < gap < 40
    assert bottom(form.save, form) <= form.height()
    form.close()


def test_a_reason_takes_no_room_from_the_fields(house: House) -> None:
    form = correction(house)
    form.show()
    house.driver.settle()
    form.refuse("Skriv hva som er riktig.")
    house.driver.settle()
    (warning,) = [one for one in form.findChildren(QLabel) if one.text() == form.warning]
    assert bottom(last_field(form), form) < warning.mapTo(form, QPoint(0, 0)).y()
    form.close()


def test_a_long_value_stays_beside_its_name(house: House) -> None:
    form = correction(house)
    form.show()
    house.driver.settle()
    fields = form.findChild(QFormLayout)
    assert fields is not None
    name = fields.labelForField(form.which)
    assert name is not None
    assert form.which.x() > name.x() + 20
    assert form.which.toolTip().endswith(LONG)
    form.close()


def test_the_form_grows_with_what_is_chosen(house: House) -> None:
    form = SiteDialog(house.context.theme, None, house.shell, new=True)
    form.show()
    house.driver.settle()
    before = form.height()
    picture = QPixmap(40, 40)
    picture.fill("red")
    data = QBuffer()
    picture.save(data, "PNG")
    form.show_logo(bytes(data.data().data()))
    house.driver.wait(lambda: form.height() > before)
    form.close()
