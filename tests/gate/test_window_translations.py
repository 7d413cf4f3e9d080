"""The translations of the window are whole, up to date, and keep what is filled in."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest

from devtools import translate
from devtools.sentences import SAID, Sentence, sentences
from feltperm.desk.sheets.pictograms import load_pictogram_names
from feltperm.ui.toolkit.languages import NAMES
from feltperm.ui.toolkit.spoken import CONTEXT
from feltperm.wording import Said
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


#: Calls whose words are translated, or are for those who read the log or the command line.
SAYING = frozenset(
    {
        "say", "template", "counted", "tr", "_tr", "translate", "QT_TRANSLATE_NOOP", "_text",
        "debug", "info", "warning", "error", "exception",
    }
)  # fmt: skip
#: A word that bokmål has, and neither code nor English.
NORWEGIAN = re.compile(
    r"\w[æøå]|[æøå]\w|\b(og|ikke|til|fra|med|er|av|det|en|et|på|ingen|sider?|plakat|sted|uke)\b",
    re.IGNORECASE,
)
#: Where words are no part of the window: sheets keep their own language, and the rest is written
#: into files or the terminal.
ELSEWHERE = (
    "ui/tour.py", "ui/driver.py", "ui/toolkit/display.py", "desk/sheets/", "desk/corrections.py",
    "desk/crisis.py", "desk/failed.py", "binder/pdf_posters.py",
)  # fmt: skip
#: Names of languages, files and holidays, wordings in all three languages, and codes.
NO_SENTENCES = frozenset(
    {
        "en", "Bokmål", "Første påskedag", "Påske", "plakat", "noe-er-galt", "skrive-ut-plakat",
        "dele-med-kolleger", "QFrame#danger-side { background: #B3261E; }", "danger-side",
        "Egne oppføringer", "Medisinsk nødtelefon", "Utsjånaden kan variere.",
        "Kom til oss i dag hvis", "Kom til oss i dag viss", "Dette kan du gjøre selv",
        "Dette kan du gjere sjølv", "Evje og Hornnes", "Møre og Romsdal", "Nore og Uvdal",
        r"(.+) og (\d+) til",
    }
)  # fmt: skip


def said_past_translators(path: Path) -> Iterator[str]:
    """Give the Norwegian strings of a module that no call makes translatable."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)  # a docstring
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            passed.update(ast.walk(node) if name in SAYING else ())
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or node in passed:
            continue
        words = node.value if isinstance(node.value, str) else ""
        if NORWEGIAN.search(words) and words not in NO_SENTENCES:
            yield words


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


def test_nothing_is_said_in_bokmaal_past_the_translators() -> None:
    found = {
        f"{name}: {words}"
        for room in ("ui", "desk", "catalogue", "binder")
        for path in (PROGRAM / room).rglob("*.py")
        if not (name := path.relative_to(PROGRAM).as_posix()).startswith(ELSEWHERE)
        for words in said_past_translators(path)
    }
    assert found == set()


def test_a_string_that_is_put_together_of_bokmaal_is_found(tmp_path: Path) -> None:
    module = tmp_path / "a.py"
    module.write_text(
        '"""Sider og ark."""\n'
        'x = f"{n} sider", say("Fant ikke {name}.", name=name), "sheet-of-paper", "Åpne"\n',
        encoding="utf-8",
    )
    assert sorted(said_past_translators(module)) == [" sider", "Åpne"]


def test_every_drawing_is_named_in_all_languages() -> None:
    names = load_pictogram_names(ROOT / "resources" / "icons" / "pictograms")
    assert [name for name, shown in names.items() if not isinstance(shown, Said)] == []


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


#: What stands in bold in the help and is no name in the window: keys, and words that are stressed.
STRESSED = frozenset(
    {
        "Enter", "pil opp", "pil ned", "up", "down", "Stjernen", "Stjerna", "star", "Gå tilbake",
        "Go back", "Ingenting går tapt", "Nothing is lost", "Med nett", "Uten nett", "Utan nett",
        "With a network", "Without a network", "Norwegian only",
    }
)  # fmt: skip


@pytest.mark.parametrize("language", NAMES)
def test_the_help_calls_things_as_the_window_does(language: str) -> None:
    shown = [form for forms in translations(language).values() for form in forms]
    shown += [one.source for one in sentences(PROGRAM)] if language == "nb" else []
    names = {re.sub(r" ?\(?\{.*", "", words) for words in shown} | {*NAMES.values(), *STRESSED}
    pages = sorted((ROOT / "docs" / "user" / language).glob("*.md"))
    assert pages
    bold = {
        f"{page.name}: {name}"
        for page in pages
        for name in re.findall(r"\*\*(.+?)\*\*", page.read_text(encoding="utf-8"))
        if name not in names and not re.fullmatch(r"(Ctrl|Shift|Alt)\+\w+|F\d+|Esc", name)
    }
    assert bold == set()
