"""What there is help about: the tasks, as pages of ``docs/user``, and the lists made here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from feltperm.catalogue.records import pick
from feltperm.desk.terms import Terms
from feltperm.ui.help.keys import KEYS
from feltperm.ui.toolkit.languages import Language

__all__ = ["TASKS", "Topic", "find_topics", "key_page", "task_topics", "term_page"]

#: The pages in their order (SCREENS 2.7); the last one stands below what the doctor found.
TASKS = (
    "finne-hjelp", "skrive-ut-plakat", "lage-utdelingsark", "oppdatere-uten-nett", "melde-feil",
    "bytte-sprak", "dele-med-kolleger", "noe-er-galt",
)  # fmt: skip


class Topic(NamedTuple):
    """A page of help.

    Attributes:
        name: what it is called in the program.
        text: Markdown, without its heading.
        foreign: it is in bokmål where the window speaks another language.
    """

    name: str
    title: str
    text: str
    foreign: bool = False


def task_topics(folder: Path, language: Language) -> list[Topic]:
    """Return the pages about tasks, in the window's language where there is one.

    A page that cannot be read is left out; the rest of the help is there all the same.
    """
    found = []
    for name in TASKS:
        own, bokmål = (folder / code / f"{name}.md" for code in (language, "nb"))
        for path in dict.fromkeys((own, bokmål)):
            try:
                heading, _, text = path.read_text(encoding="utf-8").partition("\n")
            except (OSError, UnicodeDecodeError):
                continue
            title = heading.removeprefix("#").strip()
            found.append(Topic(name, title, text.strip(), foreign=path is not own))
            break
    return found


def find_topics(topics: Sequence[Topic], words: str) -> list[Topic]:
    """Return the topics that have all the words somewhere; those with them in the title first."""
    wanted = words.casefold().split()
    fits = [
        topic
        for topic in topics
        if all(word in f"{topic.title} {topic.text}".casefold() for word in wanted)
    ]
    return sorted(fits, key=lambda one: not all(word in one.title.casefold() for word in wanted))


def key_page() -> Topic:
    """Return the list of shortcuts."""
    rows = "\n".join(f"| {_shown(keys)} | {_tr(str(what))} |" for keys, what in KEYS)
    head = f"| {_tr('Tast')} | {_tr('Hva den gjør')} |\n|---|---|\n"
    return Topic("taster", _tr("Hurtigtaster"), head + rows)


def _shown(keys: str) -> str:
    """Return keys as they are called on a keyboard."""
    left, right = _tr("venstrepil"), _tr("høyrepil")
    return keys.replace("Left", left).replace("Right", right)


def term_page(terms: Terms, language: Language) -> Topic:
    """Return the words of the services, explained."""
    lines = []
    for term in terms.all():
        also = f" ({', '.join(term.also[:2])})" if term.also else ""
        explained = escape(pick(term.explanation, language)[1], quote=False)
        lines.append(f"**{term.term}**{also}: {explained}")
    return Topic("ordliste", _tr("Ordliste"), "\n\n".join(lines))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)
