"""Whose words are these? Runs of eight words that also stand in a source text.

A fact is free, a sentence is not: records are written in our own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from feltperm.catalogue.fold import fold
from feltperm_publish.findings import Finding
from feltperm_publish.sources import Sources
from feltperm_publish.walk import strings

__all__ = ["RUN", "borrowed", "read_texts"]

#: So many words in a row are no chance.
RUN = 8
_WORD = re.compile(r"[^\W_]+")
#: What is called what it is called.
_NAMES = ("title", "alternate_names", "provider", "sources", "addresses", "url")


def read_texts(path: Path) -> dict[str, str]:
    """Return the source texts by file name: one file, or every file below a folder.

    Raises:
        OSError: the path cannot be read.
    """
    files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    return {file.name: file.read_text(encoding="utf-8", errors="replace") for file in files}


def borrowed(sources: Sources, texts: dict[str, str]) -> Iterator[Finding]:
    """Give a finding for each text of a record that shares a run of words with a source text."""
    known: dict[tuple[str, ...], str] = {}
    for name, text in texts.items():
        known.update(dict.fromkeys(_runs(_words(text)), name))
    for entry in sources.entries:
        for path, text in strings(entry.record):
            run = next((one for one in _runs(_words(text)) if one in known), None)
            if run and not path.startswith(_NAMES):
                message = f"«{' '.join(run)}» also stands in {known[run]}: say it in other words"
                yield Finding(entry.file, entry.record.id, path, message)


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _runs(words: list[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
