"""Own posters in the window: written with the sheet beside, listed, passed on, brought in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from feltperm.desk.own_posters import PosterDraft, PosterLine
from feltperm.ui.binder.own_poster_form import OwnPosterForm
from real_window import House, answering
from sample_jobs import make_job, make_press

WARNING = "Ikke skriv navn eller opplysninger om pasienter."
DRAFT = PosterDraft(title="Kafé på fredag", lines=(PosterLine("Kom klokka 12", icon="clock"),))


def ask(house: House, what: str, id: str = "") -> None:
    house.context.reports.own_poster_asked.emit(what, id)


def kept(house: House) -> list[str]:
    posters = house.desk(lambda desk: desk.own_posters.list())  # type: ignore[attr-defined]
    return [one.title["nb"] for one in posters]  # type: ignore[attr-defined]


def add(house: House, draft: PosterDraft = DRAFT) -> str:
    change = house.desk(lambda desk: desk.own_posters.add(draft))  # type: ignore[attr-defined]
    house.context.renew_content()
    return str(change.id)  # type: ignore[attr-defined]


def shown(house: House) -> list[str]:
    tab = house.shell.pages.binder().own
    return [tab.records.item(number).text() for number in range(tab.records.count())]


def test_a_poster_is_seen_while_it_is_written_and_then_stands_in_the_studio(house: House) -> None:
    first: list[bool] = []

    def write(form: OwnPosterForm) -> None:
        first.append(form.save.isEnabled())
        assert WARNING in [one.text() for one in form.findChildren(QLabel)]
        form.title.setText("Kafé på fredag")
        form.lines.first().setText("Kom klokka 12")
        house.driver.wait(lambda: form.preview.pixmap() is not None)
        form.save.click()

    answering(house, lambda: ask(house, "new"), write)
    assert first == [False]
    studio = house.shell.pages.studio()
    house.driver.wait(
        lambda: studio.job is not None and studio.job.title == {"nb": "Kafé på fredag"}
    )
    item = studio.posters.currentItem()
    assert item is not None
    assert item.text() == "Kafé på fredag\nEgen"


def test_what_does_not_fit_is_said_where_the_sheet_would_be(house: House) -> None:
    said: list[str] = []

    def write(form: OwnPosterForm) -> None:
        form.title.setText("Ordsomerlangtnokatingenplakatharplasstildet")
        form.lines.first().setText("Kom")
        house.driver.wait(lambda: "plass" in form.preview.accessibleDescription())
        said.append(form.preview.accessibleDescription())
        form._drop()

    answering(house, lambda: ask(house, "new"), write)
    assert said[0].startswith("Teksten får ikke plass i A4.")
    assert kept(house) == []


def test_a_poster_is_listed_changed_removed_and_put_back(house: House) -> None:
    id = add(house)
    house.shell.go("binder")
    tab = house.shell.pages.binder().own
    house.driver.wait(lambda: shown(house) == ["Kafé på fredag\nEgen plakat"])

    def change(form: OwnPosterForm) -> None:
        assert form.lines.lines()[0] == PosterLine("Kom klokka 12", icon="clock")
        form.title.setText("Kafé på mandag")
        form.save.click()

    answering(house, lambda: house.context.reports.own_edit.emit(id), change)
    studio = house.shell.pages.studio()
    house.driver.wait(
        lambda: studio.job is not None and studio.job.title == {"nb": "Kafé på mandag"}
    )
    house.shell.go("binder")
    house.driver.wait(lambda: shown(house) == ["Kafé på mandag\nEgen plakat"])
    house.shell.pages.binder().tabs.setCurrentWidget(tab)
    tab.records.setFocus()
    house.keys(Qt.Key.Key_Delete)
    house.driver.wait(lambda: shown(house) == [])
    house.control(Qt.Key.Key_Z)
    house.driver.wait(lambda: kept(house) == ["Kafé på mandag"])


def test_a_poster_goes_into_a_file_and_comes_out_of_it(house: House, tmp_path: Path) -> None:
    id, file = add(house), tmp_path / "kafe.json"
    writer = house.window._poster_writer()
    writer.write_share(id, file)
    house.driver.wait(file.exists)
    house.desk(lambda desk: desk.own.remove(id))  # type: ignore[attr-defined]
    writer.take(file)
    house.driver.wait(lambda: kept(house) == ["Kafé på fredag"])
    assert house.shell.strip.text() == "Plakater fra fila: 1 nye."


_NONE = "Filen er ikke delt fra Feltperm, eller den er ødelagt. Ingenting er endret."
_NEWER = "Filen er laget av et nyere Feltperm. Oppdater Feltperm, og prøv igjen."


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", _NONE), (b"%PDF-1.7", _NONE), (b'{"feltperm_share": 9, "made": ""}', _NEWER)],
)
def test_a_file_that_is_none_is_said(house: House, tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(data)
    house.window._poster_writer().take(file)
    house.driver.wait(lambda: house.shell.strip.text() == said)


def test_a_pdf_made_elsewhere_is_listed_and_removed_with_undo(house: House, tmp_path: Path) -> None:
    file = tmp_path / "Loppemarked.pdf"
    with make_press() as press:
        file.write_bytes(press.set(make_job()).pdf)
    house.shell.go("binder")
    house.window._poster_writer().take_pdf(file)
    house.driver.wait(lambda: shown(house) == ["Loppemarked\nPlakat som PDF  ·  1 side"])
    house.shell.pages.binder().own._take_away()
    house.driver.wait(lambda: shown(house) == [])
    house.control(Qt.Key.Key_Z)
    house.driver.wait(lambda: len(shown(house)) == 1)


def test_a_pdf_that_is_none_is_refused_in_words(house: House, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"ikke en pdf")
    house.window._poster_writer().take_pdf(file)
    house.driver.wait(lambda: house.shell.strip.text().endswith("."))
    assert shown(house) == []


# --- a note on the sheet ------------------------------------------------------------------------


def test_a_note_is_printed_and_kept_nowhere(house: House) -> None:
    house.shell.go("posters")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.job is not None)
    note = studio.options.note
    assert note.accessibleName() == "Beskjed på arket (lagres ikke)"
    assert note.accessibleDescription() == WARNING
    house.driver.type(note, "Stengt fredag")
    house.driver.wait(
        lambda: (
            studio.job is not None
            and studio.job.site is not None
            and studio.job.site.note == "Stengt fredag"
        )
    )
    studio.posters.setCurrentRow(1)
    house.driver.wait(lambda: studio.job is not None and studio.job.site is None)
    assert note.text() == "", "it was for the other sheet"
    binder = find_binder(house)
    assert b"Stengt fredag" not in binder.read_bytes()


def find_binder(house: House) -> Path:
    rows = house.desk(  # type: ignore[attr-defined]
        lambda desk: desk.binder._store.rows("PRAGMA database_list")  # type: ignore[attr-defined]
    )
    return Path(rows[0][2])  # type: ignore[index]
