"""The translations of the window are whole, up to date, and keep what is filled in."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest

from devtools import translate
from devtools.sentences import SAID, Sentence, sentences
from feltperm.ui.toolkit.languages import NAMES
from feltperm.ui.toolkit.spoken import CONTEXT
from feltperm_publish.translations import release

ROOT = Path(__file__).parents[2]
PROGRAM, I18N = ROOT / "desktop" / "feltperm", ROOT / "resources" / "i18n"
PLACES = re.compile(r"\{\w*\}")
#: Bokmål that has another word in nynorsk.
BOKMÅL = re.compile(
    r"\b(ikke|fra|hvor|hva|hvem|hvis|noe|noen|dere|deres|jeg|bare|kilde|innhold|skriveren"
    r"|velg|sjekkes|endret|oppføringer|plakater|favoritter|oversettelsen?|uke|navn|tegn|åpne|åpent)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def source() -> list[Sentence]:
    return sentences(PROGRAM)


def translations(language: str) -> dict[Sentence, translate.Forms]:
    return translate.read(translate.file_of(I18N, language))


@pytest.mark.parametrize("language", translate.LANGUAGES)
def test_the_file_is_up_to_date_with_the_source(language: str, source: list[Sentence]) -> None:
    made = translate.refreshed(language, source, translations(language))
    kept = translate.file_of(I18N, language).read_text(encoding="utf-8")
    assert translate.write(language, made) == kept, "run: python3 build/dev.py translate"


@pytest.mark.parametrize("language", translate.LANGUAGES)
def test_every_sentence_has_its_wording(language: str) -> None:
    lacking = translate.unfinished(translations(language))
    assert [f"{one.context}: {one.source}" for one in lacking] == []


@pytest.mark.parametrize("language", translate.LANGUAGES)
def test_what_is_filled_in_keeps_its_place(language: str) -> None:
    for one, forms in translations(language).items():
        for form in forms:
            assert sorted(PLACES.findall(form)) == sorted(PLACES.findall(one.source)), form
            assert form.count("%n") == one.source.count("%n"), form
            assert form.count("&") == one.source.count("&"), form
            assert form.count("\n") == one.source.count("\n"), form
            assert (form[:1].isspace(), form[-1:].isspace()) == (
                one.source[:1].isspace(), one.source[-1:].isspace(),
            ), form  # fmt: skip
            assert form.endswith("…") == one.source.endswith("…"), form


def test_nynorsk_is_no_bokmaal() -> None:
    said = [form for forms in translations("nn").values() for form in forms]
    assert [form for form in said if BOKMÅL.search(PLACES.sub("", form))] == []


def test_english_has_no_norwegian_letters() -> None:
    names = re.compile(r"Bokmål|Nynorsk|Sámi|Varmestua")
    said = [form for forms in translations("en").values() for form in forms]
    cleaned = {form: names.sub("", PLACES.sub("", form)) for form in said}
    assert [form for form, left in cleaned.items() if re.search("[æøåÆØÅ«»]", left)] == []


def test_each_language_of_the_window_has_a_file_that_compiles() -> None:
    assert set(translate.LANGUAGES) == set(NAMES)
    for language in NAMES:
        assert release(translate.file_of(I18N, language))


def test_the_sentences_of_other_rooms_are_looked_up_where_they_are_filed() -> None:
    assert SAID == CONTEXT


def test_a_sentence_that_is_put_together_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('say(f"Fant ikke {name}.")\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.py:1: no literal"):
        sentences(tmp_path)


def test_every_way_to_say_something_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "def _tr(text, n=-1):\n"
        '    return QCoreApplication.translate("Words", text, "", n)\n'
        'say("a" if x else "b")\n'
        'counted(n, "en", "fler")\n'
        'TABLE = {1: template("c")}\n'
        'HINT = QT_TRANSLATE_NOOP("Hint", "d")\n'
        '_tr("%n e", n)\n'
        "class Page:\n"
        "    def show(self):\n"
        '        self.tr("f" "g"), self.tr("%n h", "", n)\n',
        encoding="utf-8",
    )
    assert sentences(tmp_path) == sorted(
        [
            *(Sentence(SAID, text) for text in ("a", "b", "c", "en", "fler")),
            Sentence("Hint", "d"), Sentence("Words", "%n e", plural=True),
            Sentence("Page", "fg"), Sentence("Page", "%n h", plural=True),
        ]
    )  # fmt: skip


def test_a_wording_is_kept_when_its_sentence_moves_and_dropped_with_it() -> None:
    old, new = Sentence("Old", "Lagre"), Sentence("New", "Lagre")
    assert translate.refreshed("en", [new], {old: ("Save",)}) == {new: ("Save",)}
    assert translate.refreshed("en", [], {old: ("Save",)}) == {}


@pytest.mark.slow
def test_qt_linguist_finds_nothing_that_is_not_found_here(
    tmp_path: Path, source: list[Sentence]
) -> None:
    name = "lupdate.exe" if sys.platform == "win32" else "lupdate"
    found = tmp_path / "found.ts"
    command = [str(Path(PySide6.__file__).parent / name), "-silent", "-extensions", "py"]
    subprocess.run([*command, str(PROGRAM), "-ts", str(found)], check=True, capture_output=True)
    ours = {(one.context, one.source) for one in source}
    theirs = {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(found).iter("context")
        for message in context.iter("message")
    }
    assert theirs
    assert theirs - ours == set()
