"""Questions to the vocabulary of a library: which words, stems, compounds and places it knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from typing import Literal

from feltperm.search.near import NearWords
from feltperm.search.synonyms import Synonyms
from feltperm.search.text import Token

__all__ = ["AFTER", "Vocabulary"]

#: Sorts after every continuation of a prefix.
AFTER = "\U0010ffff"

_RECORDS_WITH = {
    "surface": "SELECT sum(records) FROM word WHERE surface = ?",
    "stem": "SELECT sum(records) FROM word WHERE stem = ?",
    "prefix": "SELECT sum(records) FROM word WHERE surface >= ? AND surface < ?",
}


class Vocabulary:
    """The words of one library, and those of the synonyms.

    What near words need is read into memory when they are first asked for.
    """

    def __init__(self, connection: sqlite3.Connection, synonyms: Synonyms) -> None:
        self._connection = connection
        self._synonyms = synonyms
        self._near: NearWords | None = None
        self._extra: dict[str, tuple[str, str]] = {}

    def known(self, tokens: Iterable[Token]) -> set[str]:
        """Return those surfaces and stems that the index has, as either."""
        surfaces, stems = self.present({form for t in tokens for form in (t.surface, t.stem)})
        return {*surfaces, *stems}

    def present(self, words: Collection[str]) -> tuple[list[str], list[str]]:
        """Return which of these are surfaces, and which are stems but no surfaces."""
        surfaces = self._among("SELECT DISTINCT surface FROM word WHERE surface IN", words)
        stems = self._among("SELECT DISTINCT stem FROM word WHERE stem IN", words)
        return sorted(surfaces), sorted(stems - surfaces)

    def stems_of(self, words: Collection[str]) -> dict[str, str]:
        """Return the stem of each word that is a surface of the index, or a stem in it."""
        surfaces, stems = self.present(words)
        return {word: word for word in stems} | {word: self.stem_of(word) for word in surfaces}

    def stem_of(self, surface: str) -> str:
        """Return the most frequent stem of a surface; the surface itself if it is not known."""
        if surface in self._extra:
            return self._extra[surface][0]
        row = self._connection.execute(
            "SELECT stem FROM word WHERE surface = ? ORDER BY records DESC, word LIMIT 1",
            (surface,),
        ).fetchone()
        return str(row[0]) if row else surface

    def shown(self, surface: str) -> str:
        """Return a folded word as it is mostly written."""
        for sql in (
            "SELECT name FROM place WHERE word = ? ORDER BY level LIMIT 1",
            "SELECT word FROM word WHERE surface = ? ORDER BY records DESC, word LIMIT 1",
        ):
            if row := self._connection.execute(sql, (surface,)).fetchone():
                return str(row[0])
        return self._extra[surface][1] if surface in self._extra else surface

    def records_with(self, word: str, how: Literal["surface", "stem", "prefix"]) -> int:
        """Return about how many records have a word; too many when its spellings differ."""
        values = (word, word + AFTER) if how == "prefix" else (word,)
        row = self._connection.execute(_RECORDS_WITH[how], values).fetchone()
        return int(row[0] or 0)

    def has_prefix(self, surface: str) -> bool:
        """Say whether some word begins so."""
        return self._any(
            "SELECT 1 FROM word WHERE surface >= ? AND surface < ? LIMIT 1",
            (surface, surface + AFTER),
        )

    def has_place(self, surface: str, prefix: bool) -> bool:
        """Say whether some record covers a place of this name, or one that begins so."""
        return self._any(
            "SELECT 1 FROM place WHERE word >= ? AND word < ? LIMIT 1",
            (surface, surface + (AFTER if prefix else "\0")),
        )

    def parts_of(self, surface: str) -> list[str]:
        """Return the stems of a compound's parts; none when it is not one."""
        return self._column("SELECT part FROM part WHERE compound = ? ORDER BY part", (surface,))

    def compounds_of(self, stem: str, limit: int) -> dict[str, int]:
        """Return the compounds that contain a word, those in most records first, with how many."""
        return dict(
            self._connection.execute(
                "SELECT compound, records FROM part WHERE part = ?"
                " ORDER BY records DESC, compound LIMIT ?",
                (stem, limit),
            )
        )

    def near(self, surface: str) -> list[str]:
        """Return the nearest known words to one that is not known."""
        return self._near_words().near(surface)

    def beginnings(self, surface: str) -> list[str]:
        """Return the beginnings of words that an unfinished, misspelt word may be meant as."""
        return self._near_words().beginnings(surface)

    def suggestions(self, surface: str) -> list[str]:
        """Return words to suggest when nothing was found, as they are written."""
        return [self.shown(word) for word in self._near_words().suggestions(surface)]

    def _near_words(self) -> NearWords:
        if self._near is None:
            self._extra = self._synonyms.words()
            records = dict.fromkeys(self._extra, 0)
            records.update(
                self._connection.execute(
                    """SELECT surface, sum(records) FROM (
                        SELECT surface, records FROM word
                        UNION ALL SELECT word, count(*) FROM place GROUP BY word
                    ) GROUP BY surface"""
                )
            )
            self._near = NearWords(records.items())
        return self._near

    def _among(self, select: str, words: Collection[str]) -> set[str]:
        if not words:
            return set()
        marks = ", ".join("?" * len(words))
        return {row[0] for row in self._connection.execute(f"{select} ({marks})", tuple(words))}

    def _any(self, sql: str, values: tuple[object, ...]) -> bool:
        return self._connection.execute(sql, values).fetchone() is not None

    def _column(self, sql: str, values: tuple[object, ...]) -> list[str]:
        return [row[0] for row in self._connection.execute(sql, values)]
