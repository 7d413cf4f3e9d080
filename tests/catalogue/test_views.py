"""What other programs read of a library: five views with plain columns (docs/data.md)."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlite_utils

from feltperm.catalogue.views import COLUMNS
from feltperm.paths import resource

DOC = Path(__file__).resolve().parents[2] / "docs" / "data.md"


@pytest.fixture
def library() -> Iterator[sqlite_utils.Database]:
    (path,) = resource("compiled").glob("library-*.sqlite")
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    yield sqlite_utils.Database(connection)
    connection.close()


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_view_reads_like_a_table(library: sqlite_utils.Database, kind: str) -> None:
    assert kind in library.view_names()
    rows = list(library[kind].rows)
    assert rows or kind == "alert"
    for row in rows:
        assert list(row) == list(COLUMNS[kind])
        assert row["title"]
        assert "/" in row["id"]


def test_it_says_what_the_record_says(library: sqlite_utils.Database) -> None:
    (row,) = library.query("SELECT * FROM service WHERE id = ?", ["national/svc-feltpleien-oslo"])
    assert (row["phone"], row["city"]) == ("22 67 43 45", "Oslo")
    assert row["source"] == "Frelsesarmeen"


def test_what_nobody_has_stated_is_null(library: sqlite_utils.Database) -> None:
    found = {row["free"] for row in library["service"].rows}
    assert found <= {None, 0, 1}
    assert None in found


def test_every_column_is_documented() -> None:
    told = set(re.findall(r"`(\w+)`", DOC.read_text(encoding="utf-8")))
    assert {name for columns in COLUMNS.values() for name in columns} <= told
