"""The form for a site in the window: hours that follow a record, a logo, and what is refused."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel

from feltperm.binder import Site
from feltperm.ui.binder.site_dialog import SiteDialog
from real_window import House, answering

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'
SERVICE = "Medisinsk nødtelefon 113 (Hele landet)"


def sites(house: House) -> list[Site]:
    return list(house.desk(lambda desk: desk.keep.sites()))  # type: ignore[attr-defined,call-overload]


def offered(house: House, form: SiteDialog) -> None:
    house.driver.wait(lambda: form.service.completer() is not None)


@pytest.fixture
def pick(monkeypatch: pytest.MonkeyPatch, house: House) -> Callable[[Path], None]:
    """Choose a file where one is asked for."""
    ask = house.context.ask

    def choose(path: Path) -> None:
        def answer(dialog: QDialog) -> bool:
            if isinstance(dialog, QFileDialog):
                dialog.selectedFiles = lambda: [str(path)]  # type: ignore[method-assign]
                return True
            return ask(dialog)

        monkeypatch.setattr(type(house.context), "ask", lambda _self, dialog: answer(dialog))

    return choose


def test_hours_follow_a_chosen_record_and_stay_chosen(house: House) -> None:
    new = house.shell.pages.binder().new_site

    def fill(form: SiteDialog) -> None:
        offered(house, form)
        form.name.setText("Bua")
        form.follows.setChecked(True)
        assert not form.hours.isEnabled()
        assert not form.save.isEnabled(), "nothing is followed yet"
        form.service.setText(SERVICE)
        form.save.click()

    answering(house, new, fill)
    house.driver.wait(lambda: len(sites(house)) == 1)
    (kept,) = sites(house)
    assert (kept.hours_from, kept.hours) == ("national/svc-113", "alle dager hele døgnet")
    page = house.shell.pages.binder()
    house.driver.wait(lambda: page.sites.count() == 1)
    page.sites.setCurrentRow(0)
    shown: list[str] = []

    def look(form: SiteDialog) -> None:
        offered(house, form)
        shown.append(form.service.text())
        form.reject()
        assert not form.isVisible(), "what the program filled in is not lost words"

    answering(house, page._edit_site, look)
    assert shown == [SERVICE]


def test_a_number_with_letters_is_refused_in_the_form(house: House) -> None:
    said: list[str] = []

    def wrong(form: SiteDialog) -> None:
        form.name.setText("Bua")
        form.phone.setText("spør Nina")
        form.save.click()

    def mend(form: SiteDialog) -> None:
        said.extend(one.text() for one in form.findChildren(QLabel) if one.isVisible())
        assert form.windowTitle() == "Nytt sted"
        assert form.name.text() == "Bua"
        form.phone.setText("73000000")
        form.save.click()

    answering(house, house.shell.pages.binder().new_site, wrong, mend)
    assert "Telefonnummeret kan ikke ringes. Skriv ett nummer, med bare tall." in said
    house.driver.wait(lambda: [one.phone for one in sites(house)] == ["73 00 00 00"])


def test_a_logo_is_looked_at_shown_described_and_kept(
    house: House, pick: Callable[[Path], None], tmp_path: Path
) -> None:
    file = tmp_path / "logo.svg"
    file.write_text(LOGO, encoding="utf-8")
    pick(file)

    def fill(form: SiteDialog) -> None:
        form.name.setText("Bua")
        form.logo_asked.emit()
        house.driver.wait(lambda: form.logo())
        assert form.logo_alt.isVisible()
        assert not form.save.isEnabled()
        assert "Beskriv logoen" in form.save.toolTip()
        form.logo_alt.setText("En trekant")
        form.save.click()

    answering(house, house.shell.pages.binder().new_site, fill)
    house.driver.wait(lambda: len(sites(house)) == 1)
    (kept,) = sites(house)
    assert kept.logo_alt == "En trekant"
    png = house.desk(lambda desk: desk.keep.logo(kept))  # type: ignore[attr-defined]
    assert isinstance(png, bytes)
    assert png.startswith(b"\x89PNG")


def test_a_broken_logo_is_refused_in_words_and_the_form_stays(
    house: House, pick: Callable[[Path], None], tmp_path: Path
) -> None:
    file = tmp_path / "logo.svg"
    file.write_text("<svg", encoding="utf-8")
    pick(file)
    said: list[str] = []

    def fill(form: SiteDialog) -> None:
        form.name.setText("Bua")
        form.logo_asked.emit()
        house.driver.wait(lambda: form._refusal.isVisible())
        said.append(form._reason.text())
        assert form.logo() == b""
        assert form.save.isEnabled(), "it can be saved without one"
        form.save.click()

    answering(house, house.shell.pages.binder().new_site, fill)
    assert said == ["Logoen er for stor eller skadet. Bruk PNG eller SVG under 2 MB."]
    house.driver.wait(lambda: len(sites(house)) == 1)


def test_the_logo_stands_on_the_poster_and_an_update_of_the_place_keeps_it(
    house: House, tmp_path: Path
) -> None:
    from feltperm.desk.places import read_logo  # noqa: PLC0415  the press's side

    file = tmp_path / "logo.svg"
    file.write_text(LOGO, encoding="utf-8")
    found: list[bytes] = []
    house.window.press.run(lambda press: read_logo(press, file), found.append, pytest.fail)
    house.driver.wait(lambda: found)
    site = Site(name="Bua", logo_alt="En trekant", is_default=True)
    house.desk(lambda desk: desk.keep.add_site(site, found[0]))  # type: ignore[attr-defined]
    house.shell.go("posters")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.job is not None and studio.job.site is not None)
    assert studio.job is not None
    assert studio.job.site is not None
    assert len(studio.job.site.logo) == 64
    assert studio.sheet is not None
    with pikepdf.open(io.BytesIO(studio.sheet.pdf)) as pdf:
        said = [
            str(one.Alt) for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]  # fmt: skip
    assert "En trekant" in said
