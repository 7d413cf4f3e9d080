"""The programs that are compared: ours, and what else searches Norwegian on a laptop.

Each is given the same documents, keeps its index with the texts in a folder of its own, and returns
ids, the best first. Each is used as well as we know how: where there are several ways to ask it,
the way with the best mean on the questions counts, and the report names it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import build_library
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import Guidance, Pack, PackHeader, Record
from feltperm.paths import resource
from feltperm.search import (
    Analyser,
    Request,
    Searcher,
    SearchIndex,
    Synonyms,
    load_synonyms,
)

__all__ = ["PEERS", "Document", "Ours", "Peer", "Plain", "Tantivy", "Trigrams", "Xapian"]

_WORD = re.compile(r"\w+")
_HEADER = PackHeader(
    format=1,
    pack="national",
    seq=1,
    published="2026-11-25",
    publisher="Feltperm",
    languages=("nb",),
)


class Document(NamedTuple):
    """What is to be found; ours indexes the record where there is one."""

    id: str
    title: str
    text: str
    record: Record | None = None


class Peer:
    """A program with one index. ``way`` says how it is asked, where there is a choice."""

    name: ClassVar[str]
    ways: ClassVar[tuple[str, ...]] = ("",)

    def __init__(self, way: str = "") -> None:
        self.way = way or self.ways[0]
        self._ids: list[str] = []

    @classmethod
    def missing(cls) -> str:
        """Say what to install, where it is not there."""
        return ""

    def build(self, documents: Sequence[Document], folder: Path) -> None:
        """Index the documents in an empty folder and open the index."""
        raise NotImplementedError

    def search(self, text: str, typing: bool, limit: int) -> list[str]:
        """Return the ids that answer a question, the best first.

        Args:
            typing: the last word may be unfinished.
        """
        raise NotImplementedError

    def size(self, folder: Path) -> int:
        """Return the bytes of the index."""
        return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

    def close(self) -> None:
        """Let go of the files."""


class Ours(Peer):
    """The library and the searcher of the program, with its words and its synonyms."""

    name = "Feltperm"
    FILE = "ours.sqlite"

    def __init__(self, way: str = "") -> None:
        super().__init__(way)
        self._analyser = Analyser()
        self._library: Library | None = None
        self._searcher: Searcher | None = None
        self._by_slug: dict[str, str] = {}

    def build(self, documents: Sequence[Document], folder: Path) -> None:
        """Build a library; what is no record yet becomes a guidance."""
        records = []
        for number, one in enumerate(documents):
            record = one.record or _guidance(number, one)
            self._by_slug[record.id] = one.id
            records.append(record)
        pack = Pack(header=_HEADER, records=tuple(records), sha256="made")
        build_library(folder / self.FILE, [pack], SearchIndex(), _geography())
        self._library = Library(folder / self.FILE)
        self.use()

    def use(self, synonyms: bool = True, **parts: Any) -> None:
        """Search with these parts of the program; ``parts`` go to :class:`Searcher`."""
        assert self._library is not None
        path = resource("compiled/synonyms.json")
        known = synonyms and path.exists()
        words = load_synonyms(path, self._analyser) if known else Synonyms([], self._analyser)
        self._searcher = Searcher(self._library, words, self._analyser, **parts)
        self._searcher.warm()

    def search(self, text: str, typing: bool, limit: int) -> list[str]:
        """Search; titles, snippets, reasons and marks are made too, as on a keystroke."""
        assert self._searcher is not None
        results = self._searcher.search(Request(text, typing=typing, limit=limit))
        return [self._by_slug[hit.ref.id] for hit in results.hits]

    def close(self) -> None:
        """Close the library."""
        if self._library is not None:
            self._library.close()


def _guidance(number: int, document: Document) -> Guidance:
    return Guidance(
        id=f"text-{number}",
        title={"nb": document.title} if document.title else {},
        body={"nb": document.text} if document.text else {},
        sources=(),
    )


@cache
def _geography() -> Geography:
    return Geography.from_json(resource("compiled/geography.json"))


class Plain(Peer):
    """FTS5 as it comes: ``unicode61``, bm25, the last word as a prefix while it is typed."""

    name = "FTS5 unicode61"
    ways: ClassVar[tuple[str, ...]] = ("any word", "every word")
    tokenizer: ClassVar[str] = "unicode61"

    def __init__(self, way: str = "") -> None:
        super().__init__(way)
        self._connection: sqlite3.Connection | None = None

    def build(self, documents: Sequence[Document], folder: Path) -> None:
        """Build one table of titles and texts."""
        connection = sqlite3.connect(folder / "plain.sqlite", isolation_level=None)
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -65536")
        table = f"fts5(title, body, tokenize = '{self.tokenizer}')"
        connection.execute(f"CREATE VIRTUAL TABLE plain USING {table}")
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO plain(rowid, title, body) VALUES (?, ?, ?)",
            ((row, one.title, one.text) for row, one in enumerate(documents)),
        )
        connection.execute("INSERT INTO plain(plain) VALUES ('optimize')")
        connection.execute("COMMIT")
        self._connection, self._ids = connection, [one.id for one in documents]

    def search(self, text: str, typing: bool, limit: int) -> list[str]:
        """Search, ordered by bm25."""
        assert self._connection is not None
        match = self.match(text, typing)
        if not match:
            return []
        sql = "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?"
        return [self._ids[row] for (row,) in self._connection.execute(sql, (match, limit))]

    def match(self, text: str, typing: bool) -> str:
        """Return the FTS5 expression."""
        words = [f'"{word}"' for word in _WORD.findall(text)]
        if words and typing:
            words[-1] += " *"
        return self._joined(words)

    def _joined(self, words: Sequence[str]) -> str:
        return (" AND " if self.way == "every word" else " OR ").join(words)

    def close(self) -> None:
        """Close the table."""
        if self._connection is not None:
            self._connection.close()


class Trigrams(Plain):
    """FTS5 with the tokenizer ``trigram``: words as parts of words, or by any three letters."""

    name = "FTS5 trigram"
    ways = ("any three letters", "any word", "every word")
    tokenizer = "trigram"

    def match(self, text: str, typing: bool) -> str:
        """Return the FTS5 expression; what has fewer than three letters cannot be found."""
        words = [word for word in _WORD.findall(text) if len(word) > 2]
        if self.way == "any three letters":
            words = [word[at : at + 3] for word in words for at in range(len(word) - 2)]
        return self._joined([f'"{word}"' for word in dict.fromkeys(words)])


class Xapian(Peer):
    """Xapian in a process of the system's Python, where Debian puts its module."""

    name = "Xapian"
    ways = ("as typed or corrected", "corrected")

    def __init__(self, way: str = "") -> None:
        super().__init__(way)
        self._child: subprocess.Popen[str] | None = None

    @classmethod
    def missing(cls) -> str:
        """Look for a Python that has the module."""
        return "" if cls._python() else "the Debian package python3-xapian"

    @staticmethod
    @cache
    def _python() -> str:
        system = shutil.which("python3", path=os.defpath)
        for python in filter(None, (sys.executable, system)):
            probe = [python, "-c", "import xapian"]
            if subprocess.run(probe, capture_output=True, check=False).returncode == 0:
                return python
        return ""

    def build(self, documents: Sequence[Document], folder: Path) -> None:
        """Index with Norwegian stems and the words for the spelling."""
        program = Path(__file__).with_name("_xapian.py")
        self._child = subprocess.Popen(
            [self._python(), "-I", str(program), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for number, one in enumerate(documents):
            self._send([number, one.title, one.text])
        self._ids = [one.id for one in documents]
        self._answer(None)

    def search(self, text: str, typing: bool, limit: int) -> list[str]:
        """Search with spelling correction."""
        words = " ".join(_WORD.findall(text.lower()))
        both = self.way == "as typed or corrected"
        return [self._ids[number] for number in self._answer([words, typing, limit, both])]

    def _send(self, message: object) -> None:
        assert self._child is not None
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps(message) + "\n")

    def _answer(self, message: object) -> Any:
        self._send(message)
        assert self._child is not None
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.flush()
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError("the process with Xapian ended; its message stands above")
        return json.loads(line)

    def close(self) -> None:
        """End the process."""
        if self._child is not None:
            self._child.communicate()


class Tantivy(Peer):
    """tantivy with Norwegian stems; fuzzy terms of one edit from 4 letters, of two from 8."""

    name = "tantivy"
    _LETTERS, _LETTERS_TWO, _FUZZY = 4, 8, 2.0

    @classmethod
    def missing(cls) -> str:
        """Look for the module."""
        return "" if importlib.util.find_spec("tantivy") else "the Python package tantivy"

    def build(self, documents: Sequence[Document], folder: Path) -> None:
        """Index words and stems, by one thread, so that the order of ties stays the same."""
        import tantivy  # noqa: PLC0415  it may not be there

        self._t = tantivy
        builder = tantivy.SchemaBuilder().add_integer_field("number", fast=True)
        for name in ("title", "body"):
            builder.add_text_field(name, stored=True, tokenizer_name="words")
            builder.add_text_field(f"{name}_stem", tokenizer_name="stems")
        self._schema = builder.build()
        self._words, self._stems = self._analyser([]), self._analyser(["norwegian"])
        index = tantivy.Index(self._schema, path=str(folder))
        index.register_tokenizer("words", self._words)
        index.register_tokenizer("stems", self._stems)
        writer = index.writer(heap_size=128_000_000, num_threads=1)
        for number, one in enumerate(documents):
            texts = {"title": one.title, "body": one.text}
            stems = {"title_stem": one.title, "body_stem": one.text}
            writer.add_document(tantivy.Document(number=number, **texts, **stems))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher, self._ids = index.searcher(), [one.id for one in documents]

    def _analyser(self, stemmers: Sequence[str]) -> Any:
        make = self._t.TextAnalyzerBuilder(self._t.Tokenizer.simple())
        filters = [self._t.Filter.remove_long(60), self._t.Filter.lowercase()]
        for one in [*filters, *map(self._t.Filter.stemmer, stemmers)]:
            make = make.filter(one)
        return make.build()

    def search(self, text: str, typing: bool, limit: int) -> list[str]:
        """Search for any of the words."""
        words = self._words.analyze(text)
        asked = [
            (self._t.Occur.Should, query)
            for place, word in enumerate(words)
            for field in ("title", "body")
            for query in self._queries(field, word, typing and place == len(words) - 1)
        ]
        found = self._searcher.search(self._t.Query.boolean_query(asked), limit, count=False)
        addresses = [address for _, address in found.hits]
        numbers: list[Any] = self._searcher.fast_field_values("number", addresses)
        return [self._ids[number] for number in numbers]

    def _queries(self, field: str, word: str, begun: bool) -> Iterator[Any]:
        query = self._t.Query
        for stem in self._stems.analyze(word):
            yield query.term_query(self._schema, f"{field}_stem", stem)
        edits = (len(word) >= self._LETTERS) + (len(word) >= self._LETTERS_TWO)
        if edits or begun:
            fuzzy = query.fuzzy_term_query(self._schema, field, word, edits, True, begun)
            yield query.boost_query(fuzzy, self._FUZZY if edits else 1.0)


#: All of them, ours first.
PEERS: tuple[type[Peer], ...] = (Ours, Plain, Trigrams, Xapian, Tantivy)
