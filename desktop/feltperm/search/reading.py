"""Records read out of the library for the hits that are shown, and remembered.

From one keystroke to the next mostly the same records are shown, so what is worked out of their
texts is kept: the plain text and the words that stand in it.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count

import msgspec

from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import Record, pick
from feltperm.search import fields
from feltperm.search.text import Analyser, Forms

__all__ = ["ReadRecord", "ReadText", "Reader"]

#: How many records are remembered; a list shows fifty.
REMEMBERED = 400

_RECORD: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


@dataclass(frozen=True)
class ReadText:
    """A text, and the forms of its words in order.

    Attributes:
        aside: it is found by, but not shown: there is a wording in the language that is shown.
    """

    text: str
    forms: Sequence[Forms]
    aside: bool = False

    @cached_property
    def surfaces(self) -> frozenset[str]:
        """The folded words, each once."""
        return frozenset(surface for surface, _ in self.forms)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems, each once."""
        return frozenset(stem for _, stem in self.forms)

    @cached_property
    def line(self) -> str:
        """The folded words in a row, each after a space: what begins a word is found in it fast."""
        return "".join(f" {surface}" for surface, _ in self.forms)


@dataclass(frozen=True)
class ReadRecord:
    """A record with its texts, which are worked out when first asked for."""

    ref: Ref
    area: str
    record: Record
    analyser: Analyser
    language: str = "nb"

    @cached_property
    def title(self) -> ReadText:
        """The title as it is shown."""
        return self._read(pick(self.record.title, self.language)[1])

    @cached_property
    def names(self) -> tuple[ReadText, ...]:
        """The titles in all languages, and the other names."""
        return tuple(map(self._read, fields.names(self.record)))

    def texts(self) -> Iterator[ReadText]:
        """Give the texts a snippet may come from, and the wordings in other languages.

        Each is worked out when it is first asked for: mostly the first one is enough.
        """
        known, source = self._texts
        for number in count():
            if number == len(known):
                text = next(source, None)
                if text is None:
                    return
                known.append(self._read(*text))
            yield known[number]

    @cached_property
    def _texts(self) -> tuple[list[ReadText], Iterator[tuple[str, bool]]]:
        shown = ((text, False) for text in fields.shown(self.record, self.language))
        # who reads bokmål is shown the wording that was found in another language
        aside = self.language != "nb"
        others = ((text, aside) for text in fields.others(self.record, self.language))
        return [], chain(shown, others)

    def _read(self, text: str, aside: bool = False) -> ReadText:
        return ReadText(text, self.analyser.all_forms(text), aside)


class Reader:
    """Reads records by row number."""

    def __init__(self, connection: sqlite3.Connection, analyser: Analyser) -> None:
        self._connection = connection
        self._analyser = analyser
        self._known: OrderedDict[tuple[int, str], ReadRecord] = OrderedDict()

    def read(self, row: int, language: str = "nb") -> ReadRecord:
        """Return the record of a row that is in the library, as it is read in a language."""
        known = self._known.get((row, language))
        if known is not None:
            self._known.move_to_end((row, language))
            return known
        pack, record_id, area, data = self._connection.execute(
            "SELECT pack, id, area, json FROM record WHERE row = ?", (row,)
        ).fetchone()
        record = ReadRecord(
            Ref(pack, record_id), area, _RECORD.decode(data), self._analyser, language
        )
        self._known[row, language] = record
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return record
