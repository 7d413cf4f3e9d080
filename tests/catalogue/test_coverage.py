"""The bundled catalogue states every fact of its sources, and a search for each finds it.

``tests/coverage`` holds one file a source document: what each of its rows claims, in the words of
the records that must claim it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import build_library
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import Record
from feltperm.desk.find import Finder, Request
from feltperm.packs.format import decode
from feltperm.search import Analyser, Searcher, SearchIndex, load_synonyms
from feltperm_publish import tables, yamltext
from feltperm_publish.compile import compile_pack
from feltperm_publish.sources import read_sources
from feltperm_publish.walk import strings

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
COVERAGE = Path(__file__).resolve().parents[1] / "coverage"
#: Searching a row's name finds one of its records among so many first hits.
FIRST = 5


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One claim of a source: what people call it, who states it, and in which words."""

    row: str
    search: str
    records: tuple[str, ...]
    states: tuple[str, ...]


def _rows() -> Iterator[Row]:
    for path in sorted(COVERAGE.glob("*.yaml")):
        yield from msgspec.convert(yamltext.read(path)["rows"], tuple[Row, ...])


ROWS = tuple(_rows())


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    return {record.id: record for record in read_sources(RESOURCES).records}


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    folder = tmp_path_factory.mktemp("coverage")
    sources = read_sources(RESOURCES)
    assert sources.header is not None
    pack = decode(compile_pack(sources.header, sources.records))
    (folder / "synonyms.json").write_bytes(tables.word_list_json(RESOURCES, "synonyms"))
    (folder / "geography.json").write_bytes(tables.geography_json(RESOURCES))
    analyser, geography = Analyser(), Geography.from_json(folder / "geography.json")
    build_library(folder / "library.sqlite", [pack], SearchIndex(analyser), geography)
    with Library(folder / "library.sqlite") as library:
        synonyms = load_synonyms(folder / "synonyms.json", analyser)
        searcher = Searcher(library, synonyms, analyser)
        yield Finder(library, searcher, geography, lambda: datetime(2026, 11, 26, 12))


def test_every_row_of_the_sources_is_listed_once() -> None:
    assert len({row.row for row in ROWS}) == len(ROWS) == 167
    assert all(row.states and row.records and row.search for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.row)
def test_a_record_states_the_facts(row: Row, records: dict[str, Record]) -> None:
    stated = "\n".join(
        text.casefold()
        for name in row.records
        for path, text in strings(records[name])
        # what people type is no statement, and neither is an address
        if not path.startswith("alternate_names") and not path.endswith("url")
    )
    assert [words for words in row.states if words.casefold() not in stated] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.row)
def test_searching_the_name_finds_it(row: Row, finder: Finder) -> None:
    hits = finder.search(Request(row.search, limit=FIRST)).hits
    found = [found.hit.ref.id for found in hits]
    assert set(found) & set(row.records), f"{row.search!r} finds {found}"
