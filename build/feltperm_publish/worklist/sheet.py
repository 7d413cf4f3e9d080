"""The list on paper: what is known, and room for what is said on the telephone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from feltperm.errors import TextTooLong
from feltperm.paper.job import Foot, WorkLine, WorklistJob, with_code
from feltperm.paper.press import Limits
from feltperm_publish.worklist.facts import Facts, apart

__all__ = ["LIMITS", "MOST_LINES", "worklist_job"]

#: A poster's words come from anybody's pack, and somebody waits for it. This job has some hundred
#: bytes a line, all of the publisher's own sources, and may take its time on an old machine.
LIMITS = Limits(seconds=60, long_text=1 << 20)
#: Lines that one sheet takes; the memory of the worker would end at twice as many.
MOST_LINES = 600


def worklist_job(lines: Sequence[Facts], place: str, today: date) -> WorklistJob:
    """Return the sheet of a list, its lines numbered as in the spreadsheet.

    Args:
        place: the municipality it is for; empty for all.
        today: the day it is printed.

    Raises:
        TextTooLong: more lines than one sheet takes.
    """
    if len(lines) > MOST_LINES:
        advice = "Lag det for én kommune om gangen, med --municipality."
        raise TextTooLong(f"Listen har {len(lines)} rader, og arket tar {MOST_LINES}. {advice}")
    advice = "Ring, les opp og kryss av. Skriv bare det som er nytt."
    job = WorklistJob(
        record="worklist",
        paper="a4",
        ink="colour",
        colour="teal",
        languages=("nb",),
        title={"nb": f"Ringeliste for {place}" if place else "Ringeliste"},
        subtitle={"nb": f"{advice} Før svarene inn i regnearket, rad for rad."},
        items=tuple(_line(number, facts) for number, facts in enumerate(lines, 2)),
        box_heading={},
        site=None,
        words={},
        notices=(),
        foot=Foot(
            source="", read_on="", published="", printed=today.isoformat(), check_by=""
        ),
    )  # fmt: skip
    return with_code(job)


def _line(number: int, facts: Facts) -> WorkLine:
    return WorkLine(
        title={"nb": facts.name},
        number=number,
        area=facts.area,
        phones=tuple(apart(facts.phones)),
        addresses=tuple(apart(facts.addresses)),
        hours=tuple(apart(facts.hours)),
        source=facts.source,
        read_on=facts.read_on,
        state=facts.state,
    )
