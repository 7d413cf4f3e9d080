"""Two programs on one profile: one updates, and whatever the other is asked to do, it says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from update_attacks import PACK, WORDS, Arena, Laptop

from desk.update_home import tree
from feltperm import app_desk, app_updates
from packs.simulator import NOW

Act = Callable[[Laptop, Arena], object]
#: What a second program may be asked for that writes, and so has to wait.
ACTS: dict[str, Act] = {
    "check": lambda other, _arena: other.desk.updates.check(),
    "update": lambda other, _arena: other.desk.updates.update(),
    "go back": lambda other, _arena: other.desk.updates.roll_back(PACK),
    "take newer": lambda other, _arena: other.desk.updates.take_newer(PACK),
    "not now": lambda other, _arena: other.desk.updates.forget_interrupted(),
    "look at a stick": lambda other, arena: other.desk.relay.look(arena.folder / "stick"),
    "take from a stick": lambda other, arena: other.desk.relay.take(arena.folder / "stick"),
    "give to a stick": lambda other, arena: other.desk.relay.give(arena.folder / "stick"),
    "add the source": lambda other, arena: other.trust(arena.shop, arena.folder / "handed over"),
    "remove the source": lambda other, arena: other.desk.sources.remove(arena.shop.source.key),
}


@pytest.fixture
def other(memory: Arena) -> Laptop:
    """Another program on the same profile."""
    memory.release()
    memory.stick()
    return Laptop(memory.folder / "profile", memory.template.program, memory.carry)


@pytest.mark.parametrize("act", ACTS)
def test_whatever_the_other_is_asked_while_content_comes(
    memory: Arena, other: Laptop, act: str
) -> None:
    """At every piece that comes, from the first of the check to the last of the fetch."""
    said: set[tuple[str, str]] = set()

    def meanwhile() -> None:
        memory.meanwhile = lambda: None
        said.add(memory.laptop.hear(lambda: ACTS[act](other, memory)))
        other.shown()
        memory.questions(2)
        memory.meanwhile = meanwhile

    memory.meanwhile = meanwhile
    assert memory.laptop.hear(memory.laptop.update) == ("", "")
    assert said == {("busy", WORDS["busy"])}
    memory.meanwhile = lambda: None
    memory.questions(3)
    memory.ask("")


@pytest.mark.parametrize("act", ACTS)
def test_whatever_the_other_is_asked_while_content_is_put_in(
    memory: Arena, other: Laptop, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the library is made: the file is in its place, and does not count yet."""
    prepare = app_updates._prepare
    said: list[tuple[str, str]] = []

    def meanwhile(*given: object) -> None:
        said.append(memory.laptop.hear(lambda: ACTS[act](other, memory)))
        other.shown()
        memory.questions(2)
        prepare(*given)  # type: ignore[arg-type]
        other.shown()
        memory.questions(2)

    monkeypatch.setattr(app_updates, "_prepare", meanwhile)
    assert memory.laptop.hear(memory.laptop.update) == ("", "")
    assert said == [("busy", WORDS["busy"])]
    memory.questions(3)


def test_what_one_has_fetched_the_other_has_put_in(memory: Arena, other: Laptop) -> None:
    """Both have it ready: the second to install finds it in use, and nothing is taken twice."""
    ready = []
    for laptop in (memory.laptop, other):
        (plan,) = laptop.desk.updates.check().due
        ready.append((laptop, laptop.desk.updates.fetch(plan)))
    (first, mine), (second, theirs) = ready
    assert first.hear(lambda: first.desk.updates.install(mine)) == ("", "")
    memory.questions(3)
    files = tree(memory.laptop.paths.packs)
    taken = second.desk.updates.install(theirs)
    assert (taken.installed.seq, taken.changes) == (3, theirs.changes)
    assert tree(memory.laptop.paths.packs) == files
    memory.questions(3)
    memory.ask("")


def test_one_goes_back_while_the_other_has_it_ready(memory: Arena, other: Laptop) -> None:
    """Who goes back meant what was there then; what is newer still comes when it is asked for."""
    (plan,) = memory.laptop.desk.updates.check().due
    ready = memory.laptop.desk.updates.fetch(plan)
    assert other.hear(lambda: other.desk.updates.roll_back(PACK)) == ("", "")
    assert memory.laptop.seq() == 1
    assert memory.laptop.hear(lambda: memory.laptop.desk.updates.install(ready)) == ("", "")
    memory.questions(3)


def test_the_source_is_removed_while_its_content_comes(memory: Arena, other: Laptop) -> None:
    (plan,) = memory.laptop.desk.updates.check().due
    key = memory.shop.source.key
    assert other.hear(lambda: other.desk.sources.remove(key)) == ("", "")
    why, _ = memory.laptop.hear(
        lambda: memory.laptop.desk.updates.install(memory.laptop.desk.updates.fetch(plan))
    )
    assert why == "foreign"
    assert memory.laptop.seq() == 0
    assert memory.laptop.binder() == memory.template.binder
    memory.laptop.trust(memory.shop, memory.folder / "handed over")
    memory.ask("")


def test_the_library_that_another_program_has_open_is_not_taken_away(
    memory: Arena, other: Laptop
) -> None:
    """A window is open on the old content; it can be searched until it is opened anew."""
    desk = app_desk.open_desk(memory.laptop.paths, now=lambda: NOW)
    try:
        assert other.hear(other.update) == ("", "")
        rows = desk.opened.library.entries(limit=10_000)
        assert {row.ref.pack for row in rows} == {"national", PACK}
        assert len(desk.opened.library.entries(limit=10_000)) == len(rows)
    finally:
        desk.close()
    memory.questions(3)
