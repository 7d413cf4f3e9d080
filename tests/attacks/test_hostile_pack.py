"""A pack whose records want to be more than text, and are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from attack_tools import Installation, Run
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from feltperm import app, app_desk, app_words
from feltperm.catalogue.records import (
    Address,
    Guidance,
    Organisation,
    PackHeader,
    Phone,
    Poster,
    Record,
    Service,
    Source,
    Step,
    Urgency,
)
from feltperm.packs.format import encode
from feltperm.ui.record.limits import MOST
from feltperm.ui.record.markdown import MarkdownView
from real_window import House, opened

Kind = TypeVar("Kind", bound=QWidget)

SCRIPT = "<script>alert(1)</script><b>fet</b><img src='file:///etc/passwd'>"
ESCAPES = "\x1b]0;stjålet\x07\x1b[2J\x1b[31mrød"
TURNED = "Ring \u202e311\u202c og \u2067113\u2069"
MARKDOWN = (
    f"{SCRIPT}\n\n![bilde](http://example.no/x.png) ![fil](file:///etc/passwd)\n\n"
    "[skript](javascript:alert(1)) [fil](file:///etc/passwd) [vev](https://example.no)\n\n"
    "<a href='javascript:x'>x</a>\n\n" + "> " * 2000 + "dypt\n\n" + "*" * 20_000 + "\n\n"
    "" + "[" * 10_000 + "\n\n" + "| a " * 2000
)
STEPS = 10_000
SOURCE = Source(publisher=SCRIPT, title=TURNED, read_on="2026-11-22", url="javascript:alert(1)")


def records() -> list[Record]:
    many = tuple(Step(title={"nb": f"Steg {n}"}, detail={"nb": "Gjør det."}) for n in range(STEPS))
    few = tuple({"nb": f"tegn {n}"} for n in range(4000))
    return [
        Guidance(
            id="gd-skript",
            title={"nb": f"Skript {SCRIPT}"},
            summary={"nb": SCRIPT},
            body={"nb": MARKDOWN},
            steps=(Step(title={"nb": SCRIPT}, detail={"nb": SCRIPT}),),
            facts=({"nb": SCRIPT},),
            sources=(SOURCE,),
            note={"nb": SCRIPT},
            related=("svc-skript", "gd-skript", "../gd-skript", "nope"),
        ),
        Service(
            id="svc-skript",
            title={"nb": f"Skript & {ESCAPES}\nto linjer"},
            provider=SCRIPT,
            summary={"nb": ESCAPES},
            hours={"nb": SCRIPT},
            phones=(Phone(number="113", display=f"113{ESCAPES}", note={"nb": SCRIPT}),),
            addresses=(Address(line=SCRIPT, city=ESCAPES),),
            url="javascript:alert(1)",
            offers=(SCRIPT, "../../x"),
            category=SCRIPT,
            sources=(SOURCE,),
        ),
        Organisation(id="org-snudd", title={"nb": TURNED}, alternate_names=(SCRIPT, TURNED)),
        Guidance(
            id="gd-mange",
            title={"nb": "Mange steg"},
            steps=many,
            urgency=(Urgency(level="call_113", signs=few),),
        ),
        Guidance(
            id="gd-langt", title={"nb": "Langt " + "ord " * 50_000}, summary={"nb": "x" * 90_000}
        ),
        Poster(id="ps-mange", title={"nb": "Mange"}, layout="steps", steps_from="gd-mange"),
        Poster(
            id="ps-skript",
            title={"nb": '#panic("x")'},
            layout="steps",
            items=(
                Step(title={"nb": '$x$ #read("/etc/passwd")'}, detail={"nb": SCRIPT}, icon="../x"),
                Step(title={"nb": '@label <label> \\u{41} "'}, icon="/etc/passwd"),
            ),
        ),
        Poster(id="ps-sirkel", title={"nb": "Sirkel"}, layout="list", steps_from="ps-sirkel"),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The program with this pack in place of its own, and the library of it."""
    header = PackHeader(
        format=1,
        pack="national",
        seq=99,
        published="2026-11-26",
        publisher=f"{SCRIPT}{ESCAPES}",
        languages=("nb",),
    )
    copy = Installation(tmp_path_factory.mktemp("hostile"))
    copy.library.unlink()
    copy.pack.write_bytes(encode(header, records()))
    with pytest.MonkeyPatch.context() as patch:
        for root in (app, app_desk, app_words):
            patch.setattr(root, "resource", copy.resource)
        app_desk.open_desk(copy.paths).close()
        for made in copy.paths.cache.iterdir():
            made.rename(copy.resource("compiled") / made.name)
        yield copy


# --- in a terminal ------------------------------------------------------------------------------


def test_a_list_has_one_harmless_line_for_each_hit(hostile: Installation, feltperm: Run) -> None:
    answer = feltperm("search", "skript")
    assert (answer.code, answer.err) == (0, "")
    assert sorted(line.split("  ")[0] for line in answer.out.splitlines()) == [
        "gd-skript",
        "svc-skript",
    ]
    assert not set(answer.out) & set("\x1b\x07\u202e")
    for name in ("svc-skript", "org-snudd", "gd-skript"):
        shown = feltperm("show", name)
        assert shown.code == 0
        assert not set(shown.out) & set("\x1b\x07\u202e")
    assert "<script>" in feltperm("show", "gd-skript").out


def test_json_holds_every_text_as_it_is(hostile: Installation, feltperm: Run) -> None:
    record = feltperm("show", "svc-skript", "--json").json["record"]
    assert record["title"]["nb"] == f"Skript & {ESCAPES}\nto linjer"
    hits = feltperm("search", "skript", "--json").json["hits"]
    assert f"Skript {SCRIPT}" in [hit["title"] for hit in hits]


def test_ten_thousand_steps_are_shown_whole(hostile: Installation, feltperm: Run) -> None:
    shown = feltperm("show", "gd-mange").out
    assert f"{STEPS}. Steg {STEPS - 1}. Gjør det." in shown
    assert feltperm("search", "mange", "steg").code == 0


# --- on paper -----------------------------------------------------------------------------------


def test_ten_thousand_steps_are_no_poster(
    hostile: Installation, fails: Callable[..., str], tmp_path: Path
) -> None:
    said = fails("poster", "ps-mange", "--out", tmp_path / "x.pdf")
    assert said.startswith("Teksten får ikke plass i A4.")
    assert not (tmp_path / "x.pdf").exists()


def test_a_poster_of_markup_is_words(hostile: Installation, feltperm: Run, tmp_path: Path) -> None:
    answer = feltperm("poster", "ps-skript", "--out", tmp_path / "x.pdf")
    assert answer.code == 0, answer.err


def test_a_poster_that_shows_itself_is_told(
    hostile: Installation, fails: Callable[..., str], tmp_path: Path
) -> None:
    said = fails("poster", "ps-sirkel", "--out", tmp_path / "x.pdf")
    assert said == "Fant ikke stegene plakaten viser. Andre plakater virker."


# --- in the window ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def house(hostile: Installation) -> Iterator[House]:
    with opened(hostile.profile) as made:
        made.skip_first_start()
        yield made


def parts(house: House, kind: type[Kind]) -> list[Kind]:
    """The parts of the page that is shown; those of the one before it may still be there."""
    detail = house.search.detail()
    return [one for one in detail.findChildren(kind) if one.isVisibleTo(detail)]


def shown(house: House) -> list[QLabel]:
    return [one for one in parts(house, QLabel) if one.text()]


@pytest.mark.parametrize("name", ["gd-skript", "svc-skript", "org-snudd", "ps-skript"])
def test_no_label_reads_markup(house: House, name: str) -> None:
    house.read(f"national/{name}")
    assert shown(house)
    for one in shown(house):
        assert one.textFormat() == Qt.TextFormat.PlainText, one.text()
    if name != "org-snudd":
        assert any("<script>" in one.text() for one in shown(house))


def test_markdown_has_neither_markup_nor_pictures(house: House) -> None:
    house.read("national/gd-skript")
    (view,) = [one for one in parts(house, MarkdownView) if "vev" in one.toPlainText()]
    assert "<script>alert(1)</script>" in view.toPlainText()
    assert "<script" not in view.document().toHtml().lower()
    for name in ("http://example.no/x.png", "file:///etc/passwd"):
        kind = QTextDocument.ResourceType.ImageResource.value
        picture = view.loadResource(kind, name)
        assert picture.size().width() == picture.size().height() == 1


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://x", "//x"],
)
def test_other_links_open_nothing_and_ask_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    went: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", went.append)
    house.read("national/gd-skript")
    for view in parts(house, MarkdownView):
        view.anchorClicked.emit(QUrl(address))
        house.driver.settle()
        assert QApplication.activeModalWidget() is None
    assert went == []


@pytest.mark.parametrize("name", ["gd-mange", "gd-langt", "gd-skript"])
def test_a_giant_page_is_cut_and_says_so(house: House, name: str) -> None:
    house.read(f"national/{name}")
    house.driver.settle()
    words = [one.text() for one in shown(house)]
    assert ("(Innholdet er for langt og er kuttet.)" in words) == (name == "gd-mange")
    if name == "gd-mange":
        assert f"Steg {MOST - 1}" in words
        assert f"Steg {MOST}" not in words


def test_hits_of_such_records_are_painted(house: House) -> None:
    house.find("skript")
    assert house.search.results.rows.rowCount() == 2
    house.driver.picture(house.shell, "hits")
