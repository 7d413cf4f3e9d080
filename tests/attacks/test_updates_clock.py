"""A machine whose clock is wrong: that is what is said, and all is well when it is set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from update_attacks import Arena

from feltperm.packs.schedule import CheckLog, on_wake
from packs.simulator import NOW

BACK, AHEAD = timedelta(days=-3650), timedelta(days=730)


def set_clock(arena: Arena, by: timedelta = timedelta()) -> None:
    arena.laptop.now = NOW + by


@pytest.mark.parametrize("something_new", [True, False])
def test_ten_years_back(arena: Arena, something_new: bool) -> None:
    if something_new:
        arena.release()
    set_clock(arena, BACK)
    arena.ask(
        "clock_behind",
        words="Maskinens klokke viser 28. november 2016. Still klokka, og prøv igjen.",
        after=3 if something_new else 2,
        over=lambda: set_clock(arena),
    )


def test_two_years_ahead_by_what_the_other_end_says(arena: Arena) -> None:
    """A server says what the time is; that is a hint, and enough to name the clock."""
    arena.release()
    arena.remote = NOW.astimezone(UTC)
    set_clock(arena, AHEAD)
    arena.ask(
        "clock_ahead",
        words="Maskinens klokke viser 25. november 2028. Still klokka, og prøv igjen.",
        over=lambda: set_clock(arena),
    )


def test_two_years_ahead_where_nobody_says_what_the_time_is(memory: Arena) -> None:
    memory.release()
    set_clock(memory, AHEAD)
    memory.ask(
        "expired",
        words="Innholdet hos Trondheim kommune gjaldt til 31. desember 2027. "
        "Innholdet ditt er uendret.",
        over=lambda: set_clock(memory),
    )


def test_a_server_that_lies_about_the_time_decides_nothing(wire: Arena) -> None:
    """Only the sentence follows it: what is expired is refused, and what is not is taken."""
    assert wire.server is not None
    wire.release()
    wire.server.date = "Mon, 01 Jan 2001 00:00:00 GMT"
    wire.ask("")
    set_clock(wire, AHEAD)
    for said in ("Mon, 01 Jan 2001 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT", "gestern"):
        wire.server.date = said
        assert wire.laptop.hear(wire.laptop.update)[0] in ("expired", "clock_ahead")
        wire.questions(3)


def test_a_clock_that_was_ahead_keeps_no_check_away(arena: Arena) -> None:
    """What was noted in the future counts for nothing when the clock is right again."""
    set_clock(arena, timedelta(days=300))
    assert arena.laptop.hear(arena.laptop.update) == ("", "")
    set_clock(arena)
    arena.release()
    state = CheckLog(arena.laptop.paths.updates_file).read()
    assert state.last_success is not None
    assert state.last_success > NOW
    assert on_wake(state, NOW + timedelta(minutes=5))
    arena.ask("")


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (BACK, "Maskinens klokke viser 28. november 2016. Still klokka, og prøv igjen."),
        (
            AHEAD,
            "Pinnen er for gammel til å kontrolleres (31. desember 2027). "
            "Innholdet ditt er uendret.",
        ),
    ],
)
def test_a_stick_and_a_wrong_clock(memory: Arena, by: timedelta, words: str) -> None:
    memory.release()
    stick = memory.stick()
    set_clock(memory, by)
    part = memory.laptop.desk.relay.look(stick).parts[0]
    assert (part.sentence, part.can_take) == (words, False)
    memory.questions(2)
    memory.ask(
        "clock" if by == BACK else "expired",
        words=words.replace("(", r"\(").replace(")", r"\)"),
        act=lambda: memory.laptop.take(stick),
        over=lambda: set_clock(memory),
    )


def test_a_clock_that_is_wrong_while_the_update_is_put_in(arena: Arena, tmp_path: Path) -> None:
    """The clock jumps between fetching and installing, as when the battery of a laptop is empty."""
    arena.release()
    laptop = arena.laptop
    (plan,) = laptop.desk.updates.check().due
    ready = laptop.desk.updates.fetch(plan)
    laptop.now = datetime(1970, 1, 2)
    assert laptop.hear(lambda: laptop.desk.updates.install(ready)) == ("", "")
    arena.questions(3)
    set_clock(arena)
    arena.questions(3)
