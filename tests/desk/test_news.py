"""What changed for me: first what concerns the user, then how much else."""

from __future__ import annotations

from typing import Any

import pytest

from catalogue.samples import GEOGRAPHY, OSLO, TRONDHEIM
from feltperm.desk.updates.news import Counts, Kept, counts, for_me
from feltperm.packs.changes import Changes, RecordChange

HOME = GEOGRAPHY.get(TRONDHEIM)


def change(id: str, what: Any = "changed", **more: Any) -> RecordChange:
    return RecordChange(**{"id": id, "kind": "service", "title": f"Om {id}", "what": what, **more})


def update(*records: RecordChange, pack: str = "national", seq: int = 2) -> Changes:
    return Changes(pack, "F", seq - 1, seq, "2026-11-20", records)


def reasons(*records: RecordChange, **more: Any) -> dict[str, tuple[str, ...]]:
    options = {"home": HOME, "kept": Kept(), **more}
    news = for_me([update(*records)], **options)
    return {item.change.id: item.reasons for item in news.mine}


def test_my_sheets_come_first_then_what_i_keep_then_warnings_then_my_area() -> None:
    news = for_me(
        [
            update(
                change("svc-area", municipalities=(TRONDHEIM,)),
                change("al-here", kind="alert", municipalities=(TRONDHEIM,)),
                change("svc-listed", municipalities=(OSLO,)),
                change("svc-star", municipalities=(OSLO,)),
                change("svc-wall", municipalities=(TRONDHEIM,)),
                change("svc-else", "new", municipalities=(OSLO,)),
            )
        ],
        HOME,
        Kept({"national/svc-star"}, {"national/svc-listed"}, {"national/svc-wall"}),
    )
    assert [item.ref.id for item in news.mine] == [
        "svc-wall", "svc-star", "svc-listed", "al-here", "svc-area",
    ]  # fmt: skip
    assert news.mine[0].reasons == ("printed", "area")
    assert news.rest == Counts(new=1)


@pytest.mark.parametrize(
    ("where", "mine"),
    [
        ({"municipalities": (TRONDHEIM,)}, True),
        ({"counties": ("Trøndelag",)}, True),
        ({"health_regions": ("Midt-Norge",)}, True),
        ({"municipalities": (OSLO,)}, False),
        ({"counties": ("Troms",)}, False),
        ({"country": True}, False),
        ({}, False),
    ],
)
def test_my_area_is_my_municipality_and_what_it_lies_in(where: dict[str, Any], mine: bool) -> None:
    assert bool(reasons(change("svc-a", **where))) == mine


@pytest.mark.parametrize(
    ("where", "mine"),
    [({"country": True}, True), ({}, True), ({"municipalities": (OSLO,)}, False)],
)
def test_a_warning_for_everybody_is_for_me(where: dict[str, Any], mine: bool) -> None:
    assert bool(reasons(change("al-a", kind="alert", **where), home=None)) == mine


def test_a_star_is_for_one_record_of_one_pack() -> None:
    news = for_me(
        [update(change("svc-a")), update(change("svc-a"), pack="local")],
        None,
        Kept({"local/svc-a"}),
    )
    assert [str(item.ref) for item in news.mine] == ["local/svc-a"]
    assert news.rest == Counts(changed=1)


def test_a_record_that_changed_twice_stands_once_as_it_changed_last() -> None:
    newest = update(change("svc-a", "gone"), seq=3)
    news = for_me([newest, update(change("svc-a", "new"))], None, Kept({"national/svc-a"}))
    assert [item.change.what for item in news.mine] == ["gone"]
    assert news.rest.total == 0


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Counts(9, 31, 4), "9 nye, 31 endrede, 4 fjernet"),
        (Counts(1, 1, 1), "1 ny, 1 endret, 1 fjernet"),
        (Counts(changed=2), "2 endrede"),
        (Counts(), ""),
    ],
)
def test_the_rest_is_counted_in_words(found: Counts, words: str) -> None:
    assert found.words == words


def test_counting_is_by_what_happened() -> None:
    records = [change("a", "new"), change("b"), change("c"), change("d", "gone")]
    assert counts(records) == Counts(new=1, changed=2, gone=1)
