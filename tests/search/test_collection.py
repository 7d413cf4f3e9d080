"""The search benchmark's own rules: how a collection is read, and how well an answer is."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from benchmarks._collection import Collection, Query, Unreadable, ndcg, quality
from benchmarks._peers import Document, Ours, Plain, Trigrams


def lines(path: Path, *rows: object) -> Path:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text(text + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("found", "relevant", "expected"),
    [
        (["a"], {"a"}, 1.0),
        (["x", "a"], {"a"}, 1 / math.log2(3)),
        (["x", "y", "a"], {"a"}, 0.5),
        (["a", "x", "b"], {"a", "b"}, (1 + 0.5) / (1 + 1 / math.log2(3))),
        (["a"], {"a", "b"}, 1 / (1 + 1 / math.log2(3))),
        (["a", "a"], {"a", "b"}, 1 / (1 + 1 / math.log2(3))),
        ([*"0123456789", "a"], {"a"}, 0.0),
        (["a"], set(), 0.0),
        ([], {"a"}, 0.0),
    ],
)
def test_an_answer_is_worth_what_one_reckons_by_hand(
    found: list[str], relevant: set[str], expected: float
) -> None:
    assert ndcg(found, frozenset(relevant)) == pytest.approx(expected)


def test_all_of_more_than_ten_is_all_one_can_have() -> None:
    ids = [str(number) for number in range(15)]
    assert ndcg(ids, frozenset(ids)) == pytest.approx(1)


def test_kinds_count_alike_however_many_questions_they_have() -> None:
    queries = [Query("many", "a", frozenset("a"))] * 3 + [Query("few", "b", frozenset("b"))]
    found = quality(queries, lambda query: ["a"] if query.text == "a" else [])
    assert found == {"few": 0.0, "many": 100.0, "mean": 50.0}


def test_a_collection_may_lack_titles_and_have_any_ids_and_kinds(tmp_path: Path) -> None:
    passages = lines(
        tmp_path / "p.jsonl",
        {"id": "a/1 ø", "text": "en\0to"},
        {"id": 7, "title": None, "text": "\ud800", "source": "x"},
        "",
        {"id": "b", "title": "Tittel", "text": ""},
    )
    queries = lines(
        tmp_path / "q.jsonl",
        {"qid": "1", "kind": "new", "query": "to", "relevant": ["a/1 ø", 7]},
        {"kind": "kw_prefix", "query": "titt", "relevant": ["b"]},
    )
    collection = Collection.read(passages, queries)
    assert [(one.id, one.title) for one in collection.passages] == [
        ("a/1 ø", ""),
        ("7", ""),
        ("b", "Tittel"),
    ]
    assert [one.text for one in collection.passages] == ["en to", "?", ""]
    assert collection.queries[0].relevant == {"a/1 ø", "7"}
    assert [one.typing for one in collection.queries] == [False, True]
    assert collection.counts() == {"kw_prefix": 1, "new": 1}


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{", "Expecting"),
        ('{"text": "no id"}', "'id' is missing"),
        ('["id", "text"]', ""),
        ("7", ""),
    ],
)
def test_a_bad_line_is_named(bad: str, why: str, tmp_path: Path) -> None:
    good = {"id": "a", "text": "en"}
    with pytest.raises(Unreadable, match=rf"p\.jsonl, line 2: .*{why}"):
        Collection.read(lines(tmp_path / "p.jsonl", good, bad), tmp_path / "q.jsonl")


def test_relevant_is_a_list_and_a_file_is_there_and_not_empty(tmp_path: Path) -> None:
    passages = lines(tmp_path / "p.jsonl", {"id": "a", "text": "en"})
    row = {"kind": "kw", "query": "en", "relevant": "a"}
    with pytest.raises(Unreadable, match=r"q\.jsonl, line 1: .*list"):
        Collection.read(passages, lines(tmp_path / "q.jsonl", row))
    with pytest.raises(Unreadable, match=r"none\.jsonl"):
        Collection.read(passages, tmp_path / "none.jsonl")
    with pytest.raises(Unreadable, match=r"empty\.jsonl is empty"):
        Collection.read(passages, lines(tmp_path / "empty.jsonl"))


@pytest.mark.parametrize(
    ("program", "way", "question", "found"),
    [
        (Ours, "", "behandling rus", ["a/1 ø"]),
        (Ours, "", "tittel", ["b c"]),
        (Plain, "any word", "rusbehandling tittel", ["a/1 ø", "b c"]),
        (Plain, "every word", "rusbehandling tittel", []),
        (Plain, "any word", "rusbeh", ["a/1 ø"]),
        (Trigrams, "any word", "behandling", ["a/1 ø"]),
        (Trigrams, "any three letters", "titeltit", ["b c"]),
    ],
)
def test_programs_answer_with_the_ids_of_the_documents(
    program: type[Ours | Plain], way: str, question: str, found: list[str], tmp_path: Path
) -> None:
    peer = program(way)
    peer.build(
        [Document("a/1 ø", "", "Rusbehandling i byen"), Document("b c", "Tittel", "")], tmp_path
    )
    assert sorted(peer.search(question, typing=True, limit=5)) == sorted(found)
    assert peer.size(tmp_path) > 0
    peer.close()
