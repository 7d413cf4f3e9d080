"""With a text in the window's language the window shows that, in lists as on pages; paper does not.

The content is one in which every record has a nynorsk text of its own. Only names, places and the
like are the same in all languages, and so is what somebody here has typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import pseudo_content
import pseudo_language
import real_window
import views
from feltperm import app, app_desk, app_words
from feltperm.binder import Site
from feltperm.desk.desk import Desk
from feltperm.desk.sheets.posters import Choice
from feltperm.desk.text import URGENCY
from feltperm.paper.job import Job
from feltperm.paths import find_paths, resource
from feltperm.ui.application import Parts
from feltperm.ui.toolkit.look import Look
from pseudo_language import OPENS, missed, pieces, pseudo
from real_window import House
from views import VIEWS, record

pytestmark = pytest.mark.slow

EVENING, WEEK, HISTORICAL = (
    "national/svc-kveld",
    "national/ps-utekalender",
    "national/ps-korona-rus",
)
#: What the test itself has typed, what stands on the sheet that it hangs up, and a line of alerts.
TYPED = (
    "Varmestova", "Gata 1", "inngang", "Natt", "nalokson", "Her finner du oss",
    "Utsjånaden kan variere",
)  # fmt: skip


def week(house: House) -> QWidget:
    """The poster that shows the week of a service, and its services to choose from."""
    shown = views.studio(house)
    choose_poster(house, WEEK, "week")
    return shown


def measure(house: House) -> QWidget:
    """A measure of the checklist, and the fields beside it."""
    shown = VIEWS["crisis"](house)
    crisis = house.shell.pages.crisis()
    house.driver.wait(crisis.list.count)
    crisis.list.setCurrentRow(1)
    house.driver.settle()
    return shown


def choose_poster(house: House, poster: str, form: str) -> None:
    studio = house.shell.pages.studio()
    studio.choose(poster)
    studio.options.choose(studio.options.forms, form)
    layout = form or "list"
    house.driver.wait(lambda: studio.job is not None and studio.job.layout == layout)
    house.driver.wait(lambda: studio.job is not None and studio.job.record.startswith(poster))


#: The help is no content, and says in its own tests what it is in.
PAGES = {
    **{name: show for name, show in VIEWS.items() if name != "help"},
    "week": week,
    "measure": measure,
    **{
        ref: record(ref)
        for ref in (
            EVENING, HISTORICAL, "national/gd-selvmord", "national/ps-overdose",
            "national/org-bla-kors", "national/svc-hareid-fellesskapet", "trondheim/tk-varmestue",
            "trondheim/al-tk-falske-piller", "trondheim/al-tk-fontenehuset",
        )
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("content")
    compiled = pseudo_content.make_compiled(folder / "compiled")
    words = pseudo_language.make_translations(folder / "i18n")

    def find(name: str) -> object:
        first, _, rest = name.partition("/")
        return compiled / rest if first == "compiled" else resource(name)

    def changed(parts: Parts) -> Parts:
        return parts._replace(translations=words)

    look = Look("light", language="nn")
    with pytest.MonkeyPatch.context() as patch:
        for module in (app, app_desk, app_words):
            patch.setattr(module, "resource", find)
        app.install_samples(find_paths(folder / "profile"))
        with real_window.opened(folder / "profile", look=look, changed=changed) as house:
            house.skip_first_start()
            house.context.reports.place_chosen.emit("5001")
            house.desk(_keep)  # type: ignore[arg-type]
            house.context.reports.content_changed.emit()
            house.driver.settle()
            yield house


def _keep(desk: Desk) -> None:
    """Have something in every list of the binder."""
    desk.keep.add_site(Site(name="Varmestova", address="Gata 1", phone="22 00 00 00"))
    night = desk.collect.create("Natt")
    for ref in (EVENING, "national/gd-overdose", HISTORICAL):
        desk.keep.star(ref)
        desk.collect.add(night.number, ref)
    desk.tray.add(EVENING)
    desk.corrector.add(EVENING, "phone", "22 67 43 99")
    asked = Choice(site="Varmestova", form="week", services=(EVENING,))
    desk.recall.hang([desk.posters.proof(WEEK, asked).job], "Varmestova", "inngang")


@pytest.fixture(scope="module")
def known(house: House) -> Callable[[str], bool]:
    urgency = [text for wording in URGENCY.values() for text in wording.values()]
    found = {*TYPED, *urgency}
    for value in pseudo_content.values(app_desk.resource("compiled")):
        found |= {value, *pieces(value)}
    return lambda word: word in found or word.strip("0123456789 ") in found


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_bokmaal_that_has_a_text_in_the_windows_language(
    house: House, known: Callable[[str], bool], page: str
) -> None:
    shown = PAGES[page](house)
    house.driver.settle()
    assert missed(shown, known) == []


@pytest.mark.parametrize(
    ("poster", "form"), [(HISTORICAL, ""), (WEEK, "week"), ("national/ps-hjelpetelefoner", "")]
)
def test_checks_before_printing_are_said_in_the_windows_language(
    house: House, known: Callable[[str], bool], poster: str, form: str
) -> None:
    views.studio(house)
    choose_poster(house, poster, form)
    found: list[str] = []

    def look(shown: QDialog) -> None:
        house.driver.settle()
        found.extend(missed(shown, known))

    real_window.answering(house, house.shell.pages.studio().print_button.click, look)
    assert found == []


def test_the_hours_of_a_feast_are_said_in_the_windows_language(house: House) -> None:
    house.read(EVENING)
    told = [text for _, where, text in pseudo_language.texts(house.shell) if where == "text"]
    (feast,) = [text for text in told if pseudo("Jul") in text]
    assert feast.count(pseudo("julaften")) == 1
    assert pseudo("lege til stede") in " ".join(told)


def test_what_is_copied_has_the_words_of_the_window(house: House) -> None:
    house.read(EVENING)
    page = house.search.detail().page
    assert page is not None
    copied = house.context.words().as_text(page, "nn")
    assert copied.splitlines()[0] == pseudo("Kveldsbussen")
    assert f"{pseudo('Telefon')}: 22 67 43 99" in copied
    assert f"{pseudo('Kilde')}: Bykirken, Bussen. {OPENS}" in copied


@pytest.mark.parametrize(
    ("poster", "choice"),
    [
        (WEEK, Choice(form="week", services=(EVENING,))),
        (WEEK, Choice(form="week", services=(EVENING,), period="2026-12-24")),
        (HISTORICAL, Choice()),
        ("national/ps-overdose", Choice(site="Varmestova")),
        ("trondheim/al-tk-fontenehuset", Choice()),
    ],
)
def test_paper_keeps_the_language_of_the_sheet(house: House, poster: str, choice: Choice) -> None:
    job = house.desk(lambda desk: desk.posters.proof(poster, choice).job)  # type: ignore[attr-defined]
    assert isinstance(job, Job)
    assert OPENS not in msgspec.json.encode(job, enc_hook=str).decode()
