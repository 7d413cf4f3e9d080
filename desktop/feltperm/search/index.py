"""The search index inside a library (DESIGN section 5).

Tables: ``words``, a contentless FTS5 table of surfaces and stems; ``word``, the vocabulary as
people spell it; ``part``, the compounds of the vocabulary; ``name``, ``number`` and ``place`` for
what is looked up whole. All analysis is done here in Python; SQLite only sees plain tokens with
spaces between them.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from feltperm.catalogue.areas import Geography, Level
from feltperm.catalogue.records import Organisation, Record, Service
from feltperm.search import fields
from feltperm.search.compounds import compounds
from feltperm.search.stop_words import is_stop_word
from feltperm.search.text import Analyser

__all__ = ["FORMAT", "SearchIndex", "name_key"]

#: Changes with the analysis and with the tables.
FORMAT = "no-5"

_TABLES = (
    """CREATE VIRTUAL TABLE words USING fts5(
        title, body, title_stem, body_stem,
        content = '', tokenize = 'ascii', prefix = '2 3 4', detail = full
    )""",
    """CREATE TABLE word(
        word TEXT PRIMARY KEY, surface TEXT NOT NULL, stem TEXT NOT NULL, records INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX word_surface ON word(surface, stem, records)",
    "CREATE INDEX word_stem ON word(stem, records)",
    """CREATE TABLE part(
        part TEXT NOT NULL, compound TEXT NOT NULL, records INTEGER NOT NULL,
        PRIMARY KEY(part, compound)
    ) WITHOUT ROWID""",
    "CREATE INDEX part_compound ON part(compound, part)",
    """CREATE TABLE name(
        key TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY(key, row)
    ) WITHOUT ROWID""",
    """CREATE TABLE number(
        digits TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY(digits, row)
    ) WITHOUT ROWID""",
    """CREATE TABLE place(
        word TEXT NOT NULL, row INTEGER NOT NULL, level INTEGER NOT NULL, name TEXT NOT NULL,
        PRIMARY KEY(word, row, level, name)
    ) WITHOUT ROWID""",
)
#: Laying the index out anew takes a quarter of an update of 2 %. Until more than one record in so
#: many is new, or it lies in more than so many pieces, it is left: searching it takes a few percent
#: longer, and the file is a tenth larger.
_FEW, _PIECES = 10, 8
_DOCUMENT = "INSERT INTO words(rowid, title, body, title_stem, body_stem) VALUES (?, ?, ?, ?, ?)"
_UNDO = """INSERT INTO words(words, rowid, title, body, title_stem, body_stem)
    VALUES ('delete', ?, ?, ?, ?, ?)"""


class SearchIndex:
    """What the search room adds to a library; see :class:`feltperm.catalogue.build.Index`."""

    def __init__(self, analyser: Analyser | None = None) -> None:
        self._analyser = analyser or Analyser()

    @property
    def format(self) -> str:
        """Part of a library's name."""
        return FORMAT

    def create(self, connection: sqlite3.Connection) -> None:
        """Create the index's tables."""
        for table in _TABLES:
            connection.execute(table)

    def writer(self, connection: sqlite3.Connection, geography: Geography) -> _Writer:
        """Return what adds and removes records."""
        return _Writer(connection, self._analyser, geography)


class _Writer:
    """Adds and removes records; see :class:`feltperm.catalogue.build.IndexWriter`."""

    def __init__(
        self, connection: sqlite3.Connection, analyser: Analyser, geography: Geography
    ) -> None:
        self._connection = connection
        self._analyser = analyser
        self._geography = geography
        self._places: dict[tuple[Level, str], list[tuple[str, int, str]]] = {}
        self._change: Counter[str] = Counter()
        self._added = 0

    def add(self, row: int, record: Record) -> None:
        """Index one record."""
        document, words = self._document(record)
        self._connection.execute(_DOCUMENT, (row, *document))
        self._added += 1
        self._change.update(words)
        for table, values in self._look_ups(row, record):
            marks = ", ".join("?" * len(values))
            self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", values)

    def remove(self, row: int, record: Record) -> None:
        """Take out one record that was added before."""
        document, words = self._document(record)
        self._connection.execute(_UNDO, (row, *document))
        self._change.subtract(words)
        for table in ("name", "number", "place"):
            key = {"name": "key", "number": "digits", "place": "word"}[table]
            self._connection.executemany(
                f"DELETE FROM {table} WHERE {key} = ? AND row = ?",
                ((values[0], row) for name, values in self._look_ups(row, record) if name == table),
            )

    def finish(self) -> None:
        """Bring the vocabulary up to date, find its compounds, and tidy the index."""
        self._connection.executemany(
            """INSERT INTO word VALUES (?, ?, ?, ?)
               ON CONFLICT(word) DO UPDATE SET records = records + excluded.records""",
            (
                (word, *self._analyser.forms(word), change)
                for word, change in sorted(self._change.items())
                if change
            ),
        )
        self._change.clear()
        self._connection.execute("DELETE FROM word WHERE records = 0")
        self._find_compounds()
        if self._is_scattered():
            self._connection.execute("INSERT INTO words(words) VALUES ('optimize')")

    def _is_scattered(self) -> bool:
        """Whether it is time to lay the index out anew."""
        (records,) = self._connection.execute("SELECT count(*) FROM words_docsize").fetchone()
        (pieces,) = self._connection.execute(
            "SELECT count(DISTINCT segid) FROM words_idx"
        ).fetchone()
        return bool(self._added > records // _FEW or pieces > _PIECES)

    def _find_compounds(self) -> None:
        stems: dict[str, str] = {}
        records: Counter[str] = Counter()
        for surface, stem, count in self._connection.execute(
            "SELECT surface, stem, records FROM word ORDER BY surface, records, word"
        ):
            if surface.isalpha():
                stems[surface] = stem
                records[surface] += count
        there = set(self._connection.execute("SELECT part, compound, records FROM part"))
        wanted = {(part, word, records[word]) for word, part in compounds(stems)}
        self._connection.executemany(
            "DELETE FROM part WHERE part = ? AND compound = ?",
            (one[:2] for one in sorted(there - wanted)),
        )
        self._connection.executemany("INSERT INTO part VALUES (?, ?, ?)", sorted(wanted - there))

    def _document(self, record: Record) -> tuple[tuple[str, str, str, str], set[str]]:
        """Return the four columns of a record and the different words in it."""
        title = [word for text in fields.names(record) for word in self._analyser.words(text)]
        body = [word for text in fields.bodies(record) for word in self._analyser.words(text)]
        title_forms = list(map(self._analyser.forms, title))
        body_forms = list(map(self._analyser.forms, body))
        columns = (
            " ".join([surface for surface, _ in title_forms]),
            " ".join([surface for surface, _ in body_forms]),
            " ".join([stem for _, stem in title_forms]),
            " ".join([stem for _, stem in body_forms]),
        )
        return columns, {*title, *body}

    def _look_ups(self, row: int, record: Record) -> list[tuple[str, tuple[object, ...]]]:
        """Return the rows of the three tables for what is looked up whole."""
        names = {name_key(self._analyser, name) for name in fields.whole_names(record)}
        phones = record.phones if isinstance(record, Service | Organisation) else ()
        numbers = {fields.phone_digits(phone.number) for phone in phones}
        return [
            *(("name", (key, row)) for key in sorted(names) if key),
            *(("number", (digits, row)) for digits in sorted(numbers) if digits),
            *(("place", (word, row, level, name)) for word, level, name in self._area(record)),
        ]

    def _area(self, record: Record) -> list[tuple[str, int, str]]:
        """Return (word, level, name) for every place a record covers by name.

        A municipality brings its county; a county or health region brings its municipalities. A
        record for the whole country brings none, or every place name would find it.
        """
        area = record.area
        found: dict[tuple[str, int, str], None] = {}
        for level, places in (
            (Level.MUNICIPALITY, area.municipalities),
            (Level.COUNTY, area.counties),
            (Level.HEALTH_REGION, area.health_regions),
        ):
            for place in places:
                key = (level, place)
                if key not in self._places:
                    self._places[key] = self._named(level, place)
                found.update(dict.fromkeys(self._places[key]))
        nearest: dict[tuple[str, str], int] = {}
        for word, nearness, name in found:
            nearest[word, name] = min(nearness, nearest.get((word, name), nearness))
        return [(word, level, name) for (word, name), level in sorted(nearest.items())]

    def _named(self, level: Level, place: str) -> list[tuple[str, int, str]]:
        if level is Level.MUNICIPALITY:
            one = self._geography.get(place)
            if one is None:
                return []
            own = self._words(one.label, 0, (*one.names, one.administrative_centre))
            return own + self._words(one.county, 1, (one.county,))
        inside = (
            self._geography.in_county(place)
            if level is Level.COUNTY
            else self._geography.in_region(place)
        )
        rows = self._words(place, 0, (place,))
        for one in inside:
            rows += self._words(one.label, int(level), (*one.names, one.administrative_centre))
            if level is Level.HEALTH_REGION:
                rows += self._words(one.county, int(level), (one.county,))
        return rows

    def _words(self, label: str, level: int, names: Iterable[str]) -> list[tuple[str, int, str]]:
        words = {
            self._analyser.forms(word)[0]
            for name in names
            for word in self._analyser.words(name)
            if not is_stop_word(word)
        }
        return [(word, level, label) for word in sorted(words)]


def name_key(analyser: Analyser, name: str) -> str:
    """Return what two spellings of one name have in common: their folded words."""
    return " ".join(analyser.forms(word)[0] for word in analyser.words(name))
