"""Keeps the translations of the window up to date with its source: ``resources/i18n/*.ts``.

The files are those of Qt Linguist and may be opened in it. A sentence that is new stands in them
as unfinished; one that is gone is dropped. Bokmål is what the source is written in, so its file
holds only what has plural forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from devtools.sentences import Sentence, sentences

__all__ = ["LANGUAGES", "Forms", "file_of", "read", "refresh", "refreshed", "unfinished", "write"]

#: Language of the window -> language of the file.
LANGUAGES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
#: A translation: one wording, or one for each plural form (one, many); empty if there is none.
Forms = tuple[str, ...]
_PLURALS = 2


def file_of(i18n: Path, language: str) -> Path:
    """Return the file of a language."""
    return i18n / f"feltperm_{language}.ts"


def read(path: Path) -> dict[Sentence, Forms]:
    """Return what a file holds; nothing when there is none yet."""
    if not path.exists():
        return {}
    found: dict[Sentence, Forms] = {}
    for context in ElementTree.parse(path).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            plural = message.get("numerus") == "yes"
            said = message.find("translation")
            nodes = [] if said is None else said.findall("numerusform") if plural else [said]
            forms = tuple(node.text or "" for node in nodes)
            found[Sentence(name, message.findtext("source", ""), plural)] = forms
    return found


def refreshed(
    language: str, source: Iterable[Sentence], known: Mapping[Sentence, Forms]
) -> dict[Sentence, Forms]:
    """Return the translations that a file is to hold, in the order of ``source``.

    What is not known under its own context is taken from another one that says the same.
    """
    elsewhere = {(one.source, one.plural): forms for one, forms in known.items() if all(forms)}
    made = {}
    for one in source:
        if language == "nb" and not one.plural:
            continue
        none = ("",) * (_PLURALS if one.plural else 1)
        forms = known.get(one, ())
        made[one] = forms if any(forms) else elsewhere.get((one.source, one.plural), none)
    return made


def unfinished(translations: Mapping[Sentence, Forms]) -> list[Sentence]:
    """Return what has no wording yet."""
    return [one for one, forms in translations.items() if not all(forms)]


def write(language: str, translations: Mapping[Sentence, Forms]) -> str:
    """Return the text of a file; without line numbers, so that only words make a difference."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{LANGUAGES[language]}" sourcelanguage="nb_NO">')
    for context, group in groupby(sorted(translations), key=lambda one: one.context):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for one in group:
            lines += _message(one, translations[one])
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message(one: Sentence, forms: Forms) -> list[str]:
    kind = ' numerus="yes"' if one.plural else ""
    lacks = "" if all(forms) else ' type="unfinished"'
    body = [f"        <translation{lacks}>{escape(forms[0])}</translation>"]
    if one.plural:
        wordings = [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
        body = [f"        <translation{lacks}>", *wordings, "        </translation>"]
    source = f"        <source>{escape(one.source)}</source>"
    return [f"    <message{kind}>", source, *body, "    </message>"]


def refresh(program: Path, i18n: Path) -> dict[str, list[Sentence]]:
    """Bring the files of all languages up to date; return what each still lacks.

    Raises:
        ValueError: a sentence in the source cannot be found by its words (see ``sentences``).
    """
    source = sentences(program)
    lacking = {}
    for language in LANGUAGES:
        path = file_of(i18n, language)
        made = refreshed(language, source, read(path))
        path.write_text(write(language, made), encoding="utf-8", newline="\n")
        lacking[language] = unfinished(made)
    return lacking
