"""Xapian for the comparison, run by a Python that has its module; see ``_peers.Xapian``.

Lines of JSON come in: documents as ``[number, title, text]``, then ``null``, then questions as
``[words, whether the last is unfinished, limit, whether the words as typed count too]``. An answer
to ``null`` and to each question goes out as a line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xapian

#: How many words an unfinished one may stand for.
_BEGUN = 100


def build(lines: Iterator[Any], folder: Path) -> Any:
    """Index documents until ``null`` comes; return the index, compacted."""
    raw, whole = str(folder / "raw"), str(folder / "index")
    written = xapian.WritableDatabase(raw, xapian.DB_CREATE)
    terms = xapian.TermGenerator()
    terms.set_stemmer(xapian.Stem("norwegian"))
    terms.set_database(written)
    terms.set_flags(xapian.TermGenerator.FLAG_SPELLING)
    for number, title, text in iter(lambda: next(lines), None):
        document = xapian.Document()
        terms.set_document(document)
        # Xapian leaves words with a capital unstemmed.
        terms.index_text(title.lower())
        terms.increase_termpos()
        terms.index_text(text.lower())
        document.set_data(json.dumps([number, title, text]))
        document.add_value(0, str(number))
        written.add_document(document)
    written.commit()
    written.compact(whole)
    written.close()
    for path in Path(raw).iterdir():
        path.unlink()
    Path(raw).rmdir()
    return xapian.Database(whole)


class Search:
    """Answers questions."""

    def __init__(self, database: Any) -> None:
        self._enquire = xapian.Enquire(database)
        self._parser = parser = xapian.QueryParser()
        parser.set_database(database)
        parser.set_stemmer(xapian.Stem("norwegian"))
        parser.set_stemming_strategy(parser.STEM_SOME)
        parser.set_default_op(xapian.Query.OP_OR)
        most = xapian.Query.WILDCARD_LIMIT_MOST_FREQUENT
        parser.set_max_expansion(_BEGUN, most, parser.FLAG_PARTIAL)

    def answer(self, words: str, typing: bool, limit: int, both: bool) -> list[int]:
        """Return the numbers of the documents, the best first."""
        flags = self._parser.FLAG_PARTIAL if typing else 0
        query = self._parser.parse_query(words, flags | self._parser.FLAG_SPELLING_CORRECTION)
        if corrected := self._parser.get_corrected_query_string():
            better = self._parser.parse_query(corrected, flags)
            query = xapian.Query(xapian.Query.OP_OR, query, better) if both else better
        self._enquire.set_query(query)
        return [int(found.document.get_value(0)) for found in self._enquire.get_mset(0, limit)]


def main() -> int:
    """Build, then answer until nothing more comes."""
    lines = map(json.loads, sys.stdin)
    search = Search(build(lines, Path(sys.argv[1])))
    print("true", flush=True)
    for question in lines:
        print(json.dumps(search.answer(*question)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
